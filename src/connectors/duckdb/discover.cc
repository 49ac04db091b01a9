#include "connectors/duckdb/discover.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/text.h"
#include "connectors/ledger.h"
#include "connectors/relationships.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;

// Sample values longer than this are cut: they are for people and for matching words.
constexpr int kSampleLength = 200;
// As many distinct values of a column are looked for in the table it may refer to.
constexpr int kProbeValues = 1000;

int64_t ToCount(const std::optional<std::string>& text) {
  return text ? std::strtoll(text->c_str(), nullptr, 10) : 0;
}

bool HasOrder(const data::Type& type) {
  return !type.IsNested() && type.id != data::TypeId::kBlob && type.id != data::TypeId::kBit;
}

// One table's discovery.
class Describer {
 public:
  Describer(DuckdbFile& file, const DiscoverRequest& request, StopToken stop)
      : file_(file), request_(request), stop_(std::move(stop)) {}

  Result<TableInfo> Describe(const DuckdbTable& table) {
    const DuckdbCatalog catalog = file_.catalog();
    TableInfo info;
    if (!request_.columns) {
      info.name = WriteTableName(table.schema == "main" ? "" : table.schema, table.name);
      info.kind = table.view ? "view" : "table";
      info.rows = table.rows;
      AIETL_ASSIGN(info.bytes, catalog.Bytes(table, {}));
      return info;
    }
    AIETL_ASSIGN(info, catalog.Describe(table));
    const std::string name = catalog.Qualified(table.schema, table.name);
    if (!table.view) {
      AIETL_ASSIGN(const int64_t rows,
                   file_.Number("SELECT count(*) FROM " + name));  // from the row groups' headers
      info.rows = static_cast<double>(rows);
      info.rows_exact = true;
    }
    if (request_.sample_values > 0) AIETL_TRY(CollectStatistics(name, &info));
    return info;
  }

 private:
  // No more than value_rows rows; blocks from all over a large table, always the same ones.
  std::string Sample(const std::string& name, const TableInfo& info) const {
    const double rows = info.rows.value_or(0);
    const auto limit = static_cast<double>(request_.value_rows);
    std::string from = "SELECT * FROM " + name;
    if (rows > 2 * limit)
      from += " TABLESAMPLE system(" + std::to_string(std::min(100.0, 150 * limit / rows)) +
              " PERCENT) REPEATABLE (1)";
    return "(" + from + " LIMIT " + std::to_string(request_.value_rows) + ")";
  }

  Result<void> CollectStatistics(const std::string& name, TableInfo* info) {
    AIETL_TRY(stop_.Check());
    const std::string sample = Sample(name, *info);
    std::string list = "count(*)";
    for (const ColumnInfo& column : info->columns) {
      const std::string quoted = QuoteName(column.name);
      const bool ordered = HasOrder(column.type);
      list += ", count(" + quoted + "), count(DISTINCT " + quoted + ")";
      list += ordered ? ", left(CAST(min(" + quoted + ") AS VARCHAR), " +
                            std::to_string(kSampleLength) + "), left(CAST(max(" + quoted +
                            ") AS VARCHAR), " + std::to_string(kSampleLength) + ")"
                      : ", NULL, NULL";
    }
    auto rows = file_.connection().Fetch("SELECT " + list + " FROM " + sample);
    if (!rows) {  // a view over something that is gone
      info->problems.push_back(std::move(rows.error()).About(info->name).ToProblem());
      return {};
    }
    const auto& values = rows->rows.at(0);
    const int64_t seen = ToCount(values[0]);
    if (!info->rows || static_cast<double>(seen) < *info->rows) info->sampled_rows = seen;
    for (size_t i = 0; i < info->columns.size(); ++i) {
      ColumnInfo& column = info->columns[i];
      const int64_t filled = ToCount(values[1 + 4 * i]);
      column.distinct = ToCount(values[2 + 4 * i]);
      column.null_fraction =
          seen == 0 ? 0 : static_cast<double>(seen - filled) / static_cast<double>(seen);
      column.min = values[3 + 4 * i];
      column.max = values[4 + 4 * i];
      if (HasOrder(column.type)) AIETL_TRY(CollectSamples(sample, &column));
    }
    return {};
  }

  Result<void> CollectSamples(const std::string& sample, ColumnInfo* column) {
    AIETL_TRY(stop_.Check());
    AIETL_ASSIGN(const data::Rows rows,
                 file_.connection().Fetch(
                     "SELECT left(CAST(" + QuoteName(column->name) + " AS VARCHAR), " +
                     std::to_string(kSampleLength) + ") AS value, count(*) AS n FROM " + sample +
                     " AS s WHERE value IS NOT NULL GROUP BY value ORDER BY n DESC, value LIMIT " +
                     std::to_string(request_.sample_values)));
    for (const auto& row : rows.rows)
      column->samples.push_back(row[0].value_or(""));
    return {};
  }

  DuckdbFile& file_;
  const DiscoverRequest& request_;
  StopToken stop_;
};

RelationshipProbe MakeProbe(DuckdbFile& file) {
  const auto qualified = [&file](const TableInfo& table) -> std::string {
    const auto name = ParseTableName(table.name);
    return name ? file.catalog().Qualified(SchemaOf(*name), name->table()) : std::string("NULL");
  };
  RelationshipProbe probe;
  probe.contained = [&file, qualified](const TableInfo& child, const std::string& column,
                                       const TableInfo& parent, const std::string& key) {
    const std::string values = "(SELECT DISTINCT " + QuoteName(column) + " AS v FROM " +
                               qualified(child) + " WHERE v IS NOT NULL LIMIT " +
                               std::to_string(kProbeValues) + ")";
    const auto share = file.connection().Scalar("SELECT avg(CASE WHEN v IN (SELECT " +
                                                QuoteName(key) + " FROM " + qualified(parent) +
                                                ") THEN 1 ELSE 0 END) FROM " + values + " AS c");
    return share && *share ? std::optional<double>(std::strtod((*share)->c_str(), nullptr))
                           : std::nullopt;
  };
  probe.unique = [&file, qualified](const TableInfo& table, const std::string& column) {
    const auto unique =
        file.connection().Scalar("SELECT count(" + QuoteName(column) + ") = count(DISTINCT " +
                                 QuoteName(column) + ") FROM " + qualified(table));
    return unique && *unique ? std::optional<bool>(**unique == "true") : std::nullopt;
  };
  return probe;
}

}  // namespace

Result<std::vector<TableInfo>> DiscoverDuckdb(DuckdbFile& file, const DiscoverRequest& request,
                                              StopToken stop) {
  AIETL_TRY(file.ForReading());
  const DuckdbCatalog catalog = file.catalog();
  std::vector<DuckdbTable> tables;
  if (request.table.empty()) {
    AIETL_ASSIGN(tables, catalog.Tables());
  } else {
    AIETL_ASSIGN(const TableName name, ParseTableName(request.table));
    AIETL_ASSIGN(DuckdbTable table, catalog.Get(name));
    tables.push_back(std::move(table));
  }
  Describer describer(file, request, stop);
  std::vector<TableInfo> infos;
  for (const DuckdbTable& table : tables) {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(TableInfo info, describer.Describe(table));
    infos.push_back(std::move(info));
  }
  if (request.columns && request.table.empty()) InferRelationships(&infos, MakeProbe(file));
  return infos;
}

}  // namespace aietl::connectors
