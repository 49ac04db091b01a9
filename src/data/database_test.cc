#include "data/database.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "data/vector.h"

using namespace aietl;
using namespace aietl::data;

namespace {

struct Opened {
  std::unique_ptr<Database> database;
  std::unique_ptr<Connection> connection;
};

Opened Open(const DatabaseOptions& options = {}) {
  Opened out;
  auto database = Database::Open(options);
  REQUIRE(database.has_value());
  out.database = std::move(*database);
  auto connection = out.database->Connect();
  REQUIRE(connection.has_value());
  out.connection = std::move(*connection);
  return out;
}

}  // namespace

TEST_CASE("statements run, counts come back, values are text") {
  const auto [database, connection] = Open();
  REQUIRE(connection->Execute("CREATE TABLE t (a INTEGER, b VARCHAR)").has_value());
  CHECK(connection->Execute("INSERT INTO t VALUES (1, 'x'), (2, NULL), (3, '')").value() == 3);
  CHECK(connection->Execute("UPDATE t SET b = 'y' WHERE a > 1").value() == 2);
  CHECK(connection->Execute("SELECT 1").value() == 0);
  CHECK(connection->Scalar("SELECT sum(a) FROM t").value() == "6");
  CHECK(connection->Scalar("SELECT NULL").value() == std::nullopt);
  CHECK(connection->Scalar("SELECT 1 WHERE false").value() == std::nullopt);
  const auto rows = connection->Fetch("SELECT a, b FROM t ORDER BY a", 2);
  REQUIRE(rows.has_value());
  CHECK(rows->truncated);
  CHECK(rows->rows == std::vector<std::vector<std::optional<std::string>>>{{"1", "x"}, {"2", "y"}});
  CHECK(rows->schema.columns[0] == Column{"a", MakeType(TypeId::kInteger)});
}

TEST_CASE("every type reads as the engine prints it") {
  const auto [database, connection] = Open();
  for (const char* value : {"true",
                            "(-5)::TINYINT",
                            "300::USMALLINT",
                            "170141183460469231731687303715884105727::HUGEINT",
                            "(-1)::HUGEINT",
                            "340282366920938463463374607431768211455::UHUGEINT",
                            "1.5::FLOAT",
                            "0.1::DOUBLE",
                            "'nan'::DOUBLE",
                            "1e300",
                            "12.30::DECIMAL(4,2)",
                            "-12345.678::DECIMAL(9,3)",
                            "1234567890.12345678::DECIMAL(18,8)",
                            "-0.5::DECIMAL(38,9)",
                            "'text'",
                            "'\\xAA'::BLOB",
                            "'0101'::BIT",
                            "'f47ac10b-58cc-4372-a567-0e02b2c3d479'::UUID",
                            "DATE '2024-02-29'",
                            "'infinity'::DATE",
                            "TIME '12:34:56.789'",
                            "'12:34:56+03'::TIMETZ",
                            "TIMESTAMP '2024-01-01 12:00:00.5'",
                            "'2024-01-01 12:00:00+03'::TIMESTAMPTZ",
                            "'2024-01-01 12:00:00'::TIMESTAMP_S",
                            "'2024-01-01 12:00:00.123'::TIMESTAMP_MS",
                            "'2024-01-01 12:00:00.123456789'::TIMESTAMP_NS",
                            "INTERVAL '1 year 2 days 3 seconds'",
                            "'b'::ENUM('a', 'b')",
                            "[1, NULL, 3]",
                            "[1, 2]::INTEGER[2]",
                            "{'a': 1, 'b': ['x', NULL]}",
                            "MAP {'k': 1.5, 'l': NULL}",
                            "UNION_VALUE(n := 5)",
                            "'{\"a\": 1}'::JSON",
                            "[{'d': DATE '2020-01-01', 'e': 'a'::ENUM('a')}]",
                            "[]::INTEGER[]",
                            "{'a': {'b': [1::TINYINT, 2::TINYINT]}}",
                            "'it''s, \"q\"'",
                            "['it''s, ', 'a']"}) {
    CAPTURE(value);
    const auto own = connection->Scalar(std::string("SELECT ") + value);
    const auto engine = connection->Scalar(std::string("SELECT (") + value + ")::VARCHAR");
    REQUIRE(own.has_value());
    REQUIRE(engine.has_value());
    CHECK(own->value() == engine->value());
  }
}

TEST_CASE("a stream gives all rows, and tells a break from the end") {
  const auto [database, connection] = Open();
  auto stream = connection->Query("SELECT range AS i FROM range(100000)");
  REQUIRE(stream.has_value());
  int64_t rows = 0;
  Int128 sum = 0;
  for (;;) {
    auto chunk = (*stream)->Next();
    REQUIRE(chunk.has_value());
    if (!*chunk) break;
    const VectorView column((*chunk)->handle(), 0, (*stream)->schema().columns[0].type);
    for (int64_t row = 0; row < (*chunk)->rows(); ++row)
      sum += column.IntegerAt(row);
    rows += (*chunk)->rows();
  }
  CHECK(rows == 100000);
  CHECK(static_cast<int64_t>(sum) == 100000LL * 99999 / 2);
  CHECK(!(*stream)->Next().value().has_value());

  auto broken = connection->Query(
      "SELECT (CASE WHEN range < 50000 THEN '1' ELSE 'secret' END)::INTEGER FROM range(100000)");
  Error error;
  while (broken) {
    auto chunk = (*broken)->Next();
    if (!chunk) error = chunk.error();
    if (!chunk || !*chunk) break;
  }
  if (!broken) error = broken.error();
  CHECK(error.id == "conversion");
  CHECK(error.ToString().find("secret") == std::string::npos);
}

TEST_CASE("columns are described without running") {
  const auto [database, connection] = Open();
  const auto schema =
      connection->Describe("SELECT 1::DECIMAL(9,2) AS a, error('not run') AS b, [1] AS c");
  REQUIRE(schema.has_value());
  CHECK(schema->Names() == std::vector<std::string>{"a", "b", "c"});
  CHECK(schema->columns[0].type == MakeDecimal(9, 2));
  CHECK(schema->columns[2].type.ToSql() == "INTEGER[]");
  CHECK(connection->Describe("SELECT nope FROM (SELECT 1 AS x)").error().id == "unknown_column");
}

TEST_CASE("a wish to stop interrupts within a fraction of a second, and the connection goes on") {
  const auto [database, connection] = Open();
  const StopSource source;
  std::jthread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    source.Stop();
  });
  const auto begin = std::chrono::steady_clock::now();
  const auto result = connection->Execute(
      "CREATE TABLE t AS SELECT sum(a.range * b.range) AS s FROM range(1000000) a, range(1000000) "
      "b",
      source.token(), nullptr);
  REQUIRE(!result.has_value());
  CHECK(result.error().code == Code::kCancelled);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
  CHECK(connection->Execute("SELECT 1", source.token(), nullptr).error().code == Code::kCancelled);
  CHECK(connection->Scalar("SELECT 42").value() == "42");
}

TEST_CASE("progress is told from the calling thread") {
  const auto [database, connection] = Open();
  const auto caller = std::this_thread::get_id();
  int calls = 0;
  const StopSource source;
  const auto result =
      connection->Execute("SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b",
                          source.token(), [&](const Progress& progress) {
                            CHECK(std::this_thread::get_id() == caller);
                            CHECK(progress.percent <= 100);
                            if (++calls == 2) source.Stop();
                          });
  CHECK(result.error().code == Code::kCancelled);
  CHECK(calls >= 2);
}

TEST_CASE("bytes that SQL cannot hold are refused") {
  const auto [database, connection] = Open();
  CHECK(connection->Execute(std::string("SELECT '\xff'")).error().id == "bad_encoding");
  CHECK(connection->Query(std::string("SELECT 1\0", 9)).error().id == "bad_encoding");
  CHECK(!IsSendableSql(std::string_view("\0", 1)));
  CHECK(IsSendableSql("SELECT 'ё'"));
}

TEST_CASE("options reach the engine, and a bad one is an error") {
  const auto [database, connection] = Open({.memory_limit = "123MB", .threads = 3});
  CHECK(connection->Scalar("SELECT current_setting('threads')").value() == "3");
  CHECK(connection->Scalar("SELECT current_setting('memory_limit')").value() == "117.3 MiB");
  CHECK(connection->Scalar("SELECT current_setting('TimeZone')").value() == "UTC");
  CHECK(connection->Scalar("SELECT current_setting('autoload_known_extensions')").value() ==
        "false");
  CHECK(connection->Scalar("SELECT current_setting('preserve_insertion_order')").value() ==
        "false");
  CHECK(!Database::Open({.memory_limit = "much"}).has_value());
}
