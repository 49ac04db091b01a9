// What stands in a SQLite database, from its own schema table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/connector.h"
#include "connectors/sqlite/database.h"
#include "connectors/table_name.h"
#include "connectors/write_plan.h"

namespace aietl::connectors {

struct SqliteColumn {
  std::string name;
  std::string declared;  // type as declared, "" without one
  bool nullable = true;
  bool has_default = false;
  bool generated = false;
};

struct SqliteTable {
  std::string name;
  bool view = false;
  bool is_virtual = false;
  bool without_rowid = false;
  bool strict = false;
  std::vector<SqliteColumn> columns;
  std::vector<std::string> primary_key;
  std::string integer_key;  // the column that is the rowid, or ""
  std::string rowid;        // a name for the rowid that no column has; "" where there is none
};

struct SqliteIndex {
  std::string name;
  bool unique = false;
  bool made_by_constraint = false;
  bool partial = false;
  std::vector<std::string> columns;  // "" for an expression
};

class SqliteCatalog {
 public:
  explicit SqliteCatalog(const SqliteConnection& connection) : connection_(connection) {}

  // Tables and views but our own and SQLite's, by name, without their columns.
  Result<std::vector<SqliteTable>> Tables() const;
  // By name without regard to case, with its columns; our own included.
  Result<std::optional<SqliteTable>> Find(const TableName& name) const;
  // The same, or an error that names the nearest tables.
  Result<SqliteTable> Get(const TableName& name) const;
  Result<bool> Exists(const std::string& table) const;

  Result<std::vector<SqliteIndex>> Indexes(const SqliteTable& table) const;
  Result<std::vector<ForeignKey>> ForeignKeys(const SqliteTable& table) const;
  // Names of tables whose declared foreign keys refer to this one.
  Result<std::vector<std::string>> Referrers(const SqliteTable& table) const;
  // What a new table of the same name would lack, for people.
  Result<std::vector<std::string>> Dress(const SqliteTable& table) const;

  // Exact where the file is small, else from the range of row numbers; unknown for a view of a
  // large file.
  struct RowCount {
    std::optional<double> rows;
    bool exact = false;
  };
  Result<RowCount> Rows(const SqliteTable& table) const;
  int64_t FileBytes() const;

 private:
  Result<void> ReadColumns(SqliteTable* table) const;
  const SqliteConnection& connection_;
};

// "main"."t".
std::string SqliteQualified(const std::string& table);
// A table name has one part here, or "main" in front.
Result<TableName> ParseSqliteName(const std::string& text);

}  // namespace aietl::connectors
