// A query as a learned model sees it: what is selected, filtered, grouped and ordered, without FROM
// and JOIN, which follow from the columns used. Small enough to be built step by step, large enough
// for 96 of 100 queries that people ask (facts: NatSQL, arXiv 2109.05153, drops them likewise).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace aietl::synthesis::learned {

// A column by its place in Schema::columns; kStarColumn is count's *.
using ColumnId = int32_t;
constexpr ColumnId kStarColumn = -1;
constexpr ColumnId kNoColumn = -2;

enum class Aggregate : uint8_t { kNone, kCount, kCountDistinct, kSum, kAvg, kMin, kMax };
enum class Arithmetic : uint8_t { kNone, kAdd, kSubtract, kMultiply, kDivide };
enum class Comparison : uint8_t {
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kContains,    // LIKE '%x%'
  kStartsWith,  // LIKE 'x%'
  kEndsWith,    // LIKE '%x'
  kLike,        // LIKE 'x': the same but for case
  kNotContains,
  kIn,  // a core
  kNotIn,
  kBetween,
  kIsNull,
  kIsNotNull,
};
enum class SetOperation : uint8_t { kNone, kUnion, kIntersect, kExcept };

struct Operand {
  Aggregate aggregate = Aggregate::kNone;
  ColumnId column = kNoColumn;
  friend bool operator==(const Operand&, const Operand&) = default;
};
// left, or `left op right`.
struct Item {
  Operand left;
  Arithmetic op = Arithmetic::kNone;
  Operand right;
  friend bool operator==(const Item&, const Item&) = default;
};

struct Core;

// What is compared with: one of a literal, a column, a core of one item.
struct Value {
  std::string text;     // of a literal, as stored or as a number is written
  bool number = false;  // the literal is printed as a number
  ColumnId column = kNoColumn;
  std::unique_ptr<Core> core;
};

// Conditions stand in a flat list; AND binds tighter than OR.
struct Condition {
  bool or_before = false;
  Operand left;
  Comparison op = Comparison::kEqual;
  std::vector<Value> values;  // none for kIsNull, two for kBetween; several for kEqual (one of) and
                              // kNotEqual (none of), else one
};

struct Order {
  Item item;
  bool descending = false;
};

struct Core {
  bool distinct = false;
  std::vector<Item> items;
  std::vector<Condition> where;
  std::vector<ColumnId> group;
  std::vector<Condition> having;
  std::vector<Order> order;
  std::string limit;            // a whole number; empty: none
  std::vector<int32_t> tables;  // that no used column implies, by place in Schema::tables
  std::vector<ColumnId> via;    // keys to join by where there are several
};

struct QueryForm {
  Core left;
  SetOperation op = SetOperation::kNone;
  Core right;  // order and limit of the right core are the whole query's
};

// Equal in every part. Literals: equal texts.
bool Same(const Core& a, const Core& b);
bool Same(const QueryForm& a, const QueryForm& b);

Core Copy(const Core& core);
QueryForm Copy(const QueryForm& form);

// Every core of a form with the nested ones, outermost first.
std::vector<const Core*> CoresOf(const QueryForm& form);

// Columns that a core itself names, without those of nested cores; no repetitions, in order.
std::vector<ColumnId> ColumnsOf(const Core& core);

}  // namespace aietl::synthesis::learned
