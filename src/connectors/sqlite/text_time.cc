#include "connectors/sqlite/text_time.h"

#include <array>
#include <cstring>

namespace aietl::connectors {
namespace {

constexpr int64_t kNanosPerSecond = 1'000'000'000;
constexpr int64_t kMicrosPerSecond = 1'000'000;
constexpr int64_t kSecondsPerDay = 86'400;

// Howard Hinnant's days_from_civil and civil_from_days
// (http://howardhinnant.github.io/date_algorithms.html).
int32_t DaysOf(int year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

struct Civil {
  int year, month, day;
};

Civil CivilOf(int32_t days) {
  const int64_t shifted = static_cast<int64_t>(days) + 719468;
  const int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = static_cast<int>(shifted - era * 146097);
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  const int year = static_cast<int>(year_of_era + era * 400) + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int DaysIn(int year, int month) {
  static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[static_cast<size_t>(month - 1)];
}

// Reads from the front of a text; what it cannot read makes it `bad`.
class TimeCursor {
 public:
  explicit TimeCursor(std::string_view text) : text_(text) {}
  bool AtEnd() const { return text_.empty(); }
  bool Take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  // Exactly `digits` digits; -1 when there are fewer.
  int Number(size_t digits) {
    if (text_.size() < digits) return -1;
    int number = 0;
    for (size_t i = 0; i < digits; ++i) {
      if (text_[i] < '0' || text_[i] > '9') return -1;
      number = number * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(digits);
    return number;
  }
  // Digits behind the point, as nanoseconds; -1: none, or more than nine of which one counts.
  int64_t Fraction() {
    int64_t nanos = 0;
    int digits = 0;
    while (!text_.empty() && text_.front() >= '0' && text_.front() <= '9') {
      const int digit = text_.front() - '0';
      if (digits >= 9 && digit != 0) return -1;
      if (digits < 9) nanos = nanos * 10 + digit;
      ++digits;
      text_.remove_prefix(1);
    }
    if (digits == 0) return -1;
    for (; digits < 9; ++digits)
      nanos *= 10;
    return nanos;
  }
  char Peek() const { return text_.empty() ? '\0' : text_.front(); }

 private:
  std::string_view text_;
};

bool ReadDate(TimeCursor* cursor, TextTime* time) {
  const int year = cursor->Number(4);
  if (year < 1 || !cursor->Take('-')) return false;
  const int month = cursor->Number(2);
  if (month < 1 || month > 12 || !cursor->Take('-')) return false;
  const int day = cursor->Number(2);
  if (day < 1 || day > DaysIn(year, month)) return false;
  time->days = DaysOf(year, month, day);
  return true;
}

bool ReadZone(TimeCursor* cursor, TextTime* time) {
  if (cursor->AtEnd()) return true;
  time->has_zone = true;
  if (cursor->Take('Z') || cursor->Take('z')) return true;
  const bool west = cursor->Peek() == '-';
  if (!cursor->Take('-') && !cursor->Take('+')) return false;
  const int hours = cursor->Number(2);
  if (hours < 0 || hours > 15) return false;
  int minutes = 0;
  if (!cursor->AtEnd()) {
    cursor->Take(':');
    minutes = cursor->Number(2);
    if (minutes < 0 || minutes > 59) return false;
  }
  time->offset = (hours * 60 + minutes) * 60 * (west ? -1 : 1);
  return true;
}

bool ReadClock(TimeCursor* cursor, TextTime* time, bool to_24) {
  const int hours = cursor->Number(2);
  if (hours < 0 || hours > (to_24 ? 24 : 23) || !cursor->Take(':')) return false;
  const int minutes = cursor->Number(2);
  if (minutes < 0 || minutes > 59) return false;
  int seconds = 0;
  int64_t fraction = 0;
  if (cursor->Take(':')) {
    seconds = cursor->Number(2);
    if (seconds < 0 || seconds > 59) return false;
    if (cursor->Take('.')) fraction = cursor->Fraction();
    if (fraction < 0) return false;
  }
  time->has_time = true;
  time->nanos = (hours * 3600LL + minutes * 60 + seconds) * kNanosPerSecond + fraction;
  if (time->nanos > kSecondsPerDay * kNanosPerSecond) return false;
  return ReadZone(cursor, time) && cursor->AtEnd();
}

void PutNumber(char* at, int number, int digits) {
  for (int i = digits - 1; i >= 0; --i) {
    at[i] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
}

// ".123456" without zeros at its end; nothing for 0.
void PutFraction(int64_t fraction, int digits, TimeText* out) {
  if (fraction == 0) return;
  out->text[out->length] = '.';
  for (int i = digits; i > 0; --i) {
    out->text[out->length + i] = static_cast<char>('0' + fraction % 10);
    fraction /= 10;
  }
  out->length += digits + 1;
  while (out->text[out->length - 1] == '0')
    --out->length;
}

void PutClock(int64_t seconds, TimeText* out) {
  char* at = out->text + out->length;
  PutNumber(at, static_cast<int>(seconds / 3600), 2);
  at[2] = ':';
  PutNumber(at + 3, static_cast<int>(seconds / 60 % 60), 2);
  at[5] = ':';
  PutNumber(at + 6, static_cast<int>(seconds % 60), 2);
  out->length += 8;
}

int64_t FloorDiv(int64_t a, int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

bool PutStamp(int64_t ticks, int64_t ticks_per_second, int digits, TimeText* out) {
  const int64_t seconds = FloorDiv(ticks, ticks_per_second);
  const int64_t days = FloorDiv(seconds, kSecondsPerDay);
  if (days < INT32_MIN || days > INT32_MAX || !FormatDate(static_cast<int32_t>(days), out))
    return false;
  out->text[out->length++] = ' ';
  PutClock(seconds - days * kSecondsPerDay, out);
  PutFraction(ticks - seconds * ticks_per_second, digits, out);
  return true;
}

}  // namespace

std::optional<TextTime> ParseDateTime(std::string_view text) {
  TimeCursor cursor(text);
  TextTime time;
  if (!ReadDate(&cursor, &time)) return std::nullopt;
  if (cursor.AtEnd()) return time;
  if (!cursor.Take(' ') && !cursor.Take('T') && !cursor.Take('t')) return std::nullopt;
  if (!ReadClock(&cursor, &time, false)) return std::nullopt;
  return time;
}

std::optional<TextTime> ParseTimeOfDay(std::string_view text) {
  TimeCursor cursor(text);
  TextTime time;
  if (!ReadClock(&cursor, &time, true)) return std::nullopt;
  return time;
}

std::optional<int64_t> ToMicros(const TextTime& time) {
  if (time.nanos % 1000 != 0) return std::nullopt;
  return (time.days * kSecondsPerDay - time.offset) * kMicrosPerSecond + time.nanos / 1000;
}

bool FormatDate(int32_t days, TimeText* out) {
  const Civil civil = CivilOf(days);
  if (civil.year < 1 || civil.year > 9999) return false;
  PutNumber(out->text, civil.year, 4);
  out->text[4] = '-';
  PutNumber(out->text + 5, civil.month, 2);
  out->text[7] = '-';
  PutNumber(out->text + 8, civil.day, 2);
  out->length = 10;
  return true;
}

void FormatTimeOfDay(int64_t micros, TimeText* out) {
  out->length = 0;
  PutClock(micros / kMicrosPerSecond, out);
  PutFraction(micros % kMicrosPerSecond, 6, out);
}

bool FormatMicros(int64_t micros, bool zone, TimeText* out) {
  if (!PutStamp(micros, kMicrosPerSecond, 6, out)) return false;
  if (zone) out->text[out->length++] = 'Z';
  return true;
}

bool FormatNanos(int64_t nanos, TimeText* out) {
  return PutStamp(nanos, kNanosPerSecond, 9, out);
}

}  // namespace aietl::connectors
