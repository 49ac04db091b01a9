#include <doctest/doctest.h>

#include "synthesis/text/token.h"

using namespace aietl::synthesis;

namespace {

// Tokens as "kind:text", the literal value behind '='.
std::string Show(const std::string& sentence) {
  std::string out;
  for (const Token& token : Tokenise(sentence)) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case TokenKind::kWord: out += token.lower; break;
      case TokenKind::kNumber: out += "n=" + token.number_text; break;
      case TokenKind::kDate: out += "d=" + token.date_from + ".." + token.date_to; break;
      case TokenKind::kQuoted: out += "q=" + token.text; break;
      case TokenKind::kPath: out += "p=" + token.text; break;
      case TokenKind::kPunctuation: out += token.text; break;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("files, globs and URIs are one token") {
  CHECK(Show("Join orders.csv with data/customers*.json, into ./out/revenue.parquet.") ==
        "join p=orders.csv with p=data/customers*.json , into p=./out/revenue.parquet .");
  CHECK(Show("в sqlite:///x.db таблицу t") == "в p=sqlite:///x.db таблицу t");
  CHECK(Show("сохрани в «мои данные.csv»") == "сохрани в p=мои данные.csv");
}

TEST_CASE("numbers in both habits of writing") {
  CHECK(Show("amount > 1,200.50") == "amount > n=1200.50");
  CHECK(Show("сумма больше 1 200,5 рублей") == "сумма больше n=1200.5 рублей");
  CHECK(Show("over 10k, 2.5 млн, fifteen, пяти") == "over n=10000 , n=2500000 , n=15 , n=5");
  CHECK(Show("top 5, 100") == "top n=5 , n=100");
  CHECK(Show("15% of 3rd") == "n=15 of 3rd");
}

TEST_CASE("dates and periods") {
  CHECK(Show("since 2024-01-31") == "since d=2024-01-31..2024-02-01");
  CHECK(Show("с 31.12.2023") == "с d=2023-12-31..2024-01-01");
  CHECK(Show("in March 2024") == "in d=2024-03-01..2024-04-01");
  CHECK(Show("за декабрь 2023 года") == "за d=2023-12-01..2024-01-01");
  CHECK(Show("5 марта 2024 и March 5, 2024") ==
        "d=2024-03-05..2024-03-06 и d=2024-03-05..2024-03-06");
  CHECK(Show("Q1 2024, второй квартал 2024 года") ==
        "d=2024-01-01..2024-04-01 , d=2024-04-01..2024-07-01");
  CHECK(Show("2024-02") == "d=2024-02-01..2024-03-01");
}

TEST_CASE("names stay whole, stems are by script, spans count characters") {
  const std::vector<Token> tokens =
      Tokenise("Заказы клиентов mart.orders customer_id e-mail O'Brien");
  REQUIRE(tokens.size() == 6);
  CHECK(tokens[0].stem == StemOf("заказ"));
  CHECK(tokens[1].span == Span{7, 15});
  CHECK(tokens[2].text == "mart.orders");
  CHECK(tokens[5].text == "O'Brien");
  CHECK(NameWords("customerId") == std::vector<std::string>{"customer", "id"});
  CHECK(NameWords("Дата_Оплаты") == std::vector<std::string>{"дата", "оплаты"});
  CHECK(NameWords("HTTPServer2") == std::vector<std::string>{"http", "server2"});
}
