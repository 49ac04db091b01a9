#include "synthesis/question.h"

#include <algorithm>

#include "base/text.h"
#include "data/database.h"
#include "engine/binder.h"
#include "spec/pipeline.h"
#include "synthesis/learned/learned_writer.h"
#include "synthesis/pipeline/catalog_builder.h"

namespace aietl::synthesis {
namespace {

constexpr int kMostRounds = 10;  // of questions that answers lead to

// Asks the writer, gives it the answers to what it asks, and so on, until it asks nothing that has
// been answered.
Result<QueryAnswer> AskWriter(QueryWriter& writer, QueryRequest& query,
                              std::map<std::string, std::string> answers) {
  size_t answered = 0;
  for (int round = 0;; ++round) {
    AIETL_ASSIGN(QueryAnswer answer, writer.Write(query));
    bool applied = false;
    for (size_t i = 0; i < answer.questions.size(); ++i) {
      Question& question = answer.questions[i];
      question.id = "q" + std::to_string(answered + i + 1);
      const auto found = answers.find(question.id);
      if (found == answers.end()) continue;
      const bool known =
          std::any_of(question.choices.begin(), question.choices.end(),
                      [&](const Choice& choice) { return choice.id == found->second; });
      if (!known) continue;
      query.answers[question.key] = found->second;
      answers.erase(found);
      applied = true;
    }
    if (!applied || round == kMostRounds) return answer;
    answered = query.answers.size();
  }
}

// The SELECT is proved against the tables' columns before anybody runs it.
void ProveQuery(QuestionAnswer& out) {
  spec::Pipeline pipeline;
  for (const std::string& name : out.query.used) {
    spec::Source source;
    source.name = name;
    pipeline.sources.push_back(std::move(source));
  }
  spec::Step step;
  step.name = "answer";
  step.sql = out.query.sql;
  pipeline.steps.push_back(std::move(step));
  Problems problems;
  const std::vector<size_t> order = engine::CheckPipelineSql(pipeline, &problems);
  if (!HasErrors(problems)) {
    std::map<std::string, data::Schema> schemas;
    for (const Relation& relation : out.catalog.relations) {
      data::Schema& schema = schemas[relation.name];
      for (const connectors::ColumnInfo& column : relation.info.columns)
        schema.columns.push_back({column.name, column.type, column.nullable});
    }
    const Result<engine::Bound> bound = engine::BindPipeline(pipeline, order, schemas, &problems);
    if (!bound) problems.push_back(bound.error().ToProblem());
  }
  if (!HasErrors(problems)) return;
  out.query = {};
  for (Problem& problem : problems) {
    problem.place = {};
    out.problems.push_back(std::move(problem));
  }
}

}  // namespace

Result<QuestionAnswer> AnswerQuestion(const QuestionRequest& request,
                                      const SynthesisContext& context, StopToken stop) {
  QuestionAnswer out;
  QueryRequest query;
  query.tokens = Tokenise(request.question);
  query.taken.assign(query.tokens.size(), false);
  query.language = request.language.value_or(GuessLanguage(query.tokens));
  if (!request.language) SetLanguage(query.language);
  if (query.tokens.empty()) {
    return Fail(
        Error(Code::kInvalid, "empty_sentence", Tr("the question is empty"))
            .Hint(
                Tr("ask, for example: aietl sql ask \"how many orders per country?\" --db shop")));
  }
  SynthesisRequest place;
  place.folder = request.folder;
  place.connections = request.connections;
  place.sample_values = kAskedSampleValues;
  place.sample_rows = kAskedSampleRows;
  std::vector<PlaceMention> places;
  if (!request.database.empty()) {
    PlaceMention mention;
    mention.connection = request.database;
    mention.end = 1;
    places.push_back(std::move(mention));
  }
  AIETL_ASSIGN(BuiltCatalog built,
               BuildCatalog(places, query.tokens, place, context, stop, places.empty()));
  out.problems = std::move(built.problems);
  out.catalog = std::move(built.catalog);
  if (HasErrors(out.problems)) return out;
  if (out.catalog.relations.empty()) {
    return Fail(Error(Code::kNotFound, "no_tables", Tr("there is no table to ask about"))
                    .Hint(Tr("name a database with --db, or go to a folder with data files")));
  }
  query.catalog = &out.catalog;
  const std::unique_ptr<QueryWriter> writer = learned::MakeQuestionWriter();
  AIETL_ASSIGN(QueryAnswer answer, AskWriter(*writer, query, request.answers));
  out.problems.insert(out.problems.end(), answer.problems.begin(), answer.problems.end());
  if (HasErrors(out.problems)) return out;
  out.questions = std::move(answer.questions);
  if (!out.questions.empty()) return out;
  AIETL_CHECK(!answer.candidates.empty());
  out.query = std::move(answer.candidates.front());
  if (out.query.sql.empty()) out.query.sql = "SELECT * FROM " + data::QuoteName(out.query.relation);
  ProveQuery(out);
  return out;
}

}  // namespace aietl::synthesis
