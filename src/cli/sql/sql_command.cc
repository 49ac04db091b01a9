// aietl sql OPERATION …, and aietl sql batch.
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>

#include "base/did_you_mean.h"
#include "base/durable_file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/show.h"
#include "cli/sql/sql_op.h"
#include "runs/run.h"

namespace aietl::cli {
namespace {

Problem SqlUsage(const char* code, std::string message, std::string hint = {}) {
  Problem problem;
  problem.code = code;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

std::vector<std::string> DialectNames() {
  std::vector<std::string> names;
  for (size_t i = 0; i < sql::kDialects; ++i) {
    names.emplace_back(sql::DialectOf(static_cast<sql::DialectId>(i)).name);
  }
  return names;
}

json::Object ToObject(SqlAnswer& answer) {
  json::Array problems;
  for (const Problem& problem : answer.problems)
    problems.push_back(runs::ToJson(problem));
  json::Object object{{"ok", answer.ok}};
  for (auto& field : answer.fields)
    object.push_back(std::move(field));
  object.emplace_back("problems", std::move(problems));
  return object;
}

SqlAnswer Refuse(Problem problem) {
  SqlAnswer answer;
  answer.ok = false;
  answer.problems.push_back(std::move(problem));
  return answer;
}

SqlAnswer AnswerRequest(const json::Value& body) {
  const std::string& name = body["op"].AsString();
  const SqlOp* op = FindSqlOp(name);
  if (op == nullptr) {
    std::vector<std::string> names;
    for (const SqlOp& known : SqlOps())
      names.emplace_back(known.name);
    return Refuse(
        SqlUsage("unknown_op", Msg("unknown operation {}", name), DidYouMean(name, names)));
  }
  SqlRequest request;
  request.sql = body["sql"].AsString();
  request.body = &body;
  const std::string& dialect = body["dialect"].AsString();
  request.dialect = sql::FindDialect(dialect);
  if (request.dialect == nullptr) {
    return Refuse(SqlUsage("unknown_dialect", Msg("unknown dialect {}", dialect),
                           DidYouMean(dialect, DialectNames())));
  }
  SqlAnswer answer;
  op->run(request, answer);
  return answer;
}

int SqlBatch() {
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Result<json::Value> body = json::Parse(line);
    SqlAnswer answer = body ? AnswerRequest(*body) : Refuse(body.error().ToProblem());
    json::Value reply(json::Object{});
    if (body && body->Find("id") != nullptr) reply.Set("id", *body->Find("id"));
    for (auto& [key, value] : ToObject(answer))
      reply.Set(key, std::move(value));
    const std::string text = json::Write(reply) + "\n";
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
  }
  return 0;
}

// The operand: a file, `-` for standard input, or SQL as it is.
Result<std::string> SqlText(const std::string& operand) {
  if (operand.empty() || operand == "-")
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::error_code ignored;
  const bool named_like_a_file =
      operand.ends_with(".sql") && operand.find_first_of(" \t\n;") == std::string::npos;
  if (named_like_a_file || std::filesystem::is_regular_file(operand, ignored))
    return ReadFile(operand);
  return operand;
}

Result<json::Value> JsonFile(const std::string& path) {
  AIETL_ASSIGN(const std::string text, ReadFile(path));
  Result<json::Value> value = json::Parse(text);
  if (!value) value.error().place.file = path;
  return value;
}

// The request that a command line stands for.
Result<json::Value> RequestOf(const Arguments& arguments, const std::string& op) {
  json::Value body(json::Object{{"op", op}});
  body.Set("dialect", arguments.dialect);
  if (!arguments.to.empty()) body.Set("to", arguments.to);
  if (arguments.value) body.Set("value", *arguments.value);
  if (arguments.dot) body.Set("format", "dot");
  AIETL_ASSIGN(std::string sql,
               SqlText(arguments.operands.empty() ? std::string() : arguments.operands.front()));
  body.Set("sql", std::move(sql));
  for (const auto& [key, path] :
       {std::pair("schema", &arguments.sql_schema), std::pair("policy", &arguments.policy)}) {
    if (path->empty()) continue;
    AIETL_ASSIGN(json::Value value, JsonFile(*path));
    body.Set(key, std::move(value));
  }
  return body;
}

}  // namespace

int SqlCommand(Command& command) {
  const Arguments& arguments = command.arguments;
  const std::string name = arguments.verb.substr(arguments.verb.find(' ') + 1);
  if (name == "batch") return SqlBatch();
  if (name == "ask") return SqlAsk(command);
  const Result<json::Value> body = RequestOf(arguments, name);
  SqlAnswer answer = body ? AnswerRequest(*body) : Refuse(body.error().ToProblem());
  if (command.terminal.json()) {
    json::Value reply(json::Object{});
    for (auto& [key, value] : ToObject(answer))
      reply.Set(key, std::move(value));
    command.terminal.Json(reply);
  } else if (!answer.text.empty()) {
    command.terminal.Answer(answer.text);
  } else if (answer.ok) {
    command.terminal.Answer(json::Write(json::Value(std::move(answer.fields)), true));
  }
  for (const Problem& problem : answer.problems) {
    command.terminal.Complain(Show(problem, command.terminal));
  }
  return answer.ok ? 0 : ExitCode(Code::kInvalid);
}

}  // namespace aietl::cli
