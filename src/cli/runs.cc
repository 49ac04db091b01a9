#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "cli/command.h"
#include "cli/pipeline_target.h"
#include "cli/run_report.h"
#include "cli/show.h"
#include "config/options.h"
#include "runs/history.h"
#include "spec/diff.h"

namespace aietl::cli {
namespace {

std::string RowsOf(const json::Value& outcome) {
  int64_t rows = 0;
  for (const json::Value& target : outcome["targets"].AsArray())
    rows += target["rows_written"].AsInt();
  return FormatCount(rows);
}

json::Value ParsedOutcome(const std::string& text) {
  Result<json::Value> value = json::Parse(text.empty() ? "null" : text);
  return value ? std::move(*value) : json::Value();
}

json::Value RunToJson(const store::RunRecord& run) {
  json::Value out(json::Object{{"run_id", run.run_id},
                               {"pipeline", run.pipeline},
                               {"status", run.status},
                               {"started", FormatTimestamp(run.started)}});
  if (run.finished > 0) out.Set("finished", FormatTimestamp(run.finished));
  if (!run.sentence.empty()) out.Set("sentence", run.sentence);
  if (!run.file.empty()) out.Set("file", run.file);
  const json::Value outcome = ParsedOutcome(run.outcome);
  for (const char* key : {"targets", "checks", "sources", "expected", "actual", "problems"}) {
    if (outcome.Find(key) != nullptr) out.Set(key, outcome[key]);
  }
  return out;
}

int PrintRuns(Command& command, store::Store& store) {
  const Result<std::vector<store::RunRecord>> runs =
      store.ListRuns(command.arguments.pipeline, command.arguments.most);
  if (!runs) return Report(command, runs.error());
  const Result<runs::PastEstimates> past =
      runs::LoadPastEstimates(store, command.arguments.pipeline);
  if (!past) return Report(command, past.error());
  json::Array list;
  std::vector<std::vector<std::string>> rows;
  for (const store::RunRecord& run : *runs) {
    list.push_back(RunToJson(run));
    const bool died = run.status == "running" && runs::OwnerIsDead(run);
    rows.push_back({run.run_id, run.pipeline, StatusText(died ? "interrupted" : run.status),
                    RowsOf(ParsedOutcome(run.outcome)),
                    run.expected_seconds > 0 ? config::FormatDuration(run.expected_seconds) : "",
                    run.actual_seconds > 0 ? config::FormatDuration(run.actual_seconds) : ""});
  }
  json::Value estimates(json::Object{{"runs", past->runs}});
  if (past->error) estimates.Set("mean_absolute_error", *past->error);
  PrintResult(command, "succeeded", {},
              {{"runs", std::move(list)}, {"estimates", std::move(estimates)}});
  if (command.terminal.json()) return 0;
  if (rows.empty()) {
    command.terminal.Say(Tr("No runs yet."));
  } else {
    command.terminal.Answer(FormatTable(
        {Tr("run"), Tr("pipeline"), Tr("status"), Tr("rows"), Tr("expected"), Tr("took")}, rows,
        {false, false, false, true, true, true}, command.terminal.width()));
    if (past->error)
      command.terminal.Answer(command.terminal.Styled(
          Style::kDim,
          Msg("Estimates of time were off by {} % on average ({}).",
              std::llround(*past->error * 100), Plural(past->runs, "{} run", "{} runs"))));
  }
  return 0;
}

int ShowRun(Command& command, store::Store& store) {
  const Result<store::RunRecord> run = store.GetRun(command.arguments.operands.front());
  if (!run) return Report(command, run.error());
  const json::Value value = RunToJson(*run);
  json::Value full = value;
  full.Set("document", run->document);
  PrintResult(command, "succeeded", {}, {{"run", full}});
  if (command.terminal.json()) return 0;
  command.terminal.Answer(command.terminal.Styled(Style::kBold, run->run_id) + "  " +
                          run->pipeline + "  " + StatusText(run->status) + "  " +
                          FormatTimestamp(run->started));
  if (!run->sentence.empty()) command.terminal.Answer("“" + run->sentence + "”");
  for (const json::Value& target : value["targets"].AsArray()) {
    const int64_t bytes = target["bytes"].AsInt();
    command.terminal.Answer(fmt::format("  → {} ({}): {} {}{}", target["name"].AsString(),
                                        target["mode"].AsString(),
                                        FormatCount(target["rows_written"].AsInt()), Tr("rows"),
                                        bytes > 0 ? ", " + config::FormatBytes(bytes) : ""));
  }
  for (const json::Value& check : value["checks"].AsArray()) {
    command.terminal.Answer(fmt::format("  {} {}: {}", check["passed"].AsBool() ? "✓" : "✗",
                                        check["on"].AsString(), check["check"].AsString()));
  }
  for (const json::Value& problem : value["problems"].AsArray())
    command.terminal.Answer("  " + problem["message"].AsString());
  command.terminal.Answer(fmt::format("  {}: {}; {}: {}", Tr("expected"),
                                      config::FormatDuration(run->expected_seconds), Tr("took"),
                                      config::FormatDuration(run->actual_seconds)));
  command.terminal.Answer("");
  command.terminal.Answer(run->document);
  return 0;
}

int Diff(Command& command, store::Store& store) {
  const Result<store::RunRecord> a = store.GetRun(command.arguments.operands[0]);
  if (!a) return Report(command, a.error());
  const Result<store::RunRecord> b = store.GetRun(command.arguments.operands[1]);
  if (!b) return Report(command, b.error());
  const Result<json::Node> before = json::ParseYaml(a->document, a->run_id),
                           after = json::ParseYaml(b->document, b->run_id);
  if (!before) return Report(command, before.error());
  if (!after) return Report(command, after.error());
  const std::vector<spec::Change> changes =
      spec::DiffDocuments(before->ToValue(), after->ToValue());
  PrintResult(
      command, "succeeded", {},
      {{"changes", spec::DiffJson(changes)}, {"runs", json::Array{RunToJson(*a), RunToJson(*b)}}});
  if (command.terminal.json()) return 0;
  command.terminal.Answer(changes.empty() ? std::string(Tr("The documents are the same."))
                                          : spec::DiffText(changes));
  std::vector<std::vector<std::string>> rows;
  for (const store::RunRecord* run : {&*a, &*b}) {
    rows.push_back({run->run_id, StatusText(run->status), RowsOf(ParsedOutcome(run->outcome)),
                    config::FormatDuration(run->actual_seconds)});
  }
  command.terminal.Answer(FormatTable({Tr("run"), Tr("status"), Tr("rows"), Tr("time")}, rows,
                                      {false, false, true, true}, command.terminal.width()));
  return 0;
}

}  // namespace

int Runs(Command& command) {
  const std::string verb = command.arguments.verb.substr(5);
  if (verb == "resume") {
    const Result<runs::RunOptions> options = RunOptionsOf(command.arguments);
    if (!options) return Report(command, options.error());
    const Result<runs::RunContext> context = ContextOf(command);
    if (!context) return Report(command, context.error());
    TerminalReporter reporter(command.terminal);
    return FinishRun(command, runs::Resume(command.arguments.operands.front(), *context, *options,
                                           reporter, command.parts.stop));
  }
  const Result<store::Store*> store = command.parts.store();
  if (!store) return Report(command, store.error());
  if (verb == "list") return PrintRuns(command, **store);
  if (verb == "show") return ShowRun(command, **store);
  return Diff(command, **store);
}

int RollBack(Command& command) {
  const Result<runs::RunContext> context = ContextOf(command);
  if (!context) return Report(command, context.error());
  TerminalReporter reporter(command.terminal);
  const runs::Outcome outcome =
      runs::Rollback(command.arguments.operands.front(), *context, reporter, command.parts.stop);
  if (outcome.error) return FinishRun(command, outcome);
  command.terminal.Say(Msg("Run {} is rolled back.", outcome.run_id));
  command.terminal.Json(runs::ToJson(outcome));
  return 0;
}

}  // namespace aietl::cli
