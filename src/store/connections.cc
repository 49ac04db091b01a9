#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "config/secret.h"
#include "store/internal/parts.h"

namespace aietl::store {
namespace {

constexpr size_t kMaxName = 100;

// A name must not be taken for a path or a URI: letters of any script, digits, '_' and '-'.
bool IsName(const std::string& name) {
  if (name.empty() || name.size() > kMaxName || !IsValidUtf8(name)) return false;
  for (const char c : name) {
    const bool ascii_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (!ascii_word && static_cast<unsigned char>(c) < 0x80) return false;
  }
  return true;
}

std::vector<std::string> NamesOf(const std::vector<ConnectionInfo>& connections) {
  std::vector<std::string> names;
  names.reserve(connections.size());
  for (const ConnectionInfo& connection : connections)
    names.push_back(connection.name);
  return names;
}

Error UnknownConnection(const std::string& name, const std::vector<ConnectionInfo>& known) {
  std::string hint = DidYouMean(name, NamesOf(known));
  if (hint.empty()) hint = Msg("add it: aietl connect add {} URI", name);
  return Error(Code::kNotFound, "unknown_connection", Msg("there is no connection named {}", name))
      .About(name)
      .Hint(std::move(hint));
}

}  // namespace

Result<void> Store::AddConnection(const std::string& name, const std::string& uri, bool replace) {
  if (!IsName(name)) {
    return Fail(Error(Code::kInvalid, "bad_connection_name",
                      Msg("{} cannot name a connection", name.empty() ? "\"\"" : name))
                    .Hint(Tr("use letters, digits, '_' and '-'")));
  }
  AIETL_ASSIGN(const std::string sealed, state_->keyring.Seal(name, uri));
  const std::string masked = config::MaskSecrets(uri);
  return state_->database->WriteDurably([&](soci::session& sql) {
    int known = 0;
    sql << "SELECT count(*) FROM connections WHERE name = :n", soci::use(name), soci::into(known);
    if (known > 0 && !replace) {
      throw Refused{Error(Code::kExists, "connection_exists",
                          Msg("there is a connection named {} already", name))
                        .Hint(Tr("use --replace, or another name"))};
    }
    sql << "INSERT OR REPLACE INTO connections(name, sealed, masked) VALUES (:n, :s, :m)",
        soci::use(name), soci::use(sealed), soci::use(masked);
  });
}

Result<std::vector<ConnectionInfo>> Store::ListConnections() {
  return state_->database->Read([](soci::session& sql) {
    std::vector<ConnectionInfo> out;
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT name, masked FROM connections ORDER BY name");
    for (const soci::row& row : rows)
      out.push_back({row.get<std::string>(0), row.get<std::string>(1)});
    return out;
  });
}

Result<std::string> Store::GetConnection(const std::string& name) {
  AIETL_ASSIGN(
      const std::optional<std::string> sealed, state_->database->Read([&](soci::session& sql) {
        std::string hex;
        sql << "SELECT sealed FROM connections WHERE name = :n", soci::use(name), soci::into(hex);
        return sql.got_data() ? std::optional(hex) : std::nullopt;
      }));
  if (!sealed) {
    AIETL_ASSIGN(const std::vector<ConnectionInfo> known, ListConnections());
    return Fail(UnknownConnection(name, known));
  }
  Result<std::string> uri = state_->keyring.Unseal(name, *sealed);
  if (uri || uri.error().code != Code::kDataLoss || uri.error().id != "unseal_failed") return uri;
  return Fail(Error(Code::kDataLoss, "connection_unreadable",
                    Msg("the stored connection {} cannot be decrypted: {} is not the key that it "
                        "was added with",
                        name, state_->keyring.path()))
                  .About(name)
                  .Hint(Msg("add it again: aietl connect add {} URI --replace", name)));
}

// Works without the key, too: that is how a connection whose key is lost is got rid of.
Result<void> Store::RemoveConnection(const std::string& name) {
  AIETL_ASSIGN(const std::vector<ConnectionInfo> known, ListConnections());
  const bool exists = std::any_of(known.begin(), known.end(),
                                  [&](const ConnectionInfo& c) { return c.name == name; });
  if (!exists) return Fail(UnknownConnection(name, known));
  return state_->database->WriteDurably([&](soci::session& sql) {
    sql << "DELETE FROM connections WHERE name = :n", soci::use(name);
  });
}

}  // namespace aietl::store
