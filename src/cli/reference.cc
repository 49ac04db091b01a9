#include <fmt/format.h>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "spec/parse.h"

namespace aietl::cli {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string BashCompletion() {
  std::string cases;
  for (const std::string& verb : VerbNames()) {
    const std::vector<std::string> subverbs = SubverbNames(verb);
    cases += fmt::format("    {}) words=\"{}\" ;;\n", verb,
                         subverbs.empty() ? Joined(FlagNames(verb)) : Joined(subverbs));
  }
  return "_aietl() {\n  local current=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\"\n  case "
         "\"${COMP_WORDS[1]}\" in\n" +
         cases + "    *) words=\"" + Joined(VerbNames()) +
         "\" ;;\n  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$current\") $(compgen -f -X "
         "'!*.@(yaml|yml|json)' -- \"$current\"))\n}\ncomplete -o filenames -F _aietl aietl";
}

std::string ZshCompletion() {
  return "autoload -U +X bashcompinit && bashcompinit\n" + BashCompletion();
}

std::string FishCompletion() {
  std::string out = "complete -c aietl -n __fish_use_subcommand -a '" + Joined(VerbNames()) + "'";
  for (const std::string& verb : VerbNames()) {
    const std::vector<std::string> subverbs = SubverbNames(verb);
    if (!subverbs.empty())
      out += fmt::format("\ncomplete -c aietl -n '__fish_seen_subcommand_from {}' -a '{}'", verb,
                         Joined(subverbs));
    for (const std::string& flag : FlagNames(verb))
      out += fmt::format("\ncomplete -c aietl -n '__fish_seen_subcommand_from {}' -l {}", verb,
                         flag.substr(2));
  }
  return out;
}

}  // namespace

int Reference(Command& command) {
  if (command.terminal.json()) {
    command.terminal.Json(spec::DocumentSchema(command.parts.registry.endpoint_options()));
  } else {
    command.terminal.Answer(spec::DocumentReference(command.parts.registry.endpoint_options()));
  }
  return 0;
}

int Completion(Command& command) {
  const std::string& shell = command.arguments.operands.front();
  if (shell == "bash") {
    command.terminal.Answer(BashCompletion());
  } else if (shell == "zsh") {
    command.terminal.Answer(ZshCompletion());
  } else if (shell == "fish") {
    command.terminal.Answer(FishCompletion());
  } else {
    return Report(command, Error(Code::kInvalid, "bad_usage", Msg("no completion for {}", shell))
                               .Hint("bash, zsh, fish"));
  }
  return 0;
}

}  // namespace aietl::cli
