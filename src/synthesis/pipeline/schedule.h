// "every night at 2", «по будням в 8:30 по Москве» → cron and time zone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "synthesis/text/token.h"

namespace aietl::synthesis {

struct ScheduleMention {
  std::string cron;
  std::string timezone = "UTC";
  Span words;
};

// Marks the tokens it uses in `taken`.
std::optional<ScheduleMention> FindSchedule(const std::vector<Token>& tokens,
                                            std::vector<bool>* taken);

}  // namespace aietl::synthesis
