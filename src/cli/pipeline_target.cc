#include "cli/pipeline_target.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/durable_file.h"
#include "base/text.h"
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

Result<std::vector<std::pair<std::string, std::string>>> SplitPairs(
    const std::vector<std::string>& texts, const char* flag) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string& text : texts) {
    const size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) {
      return Fail(Error(Code::kInvalid, "bad_usage",
                        Msg("{} {} is not of the form name=value", flag, text)));
    }
    pairs.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return pairs;
}

// Lets a person choose; false when nobody answered.
bool AskPerson(const synthesis::Question& question, Command& command,
               std::vector<std::string>& answers) {
  std::string text = question.text + "\n";
  for (const synthesis::Choice& choice : question.choices)
    text += fmt::format("  {}) {}\n", choice.id, choice.text);
  text += ">";
  for (;;) {
    const std::optional<std::string> reply = command.terminal.Ask(text);
    if (!reply) return false;
    for (const synthesis::Choice& choice : question.choices) {
      if (*reply != choice.id && *reply != choice.text) continue;
      answers.push_back(question.id + "=" + choice.id);
      return true;
    }
  }
}

// An answer that is none of the choices is asked for again, but not without a word.
Problems UselessAnswers(const std::map<std::string, std::string>& answers,
                        const std::vector<synthesis::Question>& questions) {
  Problems problems;
  for (const synthesis::Question& question : questions) {
    const auto given = answers.find(question.id);
    if (given == answers.end()) continue;
    std::string choices;
    bool known = false;
    for (const synthesis::Choice& choice : question.choices) {
      choices += (choices.empty() ? "" : ", ") + choice.id;
      known = known || given->second == choice.id || given->second == choice.text;
    }
    if (known) continue;
    problems.push_back({"bad_answer",
                        Severity::kWarning,
                        Msg("--answer {}={}: there is no such choice", question.id, given->second),
                        {},
                        question.id,
                        Msg("there are: {}", choices)});
  }
  return problems;
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
  warnings->insert(warnings->end(), problems.begin(), problems.end());
  return pipeline;
}

Result<synthesis::Synthesis> Synthesise(const std::string& sentence, Command& command) {
  synthesis::SynthesisRequest request;
  request.sentence = sentence;
  request.folder = WorkingFolder();
  if (!command.arguments.lang.empty()) request.language = CurrentLanguage();
  AIETL_ASSIGN(store::Store * store, command.parts.store());
  AIETL_ASSIGN(const std::vector<store::ConnectionInfo> connections, store->ListConnections());
  for (const store::ConnectionInfo& connection : connections) {
    AIETL_ASSIGN(std::string uri, store->GetConnection(connection.name));
    request.connections.push_back({connection.name, std::move(uri)});
  }
  data::DatabaseOptions database_options;
  AIETL_ASSIGN(data::Database * database, command.parts.database(database_options));
  const synthesis::SynthesisContext context{command.parts.registry, *database};
  std::vector<std::string> answers = command.arguments.answers;
  for (;;) {
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    AIETL_ASSIGN(const Pairs pairs, SplitPairs(answers, "--answer"));
    request.answers = {pairs.begin(), pairs.end()};
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

json::Value ToJson(const synthesis::Question& question) {
  json::Array choices;
  for (const synthesis::Choice& choice : question.choices)
    choices.emplace_back(json::Object{{"id", choice.id}, {"text", choice.text}});
  return json::Object{{"id", question.id},
                      {"text", question.text},
                      {"words", json::Array{question.words.begin, question.words.end}},
                      {"choices", std::move(choices)}};
}

void PrintQuestions(Command& command, const std::vector<synthesis::Question>& questions) {
  for (const synthesis::Question& question : questions) {
    json::Value line = ToJson(question);
    line.Set("type", "question");
    command.terminal.Json(line);
    command.terminal.Answer(command.terminal.Styled(Style::kBold, "? " + question.text));
    for (const synthesis::Choice& choice : question.choices) {
      command.terminal.Answer(
          fmt::format("    --answer {}={}  {}", question.id, choice.id, choice.text));
    }
  }
}

}  // namespace aietl::cli
