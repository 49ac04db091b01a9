#include "base/text.h"
#include "cli/sql/sql_schema.h"
#include "sql/lint/lint.h"

namespace aietl::cli {
namespace {

std::string_view LintSeverity(Severity severity) {
  return severity == Severity::kError     ? "error"
         : severity == Severity::kWarning ? "warning"
                                          : "info";
}

}  // namespace

void SqlLintOp(const SqlRequest& request, SqlAnswer& answer) {
  const sql::Script script = ParseRequest(request, answer);
  const std::unique_ptr<sql::Schema> schema = RequestSchema(request, answer);
  if (!answer.ok) return;
  sql::BindOptions options;
  options.schema = schema.get();
  options.check_functions = false;
  const sql::Bound bound = sql::Bind(script, options);
  answer.problems = bound.problems;
  answer.ok = !HasErrors(bound.problems);
  json::Array findings;
  for (const sql::Finding& finding : sql::Lint(script, bound)) {
    json::Object object{{"code", finding.code},
                        {"severity", LintSeverity(finding.severity)},
                        {"message", finding.message},
                        {"line", finding.place.line},
                        {"column", finding.place.column}};
    if (!finding.rewrite.empty()) object.emplace_back("rewrite", finding.rewrite);
    findings.emplace_back(std::move(object));
    if (!answer.text.empty()) answer.text += '\n';
    answer.text += std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) +
                   " " + std::string(LintSeverity(finding.severity)) + " " + finding.code + ": " +
                   finding.message;
    if (!finding.rewrite.empty()) answer.text += "\n  -> " + finding.rewrite;
  }
  if (answer.text.empty()) answer.text = Tr("nothing found");
  answer.fields.emplace_back("findings", std::move(findings));
}

}  // namespace aietl::cli
