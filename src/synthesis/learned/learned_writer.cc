#include "synthesis/learned/learned_writer.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "data/type.h"
#include "synthesis/learned/candidates.h"
#include "synthesis/learned/form_sql.h"
#include "synthesis/learned/gold_form.h"

namespace aietl::synthesis::learned {
namespace {

constexpr int kWidth = 8;  // of the beam
constexpr double kSureRules = 0.9;
constexpr double kLeastConfidence = 0.25;  // below it the rules' refusal or question stands
constexpr double kContradiction = 0.5;     // from here on it is heard against rules that are sure
constexpr double kSureNetwork = 0.85;      // below it the reading is shown first, and asked about
constexpr size_t kMostCandidates = 5;
constexpr size_t kMostReadings = 3;          // that a question offers
constexpr const char* kReading = "reading";  // the question's key

// Words that stand behind the parts of a form.
class LinkMaker {
 public:
  LinkMaker(const QuestionGraph& graph, const std::vector<Token>& tokens)
      : graph_(graph), tokens_(tokens) {}

  std::vector<Link> Make(const QueryForm& form) {
    AddCore(form.left);
    if (form.op != SetOperation::kNone) AddCore(form.right);
    return std::move(links_);
  }

 private:
  const SchemaColumn& ColumnOf(ColumnId column) const {
    return graph_.schema->columns[static_cast<size_t>(column)];
  }

  void AddCore(const Core& core) {
    for (const Item& item : core.items)
      AddColumn(item.left.column, "select");
    for (const ColumnId column : core.group)
      AddColumn(column, "group");
    for (const Order& order : core.order)
      AddColumn(order.item.left.column, "order");
    for (const std::vector<Condition>* conditions : {&core.where, &core.having}) {
      for (const Condition& condition : *conditions)
        AddCondition(condition);
    }
    for (const int32_t table : core.tables)
      AddTable(table);
  }

  void AddCondition(const Condition& condition) {
    AddColumn(condition.left.column, "where");
    for (const Value& value : condition.values) {
      if (value.core) {
        AddCore(*value.core);
      } else if (value.column < 0) {
        const auto node =
            std::find_if(graph_.nodes.begin(), graph_.nodes.end(), [&](const Node& n) {
              return (n.kind == NodeKind::kNumber || n.kind == NodeKind::kText) &&
                     n.text == value.text;
            });
        if (node == graph_.nodes.end()) continue;
        const std::string name =
            condition.left.column >= 0 ? ColumnOf(condition.left.column).name : "count";
        Add(node->begin, node->end, "where/" + name);
      }
    }
  }

  void AddColumn(ColumnId column, const char* part) {
    if (column >= 0)
      AddNamed(graph_.NodeOfColumn(column), std::string(part) + "/" + ColumnOf(column).name);
  }
  void AddTable(int32_t table) {
    AddNamed(graph_.NodeOfTable(table),
             "join/" + graph_.schema->tables[static_cast<size_t>(table)].name);
  }

  // The words with the best evidence for a column or table.
  void AddNamed(int32_t node, const std::string& part) {
    if (node < 0) return;
    const size_t n = graph_.nodes.size();
    const bool table = graph_.nodes[static_cast<size_t>(node)].kind == NodeKind::kTable;
    for (size_t w = 0; w < n && graph_.nodes[w].kind == NodeKind::kWord; ++w) {
      const auto relation =
          static_cast<NodeRelation>(graph_.relations[w * n + static_cast<size_t>(node)]);
      const bool linked = table ? relation != NodeRelation::kWordTable
                                : relation != NodeRelation::kWordColumn &&
                                      relation != NodeRelation::kWordColumnGeneric;
      if (linked) Add(graph_.nodes[w].begin, graph_.nodes[w].end, part);
    }
  }

  void Add(int32_t begin, int32_t end, std::string part) {
    if (begin < 0 || begin >= end) return;
    const Token& first = tokens_[static_cast<size_t>(begin)];
    const Token& last = tokens_[static_cast<size_t>(end - 1)];
    const Span words{first.span.begin, last.span.end};
    std::string text;
    for (int32_t t = begin; t < end; ++t)
      text += (text.empty() ? "" : " ") + tokens_[static_cast<size_t>(t)].text;
    const bool known = std::any_of(links_.begin(), links_.end(), [&](const Link& link) {
      return link.words == words && link.part == part;
    });
    if (!known) links_.push_back({words, std::move(text), std::move(part)});
  }

  const QuestionGraph& graph_;
  const std::vector<Token>& tokens_;
  std::vector<Link> links_;
};

std::string ExplanationOf(const QueryForm& form, const Schema& schema) {
  const Core& core = form.left;
  const std::optional<CoreJoins> joins = JoinsOf(core, schema);
  const auto table = [&](size_t i) {
    return schema.tables[static_cast<size_t>(joins->tables[i])].name;
  };
  if (!joins) return "";
  const auto measures = std::count_if(core.items.begin(), core.items.end(), [](const Item& item) {
    return item.left.aggregate != Aggregate::kNone;
  });
  std::string text =
      measures == 0
          ? Msg("Takes rows of {}", table(0))
          : Msg("Computes {} over {}",
                Plural(static_cast<int64_t>(measures), "{} number", "{} numbers"), table(0));
  for (size_t i = 0; i < core.group.size(); ++i) {
    text += i == 0 ? " " + std::string(Tr("per")) + " " : ", ";
    text += schema.columns[static_cast<size_t>(core.group[i])].name;
  }
  if (!core.where.empty())
    text += ", " + Plural(static_cast<int64_t>(core.where.size()), "{} condition", "{} conditions");
  if (joins->tables.size() > 1)
    text += ", " + Msg("joined with {}", table(joins->tables.size() - 1));
  switch (form.op) {
    case SetOperation::kNone: break;
    case SetOperation::kUnion:
      text += ", " + std::string(Tr("and what the second part gives"));
      break;
    case SetOperation::kIntersect:
      text += ", " + std::string(Tr("if the second part gives it, too"));
      break;
    case SetOperation::kExcept:
      text += ", " + std::string(Tr("without what the second part gives"));
      break;
  }
  return text + ".";
}

std::string NameOf(const Operand& operand, const Schema& schema) {
  constexpr std::string_view kPrefixes[] = {"", "count_", "count_", "sum_", "avg_", "min_", "max_"};
  if (operand.column < 0) return operand.aggregate == Aggregate::kCount ? "count" : "all";
  return std::string(kPrefixes[static_cast<size_t>(operand.aggregate)]) +
         schema.columns[static_cast<size_t>(operand.column)].name;
}

// Whole rows and chosen columns of the same rows contradict each other in nothing but what is
// shown.
bool SameRows(const QueryForm& rules, const std::string& other, const Schema& schema) {
  const std::string sql = SqlOf(rules, schema).value_or("");
  constexpr std::string_view kWhole = "SELECT *", kFrom = " FROM ";
  return sql.starts_with(kWhole) && other.find(kFrom) != std::string::npos &&
         sql.substr(kWhole.size()) == other.substr(other.find(kFrom));
}

// Whether any name or cell is spoken of.
bool HasEvidence(const QuestionGraph& graph) {
  constexpr uint32_t kNamed = kFlagExact | kFlagWithoutTable | kFlagPartial | kFlagMeaning;
  constexpr uint32_t kHeld = kFlagCellExact | kFlagCellStem;
  return std::any_of(graph.nodes.begin(), graph.nodes.end(), [](const Node& node) {
    const bool name = node.kind == NodeKind::kColumn || node.kind == NodeKind::kTable;
    return (node.flags & (name ? kNamed : kHeld)) != 0 && node.kind != NodeKind::kWord &&
           node.kind != NodeKind::kNumber;
  });
}

class LearnedWriter final : public QueryWriter {
 public:
  LearnedWriter(LearnedModels models, std::unique_ptr<QueryWriter> rules)
      : models_(models), rules_(std::move(rules)) {}

  Result<QueryAnswer> Write(const QueryRequest& request) override {
    const auto reading = request.answers.find(kReading);
    const bool chosen = reading != request.answers.end();
    const bool fixed =
        !request.sources.empty() || (!request.answers.empty() && !chosen) ||
        std::find(request.taken.begin(), request.taken.end(), true) != request.taken.end();
    if (models_.network == nullptr || fixed || request.catalog->relations.empty())
      return rules_->Write(request);
    AIETL_ASSIGN(QueryAnswer rules, rules_->Write(request));
    const bool spoken =
        !rules.candidates.empty() && rules.questions.empty() && !HasErrors(rules.problems);
    const bool sure = spoken && rules.candidates.front().confidence >= kSureRules;
    const PreparedCatalog& catalog = Prepare(*request.catalog);
    const std::optional<QueryForm> form = RulesForm(rules, catalog.schema());
    if (sure && !form) return rules;
    const QuestionGraph graph =
        MakeQuestionGraph(request.tokens, catalog.schema(), catalog.values());
    if (!HasEvidence(graph)) return rules;
    const std::vector<Candidate> candidates = CandidatesOf(
        graph, catalog, *models_.network, models_.ranker, kWidth, form ? &*form : nullptr);
    if (candidates.empty() || candidates.front().by_rules) return rules;
    if (sure && SameRows(*form, candidates.front().sql, catalog.schema())) return rules;
    if (ConfidenceOf(candidates) < (sure ? kContradiction : kLeastConfidence)) return rules;
    QueryAnswer answer = AnswerOf(candidates, graph, request, catalog.schema());
    if (sure) answer.candidates.insert(answer.candidates.begin() + 1, rules.candidates.front());
    if (chosen) {
      Take(reading->second, answer.candidates);
    } else if (sure || answer.candidates.front().confidence < kSureNetwork) {
      answer.questions.push_back(WhichReading(answer.candidates, rules.problems));
    }
    return answer;
  }

 private:
  const PreparedCatalog& Prepare(const Catalog& catalog) {
    const uint64_t fingerprint = FingerprintOf(catalog);
    if (!prepared_ || fingerprint != fingerprint_) {
      prepared_ = std::make_unique<PreparedCatalog>(catalog);
      fingerprint_ = fingerprint;
    }
    return *prepared_;
  }

  static std::string ChoiceId(size_t i) { return std::string(1, static_cast<char>('a' + i)); }

  // People who ask data can read a SELECT better than a paraphrase of it.
  // What the rules did not understand is said, too: no reading may be meant.
  static Question WhichReading(const std::vector<QueryCandidate>& candidates,
                               const Problems& refused) {
    Question question;
    question.key = kReading;
    for (const aietl::Problem& problem : refused) {
      if (problem.severity == Severity::kError && question.text.empty())
        question.text = problem.message + ". ";
    }
    question.text += Tr("Is one of these what you mean?");
    for (size_t i = 0; i < std::min(candidates.size(), kMostReadings); ++i)
      question.choices.push_back({ChoiceId(i), candidates[i].sql});
    return question;
  }

  static void Take(const std::string& choice, std::vector<QueryCandidate>& candidates) {
    for (size_t i = 0; i < candidates.size(); ++i) {
      if (ChoiceId(i) != choice) continue;
      std::rotate(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(i),
                  candidates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      candidates.front().confidence = 1;  // said by a person
      return;
    }
  }

  double ConfidenceOf(const std::vector<Candidate>& candidates) const {
    std::vector<double> scores;
    for (const Candidate& candidate : candidates)
      scores.push_back(candidate.score);
    if (models_.ranker != nullptr) return models_.ranker->Confidence(scores);
    return std::exp(candidates.front().log_probability);
  }

  QueryAnswer AnswerOf(const std::vector<Candidate>& candidates, const QuestionGraph& graph,
                       const QueryRequest& request, const Schema& schema) const {
    QueryAnswer answer;
    const double confidence = ConfidenceOf(candidates);
    for (const Candidate& from : candidates) {
      if (answer.candidates.size() == kMostCandidates) break;
      QueryCandidate& to = answer.candidates.emplace_back();
      to.sql = from.sql;
      to.confidence = &from == &candidates.front()
                          ? confidence
                          : std::min(confidence, std::exp(from.log_probability));
      for (const Item& item : from.form.left.items)
        to.columns.push_back(NameOf(item.left, schema));
      for (const Core* core : CoresOf(from.form)) {
        const std::optional<CoreJoins> joins = JoinsOf(*core, schema);
        for (size_t i = 0; joins && i < joins->tables.size(); ++i) {
          const std::string& name = schema.tables[static_cast<size_t>(joins->tables[i])].name;
          if (std::find(to.used.begin(), to.used.end(), name) == to.used.end())
            to.used.push_back(name);
        }
      }
      to.links = LinkMaker(graph, request.tokens).Make(from.form);
      to.explanation = ExplanationOf(from.form, schema);
      to.name = "answer";
    }
    return answer;
  }

  const LearnedModels models_;
  const std::unique_ptr<QueryWriter> rules_;
  std::unique_ptr<PreparedCatalog> prepared_;
  uint64_t fingerprint_ = 0;
};

}  // namespace

std::optional<QueryForm> RulesForm(const QueryAnswer& answer, const Schema& schema) {
  if (answer.candidates.empty() || !answer.questions.empty() || HasErrors(answer.problems))
    return std::nullopt;
  const QueryCandidate& best = answer.candidates.front();
  const std::string sql =
      best.sql.empty() ? "SELECT * FROM " + data::QuoteName(best.relation) : best.sql;
  return FormOfSql(sql, schema, sql::DialectId::kDuckdb).form;
}

std::unique_ptr<QueryWriter> MakeLearnedWriter(LearnedModels models,
                                               std::unique_ptr<QueryWriter> rules) {
  return std::make_unique<LearnedWriter>(models, std::move(rules));
}

std::unique_ptr<QueryWriter> MakeQuestionWriter() {
  return MakeLearnedWriter({BuiltinNetwork(), BuiltinRanker()}, MakeBuiltinWriter());
}

}  // namespace aietl::synthesis::learned
