// Questions over a small catalogue: what links, what steps build, what is printed.
#include <doctest/doctest.h>

#include <algorithm>

#include "synthesis/learned/actions.h"
#include "synthesis/learned/candidates.h"
#include "synthesis/learned/features.h"
#include "synthesis/learned/form_sql.h"
#include "synthesis/learned/gold_form.h"

using namespace aietl;
using namespace aietl::synthesis;
using namespace aietl::synthesis::learned;

namespace {

connectors::ColumnInfo ColumnOf(const std::string& name, data::TypeId type,
                                std::vector<std::string> samples = {}) {
  connectors::ColumnInfo column;
  column.name = name;
  column.type = data::MakeType(type);
  column.samples = std::move(samples);
  return column;
}

synthesis::Relation TableOf(const std::string& name, std::vector<connectors::ColumnInfo> columns,
                            const std::string& key) {
  synthesis::Relation relation;
  relation.name = relation.table = name;
  relation.info.columns = std::move(columns);
  relation.info.primary_key = {key};
  return relation;
}

Catalog Music() {
  using data::TypeId;
  Catalog catalog;
  catalog.relations = {
      TableOf("singer",
              {ColumnOf("singer_id", TypeId::kBigInt), ColumnOf("name", TypeId::kVarchar),
               ColumnOf("country", TypeId::kVarchar, {"France", "Netherlands", "United States"}),
               ColumnOf("age", TypeId::kBigInt, {"25", "52"}),
               ColumnOf("sex", TypeId::kVarchar, {"M", "F"})},
              "singer_id"),
      TableOf("concert",
              {ColumnOf("concert_id", TypeId::kBigInt), ColumnOf("title", TypeId::kVarchar),
               ColumnOf("home_singer", TypeId::kBigInt), ColumnOf("guest_singer", TypeId::kBigInt),
               ColumnOf("year", TypeId::kBigInt, {"2014", "2015"})},
              "concert_id"),
      TableOf("ticket",
              {ColumnOf("ticket_id", TypeId::kBigInt), ColumnOf("concert_id", TypeId::kBigInt),
               ColumnOf("price", TypeId::kDouble)},
              "ticket_id")};
  catalog.keys = {{"concert", {{"home_singer"}, "singer", {"singer_id"}, false}},
                  {"concert", {{"guest_singer"}, "singer", {"singer_id"}, false}},
                  {"ticket", {{"concert_id"}, "concert", {"concert_id"}, false}}};
  return catalog;
}

const PreparedCatalog& Prepared() {
  static const PreparedCatalog prepared(Music());
  return prepared;
}

learned::QuestionGraph ProblemOf(const std::string& question) {
  return MakeQuestionGraph(Tokenise(question), Prepared().schema(), Prepared().values());
}

std::string Printed(const std::string& gold) {
  const GoldForm form = FormOfSql(gold, Prepared().schema());
  if (!form.form) return "cannot say: " + form.why;
  return SqlOf(*form.form, Prepared().schema()).value_or("no joins");
}

// Of the column in the graph, among NodeFlag.
bool Flagged(const std::string& question, const std::string& column, uint32_t flag) {
  const learned::QuestionGraph graph = ProblemOf(question);
  return std::any_of(graph.nodes.begin(), graph.nodes.end(), [&](const Node& node) {
    return node.kind == NodeKind::kColumn && (node.flags & flag) != 0 &&
           Prepared().schema().columns[static_cast<size_t>(node.ref)].name == column;
  });
}

bool HasValue(const std::string& question, const std::string& text) {
  const learned::QuestionGraph graph = ProblemOf(question);
  return std::any_of(graph.nodes.begin(), graph.nodes.end(), [&](const Node& node) {
    return (node.kind == NodeKind::kText || node.kind == NodeKind::kNumber) && node.text == text;
  });
}

}  // namespace

TEST_CASE("a cell is found by what means the same, in the question's language or in another") {
  CHECK(HasValue("Сколько певцов из Франции?", "France"));
  CHECK(HasValue("певцы из США", "United States"));
  CHECK(HasValue("singers from the USA", "United States"));
  CHECK(HasValue("Как зовут певцов женского пола?", "F"));
  CHECK_FALSE(HasValue("Сколько певцов из Китая?", "France"));
}

TEST_CASE("a query without joins is printed with those that its columns need") {
  CHECK(Printed("SELECT name FROM singer WHERE age > 20") ==
        "SELECT \"name\" FROM \"singer\" WHERE \"age\" > 20");
  CHECK(Printed("SELECT T1.price FROM ticket AS T1 JOIN concert AS T2 "
                "ON T1.concert_id = T2.concert_id WHERE T2.year = 2014") ==
        "SELECT t1.\"price\" FROM \"ticket\" AS t1 JOIN \"concert\" AS t2 "
        "ON t1.\"concert_id\" = t2.\"concert_id\" WHERE t2.\"year\" = 2014");
}

TEST_CASE("a table that no column needs is said") {
  const GoldForm form = FormOfSql("SELECT count(*) FROM concert", Prepared().schema());
  REQUIRE(form.form);
  CHECK(form.form->left.tables == std::vector<int32_t>{1});
}

TEST_CASE("of two keys the one that the query takes is said") {
  const std::string gold =
      "SELECT T1.name FROM singer AS T1 JOIN concert AS T2 ON T1.singer_id = T2.guest_singer "
      "WHERE T2.year = 2015";
  const GoldForm form = FormOfSql(gold, Prepared().schema());
  REQUIRE(form.form);
  CHECK(form.form->left.via.size() == 1);
  CHECK(Printed(gold).find("guest_singer") != std::string::npos);
}

TEST_CASE("what a form cannot say is told, not bent") {
  CHECK(Printed("SELECT length(name) FROM singer") == "cannot say: function");
  CHECK(Printed("SELECT name FROM singer WHERE age > 20 AND (sex = 'M' OR country = 'France')") ==
        "cannot say: or within and");
  CHECK(Printed("SELECT name FROM (SELECT name FROM singer)") == "cannot say: from subquery");
  CHECK(Printed("SELECT name FROM nowhere") == "cannot say: unknown table");
  CHECK(Printed("SELECT shoe FROM singer") == "cannot say: unknown column");
  CHECK(Printed("SELECT a.name FROM singer AS a JOIN singer AS b ON a.age = b.age") ==
        "cannot say: self join");
  CHECK(Printed("DELETE FROM singer") == "cannot say: no query");
}

TEST_CASE("plain columns beside groups are grouped by, and the largest is a row") {
  CHECK(Printed("SELECT name, country, count(*) FROM singer GROUP BY country") ==
        "SELECT \"name\", \"country\", count(*) FROM \"singer\" GROUP BY \"country\", \"name\"");
  CHECK(Printed("SELECT name, max(age) FROM singer") ==
        "SELECT \"name\", \"age\" FROM \"singer\" ORDER BY \"age\" IS NULL, \"age\" DESC LIMIT 1");
}

TEST_CASE("steps and forms lead to each other") {
  const std::pair<std::string, std::string> cases[] = {
      {"names of singers from France older than 30",
       "SELECT name FROM singer WHERE country = 'France' AND age > 30"},
      {"how many concerts per year", "SELECT year, count(*) FROM concert GROUP BY year"},
      {"years with at least 2 concerts",
       "SELECT year FROM concert GROUP BY year HAVING count(*) >= 2"},
      {"name of the oldest singer", "SELECT name FROM singer ORDER BY age DESC LIMIT 1"},
      {"the 3 youngest singers", "SELECT name FROM singer ORDER BY age LIMIT 3"},
      {"singers older than the average",
       "SELECT name FROM singer WHERE age > (SELECT avg(age) FROM singer)"},
      {"countries without singers of age 25",
       "SELECT country FROM singer EXCEPT SELECT country FROM singer WHERE age = 25"},
      {"titles with 'love'", "SELECT title FROM concert WHERE title LIKE '%love%'"},
      {"singers of France or Netherlands",
       "SELECT name FROM singer WHERE country IN ('France', 'Netherlands')"},
      {"singers that never sang at home",
       "SELECT name FROM singer WHERE singer_id NOT IN (SELECT home_singer FROM concert)"},
      {"singers between 20 and 30", "SELECT name FROM singer WHERE age BETWEEN 20 AND 30"},
      {"all concerts", "SELECT * FROM concert"}};
  for (const auto& [question, gold] : cases) {
    CAPTURE(gold);
    const learned::QuestionGraph graph = ProblemOf(question);
    const GoldForm form = FormOfSql(gold, Prepared().schema());
    REQUIRE(form.form);
    const std::optional<std::vector<Step>> steps = StepsOf(*form.form, graph);
    REQUIRE(steps);
    const std::optional<QueryForm> again = FormOf(*steps, graph);
    REQUIRE(again);
    CHECK(SqlOf(*again, Prepared().schema()) == SqlOf(*form.form, Prepared().schema()));
    CHECK(Prepared().Binds(SqlOf(*again, Prepared().schema()).value()));
  }
}

TEST_CASE("steps that are not allowed build nothing") {
  const learned::QuestionGraph graph = ProblemOf("names of singers");
  CHECK_FALSE(FormOf({}, graph));
  CHECK_FALSE(FormOf({static_cast<Step>(Action::kEnd)}, graph));
  CHECK_FALSE(
      FormOf({static_cast<Step>(Action::kAll), static_cast<Step>(Action::kNone), kPointer + 100000},
             graph));
  // A word is no column.
  CHECK_FALSE(FormOf({static_cast<Step>(Action::kAll), static_cast<Step>(Action::kNone), kPointer,
                      static_cast<Step>(Action::kEnd)},
                     graph));
}

TEST_CASE("a value that is not in the question has no steps") {
  const GoldForm form =
      FormOfSql("SELECT name FROM singer WHERE country = 'Spain'", Prepared().schema());
  REQUIRE(form.form);
  CHECK_FALSE(StepsOf(*form.form, ProblemOf("names of singers from France")));
}

TEST_CASE("names link by words, inflection, translation, and without the table's own word") {
  CHECK(Flagged("what is the age of singers", "age", kFlagExact));
  CHECK(Flagged("titles of concerts", "title", kFlagExact));
  CHECK(Flagged("возраст певцов по странам", "country", kFlagExact));
  CHECK(Flagged("prices of tickets", "price", kFlagExact));
  CHECK_FALSE(Flagged("prices of tickets", "age", kFlagExact | kFlagPartial | kFlagNear));
}

TEST_CASE("values link by text, number, nationality and flag") {
  CHECK(HasValue("singers from france", "France"));
  CHECK(HasValue("French singers", "France"));
  CHECK(HasValue("Dutch singers", "Netherlands"));
  CHECK(HasValue("female singers", "F"));
  CHECK(HasValue("concerts in 2014", "2014"));
  CHECK(HasValue("at least two concerts", "2"));
  CHECK_FALSE(HasValue("singers from france", "Netherlands"));
}

TEST_CASE("features have names, and the same number for each candidate") {
  const learned::QuestionGraph graph = ProblemOf("names of singers from France");
  const GoldForm form =
      FormOfSql("SELECT name FROM singer WHERE country = 'France'", Prepared().schema());
  REQUIRE(form.form);
  CHECK(CandidateFeatures(graph, *form.form, {}).size() == FeatureNames().size());
}

TEST_CASE("SQL that writes or names what is not there does not bind") {
  CHECK(Prepared().Binds("SELECT name FROM singer"));
  CHECK_FALSE(Prepared().Binds("SELECT shoe FROM singer"));
  CHECK_FALSE(Prepared().Binds("DELETE FROM singer"));
  CHECK_FALSE(Prepared().Binds("SELECT name, count(*) FROM singer"));
}
