#include "cli/run_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "cli/show.h"
#include "config/options.h"

namespace aietl::cli {
namespace {

constexpr int kBarWidth = 24;

std::string Bar(double fraction) {
  const int full = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * kBarWidth);
  std::string out;
  for (int i = 0; i < kBarWidth; ++i)
    out += i < full ? "█" : "░";
  return out;
}

const char* PhaseText(const std::string& phase) {
  if (phase == "reading") return Tr("reading");
  if (phase == "writing") return Tr("writing");
  if (phase == "verifying") return Tr("verifying");
  return Tr("committing");
}

const char* SeverityText(Severity severity) {
  return severity == Severity::kError     ? "error"
         : severity == Severity::kWarning ? "warning"
                                          : "info";
}

}  // namespace

void TerminalReporter::OnPlan(const runs::Plan& plan) {
  terminal_.Json(runs::ToJson(plan));
  terminal_.Say(Show(plan, terminal_));
  for (const Problem& problem : plan.problems)
    terminal_.Complain(Show(problem, terminal_));
}

void TerminalReporter::OnProgress(const Progress& progress) {
  double fraction = progress.fraction;
  if (fraction < 0 && progress.expected_rows > 0)
    fraction = std::min(0.99, static_cast<double>(progress.rows) / progress.expected_rows);
  std::string line = fmt::format("{} {} {}", PhaseText(progress.phase), progress.what,
                                 fraction >= 0 ? Bar(fraction) : "");
  if (fraction >= 0) line += fmt::format(" {:.0f} %", std::clamp(fraction, 0.0, 1.0) * 100);
  line +=
      fmt::format("  {}  {}", FormatCount(progress.rows), config::FormatDuration(progress.seconds));
  terminal_.Progress(line);
  constexpr double kJsonInterval = 0.25;
  if (last_json_ >= 0 && progress.seconds - last_json_ < kJsonInterval) return;
  last_json_ = progress.seconds;
  json::Value out(json::Object{{"type", "progress"},
                               {"phase", progress.phase},
                               {"what", progress.what},
                               {"rows", progress.rows},
                               {"seconds", progress.seconds}});
  if (fraction >= 0) out.Set("fraction", fraction);
  terminal_.Json(out);
}

void TerminalReporter::OnCheck(const runs::CheckOutcome& check) {
  json::Value out = runs::ToJson(check);
  json::Object line{{"type", "check"}};
  for (const auto& [key, value] : out.AsObject())
    line.emplace_back(key, value);
  terminal_.Json(line);
  if (check.passed) {
    terminal_.Say(Show(check, terminal_));
  } else {
    terminal_.Complain(Show(check, terminal_));
  }
}

bool TerminalReporter::Confirm(const std::string& what) {
  return IsYes(terminal_.Ask(what + ". " + Tr("Go on? [y/N]")));
}

void TerminalReporter::OnLog(Severity severity, const std::string& text) {
  terminal_.Json(
      json::Object{{"type", "log"}, {"severity", SeverityText(severity)}, {"message", text}});
  if (severity == Severity::kInfo) {
    terminal_.Say(text);
  } else {
    terminal_.Complain(terminal_.Styled(Style::kYellow, Tr("warning")) + ": " + text);
  }
}

}  // namespace aietl::cli
