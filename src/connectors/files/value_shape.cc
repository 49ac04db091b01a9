#include "connectors/files/value_shape.h"

#include <algorithm>
#include <charconv>

namespace aietl::connectors::files {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

struct Cursor {
  std::string_view text;
  size_t at = 0;
  bool done() const { return at >= text.size(); }
  char peek() const { return at < text.size() ? text[at] : '\0'; }
  bool Take(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  // Up to `most` digits; their number.
  int Digits(int most, int* value) {
    int count = 0;
    *value = 0;
    while (count < most && IsDigit(peek())) {
      *value = *value * 10 + (text[at] - '0');
      ++at;
      ++count;
    }
    return count;
  }
};

// Bytes of the blank between groups at `at`: ' ', ', U+00A0, U+202F; 0 if there is none.
size_t GroupBlank(std::string_view text, size_t at) {
  if (text[at] == ' ' || text[at] == '\'') return 1;
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  if (text.substr(at, 3) == "\xE2\x80\xAF") return 3;
  return 0;
}

// What stands in a number, before it is decided how to read it.
struct NumberParts {
  bool valid = false;
  bool negative = false;
  uint32_t runs[8] = {};    // digits between separators
  char separators[8] = {};  // '.', ',' or 'b' for a blank, behind the run of the same index
  char blank = 0;
  size_t count = 0;  // runs
  bool exponent = false;
  bool leading_zero = false;
};

NumberParts SplitNumber(std::string_view text) {
  NumberParts parts;
  size_t at = 0;
  if (text[at] == '-') {
    parts.negative = true;
    ++at;
  }
  const size_t first = at;
  while (parts.count < 8) {
    const size_t from = at;
    while (at < text.size() && IsDigit(text[at]))
      ++at;
    parts.runs[parts.count++] = static_cast<uint32_t>(at - from);
    if (at == text.size()) {
      parts.valid = true;
      break;
    }
    char separator = text[at] == '.' || text[at] == ',' ? text[at] : '\0';
    size_t width = 1;
    if (separator == '\0') {
      width = GroupBlank(text, at);
      if (width > 0) {
        separator = 'b';
        if (parts.blank != 0 && parts.blank != text[at]) return parts;
        parts.blank = text[at];
      }
    }
    if (separator == '\0') {
      if ((text[at] != 'e' && text[at] != 'E') || from == at) return parts;
      ++at;
      if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
      const size_t digits = at;
      while (at < text.size() && IsDigit(text[at]))
        ++at;
      parts.exponent = parts.valid = at == text.size() && at > digits && at - digits <= 3;
      break;
    }
    parts.separators[parts.count - 1] = separator;
    at += width;
  }
  if (!parts.valid) return parts;
  parts.leading_zero = parts.runs[0] > 1 && text[first] == '0';
  // A number has digits before its first separator, or is written .5; nothing ends with a
  // separator.
  if (parts.runs[0] == 0 && !(parts.count == 2 && parts.separators[0] != 'b')) parts.valid = false;
  if (parts.runs[parts.count - 1] == 0) parts.valid = false;
  return parts;
}

// Whether runs 1..count-1 (all but the decimals) are groups of three behind a first of one to
// three, separated by `group`.
bool Grouped(const NumberParts& parts, size_t groups, char group) {
  if (groups == 1) return true;
  if (parts.runs[0] == 0 || parts.runs[0] > 3) return false;
  for (size_t i = 1; i < groups; ++i) {
    if (parts.runs[i] != 3 || parts.separators[i - 1] != group) return false;
  }
  return true;
}

// Readings that this number allows.
uint32_t NumberReadings(const NumberParts& parts, bool zero_first) {
  if (parts.exponent) {
    const bool plain = parts.count == 1 || (parts.count == 2 && parts.separators[0] == '.');
    return plain ? kPlain : kText;
  }
  if (parts.count == 1) return kNumbers;
  uint32_t readings = 0;
  const char last = parts.separators[parts.count - 2];
  const size_t whole = parts.count - 1;
  if (parts.count == 2 && last == '.') readings |= kPlain | kBlankDot | kCommaDot;
  if (parts.count == 2 && last == ',') readings |= kComma | kBlankComma | kDotComma;
  if (last == '.' && Grouped(parts, whole, 'b')) readings |= kBlankDot;
  if (last == ',' && Grouped(parts, whole, 'b')) readings |= kBlankComma;
  if (last == ',' && Grouped(parts, whole, '.')) readings |= kDotComma;
  if (last == '.' && Grouped(parts, whole, ',')) readings |= kCommaDot;
  if (!zero_first) {  // groups without decimals
    if (Grouped(parts, parts.count, 'b')) readings |= kBlankDot | kBlankComma;
    if (Grouped(parts, parts.count, '.')) readings |= kDotComma;
    if (Grouped(parts, parts.count, ',')) readings |= kCommaDot;
  }
  return readings;
}

bool FitsInt64(std::string_view text) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

void NoteNumber(std::string_view text, const NumberParts& parts, Shape* shape) {
  uint32_t digits = 0;
  for (size_t i = 0; i < parts.count; ++i)
    digits += parts.runs[i];
  if (digits > 1 && text[parts.negative ? 1 : 0] == '0') --digits;  // of 0.5, one counts
  const bool single = parts.count == 2 && parts.separators[0] != 'b';
  const bool mixed = parts.count > 2 && parts.separators[parts.count - 2] != parts.separators[0];
  // Two runs are decimals as far as they may be; more runs with one separator are groups.
  const uint32_t scale = single || mixed ? parts.runs[parts.count - 1] : 0;
  shape->negative = shape->negative || parts.negative;
  shape->exponent = shape->exponent || parts.exponent;
  shape->most_significant = std::max(shape->most_significant, digits);
  if (parts.count == 1) {
    shape->most_integer_digits = std::max(shape->most_integer_digits, digits);
    if (digits > 18 && !parts.exponent && !FitsInt64(text)) shape->beyond_int64 = true;
    return;
  }
  if (parts.blank != 0) shape->blank = parts.blank;
  const bool ambiguous = single && parts.runs[1] == 3 && parts.runs[0] >= 1 && parts.runs[0] <= 3;
  if (!ambiguous) shape->all_grouped_once = false;
  if (!single) shape->grouped = true;
  if (single || mixed) {
    const size_t which = parts.separators[parts.count - 2] == ',' ? 1 : 0;
    shape->decimals[which] = true;
    shape->most_scale[which] = std::max(shape->most_scale[which], scale);
  }
  // An ambiguous value may be a whole number of all its digits.
  shape->most_integer_digits =
      std::max(shape->most_integer_digits, ambiguous ? digits : digits - scale);
}

// HH:MM[:SS[.fraction]] from the cursor on.
bool TakeTime(Cursor* in, Shape* shape) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  const int hour_digits = in->Digits(2, &hour);
  if (hour_digits == 0 || !in->Take(':') || in->Digits(2, &minute) != 2 || hour > 23 || minute > 59)
    return false;
  bool seconds = false;
  uint32_t fraction = 0;
  if (in->Take(':')) {
    if (in->Digits(2, &second) != 2 || second > 59) return false;
    seconds = true;
    if (in->peek() == '.') {
      ++in->at;
      while (IsDigit(in->peek())) {
        ++in->at;
        ++fraction;
      }
      if (fraction == 0 || fraction > 9) return false;
    }
  }
  shape->single_digits = shape->single_digits || hour_digits == 1;
  (seconds ? shape->with_seconds : shape->without_seconds) = true;
  shape->fraction = shape->fraction || fraction > 0;
  shape->most_fraction = std::max(shape->most_fraction, fraction);
  return true;
}

// Z, +03, +0300, +03:00; true also when there is none.
bool TakeZone(Cursor* in, bool* zone) {
  *zone = false;
  if (in->done()) return true;
  in->Take(' ');
  *zone = true;
  if (in->Take('Z') || in->Take('z')) return in->done();
  if (in->text.substr(in->at) == "UTC") return true;
  if (in->peek() != '+' && in->peek() != '-') return false;
  ++in->at;
  int hours = 0;
  int minutes = 0;
  if (in->Digits(2, &hours) != 2 || hours > 15) return false;
  if (in->done()) return true;
  in->Take(':');
  return in->Digits(2, &minutes) == 2 && minutes < 60 && in->done();
}

bool DayExists(int year, int month, int day) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

int FullYear(int year, int digits) {
  return digits == 4 ? year : year < 69 ? 2000 + year : 1900 + year;
}

// Readings of the three numbers of a date with this separator.
uint32_t DateReadings(char separator, const int (&value)[3], const int (&digits)[3]) {
  uint32_t readings = 0;
  if (digits[0] == 4) {
    const bool valid = (separator == '-' || separator == '/') && digits[1] <= 2 && digits[2] <= 2 &&
                       DayExists(value[0], value[1], value[2]);
    return valid ? kDateIso : kText;
  }
  if (digits[0] > 2 || digits[1] > 2 || (digits[2] != 4 && digits[2] != 2)) return kText;
  const int year = FullYear(value[2], digits[2]);
  const bool dmy = DayExists(year, value[1], value[0]);
  const bool mdy = DayExists(year, value[0], value[1]);
  if (separator == '.' && dmy) readings |= kDateDot;
  if (separator == '/') readings |= (dmy ? kDateDmySlash : 0U) | (mdy ? kDateMdySlash : 0U);
  if (separator == '-' && digits[2] == 4)
    readings |= (dmy ? kDateDmyDash : 0U) | (mdy ? kDateMdyDash : 0U);
  return readings;
}

// Readings as a date or a date with a time.
uint32_t TryDate(std::string_view text, Shape* shape) {
  Cursor in{text};
  int value[3] = {};
  int digits[3] = {};
  digits[0] = in.Digits(4, &value[0]);
  const char separator = in.peek();
  if (digits[0] == 0 || (separator != '-' && separator != '.' && separator != '/')) return kText;
  ++in.at;
  digits[1] = in.Digits(2, &value[1]);
  if (digits[1] == 0 || !in.Take(separator)) return kText;
  digits[2] = in.Digits(4, &value[2]);
  const uint32_t readings = digits[2] == 0 ? kText : DateReadings(separator, value, digits);
  if (readings == kText) return kText;
  Shape seen = *shape;
  const bool iso = readings == kDateIso;
  seen.single_digits = seen.single_digits || digits[1] == 1 || digits[iso ? 2 : 0] == 1;
  if (!iso) (digits[2] == 2 ? seen.short_year : seen.long_year) = true;
  if (iso && separator == '/') seen.slashed_iso = true;
  if (in.done()) {
    seen.without_time = true;
    *shape = seen;
    return readings;
  }
  const bool letter = in.peek() == 'T';
  if (!letter && in.peek() != ' ') return kText;
  ++in.at;
  bool zone = false;
  if (!TakeTime(&in, &seen) || !TakeZone(&in, &zone) || (zone && !iso)) return kText;
  seen.with_time = true;
  (letter ? seen.letter_t : seen.blank_t) = true;
  (zone ? seen.with_zone : seen.without_zone) = true;
  *shape = seen;
  return readings;
}

bool IsBool(std::string_view text) {
  if (text.size() != 4 && text.size() != 5) return false;
  const std::string_view word = text.size() == 4 ? "true" : "false";
  return std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return a == (b | 0x20); });
}

void NoteDigits(std::string_view text, Shape* shape) {
  const bool digits = std::all_of(text.begin(), text.end(), IsDigit);
  if (!digits) {
    shape->only_digits = false;
    return;
  }
  const auto count = static_cast<uint32_t>(text.size());
  shape->least_digits = std::min(shape->least_digits, count);
  shape->most_digits = std::max(shape->most_digits, count);
}

}  // namespace

void Narrow(std::string_view value, Shape* shape) {
  if (shape->readings == kText) {
    if (shape->only_digits) NoteDigits(value, shape);
    return;
  }
  const char first = value[0];
  uint32_t allowed = kText;
  if (IsDigit(first) || first == '-' || first == '.' || first == ',') {
    NoteDigits(value, shape);
    if ((shape->readings & kNumbers) != 0 && value.size() <= 48) {
      const NumberParts parts = SplitNumber(value);
      if (parts.valid && parts.leading_zero) shape->leading_zero = true;
      if (parts.valid && !parts.leading_zero) {
        const size_t digit = first == '-' ? 1 : 0;
        allowed |= NumberReadings(parts, value[digit] == '0');
        if (allowed != kText) NoteNumber(value, parts, shape);
      }
    }
    if ((shape->readings & kDates) != 0 && IsDigit(first) && value.size() <= 40)
      allowed |= TryDate(value, shape);
    if ((shape->readings & kTime) != 0 && IsDigit(first) && value.size() <= 18) {
      Cursor in{value};
      Shape seen = *shape;
      if (TakeTime(&in, &seen) && in.done()) {
        *shape = seen;
        allowed |= kTime;
      }
    }
  } else {
    shape->only_digits = false;
    if (first == '+') shape->plus = true;
    if (IsBool(value)) allowed = kBool;
  }
  shape->readings &= allowed;
}

}  // namespace aietl::connectors::files
