// What a network (and a ranker) answers on the databases of one fold, scored by execution: one JSON
// line a question with its candidates, their features and whether each is right, for the ranker to
// learn from and for fold figures; a summary on standard error. Options stand in
// tools/train/README.md.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "base/clock.h"
#include "base/durable_file.h"
#include "base/text.h"
#include "connectors/registry.h"
#include "data/database.h"
#include "json/value.h"
#include "sql/translate/translate.h"
#include "synthesis/learned/candidates.h"
#include "synthesis/learned/features.h"
#include "synthesis/learned/learned_writer.h"
#include "synthesis/measure/hardness.h"
#include "synthesis/measure/measured_database.h"
#include "tools/train/set_options.h"

namespace {

using namespace aietl;
using namespace aietl::synthesis;
using learned::Candidate;

struct Options {
  SetOptions set;
  std::string weights, ranker, folds;
  int fold = -1, width = 8;
  bool quiet = false;  // no lines, the summary only
};

// What of one kind of questions is right: first by the network, first by the ranker, any.
struct Tally {
  int questions = 0, network = 0, ranked = 0, any = 0, with_rows = 0, ranked_with_rows = 0;
  void Print(const std::string& name) const {
    const auto percent = [](int n, int of) { return of == 0 ? 0.0 : 100.0 * n / of; };
    std::fprintf(stderr,
                 "%-28s %5d questions: network %.1f, ranked %.1f, any %.1f, ranked with rows %.1f "
                 "(%d)\n",
                 name.c_str(), questions, percent(network, questions), percent(ranked, questions),
                 percent(any, questions), percent(ranked_with_rows, with_rows), with_rows);
  }
};

std::string DatabaseName(const SetQuestion& question) {
  if (!question.table.empty()) return question.table;
  const size_t slash = question.database.rfind('/');
  const std::string file = question.database.substr(slash + 1);
  return file.substr(0, file.rfind('.'));
}

Result<std::set<std::string>> FoldDatabases(const Options& options) {
  std::set<std::string> out;
  if (options.folds.empty()) return out;
  AIETL_ASSIGN(const std::string text, ReadFile(options.folds));
  AIETL_ASSIGN(const json::Value folds, json::Parse(text));
  const json::Array& all = folds["folds"].AsArray();
  if (options.fold < 0 || static_cast<size_t>(options.fold) >= all.size())
    return Fail(Error(Code::kInvalid, "bad_fold", "there is no such fold"));
  for (const json::Value& name : all[static_cast<size_t>(options.fold)].AsArray())
    out.insert(name.AsString());
  return out;
}

class Scorer {
 public:
  Scorer(const Options& options, const learned::Network& network, const learned::Ranker* ranker)
      : options_(options), network_(network), ranker_(ranker) {}

  void Open(const MeasuredDatabase& database) {
    database_ = &database;
    catalog_ = std::make_unique<learned::PreparedCatalog>(database.catalog());
  }

  void Score(const SetQuestion& question) {
    const GoldShape shape = ShapeOf(question.gold);
    const double begin = MonotonicSeconds();
    const learned::QuestionGraph graph = learned::MakeQuestionGraph(
        Tokenise(question.question), catalog_->schema(), catalog_->values());
    QueryRequest asked;
    asked.tokens = Tokenise(question.question);
    asked.taken.assign(asked.tokens.size(), false);
    asked.language = GuessLanguage(asked.tokens);
    asked.catalog = &database_->catalog();
    const Result<QueryAnswer> answer = rules_->Write(asked);
    const std::optional<learned::QueryForm> rules =
        answer ? learned::RulesForm(*answer, catalog_->schema()) : std::nullopt;
    const std::vector<Candidate> candidates = learned::CandidatesOf(
        graph, *catalog_, network_, ranker_, options_.width, rules ? &*rules : nullptr);
    const double milliseconds = (MonotonicSeconds() - begin) * 1000;
    times_.push_back(milliseconds);
    const std::optional<ResultRows> gold = database_->Run(question.gold);
    std::vector<bool> right;
    std::vector<int64_t> rows;
    for (const Candidate& candidate : candidates) {
      const std::optional<ResultRows> got = database_->Run(SqliteOf(candidate.sql));
      right.push_back(gold && got && SameRows(*gold, *got, shape.ordered));
      rows.push_back(got ? static_cast<int64_t>(got->size()) : -1);
    }
    const auto first = std::max_element(candidates.begin(), candidates.end(),
                                        [](const Candidate& a, const Candidate& b) {
                                          return a.log_probability < b.log_probability;
                                        });
    const bool any = std::find(right.begin(), right.end(), true) != right.end();
    for (Tally* tally : {&tallies_["all"], &tallies_[shape.hardness],
                         &tallies_["database " + DatabaseName(question)]}) {
      ++tally->questions;
      tally->any += any;
      if (gold && !gold->empty()) ++tally->with_rows;
      if (candidates.empty()) continue;
      tally->network += right[static_cast<size_t>(first - candidates.begin())];
      tally->ranked += right.front();
      if (gold && !gold->empty()) tally->ranked_with_rows += right.front();
    }
    if (!options_.quiet) Print(question, shape, candidates, right, rows, gold);
  }

  void Summary() {
    for (const auto& [name, tally] : tallies_)
      tally.Print(name);
    std::sort(times_.begin(), times_.end());
    if (times_.empty()) return;
    std::fprintf(stderr, "milliseconds a question: p50 %.1f, p95 %.1f\n", times_[times_.size() / 2],
                 times_[times_.size() * 95 / 100]);
  }

 private:
  static std::string SqliteOf(const std::string& sql) {
    return sql::Translate(sql, sql::DialectOf(sql::DialectId::kDuckdb),
                          sql::DialectOf(sql::DialectId::kSqlite))
        .sql;
  }

  void Print(const SetQuestion& question, const GoldShape& shape,
             const std::vector<Candidate>& candidates, const std::vector<bool>& right,
             const std::vector<int64_t>& rows, const std::optional<ResultRows>& gold) const {
    json::Array list;
    for (size_t i = 0; i < candidates.size(); ++i) {
      json::Array features;
      for (const float value : candidates[i].features)
        features.push_back(static_cast<double>(value));
      json::Value item = json::Object{};
      item.Set("logp", candidates[i].log_probability);
      item.Set("score", candidates[i].score);
      item.Set("sql", candidates[i].sql);
      item.Set("right", static_cast<bool>(right[i]));
      item.Set("rows", rows[i]);
      item.Set("features", std::move(features));
      list.push_back(std::move(item));
    }
    json::Value line = json::Object{};
    line.Set("id", question.id);
    line.Set("db", DatabaseName(question));
    line.Set("question", question.question);
    line.Set("gold", question.gold);
    line.Set("hardness", shape.hardness);
    line.Set("gold_rows", gold ? static_cast<int64_t>(gold->size()) : int64_t{-1});
    line.Set("candidates", std::move(list));
    const std::string text = json::Write(line) + "\n";
    std::fwrite(text.data(), 1, text.size(), stdout);
  }

  const Options& options_;
  const learned::Network& network_;
  const learned::Ranker* ranker_;
  const MeasuredDatabase* database_ = nullptr;
  const std::unique_ptr<QueryWriter> rules_ = MakeBuiltinWriter();
  std::unique_ptr<learned::PreparedCatalog> catalog_;
  std::map<std::string, Tally> tallies_;
  std::vector<double> times_;
};

Result<void> Measure(const Options& options) {
  AIETL_ASSIGN(const std::vector<SetQuestion> questions, ReadQuestionSet(options.set.Request()));
  AIETL_ASSIGN(const std::string bytes, ReadFile(options.weights));
  AIETL_ASSIGN(const std::shared_ptr<const learned::Network> network,
               learned::Network::Read(bytes));
  std::optional<learned::Ranker> ranker;
  if (!options.ranker.empty()) {
    AIETL_ASSIGN(const std::string text, ReadFile(options.ranker));
    AIETL_ASSIGN(ranker, learned::Ranker::Read(text));
  }
  AIETL_ASSIGN(const std::set<std::string> wanted, FoldDatabases(options));
  const std::unique_ptr<connectors::Registry> registry = connectors::MakeRegistry();
  AIETL_ASSIGN(const std::unique_ptr<data::Database> engine, data::Database::Open({}));
  const SynthesisContext context{*registry, *engine};
  Scorer scorer(options, *network, ranker ? &*ranker : nullptr);
  std::unique_ptr<MeasuredDatabase> database;
  std::string opened;
  size_t done = 0;
  for (const SetQuestion& question : questions) {
    if (!wanted.empty() && !wanted.contains(DatabaseName(question))) continue;
    if (options.set.limit > 0 && done++ >= options.set.limit) break;
    if (const std::string key = question.database + "\n" + question.table; key != opened) {
      AIETL_ASSIGN(database, MeasuredDatabase::Open(question, context, {}));
      scorer.Open(*database);
      opened = key;
    }
    scorer.Score(question);
  }
  scorer.Summary();
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Scores a network's candidates");
  Options options;
  bool names = false;
  options.set.AddTo(app);
  app.add_option("--weights", options.weights, "the network");
  app.add_option("--ranker", options.ranker, "the ranker; none: the network's order");
  app.add_option("--folds", options.folds, "JSON with a list of lists of databases");
  app.add_option("--fold", options.fold, "only this fold's databases");
  app.add_option("--width", options.width, "candidates a question");
  app.add_flag("--quiet", options.quiet, "the summary only");
  app.add_flag("--names", names, "print the features' names");
  CLI11_PARSE(app, argc, argv);
  if (names) {
    for (const std::string& name : learned::FeatureNames())
      std::printf("%s\n", name.c_str());
    return 0;
  }
  const Result<void> done = Measure(options);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 1;
}
