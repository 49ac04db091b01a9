// Periods of time as people name them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

struct Period {
  std::string from, to;  // ISO dates, half-open
  size_t tokens = 0;     // how many tokens name it
};

// A period that begins at tokens[at]: 2024-01-31, 31.01.2024, 2024-01, "January 2024", "March 5,
// 2024", «5 марта 2024 года», "Q1 2024", «первый квартал 2024», "yesterday", "last month", «за
// прошлый год» (from «прошлый»), "last 30 days", «последние 30 дней», today. Relative ones count
// from `now` (UTC). A bare year is no period here: whether 2024 is a year depends on what stands
// around it.
std::optional<Period> PeriodAt(const std::vector<Token>& tokens, size_t at, Micros now);

// 1..12 for a month's name in either language and any case, 0 otherwise.
int MonthOf(const Token& token);

// ISO date written dd.mm.yyyy, dd/mm/yyyy (day first unless impossible), yyyy-mm-dd, yyyy/mm/dd;
// nullopt when it is none.
std::optional<std::string> IsoDate(std::string_view text);

}  // namespace aietl::synthesis
