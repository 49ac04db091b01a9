#include "spec/parse.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/clock.h"
#include "json/node.h"

namespace aietl::spec {
namespace {

const EndpointOptions& TestEndpoints() {
  static const EndpointOptions kOptions{.source = {{.name = "format",
                                                    .kind = config::Kind::kEnum,
                                                    .text = "Format.",
                                                    .choices = {"csv", "json"}},
                                                   {.name = "delimiter", .text = "Delimiter."}},
                                        .target = {{.name = "format",
                                                    .kind = config::Kind::kEnum,
                                                    .text = "Format.",
                                                    .choices = {"csv", "json"}}}};
  return kOptions;
}

struct Parsed {
  Result<Pipeline> pipeline;
  Problems problems;

  const Problem* Find(const std::string& code) const {
    const auto found = std::find_if(problems.begin(), problems.end(),
                                    [&](const Problem& p) { return p.code == code; });
    return found == problems.end() ? nullptr : &*found;
  }
};

Parsed ParseText(std::string text, std::vector<std::pair<std::string, std::string>> params = {},
                 std::string file = "t.yaml") {
  Problems problems;
  Result<Pipeline> pipeline = Parse({std::move(text), std::move(file), "/data", std::move(params)},
                                    TestEndpoints(), &problems);
  return {std::move(pipeline), std::move(problems)};
}

std::string Shown(const Problems& problems) {
  std::string out;
  for (const Problem& p : problems)
    out += p.code + " " + p.object + " " + std::to_string(p.place.line) + ": " + p.message + "\n";
  return out;
}

// The character of the document at a place.
std::string CharacterAt(const std::string& text, const Place& place) {
  size_t at = 0;
  for (int line = 1; line < place.line; ++line)
    at = text.find('\n', at) + 1;
  for (int column = 1; column < place.column; ++column) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
      ++at;
  }
  return text.substr(at, 1);
}

constexpr const char* kContract = R"(version: 1
name: orders_daily
description: "Join paid orders with customers …"
owner: data-team@example.org
params: {day: "2024-01-01"}
sources:
  orders:    {connection: shop, table: public.orders, columns: [id, customer_id, status, amount, created_at, updated_at],
              incremental: {watermark: updated_at, lag: 10m}, schema: {columns: evolve, types: freeze}}
  customers: {path: "data/customers*.json", format: json}
steps:
  revenue: |
    SELECT c.country, date_trunc('month', o.created_at) AS month, sum(o.amount) AS revenue, count(*) AS orders
    FROM orders o JOIN customers c USING (customer_id) WHERE o.status = 'paid' AND day = '${day}' GROUP BY ALL
checks:
  - {on: revenue, not_null: [country, month]}
  - {on: revenue, unique: [country, month]}
  - {on: orders, accepted: {status: [paid, new, refunded]}, severity: warn}
  - {on: revenue, range: {revenue: {min: 0}}, rows: {min: 1}}
  - {on: orders, freshness: {column: updated_at, max_age: 1d}, severity: warn}
  - {on: revenue, sql: "SELECT * FROM revenue WHERE orders < 0", quarantine: bad_revenue.csv}
targets:
  - {from: revenue, path: revenue.parquet, mode: merge, key: country, dedup: {order_by: "month DESC"}}
  - {from: orders, connection: dwh, table: mart.orders, mode: merge, key: [id]}
schedule: {cron: "0 2 * * *", timezone: Europe/Moscow, catchup: true}
retries: {max: 3, backoff: 20s}
)";

std::string Document(const std::string& body) {
  return "version: 1\nname: t\nsources: {a: {path: a.csv}}\ntargets: [{from: a, path: b.csv}]\n" +
         body;
}

}  // namespace

TEST_CASE("the contract's document becomes the model") {
  const Parsed parsed = ParseText(kContract);
  REQUIRE_MESSAGE(parsed.pipeline.has_value(), Shown(parsed.problems));
  const Pipeline& p = *parsed.pipeline;
  CHECK(p.name == "orders_daily");
  CHECK(p.owner == "data-team@example.org");
  CHECK(p.folder == "/data");
  REQUIRE(p.sources.size() == 2);
  CHECK(p.sources[0].from.connection == "shop");
  CHECK(p.sources[0].from.table == "public.orders");
  CHECK(p.sources[0].columns.size() == 6);
  REQUIRE(p.sources[0].incremental);
  CHECK(p.sources[0].incremental->watermark == "updated_at");
  CHECK(p.sources[0].incremental->lag == 600'000'000);
  CHECK(p.sources[0].contract.types == Contract::kFreeze);
  CHECK(p.sources[0].contract_given);
  CHECK_FALSE(p.sources[1].contract_given);
  CHECK(p.sources[1].from.path == "data/customers*.json");
  CHECK(p.sources[1].from.options.String("format") == "json");
  CHECK_FALSE(p.sources[1].from.options.Has("path"));
  REQUIRE(p.steps.size() == 1);
  CHECK(p.steps[0].sql.find("day = '2024-01-01'") != std::string::npos);
  REQUIRE(p.checks.size() == 6);
  CHECK(p.checks[0].not_null == std::vector<std::string>{"country", "month"});
  CHECK(p.checks[2].severity == Severity::kWarning);
  CHECK(p.checks[2].accepted[0].second.size() == 3);
  CHECK(p.checks[3].range[0].second.min->AsInt(-1) == 0);
  CHECK(p.checks[3].min_rows == 1);
  CHECK(p.checks[4].freshness->max_age == 86'400'000'000);
  CHECK(p.checks[5].quarantine == "bad_revenue.csv");
  REQUIRE(p.targets.size() == 2);
  CHECK(p.targets[0].key == std::vector<std::string>{"country"});
  CHECK(p.targets[0].dedup->order_by == "month DESC");
  CHECK(p.targets[0].Name() == "revenue.parquet");
  CHECK(p.targets[1].Name() == "dwh mart.orders");
  CHECK(p.schedule->catchup);
  CHECK(p.retries.max == 3);
  CHECK(p.retries.backoff == 20'000'000);
  CHECK(p.document["params"]["day"].AsString() == "2024-01-01");
  CHECK(p.document["steps"]["revenue"].AsString().find("${day}") != std::string::npos);
}

TEST_CASE("what is left out has its default") {
  const Parsed parsed = ParseText(Document(""));
  REQUIRE_MESSAGE(parsed.pipeline.has_value(), Shown(parsed.problems));
  CHECK(parsed.problems.empty());
  CHECK(parsed.pipeline->targets[0].mode == Mode::kReplace);
  CHECK_FALSE(parsed.pipeline->schedule);
  CHECK(parsed.pipeline->retries.max == 0);
  CHECK(parsed.pipeline->retries.backoff == 10'000'000);
}

TEST_CASE("cdc is a mode of the document") {
  const Parsed parsed = ParseText(
      "version: 1\nname: t\nsources: {a: {path: a.csv}}\ntargets: [{from: a, path: b.csv, mode: "
      "cdc}]\n");
  REQUIRE_MESSAGE(parsed.pipeline.has_value(), Shown(parsed.problems));
  CHECK(parsed.pipeline->targets[0].mode == Mode::kCdc);
}

TEST_CASE("several problems come at once, in the order of the file, and the error sums them up") {
  const Parsed parsed = ParseText(
      "version: 3\nname: t\nsources: {a: {pth: a.csv}}\ntargets: [{from: b, path: b.csv, mode: "
      "x}]\n");
  REQUIRE_FALSE(parsed.pipeline.has_value());
  CHECK(parsed.pipeline.error().code == Code::kInvalid);
  CHECK(parsed.pipeline.error().problems.size() == parsed.problems.size());
  CHECK(parsed.problems.size() >= 4);
  CHECK(std::is_sorted(
      parsed.problems.begin(), parsed.problems.end(),
      [](const Problem& a, const Problem& b) { return a.place.line < b.place.line; }));
  for (const Problem& problem : parsed.problems)
    CHECK_MESSAGE(problem.place.file == "t.yaml", problem.code);
}

TEST_CASE("--param overrides the declared value and may give a missing one") {
  const std::string text =
      Document("params: {x: 1, y: }\nsteps: {s: \"SELECT ${x}, '${y}' FROM a\"}\n");
  CHECK_FALSE(ParseText(text).pipeline.has_value());
  const Parsed parsed = ParseText(text, {{"x", "2"}, {"y", "z"}});
  REQUIRE_MESSAGE(parsed.pipeline.has_value(), Shown(parsed.problems));
  CHECK(parsed.pipeline->steps[0].sql == "SELECT 2, 'z' FROM a");
  CHECK(parsed.pipeline->params ==
        std::vector<std::pair<std::string, std::string>>{{"x", "2"}, {"y", "z"}});
  const Parsed unknown = ParseText(text, {{"x", "2"}, {"y", "z"}, {"zz", "1"}});
  CHECK_FALSE(unknown.pipeline.has_value());
  REQUIRE(unknown.Find("unknown_param"));
  CHECK(unknown.Find("unknown_param")->object == "zz");
}

TEST_CASE("a parameter never ends the SQL literal it stands in") {
  const Parsed parsed =
      ParseText(Document("params: {v: \"x' OR 'a\\\"b\"}\nsteps:\n  s: |\n    -- it's ${v}\n    "
                         "SELECT '${v}', \"${v}\", ${v} FROM a\n"));
  REQUIRE_MESSAGE(parsed.pipeline.has_value(), Shown(parsed.problems));
  CHECK(parsed.pipeline->steps[0].sql ==
        "-- it's x' OR 'a\"b\nSELECT 'x'' OR ''a\"b', \"x' OR 'a\"\"b\", x' OR 'a\"b FROM a\n");
}

TEST_CASE("a value that is nothing but a parameter has its type") {
  const Parsed parsed =
      ParseText(Document("params: {n: 7, s: \"7\"}\nchecks: [{on: a, rows: {min: \"${n}\"}, "
                         "accepted: {x: [\"${n}\", \"${s}\", \"${n}0\"]}}]\n"));
  REQUIRE_MESSAGE(parsed.pipeline.has_value(), Shown(parsed.problems));
  CHECK(parsed.pipeline->checks[0].min_rows == 7);
  const auto& values = parsed.pipeline->checks[0].accepted[0].second;
  CHECK(values[0] == json::Value(7));
  CHECK(values[1] == json::Value("7"));
  CHECK(values[2] == json::Value("70"));
}

TEST_CASE("$$ is a dollar sign, secrets stay for the connection") {
  const Parsed parsed = ParseText(
      "version: 1\nname: t\nparams: {pw: \"${env:PW}\"}\nsources:\n  a: {connection: "
      "\"postgresql://u:${pw}@h/$$x\", table: t}\n"
      "targets: [{from: a, path: b.csv}]\n");
  REQUIRE_MESSAGE(parsed.pipeline.has_value(), Shown(parsed.problems));
  CHECK(parsed.pipeline->sources[0].from.connection == "postgresql://u:${env:PW}@h/$x");
  CHECK_FALSE(parsed.Find("password_in_document"));
}

TEST_CASE("a place in SQL is the place in the file, behind blocks, escapes and parameters") {
  const std::string documents[] = {
      Document("params: {p: \"long value\"}\nsteps:\n  s: |\n    SELECT 'é',\n      @ FROM a\n"),
      Document("steps: {s: \"SELECT \\\"é\\\", \\u0416,\\n @ FROM a\"}\n"),
      Document("steps:\n  s: 'SELECT ''é'' AS x,\n    @ FROM a'\n"),
      Document("steps:\n  s: >\n    SELECT 'é',\n    @ FROM a\n"),
      Document("steps:\n  s: SELECT 'é',\n    @ FROM a\n"),
      Document("params: {p: \"long value\"}\nsteps:\n  s: |\n\n    SELECT '${p}',\n    '${p}', @ "
               "FROM a\n"),
      Document(
          "params: {p: \"1,\\n2,\\n3\"}\nsteps:\n  s: |\n    SELECT ${p},\n    ${p}, @ FROM a\n"),
      "{\"version\":1,\"name\":\"t\",\"sources\":{\"a\":{\"path\":\"a.csv\"}},\n "
      "\"steps\":{\"s\":\"SELECT \\\"\\uD83D\\uDE00\\\",\\n\\t@ FROM a\"},\n"
      " \"targets\":[{\"from\":\"s\",\"path\":\"b.csv\"}]}",
  };
  for (const std::string& text : documents) {
    CAPTURE(text);
    const Parsed parsed = ParseText(text, {}, text[0] == '{' ? "t.json" : "t.yaml");
    REQUIRE_MESSAGE(parsed.pipeline.has_value(), Shown(parsed.problems));
    const Step& step = parsed.pipeline->steps[0];
    const size_t at = step.sql.find('@');
    int line = 1;
    int column = 1;
    for (const char c : step.sql.substr(0, at)) {
      if (c == '\n') {
        ++line;
        column = 1;
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++column;
      }
    }
    CHECK(CharacterAt(text, PlaceInSql(step.sql_place, line, column)) == "@");
  }
}

TEST_CASE("all of a parameter's value stands where the parameter does") {
  const std::string text =
      Document("params: {p: \"abc\"}\nsteps:\n  s: |\n    SELECT ${p} FROM a\n");
  const Parsed parsed = ParseText(text);
  REQUIRE(parsed.pipeline.has_value());
  for (const int column : {8, 9, 10}) {
    CHECK(CharacterAt(text, PlaceInSql(parsed.pipeline->steps[0].sql_place, 1, column)) == "$");
  }
  CHECK(CharacterAt(text, PlaceInSql(parsed.pipeline->steps[0].sql_place, 1, 12)) == "F");
}

TEST_CASE("the JSON Schema accepts what the parser accepts and refuses unknown keys") {
  const json::Value schema = DocumentSchema(TestEndpoints());
  const Result<json::Node> document = json::ParseYaml(kContract, "x.yaml");
  REQUIRE(document.has_value());
  json::Value value = document->ToValue();
  const Result<Problems> good = json::CheckSchema(schema, value);
  REQUIRE(good.has_value());
  CHECK_MESSAGE(good->empty(), Shown(*good));
  value.Set("tragets", 1);
  const Result<Problems> bad = json::CheckSchema(schema, value);
  REQUIRE(bad.has_value());
  CHECK_FALSE(bad->empty());
}

TEST_CASE("canonical YAML has the contract's order, SQL in blocks, and is read back the same") {
  const Result<json::Node> document = json::ParseYaml(kContract, "x.yaml");
  REQUIRE(document.has_value());
  json::Value shuffled;
  const json::Value original = document->ToValue();
  const json::Object& members = original.AsObject();
  for (auto it = members.rbegin(); it != members.rend(); ++it)
    shuffled.Set(it->first, it->second);
  shuffled.Set("steps", json::Value(json::Object{{"one", "SELECT 1 AS x"},
                                                 {"revenue", original["steps"]["revenue"]}}));
  shuffled.Set("checks", json::Value(json::Array{}));
  const std::string yaml = ToYaml(shuffled);
  CAPTURE(yaml);
  const char* order[] = {"version:",   "\nname:",  "\ndescription:", "\nowner:",    "\nparams:",
                         "\nsources:", "\nsteps:", "\ntargets:",     "\nschedule:", "\nretries:"};
  size_t at = 0;
  for (const char* key : order) {
    CHECK_MESSAGE(yaml.find(key, at) != std::string::npos, key);
    at = std::min(yaml.find(key, at), yaml.size());
  }
  CHECK(yaml.find("  one: |\n    SELECT 1 AS x\n") != std::string::npos);
  CHECK(yaml.find("checks") == std::string::npos);
  CHECK(yaml.find("{path: data/customers*.json, format: json}") != std::string::npos);
  CHECK(ParseText(yaml).pipeline.has_value());
  CHECK(ToYaml(json::ParseYaml(yaml, "x.yaml")->ToValue()) == yaml);
}

TEST_CASE("the reference page names every key and mode") {
  const std::string page = DocumentReference(TestEndpoints());
  for (const char* word : {"watermark", "max_age", "order_by", "delimiter", "quarantine", "catchup",
                           "`scd2`", "`discard_value`"}) {
    CHECK_MESSAGE(page.find(word) != std::string::npos, word);
  }
}

TEST_CASE("a document of a hundred lines is checked well below 5 ms") {
  std::string text = "version: 1\nname: t\nsources:\n";
  for (int i = 0; i < 20; ++i)
    text += "  s" + std::to_string(i) + ": {path: s" + std::to_string(i) +
            ".csv, columns: [id, a, b]}\n";
  text += "steps:\n";
  for (int i = 0; i < 10; ++i) {
    text += "  t" + std::to_string(i) + ": |\n    SELECT id, a\n    FROM s" +
            std::to_string(2 * i) + " JOIN s" + std::to_string(2 * i + 1) +
            " USING (id)\n    WHERE a > 1\n";
  }
  text += "targets:\n";
  for (int i = 0; i < 10; ++i)
    text += "  - {from: t" + std::to_string(i) + ", path: t" + std::to_string(i) + ".parquet}\n";
  REQUIRE(ParseText(text).pipeline.has_value());
  double best = 1;
  for (int i = 0; i < 5; ++i) {
    const double start = MonotonicSeconds();
    ParseText(text);
    best = std::min(best, MonotonicSeconds() - start);
  }
  MESSAGE("milliseconds: " << best * 1000);
#ifdef NDEBUG
  CHECK(best < 0.005);
#else
  CHECK(best < 0.1);  // unoptimised, perhaps under a sanitizer
#endif
}

}  // namespace aietl::spec
