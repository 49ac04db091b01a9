// A run told to a terminal or as JSON lines while it happens.
#pragma once

#include "cli/command.h"
#include "cli/terminal.h"
#include "runs/run.h"

namespace aietl::cli {

class TerminalReporter final : public runs::Reporter {
 public:
  explicit TerminalReporter(Terminal& terminal) : terminal_(terminal) {}
  void OnPlan(const runs::Plan& plan) override;
  void OnProgress(const Progress& progress) override;
  void OnCheck(const runs::CheckOutcome& check) override;
  bool Confirm(const std::string& what) override;
  void OnLog(Severity severity, const std::string& text) override;

 private:
  Terminal& terminal_;
  double last_json_ = -1;  // seconds of the last progress line: at most four a second
};

// Prints the outcome; returns the exit code.
int FinishRun(Command& command, const runs::Outcome& outcome);

}  // namespace aietl::cli
