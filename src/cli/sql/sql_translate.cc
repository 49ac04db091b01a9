#include "base/text.h"
#include "cli/sql/sql_op.h"
#include "sql/translate/translate.h"

namespace aietl::cli {

void SqlTranslateOp(const SqlRequest& request, SqlAnswer& answer) {
  const std::string& name = (*request.body)["to"].AsString();
  const sql::Dialect* to = sql::FindDialect(name);
  if (to == nullptr) {
    answer.ok = false;
    answer.problems.push_back(
        {"unknown_dialect", Severity::kError, Msg("unknown dialect {}", name), {}, name, ""});
    return;
  }
  sql::Translation translation = sql::Translate(request.sql, *request.dialect, *to);
  answer.ok = translation.problems.empty();
  answer.problems = std::move(translation.problems);
  json::Array losses;
  for (const std::string& loss : translation.losses) {
    losses.emplace_back(loss);
    answer.text += "-- " + loss + "\n";
  }
  answer.text = answer.ok ? answer.text + translation.sql : std::string();
  answer.fields.emplace_back("sql", std::move(translation.sql));
  answer.fields.emplace_back("losses", std::move(losses));
}

}  // namespace aietl::cli
