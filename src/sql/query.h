// Queries and the relations in them.
#pragma once

#include "sql/expr.h"

namespace aietl::sql {

struct ColumnDef;
struct With;

// name = value, name value, or just words: SETTINGS, WITH (…), hints, options of DDL. `raw` holds
// what is not an expression.
struct Option : Node {
  AIETL_SQL_KIND(Option, Node)
  std::string_view
      name;  // upper case words ("ROW FORMAT"), or a name as written in SETTINGS and WITH (…)
  bool equals = false;         // name = value
  bool parenthesised = false;  // name (value, …)
  Expr* value = nullptr;
  Span<Expr*> values;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(equals) AIETL_SQL_F(parenthesised)
                       AIETL_SQL_F(value) AIETL_SQL_F(values) AIETL_SQL_F(raw))
};

enum class Materialized : uint8_t { kNone, kYes, kNo };
struct Cte : Node {
  AIETL_SQL_KIND(Cte, Node)
  Ident name;
  Span<Ident> columns;
  Materialized materialized = Materialized::kNone;
  Query* query = nullptr;
  Statement* statement = nullptr;  // INSERT, UPDATE, DELETE, MERGE … RETURNING
  Expr* expr = nullptr;            // ClickHouse's WITH expr AS name
  Span<Expr*> key;                 // DuckDB's USING KEY (…)
  bool search = false;             // SEARCH {DEPTH|BREADTH} FIRST BY … SET …
  bool search_breadth = false;
  Span<Ident> search_by;
  Ident search_set;
  Span<Ident> cycle;  // CYCLE … SET … TO … DEFAULT … USING …
  Ident cycle_set;
  Expr* cycle_to = nullptr;
  Expr* cycle_default = nullptr;
  Ident cycle_using;
  bool restrict_cycle = false;  // MariaDB's CYCLE … RESTRICT
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(columns) AIETL_SQL_F(key) AIETL_SQL_F(materialized)
                       AIETL_SQL_F(query) AIETL_SQL_F(statement) AIETL_SQL_F(expr)
                           AIETL_SQL_F(search) AIETL_SQL_F(search_breadth) AIETL_SQL_F(search_by)
                               AIETL_SQL_F(search_set) AIETL_SQL_F(cycle) AIETL_SQL_F(cycle_set)
                                   AIETL_SQL_F(cycle_to) AIETL_SQL_F(cycle_default)
                                       AIETL_SQL_F(cycle_using) AIETL_SQL_F(restrict_cycle))
};
struct With : Node {
  AIETL_SQL_KIND(With, Node)
  bool recursive = false;
  Span<Cte*> ctes;
  AIETL_SQL_FIELDS(AIETL_SQL_F(recursive) AIETL_SQL_F(ctes))
};

struct LimitBy : Node {  // ClickHouse's LIMIT [offset,] n BY exprs
  AIETL_SQL_KIND(LimitBy, Node)
  Expr* limit = nullptr;
  Expr* offset = nullptr;
  Span<Expr*> by;
  bool all = false;
  AIETL_SQL_FIELDS(AIETL_SQL_F(limit) AIETL_SQL_F(offset) AIETL_SQL_F(by) AIETL_SQL_F(all))
};

enum class LockStrength : uint8_t {
  kUpdate,
  kNoKeyUpdate,
  kShare,
  kKeyShare,
  kShareMode
};  // kShareMode: LOCK IN SHARE MODE
enum class LockWait : uint8_t { kNone, kNoWait, kSkipLocked, kWait };
struct LockClause : Node {
  AIETL_SQL_KIND(LockClause, Node)
  LockStrength strength = LockStrength::kUpdate;
  Span<Name> of;
  LockWait wait = LockWait::kNone;
  Expr* seconds = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(strength) AIETL_SQL_F(of) AIETL_SQL_F(wait) AIETL_SQL_F(seconds))
};

// One query with what applies to its whole result. `body` is a Select, SetOperation, Values,
// TableQuery, PivotQuery, DescribeQuery, a parenthesised Query, or a StatementQuery.
struct Query : QueryBody {
  AIETL_SQL_KIND(Query, QueryBody)
  With* with = nullptr;
  QueryBody* body = nullptr;
  Span<OrderItem*> order_by;
  Span<AliasedExpr*> interpolate;  // ClickHouse
  bool interpolates = false;
  Span<OrderItem*> sort_by;  // Spark
  Span<Expr*> distribute_by, cluster_by;
  LimitBy* limit_by = nullptr;  // ClickHouse
  LimitBy* limit_by_2 = nullptr;
  Expr* limit = nullptr;
  Expr* offset = nullptr;
  bool limit_all = false;  // LIMIT ALL, LIMIT NULL is an expression
  bool limit_percent = false;
  bool fetch = false;  // FETCH FIRST n ROWS
  bool with_ties = false;
  bool comma_limit = false;       // LIMIT offset, n
  bool offset_rows = false;       // OFFSET n ROWS
  Expr* rows_examined = nullptr;  // MariaDB
  TableRef* into = nullptr;       // MySQL's INTO after the query: the target is in into_targets
  Span<Expr*> into_targets;       // INTO @a, @b
  Raw* outfile = nullptr;         // INTO OUTFILE …, with its options
  Span<LockClause*> locks;
  Span<Option*> settings;       // ClickHouse
  bool settings_first = false;  // SETTINGS before FORMAT
  Ident format;                 // ClickHouse
  bool parenthesised =
      false;  // (select …): this Query stands in parentheses of its own inside another body
  AIETL_SQL_FIELDS(
      AIETL_SQL_F(with) AIETL_SQL_F(body) AIETL_SQL_F(parenthesised) AIETL_SQL_F(order_by)
          AIETL_SQL_F(interpolates) AIETL_SQL_F(interpolate) AIETL_SQL_F(distribute_by)
              AIETL_SQL_F(sort_by) AIETL_SQL_F(cluster_by) AIETL_SQL_F(limit_by)
                  AIETL_SQL_F(limit_by_2) AIETL_SQL_F(limit) AIETL_SQL_F(offset)
                      AIETL_SQL_F(limit_all) AIETL_SQL_F(limit_percent) AIETL_SQL_F(fetch)
                          AIETL_SQL_F(with_ties) AIETL_SQL_F(comma_limit) AIETL_SQL_F(offset_rows)
                              AIETL_SQL_F(rows_examined) AIETL_SQL_F(into) AIETL_SQL_F(into_targets)
                                  AIETL_SQL_F(outfile) AIETL_SQL_F(locks) AIETL_SQL_F(settings)
                                      AIETL_SQL_F(settings_first) AIETL_SQL_F(format))
};

struct SelectItem : Node {
  AIETL_SQL_KIND(SelectItem, Node)
  Expr* expr = nullptr;
  Ident alias;  // quote ' where a string names the column
  bool as = false;
  bool prefix_alias = false;  // DuckDB's alias: expr
  Span<Ident> aliases;        // Spark's f(x) AS (a, b)
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr) AIETL_SQL_F(alias) AIETL_SQL_F(as) AIETL_SQL_F(prefix_alias)
                       AIETL_SQL_F(aliases))
};

enum class Distinct : uint8_t { kNone, kAll, kDistinct, kOn };

struct GroupBy : Node {
  AIETL_SQL_KIND(GroupBy, Node)
  bool all = false;  // GROUP BY ALL
  Quantifier quantifier = Quantifier::kNone;
  bool distinct = false;  // GROUP BY DISTINCT
  bool set_all = false;   // PostgreSQL's GROUP BY ALL a, b
  Span<Expr*> items;      // expressions and GroupingSets
  bool with_rollup = false, with_cube = false, with_totals = false;
  bool asc_desc = false;
  Span<OrderItem*>
      ordered;       // MariaDB's GROUP BY a DESC: used instead of items where a direction stands
  Span<Expr*> sets;  // Spark's GROUP BY a, b GROUPING SETS (…)
  bool has_sets = false;
  AIETL_SQL_FIELDS(AIETL_SQL_F(all) AIETL_SQL_F(quantifier) AIETL_SQL_F(distinct)
                       AIETL_SQL_F(set_all) AIETL_SQL_F(items) AIETL_SQL_F(asc_desc)
                           AIETL_SQL_F(ordered) AIETL_SQL_F(has_sets) AIETL_SQL_F(sets)
                               AIETL_SQL_F(with_rollup) AIETL_SQL_F(with_cube)
                                   AIETL_SQL_F(with_totals))
};

struct NamedWindow : Node {
  AIETL_SQL_KIND(NamedWindow, Node)
  Ident name;
  WindowSpec* spec = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(spec))
};

struct TableSample : Node {
  AIETL_SQL_KIND(TableSample, Node)
  std::string_view word;  // TABLESAMPLE, SAMPLE, USING SAMPLE
  Name method;
  Span<Expr*> args;
  std::string_view unit;  // "", "PERCENT", "%", "ROWS", "BYTES" …
  bool bare = false;      // without parentheses
  bool method_first = false;
  Expr* repeatable = nullptr;
  std::string_view repeat_word;  // REPEATABLE or SEED
  Expr* offset = nullptr;        // ClickHouse
  Expr* buckets = nullptr;       // Spark's BUCKET x OUT OF y
  Expr* out_of = nullptr;
  Expr* on = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(word) AIETL_SQL_F(method) AIETL_SQL_F(args) AIETL_SQL_F(unit)
                       AIETL_SQL_F(bare) AIETL_SQL_F(method_first) AIETL_SQL_F(repeat_word)
                           AIETL_SQL_F(repeatable) AIETL_SQL_F(offset) AIETL_SQL_F(buckets)
                               AIETL_SQL_F(out_of) AIETL_SQL_F(on))
};

// A relation as the body says: TABLE t. `from` may also be a VALUES relation of DuckDB.
struct TableQuery : QueryBody {
  AIETL_SQL_KIND(TableQuery, QueryBody)
  TableRef* table = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(table))
};

struct Select : QueryBody {
  AIETL_SQL_KIND(Select, QueryBody)
  Span<std::string_view> hints;      // texts of /*+ … */
  Span<std::string_view> modifiers;  // MySQL's STRAIGHT_JOIN, SQL_CALC_FOUND_ROWS …, upper case
  Distinct distinct = Distinct::kNone;
  bool distinct_row = false;  // MySQL's DISTINCTROW
  Span<Expr*> distinct_on;
  Expr* top = nullptr;  // TOP n
  bool top_percent = false, top_ties = false;
  Span<SelectItem*> items;      // empty: DuckDB's FROM t, PostgreSQL's SELECT FROM t
  bool from_first = false;      // FROM t [SELECT …]
  bool no_select = false;       // FROM t
  TableRef* into = nullptr;     // SELECT INTO t: a TableName
  std::string_view into_words;  // TEMPORARY, UNLOGGED …, and TABLE
  Span<Expr*> into_targets;     // MySQL's SELECT … INTO @a FROM …
  Raw* outfile = nullptr;
  Span<TableRef*> from;  // comma-separated
  bool dual = false;
  Expr* prewhere = nullptr;  // ClickHouse
  Expr* where = nullptr;
  Expr* start_with = nullptr;  // Snowflake's hierarchical queries
  Expr* connect_by = nullptr;
  bool nocycle = false;
  GroupBy* group_by = nullptr;
  Expr* having = nullptr;
  Span<NamedWindow*> windows;
  Expr* qualify = nullptr;
  TableSample* sample = nullptr;  // DuckDB's USING SAMPLE
  Raw* transform = nullptr;       // Spark's SELECT TRANSFORM (…) USING …
  AIETL_SQL_FIELDS(AIETL_SQL_F(hints) AIETL_SQL_F(modifiers) AIETL_SQL_F(distinct)
                       AIETL_SQL_F(distinct_row) AIETL_SQL_F(distinct_on) AIETL_SQL_F(top)
                           AIETL_SQL_F(top_percent) AIETL_SQL_F(top_ties) AIETL_SQL_F(items)
                               AIETL_SQL_F(transform) AIETL_SQL_F(from_first) AIETL_SQL_F(no_select)
                                   AIETL_SQL_F(into) AIETL_SQL_F(into_words)
                                       AIETL_SQL_F(into_targets) AIETL_SQL_F(outfile)
                                           AIETL_SQL_F(from) AIETL_SQL_F(dual) AIETL_SQL_F(prewhere)
                                               AIETL_SQL_F(where) AIETL_SQL_F(start_with)
                                                   AIETL_SQL_F(connect_by) AIETL_SQL_F(nocycle)
                                                       AIETL_SQL_F(group_by) AIETL_SQL_F(having)
                                                           AIETL_SQL_F(windows) AIETL_SQL_F(qualify)
                                                               AIETL_SQL_F(sample))
};

enum class SetOp : uint8_t { kUnion, kExcept, kIntersect };
struct SetOperation : QueryBody {
  AIETL_SQL_KIND(SetOperation, QueryBody)
  SetOp op = SetOp::kUnion;
  bool minus = false;                     // MINUS, not EXCEPT
  Distinct quantifier = Distinct::kNone;  // kNone, kAll, kDistinct
  bool by_name = false;                   // DuckDB
  QueryBody* left = nullptr;
  QueryBody* right = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(left) AIETL_SQL_F(op) AIETL_SQL_F(minus) AIETL_SQL_F(quantifier)
                       AIETL_SQL_F(by_name) AIETL_SQL_F(right))
};

struct Values : QueryBody {
  AIETL_SQL_KIND(Values, QueryBody)
  Span<RowExpr*> rows;
  bool row_word = false;  // MySQL's VALUES ROW(…)
  bool bare = false;  // Spark's VALUES 1, 2: each row has one item and stands without parentheses
  bool singular = false;  // MySQL's VALUE (…)
  AIETL_SQL_FIELDS(AIETL_SQL_F(row_word) AIETL_SQL_F(bare) AIETL_SQL_F(singular) AIETL_SQL_F(rows))
};

// DuckDB's FROM (DESCRIBE …), (SUMMARIZE …), (SHOW …)
struct DescribeQuery : QueryBody {
  AIETL_SQL_KIND(DescribeQuery, QueryBody)
  std::string_view word;  // DESCRIBE, SUMMARIZE, SHOW
  Query* query = nullptr;
  TableRef* table = nullptr;
  Raw* rest = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(word) AIETL_SQL_F(query) AIETL_SQL_F(table) AIETL_SQL_F(rest))
};
// A statement that gives rows in a query's place (Snowflake's and Spark's pipes, DuckDB's CALL).
struct StatementQuery : QueryBody {
  AIETL_SQL_KIND(StatementQuery, QueryBody)
  Statement* statement = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(statement))
};

// ── relations ──

struct TableAlias : Node {
  AIETL_SQL_KIND(TableAlias, Node)
  Ident name;
  bool as = false;
  Span<Ident> columns;
  Span<ColumnDef*> definitions;  // f() AS t(a int, b text)
  bool parenthesised = false;    // t(…) stands, maybe empty
  AIETL_SQL_FIELDS(AIETL_SQL_F(as) AIETL_SQL_F(name) AIETL_SQL_F(columns) AIETL_SQL_F(definitions)
                       AIETL_SQL_F(parenthesised))
};

struct IndexHint : Node {  // MySQL's USE INDEX FOR JOIN (a, b); SQLite's INDEXED BY i, NOT INDEXED
  AIETL_SQL_KIND(IndexHint, Node)
  std::string_view words;  // "USE INDEX", "FORCE KEY", "IGNORE INDEX", "INDEXED BY", "NOT INDEXED"
  std::string_view purpose;  // "JOIN", "ORDER BY", "GROUP BY"
  Span<Ident> names;
  AIETL_SQL_FIELDS(AIETL_SQL_F(words) AIETL_SQL_F(purpose) AIETL_SQL_F(names))
};

// FOR SYSTEM_TIME AS OF x (MariaDB), AT(TIMESTAMP => x), BEFORE(…), CHANGES(…) (Snowflake), VERSION
// AS OF 1 (Spark), AT (VERSION => 1) (DuckDB)
struct TimeTravel : Node {
  AIETL_SQL_KIND(TimeTravel, Node)
  std::string_view
      words;  // canonical: "AT", "BEFORE", "FOR SYSTEM_TIME AS OF", "TIMESTAMP AS OF", …
  std::string_view unit;  // TIMESTAMP, OFFSET, STATEMENT, STREAM, VERSION
  Expr* from = nullptr;
  Expr* to = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(words) AIETL_SQL_F(unit) AIETL_SQL_F(from) AIETL_SQL_F(to))
};

struct TableName : TableRef {
  AIETL_SQL_KIND(TableName, TableRef)
  Name name;
  bool only = false;                // ONLY t
  bool only_parenthesised = false;  // ONLY (t)
  bool star = false;                // t *
  std::string_view
      stage;  // Snowflake's @stage/path, as written; DuckDB's 'file.csv' is a name with quote '
  Span<Argument*> stage_args;    // @stage (FILE_FORMAT => …)
  bool identifier_call = false;  // IDENTIFIER('name'): `name_expr`
  Expr* name_expr = nullptr;
  Span<Ident> partitions;   // MySQL's PARTITION (p0)
  bool table_word = false;  // TABLE t, Spark
  bool final = false;       // ClickHouse
  TimeTravel* travel = nullptr;
  bool sample_first = false;  // the sample stands before the alias
  TableAlias* alias = nullptr;
  TableSample* sample = nullptr;
  Span<IndexHint*> hints;
  Span<Option*> with_hints;
  AIETL_SQL_FIELDS(AIETL_SQL_F(only) AIETL_SQL_F(only_parenthesised) AIETL_SQL_F(table_word)
                       AIETL_SQL_F(name) AIETL_SQL_F(stage) AIETL_SQL_F(stage_args)
                           AIETL_SQL_F(identifier_call) AIETL_SQL_F(name_expr) AIETL_SQL_F(star)
                               AIETL_SQL_F(partitions) AIETL_SQL_F(travel) AIETL_SQL_F(alias)
                                   AIETL_SQL_F(sample_first) AIETL_SQL_F(final) AIETL_SQL_F(sample)
                                       AIETL_SQL_F(hints) AIETL_SQL_F(with_hints))
};

struct DerivedTable : TableRef {
  AIETL_SQL_KIND(DerivedTable, TableRef)
  bool lateral = false;
  bool final = false;
  bool bare_values = false;  // Spark's FROM VALUES (1), (2) AS t
  Query* query = nullptr;
  TableAlias* alias = nullptr;
  bool sample_first = false;
  TableSample* sample = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(lateral) AIETL_SQL_F(bare_values) AIETL_SQL_F(query)
                       AIETL_SQL_F(alias) AIETL_SQL_F(final) AIETL_SQL_F(sample_first)
                           AIETL_SQL_F(sample))
};

// f(…) in FROM, ROWS FROM (f(…), g(…)), TABLE(f(…)), UNNEST(…)
struct TableFunction : TableRef {
  AIETL_SQL_KIND(TableFunction, TableRef)
  bool lateral = false;
  bool rows_from = false;
  bool table_word = false;        // TABLE(f(…))
  Span<Expr*> calls;              // one, or those of ROWS FROM; mostly Calls
  Span<TableAlias*> definitions;  // ROWS FROM (f() AS (a int)): as long as calls, or empty
  bool with_ordinality = false;
  bool with_offset = false;
  Ident offset_alias;
  bool final = false;
  TableAlias* alias = nullptr;
  bool sample_first = false;
  TableSample* sample = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(lateral) AIETL_SQL_F(rows_from) AIETL_SQL_F(table_word)
                       AIETL_SQL_F(calls) AIETL_SQL_F(definitions) AIETL_SQL_F(with_ordinality)
                           AIETL_SQL_F(alias) AIETL_SQL_F(with_offset) AIETL_SQL_F(offset_alias)
                               AIETL_SQL_F(final) AIETL_SQL_F(sample_first) AIETL_SQL_F(sample))
};

enum class JoinKind : uint8_t {
  kPlain,
  kInner,
  kLeft,
  kRight,
  kFull,
  kCross,
  kSemi,
  kAnti,
  kPositional,
  kStraight,
  kPaste,
  kApply
};
enum class JoinStrictness : uint8_t {
  kNone,
  kAny,
  kAll,
  kAsof,
  kSemi,
  kAnti
};  // ClickHouse's, and ASOF of DuckDB and Snowflake
struct Join : TableRef {
  AIETL_SQL_KIND(Join, TableRef)
  JoinKind type = JoinKind::kPlain;  // kSemi and kAnti alone are DuckDB's and Spark's
  JoinStrictness strictness = JoinStrictness::kNone;
  bool strictness_last = false;  // LEFT ANY JOIN, not ANY LEFT JOIN
  bool outer_word = false;
  bool natural = false;
  bool global = false;  // ClickHouse
  bool local = false;
  bool side_first = false;
  Expr* on = nullptr;
  Span<Ident> using_columns;
  bool has_using = false;
  bool using_bare = false;          // ClickHouse's USING a, b
  Ident using_alias;                // PostgreSQL's USING (…) AS alias
  Expr* match_condition = nullptr;  // Snowflake's ASOF JOIN … MATCH_CONDITION (…)
  TableRef* left = nullptr;
  TableRef* right = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(left) AIETL_SQL_F(type) AIETL_SQL_F(strictness)
                       AIETL_SQL_F(strictness_last) AIETL_SQL_F(outer_word) AIETL_SQL_F(natural)
                           AIETL_SQL_F(global) AIETL_SQL_F(local) AIETL_SQL_F(side_first)
                               AIETL_SQL_F(right) AIETL_SQL_F(match_condition) AIETL_SQL_F(on)
                                   AIETL_SQL_F(has_using) AIETL_SQL_F(using_columns)
                                       AIETL_SQL_F(using_bare) AIETL_SQL_F(using_alias))
};

// (a JOIN b …) [AS t]; MySQL's {OJ …} and (a, b)
struct ParenTable : TableRef {
  AIETL_SQL_KIND(ParenTable, TableRef)
  bool odbc = false;
  Span<TableRef*> tables;  // one; several in MySQL
  TableAlias* alias = nullptr;
  TableSample* sample = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(odbc) AIETL_SQL_F(tables) AIETL_SQL_F(alias) AIETL_SQL_F(sample))
};

// What a pivot turns: FOR column IN (…)
struct PivotColumn : Node {
  AIETL_SQL_KIND(PivotColumn, Node)
  Span<Expr*> columns;  // one, or several in parentheses
  bool parenthesised = false;
  bool has_in = false;
  Span<Expr*> in;          // AliasedExpr where a value has a name
  Query* query = nullptr;  // IN (select …)
  bool any = false;        // Snowflake's IN (ANY [ORDER BY …])
  Span<OrderItem*> any_order;
  Expr* in_name = nullptr;  // IN enum_type
  AIETL_SQL_FIELDS(AIETL_SQL_F(columns) AIETL_SQL_F(parenthesised) AIETL_SQL_F(has_in)
                       AIETL_SQL_F(in) AIETL_SQL_F(query) AIETL_SQL_F(any) AIETL_SQL_F(any_order)
                           AIETL_SQL_F(in_name))
};
struct PivotTable : TableRef {
  AIETL_SQL_KIND(PivotTable, TableRef)
  TableRef* table = nullptr;
  bool unpivot = false;
  Span<Expr*> aggregates;  // pivot: AliasedExpr or Call
  Span<Ident> values;      // unpivot: the value columns
  bool values_parenthesised = false;
  bool include_nulls = false, exclude_nulls = false;
  Span<PivotColumn*> columns;
  Span<Expr*> group_by;             // DuckDB
  Expr* default_on_null = nullptr;  // Snowflake
  TableAlias* alias = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(table) AIETL_SQL_F(unpivot) AIETL_SQL_F(include_nulls)
                       AIETL_SQL_F(exclude_nulls) AIETL_SQL_F(aggregates) AIETL_SQL_F(values)
                           AIETL_SQL_F(values_parenthesised) AIETL_SQL_F(columns)
                               AIETL_SQL_F(default_on_null) AIETL_SQL_F(group_by)
                                   AIETL_SQL_F(alias))
};
// DuckDB's PIVOT t ON … USING … GROUP BY …, UNPIVOT t ON … INTO NAME n VALUE v
struct PivotQuery : QueryBody {
  AIETL_SQL_KIND(PivotQuery, QueryBody)
  bool unpivot = false;
  std::string_view word;  // PIVOT, PIVOT_WIDER, UNPIVOT, PIVOT_LONGER
  TableRef* table = nullptr;
  bool include_nulls = false, exclude_nulls = false;
  Span<PivotColumn*> on;
  Span<Expr*> using_aggregates;
  Span<Expr*> group_by;
  Ident name;          // INTO NAME …
  Span<Ident> values;  // VALUE …
  AIETL_SQL_FIELDS(AIETL_SQL_F(unpivot) AIETL_SQL_F(word) AIETL_SQL_F(table)
                       AIETL_SQL_F(include_nulls) AIETL_SQL_F(exclude_nulls) AIETL_SQL_F(on)
                           AIETL_SQL_F(using_aggregates) AIETL_SQL_F(group_by) AIETL_SQL_F(name)
                               AIETL_SQL_F(values))
};

struct LateralView : TableRef {  // Spark: table LATERAL VIEW [OUTER] f(…) t AS a, b
  AIETL_SQL_KIND(LateralView, TableRef)
  TableRef* table = nullptr;
  bool outer = false;
  Call* call = nullptr;
  Ident name;
  Span<Ident> columns;
  bool as = false;
  AIETL_SQL_FIELDS(AIETL_SQL_F(table) AIETL_SQL_F(outer) AIETL_SQL_F(call) AIETL_SQL_F(name)
                       AIETL_SQL_F(as) AIETL_SQL_F(columns))
};
struct ArrayJoin : TableRef {  // ClickHouse: table [LEFT] ARRAY JOIN a AS x, b
  AIETL_SQL_KIND(ArrayJoin, TableRef)
  TableRef* table = nullptr;  // null: SELECT … ARRAY JOIN [1, 2] AS x
  bool left = false;
  bool inner = false;
  Span<Expr*> items;
  AIETL_SQL_FIELDS(AIETL_SQL_F(table) AIETL_SQL_F(left) AIETL_SQL_F(inner) AIETL_SQL_F(items))
};

// A column of JSON_TABLE or XMLTABLE.
struct JsonColumn : Node {
  AIETL_SQL_KIND(JsonColumn, Node)
  Ident name;
  bool ordinality = false;
  TypeName* type = nullptr;
  bool exists = false;
  Expr* path = nullptr;
  std::string_view words;               // FORMAT JSON, WITH WRAPPER, NOT NULL …, canonical
  Expr* default_value = nullptr;        // XMLTABLE
  std::string_view on_empty, on_error;  // "NULL", "ERROR", "DEFAULT"
  Expr* empty_default = nullptr;
  Expr* error_default = nullptr;
  bool is_nested = false;  // NESTED PATH path COLUMNS (…)
  Span<JsonColumn*> nested;
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(ordinality) AIETL_SQL_F(type) AIETL_SQL_F(exists)
                       AIETL_SQL_F(path) AIETL_SQL_F(words) AIETL_SQL_F(default_value)
                           AIETL_SQL_F(on_empty) AIETL_SQL_F(empty_default) AIETL_SQL_F(on_error)
                               AIETL_SQL_F(error_default) AIETL_SQL_F(is_nested)
                                   AIETL_SQL_F(nested))
};
struct JsonTable : TableRef {
  AIETL_SQL_KIND(JsonTable, TableRef)
  bool xml = false;
  bool lateral = false;
  Span<AliasedExpr*> namespaces;
  Expr* document = nullptr;
  Expr* path = nullptr;            // XMLTABLE: the row expression
  std::string_view passing_words;  // BY REF …
  Span<JsonColumn*> columns;
  TableAlias* alias = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(xml) AIETL_SQL_F(lateral) AIETL_SQL_F(namespaces) AIETL_SQL_F(path)
                       AIETL_SQL_F(document) AIETL_SQL_F(passing_words) AIETL_SQL_F(columns)
                           AIETL_SQL_F(alias))
};

struct MatchRecognize : TableRef {  // Snowflake
  AIETL_SQL_KIND(MatchRecognize, TableRef)
  TableRef* table = nullptr;
  Span<Expr*> partition_by;
  Span<OrderItem*> order_by;
  Span<AliasedExpr*> measures;
  Raw* rows = nullptr;  // ONE ROW PER MATCH, AFTER MATCH SKIP …
  Raw* pattern = nullptr;
  Span<AliasedExpr*> define;  // alias AS expr: the name is `alias`
  TableAlias* alias = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(table) AIETL_SQL_F(partition_by) AIETL_SQL_F(order_by)
                       AIETL_SQL_F(measures) AIETL_SQL_F(rows) AIETL_SQL_F(pattern)
                           AIETL_SQL_F(define) AIETL_SQL_F(alias))
};

// The relation's alias, null where it has none or can have none.
TableAlias* AliasOf(TableRef* table);
const TableAlias* AliasOf(const TableRef* table);

}  // namespace aietl::sql
