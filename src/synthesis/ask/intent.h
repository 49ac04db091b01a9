// What a sentence asks of the data, free of words and of SQL: the parser fills it, the SQL writer prints it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "synthesis/ask/linker.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

enum class Aggregate : unsigned char { kNone, kCount, kCountDistinct, kSum, kAvg, kMin, kMax, kMedian, kStddev };

// A computed number: an aggregate over a column, over a product or quotient of two, or over rows.
struct Measure {
  Aggregate aggregate = Aggregate::kCount;
  Column column;            // invalid for count of rows
  Column other;             // second operand of `operation`
  char operation = 0;       // '*', '/', '-', '+', 0: none
  int counted = -1;         // count: rows of this relation
  bool share = false;       // of the total
  std::string name;         // output column; empty: derived
  Span words;
};

struct Group {
  Column column;
  std::string bucket;  // "day", "week", "month", "quarter", "year", "hour" or empty
  std::string name;
  Span words;
  bool implicit = false;  // told by what is ranked, not named as output: left out when the output is listed
};

enum class Comparison : unsigned char { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual, kBetween, kIn, kNull, kNotNull, kContains, kStarts, kEnds };

// column (or measure, for HAVING) compared with literals that are SQL already, or with another column.
struct Condition {
  Column column;
  int measure = -1;                     // index into Intent::measures: HAVING
  Comparison comparison = Comparison::kEqual;
  std::vector<std::string> literals;    // SQL
  Column with;                          // another column instead of literals
  bool negated = false;
  bool loose_text = false;              // compare lower(trim()) because the data is spelt unevenly
  int any_group = -1;                   // conditions of one group are OR-ed
  Span words;
};

struct Order {
  Column column;
  int measure = -1;
  bool descending = false;
  Span words;
};

// Something done to a column's values on the way.
enum class Treatment : unsigned char { kTrim, kLower, kUpper, kFill, kRound, kCast, kRename, kDrop };
struct Cleaning {
  Treatment treatment = Treatment::kTrim;
  Column column;         // invalid: every fitting column
  std::string argument;  // SQL literal, digits, type or new name
  Span words;
};

// A column made of others, row by row.
struct Derived {
  Column left, right;
  char operation = '*';       // arithmetic, or 'y','m','d' for year, month, day of `left`, '&' for texts joined by a blank
  std::string name;
  Span words;
};

struct Intent {
  std::vector<int> relations;             // spoken of, in order; the first is what the rows are
  std::vector<std::pair<int, int>> joins; // explicitly wanted joins (relation pairs); others are found
  std::vector<Column> select;             // explicit columns, in order; empty: all of the first relation (or groups and measures)
  std::vector<Span> select_words;
  bool extend = false;                    // `select` comes beside all columns of the first relation
  std::vector<Group> groups;
  std::vector<Measure> measures;
  std::vector<Condition> conditions;
  std::vector<Order> orders;
  std::optional<int64_t> limit;
  std::vector<Column> limit_per;          // limit within each of these
  std::vector<Column> dedup;              // one row per these
  bool dedup_whole = false;               // identical rows once
  bool distinct = false;                  // different combinations of the selected columns
  std::vector<int> without;               // anti-joined relations
  std::vector<Cleaning> cleanings;
  std::vector<Derived> derived;
  std::vector<int> stacked;               // union of these relations
  std::optional<Column> pivot;            // its values become columns
  bool keep_all_groups = false;           // groups without rows count as zero
};

}  // namespace aietl::synthesis
