#include <doctest/doctest.h>

#include <string>

#include "sql/bind/binder.h"
#include "sql/lineage/lineage.h"
#include "sql/parser.h"

namespace aietl::sql {
namespace {

std::string BindTestNest(const char* before, const char* middle, const char* after, int depth) {
  std::string text;
  for (int i = 0; i < depth; ++i)
    text += before;
  text += middle;
  for (int i = 0; i < depth; ++i)
    text += after;
  return text;
}

}  // namespace

TEST_CASE("what is parsed is bound and traced however deep or long it is") {
  const Dialect& dialect = DialectOf(DialectId::kDuckdb);
  std::string sum = "SELECT a";
  for (int i = 0; i < 15000; ++i)
    sum += " + b";
  std::string either = "SELECT a FROM t WHERE a = 1";
  for (int i = 0; i < 15000; ++i)
    either += " OR a = 1";
  std::string joins = "SELECT 1 FROM t";
  for (int i = 0; i < 500; ++i)
    joins += " JOIN t ON 1 = 1";
  std::string unions = "SELECT 1";
  for (int i = 0; i < 2000; ++i)
    unions += " UNION ALL SELECT 1";
  for (const std::string& sql : {sum + " FROM t", either, joins, unions,
                                 "SELECT " + BindTestNest("(", "a", ")", 300) + " FROM t",
                                 BindTestNest("SELECT * FROM (", "SELECT 1 AS a", ") t", 150),
                                 "SELECT " + BindTestNest("(SELECT ", "1", ")", 100)}) {
    const Script script = Parse(sql, dialect);
    const Bound bound = Bind(script);
    const Lineage lineage = TraceLineage(script, bound);
    CHECK(bound.statements.size() == script.statements.size());
    CHECK(lineage.written.empty());
  }
}

TEST_CASE("a recursive CTE that turns its columns around feeds each from all") {
  const Script script = Parse(
      "WITH RECURSIVE r(a, b, c) AS (SELECT x, y, z FROM t UNION ALL SELECT b, c, a FROM r) SELECT "
      "a FROM r",
      DialectOf(DialectId::kPostgres));
  const Bound bound = Bind(script);
  CHECK(bound.problems.empty());
  const auto edges = TraceLineage(script, bound).Edges();
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].sources == std::vector<std::string>{"t.x", "t.y", "t.z"});
}

TEST_CASE("problems are told up to a limit") {
  std::string sql = "SELECT 1";
  for (int i = 0; i < 300; ++i)
    sql += ", nope" + std::to_string(i);
  Schema schema(DialectId::kPostgres);
  schema.AddTable("t", {{"a", "int"}});
  const Script script = Parse(sql + " FROM t", DialectOf(DialectId::kPostgres));
  BindOptions options;
  options.schema = &schema;
  const Bound bound = Bind(script, options);
  CHECK(bound.problems.size() == options.problems);
  CHECK(bound.problems[0].code == "unknown_column");
  CHECK(bound.problems[0].place.column == 11);
}

TEST_CASE("names of a schema are found by their parts") {
  Schema schema(DialectId::kPostgres);
  schema.AddTable("a.t", {{"x", "int"}});
  schema.AddTable("b.t", {{"y", "int"}});
  schema.AddTable("\"Odd.name\"", {{"z", "int"}});
  schema.SetDefault("b");
  const auto find = [&](const char* text) {
    Arena arena;
    const Script script =
        Parse(std::string("SELECT * FROM ") + text, DialectOf(DialectId::kPostgres));
    BindOptions options;
    options.schema = &schema;
    const Bound bound = Bind(script, options);
    return bound.problems.empty() ? std::string(bound.statements[0].output->columns[0].name)
                                  : bound.problems[0].code;
  };
  CHECK(find("t") == "y");
  CHECK(find("a.t") == "x");
  CHECK(find("db.a.t") == "x");
  CHECK(find("c.t") == "unknown_table");
  CHECK(find("\"Odd.name\"") == "z");
  CHECK(find("odd") == "unknown_table");
}

}  // namespace aietl::sql
