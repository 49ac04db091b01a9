#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <random>

#include "base/utf8.h"
#include "json/node.h"

namespace aietl {
using json::Array;
using json::Object;
using json::Value;

namespace {

void CheckRoundTrip(const Value& value) {
  const std::string text = json::WriteYaml(value);
  INFO("yaml: ", text);
  const Result<json::Node> node = json::ParseYaml(text, "t.yaml");
  if (!node) FAIL(node.error().ToString());
  INFO("read: ", json::Write(node->ToValue()));
  INFO("want: ", json::Write(value));
  REQUIRE(node->ToValue() == value);
}

const std::vector<std::string>& HardTexts() {
  // clang-format off
  static const std::vector<std::string> texts = {
      "", " ", "  x", "x ", "null", "Null", "~", "true", "yes", "NO", "on", "n", "y", "1e3", "0x1F", "0o7",
      "12", "-1", "+1", ".5", "1.", ".inf", "-.INF", ".nan", "0123", "2024-01-01", "2024-01-01 10:00:00",
      "12:30", "1_000", "- a", "-", "--", "---", "...", "--- x", ": ", ":", "a:", "a: b", "a :b", "a:b",
      "a: ", "a::b", "#", "a #b", "a#b", "# x", "?", "? a", "a?b", "!x", "!!str x", "&x", "*x", "|", ">",
      "|-", "%x", "@x", "`x", "'", "\"", "a'b", "a\"b", "'a'", "\"a\"", "\\", "a\\nb", "[", "]", "{", "}",
      "[a]", "{a: b}", "a, b", ",", "=", "<<", "a\nb", "a\nb\n", "a\n\nb\n\n", "\n", "\n\n", "\na", "a\n ",
      "a\n  b\n", "  a\nb", "a\n\tb", "\ta", "a\tb", "a\t", "a \nb", "a\n \nb\n", "a\r\nb", "a\rb", "a\001b",
      std::string("a\0b", 3), "\x7f", "\u0085", "\u2028", "a\n\u2029", "\ufeffa", "ключ: значение",
      "Привет, мир", "😀", "a\n# b\n", "a\n- b\n", "a\n---\nb\n", "a\n...\n", "key: |\n  text\n",
      "SELECT a, b\nFROM t -- c: d\nWHERE x = 'y'\n", "${env:X}", "%Y-%m-%d", "x  y", "a\n\n",
      "a\n\n\n b\n\n\n", "\ufffd", "😀\nж\n", "path/*.json", "s3://b/k", "postgresql://u@h/d", "C:\\x", "-x",
      "?x", ":x"};
  // clang-format on
  return texts;
}

std::string RandomText(std::mt19937_64& random) {
  if (random() % 3 == 0) return HardTexts()[random() % HardTexts().size()];
  static constexpr std::u32string_view alphabet =
      U"ab1 \n\n  :#-?,[]{}&*!|>'\"%@`.=<~\\\t\r\x01\x7f\x85\u2028\ufeffжЖ中😀eEx_+/0";
  std::u32string text;
  for (size_t n = random() % 10; n > 0; --n)
    text.push_back(alphabet[random() % alphabet.size()]);
  return EncodeUtf8(text);
}

Value RandomYamlValue(std::mt19937_64& random, int depth) {
  switch (random() % (depth > 0 ? 9 : 6)) {
    case 0: return Value();
    case 1: return Value(random() % 2 == 0);
    case 2: return Value(static_cast<int64_t>(random()) >> (random() % 64));
    case 3: {
      const uint64_t bits = random();
      double d = 0;
      std::memcpy(&d, &bits, sizeof d);
      return std::isnan(d) ? Value(-0.25) : Value(d);
    }
    case 4:
    case 5: return Value(RandomText(random));
    case 6: {
      Array items;
      for (size_t n = random() % 5; n > 0; --n)
        items.push_back(RandomYamlValue(random, depth - 1));
      return Value(items);
    }
    default: {
      Value object{Object{}};
      for (size_t n = random() % 5; n > 0; --n) {
        std::string key = RandomText(random);
        if (random() % 20 == 0) key += std::string(60 + random() % 2000, 'k');
        object.Set(key, RandomYamlValue(random, depth - 1));
      }
      return object;
    }
  }
}

}  // namespace

TEST_CASE("strings that look like something else come back as strings") {
  for (const std::string& text : HardTexts()) {
    CheckRoundTrip(Value(text));
    Value value;
    value.Set("k", text);
    value.Set(text, Array{text, Array{text, 1}});
    Value nested;
    nested.Set("a", value);
    nested.Set("list", Array{value, text});
    CheckRoundTrip(nested);
  }
}

TEST_CASE("any value comes back from its YAML") {
  std::mt19937_64 random(11);
  for (int i = 0; i < 4000; ++i)
    CheckRoundTrip(RandomYamlValue(random, 5));
}

TEST_CASE("deep nesting comes back") {
  Value value("x\ny");
  for (int i = 0; i < 90; ++i)
    value = i % 2 == 0 ? Value(Array{value, i}) : Value(Object{{"k", value}});
  CheckRoundTrip(value);
}

TEST_CASE("a pipeline document is written as a person would write it") {
  const std::string document =
      "version: 1\n"
      "name: orders_daily\n"
      "description: \"Join paid orders, per country\"\n"
      "params: {day: \"2024-01-01\"}\n"
      "sources:\n"
      "  orders: {connection: shop, table: public.orders, columns: [id, amount], incremental: "
      "{watermark: at, lag: 10m}}\n"
      "  customers: {path: data/customers*.json, format: json}\n"
      "steps:\n"
      "  revenue: |\n"
      "    SELECT c.country, sum(o.amount) AS revenue\n"
      "    FROM orders o JOIN customers c USING (customer_id)\n"
      "checks:\n"
      "  - {on: revenue, not_null: [country, month]}\n"
      "  - {on: orders, accepted: {status: [paid, new]}, severity: warn}\n"
      "targets:\n"
      "  - {from: revenue, path: revenue.parquet, mode: replace}\n"
      "schedule: {cron: 0 2 * * *, timezone: Europe/Moscow, catchup: false}\n"
      "retries: {max: 3, backoff: 10s}\n";
  CHECK(json::WriteYaml(json::ParseYaml(document, "t.yaml")->ToValue()) == document);
}

TEST_CASE("what does not fit a line is spread over several") {
  Value source;
  source.Set("path", std::string(70, 'p'));
  source.Set("other", std::string(70, 'q'));
  source.Set("columns", Array{"a", "b"});
  Value value;
  value.Set("sources", Object{{"s", source}});
  CHECK(json::WriteYaml(value) == "sources:\n  s:\n    path: " + std::string(70, 'p') +
                                      "\n    other: " + std::string(70, 'q') +
                                      "\n    columns: [a, b]\n");
  Value list;
  list.Set("checks", Array{source});
  CHECK(json::WriteYaml(list) == "checks:\n  - path: " + std::string(70, 'p') + "\n    other: " +
                                     std::string(70, 'q') + "\n    columns: [a, b]\n");
}

}  // namespace aietl
