#include "cli/questions.h"

#include <fmt/format.h>

#include "base/text.h"

namespace aietl::cli {

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

Result<std::map<std::string, std::string>> SplitAnswers(const std::vector<std::string>& texts) {
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  AIETL_ASSIGN(const Pairs pairs, SplitPairs(texts, "--answer"));
  return std::map<std::string, std::string>(pairs.begin(), pairs.end());
}

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

Result<std::vector<synthesis::NamedConnection>> KnownConnections(Command& command) {
  AIETL_ASSIGN(store::Store * store, command.parts.store());
  AIETL_ASSIGN(const std::vector<store::ConnectionInfo> infos, store->ListConnections());
  std::vector<synthesis::NamedConnection> connections;
  for (const store::ConnectionInfo& info : infos) {
    AIETL_ASSIGN(std::string uri, store->GetConnection(info.name));
    connections.push_back({info.name, std::move(uri)});
  }
  return connections;
}

}  // namespace aietl::cli
