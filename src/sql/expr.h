// Expressions.
#pragma once

#include "sql/node.h"

namespace aietl::sql {

struct Query;
struct WindowSpec;
struct Raw;
struct TypeArg;
struct OrderItem;

// A type as written: `name` is its words joined by a space ("double precision"), `args` what stands
// in its parentheses or angle brackets. What a dialect calls it and what it is, is the binder's
// matter.
struct TypeName : Node {
  AIETL_SQL_KIND(TypeName, Node)
  Name name;  // qualified where the dialect allows it
  Span<TypeArg*> args;
  Span<Expr*> dims;         // one for each [] or [n] (a null element for []); `ARRAY[n]` too
  bool angle = false;       // args in <…>: Spark's array<int>
  bool array_word = false;  // `int ARRAY`
  bool setof = false;
  bool of_column = false;                                         // PostgreSQL's t.c%TYPE
  bool is_unsigned = false, zerofill = false, is_signed = false;  // MySQL
  bool not_null = false;       // a field's NOT NULL (Snowflake's ARRAY(INT NOT NULL))
  std::string_view time_zone;  // "with time zone", "without time zone", "with local time zone"
  std::string_view interval_fields;  // INTERVAL "day to second"
  Ident charset, collation;          // MySQL
  bool binary_word = false;          // CHAR BINARY
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(args) AIETL_SQL_F(dims) AIETL_SQL_F(angle)
                       AIETL_SQL_F(array_word) AIETL_SQL_F(setof) AIETL_SQL_F(of_column)
                           AIETL_SQL_F(is_unsigned) AIETL_SQL_F(zerofill) AIETL_SQL_F(is_signed)
                               AIETL_SQL_F(not_null) AIETL_SQL_F(time_zone)
                                   AIETL_SQL_F(interval_fields) AIETL_SQL_F(charset)
                                       AIETL_SQL_F(collation) AIETL_SQL_F(binary_word))
};

// One argument of a type: a number or text (varchar(10), enum('a' = 1)), a type (Nullable(Int8)),
// or a named field (struct<a: int>).
struct TypeArg : Node {
  AIETL_SQL_KIND(TypeArg, Node)
  Ident name;
  TypeName* type = nullptr;
  Expr* value = nullptr;
  bool colon = false;        // name: type
  std::string_view comment;  // Spark: COMMENT 'text'
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(type) AIETL_SQL_F(value) AIETL_SQL_F(colon)
                       AIETL_SQL_F(comment))
};

enum class LiteralKind : uint8_t {
  kNull,
  kTrue,
  kFalse,
  kInteger,   // text as written, without underscores: 12
  kDecimal,   // 1.5, 1e10, with suffixes (Spark's 1.5BD) in `suffix`
  kHex,       // a number written 0x1F
  kString,    // text is the value; how it was quoted does not matter (E'', U&'', $$ … are strings)
  kNational,  // N'…'
  kBytes,     // X'1F', 0x1F where it is a byte string: text is the hexadecimal digits
  kBits,      // B'101'
  kByteString,  // ClickHouse's and DuckDB's binary forms that hold escapes: text is the value
};

struct Literal : Expr {
  AIETL_SQL_KIND(Literal, Expr)
  LiteralKind type = LiteralKind::kNull;
  std::string_view text;
  std::string_view suffix;   // Spark: L, S, Y, BD, D, F in upper case
  std::string_view charset;  // MySQL: _utf8mb4'…'
  AIETL_SQL_FIELDS(AIETL_SQL_F(type) AIETL_SQL_F(text) AIETL_SQL_F(suffix) AIETL_SQL_F(charset))
};

// DATE '2024-01-01', TIMESTAMP '…', int '4', {d '…'}
struct TypedLiteral : Expr {
  AIETL_SQL_KIND(TypedLiteral, Expr)
  TypeName* type = nullptr;
  Literal* value = nullptr;
  bool braces = false;  // ODBC's {d '…'}
  AIETL_SQL_FIELDS(AIETL_SQL_F(type) AIETL_SQL_F(value) AIETL_SQL_F(braces))
};

// INTERVAL '1 day', INTERVAL 3 DAY, INTERVAL '1' YEAR TO MONTH, Spark's INTERVAL 1 DAY 2 HOURS
struct IntervalExpr : Expr {
  AIETL_SQL_KIND(IntervalExpr, Expr)
  Span<Expr*> values;            // one for each unit; one in most dialects
  Span<std::string_view> units;  // upper case, as written (DAYS, DAY_HOUR, "DAY TO SECOND"); may be
                                 // shorter than values
  Expr* precision = nullptr;     // INTERVAL(p) '…', SECOND(p)
  bool precision_first = false;
  AIETL_SQL_FIELDS(AIETL_SQL_F(values) AIETL_SQL_F(units) AIETL_SQL_F(precision)
                       AIETL_SQL_F(precision_first))
};

struct ColumnRef : Expr {
  AIETL_SQL_KIND(ColumnRef, Expr)
  Name name;  // 1 to 4 parts (database.schema.table.column), or deeper where fields are reached
              // with dots
  bool outer_join = false;   // Oracle-style (+) in Snowflake
  bool leading_dot = false;  // MySQL's .t.c
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(outer_join) AIETL_SQL_F(leading_dot))
};

// *, t.*, and what DuckDB, Snowflake, Spark and ClickHouse make of it.
struct AliasedExpr;
struct Star : Expr {
  AIETL_SQL_KIND(Star, Expr)
  Name qualifier;
  Expr* base = nullptr;        // (row).*
  bool columns = false;        // ClickHouse: `base` is COLUMNS(…), no * follows
  Span<Name> exclude;          // EXCLUDE/EXCEPT (a, t.b)
  Span<AliasedExpr*> replace;  // REPLACE (expr AS name)
  Span<AliasedExpr*> rename;   // RENAME (a AS b): the expressions are column references
  Expr* like = nullptr;  // * LIKE 'x%' (DuckDB), * ILIKE 'x%' (Snowflake), negated etc.: a Like
                         // with a null `expr`
  bool exclude_strict = false;    // ClickHouse's EXCEPT STRICT
  Span<Expr*> apply;              // ClickHouse's APPLY(f)
  std::string_view exclude_word;  // "EXCLUDE" or "EXCEPT", as the dialect has it
  AIETL_SQL_FIELDS(AIETL_SQL_F(qualifier) AIETL_SQL_F(base) AIETL_SQL_F(columns) AIETL_SQL_F(like)
                       AIETL_SQL_F(exclude) AIETL_SQL_F(replace) AIETL_SQL_F(rename)
                           AIETL_SQL_F(exclude_strict) AIETL_SQL_F(apply) AIETL_SQL_F(exclude_word))
};

// ?, ?1, $1, :name, @name (MySQL's and SQLite's variables), @@global.x, $name, {name: Type}, {{ }}
// is not SQL
struct Parameter : Expr {
  AIETL_SQL_KIND(Parameter, Expr)
  std::string_view text;     // as written: "?", "$1", ":id", "@x", "@@session.sql_mode"
  TypeName* type = nullptr;  // ClickHouse
  AIETL_SQL_FIELDS(AIETL_SQL_F(text) AIETL_SQL_F(type))
};

enum class Op : uint8_t {
  kNone,
  kPlus,
  kMinus,
  kMultiply,
  kDivide,
  kIntDivide,
  kModulo,
  kPower,
  kConcat,
  kEq,
  kNotEq,
  kNullSafeEq,
  kLess,
  kLessEq,
  kGreater,
  kGreaterEq,
  kIs,
  kIsNot,
  kIsDistinct,
  kIsNotDistinct,  // SQLite's a IS b; IS [NOT] DISTINCT FROM
  kBitAnd,
  kBitOr,
  kBitXor,
  kShiftLeft,
  kShiftRight,
  kShiftRightUnsigned,
  kAnd,
  kOr,
  kXor,  // And and Or are Logical nodes
  kNot,
  kBitNot,
  kNegate,
  kPositive,
  kBinary,
  kPrior,
  kNotSign,  // unary; kNotSign is MySQL's !
  kFactorial,
  kSquareRoot,
  kCubeRoot,
  kAbsolute,
  kJsonGet,
  kJsonGetText,  // -> ->>
  kPathGet,
  kPathGetText,  // #> #>>
  kContains,
  kContainedBy,
  kOverlap,
  kHasKey,
  kHasAnyKey,
  kHasAllKeys,  // @> <@ && ? ?| ?&
  kRegexMatch,
  kRegexMatchNoCase,
  kNotRegexMatch,
  kNotRegexMatchNoCase,  // ~ ~* !~ !~*
  kOverlaps,             // (a, b) OVERLAPS (c, d)
  kAssign,               // @a := 1
  kMemberOf,
  kSoundsLike,  // MySQL
  kCustom,      // spelt in `symbol`
};

// The usual spelling: "+", "AND", …
std::string_view OpText(Op op);

struct Unary : Expr {
  AIETL_SQL_KIND(Unary, Expr)
  Op op = Op::kNone;
  bool postfix = false;
  std::string_view symbol;  // of kCustom, and of a spelling that is not the usual one
  Name schema;              // OPERATOR(schema.+)
  Expr* operand = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(op) AIETL_SQL_F(postfix) AIETL_SQL_F(symbol) AIETL_SQL_F(schema)
                       AIETL_SQL_F(operand))
};

struct Binary : Expr {
  AIETL_SQL_KIND(Binary, Expr)
  Op op = Op::kNone;
  std::string_view symbol;
  Name schema;                 // OPERATOR(schema.+); empty for the plain form
  bool operator_word = false;  // OPERATOR(+)
  Expr* left = nullptr;
  Expr* right = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(op) AIETL_SQL_F(symbol) AIETL_SQL_F(schema)
                       AIETL_SQL_F(operator_word) AIETL_SQL_F(left) AIETL_SQL_F(right))
};

// a AND b AND c as one node, so that long conditions are flat. Parenthesised operands stay nodes of
// their own.
struct Logical : Expr {
  AIETL_SQL_KIND(Logical, Expr)
  Op op = Op::kAnd;      // kAnd or kOr
  Span<Expr*> operands;  // two or more
  AIETL_SQL_FIELDS(AIETL_SQL_F(op) AIETL_SQL_F(operands))
};

enum class IsKind : uint8_t { kNull, kTrue, kFalse, kUnknown, kDocument, kNormalized, kOf, kNaN };
struct IsTest : Expr {
  AIETL_SQL_KIND(IsTest, Expr)
  Expr* expr = nullptr;
  IsKind test = IsKind::kNull;
  bool negated = false;
  std::string_view form;  // NFC … for kNormalized
  Span<TypeName*> types;  // kOf
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr) AIETL_SQL_F(test) AIETL_SQL_F(negated) AIETL_SQL_F(form)
                       AIETL_SQL_F(types))
};

struct Between : Expr {
  AIETL_SQL_KIND(Between, Expr)
  Expr* expr = nullptr;
  Expr* low = nullptr;
  Expr* high = nullptr;
  bool negated = false;
  bool symmetric = false, asymmetric = false;
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr) AIETL_SQL_F(negated) AIETL_SQL_F(symmetric)
                       AIETL_SQL_F(asymmetric) AIETL_SQL_F(low) AIETL_SQL_F(high))
};

// expr IN (items), expr IN (query), expr IN right
struct In : Expr {
  AIETL_SQL_KIND(In, Expr)
  Expr* expr = nullptr;
  bool negated = false;
  bool global = false;  // ClickHouse's GLOBAL IN
  Span<Expr*> items;    // may be empty in SQLite
  Query* query = nullptr;
  Expr* right =
      nullptr;  // without parentheses: DuckDB's IN list, SQLite's and ClickHouse's IN table
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr) AIETL_SQL_F(negated) AIETL_SQL_F(global) AIETL_SQL_F(items)
                       AIETL_SQL_F(query) AIETL_SQL_F(right))
};

enum class LikeKind : uint8_t { kLike, kILike, kSimilar, kGlob, kRegexp, kMatch };
enum class Quantifier : uint8_t { kNone, kAny, kSome, kAll };
struct Like : Expr {
  AIETL_SQL_KIND(Like, Expr)
  Expr* expr = nullptr;  // null in a Star's filter
  LikeKind op = LikeKind::kLike;
  bool negated = false;
  bool rlike = false;                         // RLIKE, not REGEXP
  Quantifier quantifier = Quantifier::kNone;  // LIKE ANY ('a%', 'b%')
  Expr* pattern = nullptr;                    // a RowExpr, SubqueryExpr … under a quantifier
  Expr* escape = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr) AIETL_SQL_F(op) AIETL_SQL_F(negated) AIETL_SQL_F(rlike)
                       AIETL_SQL_F(quantifier) AIETL_SQL_F(pattern) AIETL_SQL_F(escape))
};

// left op ANY (query or array)
struct Quantified : Expr {
  AIETL_SQL_KIND(Quantified, Expr)
  Expr* left = nullptr;
  Op op = Op::kEq;
  std::string_view symbol;
  Quantifier quantifier = Quantifier::kAny;
  Query* query = nullptr;
  Expr* array = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(left) AIETL_SQL_F(op) AIETL_SQL_F(symbol) AIETL_SQL_F(quantifier)
                       AIETL_SQL_F(query) AIETL_SQL_F(array))
};

// An argument of a call. `keyword` is what introduces it in the forms with words: extract(YEAR FROM
// x) has arguments {YEAR},
// {"FROM", x}; substring(s FROM 2 FOR 3), trim(BOTH 'x' FROM s), position(a IN b), group_concat(x
// SEPARATOR ','), cast-like ones.
enum class ArgumentName : uint8_t { kNone, kArrow, kAssign, kEquals };  // =>, :=, =
struct Argument : Node {
  AIETL_SQL_KIND(Argument, Node)
  std::string_view keyword;  // upper case; may hold several words ("LEADING")
  Ident name;
  ArgumentName style = ArgumentName::kNone;
  bool variadic = false;
  Expr* value = nullptr;  // a field such as YEAR is a ColumnRef of one part; null where only the
                          // keyword stands
  TypeName* type = nullptr;
  Query* query = nullptr;  // array(select …), f(select …)
  Ident alias;             // ClickHouse's f(x AS y), XMLFOREST(a AS b)
  AIETL_SQL_FIELDS(AIETL_SQL_F(keyword) AIETL_SQL_F(name) AIETL_SQL_F(style) AIETL_SQL_F(variadic)
                       AIETL_SQL_F(value) AIETL_SQL_F(type) AIETL_SQL_F(query) AIETL_SQL_F(alias))
};

enum class NullTreatment : uint8_t { kNone, kIgnore, kRespect };
struct Call : Expr {
  AIETL_SQL_KIND(Call, Expr)
  Name name;
  Span<Argument*> args;
  Span<Argument*> parameters;  // ClickHouse: quantile(0.9)(x) has args {x}, parameters {0.9}
  bool parametric = false;
  bool no_parentheses = false;  // CURRENT_DATE
  bool distinct = false, all = false;
  bool braces = false;        // {fn f(x)}
  bool export_state = false;  // DuckDB
  bool nulls_inside = false;  // f(x IGNORE NULLS), not f(x) IGNORE NULLS
  bool from_last = false, from_first = false;
  NullTreatment nulls = NullTreatment::kNone;
  Span<OrderItem*> order_by;  // inside the parentheses
  Span<OrderItem*> within_group;
  Expr* limit = nullptr;  // MariaDB's group_concat(… LIMIT n)
  Expr* filter = nullptr;
  bool filter_without_where = false;  // DuckDB
  WindowSpec* over = nullptr;
  std::string_view on_overflow;  // LISTAGG(… ON OVERFLOW TRUNCATE), canonical words
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(parameters) AIETL_SQL_F(parametric)
                       AIETL_SQL_F(no_parentheses) AIETL_SQL_F(distinct) AIETL_SQL_F(all)
                           AIETL_SQL_F(braces) AIETL_SQL_F(export_state) AIETL_SQL_F(args)
                               AIETL_SQL_F(order_by) AIETL_SQL_F(limit) AIETL_SQL_F(on_overflow)
                                   AIETL_SQL_F(nulls_inside) AIETL_SQL_F(from_last)
                                       AIETL_SQL_F(from_first) AIETL_SQL_F(nulls)
                                           AIETL_SQL_F(within_group) AIETL_SQL_F(filter)
                                               AIETL_SQL_F(filter_without_where) AIETL_SQL_F(over))
};

struct WhenClause : Node {
  AIETL_SQL_KIND(WhenClause, Node)
  Expr* when = nullptr;
  Expr* then = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(when) AIETL_SQL_F(then))
};
struct Case : Expr {
  AIETL_SQL_KIND(Case, Expr)
  Expr* operand = nullptr;
  Span<WhenClause*> whens;
  Expr* otherwise = nullptr;
  bool ternary = false;  // ClickHouse's a ? b : c
  AIETL_SQL_FIELDS(AIETL_SQL_F(operand) AIETL_SQL_F(whens) AIETL_SQL_F(otherwise)
                       AIETL_SQL_F(ternary))
};

enum class CastStyle : uint8_t {
  kCast,
  kTryCast,
  kSafeCast,
  kColons,
  kConvert,
  kConvertUsing
};  // convert(x, type), convert(x USING cs)
struct Cast : Expr {
  AIETL_SQL_KIND(Cast, Expr)
  CastStyle style = CastStyle::kCast;
  Expr* expr = nullptr;
  TypeName* type = nullptr;
  Ident charset;              // kConvertUsing
  Expr* format = nullptr;     // CAST(x AS DATE FORMAT '…')
  Expr* type_text = nullptr;  // ClickHouse's CAST(x, 'UInt8')
  bool array = false;         // MySQL's CAST(… AS UNSIGNED ARRAY)
  Expr* at_time_zone = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(style) AIETL_SQL_F(expr) AIETL_SQL_F(type) AIETL_SQL_F(charset)
                       AIETL_SQL_F(format) AIETL_SQL_F(type_text) AIETL_SQL_F(array)
                           AIETL_SQL_F(at_time_zone))
};

struct Exists : Expr {
  AIETL_SQL_KIND(Exists, Expr)
  Query* query = nullptr;  // NOT EXISTS is a Unary around it
  AIETL_SQL_FIELDS(AIETL_SQL_F(query))
};
struct SubqueryExpr : Expr {
  AIETL_SQL_KIND(SubqueryExpr, Expr)
  Query* query = nullptr;
  bool array = false;  // ARRAY(select …)
  AIETL_SQL_FIELDS(AIETL_SQL_F(query) AIETL_SQL_F(array))
};
// (expr): kept, because names derived from it, messages and formatting differ. See Unparen.
struct ParenExpr : Expr {
  AIETL_SQL_KIND(ParenExpr, Expr)
  Expr* expr = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr))
};
struct ArrayExpr : Expr {
  AIETL_SQL_KIND(ArrayExpr, Expr)
  bool word = false;  // ARRAY[…]
  Span<Expr*> items;
  AIETL_SQL_FIELDS(AIETL_SQL_F(word) AIETL_SQL_F(items))
};
struct RowExpr : Expr {  // (a, b) and ROW(a, b)
  AIETL_SQL_KIND(RowExpr, Expr)
  bool word = false;
  Span<Expr*> items;
  AIETL_SQL_FIELDS(AIETL_SQL_F(word) AIETL_SQL_F(items))
};
struct StructField : Node {
  AIETL_SQL_KIND(StructField, Node)
  Ident name;           // of {name: v}
  Expr* key = nullptr;  // of {'k': v}, MAP {k: v}
  Expr* value = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(name) AIETL_SQL_F(key) AIETL_SQL_F(value))
};
struct StructExpr : Expr {  // {a: 1, 'b': 2}, MAP {k: v}
  AIETL_SQL_KIND(StructExpr, Expr)
  bool map = false;
  Span<StructField*> fields;
  AIETL_SQL_FIELDS(AIETL_SQL_F(map) AIETL_SQL_F(fields))
};
struct Lambda : Expr {  // x -> x + 1, (x, y) -> …, lambda x, y : …
  AIETL_SQL_KIND(Lambda, Expr)
  Span<Ident> parameters;
  Span<TypeName*>
      types;  // Snowflake's typed parameters; empty or as long as parameters, with nulls
  Expr* body = nullptr;
  bool python = false;
  bool parenthesised = false;  // (x) -> …
  AIETL_SQL_FIELDS(AIETL_SQL_F(parameters) AIETL_SQL_F(types) AIETL_SQL_F(body) AIETL_SQL_F(python)
                       AIETL_SQL_F(parenthesised))
};
struct Comprehension : Expr {  // [f(x) for x in list if p(x)]
  AIETL_SQL_KIND(Comprehension, Expr)
  Expr* result = nullptr;
  Span<Ident> variables;
  Expr* list = nullptr;
  Expr* condition = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(result) AIETL_SQL_F(variables) AIETL_SQL_F(list)
                       AIETL_SQL_F(condition))
};
struct Subscript : Expr {  // a[i], a[l:u], a[:u:s]
  AIETL_SQL_KIND(Subscript, Expr)
  Expr* base = nullptr;
  bool slice = false;
  Expr* index = nullptr;  // also the lower bound of a slice
  Expr* upper = nullptr;
  Expr* step = nullptr;
  bool open_end = false;  // a[l:-:s]
  bool stepped = false;   // the second colon stands
  AIETL_SQL_FIELDS(AIETL_SQL_F(base) AIETL_SQL_F(slice) AIETL_SQL_F(index) AIETL_SQL_F(upper)
                       AIETL_SQL_F(open_end) AIETL_SQL_F(step) AIETL_SQL_F(stepped))
};
struct FieldAccess : Expr {  // (row).f, a:b (Snowflake), tuple.1 (ClickHouse), f(x).y
  AIETL_SQL_KIND(FieldAccess, Expr)
  Expr* base = nullptr;
  bool colon = false;
  Ident field;
  AIETL_SQL_FIELDS(AIETL_SQL_F(base) AIETL_SQL_F(colon) AIETL_SQL_F(field))
};
struct Collate : Expr {
  AIETL_SQL_KIND(Collate, Expr)
  Expr* expr = nullptr;
  Name collation;
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr) AIETL_SQL_F(collation))
};
struct AtTimeZone : Expr {
  AIETL_SQL_KIND(AtTimeZone, Expr)
  Expr* expr = nullptr;
  Expr* zone = nullptr;
  bool local = false;  // AT LOCAL
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr) AIETL_SQL_F(zone) AIETL_SQL_F(local))
};
enum class GroupingKind : uint8_t {
  kEmpty,
  kRollup,
  kCube,
  kSets,
  kSimple
};  // (), ROLLUP(…), CUBE(…), GROUPING SETS(…), (a, b) in a set
struct GroupingSet : Expr {  // only in GROUP BY
  AIETL_SQL_KIND(GroupingSet, Expr)
  GroupingKind type = GroupingKind::kEmpty;
  Span<Expr*> items;
  AIETL_SQL_FIELDS(AIETL_SQL_F(type) AIETL_SQL_F(items))
};
// expr AS name where an expression may carry a name: pivots, star REPLACE, ClickHouse everywhere,
// DuckDB's prefix aliases.
struct AliasedExpr : Expr {
  AIETL_SQL_KIND(AliasedExpr, Expr)
  Expr* expr = nullptr;
  Ident alias;
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr) AIETL_SQL_F(alias))
};
struct DefaultExpr : Expr {  // DEFAULT in VALUES and SET; DEFAULT(col) in MySQL
  AIETL_SQL_KIND(DefaultExpr, Expr)
  Name column;
  AIETL_SQL_FIELDS(AIETL_SQL_F(column))
};
struct CurrentOf : Expr {  // WHERE CURRENT OF cursor
  AIETL_SQL_KIND(CurrentOf, Expr)
  Ident cursor;
  AIETL_SQL_FIELDS(AIETL_SQL_F(cursor))
};

// Tokens that are kept as they are, because nothing here depends on them: joined by one space,
// comments left out.
struct Raw : Node {
  AIETL_SQL_KIND(Raw, Node)
  std::string_view text;
  AIETL_SQL_FIELDS(AIETL_SQL_F(text))
};

enum class Direction : uint8_t { kNone, kAsc, kDesc, kUsing };
enum class NullsOrder : uint8_t { kNone, kFirst, kLast };
struct OrderItem : Node {
  AIETL_SQL_KIND(OrderItem, Node)
  Expr* expr = nullptr;  // null for ALL
  bool all = false;      // ORDER BY ALL
  Direction direction = Direction::kNone;
  std::string_view using_operator;
  NullsOrder nulls = NullsOrder::kNone;
  bool fill = false;  // ClickHouse's WITH FILL
  Expr* fill_from = nullptr;
  Expr* fill_to = nullptr;
  Expr* fill_step = nullptr;
  Expr* fill_staleness = nullptr;
  Expr* collate = nullptr;  // ClickHouse: ORDER BY x COLLATE 'en'
  AIETL_SQL_FIELDS(AIETL_SQL_F(expr) AIETL_SQL_F(all) AIETL_SQL_F(direction)
                       AIETL_SQL_F(using_operator) AIETL_SQL_F(nulls) AIETL_SQL_F(collate)
                           AIETL_SQL_F(fill) AIETL_SQL_F(fill_from) AIETL_SQL_F(fill_to)
                               AIETL_SQL_F(fill_step) AIETL_SQL_F(fill_staleness))
};

enum class FrameUnit : uint8_t { kNone, kRows, kRange, kGroups };
enum class FrameExclude : uint8_t { kNone, kCurrentRow, kGroup, kTies, kNoOthers };
enum class BoundKind : uint8_t {
  kUnboundedPreceding,
  kPreceding,
  kCurrentRow,
  kFollowing,
  kUnboundedFollowing
};
struct FrameBound : Node {
  AIETL_SQL_KIND(FrameBound, Node)
  BoundKind type = BoundKind::kCurrentRow;
  Expr* offset = nullptr;
  AIETL_SQL_FIELDS(AIETL_SQL_F(type) AIETL_SQL_F(offset))
};
struct WindowSpec : Node {
  AIETL_SQL_KIND(WindowSpec, Node)
  Ident base;              // the window that it refers to or extends
  bool reference = false;  // OVER w, without parentheses
  Span<Expr*> partition_by;
  Span<OrderItem*> order_by;
  FrameUnit unit = FrameUnit::kNone;
  bool between = false;
  FrameBound* from = nullptr;
  FrameBound* to = nullptr;
  FrameExclude exclude = FrameExclude::kNone;
  AIETL_SQL_FIELDS(AIETL_SQL_F(base) AIETL_SQL_F(reference) AIETL_SQL_F(partition_by)
                       AIETL_SQL_F(order_by) AIETL_SQL_F(unit) AIETL_SQL_F(between)
                           AIETL_SQL_F(from) AIETL_SQL_F(to) AIETL_SQL_F(exclude))
};

// The expression without the parentheses around it.
Expr* Unparen(Expr* expr);
const Expr* Unparen(const Expr* expr);

}  // namespace aietl::sql
