#include "connectors/duckdb/catalog.h"

#include <cstdlib>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "connectors/ledger.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;
using data::QuoteText;

double ToNumber(const std::optional<std::string>& text) {
  return text ? std::strtod(text->c_str(), nullptr) : 0;
}

std::string OrEmpty(const std::optional<std::string>& text) {
  return text.value_or(std::string());
}

// A list column of names comes as one row each through unnest; constraints are few, so each is
// asked for by its own rows.
struct Constraint {
  std::string kind;
  std::vector<std::string> columns;
  std::string referenced;
  std::vector<std::string> references;
};

Result<std::vector<Constraint>> ReadConstraints(data::Connection& connection,
                                                const std::string& where) {
  AIETL_ASSIGN(const data::Rows rows,
               connection.Fetch("SELECT constraint_index, constraint_type, referenced_table, "
                                "unnest(constraint_column_names) AS name,"
                                " CASE WHEN len(referenced_column_names) > 0 THEN "
                                "unnest(referenced_column_names) END AS reference"
                                " FROM (SELECT * FROM duckdb_constraints() WHERE " +
                                where + ") AS c ORDER BY constraint_index"));
  std::vector<Constraint> constraints;
  std::string last;
  for (const auto& row : rows.rows) {
    if (constraints.empty() || OrEmpty(row[0]) != last) {
      constraints.push_back({OrEmpty(row[1]), {}, OrEmpty(row[2]), {}});
      last = OrEmpty(row[0]);
    }
    if (row[3]) constraints.back().columns.push_back(*row[3]);
    if (row[4]) constraints.back().references.push_back(*row[4]);
  }
  return constraints;
}

std::string People(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : ", ") + data::NameForPeople(name);
  return list;
}

}  // namespace

std::string SchemaOf(const TableName& name) {
  return name.parts.size() > 1 ? name.schema() : "main";
}

std::string DuckdbCatalog::Qualified(const std::string& schema, const std::string& table) const {
  return QuoteName(alias_) + "." + QuoteName(schema) + "." + QuoteName(table);
}

std::string DuckdbCatalog::Of(const DuckdbTable& table) const {
  return "database_name = " + QuoteText(alias_) + " AND schema_name = " + QuoteText(table.schema) +
         " AND table_name = " + QuoteText(table.name);
}

Result<std::vector<DuckdbTable>> DuckdbCatalog::Tables() const {
  const std::string mine = " WHERE NOT internal AND database_name = " + QuoteText(alias_);
  AIETL_ASSIGN(
      const data::Rows rows,
      connection_.Fetch("SELECT schema_name, table_name AS name, false AS view, estimated_size "
                        "FROM duckdb_tables()" +
                        mine +
                        " UNION ALL SELECT schema_name, view_name, true, NULL FROM duckdb_views()" +
                        mine + " ORDER BY ALL"));
  std::vector<DuckdbTable> tables;
  for (const auto& row : rows.rows) {
    if (OrEmpty(row[1]).starts_with(kOwnPrefix)) continue;
    DuckdbTable& table = tables.emplace_back(OrEmpty(row[0]), OrEmpty(row[1]), row[2] == "true");
    if (row[3]) table.rows = ToNumber(row[3]);
  }
  return tables;
}

Result<std::optional<DuckdbTable>> DuckdbCatalog::Find(const TableName& name) const {
  const auto same = [&](const char* column) {
    return " WHERE database_name = " + QuoteText(alias_) + " AND lower(schema_name) = lower(" +
           QuoteText(SchemaOf(name)) + ") AND lower(" + column + ") = lower(" +
           QuoteText(name.table()) + ")";
  };
  AIETL_ASSIGN(const data::Rows rows,
               connection_.Fetch(
                   "SELECT schema_name, table_name, false, estimated_size FROM duckdb_tables()" +
                   same("table_name") +
                   " UNION ALL SELECT schema_name, view_name, true, NULL FROM duckdb_views()" +
                   same("view_name")));
  if (rows.rows.empty()) return std::optional<DuckdbTable>();
  const auto& row = rows.rows.front();
  DuckdbTable table{OrEmpty(row[0]), OrEmpty(row[1]), row[2] == "true", {}};
  if (row[3]) table.rows = ToNumber(row[3]);
  return std::optional<DuckdbTable>(std::move(table));
}

Result<DuckdbTable> DuckdbCatalog::Get(const TableName& name) const {
  AIETL_ASSIGN(auto found, Find(name));
  if (found) return std::move(*found);
  AIETL_ASSIGN(const auto tables, Tables());
  std::vector<std::string> names;
  for (const DuckdbTable& table : tables)
    names.push_back(WriteTableName(table.schema == "main" ? "" : table.schema, table.name));
  return Fail(Error(Code::kNotFound, "unknown_table", Msg("there is no table {}", name.ForPeople()))
                  .About(name.ForPeople())
                  .Hint(DidYouMean(name.ForPeople(), names)));
}

Result<bool> DuckdbCatalog::SchemaExists(const std::string& schema) const {
  AIETL_ASSIGN(const auto count,
               connection_.Scalar("SELECT count(*) FROM duckdb_schemas() WHERE database_name = " +
                                  QuoteText(alias_) + " AND lower(schema_name) = lower(" +
                                  QuoteText(schema) + ")"));
  return count != "0";
}

Result<bool> DuckdbCatalog::Exists(const std::string& schema, const std::string& table) const {
  AIETL_ASSIGN(const auto count, connection_.Scalar("SELECT count(*) FROM duckdb_tables() WHERE " +
                                                    Of({schema, table})));
  return count != "0";
}

Result<std::vector<TargetColumn>> DuckdbCatalog::Columns(const DuckdbTable& table) const {
  AIETL_ASSIGN(const data::Rows rows,
               connection_.Fetch("SELECT column_name, data_type, is_nullable, column_default FROM "
                                 "duckdb_columns() WHERE " +
                                 Of(table) + " ORDER BY column_index"));
  AIETL_ASSIGN(const auto sql,
               connection_.Scalar("SELECT sql FROM duckdb_tables() WHERE " + Of(table)));
  std::vector<TargetColumn> columns;
  for (const auto& row : rows.rows) {
    TargetColumn& column = columns.emplace_back();
    column.column.name = OrEmpty(row[0]);
    AIETL_ASSIGN(column.column.type, data::ParseType(OrEmpty(row[1])));
    column.column.nullable = row[2] == "true";
    column.has_default = row[3].has_value();
    // The catalogue shows the expression of a generated column as its default; only the table's
    // text tells them apart.
    const std::string definition = " " + OrEmpty(row[1]) + " GENERATED ALWAYS AS";
    const std::string text = OrEmpty(sql);
    column.generated =
        row[3] && (text.find(column.column.name + definition) != std::string::npos ||
                   text.find(QuoteName(column.column.name) + definition) != std::string::npos);
  }
  return columns;
}

Result<TableShape> DuckdbCatalog::Shape(const TableName& name) const {
  TableShape shape;
  AIETL_ASSIGN(const auto table, Find(name));
  if (!table) return shape;
  shape.exists = true;
  shape.view = table->view;
  shape.rows = table->rows;
  AIETL_ASSIGN(shape.columns, Columns(*table));
  if (table->view) return shape;
  AIETL_ASSIGN(const auto constraints, ReadConstraints(connection_, Of(*table)));
  for (const Constraint& constraint : constraints) {
    shape.dress.push_back(constraint.kind + " (" + People(constraint.columns) + ")");
  }
  AIETL_ASSIGN(const data::Rows indexes,
               connection_.Fetch("SELECT index_name FROM duckdb_indexes() WHERE " + Of(*table)));
  for (const auto& row : indexes.rows)
    shape.dress.push_back("INDEX " + data::NameForPeople(OrEmpty(row[0])));
  for (const TargetColumn& column : shape.columns) {
    if (column.has_default)
      shape.dress.push_back((column.generated ? "GENERATED " : "DEFAULT ") +
                            data::NameForPeople(column.column.name));
  }
  AIETL_ASSIGN(
      const auto comments,
      connection_.Scalar(
          "SELECT (SELECT count(*) FROM duckdb_tables() WHERE comment IS NOT NULL AND " +
          Of(*table) + ") + (SELECT count(*) FROM duckdb_columns() WHERE comment IS NOT NULL AND " +
          Of(*table) + ")"));
  if (comments != "0") shape.dress.emplace_back("COMMENT");
  AIETL_ASSIGN(const data::Rows references,
               connection_.Fetch(
                   "SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN "
                   "KEY' AND database_name = " +
                   QuoteText(alias_) + " AND schema_name = " + QuoteText(table->schema) +
                   " AND referenced_table = " + QuoteText(table->name) + " ORDER BY table_name"));
  for (const auto& row : references.rows)
    shape.blocks_replace.push_back(Msg("{} refers to it", data::NameForPeople(OrEmpty(row[0]))));
  return shape;
}

Result<TableInfo> DuckdbCatalog::Describe(const DuckdbTable& table) const {
  TableInfo info;
  info.name = WriteTableName(table.schema == "main" ? "" : table.schema, table.name);
  info.kind = table.view ? "view" : "table";
  info.rows = table.rows;
  AIETL_ASSIGN(
      const data::Rows rows,
      connection_.Fetch(
          "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE " +
          Of(table) + " ORDER BY column_index"));
  for (const auto& row : rows.rows) {
    ColumnInfo& column = info.columns.emplace_back();
    column.name = OrEmpty(row[0]);
    AIETL_ASSIGN(column.type, data::ParseType(OrEmpty(row[1])));
    column.nullable = row[2] == "true";
    column.comment = OrEmpty(row[3]);
  }
  const std::string source = table.view
                                 ? "duckdb_views() WHERE view_name = " + QuoteText(table.name) +
                                       " AND schema_name = " + QuoteText(table.schema) +
                                       " AND database_name = " + QuoteText(alias_)
                                 : "duckdb_tables() WHERE " + Of(table);
  AIETL_ASSIGN(const auto comment, connection_.Scalar("SELECT comment FROM " + source));
  info.comment = OrEmpty(comment);
  if (table.view) return info;
  AIETL_ASSIGN(const auto constraints, ReadConstraints(connection_, Of(table)));
  for (const Constraint& constraint : constraints) {
    if (constraint.kind == "PRIMARY KEY") info.primary_key = constraint.columns;
    if (constraint.kind == "UNIQUE") info.unique_keys.push_back(constraint.columns);
    if (constraint.kind == "FOREIGN KEY") {
      info.foreign_keys.push_back(
          {constraint.columns,
           WriteTableName(table.schema == "main" ? "" : table.schema, constraint.referenced),
           constraint.references});
    }
  }
  AIETL_ASSIGN(info.bytes, Bytes(table, {}));
  return info;
}

Result<int64_t> DuckdbCatalog::Bytes(const DuckdbTable& table,
                                     const std::vector<std::string>& columns) const {
  // The pragma's own parser of names knows no doubled quotes.
  if (table.view || (table.schema + table.name).find('"') != std::string::npos) return 0;
  std::string condition;
  for (const std::string& name : columns)
    condition += (condition.empty() ? " AND column_name IN (" : ", ") + QuoteText(name);
  if (!condition.empty()) condition += ")";
  AIETL_ASSIGN(
      const auto bytes,
      connection_.Scalar(
          "SELECT (SELECT count(DISTINCT block_id) FROM pragma_storage_info(" +
          QuoteText(Qualified(table.schema, table.name)) + ") WHERE block_id >= 0" + condition +
          ") * (SELECT block_size FROM pragma_database_size() WHERE database_name = " +
          QuoteText(alias_) + ")"));
  return static_cast<int64_t>(ToNumber(bytes));
}

}  // namespace aietl::connectors
