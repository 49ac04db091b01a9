// What every database target must do, whichever system it is.
#include <doctest/doctest.h>

#include <csignal>

#include "connectors/ledger.h"
#include "support/database_kit.h"

namespace aietl::connectors {
namespace {

using spec::Mode;

constexpr const char* kTwoRows = "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(id, name)";
constexpr const char* kNextRows = "SELECT * FROM (VALUES (2, 'B'), (3, 'c')) AS v(id, name)";
const Bag kTwo = {{"1", "a"}, {"2", "b"}};
const Bag kNext = {{"2", "B"}, {"3", "c"}};

template <class Kit>
Bag Content(const std::string& path, const std::string& table = "t") {
  const auto rows = Kit::Fetch(path, "SELECT * FROM " + table);
  return {rows.begin(), rows.end()};
}

template <class T>
T Take(Result<T> result) {
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().ToString()));
  return std::move(*result);
}

inline void Must(const Result<void>& result) {
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().ToString()));
}

// Loads in a process of its own, so to speak; returns the undo.
template <class Kit>
json::Value LoadOnce(const std::string& path, Mode mode, const std::string& load_id,
                     const std::string& select, const std::string& table = "t") {
  Desk<Kit> desk(path);
  return Take(desk.LoadRows(RequestFor(table, mode, load_id), select)).undo;
}

template <class Kit>
std::string ErrorId(const std::string& path, const WriteRequest& request,
                    const std::string& select) {
  Desk<Kit> desk(path);
  const auto done = desk.LoadRows(request, select);
  return done ? "" : done.error().id;
}

template <class Kit>
Result<void> RollBack(const std::string& path, const json::Value& undo) {
  Desk<Kit> desk(path);
  return desk.session().Rollback(undo, {});
}

// Names of our own tables in the file, without the ledger.
template <class Kit>
std::set<std::string> OwnTables(const std::string& path) {
  std::set<std::string> own;
  const std::string sql =
      std::string(Kit::kName) == "sqlite"
          ? "SELECT name FROM sqlite_schema WHERE type = 'table'"
          : "SELECT table_name FROM duckdb_tables() WHERE database_name = 'raw'";
  for (const Row& row : Kit::Fetch(path, sql)) {
    if (row[0]->starts_with(kOwnPrefix) && *row[0] != kLedgerTable) own.insert(*row[0]);
  }
  return own;
}

TEST_CASE_TEMPLATE_DEFINE(
    "a missing database is planned without being made, and made when it is written", Kit, missing) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("new/x") + Kit::kEnding);
  {
    Desk<Kit> desk(path);
    WriteRequest request = RequestFor("t", Mode::kReplace, "l1");
    request.schema = desk.SchemaFor(kTwoRows);
    const WritePlan plan = Take(desk.session().PlanWrite(request, {}));
    CHECK_FALSE(plan.exists);
    CHECK(plan.creates.size() == 2);
    CHECK(folder.Names().empty());
    CHECK(desk.session().Check({}).error().id == "no_such_file");
  }
  LoadOnce<Kit>(path, Mode::kReplace, "l1", kTwoRows);
  CHECK(Content<Kit>(path) == kTwo);
}

TEST_CASE_TEMPLATE_DEFINE("replace exchanges the content, and a rollback puts the old one back",
                          Kit, replace) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  const json::Value first = LoadOnce<Kit>(path, Mode::kReplace, "l1", kTwoRows);
  const json::Value second =
      LoadOnce<Kit>(path, Mode::kReplace, "l2", "SELECT 'new' AS name, 7 AS number");
  CHECK(Content<Kit>(path) == Bag{{"new", "7"}});
  CHECK(RollBack<Kit>(path, first).error().id == "newer_load");
  Must(RollBack<Kit>(path, second));
  CHECK(Content<Kit>(path) == kTwo);
  Must(RollBack<Kit>(path, second));
  CHECK(Content<Kit>(path) == kTwo);
  Must(RollBack<Kit>(path, first));
  Desk<Kit> desk(path);
  CHECK(Take(desk.session().Discover({}, {})).empty());
}

TEST_CASE_TEMPLATE_DEFINE("a table with keys and indexes keeps them through replace", Kit,
                          dressed) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  Kit::Run(path, "CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL)");
  Kit::Run(path, "CREATE INDEX by_name ON t(name)");
  Kit::Run(path, "CREATE VIEW v AS SELECT name FROM t");
  Kit::Run(path, "INSERT INTO t VALUES (1, 'old'), (9, 'gone')");
  const json::Value undo = LoadOnce<Kit>(path, Mode::kReplace, "l1", kNextRows);
  CHECK(Content<Kit>(path) == kNext);
  CHECK(Content<Kit>(path, "v") == Bag{{"B"}, {"c"}});
  {
    Desk<Kit> desk(path);
    const auto found = Take(desk.session().Discover({}, {}));
    REQUIRE(found.size() == 2);
    CHECK(found[0].primary_key == std::vector<std::string>{"id"});
    CHECK_FALSE(found[0].columns[1].nullable);
    WriteRequest request = RequestFor("t", Mode::kReplace, "l2");
    request.schema = desk.SchemaFor("SELECT 1 AS id");
    CHECK(Take(desk.session().PlanWrite(request, {})).problems.front().code == "missing_column");
  }
  Must(RollBack<Kit>(path, undo));
  CHECK(Content<Kit>(path) == Bag{{"1", "old"}, {"9", "gone"}});
  Kit::Run(path, "DROP INDEX by_name");
}

TEST_CASE_TEMPLATE_DEFINE("every mode loads, repeats harmlessly, and rolls back to what was there",
                          Kit, modes) {
  for (const Mode mode :
       {Mode::kAppend, Mode::kMerge, Mode::kDeleteInsert, Mode::kScd2, Mode::kSnapshot}) {
    INFO(spec::ModeName(mode));
    const TestFolder folder;
    const std::string path = folder.File(std::string("x") + Kit::kEnding);
    const json::Value first = LoadOnce<Kit>(path, mode, "l1", kTwoRows);
    const Bag before = Content<Kit>(path);
    CHECK(before.size() == 2);
    json::Value second;
    {
      Desk<Kit> desk(path);
      WriteRequest request = RequestFor("t", mode, "l2");
      request.snapshot_at = "2024-04-01T00:00:00Z";
      const auto load = Take(desk.Prepare(request, kNextRows));
      const json::Value descriptor = load->descriptor();
      const Committed committed = Take(load->Commit(true, {}));
      CHECK_FALSE(committed.repeated);
      CHECK(committed.rows_written == 2);
      CHECK(committed.rows_deleted == (mode == Mode::kDeleteInsert ? 1 : 0));
      second = load->undo();
      CHECK(Take(load->Commit(true, {})).repeated);
      const auto recovered = Take(desk.session().Recover(descriptor));
      const Committed again = Take(recovered->Commit(true, {}));
      CHECK(again.repeated);
      CHECK(again.rows_written == committed.rows_written);
      CHECK(recovered->undo() == second);
      Must(recovered->Abort());
    }
    const size_t expected = mode == Mode::kMerge || mode == Mode::kDeleteInsert ? 3
                            : mode == Mode::kScd2                               ? 4
                                                                                : 4;
    CHECK(Content<Kit>(path).size() == expected);
    Must(RollBack<Kit>(path, second));
    CHECK(Content<Kit>(path) == before);
    Must(RollBack<Kit>(path, first));
    CHECK(OwnTables<Kit>(path).empty());
  }
}

TEST_CASE_TEMPLATE_DEFINE("merge writes what differs and counts what does not", Kit, merge) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  LoadOnce<Kit>(path, Mode::kMerge, "l1", kTwoRows);
  Desk<Kit> desk(path);
  const auto done =
      Take(desk.LoadRows(RequestFor("t", Mode::kMerge, "l2"),
                         "SELECT * FROM (VALUES (1, 'a'), (2, NULL), (3, 'c')) AS v(id, name)"));
  CHECK(done.committed.rows_unchanged == 1);
  CHECK(done.committed.rows_written == 2);
  CHECK(desk.Read("t") == Bag{{"1", "a"}, {"2", std::nullopt}, {"3", "c"}});
}

TEST_CASE_TEMPLATE_DEFINE("an aborted load leaves nothing", Kit, abort) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  {
    Desk<Kit> desk(path);
    const auto load = Take(desk.Prepare(RequestFor("t", Mode::kReplace, "l1"), kTwoRows));
    const json::Value descriptor = load->descriptor();
    Must(load->Abort());
    Must(load->Abort());
    CHECK(load->Commit(true, {}).error().id == "stage_lost");
    Must(Take(desk.session().Recover(descriptor))->Abort());
  }
  CHECK(folder.Names().empty());
  Kit::Run(path, "CREATE TABLE other (a INTEGER)");
  {
    Desk<Kit> desk(path);
    const auto load = Take(desk.Prepare(RequestFor("t", Mode::kReplace, "l2"), kTwoRows));
    Must(load->Abort());
  }
  CHECK(OwnTables<Kit>(path).empty());
  CHECK(folder.Names().size() == 1);
}

TEST_CASE_TEMPLATE_DEFINE("staged rows read back as they were delivered", Kit, staged) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  Desk<Kit> desk(path);
  const auto load = Take(desk.Prepare(RequestFor("t", Mode::kAppend, "l1"), kTwoRows));
  Scan scan = Take(load->ReadStaged());
  CHECK(scan.rows == 2);
  CHECK(scan.schema.Names() == std::vector<std::string>{"id", "name"});
  CHECK(scan.schema.columns[0].type == data::MakeType(data::TypeId::kInteger));
  CHECK(desk.ReadScan(scan) == kTwo);
}

TEST_CASE_TEMPLATE_DEFINE("keys that cannot be keys stop the load before anything is changed", Kit,
                          keys) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  LoadOnce<Kit>(path, Mode::kMerge, "l1", kTwoRows);
  for (const Mode mode : {Mode::kMerge, Mode::kScd2}) {
    CHECK(ErrorId<Kit>(path, RequestFor(mode == Mode::kMerge ? "t" : "h", mode, "l2"),
                       "SELECT 1 AS id, 'x' AS name UNION ALL SELECT 1, 'y'") == "duplicate_key");
  }
  for (const Mode mode : {Mode::kMerge, Mode::kDeleteInsert}) {
    CHECK(ErrorId<Kit>(path, RequestFor("t", mode, "l3"),
                       "SELECT CAST(NULL AS INTEGER) AS id, 'x' AS name") == "null_key");
  }
  WriteRequest request = RequestFor("t", Mode::kMerge, "l4");
  request.key = {"ID "};
  CHECK(ErrorId<Kit>(path, request, kTwoRows) == "unknown_column");
  CHECK(Content<Kit>(path) == kTwo);
}

TEST_CASE_TEMPLATE_DEFINE("a target that breaks the mode's rules is refused as it stands", Kit,
                          conflicts) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  Kit::Run(path, "CREATE TABLE t (id INTEGER, name VARCHAR)");
  Kit::Run(path, "INSERT INTO t VALUES (1, 'a'), (1, 'b')");
  CHECK(ErrorId<Kit>(path, RequestFor("t", Mode::kMerge, "l1"), kTwoRows) ==
        "target_key_not_unique");
  CHECK(ErrorId<Kit>(path, RequestFor("t", Mode::kScd2, "l2"), kTwoRows) == "no_mode_column");
  CHECK(Content<Kit>(path) == Bag{{"1", "a"}, {"1", "b"}});
  LoadOnce<Kit>(path, Mode::kScd2, "l3", kTwoRows, "h");
  CHECK(ErrorId<Kit>(path, RequestFor("h", Mode::kScd2, "l4"), kNextRows) == "newer_version");
}

TEST_CASE_TEMPLATE_DEFINE("new columns are added, and taken away again by a rollback", Kit,
                          evolve) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  LoadOnce<Kit>(path, Mode::kAppend, "l1", kTwoRows);
  WriteRequest frozen = RequestFor("t", Mode::kAppend, "l2");
  frozen.evolve = false;
  CHECK(ErrorId<Kit>(path, frozen, "SELECT 3 AS id, 'c' AS name, DATE '2024-01-01' AS born") ==
        "unknown_column");
  for (const Mode mode : {Mode::kAppend, Mode::kMerge, Mode::kDeleteInsert}) {
    const json::Value undo =
        LoadOnce<Kit>(path, mode, std::string("l-") + spec::ModeName(mode),
                      "SELECT 3 AS id, 'c' AS name, DATE '2024-01-01' AS born");
    CHECK(Content<Kit>(path) ==
          Bag{{"1", "a", std::nullopt}, {"2", "b", std::nullopt}, {"3", "c", "2024-01-01"}});
    Must(RollBack<Kit>(path, undo));
    CHECK(Content<Kit>(path) == kTwo);
  }
}

TEST_CASE_TEMPLATE_DEFINE("a batch without some of the target's columns leaves them alone", Kit,
                          narrow) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  Kit::Run(path, "CREATE TABLE t (id INTEGER, name VARCHAR, extra VARCHAR DEFAULT 'd')");
  Kit::Run(path, "INSERT INTO t VALUES (1, 'a', 'mine'), (2, 'b', 'mine')");
  LoadOnce<Kit>(path, Mode::kMerge, "l1", kNextRows);
  CHECK(Content<Kit>(path) == Bag{{"1", "a", "mine"}, {"2", "B", "mine"}, {"3", "c", "d"}});
}

TEST_CASE_TEMPLATE_DEFINE("values that a column cannot hold as they are are refused before the run",
                          Kit, types) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  LoadOnce<Kit>(path, Mode::kAppend, "l1", kTwoRows);
  CHECK(ErrorId<Kit>(path, RequestFor("t", Mode::kAppend, "l2"), "SELECT 'x' AS id, 'y' AS name") ==
        "type_mismatch");
  CHECK(ErrorId<Kit>(path, RequestFor("t", Mode::kAppend, "l3"),
                     "SELECT 1.5::DOUBLE AS id, 'y' AS name") == "type_mismatch");
}

TEST_CASE_TEMPLATE_DEFINE("a view is no target", Kit, view) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  Kit::Run(path, "CREATE VIEW t AS SELECT 1 AS id, 'a' AS name");
  CHECK(ErrorId<Kit>(path, RequestFor("t", Mode::kReplace, "l1"), kTwoRows) == "target_is_view");
}

TEST_CASE_TEMPLATE_DEFINE("only content that the pipeline itself made is replaced without asking",
                          Kit, destroys) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  Kit::Run(path, "CREATE TABLE t (id INTEGER, name VARCHAR)");
  Kit::Run(path, "INSERT INTO t VALUES (1, 'precious')");
  const auto destroys = [&](const std::string& pipeline) {
    Desk<Kit> desk(path);
    WriteRequest request = RequestFor("t", Mode::kReplace, "l9");
    request.pipeline = pipeline;
    request.schema = desk.SchemaFor(kTwoRows);
    const WritePlan plan = Take(desk.session().PlanWrite(request, {}));
    CHECK(plan.exists);
    CHECK(plan.rows_before.value_or(-1) > 0);
    return plan.destroys;
  };
  CHECK(destroys("p"));
  LoadOnce<Kit>(path, Mode::kAppend, "l1", kTwoRows);  // adding to it does not make it ours
  CHECK(destroys("p"));
  LoadOnce<Kit>(path, Mode::kReplace, "l2", kTwoRows);
  CHECK_FALSE(destroys("p"));
  CHECK(destroys("another"));
}

TEST_CASE_TEMPLATE_DEFINE("a rollback that would lose what others did is refused", Kit, changed) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  LoadOnce<Kit>(path, Mode::kReplace, "l1", kTwoRows);
  const json::Value replaced = LoadOnce<Kit>(path, Mode::kReplace, "l2", kNextRows);
  Kit::Run(path, "UPDATE t SET name = 'theirs' WHERE id = 3");
  CHECK(RollBack<Kit>(path, replaced).error().id == "target_changed");
  CHECK(Content<Kit>(path) == Bag{{"2", "B"}, {"3", "theirs"}});
  const json::Value merged = LoadOnce<Kit>(path, Mode::kMerge, "l3", kTwoRows);
  Kit::Run(path, "UPDATE t SET name = 'theirs' WHERE id = 1");
  CHECK(RollBack<Kit>(path, merged).error().id == "target_changed");
  const json::Value appended =
      LoadOnce<Kit>(path, Mode::kAppend, "l4", "SELECT 5 AS id, 'e' AS name");
  Kit::Run(path, "DELETE FROM t WHERE id = 5");
  CHECK(RollBack<Kit>(path, appended).error().id == "target_changed");
  // Rows that the load did not touch may change.
  const json::Value more = LoadOnce<Kit>(path, Mode::kAppend, "l5", "SELECT 6 AS id, 'f' AS name");
  Kit::Run(path, "INSERT INTO t VALUES (7, 'theirs')");
  Must(RollBack<Kit>(path, more));
  CHECK(Content<Kit>(path).count(Row{"7", "theirs"}) == 1);
  CHECK(Content<Kit>(path).count(Row{"6", "f"}) == 0);
}

TEST_CASE_TEMPLATE_DEFINE("a previous content that was given up cannot be put back", Kit,
                          given_up) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  LoadOnce<Kit>(path, Mode::kAppend, "l0", "SELECT 1 AS id, 'z' AS name");
  for (const Mode mode : {Mode::kReplace, Mode::kAppend, Mode::kDeleteInsert}) {
    const json::Value undo =
        LoadOnce<Kit>(path, mode, std::string("l-") + spec::ModeName(mode), kTwoRows);
    {
      Desk<Kit> desk(path);
      Must(desk.session().DropUndo(undo));
      Must(desk.session().DropUndo(undo));
    }
    CHECK(OwnTables<Kit>(path).empty());
    CHECK(RollBack<Kit>(path, undo).error().id == "undo_gone");
  }
  CHECK(folder.Names().size() == 1);
}

TEST_CASE_TEMPLATE_DEFINE("a slice replaces what lies within it", Kit, slice) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  LoadOnce<Kit>(path, Mode::kAppend, "l1",
                "SELECT range::INTEGER AS id, 'old' AS name FROM range(10)");
  const Bag before = Content<Kit>(path);
  json::Value undo;
  {
    Desk<Kit> desk(path);
    WriteRequest request = RequestFor("t", Mode::kAppend, "l2");
    request.slice = {Bound{"id", ">=", "7"}, Bound{"id", "<", "10"}};
    const auto done = Take(
        desk.LoadRows(request, "SELECT range::INTEGER AS id, 'new' AS name FROM range(8, 10)"));
    CHECK(done.committed.rows_deleted == 3);
    CHECK(done.committed.rows_written == 2);
    undo = done.undo;
  }
  Bag expected;
  for (int i = 0; i < 7; ++i)
    expected.insert({std::to_string(i), "old"});
  expected.insert({{"8", "new"}, {"9", "new"}});
  CHECK(Content<Kit>(path) == expected);
  Must(RollBack<Kit>(path, undo));
  CHECK(Content<Kit>(path) == before);
}

TEST_CASE_TEMPLATE_DEFINE("names that need quotes are quoted everywhere", Kit, quoting) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("it's; x") + Kit::kEnding);
  const std::string table = R"("select ""x"" из")";
  const std::string rows = R"(SELECT 1 AS "id", 'v' AS "a ""b"" из", 2 AS "group")";
  const json::Value first = LoadOnce<Kit>(path, Mode::kMerge, "l/1 'x'", rows, table);
  const json::Value second = LoadOnce<Kit>(path, Mode::kMerge, "l/2 'x'", rows, table);
  CHECK(Content<Kit>(path, table) == Bag{{"1", "v", "2"}});
  Desk<Kit> desk(path);
  CHECK(desk.Read(table) == Bag{{"1", "v", "2"}});
  CHECK(Take(desk.session().Discover({}, {})).front().name == table);
  Must(desk.session().Rollback(second, {}));
  Must(desk.session().Rollback(first, {}));
}

TEST_CASE_TEMPLATE_DEFINE("reading takes only what is asked for", Kit, reading) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  LoadOnce<Kit>(
      path, Mode::kReplace, "l1",
      "SELECT range::INTEGER AS id, 'n' || range AS name, range * 2 AS twice FROM range(10)");
  Desk<Kit> desk(path);
  ReadRequest request;
  request.table = "t";
  request.columns = {"twice", "ID"};
  request.bounds = {{"id", ">=", "3"}, {"id", "<", "5"}};
  const Scan scan = Take(desk.session().Read(request, {}));
  CHECK(scan.schema.Names() == std::vector<std::string>{"twice", "id"});
  CHECK(scan.rows == 2);
  CHECK(desk.Read(request) == Bag{{"6", "3"}, {"8", "4"}});
  request.bounds.clear();
  request.limit = 4;
  CHECK(desk.Read(request).size() == 4);
  request.columns = {"twcie"};
  auto unknown = desk.session().Read(request, {});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().hint == "did you mean twice?");
  request = {};
  request.table = "tt";
  unknown = desk.session().Read(request, {});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().id == "unknown_table");
}

TEST_CASE_TEMPLATE_DEFINE(
    "discovery shows keys, relationships and sample values, and none of our own tables", Kit,
    discovery) {
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  Kit::Run(path,
           "CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR UNIQUE, country VARCHAR "
           "NOT NULL)");
  Kit::Run(path,
           "INSERT INTO customers VALUES (1, 'a@x', 'DE'), (2, 'b@x', 'DE'), (3, NULL, 'FR')");
  Kit::Run(path, "CREATE TABLE orders (id INTEGER, customer_id INTEGER, status VARCHAR)");
  Kit::Run(path, "INSERT INTO orders VALUES (10, 1, 'paid'), (11, 1, 'paid'), (12, 3, 'new')");
  Kit::Run(path,
           "CREATE TABLE lines (order_id INTEGER, customer_id INTEGER REFERENCES customers(id))");
  Kit::Run(path, "INSERT INTO lines VALUES (99, 1)");
  Kit::Run(path, "CREATE VIEW paid AS SELECT * FROM orders WHERE status = 'paid'");
  LoadOnce<Kit>(path, Mode::kAppend, "l1", kTwoRows);
  Desk<Kit> desk(path);
  DiscoverRequest request;
  request.sample_values = 2;
  const auto found = Take(desk.session().Discover(request, {}));
  std::vector<std::string> names;
  for (const TableInfo& table : found)
    names.push_back(table.name + ":" + table.kind);
  CHECK(names == std::vector<std::string>{"customers:table", "lines:table", "orders:table",
                                          "paid:view", "t:table"});
  const TableInfo& customers = found[0];
  CHECK(customers.primary_key == std::vector<std::string>{"id"});
  CHECK(customers.unique_keys == std::vector<std::vector<std::string>>{{"email"}});
  CHECK(customers.rows == 3);
  CHECK(customers.columns[2].samples == std::vector<std::string>{"DE", "FR"});
  CHECK(customers.columns[2].distinct == 2);
  CHECK(customers.columns[1].null_fraction.value() == doctest::Approx(1.0 / 3));
  CHECK(customers.columns[0].min == "1");
  CHECK(customers.columns[0].max == "3");
  const TableInfo& lines = found[1];
  REQUIRE(lines.foreign_keys.size() == 1);  // 99 is no order
  CHECK_FALSE(lines.foreign_keys[0].inferred);
  const TableInfo& orders = found[2];
  REQUIRE(orders.foreign_keys.size() == 1);
  CHECK(orders.foreign_keys[0].inferred);
  CHECK(orders.foreign_keys[0].table == "customers");
  request.table = "Orders";
  CHECK(Take(desk.session().Discover(request, {})).size() == 1);
  request.table = "ordres";
  CHECK(desk.session().Discover(request, {}).error().hint == "did you mean orders?");
}

// --- Crashes
// ------------------------------------------------------------------------------------------------------------------------

template <class Kit>
void LoadInChild() {
  const char* path = std::getenv("AIETL_TEST_PATH");
  if (path == nullptr) return;
  Desk<Kit> desk(path);
  const Mode mode = spec::ParseMode(std::getenv("AIETL_TEST_MODE")).value();
  WriteRequest request = RequestFor("t", mode, "crash");
  request.snapshot_at = "2024-04-01T00:00:00Z";
  request.schema = desk.SchemaFor(kNextRows);
  const WritePlan plan = Take(desk.session().PlanWrite(request, {}));
  const auto load = Take(desk.session().Write(request, {}));
  FILE* file = std::fopen((std::string(path) + ".descriptor").c_str(), "w");
  std::fputs(json::Write(load->descriptor()).c_str(), file);
  std::fclose(file);
  Must(desk.Stage(*load, plan.stage_schema, kNextRows));
  Must(load->Prepare({}));
  (void)Take(load->Commit(true, {}));
}

TEST_CASE("child: a load into a DuckDB file" * doctest::skip()) {
  LoadInChild<DuckdbKit>();
}

TEST_CASE("child: a load into an SQLite file" * doctest::skip()) {
  LoadInChild<SqliteKit>();
}

template <class Kit>
void CheckCrash(Mode mode, const std::string& point, bool commits) {
  INFO(spec::ModeName(mode) << " " << point);
  const TestFolder folder;
  const std::string path = folder.File(std::string("x") + Kit::kEnding);
  LoadOnce<Kit>(path, mode, "l1", kTwoRows);
  const Bag before = Content<Kit>(path);
  const Bag read_before = Desk<Kit>(path).Read("t");
  const std::string name = std::string(Kit::kName) == "sqlite" ? "child: a load into an SQLite file"
                                                               : "child: a load into a DuckDB file";
  const int status =
      RunChild(name, {{"AIETL_TEST_PATH", path},
                      {"AIETL_TEST_MODE", spec::ModeName(mode)},
                      {"AIETL_FAILPOINTS", std::string(Kit::kName) + "." + point + "=kill"}});
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(WTERMSIG(status) == SIGKILL);
  FILE* file = std::fopen((path + ".descriptor").c_str(), "r");
  REQUIRE(file != nullptr);
  std::string text(100000, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  std::filesystem::remove(path + ".descriptor");
  const json::Value descriptor = Take(json::Parse(text));
  json::Value undo;
  {
    Desk<Kit> desk(path);
    if (point != "after_commit") CHECK(desk.Read("t") == read_before);
    const auto load = Take(desk.session().Recover(descriptor));
    if (commits) {
      const Committed committed = Take(load->Commit(true, {}));
      CHECK(committed.repeated == (point == "after_commit"));
      CHECK(committed.rows_written == 2);
      undo = load->undo();
    } else {
      Must(load->Abort());
    }
  }
  if (!commits) {
    CHECK((point == "after_commit" || Content<Kit>(path) == before));
    if (point != "after_commit") {
      const json::Value last =
          LoadOnce<Kit>(path, mode == Mode::kScd2 ? Mode::kReplace : mode, "l3", kTwoRows, "fresh");
      Must(RollBack<Kit>(path, last));
    }
    return;
  }
  Must(RollBack<Kit>(path, undo));
  CHECK(Content<Kit>(path) == before);
}

TEST_CASE_TEMPLATE_DEFINE("a load killed at any point is finished or undone by the next process",
                          Kit, crashes) {
  for (const Mode mode : {Mode::kReplace, Mode::kAppend, Mode::kMerge, Mode::kScd2}) {
    for (const char* point : {"after_stage", "in_commit", "after_commit"}) {
      CheckCrash<Kit>(mode, point, true);
      CheckCrash<Kit>(mode, point, false);
    }
  }
}

#define AIETL_EVERY_DATABASE(id) TEST_CASE_TEMPLATE_INVOKE(id, DuckdbKit, SqliteKit)
AIETL_EVERY_DATABASE(missing);
AIETL_EVERY_DATABASE(replace);
AIETL_EVERY_DATABASE(dressed);
AIETL_EVERY_DATABASE(modes);
AIETL_EVERY_DATABASE(merge);
AIETL_EVERY_DATABASE(abort);
AIETL_EVERY_DATABASE(staged);
AIETL_EVERY_DATABASE(keys);
AIETL_EVERY_DATABASE(conflicts);
AIETL_EVERY_DATABASE(evolve);
AIETL_EVERY_DATABASE(narrow);
AIETL_EVERY_DATABASE(types);
AIETL_EVERY_DATABASE(view);
AIETL_EVERY_DATABASE(destroys);
AIETL_EVERY_DATABASE(changed);
AIETL_EVERY_DATABASE(given_up);
AIETL_EVERY_DATABASE(slice);
AIETL_EVERY_DATABASE(quoting);
AIETL_EVERY_DATABASE(reading);
AIETL_EVERY_DATABASE(discovery);
AIETL_EVERY_DATABASE(crashes);

}  // namespace
}  // namespace aietl::connectors
