#include "connectors/sqlite/read.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <thread>

#include "base/text.h"
#include "connectors/sqlite/reader_pool.h"
#include "connectors/sqlite/text_time.h"
#include "connectors/sqlite/value_read.h"
#include "data/vector.h"

namespace aietl::connectors {
namespace {

using data::Int128;
using data::QuoteName;
using data::Type;
using data::TypeId;

// Small enough that the last partition does not keep one thread busy alone, large enough that
// starting one does not show.
constexpr double kRowsPerPartition = 60'000;
constexpr int kMostPartitions = 1024;

struct RowRange {
  int64_t first, last;  // both belong to it
};

// One comparison that is made here, on numbers that order as the values do.
struct HereBound {
  int column = 0;  // of the statement
  Type type;
  const char* op = "";
  Int128 value = 0;

  bool Passes(Int128 other) const {
    switch (op[0]) {
      case '>': return op[1] == '=' ? other >= value : other > value;
      default: return op[1] == '=' ? other <= value : other < value;
    }
  }
};

Error BadBound(const Bound& bound, const Type& type) {
  return Error(Code::kInvalid, "bad_bound",
               Msg("the bound on {} is no value of type {}", data::NameForPeople(bound.column),
                   type.ToSql()))
      .About(bound.column);
}

// For times, days around the bound decide in SQL (and let an index help): text of one day stands
// together, however it is written.
std::string DayCondition(const Bound& bound, const Type& type, Int128 value) {
  if (type.id != TypeId::kDate && type.id != TypeId::kTimestamp &&
      type.id != TypeId::kTimestampTz && type.id != TypeId::kTimestampNs)
    return "";
  const Int128 per_day = type.id == TypeId::kDate          ? 1
                         : type.id == TypeId::kTimestampNs ? Int128(86'400'000'000'000)
                                                           : Int128(86'400'000'000);
  const Int128 day = value / per_day;
  if (day < INT32_MIN + 3 || day > INT32_MAX - 3) return "";
  TimeText text;
  const bool lower = bound.op[0] == '>';
  // A day more on each side for zones and for the day itself.
  if (!FormatDate(static_cast<int32_t>(lower ? day - 2 : day + 3), &text)) return "";
  return QuoteName(bound.column) + (lower ? " >= '" : " < '") +
         std::string(text.text, static_cast<size_t>(text.length)) + "'";
}

Result<std::string> SqlCondition(const Bound& bound, const SurveyedColumn& column) {
  const std::string name = QuoteName(column.name);
  const std::string op = std::string(" ") + bound.op + " ";
  if (ComparedHere(column.type)) {
    const auto value = BoundValue(bound.value, column.type);
    if (!value) return Fail(BadBound(bound, column.type));
    return DayCondition({column.name, bound.op, ""}, column.type, *value);
  }
  if (column.type.IsNumber()) {
    double number = 0;
    const auto [end, code] =
        std::from_chars(bound.value.data(), bound.value.data() + bound.value.size(), number);
    if (code != std::errc() || end != bound.value.data() + bound.value.size())
      return Fail(BadBound(bound, column.type));
    return name + op + bound.value;
  }
  if (column.type.id == TypeId::kBoolean)
    return name + op + (bound.value == "true" || bound.value == "1" ? "1" : "0");
  if (column.type.id != TypeId::kVarchar && column.type.id != TypeId::kUuid &&
      column.type.id != TypeId::kJson) {
    return Fail(Error(Code::kUnsupported, "bad_bound",
                      Msg("a column of type {} has no order to read by", column.type.ToSql()))
                    .About(bound.column));
  }
  // Numbers in a text column stand before all text, unless they are taken as text, too.
  return (column.as_declared ? name : "CAST(" + name + " AS TEXT)") + op +
         data::QuoteText(bound.value) + " COLLATE BINARY";
}

const SurveyedColumn& BoundedColumn(const SqliteReadRequest& request, size_t bound) {
  return request.bounded[bound];
}

class SqliteRead : public data::PartitionedRead {
 public:
  SqliteRead(SqliteReadRequest request, std::string conditions, std::vector<RowRange> ranges,
             int readers)
      : request_(std::move(request)),
        conditions_(std::move(conditions)),
        ranges_(std::move(ranges)),
        max_parallel_(readers),
        // Twice: a query may scan one source in two places.
        pool_(SqliteReaderPool::Make(request_.path, 2 * readers)) {
    for (const SurveyedColumn& column : request_.columns)
      schema_.columns.push_back({column.name, column.type, column.nullable});
  }

  const data::Schema& schema() const override { return schema_; }
  int partitions() const override { return std::max(1, static_cast<int>(ranges_.size())); }
  int max_parallel() const override { return max_parallel_; }
  Result<std::unique_ptr<data::BatchReader>> Open(int partition,
                                                  const std::vector<int>& columns) override;

 private:
  std::string SelectFor(int partition, const std::vector<int>& columns,
                        std::vector<HereBound>* here) const;
  SqliteReadRequest request_;
  std::string conditions_;
  std::vector<RowRange> ranges_;
  int max_parallel_;
  std::shared_ptr<SqliteReaderPool>
      pool_;  // shared with the readers, which give their connections back
  data::Schema schema_;
};

struct OutputColumn {
  SurveyedColumn column;  // its own: a reader may outlive the read
  ValueReader reader;
};

class SqliteReader : public data::BatchReader {
 public:
  SqliteReader(std::shared_ptr<SqliteReaderPool> pool, std::unique_ptr<SqliteConnection> connection,
               SqliteStatement statement, std::vector<OutputColumn> columns,
               std::vector<HereBound> here, const SqliteReadRequest& request)
      : pool_(std::move(pool)),
        connection_(std::move(connection)),
        statement_(std::move(statement)),
        columns_(std::move(columns)),
        here_(std::move(here)),
        table_(request.table.name),
        has_rowid_(!request.table.rowid.empty()),
        limit_(request.limit) {}
  ~SqliteReader() override {
    statement_.reset();
    if (connection_) pool_->Give(std::move(connection_));
  }

  Result<int64_t> Next(_duckdb_data_chunk* out) override {
    std::vector<data::VectorWriter> writers;
    writers.reserve(columns_.size());
    for (size_t i = 0; i < columns_.size(); ++i)
      writers.emplace_back(out, static_cast<int>(i), columns_[i].column.type);
    int64_t rows = 0;
    sqlite3_stmt* statement = statement_->handle();
    while (!ended_ && rows < data::kVectorRows && (!limit_ || read_ < *limit_)) {
      AIETL_ASSIGN(const bool more, statement_->Step());
      ended_ = !more;
      if (!more) break;
      ++seen_;
      if (!Passes(statement)) continue;
      for (size_t i = 0; i < columns_.size(); ++i) {
        const int column = static_cast<int>(i);
        if (sqlite3_column_type(statement, column) == SQLITE_NULL) {
          writers[i].SetNull(rows);
          continue;
        }
        const Conversion conversion = columns_[i].reader(statement, column, writers[i], rows);
        if (conversion != Conversion::kDone) return Fail(Misfit(i, conversion));
      }
      ++rows;
      ++read_;
    }
    data::SetRows(out, rows);
    return rows;
  }

 private:
  bool Passes(sqlite3_stmt* statement) const {
    for (const HereBound& bound : here_) {
      const auto value = OrderedValue(statement, bound.column, bound.type);
      if (!value || !bound.Passes(*value)) return false;
    }
    return true;
  }

  Error Misfit(size_t index, Conversion conversion) const {
    const SurveyedColumn& column = columns_[index].column;
    const std::string name = data::NameForPeople(table_) + "." + data::NameForPeople(column.name);
    const int64_t row = has_rowid_ ? statement_->Integer(statement_->columns() - 1) : seen_;
    const std::string where = has_rowid_ ? Msg("the row with rowid {}", row) : Msg("row {}", row);
    if (conversion == Conversion::kBadText) {
      return Error(Code::kDataLoss, "bad_encoding",
                   Msg("{}: the text in {} is not valid UTF-8", name, where))
          .About(name)
          .Hint(Msg("read it as bytes with types: {{{}: BLOB}}, or repair the row",
                    data::NameForPeople(column.name)));
    }
    static constexpr const char* kKinds[] = {"", "INTEGER", "REAL", "TEXT", "BLOB", "NULL"};
    return Error(Code::kDataLoss, "mixed_types",
                 Msg("{}: {} holds a {} that is no {}", name, where,
                     kKinds[sqlite3_column_type(statement_->handle(), static_cast<int>(index))],
                     column.type.ToSql()))
        .About(name)
        .Hint(Msg("read it as text with types: {{{}: VARCHAR}}, or repair the row",
                  data::NameForPeople(column.name)));
  }

  std::shared_ptr<SqliteReaderPool> pool_;  // the read may be gone before its last reader
  std::unique_ptr<SqliteConnection> connection_;
  std::optional<SqliteStatement> statement_;
  std::vector<OutputColumn> columns_;
  std::vector<HereBound> here_;
  std::string table_;
  bool has_rowid_;
  std::optional<int64_t> limit_;
  int64_t read_ = 0;
  int64_t seen_ = 0;
  bool ended_ = false;
};

std::string SqliteRead::SelectFor(int partition, const std::vector<int>& columns,
                                  std::vector<HereBound>* here) const {
  std::string list;
  for (const int column : columns)
    list +=
        (list.empty() ? "" : ", ") + QuoteName(request_.columns[static_cast<size_t>(column)].name);
  int next = static_cast<int>(columns.size());
  if (columns.empty()) {
    list = "NULL";
    next = 1;
  }
  for (size_t i = 0; i < request_.bounds.size(); ++i) {
    const SurveyedColumn& column = BoundedColumn(request_, i);
    if (!ComparedHere(column.type)) continue;
    list += ", " + QuoteName(column.name);
    here->push_back({next++, column.type, request_.bounds[i].op,
                     *BoundValue(request_.bounds[i].value, column.type)});
  }
  if (!request_.table.rowid.empty())
    list += ", " + request_.table.rowid;  // last: what an error calls the row
  std::string where = conditions_;
  if (!ranges_.empty()) {
    const RowRange& range = ranges_[static_cast<size_t>(partition)];
    where += (where.empty() ? "" : " AND ") + request_.table.rowid + " BETWEEN " +
             std::to_string(range.first) + " AND " + std::to_string(range.last);
  }
  return "SELECT " + list + " FROM " + SqliteQualified(request_.table.name) +
         (where.empty() ? "" : " WHERE " + where) +
         (request_.limit && here->empty() ? " LIMIT " + std::to_string(*request_.limit) : "");
}

Result<std::unique_ptr<data::BatchReader>> SqliteRead::Open(int partition,
                                                            const std::vector<int>& columns) {
  std::vector<HereBound> here;
  const std::string sql = SelectFor(partition, columns, &here);
  AIETL_ASSIGN(auto connection, pool_->Take());
  auto statement = connection->Prepare(sql);
  if (!statement) {
    pool_->Give(std::move(connection));
    return Fail(std::move(statement.error()));
  }
  std::vector<OutputColumn> outputs;
  for (const int column : columns) {
    const SurveyedColumn& surveyed = request_.columns[static_cast<size_t>(column)];
    outputs.push_back({surveyed, ReaderFor(surveyed.type)});
  }
  return std::unique_ptr<data::BatchReader>(
      std::make_unique<SqliteReader>(pool_, std::move(connection), std::move(*statement),
                                     std::move(outputs), std::move(here), request_));
}

// Ranges of row numbers, cut evenly; row numbers with gaps make uneven partitions, which the queue
// of partitions evens out.
Result<std::vector<RowRange>> CutRanges(const SqliteConnection& connection,
                                        const SqliteReadRequest& request) {
  std::vector<RowRange> ranges;
  if (request.table.rowid.empty() || request.limit || request.rows < 2 * kRowsPerPartition)
    return ranges;
  const std::string name = SqliteQualified(request.table.name);
  AIETL_ASSIGN(const int64_t first,
               connection.Number("SELECT min(" + request.table.rowid + ") FROM " + name));
  AIETL_ASSIGN(const int64_t last,
               connection.Number("SELECT max(" + request.table.rowid + ") FROM " + name));
  const int count = static_cast<int>(
      std::min(request.rows / kRowsPerPartition, static_cast<double>(kMostPartitions)));
  const Int128 width = Int128(last) - first + 1;
  for (int i = 0; i < count; ++i) {
    ranges.push_back({static_cast<int64_t>(first + width * i / count),
                      static_cast<int64_t>(first + width * (i + 1) / count - 1)});
  }
  // Rows may come between now and the moment in which the read begins.
  ranges.front().first = INT64_MIN;
  ranges.back().last = INT64_MAX;
  return ranges;
}

// A WAL database is read by several connections only if the moment of their beginning can be fenced
// by a write lock.
Result<int> ReadersFor(const SqliteConnection& connection, const SqliteReadRequest& request,
                       size_t partitions) {
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const int readers = std::min({cores, 16, static_cast<int>(std::max<size_t>(1, partitions))});
  AIETL_ASSIGN(const auto mode, connection.Scalar("PRAGMA journal_mode"));
  if (mode != "wal" || readers == 1) return readers;
  const auto writer = SqliteConnection::Open(request.path, SqliteAccess::kWrite);
  return writer && sqlite3_db_readonly((*writer)->handle(), "main") == 0 ? readers : 1;
}

}  // namespace

Result<std::string> SqliteConditions(const SqliteReadRequest& request) {
  std::string conditions;
  for (size_t i = 0; i < request.bounds.size(); ++i) {
    AIETL_ASSIGN(const std::string condition,
                 SqlCondition(request.bounds[i], BoundedColumn(request, i)));
    if (!condition.empty()) conditions += (conditions.empty() ? "" : " AND ") + condition;
  }
  return conditions;
}

Result<std::unique_ptr<data::PartitionedRead>> MakeSqliteRead(const SqliteConnection& connection,
                                                              SqliteReadRequest request) {
  AIETL_ASSIGN(std::string conditions, SqliteConditions(request));
  AIETL_ASSIGN(std::vector<RowRange> ranges, CutRanges(connection, request));
  AIETL_ASSIGN(const int readers, ReadersFor(connection, request, ranges.size()));
  return std::unique_ptr<data::PartitionedRead>(std::make_unique<SqliteRead>(
      std::move(request), std::move(conditions), std::move(ranges), readers));
}

}  // namespace aietl::connectors
