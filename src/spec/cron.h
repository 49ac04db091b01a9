// Five-field cron expressions, checked at validation and read by the scheduler, and the time zones
// they are read in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace aietl::spec {

// When a schedule fires: bit n of a field stands for the value n.
struct Cron {
  uint64_t minutes = 0;   // 0-59
  uint32_t hours = 0;     // 0-23
  uint32_t days = 0;      // 1-31
  uint32_t months = 0;    // 1-12
  uint32_t weekdays = 0;  // 0 (Sunday) - 6
  // A day fits if it fits both fields, unless both are restricted: then either is enough (Vixie
  // cron, crontab(5)).
  bool any_day = false;
  bool any_weekday = false;
};

// Fields minute hour day month weekday with lists, ranges, steps and names (mon, jan); 7 is Sunday,
// too. Also @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually. What can never come
// (30 February) is an error.
Result<Cron> ParseCron(std::string_view text);
Result<void> CheckCron(const std::string& cron);

// Whether the IANA time zone is known. The answer comes from ICU, which brings its own data:
// /usr/share/zoneinfo may be missing.
bool TimeZoneExists(const std::string& zone);
// "did you mean Europe/Moscow?" for a misspelt name, a city or another case; else a general hint.
std::string TimeZoneHint(const std::string& zone);

}  // namespace aietl::spec
