// Snowflake, after its reference.
#include "sql/internal/build_dialect.h"

namespace aietl::sql {
namespace {

void SnowflakeLexing(LexRules& l) {
  l.strict_numbers = true;
  l.backslash_escapes = true;
  l.dollar_strings = true;
  l.hex_strings = true;
  l.slash_comments = true;
  l.dollar_in_names = true;
  l.question_parameters = true;
  l.dollar_numbers = true;
  l.dollar_names = true;
  l.colon_names = true;
  l.arrow_operators = true;
  l.fat_arrow = true;
  l.colon_equals = true;
  l.double_colon = true;
  l.dollar_tags = false;
}

void SnowflakePrecedences(Precedences& p) {
  p.or_ = 10;
  p.and_ = 20;
  p.not_ = 30;
  p.is = 40;
  p.equality = 50;
  p.comparison = 50;
  p.like = 60;
  p.between = 60;
  p.in = 60;
  p.escape = 65;
  p.additive = 70;
  p.concat = 70;
  p.multiplicative = 80;
  p.unary = 90;
  p.at_time_zone = 95;
  p.collate = 100;
  p.subscript = 120;
  p.cast = 110;
  p.lambda = 5;
}

void SnowflakeKeywords(Dialect& d) {
  SetRights(d, kMayBeLabel,
            "all alter and any as between by check column connect constraint create delete "
            "distinct drop else exists for "
            "from grant group having in insert intersect into is like not null of on or order "
            "qualify revoke row rows "
            "sample select set some start table tablesample then to trigger union unique update "
            "values when whenever where with");
  SetRights(d, kMayBeFunction | kMayBeLabel,
            "like insert ilike rlike regexp left right case cast try_cast");
  SetRights(d, kMayBeColumn | kMayBeLabel, "cross full inner join lateral natural using");
  SetRights(d, kMayBeAll & ~kMayBeBareLabel & ~kMayBeBareAlias,
            "limit offset fetch minus except asof pivot unpivot match_recognize changes at before "
            "window");
  SetRights(d, kMayBeAll & ~kMayBeBareLabel & ~kMayBeBareAlias, "end");
  SetRights(d, kMayBeLabel | kMayBeFunction,
            "current_date current_time current_timestamp current_user localtime localtimestamp");
  SetRights(d, kMayBeLabel, "false true");
  SetRights(d, kMayBeAll & ~kMayBeBareLabel & ~kMayBeBareAlias, "over");
}

}  // namespace

Dialect BuildSnowflake() {
  Dialect d = EmptyDialect(DialectId::kSnowflake, "snowflake", "Snowflake");
  SnowflakeLexing(d.lex);
  SnowflakePrecedences(d.precedence);
  SnowflakeKeywords(d);
  Allow(d, {Feature::kGroupingSets,    Feature::kWithinGroup,
            Feature::kNullsOrder,      Feature::kValuesQuery,
            Feature::kLateral,         Feature::kTableSample,
            Feature::kFullJoin,        Feature::kAliasColumns,
            Feature::kTableFunctions,  Feature::kNamedArguments,
            Feature::kTypedLiterals,   Feature::kIntervalLiteral,
            Feature::kCollate,         Feature::kArrayBrackets,
            Feature::kRowWord,         Feature::kSubscript,
            Feature::kFieldAccess,     Feature::kColonCast,
            Feature::kQuantifiedQuery, Feature::kILike,
            Feature::kIsDistinctFrom,  Feature::kIsBoolean,
            Feature::kFetch,           Feature::kLimitExpression,
            Feature::kSetOperationAll, Feature::kSetOperationDistinct,
            Feature::kQualify,         Feature::kTop,
            Feature::kStarExclude,     Feature::kStarReplace,
            Feature::kStarRename,      Feature::kStarLike,
            Feature::kStringAlias,     Feature::kGroupByAll,
            Feature::kOrderByAll,      Feature::kHavingAlone,
            Feature::kOffsetRows,      Feature::kOffsetAlone,
            Feature::kLockForUpdate,   Feature::kMinus,
            Feature::kPivotTable,      Feature::kSampleClause,
            Feature::kAsofJoin,        Feature::kTableWord,
            Feature::kAtBefore,        Feature::kStages,
            Feature::kConnectBy,       Feature::kMatchRecognize,
            Feature::kUnionByName,     Feature::kNullTreatment,
            Feature::kTryCast,         Feature::kStructBraces,
            Feature::kLambda,          Feature::kColonPath,
            Feature::kOuterJoinMark,   Feature::kQuantifiedLike,
            Feature::kRegexp,          Feature::kRLike,
            Feature::kInsertOverwrite, Feature::kInsertAll,
            Feature::kUpdateFrom,      Feature::kDeleteUsing,
            Feature::kMerge,           Feature::kValuesQuery});
  d.folds_upper = true;
  return d;
}

}  // namespace aietl::sql
