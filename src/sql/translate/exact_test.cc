#include "sql/translate/exact.h"

#include <doctest/doctest.h>

namespace aietl::sql {
namespace {

ExactTranslation Exact(std::string_view query) {
  Schema schema(DialectId::kDuckdb);
  schema.AddTable("t", {{"id", "INTEGER"},
                        {"n", "BIGINT"},
                        {"d", "DECIMAL(10,2)"},
                        {"x", "DOUBLE"},
                        {"s", "VARCHAR"},
                        {"day", "DATE"},
                        {"seen", "TIMESTAMP"},
                        {"moment", "TIMESTAMP WITH TIME ZONE"},
                        {"ok", "BOOLEAN"},
                        {"other", "of_the_server_only"}});
  schema.AddTable("r", {{"t_id", "INTEGER"}, {"v", "DECIMAL(6,1)"}, {"w", "VARCHAR"}});
  return TranslateExactly(query, schema);
}

TEST_CASE("what both engines do alike goes through") {
  for (const std::string_view query : {
           "SELECT id, s FROM t WHERE d > 1.5 AND s = 'a' OR day < '2024-01-01'",
           "SELECT s, count(*) AS c, sum(d) AS total, min(day) AS first FROM t GROUP BY ALL",
           "SELECT t.id, r.v FROM t LEFT JOIN r ON t.id = r.t_id WHERE r.w IN ('a', 'b')",
           "WITH a AS (SELECT * FROM r) SELECT w, sum(v * 2) AS v2 FROM a GROUP BY w",
           "SELECT CAST(date_trunc('month', day) AS DATE) AS m, date_trunc('day', seen) AS a FROM "
           "t",
           "SELECT CASE WHEN x > 0 THEN 'up' ELSE s END AS k, coalesce(d, 0) AS d0 FROM t",
           "SELECT id FROM t UNION ALL SELECT t_id FROM r",
           "SELECT DISTINCT s FROM t WHERE ok AND moment IS NOT NULL",
           "SELECT s, count(DISTINCT id) FILTER (WHERE ok) AS c FROM t GROUP BY s HAVING sum(n) > "
           "9",
           "SELECT * FROM (SELECT id, n + 1 AS n1 FROM t) AS q ORDER BY n1 DESC",
       }) {
    CAPTURE(query);
    const ExactTranslation exact = Exact(query);
    CHECK(exact.why_not == "");
    CHECK(exact.sql != "");
  }
}

TEST_CASE("what may round, sort, compare or be read otherwise is named") {
  const std::pair<std::string_view, std::string_view> refused[] = {
      {"SELECT avg(d) FROM t", "avg(d)"},
      {"SELECT d / 2 FROM t", "d / 2"},
      {"SELECT sum(x) FROM t", "sum(x)"},
      {"SELECT min(s) FROM t", "min(s)"},
      {"SELECT id FROM t WHERE s < 'b'", "s < 'b'"},
      {"SELECT id FROM t WHERE moment > '2024-01-01'", "moment > '2024-01-01'"},
      {"SELECT date_trunc('month', day) FROM t", "date_trunc('month', day)"},
      {"SELECT lower(s) FROM t", "lower(s)"},
      {"SELECT s LIKE 'a%' FROM t", "s LIKE 'a%'"},
      {"SELECT id FROM t LIMIT 3", "SELECT id FROM t LIMIT 3"},
      {"SELECT row_number() OVER (ORDER BY id) FROM t", "row_number() OVER (ORDER BY id)"},
      {"SELECT other FROM t", "other"},
      {"SELECT * FROM t", "other"},
      {"SELECT id, s AS n FROM t WHERE n > 1", "n"},
      {"SELECT id FROM t UNION SELECT t_id FROM r", "SELECT id FROM t UNION SELECT t_id FROM r"},
      {"SELECT CAST(d AS INTEGER) FROM t", "CAST(d AS INTEGER)"},
      {"SELECT id FROM t WHERE x > d", "x > d"},
      {"SELECT x * 1.5 AS y FROM t", "x * 1.5"},
      {"SELECT id FROM t WHERE s = d", ""},
      {"SELECT id FROM missing", ""},
      {"SELECT", ""},
      {"DELETE FROM t", ""},
      {"SELECT 1; SELECT 2", ""},
  };
  for (const auto& [query, named] : refused) {
    CAPTURE(query);
    const ExactTranslation exact = Exact(query);
    CHECK(exact.sql == "");
    CHECK(exact.why_not != "");
    CHECK(exact.why_not.find(named) != std::string::npos);
  }
}

}  // namespace
}  // namespace aietl::sql
