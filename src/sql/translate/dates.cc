// Times plus and minus spans: every dialect writes these its own way, so they are taken apart into
// (time, sign, amount, unit) and put together again.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sql/printer.h"
#include "sql/translate/internal/job.h"
#include "sql/translate/internal/kinds.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

using enum DialectId;

constexpr std::array<std::string_view, 9> kShiftUnits = {
    "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "year"};
constexpr std::string_view kQuarter = "quarter";

struct Shift {
  Expr* time = nullptr;
  bool minus = false;
  Expr* amount = nullptr;
  std::string unit;  // one of kShiftUnits, or quarter
};

// "DAYS", "day", "mon", "hh" → the unit; empty if it is none.
std::string UnitOf(std::string_view word) {
  std::string text;
  for (const char c : word)
    text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string_view unit : kShiftUnits) {
    if (text == unit || text == std::string(unit) + "s") return std::string(unit);
  }
  if (text == "quarter" || text == "quarters") return std::string(kQuarter);
  static constexpr std::pair<std::string_view, std::string_view> kShort[] = {
      {"d", "day"},          {"h", "hour"},        {"hr", "hour"},    {"hrs", "hour"},
      {"min", "minute"},     {"mins", "minute"},   {"sec", "second"}, {"secs", "second"},
      {"s", "second"},       {"mon", "month"},     {"mons", "month"}, {"mm", "month"},
      {"y", "year"},         {"yr", "year"},       {"yyyy", "year"},  {"w", "week"},
      {"ms", "millisecond"}, {"us", "microsecond"}};
  for (const auto& [abbreviation, unit] : kShort) {
    if (text == abbreviation) return std::string(unit);
  }
  return {};
}

// '1 day', '3 months': one number and one unit; nullopt for anything else ('1 day 2 hours',
// '01:30').
std::optional<std::pair<std::string, std::string>> OneSpan(std::string_view text) {
  while (text.starts_with(' '))
    text.remove_prefix(1);
  while (text.ends_with(' '))
    text.remove_suffix(1);
  size_t digits = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const size_t first = digits;
  while (digits < text.size() &&
         ((text[digits] >= '0' && text[digits] <= '9') || text[digits] == '.'))
    ++digits;
  if (digits == first) return std::nullopt;
  std::string number(
      text.substr(text.starts_with('+') ? 1 : 0, digits - (text.starts_with('+') ? 1 : 0)));
  std::string_view word = text.substr(digits);
  while (word.starts_with(' '))
    word.remove_prefix(1);
  const std::string unit = UnitOf(word);
  if (unit.empty()) return std::nullopt;
  return std::pair(number, unit);
}

struct Span1 {
  Expr* amount = nullptr;
  std::string unit;
};

Expr* SignedNumber(const std::string& text, Job& job) {
  if (!text.starts_with('-')) return job.Number(text);
  auto* negative = job.arena.New<Unary>();
  negative->op = Op::kNegate;
  negative->operand = job.Number(std::string_view(text).substr(1));
  return negative;
}

// An interval of one unit; nullopt if it has several.
std::optional<Span1> SpanOf(Expr* expr, Job& job) {
  expr = Unparen(expr);
  // 3 * INTERVAL '1 day'
  if (Binary* product = As<Binary>(expr); product != nullptr && product->op == Op::kMultiply) {
    for (const bool swapped : {false, true}) {
      std::optional<Span1> span = SpanOf(swapped ? product->left : product->right, job);
      if (!span) continue;
      Expr* factor = swapped ? product->right : product->left;
      const Literal* one = As<Literal>(Unparen(span->amount));
      span->amount = one != nullptr && one->text == "1"
                         ? factor
                         : job.Operation(Op::kMultiply, MadeParens(factor, job.arena),
                                         MadeParens(span->amount, job.arena));
      return span;
    }
    return std::nullopt;
  }
  if (TypedLiteral* typed = As<TypedLiteral>(expr)) {
    if (typed->type->name.size() != 1 || !SameWordOf(typed->type->name[0].text, "interval") ||
        typed->value->type != LiteralKind::kString)
      return std::nullopt;
    const auto span = OneSpan(typed->value->text);
    if (!span) return std::nullopt;
    return Span1{SignedNumber(span->first, job), span->second};
  }
  if (Cast* cast = As<Cast>(expr); cast != nullptr && cast->type != nullptr &&
                                   cast->type->name.size() == 1 &&
                                   SameWordOf(cast->type->name[0].text, "interval")) {
    const Literal* text = As<Literal>(Unparen(cast->expr));
    const auto span =
        text != nullptr && text->type == LiteralKind::kString ? OneSpan(text->text) : std::nullopt;
    if (!span) return std::nullopt;
    return Span1{SignedNumber(span->first, job), span->second};
  }
  const IntervalExpr* interval = As<IntervalExpr>(expr);
  if (interval == nullptr || interval->values.size() != 1 || interval->units.size() > 1)
    return std::nullopt;
  const Literal* literal = As<Literal>(Unparen(interval->values[0]));
  if (interval->units.empty()) {
    const auto span = literal != nullptr && literal->type == LiteralKind::kString
                          ? OneSpan(literal->text)
                          : std::nullopt;
    if (!span) return std::nullopt;
    return Span1{SignedNumber(span->first, job), span->second};
  }
  const std::string unit = UnitOf(interval->units[0]);
  if (unit.empty()) return std::nullopt;
  // INTERVAL '3' DAY: the text is a number.
  if (literal != nullptr && literal->type == LiteralKind::kString) {
    const auto span = OneSpan(std::string(literal->text) + " " + unit);
    if (!span) return std::nullopt;
    return Span1{SignedNumber(span->first, job), unit};
  }
  return Span1{interval->values[0], unit};
}

// A unit given as a word or a text.
std::string UnitArgument(const Argument& argument) {
  if (const Literal* literal = As<Literal>(argument.value);
      literal != nullptr && literal->type == LiteralKind::kString)
    return UnitOf(literal->text);
  const ColumnRef* column = As<ColumnRef>(argument.value);
  return column != nullptr && column->name.size() == 1 ? UnitOf(column->name[0].text)
                                                       : std::string();
}

// date_add(x, INTERVAL 1 DAY), dateadd(day, 1, x), addDays(x, 1), date_add(x, 1) …
std::optional<Shift> ShiftOfCall(Call& call, Job& job) {
  if (call.name.size() != 1) return std::nullopt;
  const std::string_view name = call.name[0].text;
  const auto arg = [&](uint32_t i) { return call.args[i]->value; };
  for (Argument* argument : call.args) {
    if (argument->value == nullptr || !argument->keyword.empty()) return std::nullopt;
  }
  const bool add = SameWordOf(name, "date_add") || SameWordOf(name, "adddate"),
             sub = SameWordOf(name, "date_sub") || SameWordOf(name, "subdate");
  if ((add || sub) && call.args.size() == 2 && job.From({kMysql, kDuckdb, kSpark, kClickhouse})) {
    if (std::optional<Span1> span = SpanOf(arg(1), job))
      return Shift{arg(0), sub, span->amount, span->unit};
    if (job.From({kMysql, kSpark}) && Unparen(arg(1))->kind != NodeKind::kIntervalExpr)
      return Shift{arg(0), sub, arg(1), "day"};
    return std::nullopt;
  }
  const bool by_unit =
      SameWordOf(name, "dateadd") || SameWordOf(name, "timestampadd") ||
      (SameWordOf(name, "date_add") && job.From({kSnowflake, kSpark, kClickhouse}));
  if (by_unit && call.args.size() == 3) {
    const std::string unit = UnitArgument(*call.args[0]);
    if (!unit.empty()) return Shift{arg(2), false, arg(1), unit};
  }
  if (job.From({kClickhouse}) && call.args.size() == 2) {
    for (const bool minus : {false, true}) {
      const std::string_view prefix = minus ? "subtract" : "add";
      if (!name.starts_with(prefix)) continue;
      const std::string unit = UnitOf(name.substr(prefix.size()));
      if (!unit.empty()) return Shift{arg(0), minus, arg(1), unit};
    }
  }
  if (SameWordOf(name, "add_months") && call.args.size() == 2 && job.From({kSnowflake, kSpark}))
    return Shift{arg(0), false, arg(1), "month"};
  return std::nullopt;
}

IntervalExpr* Interval(Expr* amount, std::string_view unit, Job& job) {
  auto* interval = job.arena.New<IntervalExpr>();
  interval->values = job.arena.One(amount);
  std::string upper;
  for (const char c : unit)
    upper += static_cast<char>(c - 32);
  interval->units = job.arena.One(job.arena.Text(upper));
  return interval;
}

// INTERVAL '3 days' for PostgreSQL and DuckDB; the amount of anything but a number is a factor.
Expr* TextInterval(const Shift& shift, Job& job) {
  const Literal* number = As<Literal>(Unparen(shift.amount));
  std::string unit = shift.unit;
  std::string count = number != nullptr ? std::string(number->text) : "1";
  if (unit == kQuarter && job.to.id == kPostgres) {
    unit = "month";
    count = number != nullptr ? std::to_string(3 * std::atoi(count.c_str())) : "3";
  }
  auto* interval = job.arena.New<IntervalExpr>();
  interval->values =
      job.arena.One(static_cast<Expr*>(job.Text(count + " " + unit + (count == "1" ? "" : "s"))));
  if (number != nullptr) return interval;
  return job.Operation(Op::kMultiply, MadeParens(shift.amount, job.arena), interval);
}

Expr* SqliteShift(const Shift& shift, Job& job) {
  job.Lose(Tr("SQLite has no times: the result is a text"));
  std::string unit = shift.unit;
  int factor = 1;
  if (unit == "week") {
    unit = "day";
    factor = 7;
  }
  if (unit == kQuarter) {
    unit = "month";
    factor = 3;
  }
  if (unit == "microsecond" || unit == "millisecond") {
    job.Refuse(*shift.amount, unit, Tr("its times end with milliseconds"));
    return shift.time;
  }
  const Literal* number = As<Literal>(Unparen(shift.amount));
  Expr* modifier = nullptr;
  if (number != nullptr && number->type == LiteralKind::kInteger) {
    modifier = job.Text((shift.minus ? "-" : "+") +
                        std::to_string(std::atoll(std::string(number->text).c_str()) * factor) +
                        " " + unit + "s");
  } else {
    Expr* amount = MadeParens(shift.amount, job.arena);
    if (factor != 1)
      amount = MadeParens(job.Operation(Op::kMultiply, amount, job.Number(std::to_string(factor))),
                          job.arena);
    if (shift.minus) {
      auto* negative = job.arena.New<Unary>();
      negative->op = Op::kNegate;
      negative->operand = MadeParens(amount, job.arena);
      amount = MadeParens(negative, job.arena);
    }
    modifier = job.Operation(Op::kConcat, amount, job.Text(" " + unit + "s"));
  }
  const bool whole_days = unit == "day" || unit == "month" || unit == "year";
  const bool date = whole_days && IsDate(shift.time);
  return job.Function(date ? "date" : "datetime", {shift.time, modifier});
}

Expr* WriteShift(const Shift& shift, Job& job) {
  const auto operation = [&](Expr* span) {
    return job.Operation(shift.minus ? Op::kMinus : Op::kPlus, MadeParens(shift.time, job.arena),
                         span);
  };
  const auto negated = [&]() -> Expr* {
    if (!shift.minus) return shift.amount;
    auto* negative = job.arena.New<Unary>();
    negative->op = Op::kNegate;
    negative->operand = MadeParens(shift.amount, job.arena);
    return negative;
  };
  switch (job.to.id) {
    case kPostgres:
    case kDuckdb: return operation(TextInterval(shift, job));
    case kMysql: return operation(Interval(MadeParens(shift.amount, job.arena), shift.unit, job));
    case kClickhouse:
      return operation(Interval(MadeParens(shift.amount, job.arena), shift.unit, job));
    case kSpark: {
      const Literal* number = As<Literal>(Unparen(shift.amount));
      if (number != nullptr) return operation(Interval(shift.amount, shift.unit, job));
      // Spark's INTERVAL takes literals only.
      return job.Function("timestampadd", {job.Column(Upper(shift.unit)), negated(), shift.time});
    }
    case kSnowflake:
      return job.Function("dateadd", {job.Column(shift.unit), negated(), shift.time});
    case kSqlite: return SqliteShift(shift, job);
  }
  return nullptr;
}

}  // namespace

bool IsDate(const Expr* expr) {
  expr = Unparen(expr);
  if (const Cast* cast = As<Cast>(expr); cast != nullptr && cast->type != nullptr)
    return cast->type->name.size() == 1 && SameWordOf(cast->type->name[0].text, "date");
  if (const TypedLiteral* typed = As<TypedLiteral>(expr))
    return typed->type->name.size() == 1 && SameWordOf(typed->type->name[0].text, "date");
  const Call* call = As<Call>(expr);
  if (call == nullptr || call->name.size() != 1) return false;
  for (const std::string_view name :
       {"current_date", "curdate", "date", "to_date", "make_date", "last_day", "today"}) {
    if (SameWordOf(call->name[0].text, name)) return true;
  }
  // A literal that date() of SQLite would read as a day.
  return false;
}

std::string Upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return out;
}

namespace {

// date - date counts days in PostgreSQL and DuckDB; MySQL and SQLite take both for numbers, Spark
// makes an interval.
Expr* DaysBetween(Binary& difference, Job& job) {
  if (!IsDate(difference.left) || !IsDate(difference.right))
    job.Lose(Tr("what is taken from or by a date is read as a date too"));
  Expr* days =
      job.To({kSqlite})
          ? job.Operation(Op::kMinus,
                          job.Function("julianday", {TranslateExpr(difference.left, job)}),
                          job.Function("julianday", {TranslateExpr(difference.right, job)}))
          : static_cast<Expr*>(job.Function("datediff", {TranslateExpr(difference.left, job),
                                                         TranslateExpr(difference.right, job)}));
  if (job.To({kSqlite})) days = job.CastTo(MadeParens(days, job.arena), "INTEGER");
  days->begin = difference.begin;
  days->end = difference.end;
  return days;
}

}  // namespace

Expr* TranslateDateArithmetic(Expr* expr, Job& job) {
  std::optional<Shift> shift;
  bool whole_number = false;  // date + 3, not date + INTERVAL
  if (Binary* binary = As<Binary>(expr)) {
    if (binary->op != Op::kPlus && binary->op != Op::kMinus) return nullptr;
    if (std::optional<Span1> span = SpanOf(binary->right, job)) {
      shift = Shift{binary->left, binary->op == Op::kMinus, span->amount, span->unit};
    } else if (std::optional<Span1> first =
                   binary->op == Op::kPlus ? SpanOf(binary->left, job) : std::nullopt) {
      shift = Shift{binary->right, false, first->amount, first->unit};
    } else if (job.From({kPostgres, kDuckdb}) && job.To({kMysql, kSqlite, kSpark})) {
      const bool minus = binary->op == Op::kMinus;
      const auto whole = [&](const Expr* side) {
        return NumberKind(side, job.from.id) == Number::kWhole;
      };
      whole_number = true;
      if (IsDate(binary->left) && whole(binary->right))
        shift = Shift{binary->left, minus, binary->right, "day"};
      else if (!minus && IsDate(binary->right) && whole(binary->left))
        shift = Shift{binary->right, false, binary->left, "day"};
      else if (minus && (IsDate(binary->right) || IsDate(binary->left)))
        return DaysBetween(*binary, job);
      else
        return nullptr;
    }
  } else if (Call* call = As<Call>(expr)) {
    shift = ShiftOfCall(*call, job);
  }
  if (!shift) return nullptr;
  // A shifted date is a date here and a time there: PostgreSQL and DuckDB make a time of it, MySQL,
  // Spark and Snowflake keep days.
  const bool whole_days =
      shift->unit != "hour" && shift->unit != "minute" && shift->unit != "second";
  const bool keeps_from = job.From({kMysql, kSpark, kSnowflake, kClickhouse}),
             keeps_to = job.To({kMysql, kSpark, kSnowflake, kClickhouse});
  const bool date = whole_days && IsDate(shift->time);
  shift->time = TranslateExpr(shift->time, job);
  shift->amount = TranslateExpr(shift->amount, job);
  Expr* written = WriteShift(*shift, job);
  if (date && keeps_from && job.To({kPostgres, kDuckdb}))
    written = job.CastTo(MadeParens(written, job.arena), "date");
  if (date && keeps_to && job.From({kPostgres, kDuckdb}) && !whole_number)
    job.Lose(Tr("a date plus days is a time in the source and a date here"));
  if (written != nullptr) {
    written->begin = expr->begin;
    written->end = expr->end;
  }
  return written == nullptr ? nullptr : MadeParens(written, job.arena);
}

}  // namespace aietl::sql
