#include "cli/show.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "base/text.h"
#include "config/options.h"
#include "sql/lineage/lineage.h"

namespace aietl::cli {
namespace {

using config::FormatBytes;
using config::FormatDuration;

std::string RowsText(double rows) {
  const auto count = static_cast<int64_t>(std::llround(rows));
  std::string text = Plural(count, "{} row", "{} rows");
  const std::string digits = std::to_string(count);
  const size_t at = text.find(digits);
  return at == std::string::npos ? text : text.replace(at, digits.size(), FormatCount(count));
}

std::string About(double rows) {
  return "~" + RowsText(rows);
}

std::string Indented(std::string_view text, const char* indent) {
  std::string out;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    if (!text.substr(0, end).empty())
      out += std::string(indent) + std::string(text.substr(0, end)) + "\n";
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string ColumnsText(const data::Schema& schema) {
  std::string out;
  for (const data::Column& column : schema.columns)
    out += (out.empty() ? "" : ", ") + column.name + " " + column.type.ToSql();
  return out;
}

// "label ← orders.amount (orders.status)": what its value is made of, and in parentheses what only
// decides about it.
std::string LineageText(const runs::StepPlan& step) {
  std::string out;
  for (const data::Column& column : step.schema.columns) {
    std::string from;
    std::set<std::string> shown;
    for (const bool direct : {true, false}) {
      for (const engine::ColumnEdge& edge : step.lineage) {
        const std::string source = edge.source + "." + edge.column;
        if (edge.target != column.name || sql::IsDirect(edge.kind) != direct ||
            !shown.insert(source).second)
          continue;
        from += (from.empty() ? "" : ", ") + (direct ? source : "(" + source + ")");
      }
    }
    if (!from.empty()) out += fmt::format("      {} ← {}\n", column.name, from);
  }
  return out;
}

const char* ModeText(spec::Mode mode) {
  return spec::ModeName(mode);
}

std::string ShowTarget(const runs::TargetPlan& target, const Terminal& terminal) {
  std::string out = fmt::format("  {} {} ({}{})\n", terminal.Styled(Style::kGreen, "→"),
                                terminal.Styled(Style::kBold, target.name), ModeText(target.mode),
                                target.rows ? ", " + About(*target.rows) : "");
  for (const std::string& text : target.write.creates)
    out += "      + " + text + "\n";
  for (const std::string& text : target.write.changes)
    out += "      ~ " + text + "\n";
  for (const std::string& text : target.write.drops)
    out += terminal.Styled(Style::kYellow, "      - " + text) + "\n";
  return out;
}

}  // namespace

const char* StatusText(const std::string& status) {
  if (status == "running") return Tr("running");
  if (status == "succeeded") return Tr("succeeded");
  if (status == "nothing_to_do") return Tr("nothing_to_do");
  if (status == "failed") return Tr("failed");
  if (status == "check_failed") return Tr("check_failed");
  if (status == "invalid") return Tr("invalid");
  if (status == "interrupted") return Tr("interrupted");
  if (status == "rolled_back") return Tr("rolled_back");
  return Tr("unknown");
}

std::string Show(const Problem& problem, const Terminal& terminal) {
  std::string out;
  switch (problem.severity) {
    case Severity::kError: out = terminal.Styled(Style::kRed, Tr("error")); break;
    case Severity::kWarning: out = terminal.Styled(Style::kYellow, Tr("warning")); break;
    default: out = terminal.Styled(Style::kDim, Tr("note")); break;
  }
  out += ": ";
  out += WithPlace(problem.place, problem.message);
  if (!problem.hint.empty())
    out += fmt::format("\n  {} {}", terminal.Styled(Style::kCyan, "→"), problem.hint);
  return out;
}

std::string Show(const runs::Plan& plan, const Terminal& terminal) {
  std::string out = terminal.Styled(Style::kBold, Msg("Plan: {}", plan.pipeline)) + "\n";
  for (const runs::SourcePlan& source : plan.sources) {
    out += fmt::format(
        "  {} {} {} ({}{})\n", terminal.Styled(Style::kCyan, "←"),
        terminal.Styled(Style::kBold, source.name), source.from == source.name ? "" : source.from,
        FormatBytes(static_cast<int64_t>(source.bytes)),
        source.rows ? ", " + (source.sampled ? About(*source.rows) : RowsText(*source.rows)) : "");
    if (!source.window.empty()) out += "      " + source.window + "\n";
    if (!source.note.empty()) out += terminal.Styled(Style::kDim, "      " + source.note) + "\n";
  }
  for (const runs::StepPlan& step : plan.steps) {
    out += fmt::format("  {} {}{}\n", terminal.Styled(Style::kCyan, "⚙"),
                       terminal.Styled(Style::kBold, step.name),
                       step.materialised ? fmt::format(" ({})", Tr("read once into a table")) : "");
    out += Indented(step.sql, "      ");
    out += terminal.Styled(Style::kDim, "      = " + ColumnsText(step.schema)) + "\n";
    out += terminal.Styled(Style::kDim, LineageText(step));
  }
  for (const std::string& check : plan.checks)
    out += fmt::format("  {} {}\n", terminal.Styled(Style::kCyan, "✓"), check);
  for (const runs::TargetPlan& target : plan.targets)
    out += ShowTarget(target, terminal);
  if (!plan.slices.empty()) {
    out += "  " + Plural(static_cast<int64_t>(plan.slices.size()), "in {} slice", "in {} slices") +
           ": " + plan.slices.front() + " … " + plan.slices.back() + "\n";
  }
  out += "  " + Msg("Expected: {}, {}, {}", RowsText(plan.expected.rows),
                    FormatBytes(static_cast<int64_t>(plan.expected.bytes)),
                    FormatDuration(plan.expected.seconds));
  if (plan.past_error) {
    out += terminal.Styled(Style::kDim, "  " + Msg("(earlier estimates were off by {} %, {})",
                                                   std::llround(*plan.past_error * 100),
                                                   Plural(plan.past_runs, "{} run", "{} runs")));
  }
  return out;
}

std::string Show(const runs::CheckOutcome& check, const Terminal& terminal) {
  if (check.passed)
    return fmt::format("  {} {}: {}", terminal.Styled(Style::kGreen, "✓"), check.on, check.check);
  const bool fails = check.severity == Severity::kError;
  std::string out = fmt::format(
      "  {} {}: {}: {}", terminal.Styled(fails ? Style::kRed : Style::kYellow, fails ? "✗" : "!"),
      check.on, check.check, Plural(check.failing, "{} failing", "{} failing"));
  if (!check.quarantine.empty()) out += fmt::format(" → {}", check.quarantine);
  if (!check.examples.rows.empty()) out += "\n" + FormatRows(check.examples, terminal.width());
  return out;
}

std::string Show(const runs::Outcome& outcome, const Terminal& terminal) {
  std::string out;
  if (!outcome.preview.rows.empty()) out += FormatRows(outcome.preview, terminal.width()) + "\n\n";
  for (const auto& [source, rows] : outcome.rows_by_source)
    out += fmt::format("  {} {}: {}\n", terminal.Styled(Style::kCyan, "←"), source,
                       RowsText(static_cast<double>(rows)));
  for (const runs::TargetOutcome& target : outcome.targets) {
    if (outcome.sample > 0) {
      out += fmt::format("  {} {}: {} {}\n", terminal.Styled(Style::kGreen, "→"),
                         terminal.Styled(Style::kBold, target.name),
                         RowsText(static_cast<double>(target.rows_read)), Tr("would be written"));
      continue;
    }
    out += fmt::format("  {} {}: {} {}", terminal.Styled(Style::kGreen, "→"),
                       terminal.Styled(Style::kBold, target.name),
                       RowsText(static_cast<double>(target.rows_written)), Tr("written"));
    if (target.rows_deleted > 0)
      out += ", " + RowsText(static_cast<double>(target.rows_deleted)) + " " + Tr("deleted");
    if (target.rows_unchanged > 0)
      out += ", " + RowsText(static_cast<double>(target.rows_unchanged)) + " " + Tr("unchanged");
    if (target.bytes > 0) out += ", " + FormatBytes(target.bytes);
    out += target.verified == "full" ? fmt::format(", {}", Tr("verified by counts and checksums"))
           : target.verified == "counts" ? fmt::format(", {}", Tr("verified by counts"))
                                         : "";
    out += "\n";
  }
  switch (outcome.status) {
    case runs::Status::kSucceeded:
      if (outcome.sample > 0) {
        out += Msg("Only looked: {} of each source were read, nothing was written.",
                   RowsText(static_cast<double>(outcome.sample)));
        break;
      }
      out += terminal.Styled(Style::kGreen, Tr("Done")) + " " +
             Msg("in {} (expected {})", FormatDuration(outcome.actual.seconds),
                 FormatDuration(outcome.expected.seconds));
      if (outcome.verify_seconds > 0)
        out += ", " + Msg("verification {}", FormatDuration(outcome.verify_seconds));
      out += terminal.Styled(Style::kDim, "  " + Msg("run {}", outcome.run_id));
      break;
    case runs::Status::kNothingToDo: out += Tr("Nothing to do: there is nothing new."); break;
    case runs::Status::kInterrupted:
      out += Msg("Interrupted; go on with: aietl runs resume {}", outcome.run_id);
      break;
    case runs::Status::kCheckFailed:
      out += terminal.Styled(Style::kRed, Tr("A check failed; the targets are as before."));
      break;
    default: out += terminal.Styled(Style::kRed, Tr("Failed; the targets are as before.")); break;
  }
  return out;
}

}  // namespace aietl::cli
