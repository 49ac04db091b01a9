#include "connectors/postgres/discover.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.h"
#include "connectors/ledger.h"
#include "connectors/relationships.h"
#include "json/value.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;
using data::QuoteText;

constexpr int kPgSampleLength = 200;
// Values are looked at table by table only in databases of so many tables; in larger ones the
// server's statistics must do.
constexpr size_t kMostSampledTables = 300;
// Tables with more pages are not read as a whole to prove a relationship.
constexpr int64_t kProbeBytes = 16 << 20;
constexpr int kPgProbeValues = 1000;

double PgReal(const std::optional<std::string>& text) {
  double number = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}
int64_t PgCount(const std::optional<std::string>& text) {
  int64_t number = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

struct PgFound {
  TableInfo info;
  std::string sql;  // qualified
  std::vector<PgColumn> columns;
};

bool PgOrdered(const data::Type& type) {
  return !type.IsNested() && type.id != data::TypeId::kJson && type.id != data::TypeId::kBlob &&
         type.id != data::TypeId::kBit;
}

class PgDiscoverer {
 public:
  PgDiscoverer(PgConnection& connection, const DiscoverRequest& request, StopToken stop)
      : connection_(connection), catalog_(connection), request_(request), stop_(std::move(stop)) {}

  Result<std::vector<TableInfo>> Discover() {
    std::string only;
    if (!request_.table.empty()) {
      AIETL_ASSIGN(const TableName name, ParsePgName(request_.table));
      AIETL_ASSIGN(const PgTable table, catalog_.Get(name));
      only = " AND c.oid = " + table.relation.oid;
    }
    AIETL_TRY(Tables(only));
    if (request_.columns) {
      AIETL_TRY(catalog_.LoadTypes());
      AIETL_TRY(Columns());
      AIETL_TRY(Keys());
      if (request_.sample_values > 0)
        AIETL_TRY(found_.size() <= kMostSampledTables ? Sample() : Statistics());
    }
    std::vector<TableInfo> tables;
    for (auto& [oid, one] : found_)
      tables.push_back(std::move(one.info));
    std::sort(tables.begin(), tables.end(),
              [](const TableInfo& a, const TableInfo& b) { return a.name < b.name; });
    if (request_.columns && request_.table.empty()) InferRelationships(&tables, Probe());
    return tables;
  }

 private:
  // Partitions show as their parent.
  Result<void> Tables(const std::string& only) {
    AIETL_ASSIGN(
        const PgRows rows,
        connection_.Fetch("SELECT c.oid, n.nspname, c.relname, c.relkind, coalesce(s.rows, "
                          "c.reltuples), coalesce(s.pages, c.relpages)::bigint"
                          " * current_setting('block_size')::bigint, coalesce(d.description, '')"
                          " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                          " LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = "
                          "'pg_class'::regclass AND d.objsubid = 0"
                          " LEFT JOIN LATERAL (SELECT sum(greatest(l.reltuples, 0)) AS rows, "
                          "sum(l.relpages) AS pages FROM pg_partition_tree(c.oid) t"
                          " JOIN pg_class l ON l.oid = t.relid WHERE t.isleaf) s ON c.relkind = 'p'"
                          " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition "
                          "AND n.nspname <> 'information_schema'"
                          " AND n.nspname NOT LIKE 'pg\\_%' AND c.relname NOT LIKE '\\_aietl\\_%' "
                          "AND has_schema_privilege(n.oid, 'USAGE')"
                          " AND (has_table_privilege(c.oid, 'SELECT') OR "
                          "has_any_column_privilege(c.oid, 'SELECT'))" +
                              only,
                          stop_));
    for (const PgRow& row : rows) {
      PgFound one;
      const std::string schema = row[1].value_or(""), name = row[2].value_or("");
      one.sql = PgQualified(schema, name);
      one.info.name = PgNameForPeople(schema, name);
      const char kind = row[3].value_or("r")[0];
      one.info.kind = kind == 'v' || kind == 'm' ? "view" : "table";
      const double tuples = PgReal(row[4]);
      if (kind != 'v' && kind != 'f' && tuples >= 0) one.info.rows = tuples;
      one.info.bytes = PgCount(row[5]);
      one.info.comment = row[6].value_or("");
      found_.emplace(row[0].value_or(""), std::move(one));
    }
    return {};
  }

  // Empty where everything was asked for.
  std::string Among(const char* column) const {
    if (request_.table.empty()) return "";
    std::string list;
    for (const auto& [oid, one] : found_)
      list += (list.empty() ? "" : ", ") + oid;
    return std::string(" AND ") + column + " IN (" + (list.empty() ? "0" : list) + ")";
  }

  Result<void> Columns() {
    AIETL_ASSIGN(
        const PgRows rows,
        connection_.Fetch(
            "SELECT a.attrelid, a.attname, a.atttypid, a.atttypmod, a.attndims, "
            "format_type(a.atttypid, a.atttypmod),"
            " a.attnotnull, coalesce(d.description, '') FROM pg_attribute a"
            " JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
            " LEFT JOIN pg_description d ON d.objoid = a.attrelid AND d.classoid = "
            "'pg_class'::regclass AND d.objsubid = a.attnum"
            " WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') "
            "AND NOT c.relispartition"
            " AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'" +
                Among("a.attrelid") + " ORDER BY a.attrelid, a.attnum",
            stop_));
    for (const PgRow& row : rows) {
      const auto found = found_.find(row[0].value_or(""));
      if (found == found_.end()) continue;
      PgColumn column;
      column.name = row[1].value_or("");
      column.type = catalog_.TypeOf(static_cast<uint32_t>(PgCount(row[2])),
                                    static_cast<int32_t>(PgCount(row[3])),
                                    static_cast<int>(PgCount(row[4])), row[5].value_or(""));
      ColumnInfo info;
      info.name = column.name;
      info.type = ReadOf(column.type).type;
      info.nullable = row[6].value_or("f") != "t";
      info.comment = row[7].value_or("");
      found->second.info.columns.push_back(std::move(info));
      found->second.columns.push_back(std::move(column));
    }
    return {};
  }

  Result<void> Keys() {
    const char* names =
        "(SELECT array_to_json(array_agg(a.attname ORDER BY k.n))::text FROM unnest({key}) WITH "
        "ORDINALITY k(num, n)"
        " JOIN pg_attribute a ON a.attrelid = {rel} AND a.attnum = k.num)";
    const auto listed = [&](const char* key, const char* rel) {
      std::string sql = names;
      sql.replace(sql.find("{key}"), 5, key);
      sql.replace(sql.find("{rel}"), 5, rel);
      return sql;
    };
    AIETL_ASSIGN(
        const PgRows rows,
        connection_.Fetch(
            "SELECT o.conrelid, o.contype, " + listed("o.conkey", "o.conrelid") +
                ", o.confrelid, " + listed("o.confkey", "o.confrelid") +
                " FROM pg_constraint o WHERE o.contype IN ('p', 'u', 'f') AND o.conrelid <> 0" +
                Among("o.conrelid"),
            stop_));
    for (const PgRow& row : rows) {
      const auto found = found_.find(row[0].value_or(""));
      if (found == found_.end()) continue;
      TableInfo& info = found->second.info;
      AIETL_ASSIGN(std::vector<std::string> columns, Names(row[2]));
      const char kind = row[1].value_or("p")[0];
      if (kind == 'p')
        info.primary_key = std::move(columns);
      else if (kind == 'u')
        info.unique_keys.push_back(std::move(columns));
      else
        AIETL_TRY(AddForeignKey(row, std::move(columns), &info));
    }
    return {};
  }

  Result<void> AddForeignKey(const PgRow& row, std::vector<std::string> columns, TableInfo* info) {
    ForeignKey key;
    key.columns = std::move(columns);
    AIETL_ASSIGN(key.references, Names(row[4]));
    const auto to = found_.find(row[3].value_or(""));
    if (to == found_.end()) {
      if (request_.table.empty()) return {};  // to a table that cannot be read
      AIETL_ASSIGN(const PgRows name,
                   connection_.Fetch("SELECT n.nspname, c.relname FROM pg_class c JOIN "
                                     "pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = " +
                                     row[3].value_or("0")));
      if (name.empty()) return {};
      key.table = PgNameForPeople(name[0][0].value_or(""), name[0][1].value_or(""));
    } else {
      key.table = to->second.info.name;
    }
    info->foreign_keys.push_back(std::move(key));
    return {};
  }

  static Result<std::vector<std::string>> Names(const std::optional<std::string>& text) {
    std::vector<std::string> names;
    AIETL_ASSIGN(const json::Value list, json::Parse(text.value_or("[]")));
    for (const json::Value& one : list.AsArray())
      names.push_back(one.AsString());
    return names;
  }

  // Some rows of each table, in one question a table.
  Result<void> Sample() {
    for (auto& [oid, one] : found_) {
      if (one.columns.empty()) continue;
      const Result<void> sampled = SampleTable(&one);
      if (!sampled && sampled.error().code == Code::kCancelled) return sampled;
      if (!sampled)
        one.info.problems.push_back(Error(sampled.error()).About(one.info.name).ToProblem());
    }
    return {};
  }

  std::string SampleFrom(const PgFound& one) const {
    const double rows = one.info.rows.value_or(0), limit = static_cast<double>(request_.value_rows);
    std::string from = one.sql;
    // Blocks from all over a large table, always the same ones.
    if (one.info.kind == "table" && rows > 2 * limit)
      from += " TABLESAMPLE system (" + std::to_string(std::min(100.0, 150 * limit / rows)) +
              ") REPEATABLE (1)";
    return from;
  }

  Result<void> SampleTable(PgFound* one) {
    AIETL_TRY(stop_.Check());
    std::string list, parts;
    for (size_t i = 0; i < one->columns.size(); ++i) {
      const std::string c = "c" + std::to_string(i), n = std::to_string(i),
                        length = std::to_string(kPgSampleLength);
      list += (list.empty() ? "" : ", ") + QuoteName(one->columns[i].name) + " AS " + c;
      const bool ordered = PgOrdered(one->info.columns[i].type);
      const PgType& type = one->columns[i].type;
      const bool has_min = ordered && type.builtin && type.element == 0 && type.kind == 'b' &&
                           type.name != "bool" && type.name != "uuid" && !ReadOf(type).as_text;
      parts += " UNION ALL SELECT " + n + ", 's', count(" + c + ")::text, count(DISTINCT " + c +
               "::text), " +
               (has_min ? "left(min(" + c + ")::text, " + length + "), left(max(" + c +
                              ")::text, " + length + ")"
                        : "NULL, NULL") +
               ", count(*) FROM s";
      if (!ordered) continue;
      parts += " UNION ALL (SELECT " + n + ", 'v', left(" + c + "::text, " + length +
               ") AS v, count(*) AS k, NULL, NULL, 0 FROM s WHERE " + c +
               " IS NOT NULL GROUP BY v ORDER BY k DESC, v LIMIT " +
               std::to_string(request_.sample_values) + ")";
    }
    AIETL_ASSIGN(const PgRows rows,
                 connection_.Fetch(
                     "WITH s AS MATERIALIZED (SELECT " + list + " FROM " + SampleFrom(*one) +
                         " LIMIT " + std::to_string(request_.value_rows) + ") " + parts.substr(11),
                     stop_));
    int64_t seen = 0;
    for (const PgRow& row : rows) {
      ColumnInfo& column = one->info.columns.at(static_cast<size_t>(PgCount(row[0])));
      if (row[1].value_or("") == "v") {
        column.samples.push_back(row[2].value_or(""));
        continue;
      }
      seen = PgCount(row[6]);
      column.distinct = PgCount(row[3]);
      column.null_fraction =
          seen == 0 ? 0 : static_cast<double>(seen - PgCount(row[2])) / static_cast<double>(seen);
      column.min = row[4];
      column.max = row[5];
    }
    // All of it was seen: then its number of rows is known, too.
    if (seen < request_.value_rows && SampleFrom(*one) == one->sql) {
      one->info.rows = static_cast<double>(seen);
      one->info.rows_exact = true;
    } else {
      one->info.sampled_rows = seen;
    }
    return {};
  }

  // What ANALYZE found, for all tables at once.
  Result<void> Statistics() {
    const std::string k = std::to_string(request_.sample_values);
    AIETL_ASSIGN(
        const PgRows rows,
        connection_.Fetch(
            "SELECT c.oid, s.attname, s.null_frac, s.n_distinct, "
            "array_to_json((s.most_common_vals::text::text[])[1:" +
                k + "])::text, array_to_json((s.histogram_bounds::text::text[])[1:" + k +
                "])::text"
                " FROM pg_stats s JOIN pg_namespace n ON n.nspname = s.schemaname JOIN pg_class c "
                "ON c.relnamespace = n.oid"
                " AND c.relname = s.tablename JOIN pg_attribute a ON a.attrelid = c.oid AND "
                "a.attname = s.attname"
                " JOIN pg_type t ON t.oid = a.atttypid WHERE t.typcategory NOT IN ('A', 'C')"
                " AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'",
            stop_));
    for (const PgRow& row : rows) {
      const auto found = found_.find(row[0].value_or(""));
      if (found == found_.end()) continue;
      TableInfo& info = found->second.info;
      for (ColumnInfo& column : info.columns) {
        if (column.name != row[1].value_or("")) continue;
        column.null_fraction = PgReal(row[2]);
        const double distinct = PgReal(row[3]);
        column.distinct =
            static_cast<int64_t>(distinct >= 0 ? distinct : -distinct * info.rows.value_or(0));
        AIETL_ASSIGN(column.samples, Names(row[4]));
        if (column.samples.empty()) {
          AIETL_ASSIGN(column.samples, Names(row[5]));
        }
      }
      info.sampled_rows = static_cast<int64_t>(info.rows.value_or(0));
    }
    return {};
  }

  std::string SqlOf(const TableInfo& table) const {
    const auto name = ParseTableName(table.name);
    if (!name) return "NULL";
    return PgQualified(name->parts.size() > 1 ? name->schema() : "public", name->table());
  }

  RelationshipProbe Probe() {
    RelationshipProbe probe;
    // Without a look at values where there are many tables: then the names decide.
    if (found_.size() > kMostSampledTables) return probe;
    probe.contained = [this](const TableInfo& child, const std::string& column,
                             const TableInfo& parent,
                             const std::string& key) -> std::optional<double> {
      if (parent.bytes > kProbeBytes) return std::nullopt;
      const auto share = connection_.Scalar(
          "SELECT avg(CASE WHEN v::text IN (SELECT " + QuoteName(key) + "::text FROM " +
          SqlOf(parent) + ") THEN 1 ELSE 0 END) FROM (SELECT DISTINCT " + QuoteName(column) +
          " AS v FROM (SELECT " + QuoteName(column) + " FROM " + SqlOf(child) + " WHERE " +
          QuoteName(column) + " IS NOT NULL LIMIT " + std::to_string(100 * kPgProbeValues) +
          ") a LIMIT " + std::to_string(kPgProbeValues) + ") c");
      if (!share || !*share) return std::nullopt;
      return PgReal(*share);
    };
    probe.unique = [this](const TableInfo& table,
                          const std::string& column) -> std::optional<bool> {
      if (table.bytes > kProbeBytes) return std::nullopt;
      const auto unique =
          connection_.Scalar("SELECT count(" + QuoteName(column) + ") = count(DISTINCT " +
                             QuoteName(column) + "::text) FROM " + SqlOf(table));
      if (!unique || !*unique) return std::nullopt;
      return **unique == "t";
    };
    return probe;
  }

  PgConnection& connection_;
  PgCatalog catalog_;
  const DiscoverRequest& request_;
  StopToken stop_;
  std::map<std::string, PgFound> found_;
};

}  // namespace

Result<std::vector<TableInfo>> DiscoverPg(PgServer& server, const DiscoverRequest& request,
                                          StopToken stop) {
  AIETL_ASSIGN(const auto connection, server.Connect());
  // One moment for all questions, and no right to change anything.
  AIETL_TRY(connection->Execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
  return PgDiscoverer(*connection, request, std::move(stop)).Discover();
}

}  // namespace aietl::connectors
