// Steps to a form and back.
#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "synthesis/learned/actions.h"

namespace aietl::synthesis::learned {
namespace {

// Reads a sequence that the state machine has taken: no checks but for where nodes lead.
class FormReader {
 public:
  FormReader(const std::vector<Step>& steps, const QuestionGraph& graph)
      : steps_(steps), graph_(graph) {}

  QueryForm Read() {
    QueryForm form;
    form.left = ReadCore(true);
    if (Is(Action::kUnion) || Is(Action::kIntersect) || Is(Action::kExcept)) {
      form.op = static_cast<SetOperation>(1 + Offset(Action::kUnion));
      form.right = ReadCore(true);
    }
    return form;
  }

 private:
  bool Is(Action action) const {
    return at_ < steps_.size() && steps_[at_] == static_cast<Step>(action);
  }
  bool Take(Action action) {
    if (!Is(action)) return false;
    ++at_;
    return true;
  }
  int Offset(Action first) { return steps_[at_++] - static_cast<int>(first); }
  const Node& Pointed() { return graph_.nodes[static_cast<size_t>(steps_[at_++] - kPointer)]; }
  ColumnId Column() {
    const Node& node = Pointed();
    return node.kind == NodeKind::kStar ? kStarColumn : node.ref;
  }

  Operand ReadOperand() {
    Operand operand;
    operand.aggregate = static_cast<Aggregate>(Offset(Action::kNone));
    operand.column = Column();
    return operand;
  }
  Item ReadItem() {
    Item item;
    const Step step = steps_[at_];
    if (step >= static_cast<Step>(Action::kAdd) && step <= static_cast<Step>(Action::kDivide))
      item.op = static_cast<Arithmetic>(1 + Offset(Action::kAdd));
    item.left = ReadOperand();
    if (item.op != Arithmetic::kNone) item.right = ReadOperand();
    return item;
  }
  Value ReadValue() {
    Value value;
    if (Take(Action::kToColumn)) {
      value.column = Column();
    } else if (Take(Action::kCore)) {
      value.core = std::make_unique<Core>(ReadCore(false));
      Take(Action::kEnd);
    } else {
      const Node& node = Pointed();
      value.text = node.text;
      value.number = node.kind == NodeKind::kNumber;
    }
    return value;
  }
  std::vector<Condition> ReadConditions(bool having) {
    std::vector<Condition> out;
    do {
      Condition condition;
      condition.or_before = at_ > 0 && steps_[at_ - 1] == static_cast<Step>(Action::kOr);
      if (having)
        condition.left = ReadOperand();
      else
        condition.left.column = Column();
      condition.op = static_cast<Comparison>(Offset(Action::kEqual));
      switch (condition.op) {
        case Comparison::kIsNull:
        case Comparison::kIsNotNull: break;
        case Comparison::kIn:
        case Comparison::kNotIn:
          condition.values.emplace_back().core = std::make_unique<Core>(ReadCore(false));
          Take(Action::kEnd);
          break;
        case Comparison::kBetween: condition.values.push_back(ReadValue()); [[fallthrough]];
        default: condition.values.push_back(ReadValue());
      }
      while (Take(Action::kOrValue))
        condition.values.push_back(ReadValue());
      out.push_back(std::move(condition));
    } while (Take(Action::kAnd) || Take(Action::kOr));
    return out;
  }
  Core ReadCore(bool outer) {
    Core core;
    if (outer) core.distinct = Offset(Action::kAll) == 1;
    do
      core.items.push_back(ReadItem());
    while (Take(Action::kMore));
    if (Take(Action::kWhere)) core.where = ReadConditions(false);
    if (Take(Action::kGroup)) {
      do
        core.group.push_back(Column());
      while (Take(Action::kMore));
      if (Take(Action::kHaving)) core.having = ReadConditions(true);
    }
    if (Take(Action::kOrder)) {
      do {
        Order& order = core.order.emplace_back();
        order.item = ReadItem();
        order.descending = Offset(Action::kAscending) == 1;
      } while (Take(Action::kMore));
    }
    if (Take(Action::kLimitOne))
      core.limit = "1";
    else if (Take(Action::kLimit))
      core.limit = Pointed().text;
    while (Take(Action::kTable))
      core.tables.push_back(Pointed().ref);
    while (Take(Action::kVia))
      core.via.push_back(Column());
    return core;
  }

  const std::vector<Step>& steps_;
  const QuestionGraph& graph_;
  size_t at_ = 0;
};

class StepWriter {
 public:
  explicit StepWriter(const QuestionGraph& graph)
      : graph_(graph), used_(graph.nodes.size(), false) {}

  bool Write(const QueryForm& form) {
    WriteCore(form.left, true);
    if (form.op != SetOperation::kNone) {
      Add(Action::kUnion, static_cast<int>(form.op) - 1);
      WriteCore(form.right, true);
    }
    Add(Action::kEnd);
    return whole_;
  }
  std::vector<Step> steps;

 private:
  void Add(Action action, int offset = 0) { steps.push_back(static_cast<int>(action) + offset); }
  void Point(int32_t node) {
    whole_ = whole_ && node >= 0;
    steps.push_back(kPointer + std::max(node, 0));
  }
  void Column(ColumnId column) { Point(graph_.NodeOfColumn(column)); }

  // The value node that a literal is: spelt so, near the column it is compared with, not used yet.
  int32_t NodeOfLiteral(const std::string& text, ColumnId column) {
    int32_t best = -1;
    int best_score = -1;
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    const bool is_number = !text.empty() && *end == '\0';
    const std::string lower = LowerUtf8(text);
    const int32_t column_node = column >= 0 ? graph_.NodeOfColumn(column) : -1;
    const size_t n = graph_.nodes.size();
    for (size_t i = 0; i < n; ++i) {
      const Node& node = graph_.nodes[i];
      if (node.kind != NodeKind::kNumber && node.kind != NodeKind::kText) continue;
      int score = 0;
      if (node.text == text)
        score = 4;
      else if (node.kind == NodeKind::kNumber && is_number &&
               std::strtod(node.text.c_str(), nullptr) == number)
        score = 4;
      else if (LowerUtf8(node.text) == lower)
        score = 2;
      if (score == 0) continue;
      score *= 4;
      if (column_node >= 0) {
        const auto relation =
            static_cast<NodeRelation>(graph_.relations[i * n + static_cast<size_t>(column_node)]);
        score += relation == NodeRelation::kValueColumnExact ? 3
                 : relation != NodeRelation::kValueColumn    ? 1
                                                             : 0;
      }
      score = score * 2 + (used_[i] ? 0 : 1);
      if (score > best_score) {
        best_score = score;
        best = static_cast<int32_t>(i);
      }
    }
    if (best >= 0) used_[static_cast<size_t>(best)] = true;
    return best;
  }

  void WriteOperand(const Operand& operand) {
    Add(Action::kNone, static_cast<int>(operand.aggregate));
    Column(operand.column);
  }
  void WriteItem(const Item& item) {
    if (item.op != Arithmetic::kNone) Add(Action::kAdd, static_cast<int>(item.op) - 1);
    WriteOperand(item.left);
    if (item.op != Arithmetic::kNone) WriteOperand(item.right);
  }
  void WriteConditions(const std::vector<Condition>& conditions, bool having) {
    for (size_t c = 0; c < conditions.size(); ++c) {
      const Condition& condition = conditions[c];
      if (c > 0) Add(condition.or_before ? Action::kOr : Action::kAnd);
      if (having)
        WriteOperand(condition.left);
      else
        Column(condition.left.column);
      Add(Action::kEqual, static_cast<int>(condition.op));
      for (size_t v = 0; v < condition.values.size(); ++v) {
        const Value& value = condition.values[v];
        if (v > 0 && condition.op != Comparison::kBetween) Add(Action::kOrValue);
        if (value.core) {
          if (condition.op != Comparison::kIn && condition.op != Comparison::kNotIn)
            Add(Action::kCore);
          WriteCore(*value.core, false);
          Add(Action::kEnd);
        } else if (value.column >= 0) {
          Add(Action::kToColumn);
          Column(value.column);
        } else {
          Point(NodeOfLiteral(value.text, condition.left.aggregate == Aggregate::kCount
                                              ? kNoColumn
                                              : condition.left.column));
        }
      }
    }
  }
  void WriteCore(const Core& core, bool outer) {
    if (outer) Add(core.distinct ? Action::kDistinct : Action::kAll);
    for (size_t i = 0; i < core.items.size(); ++i) {
      if (i > 0) Add(Action::kMore);
      WriteItem(core.items[i]);
    }
    if (!core.where.empty()) {
      Add(Action::kWhere);
      WriteConditions(core.where, false);
    }
    for (size_t i = 0; i < core.group.size(); ++i) {
      Add(i == 0 ? Action::kGroup : Action::kMore);
      Column(core.group[i]);
    }
    if (!core.having.empty()) {
      Add(Action::kHaving);
      WriteConditions(core.having, true);
    }
    for (size_t i = 0; i < core.order.size(); ++i) {
      Add(i == 0 ? Action::kOrder : Action::kMore);
      WriteItem(core.order[i].item);
      Add(core.order[i].descending ? Action::kDescending : Action::kAscending);
    }
    if (core.limit == "1") {
      Add(Action::kLimitOne);
    } else if (!core.limit.empty()) {
      Add(Action::kLimit);
      Point(NodeOfLiteral(core.limit, kNoColumn));
    }
    for (const int32_t table : core.tables) {
      Add(Action::kTable);
      Point(graph_.NodeOfTable(table));
    }
    for (const ColumnId column : core.via) {
      Add(Action::kVia);
      Column(column);
    }
  }

  const QuestionGraph& graph_;
  std::vector<bool> used_;
  bool whole_ = true;
};

bool Runs(const std::vector<Step>& steps, const QuestionGraph& graph) {
  Decoder decoder;
  for (const Step step : steps) {
    if (decoder.finished()) return false;
    NodeKind kind = NodeKind::kWord;
    if (step >= kPointer) {
      const auto node = static_cast<size_t>(step - kPointer);
      if (node >= graph.nodes.size()) return false;
      kind = graph.nodes[node].kind;
    }
    if (!decoder.Apply(step, kind)) return false;
  }
  return decoder.finished();
}

}  // namespace

std::optional<QueryForm> FormOf(const std::vector<Step>& steps, const QuestionGraph& graph) {
  if (!Runs(steps, graph)) return std::nullopt;
  return FormReader(steps, graph).Read();
}

std::optional<std::vector<Step>> StepsOf(const QueryForm& form, const QuestionGraph& graph) {
  StepWriter writer(graph);
  if (!writer.Write(form) || !Runs(writer.steps, graph)) return std::nullopt;
  return std::move(writer.steps);
}

}  // namespace aietl::synthesis::learned
