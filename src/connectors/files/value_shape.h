// What one piece of text could be: a number in one of several ways of writing, a date in one of
// several orders, a time, a truth value.
#pragma once

#include <cstdint>
#include <string_view>

namespace aietl::connectors::files {

// One bit per reading; a column is what all its values share.
enum Reading : uint32_t {
  kBool = 1U << 0,        // true, false
  kPlain = 1U << 1,       // -1234.56, 1e5
  kComma = 1U << 2,       // 1234,56
  kBlankDot = 1U << 3,    // 1 234.56 (blank, no-break blank, narrow no-break blank or apostrophe)
  kBlankComma = 1U << 4,  // 1 234,56
  kDotComma = 1U << 5,    // 1.234,56
  kCommaDot = 1U << 6,    // 1,234.56
  kDateIso = 1U << 7,     // 2024-01-31, 2024/01/31
  kDateDot = 1U << 8,     // 31.01.2024
  kDateDmySlash = 1U << 9,
  kDateMdySlash = 1U << 10,
  kDateDmyDash = 1U << 11,
  kDateMdyDash = 1U << 12,
  kTime = 1U << 13,  // 10:30, 10:30:59.5
  kText = 0,
};
constexpr uint32_t kNumbers = kPlain | kComma | kBlankDot | kBlankComma | kDotComma | kCommaDot;
constexpr uint32_t kDates =
    kDateIso | kDateDot | kDateDmySlash | kDateMdySlash | kDateDmyDash | kDateMdyDash;

// What the values of a column had, over the readings that stayed alive. Sums up as values come.
struct Shape {
  uint32_t readings = ~0U;
  // Numbers.
  uint32_t most_integer_digits = 0;
  uint32_t most_scale[2] = {};  // digits behind the decimal point, behind the decimal comma
  bool decimals[2] =
      {};  // some value has a decimal point, a decimal comma (as far as it may be one)
  uint32_t most_significant = 0;
  bool exponent = false;
  bool grouped = false;          // some value has separated groups of three digits
  bool all_grouped_once = true;  // every value with a point or comma looks like 1.234 or 1,234:
                                 // either a group or three decimals
  char blank = 0;                // the byte that the group blank begins with
  bool negative = false;
  bool beyond_int64 = false;
  // Dates and times.
  bool with_time = false;  // some value has a time of day
  bool without_time = false;
  bool with_seconds = false;
  bool without_seconds = false;
  bool with_zone = false;
  bool without_zone = false;
  bool letter_t = false;  // 2024-01-31T10:00
  bool blank_t = false;
  bool short_year = false;  // 31.01.24
  bool long_year = false;
  bool fraction = false;
  uint32_t most_fraction = 0;  // digits of seconds
  bool single_digits = false;  // 1.2.2024, 2024-1-31 or 9:05
  bool slashed_iso = false;    // 2024/01/31
  // Digits that are no number.
  bool leading_zero = false;    // 007
  bool plus = false;            // +7…
  uint32_t least_digits = ~0U;  // of values that are digits only
  uint32_t most_digits = 0;
  bool only_digits = true;
};

// Looks at one value (no blanks around it, not empty) and narrows `shape` to what it can still be.
void Narrow(std::string_view value, Shape* shape);

}  // namespace aietl::connectors::files
