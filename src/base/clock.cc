#include "base/clock.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace aietl {
namespace {

class MachineClock final : public Clock {
 public:
  Micros Now() const override {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing in this program changes the environment
    if (const char* fixed = std::getenv("AIETL_NOW")) {
      Micros at = 0;
      if (ParseTimestamp(fixed, &at)) return at;
    }
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
  }
};

}  // namespace

const Clock& SystemClock() {
  static const MachineClock clock;
  return clock;
}

double MonotonicSeconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string FormatTimestamp(Micros at) {
  using namespace std::chrono;  // NOLINT(google-build-using-namespace): calendar arithmetic
  const sys_time<microseconds> time{microseconds(at)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  std::string text =
      fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()), clock.hours().count(), clock.minutes().count(),
                  clock.seconds().count());
  if (clock.subseconds().count() != 0) text += fmt::format(".{:06}", clock.subseconds().count());
  return text + "Z";
}

bool ParseTimestamp(const std::string& text, Micros* at) {
  using namespace std::chrono;  // NOLINT(google-build-using-namespace): calendar arithmetic
  int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, used = 0;
  if (std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &y, &mo, &d, &used) != 3 || used != 10)
    return false;
  const year_month_day date{year(y), month(static_cast<unsigned>(mo)),
                            day(static_cast<unsigned>(d))};
  if (!date.ok()) return false;
  Micros fraction = 0;
  size_t i = 10;
  if (i < text.size()) {
    if (text[i] != 'T' && text[i] != ' ') return false;
    if (std::sscanf(text.c_str() + i + 1, "%2d:%2d:%2d%n", &h, &mi, &s, &used) != 3 || used != 8)
      return false;
    if (h > 23 || mi > 59 || s > 59) return false;
    i += 9;
    if (i < text.size() && text[i] == '.') {
      Micros unit = 100000;
      for (++i; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i, unit /= 10)
        fraction += (text[i] - '0') * unit;
    }
  }
  if (i < text.size() && text.substr(i) != "Z" && text.substr(i) != "+00:00" &&
      text.substr(i) != "+00")
    return false;
  const auto time = sys_days(date) + hours(h) + minutes(mi) + seconds(s);
  *at = duration_cast<microseconds>(time.time_since_epoch()).count() + fraction;
  return true;
}

}  // namespace aietl
