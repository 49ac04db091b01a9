#include "synthesis/measure/nl2sql.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "connectors/sqlite/database.h"
#include "data/database.h"
#include "sql/translate/translate.h"
#include "synthesis/measure/result_rows.h"
#include "synthesis/pipeline/catalog_builder.h"

namespace aietl::synthesis {
namespace {

using connectors::SqliteAccess;
using connectors::SqliteConnection;
using connectors::SqliteStatement;

constexpr size_t kMostRows = 20'000;
constexpr double kMostSeconds = 5;  // a query

// One database: what can be spoken of, and a connection that runs both queries.
class MeasuredDatabase {
 public:
  static Result<std::unique_ptr<MeasuredDatabase>> Open(const std::string& path,
                                                        const std::string& table,
                                                        const SynthesisContext& context,
                                                        StopToken stop) {
    auto out = std::make_unique<MeasuredDatabase>();
    AIETL_ASSIGN(out->connection_, SqliteConnection::Open(path, SqliteAccess::kRead));
    PlaceMention place;
    place.connection = "sqlite://" + path;
    place.table = table.empty() ? "" : data::QuoteName(table);
    place.end = 1;
    AIETL_ASSIGN(BuiltCatalog built,
                 BuildCatalog({place}, Tokenise("x"), {}, context, stop, false));
    if (HasErrors(built.problems)) return Fail(ErrorOf(Code::kNotFound, built.problems));
    out->catalog_ = std::move(built.catalog);
    // The SQL names relations as the catalogue does.
    for (const Relation& relation : out->catalog_.relations) {
      const std::string view = data::QuoteName(relation.name);
      if (view == relation.table || relation.name == relation.table) continue;
      (void)out->connection_->Execute("CREATE TEMP VIEW " + view + " AS SELECT * FROM main." +
                                      relation.table);
    }
    return out;
  }

  const Catalog& catalog() const { return catalog_; }

  // nullopt when it fails, takes too long or gives too many rows.
  std::optional<ResultRows> Run(const std::string& sql) const {
    connection_->SetStop(StopToken().Within(kMostSeconds));
    Result<SqliteStatement> statement = connection_->Prepare(sql);
    if (!statement) return std::nullopt;
    ResultRows rows;
    for (;;) {
      const Result<bool> row = statement->Step();
      if (!row) return std::nullopt;
      if (!*row) return rows;
      if (rows.size() == kMostRows) return std::nullopt;
      std::vector<std::string> values;
      for (int c = 0; c < statement->columns(); ++c)
        values.push_back(Value(*statement, c));
      rows.push_back(std::move(values));
    }
  }

 private:
  static std::string Value(const SqliteStatement& statement, int column) {
    switch (statement.KindOf(column)) {
      case connectors::SqliteKind::kNull: return "-";
      case connectors::SqliteKind::kNumber:
        return ResultNumber(std::strtod(statement.Text(column).c_str(), nullptr));
      case connectors::SqliteKind::kText: return "t" + statement.Text(column);
      case connectors::SqliteKind::kBytes: return "b" + statement.Text(column);
    }
    return "-";
  }

  std::unique_ptr<SqliteConnection> connection_;
  Catalog catalog_;
};

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
  } else if (!answer->questions.empty() && !HasErrors(answer->problems)) {
    scored.asked = true;
    scored.reason = "asked";
  } else if (answer->candidates.empty() || HasErrors(answer->problems)) {
    scored.reason = "refused";
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
      AIETL_ASSIGN(database,
                   MeasuredDatabase::Open(question.database, question.table, context, stop));
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
