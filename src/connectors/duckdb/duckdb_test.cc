// What only DuckDB files do.
#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "support/database_kit.h"

namespace aietl::connectors {
namespace {

using spec::Mode;
using DuckDesk = Desk<DuckdbKit>;

constexpr const char* kDuckRows = "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(id, name)";

template <class T>
T TakeDuck(Result<T> result) {
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().ToString()));
  return std::move(*result);
}

TEST_CASE("every type of the engine goes into a DuckDB file and comes back as it was") {
  const TestFolder folder;
  DuckDesk desk(folder.File("x.duckdb"));
  const std::string select =
      "SELECT 1 AS id, true AS b, (-128)::TINYINT AS t, 65535::USMALLINT AS us, "
      "18446744073709551615::UBIGINT AS ub,"
      " 170141183460469231731687303715884105727::HUGEINT AS h, 'nan'::DOUBLE AS nan, '-inf'::FLOAT "
      "AS inf,"
      " 44.123456::DECIMAL(38,6) AS d, 'x'::ENUM('x','y') AS e, '\\x00\\xFF'::BLOB AS bl, "
      "'1010'::BIT AS bi,"
      " '5f0c0b9e-0000-4000-8000-000000000001'::UUID AS u, DATE '9999-12-31' AS da, TIME "
      "'23:59:59.999999' AS ti,"
      " TIMESTAMP '2024-01-01 00:00:00.000001' AS ts, TIMESTAMPTZ '2024-01-01 00:00:00+03' AS tz, "
      "TIMESTAMP_NS '2024-01-01 00:00:00.000000001' AS ns,"
      " INTERVAL '1 month 2 days 3 microseconds' AS iv, [1, NULL, 3] AS l, {'a': 1, 'b c': [true]} "
      "AS s, MAP {'k': 1.5} AS m,"
      " [1, 2]::INTEGER[2] AS ar, '{\"a\": [1]}'::JSON AS j, '' AS empty, 'a\nb' AS line, "
      "NULL::VARCHAR AS n, NULL AS nothing";
  WriteRequest request = RequestFor("t", Mode::kReplace, "l1");
  TakeDuck(desk.LoadRows(request, select));
  ReadRequest read;
  read.table = "t";
  const Scan scan = TakeDuck(desk.session().Read(read, {}));
  const data::Schema expected = desk.SchemaFor(select);
  for (size_t i = 0; i + 1 < expected.columns.size(); ++i) {
    CHECK(scan.schema.columns[i].type.ToSql() == expected.columns[i].type.ToSql());
  }
  const auto same = desk.engine().Scalar("SELECT count(*) FROM (FROM (" + select +
                                         ") INTERSECT FROM " + scan.relation + ")");
  CHECK(TakeDuck(same) == "1");
}

TEST_CASE("one DuckDB file is source and target of one run") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckdbKit::Run(path,
                 "CREATE TABLE orders AS SELECT range AS id, range % 3 AS kind FROM range(9)");
  DuckDesk desk(path);
  ReadRequest read;
  read.table = "orders";
  const Scan scan = TakeDuck(desk.session().Read(read, {}));
  // The target's session attaches the same file for writing; the source's relation goes on working.
  const auto target =
      TakeDuck(desk.connector().Open("duckdb://" + path, OpenContext{desk.database(), "/"}));
  WriteRequest request = RequestFor("kinds", Mode::kReplace, "l1");
  const std::string select =
      "SELECT kind AS id, count(*) AS n FROM " + scan.relation + " GROUP BY kind";
  request.schema = desk.SchemaFor(select);
  const auto load = TakeDuck(target->Write(request, {}));
  REQUIRE(desk.Stage(*load, request.schema, select));
  REQUIRE(load->Prepare({}));
  CHECK(TakeDuck(load->Commit(true, {})).rows_written == 3);
  CHECK(desk.Read("kinds") == Bag{{"0", "3"}, {"1", "3"}, {"2", "3"}});
}

TEST_CASE("what a killed load left beyond the end of the file is cut off by the next one") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckdbKit::Run(path, "CREATE TABLE t AS SELECT range AS id, 'a' AS name FROM range(1000)");
  const auto before = std::filesystem::file_size(path);
  std::ofstream(path, std::ios::app) << std::string(8 << 20, 'x');
  DuckDesk desk(path);
  TakeDuck(desk.LoadRows(RequestFor("t", Mode::kAppend, "l1"), kDuckRows));
  const auto count = desk.Read("t").size();
  CHECK(count == 1002);
  CHECK(std::filesystem::file_size(path) < before + (4 << 20));
}

TEST_CASE("without a fingerprint a rollback tells later changes by the number of rows") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  const auto load = [&](bool fingerprint) {
    DuckDesk desk(path);
    WriteRequest request = RequestFor("t", Mode::kReplace, fingerprint ? "l1" : "l2");
    request.fingerprint = fingerprint;
    return TakeDuck(desk.LoadRows(request, kDuckRows)).undo;
  };
  CHECK(load(true)["fingerprint"].AsString().size() > 1);
  const json::Value undo = load(false);
  CHECK(undo["fingerprint"].AsString().empty());
  DuckdbKit::Run(path, "INSERT INTO t VALUES (3, 'by hand')");
  {
    DuckDesk desk(path);
    const auto refused = desk.session().Rollback(undo, {});
    REQUIRE(!refused);
    CHECK(refused.error().id == "target_changed");
  }
  DuckdbKit::Run(path, "DELETE FROM t WHERE id = 3");
  DuckDesk desk(path);
  CHECK(desk.session().Rollback(undo, {}).has_value());
}

TEST_CASE("child: holds a DuckDB file" * doctest::skip()) {
  const char* path = std::getenv("AIETL_TEST_PATH");
  if (path == nullptr) return;
  DuckDesk desk(path);
  TakeDuck(desk.LoadRows(RequestFor("held", Mode::kReplace, "l1"), kDuckRows));
  std::ofstream(std::string(path) + ".held") << "1";
  while (std::filesystem::exists(std::string(path) + ".held"))
    usleep(5000);
}

TEST_CASE(
    "a DuckDB file that another process writes is named with the process, and worth another try") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckdbKit::Run(path, "CREATE TABLE t AS SELECT 1 AS id");
  const pid_t child = fork();
  if (child == 0) {
    setenv("AIETL_TEST_PATH", path.c_str(), 1);
    execl("/proc/self/exe", "test", "--test-case=child: holds a DuckDB file", "--no-skip",
          "--minimal", static_cast<char*>(nullptr));
    _exit(127);
  }
  while (!std::filesystem::exists(path + ".held"))
    usleep(5000);
  {
    const auto connector = MakeDuckdbConnector();
    const auto database = TakeDuck(data::Database::Open({}));
    const auto session = connector->Open(path, OpenContext{*database, "/"});
    REQUIRE_FALSE(session);
    CHECK(session.error().id == "locked");
    CHECK(session.error().retry() == Retry::kBackoff);
    CHECK(session.error().message.find(std::to_string(child)) != std::string::npos);
  }
  std::filesystem::remove(path + ".held");
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  DuckDesk desk(path);
  CHECK(desk.Read("t") == Bag{{"1"}});
}

TEST_CASE("readers of one DuckDB file do not shut each other out") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckdbKit::Run(path, "CREATE TABLE t AS SELECT 1 AS id");
  DuckDesk first(path);
  DuckDesk second(path);
  CHECK(first.Read("t") == second.Read("t"));
}

TEST_CASE("what is no DuckDB database says so") {
  const TestFolder folder;
  std::ofstream(folder.File("x.duckdb")) << "id,name\n1,a\n" << std::string(20000, 'x');
  const auto connector = MakeDuckdbConnector();
  const auto database = TakeDuck(data::Database::Open({}));
  const auto session = connector->Open(folder.File("x.duckdb"), OpenContext{*database, "/"});
  REQUIRE_FALSE(session);
  CHECK(session.error().id == "corrupt_file");
  CHECK(connector->Validate("duckdb://x.duckdb").front().code == "bad_uri");
  CHECK(connector->Validate("duckdb:///x.duckdb").empty());
}

TEST_CASE("a replace that would break a view is refused, one that keeps its columns is not") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckdbKit::Run(
      path,
      "CREATE TABLE t AS SELECT 1 AS id, 'a' AS name; CREATE VIEW v AS SELECT name FROM t; CREATE "
      "TABLE gone AS SELECT 1 AS a; CREATE VIEW broken AS FROM gone; DROP TABLE gone");
  DuckDesk desk(path);
  const auto refused = desk.LoadRows(RequestFor("t", Mode::kReplace, "l1"), "SELECT 1 AS id");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().id == "view_would_break");
  CHECK(desk.Read("v") == Bag{{"a"}});
  TakeDuck(desk.LoadRows(RequestFor("t", Mode::kReplace, "l2"), "SELECT 'b' AS name, 2 AS id"));
  CHECK(desk.Read("v") == Bag{{"b"}});
}

TEST_CASE("a table that others refer to is not replaced") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckdbKit::Run(path,
                 "CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR); CREATE TABLE lines (t_id "
                 "INTEGER REFERENCES t(id)); INSERT INTO t VALUES (1, 'a')");
  DuckDesk desk(path);
  const auto refused = desk.LoadRows(RequestFor("t", Mode::kReplace, "l1"), kDuckRows);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().id == "blocked_replace");
}

TEST_CASE("comments, defaults and generated columns stay") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckdbKit::Run(
      path,
      "CREATE TABLE t (id INTEGER, name VARCHAR DEFAULT 'd', twice INTEGER GENERATED ALWAYS AS (id "
      "* 2)); COMMENT ON TABLE t IS 'what it is'; COMMENT ON COLUMN t.id IS 'which'");
  {
    DuckDesk desk(path);
    TakeDuck(desk.LoadRows(RequestFor("t", Mode::kReplace, "l1"), "SELECT 4 AS id"));
    CHECK(desk.Read("t") == Bag{{"4", "d", "8"}});
    const auto refused =
        desk.LoadRows(RequestFor("t", Mode::kReplace, "l2"), "SELECT 4 AS id, 1 AS twice");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == "generated_column");
    const TableInfo info = TakeDuck(desk.session().Discover({}, {})).front();
    CHECK(info.comment == "what it is");
    CHECK(info.columns[0].comment == "which");
  }
}

TEST_CASE("a schema that a load needs is made, and goes with a load that is aborted") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckdbKit::Run(path, "CREATE TABLE other AS SELECT 1 AS a");
  const auto schemas = [&] {
    return DuckdbKit::Fetch(path,
                            "SELECT schema_name FROM duckdb_schemas() WHERE database_name = 'raw' "
                            "AND schema_name LIKE 'm%t'")
        .size();
  };
  {
    DuckDesk desk(path);
    const auto load = TakeDuck(desk.Prepare(RequestFor("mart.t", Mode::kReplace, "l1"), kDuckRows));
    REQUIRE(load->Abort());
  }
  CHECK(schemas() == 0);
  json::Value undo;
  {
    DuckDesk desk(path);
    undo = TakeDuck(desk.LoadRows(RequestFor("mart.t", Mode::kReplace, "l2"), kDuckRows)).undo;
    CHECK(desk.Read("MART.T").size() == 2);
  }
  CHECK(schemas() == 1);
  {
    DuckDesk desk(path);
    REQUIRE(desk.session().Rollback(undo, {}));
  }
  CHECK(schemas() == 0);
}

TEST_CASE("a wish to stop ends a commit and leaves the target") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckDesk desk(path);
  TakeDuck(desk.LoadRows(RequestFor("t", Mode::kMerge, "l1"), kDuckRows));
  const auto load =
      TakeDuck(desk.Prepare(RequestFor("t", Mode::kMerge, "l2"), "SELECT 1 AS id, 'z' AS name"));
  const StopSource stop;
  stop.Stop();
  const auto committed = load->Commit(true, stop.token());
  REQUIRE_FALSE(committed);
  CHECK(committed.error().code == Code::kCancelled);
  CHECK(desk.Read("t") == Bag{{"1", "a"}, {"2", "b"}});
  CHECK(TakeDuck(load->Commit(true, {})).rows_written == 1);
}

TEST_CASE("large tables are sampled from all over, and say so") {
  const TestFolder folder;
  const std::string path = folder.File("x.duckdb");
  DuckdbKit::Run(path,
                 "CREATE TABLE t AS SELECT range AS id, CASE WHEN range > 250000 THEN 'late' ELSE "
                 "'early' END AS half FROM range(500000)");
  DuckDesk desk(path);
  DiscoverRequest request;
  request.sample_values = 5;
  request.value_rows = 10000;
  const TableInfo info = TakeDuck(desk.session().Discover(request, {})).front();
  CHECK(info.rows == 500000);
  CHECK(info.rows_exact);
  CHECK(info.sampled_rows > 0);
  CHECK(info.sampled_rows <= 10000);
  CHECK(info.columns[1].samples.size() == 2);
}

}  // namespace
}  // namespace aietl::connectors
