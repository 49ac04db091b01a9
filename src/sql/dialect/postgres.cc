// PostgreSQL 15. The keywords are those of pg_get_keywords().
#include "sql/internal/build_dialect.h"

namespace aietl::sql {
namespace {

constexpr KeywordRights kPostgresColumnWord =
    kMayBeColumn | kMayBeTable | kMayBeLabel | kMayBeBareAlias;
constexpr KeywordRights kPostgresFunctionWord = kMayBeFunction | kMayBeType | kMayBeLabel;

void PostgresLexing(LexRules& l) {
  l.escape_strings = true;
  l.unicode_strings = true;
  l.national_strings = true;
  l.dollar_strings = true;
  l.hex_strings = true;
  l.bit_strings = true;
  l.newline_concatenation = true;
  l.nested_comments = true;
  l.dollar_in_names = true;
  l.strict_numbers = true;
  l.dollar_numbers = true;
  l.arrow_operators = true;
  l.fat_arrow = true;
  l.colon_equals = true;
  l.double_colon = true;
  l.operators = OperatorLexing::kGreedy;
}

void PostgresPrecedences(Precedences& p) {
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
  p.other = 70;
  p.bit_or = 70;
  p.bit_xor = 70;
  p.bit_and = 70;
  p.shift = 70;
  p.concat = 70;
  p.arrow = 70;
  p.additive = 80;
  p.multiplicative = 90;
  p.power = 100;
  p.at_time_zone = 110;
  p.collate = 120;
  p.unary = 130;
  p.subscript = 140;
  p.cast = 150;
  p.comparison_chains = false;
  p.equality_chains = false;
  p.like_chains = false;
  p.is_chains = false;
}

void PostgresKeywords(Dialect& d) {
  SetRights(d, kMayBeAll & ~kMayBeBareLabel,
            "day filter hour minute month over second varying within without year");
  SetRights(d, kPostgresColumnWord | kMayBeBareLabel,
            "between bigint bit boolean coalesce dec decimal exists extract float greatest "
            "grouping inout int "
            "integer interval least national nchar none normalize nullif numeric out overlay "
            "position real row "
            "setof smallint substring time timestamp treat trim values varchar xmlattributes "
            "xmlconcat xmlelement "
            "xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable");
  SetRights(d, kPostgresColumnWord, "char character precision");
  SetRights(d, kPostgresFunctionWord | kMayBeBareLabel,
            "authorization binary collation concurrently cross current_schema freeze full ilike "
            "inner is join "
            "left like natural outer right similar tablesample verbose");
  SetRights(d, kPostgresFunctionWord, "isnull notnull overlaps");
  SetRights(
      d, kMayBeLabel | kMayBeBareLabel,
      "all analyse analyze and any asc asymmetric both case cast check collate column constraint "
      "current_catalog current_date current_role current_time current_timestamp current_user "
      "default "
      "deferrable desc distinct do else end false foreign in initially lateral leading localtime "
      "localtimestamp not null only or placing primary references select session_user some "
      "symmetric table "
      "then trailing true unique user using variadic when");
  SetRights(d, kMayBeLabel,
            "array as create except fetch for from grant group having intersect into limit offset "
            "on order "
            "returning to union where window with");
}

}  // namespace

Dialect BuildPostgres() {
  Dialect d = EmptyDialect(DialectId::kPostgres, "postgres", "PostgreSQL");
  PostgresLexing(d.lex);
  PostgresPrecedences(d.precedence);
  PostgresKeywords(d);
  Allow(d, {Feature::kGroupingSets,
            Feature::kWithinGroup,
            Feature::kFilter,
            Feature::kNamedWindow,
            Feature::kWindowGroups,
            Feature::kWindowExclude,
            Feature::kNullsOrder,
            Feature::kValuesQuery,
            Feature::kTableQuery,
            Feature::kLateral,
            Feature::kTableSample,
            Feature::kFullJoin,
            Feature::kAliasColumns,
            Feature::kTableFunctions,
            Feature::kCteMaterialized,
            Feature::kAggregateOrder,
            Feature::kNamedArguments,
            Feature::kTypedLiterals,
            Feature::kIntervalLiteral,
            Feature::kAtTimeZone,
            Feature::kCollate,
            Feature::kRowWord,
            Feature::kSubscript,
            Feature::kSlice,
            Feature::kFieldAccess,
            Feature::kColonCast,
            Feature::kQuantifiedQuery,
            Feature::kILike,
            Feature::kIsDistinctFrom,
            Feature::kIsBoolean,
            Feature::kFetch,
            Feature::kLimitExpression,
            Feature::kSetOperationAll,
            Feature::kSetOperationDistinct,
            Feature::kDistinctOn,
            Feature::kEmptySelect,
            Feature::kGroupByDistinct,
            Feature::kHavingAlone,
            Feature::kLimitAll,
            Feature::kFetchWithTies,
            Feature::kOffsetFirst,
            Feature::kOffsetAlone,
            Feature::kOffsetRows,
            Feature::kLockForUpdate,
            Feature::kLockKeys,
            Feature::kSelectInto,
            Feature::kCteStatement,
            Feature::kCteSearch,
            Feature::kNestedOn,
            Feature::kJoinUsingAlias,
            Feature::kAliasDefinitions,
            Feature::kDerivedNeedsAlias,
            Feature::kWithOrdinality,
            Feature::kRowsFrom,
            Feature::kOnlyTable,
            Feature::kXmlTable,
            Feature::kOrderUsing,
            Feature::kVariadic,
            Feature::kAssignArguments,
            Feature::kAnyTypedLiteral,
            Feature::kArrayWord,
            Feature::kArrayQuery,
            Feature::kOperatorWord,
            Feature::kQuantifiedArray,
            Feature::kQuantifiedLike,
            Feature::kSimilarTo,
            Feature::kIsNullWord,
            Feature::kIsDocument,
            Feature::kBetweenSymmetric,
            Feature::kOverlaps,
            Feature::kIntervalUnits,
            Feature::kReturning,
            Feature::kOnConflict,
            Feature::kInsertOverriding,
            Feature::kInsertAlias,
            Feature::kDefaultValues,
            Feature::kUpdateFrom,
            Feature::kUpdateRow,
            Feature::kDeleteUsing,
            Feature::kMerge,
            Feature::kWithDml,
            Feature::kCurrentOf});
  return d;
}

}  // namespace aietl::sql
