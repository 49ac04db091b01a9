// What stands in an attached DuckDB file, from the engine's own catalogue.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/connector.h"
#include "connectors/table_name.h"
#include "connectors/write_plan.h"
#include "data/database.h"

namespace aietl::connectors {

// A table or view as the catalogue spells it.
struct DuckdbTable {
  std::string schema;
  std::string name;
  bool view = false;
  std::optional<double> rows = {};  // tables
};

class DuckdbCatalog {
 public:
  // `alias` is the attached database's.
  DuckdbCatalog(data::Connection& connection, std::string alias)
      : connection_(connection), alias_(std::move(alias)) {}

  // Everything but our own tables, by schema and name.
  Result<std::vector<DuckdbTable>> Tables() const;
  // By name without regard to case, our own included; nullopt: there is none.
  Result<std::optional<DuckdbTable>> Find(const TableName& name) const;
  // The same, or an error that names the nearest tables.
  Result<DuckdbTable> Get(const TableName& name) const;
  Result<bool> SchemaExists(const std::string& schema) const;

  Result<std::vector<TargetColumn>> Columns(const DuckdbTable& table) const;
  Result<TableShape> Shape(const TableName& name) const;

  // Columns without statistics, keys, comments.
  Result<TableInfo> Describe(const DuckdbTable& table) const;
  // Bytes on disk of the columns (all when empty), 0 when the file does not say.
  Result<int64_t> Bytes(const DuckdbTable& table, const std::vector<std::string>& columns) const;

  std::string Qualified(const std::string& schema, const std::string& table) const;
  std::string Ledger() const { return Qualified("main", "_aietl_ledger"); }
  Result<bool> Exists(const std::string& schema, const std::string& table) const;

 private:
  std::string Of(const DuckdbTable& table) const;
  data::Connection& connection_;
  std::string alias_;
};

// The schema that a name means: the default one when it says none.
std::string SchemaOf(const TableName& name);

}  // namespace aietl::connectors
