#include "connectors/sqlite/catalog.h"

#include <algorithm>
#include <filesystem>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "connectors/ledger.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;
using data::QuoteText;

// Counting reads the whole table; beyond this size row numbers tell enough.
constexpr int64_t kCountedBytes = 256 << 20;

std::string JoinNames(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : ", ") + data::NameForPeople(name);
  return list;
}

bool IsSame(const std::string& a, const std::string& b) {
  return LowerUtf8(a) == LowerUtf8(b);
}

}  // namespace

std::string SqliteQualified(const std::string& table) {
  return "\"main\"." + QuoteName(table);
}

Result<TableName> ParseSqliteName(const std::string& text) {
  AIETL_ASSIGN(TableName name, ParseTableName(text));
  if (name.parts.size() == 1 || IsSame(name.parts[0].text, "main")) return name;
  return Fail(Error(Code::kInvalid, "bad_table_name",
                    Msg("a SQLite database has no schemas, but {} names one", text))
                  .About(text)
                  .Hint(Msg("write {}; a dot inside a name must be quoted",
                            data::NameForPeople(name.table()))));
}

Result<std::vector<SqliteTable>> SqliteCatalog::Tables() const {
  AIETL_ASSIGN(const auto rows,
               connection_.Fetch("SELECT name, type, wr, strict FROM pragma_table_list WHERE "
                                 "schema = 'main' AND type <> 'shadow'"
                                 " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"));
  std::vector<SqliteTable> tables;
  for (const auto& row : rows) {
    if (row[0]->starts_with(kOwnPrefix)) continue;
    SqliteTable& table = tables.emplace_back();
    table.name = *row[0];
    table.view = row[1] == "view";
    table.is_virtual = row[1] == "virtual";
    table.without_rowid = row[2] == "1";
    table.strict = row[3] == "1";
  }
  return tables;
}

Result<std::optional<SqliteTable>> SqliteCatalog::Find(const TableName& name) const {
  AIETL_ASSIGN(const auto rows,
               connection_.Fetch("SELECT name, type, wr, strict FROM pragma_table_list WHERE "
                                 "schema = 'main' AND type <> 'shadow'"
                                 " AND name = " +
                                 QuoteText(name.table()) + " COLLATE NOCASE"));
  if (rows.empty()) return std::optional<SqliteTable>();
  SqliteTable table;
  table.name = rows[0][0].value_or("");
  table.view = rows[0][1] == "view";
  table.is_virtual = rows[0][1] == "virtual";
  table.without_rowid = rows[0][2] == "1";
  table.strict = rows[0][3] == "1";
  AIETL_TRY(ReadColumns(&table));
  return std::optional<SqliteTable>(std::move(table));
}

Result<SqliteTable> SqliteCatalog::Get(const TableName& name) const {
  AIETL_ASSIGN(auto found, Find(name));
  if (found) return std::move(*found);
  AIETL_ASSIGN(const auto tables, Tables());
  std::vector<std::string> names;
  for (const SqliteTable& table : tables)
    names.push_back(data::NameForPeople(table.name));
  return Fail(Error(Code::kNotFound, "unknown_table", Msg("there is no table {}", name.ForPeople()))
                  .About(name.ForPeople())
                  .Hint(DidYouMean(data::NameForPeople(name.table()), names)));
}

Result<bool> SqliteCatalog::Exists(const std::string& table) const {
  AIETL_ASSIGN(
      const int64_t count,
      connection_.Number(
          "SELECT count(*) FROM main.sqlite_schema WHERE type IN ('table', 'view') AND name = " +
          QuoteText(table) + " COLLATE NOCASE"));
  return count > 0;
}

Result<void> SqliteCatalog::ReadColumns(SqliteTable* table) const {
  // hidden: 1 belongs to a virtual table, 2 and 3 are generated.
  AIETL_ASSIGN(
      const auto rows,
      connection_.Fetch(
          "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(" +
          QuoteText(table->name) + ", 'main') WHERE hidden <> 1 ORDER BY cid"));
  std::vector<std::pair<int, std::string>> key;
  for (const auto& row : rows) {
    SqliteColumn& column = table->columns.emplace_back();
    column.name = row[0].value_or("");
    column.declared = row[1].value_or("");
    column.nullable = row[2] != "1";
    column.has_default = row[3].has_value();
    column.generated = row[5] == "2" || row[5] == "3";
    if (row[4] != "0") key.emplace_back(std::stoi(row[4].value_or("0")), column.name);
  }
  std::sort(key.begin(), key.end());
  for (auto& [position, name] : key)
    table->primary_key.push_back(std::move(name));
  const bool has_rowid = !table->view && !table->without_rowid && !table->is_virtual;
  for (SqliteColumn& column : table->columns) {
    const bool in_key = std::find(table->primary_key.begin(), table->primary_key.end(),
                                  column.name) != table->primary_key.end();
    // Exactly this spelling makes the column the rowid
    // (https://www.sqlite.org/lang_createtable.html#rowid); such a column is filled where it is not
    // given.
    if (has_rowid && in_key && table->primary_key.size() == 1 &&
        IsSame(column.declared, "INTEGER")) {
      AIETL_ASSIGN(const int64_t indexed,
                   connection_.Number("SELECT count(*) FROM pragma_index_list(" +
                                      QuoteText(table->name) + ", 'main') WHERE origin = 'pk'"));
      if (indexed == 0) table->integer_key = column.name;
    }
    if (in_key && (table->without_rowid || table->strict)) column.nullable = false;
    if (column.name == table->integer_key) {
      column.nullable = false;
      column.has_default = true;
    }
  }
  for (const char* alias : {"rowid", "_rowid_", "oid"}) {
    const bool taken =
        std::any_of(table->columns.begin(), table->columns.end(),
                    [&](const SqliteColumn& column) { return IsSame(column.name, alias); });
    if (has_rowid && !taken && table->rowid.empty()) table->rowid = alias;
  }
  return {};
}

Result<std::vector<SqliteIndex>> SqliteCatalog::Indexes(const SqliteTable& table) const {
  AIETL_ASSIGN(
      const auto rows,
      connection_.Fetch("SELECT name, \"unique\", origin, partial FROM pragma_index_list(" +
                        QuoteText(table.name) + ", 'main') ORDER BY seq DESC"));
  std::vector<SqliteIndex> indexes;
  for (const auto& row : rows) {
    SqliteIndex& index = indexes.emplace_back();
    index.name = row[0].value_or("");
    index.unique = row[1] == "1";
    index.made_by_constraint = row[2] != "c";
    index.partial = row[3] == "1";
    AIETL_ASSIGN(const auto columns,
                 connection_.Fetch("SELECT name FROM pragma_index_info(" + QuoteText(index.name) +
                                   ", 'main') ORDER BY seqno"));
    for (const auto& column : columns)
      index.columns.push_back(column[0].value_or(""));
  }
  return indexes;
}

Result<std::vector<ForeignKey>> SqliteCatalog::ForeignKeys(const SqliteTable& table) const {
  AIETL_ASSIGN(
      const auto rows,
      connection_.Fetch("SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(" +
                        QuoteText(table.name) + ", 'main') ORDER BY id DESC, seq"));
  std::vector<ForeignKey> keys;
  std::string last;
  for (const auto& row : rows) {
    if (keys.empty() || row[0] != last)
      keys.push_back({{}, data::NameForPeople(row[1].value_or("")), {}});
    last = row[0].value_or("");
    keys.back().columns.push_back(row[2].value_or(""));
    if (row[3]) keys.back().references.push_back(*row[3]);
  }
  for (ForeignKey& key : keys) {  // REFERENCES t without columns means t's primary key
    if (!key.references.empty()) continue;
    const auto name = ParseTableName(key.table);
    if (!name) continue;
    AIETL_ASSIGN(const auto parent, Find(*name));
    if (parent) key.references = parent->primary_key;
  }
  return keys;
}

Result<std::vector<std::string>> SqliteCatalog::Referrers(const SqliteTable& table) const {
  AIETL_ASSIGN(const auto rows,
               connection_.Fetch("SELECT DISTINCT s.name FROM main.sqlite_schema AS s, "
                                 "pragma_foreign_key_list(s.name, 'main') AS k"
                                 " WHERE s.type = 'table' AND k.\"table\" = " +
                                 QuoteText(table.name) + " COLLATE NOCASE AND s.name <> " +
                                 QuoteText(table.name) + " ORDER BY 1"));
  std::vector<std::string> names;
  for (const auto& row : rows)
    names.push_back(row[0].value_or(""));
  return names;
}

Result<std::vector<std::string>> SqliteCatalog::Dress(const SqliteTable& table) const {
  std::vector<std::string> dress;
  if (!table.primary_key.empty())
    dress.push_back("PRIMARY KEY (" + JoinNames(table.primary_key) + ")");
  for (const SqliteColumn& column : table.columns) {
    const bool in_key = std::find(table.primary_key.begin(), table.primary_key.end(),
                                  column.name) != table.primary_key.end();
    if (!column.nullable && !in_key)
      dress.push_back("NOT NULL (" + data::NameForPeople(column.name) + ")");
    if (column.has_default && column.name != table.integer_key)
      dress.push_back("DEFAULT (" + data::NameForPeople(column.name) + ")");
    if (column.generated) dress.push_back("GENERATED (" + data::NameForPeople(column.name) + ")");
  }
  AIETL_ASSIGN(const auto indexes, Indexes(table));
  for (const SqliteIndex& index : indexes) {
    if (!index.made_by_constraint)
      dress.push_back("INDEX " + data::NameForPeople(index.name));
    else if (index.columns != table.primary_key)
      dress.push_back("UNIQUE (" + JoinNames(index.columns) + ")");
  }
  AIETL_ASSIGN(const auto triggers,
               connection_.Fetch(
                   "SELECT name FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = " +
                   QuoteText(table.name) + " COLLATE NOCASE ORDER BY name"));
  for (const auto& row : triggers)
    dress.push_back("TRIGGER " + data::NameForPeople(row[0].value_or("")));
  AIETL_ASSIGN(const auto keys, ForeignKeys(table));
  for (const ForeignKey& key : keys)
    dress.push_back("FOREIGN KEY (" + JoinNames(key.columns) + ")");
  AIETL_ASSIGN(const auto referrers, Referrers(table));
  for (const std::string& referrer : referrers)
    dress.push_back(Msg("a reference from {}", data::NameForPeople(referrer)));
  // What no pragma tells stands in the text of the table.
  AIETL_ASSIGN(const auto sql,
               connection_.Scalar(
                   "SELECT upper(sql) FROM main.sqlite_schema WHERE type = 'table' AND name = " +
                   QuoteText(table.name)));
  for (const char* word : {"CHECK", "COLLATE", "AUTOINCREMENT"}) {
    if (sql.value_or("").find(word) != std::string::npos) dress.emplace_back(word);
  }
  if (table.without_rowid) dress.emplace_back("WITHOUT ROWID");
  if (table.strict) dress.emplace_back("STRICT");
  if (table.is_virtual) dress.emplace_back("VIRTUAL");
  return dress;
}

int64_t SqliteCatalog::FileBytes() const {
  std::error_code error;
  const auto size = std::filesystem::file_size(connection_.path(), error);
  return error ? 0 : static_cast<int64_t>(size);
}

Result<SqliteCatalog::RowCount> SqliteCatalog::Rows(const SqliteTable& table) const {
  const std::string name = SqliteQualified(table.name);
  const bool small = FileBytes() <= kCountedBytes;
  if ((table.view || table.is_virtual) && !small) return RowCount{};
  if (table.rowid.empty() || small) {
    AIETL_ASSIGN(const int64_t rows, connection_.Number("SELECT count(*) FROM " + name));
    return RowCount{static_cast<double>(rows), true};
  }
  AIETL_ASSIGN(
      const int64_t rows,
      connection_.Number("SELECT coalesce((SELECT max(" + table.rowid + ") FROM " + name +
                         ") - (SELECT min(" + table.rowid + ") FROM " + name + ") + 1, 0)"));
  return RowCount{static_cast<double>(rows), false};
}

}  // namespace aietl::connectors
