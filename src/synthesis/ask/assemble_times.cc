// Conditions on times: periods, weekdays, times of day, how long ago, how long between two times.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "synthesis/ask/assembler.h"
#include "synthesis/text/dates.h"

namespace aietl::synthesis {
namespace {

std::string DayLiteral(const data::Type& type, const std::string& iso) {
  if (type.IsText()) return "'" + iso + "'";  // ISO dates kept as text order like dates
  return (type.id == data::TypeId::kDate          ? "DATE '"
          : type.id == data::TypeId::kTimestampTz ? "TIMESTAMPTZ '"
                                                  : "TIMESTAMP '") +
         iso + "'";
}

std::string FirstOfMonth(int year, int month) {
  return fmt::format("{:04}-{:02}-01", year + (month - 1) / 12, (month - 1) % 12 + 1);
}

Expression CallOver(std::string_view name, const Column& column) {
  Expression of, call;
  of.kind = Expression::Kind::kColumn;
  of.column = column;
  call.kind = Expression::Kind::kCall;
  call.text = name;
  call.arguments = {of};
  return call;
}

}  // namespace

// The year that is said; without one the only year that the data knows, or the one asked for.
std::optional<int> Assembler::YearOf(const Phrase* said, const Phrase& about,
                                     const Column& column) {
  if (said != nullptr) return static_cast<int>(*TokenAt(said->begin).number);
  const connectors::ColumnInfo& info = Info(column);
  if (!info.min || !info.max || info.min->size() < 4 || info.max->size() < 4) return std::nullopt;
  const int first = std::atoi(info.min->substr(0, 4).c_str()),
            last = std::atoi(info.max->substr(0, 4).c_str());
  constexpr int kMostYears = 8;
  if (first == last) return first;
  if (first < 1900 || last < first || last - first >= kMostYears) return std::nullopt;
  std::vector<std::string> years;
  for (int year = last; year >= first; --year)
    years.push_back(std::to_string(year));
  const std::string answer = Ask("year:" + std::to_string(TokenAt(about.begin).span.begin),
                                 Msg("Which year do you mean by “{}”?", Text(about)), about, years);
  const auto index = static_cast<size_t>(answer.empty() ? 0 : answer[0] - 'a');
  return std::stoi(index < years.size() ? years[index] : years.front());
}

std::optional<Assembler::Period> Assembler::PeriodOf(const Phrase& period, const Column& column) {
  const auto simple = [&](const Phrase& leaf) -> std::optional<Period> {
    const Phrase* date = leaf.Part("p");
    if (date != nullptr) return Period{date->from, date->to};
    const Phrase* month = leaf.Part("m");
    if (month == nullptr) return std::nullopt;
    const std::optional<int> year = YearOf(nullptr, leaf, column);
    if (!year) return std::nullopt;
    const int m = MonthOf(TokenAt(month->begin));
    return Period{FirstOfMonth(*year, m), FirstOfMonth(*year, m + 1)};
  };
  if (period.meaning == "date" || period.meaning == "month") return simple(period);
  if (period.meaning == "one") {
    const Phrase* quarter = period.Part("q");
    if (quarter == nullptr) return simple(*period.Part("p"));
    const int q = quarter->argument[0] - '0';
    const std::optional<int> year = YearOf(quarter->Part("y"), period, column);
    if (!year) return std::nullopt;
    return Period{FirstOfMonth(*year, q * 3 - 2), FirstOfMonth(*year, q * 3 + 1)};
  }
  if (period.meaning == "half") {
    const std::optional<int> year = YearOf(period.Part("y"), period, column);
    if (!year) return std::nullopt;
    const bool first = period.argument == "first";
    return Period{FirstOfMonth(*year, first ? 1 : 7), FirstOfMonth(*year, first ? 7 : 13)};
  }
  if (period.meaning == "range") {
    const std::optional<Period> a = simple(*period.Part("a")), b = simple(*period.Part("b"));
    if (!a || !b || b->to < a->from) return std::nullopt;
    return Period{a->from, b->to};
  }
  if (period.meaning == "days" || period.meaning == "months") {
    const Phrase* date = period.Part("p");
    if (period.meaning == "months") {
      const int month = MonthOf(TokenAt(period.Part("a")->begin));
      return Period{FirstOfMonth(std::stoi(date->from.substr(0, 4)), month), date->to};
    }
    const int day = static_cast<int>(*TokenAt(period.Part("n")->begin).number);
    if (day < 1 || day > 31 || date->from.substr(0, 7) != date->to.substr(0, 7)) {
      if (day < 1 || day > 31 || std::stoi(date->from.substr(8)) < day) return std::nullopt;
    }
    return Period{fmt::format("{}-{:02}", date->from.substr(0, 7), day), date->to};
  }
  return std::nullopt;
}

std::optional<Assembler::Period> Assembler::When(const Phrase& when, const Column& column) {
  const std::string_view is = when.meaning;
  if (is == "days") {
    const Phrase* date = when.Part("p");
    const int day = static_cast<int>(*TokenAt(when.Part("n")->begin).number);
    if (day < 1 || day > 31) return std::nullopt;
    return Period{fmt::format("{}-{:02}", date->from.substr(0, 7), day), date->to};
  }
  if (is == "between") {
    // The period's own rules, with a and b.
    std::optional<Period> out;
    Phrase a, b;
    const Phrase *first = when.Part("a"), *second = when.Part("b");
    const std::optional<Period> from = PeriodOf(*first, column), to = PeriodOf(*second, column);
    if (!from || !to || to->to < from->from) return std::nullopt;
    return Period{from->from, to->to};
  }
  if (is == "in_list") {
    // Months that follow each other are one period; others would need an alternative. "April or
    // May 2024" is of one year.
    const std::optional<Period> more = When(*when.Part("more"), column);
    if (!more || more->from.empty()) return std::nullopt;
    const Phrase* first = when.Part("p")->Part("p");
    const Phrase* month = first != nullptr ? first->Part("m") : nullptr;
    std::optional<Period> period;
    if (month != nullptr) {
      const int year = std::stoi(more->from.substr(0, 4)), m = MonthOf(TokenAt(month->begin));
      period = Period{FirstOfMonth(year, m), FirstOfMonth(year, m + 1)};
    } else {
      period = PeriodOf(*when.Part("p"), column);
    }
    if (!period || more->from != period->to) return std::nullopt;
    return Period{period->from, more->to};
  }
  const std::optional<Period> period = PeriodOf(*when.Part("p"), column);
  if (!period) return std::nullopt;
  if (is == "in") return period;
  if (is == "in_twice") {
    // "the first week of April (1–7 April)": what stands in brackets is more exact.
    return PeriodOf(*when.Part("q"), column);
  }
  if (is == "from") return Period{period->from, ""};
  if (is == "before") return Period{"", period->from};
  if (is == "after") return Period{period->to, ""};
  if (is == "until") return Period{"", period->to};
  return std::nullopt;
}

bool Assembler::Dated(const Phrase& when, const Column& column, std::vector<Condition>* out) {
  const std::optional<Period> period = When(when, column);
  if (!period) return false;
  const auto add = [&](Comparison comparison, const std::string& day) {
    Condition condition;
    condition.column = column;
    condition.comparison = comparison;
    condition.literals = {DayLiteral(Info(column).type, day)};
    condition.words = Words(when);
    out->push_back(std::move(condition));
  };
  if (!period->from.empty()) add(Comparison::kGreaterEqual, period->from);
  if (!period->to.empty()) add(Comparison::kLess, period->to);
  return true;
}

// The column a weekday, an hour or an age in days is told of: the one that is named, else the one
// the rows are dated by. A time of day needs moments, not dates.
std::optional<Column> Assembler::TimeOf(const Phrase& filter, bool of_day) {
  if (const Phrase* named = filter.Part("c")) {
    const std::optional<Column> column = Resolve(*named, Want::kTime);
    return column && (!of_day || HoldsTimeOfDay(*column)) ? column : std::nullopt;
  }
  const std::optional<Column> dated = DateColumn(filter);
  if (!dated || !of_day || HoldsTimeOfDay(*dated)) return dated;
  std::vector<std::pair<Column, double>> moments;
  for (size_t c = 0; c < Rel(dated->relation).own_columns(); ++c) {
    const Column column{dated->relation, static_cast<int>(c)};
    if (HoldsTimeOfDay(column)) moments.emplace_back(column, 1);
  }
  return Choose(std::move(moments), filter, "date");
}

bool Assembler::HoldsTimeOfDay(const Column& column) const {
  constexpr size_t kDay = 10;  // letters of an ISO date
  const connectors::ColumnInfo& info = Info(column);
  if (info.type.IsTimestamp()) return true;
  return IsTime(column) && info.type.IsText() && info.samples.front().size() > kDay;
}

bool Assembler::Timed(const Phrase& filter, std::vector<Condition>* out) {
  const std::optional<Column> column = TimeOf(filter, filter.meaning == "clock");
  if (!column) return false;
  if (filter.meaning == "ago") return Ago(*filter.Part("b"), *column, out);
  Mention(*column);
  Condition condition;
  condition.words = Words(filter);
  condition.negated = filter.argument == "not";
  const bool clock = filter.meaning == "clock";
  condition.left = CallOver(clock ? "clock" : "isodow", *column);
  if (clock) return AtHours(*filter.Part("h"), condition, out);
  return OnWeekdays(*filter.Part("w"), condition, out);
}

bool Assembler::OnWeekdays(const Phrase& days, Condition condition,
                           std::vector<Condition>* out) const {
  std::string found;
  if (days.meaning == "range") {
    const char first = days.Part("d")->argument[0], last = days.Part("e")->argument[0];
    for (char day = first;; day = day == '7' ? '1' : static_cast<char>(day + 1)) {
      found += day;
      if (day == last) break;
    }
  } else {
    for (const Phrase* at = &days; at != nullptr; at = at->Part("more")) {
      if (at->meaning == "range") return false;
      found += at->Part("d")->argument;
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const char day : found)
    condition.literals.emplace_back(1, day);
  condition.comparison = condition.literals.size() > 1 ? Comparison::kIn : Comparison::kEqual;
  out->push_back(std::move(condition));
  return true;
}

// "18:00", "6 pm", «9 утра» as hh:mm.
std::optional<std::string> Assembler::Clock(const Phrase& clock, bool afternoon) const {
  if (clock.meaning == "noon") return "12:00";
  if (clock.meaning == "midnight") return "00:00";
  const double hour = *TokenAt(clock.Part("h")->begin).number;
  const Phrase* minutes = clock.Part("m");
  const double minute = minutes != nullptr ? *TokenAt(minutes->begin).number : 0;
  const int h = static_cast<int>(hour), m = static_cast<int>(minute);
  if (h < 0 || h > 24 || m < 0 || m > 59 || h != hour || m != minute) return std::nullopt;
  if (afternoon && (h == 0 || h > 12)) return std::nullopt;
  return fmt::format("{:02}:{:02}", afternoon && h < 12 ? h + 12 : h, m);
}

bool Assembler::AtHours(const Phrase& hours, const Condition& condition,
                        std::vector<Condition>* out) const {
  const Phrase& last = *hours.Part("b");
  const std::optional<std::string> bound = Clock(last, last.argument == "pm");
  if (!bound) return false;
  const auto add = [&](Comparison comparison, const std::string& clock) {
    Condition one = condition;
    one.comparison = comparison;
    one.literals = {"TIME '" + clock + "'"};
    out->push_back(std::move(one));
  };
  const std::string_view is = hours.meaning;
  if (is == "between") {
    // "between 2 and 6 pm", «с 9 до 18 часов»: the last word says it for both.
    const Phrase& first = *hours.Part("a");
    const bool bare = first.rule < 0;
    Phrase hour = first;
    if (bare) hour.parts = {{"h", &first}};
    bool afternoon = bare ? last.argument == "pm" : first.argument == "pm";
    std::optional<std::string> from = Clock(hour, afternoon);
    if (bare && (!from || *from > *bound)) from = Clock(hour, false);
    if (!from || *from > *bound) return false;
    add(Comparison::kGreaterEqual, *from);
    add(Comparison::kLessEqual, *bound);
    return true;
  }
  add(is == "before"  ? Comparison::kLess
      : is == "after" ? Comparison::kGreater
      : is == "from"  ? Comparison::kGreaterEqual
                      : Comparison::kLessEqual,
      *bound);
  return true;
}

// "more than 30 days ago", "older than a year": reckoned from the day of the run.
bool Assembler::Ago(const Phrase& bound, const Column& column, std::vector<Condition>* out) {
  const Phrase* amount = bound.Part("n");
  const Phrase* unit = amount != nullptr ? amount->Part("u") : nullptr;
  if (unit == nullptr) return false;
  static constexpr std::pair<std::string_view, std::string_view> kUnits[] = {
      {"unit_day", "DAY"}, {"unit_week", "WEEK"}, {"unit_month", "MONTH"}, {"unit_year", "YEAR"}};
  std::string_view name;
  for (const auto& [cue, sql] : kUnits) {
    if (chart_.HasCue(unit->begin, cue)) name = sql;
  }
  const Phrase* number = amount->Part("n");
  const double count = number != nullptr ? *TokenAt(number->begin).number : 1;
  if (name.empty() || count != static_cast<int>(count)) return false;
  Condition condition;
  condition.words = Words(bound);
  condition.column = column;
  if (Info(column).type.IsText()) condition.left = CallOver("date", column);
  const std::string_view is = bound.meaning;
  if (is == "gt" || is == "ge")
    condition.comparison = is == "gt" ? Comparison::kLess : Comparison::kLessEqual;
  else if (is == "lt" || is == "le")
    condition.comparison = is == "lt" ? Comparison::kGreater : Comparison::kGreaterEqual;
  else
    return false;
  condition.literals = {
      fmt::format("current_date - INTERVAL {} {}", static_cast<int>(count), name)};
  Mention(column);
  out->push_back(std::move(condition));
  return true;
}

// "older than 60": by a number of years, or the date of birth; "older than 30 days" by the date.
bool Assembler::Aged(const Phrase& filter, const Phrase& bound, std::vector<Condition>* out) {
  const Phrase* amount = bound.Part("n") != nullptr ? bound.Part("n") : bound.Part("a");
  const Phrase* unit = amount != nullptr ? amount->Part("u") : nullptr;
  if (unit == nullptr || chart_.HasCue(unit->begin, "unit_year")) {
    std::optional<Column> column = Topic("age", filter);
    Expression years;
    for (size_t i = 0; !column && !years.set() && i < spoken_.size(); ++i) {
      const int relation = i == 0 && entity_ >= 0 ? entity_ : spoken_[i];
      for (size_t c = 0; c < Rel(relation).own_columns(); ++c) {
        const Column born{relation, static_cast<int>(c)};
        if (!IsTime(born) || !HasConcept(born, {"birth_date"})) continue;
        years = CallOver("age", born);
        Mention(born);
      }
    }
    const double said = amount == nullptr || amount->Part("n") == nullptr
                            ? 0
                            : *TokenAt(amount->Part("n")->begin).number;
    constexpr double kFirstYear = 1900;
    if (said >= kFirstYear) return false;  // «старше 1960 года рождения»: a year, no age
    if (column || years.set()) {
      const std::vector<Condition> conditions =
          Bounds(bound, column.value_or(Column()), column ? Expression() : years);
      out->insert(out->end(), conditions.begin(), conditions.end());
      return !conditions.empty();
    }
  }
  if (unit == nullptr) return false;
  const std::optional<Column> dated = DateColumn(filter);
  return dated && Ago(bound, *dated, out);
}

// "longer than 5 hours", "took more than ten days": between the two times of a row.
bool Assembler::Lasting(const Phrase& bound, const UnitOfMeasure& unit,
                        std::vector<Condition>* out) {
  std::optional<Expression> between = entity_ >= 0 ? DurationOf(entity_) : std::nullopt;
  if (!between) return false;
  constexpr double kDay = 86400;
  double factor = unit.factor / kDay;
  if (std::all_of(between->arguments.begin(), between->arguments.end(),
                  [&](const Expression& one) { return HoldsTimeOfDay(one.column); }) &&
      unit.factor < kDay) {
    between->text = "seconds";
    factor = unit.factor;
  } else if (unit.factor < kDay) {
    return false;
  }
  std::vector<Condition> conditions = Bounds(bound, {}, *between);
  for (Condition& condition : conditions) {
    for (std::string& literal : condition.literals)
      literal = fmt::format("{:.12g}", std::stod(literal) * factor);
  }
  out->insert(out->end(), conditions.begin(), conditions.end());
  return !conditions.empty();
}

}  // namespace aietl::synthesis
