#include "cli/sql/sql_schema.h"
#include "sql/bind/binder.h"

namespace aietl::cli {

// The columns of the last statement that gives rows.
void SqlBindOp(const SqlRequest& request, SqlAnswer& answer) {
  const sql::Script script = ParseRequest(request, answer);
  const std::unique_ptr<sql::Schema> schema = RequestSchema(request, answer);
  if (!answer.ok) return;
  sql::BindOptions options;
  options.schema = schema.get();
  const sql::Bound bound = sql::Bind(script, options);
  answer.problems = bound.problems;
  answer.ok = !HasErrors(bound.problems);
  const sql::Relation* output = nullptr;
  for (const sql::BoundStatement& statement : bound.statements)
    if (statement.output != nullptr) output = statement.output;
  json::Array columns;
  if (output != nullptr) {
    for (const sql::Column& column : output->columns) {
      if (column.met) continue;
      const std::string name = column.star ? "*" : std::string(column.name);
      const std::string type = sql::TypeText(*sql::Settled(column.type), request.dialect->id);
      columns.push_back(
          json::Object{{"name", name}, {"type", type}, {"nullable", column.nullable}});
      if (answer.ok)
        answer.text += (answer.text.empty() ? "" : "\n") + name + " " + type +
                       (column.nullable ? " null" : "");
    }
  }
  answer.fields.emplace_back("columns", std::move(columns));
}

}  // namespace aietl::cli
