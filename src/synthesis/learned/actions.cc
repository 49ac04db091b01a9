#include "synthesis/learned/actions.h"

#include <array>

namespace aietl::synthesis::learned {
namespace {

constexpr size_t kDeepest = 3;  // cores within each other
constexpr uint8_t kMostInPart = 8;

constexpr uint64_t Bit(Action action) {
  return uint64_t{1} << static_cast<int>(action);
}
constexpr uint64_t Between(Action first, Action last) {
  uint64_t bits = 0;
  for (int a = static_cast<int>(first); a <= static_cast<int>(last); ++a)
    bits |= uint64_t{1} << a;
  return bits;
}
constexpr uint8_t Bit(NodeKind kind) {
  return static_cast<uint8_t>(1 << static_cast<int>(kind));
}

constexpr uint64_t kAggregates = Between(Action::kNone, Action::kMax);
constexpr uint64_t kArithmetics = Between(Action::kAdd, Action::kDivide);
constexpr uint64_t kSetOperations = Between(Action::kUnion, Action::kExcept);
constexpr uint64_t kOrderings = Between(Action::kEqual, Action::kGreaterEqual);
constexpr uint64_t kTextTests = Between(Action::kContains, Action::kNotContains);
constexpr uint8_t kLiterals = Bit(NodeKind::kNumber) | Bit(NodeKind::kText);

constexpr std::array<std::string_view, kGrammarActions> kNames = {
    "all",       "distinct",      "none",      "count",       "count_distinct",
    "sum",       "avg",           "min",       "max",         "add",
    "subtract",  "multiply",      "divide",    "more",        "where",
    "group",     "having",        "order",     "limit_one",   "limit",
    "table",     "via",           "union",     "intersect",   "except",
    "end",       "equal",         "not_equal", "less",        "less_equal",
    "greater",   "greater_equal", "contains",  "starts_with", "ends_with",
    "like",      "not_contains",  "in",        "not_in",      "between",
    "is_null",   "is_not_null",   "and",       "or",          "or_value",
    "to_column", "core",          "ascending", "descending"};

bool Among(Action action, uint64_t bits) {
  return (Bit(action) & bits) != 0;
}

}  // namespace

std::string_view ActionName(Action action) {
  return kNames[static_cast<size_t>(action)];
}

Decoder::Decoder() : stack_(1) {}

// Clauses that may begin now, and the core's end.
uint64_t Decoder::Rest(const Frame& frame) const {
  uint64_t bits = Bit(Action::kEnd) | Bit(Action::kVia);
  const Part part = frame.part;
  if (part <= Part::kTables) bits |= Bit(Action::kTable);
  if (part < Part::kLimit) bits |= Bit(Action::kLimitOne) | Bit(Action::kLimit);
  if (part < Part::kOrder) bits |= Bit(Action::kOrder);
  if (part == Part::kGroup) bits |= Bit(Action::kHaving);
  if (part < Part::kGroup) bits |= Bit(Action::kGroup);
  if (part < Part::kWhere) bits |= Bit(Action::kWhere);
  if (!frame.nested && !frame.second && !frame.ordered) bits |= kSetOperations;
  return bits;
}

bool Decoder::TakesStar(const Frame& frame) {
  if (frame.aggregate == Aggregate::kCount) return true;
  return frame.aggregate == Aggregate::kNone && frame.part == Part::kItems && !frame.nested &&
         !frame.arithmetic;
}

uint64_t Decoder::Comparisons(const Frame& frame) const {
  if (frame.part == Part::kHaving) return kOrderings | Bit(Action::kBetween);
  uint64_t bits = kOrderings | kTextTests | Between(Action::kBetween, Action::kIsNotNull);
  if (stack_.size() < kDeepest) bits |= Bit(Action::kIn) | Bit(Action::kNotIn);
  return bits;
}

Allowed Decoder::Next() const {
  if (stack_.empty()) return {};
  const Frame& frame = stack_.back();
  const uint64_t more = frame.count < kMostInPart ? Bit(Action::kMore) : 0;
  switch (frame.at) {
    case At::kSelect: return {Bit(Action::kAll) | Bit(Action::kDistinct), 0};
    case At::kItem: return {kAggregates | kArithmetics, 0};
    case At::kOperand: return {kAggregates, 0};
    case At::kColumn:
      return {0, static_cast<uint8_t>(Bit(NodeKind::kColumn) |
                                      (TakesStar(frame) ? Bit(NodeKind::kStar) : 0))};
    case At::kAfterItem: return {(frame.nested ? 0 : more) | Rest(frame), 0};
    case At::kConditionColumn:
    case At::kGroupColumn:
    case At::kToColumn:
    case At::kViaColumn: return {0, Bit(NodeKind::kColumn)};
    case At::kCompare: return {Comparisons(frame), 0};
    case At::kValue: {
      uint64_t bits = stack_.size() < kDeepest ? Bit(Action::kCore) : 0;
      if (frame.part == Part::kWhere) bits |= Bit(Action::kToColumn);
      return {bits, kLiterals};
    }
    case At::kLiteral: return {0, kLiterals};
    case At::kAfterCondition: {
      uint64_t bits = Rest(frame);
      if (more != 0) bits |= Bit(Action::kAnd) | Bit(Action::kOr);
      if (frame.several) bits |= Bit(Action::kOrValue);
      return {bits, 0};
    }
    case At::kAfterGroup: return {more | Rest(frame), 0};
    case At::kDirection: return {Bit(Action::kAscending) | Bit(Action::kDescending), 0};
    case At::kAfterOrder: return {more | Rest(frame), 0};
    case At::kLimitNumber: return {0, Bit(NodeKind::kNumber)};
    case At::kTableName: return {0, Bit(NodeKind::kTable)};
    case At::kRest: return {Rest(frame), 0};
  }
  return {};
}

bool Decoder::Apply(Step step, NodeKind kind) {
  if (step < 0) return false;
  const Allowed allowed = Next();
  if (step >= kPointer) {
    if ((allowed.kinds & Bit(kind)) == 0) return false;
    Point();
  } else {
    if (step >= kGrammarActions || !Among(static_cast<Action>(step), allowed.actions)) return false;
    Act(static_cast<Action>(step));
  }
  steps_.push_back(step);
  return true;
}

void Decoder::Begin(Part part, At at) {
  Frame& frame = stack_.back();
  frame.part = part;
  frame.at = at;
  frame.count = 0;
  if (part == Part::kOrder || part == Part::kLimit) frame.ordered = true;
}

void Decoder::AfterOperand() {
  Frame& frame = stack_.back();
  if (frame.operands > 0) {
    --frame.operands;
    frame.at = At::kOperand;
    return;
  }
  frame.arithmetic = false;
  switch (frame.part) {
    case Part::kHaving: frame.at = At::kCompare; return;
    case Part::kOrder: frame.at = At::kDirection; return;
    default: ++frame.count; frame.at = At::kAfterItem;
  }
}

void Decoder::AfterComparison() {
  Frame& frame = stack_.back();
  ++frame.count;
  frame.at = At::kAfterCondition;
}

void Decoder::Point() {
  Frame& frame = stack_.back();
  switch (frame.at) {
    case At::kColumn: AfterOperand(); return;
    case At::kConditionColumn: frame.at = At::kCompare; return;
    case At::kToColumn: AfterComparison(); return;
    case At::kValue:
    case At::kLiteral:
      if (frame.literals > 1) {
        --frame.literals;
        return;
      }
      frame.several =
          frame.part == Part::kWhere && frame.literals == 1 &&
          (frame.compare == Comparison::kEqual || frame.compare == Comparison::kNotEqual);
      AfterComparison();
      return;
    case At::kGroupColumn:
      ++frame.count;
      frame.at = At::kAfterGroup;
      return;
    case At::kLimitNumber:
    case At::kTableName:
    case At::kViaColumn: frame.at = At::kRest; return;
    default: return;
  }
}

void Decoder::Act(Action action) {
  Frame& frame = stack_.back();
  if (Among(action, kAggregates)) {
    frame.aggregate =
        static_cast<Aggregate>(static_cast<int>(action) - static_cast<int>(Action::kNone));
    frame.at = At::kColumn;
    return;
  }
  if (Among(action, kArithmetics)) {
    frame.operands = 1;
    frame.arithmetic = true;
    frame.at = At::kOperand;
    return;
  }
  if (Among(action, kSetOperations)) {
    frame = {};
    frame.second = true;
    return;
  }
  if (Among(action, Between(Action::kEqual, Action::kIsNotNull))) {
    frame.compare =
        static_cast<Comparison>(static_cast<int>(action) - static_cast<int>(Action::kEqual));
    frame.several = false;
    frame.literals = action == Action::kBetween ? 2 : 1;
    if (action == Action::kIsNull || action == Action::kIsNotNull) {
      AfterComparison();
    } else if (action == Action::kIn || action == Action::kNotIn) {
      stack_.emplace_back().nested = true;
      stack_.back().at = At::kItem;
    } else {
      frame.at = Among(action, kOrderings) ? At::kValue : At::kLiteral;
    }
    return;
  }
  switch (action) {
    case Action::kAll:
    case Action::kDistinct: frame.at = At::kItem; return;
    case Action::kMore:
      frame.at = frame.part == Part::kGroup ? At::kGroupColumn : At::kItem;
      return;
    case Action::kWhere: Begin(Part::kWhere, At::kConditionColumn); return;
    case Action::kGroup: Begin(Part::kGroup, At::kGroupColumn); return;
    case Action::kHaving: Begin(Part::kHaving, At::kOperand); return;
    case Action::kOrder: Begin(Part::kOrder, At::kItem); return;
    case Action::kLimitOne: Begin(Part::kLimit, At::kRest); return;
    case Action::kLimit: Begin(Part::kLimit, At::kLimitNumber); return;
    case Action::kTable: Begin(Part::kTables, At::kTableName); return;
    case Action::kVia: Begin(Part::kVia, At::kViaColumn); return;
    case Action::kAnd:
    case Action::kOr:
      frame.at = frame.part == Part::kWhere ? At::kConditionColumn : At::kOperand;
      return;
    case Action::kOrValue:
      --frame.count;
      frame.at = At::kLiteral;
      return;
    case Action::kToColumn: frame.at = At::kToColumn; return;
    case Action::kCore:
      stack_.emplace_back().nested = true;
      stack_.back().at = At::kItem;
      return;
    case Action::kAscending:
    case Action::kDescending:
      ++frame.count;
      frame.at = At::kAfterOrder;
      return;
    case Action::kEnd:
      stack_.pop_back();
      if (!stack_.empty()) AfterComparison();
      return;
    default: return;
  }
}

}  // namespace aietl::synthesis::learned
