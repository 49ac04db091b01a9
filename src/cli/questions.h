// Questions back to the person: printed, asked where somebody can answer, and answered by --answer.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"

namespace aietl::cli {

// "name=value" as given with `flag`.
Result<std::vector<std::pair<std::string, std::string>>> SplitPairs(
    const std::vector<std::string>& texts, const char* flag);
// --answer ID=CHOICE, as often as given.
Result<std::map<std::string, std::string>> SplitAnswers(const std::vector<std::string>& texts);

// Lets a person choose and keeps the answer in `answers`; false when nobody answered.
bool AskPerson(const synthesis::Question& question, Command& command,
               std::vector<std::string>& answers);

// An answer that is none of the choices is asked for again, but not without a word: a warning each.
Problems UselessAnswers(const std::map<std::string, std::string>& answers,
                        const std::vector<synthesis::Question>& questions);

json::Value ToJson(const synthesis::Question& question);
void PrintQuestions(Command& command, const std::vector<synthesis::Question>& questions);

// What `connect add` keeps, as the synthesis wants it.
Result<std::vector<synthesis::NamedConnection>> KnownConnections(Command& command);

}  // namespace aietl::cli
