// DuckDB 1.5. The keywords are those of duckdb_keywords().
#include "sql/internal/build_dialect.h"

namespace aietl::sql {
namespace {

constexpr KeywordRights kDuckdbColumnWord =
    kMayBeColumn | kMayBeTable | kMayBeLabel | kMayBeBareAlias;
constexpr KeywordRights kDuckdbFunctionWord = kMayBeFunction | kMayBeType | kMayBeLabel;

void DuckdbLexing(LexRules& l) {
  l.numbered_questions = true;
  l.escape_strings = true;
  l.unicode_strings = true;
  l.dollar_strings = true;
  l.hex_strings = true;
  l.newline_concatenation = true;
  l.nested_comments = true;
  l.dollar_in_names = true;
  l.number_underscores = true;
  l.hex_numbers = true;
  l.binary_numbers = true;
  l.question_parameters = true;
  l.dollar_numbers = true;
  l.dollar_names = true;
  l.hash_numbers = true;
  l.arrow_operators = true;
  l.fat_arrow = true;
  l.colon_equals = true;
  l.double_colon = true;
  l.double_slash = true;
  l.operators = OperatorLexing::kGreedy;
}

void DuckdbPrecedences(Precedences& p) {
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
  p.lambda = 5;
}

void DuckdbKeywords(Dialect& d) {
  // No keyword is an output column's name without AS.
  SetRights(d, kMayBeAll & ~kMayBeBareLabel,
            "abort absolute access action add admin after aggregate also alter always "
            "assertion assignment attach attribute backward before begin cache call "
            "called cascade cascaded catalog centuries century chain characteristics "
            "checkpoint class close cluster comment comments commit committed compression "
            "configuration conflict connection constraints content continue conversion "
            "copy cost csv cube current cursor cycle data database day days deallocate "
            "decade decades declare defaults deferred definer delete delimiter delimiters "
            "depends detach dictionary disable discard document domain double drop each "
            "enable encoding encrypted enum error escape event exclude excluding "
            "exclusive execute explain export export_state extension extensions external "
            "family filter first following force forward function functions global grant "
            "granted groups handler header hold hour hours identity if ignore immediate "
            "immutable implicit import include including increment index indexes inherit "
            "inherits inline input insensitive insert install instead invoker isolation "
            "json key label language large last leakproof level listen load local "
            "location lock locked logged macro mapping match matched materialized "
            "maxvalue merge method microsecond microseconds millennia millennium "
            "millisecond milliseconds minute minutes minvalue mode month months move name "
            "names new next no nothing notify nowait nulls object of off oids old "
            "operator option options ordinality others over overriding owned owner "
            "parallel parser partial partition partitioned passing password percent "
            "persistent plans policy pragma preceding prepare prepared preserve prior "
            "privileges procedural procedure program publication quarter quarters quote "
            "range read reassign recheck recursive ref referencing refresh reindex "
            "relative release rename repeatable replace replica reset respect restart "
            "restrict returns revoke role rollback rollup rows rule sample savepoint "
            "schema schemas scope scroll search second seconds secret security sequence "
            "sequences serializable server session set sets share simple skip snapshot "
            "sorted source sql stable standalone start statement statistics stdin stdout "
            "storage stored strict strip subscription sysid system tables tablespace "
            "target temp template temporary text ties transaction transform trigger "
            "truncate trusted type types unbounded uncommitted unencrypted unknown "
            "unlisten unlogged until update use user vacuum valid validate validator "
            "value variable varying version view views virtual volatile week weeks "
            "whitespace within without work wrapper write xml year years yes zone");
  SetRights(d, kDuckdbColumnWord,
            "between bigint bit boolean char character coalesce dec decimal exists extract float "
            "grouping "
            "grouping_id inout int integer interval national nchar none nullif numeric out overlay "
            "position "
            "precision real row setof smallint substring time timestamp treat trim values varchar "
            "xmlattributes "
            "xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot "
            "xmlserialize xmltable");
  SetRights(d, kDuckdbFunctionWord,
            "anti asof at authorization binary by collation columns concurrently cross freeze full "
            "generated glob "
            "ilike inner is isnull join left like map natural notnull outer overlaps positional "
            "right semi "
            "similar struct tablesample try_cast unpack verbose");
  SetRights(d, kMayBeLabel,
            "all analyse analyze and any array as asc asymmetric both case cast check collate "
            "column constraint "
            "create default deferrable desc describe distinct do else end except false fetch for "
            "foreign from "
            "group having in initially intersect into lambda lateral leading limit not null offset "
            "on only or "
            "order pivot pivot_longer pivot_wider placing primary qualify references returning "
            "select show some "
            "summarize symmetric table then to trailing true union unique unpivot using variadic "
            "when where "
            "window with");
}

}  // namespace

Dialect BuildDuckdb() {
  Dialect d = EmptyDialect(DialectId::kDuckdb, "duckdb", "DuckDB");
  DuckdbLexing(d.lex);
  DuckdbPrecedences(d.precedence);
  DuckdbKeywords(d);
  Allow(d, {Feature::kInsertOverriding,
            Feature::kOnlyTable,
            Feature::kGroupingSets,
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
            Feature::kArrayBrackets,
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
            Feature::kQualify,
            Feature::kDistinctOn,
            Feature::kFromFirst,
            Feature::kStarExclude,
            Feature::kStarReplace,
            Feature::kStarRename,
            Feature::kStarLike,
            Feature::kStarAsValue,
            Feature::kPrefixAlias,
            Feature::kStringAlias,
            Feature::kGroupByAll,
            Feature::kOrderByAll,
            Feature::kHavingAlone,
            Feature::kLimitAll,
            Feature::kLimitPercent,
            Feature::kOffsetFirst,
            Feature::kOffsetAlone,
            Feature::kOffsetRows,
            Feature::kUnionByName,
            Feature::kTrailingComma,
            Feature::kUsingSample,
            Feature::kPivotStatement,
            Feature::kPivotTable,
            Feature::kDescribeQuery,
            Feature::kAsofJoin,
            Feature::kPositionalJoin,
            Feature::kSemiJoin,
            Feature::kAliasDefinitions,
            Feature::kWithOrdinality,
            Feature::kAtBefore,
            Feature::kStringTable,
            Feature::kCteKey,
            Feature::kNestedOn,
            Feature::kNullTreatment,
            Feature::kAssignArguments,
            Feature::kMethodCall,
            Feature::kTryCast,
            Feature::kAnyTypedLiteral,
            Feature::kIntervalUnits,
            Feature::kArrayWord,
            Feature::kArrayQuery,
            Feature::kListComprehension,
            Feature::kStructBraces,
            Feature::kMapBraces,
            Feature::kLambda,
            Feature::kPythonLambda,
            Feature::kSliceStep,
            Feature::kOperatorWord,
            Feature::kQuantifiedArray,
            Feature::kSimilarTo,
            Feature::kGlob,
            Feature::kIsNullWord,
            Feature::kNotNullWords,
            Feature::kBareIn,
            Feature::kOverlaps,
            Feature::kReturning,
            Feature::kOnConflict,
            Feature::kInsertOr,
            Feature::kInsertByName,
            Feature::kInsertAlias,
            Feature::kDefaultValues,
            Feature::kUpdateFrom,
            Feature::kUpdateRow,
            Feature::kDeleteUsing,
            Feature::kMerge,
            Feature::kWithDml});
  return d;
}

}  // namespace aietl::sql
