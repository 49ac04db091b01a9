#include "connectors/sqlite/discover.h"

#include <algorithm>

#include "base/text.h"
#include "connectors/relationships.h"
#include "connectors/sqlite/survey.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;
using data::QuoteText;

// Sample values longer than this are cut: they are for people and for matching words.
constexpr int kValueLength = 200;
// As many distinct values of a column are looked for in the table it may refer to.
constexpr int kContainedValues = 1000;
// Sizes of single tables are told by walking through their pages, which small files allow.
constexpr int64_t kWalkedBytes = 64 << 20;
// Larger tables are not read as a whole only to prove a relationship.
constexpr double kScannedRows = 200'000;

constexpr const char* kSample = "temp.\"_aietl_sample\"";

bool IsOrdered(const data::Type& type) {
  return type.id != data::TypeId::kBlob && type.id != data::TypeId::kInterval;
}

// As the engine prints it.
std::string Printed(std::string value, const data::Type& type) {
  if (type.id == data::TypeId::kBoolean && value == "1") return "true";
  if (type.id == data::TypeId::kBoolean && value == "0") return "false";
  return value;
}

class SqliteDescriber {
 public:
  SqliteDescriber(SqliteConnection& connection, const DiscoverRequest& request)
      : connection_(connection), catalog_(connection), request_(request) {}

  Result<TableInfo> Describe(const SqliteTable& table) {
    TableInfo info;
    info.name = data::NameForPeople(table.name);
    info.kind = table.view ? "view" : "table";
    const auto rows = catalog_.Rows(table);
    if (!rows) {  // a view over something that is gone
      info.problems.push_back(Error(rows.error()).About(info.name).ToProblem());
      return info;
    }
    info.rows = rows->rows;
    info.rows_exact = rows->exact;
    AIETL_ASSIGN(info.bytes, Bytes(table));
    if (!request_.columns) return info;
    SurveyRequest wanted;
    wanted.rows = request_.value_rows;
    AIETL_ASSIGN(const Survey survey, SurveyTable(connection_, table, wanted));
    for (const SurveyedColumn& column : survey.columns) {
      ColumnInfo& out = info.columns.emplace_back();
      out.name = column.name;
      out.type = column.type;
      out.nullable = column.nullable;
      if (!column.as_declared) info.problems.push_back(MixedTypesProblem(table.name, column));
    }
    if (!survey.all) info.sampled_rows = survey.rows;
    if (info.bytes == 0)
      info.bytes = static_cast<int64_t>(survey.row_bytes * info.rows.value_or(0));
    AIETL_TRY(AddKeys(table, &info));
    if (request_.sample_values > 0) AIETL_TRY(CollectStatistics(table, &info));
    return info;
  }

 private:
  Result<int64_t> Bytes(const SqliteTable& table) {
    if (table.view || table.is_virtual || catalog_.FileBytes() > kWalkedBytes) return 0;
    const auto bytes = connection_.Number(
        "SELECT sum(pgsize) FROM dbstat WHERE schema = 'main' AND name = " + QuoteText(table.name));
    return bytes ? *bytes : 0;  // not every SQLite is built with dbstat
  }

  Result<void> AddKeys(const SqliteTable& table, TableInfo* info) {
    info->primary_key = table.primary_key;
    AIETL_ASSIGN(const auto indexes, catalog_.Indexes(table));
    for (const SqliteIndex& index : indexes) {
      const bool whole = std::none_of(index.columns.begin(), index.columns.end(),
                                      [](const std::string& name) { return name.empty(); });
      if (index.unique && !index.partial && whole && index.columns != table.primary_key)
        info->unique_keys.push_back(index.columns);
    }
    AIETL_ASSIGN(info->foreign_keys, catalog_.ForeignKeys(table));
    return {};
  }

  Result<void> CollectStatistics(const SqliteTable& table, TableInfo* info) {
    std::string list, numbers = "count(*)";
    for (const ColumnInfo& column : info->columns) {
      const std::string name = QuoteName(column.name);
      list += (list.empty() ? "" : ", ") + name;
      numbers += ", count(" + name + "), count(DISTINCT " + name + ")";
      const std::string length = std::to_string(kValueLength);
      numbers += IsOrdered(column.type) ? ", substr(min(" + name + "), 1, " + length +
                                              "), substr(max(" + name + "), 1, " + length + ")"
                                        : ", NULL, NULL";
    }
    AIETL_ASSIGN(const std::string sample,
                 SampleSql(connection_, table, list, request_.value_rows));
    AIETL_TRY(connection_.Execute(std::string("DROP TABLE IF EXISTS ") + kSample +
                                  "; CREATE TABLE " + kSample + " AS " + sample));
    AIETL_ASSIGN(SqliteStatement found,
                 connection_.Prepare("SELECT " + numbers + " FROM " + kSample));
    AIETL_TRY(found.Step());
    const int64_t seen = found.Integer(0);
    info->sampled_rows = info->rows && static_cast<double>(seen) >= *info->rows ? 0 : seen;
    for (size_t i = 0; i < info->columns.size(); ++i) {
      ColumnInfo& column = info->columns[i];
      const int at = 1 + 4 * static_cast<int>(i);
      column.distinct = found.Integer(at + 1);
      column.null_fraction =
          seen == 0 ? 0 : static_cast<double>(seen - found.Integer(at)) / static_cast<double>(seen);
      if (!found.IsNull(at + 2)) column.min = Printed(found.Text(at + 2), column.type);
      if (!found.IsNull(at + 3)) column.max = Printed(found.Text(at + 3), column.type);
      if (IsOrdered(column.type)) AIETL_TRY(CollectSamples(&column));
    }
    AIETL_TRY(found.Reset());
    AIETL_TRY(connection_.Execute(std::string("DROP TABLE ") + kSample));
    return {};
  }

  Result<void> CollectSamples(ColumnInfo* column) {
    const std::string name = QuoteName(column->name);
    AIETL_ASSIGN(
        const auto rows,
        connection_.Fetch("SELECT substr(" + name + ", 1, " + std::to_string(kValueLength) +
                          ") AS v, count(*) AS n FROM " + kSample + " WHERE " + name +
                          " IS NOT NULL GROUP BY v ORDER BY n DESC, v LIMIT " +
                          std::to_string(request_.sample_values)));
    for (const auto& row : rows)
      column->samples.push_back(Printed(row[0].value_or(""), column->type));
    return {};
  }

  SqliteConnection& connection_;
  SqliteCatalog catalog_;
  const DiscoverRequest& request_;
};

std::string QualifiedOf(const TableInfo& table) {
  const auto name = ParseTableName(table.name);
  return SqliteQualified(name ? name->table() : table.name);
}

bool IsKey(const TableInfo& table, const std::string& column) {
  const std::vector<std::string> key = {column};
  return table.primary_key == key || std::find(table.unique_keys.begin(), table.unique_keys.end(),
                                               key) != table.unique_keys.end();
}

bool IsScanned(const TableInfo& table) {
  return table.rows && *table.rows <= kScannedRows;
}

RelationshipProbe ProbeOf(const SqliteConnection& connection) {
  RelationshipProbe probe;
  probe.contained = [&connection](const TableInfo& child, const std::string& column,
                                  const TableInfo& parent, const std::string& key) {
    if (!IsKey(parent, key) && !IsScanned(parent)) return std::optional<double>();
    const std::string name = QuoteName(column);
    auto statement = connection.Prepare(
        "SELECT avg(c.v IN (SELECT " + QuoteName(key) + " FROM " + QualifiedOf(parent) +
        ")) FROM (SELECT DISTINCT " + name + " AS v FROM (SELECT " + name + " FROM " +
        QualifiedOf(child) + " WHERE " + name + " IS NOT NULL LIMIT " +
        std::to_string(100 * kContainedValues) + ") LIMIT " + std::to_string(kContainedValues) +
        ") AS c");
    if (!statement) return std::optional<double>();
    const auto row = statement->Step();
    if (!row || !*row || statement->IsNull(0)) return std::optional<double>();
    return std::optional<double>(sqlite3_column_double(statement->handle(), 0));
  };
  probe.unique = [&connection](const TableInfo& table, const std::string& column) {
    if (!IsScanned(table)) return std::optional<bool>();
    const std::string name = QuoteName(column);
    const auto unique = connection.Number("SELECT count(" + name + ") = count(DISTINCT " + name +
                                          ") FROM " + QualifiedOf(table));
    return unique ? std::optional<bool>(*unique == 1) : std::optional<bool>();
  };
  return probe;
}

}  // namespace

Result<std::vector<TableInfo>> DiscoverSqlite(SqliteFile& file, const DiscoverRequest& request,
                                              StopToken stop) {
  AIETL_ASSIGN(SqliteConnection * connection, file.Reader());
  connection->SetStop(stop);
  // One state for the whole discovery.
  AIETL_ASSIGN(const auto transaction, SqliteTransaction::Begin(*connection, ""));
  const SqliteCatalog catalog(*connection);
  std::vector<SqliteTable> tables;
  if (request.table.empty()) {
    AIETL_ASSIGN(const auto listed, catalog.Tables());
    for (const SqliteTable& table : listed) {
      AIETL_ASSIGN(auto found, catalog.Find(TableName{{{table.name, true}}}));
      if (found) tables.push_back(std::move(*found));
    }
  } else {
    AIETL_ASSIGN(const TableName name, ParseSqliteName(request.table));
    AIETL_ASSIGN(SqliteTable table, catalog.Get(name));
    tables.push_back(std::move(table));
  }
  SqliteDescriber describer(*connection, request);
  std::vector<TableInfo> infos;
  for (const SqliteTable& table : tables) {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(TableInfo info, describer.Describe(table));
    infos.push_back(std::move(info));
  }
  if (request.columns && request.table.empty()) InferRelationships(&infos, ProbeOf(*connection));
  connection->SetStop({});
  return infos;
}

}  // namespace aietl::connectors
