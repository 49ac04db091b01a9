#include <string_view>

#include "cli/sql/sql_op.h"
#include "sql/parser.h"

namespace aietl::cli {

const std::vector<SqlOp>& SqlOps() {
  static const std::vector<SqlOp> kOps = {
      {"parse", "the kinds and effects of statements, or what is wrong with them", SqlParseOp},
      {"format", "the same statements, laid out", SqlFormatOp},
      {"translate", "the same statements in another dialect, and what is lost", SqlTranslateOp},
      {"bind", "the output columns and their types, names looked up in a schema", SqlBindOp},
      {"lineage", "where each column comes from", SqlLineageOp},
      {"lint", "what is likely wrong or slow, and how to write it instead", SqlLintOp},
      {"guard", "whether statements only read, what they touch, and what may run", SqlGuardOp},
      {"injection", "whether a statement carries injected SQL", SqlInjectionOp},
  };
  return kOps;
}

const SqlOp* FindSqlOp(std::string_view name) {
  for (const SqlOp& op : SqlOps()) {
    if (name == op.name) return &op;
  }
  return nullptr;
}

sql::Script ParseRequest(const SqlRequest& request, SqlAnswer& answer) {
  sql::Script script = sql::Parse(request.sql, *request.dialect);
  if (!script.ok()) {
    answer.ok = false;
    answer.problems = script.problems;
  }
  return script;
}

}  // namespace aietl::cli
