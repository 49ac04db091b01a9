// Time as a dependency, so that tests can stand still.
#pragma once

#include <cstdint>
#include <string>

namespace aietl {

// Microseconds since 1970-01-01 UTC.
using Micros = int64_t;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Micros Now() const = 0;
};

// The machine's clock, unless AIETL_NOW holds an ISO timestamp (tests): then that, standing still.
const Clock& SystemClock();

// Monotonic seconds for measuring.
double MonotonicSeconds();

// "2024-01-31T12:00:00.123456Z"; the inverse accepts a date alone, ' ' for 'T', and a missing zone
// as UTC; false if it is none.
std::string FormatTimestamp(Micros at);
bool ParseTimestamp(const std::string& text, Micros* at);

}  // namespace aietl
