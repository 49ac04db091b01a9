// Numbers between text and Value, exactly: both the JSON and the YAML reader and both writers use
// these.
#pragma once

#include <string>
#include <string_view>

#include "json/value.h"

namespace aietl::json {

// A decimal literal without blanks: an integer of 64 bits, or the nearest double. Overflow gives an
// infinite double, underflow zero.
Value NumberOf(std::string_view text);

// The shortest text that reads back as the same double, always with '.', 'e' or a word in it, so
// that it stays a double. Non-finite: ".inf", "-.inf", ".nan" (YAML).
std::string DoubleText(double value);

}  // namespace aietl::json
