#include <fmt/format.h>

#include "base/durable_file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/pipeline_target.h"
#include "cli/questions.h"
#include "cli/show.h"
#include "spec/parse.h"

namespace aietl::cli {

int Generate(Command& command) {
  command.parts.expect_database({});
  Result<synthesis::Synthesis> synthesis = Synthesise(command.arguments.operands.front(), command);
  if (!synthesis) return Report(command, synthesis.error());
  const bool asks = !synthesis->questions.empty();
  const bool refused = !asks && (synthesis->document.is_null() || HasErrors(synthesis->problems));
  if (command.terminal.json()) {
    json::Value out = synthesis::ToJson(*synthesis);
    out.Set("type", "result");
    out.Set("status", asks ? "needs_answer" : refused ? "invalid" : "succeeded");
    command.terminal.Json(out);
  }
  for (const Problem& problem : synthesis->problems)
    command.terminal.Complain(Show(problem, command.terminal));
  if (asks) {
    if (!command.terminal.json()) PrintQuestions(command, synthesis->questions);
    return 3;
  }
  if (refused) return 2;
  if (!command.arguments.output.empty() && FileExists(command.arguments.output) &&
      !command.arguments.yes) {
    const std::optional<std::string> reply = command.terminal.Ask(
        Msg("{} exists already.", command.arguments.output) + " " + Tr("Go on? [y/N]"));
    if (!IsYes(reply)) {
      return Report(command, Error(Code::kExists, "exists",
                                   Msg("{} exists already.", command.arguments.output))
                                 .Hint(Tr("choose another name, or replace it with --yes")));
    }
  }
  const std::string yaml = spec::ToYaml(synthesis->document);
  if (!command.arguments.output.empty()) {
    const Result<void> written = WriteFileAtomically(
        command.arguments.output, command.arguments.output.ends_with(".json")
                                      ? json::Write(synthesis->document, true) + "\n"
                                      : yaml);
    if (!written) return Report(command, written.error());
    command.terminal.Say(synthesis->explanation);
    command.terminal.Say(Msg("Written to {}. See what it would do: aietl plan {}",
                             command.arguments.output, command.arguments.output));
    return 0;
  }
  if (!command.terminal.json()) {
    command.terminal.Complain("# " + synthesis->explanation);
    command.terminal.Answer(yaml.ends_with('\n') ? yaml.substr(0, yaml.size() - 1) : yaml);
  }
  return 0;
}

}  // namespace aietl::cli
