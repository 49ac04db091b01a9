#include <algorithm>
#include <array>
#include <cstring>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "spec/connection.h"
#include "spec/key_hints.h"
#include "spec/names.h"
#include "spec/reading.h"

namespace aietl::spec {
namespace {

class EndpointReader {
 public:
  EndpointReader(const Reading& reading, const Part& part) : reading_(reading), part_(part) {}

  Endpoint Read(const std::vector<config::Option>& formats) {
    Endpoint out;
    out.connection = ReadText(reading_, part_, "connection");
    out.table = ReadText(reading_, part_, "table");
    out.path = ReadText(reading_, part_, "path");
    const char* placed = part_.Given("path")    ? "path"
                         : part_.Given("table") ? "table"
                                                : "connection";
    out.place = part_.options.PlaceOf(placed);
    CheckCombination(out);
    if (!out.connection.empty()) CheckConnectionText(out.connection);
    if (!out.table.empty()) CheckTable(out.table);
    if (!out.path.empty()) CheckPath(out.path);
    out.options = FormatOptions(formats);
    return out;
  }

 private:
  Problem& Error(const char* code, const char* key, std::string message) {
    return reading_.findings.Error(code, part_.options.PlaceOf(key), part_.Object(key),
                                   std::move(message));
  }

  void CheckCombination(const Endpoint& endpoint) {
    const bool connection = part_.Given("connection");
    const bool table = part_.Given("table");
    const bool path = part_.Given("path");
    if (connection && path) {
      Error("connection_and_path", "path", Msg("{} has both connection and path", part_.object))
          .hint = Tr("keep path for files, or connection and table for a database");
    } else if (!connection && !path && !table) {
      if (HasMisspeltPlace()) return;
      reading_.findings
          .Error("missing_place", reading_.findings.PlaceOf(part_.node), part_.object,
                 Msg("{} says neither path nor connection", part_.object))
          .hint = Tr("add path: FILE, or connection: NAME and table: NAME");
    } else if (path && table) {
      Error("table_with_path", "table", Msg("{} has a table beside a path", part_.object)).hint =
          Tr("a table stands behind a connection; leave it out for files");
    } else if (table && !connection) {
      Error("missing_connection", "table", Msg("{} has a table but no connection", part_.object))
          .hint = LooksLikePath(endpoint.table) ? Msg("did you mean path: {}?", endpoint.table)
                                                : Tr("add connection: NAME or a URI");
    } else if (connection && !table) {
      Error("missing_table", "connection", Msg("{} has a connection but no table", part_.object))
          .hint = LooksLikePath(endpoint.connection)
                      ? Msg("did you mean path: {}?", endpoint.connection)
                      : Tr("add table: NAME");
    }
  }

  // An unknown key that means one of ours has been reported with its suggestion.
  bool HasMisspeltPlace() const {
    const std::vector<std::string> places = {"path", "connection", "table"};
    return std::any_of(part_.node.members.begin(), part_.node.members.end(), [&](const auto& m) {
      const std::string ours(OurWordFor(m.key.text));
      const bool known = std::find(places.begin(), places.end(), ours) != places.end();
      return known ? ours != m.key.text : !NearestNames(ours, places).empty();
    });
  }

  void CheckConnectionText(const std::string& connection) {
    if (const std::optional<ConnectionFault> fault = FindConnectionFault(connection)) {
      Error("bad_connection", "connection", fault->message).hint = fault->hint;
      return;
    }
    if (!HoldsPassword(connection)) return;
    reading_.findings
        .Warning("password_in_document", part_.options.PlaceOf("connection"),
                 part_.Object("connection"), Tr("the connection holds a password in the clear"))
        .hint =
        Tr("write ${env:NAME} in its place, or name a connection stored by `aietl connect add`");
  }

  void CheckTable(const std::string& table) {
    if (HoldsSecret(table) || LooksLikePath(table) || TableNameParts(table)) return;
    Error("bad_table_name", "table", Msg("{} is not a table name as SQL writes it", table)).hint =
        Msg("did you mean {}?", QuotedTableName(table));
  }

  void CheckPath(const std::string& path) {
    if (const std::string scheme = DatabaseScheme(path); !scheme.empty()) {
      Error("uri_as_path", "path", Msg("{}:// is a connection, not a path", scheme)).hint =
          Tr("write connection: URI and table: NAME");
      return;
    }
    if (!part_.Given("format")) {
      if (const std::string scheme = DatabaseFileScheme(path); !scheme.empty()) {
        Error("database_as_path", "path",
              Msg("{} looks like a database, not like a file of rows", path))
            .hint = Msg("write connection: {} and table: NAME", scheme + ":///" + path);
      }
    }
    if (part_.Given("from") && path.find_first_of("*?") != std::string::npos) {
      Error("glob_target", "path", Msg("a target is one file, and {} is a pattern", path)).hint =
          Tr("write the file's name");
    }
  }

  // The connectors' own keys, read against their list, which outlives the document.
  config::Options FormatOptions(const std::vector<config::Option>& formats) {
    json::Node own = part_.node;
    std::erase_if(own.members, [&](const auto& member) {
      return std::none_of(formats.begin(), formats.end(),
                          [&](const config::Option& o) { return member.key.text == o.name; });
    });
    Problems reported;  // all of them were found with the whole mapping
    return config::ParseOptions(formats, own, reading_.findings.file(), &reported);
  }

  const Reading& reading_;
  const Part& part_;
};

}  // namespace

Endpoint ReadEndpoint(const Reading& reading, const Part& part,
                      const std::vector<config::Option>& formats) {
  return EndpointReader(reading, part).Read(formats);
}

}  // namespace aietl::spec
