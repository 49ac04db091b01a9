// SQLite 3.40. What each keyword may be was found by asking SQLite.
#include "sql/internal/build_dialect.h"

namespace aietl::sql {
namespace {

void SqliteLexing(LexRules& l) {
  l.double_quotes_identifier = true;
  l.backtick_identifier = true;
  l.bracket_identifier = true;
  l.hex_strings = true;
  l.open_comment_at_end = true;
  l.dollar_in_names = true;
  l.hex_numbers = true;
  l.strict_numbers = true;
  l.question_parameters = true;
  l.numbered_questions = true;
  l.dollar_names = true;
  l.colon_names = true;
  l.at_names = true;
  l.arrow_operators = true;
  l.shifts = true;
  l.double_equal = true;
}

void SqlitePrecedences(Precedences& p) {
  p.or_ = 10;
  p.and_ = 20;
  p.not_ = 30;
  p.is = 40;
  p.equality = 40;
  p.like = 40;
  p.between = 40;
  p.in = 40;
  p.comparison = 50;
  p.escape = 60;
  p.bit_or = 70;
  p.bit_and = 70;
  p.shift = 70;
  p.additive = 80;
  p.multiplicative = 90;
  p.concat = 100;
  p.arrow = 100;
  p.collate = 110;
  p.unary = 120;
}

void SqliteKeywords(Dialect& d) {
  SetRights(d, kMayBeAll & ~kMayBeBareLabel & ~kMayBeBareAlias, "like glob match regexp");
  SetRights(d, kMayBeColumn | kMayBeTable | kMayBeLabel | kMayBeType,
            "left natural inner outer cross full right");
  SetRights(d, kMayBeAll & ~kMayBeFunction, "current_date current_time current_timestamp");
  SetRights(d, kMayBeAll & ~kMayBeBareLabel & ~kMayBeBareAlias, "indexed");
  SetRights(d, kMayBeAll & ~kMayBeColumn, "raise cast");
  SetRights(
      d, 0,
      "add all alter and as autoincrement between case check collate commit constraint create "
      "default "
      "deferrable delete distinct drop else escape except exists foreign from group having in "
      "index insert "
      "intersect into is isnull join limit not nothing notnull null on or order primary references "
      "returning select set table then to transaction union unique update using values when where");
}

}  // namespace

Dialect BuildSqlite() {
  Dialect d = EmptyDialect(DialectId::kSqlite, "sqlite", "SQLite");
  SqliteLexing(d.lex);
  SqlitePrecedences(d.precedence);
  SqliteKeywords(d);
  Allow(d, {Feature::kStringAlias,
            Feature::kBareStringAlias,
            Feature::kHavingAlone,
            Feature::kLimitComma,
            Feature::kLimitExpression,
            Feature::kValuesQuery,
            Feature::kFlatSetOperations,
            Feature::kFullJoin,
            Feature::kJoinWithoutCondition,
            Feature::kCrossJoinCondition,
            Feature::kIndexedBy,
            Feature::kTableFunctions,
            Feature::kNullsOrder,
            Feature::kCteMaterialized,
            Feature::kWindowGroups,
            Feature::kWindowExclude,
            Feature::kNamedWindow,
            Feature::kFilter,
            Feature::kCollate,
            Feature::kRowWord,
            Feature::kGlob,
            Feature::kMatch,
            Feature::kRegexp,
            Feature::kIsNullWord,
            Feature::kNotNullWords,
            Feature::kIsDistinctFrom,
            Feature::kIsExpression,
            Feature::kIsBoolean,
            Feature::kEmptyIn,
            Feature::kBareIn,
            Feature::kReturning,
            Feature::kOnConflict,
            Feature::kReplaceInto,
            Feature::kInsertOr,
            Feature::kInsertAlias,
            Feature::kDefaultValues,
            Feature::kUpdateFrom,
            Feature::kUpdateOr,
            Feature::kUpdateRow,
            Feature::kUpdateLimit,
            Feature::kWithDml});
  return d;
}

}  // namespace aietl::sql
