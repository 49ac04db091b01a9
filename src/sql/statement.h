// Statements: data first, then definitions, then the rest.
#pragma once

#include "sql/query.h"

namespace aietl::sql {

struct SelectStatement : Statement {
  AIETL_SQL_KIND(SelectStatement, Statement)
  Query* query = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(query))
};

struct Assignment : Node {  // column = value, (a, b) = row, *= in DuckDB's UPDATE SET *
  AIETL_SQL_KIND(Assignment, Node)
  Span<Name> targets;        // one, or several in parentheses
  Span<Expr*> target_steps;  // of those in parentheses, as an Insert's column_steps
  bool parenthesised = false;
  Span<Expr*>
      subscripts;  // PostgreSQL's a[1].f = …: Subscript and FieldAccess steps with a null base
  Expr* value = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(targets) AIETL_SQL_F(target_steps) AIETL_SQL_F(parenthesised)
                       AIETL_SQL_F(subscripts) AIETL_SQL_F(value))
};
struct IndexColumn : Node {  // a column or expression of an index, key or conflict target
  AIETL_SQL_KIND(IndexColumn, Node)
  Ident name;
  Expr* expr = nullptr;
  Expr* length = nullptr;  // MySQL's prefix
  Name collation;
  Name op_class;
  Span<Option*> op_class_options;
  Direction direction = Direction::kNone;
  NullsOrder nulls = NullsOrder::kNone;
  std::string_view with_operator;  // EXCLUDE … WITH =
  Name with_schema;
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(expr) AIETL_SQL_F(length) AIETL_SQL_F(collation)
                       AIETL_SQL_F(op_class) AIETL_SQL_F(op_class_options) AIETL_SQL_F(direction)
                           AIETL_SQL_F(nulls) AIETL_SQL_F(with_schema) AIETL_SQL_F(with_operator))
};
struct OnConflict : Node {  // ON CONFLICT … DO …
  AIETL_SQL_KIND(OnConflict, Node)
  Span<IndexColumn*> target;
  bool has_target = false;
  Expr* target_where = nullptr;
  Ident constraint;  // ON CONSTRAINT name
  bool do_nothing = false;
  Span<Assignment*> set;
  bool set_all = false;  // DuckDB's DO UPDATE without SET
  Expr* where = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(has_target) AIETL_SQL_F(target) AIETL_SQL_F(target_where)
                       AIETL_SQL_F(constraint) AIETL_SQL_F(do_nothing) AIETL_SQL_F(set)
                           AIETL_SQL_F(set_all) AIETL_SQL_F(where))
};
struct Returning : Node {
  AIETL_SQL_KIND(Returning, Node)
  Span<SelectItem*> items;
  Span<Expr*> into;
  AIETL_SQL_FIELDS(AIETL_SQL_F(items) AIETL_SQL_F(into))
};

struct Insert : Statement {
  AIETL_SQL_KIND(Insert, Statement)
  With* with = nullptr;
  Span<std::string_view> hints;  // /*+ … */ behind the first word
  std::string_view verb;         // INSERT, REPLACE
  std::string_view
      conflict;  // OR ABORT, OR REPLACE …: the second word; IGNORE, DELAYED … are modifiers
  Span<std::string_view> modifiers;  // LOW_PRIORITY, DELAYED, HIGH_PRIORITY, IGNORE
  bool overwrite = false;            // Spark's and Snowflake's INSERT OVERWRITE
  bool into = true;
  bool table_word = false;
  TableRef* table = nullptr;  // TableName, or ClickHouse's TableFunction
  Span<Option*> partition;    // Spark's PARTITION (a = 1, b)
  bool if_not_exists = false;
  bool has_columns = false;
  Span<Name> columns;
  Span<Expr*> column_steps;  // PostgreSQL's (a[1], b.c[2]): of each column, or null; empty: none
  Expr* columns_star = nullptr;  // ClickHouse's (* EXCEPT (a))
  bool by_name = false, by_position = false;
  std::string_view overriding;  // SYSTEM, USER
  bool default_values = false;
  Span<Assignment*> set;   // MySQL's INSERT … SET
  Query* query = nullptr;  // VALUES is a Query too
  Ident row_alias;         // MySQL 8's VALUES (…) AS new (a, b)
  Span<Ident> row_columns;
  Expr* replace_where = nullptr;  // Spark's REPLACE WHERE
  Span<OnConflict*> on_conflict;  // several in SQLite
  bool has_duplicate_key = false;
  Span<Assignment*> on_duplicate_key;
  Returning* returning = nullptr;
  Span<Option*> settings;  // ClickHouse
  Ident format;            // ClickHouse
  Raw* data = nullptr;     // what follows FORMAT …
  Raw* from_infile = nullptr;
  bool all = false, first = false;  // Snowflake's multi-table INSERT
  Span<Insert*> branches;
  Span<Expr*> conditions;  // WHEN of each branch; null: ELSE
  AIETL_SQL_FIELDS(
      AIETL_SQL_F(with) AIETL_SQL_F(hints) AIETL_SQL_F(verb) AIETL_SQL_F(conflict)
          AIETL_SQL_F(modifiers) AIETL_SQL_F(overwrite) AIETL_SQL_F(all) AIETL_SQL_F(first)
              AIETL_SQL_F(into) AIETL_SQL_F(table_word) AIETL_SQL_F(table) AIETL_SQL_F(partition)
                  AIETL_SQL_F(if_not_exists) AIETL_SQL_F(has_columns) AIETL_SQL_F(columns)
                      AIETL_SQL_F(column_steps) AIETL_SQL_F(columns_star) AIETL_SQL_F(by_name)
                          AIETL_SQL_F(by_position) AIETL_SQL_F(overriding)
                              AIETL_SQL_F(replace_where) AIETL_SQL_F(default_values)
                                  AIETL_SQL_F(set) AIETL_SQL_F(conditions) AIETL_SQL_F(branches)
                                      AIETL_SQL_F(query) AIETL_SQL_F(row_alias)
                                          AIETL_SQL_F(row_columns) AIETL_SQL_F(on_conflict)
                                              AIETL_SQL_F(has_duplicate_key)
                                                  AIETL_SQL_F(on_duplicate_key)
                                                      AIETL_SQL_F(returning) AIETL_SQL_F(settings)
                                                          AIETL_SQL_F(format) AIETL_SQL_F(data)
                                                              AIETL_SQL_F(from_infile))
};

struct Update : Statement {
  AIETL_SQL_KIND(Update, Statement)
  With* with = nullptr;
  Span<std::string_view> hints;      // /*+ … */ behind the first word
  std::string_view conflict;         // SQLite's OR …
  Span<std::string_view> modifiers;  // LOW_PRIORITY, IGNORE
  Span<TableRef*> tables;            // one; MySQL: several, and joins
  Span<Assignment*> set;
  Span<TableRef*> from;
  Expr* where = nullptr;
  Span<OrderItem*> order_by;
  Expr* limit = nullptr;
  Expr* offset = nullptr;
  bool comma_limit = false;
  Returning* returning = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(with) AIETL_SQL_F(hints) AIETL_SQL_F(conflict) AIETL_SQL_F(modifiers)
                       AIETL_SQL_F(tables) AIETL_SQL_F(set) AIETL_SQL_F(from) AIETL_SQL_F(where)
                           AIETL_SQL_F(order_by) AIETL_SQL_F(limit) AIETL_SQL_F(offset)
                               AIETL_SQL_F(comma_limit) AIETL_SQL_F(returning))
};

struct Delete : Statement {
  AIETL_SQL_KIND(Delete, Statement)
  With* with = nullptr;
  Span<std::string_view> hints;      // /*+ … */ behind the first word
  Span<std::string_view> modifiers;  // LOW_PRIORITY, QUICK, IGNORE, HISTORY
  Span<TableRef*> targets;           // MySQL's DELETE t1, t2 FROM …: TableNames
  bool targets_after = false;        // DELETE FROM t1, t2 USING …
  TableRef* table = nullptr;         // null with targets
  Span<TableRef*> from;              // with targets: what they are taken from
  Span<TableRef*> using_tables;
  Raw* portion = nullptr;  // MariaDB's FOR PORTION OF, BEFORE SYSTEM_TIME
  Expr* where = nullptr;
  Span<OrderItem*> order_by;
  Expr* limit = nullptr;
  Expr* offset = nullptr;
  bool comma_limit = false;
  Returning* returning = nullptr;
  Ident on_cluster;  // ClickHouse
  Expr* in_partition = nullptr;
  Span<Option*> settings;
  AIETL_SQL_FIELDS(AIETL_SQL_F(with) AIETL_SQL_F(hints) AIETL_SQL_F(modifiers) AIETL_SQL_F(targets)
                       AIETL_SQL_F(targets_after) AIETL_SQL_F(table) AIETL_SQL_F(on_cluster)
                           AIETL_SQL_F(in_partition) AIETL_SQL_F(from) AIETL_SQL_F(portion)
                               AIETL_SQL_F(using_tables) AIETL_SQL_F(where) AIETL_SQL_F(order_by)
                                   AIETL_SQL_F(limit) AIETL_SQL_F(offset) AIETL_SQL_F(comma_limit)
                                       AIETL_SQL_F(returning) AIETL_SQL_F(settings))
};

enum class MergeWhen : uint8_t { kMatched, kNotMatchedByTarget, kNotMatchedBySource };
enum class MergeDo : uint8_t { kUpdate, kInsert, kDelete, kDoNothing, kError };
struct MergeAction : Node {
  AIETL_SQL_KIND(MergeAction, Node)
  MergeWhen when = MergeWhen::kMatched;
  bool by_words = false;  // BY TARGET / BY SOURCE stands
  Expr* condition = nullptr;
  MergeDo action = MergeDo::kDoNothing;
  bool star = false;     // UPDATE SET *, INSERT *
  bool by_name = false;  // DuckDB's UPDATE BY NAME, INSERT BY NAME
  bool by_position = false;
  bool bare = false;  // DuckDB's bare UPDATE / INSERT
  Span<Assignment*> set;
  bool has_columns = false;
  Span<Name> columns;
  std::string_view overriding;
  bool default_values = false;
  Span<Expr*> values;
  Expr* error = nullptr;
  bool all_by_name = false;  // Snowflake
  AIETL_SQL_FIELDS(AIETL_SQL_F(all_by_name) AIETL_SQL_F(when) AIETL_SQL_F(by_words)
                       AIETL_SQL_F(condition) AIETL_SQL_F(action) AIETL_SQL_F(star)
                           AIETL_SQL_F(by_name) AIETL_SQL_F(by_position) AIETL_SQL_F(bare)
                               AIETL_SQL_F(set) AIETL_SQL_F(has_columns) AIETL_SQL_F(columns)
                                   AIETL_SQL_F(overriding) AIETL_SQL_F(default_values)
                                       AIETL_SQL_F(values) AIETL_SQL_F(error))
};
struct Merge : Statement {
  AIETL_SQL_KIND(Merge, Statement)
  With* with = nullptr;
  Span<std::string_view> hints;   // /*+ … */ behind the first word
  bool schema_evolution = false;  // Spark's MERGE WITH SCHEMA EVOLUTION
  bool into = true;
  TableRef* target = nullptr;
  TableRef* source = nullptr;
  Expr* on = nullptr;
  Span<Ident> using_columns;  // DuckDB's USING (a, b)
  bool has_using = false;
  Span<MergeAction*> actions;
  Returning* returning = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(with) AIETL_SQL_F(hints) AIETL_SQL_F(schema_evolution)
                       AIETL_SQL_F(into) AIETL_SQL_F(target) AIETL_SQL_F(source) AIETL_SQL_F(on)
                           AIETL_SQL_F(has_using) AIETL_SQL_F(using_columns) AIETL_SQL_F(actions)
                               AIETL_SQL_F(returning))
};

// ── definitions ──

enum class ConstraintKind : uint8_t {
  kNotNull,
  kNull,
  kDefault,
  kCheck,
  kPrimaryKey,
  kUnique,
  kReferences,
  kForeignKey,
  kGenerated,
  kIdentity,
  kAutoIncrement,
  kCollate,
  kComment,
  kExclude,
  kIndex,
  kOnUpdate,
  kCodec,
  kTtl,
  kMaterialized,
  kAlias,
  kEphemeral,
  kCompression,
  kStorage,
  kLike,
  kProjection,
  kMask,
  kTag,
  kPeriod,
  kOther,
};
// Of a column or of a table. Which fields matter follows from `type`.
struct Constraint : Node {
  AIETL_SQL_KIND(Constraint, Node)
  Ident name;  // CONSTRAINT name
  bool constraint_word = false;
  ConstraintKind type = ConstraintKind::kOther;
  std::string_view words;  // spelling where there are several: KEY, FULLTEXT INDEX …; canonical
  bool if_not_exists = false;
  Ident index_name;
  Span<IndexColumn*> columns;
  Expr* expr = nullptr;  // default, check, generated
  bool expr_parenthesised = false;
  Name references;
  Span<Ident> reference_columns;
  std::string_view match, on_delete, on_update;  // "CASCADE", "SET NULL" …
  Span<Ident> set_columns;                       // ON DELETE SET NULL (a)
  std::string_view conflict;                     // SQLite's ON CONFLICT …
  std::string_view generated;                    // "ALWAYS", "BY DEFAULT", "STORED", "VIRTUAL" …
  bool deferrable = false, not_deferrable = false, initially_deferred = false,
       initially_immediate = false;
  bool not_valid = false, no_inherit = false, nulls_not_distinct = false, nulls_distinct = false;
  Span<Option*> options;  // INCLUDE, USING INDEX …, WITH (…), identity's options
  Expr* where = nullptr;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(
      AIETL_SQL_F(constraint_word) AIETL_SQL_F(name) AIETL_SQL_F(type) AIETL_SQL_F(words)
          AIETL_SQL_F(if_not_exists) AIETL_SQL_F(index_name) AIETL_SQL_F(columns)
              AIETL_SQL_F(expr_parenthesised) AIETL_SQL_F(expr) AIETL_SQL_F(references)
                  AIETL_SQL_F(reference_columns) AIETL_SQL_F(match) AIETL_SQL_F(on_delete)
                      AIETL_SQL_F(on_update) AIETL_SQL_F(set_columns) AIETL_SQL_F(conflict)
                          AIETL_SQL_F(generated) AIETL_SQL_F(deferrable) AIETL_SQL_F(not_deferrable)
                              AIETL_SQL_F(initially_deferred) AIETL_SQL_F(initially_immediate)
                                  AIETL_SQL_F(not_valid) AIETL_SQL_F(no_inherit)
                                      AIETL_SQL_F(nulls_not_distinct) AIETL_SQL_F(nulls_distinct)
                                          AIETL_SQL_F(options) AIETL_SQL_F(where) AIETL_SQL_F(raw))
};

struct ColumnDef : Node {
  AIETL_SQL_KIND(ColumnDef, Node)
  Ident name;
  TypeName* type = nullptr;  // null where the dialect allows none
  Span<Constraint*> constraints;
  Name collation;             // in alias definitions: f() AS (a text COLLATE "C")
  bool colon = false;         // Spark's name: type
  bool with_options = false;  // PostgreSQL's a WITH OPTIONS, of a typed table
  Span<Option*> options;      // STORAGE …, FIRST, AFTER x
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(colon) AIETL_SQL_F(with_options) AIETL_SQL_F(type)
                       AIETL_SQL_F(collation) AIETL_SQL_F(constraints) AIETL_SQL_F(options))
};

struct CreateTable : Statement {
  AIETL_SQL_KIND(CreateTable, Statement)
  bool or_replace = false;
  bool replace_verb = false;  // REPLACE TABLE
  std::string_view
      words;  // "TEMPORARY", "GLOBAL TEMPORARY", "UNLOGGED", "EXTERNAL", "TRANSIENT", "FOREIGN" …
  bool if_not_exists = false;
  Name name;
  std::string_view uuid;  // ClickHouse
  Ident on_cluster;       // ClickHouse
  bool has_columns = false;
  Span<ColumnDef*> columns;
  Span<Constraint*> constraints;  // and LIKE parts
  Name like;                      // CREATE TABLE a LIKE b; CLONE; ClickHouse's AS b
  std::string_view like_word;     // LIKE, CLONE, AS
  TimeTravel* travel = nullptr;   // CLONE t AT (…)
  Name of_type;                   // PostgreSQL's OF type
  Name partition_of;
  Raw* bounds = nullptr;  // FOR VALUES …
  Span<Name> inherits;
  bool has_inherits = false;
  Span<Option*>
      options;  // ENGINE = …, PARTITION BY …, WITH (…), USING …, ON COMMIT …, in the order written
  TableRef* as_function = nullptr;  // ClickHouse's AS numbers(10)
  Query* query = nullptr;           // AS SELECT
  Statement* execute = nullptr;     // AS EXECUTE p
  bool as_word = false;
  bool query_parenthesised = false;
  std::string_view duplicates;  // MySQL's IGNORE / REPLACE before the query
  std::string_view with_data;   // "WITH DATA", "WITH NO DATA"
  bool empty = false;           // ClickHouse's EMPTY AS
  Expr* comment = nullptr;      // ClickHouse's COMMENT behind the query
  AIETL_SQL_FIELDS(
      AIETL_SQL_F(uuid) AIETL_SQL_F(comment) AIETL_SQL_F(or_replace) AIETL_SQL_F(replace_verb)
          AIETL_SQL_F(words) AIETL_SQL_F(if_not_exists) AIETL_SQL_F(name) AIETL_SQL_F(on_cluster)
              AIETL_SQL_F(of_type) AIETL_SQL_F(partition_of) AIETL_SQL_F(has_columns)
                  AIETL_SQL_F(columns) AIETL_SQL_F(constraints) AIETL_SQL_F(like_word)
                      AIETL_SQL_F(like) AIETL_SQL_F(travel) AIETL_SQL_F(bounds)
                          AIETL_SQL_F(has_inherits) AIETL_SQL_F(inherits) AIETL_SQL_F(options)
                              AIETL_SQL_F(duplicates) AIETL_SQL_F(empty) AIETL_SQL_F(as_word)
                                  AIETL_SQL_F(as_function) AIETL_SQL_F(query)
                                      AIETL_SQL_F(query_parenthesised) AIETL_SQL_F(execute)
                                          AIETL_SQL_F(with_data))
};

struct CreateView : Statement {
  AIETL_SQL_KIND(CreateView, Statement)
  bool or_replace = false;
  Span<Option*> prefix;    // MySQL's ALGORITHM = …, DEFINER = …, SQL SECURITY …
  std::string_view words;  // "TEMPORARY", "SECURE", "RECURSIVE" …
  bool materialized = false;
  bool if_not_exists = false;
  Name name;
  Ident on_cluster;
  bool has_columns = false;
  Span<ColumnDef*> columns;  // name, comment …; no types
  Span<Option*> options;
  TableRef* to = nullptr;  // ClickHouse's TO t
  Query* query = nullptr;
  std::string_view with_check;  // "WITH CHECK OPTION", "WITH LOCAL CHECK OPTION" …
  std::string_view with_data;
  AIETL_SQL_FIELDS(AIETL_SQL_F(or_replace) AIETL_SQL_F(prefix) AIETL_SQL_F(words)
                       AIETL_SQL_F(materialized) AIETL_SQL_F(if_not_exists) AIETL_SQL_F(name)
                           AIETL_SQL_F(on_cluster) AIETL_SQL_F(to) AIETL_SQL_F(has_columns)
                               AIETL_SQL_F(columns) AIETL_SQL_F(options) AIETL_SQL_F(query)
                                   AIETL_SQL_F(with_check) AIETL_SQL_F(with_data))
};

struct CreateIndex : Statement {
  AIETL_SQL_KIND(CreateIndex, Statement)
  bool or_replace = false;
  std::string_view words;  // "UNIQUE", "FULLTEXT", "SPATIAL"
  bool concurrently = false;
  bool if_not_exists = false;
  Name name;
  bool only = false;
  Name table;
  Ident method;               // USING btree
  bool method_first = false;  // MySQL: before ON
  Span<IndexColumn*> columns;
  Span<Option*> options;
  Expr* where = nullptr;
  Raw* raw = nullptr;  // the whole text
  AIETL_SQL_FIELDS(AIETL_SQL_F(or_replace) AIETL_SQL_F(words) AIETL_SQL_F(concurrently)
                       AIETL_SQL_F(if_not_exists) AIETL_SQL_F(name) AIETL_SQL_F(only)
                           AIETL_SQL_F(table) AIETL_SQL_F(method) AIETL_SQL_F(method_first)
                               AIETL_SQL_F(columns) AIETL_SQL_F(options) AIETL_SQL_F(where)
                                   AIETL_SQL_F(raw))
};

struct CreateSequence : Statement {
  AIETL_SQL_KIND(CreateSequence, Statement)
  bool or_replace = false;
  std::string_view words;
  bool if_not_exists = false;
  Name name;
  TypeName* type = nullptr;
  Span<Option*> options;
  AIETL_SQL_FIELDS(AIETL_SQL_F(or_replace) AIETL_SQL_F(words) AIETL_SQL_F(if_not_exists)
                       AIETL_SQL_F(name) AIETL_SQL_F(type) AIETL_SQL_F(options))
};

// Functions, procedures, macros. A body that is SQL is parsed (macros), else kept.
struct CreateFunction : Statement {
  AIETL_SQL_KIND(CreateFunction, Statement)
  bool or_replace = false;
  std::string_view words;  // "TEMPORARY", "AGGREGATE" …
  std::string_view type;   // FUNCTION, PROCEDURE, MACRO
  bool if_not_exists = false;
  Name name;
  Span<Argument*> parameters;
  Expr* expr = nullptr;    // DuckDB's macro, ClickHouse's lambda
  Query* query = nullptr;  // a table macro
  bool table_macro = false;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(or_replace) AIETL_SQL_F(words) AIETL_SQL_F(type)
                       AIETL_SQL_F(if_not_exists) AIETL_SQL_F(name) AIETL_SQL_F(parameters)
                           AIETL_SQL_F(table_macro) AIETL_SQL_F(expr) AIETL_SQL_F(query)
                               AIETL_SQL_F(raw))
};

// Everything else that is created: SCHEMA, DATABASE, TYPE, DOMAIN, ROLE, EXTENSION, TRIGGER, STAGE,
// TASK …
struct CreateObject : Statement {
  AIETL_SQL_KIND(CreateObject, Statement)
  bool or_replace = false;
  std::string_view words;
  std::string_view type;  // "SCHEMA", "TYPE", …, canonical
  bool if_not_exists = false;
  Name name;
  Name on;                // a trigger's or policy's table
  Span<TypeName*> types;  // TYPE … AS (…), ENUM …
  Span<Option*> options;
  Query* query = nullptr;
  Span<Statement*> statements;  // CREATE SCHEMA … CREATE TABLE …; a trigger's body
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(or_replace) AIETL_SQL_F(words) AIETL_SQL_F(type)
                       AIETL_SQL_F(if_not_exists) AIETL_SQL_F(name) AIETL_SQL_F(on)
                           AIETL_SQL_F(types) AIETL_SQL_F(options) AIETL_SQL_F(query)
                               AIETL_SQL_F(raw) AIETL_SQL_F(statements))
};

struct AlterAction : Node {
  AIETL_SQL_KIND(AlterAction, Node)
  std::string_view
      verb;  // canonical: "ADD COLUMN", "DROP COLUMN", "ALTER COLUMN SET DATA TYPE", "RENAME TO", …
  bool if_exists = false, if_not_exists = false;
  Name name;      // the column, constraint … acted upon
  Name new_name;  // RENAME
  ColumnDef* column = nullptr;
  Span<ColumnDef*> columns;
  Constraint* constraint = nullptr;
  TypeName* type = nullptr;
  Expr* expr = nullptr;  // SET DEFAULT, USING
  Span<Option*> options;
  std::string_view behaviour;  // CASCADE, RESTRICT
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(if_exists) AIETL_SQL_F(if_not_exists)
                       AIETL_SQL_F(name) AIETL_SQL_F(column) AIETL_SQL_F(columns)
                           AIETL_SQL_F(constraint) AIETL_SQL_F(type) AIETL_SQL_F(expr)
                               AIETL_SQL_F(new_name) AIETL_SQL_F(options) AIETL_SQL_F(behaviour)
                                   AIETL_SQL_F(raw))
};
struct Alter : Statement {
  AIETL_SQL_KIND(Alter, Statement)
  std::string_view type;   // TABLE, VIEW, SEQUENCE …
  std::string_view words;  // ONLINE, IGNORE …
  bool if_exists = false;
  bool only = false;
  Name name;
  bool star = false;
  Ident on_cluster;
  Span<AlterAction*> actions;
  Query* query = nullptr;  // ALTER VIEW v AS …
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(type) AIETL_SQL_F(words) AIETL_SQL_F(if_exists) AIETL_SQL_F(only)
                       AIETL_SQL_F(name) AIETL_SQL_F(star) AIETL_SQL_F(on_cluster)
                           AIETL_SQL_F(actions) AIETL_SQL_F(query) AIETL_SQL_F(raw))
};

struct Drop : Statement {
  AIETL_SQL_KIND(Drop, Statement)
  std::string_view type;   // TABLE, MATERIALIZED VIEW, …
  std::string_view words;  // TEMPORARY, CONCURRENTLY
  bool if_exists = false;
  Span<Name> names;
  Name on;  // DROP INDEX i ON t, DROP TRIGGER … ON t
  Ident on_cluster;
  std::string_view behaviour;  // CASCADE, RESTRICT, PURGE, SYNC …
  Raw* raw = nullptr;          // argument types of functions and the like
  AIETL_SQL_FIELDS(AIETL_SQL_F(type) AIETL_SQL_F(words) AIETL_SQL_F(if_exists) AIETL_SQL_F(names)
                       AIETL_SQL_F(on) AIETL_SQL_F(on_cluster) AIETL_SQL_F(raw)
                           AIETL_SQL_F(behaviour))
};
struct Truncate : Statement {
  AIETL_SQL_KIND(Truncate, Statement)
  bool table_word = false;
  bool if_exists = false;
  Span<TableRef*> tables;
  std::string_view words;  // RESTART IDENTITY …
  std::string_view behaviour;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(table_word) AIETL_SQL_F(if_exists) AIETL_SQL_F(tables)
                       AIETL_SQL_F(words) AIETL_SQL_F(behaviour) AIETL_SQL_F(raw))
};
struct Rename : Statement {  // RENAME TABLE a TO b, c TO d
  AIETL_SQL_KIND(Rename, Statement)
  std::string_view type;
  Span<Name> from, to;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(type) AIETL_SQL_F(from) AIETL_SQL_F(to) AIETL_SQL_F(raw))
};
struct CommentOn : Statement {
  AIETL_SQL_KIND(CommentOn, Statement)
  std::string_view type;
  bool if_exists = false;
  Name name;
  Raw* raw = nullptr;
  Expr* text = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(type) AIETL_SQL_F(if_exists) AIETL_SQL_F(name) AIETL_SQL_F(raw)
                       AIETL_SQL_F(text))
};

// ── the rest ──

struct Copy : Statement {  // COPY, LOAD DATA, EXPORT and IMPORT, PUT and GET
  AIETL_SQL_KIND(Copy, Statement)
  std::string_view verb;  // "COPY", "LOAD DATA", "EXPORT DATABASE", "UNLOAD" …
  TableRef* table = nullptr;
  Span<Ident> columns;
  Query* query = nullptr;
  Statement* statement = nullptr;  // COPY (INSERT … RETURNING …) TO …
  bool to = false;                 // writes a file
  bool program = false;            // PROGRAM 'command'
  Expr* file = nullptr;            // a string; null for STDIN and STDOUT
  std::string_view stream;         // STDIN, STDOUT
  TableRef* stage = nullptr;       // Snowflake
  Span<Option*> options;
  Expr* where = nullptr;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(table) AIETL_SQL_F(columns) AIETL_SQL_F(query)
                       AIETL_SQL_F(statement) AIETL_SQL_F(to) AIETL_SQL_F(program) AIETL_SQL_F(file)
                           AIETL_SQL_F(stream) AIETL_SQL_F(stage) AIETL_SQL_F(options)
                               AIETL_SQL_F(where) AIETL_SQL_F(raw))
};

struct Explain : Statement {
  AIETL_SQL_KIND(Explain, Statement)
  std::string_view word;  // EXPLAIN, DESCRIBE, DESC
  bool analyze = false;   // the statement is run
  bool verbose = false;
  std::string_view words;  // EXTENDED, FORMATTED, PIPELINE, QUERY PLAN …
  Span<Option*> options;   // (ANALYZE, FORMAT json)
  bool parenthesised = false;
  Statement* statement = nullptr;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(word) AIETL_SQL_F(analyze) AIETL_SQL_F(verbose) AIETL_SQL_F(words)
                       AIETL_SQL_F(parenthesised) AIETL_SQL_F(options) AIETL_SQL_F(statement)
                           AIETL_SQL_F(raw))
};

struct Transaction : Statement {  // BEGIN, START TRANSACTION, COMMIT, ROLLBACK, SAVEPOINT, RELEASE,
                                  // SET TRANSACTION …
  AIETL_SQL_KIND(Transaction, Statement)
  std::string_view verb;
  Ident name;              // the savepoint's, the prepared transaction's
  std::string_view words;  // modes, AND CHAIN …; canonical
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(name) AIETL_SQL_F(words))
};

struct Set : Statement {  // SET, RESET
  AIETL_SQL_KIND(Set, Statement)
  bool reset = false;
  std::string_view scope;  // SESSION, LOCAL, GLOBAL …
  Span<Option*> options;   // name = values
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(reset) AIETL_SQL_F(scope) AIETL_SQL_F(options) AIETL_SQL_F(raw))
};
struct Show : Statement {  // SHOW, DESCRIBE t, SUMMARIZE, LIST, HELP
  AIETL_SQL_KIND(Show, Statement)
  std::string_view verb;
  Name name;
  Query* query = nullptr;
  Expr* like = nullptr;
  Expr* where = nullptr;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(name) AIETL_SQL_F(query) AIETL_SQL_F(raw)
                       AIETL_SQL_F(like) AIETL_SQL_F(where))
};
struct Use : Statement {
  AIETL_SQL_KIND(Use, Statement)
  std::string_view type;  // SCHEMA, DATABASE, WAREHOUSE, ROLE
  Name name;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(type) AIETL_SQL_F(name) AIETL_SQL_F(raw))
};
struct Pragma : Statement {
  AIETL_SQL_KIND(Pragma, Statement)
  Name name;
  bool call = false;  // name(args), else name = value
  Span<Argument*> args;
  Expr* value = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(call) AIETL_SQL_F(args) AIETL_SQL_F(value))
};
struct CallStatement : Statement {  // CALL f(…), DO, EXECUTE IMMEDIATE
  AIETL_SQL_KIND(CallStatement, Statement)
  std::string_view verb;
  Expr* call = nullptr;
  Span<Expr*> exprs;  // MySQL's DO a, b
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(call) AIETL_SQL_F(exprs) AIETL_SQL_F(raw))
};
struct Prepare : Statement {  // PREPARE, EXECUTE, DEALLOCATE, DECLARE … CURSOR, FETCH, MOVE, CLOSE
  AIETL_SQL_KIND(Prepare, Statement)
  std::string_view verb;
  Ident name;
  bool all = false;
  Span<TypeName*> types;
  Span<Expr*> args;
  Expr* text = nullptr;  // MySQL's FROM 'text'
  Statement* statement = nullptr;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(name) AIETL_SQL_F(all) AIETL_SQL_F(types)
                       AIETL_SQL_F(args) AIETL_SQL_F(text) AIETL_SQL_F(raw) AIETL_SQL_F(statement))
};
struct Grant : Statement {  // GRANT, REVOKE
  AIETL_SQL_KIND(Grant, Statement)
  std::string_view verb;
  Name on;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(on) AIETL_SQL_F(raw))
};
struct LockTables : Statement {  // LOCK TABLE, UNLOCK TABLES
  AIETL_SQL_KIND(LockTables, Statement)
  std::string_view verb;
  Span<TableRef*> tables;
  Span<std::string_view> modes;
  bool nowait = false;
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(tables) AIETL_SQL_F(modes) AIETL_SQL_F(nowait))
};
struct Maintenance : Statement {  // VACUUM, ANALYZE, REINDEX, OPTIMIZE, CHECKPOINT, CLUSTER,
                                  // REFRESH, KILL, FLUSH …
  AIETL_SQL_KIND(Maintenance, Statement)
  std::string_view verb;
  Span<Name> names;
  Span<Option*> options;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(names) AIETL_SQL_F(options) AIETL_SQL_F(raw))
};
struct Attach : Statement {  // ATTACH, DETACH, INSTALL, LOAD
  AIETL_SQL_KIND(Attach, Statement)
  std::string_view verb;
  bool database_word = false;
  bool or_replace = false, if_exists = false, if_not_exists = false;
  Expr* source = nullptr;
  Ident name;
  Span<Option*> options;
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(database_word) AIETL_SQL_F(or_replace)
                       AIETL_SQL_F(if_exists) AIETL_SQL_F(if_not_exists) AIETL_SQL_F(source)
                           AIETL_SQL_F(name) AIETL_SQL_F(options))
};
struct Block : Statement {  // BEGIN … END of scripts and triggers
  AIETL_SQL_KIND(Block, Statement)
  Span<Statement*> statements;
  Raw* raw = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(statements) AIETL_SQL_F(raw))
};
// What the rules of parse/rules know and nothing looks into: kept as written, with its parts
// beside.
struct OtherStatement : Statement {
  AIETL_SQL_KIND(OtherStatement, Statement)
  std::string_view verb;    // the rule's kind: set, vacuum, grant …
  std::string_view effect;  // read, write, ddl, admin
  Raw* raw = nullptr;       // the whole text
  Span<Name> tables;        // that it names as its objects
  Span<Node*> parts;        // queries, statements, expressions and types in it, in order
  AIETL_SQL_FIELDS(AIETL_SQL_F(verb) AIETL_SQL_F(effect) AIETL_SQL_F(raw) AIETL_SQL_F(tables)
                       AIETL_SQL_F(parts))
};

}  // namespace aietl::sql
