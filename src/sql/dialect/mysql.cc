// MySQL 8 and MariaDB 10.11. What each keyword may be was found by asking MariaDB.
#include "sql/internal/build_dialect.h"

namespace aietl::sql {
namespace {

void MysqlLexing(LexRules& l) {
  l.double_quotes_identifier = false;
  l.backtick_identifier = true;
  l.backslash_escapes = true;
  l.national_strings = true;
  l.hex_strings = true;
  l.bit_strings = true;
  l.charset_introducers = true;
  l.string_concatenation = true;
  l.hash_comments = true;
  l.dash_needs_space = true;
  l.version_comments = true;
  l.dotted_names = true;
  l.hints = true;
  l.dollar_in_names = true;
  l.dollar_starts_names = true;
  l.digit_starts_names = true;
  l.hex_bytes = true;
  l.binary_numbers = true;
  l.question_parameters = true;
  l.at_names = true;
  l.double_at_names = true;
  l.arrow_operators = true;
  l.null_safe_equal = true;
  l.double_ampersand = true;
  l.shifts = true;
  l.colon_equals = true;
}

void MysqlPrecedences(Precedences& p) {
  p.assign = 5;
  p.or_ = 10;
  p.xor_ = 15;
  p.and_ = 20;
  p.not_ = 30;
  p.is = 40;
  p.equality = 50;
  p.comparison = 50;
  p.like = 60;
  p.between = 60;
  p.in = 60;
  p.escape = 61;
  p.bit_or = 62;
  p.bit_and = 64;
  p.shift = 66;
  p.additive = 70;
  p.multiplicative = 80;
  p.power = 90;
  p.unary = 100;
  p.not_sign = 100;
  p.collate = 110;
  p.arrow = 120;
  p.like_chains = false;
}

void MysqlKeywords(Dialect& d) {
  SetRights(
      d, 0,
      "accessible add alter analyze and as asc asensitive before between bigint blob both by call "
      "cascade "
      "case change check collate column condition constraint continue convert create cross cursor "
      "databases "
      "day_hour day_microsecond day_minute day_second dec decimal declare default delayed delete "
      "delete_domain_id desc describe deterministic div do_domain_ids double drop dual each else "
      "elseif "
      "enclosed escaped except exists exit explain fetch float float4 float8 for force foreign "
      "from "
      "fulltext grant group having hour_microsecond hour_minute hour_second if ignore "
      "ignore_domain_ids in "
      "index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect "
      "interval "
      "into is iterate join key keys kill leading leave left like limit linear lines load lock "
      "long "
      "longblob longtext loop low_priority master_demote_to_replica master_demote_to_slave "
      "master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint "
      "minute_microsecond minute_second mod modifies natural no_write_to_binlog numeric offset on "
      "optimize "
      "optionally or order out outer outfile over page_checksum parse_vcol_expr partition portion "
      "precision "
      "primary procedure purge range read read_write reads real recursive ref_system_id references "
      "regexp "
      "release rename repeat replace require resignal restrict return returning revoke right rlike "
      "row_number rows schemas second_microsecond select sensitive separator set show signal "
      "smallint "
      "spatial specific sql sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc "
      "stats_persistent stats_sample_pages table terminated then tinyblob tinyint tinytext to "
      "trailing "
      "trigger undo union unlock unsigned update usage use using values varbinary varchar "
      "varcharacter "
      "varying when where while with write xor year_month zerofill");
  SetRights(d, kMayBeFunction,
            "all binary char character distinct distinctrow high_priority not sql_big_result "
            "sql_calc_found_rows "
            "sql_small_result straight_join unique");
  SetRights(d, kMayBeColumn | kMayBeType,
            "current_date current_role current_user false null true utc_date");
  SetRights(d, kMayBeColumn | kMayBeFunction | kMayBeType,
            "current_time current_timestamp localtime localtimestamp utc_time utc_timestamp");
  SetRights(
      d,
      kMayBeLabel | kMayBeBareLabel | kMayBeBareAlias | kMayBeTable | kMayBeFunction | kMayBeType,
      "sql_buffer_result sql_cache sql_no_cache");
  SetRights(d, kMayBeLabel | kMayBeColumn | kMayBeBareAlias | kMayBeTable | kMayBeType, "sounds");
  SetRights(d, kMayBeLabel | kMayBeColumn | kMayBeBareLabel | kMayBeType, "window");
  SetRights(
      d, kMayBeLabel | kMayBeColumn | kMayBeBareLabel | kMayBeBareAlias | kMayBeTable | kMayBeType,
      "any backup begin binlog bit bool boolean byte cache checkpoint checksum clob close code "
      "column_add "
      "column_create column_delete column_get comment commit compressed datetime deallocate do end "
      "enum "
      "examined exclude execute fixed flush following follows function get get_format global "
      "handler help "
      "host id ignored install json language lastval local medium names national nchar nextval no "
      "number "
      "nvarchar open option options others owner parser period port precedes preceding prepare raw "
      "remove "
      "repair replica replicas reset restore role rollback row rownum savepoint security serial "
      "server "
      "session setval shutdown signed slave slaves socket some soname start stop stored text ties "
      "timestampadd timestampdiff truncate unbounded unicode uninstall upgrade user value varchar2 "
      "wrapper "
      "xa");
  SetRights(d, kMayBeFunction, "if left right replace repeat insert mod char values interval");
  SetRights(d, kMayBeFunction, "row_number");
}

}  // namespace

Dialect BuildMysql() {
  Dialect d = EmptyDialect(DialectId::kMysql, "mysql", "MySQL and MariaDB");
  MysqlLexing(d.lex);
  MysqlPrecedences(d.precedence);
  MysqlKeywords(d);
  Allow(d, {Feature::kWithCube,
            Feature::kWindowGroups,
            Feature::kWindowExclude,
            Feature::kStringAlias,
            Feature::kBareStringAlias,
            Feature::kWithRollup,
            Feature::kGroupByOrder,
            Feature::kHavingAlone,
            Feature::kLimitComma,
            Feature::kLockForUpdate,
            Feature::kLockShareMode,
            Feature::kIntoVariables,
            Feature::kSelectModifiers,
            Feature::kValuesQuery,
            Feature::kValuesRowWord,
            Feature::kTableQuery,
            Feature::kSetOperationAll,
            Feature::kSetOperationDistinct,
            Feature::kLateral,
            Feature::kStraightJoin,
            Feature::kJoinWithoutCondition,
            Feature::kCrossJoinCondition,
            Feature::kNestedOn,
            Feature::kAliasColumns,
            Feature::kDerivedNeedsAlias,
            Feature::kIndexHints,
            Feature::kSelectPartition,
            Feature::kSystemTime,
            Feature::kJsonTable,
            Feature::kNamedWindow,
            Feature::kNullTreatment,
            Feature::kConvertType,
            Feature::kTypedLiterals,
            Feature::kIntervalUnits,
            Feature::kCollate,
            Feature::kRowWord,
            Feature::kQuantifiedQuery,
            Feature::kRegexp,
            Feature::kRLike,
            Feature::kIsBoolean,
            Feature::kPipesAreOr,
            Feature::kXor,
            Feature::kDivWord,
            Feature::kBinaryWord,
            Feature::kAssignVariables,
            Feature::kOdbcEscapes,
            Feature::kAggregateOrder,
            Feature::kReturning,
            Feature::kOnDuplicateKey,
            Feature::kReplaceInto,
            Feature::kInsertSet,
            Feature::kInsertModifiers,
            Feature::kUpdateTables,
            Feature::kUpdateLimit,
            Feature::kDeleteTables,
            Feature::kWithinGroup,
            Feature::kFetch,
            Feature::kFetchWithTies,
            Feature::kOffsetAlone,
            Feature::kOffsetRows,
            Feature::kCteSearch,
            Feature::kWithDml});
  d.quote = '`';
  return d;
}

}  // namespace aietl::sql
