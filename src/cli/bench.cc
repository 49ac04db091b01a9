// aietl bench nl2sql: how many questions of a set are answered right. aietl bench compare: whether
// two such runs differ.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/durable_file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/pipeline_target.h"
#include "synthesis/learned/learned_writer.h"
#include "synthesis/measure/compare.h"
#include "synthesis/measure/nl2sql.h"

namespace aietl::cli {
namespace {

json::Value ScoredJson(const synthesis::ScoredQuestion& q) {
  return json::Object{{"id", q.id},
                      {"sql", q.sql},
                      {"correct", q.correct},
                      {"gold_rows", q.gold_rows},
                      {"ms", q.milliseconds},
                      {"confidence", q.confidence},
                      {"asked", q.asked},
                      {"hardness", q.shape.hardness},
                      {"database", q.database.substr(q.database.rfind('/') + 1)},
                      {"reason", q.reason}};
}

struct Tally {
  int64_t all = 0, right = 0, with_rows = 0, right_with_rows = 0, asked = 0;
  void Add(const synthesis::ScoredQuestion& q) {
    ++all;
    right += q.correct;
    asked += q.asked;
    if (q.gold_rows <= 0) return;
    ++with_rows;
    right_with_rows += q.correct;
  }
  std::vector<std::string> Row(const std::string& name) const {
    const auto percent = [](int64_t part, int64_t whole) {
      return whole == 0 ? std::string("-")
                        : fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) /
                                                      static_cast<double>(whole));
    };
    return {name, FormatCount(all), percent(right, all), percent(right_with_rows, with_rows),
            FormatCount(asked)};
  }
};

double Percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.empty()
             ? 0
             : values[std::min(values.size() - 1,
                               static_cast<size_t>(share * static_cast<double>(values.size())))];
}

void PrintReport(Terminal& terminal, const std::vector<synthesis::ScoredQuestion>& scored) {
  Tally all;
  std::map<std::string, Tally> hardness, clauses;
  std::map<std::string, int64_t> reasons;
  std::vector<double> times;
  for (const synthesis::ScoredQuestion& q : scored) {
    all.Add(q);
    hardness[q.shape.hardness].Add(q);
    for (const std::string& clause : q.shape.clauses)
      clauses[clause].Add(q);
    if (!q.correct) ++reasons[q.reason];
    times.push_back(q.milliseconds);
  }
  std::vector<std::vector<std::string>> rows{all.Row(Tr("all"))};
  for (const char* name : {"easy", "medium", "hard", "extra", "unknown"}) {
    if (hardness.contains(name)) rows.push_back(hardness[name].Row(name));
  }
  for (const auto& [name, tally] : clauses)
    rows.push_back(tally.Row(name));
  terminal.Answer(
      FormatTable({"", Tr("questions"), Tr("right"), Tr("right, gold with rows"), Tr("asked back")},
                  rows, {false, true, true, true, true}, terminal.width()));
  std::vector<std::vector<std::string>> wrong;
  for (const auto& [reason, count] : reasons)
    wrong.push_back({reason, FormatCount(count)});
  if (!wrong.empty())
    terminal.Answer("\n" + FormatTable({Tr("not right because"), Tr("questions")}, wrong,
                                       {false, true}, terminal.width()));
  terminal.Answer("\n" + Msg("milliseconds a question: p50 {:.1f}, p95 {:.1f}, p99 {:.1f}",
                             Percentile(times, 0.5), Percentile(times, 0.95),
                             Percentile(times, 0.99)));
}

int MeasureNl2sql(Command& command) {
  const Arguments& arguments = command.arguments;
  synthesis::QuestionSetRequest request;
  request.format = arguments.format == "wikisql" ? synthesis::SetFormat::kWikisql
                                                 : synthesis::SetFormat::kSpider;
  request.questions = arguments.questions;
  request.tables = arguments.tables;
  request.databases = AbsolutePath(arguments.databases, WorkingFolder());
  if (!arguments.lang.empty()) request.language = arguments.lang;
  std::string lines;
  const auto scored = [&]() -> Result<std::vector<synthesis::ScoredQuestion>> {
    AIETL_ASSIGN(std::vector<synthesis::SetQuestion> questions,
                 synthesis::ReadQuestionSet(request));
    if (arguments.limit && static_cast<size_t>(*arguments.limit) < questions.size())
      questions.resize(static_cast<size_t>(*arguments.limit));
    AIETL_ASSIGN(data::Database * database, command.parts.database({}));
    const std::unique_ptr<synthesis::QueryWriter> writer = synthesis::learned::MakeQuestionWriter();
    size_t done = 0, right = 0;
    const auto each = [&](const synthesis::ScoredQuestion& q) {
      lines += json::Write(ScoredJson(q)) + "\n";
      right += q.correct;
      ++done;
      if (done % 20 == 0)
        command.terminal.Progress(
            Msg("{} of {} questions, {:.1f} % right", done, questions.size(),
                100.0 * static_cast<double>(right) / static_cast<double>(done)));
    };
    return synthesis::MeasureQuestions(questions, *writer, {command.parts.registry, *database},
                                       each, command.parts.stop);
  }();
  command.terminal.ClearProgress();
  if (!scored) return Report(command, scored.error());
  if (!arguments.output.empty()) {
    const Result<void> written = WriteFileAtomically(arguments.output, lines);
    if (!written) return Report(command, written.error());
  }
  PrintReport(command.terminal, *scored);
  return 0;
}

int CompareRuns(Command& command) {
  const Result<synthesis::RunComparison> comparison =
      synthesis::CompareRuns(command.arguments.operands[0], command.arguments.operands[1]);
  if (!comparison) return Report(command, comparison.error());
  const auto percent = [](double share) { return fmt::format("{:+.1f}", 100 * share); };
  std::vector<std::vector<std::string>> rows;
  for (const synthesis::GroupDifference& group : comparison->groups) {
    rows.push_back(
        {group.name, FormatCount(group.questions), fmt::format("{:.1f}", 100 * group.first),
         fmt::format("{:.1f}", 100 * group.second), percent(group.second - group.first)});
  }
  command.terminal.Answer(FormatTable({"", Tr("questions"), "A %", "B %", "B − A"}, rows,
                                      {false, true, true, true, true}, command.terminal.width()));
  command.terminal.Answer(
      "\n" + Msg("only A right: {}, only B right: {}; McNemar's exact test: p = {:.4f}",
                 comparison->only_first, comparison->only_second, comparison->p_value));
  command.terminal.Answer(Msg("B − A: {} points, 95 % interval by resampling databases {} to {}",
                              percent(comparison->difference), percent(comparison->low),
                              percent(comparison->high)));
  return 0;
}

}  // namespace

int Bench(Command& command) {
  return command.arguments.verb == "bench compare" ? CompareRuns(command) : MeasureNl2sql(command);
}

}  // namespace aietl::cli
