#include "json/number.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace aietl::json {

Value NumberOf(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const char* begin = text.data();
  const char* end = begin + text.size();
  int64_t integer = 0;
  const auto whole = std::from_chars(begin, end, integer);
  if (whole.ec == std::errc() && whole.ptr == end) return Value(integer);
  double real = 0;
  const auto parsed = std::from_chars(begin, end, real);
  if (parsed.ec == std::errc::result_out_of_range)
    return Value(std::strtod(std::string(text).c_str(), nullptr));
  return Value(real);
}

std::string DoubleText(double value) {
  if (std::isnan(value)) return ".nan";
  if (std::isinf(value)) return value > 0 ? ".inf" : "-.inf";
  char buffer[32];
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, value);
  std::string text(buffer, written.ptr);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

}  // namespace aietl::json
