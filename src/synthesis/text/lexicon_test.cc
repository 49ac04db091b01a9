#include "synthesis/text/lexicon.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "synthesis/text/token.h"

using namespace aietl::synthesis;

namespace {

std::vector<Lexicon::Match> MatchesAt(const std::string& text, size_t at = 0) {
  const std::vector<std::string> lower = NameWords(text);
  std::vector<std::string> stems;
  for (const std::string& word : lower)
    stems.push_back(StemOf(word));
  return Lexicon::Concepts().Find(lower, stems, at);
}

// Weight of a concept that both texts, each taken whole, are names of; 0 when there is none.
double Kinship(const std::string& a, const std::string& b) {
  double best = 0;
  const auto words = [](const std::string& text) {
    return static_cast<int>(NameWords(text).size());
  };
  for (const Lexicon::Match& left : MatchesAt(a)) {
    for (const Lexicon::Match& right : MatchesAt(b)) {
      if (left.id == right.id && left.words == words(a) && right.words == words(b))
        best = std::max(best, left.weight * right.weight);
    }
  }
  return best;
}

bool Names(const std::string& text, std::string_view id) {
  const std::vector<Lexicon::Match> matches = MatchesAt(text);
  return std::any_of(matches.begin(), matches.end(),
                     [&](const Lexicon::Match& match) { return match.id == id; });
}

}  // namespace

TEST_CASE("a word is found in any inflection") {
  for (const char* form :
       {"customer", "customers", "клиент", "клиентов", "клиентами", "покупатели", "cust"})
    CHECK_MESSAGE(Names(form, "customer"), form);
  // Fleeting vowels and short participles have stems of their own.
  for (const char* form : {"скидка", "скидок", "скидками"})
    CHECK_MESSAGE(Names(form, "discount"), form);
  for (const char* form : {"остаток", "остатка", "остатки", "остатков"})
    CHECK_MESSAGE(Names(form, "stock"), form);
  for (const char* form : {"отмененные", "отмененных", "отменен", "отменены"})
    CHECK_MESSAGE(Names(form, "cancelled"), form);
  for (const char* form : {"child", "children"})
    CHECK_MESSAGE(Names(form, "child"), form);
}

TEST_CASE("phrases are found longest first, and only whole") {
  const std::vector<Lexicon::Match> matches = MatchesAt("дата рождения клиента");
  REQUIRE(!matches.empty());
  CHECK(matches[0].id == "birth_date");
  CHECK(matches[0].words == 2);
  CHECK(std::any_of(matches.begin(), matches.end(), [](const Lexicon::Match& match) {
    return match.id == "date" && match.words == 1;
  }));
  CHECK(!Names("дата", "birth_date"));
  CHECK(Names("клиент дата рождения", "customer"));
}

TEST_CASE("looser synonyms weigh less") {
  CHECK(Kinship("клиент", "customer") == 1);
  CHECK(Kinship("customer", "user") == doctest::Approx(0.7));
  CHECK(Kinship("номер", "id") == doctest::Approx(0.7));
}

TEST_CASE("exact forms do not stand for other words of the same stem") {
  CHECK(Names("active", "active"));
  CHECK(!Names("activity", "active"));
  CHECK(!Names("activation", "active"));
  CHECK(!Names("rating", "rate"));
  CHECK(!Names("customs", "customer_code"));
  CHECK(!Names("booking", "book"));
  CHECK(!Names("business", "occupied"));
  CHECK(!Names("визит", "visa"));
  CHECK(Names("визит", "visit"));
  CHECK(Names("метро", "metro"));
  CHECK(!Names("метро", "metre"));
  CHECK(!Names("accountants", "account"));
  CHECK(!Names("метров", "metro"));
}

TEST_CASE("names in one language are found from the other") {
  for (const auto& [english, russian] :
       std::vector<std::pair<std::string, std::string>>{{"quantity", "количество"},
                                                        {"qty", "кол-во"},
                                                        {"price", "цены"},
                                                        {"salary", "зарплата"},
                                                        {"warehouses", "склады"},
                                                        {"paid_at", "дата оплаты"},
                                                        {"ship_date", "дата отгрузки"},
                                                        {"birth_dt", "дата рождения"},
                                                        {"plate_number", "госномер"},
                                                        {"tax_id", "инн"},
                                                        {"appointment", "приём"},
                                                        {"subscriber", "абонентов"},
                                                        {"meter_reading", "показания счетчика"},
                                                        {"check_in", "заезд"},
                                                        {"tickets", "билетов"},
                                                        {"flights", "рейсы"},
                                                        {"supplier", "поставщиков"},
                                                        {"barcode", "штрихкод"},
                                                        {"blood_pressure", "давление"},
                                                        {"expires_at", "срок годности"},
                                                        {"payment_method", "способ оплаты"},
                                                        {"employees", "сотрудникам"},
                                                        {"status", "статусы"},
                                                        {"urgent", "срочные"},
                                                        {"blocked", "заблокированных"},
                                                        {"verified", "проверенные"},
                                                        {"in_transit", "в пути"},
                                                        {"Germany", "Германии"},
                                                        {"Moscow", "Москве"},
                                                        {"Saint Petersburg", "Питер"},
                                                        {"january", "января"},
                                                        {"monday", "понедельникам"}}) {
    CHECK_MESSAGE(Kinship(english, russian) == 1, english, " ~ ", russian);
  }
}

TEST_CASE("what is merely near stays apart") {
  for (const auto& [a, b] :
       std::vector<std::pair<std::string, std::string>>{{"amount", "quantity"},
                                                        {"сумма", "количество"},
                                                        {"price", "quantity"},
                                                        {"order", "delivery"},
                                                        {"заказ", "доставка"},
                                                        {"shipped", "delivered"},
                                                        {"отгружен", "доставлен"},
                                                        {"paid", "unpaid"},
                                                        {"оплачен", "unpaid"},
                                                        {"active", "неактивный"},
                                                        {"first_name", "фамилия"},
                                                        {"debit", "credit"},
                                                        {"start_date", "дата окончания"},
                                                        {"created_at", "дата изменения"},
                                                        {"country", "city"},
                                                        {"sender", "получатель"},
                                                        {"approved", "отклонен"},
                                                        {"profit", "выручка"},
                                                        {"birth_date", "дата приема"},
                                                        {"arrival", "отправление"},
                                                        {"male", "женский"},
                                                        {"gross_weight", "вес нетто"},
                                                        {"supplier", "покупатель"},
                                                        {"latitude", "долгота"},
                                                        {"month", "week"},
                                                        {"kg", "тонна"},
                                                        {"teacher", "ученик"},
                                                        {"cancelled", "возвращен"}}) {
    CHECK_MESSAGE(Kinship(a, b) == 0, a, " ~ ", b);
  }
}

TEST_CASE("Russian written in Latin letters") {
  CHECK(FromTranslit("klient") == "клиент");
  CHECK(FromTranslit("tsena") == "цена");
  CHECK(FromTranslit("zhurnal") == "журнал");
  CHECK(FromTranslit("postavshchik") == "поставщик");
  CHECK(FromTranslit("q1").empty());
  CHECK(Names(FromTranslit("sotrudnik"), "employee"));
  CHECK(Names(FromTranslit("kolichestvo"), "quantity"));
}

TEST_CASE("a concept's phrases are told in both languages, without looser synonyms") {
  const std::vector<std::string>& phrases = Lexicon::Concepts().PhrasesOf("china");
  const auto has = [&](const std::string& word) {
    return std::find(phrases.begin(), phrases.end(), StemOf(word)) != phrases.end();
  };
  CHECK(has("china"));
  CHECK(has("китай"));
  CHECK(Lexicon::Concepts().PhrasesOf("no such concept").empty());
}
