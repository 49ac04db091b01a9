#include <algorithm>

#include "runs/history.h"
#include "runs/run.h"
#include "sql/lineage/lineage.h"

namespace aietl::runs {
namespace {

const char* SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kError: return "error";
    case Severity::kWarning: return "warning";
    default: return "info";
  }
}

json::Value AmountJson(const Amount& amount) {
  return json::Object{{"rows", static_cast<int64_t>(amount.rows)},
                      {"bytes", static_cast<int64_t>(amount.bytes)},
                      {"seconds", amount.seconds}};
}

json::Value TextList(const std::vector<std::string>& texts) {
  json::Array out;
  for (const std::string& text : texts)
    out.emplace_back(text);
  return out;
}

json::Value ProblemList(const Problems& problems) {
  json::Array out;
  for (const Problem& problem : problems)
    out.push_back(ToJson(problem));
  return out;
}

json::Value RowsJson(const data::Rows& rows) {
  json::Array out;
  for (const auto& row : rows.rows) {
    json::Object object;
    for (size_t i = 0; i < row.size(); ++i) {
      object.emplace_back(rows.schema.columns[i].name,
                          row[i] ? json::Value(*row[i]) : json::Value());
    }
    out.emplace_back(std::move(object));
  }
  return out;
}

json::Value LineageJson(const std::vector<engine::ColumnEdge>& edges) {
  json::Array out;
  for (const engine::ColumnEdge& edge : edges) {
    out.emplace_back(json::Object{{"target", edge.target},
                                  {"source", edge.source + "." + edge.column},
                                  {"kind", sql::TransformationName(edge.kind)}});
  }
  return out;
}

}  // namespace

const char* StatusName(Status status) {
  switch (status) {
    case Status::kSucceeded: return "succeeded";
    case Status::kNothingToDo: return "nothing_to_do";
    case Status::kFailed: return "failed";
    case Status::kInvalid: return "invalid";
    case Status::kNeedsAnswer: return "needs_answer";
    case Status::kCheckFailed: return "check_failed";
    case Status::kInterrupted: return "interrupted";
  }
  return "failed";
}

int ExitCode(const Outcome& outcome) {
  switch (outcome.status) {
    case Status::kSucceeded:
    case Status::kNothingToDo: return 0;
    case Status::kInvalid: return 2;
    case Status::kNeedsAnswer: return 3;
    case Status::kCheckFailed: return 4;
    case Status::kInterrupted: return 130;
    case Status::kFailed: break;
  }
  return 1;
}

json::Value ToJson(const Problem& problem) {
  json::Value out(json::Object{{"code", problem.code},
                               {"severity", SeverityName(problem.severity)},
                               {"message", problem.message}});
  if (!problem.place.file.empty()) out.Set("file", problem.place.file);
  if (problem.place.line > 0) out.Set("line", problem.place.line);
  if (problem.place.column > 0) out.Set("column", problem.place.column);
  if (!problem.object.empty()) out.Set("object", problem.object);
  if (!problem.hint.empty()) out.Set("hint", problem.hint);
  return out;
}

json::Value ToJson(const CheckOutcome& check) {
  json::Value out(json::Object{{"on", check.on},
                               {"check", check.check},
                               {"severity", check.severity == Severity::kError ? "fail" : "warn"},
                               {"passed", check.passed},
                               {"failing", check.failing}});
  if (!check.examples.rows.empty()) out.Set("rows", RowsJson(check.examples));
  if (!check.quarantine.empty()) out.Set("quarantine", check.quarantine);
  return out;
}

json::Value ToJson(const Plan& plan) {
  json::Array sources, steps, targets;
  for (const SourcePlan& source : plan.sources) {
    json::Value out(json::Object{{"name", source.name},
                                 {"from", source.from},
                                 {"bytes", static_cast<int64_t>(source.bytes)},
                                 {"columns", SchemaToJson(source.schema)},
                                 {"sampled", source.sampled}});
    if (source.rows) out.Set("rows", static_cast<int64_t>(*source.rows));
    if (!source.note.empty()) out.Set("note", source.note);
    if (!source.window.empty()) out.Set("window", source.window);
    sources.push_back(std::move(out));
  }
  for (const StepPlan& step : plan.steps) {
    steps.emplace_back(json::Object{{"name", step.name},
                                    {"sql", step.sql},
                                    {"columns", SchemaToJson(step.schema)},
                                    {"materialised", step.materialised},
                                    {"lineage", LineageJson(step.lineage)}});
  }
  for (const TargetPlan& target : plan.targets) {
    json::Value out(json::Object{{"name", target.name},
                                 {"from", target.from},
                                 {"mode", spec::ModeName(target.mode)},
                                 {"exists", target.write.exists},
                                 {"destroys", target.write.destroys},
                                 {"creates", TextList(target.write.creates)},
                                 {"changes", TextList(target.write.changes)},
                                 {"drops", TextList(target.write.drops)},
                                 {"bytes", static_cast<int64_t>(target.bytes)}});
    if (target.rows) out.Set("rows", static_cast<int64_t>(*target.rows));
    if (target.write.rows_before)
      out.Set("rows_before", static_cast<int64_t>(*target.write.rows_before));
    targets.push_back(std::move(out));
  }
  json::Value out(json::Object{{"type", "plan"},
                               {"pipeline", plan.pipeline},
                               {"sources", std::move(sources)},
                               {"steps", std::move(steps)},
                               {"checks", TextList(plan.checks)},
                               {"targets", std::move(targets)},
                               {"expected", AmountJson(plan.expected)},
                               {"past_runs", plan.past_runs}});
  if (plan.past_error) out.Set("past_error", *plan.past_error);
  if (!plan.slices.empty()) out.Set("slices", TextList(plan.slices));
  out.Set("problems", ProblemList(plan.problems));
  return out;
}

json::Value ToJson(const TargetOutcome& target) {
  return json::Object{{"name", target.name},
                      {"mode", spec::ModeName(target.mode)},
                      {"rows_read", target.rows_read},
                      {"rows_written", target.rows_written},
                      {"rows_deleted", target.rows_deleted},
                      {"rows_unchanged", target.rows_unchanged},
                      {"bytes", target.bytes},
                      {"verified", target.verified}};
}

json::Value ToJson(const Outcome& outcome) {
  json::Array targets, checks;
  for (const TargetOutcome& target : outcome.targets)
    targets.push_back(ToJson(target));
  for (const CheckOutcome& check : outcome.checks)
    checks.push_back(ToJson(check));
  json::Object sources;
  for (const auto& [name, rows] : outcome.rows_by_source)
    sources.emplace_back(name, rows);
  Problems problems = outcome.problems;
  if (outcome.error) {
    if (outcome.error->problems.empty()) {
      problems.insert(problems.begin(), outcome.error->ToProblem());
    } else {
      problems.insert(problems.begin(), outcome.error->problems.begin(),
                      outcome.error->problems.end());
    }
  }
  json::Value out(json::Object{{"type", "result"},
                               {"status", StatusName(outcome.status)},
                               {"run_id", outcome.run_id},
                               {"targets", std::move(targets)},
                               {"checks", std::move(checks)},
                               {"sources", std::move(sources)},
                               {"expected", AmountJson(outcome.expected)},
                               {"actual", AmountJson(outcome.actual)},
                               {"verify_seconds", outcome.verify_seconds},
                               {"questions", json::Array{}},
                               {"problems", ProblemList(problems)}});
  if (outcome.sample > 0) out.Set("sample", outcome.sample);
  return out;
}

}  // namespace aietl::runs
