#include "engine/binder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engine/internal/sql_place.h"
#include "engine/internal/sql_tree.h"
#include "sql/lineage/lineage.h"

using namespace aietl;
using namespace aietl::engine;

namespace {

// A place in a document whose SQL block begins at line 10, indented by 4.
spec::SqlPlace Block(int lines = 20) {
  spec::SqlPlace place;
  place.file = "p.yaml";
  place.line = 10;
  place.column = 5;
  for (int i = 0; i < lines; ++i)
    place.anchors.push_back({1 + i, 1, 10 + i, 5, false});
  return place;
}

struct Checked {
  References references;
  Problems problems;
  std::string codes;
};

Checked Check(const std::string& sql) {
  Checked out;
  out.references = CheckSelect(sql, "step s", Block(), &out.problems);
  for (const Problem& problem : out.problems) {
    CHECK(problem.message.starts_with("step s: "));
    CHECK(problem.place.file == "p.yaml");
    out.codes += (out.codes.empty() ? "" : " ") + problem.code;
  }
  return out;
}

using Names = std::vector<std::string>;

spec::Pipeline Pipeline(const std::vector<std::string>& sources,
                        const std::vector<std::pair<std::string, std::string>>& steps) {
  spec::Pipeline pipeline;
  for (const std::string& name : sources) {
    spec::Source source;
    source.name = name;
    pipeline.sources.push_back(source);
  }
  for (const auto& [name, sql] : steps) {
    spec::Step step;
    step.name = name;
    step.sql = sql;
    step.sql_place = Block();
    step.place = {"p.yaml", 9, 3};
    pipeline.steps.push_back(step);
  }
  return pipeline;
}

data::Schema Columns(const std::vector<std::pair<std::string, std::string>>& columns) {
  data::Schema schema;
  for (const auto& [name, type] : columns)
    schema.columns.push_back({name, *data::ParseType(type)});
  return schema;
}

const std::map<std::string, data::Schema>& Shop() {
  static const std::map<std::string, data::Schema> shop = {
      {"orders", Columns({{"id", "BIGINT"},
                          {"customer_id", "INTEGER"},
                          {"status", "VARCHAR"},
                          {"amount", "DECIMAL(9,2)"},
                          {"created_at", "TIMESTAMP"},
                          {"info", "STRUCT(a INTEGER, b VARCHAR)"}})},
      {"customers",
       Columns({{"customer_id", "INTEGER"}, {"name", "VARCHAR"}, {"country", "VARCHAR"}})},
  };
  return shop;
}

struct BoundCase {
  Bound bound;
  Problems problems;
};

BoundCase Bind(const std::vector<std::pair<std::string, std::string>>& steps) {
  const spec::Pipeline pipeline = Pipeline({"orders", "customers"}, steps);
  BoundCase out;
  const std::vector<size_t> order = CheckPipelineSql(pipeline, &out.problems);
  REQUIRE_MESSAGE(out.problems.empty(), out.problems[0].message);
  auto bound = BindPipeline(pipeline, order, Shop(), &out.problems);
  REQUIRE(bound.has_value());
  out.bound = std::move(*bound);
  return out;
}

// "target <- relation.column kind", sorted.
std::set<std::string> Edges(const BoundCase& bound, const std::string& step) {
  std::set<std::string> out;
  for (const ColumnEdge& edge : bound.bound.lineage.at(step)) {
    out.insert(edge.target + " <- " + edge.source + "." + edge.column + " " +
               std::string(sql::TransformationName(edge.kind)));
  }
  return out;
}

using Lines = std::set<std::string>;

}  // namespace

TEST_CASE("a SELECT over names passes, and its names are told") {
  CHECK(Check("SELECT * FROM orders o JOIN \"Customers\" USING (customer_id), orders")
            .references.tables == Names{"orders", "Customers"});
  CHECK(Check("WITH x AS (SELECT * FROM orders), y AS (SELECT * FROM x) SELECT * FROM y, customers")
            .references.tables == Names{"orders", "customers"});
  // A CTE does not hide a table from itself, unless it is recursive.
  CHECK(Check("WITH orders AS (SELECT * FROM orders) SELECT * FROM orders").references.tables ==
        Names{"orders"});
  CHECK(Check("WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 5) "
              "SELECT * FROM r")
            .references.tables.empty());
  const Names all = Check(
                        "SELECT (SELECT max(x) FROM a), EXISTS (SELECT 1 FROM b) FROM c WHERE v IN "
                        "(SELECT w FROM d) ORDER BY (SELECT 1 FROM e)")
                        .references.tables;
  CHECK(std::set<std::string>(all.begin(), all.end()) ==
        std::set<std::string>{"a", "b", "c", "d", "e"});
  CHECK(Check("FROM a UNION ALL BY NAME FROM b EXCEPT SELECT * FROM c").references.tables ==
        Names{"a", "b", "c"});
  CHECK(Check("PIVOT orders ON status IN ('paid', 'new') USING sum(amount)").references.tables ==
        Names{"orders"});
  CHECK(Check("UNPIVOT orders ON amount INTO NAME n VALUE v").references.tables == Names{"orders"});
  CHECK(Check("SELECT * FROM orders, LATERAL (SELECT * FROM customers c WHERE c.customer_id = "
              "orders.customer_id)")
            .references.tables == Names{"orders", "customers"});
  CHECK(Check("SELECT * FROM range(3), unnest([1, 2]), generate_series(1, (SELECT max(a) FROM t)), "
              "json_each('[1]')")
            .codes.empty());
  CHECK(Check("SELECT list_transform([1], lambda x: x + 1), row_number() OVER (ORDER BY a), "
              "error('stop') FROM t;")
            .codes.empty());
  CHECK(Check("-- a comment; with ATTACH\nSELECT 'COPY x TO y' /* SET */ AS \"INSTALL\" FROM t ; ")
            .codes.empty());
  CHECK(Check("VALUES (1), (2)").codes.empty());
}

TEST_CASE("an ORDER BY at the end is seen, one within is not") {
  CHECK(Check("SELECT * FROM a ORDER BY b LIMIT 3").references.ordered);
  CHECK(Check("WITH x AS MATERIALIZED (SELECT 1) SELECT * FROM x UNION SELECT 2 ORDER BY 1")
            .references.ordered);
  CHECK(!Check("SELECT * FROM (SELECT * FROM a ORDER BY b)").references.ordered);
}

TEST_CASE("what does not parse is placed by line and column, in characters") {
  Checked checked = Check("SELECT 'привет',\n  a FRM t x y");
  CHECK(checked.codes == "sql_syntax");
  CHECK(checked.problems[0].place.line == 11);
  CHECK(checked.problems[0].place.column == 5 + 8);
  checked = Check("SELECT (1\n");
  CHECK(checked.codes == "sql_syntax");
  CHECK(checked.problems[0].place.line == 11);
  CHECK(Check("").codes == "sql_empty");
  CHECK(Check(" -- nothing\n").codes == "sql_empty");
  CHECK(Check("SELECT '\xff'").codes == "bad_encoding");
  CHECK(Check("SELECT " + std::string(300000, '(') + "1" + std::string(300000, ')')).codes ==
        "sql_syntax");
}

TEST_CASE("everything but one SELECT is refused") {
  for (const char* sql : {"COPY (SELECT 1) TO 'x.csv'",
                          "COPY t FROM 'x.csv'",
                          "ATTACH 'x.db' AS x",
                          "DETACH x",
                          "INSTALL httpfs",
                          "LOAD httpfs",
                          "SET threads = 1",
                          "RESET threads",
                          "PRAGMA version",
                          "CALL pragma_version()",
                          "EXPORT DATABASE 'x'",
                          "IMPORT DATABASE 'x'",
                          "CREATE TABLE t (a INT)",
                          "CREATE TABLE t AS SELECT 1",
                          "CREATE MACRO f(x) AS x",
                          "CREATE SECRET s (TYPE s3)",
                          "INSERT INTO t VALUES (1)",
                          "UPDATE t SET a = 1",
                          "DELETE FROM t",
                          "DROP TABLE t",
                          "ALTER TABLE t ADD COLUMN x INT",
                          "BEGIN",
                          "COMMIT",
                          "CHECKPOINT",
                          "VACUUM",
                          "ANALYZE",
                          "EXPLAIN SELECT 1",
                          "PREPARE p AS SELECT 1",
                          "EXECUTE p",
                          "USE x",
                          "MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN DELETE",
                          "DESCRIBE t",
                          "SHOW TABLES",
                          "SUMMARIZE t",
                          "SELECT * FROM (DESCRIBE t)",
                          "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x",
                          "SELECT 1; SELECT 2",
                          "SELECT 1; ATTACH 'x'",
                          "SELECT 1 /* */ ; -- \n DROP TABLE t",
                          "SELECT $1",
                          "SELECT ? + 1",
                          "PIVOT t ON status USING sum(amount)",
                          "SELECT * FROM t AT (VERSION => 1)"}) {
    CAPTURE(sql);
    const Checked checked = Check(sql);
    CHECK(!checked.problems.empty());
    for (const Problem& problem : checked.problems)
      CHECK_MESSAGE((problem.code == "sql_syntax" || !problem.hint.empty()), problem.message);
  }
  CHECK(Check("ATTACH 'x.db' AS x").codes == "sandbox");
  CHECK(Check("SELECT 1; SELECT 2").codes == "sql_not_one");
}

TEST_CASE("what reaches beyond the sources is refused, wherever it hides") {
  const auto refused = [](const std::string& sql) {
    CAPTURE(sql);
    const Checked checked = Check(sql);
    CHECK(checked.codes == "sandbox");
    for (const Problem& problem : checked.problems)
      CHECK(!problem.hint.empty());
  };
  for (const char* function : {"read_csv('x')",
                               "READ_CSV_AUTO('x')",
                               "read_parquet(['x'])",
                               "parquet_scan('x')",
                               "parquet_metadata('x')",
                               "read_json('x')",
                               "read_ndjson_objects('x')",
                               "read_text('x')",
                               "read_blob('x')",
                               "glob('*')",
                               "sniff_csv('x')",
                               "read_duckdb('x')",
                               "query('SELECT 1')",
                               "query_table('t')",
                               "duckdb_secrets()",
                               "duckdb_settings()",
                               "duckdb_tables()",
                               "pragma_version()",
                               "pragma_table_info('t')",
                               "seq_scan('t')",
                               "arrow_scan(1, 2, 3)",
                               "which_secret('a', 'b')",
                               "json_execute_serialized_sql('x')",
                               "sql_auto_complete('x')",
                               "test_all_types()",
                               "summary(1)",
                               "histogram('t', a)",
                               "aietl_source(1)",
                               "aietl_observe((SELECT 1), 1, true)",
                               "postgres_scan('x')",
                               "checkpoint()"}) {
    refused(std::string("SELECT * FROM ") + function);
  }
  for (const char* function :
       {"getenv('HOME')", "current_setting('threads')", "getvariable('x')", "nextval('s')",
        "currval('s')", "pg_sleep(1)", "sleep_ms(10)", "write_log('x')", "setseed(0.5)",
        "current_query()", "json_serialize_plan('x')", "error(name)", "main.getenv('HOME')"}) {
    refused(std::string("SELECT ") + function + " FROM t");
    refused(std::string("SELECT a FROM t WHERE b = ") + function);
  }
  refused("SELECT * FROM (SELECT * FROM t ORDER BY getenv('X'))");
  refused("SELECT CASE WHEN (SELECT count(*) FROM read_text('/etc/passwd')) > 0 THEN 1 END");
  refused("WITH x AS (SELECT * FROM glob('*')) SELECT 1");
  refused("SELECT sum(a) OVER (PARTITION BY getenv('X')) FROM t");
  refused("SELECT list_transform([1], lambda x: getenv('X'))");
  refused("SELECT * FROM t JOIN u ON t.a = getenv('X')");
  refused("SELECT * FROM range((SELECT count(*) FROM read_csv('x')))");
  refused("SELECT a FROM t GROUP BY ALL HAVING max(getenv('x')) = 1");
  refused("SELECT a FROM t QUALIFY row_number() OVER (ORDER BY getenv('x')) = 1");
  refused("SELECT a FROM t LIMIT (SELECT count(*) FROM glob('*'))");
  refused("SELECT count(*) FILTER (WHERE getenv('x') = '1') FROM t");
  refused("PIVOT (SELECT getenv('x') AS g, b FROM t) ON g IN ('a') USING sum(b)");
  refused("SELECT * REPLACE (getenv('x') AS a) FROM t");
  refused("SELECT * FROM 'x.csv'");
  refused("SELECT * FROM \"/etc/passwd\"");
  refused("SELECT * FROM 's3://bucket/x.parquet'");
  refused("SELECT * FROM x/**/.y");
  refused("SELECT * FROM main.t");
  refused("SELECT * FROM information_schema.tables");
  refused("SELECT * FROM db.main.t");
}

TEST_CASE("a refusal is placed at what it refuses") {
  const Checked checked = Check("SELECT *\nFROM orders,\n     read_csv('secret.csv')");
  REQUIRE(checked.problems.size() == 1);
  CHECK(checked.problems[0].place.line == 12);
  CHECK(checked.problems[0].place.column == 5 + 5);
  CHECK(checked.problems[0].object == "read_csv");
  CHECK(Check("SELECT 1;\nCOPY t TO 'x'").problems[0].place.line == 11);
}

TEST_CASE("no function of the engine that has side effects is let through by oversight") {
  const auto database = data::Database::Open({});
  REQUIRE(database.has_value());
  const auto connection = (*database)->Connect();
  REQUIRE(connection.has_value());
  const auto volatile_functions =
      (*connection)
          ->Fetch(
              "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type = "
              "'scalar' AND (has_side_effects OR stability <> 'CONSISTENT')");
  REQUIRE(volatile_functions.has_value());
  // Random numbers and the time of day are values, however often they change.
  const std::set<std::string> harmless = {"random",
                                          "uuid",
                                          "gen_random_uuid",
                                          "uuidv4",
                                          "uuidv7",
                                          "now",
                                          "today",
                                          "current_date",
                                          "current_time",
                                          "get_current_time",
                                          "get_current_timestamp",
                                          "current_localtime",
                                          "current_localtimestamp",
                                          "transaction_timestamp",
                                          "age",
                                          "version",
                                          "current_database",
                                          "current_schema",
                                          "current_schemas",
                                          "error",
                                          "hash",
                                          "current_timestamp",
                                          "localtime",
                                          "localtimestamp"};
  int seen = 0;
  for (const auto& row : volatile_functions->rows) {
    const std::string name = *row[0];
    CAPTURE(name);
    ++seen;
    if (!harmless.contains(name)) CHECK(Check("SELECT \"" + name + "\"(1)").codes == "sandbox");
  }
  CHECK(seen > 10);
  const auto tables = (*connection)
                          ->Fetch(
                              "SELECT DISTINCT function_name FROM duckdb_functions() WHERE "
                              "function_type IN ('table', 'table_macro')");
  REQUIRE(tables.has_value());
  std::set<std::string> allowed;
  for (const auto& row : tables->rows) {
    if (Check("SELECT * FROM \"" + *row[0] + "\"(1)").codes.empty()) allowed.insert(*row[0]);
  }
  CHECK(allowed == std::set<std::string>{"range", "generate_series", "unnest", "repeat",
                                         "repeat_row", "json_each", "json_tree"});
}

TEST_CASE("steps are ordered by what they use") {
  Problems problems;
  const auto order = CheckPipelineSql(Pipeline({"a"}, {{"last", "SELECT * FROM middle, A"},
                                                       {"middle", "SELECT * FROM First"},
                                                       {"first", "SELECT * FROM a"}}),
                                      &problems);
  CHECK(problems.empty());
  CHECK(order == std::vector<size_t>{2, 1, 0});
}

TEST_CASE("unknown relations, circles and names that differ by case are problems of the pipeline") {
  Problems problems;
  CheckPipelineSql(Pipeline({"orders"}, {{"s", "SELECT *\nFROM ordrs"}}), &problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "unknown_relation");
  CHECK(problems[0].object == "ordrs");
  CHECK(problems[0].hint.find("orders") != std::string::npos);
  CHECK(problems[0].place.line == 11);
  CHECK(problems[0].place.column == 5 + 5);

  problems.clear();
  CheckPipelineSql(
      Pipeline({"orders"}, {{"s", "WITH settled AS (FROM orders) SELECT * FROM setled"}}),
      &problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].hint.find("settled") != std::string::npos);

  problems.clear();
  CheckPipelineSql(Pipeline({"x"}, {{"a", "SELECT * FROM b"},
                                    {"b", "SELECT * FROM c"},
                                    {"c", "SELECT * FROM A"},
                                    {"d", "SELECT * FROM x"}}),
                   &problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "cycle");
  CHECK(problems[0].message.find("a → b → c → a") != std::string::npos);

  problems.clear();
  CheckPipelineSql(Pipeline({}, {{"a", "SELECT * FROM a"}}), &problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.find("a → a") != std::string::npos);

  problems.clear();
  CheckPipelineSql(Pipeline({"Orders"}, {{"orders", "SELECT 1 AS x"}}), &problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "duplicate_name");

  problems.clear();
  spec::Pipeline pipeline =
      Pipeline({"orders"}, {{"a", "SELEC"}, {"b", "SELECT * FROM glob('*')"}});
  spec::Check check;
  check.on = "orders";
  check.sql = "SELECT * FROM nowhere_near";
  check.sql_place = Block();
  pipeline.checks.push_back(check);
  CheckPipelineSql(pipeline, &problems);
  CHECK(problems.size() == 3);
}

TEST_CASE("an order for dedup is a list of columns and nothing else") {
  const auto codes = [](const std::string& order_by) {
    spec::Pipeline pipeline = Pipeline({"orders"}, {});
    spec::Target target;
    target.from = "orders";
    target.to.path = "o.parquet";
    target.dedup = spec::Dedup{order_by};
    pipeline.targets.push_back(target);
    Problems problems;
    const auto order = CheckPipelineSql(pipeline, &problems);
    if (problems.empty()) REQUIRE(BindPipeline(pipeline, order, Shop(), &problems).has_value());
    std::string out;
    for (const Problem& problem : problems)
      out += problem.code;
    return out;
  };
  CHECK(codes("created_at DESC, id") == "");
  CHECK(codes("created_at DESC -- newest") == "");
  CHECK(codes("craeted_at") == "unknown_column");
  CHECK(codes("id) FROM orders; DROP TABLE x; SELECT (1") != "");
  CHECK(codes("getenv('x')") == "sandbox");
  CHECK(codes("(SELECT 1 FROM customers)") == "sandbox");
  CHECK(codes("id,,") == "sql_syntax");
}

TEST_CASE("steps get their columns and types, in order") {
  const BoundCase bound = Bind({{"paid", "SELECT * FROM orders WHERE status = 'paid'"},
                                {"revenue",
                                 "SELECT country, sum(amount) AS revenue, NULL AS nothing FROM "
                                 "paid JOIN customers USING (customer_id) GROUP BY ALL"},
                                {"top", "SELECT coalesce(nothing, 1) AS n, revenue FROM revenue"}});
  CHECK(bound.problems.empty());
  CHECK(bound.bound.schemas.at("paid") == Shop().at("orders"));
  CHECK(bound.bound.schemas.at("revenue") ==
        Columns({{"country", "VARCHAR"}, {"revenue", "DECIMAL(38,2)"}, {"nothing", "INTEGER"}}));
  CHECK(bound.bound.schemas.at("top").Names() == Names{"n", "revenue"});
}

TEST_CASE("an unknown column is placed, its relation named and the nearest offered") {
  BoundCase bound = Bind({{"s", "SELECT id,\n       custmer_id\nFROM orders"}});
  REQUIRE(bound.problems.size() == 1);
  Problem problem = bound.problems[0];
  CHECK(problem.code == "unknown_column");
  CHECK(problem.object == "orders.custmer_id");
  CHECK(problem.hint.find("customer_id") != std::string::npos);
  CHECK(problem.place.line == 11);
  CHECK(problem.place.column == 5 + 7);
  CHECK(problem.message.starts_with("step s: "));

  problem = Bind({{"s", "SELECT o.id, c.nme FROM orders o JOIN customers c USING (customer_id)"}})
                .problems.at(0);
  CHECK(problem.object == "customers.nme");
  CHECK(problem.hint.find("name") != std::string::npos);

  problem = Bind({{"s", "SELECT id, country FROM orders"}}).problems.at(0);
  CHECK(problem.hint.find("customers") != std::string::npos);

  problem = Bind({{"s", "SELECT * FROM orders JOIN customers USING (custmer_id)"}}).problems.at(0);
  CHECK(problem.code == "unknown_column");
  CHECK(problem.place.column == 5 + 43);
  CHECK(problem.hint.find("customer_id") != std::string::npos);

  problem = Bind({{"s", "SELECT x.id FROM orders o"}}).problems.at(0);
  CHECK(problem.code == "unknown_table");
  problem = Bind({{"s", "WITH c AS (SELECT id AS number FROM orders) SELECT numbr FROM c"}})
                .problems.at(0);
  CHECK(problem.hint.find("number") != std::string::npos);
}

TEST_CASE("wrong types and functions are problems with a way out") {
  CHECK(Bind({{"s", "SELECT sume(amount) FROM orders"}}).problems.at(0).code == "unknown_function");
  CHECK(Bind({{"s", "SELECT sume(amount) FROM orders"}}).problems.at(0).hint.find("sum") !=
        std::string::npos);
  CHECK(Bind({{"s", "SELECT sum(status) FROM orders"}}).problems.at(0).code == "type_mismatch");
  CHECK(Bind({{"s", "SELECT * FROM orders WHERE created_at > amount"}}).problems.at(0).code ==
        "type_mismatch");
  CHECK(Bind({{"s", "SELECT status, sum(amount) FROM orders"}}).problems.at(0).code ==
        "not_grouped");
  CHECK(Bind({{"s", "SELECT customer_id FROM orders, customers"}}).problems.at(0).code ==
        "ambiguous_column");
  CHECK(Bind({{"s",
               "SELECT o.customer_id, c.customer_id FROM orders o JOIN customers c USING "
               "(customer_id)"}})
            .problems.at(0)
            .code == "duplicate_column");
  CHECK(Bind({{"s", "SELECT id FROM orders UNION SELECT name, country FROM customers"}})
            .problems.at(0)
            .code == "sql_error");
}

TEST_CASE("one broken step gives one problem, not one for each that uses it") {
  const BoundCase bound = Bind({{"a", "SELECT nope FROM orders"},
                                {"b", "SELECT * FROM a"},
                                {"c", "SELECT * FROM b"},
                                {"d", "SELECT nane FROM customers"}});
  REQUIRE(bound.problems.size() == 2);
  CHECK(bound.problems[0].object == "orders.nope");
  CHECK(bound.problems[1].object == "customers.nane");
}

TEST_CASE("lineage goes down to source columns through steps") {
  const BoundCase bound = Bind({
      {"paid",
       "SELECT id, customer_id, amount * 2 AS doubled, status FROM orders WHERE status = 'paid'"},
      {"revenue",
       "SELECT c.country, sum(p.doubled) AS revenue, count(*) AS n FROM paid p JOIN customers c "
       "USING (customer_id) GROUP BY ALL"},
      {"ranked",
       "SELECT country AS land, revenue, CASE WHEN n > 5 THEN 'many' ELSE country END AS label, "
       "rank() OVER (ORDER BY revenue) AS r FROM revenue ORDER BY n"},
  });
  CHECK(bound.problems.empty());
  CHECK(Edges(bound, "orders").contains("id <- orders.id identity"));
  CHECK(Edges(bound, "paid") ==
        Lines{"id <- orders.id identity", "customer_id <- orders.customer_id identity",
              "doubled <- orders.amount transformation", "status <- orders.status identity",
              " <- orders.status filter"});
  CHECK(Edges(bound, "revenue") ==
        Lines{"country <- customers.country identity", "revenue <- orders.amount aggregation",
              " <- orders.status filter", " <- orders.customer_id join",
              " <- customers.customer_id join", " <- customers.country group_by"});
  const Lines ranked = Edges(bound, "ranked");
  CHECK(ranked.contains("land <- customers.country identity"));
  CHECK(ranked.contains("revenue <- orders.amount aggregation"));
  CHECK(ranked.contains("label <- customers.country transformation"));
  CHECK(ranked.contains("r <- orders.amount window"));
  CHECK(ranked.contains(" <- orders.status filter"));
  CHECK(!ranked.contains("r <- orders.amount aggregation"));
}

TEST_CASE("lineage holds through the shapes of SQL") {
  const auto edges = [](const std::string& sql) { return Edges(Bind({{"s", sql}}), "s"); };
  CHECK(edges("WITH x AS (SELECT id AS i FROM orders), y AS (SELECT * FROM x) SELECT i FROM y") ==
        Lines{"i <- orders.id identity"});
  CHECK(edges("SELECT status FROM orders UNION ALL SELECT name FROM customers") ==
        Lines{"status <- orders.status identity", "status <- customers.name identity"});
  CHECK(edges("SELECT (SELECT max(name) FROM customers c WHERE c.customer_id = o.customer_id) AS n "
              "FROM orders o")
            .contains("n <- customers.name aggregation"));
  CHECK(edges("SELECT id FROM orders WHERE customer_id IN (SELECT customer_id FROM customers)")
            .contains("id <- orders.id identity"));
  CHECK(edges("SELECT info.b AS b FROM orders") == Lines{"b <- orders.info transformation"});
  CHECK(edges("SELECT DISTINCT status FROM orders") ==
        Lines{"status <- orders.status identity", " <- orders.status group_by"});
  CHECK(edges("SELECT count(*) FILTER (WHERE status = 'paid') AS n FROM orders") ==
        Lines{"n <- orders.status conditional"});
  CHECK(edges("SELECT u.x FROM orders, unnest([amount, 1]) AS u(x)")
            .contains("x <- orders.amount transformation"));
  CHECK(edges("SELECT * FROM range(3)").empty());
  CHECK(edges("WITH RECURSIVE r AS (SELECT id, 0 AS n FROM orders UNION ALL SELECT id, n + 1 FROM "
              "r WHERE n < 3) SELECT id FROM r")
            .contains("id <- orders.id identity"));
  const Lines pivot = edges(
      "PIVOT (SELECT status, customer_id, amount FROM orders) ON status IN ('paid', 'new') USING "
      "sum(amount)");
  CHECK(pivot.contains("customer_id <- orders.customer_id identity"));
  CHECK(pivot.contains("paid <- orders.amount aggregation"));
}

TEST_CASE("a long chain that uses every step twice is bound in no time") {
  std::vector<std::pair<std::string, std::string>> steps = {
      {"s0", "SELECT id, amount FROM orders"}};
  for (int i = 1; i < 40; ++i) {
    const std::string before = "s" + std::to_string(i - 1);
    steps.emplace_back("s" + std::to_string(i), "SELECT a.id, a.amount + b.amount AS amount FROM " +
                                                    before + " a JOIN " + before + " b USING (id)");
  }
  CHECK(Edges(Bind(steps), "s39").contains("amount <- orders.amount transformation"));
}

TEST_CASE("binding can use a database that is open, and leaves nothing in it") {
  const auto database = data::Database::Open({});
  REQUIRE(database.has_value());
  Problems problems;
  const spec::Pipeline pipeline = Pipeline({"orders"}, {{"s", "SELECT id FROM orders"}});
  REQUIRE(BindPipeline(pipeline, {0}, Shop(), &problems, database->get()).has_value());
  CHECK(problems.empty());
  CHECK((*database)->Connect().value()->Scalar("SELECT count(*) FROM duckdb_tables()").value() ==
        "0");
}

TEST_CASE("names are found outside of strings and comments") {
  CHECK(FindName("abc", "SELECT 'abc', abcd, \"Abc\"") == 20);
  CHECK(FindName("abc", "-- abc\n/* abc */ x.abc") == 19);
  CHECK(FindName("abc", "nothing") == std::nullopt);
}
