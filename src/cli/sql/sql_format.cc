#include "cli/sql/sql_op.h"
#include "sql/printer.h"

namespace aietl::cli {

void SqlFormatOp(const SqlRequest& request, SqlAnswer& answer) {
  const sql::Script script = ParseRequest(request, answer);
  if (!answer.ok) return;
  sql::PrintOptions options;
  options.pretty = true;
  answer.text = sql::Print(script, options);
  answer.fields.emplace_back("sql", answer.text);
}

}  // namespace aietl::cli
