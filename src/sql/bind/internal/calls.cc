// Calls: which function, with what, and whether it may stand here.

#include <algorithm>
#include <array>
#include <charconv>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "sql/bind/internal/binding.h"

namespace aietl::sql::bind {

using enum TypeKind;

namespace {

constexpr std::string_view kUnits[] = {"year",
                                       "years",
                                       "yyyy",
                                       "yy",
                                       "yr",
                                       "y",
                                       "quarter",
                                       "quarters",
                                       "qtr",
                                       "qq",
                                       "q",
                                       "month",
                                       "months",
                                       "mon",
                                       "mm",
                                       "m",
                                       "week",
                                       "weeks",
                                       "wk",
                                       "ww",
                                       "w",
                                       "day",
                                       "days",
                                       "dd",
                                       "d",
                                       "dayofyear",
                                       "doy",
                                       "dy",
                                       "dayofweek",
                                       "dow",
                                       "weekday",
                                       "dw",
                                       "isodow",
                                       "isoyear",
                                       "isoweek",
                                       "dayofweekiso",
                                       "dayofweek_iso",
                                       "weekiso",
                                       "week_iso",
                                       "yearofweek",
                                       "yearofweekiso",
                                       "hour",
                                       "hours",
                                       "hh",
                                       "hr",
                                       "h",
                                       "minute",
                                       "minutes",
                                       "min",
                                       "mi",
                                       "n",
                                       "second",
                                       "seconds",
                                       "sec",
                                       "ss",
                                       "s",
                                       "millisecond",
                                       "milliseconds",
                                       "ms",
                                       "microsecond",
                                       "microseconds",
                                       "us",
                                       "nanosecond",
                                       "nanoseconds",
                                       "ns",
                                       "epoch",
                                       "epoch_second",
                                       "epoch_seconds",
                                       "epoch_millisecond",
                                       "epoch_milliseconds",
                                       "epoch_ms",
                                       "decade",
                                       "century",
                                       "millennium",
                                       "timezone",
                                       "timezone_hour",
                                       "timezone_minute",
                                       "julian",
                                       "era",
                                       "week_day",
                                       "year_month",
                                       "day_hour",
                                       "day_minute",
                                       "day_second",
                                       "day_microsecond",
                                       "hour_minute",
                                       "hour_second",
                                       "hour_microsecond",
                                       "minute_second",
                                       "minute_microsecond",
                                       "second_microsecond",
                                       "sql_tsi_year",
                                       "sql_tsi_quarter",
                                       "sql_tsi_month",
                                       "sql_tsi_week",
                                       "sql_tsi_day",
                                       "sql_tsi_hour",
                                       "sql_tsi_minute",
                                       "sql_tsi_second",
                                       "date",
                                       "time",
                                       "datetime",
                                       "timestamp"};

// Functions with a unit of time where a column could stand: which argument it is, of how many.
struct UnitPlace {
  std::string_view function;
  size_t count;
  size_t at;
};
constexpr UnitPlace kUnitPlaces[] = {
    {"extract", 2, 0},       {"date_trunc", 2, 0},    {"datetrunc", 2, 0},
    {"date_part", 2, 0},     {"datepart", 2, 0},      {"get_format", 2, 0},
    {"last_day", 2, 1},      {"trunc", 2, 1},         {"timestampdiff", 3, 0},
    {"timestampadd", 3, 0},  {"timestampsub", 3, 0},  {"timestamp_diff", 3, 0},
    {"timestamp_add", 3, 0}, {"timestamp_sub", 3, 0}, {"dateadd", 3, 0},
    {"datesub", 3, 0},       {"date_add", 3, 0},      {"date_sub", 3, 0},
    {"datediff", 3, 0},      {"date_diff", 3, 0},     {"timediff", 3, 0},
    {"timeadd", 3, 0},       {"datediff", 4, 0},      {"date_diff", 4, 0},
};

bool CallIs(std::string_view name, std::string_view word) {
  return name.size() == word.size() && NameHash(name) == NameHash(word);
}

template <class List>
bool AmongNames(std::string_view name, const List& list) {
  return std::ranges::any_of(list, [&](std::string_view word) { return CallIs(name, word); });
}

// The number that the second argument is, as in round(x, 2).
std::optional<int32_t> WrittenDigits(const Call& call) {
  if (call.args.size() != 2 || call.args[1]->value == nullptr) return std::nullopt;
  const Expr* value = Unparen(call.args[1]->value);
  const auto* minus = As<Unary>(value);
  if (minus != nullptr && minus->op == Op::kNegate) value = Unparen(minus->operand);
  const auto* literal = As<Literal>(value);
  int32_t digits = 0;
  if (literal == nullptr || literal->type != LiteralKind::kInteger ||
      std::from_chars(literal->text.data(), literal->text.data() + literal->text.size(), digits)
              .ec != std::errc())
    return std::nullopt;
  return minus == nullptr ? digits : -digits;
}

// Whether an argument of this number may be a lambda.
bool TakesLambda(const FunctionInfo* function, size_t number) {
  if (function == nullptr) return false;
  for (const Signature& signature : function->signatures())
    if (number < signature.count && PatternAt(ArgumentAt(signature, number)).kind == kLambda)
      return true;
  return false;
}

// `lambda x: …`, and DuckDB's `x -> …` and `(x, y) -> …`, which only the function tells from JSON's
// arrow.
std::optional<std::vector<Ident>> LambdaParameters(const Expr* expr) {
  std::vector<Ident> names;
  if (const auto* lambda = As<Lambda>(expr)) {
    names.assign(lambda->parameters.begin(), lambda->parameters.end());
    return names;
  }
  const auto* arrow = As<Binary>(expr);
  if (arrow == nullptr || arrow->op != Op::kJsonGet) return std::nullopt;
  const auto add = [&](const Expr* part) {
    const auto* ref = As<ColumnRef>(Unparen(part));
    if (ref == nullptr || ref->name.size() != 1) return false;
    names.push_back(ref->name[0]);
    return true;
  };
  if (const auto* row = As<RowExpr>(Unparen(arrow->left))) {
    for (const Expr* item : row->items)
      if (!add(item)) return std::nullopt;
    return names;
  }
  if (!add(arrow->left)) return std::nullopt;
  return names;
}

const Expr& LambdaBody(const Expr* expr) {
  const auto* lambda = As<Lambda>(expr);
  return lambda != nullptr ? *lambda->body : *static_cast<const Binary*>(expr)->right;
}

// COLUMNS(*), COLUMNS('…'), COLUMNS(c -> …), UNPACK(COLUMNS(…)).
bool DuckdbColumns(const Call& call, DialectId dialect) {
  const std::string_view name = call.name.back().text;
  return dialect == DialectId::kDuckdb && call.name.size() == 1 &&
         (CallIs(name, "columns") || CallIs(name, "unpack"));
}

bool IsUnit(const Call& call, const Argument& argument) {
  const bool place = std::ranges::any_of(kUnitPlaces, [&](const UnitPlace& unit) {
    return call.args.size() == unit.count &&
           call.args[static_cast<uint32_t>(unit.at)] == &argument &&
           CallIs(call.name.back().text, unit.function);
  });
  if (!place) return false;
  const auto* ref =
      argument.value == nullptr ? nullptr : As<ColumnRef>(static_cast<const Node*>(argument.value));
  return ref != nullptr && ref->name.size() == 1 && !ref->name[0].quoted() &&
         AmongNames(ref->name[0].text, kUnits);
}

}  // namespace

void Binder::BindWindow(const WindowSpec& window, Scope& scope) {
  if (!window.base.empty() && scope.select != nullptr) {
    const bool known = std::ranges::any_of(scope.select->windows, [&](const NamedWindow* named) {
      return Same(named->name, window.base);
    });
    if (!known) {
      std::vector<std::string> names;
      for (const NamedWindow* named : scope.select->windows)
        names.emplace_back(named->name.text);
      ReportAt("unknown_window", window.base.begin,
               Msg("window {} does not exist", window.base.text), std::string(window.base.text),
               DidYouMean(std::string(window.base.text), names));
    }
  }
  ++scope.window_depth;
  BindAll(window.partition_by, scope);
  for (const OrderItem* item : window.order_by)
    if (item->expr != nullptr) BindExpr(item->expr, scope);
  for (const FrameBound* bound : {window.from, window.to})
    if (bound != nullptr && bound->offset != nullptr) BindExpr(bound->offset, scope);
  --scope.window_depth;
}

Value Binder::BindCall(const Call& call, Scope& scope) {
  if (call.name.empty()) return {Unknown(), true};
  const std::string_view name = call.name.back().text;
  bool exact = true;
  const FunctionInfo* function = FindFunction(dialect_, name, FunctionRole::kScalar, &exact);
  const bool own_schema = call.name.size() == 1 || CallIs(call.name[0].text, "pg_catalog") ||
                          CallIs(call.name[0].text, "main") ||
                          CallIs(call.name[0].text, "system") ||
                          CallIs(call.name[0].text, "builtin");
  if (!own_schema) function = nullptr;
  if (function != nullptr && !exact && own_schema) {
    Report("unknown_function", &call,
           Msg("function {} does not exist in {}", name, script_.dialect->title), std::string(name),
           Msg("did you mean {}?", function->name));
  } else if (function == nullptr && own_schema && options_.check_functions &&
             rules_.function_names_certain && !DuckdbColumns(call, dialect_) &&
             std::ranges::none_of(local_functions_,
                                  [&](const std::string& known) { return CallIs(known, name); })) {
    UnknownFunction(call, name, FunctionRole::kScalar);
  }

  const bool windowed = call.over != nullptr;
  const bool can_aggregate = function != nullptr && function->Has(kIsAggregate);
  // SQLite's max(a) is an aggregate, max(a, b) is none.
  const bool aggregate_here =
      can_aggregate && (function->AlwaysAggregate() || [&] {
        for (const Signature& signature : function->signatures())
          if ((signature.flags & kIsAggregate) != 0 && call.args.size() >= signature.required &&
              (call.args.size() <= signature.count || signature.variadic != 0))
            return true;
        return false;
      }());
  const bool aggregate = aggregate_here && !windowed;
  // PostgreSQL's rank() is an aggregate only WITHIN GROUP.
  const bool window_only =
      function != nullptr && function->Has(kIsWindow) &&
      (!can_aggregate || (dialect_ == DialectId::kPostgres && call.within_group.empty()));
  if (window_only && !windowed) {
    Report("window_without_over", &call, Msg("{} is a window function and needs OVER", name),
           std::string(name));
  } else if (windowed && function != nullptr && !aggregate_here && !function->Has(kIsWindow)) {
    Report("not_a_window_function", &call, Msg("{} is no window function and no aggregate", name),
           std::string(name));
  }
  if (windowed || aggregate) {
    const bool here = scope.select != nullptr || scope.output != nullptr;
    const std::string_view where = scope.clause == Clause::kWhere     ? "WHERE"
                                   : scope.clause == Clause::kGroupBy ? "GROUP BY"
                                   : scope.clause == Clause::kOn      ? "ON"
                                                                      : "";
    if (aggregate && here && !where.empty() && scope.aggregate_depth == 0) {
      // An aggregate over columns of the query around it belongs there.
      bool own = false;
      for (const Argument* argument : call.args) {
        const auto* ref = argument->value == nullptr
                              ? nullptr
                              : As<ColumnRef>(static_cast<const Node*>(argument->value));
        if (ref == nullptr || scope.outer == nullptr) {
          own = true;
          continue;
        }
        bool ambiguous = false, open = false;
        own |= ref->name.size() > 1
                   ? FindSource(Name(ref->name.data(), ref->name.size() - 1), scope) != nullptr
                   : FindPlain(ref->name[0], scope, &ambiguous, &open).has_value();
      }
      if (own || call.args.empty())
        Report("misplaced_aggregate", &call,
               Msg("{} is an aggregate, which cannot stand in {}", name, where), std::string(name));
    } else if (windowed && here && (!where.empty() || scope.clause == Clause::kHaving)) {
      Report("misplaced_window", &call,
             Msg("{} is a window function, which cannot stand in {}", name,
                 where.empty() ? "HAVING" : where),
             std::string(name));
    }
    if (aggregate && scope.aggregate_depth > 0)
      Report("nested_aggregate", &call, Msg("{} stands inside another aggregate", name),
             std::string(name));
    if (windowed && scope.window_depth > 0)
      Report("nested_window", &call, Msg("{} stands inside another window function", name),
             std::string(name));
    if (windowed && scope.aggregate_depth > 0)
      Report("nested_window", &call, Msg("the window function {} stands inside an aggregate", name),
             std::string(name));
    if (aggregate && scope.aggregate_depth == 0) scope.saw_aggregate = true;
    scope.saw_window |= windowed;
  }

  if (DuckdbColumns(call, dialect_)) return {Unknown(), true};

  if (aggregate) ++scope.aggregate_depth;
  std::array<const Type*, 16> few;
  std::vector<const Type*> many;
  size_t count = 0;
  bool nullable = false, all_nullable = true, named = false;
  const auto take = [&](const Type* type) {
    if (count < few.size()) {
      few[count] = type;
    } else {
      if (many.empty()) many.assign(few.begin(), few.end());
      many.push_back(type);
    }
    ++count;
  };
  const auto bind = [&](const Argument& argument, bool counts) {
    Value value{Unknown(), true};
    if (argument.query != nullptr) {
      BindQuery(*argument.query, &scope);
    } else if (argument.value == nullptr) {
      return;
    } else if (IsUnit(call, argument)) {
      value = {TextLiteralType(), false};
    } else if (const auto* star = As<Star>(static_cast<const Node*>(argument.value))) {
      if (!star->qualifier.empty() && FindSource(star->qualifier, scope) == nullptr &&
          scope.outer == nullptr)
        ReportAt("unknown_table", star->qualifier[0].begin,
                 Msg("nothing in FROM is called {}", PathText(star->qualifier)),
                 PathText(star->qualifier), {});
      if (CallIs(name, "count")) return;
      named = true;  // as many as there are columns
      return;
    } else if (const auto parameters =
                   TakesLambda(function, count) ? LambdaParameters(argument.value) : std::nullopt) {
      const Type* first = count == 0 ? Unknown() : few[0];
      value = BindLambda(
          *parameters, LambdaBody(argument.value), argument.value,
          first->kind == kArray && first->element != nullptr ? first->element : Unknown(), scope);
    } else {
      value = BindExpr(argument.value, scope);
    }
    named |= !argument.name.empty() || argument.variadic;
    nullable |= value.nullable;
    all_nullable &= value.nullable;
    if (counts) take(value.type);
  };
  for (const Argument* argument : call.args)
    bind(*argument, argument->keyword.empty() || argument->value != nullptr);
  for (const Argument* parameter : call.parameters)
    bind(*parameter, false);
  for (const OrderItem* item : call.order_by)
    if (item->expr != nullptr) BindExpr(item->expr, scope);
  for (const OrderItem* item : call.within_group)
    if (item->expr != nullptr) {
      const Value value = BindExpr(item->expr, scope);
      nullable |= value.nullable;
      if (dialect_ == DialectId::kPostgres) take(value.type);  // its catalogue counts them
    }
  if (call.filter != nullptr) BindExpr(call.filter, scope);
  if (aggregate) --scope.aggregate_depth;
  if (windowed) BindWindow(*call.over, scope);

  if (function == nullptr) return {Unknown(), true};
  const bool complete = !named && call.within_group.empty() && !call.parametric &&
                        std::ranges::all_of(call.args, [](const Argument* a) {
                          return a->keyword.empty() && a->query == nullptr;
                        });
  const std::span<const Type* const> types = many.empty()
                                                 ? std::span<const Type* const>(few.data(), count)
                                                 : std::span<const Type* const>(many);
  CallResult result =
      ResolveCall(*function, {types, windowed, WrittenDigits(call)}, dialect_, arena_);
  if (complete && result.fit == CallFit::kWrongCount && !(count == 0 && call.args.size() == 1)) {
    Report("wrong_arguments", &call, Msg("{} does not take {} arguments", name, count),
           std::string(name));
  } else if (complete && result.fit == CallFit::kWrongTypes) {
    std::string shown;
    for (const Type* type : types)
      shown += (shown.empty() ? "" : ", ") + Show(*type);
    Report("wrong_arguments", &call, Msg("{} does not take ({})", name, shown), std::string(name),
           Msg("write a cast"));
  }
  const Type* type = result.type;
  if (type->kind == kStruct && type->fields.empty() && named && types.size() == call.args.size()) {
    std::vector<TypeField> fields;  // struct_pack(a := 1)
    for (uint32_t i = 0; i < call.args.size(); ++i)
      fields.push_back({call.args[i]->name.text, Settled(types[i])});
    type = arena_.New<Type>(Type{.kind = kStruct, .fields = arena_.List(fields)});
  }
  if (!call.within_group.empty() && call.within_group[0]->expr != nullptr &&
      CallIs(name, "percentile_disc")) {
    // The ordered column's own type.
    const ColumnAt at = bound_.Meaning(Unparen(call.within_group[0]->expr));
    type = at && !at.whole_row() ? at->type : Unknown();
  }
  if (type->kind == kVoid) return {type, true};
  bool result_nullable = true;
  switch (function->nulls) {
    case NullRule::kNever: result_nullable = false; break;
    case NullRule::kWithArguments:
      result_nullable = nullable;
      if (CallIs(name, "coalesce") || CallIs(name, "ifnull") || CallIs(name, "nvl"))
        result_nullable = all_nullable && count > 0;
      if (CallIs(name, "greatest") || CallIs(name, "least"))
        result_nullable = dialect_ == DialectId::kMysql || dialect_ == DialectId::kSnowflake
                              ? nullable
                              : all_nullable;
      if (CallIs(name, "concat") && dialect_ == DialectId::kDuckdb) result_nullable = false;
      break;
    case NullRule::kMaybe:
      // An aggregate of a group has a row, and a value where none of its values is NULL.
      if (aggregate && (CallIs(name, "sum") || CallIs(name, "min") || CallIs(name, "max") ||
                        CallIs(name, "avg")))
        result_nullable = nullable || call.filter != nullptr || scope.select == nullptr ||
                          scope.select->group_by == nullptr;
      break;
  }
  return {type, result_nullable};
}

}  // namespace aietl::sql::bind
