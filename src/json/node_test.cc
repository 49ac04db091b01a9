#include "json/node.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace aietl {
using json::Node;
using json::NodeKind;
using json::Value;

namespace {

Node Yaml(std::string_view text) {
  Result<Node> node = json::ParseYaml(text, "t.yaml");
  INFO("text: ", std::string(text));
  if (!node) FAIL(node.error().ToString());
  return *node;
}

Value YamlValue(std::string_view text) {
  return Yaml(text).ToValue();
}

void CheckNodeFailure(const Result<Node>& node, const char* id, int line, int column) {
  REQUIRE_FALSE(node.has_value());
  INFO("error: ", node.error().ToString());
  CHECK(node.error().code == Code::kInvalid);
  CHECK(node.error().id == id);
  CHECK(node.error().place.file == "t.yaml");
  CHECK(node.error().place.line == line);
  CHECK(node.error().place.column == column);
  CHECK_FALSE(node.error().message.empty());
}

void CheckYamlFailure(std::string_view text, const char* id, int line, int column) {
  INFO("text: ", std::string(text.substr(0, 80)));
  CheckNodeFailure(json::ParseYaml(text, "t.yaml"), id, line, column);
}

// The lines of a file from (line, column) on: what a reader of an error message would look at.
std::string SourceAt(std::string_view file, int line, int column) {
  for (; line > 1; --line)
    file.remove_prefix(file.find('\n') + 1);
  return std::string(file.substr(static_cast<size_t>(column) - 1,
                                 file.find('\n') - static_cast<size_t>(column) + 1));
}

}  // namespace

TEST_CASE("unquoted scalars follow the core schema of YAML 1.2") {
  CHECK(YamlValue("yes") == Value("yes"));
  CHECK(YamlValue("off") == Value("off"));
  CHECK(YamlValue("2024-01-01") == Value("2024-01-01"));
  CHECK(YamlValue("12:30:45") == Value("12:30:45"));
  CHECK(YamlValue("1_000") == Value("1_000"));
  CHECK(YamlValue("True") == Value(true));
  CHECK(YamlValue("FALSE") == Value(false));
  CHECK(YamlValue("tRUE") == Value("tRUE"));
  CHECK(YamlValue("~") == Value());
  CHECK(YamlValue("Null") == Value());
  CHECK(YamlValue("nULL") == Value("nULL"));
  CHECK(YamlValue("0123") == Value(123));
  CHECK(YamlValue("+7") == Value(7));
  CHECK(YamlValue("-7") == Value(-7));
  CHECK(YamlValue("0x1F") == Value(31));
  CHECK(YamlValue("0o17") == Value(15));
  CHECK(YamlValue("9223372036854775807") == Value(std::numeric_limits<int64_t>::max()));
  CHECK(YamlValue("9223372036854775808") == Value(9223372036854775808.0));
  CHECK(YamlValue("1e3") == Value(1000.0));
  CHECK(YamlValue("1.") == Value(1.0));
  CHECK(YamlValue(".5") == Value(0.5));
  CHECK(YamlValue("-.5e1") == Value(-5.0));
  CHECK(YamlValue("-.inf") == Value(-std::numeric_limits<double>::infinity()));
  CHECK(std::isnan(YamlValue(".nan").AsDouble()));
  CHECK(YamlValue(".") == Value("."));
  CHECK(YamlValue("1e") == Value("1e"));
  CHECK(YamlValue("'12'") == Value("12"));
  CHECK(YamlValue("\"null\"") == Value("null"));
  CHECK(YamlValue("|\n  12\n") == Value("12\n"));
}

TEST_CASE("the text of a scalar stays as it was written") {
  const Node node = Yaml("a: 0123\nb: 1.50\nc: yes\n");
  CHECK(node.Find("a")->text == "0123");
  CHECK(node.Find("b")->text == "1.50");
  CHECK(node.Find("c")->text == "yes");
  CHECK(node.Find("d") == nullptr);
}

TEST_CASE("keys are text, also where they look like something else") {
  const Node node = Yaml("1: a\nnull: b\ntrue: c\n'': d\n");
  CHECK(node.Find("1")->text == "a");
  CHECK(node.Find("null")->text == "b");
  CHECK(node.Find("true")->text == "c");
  CHECK(node.Find("")->text == "d");
}

TEST_CASE("positions count lines and characters, not bytes") {
  const Node node = Yaml("имя: значение\nсписок: [один, два,\n  {ключ: три}]\n");
  const Node* name = node.Find("имя");
  CHECK(name->line == 1);
  CHECK(name->column == 6);
  const Node* list = node.Find("список");
  CHECK(list->line == 2);
  CHECK(list->column == 9);
  CHECK(list->items[1].column == 16);
  CHECK(list->items[2].line == 3);
  CHECK(list->items[2].column == 3);
  CHECK(list->items[2].Find("ключ")->column == 10);
  CHECK(node.members[1].key.line == 2);
  CHECK(node.members[1].key.column == 1);
}

TEST_CASE("positions hold behind a byte order mark, carriage returns and comments") {
  const Node node = Yaml("\xEF\xBB\xBF# заметка\r\na: 1\r\nb:  два # ж\r\nc: 3\r\n");
  CHECK(node.Find("a")->line == 2);
  CHECK(node.Find("b")->line == 3);
  CHECK(node.Find("b")->column == 5);
  CHECK(node.Find("b")->text == "два");
  CHECK(node.Find("c")->line == 4);
}

TEST_CASE("an absent value stands where its key stands") {
  const Node node = Yaml("a:\n# comment\n\nb: 1\nc: {x: , y: 2}\n");
  CHECK(node.Find("a")->kind == NodeKind::kNull);
  CHECK(node.Find("a")->line == 1);
  CHECK(node.Find("c")->Find("x")->line == 5);
  CHECK(node.Find("c")->Find("x")->column == 5);
}

TEST_CASE("a literal block maps each of its lines to a line of the file") {
  const std::string file =
      "steps:\n"
      "  one: |\n"
      "    SELECT a,\n"
      "      b FROM t\n"
      "  two: |-   # why\n"
      "\n"
      "      SELECT 'я'\n"
      "  три: |2\n"
      "      -- starts with two blanks\n"
      "    SELECT 1\n"
      "  four: >\n"
      "    folded\n"
      "    text\n"
      "  five: \"SELECT 5\"\n"
      "  six: SELECT 6\n";
  const Node node = Yaml(file);
  const Node& steps = *node.Find("steps");

  const Node& one = *steps.Find("one");
  CHECK(one.text == "SELECT a,\n  b FROM t\n");
  CHECK(one.line == 2);
  CHECK(one.column == 8);
  CHECK(one.text_line == 3);
  CHECK(one.text_column == 5);
  CHECK(SourceAt(file, one.text_line, one.text_column) == "SELECT a,");
  CHECK(SourceAt(file, one.text_line + 1, one.text_column) == "  b FROM t");

  const Node& two = *steps.Find("two");
  CHECK(two.text == "\nSELECT 'я'");
  CHECK(two.text_line == 6);
  CHECK(SourceAt(file, two.text_line + 1, two.text_column) == "SELECT 'я'");

  const Node& three = *steps.Find("три");
  CHECK(three.text == "  -- starts with two blanks\nSELECT 1\n");
  CHECK(SourceAt(file, three.text_line, three.text_column) == "  -- starts with two blanks");
  CHECK(SourceAt(file, three.text_line + 1, three.text_column) == "SELECT 1");

  CHECK(steps.Find("four")->text_line == 12);
  CHECK(steps.Find("four")->text == "folded text\n");
  CHECK(steps.Find("five")->text_line == 14);
  CHECK(SourceAt(file, 14, steps.Find("five")->text_column) == "SELECT 5\"");
  CHECK(SourceAt(file, 15, steps.Find("six")->text_column) == "SELECT 6");
}

TEST_CASE("an empty document is null") {
  CHECK(Yaml("").kind == NodeKind::kNull);
  CHECK(Yaml("# only a comment\n").kind == NodeKind::kNull);
  CHECK(Yaml("---\n").kind == NodeKind::kNull);
  CHECK(Yaml("---\na: 1\n...\n").Find("a")->text == "1");
}

TEST_CASE("a key that occurs twice is an error at the second place") {
  CheckYamlFailure("a: 1\nb: 2\nключ:\n  x: 1\n  'x': 2\n", "duplicate_key", 5, 3);
  CheckYamlFailure("{a: 1, b: 2, a: 3}", "duplicate_key", 1, 14);
  CheckNodeFailure(json::ParseJsonNode("{\"ж\": {},\n \"ж\": 1}", "t.yaml"), "duplicate_key", 2, 2);
  const Result<Node> node = json::ParseYaml("a: 1\nb: 2\na: 3\n", "t.yaml");
  CHECK(node.error().object == "a");
  CHECK(node.error().hint.find("line 1") != std::string::npos);
}

TEST_CASE("what is not supported is refused with its place") {
  CheckYamlFailure("a: &x 1\nb: 2\n", "unsupported_yaml", 1, 4);
  CheckYamlFailure("a: !!str 1\n", "unsupported_yaml", 1, 4);
  CheckYamlFailure("a: 1\nb: !custom {x: 1}\n", "unsupported_yaml", 2, 4);
  CheckYamlFailure("? [a, b]\n: 1\n", "complex_key", 1, 3);
  CheckYamlFailure("a: 1\n---\nb: 2\n", "more_documents", 2, 1);
  CheckYamlFailure(": 1\n", "empty_key", 1, 1);
}

TEST_CASE("an alias bomb is refused at its first anchor") {
  CheckYamlFailure("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "unsupported_yaml", 1, 4);
}

TEST_CASE("broken YAML is refused with its place") {
  CheckYamlFailure("a: [1, 2\nb: 3\n", "invalid_yaml", 2, 2);
  CheckYamlFailure("a: 'open\n", "invalid_yaml", 1, 4);
  CheckYamlFailure("a: \"it's \\\"open\nb: 1\n", "invalid_yaml", 1, 4);
  CheckYamlFailure("a: 1\nb\n", "invalid_yaml", 2, 1);
  CheckYamlFailure("{x: 1, a:1}\n", "invalid_yaml", 1, 8);
  CheckYamlFailure("a: [1,, 2]\n", "invalid_yaml", 1, 7);
  CheckYamlFailure("- a\nb: 1\n", "invalid_yaml", 2, 1);
  CheckYamlFailure("a: 1\n\tb: 2\n", "invalid_yaml", 2, 1);
  CheckYamlFailure("a: b: c\n", "invalid_yaml", 1, 5);
  CheckYamlFailure("a: \"\xD0\"\n", "not_utf8", 1, 5);
  CheckYamlFailure("a: x\x04y\n", "control_character", 1, 5);
  CheckYamlFailure(std::string_view("a\0b", 3), "control_character", 1, 2);
}

TEST_CASE("a tab as indentation is named as the cause") {
  const Result<Node> node = json::ParseYaml("a: 1\n\tb: 2\n", "t.yaml");
  REQUIRE_FALSE(node.has_value());
  CHECK(node.error().hint.find("tabs") != std::string::npos);
}

TEST_CASE("an explicit key and an empty block item may lack a value") {
  CHECK(YamlValue("? a\n? 'b'\n: 1\n") == *json::Parse(R"({"a":null,"b":1})"));
  CHECK(YamlValue("-\n- 1\n") == *json::Parse("[null,1]"));
  CHECK(YamlValue("{a: , 'b' : }") == *json::Parse(R"({"a":null,"b":null})"));
}

TEST_CASE("nesting is limited to 100 levels") {
  CHECK(Yaml(std::string(100, '[') + std::string(100, ']')).kind == NodeKind::kSequence);
  CheckYamlFailure(std::string(101, '[') + std::string(101, ']'), "too_deep", 1, 101);
  CHECK_FALSE(json::ParseYaml(std::string(100000, '['), "t.yaml").has_value());
  CHECK_FALSE(json::ParseYaml(std::string(100000, '{'), "t.yaml").has_value());
  CheckNodeFailure(json::ParseJsonNode(std::string(101, '['), "t.yaml"), "invalid_json", 1, 101);
}

TEST_CASE("JSON documents have the same nodes as YAML ones") {
  const std::string text =
      "{\"имя\": \"a\\u0436\\ud83d\\ude00\\n\",\r\n  \"n\": [1, -2.5e3, true, null, \"1\"]}";
  const Result<Node> node = json::ParseJsonNode(text, "t.json");
  REQUIRE(node.has_value());
  CHECK(node->ToValue() == *json::Parse(text));
  CHECK(node->Find("имя")->text == "aж😀\n");
  CHECK(node->Find("имя")->column == 9);
  CHECK(node->Find("имя")->text_column == 10);
  const Node& list = *node->Find("n");
  CHECK(list.line == 2);
  CHECK(list.items[3].kind == NodeKind::kNull);
  CHECK(list.items[4].quoted);
  CHECK(list.items[4].column == 32);
}

TEST_CASE("the file's ending decides which language is read") {
  CHECK(json::ParseDocument("a: 1", "x.yml")->Find("a") != nullptr);
  CHECK(json::ParseDocument("a: 1", "noending")->Find("a") != nullptr);
  CHECK_FALSE(json::ParseDocument("a: 1", "x.JSON").has_value());
  CHECK(json::ParseDocument("{\"a\": 1}", "x.json")->Find("a") != nullptr);
}

}  // namespace aietl
