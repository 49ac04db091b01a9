#include "spec/names.h"

#include <doctest/doctest.h>

#include "spec/connection.h"
#include "spec/order_by.h"
#include "spec/words.h"

namespace aietl::spec {

using Names = std::vector<std::string>;

TEST_CASE("names are words of letters, digits and underscores in any script") {
  for (const char* good : {"orders", "_x", "o2", "заказы", "größe", "注文"})
    CHECK_MESSAGE(IsName(good), good);
  for (const char* bad : {"", "2x", "a b", "a-b", "a.b", "a\"b", "a'b", "a\xff",
                          "a\xC2\xA0"
                          "b",
                          "a\xE2\x80\x8B"
                          "b",
                          "😀"}) {
    CHECK_MESSAGE(!IsName(bad), bad);
  }
}

TEST_CASE("keywords that DuckDB refuses behind FROM are reserved") {
  for (const char* word : {"select", "Order", "window", "with", "left", "at", "all"})
    CHECK_MESSAGE(IsReserved(word), word);
  for (const char* word : {"orders", "map", "struct", "columns", "date", "day", "zone"})
    CHECK_MESSAGE(!IsReserved(word), word);
}

TEST_CASE("table names have one to three parts, quoted ones keep their case") {
  CHECK(TableNameParts("Orders") == Names{"orders"});
  CHECK(TableNameParts("mart.Orders") == Names{"mart", "orders"});
  CHECK(TableNameParts("\"My schema\".\"O\"\"rders\"") == Names{"My schema", "O\"rders"});
  CHECK(TableNameParts("a.b.c") == Names{"a", "b", "c"});
  CHECK(TableNameParts("таблица") == Names{"таблица"});
  for (const char* bad : {"", ".", "a.", ".a", "a..b", "a.b.c.d", "a b", "a-b", "\"a", "\"\"", "1a",
                          "a;b", "`a`", "a.\"b\"c"}) {
    CHECK_MESSAGE(!TableNameParts(bad), bad);
  }
}

TEST_CASE("a suggested table name is one") {
  CHECK(QuotedTableName("main.order-items") == "main.\"order-items\"");
  CHECK(QuotedTableName("[dbo].[Orders]") == "dbo.Orders");
  for (const char* odd : {"a b.c", "`x y`", "1a", "\"a"})
    CHECK_MESSAGE(TableNameParts(QuotedTableName(odd)), odd);
}

TEST_CASE("the words of a SQL text are what it may use") {
  using Set = std::set<std::string>;
  CHECK(WordsIn("SELECT o.id, \"Total sum\" FROM Orders o -- all") ==
        Set{"select", "o", "id", "total", "sum", "from", "orders", "all"});
  CHECK(WordsIn("FROM заказы_2") == Set{"from", "заказы_2"});
  CHECK(WordsIn("orders_total") == Set{"orders_total"});
  CHECK(WordsIn("").empty());
}

TEST_CASE("comments and semicolons make no SQL") {
  for (const char* blank : {"", " \n\t", ";", "-- x", "/* x */", "/* x", "-- a\n /* b */ ;; -- c"})
    CHECK_MESSAGE(IsBlankSql(blank), blank);
  for (const char* sql : {"SELECT 1", "-- a\nSELECT 1", "/* a */ x", "- -"})
    CHECK_MESSAGE(!IsBlankSql(sql), sql);
}

TEST_CASE("columns of an ORDER BY list that are keywords are quoted") {
  CHECK(QuoteColumns("at DESC") == "\"at\" DESC");
  CHECK(QuoteColumns("id, order desc nulls last , At") == "id, \"order\" desc nulls last , \"At\"");
  for (const char* same :
       {"updated_at DESC", "ALL", "null", "case when x then 1 else 2 end", "\"at\"",
        "coalesce(a, at) desc", "left(x, 2)", "not x", "'at', at + 1", ""}) {
    CHECK_MESSAGE(QuoteColumns(same) == same, same);
  }
}

TEST_CASE("connections are judged by their syntax") {
  for (const char* good :
       {"shop", "shop-2.eu", "магазин", "sqlite:///shop.db", "sqlite:////data/a b.db",
        "postgresql://u@h:5432/db?x=%20", "s3://bucket/x", "data/*.csv", "./shop",
        "C:\\data\\x.csv", "postgresql://u:${env:PW}@h/db", "${file:/run/uri}"}) {
    CHECK_MESSAGE(!FindConnectionFault(good), good);
  }
  for (const char* bad : {"the shop", "sqlite:shop.db", "sqlite:/shop.db", "sqlite://", "1x://y",
                          "://x", "a://%zz", "a://b%4", "shop!", "a\nb", "@shop"}) {
    const auto fault = FindConnectionFault(bad);
    REQUIRE_MESSAGE(fault, bad);
    CHECK_FALSE(fault->message.empty());
    CHECK_FALSE(fault->hint.empty());
  }
}

TEST_CASE("a password counts only when it is written out") {
  CHECK(HoldsPassword("postgresql://u:secret@h/db"));
  CHECK(HoldsPassword("postgresql://u:s@cret@h/db"));
  CHECK_FALSE(HoldsPassword("postgresql://u@h/db"));
  CHECK_FALSE(HoldsPassword("postgresql://u:@h/db"));
  CHECK_FALSE(HoldsPassword("postgresql://u:${env:PW}@h:5432/db"));
  CHECK_FALSE(HoldsPassword("postgresql://h:5432/a@b:c"));
  CHECK_FALSE(HoldsPassword("shop"));
}

TEST_CASE("one place has one spelling") {
  CHECK(NormalPath("./a/../b.csv", "/x") == "/x/b.csv");
  CHECK(NormalPath("/abs/b.csv", "/x") == "/abs/b.csv");
  CHECK(NormalConnection("SQLITE:///shop.db", "/x") == "sqlite:///x/shop.db");
  CHECK(NormalConnection("sqlite:////x/./shop.db", "/x") == "sqlite:///x/shop.db");
  CHECK(NormalConnection("postgresql://h/db", "/x") == "postgresql://h/db");
  CHECK(NormalConnection("shop", "/x") == "shop");
}

}  // namespace aietl::spec
