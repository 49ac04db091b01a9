// What a sentence asks of the data, free of words and of SQL: the parser fills it, the SQL writer
// prints it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "synthesis/ask/linker.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

enum class Aggregate : unsigned char {
  kNone,
  kCount,
  kCountDistinct,
  kSum,
  kAvg,
  kMin,
  kMax,
  kMedian,
  kStddev
};

struct Condition;

// A value computed from columns: of one row, or over a group's rows where it holds an aggregate.
struct Expression {
  enum class Kind : unsigned char { kNone, kColumn, kLiteral, kCall, kAggregate };
  Kind kind = Kind::kNone;
  Column column;  // kColumn
  // kLiteral: SQL. kCall: what is done to the arguments: "+" "-" "*" "/" (never integer division);
  // "days" (first minus second, whole days); "seconds" (the same in seconds); "age" (full years
  // until today); "isodow" (weekday, Monday 1); "clock" (time of day); "year" "quarter"
  // "month" "week" "day" "hour" (as numbers); "date" (the day of a moment); "concat" (as text, NULL
  // is ''); "trim" "lower" "upper" "length" "abs" "round" (value, digits); "coalesce"; "rank_desc"
  // "rank_asc" (value: its place among all rows); "ranges" (value, then calls "[]" "[)" "(]" "()"
  // (lower limit or nothing, upper limit or nothing, label): the label of the first that holds;
  // "bands"
  // (value, then ascending limits: text such as "up to 1000", "1000-5000", "over 5000").
  std::string text;
  Aggregate aggregate = Aggregate::kNone;  // kAggregate: over arguments[0], or over rows of
                                           // `counted` when there is none
  int counted = -1;
  std::vector<Condition> only;  // kAggregate: of the rows that fulfil these (FILTER)
  std::vector<Expression> arguments;
  bool set() const { return kind != Kind::kNone; }
};

// What of a computed number is shown: itself, or what it makes beside those of other groups.
enum class Window : unsigned char {
  kNone,
  kRunning,   // added up from the first period on
  kPrevious,  // that of the period before; NULL where there are no rows of it
  kChange,    // less that of the period before
  kGrowth,    // kChange in percent of that of the period before
  kRank       // the place among all groups
};

// A computed number: an aggregate over a column, over a product or quotient of two, or over rows.
struct Measure {
  Aggregate aggregate = Aggregate::kCount;
  Column column;          // invalid for count of rows
  Column other;           // second operand of `operation`
  char operation = 0;     // '*', '/', '-', '+', 0: none
  int counted = -1;       // count: rows of this relation
  bool share = false;     // of the total
  bool percent = false;   // shares and ratios times 100
  Expression expression;  // when set: the whole number (with its aggregates), instead of aggregate,
                          // column, other, operation, counted
  std::vector<Condition> only;  // counts or sums only rows that fulfil these
  Window window = Window::kNone;
  std::string period;      // kPrevious, kChange, kGrowth: how far back, "1 month"
  bool ascending = false;  // kRank: the least comes first
  std::string name;        // output column; empty: derived
  Span words;
};

struct Group {
  Column column;
  std::string bucket;  // "day", "week", "month", "quarter", "year", "hour" or empty
  std::string name;
  Span words;
  bool implicit =
      false;  // told by what is ranked, not named as output: left out when the output is listed
  Expression expression;  // when set: grouped by this instead of `column` (bands, parts of dates,
                          // trimmed and lower-cased texts)
};

enum class Comparison : unsigned char {
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kBetween,
  kIn,
  kNull,
  kNotNull,
  kContains,
  kStarts,
  kEnds
};

// column (or measure, for HAVING) compared with literals that are SQL already, or with another
// column.
struct Condition {
  Column column;
  Expression left;   // when set: compared instead of `column`; an aggregate makes it HAVING
  int measure = -1;  // index into Intent::measures: HAVING
  Comparison comparison = Comparison::kEqual;
  std::vector<std::string> literals;  // SQL
  Column with;                        // another column instead of literals
  bool negated = false;
  bool loose_text = false;  // compare lower(trim()) because the data is spelt unevenly
  int any_group = -1;       // conditions of one group are OR-ed
  Span words;
};

struct Order {
  Column column;
  int measure = -1;
  Expression expression;  // when set, instead of both
  bool descending = false;
  Span words;
};

// Something done to a column's values on the way.
enum class Treatment : unsigned char {
  kTrim,
  kLower,
  kUpper,
  kFill,
  kRound,
  kCast,
  kRename,
  kDrop
};
struct Cleaning {
  Treatment treatment = Treatment::kTrim;
  Column column;         // invalid: every fitting column
  std::string argument;  // SQL literal, digits, type or new name
  Span words;
};

// A column made of others, row by row.
struct Derived {
  Column left, right;
  char operation = '*';  // arithmetic, or 'y','m','d' for year, month, day of `left`, '&' for texts
                         // joined by a blank
  Expression expression;  // when set, instead of left, right and operation
  std::string name;
  Span words;
};

// Rows of the main relation that have (or lack) partners in `relation`, of which only those count
// that fulfil `conditions`.
struct Partner {
  int relation = -1;
  bool absent = true;                 // anti join; false: semi join
  std::vector<Condition> conditions;  // of columns of `relation`
  bool every_key = false;             // parallel keys (from and to): none of them, or any of them
  Span words;
};

// One column of the output, where the sentence lists them.
struct Output {
  enum class Kind : unsigned char { kColumn, kGroup, kMeasure, kDerived };
  Kind kind = Kind::kColumn;
  Column column;     // kColumn
  int index = -1;    // into groups, measures, derived
  std::string name;  // what the sentence calls it; empty: as usual
};

// left = right: a key that the sentence itself names.
struct JoinOn {
  Column left, right;
};

// Of `relation` only the newest (or oldest) row of each key it is joined by.
struct Latest {
  int relation = -1;
  Column by;
  bool descending = true;
};

struct Intent {
  std::vector<int> relations;  // spoken of, in order; the first is what the rows are
  std::vector<std::pair<int, int>>
      joins;                   // explicitly wanted joins (relation pairs); others are found
  std::vector<Column> select;  // explicit columns, in order; empty: all of the first relation (or
                               // groups and measures)
  std::vector<Span> select_words;
  bool extend = false;  // `select` comes beside all columns of the first relation
  std::vector<Group> groups;
  std::vector<Measure> measures;
  std::vector<Condition> conditions;
  std::vector<Order> orders;
  std::optional<int64_t> limit;
  std::vector<Column> limit_per;  // limit within each of these
  std::vector<Column> dedup;      // one row per these
  std::vector<std::pair<Column, Treatment>>
      dedup_blind;           // these are compared trimmed, in lower case
  bool dedup_whole = false;  // identical rows once
  bool distinct = false;     // different combinations of the selected columns
  std::vector<int> without;  // anti-joined relations
  std::vector<Cleaning> cleanings;
  std::vector<Derived> derived;
  std::vector<int> stacked;       // union of these relations
  std::optional<Column> pivot;    // its values become columns
  bool keep_all_groups = false;   // groups without rows count as zero
  std::vector<Partner> partners;  // semi and anti joins
  std::vector<Output> output;     // when not empty: exactly these columns, in this order
  std::vector<JoinOn> join_on;    // keys to join on, before those found by themselves
  std::vector<Latest> latest;
  bool left_join = false;         // rows without a partner stay
  bool rank_ties = false;         // top N per group: with all that are equal to the last one
  std::optional<int64_t> sample;  // that many rows at random
  bool file_name =
      false;  // the file each row came from is grouped by or shown (column "filename" comes first)
};

}  // namespace aietl::synthesis
