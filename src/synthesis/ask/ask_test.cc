// Words over a catalogue → SQL, without files: what the phrases mean, in both languages, and what
// is refused or asked.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "synthesis/ask/phrase_grammar.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/text/lexicon_data.h"

using namespace aietl;
using namespace aietl::synthesis;

namespace {

connectors::ColumnInfo Col(const std::string& name, data::Type type,
                           std::vector<std::string> samples = {}) {
  connectors::ColumnInfo column;
  column.name = name;
  column.type = type;
  column.distinct = static_cast<int64_t>(samples.empty() ? 1000 : samples.size());
  column.samples = std::move(samples);
  column.null_fraction = 0.0;
  return column;
}

data::Type Of(data::TypeId id) {
  return data::MakeType(id);
}

Catalog Shop() {
  Catalog catalog;
  Relation orders;
  orders.name = "orders";
  orders.path = "orders.csv";
  orders.info.columns = {Col("order_id", Of(data::TypeId::kBigInt)),
                         Col("customer_id", Of(data::TypeId::kBigInt)),
                         Col("status", Of(data::TypeId::kVarchar), {"paid", "new", "cancelled"}),
                         Col("amount", data::MakeDecimal(12, 2)),
                         Col("created_at", Of(data::TypeId::kTimestamp)),
                         Col("comment", Of(data::TypeId::kVarchar))};
  orders.info.primary_key = {"order_id"};
  Relation customers;
  customers.name = "customers";
  customers.path = "customers.csv";
  customers.info.columns = {Col("customer_id", Of(data::TypeId::kBigInt)),
                            Col("name", Of(data::TypeId::kVarchar)),
                            Col("country", Of(data::TypeId::kVarchar), {"IT", "Norway", "Spain"})};
  customers.info.primary_key = {"customer_id"};
  catalog.relations = {orders, customers};
  catalog.keys = {{"orders", {{"customer_id"}, "customers", {"customer_id"}, false}}};
  return catalog;
}

QueryAnswer Asked(const std::string& sentence) {
  static const Catalog catalog = Shop();
  QueryRequest request;
  request.tokens = Tokenise(sentence);
  request.taken.assign(request.tokens.size(), false);
  request.catalog = &catalog;
  return MakeBuiltinWriter()->Write(request).value();
}

// One line, so that expectations are readable.
std::string Sql(const std::string& sentence) {
  const QueryAnswer answer = Asked(sentence);
  if (!answer.questions.empty()) return "asks: " + answer.questions.front().text;
  if (answer.candidates.empty()) return "refuses";
  std::string sql = answer.candidates.front().sql;
  std::string flat;
  for (const char c : sql) {
    if (c == '\n') {
      flat += ' ';
    } else if (c != ' ' || flat.empty() || flat.back() != ' ') {
      flat += c;
    }
  }
  return flat;
}

}  // namespace

TEST_CASE("every line of the builtin grammar can be read") {
  std::vector<std::string> problems;
  const PhraseGrammar grammar(kPhrasesText, &problems);
  for (const std::string& problem : problems)
    CHECK_MESSAGE(problem.empty(), problem);
  CHECK(grammar.RuleId("fragment") >= 0);
}

TEST_CASE("a grammar that cannot be read says which line") {
  for (const char* text : {"no colon here", "a: [x", "a: [x]", "a: $nothing y", "a: x)"}) {
    std::vector<std::string> problems;
    const PhraseGrammar grammar(text, &problems);
    CHECK_MESSAGE(!problems.empty(), text);
  }
}

TEST_CASE("values are conditions, in either language and negated") {
  CHECK(Sql("paid orders") == "SELECT * FROM orders WHERE status = 'paid'");
  CHECK(Sql("оплаченные заказы") == "SELECT * FROM orders WHERE status = 'paid'");
  CHECK(Sql("orders except cancelled") ==
        "SELECT * FROM orders WHERE (status <> 'cancelled' OR status IS NULL)");
  CHECK(Sql("paid and new orders") == "SELECT * FROM orders WHERE status IN ('paid', 'new')");
}

TEST_CASE("numbers are compared with what they are about") {
  CHECK(Sql("orders with amount over 100") == "SELECT * FROM orders WHERE amount > 100");
  CHECK(Sql("заказы дороже 100") == "SELECT * FROM orders WHERE amount > 100");
  CHECK(Sql("orders with amount from 10 to 20") ==
        "SELECT * FROM orders WHERE amount >= 10 AND amount <= 20");
}

TEST_CASE("numbers are computed per what is said") {
  CHECK(Sql("number of orders per status") ==
        "SELECT status, count(*) AS orders_count FROM orders GROUP BY ALL");
  CHECK(Sql("количество заказов по статусам") ==
        "SELECT status, count(*) AS orders_count FROM orders GROUP BY ALL");
  CHECK(Sql("average amount by country").find("avg(o.amount)") != std::string::npos);
  CHECK(Sql("customers with more than 5 orders").find("HAVING count(*) > 5") != std::string::npos);
}

TEST_CASE("rows without partners") {
  CHECK(
      Sql("customers without orders")
          .find(
              "NOT EXISTS (SELECT 1 FROM orders x WHERE x.customer_id = customers.customer_id)") !=
      std::string::npos);
  CHECK(Sql("клиенты, у которых нет заказов").find("NOT EXISTS") != std::string::npos);
}

TEST_CASE("what is not there is refused, what is open is asked") {
  CHECK(Sql("orders by warehouse") == "refuses");
  CHECK(Sql("заказы с кешбэком").substr(0, 7) == "refuses");
  CHECK(Sql("top 10 customers").substr(0, 5) == "asks:");
}

TEST_CASE("a slip of typing is put right") {
  CHECK(Sql("nubmer of ordres per status") ==
        "SELECT status, count(*) AS orders_count FROM orders GROUP BY ALL");
}

TEST_CASE("hostile sentences end") {
  std::string long_one;
  for (int i = 0; i < 400; ++i)
    long_one += "orders and customers per status or amount over 10, ";
  CHECK_NOTHROW(Asked(long_one));
  CHECK_NOTHROW(Asked(std::string("\xff\xfe ( ( ( ( \" ' :")));
  CHECK_NOTHROW(Asked(""));
}
