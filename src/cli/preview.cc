#include "cli/command.h"
#include "cli/show.h"
#include "engine/engine.h"

namespace aietl::cli {

// The first rows of a table: through the engine, because not every connector hands out a relation.
int Preview(Command& command, connectors::Session& session) {
  const auto rows = [&]() -> Result<data::Rows> {
    connectors::ReadRequest request;
    request.table = command.arguments.operands.back();
    request.limit = command.arguments.rows;
    AIETL_ASSIGN(connectors::Scan scan, session.Read(request, command.parts.stop));
    AIETL_ASSIGN(data::Database * database, command.parts.database({}));
    AIETL_ASSIGN(const std::unique_ptr<engine::Engine> engine, engine::Engine::Over(*database, {}));
    engine::SourceInput input;
    input.name = "aietl_preview";
    input.schema = scan.schema;
    input.relation = scan.relation;
    input.partitions = std::move(scan.partitions);
    AIETL_TRY(engine->AddSource(std::move(input)));
    return engine->connection().Fetch("SELECT * FROM aietl_preview",
                                      static_cast<size_t>(command.arguments.rows));
  }();
  if (!rows) return Report(command, rows.error());
  json::Array list;
  for (const auto& row : rows->rows) {
    json::Object object;
    for (size_t i = 0; i < row.size(); ++i)
      object.emplace_back(rows->schema.columns[i].name,
                          row[i] ? json::Value(*row[i]) : json::Value());
    list.emplace_back(std::move(object));
  }
  if (!command.terminal.json())
    command.terminal.Answer(FormatRows(*rows, command.terminal.width()));
  PrintResult(command, "succeeded", {}, {{"rows", std::move(list)}});
  return 0;
}

}  // namespace aietl::cli
