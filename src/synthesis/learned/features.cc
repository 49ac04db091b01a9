#include "synthesis/learned/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "synthesis/learned/actions.h"
#include "synthesis/learned/form_sql.h"

namespace aietl::synthesis::learned {
namespace {

// Cues whose presence is told; crossed with the candidate's clauses by the trees.
constexpr std::array<std::string_view, 54> kCues = {
    "sum",       "avg",       "count",     "min",         "max",       "distinct", "share",
    "group_by",  "by",        "more_than", "less_than",   "at_least",  "at_most",  "equal",
    "not_equal", "between",   "contains",  "starts_with", "ends_with", "and",      "or",
    "not",       "except",    "without",   "lacking",     "order_by",  "desc",     "asc",
    "top",       "bottom",    "first",     "latest",      "earliest",  "most",     "fewest",
    "all",       "any",       "each_of",   "cheaper",     "older",     "heavier",  "lighter",
    "longer",    "shorter",   "younger",   "is_null",     "never",     "neither",  "either",
    "sup_old",   "sup_young", "sup_long",  "sup_best",    "with"};

// How well a word names a column or table, best first: as NodeRelation has it.
enum class Evidence : uint8_t {
  kExact,
  kWithoutTable,
  kMeaning,
  kPartial,
  kNear,
  kGeneric,
  kCell,
  kNone
};

Evidence ColumnEvidence(NodeRelation relation) {
  switch (relation) {
    case NodeRelation::kWordColumnExact: return Evidence::kExact;
    case NodeRelation::kWordColumnWithoutTable: return Evidence::kWithoutTable;
    case NodeRelation::kWordColumnMeaning: return Evidence::kMeaning;
    case NodeRelation::kWordColumnPartial: return Evidence::kPartial;
    case NodeRelation::kWordColumnNear: return Evidence::kNear;
    case NodeRelation::kWordColumnGeneric: return Evidence::kGeneric;
    case NodeRelation::kWordColumnCell: return Evidence::kCell;
    default: return Evidence::kNone;
  }
}

Evidence TableEvidence(NodeRelation relation) {
  switch (relation) {
    case NodeRelation::kWordTableExact: return Evidence::kExact;
    case NodeRelation::kWordTableMeaning: return Evidence::kMeaning;
    case NodeRelation::kWordTablePartial: return Evidence::kPartial;
    case NodeRelation::kWordTableNear: return Evidence::kNear;
    default: return Evidence::kNone;
  }
}

constexpr std::string_view kEvidenceNames[] = {"exact", "without_table", "meaning", "partial",
                                               "near",  "generic",       "cell",    "none"};

// Collects named numbers; the names are the same for every candidate, in the same order.
class FeatureList {
 public:
  void Add(std::string name, double value) {
    names.push_back(std::move(name));
    values.push_back(static_cast<float>(value));
  }
  std::vector<std::string> names;
  std::vector<float> values;
};

class FeatureMaker {
 public:
  FeatureMaker(const QuestionGraph& graph, const QueryForm& form, const CandidatePlace& place)
      : graph_(graph), form_(form), place_(place), cores_(CoresOf(form)) {
    for (size_t i = 0; i < graph.nodes.size(); ++i) {
      if (graph.nodes[i].kind == NodeKind::kWord) words_ = i + 1;
    }
    for (const Core* core : cores_) {
      for (const ColumnId column : ColumnsOf(*core))
        Use(columns_, graph.NodeOfColumn(column));
      if (const std::optional<CoreJoins> joins = JoinsOf(*core, *graph.schema)) {
        joins_ += static_cast<int>(joins->keys.size());
        for (const SchemaKey& key : joins->keys)
          inferred_ += key.inferred;
        for (const int32_t table : joins->tables)
          Use(tables_, graph.NodeOfTable(table));
      }
      CountCore(*core);
    }
  }

  FeatureList Make() {
    AddPlace();
    AddColumns();
    AddTables();
    AddCoverage();
    AddValues();
    AddClauses();
    AddQuestion();
    return std::move(out_);
  }

 private:
  static void Use(std::vector<size_t>& list, int32_t node) {
    if (node < 0) return;
    const auto i = static_cast<size_t>(node);
    if (std::find(list.begin(), list.end(), i) == list.end()) list.push_back(i);
  }

  NodeRelation Of(size_t word, size_t node) const {
    return static_cast<NodeRelation>(graph_.relations[word * graph_.nodes.size() + node]);
  }
  Evidence EvidenceOf(size_t word, size_t node) const {
    return graph_.nodes[node].kind == NodeKind::kTable ? TableEvidence(Of(word, node))
                                                       : ColumnEvidence(Of(word, node));
  }
  Evidence BestEvidence(size_t node) const {
    Evidence best = Evidence::kNone;
    for (size_t w = 0; w < words_; ++w)
      best = std::min(best, EvidenceOf(w, node));
    return best;
  }

  void AddPlace() {
    out_.Add("log_probability", place_.log_probability);
    out_.Add("behind_best", place_.best - place_.log_probability);
    out_.Add("rank", place_.rank);
    out_.Add("steps", place_.steps);
    out_.Add("per_step", place_.log_probability / std::max(place_.steps, 1));
    out_.Add("candidates", place_.candidates);
    out_.Add("by_rules", place_.by_rules);
    out_.Add("rules_speak", place_.rules_speak);
  }

  // Columns of the outer select list and of conditions by evidence, and better ones passed over.
  void AddColumns() {
    const auto by_evidence = [&](const std::string& what, const std::vector<size_t>& nodes) {
      std::array<int, 8> counts{};
      for (const size_t node : nodes)
        ++counts[static_cast<size_t>(BestEvidence(node))];
      for (size_t e = 0; e < counts.size(); ++e)
        out_.Add(what + "_" + std::string(kEvidenceNames[e]), counts[e]);
    };
    by_evidence("column", columns_);
    by_evidence("selected", Nodes(selected_));
    by_evidence("tested", Nodes(tested_));
    out_.Add("columns", static_cast<double>(columns_.size()));
    int passed = 0, best_unused = 0;
    for (size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Node& node = graph_.nodes[i];
      if (node.kind != NodeKind::kColumn || IsUsed(columns_, i)) continue;
      if ((node.flags & kFlagBest) == 0) continue;
      ++best_unused;
      passed += (node.flags & (kFlagExact | kFlagWithoutTable)) != 0;
    }
    out_.Add("better_unused", best_unused);
    out_.Add("exact_unused", passed);
    int not_best = 0, keys = 0;
    for (const size_t node : columns_) {
      not_best += (graph_.nodes[node].flags & kFlagBest) == 0;
      keys += (graph_.nodes[node].flags & (kFlagPrimary | kFlagForeign)) != 0;
    }
    out_.Add("used_not_best", not_best);
    out_.Add("used_keys", keys);
    out_.Add("order_broken", Inversions());
  }

  std::vector<size_t> Nodes(const std::vector<ColumnId>& columns) const {
    std::vector<size_t> out;
    for (const ColumnId column : columns)
      Use(out, graph_.NodeOfColumn(column));
    return out;
  }
  static bool IsUsed(const std::vector<size_t>& list, size_t node) {
    return std::find(list.begin(), list.end(), node) != list.end();
  }

  // Selected columns that the question names in another order.
  int Inversions() const {
    std::vector<size_t> places;
    for (const size_t node : Nodes(selected_)) {
      const Evidence best = BestEvidence(node);
      if (best > Evidence::kPartial) continue;
      for (size_t w = 0; w < words_; ++w) {
        if (EvidenceOf(w, node) != best) continue;
        places.push_back(w);
        break;
      }
    }
    int inversions = 0;
    for (size_t i = 0; i < places.size(); ++i) {
      for (size_t j = i + 1; j < places.size(); ++j)
        inversions += places[j] < places[i];
    }
    return inversions;
  }

  void AddTables() {
    std::array<int, 8> counts{};
    for (const size_t node : tables_)
      ++counts[static_cast<size_t>(BestEvidence(node))];
    for (const Evidence e : {Evidence::kExact, Evidence::kMeaning, Evidence::kPartial,
                             Evidence::kNear, Evidence::kNone})
      out_.Add("table_" + std::string(kEvidenceNames[static_cast<size_t>(e)]),
               counts[static_cast<size_t>(e)]);
    int unused = 0, idle = 0;
    for (size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Node& node = graph_.nodes[i];
      if (node.kind == NodeKind::kTable && (node.flags & kFlagExact) != 0 && !IsUsed(tables_, i))
        ++unused;
    }
    for (const size_t table : tables_) {
      const bool has_column = std::any_of(columns_.begin(), columns_.end(), [&](size_t column) {
        return graph_.schema->columns[static_cast<size_t>(graph_.nodes[column].ref)].table ==
               graph_.nodes[table].ref;
      });
      idle += !has_column;
    }
    out_.Add("tables", static_cast<double>(tables_.size()));
    out_.Add("exact_tables_unused", unused);
    out_.Add("tables_without_column", idle);
    out_.Add("joins", joins_);
    out_.Add("joins_inferred", inferred_);
    out_.Add("extra_tables", extra_);
  }

  // Words that something is linked to, and nothing of the candidate is.
  void AddCoverage() {
    int exact = 0, exact_open = 0, part = 0, part_open = 0, cell = 0, cell_open = 0, plain = 0;
    for (size_t w = 0; w < words_; ++w) {
      Evidence best = Evidence::kNone, used = Evidence::kNone;
      for (size_t i = words_; i < graph_.nodes.size(); ++i) {
        const NodeKind kind = graph_.nodes[i].kind;
        if (kind != NodeKind::kColumn && kind != NodeKind::kTable) continue;
        const Evidence evidence = EvidenceOf(w, i);
        best = std::min(best, evidence);
        if (IsUsed(kind == NodeKind::kColumn ? columns_ : tables_, i))
          used = std::min(used, evidence);
      }
      const bool in_value = std::any_of(values_.begin(), values_.end(), [&](size_t value) {
        return Of(w, value) == NodeRelation::kWordValueInside;
      });
      if (best <= Evidence::kWithoutTable) {
        ++exact;
        exact_open += used > Evidence::kWithoutTable && !in_value;
      } else if (best <= Evidence::kGeneric) {
        ++part;
        part_open += used > Evidence::kGeneric && !in_value;
      }
      if ((graph_.nodes[w].flags & kFlagInValue) != 0) {
        ++cell;
        cell_open += !in_value && used == Evidence::kNone;
      }
      plain += best == Evidence::kNone && graph_.nodes[w].cues.empty();
    }
    out_.Add("words_exact", exact);
    out_.Add("words_exact_open", exact_open);
    out_.Add("words_part", part);
    out_.Add("words_part_open", part_open);
    out_.Add("words_cell", cell);
    out_.Add("words_cell_open", cell_open);
    out_.Add("words_plain", plain);
    out_.Add("words", static_cast<double>(words_));
  }

  void AddValues() {
    int numbers_open = 0, texts_open = 0, quoted_open = 0, twice = 0;
    for (size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Node& node = graph_.nodes[i];
      if (node.kind != NodeKind::kNumber && node.kind != NodeKind::kText) continue;
      const auto count = std::count(values_.begin(), values_.end(), i);
      twice += count > 1;
      if (count > 0 || (node.flags & kFlagBest) == 0 || SpanUsed(node)) continue;
      numbers_open += node.kind == NodeKind::kNumber;
      texts_open += node.kind == NodeKind::kText && (node.flags & kFlagFree) == 0;
      quoted_open += (node.flags & kFlagQuoted) != 0;
    }
    out_.Add("numbers_open", numbers_open);
    out_.Add("texts_open", texts_open);
    out_.Add("quoted_open", quoted_open);
    out_.Add("values_twice", twice);
    out_.Add("values", static_cast<double>(values_.size()));
    out_.Add("values_exact", value_exact_);
    out_.Add("values_near", value_near_);
    out_.Add("values_elsewhere", value_elsewhere_);
    out_.Add("values_free", value_free_);
    out_.Add("type_misfit", misfit_);
  }
  bool SpanUsed(const Node& node) const {
    return std::any_of(values_.begin(), values_.end(), [&](size_t value) {
      const Node& used = graph_.nodes[value];
      return used.begin < node.end && node.begin < used.end;
    });
  }

  void CountItem(const Item& item) {
    ++aggregates_[static_cast<size_t>(item.left.aggregate)];
    if (item.op == Arithmetic::kNone) return;
    ++arithmetic_;
    ++aggregates_[static_cast<size_t>(item.right.aggregate)];
  }

  void CountCore(const Core& core) {
    const bool outer = &core == &form_.left;
    for (const Item& item : core.items) {
      CountItem(item);
      stars_ += item.left.column == kStarColumn && item.left.aggregate == Aggregate::kNone;
      if (outer && item.left.column >= 0) selected_.push_back(item.left.column);
      if (outer && item.left.column >= 0 && item.left.aggregate >= Aggregate::kSum &&
          item.left.aggregate <= Aggregate::kAvg) {
        const SchemaColumn& column = graph_.schema->columns[static_cast<size_t>(item.left.column)];
        misfit_ += column.type == ColumnType::kText || column.primary || column.foreign;
      }
    }
    items_ += static_cast<int>(core.items.size());
    distinct_ += core.distinct;
    groups_ += static_cast<int>(core.group.size());
    having_ += static_cast<int>(core.having.size());
    extra_ += static_cast<int>(core.tables.size());
    via_ += static_cast<int>(core.via.size());
    for (const Order& order : core.order) {
      ++(order.descending ? descending_ : ascending_);
      order_counts_ += order.item.left.aggregate == Aggregate::kCount;
    }
    limit_one_ += core.limit == "1";
    limits_ += !core.limit.empty() && core.limit != "1";
    if (!core.limit.empty() && core.limit != "1") UseValue(core.limit, kNoColumn);
    group_idle_ += !core.group.empty() &&
                   aggregates_[1] + aggregates_[2] + aggregates_[3] + aggregates_[4] +
                           aggregates_[5] + aggregates_[6] ==
                       0 &&
                   core.having.empty() && core.order.empty();
    CountConditions(core.where);
    CountConditions(core.having);
  }

  void CountConditions(const std::vector<Condition>& conditions) {
    std::set<std::pair<ColumnId, int>> seen;
    for (const Condition& condition : conditions) {
      ++comparisons_[static_cast<size_t>(condition.op)];
      ors_ += condition.or_before;
      if (condition.left.column >= 0) tested_.push_back(condition.left.column);
      if (condition.op == Comparison::kEqual &&
          !seen.emplace(condition.left.column, static_cast<int>(condition.op)).second &&
          !condition.or_before)
        ++contradictions_;
      for (const Value& value : condition.values) {
        if (value.core)
          ++nested_;
        else if (value.column >= 0)
          ++to_column_;
        else
          UseValue(value.text, condition.left.aggregate == Aggregate::kNone ? condition.left.column
                                                                            : kNoColumn);
      }
    }
    where_ += static_cast<int>(conditions.size());
  }

  void UseValue(const std::string& text, ColumnId column) {
    const int32_t node = column >= 0 ? graph_.NodeOfColumn(column) : -1;
    int32_t found = -1;
    for (size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Node& value = graph_.nodes[i];
      if ((value.kind != NodeKind::kNumber && value.kind != NodeKind::kText) || value.text != text)
        continue;
      const bool taken = std::find(values_.begin(), values_.end(), i) != values_.end();
      if (found < 0 || !taken) found = static_cast<int32_t>(i);
      if (!taken) break;
    }
    if (found < 0) return;
    values_.push_back(static_cast<size_t>(found));
    const Node& value = graph_.nodes[static_cast<size_t>(found)];
    value_free_ += (value.flags & kFlagFree) != 0;
    if (node < 0) return;
    const auto relation = static_cast<NodeRelation>(
        graph_.relations[static_cast<size_t>(found) * graph_.nodes.size() +
                         static_cast<size_t>(node)]);
    const auto type = graph_.schema->columns[static_cast<size_t>(column)].type;
    value_exact_ += relation == NodeRelation::kValueColumnExact;
    value_near_ += relation == NodeRelation::kValueColumnNear;
    value_elsewhere_ += relation != NodeRelation::kValueColumnExact &&
                        relation != NodeRelation::kValueColumnNear &&
                        value.kind == NodeKind::kText && (value.flags & kFlagFree) == 0;
    misfit_ += (value.kind == NodeKind::kText && type == ColumnType::kNumber) ||
               (value.kind == NodeKind::kNumber && type == ColumnType::kText &&
                relation != NodeRelation::kValueColumnExact);
  }

  void AddClauses() {
    constexpr std::string_view kAggregates[] = {"plain", "count", "count_distinct", "sum", "avg",
                                                "min",   "max"};
    for (size_t a = 0; a < aggregates_.size(); ++a)
      out_.Add("aggregate_" + std::string(kAggregates[a]), aggregates_[a]);
    for (size_t c = 0; c < comparisons_.size(); ++c)
      out_.Add("comparison_" + std::string(ActionName(static_cast<Action>(
                                   static_cast<int>(Action::kEqual) + static_cast<int>(c)))),
               comparisons_[c]);
    out_.Add("items", items_);
    out_.Add("stars", stars_);
    out_.Add("arithmetic", arithmetic_);
    out_.Add("distinct", distinct_);
    out_.Add("where", where_);
    out_.Add("ors", ors_);
    out_.Add("contradictions", contradictions_);
    out_.Add("groups", groups_);
    out_.Add("group_idle", group_idle_);
    out_.Add("having", having_);
    out_.Add("ascending", ascending_);
    out_.Add("descending", descending_);
    out_.Add("order_counts", order_counts_);
    out_.Add("limit_one", limit_one_);
    out_.Add("limits", limits_);
    out_.Add("via", via_);
    out_.Add("nested", nested_);
    out_.Add("to_column", to_column_);
    out_.Add("union", form_.op == SetOperation::kUnion);
    out_.Add("intersect", form_.op == SetOperation::kIntersect);
    out_.Add("except", form_.op == SetOperation::kExcept);
  }

  void AddQuestion() {
    for (const std::string_view cue : kCues) {
      int count = 0;
      for (size_t w = 0; w < words_; ++w) {
        const std::vector<std::string>& cues = graph_.nodes[w].cues;
        count += std::find(cues.begin(), cues.end(), cue) != cues.end();
      }
      out_.Add("cue_" + std::string(cue), count);
    }
    out_.Add("schema_columns", static_cast<double>(graph_.schema->columns.size()));
    out_.Add("schema_tables", static_cast<double>(graph_.schema->tables.size()));
    int cyrillic = 0;
    for (size_t w = 0; w < words_; ++w)
      cyrillic += (graph_.nodes[w].flags & kFlagCyrillic) != 0;
    out_.Add("cyrillic", cyrillic > 0);
  }

  const QuestionGraph& graph_;
  const QueryForm& form_;
  const CandidatePlace& place_;
  const std::vector<const Core*> cores_;
  FeatureList out_;
  size_t words_ = 0;
  std::vector<size_t> columns_, tables_;  // nodes used
  std::vector<size_t> values_;            // nodes used, with repetitions
  std::vector<ColumnId> selected_, tested_;
  std::array<int, 7> aggregates_{};
  std::array<int, 16> comparisons_{};
  int joins_ = 0, inferred_ = 0, extra_ = 0, via_ = 0, items_ = 0, stars_ = 0, arithmetic_ = 0;
  int distinct_ = 0, where_ = 0, ors_ = 0, contradictions_ = 0, groups_ = 0, group_idle_ = 0;
  int having_ = 0, ascending_ = 0, descending_ = 0, order_counts_ = 0, limit_one_ = 0;
  int limits_ = 0, nested_ = 0, to_column_ = 0, misfit_ = 0;
  int value_exact_ = 0, value_near_ = 0, value_elsewhere_ = 0, value_free_ = 0;
};

}  // namespace

std::vector<float> CandidateFeatures(const QuestionGraph& graph, const QueryForm& form,
                                     const CandidatePlace& place) {
  return FeatureMaker(graph, form, place).Make().values;
}

const std::vector<std::string>& FeatureNames() {
  static const std::vector<std::string> names = [] {
    const Schema schema;
    QuestionGraph graph;
    graph.schema = &schema;
    const QueryForm form;
    const CandidatePlace place;
    return FeatureMaker(graph, form, place).Make().names;
  }();
  return names;
}

}  // namespace aietl::synthesis::learned
