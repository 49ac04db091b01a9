// A query form as a sequence of steps that a network can choose one after the other. Every step is
// a grammar action or points to a node of the graph; a state machine says which may come next, so
// that every finished sequence is a form, and every form within its bounds has a sequence.
//
//   query := core [Union|Intersect|Except core] End
//   core  := (All|Distinct) item (More item)* rest
//   rest  := [Where condition ((And|Or) condition)*]
//            [Group column (More column)* [Having test ((And|Or) test)*]]
//            [Order item direction (More item direction)*] [LimitOne | Limit number]
//            (Table table)* (Via column)*
//   inner := item rest End
//   item  := operand | (Add|Subtract|Multiply|Divide) operand operand
//   operand := (None|Count|CountDistinct|Sum|Avg|Min|Max) column
// The star is a column to Count, and to None of an outer core's item.
//   condition := column compare;  test := operand compare
//   compare := IsNull | IsNotNull | Between literal literal | (In|NotIn) inner
//            | (Equal|NotEqual) literal (OrValue literal)* | Equal … value
//   value := literal | ToColumn column | Core inner
//   literal := number or text node
// The left core of a set operation has no Order and no Limit: those of the right are the query's.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "synthesis/learned/query_form.h"
#include "synthesis/learned/question_graph.h"

namespace aietl::synthesis::learned {

enum class Action : uint8_t {
  kAll,
  kDistinct,
  kNone,
  kCount,
  kCountDistinct,
  kSum,
  kAvg,
  kMin,
  kMax,  // in Aggregate's order
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,  // in Arithmetic's order
  kMore,
  kWhere,
  kGroup,
  kHaving,
  kOrder,
  kLimitOne,
  kLimit,
  kTable,
  kVia,
  kUnion,
  kIntersect,
  kExcept,  // in SetOperation's order
  kEnd,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kContains,
  kStartsWith,
  kEndsWith,
  kLike,
  kNotContains,
  kIn,
  kNotIn,
  kBetween,
  kIsNull,
  kIsNotNull,  // in Comparison's order
  kAnd,
  kOr,
  kOrValue,
  kToColumn,
  kCore,
  kAscending,
  kDescending,
  kActions,
};
constexpr int kGrammarActions = static_cast<int>(Action::kActions);  // below 64

// A step: a grammar action's number, or kPointer + a node's number.
using Step = int32_t;
constexpr Step kPointer = 64;
constexpr int kMostSteps = 90;

std::string_view ActionName(Action action);

// What may come next. Nodes: by kind; every node of an allowed kind is allowed.
struct Allowed {
  uint64_t actions = 0;  // bit a: Action a
  uint8_t kinds = 0;     // bit k: NodeKind k
};

// Where a sequence stands: the form so far and a stack of what is being built. Copied by a beam
// search, so it keeps steps and a small stack only; the form is made when it is finished.
class Decoder {
 public:
  Decoder();
  Allowed Next() const;
  bool finished() const { return stack_.empty(); }
  // False, and nothing changes, where the step is not allowed. `kind` is the node's for a pointer.
  bool Apply(Step step, NodeKind kind = NodeKind::kWord);
  const std::vector<Step>& steps() const { return steps_; }

 private:
  enum class At : uint8_t {
    kSelect,
    kItem,
    kOperand,
    kColumn,
    kAfterItem,
    kConditionColumn,
    kCompare,
    kValue,
    kLiteral,
    kToColumn,
    kAfterCondition,
    kGroupColumn,
    kAfterGroup,
    kDirection,
    kAfterOrder,
    kLimitNumber,
    kTableName,
    kViaColumn,
    kRest,
  };
  // What has been begun last, in the order in which they may follow.
  enum class Part : uint8_t { kItems, kWhere, kGroup, kHaving, kOrder, kLimit, kTables, kVia };
  struct Frame {
    At at = At::kSelect;
    Part part = Part::kItems;
    Aggregate aggregate = Aggregate::kNone;
    Comparison compare = Comparison::kEqual;
    uint8_t operands = 0;     // of the item, still to come
    uint8_t literals = 0;     // of the comparison, still to come
    uint8_t count = 0;        // of what stands in this part
    bool arithmetic = false;  // the item is
    bool several = false;     // another literal may follow
    bool ordered = false;     // has Order or Limit
    bool nested = false;
    bool second = false;  // right of a set operation
  };

  static bool TakesStar(const Frame& frame);
  uint64_t Rest(const Frame& frame) const;
  uint64_t Comparisons(const Frame& frame) const;
  void Act(Action action);
  void Point();
  void Begin(Part part, At at);
  void AfterOperand();
  void AfterComparison();

  std::vector<Frame> stack_;
  std::vector<Step> steps_;
};

// The form that a finished sequence builds; nullopt where it is not one of this graph.
std::optional<QueryForm> FormOf(const std::vector<Step>& steps, const QuestionGraph& graph);

// The sequence that builds a form; nullopt where a column, table or value has no node.
std::optional<std::vector<Step>> StepsOf(const QueryForm& form, const QuestionGraph& graph);

}  // namespace aietl::synthesis::learned
