#include "synthesis/measure/question_set.h"

#include <algorithm>
#include <map>

#include "base/durable_file.h"
#include "base/text.h"
#include "data/database.h"
#include "json/value.h"

namespace aietl::synthesis {
namespace {

Error BadItem(const std::string& file, size_t number, std::string_view what) {
  return Error(Code::kInvalid, "bad_question_set", Msg("{}: item {}: {}", file, number, what))
      .About(file);
}

// The lines of a file that are not empty, each a JSON value.
Result<std::vector<json::Value>> ReadJsonLines(const std::string& file) {
  AIETL_ASSIGN(const std::string text, ReadFile(file));
  std::vector<json::Value> values;
  std::string_view rest(text);
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<json::Value> value = json::Parse(line);
    if (!value) return Fail(BadItem(file, values.size(), value.error().message));
    values.push_back(std::move(*value));
  }
  return values;
}

std::string FirstOf(const json::Value& item, std::initializer_list<std::string> keys) {
  for (const std::string& key : keys) {
    if (!item[key].AsString().empty()) return item[key].AsString();
  }
  return {};
}

Result<std::vector<SetQuestion>> ReadSpider(const QuestionSetRequest& request) {
  AIETL_ASSIGN(const std::string text, ReadFile(request.questions));
  Result<json::Value> list = json::Parse(text);
  if (!list) return Fail(std::move(list.error()).About(request.questions));
  if (!list->is_array())
    return Fail(
        Error(Code::kInvalid, "bad_question_set", Msg("{} is no JSON list", request.questions)));
  std::vector<SetQuestion> questions;
  for (const json::Value& item : list->AsArray()) {
    const size_t number = questions.size();
    SetQuestion out;
    out.id = item["id"].is_int()      ? std::to_string(item["id"].AsInt())
             : item["id"].is_string() ? item["id"].AsString()
                                      : std::to_string(number);
    out.question = FirstOf(item, {"question_" + request.language, "question"});
    out.gold = FirstOf(item, {"query_" + request.language, "query"});
    const std::string& database = item["db_id"].AsString();
    if (out.question.empty() || out.gold.empty() || database.empty()) {
      return Fail(BadItem(request.questions, number, Tr("db_id, question or query is missing")));
    }
    out.database = request.databases + "/" + database + "/" + database + ".sqlite";
    questions.push_back(std::move(out));
  }
  return questions;
}

// A condition's value as SQLite would compare it: a number where it is one.
std::string WikisqlLiteral(const json::Value& value) {
  if (value.is_int()) return std::to_string(value.AsInt());
  if (value.is_number()) return json::Write(value);
  return data::QuoteText(value.AsString());
}

Result<std::vector<SetQuestion>> ReadWikisql(const QuestionSetRequest& request) {
  AIETL_ASSIGN(const std::vector<json::Value> tables, ReadJsonLines(request.tables));
  std::map<std::string, std::vector<std::string>> headers;
  for (const json::Value& table : tables) {
    std::vector<std::string>& header = headers[table["id"].AsString()];
    for (const json::Value& name : table["header"].AsArray())
      header.push_back(name.AsString());
  }
  AIETL_ASSIGN(const std::vector<json::Value> items, ReadJsonLines(request.questions));
  std::vector<SetQuestion> questions;
  for (const json::Value& item : items) {
    const size_t number = questions.size();
    const std::string& id = item["table_id"].AsString();
    const auto header = headers.find(id);
    if (header == headers.end())
      return Fail(BadItem(request.questions, number, Msg("there is no table {}", id)));
    const auto column = [&](int64_t index) -> std::string {
      return index >= 0 && static_cast<size_t>(index) < header->second.size()
                 ? data::QuoteName(header->second[static_cast<size_t>(index)])
                 : std::string();
    };
    SetQuestion out;
    out.id = std::to_string(number);
    out.question = item["question"].AsString();
    out.database = request.databases;
    out.table = "t_" + id;
    std::replace(out.table.begin(), out.table.end(), '-', '_');
    const std::string selected = column(item["sel"].AsInt(-1));
    if (selected.empty()) return Fail(BadItem(request.questions, number, Tr("sel is no column")));
    const std::string& aggregate = item["agg"].AsString();
    out.gold = "SELECT " + (aggregate.empty() ? selected : aggregate + "(" + selected + ")") +
               " FROM " + data::QuoteName(out.table);
    const char* word = " WHERE ";
    for (const json::Value& condition : item["conds"].AsArray()) {
      const json::Array& parts = condition.AsArray();
      const std::string name = parts.size() == 3 ? column(parts[0].AsInt(-1)) : std::string();
      if (name.empty())
        return Fail(
            BadItem(request.questions, number, Tr("a condition is not [column, operator, value]")));
      out.gold += word + name + " " + parts[1].AsString() + " " + WikisqlLiteral(parts[2]);
      word = " AND ";
    }
    questions.push_back(std::move(out));
  }
  return questions;
}

}  // namespace

Result<std::vector<SetQuestion>> ReadQuestionSet(const QuestionSetRequest& request) {
  AIETL_ASSIGN(std::vector<SetQuestion> questions,
               request.format == SetFormat::kSpider ? ReadSpider(request) : ReadWikisql(request));
  if (questions.empty())
    return Fail(
        Error(Code::kInvalid, "bad_question_set", Msg("{} holds no question", request.questions)));
  return questions;
}

}  // namespace aietl::synthesis
