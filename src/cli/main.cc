#include "cli/main.h"

#include <cstring>
#include <utility>

#include "cli/arguments.h"

namespace aietl::cli {
namespace {

bool WantsJson(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--json") == 0) return true;
  }
  return false;
}

using Handler = int (*)(Command&);

Handler HandlerOf(const std::string& verb) {
  static constexpr std::pair<const char*, Handler> kHandlers[] = {
      {"generate", Generate}, {"validate", Validate},   {"plan", ShowPlan},
      {"run", RunPipeline},   {"runs", Runs},           {"rollback", RollBack},
      {"connect", Connect},   {"reference", Reference}, {"completion", Completion},
      {"sql", SqlCommand},    {"bench", Bench},
  };
  const std::string first = verb.substr(0, verb.find(' '));
  for (const auto& [name, handler] : kHandlers) {
    if (first == name) return handler;
  }
  return nullptr;
}

}  // namespace

int Main(int argc, const char* const* argv, Parts& parts) {
  Parsed parsed = ParseArguments(argc, argv);
  if (!parsed.arguments) {
    const bool json = WantsJson(argc, argv) && parsed.exit_code != 0;
    Terminal terminal(json, false, false);
    if (parsed.exit_code == 0) {
      terminal.Answer(parsed.text);
      return 0;
    }
    terminal.Complain(parsed.text);
    const Arguments none;
    Command command{none, parts, terminal};
    PrintResult(command, "invalid", {{"bad_usage", Severity::kError, parsed.text, {}, "", ""}});
    return parsed.exit_code;
  }
  const Arguments& arguments = *parsed.arguments;
  Terminal terminal(arguments.json, arguments.quiet, !arguments.no_color);
  Command command{arguments, parts, terminal};
  const Handler handler = HandlerOf(arguments.verb);
  AIETL_CHECK(handler != nullptr);
  return handler(command);
}

}  // namespace aietl::cli
