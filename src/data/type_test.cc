#include "data/type.h"

#include <doctest/doctest.h>

#include "data/database.h"

using namespace aietl;
using namespace aietl::data;

namespace {

std::string Normal(const char* sql) {
  const auto type = ParseType(sql);
  return type ? type->ToSql() : "error: " + type.error().id;
}

}  // namespace

TEST_CASE("a type is read in every spelling and printed in the engine's") {
  CHECK(Normal("int") == "INTEGER");
  CHECK(Normal(" BigInt ") == "BIGINT");
  CHECK(Normal("double precision") == "DOUBLE");
  CHECK(Normal("FLOAT(53)") == "DOUBLE");
  CHECK(Normal("numeric") == "DECIMAL(18,3)");
  CHECK(Normal("NUMERIC(10)") == "DECIMAL(10,0)");
  CHECK(Normal("decimal( 38 , 9 )") == "DECIMAL(38,9)");
  CHECK(Normal("character varying(20)") == "VARCHAR");
  CHECK(Normal("VARCHAR(20)[]") == "VARCHAR[]");
  CHECK(Normal("timestamp with time zone") == "TIMESTAMP WITH TIME ZONE");
  CHECK(Normal("timestamp without time zone") == "TIMESTAMP");
  CHECK(Normal("TIMESTAMP(0)") == "TIMESTAMP_S");
  CHECK(Normal("timestamp(3)") == "TIMESTAMP_MS");
  CHECK(Normal("timestamp(9)") == "TIMESTAMP_NS");
  CHECK(Normal("timetz") == "TIME WITH TIME ZONE");
  CHECK(Normal("INT[3][]") == "INTEGER[3][]");
  CHECK(Normal("int array") == "INTEGER[]");
  CHECK(Normal("int array[4]") == "INTEGER[4]");
  CHECK(Normal("MAP(VARCHAR, INT[])") == "MAP(VARCHAR, INTEGER[])");
  CHECK(Normal("struct(a int, \"b c\" text)[]") == "STRUCT(\"a\" INTEGER, \"b c\" VARCHAR)[]");
  CHECK(Normal("row(at timestamp with time zone)") == "STRUCT(\"at\" TIMESTAMP WITH TIME ZONE)");
  CHECK(Normal("STRUCT(timestamp with time zone, decimal(4,1))") ==
        "STRUCT(TIMESTAMP WITH TIME ZONE, DECIMAL(4,1))");
  CHECK(Normal("STRUCT(Amount INTEGER)") == "STRUCT(\"Amount\" INTEGER)");
  CHECK(Normal("union(num int, str varchar)") == "UNION(\"num\" INTEGER, \"str\" VARCHAR)");
  CHECK(Normal("ENUM('a', 'it''s', 'b,c')") == "ENUM('a', 'it''s', 'b,c')");
  CHECK(Normal("json") == "JSON");
  CHECK(Normal("\"NULL\"") == "\"NULL\"");
  CHECK(Normal("varint") == "BIGNUM");
}

TEST_CASE("what is no type is refused") {
  for (const char* sql : {"",
                          "integr",
                          "decimal(39,1)",
                          "decimal(3,4)",
                          "decimal(1,2,3)",
                          "int[",
                          "int[0]",
                          "int]",
                          "map(int)",
                          "struct()",
                          "struct(a)",
                          "union(int, text)",
                          "struct(a int, text)",
                          "enum(a)",
                          "enum('a",
                          "int int",
                          "time with zone",
                          "timestamp(10)",
                          "float(54)",
                          "\"int"}) {
    CAPTURE(sql);
    CHECK(!ParseType(sql).has_value());
  }
  CHECK(ParseType("integr").error().hint.find("integer") != std::string::npos);
  CHECK(!ParseType("int" + std::string(100'000, '[')).has_value());
  std::string deep;
  for (int i = 0; i < 10'000; ++i)
    deep += "struct(a ";
  CHECK(!ParseType(deep).has_value());
}

TEST_CASE("what the engine prints is read back as the same type") {
  const auto database = Database::Open({});
  REQUIRE(database.has_value());
  const auto connection = (*database)->Connect();
  REQUIRE(connection.has_value());
  for (const char* sql : {"BOOLEAN",
                          "TINYINT",
                          "UHUGEINT",
                          "HUGEINT",
                          "DECIMAL(5,2)",
                          "VARCHAR",
                          "BLOB",
                          "BIT",
                          "UUID",
                          "DATE",
                          "TIME",
                          "TIME WITH TIME ZONE",
                          "TIMESTAMP",
                          "TIMESTAMP WITH TIME ZONE",
                          "TIMESTAMP_S",
                          "TIMESTAMP_MS",
                          "TIMESTAMP_NS",
                          "INTERVAL",
                          "ENUM('x', 'y''z')",
                          "INTEGER[]",
                          "INTEGER[3][]",
                          "STRUCT(a INTEGER, \"b c\" JSON)",
                          "MAP(VARCHAR, DOUBLE[])",
                          "UNION(n INTEGER, t VARCHAR)",
                          "JSON",
                          "BIGNUM"}) {
    CAPTURE(sql);
    const std::string query = std::string("SELECT CAST(NULL AS ") + sql + ") AS c";
    const auto printed = (*connection)->Fetch("DESCRIBE " + query);
    REQUIRE(printed.has_value());
    const auto parsed = ParseType(*printed->rows[0][1]);
    const auto described = (*connection)->Describe(query);
    REQUIRE(parsed.has_value());
    REQUIRE(described.has_value());
    CHECK(*parsed == described->columns[0].type);
    const auto again = (*connection)->Describe("SELECT CAST(NULL AS " + parsed->ToSql() + ") AS c");
    REQUIRE(again.has_value());
    CHECK(again->columns[0].type == *parsed);
  }
}

TEST_CASE("names are quoted for the engine always, for people where SQL needs it") {
  CHECK(QuoteName("a\"b") == "\"a\"\"b\"");
  CHECK(QuoteText("it's") == "'it''s'");
  CHECK(NameForPeople("order_id2") == "order_id2");
  CHECK(NameForPeople("сумма") == "сумма");
  CHECK(NameForPeople("order") == "\"order\"");
  CHECK(NameForPeople("Order_ID") == "\"Order_ID\"");
  CHECK(NameForPeople("2nd") == "\"2nd\"");
  CHECK(NameForPeople("") == "\"\"");
  CHECK(NameForPeople("a b") == "\"a b\"");
}

TEST_CASE("every keyword of the engine works as a column and a table when named for people") {
  const auto database = Database::Open({});
  REQUIRE(database.has_value());
  const auto connection = (*database)->Connect();
  REQUIRE(connection.has_value());
  const auto words = (*connection)->Fetch("SELECT DISTINCT keyword_name FROM duckdb_keywords()");
  REQUIRE(words.has_value());
  CHECK(words->rows.size() > 300);
  for (const auto& row : words->rows) {
    const std::string name = NameForPeople(*row[0]);
    CAPTURE(name);
    const std::string sql = "SELECT " + name + ", " + name + "." + name + " AS " + name +
                            " FROM (SELECT 1 AS " + QuoteName(*row[0]) + ") AS " + name +
                            " WHERE " + name + " = 1 ORDER BY " + name;
    const auto result = (*connection)->Fetch(sql);
    CHECK_MESSAGE(result.has_value(), (result ? "" : result.error().message));
  }
}

TEST_CASE("columns are found by exact name first, then without the case of ASCII letters") {
  const Schema schema{{{"id", {}}, {"ID", {}}, {"Сумма", {}}}};
  CHECK(schema.Find("ID") == 1);
  CHECK(schema.Find("Id") == 0);
  CHECK(schema.Find("Сумма") == 2);
  CHECK(schema.Find("сумма") == -1);  // so does the engine
  CHECK(schema.Find("x") == -1);
}
