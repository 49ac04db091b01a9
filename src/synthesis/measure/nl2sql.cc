#include "synthesis/measure/nl2sql.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "data/database.h"
#include "sql/translate/translate.h"
#include "synthesis/measure/measured_database.h"

namespace aietl::synthesis {
namespace {

void Answer(ScoredQuestion& scored, const MeasuredDatabase& database, QueryWriter& writer) {
  const double begin = MonotonicSeconds();
  QueryRequest request;
  request.tokens = Tokenise(scored.question);
  request.taken.assign(request.tokens.size(), false);
  request.language = GuessLanguage(request.tokens);
  request.catalog = &database.catalog();
  const Result<QueryAnswer> answer = writer.Write(request);
  scored.milliseconds = (MonotonicSeconds() - begin) * 1000;
  if (!answer) {
    scored.reason = "refused";
    return;
  }
  // What is asked about is scored by the reading that is offered first.
  scored.asked = !answer->questions.empty() && !HasErrors(answer->problems);
  if (answer->candidates.empty() || HasErrors(answer->problems)) {
    scored.reason = scored.asked ? "asked" : "refused";
  } else {
    const QueryCandidate& best = answer->candidates.front();
    scored.confidence = best.confidence;
    const std::string text =
        best.sql.empty() ? "SELECT * FROM " + data::QuoteName(best.relation) : best.sql;
    sql::Translation translation = sql::Translate(text, sql::DialectOf(sql::DialectId::kDuckdb),
                                                  sql::DialectOf(sql::DialectId::kSqlite));
    if (translation.problems.empty()) {
      scored.sql = std::move(translation.sql);
    } else {
      scored.reason = "no equal";
    }
  }
}

void Score(ScoredQuestion& scored, const MeasuredDatabase& database) {
  const std::optional<ResultRows> gold = database.Run(scored.gold);
  scored.gold_rows = gold ? static_cast<int64_t>(gold->size()) : -1;
  if (scored.sql.empty()) return;
  const std::optional<ResultRows> got = database.Run(scored.sql);
  if (!got) {
    scored.reason = "fails";
  } else if (gold && SameRows(*gold, *got, scored.shape.ordered)) {
    scored.correct = true;
  } else {
    const bool columns =
        gold && !gold->empty() && !got->empty() && gold->front().size() != got->front().size();
    scored.reason = columns ? "columns" : "rows";
  }
}

}  // namespace

Result<std::vector<ScoredQuestion>> MeasureQuestions(
    const std::vector<SetQuestion>& questions, QueryWriter& writer, const SynthesisContext& context,
    const std::function<void(const ScoredQuestion&)>& each, StopToken stop) {
  std::vector<ScoredQuestion> out;
  std::unique_ptr<MeasuredDatabase> database;
  std::string opened;
  for (const SetQuestion& question : questions) {
    AIETL_TRY(stop.Check());
    const std::string key = question.database + "\n" + question.table;
    if (key != opened) {
      AIETL_ASSIGN(database, MeasuredDatabase::Open(question, context, stop));
      opened = key;
    }
    ScoredQuestion scored;
    scored.id = question.id;
    scored.database = question.database;
    scored.question = question.question;
    scored.gold = question.gold;
    scored.shape = ShapeOf(question.gold);
    Answer(scored, *database, writer);
    Score(scored, *database);
    each(scored);
    out.push_back(std::move(scored));
  }
  return out;
}

}  // namespace aietl::synthesis
