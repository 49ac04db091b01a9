#include "config/options.h"

#include <doctest/doctest.h>

namespace aietl {
namespace {

using config::Kind;
using config::Option;
using config::Options;

const std::vector<Option>& Declared() {
  static const std::vector<Option> declared = {
      {.name = "name",
       .kind = Kind::kString,
       .text = "A name.",
       .required = true,
       .example = "orders_daily"},
      {.name = "password", .kind = Kind::kString, .text = "A secret.", .secret = true},
      {.name = "threads",
       .kind = Kind::kInteger,
       .text = "Threads.",
       .default_text = "4",
       .min = 1,
       .max = 64},
      {.name = "ratio", .kind = Kind::kNumber, .text = "A ratio.", .default_text = "0.5", .min = 0},
      {.name = "strict", .kind = Kind::kBoolean, .text = "Strict.", .default_text = "true"},
      {.name = "lag",
       .kind = Kind::kDuration,
       .text = "A lag.",
       .default_text = "10m",
       .max = 86400e6},
      {.name = "memory", .kind = Kind::kBytes, .text = "Memory | of it.", .default_text = "300MB"},
      {.name = "mode",
       .kind = Kind::kEnum,
       .text = "A mode.",
       .default_text = "replace",
       .choices = {"replace", "append", "merge"}},
      {.name = "columns", .kind = Kind::kStringList, .text = "Columns.", .default_text = "[a, b]"},
      {.name = "labels", .kind = Kind::kStringMap, .text = "Labels."},
      {.name = "retries",
       .kind = Kind::kObject,
       .text = "Retries.",
       .fields = {{.name = "max", .kind = Kind::kInteger, .text = "How many.", .default_text = "3"},
                  {.name = "backoff", .kind = Kind::kDuration, .text = "How long."}}},
      {.name = "checks",
       .kind = Kind::kObjectList,
       .text = "Checks.",
       .fields = {{.name = "on", .kind = Kind::kString, .text = "On what.", .required = true}}},
      {.name = "sources",
       .kind = Kind::kObjectMap,
       .text = "Sources.",
       .fields = {{.name = "path", .kind = Kind::kString, .text = "A path.", .required = true}}},
      {.name = "value", .kind = Kind::kAny, .text = "Anything."},
  };
  return declared;
}

Options Parse(std::string_view yaml, Problems* problems) {
  const Result<json::Node> node = json::ParseYaml(yaml, "t.yaml");
  if (!node) FAIL(node.error().ToString());
  return config::ParseOptions(Declared(), *node, "t.yaml", problems);
}

Options ParseGood(std::string_view yaml) {
  Problems problems;
  Options options = Parse(yaml, &problems);
  for (const Problem& problem : problems)
    FAIL_CHECK(problem.message);
  return options;
}

Problem OnlyProblem(std::string_view yaml) {
  Problems problems;
  Parse(yaml, &problems);
  INFO("yaml: ", std::string(yaml));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == Severity::kError);
  CHECK(problems[0].place.file == "t.yaml");
  return problems[0];
}

void CheckProblem(std::string_view yaml, const char* code, const char* object, int line,
                  int column) {
  const Problem problem = OnlyProblem(yaml);
  INFO("yaml: ", std::string(yaml));
  INFO("message: ", problem.message);
  CHECK(problem.code == code);
  CHECK(problem.object == object);
  CHECK(problem.place.line == line);
  CHECK(problem.place.column == column);
}

}  // namespace

TEST_CASE("given options are read in their kinds") {
  const Options options = ParseGood(
      "name: 0123\nthreads: 8\nratio: 2\nstrict: false\nlag: 1h 30m\nmemory: 2GiB\nmode: "
      "merge\ncolumns: [id, 2, yes]\n"
      "labels: {a: 1, b: x}\nretries: {max: 5}\nchecks: [{on: x}, {on: y}]\nsources: {s: {path: "
      "p}}\nvalue: {k: [1, null]}\n");
  CHECK(options.String("name") == "0123");
  CHECK(options.Integer("threads") == 8);
  CHECK(options.Number("ratio") == 2.0);
  CHECK_FALSE(options.Boolean("strict"));
  CHECK(options.Integer("lag") == 5400 * int64_t{1000000});
  CHECK(options.Integer("memory") == int64_t{2} << 30);
  CHECK(options.String("mode") == "merge");
  CHECK(options.List("columns") == std::vector<std::string>{"id", "2", "yes"});
  CHECK(options.Map("labels") ==
        std::vector<std::pair<std::string, std::string>>{{"a", "1"}, {"b", "x"}});
  CHECK(options.Object("retries")->Integer("max") == 5);
  CHECK_FALSE(options.Object("retries")->Has("backoff"));
  REQUIRE(options.Objects("checks").size() == 2);
  CHECK(options.Objects("checks")[1]->String("on") == "y");
  CHECK(options.ObjectMap("sources")[0].first == "s");
  CHECK(options.ObjectMap("sources")[0].second->String("path") == "p");
  CHECK(json::Write(options.Any("value")) == R"({"k":[1,null]})");
  CHECK(options.PlaceOf("lag").line == 5);
  CHECK(options.PlaceOf("lag").column == 6);
  CHECK(options.NodeOf("name")->text == "0123");
}

TEST_CASE("what is left out has its default, and is not reported as given") {
  const Options options = ParseGood("name: x\n");
  CHECK_FALSE(options.Has("threads"));
  CHECK(options.Integer("threads") == 4);
  CHECK(options.Number("ratio") == 0.5);
  CHECK(options.Boolean("strict"));
  CHECK(options.Integer("lag") == 600 * int64_t{1000000});
  CHECK(options.Integer("memory") == 300000000);
  CHECK(options.String("mode") == "replace");
  CHECK(options.List("columns") == std::vector<std::string>{"a", "b"});
  CHECK(options.Map("labels").empty());
  CHECK(options.Object("retries") == nullptr);
  CHECK(options.String("password").empty());
  CHECK(options.PlaceOf("threads").line == 1);
  CHECK(options.NodeOf("threads") == nullptr);
}

TEST_CASE("one text stands for a list of one, and a key without a value for nothing") {
  const Options options = ParseGood("name: x\ncolumns: id\nlag:\nretries: ~\n");
  CHECK(options.List("columns") == std::vector<std::string>{"id"});
  CHECK_FALSE(options.Has("lag"));
  CHECK_FALSE(options.Has("retries"));
}

TEST_CASE("an unknown key is named with a suggestion") {
  CheckProblem("name: x\ntreads: 3\n", "unknown_key", "treads", 2, 1);
  CHECK(OnlyProblem("name: x\ntreads: 3\n").hint == "did you mean threads?");
  CheckProblem("name: x\nretries:\n  maxx: 3\n", "unknown_key", "retries.maxx", 3, 3);
  CheckProblem("name: x\nchecks:\n  - on: a\n  - {on: b, zzz: 1}\n", "unknown_key", "checks[1].zzz",
               4, 13);
  CHECK(OnlyProblem("name: x\nretries: {zzz: 3}\n").hint == "known here: max, backoff");
}

TEST_CASE("a missing key is named at the mapping that lacks it") {
  CheckProblem("threads: 3\n", "missing_key", "name", 1, 1);
  CHECK(OnlyProblem("threads: 3\n").hint == "for example: name: orders_daily");
  CheckProblem("name: x\nsources:\n  s: {}\n", "missing_key", "sources.s.path", 3, 6);
  CheckProblem("name: ~\n", "missing_key", "name", 1, 1);
}

TEST_CASE("a value of the wrong kind is named at its place") {
  CheckProblem("name: [a]\n", "wrong_type", "name", 1, 7);
  CheckProblem("name: x\nthreads: many\n", "wrong_type", "threads", 2, 10);
  CheckProblem("name: x\nthreads: 1.5\n", "wrong_type", "threads", 2, 10);
  CheckProblem("name: x\nthreads: '3'\n", "wrong_type", "threads", 2, 10);
  CHECK(OnlyProblem("name: x\nthreads: '3'\n").hint == "remove the quotes");
  CheckProblem("name: x\nratio: .inf\n", "wrong_type", "ratio", 2, 8);
  CheckProblem("name: x\nstrict: yes\n", "wrong_type", "strict", 2, 9);
  CheckProblem("name: x\nlag: 10\n", "wrong_type", "lag", 2, 6);
  CheckProblem("name: x\nmemory: lots\n", "wrong_type", "memory", 2, 9);
  CheckProblem("name: x\ncolumns: {a: b}\n", "wrong_type", "columns", 2, 10);
  CheckProblem("name: x\ncolumns: [a, [b]]\n", "wrong_type", "columns[1]", 2, 14);
  CheckProblem("name: x\nlabels: {a: [b]}\n", "wrong_type", "labels.a", 2, 13);
  CheckProblem("name: x\nretries: 3\n", "wrong_type", "retries", 2, 10);
  CheckProblem("name: x\nchecks: {on: x}\n", "wrong_type", "checks", 2, 9);
  CheckProblem("name: x\nchecks: [x]\n", "wrong_type", "checks[0]", 2, 10);
  CheckProblem("name: x\nsources: [x]\n", "wrong_type", "sources", 2, 10);
  CheckProblem("name: x\nsources: {s: }\n", "wrong_type", "sources.s", 2, 11);
  CheckProblem("[1]\n", "wrong_type", "", 1, 1);
}

TEST_CASE("bounds are told in the unit of the option") {
  CheckProblem("name: x\nthreads: 0\n", "out_of_range", "threads", 2, 10);
  CHECK(OnlyProblem("name: x\nthreads: 65\n").message == "threads must be from 1 to 64");
  CHECK(OnlyProblem("name: x\nratio: -1\n").message == "ratio must be at least 0");
  CHECK(OnlyProblem("name: x\nlag: 2d\n").message == "lag must be at most 1 d 0 h");
}

TEST_CASE("an unknown choice is named with the choices or the nearest one") {
  CheckProblem("name: x\nmode: mergee\n", "unknown_value", "mode", 2, 7);
  CHECK(OnlyProblem("name: x\nmode: mergee\n").hint == "did you mean merge?");
  CHECK(OnlyProblem("name: x\nmode: upsert\n").hint == "choose one of replace, append, merge");
}

TEST_CASE("all problems are found at once, and what is wrong is left out") {
  Problems problems;
  const Options options = Parse("threads: 0\nmodes: x\nlag: soon\nratio: 1\n", &problems);
  CHECK(problems.size() == 4);
  CHECK_FALSE(options.Has("threads"));
  CHECK(options.Number("ratio") == 1.0);
}

TEST_CASE("what was given is shown without its secrets") {
  const Options options = ParseGood(
      "name: x\npassword: hunter2\nlag: 90s\nretries: {max: 1}\nchecks: [{on: c}]\nsources: {s: "
      "{path: p}}\n");
  CHECK(
      json::Write(options.ToJson()) ==
      R"({"name":"x","password":"***","lag":"90s","retries":{"max":1},"checks":[{"on":"c"}],"sources":{"s":{"path":"p"}}})");
}

TEST_CASE("an option set by the program is read like a given one") {
  Options options = ParseGood("name: x\n");
  options.Set("lag", "30s");
  options.Set("columns", json::Array{"a"});
  options.Set("retries", *json::Parse(R"({"max":7})"));
  options.Set("threads", 2);
  CHECK(options.Integer("lag") == 30000000);
  CHECK(options.List("columns") == std::vector<std::string>{"a"});
  CHECK(options.Object("retries")->Integer("max") == 7);
  CHECK(options.Integer("threads") == 2);
  Options free;
  free.Set("delimiter", ";");
  free.Set("header", true);
  CHECK(free.String("delimiter") == ";");
  CHECK(free.Boolean("header"));
}

TEST_CASE("parser and JSON Schema agree") {
  const json::Value schema = config::SchemaOf(Declared());
  const auto check = [&](std::string_view yaml) {
    Problems problems;
    const Result<json::Node> node = json::ParseYaml(yaml, "t.yaml");
    REQUIRE(node.has_value());
    config::ParseOptions(Declared(), *node, "t.yaml", &problems);
    const Result<Problems> mismatches = json::CheckSchema(schema, node->ToValue());
    REQUIRE(mismatches.has_value());
    INFO("yaml: ", std::string(yaml));
    CHECK(problems.empty() == mismatches->empty());
  };
  for (const char* yaml : {"name: x",
                           "name: 5",
                           "{}",
                           "name: [x]",
                           "{name: x, threads: 3}",
                           "{name: x, threads: 0}",
                           "{name: x, threads: 1.5}",
                           "{name: x, lag: 10m}",
                           "{name: x, lag: 0}",
                           "{name: x, lag: 10}",
                           "{name: x, lag: 1h 30m}",
                           "{name: x, lag: 10q}",
                           "{name: x, memory: 3MB}",
                           "{name: x, memory: 300}",
                           "{name: x, memory: MB}",
                           "{name: x, memory: 1.5GiB}",
                           "{name: x, mode: merge}",
                           "{name: x, mode: marge}",
                           "{name: x, columns: a}",
                           "{name: x, columns: [a, 1]}",
                           "{name: x, columns: [[a]]}",
                           "{name: x, labels: {a: 1}}",
                           "{name: x, labels: [a]}",
                           "{name: x, retries: {max: 1}}",
                           "{name: x, retries: {mix: 1}}",
                           "{name: x, checks: [{on: a}]}",
                           "{name: x, checks: [{}]}",
                           "{name: x, checks: {on: a}}",
                           "{name: x, sources: {s: {path: p}}}",
                           "{name: x, sources: {s: {}}}",
                           "{name: x, value: [1]}",
                           "{name: x, other: 1}",
                           "{name: x, strict: true}",
                           "{name: x, strict: maybe}",
                           "{name: x, ratio: -1}",
                           "{name: x, ratio: 0.1}"}) {
    check(yaml);
  }
}

TEST_CASE("the schema carries texts, defaults, bounds and secrecy") {
  const json::Value schema = config::SchemaOf(Declared());
  const json::Value& properties = schema["properties"];
  CHECK(properties["threads"]["default"] == json::Value(4));
  CHECK(properties["threads"]["minimum"] == json::Value(1));
  CHECK(properties["threads"]["description"] == json::Value("Threads."));
  CHECK(properties["password"]["writeOnly"] == json::Value(true));
  CHECK(properties["columns"]["default"] == *json::Parse(R"(["a","b"])"));
  CHECK(schema["required"] == *json::Parse(R"(["name"])"));
  CHECK(schema["additionalProperties"] == json::Value(false));
}

TEST_CASE("the reference page has a table for each mapping") {
  const std::string page = config::ReferenceOf(Declared(), 3);
  CHECK(page.find("| `name` | text | must be given | A name. For example: `orders_daily` |") !=
        std::string::npos);
  CHECK(page.find("| `mode` | `replace`, `append`, `merge` | `replace` | A mode. |") !=
        std::string::npos);
  CHECK(page.find("Memory \\| of it.") != std::string::npos);
  CHECK(page.find("### `retries`\n\nRetries.\n\n| key |") != std::string::npos);
}

}  // namespace aietl
