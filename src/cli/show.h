// Plans and outcomes as people read them.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "runs/run.h"

namespace aietl::cli {

std::string Show(const runs::Plan& plan, const Terminal& terminal);
std::string Show(const runs::Outcome& outcome, const Terminal& terminal);
std::string Show(const runs::CheckOutcome& check, const Terminal& terminal);
// One problem: severity, place, message, hint.
// A run's status in the user's language.
const char* StatusText(const std::string& status);

std::string Show(const Problem& problem, const Terminal& terminal);

}  // namespace aietl::cli
