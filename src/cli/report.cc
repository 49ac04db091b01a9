#include "cli/command.h"
#include "cli/show.h"
#include "runs/run.h"

namespace aietl::cli {

void PrintResult(Command& command, const char* status, const Problems& problems,
                 json::Object more) {
  if (!command.terminal.json()) return;
  json::Array list;
  for (const Problem& problem : problems)
    list.push_back(runs::ToJson(problem));
  json::Value result(json::Object{{"type", "result"}, {"status", status}});
  for (auto& [key, value] : more)
    result.Set(key, std::move(value));
  if (result.Find("questions") == nullptr) result.Set("questions", json::Array{});
  result.Set("problems", std::move(list));
  command.terminal.Json(result);
}

int Report(Command& command, const Error& error) {
  const Problems problems = error.problems.empty() ? Problems{error.ToProblem()} : error.problems;
  for (const Problem& problem : problems)
    command.terminal.Complain(Show(problem, command.terminal));
  for (const std::string& note : error.notes)
    command.terminal.Complain("  " + note);
  const int exit_code = ExitCode(error.code);
  PrintResult(command,
              exit_code == 2     ? "invalid"
              : exit_code == 130 ? "interrupted"
              : exit_code == 4   ? "check_failed"
                                 : "failed",
              problems);
  return exit_code;
}

}  // namespace aietl::cli
