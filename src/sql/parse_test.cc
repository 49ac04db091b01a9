#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sql/effect.h"
#include "sql/lexer.h"
#include "sql/parser.h"
#include "sql/printer.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

const Dialect& Named(const char* name) {
  return *FindDialect(name);
}

// The first statement's tree.
std::string TreeOf(const char* sql, const char* dialect = "postgres") {
  const Script script = Parse(sql, Named(dialect));
  REQUIRE_MESSAGE(script.ok(), sql);
  return DumpTree(*script.statements.at(0));
}

std::string Compact(const std::string& sql, const char* dialect) {
  const Script script = Parse(sql, Named(dialect));
  REQUIRE_MESSAGE(script.ok(), sql);
  return Print(script);
}

}  // namespace

TEST_CASE("operators bind as the dialect says") {
  CHECK(Compact("select a or b and not c = 1 + 2 * 3", "postgres") ==
        "SELECT a OR b AND NOT c = 1 + 2 * 3");
  CHECK(TreeOf("select 1 || 2 + 3", "sqlite").find("(Binary op=1 ") != std::string::npos);
  // In MySQL || is OR; elsewhere it joins strings.
  CHECK(TreeOf("select a || b", "mysql").find("Logical") != std::string::npos);
  CHECK(TreeOf("select a || b", "postgres").find("Binary") != std::string::npos);
  // PostgreSQL's comparisons do not chain, SQLite's do.
  CHECK_FALSE(Parse("select a < b < c", Named("postgres")).ok());
  CHECK(Parse("select a < b < c", Named("sqlite")).ok());
}

TEST_CASE("AND and OR are flat, so that long conditions need no depth") {
  std::string sql = "SELECT a FROM t WHERE a = 0";
  for (int i = 0; i < 20000; ++i)
    sql += " OR a = 1";
  const Script script = Parse(sql, Named("duckdb"));
  REQUIRE(script.ok());
  CHECK(Print(script) == sql);
}

TEST_CASE("work grows with the text, whatever it is") {
  const auto times = [](const char* first, const char* part, const char* last, int count) {
    std::string text = first;
    for (int i = 0; i < count; ++i)
      text += part;
    return text + last;
  };
  struct Shape {
    const char *first, *part, *last;
  };
  // Lists, conditions, rows, calls, statements, queries, and texts that are no SQL.
  static constexpr Shape kShapes[] = {
      {"SELECT a FROM t WHERE a IN (1", ", 12345", ")"},
      {"SELECT a FROM t WHERE a = 1", " OR (b = 2 AND c LIKE 'x%')", ""},
      {"INSERT INTO t (a, b) VALUES (1, 'x')", ", (2, 'it is')", ""},
      {"SELECT a", ", coalesce(b, c) + 1 AS d", " FROM t"},
      {"", "SELECT a FROM t WHERE b > 1 ORDER BY c LIMIT 5;\n", ""},
      {"SELECT 1", " UNION ALL SELECT 2", ""},
      {"SELECT '", "a long text ", "'"},
      {"SELECT a FROM t WHERE (a", ", b) = (1", ""},
      {"SELECT a FROM", " , WHERE", ""},
      {"SELECT a ", "end group ", "FROM t"},
      {"ALTER TABLE t ADD COLUMN a int", ", ADD COLUMN b int", ""},
      {"GRANT SELECT ON t TO a", ", b", ""},
  };
  ParseLimits limits;
  limits.chain = 1'000'000;
  for (size_t id = 0; id < kDialects; ++id) {
    const Dialect& dialect = DialectOf(static_cast<DialectId>(id));
    for (const Shape& shape : kShapes) {
      // 1 MB, or 10,000 elements and more.
      const int count = 1'000'000 / static_cast<int>(std::string_view(shape.part).size());
      const std::string text = times(
          shape.first, shape.part, shape.last,
          std::string_view(shape.part).find("UNION") != std::string_view::npos ? 4000 : count);
      const Script script = Parse(text, dialect, limits);
      INFO(dialect.name, ": ", shape.first, shape.part, " …");
      // Each token once, once more where a rule looks first, and a few times where a name may be
      // meant.
      CHECK(script.steps <= 16 * Lex(text, dialect).tokens.size());
      CHECK(script.arena->capacity() <= 400 * text.size());
    }
  }
}

TEST_CASE("limits end with an error of their own") {
  const std::string deep = "SELECT " + std::string(5000, '(') + "1" + std::string(5000, ')');
  const Script script = Parse(deep, Named("postgres"));
  REQUIRE(script.problems.size() == 1);
  CHECK(script.problems[0].code == "too_deep");
  ParseLimits limits;
  limits.bytes = 10;
  CHECK(Parse("SELECT 1 FROM t", Named("postgres"), limits).problems.at(0).code == "too_long");
}

TEST_CASE("each broken statement of a script leaves one problem, the others are parsed") {
  const Script script =
      Parse("SELECT 1;\nSELEC 2;\nSELECT a FORM t WHERE;\n  SELECT 'x;\n'", Named("postgres"));
  REQUIRE(script.problems.size() == 2);
  CHECK(script.statements.size() == 2);
  CHECK(script.problems[0].place.line == 2);
  CHECK(script.problems[0].place.column == 1);
  CHECK(script.problems[0].hint.find("SELECT") != std::string::npos);
  CHECK(script.problems[1].place.line == 3);
  CHECK(script.problems[1].hint.find("FROM") != std::string::npos);
}

TEST_CASE("columns of problems count characters") {
  const Script script = Parse("SELECT 'жук' FROM FROM", Named("postgres"));
  REQUIRE(script.problems.size() == 1);
  CHECK(script.problems[0].place.column == 19);
}

TEST_CASE("literals hold their value, however they were quoted") {
  const auto same = [](const char* a, const char* b, const char* dialect) {
    const Script left = Parse(std::string("SELECT ") + a, Named(dialect)),
                 right = Parse(std::string("SELECT ") + b, Named(dialect));
    REQUIRE(left.ok());
    REQUIRE(right.ok());
    return SameTree(left.statements[0], right.statements[0]);
  };
  CHECK(same("'it''s'", "$$it's$$", "postgres"));
  CHECK(same("E'a\\nb\\u0041'", "'a\nbA'", "postgres"));
  CHECK(same("U&'d\\0061t\\+000061'", "'data'", "postgres"));
  CHECK(same("'a'\n'b'", "'ab'", "postgres"));
  CHECK(same("'it\\'s' 'n'", "\"it'sn\"", "mysql"));
  CHECK(same("0x1f", "X'1F'", "mysql"));
  CHECK_FALSE(same("'a'", "N'a'", "postgres"));
}

TEST_CASE("printing a rewritten tree sets the parentheses that it needs") {
  Arena arena;
  Expr* sum = *ParseExpression("a + b", Named("postgres"), arena);
  Expr* product = *ParseExpression("x * c", Named("postgres"), arena);
  As<Binary>(product)->left = sum;
  CHECK(Print(*product, Named("postgres")) == "(a + b) * c");
}

TEST_CASE("comments stay where they were, formatted or not") {
  const char* sql =
      "-- head\nSELECT a, -- first\n  b /* second */\nFROM t -- from where\nWHERE x = 1;\n-- tail";
  const Script script = Parse(sql, Named("postgres"));
  PrintOptions options;
  options.pretty = true;
  const std::string once = Print(script, options);
  for (const char* text : {"-- head", "-- first", "/* second */", "-- from where", "-- tail"})
    CHECK(once.find(text) != std::string::npos);
  CHECK(Print(Parse(once, Named("postgres")), options) == once);
}

TEST_CASE("copies outlive their source, and rewriting meets children first") {
  Arena arena;
  Statement* copy = nullptr;
  {
    const Script script = Parse("SELECT a + 1 AS b FROM t WHERE c IN (1, 2)", Named("duckdb"));
    copy = CopyTree(script.statements[0], arena);
    CHECK(SameTree(copy, script.statements[0]));
  }
  Rewrite(copy, [&](Node* node) -> Node* {
    Literal* literal = As<Literal>(node);
    if (literal && literal->type == LiteralKind::kInteger) literal->text = "7";
    return node;
  });
  CHECK(Print(*copy, Named("duckdb")) == "SELECT a + 7 AS b FROM t WHERE c IN (7, 7)");
}

TEST_CASE("writes are seen wherever they stand") {
  const auto effect = [](const char* sql, const char* dialect) {
    const Script script = Parse(sql, Named(dialect));
    REQUIRE_MESSAGE(script.ok(), sql);
    return std::string(EffectName(EffectOf(*script.statements.at(0))));
  };
  CHECK(effect("SELECT 1", "postgres") == "read");
  CHECK(effect("WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d", "postgres") == "write");
  CHECK(effect("SELECT a INTO b FROM t", "postgres") == "ddl");
  CHECK(effect("SELECT a FROM t INTO OUTFILE '/tmp/x'", "mysql") == "write");
}

TEST_CASE("a dialect has its own words and none of the others'") {
  CHECK(Parse("SELECT a FROM t QUALIFY row_number() OVER (ORDER BY a) = 1", Named("duckdb")).ok());
  CHECK_FALSE(
      Parse("SELECT a FROM t QUALIFY row_number() OVER (ORDER BY a) = 1", Named("postgres")).ok());
  CHECK(Parse("SELECT a FROM t FINAL PREWHERE x SETTINGS a = 1", Named("clickhouse")).ok());
  CHECK_FALSE(Parse("SELECT a FROM t FINAL PREWHERE x SETTINGS a = 1", Named("sqlite")).ok());
  CHECK(FindDialect("mariadb") == FindDialect("mysql"));
  CHECK(FindDialect("oracle") == nullptr);
}

}  // namespace aietl::sql
