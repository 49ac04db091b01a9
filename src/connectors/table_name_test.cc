#include "connectors/table_name.h"

#include <doctest/doctest.h>

namespace aietl::connectors {
namespace {

std::vector<std::string> PartsOf(std::string_view text, int most = 2) {
  const auto name = ParseTableName(text, most);
  REQUIRE_MESSAGE(name.has_value(), text);
  std::vector<std::string> parts;
  for (const NamePart& part : name->parts)
    parts.push_back((part.quoted ? "q:" : "") + part.text);
  return parts;
}

TEST_CASE("a table name is cut as SQL cuts it") {
  using Parts = std::vector<std::string>;
  CHECK(PartsOf("orders") == Parts{"orders"});
  CHECK(PartsOf("mart.orders") == Parts{"mart", "orders"});
  CHECK(PartsOf("\"My schema\".\"Orders\"") == Parts{"q:My schema", "q:Orders"});
  CHECK(PartsOf("\"a.b\"") == Parts{"q:a.b"});
  CHECK(PartsOf("\"say \"\"hi\"\"\"") == Parts{"q:say \"hi\""});
  CHECK(PartsOf("заказы.\"Заказы 2024\"") == Parts{"заказы", "q:Заказы 2024"});
  CHECK(PartsOf("t$1") == Parts{"t$1"});
  CHECK(PartsOf("db.mart.orders", 3) == Parts{"db", "mart", "orders"});
}

TEST_CASE("a table name that is none says what is wrong and how to quote it") {
  for (const char* text : {"", ".", "a.", ".a", "a..b", "\"a", "\"\"", "\"a\"b", "a b", "1a", "a-b",
                           "a;b", "$a", "a.b.c", "a\"b\""}) {
    const auto name = ParseTableName(text);
    REQUIRE_MESSAGE(!name.has_value(), text);
    CHECK(name.error().id == "bad_table_name");
    CHECK(name.error().code == Code::kInvalid);
  }
  CHECK(ParseTableName("sales.q1 2024").error().hint == "quote that part: \"q1 2024\"");
  CHECK(ParseTableName("order-lines").error().message.find("position 6") != std::string::npos);
}

TEST_CASE("a table name written out reads back") {
  for (const char* text :
       {"orders", "mart.orders", "\"My schema\".\"Orders\"", "\"a\"\"b\"", "\"select\""}) {
    const auto name = ParseTableName(text);
    REQUIRE(name.has_value());
    CHECK(name->ForPeople() == text);
    CHECK(ParseTableName(name->ToSql())->table() == name->table());
  }
  CHECK(WriteTableName("", "Orders") == "\"Orders\"");
  CHECK(WriteTableName("mart", "a b") == "mart.\"a b\"");
}

}  // namespace
}  // namespace aietl::connectors
