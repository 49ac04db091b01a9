#include "cli/sql/sql_op.h"
#include "sql/effect.h"

namespace aietl::cli {

void SqlParseOp(const SqlRequest& request, SqlAnswer& answer) {
  const sql::Script script = ParseRequest(request, answer);
  json::Array statements;
  for (const sql::Statement* statement : script.statements) {
    const std::string_view kind = sql::KindName(*statement),
                           effect = sql::EffectName(sql::EffectOf(*statement));
    statements.push_back(json::Object{{"kind", kind}, {"effect", effect}});
    if (!answer.text.empty()) answer.text += '\n';
    answer.text.append(kind).append(" ").append(effect);
  }
  answer.fields.emplace_back("statements", std::move(statements));
}

}  // namespace aietl::cli
