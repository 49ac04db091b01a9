// aietl sql ask "QUESTION" --db NAME|URI: the SELECT that answers it, its rows, and a picture where
// they have one.
#include <map>
#include <memory>

#include "base/text.h"
#include "cli/chart.h"
#include "cli/command.h"
#include "cli/pipeline_target.h"
#include "cli/questions.h"
#include "cli/show.h"
#include "config/secret.h"
#include "engine/engine.h"
#include "synthesis/question.h"

namespace aietl::cli {
namespace {

// Opens what the SELECT reads and runs it on the embedded engine; the databases are only ever read.
class AskedQuery {
 public:
  AskedQuery(Command& command, const synthesis::QuestionRequest& request)
      : command_(command), request_(request) {}

  Result<data::Rows> Run(const synthesis::QuestionAnswer& answer, data::Database& database) {
    AIETL_ASSIGN(const std::unique_ptr<engine::Engine> engine, engine::Engine::Over(database, {}));
    std::vector<std::string> paths;
    for (const std::string& name : answer.query.used) {
      for (const synthesis::Relation& relation : answer.catalog.relations) {
        if (relation.name != name) continue;
        AIETL_ASSIGN(connectors::Session * session, Open(relation.connection, database));
        connectors::ReadRequest read;
        read.table = relation.path.empty() ? relation.table : relation.path;
        read.folder = request_.folder;
        AIETL_ASSIGN(connectors::Scan scan, session->Read(read, command_.parts.stop));
        paths.insert(paths.end(), scan.paths.begin(), scan.paths.end());
        engine::SourceInput input;
        input.name = name;
        input.schema = scan.schema;
        input.relation = scan.relation;
        input.partitions = std::move(scan.partitions);
        input.rows = scan.rows;
        input.paths = scan.paths;
        AIETL_TRY(engine->AddSource(std::move(input)));
      }
    }
    AIETL_TRY(engine->Lock(paths));
    return engine->connection().Fetch(answer.query.sql,
                                      static_cast<size_t>(command_.arguments.rows));
  }

 private:
  Result<connectors::Session*> Open(const std::string& name, data::Database& database) {
    auto found = sessions_.find(name);
    if (found == sessions_.end()) {
      std::string uri = name;
      for (const synthesis::NamedConnection& known : request_.connections) {
        if (known.name == name) uri = known.uri;
      }
      const connectors::Connector* connector = command_.parts.registry.ForType("files");
      if (!uri.empty()) {
        AIETL_ASSIGN(connector, command_.parts.registry.ForUri(uri));
      }
      AIETL_ASSIGN(std::unique_ptr<connectors::Session> session,
                   connector->Open(uri, {database, request_.folder}));
      found = sessions_.emplace(name, std::move(session)).first;
    }
    return found->second.get();
  }

  Command& command_;
  const synthesis::QuestionRequest& request_;
  std::map<std::string, std::unique_ptr<connectors::Session>> sessions_;
};

json::Object AnswerJson(const synthesis::QuestionAnswer& answer, const data::Rows& rows) {
  json::Array columns, list, links;
  for (const data::Column& column : rows.schema.columns)
    columns.emplace_back(json::Object{{"name", column.name}, {"type", column.type.ToSql()}});
  for (const auto& row : rows.rows) {
    json::Array values;
    for (const auto& value : row)
      values.emplace_back(value ? json::Value(*value) : json::Value());
    list.emplace_back(std::move(values));
  }
  for (const synthesis::Link& link : answer.query.links) {
    links.emplace_back(json::Object{{"words", json::Array{link.words.begin, link.words.end}},
                                    {"text", link.text},
                                    {"part", link.part}});
  }
  return {{"sql", answer.query.sql},
          {"columns", std::move(columns)},
          {"rows", std::move(list)},
          {"truncated", rows.truncated},
          {"confidence", answer.query.confidence},
          {"explanation", answer.query.explanation},
          {"links", std::move(links)}};
}

}  // namespace

int SqlAsk(Command& command) {
  synthesis::QuestionRequest request;
  request.question = command.arguments.operands.front();
  request.database = command.arguments.database;
  request.folder = WorkingFolder();
  if (!command.arguments.lang.empty()) request.language = CurrentLanguage();
  const auto answered = [&]() -> Result<synthesis::QuestionAnswer> {
    AIETL_ASSIGN(request.connections, KnownConnections(command));
    AIETL_ASSIGN(data::Database * database, command.parts.database({}));
    std::vector<std::string> answers = command.arguments.answers;
    for (;;) {
      AIETL_ASSIGN(request.answers, SplitAnswers(answers));
      AIETL_ASSIGN(synthesis::QuestionAnswer answer,
                   synthesis::AnswerQuestion(request, {command.parts.registry, *database},
                                             command.parts.stop));
      const Problems useless = UselessAnswers(request.answers, answer.questions);
      answer.problems.insert(answer.problems.end(), useless.begin(), useless.end());
      if (answer.questions.empty() || !AskPerson(answer.questions.front(), command, answers))
        return answer;
    }
  }();
  if (!answered) return Report(command, answered.error());
  if (!answered->questions.empty()) {
    PrintQuestions(command, answered->questions);
    json::Array questions;
    for (const synthesis::Question& question : answered->questions)
      questions.push_back(ToJson(question));
    PrintResult(command, "needs_answer", answered->problems, {{"questions", std::move(questions)}});
    return 3;
  }
  if (HasErrors(answered->problems))
    return Report(command, ErrorOf(Code::kInvalid, answered->problems));
  const auto rows = [&]() -> Result<data::Rows> {
    AIETL_ASSIGN(data::Database * database, command.parts.database({}));
    return AskedQuery(command, request).Run(*answered, *database);
  }();
  if (!rows) return Report(command, rows.error());
  Terminal& terminal = command.terminal;
  terminal.Say(terminal.Styled(Style::kDim, answered->query.explanation));
  terminal.Say(answered->query.sql + "\n");
  if (!terminal.json()) {
    terminal.Answer(FormatRows(*rows, terminal.width()));
    if (rows->truncated)
      terminal.Say(Msg("The first {} rows; see more with --rows.",
                       FormatCount(static_cast<int64_t>(rows->rows.size()))));
    const std::string bars = FormatBars(*rows, terminal.width());
    if (!bars.empty() && terminal.live()) terminal.Say("\n" + terminal.Styled(Style::kCyan, bars));
  }
  PrintResult(command, "succeeded", answered->problems, AnswerJson(*answered, *rows));
  return 0;
}

}  // namespace aietl::cli
