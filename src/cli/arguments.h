// The command line's grammar. CLI11 is seen by arguments.cc alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"

namespace aietl::cli {

struct Parsed {
  std::optional<Arguments>
      arguments;  // nothing: `text` has been asked for (help, version) or says what is wrong
  std::string text;
  int exit_code = 0;
};

// --lang is looked at first, so that help and errors are in the right language.
Parsed ParseArguments(int argc, const char* const* argv);

// Words for shell completion after the given ones.
std::vector<std::string> VerbNames();
std::vector<std::string> SubverbNames(const std::string& verb);
std::vector<std::string> FlagNames(const std::string& verb);

}  // namespace aietl::cli
