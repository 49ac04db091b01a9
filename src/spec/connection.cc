#include "spec/connection.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/text.h"
#include "base/utf8.h"
#include "spec/names.h"

namespace aietl::spec {
namespace {

constexpr std::array<std::string_view, 11> kDatabaseSchemes = {
    "sqlite",     "duckdb", "postgresql", "postgres", "mysql", "mariadb",
    "clickhouse", "mssql",  "oracle",     "mongodb",  "redis"};
constexpr std::array<std::string_view, 4> kSqliteEndings = {".db", ".db3", ".sqlite", ".sqlite3"};
constexpr std::array<std::string_view, 2> kDuckdbEndings = {".duckdb", ".ddb"};
constexpr std::array<std::string_view, 10> kFileEndings = {
    ".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".parquet", ".gz", ".zst", ".xlsx"};

template <size_t N>
bool EndsWithOne(std::string_view text, const std::array<std::string_view, N>& endings) {
  const std::string lower = LowerUtf8(text);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

bool IsAlnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool IsHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// RFC 3986, 3.1.
bool IsScheme(std::string_view text) {
  if (text.empty() || !IsAlnum(text[0]) || (text[0] >= '0' && text[0] <= '9')) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return IsAlnum(c) || c == '+' || c == '-' || c == '.'; });
}

bool IsConnectionName(std::string_view text) {
  if (!IsAlnum(text[0]) && text[0] != '_' && static_cast<unsigned char>(text[0]) < 0x80)
    return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return IsAlnum(c) || c == '_' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool HasBadEscape(std::string_view uri) {
  for (size_t i = uri.find('%'); i != std::string_view::npos; i = uri.find('%', i + 1)) {
    if (i + 2 >= uri.size() || !IsHex(uri[i + 1]) || !IsHex(uri[i + 2])) return true;
  }
  return false;
}

std::string Scheme(std::string_view uri) {
  const size_t end = uri.find("://");
  return end == std::string_view::npos ? "" : LowerUtf8(uri.substr(0, end));
}

std::optional<ConnectionFault> FindUriFault(const std::string& uri, size_t scheme_end) {
  const std::string scheme = uri.substr(0, scheme_end);
  if (!IsScheme(scheme))
    return ConnectionFault{Msg("{} is not a URI's scheme", Quoted(scheme)),
                           Tr("write a URI such as sqlite:///shop.db")};
  if (uri.size() == scheme_end + 3) {
    return ConnectionFault{Msg("nothing stands behind {}", uri),
                           Tr("name the host or the file, such as sqlite:///shop.db")};
  }
  if (HasBadEscape(uri))
    return ConnectionFault{Tr("a % in the URI is not followed by two hexadecimal digits"),
                           Tr("write %25 for a percent sign")};
  return std::nullopt;
}

}  // namespace

std::optional<ConnectionFault> FindConnectionFault(const std::string& connection) {
  if (HoldsSecret(connection)) return std::nullopt;
  const bool broken_line = std::any_of(connection.begin(), connection.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (broken_line)
    return ConnectionFault{Tr("the connection holds a line break or a control character"),
                           Tr("write it on one line")};
  const size_t scheme_end = connection.find("://");
  if (scheme_end != std::string::npos) return FindUriFault(connection, scheme_end);
  const size_t colon = connection.find(':');
  if (colon != std::string::npos && colon > 1 &&
      IsScheme(std::string_view(connection).substr(0, colon))) {
    std::string rest = connection.substr(colon + 1);
    rest.erase(0, rest.find_first_not_of('/'));
    return ConnectionFault{Msg("{} is not a complete URI", connection),
                           Msg("write {}:///{}", connection.substr(0, colon), rest)};
  }
  if (LooksLikePath(connection) || IsConnectionName(connection)) return std::nullopt;
  return ConnectionFault{
      Msg("{} is neither the name of a connection nor a URI", Quoted(connection)),
      Tr("use a name given to `aietl connect add`, or a URI such as sqlite:///shop.db")};
}

bool HoldsPassword(std::string_view uri) {
  const size_t scheme_end = uri.find("://");
  if (scheme_end == std::string_view::npos) return false;
  std::string_view authority = uri.substr(scheme_end + 3);
  authority = authority.substr(0, authority.find_first_of("/?"));
  const size_t at = authority.rfind('@');
  if (at == std::string_view::npos) return false;
  const std::string_view user = authority.substr(0, at);
  const size_t colon = user.find(':');
  return colon != std::string_view::npos && colon + 1 < user.size() &&
         !HoldsSecret(user.substr(colon));
}

bool HoldsSecret(std::string_view text) {
  return text.find("${env:") != std::string_view::npos ||
         text.find("${file:") != std::string_view::npos;
}

bool LooksLikePath(std::string_view text) {
  if (text.find("://") != std::string_view::npos) return false;
  return text.find_first_of("/\\*?") != std::string_view::npos || EndsWithOne(text, kFileEndings);
}

std::string DatabaseScheme(std::string_view uri) {
  std::string scheme = Scheme(uri);
  return std::find(kDatabaseSchemes.begin(), kDatabaseSchemes.end(), scheme) ==
                 kDatabaseSchemes.end()
             ? ""
             : scheme;
}

bool IsFileDatabase(std::string_view uri) {
  const std::string scheme = Scheme(uri);
  return scheme == "sqlite" || scheme == "duckdb";
}

std::string DatabaseFileScheme(std::string_view path) {
  if (EndsWithOne(path, kSqliteEndings)) return "sqlite";
  return EndsWithOne(path, kDuckdbEndings) ? "duckdb" : "";
}

std::string NormalPath(const std::string& path, const std::string& folder) {
  if (path.find("://") != std::string::npos) return path;
  return (std::filesystem::path(folder) / path).lexically_normal().string();
}

std::string NormalConnection(const std::string& connection, const std::string& folder) {
  const std::string scheme = Scheme(connection);
  if (scheme.empty())
    return LooksLikePath(connection) ? NormalPath(connection, folder) : connection;
  const std::string rest = connection.substr(scheme.size() + 3);
  // No host: a file, relative to the document after the third slash.
  if (rest.starts_with('/') && IsFileDatabase(connection)) return scheme + "://" + NormalPath(rest.substr(1), folder);
  return scheme + "://" + rest;
}

}  // namespace aietl::spec
