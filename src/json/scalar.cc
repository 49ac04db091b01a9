#include "json/scalar.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "json/number.h"

namespace aietl::json {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool AllDigits(std::string_view text, int base) {
  if (text.empty()) return false;
  return std::all_of(text.begin(), text.end(), [base](char c) {
    if (base == 8) return c >= '0' && c <= '7';
    return IsDigit(c) || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  });
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool IsDecimal(std::string_view text) {
  size_t i = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const auto digits = [&] {
    const size_t start = i;
    while (i < text.size() && IsDigit(text[i]))
      ++i;
    return i - start;
  };
  const size_t whole = digits();
  if (i < text.size() && text[i] == '.') {
    ++i;
    if (digits() == 0 && whole == 0) return false;
  } else if (whole == 0) {
    return false;
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (digits() == 0) return false;
  }
  return i == text.size();
}

Value OfBase(std::string_view digits, int base) {
  int64_t integer = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), integer, base);
  if (parsed.ec == std::errc()) return Value(integer);
  double real = 0;
  for (const char c : digits)
    real = real * base + (IsDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  return Value(real);
}

// from_chars wants digits on both sides of the point, YAML does not.
Value Decimal(std::string_view text) {
  std::string full(text);
  const size_t point = full.find('.');
  if (point != std::string::npos) {
    if (point + 1 == full.size() || !IsDigit(full[point + 1])) full.insert(point + 1, "0");
    if (point == 0 || !IsDigit(full[point - 1])) full.insert(point, "0");
  }
  return NumberOf(full);
}

bool OneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

Value PlainScalar(std::string_view text) {
  if (OneOf(text, {"", "~", "null", "Null", "NULL"})) return Value();
  if (OneOf(text, {"true", "True", "TRUE"})) return Value(true);
  if (OneOf(text, {"false", "False", "FALSE"})) return Value(false);
  if (text.starts_with("0o") && AllDigits(text.substr(2), 8)) return OfBase(text.substr(2), 8);
  if (text.starts_with("0x") && AllDigits(text.substr(2), 16)) return OfBase(text.substr(2), 16);
  if (IsDecimal(text)) return Decimal(text);
  if (OneOf(text, {".nan", ".NaN", ".NAN"})) return Value(std::numeric_limits<double>::quiet_NaN());
  const std::string_view unsigned_text = text[0] == '-' || text[0] == '+' ? text.substr(1) : text;
  if (OneOf(unsigned_text, {".inf", ".Inf", ".INF"})) {
    const double infinity = std::numeric_limits<double>::infinity();
    return Value(text[0] == '-' ? -infinity : infinity);
  }
  return Value(text);
}

bool LooksTyped(std::string_view text) {
  if (!PlainScalar(text).is_string()) return true;
  std::string lower(text);
  for (char& c : lower)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (OneOf(lower, {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "=", "<<"}))
    return true;
  // Dates, times, sexagesimal and underscored numbers of YAML 1.1.
  return lower.find_first_not_of("0123456789abcdefox_.:+-tz ") == std::string::npos &&
         (IsDigit(lower[0]) || lower[0] == '+' || lower[0] == '-' || lower[0] == '.');
}

}  // namespace aietl::json
