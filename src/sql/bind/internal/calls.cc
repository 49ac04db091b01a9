// Calls: which function, with what, and whether it may stand here.

#include <algorithm>
#include <array>

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

// Functions with a unit of time where a column could stand.
constexpr std::string_view kUnitFunctions[] = {
    "extract",    "timestampdiff", "timestampadd", "dateadd",        "date_add",
    "datediff",   "date_diff",     "timediff",     "timeadd",        "date_sub",
    "date_trunc", "trunc",         "date_part",    "datetrunc",      "time_slice",
    "last_day",   "get_format",    "datepart",     "timestamp_diff", "adddate",
    "subdate",    "date_bin",      "add_months",   "next_day",       "interval"};

bool CallIs(std::string_view name, std::string_view word) {
  return name.size() == word.size() && NameHash(name) == NameHash(word);
}

template <class List>
bool AmongNames(std::string_view name, const List& list) {
  return std::ranges::any_of(list, [&](std::string_view word) { return CallIs(name, word); });
}

bool IsUnit(const Argument& argument) {
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
             rules_.function_names_certain &&
             std::ranges::none_of(local_functions_,
                                  [&](const std::string& known) { return CallIs(known, name); })) {
    UnknownFunction(call, name, FunctionRole::kScalar);
  }

  const bool windowed = call.over != nullptr;
  const bool can_aggregate = function != nullptr && function->Has(kIsAggregate);
  const bool aggregate =
      can_aggregate && !windowed && (function->AlwaysAggregate() || [&] {
        for (const Signature& signature : function->signatures())
          if ((signature.flags & kIsAggregate) != 0 && call.args.size() >= signature.required &&
              (call.args.size() <= signature.count || signature.variadic != 0))
            return true;
        return false;
      }());
  const bool window_only = function != nullptr && function->Has(kIsWindow) && !can_aggregate;
  if (window_only && !windowed) {
    Report("window_without_over", &call, Msg("{} is a window function and needs OVER", name),
           std::string(name));
  } else if (windowed && function != nullptr && !can_aggregate && !function->Has(kIsWindow)) {
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

  // DuckDB's COLUMNS(*), COLUMNS('…'), COLUMNS(c -> …).
  if (dialect_ == DialectId::kDuckdb && call.name.size() == 1 && CallIs(name, "columns"))
    return {Unknown(), true};

  if (aggregate) ++scope.aggregate_depth;
  const bool units = AmongNames(name, kUnitFunctions);
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
    } else if (units && IsUnit(argument)) {
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
  CallResult result = ResolveCall(*function, {types, windowed}, dialect_, arena_);
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
