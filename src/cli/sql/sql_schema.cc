#include "cli/sql/sql_schema.h"

#include "base/text.h"

namespace aietl::cli {

std::unique_ptr<sql::Schema> RequestSchema(const SqlRequest& request, SqlAnswer& answer) {
  const json::Value* given = request.body == nullptr ? nullptr : request.body->Find("schema");
  if (given == nullptr || given->is_null()) return nullptr;
  const auto refuse = [&](std::string message) -> std::unique_ptr<sql::Schema> {
    Problem problem;
    problem.code = "bad_schema";
    problem.message = std::move(message);
    problem.hint = Tr(
        "a schema is {\"tables\":{\"public.orders\":{\"id\":\"bigint\"}},\"default\":\"public\"}");
    answer.ok = false;
    answer.problems.push_back(std::move(problem));
    return nullptr;
  };
  if (!given->is_object() || !(*given)["tables"].is_object())
    return refuse(Tr("the schema has no tables"));
  auto schema = std::make_unique<sql::Schema>(request.dialect->id);
  for (const auto& [name, columns] : (*given)["tables"].AsObject()) {
    if (!columns.is_object())
      return refuse(Msg("the schema's table {} is no object of columns and types", name));
    std::vector<sql::Schema::ColumnText> texts;
    for (const auto& [column, type] : columns.AsObject()) {
      if (!type.is_string()) return refuse(Msg("the type of {}.{} is no text", name, column));
      texts.push_back({column, type.AsString()});
    }
    schema->AddTable(name, texts);
  }
  schema->SetDefault((*given)["default"].AsString());
  return schema;
}

}  // namespace aietl::cli
