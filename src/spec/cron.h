// Five-field cron expressions: checked at validation, described for people, and evaluated for the scheduler.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/error.h"

namespace aietl::spec {

// Fields minute hour day month weekday with lists, ranges, steps and names (mon, jan); day and weekday are OR-ed when both are restricted, as in Vixie cron.
// Also @hourly, @daily, @weekly, @monthly, @yearly.
Result<void> CheckCron(const std::string& cron);

// Whether the IANA time zone exists on this machine.
bool TimeZoneExists(const std::string& zone);

}  // namespace aietl::spec
