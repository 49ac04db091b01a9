#include "spec/diff.h"

#include <doctest/doctest.h>

#include "json/node.h"

namespace aietl::spec {
namespace {

json::Value Yaml(const char* text) {
  const Result<json::Node> node = json::ParseYaml(text, "x.yaml");
  REQUIRE_MESSAGE(node.has_value(), text);
  return node->ToValue();
}

std::string Diff(const char* before, const char* after) {
  return DiffText(DiffDocuments(Yaml(before), Yaml(after)));
}

}  // namespace

TEST_CASE("equal documents differ in nothing, whatever the order of their keys") {
  CHECK(Diff("{a: 1, b: {c: [1, 2]}}", "{b: {c: [1, 2]}, a: 1}").empty());
}

TEST_CASE("members that changed, came or went are named by their path") {
  CHECK(Diff("{name: a, retries: {max: 3}, owner: me}",
             "{name: a, retries: {max: 5, backoff: 1s}}") ==
        "~ retries.max: 3 → 5\n+ retries.backoff: 1s\n- owner: me\n");
}

TEST_CASE("targets are told apart by where they write, checks by what they check") {
  CHECK(Diff("targets: [{from: a, path: x, mode: replace}, {from: b, connection: dwh, table: t}]",
             "targets: [{from: b, connection: dwh, table: t}, {from: a, path: x, mode: append}]") ==
        "~ targets[x].mode: replace → append\n");
  CHECK(Diff("checks: [{on: a, not_null: [id]}, {on: a, unique: [id]}]",
             "checks: [{on: a, unique: [id]}, {on: a, rows: {min: 1}}]") ==
        "- checks[a not_null]: {\"on\":\"a\",\"not_null\":[\"id\"]}\n+ checks[a rows]: "
        "{\"on\":\"a\",\"rows\":{\"min\":1}}\n");
}

TEST_CASE("one of several equal entries that went is one removal") {
  CHECK(Diff("checks: [{on: a, sql: x}, {on: a, sql: y}]", "checks: [{on: a, sql: y}]") ==
        "- checks[a sql]: {\"on\":\"a\",\"sql\":\"x\"}\n");
}

TEST_CASE("lists of values are values: their order counts") {
  CHECK(Diff("key: [a, b]", "key: [b, a]") == "~ key: [\"a\",\"b\"] → [\"b\",\"a\"]\n");
}

TEST_CASE("SQL is compared line by line") {
  CHECK(
      Diff("steps: {r: \"SELECT a\\nFROM t\\nWHERE x\"}",
           "steps: {r: \"SELECT a, b\\nFROM t\\nWHERE x\\nLIMIT 1\"}") ==
      "~ steps.r\n    - SELECT a\n    + SELECT a, b\n      FROM t\n      WHERE x\n    + LIMIT 1\n");
}

TEST_CASE("passwords are not shown") {
  const std::string text =
      Diff("sources: {s: {connection: \"postgresql://u:first@h/db\", table: t}}",
           "sources: {s: {connection: \"postgresql://u:second@h/db\", table: t}}");
  CHECK(text.find("first") == std::string::npos);
  CHECK(text.find("second") == std::string::npos);
  CHECK(text.starts_with("~ sources.s.connection"));
}

TEST_CASE("as JSON a missing side is a missing member") {
  const json::Value changes = DiffJson(DiffDocuments(Yaml("{a: 1}"), Yaml("{b: null}")));
  CHECK(json::Write(changes) == "[{\"path\":\"a\",\"before\":1},{\"path\":\"b\",\"after\":null}]");
}

}  // namespace aietl::spec
