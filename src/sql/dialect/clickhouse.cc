// ClickHouse, after its reference and its parser tests.
#include "sql/internal/build_dialect.h"

namespace aietl::sql {
namespace {

void ClickhouseLexing(LexRules& l) {
  l.hash_needs_space = true;
  l.ascii_names = true;
  l.backslash_escapes = true;
  l.backtick_identifier = true;
  l.dollar_strings = true;
  l.hex_strings = true;
  l.bit_strings = true;
  l.hash_comments = true;
  l.dollar_in_names = true;
  l.dollar_starts_names = true;
  l.backslash_names = true;
  l.slash_comments = true;
  l.tilde_operators = true;
  l.number_underscores = true;
  l.hex_numbers = true;
  l.binary_numbers = true;
  l.arrow_operators = true;
  l.null_safe_equal = true;
  l.double_equal = true;
  l.double_colon = true;
  l.double_at_names = true;
  l.fat_arrow = true;
  l.nested_comments = true;
}

void ClickhousePrecedences(Precedences& p) {
  p.lambda = 2;
  p.ternary = 5;
  p.or_ = 10;
  p.and_ = 20;
  p.not_ = 30;
  p.is = 40;
  p.equality = 50;
  p.comparison = 50;
  p.like = 50;
  p.between = 45;
  p.in = 50;
  p.concat = 70;
  p.additive = 75;
  p.multiplicative = 80;
  p.unary = 90;
  p.cast = 110;
  p.subscript = 110;
  p.collate = 105;
  p.escape = 51;
  p.at_time_zone = 100;
}

void ClickhouseKeywords(Dialect& d) {
  SetRights(d, kMayBeLabel | kMayBeFunction,
            "select from where group having order prewhere union case when then else and or not in "
            "is as on using limit between by into values join distinct");
  SetRights(
      d, kMayBeAll & ~kMayBeBareLabel & ~kMayBeBareAlias,
      "final sample natural array left right inner full cross global any all asof semi anti only "
      "window qualify with offset "
      "settings format intersect except like ilike interpolate paste fetch div mod asc "
      "desc nulls collate rows range groups ignore respect set parallel regexp");
  SetRights(d, kMayBeFunction | kMayBeLabel, "null");
}

}  // namespace

Dialect BuildClickhouse() {
  Dialect d = EmptyDialect(DialectId::kClickhouse, "clickhouse", "ClickHouse");
  ClickhouseLexing(d.lex);
  ClickhousePrecedences(d.precedence);
  ClickhouseKeywords(d);
  Allow(d, {Feature::kWordsAreNames,   Feature::kTailOfOperand,
            Feature::kCteMaterialized, Feature::kIsBoolean,
            Feature::kStarLike,        Feature::kStringTable,
            Feature::kAtTimeZone,      Feature::kQualify,
            Feature::kDistinctOn,      Feature::kTop,
            Feature::kFromFirst,       Feature::kStarExcept,
            Feature::kStarReplace,     Feature::kStarApply,
            Feature::kStarAsValue,     Feature::kGroupByAll,
            Feature::kOrderByAll,      Feature::kGroupingSets,
            Feature::kWithRollup,      Feature::kWithCube,
            Feature::kWithTotals,      Feature::kHavingAlone,
            Feature::kLimitComma,      Feature::kLimitBy,
            Feature::kLimitExpression, Feature::kLimitWithTies,
            Feature::kFetch,           Feature::kFetchWithTies,
            Feature::kOffsetAlone,     Feature::kOffsetRows,
            Feature::kSetOperationAll, Feature::kSetOperationDistinct,
            Feature::kTrailingComma,   Feature::kSampleClause,
            Feature::kAsofJoin,        Feature::kSemiJoin,
            Feature::kLeftSemiJoin,    Feature::kJoinStrictness,
            Feature::kFullJoin,        Feature::kUsingBare,
            Feature::kAliasColumns,    Feature::kTableFunctions,
            Feature::kTableFinal,      Feature::kArrayJoin,
            Feature::kPrewhere,        Feature::kQuerySettings,
            Feature::kWithFill,        Feature::kNullsOrder,
            Feature::kCteExpression,   Feature::kNamedWindow,
            Feature::kWindowGroups,    Feature::kFilter,
            Feature::kNullTreatment,   Feature::kParametricCall,
            Feature::kQueryArgument,   Feature::kColonCast,
            Feature::kCastText,        Feature::kTypedLiterals,
            Feature::kIntervalLiteral, Feature::kIntervalUnits,
            Feature::kArrayBrackets,   Feature::kEmptyTuple,
            Feature::kSingleTuple,     Feature::kLambda,
            Feature::kSubscript,       Feature::kFieldAccess,
            Feature::kTupleIndex,      Feature::kQuantifiedQuery,
            Feature::kILike,           Feature::kIsDistinctFrom,
            Feature::kRegexp,          Feature::kEmptyIn,
            Feature::kBareIn,          Feature::kGlobalIn,
            Feature::kTernary,         Feature::kAliasAnywhere,
            Feature::kDivWord,         Feature::kBraceParameters,
            Feature::kInsertFormat,    Feature::kWithDml});
  d.quote = '`';
  return d;
}

}  // namespace aietl::sql
