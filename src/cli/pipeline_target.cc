#include "cli/pipeline_target.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/durable_file.h"
#include "base/text.h"
#include "cli/questions.h"
#include "cli/show.h"
#include "config/options.h"
#include "engine/binder.h"
#include "runs/run.h"
#include "spec/parse.h"

namespace aietl::cli {
namespace {

bool HasDocumentEnding(const std::string& text) {
  return text.ends_with(".yaml") || text.ends_with(".yml") || text.ends_with(".json");
}

}  // namespace

std::string WorkingFolder() {
  std::error_code error;
  return std::filesystem::current_path(error).string();
}

Result<spec::Pipeline> LoadDocument(const std::string& text, const std::string& file,
                                    const std::string& folder, Command& command,
                                    Problems* warnings) {
  spec::ParseRequest request;
  request.text = text;
  request.file = file;
  request.folder = folder;
  AIETL_ASSIGN(request.params, SplitPairs(command.arguments.params, "--param"));
  Problems problems;
  Result<spec::Pipeline> pipeline =
      spec::Parse(request, command.parts.registry.endpoint_options(), &problems);
  if (!pipeline) return pipeline;
  engine::CheckPipelineSql(*pipeline, &problems);
  if (HasErrors(problems)) return Fail(ErrorOf(Code::kInvalid, std::move(problems)));
  for (const Problems& found : {problems, engine::StepFindings(*pipeline)})
    warnings->insert(warnings->end(), found.begin(), found.end());
  return pipeline;
}

Result<synthesis::Synthesis> Synthesise(const std::string& sentence, Command& command) {
  synthesis::SynthesisRequest request;
  request.sentence = sentence;
  request.folder = WorkingFolder();
  if (!command.arguments.lang.empty()) request.language = CurrentLanguage();
  AIETL_ASSIGN(request.connections, KnownConnections(command));
  data::DatabaseOptions database_options;
  AIETL_ASSIGN(data::Database * database, command.parts.database(database_options));
  const synthesis::SynthesisContext context{command.parts.registry, *database};
  std::vector<std::string> answers = command.arguments.answers;
  for (;;) {
    AIETL_ASSIGN(request.answers, SplitAnswers(answers));
    AIETL_ASSIGN(synthesis::Synthesis synthesis,
                 command.parts.synthesiser.Write(request, context, command.parts.stop));
    const Problems useless = UselessAnswers(request.answers, synthesis.questions);
    synthesis.problems.insert(synthesis.problems.end(), useless.begin(), useless.end());
    if (synthesis.questions.empty() || !AskPerson(synthesis.questions.front(), command, answers))
      return synthesis;
  }
}

WantedOrExit ReadTarget(Command& command) {
  const std::string& operand = command.arguments.operands.front();
  Wanted wanted;
  std::string text, file, folder;
  if (HasDocumentEnding(operand) && FileExists(operand)) {
    Result<std::string> content = ReadFile(operand);
    if (!content) return {std::nullopt, Report(command, content.error())};
    text = std::move(*content);
    file = operand;
    folder = AbsolutePath(std::filesystem::path(operand).parent_path().string(), WorkingFolder());
  } else if (HasDocumentEnding(operand) && operand.find_first_of(" \t\n") == std::string::npos) {
    return {std::nullopt, Report(command, ErrnoError(ENOENT, operand))};
  } else {
    wanted.sentence = operand;
    Result<synthesis::Synthesis> synthesis = Synthesise(operand, command);
    if (!synthesis) return {std::nullopt, Report(command, synthesis.error())};
    if (!synthesis->questions.empty()) {
      for (const Problem& problem : synthesis->problems)
        command.terminal.Complain(Show(problem, command.terminal));
      PrintQuestions(command, synthesis->questions);
      json::Array questions;
      for (const synthesis::Question& question : synthesis->questions)
        questions.push_back(ToJson(question));
      PrintResult(command, "needs_answer", synthesis->problems,
                  {{"questions", std::move(questions)}});
      return {std::nullopt, 3};
    }
    if (synthesis->document.is_null() || HasErrors(synthesis->problems)) {
      return {std::nullopt,
              Report(command, ErrorOf(Code::kInvalid, std::move(synthesis->problems)))};
    }
    wanted.warnings = synthesis->problems;
    command.terminal.Say(synthesis->explanation);
    text = spec::ToYaml(synthesis->document);
    folder = WorkingFolder();
  }
  Result<spec::Pipeline> pipeline = LoadDocument(text, file, folder, command, &wanted.warnings);
  if (!pipeline) return {std::nullopt, Report(command, pipeline.error())};
  wanted.pipeline = std::move(*pipeline);
  for (const Problem& warning : wanted.warnings)
    command.terminal.Complain(Show(warning, command.terminal));
  return {std::move(wanted), 0};
}

Result<runs::RunOptions> RunOptionsOf(const Arguments& arguments) {
  runs::RunOptions options;
  options.yes = arguments.yes;
  options.full_refresh = arguments.full_refresh;
  options.sample = arguments.sample;
  options.limit = arguments.limit;
  options.threads = arguments.threads;
  options.memory = arguments.memory;
  options.verify = arguments.verify == "off"      ? runs::Verify::kOff
                   : arguments.verify == "counts" ? runs::Verify::kCounts
                                                  : runs::Verify::kFull;
  if (!arguments.memory.empty()) {
    AIETL_ASSIGN(const int64_t bytes, config::ParseBytes(arguments.memory));
    constexpr int64_t kLeast = 64'000'000;
    if (bytes < kLeast)
      return Fail(
          Error(Code::kInvalid, "bad_usage", Msg("--memory {} is too little", arguments.memory))
              .Hint(Tr("give at least 64MB")));
  }
  if (!arguments.backfill.empty()) {
    const size_t dots = arguments.backfill.find("..");
    if (dots == std::string::npos || dots == 0 || dots + 2 >= arguments.backfill.size()) {
      return Fail(
          Error(Code::kInvalid, "bad_usage", Msg("--backfill {} is no range", arguments.backfill))
              .Hint(Tr("write it as 2024-01-01..2024-01-31; both ends belong to it")));
    }
    options.backfill = {arguments.backfill.substr(0, dots), arguments.backfill.substr(dots + 2)};
  }
  return options;
}

Result<runs::RunContext> ContextOf(Command& command) {
  AIETL_ASSIGN(store::Store * store, command.parts.store());
  AIETL_ASSIGN(data::Database * database,
               command.parts.database({command.arguments.memory, command.arguments.threads, ""}));
  return runs::RunContext{command.parts.registry, *database,           *store,
                          command.parts.events(), command.parts.clock, command.parts.home};
}

}  // namespace aietl::cli
