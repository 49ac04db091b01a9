// What stands in a PostgreSQL database, from its system catalogs alone: no table's rows are looked
// at.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/connector.h"
#include "connectors/postgres/types.h"
#include "connectors/postgres/wire.h"
#include "connectors/table_name.h"
#include "connectors/write_plan.h"

namespace aietl::connectors {

struct PgRelation {
  std::string oid;
  std::string schema, name;
  char kind = 'r';  // relkind: r table, p partitioned, v view, m materialised view, f foreign table
  bool children = false;  // it may have partitions or inheriting tables
  bool row_security = false;
  bool readable = true;     // as a whole, its system columns too
  int64_t pages = 0;        // of its own file
  std::string Sql() const;  // qualified
};

struct PgColumn {
  std::string name;
  PgType type;
  bool nullable = true;
  bool has_default = false;
  bool generated = false;  // computed, or GENERATED ALWAYS AS IDENTITY
  bool identity_always = false;
  std::string comment;
};

struct PgTable {
  PgRelation relation;
  std::vector<PgColumn> columns;
  const PgColumn* Find(const std::string& name) const;
};

// A part of a table that is read by itself: one leaf with its pages.
struct PgLeaf {
  std::string table;  // qualified
  int64_t pages = 0;
  bool only = true;  // FROM ONLY
  bool ctid = true;  // has one, of this server's own
};

class PgCatalog {
 public:
  explicit PgCatalog(PgConnection& connection) : connection_(connection) {}

  // Unquoted parts are folded to lower case, a table without a schema is looked for along the
  // search path, as the server does.
  Result<std::optional<PgRelation>> Find(const TableName& name);
  // The same, or an error that names the nearest tables.
  Result<PgTable> Get(const TableName& name);
  Result<PgTable> Describe(PgRelation relation);
  // The schema that a name without one means for a new table; unknown_schema where the search path
  // has none.
  Result<std::string> SchemaFor(const TableName& name);
  Result<bool> SchemaExists(const std::string& schema);
  Result<bool> Exists(const std::string& schema, const std::string& table);

  // Leaves that together hold the rows; empty: the table must be read as a whole, through itself.
  Result<std::vector<PgLeaf>> Leaves(const PgRelation& relation);

  // `batch` decides as what its columns arrive.
  Result<TableShape> Shape(const PgTable& table, const data::Schema& batch);
  // "schema.table" of views and materialised views that use the table.
  Result<std::vector<std::string>> Dependants(const PgRelation& relation);
  // Columns of a unique, not partial index that are just these, in any order.
  Result<bool> HasUniqueIndex(const PgRelation& relation, const std::vector<std::string>& key);

  // Names of types, by number; fetched once.
  Result<void> LoadTypes();
  // A column's type from what pg_attribute says; LoadTypes first.
  PgType TypeOf(uint32_t oid, int32_t modifier, int dimensions, std::string shown) const;

 private:
  struct KnownType {
    std::string name;
    bool builtin = false;
    char kind = 'b';
    uint32_t base = 0;
    int32_t modifier = -1;
    uint32_t element = 0;
  };
  PgConnection& connection_;
  std::map<uint32_t, KnownType> types_;
};

// As the server takes a part of a name.
std::string PgFold(const NamePart& part);
Result<TableName> ParsePgName(std::string_view text);
// For `table:`: as WriteTableName, with "public" left out.
std::string PgNameForPeople(const std::string& schema, const std::string& table);
std::string PgQualified(const std::string& schema, const std::string& table);

}  // namespace aietl::connectors
