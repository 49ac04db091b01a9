#include "runs/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "cli/command.h"
#include "cli/pipeline_target.h"
#include "cli/run_report.h"
#include "cli/show.h"

namespace aietl::cli {

int ShowPlan(Command& command) {
  command.parts.expect_database({command.arguments.memory, command.arguments.threads, ""});
  WantedOrExit target = ReadTarget(command);
  if (!target.wanted) return target.exit_code;
  const Result<runs::RunOptions> options = RunOptionsOf(command.arguments);
  if (!options) return Report(command, options.error());
  const Result<runs::RunContext> context = ContextOf(command);
  if (!context) return Report(command, context.error());
  Result<runs::Plan> plan =
      runs::MakePlan(target.wanted->pipeline, *context, *options, command.parts.stop);
  if (!plan) return Report(command, plan.error());
  for (const Problem& problem : plan->problems)
    command.terminal.Complain(Show(problem, command.terminal));
  // Those of the document have been told when it was read.
  plan->problems.insert(plan->problems.begin(), target.wanted->warnings.begin(),
                        target.wanted->warnings.end());
  command.terminal.Json(runs::ToJson(*plan));
  command.terminal.Answer(Show(*plan, command.terminal));
  PrintResult(command, HasErrors(plan->problems) ? "invalid" : "succeeded", plan->problems,
              {{"expected", json::Object{{"rows", static_cast<int64_t>(plan->expected.rows)},
                                         {"bytes", static_cast<int64_t>(plan->expected.bytes)},
                                         {"seconds", plan->expected.seconds}}}});
  return HasErrors(plan->problems) ? 2 : 0;
}

int FinishRun(Command& command, const runs::Outcome& outcome) {
  command.terminal.ClearProgress();
  const bool failed = outcome.error.has_value();
  if (failed) {
    const Problems problems = outcome.error->problems.empty() ? Problems{outcome.error->ToProblem()}
                                                              : outcome.error->problems;
    for (const Problem& problem : problems)
      command.terminal.Complain(Show(problem, command.terminal));
    for (const std::string& note : outcome.error->notes)
      command.terminal.Complain("  " + note);
  }
  if (outcome.status != runs::Status::kInvalid) {
    if (failed) {
      command.terminal.Complain(Show(outcome, command.terminal));
    } else {
      command.terminal.Say(Show(outcome, command.terminal));
    }
  }
  command.terminal.Json(runs::ToJson(outcome));
  return runs::ExitCode(outcome);
}

int RunPipeline(Command& command) {
  command.parts.expect_database({command.arguments.memory, command.arguments.threads, ""});
  WantedOrExit target = ReadTarget(command);
  if (!target.wanted) return target.exit_code;
  const Result<runs::RunOptions> options = RunOptionsOf(command.arguments);
  if (!options) return Report(command, options.error());
  const Result<runs::RunContext> context = ContextOf(command);
  if (!context) return Report(command, context.error());
  TerminalReporter reporter(command.terminal);
  runs::Outcome outcome = runs::Run(target.wanted->pipeline, target.wanted->sentence, *context,
                                    *options, reporter, command.parts.stop);
  outcome.problems.insert(outcome.problems.begin(), target.wanted->warnings.begin(),
                          target.wanted->warnings.end());
  return FinishRun(command, outcome);
}

}  // namespace aietl::cli
