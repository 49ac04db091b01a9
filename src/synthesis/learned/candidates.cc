#include "synthesis/learned/candidates.h"

#include <algorithm>
#include <functional>

#include "data/type.h"
#include "sql/bind/binder.h"
#include "sql/parser.h"
#include "synthesis/learned/features.h"
#include "synthesis/learned/form_sql.h"

namespace aietl::synthesis::learned {

PreparedCatalog::PreparedCatalog(const Catalog& catalog)
    : schema_(SchemaOf(catalog)), values_(catalog, schema_), tables_(sql::DialectId::kDuckdb) {
  for (const synthesis::Relation& relation : catalog.relations) {
    std::vector<sql::Schema::ColumnText> columns;
    for (const connectors::ColumnInfo& column : relation.info.columns)
      columns.push_back({column.name, column.type.ToSql()});
    tables_.AddTable(data::QuoteName(relation.name), columns);
  }
}

bool PreparedCatalog::Binds(const std::string& sql) const {
  const Result<sql::Script> script = sql::ParseOne(sql, sql::DialectOf(sql::DialectId::kDuckdb));
  if (!script || sql::As<sql::SelectStatement>(script->statements.front()) == nullptr) return false;
  sql::BindOptions options;
  options.schema = &tables_;
  options.problems = 1;
  return !HasErrors(sql::Bind(*script, options).problems);
}

namespace {

class CandidateList {
 public:
  CandidateList(const QuestionGraph& graph, const PreparedCatalog& catalog)
      : graph_(graph), catalog_(catalog) {}

  void Add(const std::vector<Step>& steps, double log_probability, bool by_rules) {
    std::optional<QueryForm> form = FormOf(steps, graph_);
    if (!form) return;
    std::optional<std::string> sql = SqlOf(*form, catalog_.schema());
    if (!sql) return;
    const bool known = std::any_of(out_.begin(), out_.end(),
                                   [&](const Candidate& other) { return other.sql == *sql; });
    if (known || !catalog_.Binds(*sql)) return;
    Candidate& candidate = out_.emplace_back();
    candidate.form = std::move(*form);
    candidate.sql = std::move(*sql);
    candidate.log_probability = log_probability;
    candidate.by_rules = by_rules;
    steps_.push_back(static_cast<int>(steps.size()));
  }

  // The one with this SQL, if there is one.
  bool MarkRules(const std::string& sql) {
    for (Candidate& known : out_) {
      if (known.sql != sql) continue;
      known.by_rules = true;
      return true;
    }
    return false;
  }

  std::vector<Candidate> Ranked(const Ranker* ranker) {
    const bool rules_speak =
        std::any_of(out_.begin(), out_.end(), [](const Candidate& c) { return c.by_rules; });
    for (size_t i = 0; i < out_.size(); ++i) {
      Candidate& candidate = out_[i];
      const CandidatePlace place{candidate.log_probability,
                                 out_.front().log_probability,
                                 static_cast<int>(i),
                                 steps_[i],
                                 static_cast<int>(out_.size()),
                                 candidate.by_rules,
                                 rules_speak};
      candidate.features = CandidateFeatures(graph_, candidate.form, place);
      candidate.score =
          ranker != nullptr ? ranker->Score(candidate.features) : candidate.log_probability;
    }
    std::stable_sort(out_.begin(), out_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    return std::move(out_);
  }

 private:
  const QuestionGraph& graph_;
  const PreparedCatalog& catalog_;
  std::vector<Candidate> out_;
  std::vector<int> steps_;
};

}  // namespace

std::vector<Candidate> CandidatesOf(const QuestionGraph& graph, const PreparedCatalog& catalog,
                                    const Network& network, const Ranker* ranker, int width,
                                    const QueryForm* rules) {
  CandidateList list(graph, catalog);
  for (const Beam& beam : network.Decode(graph, width))
    list.Add(beam.steps, beam.log_probability, false);
  if (rules != nullptr) {
    const std::optional<std::string> sql = SqlOf(*rules, catalog.schema());
    if (sql && !list.MarkRules(*sql)) {
      if (const std::optional<std::vector<Step>> steps = StepsOf(*rules, graph))
        list.Add(*steps, network.LogProbability(graph, *steps), true);
    }
  }
  return list.Ranked(ranker);
}

uint64_t FingerprintOf(const Catalog& catalog) {
  uint64_t hash = 1469598103934665603u;
  const auto add = [&](const std::string& text) {
    hash = (hash ^ std::hash<std::string>()(text)) * 1099511628211u;
  };
  for (const synthesis::Relation& relation : catalog.relations) {
    add(relation.name);
    add(relation.table);
    for (const connectors::ColumnInfo& column : relation.info.columns) {
      add(column.name);
      add(std::to_string(column.samples.size()));
      if (!column.samples.empty()) {
        add(column.samples.front());
        add(column.samples.back());
      }
    }
  }
  for (const auto& [name, key] : catalog.keys)
    add(name + " " + key.table);
  return hash;
}

}  // namespace aietl::synthesis::learned
