// Calls: arguments, the forms with words, windows.
#include <algorithm>
#include <span>

#include "base/text.h"
#include "sql/internal/characters.h"
#include "sql/parse/parser.h"

namespace aietl::sql {
namespace {

// ClickHouse's functions whose argument is a query without parentheses of its own.
bool TakesQuery(std::string_view name) {
  for (const std::string_view known : {"view", "viewifpermitted", "exists"}) {
    bool same = name.size() == known.size();
    for (size_t i = 0; same && i < known.size(); ++i)
      same = kLower[static_cast<unsigned char>(name[i])] == static_cast<unsigned char>(known[i]);
    if (same) return true;
  }
  return false;
}

// Functions that the grammar itself knows, with how many arguments they take.
struct KnownCall {
  std::string_view name;
  uint8_t least, most;
  bool window = false;  // needs OVER
};
constexpr uint8_t kAnyNumber = 255;

constexpr KnownCall kMysqlCalls[] = {
    {"adddate", 2, 2},
    {"ascii", 1, 1},
    {"avg", 1, 1},
    {"bit_and", 1, 1},
    {"bit_or", 1, 1},
    {"bit_xor", 1, 1},
    {"charset", 1, 1},
    {"coalesce", 1, kAnyNumber},
    {"collation", 1, 1},
    {"cume_dist", 0, 0, true},
    {"curdate", 0, 0},
    {"current_date", 0, 0},
    {"current_time", 0, 1},
    {"current_timestamp", 0, 1},
    {"curtime", 0, 1},
    {"database", 0, 0},
    {"date", 1, 1},
    {"date_add", 2, 2},
    {"date_sub", 2, 2},
    {"day", 1, 1},
    {"dense_rank", 0, 0, true},
    {"first_value", 1, 1, true},
    {"format", 2, 3},
    {"get_format", 2, 2},
    {"hour", 1, 1},
    {"if", 3, 3},
    {"insert", 4, 4},
    {"interval", 2, kAnyNumber},
    {"json_arrayagg", 1, 1},
    {"json_objectagg", 2, 2},
    {"lag", 1, 3, true},
    {"last_value", 1, 1, true},
    {"lead", 1, 3, true},
    {"left", 2, 2},
    {"localtime", 0, 1},
    {"localtimestamp", 0, 1},
    {"max", 1, 1},
    {"microsecond", 1, 1},
    {"min", 1, 1},
    {"minute", 1, 1},
    {"mod", 2, 2},
    {"month", 1, 1},
    {"now", 0, 1},
    {"nth_value", 2, 2, true},
    {"ntile", 1, 1, true},
    {"percent_rank", 0, 0, true},
    {"quarter", 1, 1},
    {"rank", 0, 0, true},
    {"repeat", 2, 2},
    {"replace", 3, 3},
    {"reverse", 1, 1},
    {"right", 2, 2},
    {"row_count", 0, 0},
    {"row_number", 0, 0, true},
    {"schema", 0, 0},
    {"second", 1, 1},
    {"std", 1, 1},
    {"stddev", 1, 1},
    {"stddev_pop", 1, 1},
    {"stddev_samp", 1, 1},
    {"subdate", 2, 2},
    {"substr", 2, 3},
    {"substring", 2, 3},
    {"sum", 1, 1},
    {"sysdate", 0, 1},
    {"time", 1, 1},
    {"timestamp", 1, 2},
    {"timestampadd", 3, 3},
    {"timestampdiff", 3, 3},
    {"truncate", 2, 2},
    {"user", 0, 0},
    {"utc_date", 0, 0},
    {"utc_time", 0, 1},
    {"utc_timestamp", 0, 1},
    {"var_pop", 1, 1},
    {"var_samp", 1, 1},
    {"variance", 1, 1},
    {"week", 1, 2},
    {"year", 1, 1},
};

constexpr KnownCall kPostgresCalls[] = {{"coalesce", 1, kAnyNumber},
                                        {"greatest", 1, kAnyNumber},
                                        {"least", 1, kAnyNumber},
                                        {"nullif", 2, 2}};

constexpr KnownCall kDuckdbCalls[] = {
    {"coalesce", 1, kAnyNumber}, {"if", 3, 3}, {"ifnull", 2, 2}, {"nullif", 2, 2}};

std::span<const KnownCall> KnownCallsOf(DialectId dialect) {
  switch (dialect) {
    case DialectId::kMysql: return kMysqlCalls;
    case DialectId::kPostgres: return kPostgresCalls;
    case DialectId::kDuckdb: return kDuckdbCalls;
    default: return {};
  }
}

// Null when the grammar does not know the function. The calls are sorted by name.
const KnownCall* KnownCallNamed(DialectId dialect, std::string_view name) {
  char lower[16];
  if (name.size() > sizeof lower) return nullptr;
  for (size_t i = 0; i < name.size(); ++i)
    lower[i] = static_cast<char>(kLower[static_cast<unsigned char>(name[i])]);
  const std::string_view wanted(lower, name.size());
  const std::span<const KnownCall> known = KnownCallsOf(dialect);
  const auto found =
      std::lower_bound(known.begin(), known.end(), wanted,
                       [](const KnownCall& one, std::string_view key) { return one.name < key; });
  return found != known.end() && found->name == wanted ? &*found : nullptr;
}

}  // namespace

// What the grammar says of a call besides its form.
void Parser::CheckCall(const Call& call) {
  if (failed_) return;
  if (call.distinct && call.over && IsDialect(DialectId::kSqlite))
    return FailWithAt(Tr("DISTINCT is not supported for window functions here"), call.begin);
  const bool postgres = IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb);
  if (postgres && call.distinct && !call.within_group.empty())
    return FailWithAt(Tr("DISTINCT and WITHIN GROUP exclude each other"), call.begin);
  if (call.name.size() != 1 || call.name[0].quoted() || call.parametric) return;
  const KnownCall* signature = KnownCallNamed(dialect_.id, call.name[0].text);
  if (!signature) return;
  size_t count = 0;
  bool words = false;
  for (const Argument* argument : call.args) {
    words = words || !argument->keyword.empty() || argument->variadic;
    ++count;
  }
  // COUNT(DISTINCT a, b) and the forms with words have rules of their own.
  if (words || call.no_parentheses) return;
  if (count < signature->least || count > signature->most)
    return FailWithAt(Msg("{} does not take {} arguments", call.name[0].text, count), call.begin);
  if (signature->window && !call.over)
    return FailWithAt(Msg("{} is a window function and needs OVER", call.name[0].text), call.begin,
                      "window_without_over");
}

Argument* Parser::MakeArgument(std::string_view keyword, Expr* value) {
  Argument* argument = MakeAt<Argument>(value ? value->begin : previous_end_);
  argument->keyword = keyword;
  argument->value = value;
  return argument;
}

// The name has been read; at `(`.
Expr* Parser::ParseCall(Name name, uint32_t begin) {
  const Nesting nesting(*this);
  Call* call = MakeAt<Call>(begin);
  call->name = name;
  ParseArguments(call);
  if (Is(Tok::kLeftParen) && Has(Feature::kParametricCall)) {
    call->parameters = call->args;
    call->parametric = true;
    call->args = {};
    ParseArguments(call);
  }
  ParseCallTail(call);
  CheckCall(*call);
  if (Has(Feature::kAnyTypedLiteral) && IsDialect(DialectId::kPostgres) && Is(Tok::kString) &&
      call->args.size() > 0 && call->args.back()->keyword.empty() && !call->over && !call->filter) {
    // func(1) 'text' is a literal with a type that has modifiers.
    TypeName* type = MakeAt<TypeName>(begin);
    type->name = name;
    List<TypeArg*> args(*this);
    for (Argument* argument : call->args) {
      TypeArg* arg = MakeAt<TypeArg>(argument->begin);
      arg->value = argument->value;
      args.Add(arg);
    }
    type->args = args.Take();
    return ParseTypedLiteral(type, begin);
  }
  return Done(call);
}

void Parser::ParseArguments(Call* call) {
  Expect(Tok::kLeftParen);
  const bool no_in = no_in_, star = star_argument_, no_alias = no_alias_,
             allow_default = allow_default_;
  no_in_ = star_argument_ = no_alias_ = allow_default_ = false;
  if (call->name.size() == 1 && !call->name[0].quoted() && ParseSpecialCall(call)) {
    no_in_ = no_in, star_argument_ = star, no_alias_ = no_alias, allow_default_ = allow_default;
    return;
  }
  const auto mysql_aggregate = [&] {
    static constexpr std::string_view kNames[] = {
        "count",          "sum", "avg",    "min",      "max",     "group_concat", "json_arrayagg",
        "json_objectagg", "std", "stddev", "variance", "bit_and", "bit_or",       "bit_xor"};
    for (const std::string_view known : kNames) {
      const std::string_view text = call->name.back().text;
      bool same = text.size() == known.size();
      for (size_t i = 0; same && i < known.size(); ++i)
        same = kLower[static_cast<unsigned char>(text[i])] == static_cast<unsigned char>(known[i]);
      if (same) return true;
    }
    return false;
  };
  const bool mysql_plain = IsDialect(DialectId::kMysql) && !mysql_aggregate();
  const bool query_argument = query_argument_;
  query_argument_ = !IsDialect(DialectId::kClickhouse) || TakesQuery(call->name.back().text);
  if (mysql_plain && Is(Kw::kDistinct)) Fail(Tr("an expression"));
  if (Is(Kw::kDistinct) || (Is(Kw::kDistinctrow) && IsDialect(DialectId::kMysql) && !mysql_plain)) {
    Advance();
    call->distinct = true;
    if (IsDialect(DialectId::kMysql)) Accept(Kw::kAll);
  } else if (Is(Kw::kAll) && !PeekIs(1, Tok::kRightParen) && !PeekIs(1, Tok::kComma) &&
             !PeekIs(1, Tok::kLeftParen)) {
    Advance();
    call->all = true;
  }
  if (call->distinct && Is(Tok::kRightParen)) Fail(Tr("an expression"));
  const bool star_alone = IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kSqlite);
  if (star_alone && (call->distinct || call->all) && Is(Tok::kStar)) Fail(Tr("an expression"));
  List<Argument*> args(*this);
  const bool only_order = IsDialect(DialectId::kDuckdb) && Is(Kw::kOrder) && PeekIs(1, Kw::kBy);
  if (!Is(Tok::kRightParen) && !only_order) {
    star_argument_ = true;
    do {
      star_argument_ = Is(Tok::kStar) || QualifiedStarStarts();
      if (IsDialect(DialectId::kMysql) && Is(Tok::kStar) &&
          (mysql_plain || call->name.back().text.size() != 5 ||
           call->name.back().end + 1 != previous_end_))
        Fail(Tr("an expression"));
      if (star_alone && !args.empty() && Is(Tok::kStar)) Fail(Tr("an expression"));
      in_struct_ = FindKeyword(call->name.back().text) == Kw::kStruct;
      Argument* argument = ParseArgument();
      in_struct_ = false;
      // f(t.*, 1) passes a row; f(*, 1) is nothing.
      const Star* bare = star_alone ? As<Star>(argument->value) : nullptr;
      const bool star_before = bare && bare->qualifier.empty() && !bare->base;
      args.Add(argument);
      if ((argument->variadic || star_before) && Is(Tok::kComma)) Fail(")");
    } while (Accept(Tok::kComma));
    star_argument_ = false;
  }
  const bool nulls_inside = IsDialect(DialectId::kDuckdb) || IsDialect(DialectId::kSnowflake) ||
                            IsDialect(DialectId::kSpark);
  if (nulls_inside && (Is(Kw::kIgnore) || Is(Kw::kRespect)) && PeekIs(1, Kw::kNulls) &&
      Has(Feature::kNullTreatment)) {
    call->nulls = Is(Kw::kIgnore) ? NullTreatment::kIgnore : NullTreatment::kRespect;
    call->nulls_inside = true;
    Advance();
    Advance();
  }
  if (Is(Kw::kOrder) && Has(Feature::kAggregateOrder) && !mysql_plain) {
    Advance();
    Expect(Kw::kBy);
    call->order_by = ParseOrderBy();
    if ((Is(Kw::kIgnore) || Is(Kw::kRespect)) && PeekIs(1, Kw::kNulls) &&
        Has(Feature::kNullTreatment)) {
      call->nulls = Is(Kw::kIgnore) ? NullTreatment::kIgnore : NullTreatment::kRespect;
      call->nulls_inside = true;
      Advance();
      Advance();
    }
  }
  if (IsDialect(DialectId::kMysql)) {
    if (Accept(Kw::kSeparator))
      args.Add(
          MakeArgument("SEPARATOR", Is(Tok::kString) ? ParseLiteralString() : ParseLiteralBytes()));
    if (Accept(Kw::kLimit)) {
      call->limit = ParseExpr();
      if (Accept(Tok::kComma) || Accept(Kw::kOffset)) args.Add(MakeArgument("LIMIT", ParseExpr()));
    }
  }
  if ((IsDialect(DialectId::kSnowflake) || IsDialect(DialectId::kSpark)) && AreWords({Kw::kOn}) &&
      IsSpelt("overflow", 1)) {
    Advance();
    Advance();
    call->on_overflow = ExpectOneOf({Kw::kTruncate, Kw::kError});
    if (IsString(Now())) args.Add(MakeArgument("FILLER", ParseLiteralString()));
    if (Accept(Kw::kWith))
      call->on_overflow = "TRUNCATE WITH COUNT", Advance();
    else if (Accept(Kw::kWithout))
      call->on_overflow = "TRUNCATE WITHOUT COUNT", Advance();
  }
  call->args = args.Take();
  query_argument_ = query_argument;
  Expect(Tok::kRightParen);
  no_in_ = no_in, star_argument_ = star, no_alias_ = no_alias, allow_default_ = allow_default;
}

Argument* Parser::ParseArgument() {
  Argument* argument = Make<Argument>();
  if (Is(Kw::kVariadic) && Has(Feature::kVariadic)) {
    Advance();
    argument->variadic = true;
  }
  if (Has(Feature::kQueryArgument) && QueryStarts() && query_argument_) {
    argument->query = ParseQuery();
    return Done(argument);
  }
  if (IsDialect(DialectId::kDuckdb) && Is(Kw::kSelect)) {
    Fail(Tr("an expression"));
    return argument;
  }
  if (Is(Tok::kWord) || Is(Tok::kQuoted)) {
    const bool arrow = PeekIs(1, Tok::kFatArrow) && Has(Feature::kNamedArguments);
    const bool assign = PeekIs(1, Tok::kAssign) && Has(Feature::kAssignArguments);
    if (arrow || assign) {
      argument->name = TakeIdent();
      argument->style = arrow ? ArgumentName::kArrow : ArgumentName::kAssign;
      Advance();
    }
  }
  if (IsDialect(DialectId::kDuckdb) && Is(Tok::kWord) && PeekIs(1, Tok::kEq) &&
      !IsName(kMayBeColumn)) {
    // A named parameter whose name is no column's: columns = {…}
    argument->name = TakeIdent();
    argument->style = ArgumentName::kEquals;
    Advance();
  }
  if (IsDialect(DialectId::kSnowflake) && Is(Kw::kTable) && PeekIs(1, Tok::kLeftParen)) {
    // TABLE(stage or function) as an argument.
    argument->keyword = "TABLE";
    Advance();
    argument->value = ParseParen();
    return Done(argument);
  }
  if (IsDialect(DialectId::kSpark) && Is(Kw::kTable) && !PeekIs(1, Tok::kComma)) {
    argument->keyword = "TABLE";
    Advance();
    if (!Is(Tok::kLeftParen)) Fail("(");
    argument->value = ParseParen();
    return Done(argument);
  }
  if (IsDialect(DialectId::kSnowflake) && Is(Tok::kWord) && PeekIs(1, Tok::kWord) &&
      PeekIs(2, Tok::kArrow) && IsTypeWord(Peek())) {
    // x INT -> …
    const uint32_t begin = Now().begin;
    const Span<Ident> names = arena_.One(TakeIdent());
    TypeName* type = ParseType();
    Expect(Tok::kArrow);
    Lambda* lambda = static_cast<Lambda*>(ParseLambdaBody(names, begin, true));
    lambda->types = arena_.One(type);
    argument->value = lambda;
    return Done(argument);
  }
  if (IsDialect(DialectId::kSnowflake) && Is(Tok::kAt)) {
    Parameter* stage = Make<Parameter>();
    stage->text = ParseStagePath();
    argument->value = Done(stage);
    return Done(argument);
  }
  const bool in_struct = in_struct_;
  in_struct_ = false;
  argument->value = ParseExpr();
  in_struct_ = in_struct;
  if (Has(Feature::kAliasAnywhere) || (IsDialect(DialectId::kMysql) && Is(Kw::kAs)))
    argument->alias = ParseAliasAnywhere();
  else if (IsDialect(DialectId::kSpark) && Is(Kw::kAs) && in_struct_)
    argument->alias = ParseAliasAnywhere();
  return Done(argument);
}

// WITHIN GROUP, FILTER, IGNORE NULLS, OVER.
void Parser::ParseCallTail(Call* call) {
  bool within_group = false;
  if (IsDialect(DialectId::kDuckdb) && Is(Kw::kExportState)) {
    Advance();
    call->export_state = true;
  }
  if (Is(Kw::kWithin) && PeekIs(1, Kw::kGroup) && Has(Feature::kWithinGroup)) {
    within_group = true;
    Advance();
    Advance();
    Expect(Tok::kLeftParen);
    Expect(Kw::kOrder);
    Expect(Kw::kBy);
    call->within_group = ParseOrderBy();
    Expect(Tok::kRightParen);
  }
  const auto null_treatment = [&] {
    if (!(Is(Kw::kIgnore) || Is(Kw::kRespect)) || !PeekIs(1, Kw::kNulls) ||
        !Has(Feature::kNullTreatment) || IsDialect(DialectId::kDuckdb) ||
        (IsDialect(DialectId::kMysql) && Is(Kw::kIgnore)))
      return;
    call->nulls = Is(Kw::kIgnore) ? NullTreatment::kIgnore : NullTreatment::kRespect;
    Advance();
    Advance();
  };
  if (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSnowflake)) {
    if (Is(Kw::kFrom) && PeekIsAny(1, Kw::kFirst, Kw::kLast) &&
        (PeekIsAny(2, Kw::kRespect, Kw::kIgnore, Kw::kOver))) {
      call->from_first = PeekIs(1, Kw::kFirst);
      call->from_last = !call->from_first;
      Advance();
      Advance();
    }
  }
  null_treatment();
  if (Is(Kw::kFilter) && PeekIs(1, Tok::kLeftParen) && Has(Feature::kFilter)) {
    Advance();
    Advance();
    if (IsDialect(DialectId::kDuckdb)) call->filter_without_where = !Is(Kw::kWhere);
    if (!call->filter_without_where) Expect(Kw::kWhere);
    call->filter = ParseExpr();
    Expect(Tok::kRightParen);
  }
  null_treatment();
  const bool must_be_window = IsDialect(DialectId::kDuckdb) || IsDialect(DialectId::kClickhouse);
  if (must_be_window && Is(Kw::kOver) && !PeekIs(1, Tok::kLeftParen) && !PeekIs(1, Tok::kWord) &&
      !PeekIs(1, Tok::kQuoted)) {
    Advance();
    Fail("(");
  }
  if (Is(Kw::kOver) && !(IsDialect(DialectId::kSpark) && call->nulls_inside) &&
      (PeekIs(1, Tok::kLeftParen) || IsName(Peek(), kMayBeColumn))) {
    Advance();
    call->over = ParseOver();
  }
  if (within_group && IsDialect(DialectId::kMysql) && !call->over) Fail("OVER");
}

WindowSpec* Parser::ParseOver() {
  if (!Is(Tok::kLeftParen)) {
    WindowSpec* spec = Make<WindowSpec>();
    spec->base = ParseColumnIdent();
    spec->reference = true;
    return Done(spec);
  }
  return ParseWindowSpec();
}

WindowSpec* Parser::ParseWindowSpec() {
  WindowSpec* spec = Make<WindowSpec>();
  Expect(Tok::kLeftParen);
  if ((Is(Tok::kWord) || Is(Tok::kQuoted)) && IsName(kMayBeColumn)) {
    const bool clause =
        (Is(Kw::kPartition) && PeekIs(1, Kw::kBy)) || (Is(Kw::kOrder) && PeekIs(1, Kw::kBy)) ||
        IsAny(Kw::kRows, Kw::kRange, Kw::kGroups, Kw::kDistribute, Kw::kSort, Kw::kCluster);
    if (!clause) spec->base = TakeIdent();
  }
  const bool spark = IsDialect(DialectId::kSpark);
  if (spark && !spec->base.empty() && !Is(Tok::kRightParen)) Fail(")");
  if ((Is(Kw::kPartition) || (spark && IsAny(Kw::kDistribute, Kw::kCluster))) &&
      PeekIs(1, Kw::kBy)) {
    Advance();
    Advance();
    spec->partition_by = ParseExprList();
  }
  if ((Is(Kw::kOrder) || (spark && Is(Kw::kSort))) && PeekIs(1, Kw::kBy)) {
    Advance();
    Advance();
    spec->order_by = ParseOrderBy();
  }
  if (IsAny(Kw::kRows, Kw::kRange) || (Is(Kw::kGroups) && Has(Feature::kWindowGroups)))
    ParseFrame(spec);
  Expect(Tok::kRightParen);
  return Done(spec);
}

// Frames that end before they begin are refused here by most, by MariaDB only when the query is
// resolved.
void Parser::ParseFrame(WindowSpec* spec) {
  const bool check = !IsDialect(DialectId::kMysql) && !IsDialect(DialectId::kSpark);
  spec->unit = Is(Kw::kRows)    ? FrameUnit::kRows
               : Is(Kw::kRange) ? FrameUnit::kRange
                                : FrameUnit::kGroups;
  Advance();
  if (Accept(Kw::kBetween)) {
    spec->between = true;
    spec->from = ParseFrameBound();
    Expect(Kw::kAnd);
    const uint32_t to_begin = Now().begin;
    spec->to = ParseFrameBound();
    if (check && !failed_ && spec->to->type == BoundKind::kUnboundedPreceding)
      FailWithAt(Tr("a frame cannot end with UNBOUNDED PRECEDING"), to_begin);
    else if (check && !failed_ &&
             static_cast<int>(spec->to->type) < static_cast<int>(spec->from->type) &&
             !IsDialect(DialectId::kClickhouse) && !IsDialect(DialectId::kSnowflake)) {
      FailWithAt(Tr("the frame ends before it begins"), to_begin);
    }
  } else {
    const uint32_t begin = Now().begin;
    spec->from = ParseFrameBound();
    if (check && !failed_ &&
        static_cast<int>(spec->from->type) > static_cast<int>(BoundKind::kCurrentRow) &&
        !IsDialect(DialectId::kClickhouse)) {
      FailWithAt(Tr("a frame without BETWEEN ends at the current row, so it cannot begin after it"),
                 begin);
    }
  }
  if (check && !failed_ && spec->from->type == BoundKind::kUnboundedFollowing)
    FailWithAt(Tr("a frame cannot begin with UNBOUNDED FOLLOWING"), spec->from->begin);
  if (Is(Kw::kExclude) && Has(Feature::kWindowExclude)) {
    Advance();
    if (AcceptWords({Kw::kCurrent, Kw::kRow}))
      spec->exclude = FrameExclude::kCurrentRow;
    else if (AcceptWords({Kw::kNo, Kw::kOthers}))
      spec->exclude = FrameExclude::kNoOthers;
    else if (Accept(Kw::kTies))
      spec->exclude = FrameExclude::kTies;
    else if (Accept(Kw::kGroup))
      spec->exclude = FrameExclude::kGroup;
    else
      Fail("CURRENT ROW, GROUP, TIES, NO OTHERS");
  }
}

FrameBound* Parser::ParseFrameBound() {
  FrameBound* bound = Make<FrameBound>();
  if (Is(Kw::kUnbounded) && PeekIsAny(1, Kw::kPreceding, Kw::kFollowing)) {
    bound->type =
        PeekIs(1, Kw::kPreceding) ? BoundKind::kUnboundedPreceding : BoundKind::kUnboundedFollowing;
    Advance();
    Advance();
    return Done(bound);
  }
  if (AcceptWords({Kw::kCurrent, Kw::kRow})) return Done(bound);
  bound->offset = ParseExpr();
  bound->type = ExpectOneOf({Kw::kPreceding, Kw::kFollowing}) == "PRECEDING"
                    ? BoundKind::kPreceding
                    : BoundKind::kFollowing;
  return Done(bound);
}

Span<OrderItem*> Parser::ParseOrderBy() {
  List<OrderItem*> items(*this);
  do {
    if (!items.empty() && Has(Feature::kTrailingComma) && (Is(Tok::kRightParen) || AtEnd())) break;
    items.Add(ParseOrderItem());
  } while (Accept(Tok::kComma));
  return items.Take();
}

OrderItem* Parser::ParseOrderItem() {
  OrderItem* item = Make<OrderItem>();
  if (Is(Kw::kAll) && Has(Feature::kOrderByAll)) {
    Advance();
    item->all = true;
    if (IsDialect(DialectId::kDuckdb) && PeekIs(0, Tok::kComma))
      Fail(Tr("the end of the statement"));
  } else {
    item->expr = ParseExpr();
  }
  if (Accept(Kw::kAsc))
    item->direction = Direction::kAsc;
  else if (Accept(Kw::kDesc))
    item->direction = Direction::kDesc;
  else if (IsDialect(DialectId::kClickhouse) && (IsSpelt("ascending") || IsSpelt("descending"))) {
    item->direction = IsSpelt("ascending") ? Direction::kAsc : Direction::kDesc;
    Advance();
  } else if (Is(Kw::kUsing) && Has(Feature::kOrderUsing)) {
    Advance();
    item->direction = Direction::kUsing;
    if (Is(Kw::kOperator))
      item->using_operator = Joined("OPERATOR", (Advance(), TakeParenthesised()->text));
    else {
      item->using_operator = Text();
      if (Is(Tok::kWord) || AtEnd() || Is(Tok::kString)) Fail(Tr("an operator"));
      Advance();
    }
  }
  if (Is(Kw::kNulls) && PeekIsAny(1, Kw::kFirst, Kw::kLast) && Has(Feature::kNullsOrder)) {
    Advance();
    item->nulls = Is(Kw::kFirst) ? NullsOrder::kFirst : NullsOrder::kLast;
    Advance();
  }
  if (Has(Feature::kWithFill)) {
    if (Is(Kw::kCollate)) {
      Advance();
      item->collate = ParseLiteralString();
    }
    if (Is(Kw::kWith) && PeekIs(1, Kw::kFill)) {
      Advance();
      Advance();
      item->fill = true;
      if (Accept(Kw::kFrom)) item->fill_from = ParseExpr();
      if (Accept(Kw::kTo)) item->fill_to = ParseExpr();
      if (Accept(Kw::kStep)) item->fill_step = ParseExpr();
      if (Accept(Kw::kStaleness)) item->fill_staleness = ParseExpr();
    }
  }
  return Done(item);
}

}  // namespace aietl::sql
