#include "engine/internal/plan_binder.h"

#include <duckdb.hpp>
#include <duckdb/main/client_context.hpp>
#include <duckdb/parser/parser.hpp>
#include <duckdb/planner/planner.hpp>

#include "data/vector.h"

namespace aietl::engine {
namespace {

// The table in `Table "o" does not have a column named "x"`.
std::string QualifierIn(const std::string& message) {
  if (message.find("does not have a column named") == std::string::npos) return {};
  const size_t begin = message.find('"');
  const size_t end = message.find('"', begin + 1);
  return end == std::string::npos ? std::string() : message.substr(begin + 1, end - begin - 1);
}

BindFailure FailureOf(const std::exception& exception) {
  const duckdb::ErrorData error(exception);
  BindFailure failure{data::ClassifyEngineError(error.Message()), std::nullopt,
                      QualifierIn(error.RawMessage())};
  const auto position = error.ExtraInfo().find("position");
  if (position != error.ExtraInfo().end()) failure.at = std::stoull(position->second);
  return failure;
}

}  // namespace

Result<std::unique_ptr<PlanBinder>> PlanBinder::Open(data::Database* shared) {
  std::unique_ptr<data::Database> own;
  if (shared == nullptr) {
    AIETL_ASSIGN(own,
                 data::Database::Open({.memory_limit = {}, .threads = 1, .temp_directory = {}}));
  }
  AIETL_ASSIGN(auto connection, (own ? *own : *shared).Connect());
  // Nothing in a database of one's own needs a file; a name that is a path must not become one.
  if (own) AIETL_TRY(connection->Execute("SET enable_external_access = false"));
  return std::unique_ptr<PlanBinder>(new PlanBinder(std::move(own), std::move(connection)));
}

Result<void> PlanBinder::AddRelation(const std::string& name, const data::Schema& schema) {
  std::string sql = "CREATE OR REPLACE TEMP TABLE " + data::QuoteName(name) + " (";
  for (size_t i = 0; i < schema.columns.size(); ++i) {
    const data::Column& column = schema.columns[i];
    // No table has columns that are only NULL; the engine, too, stores them as integers.
    const bool null = column.type.id == data::TypeId::kNull;
    sql += (i > 0 ? ", " : "") + data::QuoteName(column.name) + " " +
           (null ? "INTEGER" : column.type.ToSql());
  }
  AIETL_TRY(connection_->Execute(sql + ")"));
  return {};
}

std::expected<data::Schema, BindFailure> PlanBinder::Bind(const std::string& sql) {
  data::Schema out;
  try {
    duckdb::ClientContext& context =
        *reinterpret_cast<duckdb::Connection*>(connection_->handle())->context;
    duckdb::Parser parser(context.GetParserOptions());
    parser.ParseQuery(sql);
    AIETL_CHECK(parser.statements.size() == 1);
    context.RunFunctionInTransaction([&] {
      duckdb::Planner planner(context);  // binds and plans, does not optimise
      planner.CreatePlan(std::move(parser.statements[0]));
      for (size_t i = 0; i < planner.names.size(); ++i) {
        auto* type = reinterpret_cast<duckdb_logical_type>(&planner.types[i]);
        out.columns.push_back({planner.names[i], data::TypeOf(type)});
      }
    });
  } catch (const std::exception& exception) {
    return std::unexpected(FailureOf(exception));
  }
  return out;
}

}  // namespace aietl::engine
