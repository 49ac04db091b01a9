#include "synthesis/text/dates.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>

#include "synthesis/text/letters.h"

namespace aietl::synthesis {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::string Iso(sys_days at) {
  const year_month_day date(at);
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()),
                     unsigned(date.day()));
}

sys_days MonthStart(int y, int m) {
  return sys_days(year(y) / month(static_cast<unsigned>(m)) / day(1));
}

sys_days NextMonth(int y, int m) {
  return m == 12 ? MonthStart(y + 1, 1) : MonthStart(y, m + 1);
}

Period Make(sys_days from, sys_days to, size_t tokens) {
  return Period{Iso(from), Iso(to), tokens};
}

constexpr std::string_view kEnglishMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                               "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kEnglishFull[] = {"january",   "february", "march",    "april",
                                             "may",       "june",     "july",     "august",
                                             "september", "october",  "november", "december"};
// Beginnings that no other Russian word of a data question shares; март needs its cases spelt
// (маршрут, марка).
constexpr std::string_view kRussianMonths[] = {"январ",   "феврал", "март",  "апрел",
                                               "ма",      "июн",    "июл",   "август",
                                               "сентябр", "октябр", "ноябр", "декабр"};

std::optional<int> YearAt(const std::vector<Token>& tokens, size_t at) {
  if (at >= tokens.size() || tokens[at].kind != TokenKind::kNumber || !tokens[at].number)
    return std::nullopt;
  const double value = *tokens[at].number;
  if (tokens[at].number_text.size() != 4 || value < 1900 || value > 2100) return std::nullopt;
  return static_cast<int>(value);
}

std::optional<int> SmallNumberAt(const std::vector<Token>& tokens, size_t at, int least, int most) {
  if (at >= tokens.size() || !tokens[at].number || tokens[at].kind != TokenKind::kNumber)
    return std::nullopt;
  const double value = *tokens[at].number;
  if (value < least || value > most || value != static_cast<int>(value)) return std::nullopt;
  return static_cast<int>(value);
}

// "1st", "first", «первое»: a day of a month; 0: none.
int DayOrdinal(const Token& token) {
  static constexpr std::string_view kWords[] = {"first", "second",  "third",  "fourth", "fifth",
                                                "sixth", "seventh", "eighth", "ninth",  "tenth"};
  const std::string& w = token.lower;
  for (int i = 0; i < 10; ++i) {
    if (w == kWords[i]) return i + 1;
  }
  if (w.size() < 3 || w.size() > 4 || w[0] < '0' || w[0] > '9') return 0;
  const std::string_view ending = std::string_view(w).substr(w.size() - 2);
  if (!Among(ending, {"st", "nd", "rd", "th"})) return 0;
  const int day_number = std::atoi(w.c_str());
  return day_number >= 1 && day_number <= 31 ? day_number : 0;
}

bool IsYearWord(const std::vector<Token>& tokens, size_t at) {
  return at < tokens.size() && Among(tokens[at].lower, {"год", "года", "году", "г", "годом"});
}

bool IsComma(const std::vector<Token>& tokens, size_t at) {
  return at < tokens.size() && tokens[at].text == ",";
}

size_t WithYearWord(const std::vector<Token>& tokens, size_t at) {
  return IsYearWord(tokens, at) ? at + 1 : at;
}

int Ordinal(const Token& token) {
  const std::string& w = token.lower;
  if (Among(w, {"q1", "1-й", "i"}) || w.starts_with("перв") || w == "first") return 1;
  if (Among(w, {"q2", "2-й", "ii"}) || w.starts_with("втор") || w == "second") return 2;
  if (Among(w, {"q3", "3-й", "iii"}) || w.starts_with("трет") || w == "third") return 3;
  if (Among(w, {"q4", "4-й", "iv"}) || w.starts_with("четверт") || w == "fourth") return 4;
  if (token.number && *token.number >= 1 && *token.number <= 4)
    return static_cast<int>(*token.number);
  return 0;
}

// "Q1 2024", "first quarter of 2024", «первый квартал 2024 года», «1 квартал 2024».
std::optional<Period> QuarterAt(const std::vector<Token>& tokens, size_t at) {
  const int quarter = Ordinal(tokens[at]);
  if (quarter == 0) return std::nullopt;
  size_t next = at + 1;
  if (!tokens[at].lower.starts_with("q")) {
    if (next >= tokens.size() ||
        !(tokens[next].lower.starts_with("квартал") || tokens[next].lower == "quarter"))
      return std::nullopt;
    ++next;
  }
  if (next < tokens.size() && Among(tokens[next].lower, {"of", "in"})) ++next;
  const std::optional<int> y = YearAt(tokens, next);
  if (!y) return std::nullopt;
  const int first = quarter * 3 - 2;
  return Make(MonthStart(*y, first), NextMonth(*y, first + 2), WithYearWord(tokens, next + 1) - at);
}

// "March 2024", "March 5, 2024", «5 марта 2024 года», "5 March 2024".
std::optional<Period> MonthNameAt(const std::vector<Token>& tokens, size_t at) {
  if (const int m = MonthOf(tokens[at])) {
    size_t next = at + 1;
    if (next < tokens.size() && tokens[next].lower == "of") ++next;
    if (const std::optional<int> y = YearAt(tokens, next)) {
      return Make(MonthStart(*y, m), NextMonth(*y, m), WithYearWord(tokens, next + 1) - at);
    }
    const std::optional<int> d = SmallNumberAt(tokens, next, 1, 31);
    if (!d) return std::nullopt;
    next += IsComma(tokens, next + 1) ? 2 : 1;
    const std::optional<int> y = YearAt(tokens, next);
    const year_month_day date =
        year(y.value_or(0)) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(*d));
    if (!y || !date.ok()) return std::nullopt;
    return Make(sys_days(date), sys_days(date) + days(1), next + 1 - at);
  }
  std::optional<int> d = SmallNumberAt(tokens, at, 1, 31);
  size_t month_at = at + 1;
  if (const int ordinal = DayOrdinal(tokens[at]); !d && ordinal > 0) {
    d = ordinal;
    if (month_at < tokens.size() && tokens[month_at].lower == "of") ++month_at;
  }
  if (!d || month_at + 1 >= tokens.size()) return std::nullopt;
  const int m = MonthOf(tokens[month_at]);
  size_t year_at = month_at + 1;
  if (year_at + 1 < tokens.size() && tokens[year_at].text == ",") ++year_at;
  const std::optional<int> y = YearAt(tokens, year_at);
  if (m == 0 || !y) return std::nullopt;
  const year_month_day date =
      year(*y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(*d));
  if (!date.ok()) return std::nullopt;
  return Make(sys_days(date), sys_days(date) + days(1), WithYearWord(tokens, year_at + 1) - at);
}

enum class Unit { kNone, kDay, kWeek, kMonth, kQuarter, kYear };

Unit UnitOf(const Token& token) {
  const std::string& w = token.lower;
  if (Among(w, {"day", "days", "день", "дня", "дней", "дни", "сутки", "суток"})) return Unit::kDay;
  if (Among(w, {"week", "weeks", "неделя", "неделю", "недели", "недель", "неделе"}))
    return Unit::kWeek;
  if (Among(w, {"month", "months", "месяц", "месяца", "месяцев", "месяце"})) return Unit::kMonth;
  if (Among(w, {"quarter", "quarters", "квартал", "квартала", "кварталов", "квартале"}))
    return Unit::kQuarter;
  if (Among(w, {"year", "years", "год", "года", "лет", "году"})) return Unit::kYear;
  return Unit::kNone;
}

sys_days UnitStart(Unit unit, sys_days at) {
  const year_month_day date(at);
  const int m = static_cast<int>(unsigned(date.month()));
  switch (unit) {
    case Unit::kWeek: return at - days((std::chrono::weekday(at).iso_encoding() - 1));
    case Unit::kMonth: return MonthStart(int(date.year()), m);
    case Unit::kQuarter: return MonthStart(int(date.year()), (m - 1) / 3 * 3 + 1);
    case Unit::kYear: return MonthStart(int(date.year()), 1);
    default: return at;
  }
}

sys_days Back(Unit unit, sys_days at, int count) {
  if (unit == Unit::kDay) return at - days(count);
  if (unit == Unit::kWeek) return at - days(7 * count);
  const int step = unit == Unit::kMonth ? 1 : unit == Unit::kQuarter ? 3 : 12;
  const year_month_day date = year_month_day(at) - months(step * count);
  return date.ok() ? sys_days(date) : sys_days(date.year() / date.month() / std::chrono::last);
}

std::optional<Period> RelativeAt(const std::vector<Token>& tokens, size_t at, sys_days today) {
  const std::string& w = tokens[at].lower;
  if (Among(w, {"today", "сегодня"})) return Make(today, today + days(1), 1);
  if (Among(w, {"yesterday", "вчера"})) return Make(today - days(1), today, 1);
  const bool last = Among(w, {"last", "previous", "past"}) || w.starts_with("прошл") ||
                    w.starts_with("последн") || w.starts_with("предыдущ");
  const bool current = Among(w, {"this", "current"}) || w.starts_with("текущ") ||
                       Among(w, {"этот", "этом", "эту", "этой", "этого"});
  if ((!last && !current) || at + 1 >= tokens.size()) return std::nullopt;
  if (const Unit unit = UnitOf(tokens[at + 1]); unit != Unit::kNone) {
    const sys_days start = UnitStart(unit, today);
    if (current) return Make(start, Back(unit, start, -1), 2);
    return Make(Back(unit, start, 1), start, 2);
  }
  const std::optional<int> count = SmallNumberAt(tokens, at + 1, 1, 10000);
  if (!last || !count || at + 2 >= tokens.size()) return std::nullopt;
  const Unit unit = UnitOf(tokens[at + 2]);
  if (unit == Unit::kNone) return std::nullopt;
  // "last 30 days": up to and with today.
  return Make(Back(unit, today + days(1), *count), today + days(1), 3);
}

}  // namespace

int MonthOf(const Token& token) {
  const std::string& w = token.lower;
  for (int m = 0; m < 12; ++m) {
    if (w == kEnglishFull[m] || (w == kEnglishMonths[m] && w != "may" && w != "mar") ||
        (m == 8 && w == "sept"))
      return m + 1;
    if (m == 4) continue;
    const std::string_view stem = kRussianMonths[m];
    if (!w.starts_with(stem)) continue;
    if (Among(std::string_view(w).substr(stem.size()),
              {"", "ь", "я", "е", "ю", "ем", "а", "у", "ом"}))
      return m + 1;
  }
  if (Among(w, {"май", "мая", "мае", "маю", "маем"})) return 5;
  return 0;
}

std::optional<std::string> IsoDate(std::string_view text) {
  // Three numbers between one and the same separator.
  std::array<int, 3> parts{};
  size_t at = 0;
  char separator = 0;
  std::array<size_t, 3> digits{};
  for (size_t i = 0; i < 3; ++i) {
    const char* begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), parts[i]);
    if (error != std::errc()) return std::nullopt;
    digits[i] = static_cast<size_t>(end - begin);
    at += digits[i];
    if (i == 2) break;
    if (at >= text.size() || (i == 1 && text[at] != separator)) return std::nullopt;
    separator = text[at++];
    if (separator != '-' && separator != '.' && separator != '/') return std::nullopt;
  }
  if (at != text.size()) return std::nullopt;
  const auto check = [&](int y, int m, int d) -> std::optional<std::string> {
    if (m < 1 || d < 1) return std::nullopt;
    const year_month_day date =
        year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d));
    if (!date.ok()) return std::nullopt;
    return Iso(sys_days(date));
  };
  if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
    return check(parts[0], parts[1], parts[2]);
  if (digits[2] != 4 || digits[0] > 2 || digits[1] > 2) return std::nullopt;
  const std::optional<std::string> day_first = check(parts[2], parts[1], parts[0]);
  return day_first ? day_first : check(parts[2], parts[0], parts[1]);
}

std::optional<Period> PeriodAt(const std::vector<Token>& tokens, size_t at, Micros now) {
  const Token& token = tokens[at];
  if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) return std::nullopt;
  if (std::optional<Period> quarter = QuarterAt(tokens, at)) return quarter;
  if (std::optional<Period> named = MonthNameAt(tokens, at)) return named;
  const auto today = std::chrono::floor<days>(
      std::chrono::sys_time<std::chrono::microseconds>(std::chrono::microseconds(now)));
  return RelativeAt(tokens, at, today);
}

}  // namespace aietl::synthesis
