#include "connectors/load_sql.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>

#include "data/database.h"

namespace aietl::connectors {
namespace {

using spec::Mode;
using Names = std::vector<std::string>;
using Cell = std::optional<std::string>;
using Row = std::vector<Cell>;
using Bag = std::multiset<Row>;

// The two systems under one small face.
class System {
 public:
  virtual ~System() = default;
  virtual const char* name() const = 0;
  virtual int64_t Execute(const std::string& sql) = 0;  // rows changed
  virtual std::vector<Row> Fetch(const std::string& sql) = 0;
  virtual void Prepare(LoadSqlRequest* request) = 0;

  int64_t Number(const std::string& sql) {
    const auto rows = Fetch(sql);
    REQUIRE_MESSAGE(rows.size() == 1, sql);
    return std::stoll(rows[0][0].value_or("0"));
  }
  Bag Content(const std::string& table, const std::string& columns = "*") {
    const auto rows = Fetch("SELECT " + columns + " FROM " + table);
    return {rows.begin(), rows.end()};
  }
};

class SqliteSystem : public System {
 public:
  SqliteSystem() { REQUIRE(sqlite3_open(":memory:", &db_) == SQLITE_OK); }
  ~SqliteSystem() override { sqlite3_close(db_); }
  const char* name() const override { return "SQLite"; }
  int64_t Execute(const std::string& sql) override {
    char* message = nullptr;
    const int result = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &message);
    REQUIRE_MESSAGE(result == SQLITE_OK, sql << ": " << (message ? message : ""));
    return sqlite3_changes64(db_);
  }
  std::vector<Row> Fetch(const std::string& sql) override {
    sqlite3_stmt* statement = nullptr;
    REQUIRE_MESSAGE(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK,
                    sql << ": " << sqlite3_errmsg(db_));
    std::vector<Row> rows;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      Row row;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        row.push_back(text ? Cell(text) : std::nullopt);
      }
      rows.push_back(std::move(row));
    }
    REQUIRE(sqlite3_finalize(statement) == SQLITE_OK);
    return rows;
  }
  void Prepare(LoadSqlRequest* request) override {
    request->is_distinct = "IS NOT";
    request->is_not_distinct = "IS";
    // The numbers of rows that the slice deletes are given out again.
    const std::string kept =
        request->slice.empty() ? "" : " WHERE (" + request->slice + ") IS NOT TRUE";
    request->new_rows =
        "t.rowid > " + std::to_string(Number("SELECT coalesce(max(rowid), 0) FROM " +
                                             request->names.target + kept));
  }

 private:
  sqlite3* db_ = nullptr;
};

class DuckdbSystem : public System {
 public:
  DuckdbSystem() {
    database_ = std::move(data::Database::Open({}).value());
    connection_ = std::move(database_->Connect().value());
  }
  const char* name() const override { return "DuckDB"; }
  int64_t Execute(const std::string& sql) override {
    auto changed = connection_->Execute(sql);
    REQUIRE_MESSAGE(changed.has_value(), sql << ": " << changed.error().ToString());
    return *changed;
  }
  std::vector<Row> Fetch(const std::string& sql) override {
    auto rows = connection_->Fetch(sql);
    REQUIRE_MESSAGE(rows.has_value(), sql << ": " << rows.error().ToString());
    for (Row& row : rows->rows) {
      for (Cell& cell : row) {  // SQLite's spelling of booleans
        if (cell == "true") cell = "1";
        if (cell == "false") cell = "0";
      }
    }
    return rows->rows;
  }
  void Prepare(LoadSqlRequest* request) override {
    request->fingerprint = "sum(CAST(hash({}) AS HUGEINT))";
    request->new_rows =
        "t.rowid > " +
        std::to_string(Number("SELECT coalesce(max(rowid), -1) FROM " + request->names.target));
  }

 private:
  std::unique_ptr<data::Database> database_;
  std::unique_ptr<data::Connection> connection_;
};

// --- The model: what each mode means, on rows held in memory
// -----------------------------------------------------------------------

struct LoadCase {
  Mode mode = Mode::kAppend;
  bool partition = false;  // delete_insert by partition
  bool slice = false;      // append with a slice
  bool wide = false;       // the target has one column more than the batch
  std::string at = "2024-03-01 00:00:00";
  std::vector<Row> target = {}, batch = {};
};

struct Expected {
  Bag content;
  int64_t written = 0, deleted = 0, unchanged = 0;
};

// Columns: "k 1", part, text, value [, extra] [, the mode's own]. The key is ("k 1", part); the
// partition is part.
constexpr size_t kBatchColumns = 4;

bool SameKey(const Row& a, const Row& b, bool partition) {
  return a[1] == b[1] && (partition || a[0] == b[0]);
}
bool SameValues(const Row& target, const Row& batch) {
  return std::equal(batch.begin() + 2, batch.end(), target.begin() + 2);
}

Expected Model(const LoadCase& c) {
  Expected e;
  std::vector<Row> rows = c.target;
  const auto wide = [&](Row row) {
    if (c.wide) row.push_back(std::nullopt);
    return row;
  };
  const auto insert = [&](Row row) {
    rows.push_back(std::move(row));
    ++e.written;
  };
  const auto erase = [&](auto&& condition) {
    e.deleted += static_cast<int64_t>(std::erase_if(rows, condition));
  };
  switch (c.mode) {
    case Mode::kReplace:
      erase([](const Row&) { return true; });
      for (const Row& row : c.batch)
        insert(wide(row));
      break;
    case Mode::kAppend:
      if (c.slice) erase([](const Row& row) { return row[0] >= "2" && row[0] < "4"; });
      for (const Row& row : c.batch)
        insert(wide(row));
      break;
    case Mode::kSnapshot:
      for (Row row : c.batch) {
        row = wide(row);
        row.emplace_back(c.at);
        insert(row);
      }
      break;
    case Mode::kDeleteInsert:
      erase([&](const Row& row) {
        return std::any_of(c.batch.begin(), c.batch.end(),
                           [&](const Row& b) { return SameKey(row, b, c.partition); });
      });
      for (const Row& row : c.batch)
        insert(wide(row));
      break;
    case Mode::kMerge:
      for (const Row& row : c.batch) {
        auto old = std::find_if(rows.begin(), rows.end(),
                                [&](const Row& r) { return SameKey(r, row, false); });
        if (old == rows.end()) {
          insert(wide(row));
        } else if (SameValues(*old, row)) {
          ++e.unchanged;
        } else {
          std::copy(row.begin(), row.end(), old->begin());
          ++e.written;
        }
      }
      break;
    case Mode::kScd2:
      for (const Row& row : c.batch) {
        const size_t own = kBatchColumns + (c.wide ? 1 : 0);
        auto old = std::find_if(rows.begin(), rows.end(), [&](const Row& r) {
          return SameKey(r, row, false) && r[own + 2] == "1";
        });
        if (old != rows.end() && SameValues(*old, row)) {
          ++e.unchanged;
          continue;
        }
        if (old != rows.end()) {
          (*old)[own + 1] = c.at;
          (*old)[own + 2] = "0";
        }
        Row version = wide(row);
        version.insert(version.end(), {Cell(c.at), std::nullopt, Cell("1")});
        insert(version);
      }
      break;
    case Mode::kCdc: break;
  }
  e.content = {rows.begin(), rows.end()};
  return e;
}

// --- Random cases
// ------------------------------------------------------------------------------------------------------------------

template <class T>
const T& Pick(std::mt19937& random, const std::vector<T>& from) {
  return from[random() % from.size()];
}

Row RandomRow(std::mt19937& random) {
  return {Pick<Cell>(random, {"1", "2", "3", "4", "5"}), Pick<Cell>(random, {"a", "b", "c"}),
          Pick<Cell>(random, {std::nullopt, "", "x", "X", "it's"}),
          Pick<Cell>(random, {std::nullopt, "0", "7", "-1"})};
}

bool Keyed(Mode mode) {
  return mode == Mode::kMerge || mode == Mode::kScd2;
}

LoadCase RandomCase(std::mt19937& random, Mode mode) {
  LoadCase c;
  c.mode = mode;
  c.partition = mode == Mode::kDeleteInsert && random() % 2;
  c.slice = mode == Mode::kAppend && random() % 2;
  c.wide = random() % 2;
  std::set<std::pair<Cell, Cell>> keys;
  for (size_t i = random() % 9; i > 0; --i) {
    Row row = RandomRow(random);
    if (!Keyed(mode) && random() % 8 == 0)
      row[random() % 2] = std::nullopt;  // the target may hold what the mode would not write
    if (Keyed(mode) && !keys.insert({row[0], row[1]}).second) continue;
    if (c.wide) row.push_back(Pick<Cell>(random, {std::nullopt, "keep"}));
    if (mode == Mode::kSnapshot)
      row.emplace_back(Pick<Cell>(random, {"2024-01-01 00:00:00", "2024-02-01 00:00:00"}));
    if (mode == Mode::kScd2) {
      Row closed = row;
      closed.insert(closed.end(),
                    {Cell("2024-01-01 00:00:00"), Cell("2024-02-01 00:00:00"), Cell("0")});
      const size_t shape = random() % 3;
      if (shape != 0) c.target.push_back(closed);
      if (shape == 1) continue;
      row.insert(row.end(), {Cell("2024-02-01 00:00:00"), std::nullopt, Cell("1")});
    }
    c.target.push_back(std::move(row));
  }
  keys.clear();
  for (size_t i = random() % 9; i > 0; --i) {
    Row row = RandomRow(random);
    if (!c.target.empty() && random() % 3 == 0) {  // unchanged rows
      const Row& old = Pick(random, c.target);
      if (old[0] && old[1]) row.assign(old.begin(), old.begin() + kBatchColumns);
    }
    if (Keyed(mode) && !keys.insert({row[0], row[1]}).second) continue;
    c.batch.push_back(row);
    if (!Keyed(mode) && random() % 4 == 0) c.batch.push_back(row);
  }
  return c;
}

// --- Running a case
// ----------------------------------------------------------------------------------------------------------------

std::string Literal(const Cell& cell) {
  return cell ? data::QuoteText(*cell) : "NULL";
}

void Fill(System& system, const std::string& table, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    std::string values;
    for (const Cell& cell : row)
      values += (values.empty() ? "" : ", ") + Literal(cell);
    system.Execute("INSERT INTO " + table + " VALUES (" + values + ")");
  }
}

const Names kColumns = {"k 1", "part", "text", "value"};

LoadSqlRequest MakeTables(System& system, const LoadCase& c) {
  std::string columns = "\"k 1\" INTEGER, part VARCHAR, text VARCHAR, value INTEGER";
  system.Execute("CREATE TABLE \"the stage\" (" + columns + ")");
  LoadSqlRequest request{.mode = c.mode,
                         .names = {"\"the target\"", "\"the stage\"", "\"the undo\""},
                         .columns = kColumns};
  request.target_columns = kColumns;
  if (c.wide) {
    columns += ", extra VARCHAR";
    request.target_columns.push_back("extra");
  }
  for (const data::Column& column : ModeColumns(c.mode)) {
    columns += ", " + column.name + " " + column.type.ToSql();
    request.target_columns.push_back(column.name);
  }
  system.Execute("CREATE TABLE \"the target\" (" + columns + ")");
  Fill(system, request.names.target, c.target);
  Fill(system, request.names.stage, c.batch);
  if (c.partition)
    request.partition = {"part"};
  else
    request.key = {"k 1", "part"};
  if (c.slice) request.slice = "\"k 1\" >= '2' AND \"k 1\" < '4'";
  request.at = c.at + "Z";
  system.Prepare(&request);
  return request;
}

std::string Describe(const System& system, const LoadCase& c, unsigned seed) {
  return std::string(system.name()) + " " + spec::ModeName(c.mode) +
         (c.partition ? " partition" : "") + (c.slice ? " slice" : "") + (c.wide ? " wide" : "") +
         " seed " + std::to_string(seed);
}

struct Counts {
  int64_t written = 0, deleted = 0;
};

Counts RunStatements(System& system, const LoadSql& sql) {
  Counts counts;
  for (const LoadConflict& conflict : sql.conflicts)
    CHECK(system.Number(conflict.count) == 0);
  for (const std::string& statement : sql.undo)
    system.Execute(statement);
  REQUIRE(sql.statements.size() == sql.counts.size());
  for (size_t i = 0; i < sql.statements.size(); ++i) {
    const int64_t changed = system.Execute(sql.statements[i]);
    if (sql.counts[i] == "written") counts.written += changed;
    if (sql.counts[i] == "deleted") counts.deleted += changed;
  }
  return counts;
}

template <class SystemType>
void CheckCase(const LoadCase& c, unsigned seed) {
  SystemType system;
  INFO(Describe(system, c, seed));
  const LoadSqlRequest request = MakeTables(system, c);
  const Bag before = system.Content("\"the target\"");
  const Expected expected = Model(c);
  const LoadSql sql = MakeLoadSql(request);

  const int64_t unchanged = sql.unchanged.empty() ? 0 : system.Number(sql.unchanged);
  const Counts counts = RunStatements(system, sql);
  CHECK(system.Content("\"the target\"") == expected.content);
  CHECK(counts.written == expected.written);
  CHECK(counts.deleted == expected.deleted);
  CHECK(unchanged == expected.unchanged);
  CHECK(system.Number(sql.missing) == 0);

  for (const std::string& statement : sql.rollback)
    system.Execute(statement);
  CHECK(system.Content("\"the target\"") == before);
}

// A value that is not as staged must be seen by `missing`, or nothing would be verified.
template <class SystemType>
void CheckDamage(const LoadCase& c, unsigned seed) {
  if (c.batch.empty()) return;
  SystemType system;
  INFO(Describe(system, c, seed));
  const LoadSql sql = MakeLoadSql(MakeTables(system, c));
  RunStatements(system, sql);
  system.Execute("UPDATE \"the target\" SET text = 'damaged' WHERE part = " +
                 Literal(c.batch.front()[1]));
  CHECK(system.Number(sql.missing) > 0);
}

const std::vector<Mode> kModes = {Mode::kReplace,      Mode::kAppend, Mode::kMerge,
                                  Mode::kDeleteInsert, Mode::kScd2,   Mode::kSnapshot};

TEST_CASE("every mode does to SQLite what its definition says, and rollback undoes it") {
  for (unsigned seed = 0; seed < 600; ++seed) {
    std::mt19937 random(seed);
    CheckCase<SqliteSystem>(RandomCase(random, kModes[seed % kModes.size()]), seed);
  }
}

TEST_CASE("every mode does to DuckDB what its definition says, and rollback undoes it") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    CheckCase<DuckdbSystem>(RandomCase(random, kModes[seed % kModes.size()]), seed);
  }
}

TEST_CASE("a target that does not hold what was staged is noticed") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    const LoadCase c = RandomCase(random, kModes[seed % kModes.size()]);
    CheckDamage<SqliteSystem>(c, seed);
    if (seed % 6 == seed / 6 % 6) CheckDamage<DuckdbSystem>(c, seed);
  }
}

TEST_CASE("the new content of a rewritten file is what the mode's definition says") {
  DuckdbSystem system;
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    LoadCase c = RandomCase(random, kModes[seed % kModes.size()]);
    if (c.mode == Mode::kReplace) c.wide = false;
    for (Row& row : c.target) {
      if (c.mode == Mode::kReplace) row.resize(kBatchColumns);
    }
    INFO(Describe(system, c, seed));
    const LoadSqlRequest request = MakeTables(system, c);
    const auto rows = system.Fetch(NewContentSql(request));
    CHECK(Bag(rows.begin(), rows.end()) == Model(c).content);
    system.Execute("DROP TABLE \"the target\"; DROP TABLE \"the stage\"");
  }
}

TEST_CASE("the first content of a file is the batch with the mode's own columns") {
  DuckdbSystem system;
  for (const Mode mode : kModes) {
    LoadCase c{.mode = mode, .batch = {{"1", "a", "x", "7"}, {"2", "b", std::nullopt, "0"}}};
    LoadSqlRequest request = MakeTables(system, c);
    request.names.target.clear();
    request.target_columns.clear();
    const auto rows = system.Fetch(NewContentSql(request));
    CHECK(Bag(rows.begin(), rows.end()) == Model(c).content);
    system.Execute("DROP TABLE \"the target\"; DROP TABLE \"the stage\"");
  }
}

TEST_CASE("a batch's new column is NULL in the rows that a rewritten file keeps") {
  DuckdbSystem system;
  system.Execute(
      "CREATE TABLE t AS SELECT 1 AS k, 'old' AS v; CREATE TABLE s AS SELECT 2 AS k, 'new' AS v, 5 "
      "AS more");
  const LoadSqlRequest request{.mode = Mode::kMerge,
                               .names = {"t", "s", ""},
                               .columns = {"k", "v", "more"},
                               .target_columns = {"k", "v"},
                               .key = {"k"}};
  const auto rows = system.Fetch(NewContentSql(request));
  CHECK(Bag(rows.begin(), rows.end()) == Bag{{"1", "old", std::nullopt}, {"2", "new", "5"}});
}

template <class SystemType>
void CheckKeyCounts() {
  SystemType system;
  system.Execute("CREATE TABLE s (a INTEGER, b VARCHAR)");
  system.Execute(
      "INSERT INTO s VALUES (1, 'x'), (1, 'x'), (1, 'y'), (NULL, 'x'), (NULL, 'x'), (2, NULL), (3, "
      "'z'), (3, 'z'), (3, 'z')");
  const auto rows = system.Fetch(KeyCheckSql("s", {"a", "b"}));
  CHECK(rows == std::vector<Row>{{"3", "2"}});
}

TEST_CASE("key checks count rows without a key and keys with several rows") {
  CheckKeyCounts<SqliteSystem>();
  CheckKeyCounts<DuckdbSystem>();
}

TEST_CASE("repeated keys stop merge and scd2 only; missing keys stop every mode with a key") {
  CHECK(JudgeKeys(Mode::kMerge, {"id"}, 0, 0, "t"));
  CHECK(JudgeKeys(Mode::kDeleteInsert, {"id"}, 0, 3, "t"));
  for (const Mode mode : {Mode::kMerge, Mode::kScd2}) {
    const auto judged = JudgeKeys(mode, {"id"}, 0, 3, "t");
    REQUIRE_FALSE(judged);
    CHECK(judged.error().id == "duplicate_key");
    CHECK(judged.error().message.find("3 such keys") != std::string::npos);
  }
  for (const Mode mode : {Mode::kMerge, Mode::kScd2, Mode::kDeleteInsert}) {
    const auto judged = JudgeKeys(mode, {"id"}, 2, 0, "t");
    REQUIRE_FALSE(judged);
    CHECK(judged.error().id == "null_key");
    CHECK(judged.error().message.find("2 rows") != std::string::npos);
  }
}

template <class SystemType>
void CheckConflicts() {
  SystemType system;
  LoadCase c{.mode = Mode::kMerge,
             .target = {{"1", "a", "x", "1"}, {"1", "a", "y", "2"}},
             .batch = {{"1", "a", "z", "3"}}};
  LoadSql sql = MakeLoadSql(MakeTables(system, c));
  REQUIRE(sql.conflicts.size() == 1);
  CHECK(system.Number(sql.conflicts[0].count) == 1);
  system.Execute("DROP TABLE \"the target\"");
  system.Execute("DROP TABLE \"the stage\"");

  c = LoadCase{.mode = Mode::kScd2,
               .target = {{"1", "a", "x", "1", "2024-03-01 00:00:00", std::nullopt, "1"},
                          {"2", "a", "x", "1", "2024-02-01 00:00:00", std::nullopt, "1"}},
               .batch = {{"1", "a", "z", "3"}, {"2", "a", "z", "3"}}};
  sql = MakeLoadSql(MakeTables(system, c));
  REQUIRE(sql.conflicts.size() == 2);
  CHECK(system.Number(sql.conflicts[0].count) == 0);
  CHECK(sql.conflicts[1].id == "newer_version");
  CHECK(system.Number(sql.conflicts[1].count) == 1);
}

TEST_CASE("a target that breaks the mode's own rules is a conflict") {
  CheckConflicts<SqliteSystem>();
  CheckConflicts<DuckdbSystem>();
}

TEST_CASE("merge leaves a change of case to the value columns even where the target ignores case") {
  SqliteSystem system;
  system.Execute(
      "CREATE TABLE t (k INTEGER, v TEXT COLLATE NOCASE); INSERT INTO t VALUES (1, 'abc'); CREATE "
      "TABLE s (k INTEGER, v TEXT); INSERT INTO s VALUES (1, 'ABC')");
  const LoadSql sql = MakeLoadSql({.mode = Mode::kMerge,
                                   .names = {"t", "s", "u"},
                                   .columns = {"k", "v"},
                                   .target_columns = {"k", "v"},
                                   .key = {"k"},
                                   .is_distinct = "IS NOT",
                                   .is_not_distinct = "IS"});
  RunStatements(system, sql);
  CHECK(system.Content("t") == Bag{{"1", "ABC"}});
}

TEST_CASE("the mode's timestamps have one spelling") {
  CHECK(ModeTimestamp("2024-01-31T12:00:00Z") == "2024-01-31 12:00:00");
  CHECK(ModeTimestamp("2024-01-31T12:00:00.5Z") == "2024-01-31 12:00:00.500000");
  CHECK(ModeTimestamp("2024-01-31") == "2024-01-31 00:00:00");
}

}  // namespace
}  // namespace aietl::connectors
