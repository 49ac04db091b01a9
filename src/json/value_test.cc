#include "json/value.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "base/utf8.h"

namespace aietl {
using json::Array;
using json::Object;
using json::Value;

namespace {

Value RandomValue(std::mt19937_64& random, int depth) {
  switch (random() % (depth > 0 ? 8 : 6)) {
    case 0: return Value();
    case 1: return Value(random() % 2 == 0);
    case 2: return Value(static_cast<int64_t>(random()));
    case 3: return Value(static_cast<int64_t>(random() % 100) - 50);
    case 4: {
      const uint64_t bits = random();
      double d = 0;
      std::memcpy(&d, &bits, sizeof d);
      return std::isfinite(d) ? Value(d) : Value(0.1);
    }
    case 5: {
      std::u32string text;
      for (size_t n = random() % 12; n > 0; --n) {
        const char32_t ranges[] = {0x20, 0x80, 0x100, 0x800, 0xD000, 0x20000};
        const auto c = static_cast<char32_t>(random() % ranges[random() % 6]);
        text.push_back(c >= 0xD800 && c <= 0xDFFF ? U'?' : c);
      }
      return Value(EncodeUtf8(text));
    }
    case 6: {
      Array items;
      for (size_t n = random() % 4; n > 0; --n)
        items.push_back(RandomValue(random, depth - 1));
      return Value(items);
    }
    default: {
      Value object{Object{}};
      for (size_t n = random() % 4; n > 0; --n)
        object.Set("k" + std::to_string(random() % 9), RandomValue(random, depth - 1));
      return object;
    }
  }
}

void CheckJsonFailure(std::string_view text, int line, int column, std::string_view message_part) {
  const Result<Value> parsed = json::Parse(text);
  INFO("text: ", std::string(text.substr(0, 60)));
  REQUIRE_FALSE(parsed.has_value());
  CHECK(parsed.error().code == Code::kInvalid);
  CHECK(parsed.error().id == "invalid_json");
  CHECK(parsed.error().place.line == line);
  CHECK(parsed.error().place.column == column);
  INFO("message: ", parsed.error().message);
  CHECK(parsed.error().message.find(message_part) != std::string::npos);
}

}  // namespace

TEST_CASE("a value reads itself back from its text, compact and indented") {
  std::mt19937_64 random(7);
  for (int i = 0; i < 3000; ++i) {
    const Value value = RandomValue(random, 4);
    const std::string text = json::Write(value, i % 2 == 1);
    const Result<Value> read = json::Parse(text);
    INFO("text: ", text);
    REQUIRE(read.has_value());
    REQUIRE(*read == value);
  }
}

TEST_CASE("integers keep 64 bits and larger ones become doubles") {
  CHECK(json::Parse("9223372036854775807")->AsInt() == std::numeric_limits<int64_t>::max());
  CHECK(json::Parse("-9223372036854775808")->AsInt() == std::numeric_limits<int64_t>::min());
  CHECK_FALSE(json::Parse("9223372036854775808")->is_int());
  CHECK(json::Parse("9223372036854775808")->AsDouble() == 9223372036854775808.0);
  CHECK(json::Parse("1e400").has_value() == false);
  CHECK_FALSE(Value(std::numeric_limits<uint64_t>::max()).is_int());
  CHECK(Value(uint64_t{5}).is_int());
  CHECK(Value(1e300).AsInt(-1) == -1);
}

TEST_CASE("a double stays a double") {
  CHECK(json::Write(Value(5.0)) == "5.0");
  CHECK(json::Write(Value(0.3)) == "0.3");
  CHECK(json::Write(Value(1e22)) == "1e+22");
  CHECK(json::Write(Value(std::nan(""))) == "null");
  CHECK(json::Write(Value(std::numeric_limits<double>::infinity())) == "null");
}

TEST_CASE("members keep their order; the last of two members with one name wins") {
  const Result<Value> value = json::Parse(R"({"z":1,"a":2,"m":{"y":1,"x":2},"a":3})");
  REQUIRE(value.has_value());
  CHECK(json::Write(*value) == R"({"z":1,"a":3,"m":{"y":1,"x":2}})");
}

TEST_CASE("what is written always parses, whatever bytes a string holds") {
  std::string bytes;
  for (int i = 0; i < 256; ++i)
    bytes.push_back(static_cast<char>(i));
  const std::string text = json::Write(Value(bytes));
  const Result<Value> read = json::Parse(text);
  REQUIRE(read.has_value());
  CHECK(read->AsString().find("\xEF\xBF\xBD") != std::string::npos);
  CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("indented text has one member a line") {
  Value value;
  value.Set("a", 1);
  value.Set("b", Array{1, "x"});
  value.Set("c", Object{});
  CHECK(json::Write(value, true) ==
        "{\n  \"a\": 1,\n  \"b\": [\n    1,\n    \"x\"\n  ],\n  \"c\": {}\n}");
}

TEST_CASE("a syntax error names its line and column in characters") {
  CheckJsonFailure("{\"a\": 1,\n \"ж\": x}", 2, 7, "unexpected 'x'");
  CheckJsonFailure("[1, 2", 1, 6, "ends too early");
  CheckJsonFailure("", 1, 1, "ends too early");
  CheckJsonFailure("{} {}", 1, 4, "more text");
  CheckJsonFailure("[1,]", 1, 4, "unexpected ']'");
  CheckJsonFailure("{'a':1}", 1, 2, "unexpected '''");
  CheckJsonFailure("[01]", 1, 3, "unexpected '1'");
  CheckJsonFailure("\"a\nb\"", 1, 3, "control character 10");
  CheckJsonFailure("[NaN]", 1, 2, "unexpected 'N'");
  CheckJsonFailure("[1e999]", 1, 7, "too large");
  CheckJsonFailure("[\"\xFF\"]", 1, 3, "UTF-8");
}

TEST_CASE("nesting is limited to 100 levels") {
  CHECK(json::Parse(std::string(100, '[') + std::string(100, ']')).has_value());
  CheckJsonFailure(std::string(101, '[') + std::string(101, ']'), 1, 101, "100");
}

TEST_CASE("reading a value of another kind gives the default") {
  const Value value = *json::Parse(R"({"a":"x","n":null,"list":[1]})");
  CHECK(value["a"].AsInt(7) == 7);
  CHECK(value["a"].AsBool(true));
  CHECK(value["missing"].is_null());
  CHECK(value.Find("missing") == nullptr);
  CHECK(value["list"].AsArray().size() == 1);
  CHECK(value["list"].AsObject().empty());
  CHECK(value["list"]["a"].is_null());
}

}  // namespace aietl
