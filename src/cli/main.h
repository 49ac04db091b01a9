// From the arguments to a command and its exit code.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace aietl::cli {

int Main(int argc, const char* const* argv, Parts& parts);

}  // namespace aietl::cli
