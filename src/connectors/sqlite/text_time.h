// Dates and times as SQLite holds them, as ISO text: fast both ways, exact to the last digit.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace aietl::connectors {

struct TextTime {
  int32_t days = 0;   // since 1970-01-01
  int64_t nanos = 0;  // of the day
  bool has_time = false;
  bool has_zone = false;
  int32_t offset = 0;  // seconds east of UTC; `days` and `nanos` are local
};

// "2024-01-31", "2024-01-31 12:00", "2024-01-31T12:00:00.123456789+03:00", "…Z". Years 0001 to
// 9999.
std::optional<TextTime> ParseDateTime(std::string_view text);
// "12:00", "12:00:00.5", with or without a zone; up to 24:00:00.
std::optional<TextTime> ParseTimeOfDay(std::string_view text);

// Microseconds since 1970 (UTC, with the zone taken off); nullopt when digits would be lost.
std::optional<int64_t> ToMicros(const TextTime& time);

// A buffer for one value's text.
struct TimeText {
  char text[48];
  int length = 0;
};
// "2024-01-31". False outside the years 0001 to 9999 (and for infinity): the caller prints those as
// the engine does.
bool FormatDate(int32_t days, TimeText* out);
// "12:00:00" with as many digits of the second as there are, up to 6.
void FormatTimeOfDay(int64_t micros, TimeText* out);
// "2024-01-31 12:00:00.123456", with `zone` and a Z at its end.
bool FormatMicros(int64_t micros, bool zone, TimeText* out);
bool FormatNanos(int64_t nanos, TimeText* out);

}  // namespace aietl::connectors
