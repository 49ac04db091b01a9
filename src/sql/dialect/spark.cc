// Spark SQL 3.5 and 4, in its default (non-ANSI) mode.
#include "sql/internal/build_dialect.h"

namespace aietl::sql {
namespace {

void SparkLexing(LexRules& l) {
  l.ascii_names = true;
  l.double_quotes_identifier = false;
  l.backtick_identifier = true;
  l.backslash_escapes = true;
  l.hex_strings = true;
  l.raw_strings = true;
  l.string_concatenation = true;
  l.nested_comments = true;
  l.hints = true;
  l.digit_starts_names = true;
  l.number_suffixes = true;
  l.question_parameters = true;
  l.colon_names = true;
  l.arrow_operators = true;
  l.null_safe_equal = true;
  l.shifts = true;
  l.unsigned_shift = true;
  l.double_equal = true;
  l.fat_arrow = true;
  l.double_colon = true;
  l.pipe_greater = true;
  l.not_less = true;
  l.dollar_braces = true;
}

void SparkPrecedences(Precedences& p) {
  p.lambda = 2;
  p.or_ = 10;
  p.and_ = 20;
  p.not_ = 30;
  p.is = 40;
  p.like = 40;
  p.between = 40;
  p.in = 40;
  p.escape = 41;
  p.equality = 50;
  p.comparison = 50;
  p.bit_or = 60;
  p.bit_xor = 62;
  p.bit_and = 64;
  p.shift = 66;
  p.additive = 70;
  p.concat = 70;
  p.multiplicative = 80;
  p.unary = 90;
  p.cast = 110;
  p.subscript = 120;
  p.collate = 100;
  p.like_chains = false;
  p.one_predicate = true;
}

void SparkKeywords(Dialect& d) {
  SetRights(d, kMayBeLabel | kMayBeFunction,
            "select from where group having order by limit union case when then else end and or "
            "not in is as on using between null true false distinct");
  SetRights(d, kMayBeAll & ~kMayBeBareLabel & ~kMayBeBareAlias,
            "anti cross except full inner intersect join left lateral natural right semi setminus "
            "minus window qualify cluster "
            "distribute sort tablesample like ilike rlike regexp pivot unpivot offset values with "
            "div set");
}

}  // namespace

Dialect BuildSpark() {
  Dialect d = EmptyDialect(DialectId::kSpark, "spark", "Spark SQL");
  SparkLexing(d.lex);
  SparkPrecedences(d.precedence);
  SparkKeywords(d);
  Allow(d, {Feature::kWordsAreNames,
            Feature::kQualify,
            Feature::kStarExcept,
            Feature::kGroupByAll,
            Feature::kOrderByAll,
            Feature::kGroupingSets,
            Feature::kGroupingSetsAfter,
            Feature::kWithRollup,
            Feature::kWithCube,
            Feature::kHavingAlone,
            Feature::kLimitAll,
            Feature::kLimitExpression,
            Feature::kOffsetAlone,
            Feature::kMinus,
            Feature::kSetOperationAll,
            Feature::kSetOperationDistinct,
            Feature::kValuesQuery,
            Feature::kValuesBare,
            Feature::kTableQuery,
            Feature::kFromFirst,
            Feature::kPivotTable,
            Feature::kLateral,
            Feature::kTableSample,
            Feature::kSemiJoin,
            Feature::kLeftSemiJoin,
            Feature::kFullJoin,
            Feature::kJoinWithoutCondition,
            Feature::kCrossJoinCondition,
            Feature::kAliasColumns,
            Feature::kTableFunctions,
            Feature::kTableWord,
            Feature::kVersionAsOf,
            Feature::kLateralView,
            Feature::kDistributeBy,
            Feature::kTransform,
            Feature::kNullsOrder,
            Feature::kCteWithoutAs,
            Feature::kNamedWindow,
            Feature::kFilter,
            Feature::kWithinGroup,
            Feature::kNullTreatment,
            Feature::kNamedArguments,
            Feature::kColonCast,
            Feature::kTryCast,
            Feature::kTypedLiterals,
            Feature::kIntervalLiteral,
            Feature::kIntervalUnits,
            Feature::kIntervalMulti,
            Feature::kCollate,
            Feature::kLambda,
            Feature::kSubscript,
            Feature::kFieldAccess,
            Feature::kColonPath,
            Feature::kQuantifiedLike,
            Feature::kILike,
            Feature::kRegexp,
            Feature::kRLike,
            Feature::kIsDistinctFrom,
            Feature::kIsBoolean,
            Feature::kDivWord,
            Feature::kInsertOverwrite,
            Feature::kInsertPartition,
            Feature::kInsertByName,
            Feature::kMerge,
            Feature::kWithDml,
            Feature::kJsonTable});
  d.quote = '`';
  return d;
}

}  // namespace aietl::sql
