#include <doctest/doctest.h>

#include "json/node.h"

namespace aietl {
using json::Value;

namespace {

const char* const kSchema = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "required": ["name"], "additionalProperties": false,
  "properties": {
    "name": {"type": "string", "minLength": 1},
    "mode": {"enum": ["replace", "append"]},
    "a/b": {"type": "array", "items": {"type": "integer", "minimum": 0}}}})";

Problems Check(const char* value) {
  const Result<Problems> problems = json::CheckSchema(*json::Parse(kSchema), *json::Parse(value));
  REQUIRE(problems.has_value());
  return *problems;
}

bool Names(const Problems& problems, std::string_view pointer) {
  for (const Problem& problem : problems) {
    if (problem.object == pointer && problem.code == "schema_mismatch" && !problem.message.empty())
      return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a value that matches its schema has no findings") {
  CHECK(Check(R"({"name": "x", "mode": "append", "a/b": [1, 2]})").empty());
}

TEST_CASE("each mismatch names its JSON pointer") {
  CHECK(Names(Check(R"({"name": 5})"), "/name"));
  CHECK(Names(Check(R"({"name": "x", "mode": "upsert"})"), "/mode"));
  CHECK(Names(Check(R"({"name": "x", "a/b": [1, -2]})"), "/a~1b/1"));
  CHECK(Names(Check(R"({"mode": "append"})"), ""));
  CHECK(Names(Check(R"({"name": "x", "nam": 1})"), ""));
  CHECK(Check(R"({"name": 5, "mode": 1})").size() >= 2);
}

TEST_CASE("numbers and booleans are not taken for strings") {
  CHECK_FALSE(Check(R"({"name": true})").empty());
}

TEST_CASE("a schema that is none is an error") {
  CHECK(json::CheckSchema(*json::Parse(R"({"type": 7})"), Value(1)).error().id == "invalid_schema");
  CHECK(json::CheckSchema(*json::Parse(R"({"$ref": "http://x.invalid/s"})"), Value(1)).error().id ==
        "invalid_schema");
}

}  // namespace aietl
