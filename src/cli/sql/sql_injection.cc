// aietl sql injection: whether a statement, or a value going into one, injects SQL.
#include "base/text.h"
#include "cli/sql/sql_op.h"
#include "sql/injection/injection.h"

namespace aietl::cli {

void SqlInjectionOp(const SqlRequest& request, SqlAnswer& answer) {
  const json::Value& body = *request.body;
  const json::Value* value = body.Find("value");
  // A template may also stand where the SQL does.
  const std::string& place =
      body.Find("template") != nullptr ? body["template"].AsString() : request.sql;
  const sql::InjectionVerdict verdict =
      value != nullptr ? sql::InjectionByValue(value->AsString(), place, *request.dialect)
                       : sql::InjectionInStatement(request.sql, *request.dialect);
  json::Array findings;
  answer.text = verdict.injection ? Tr("injection") : Tr("no injection");
  for (const sql::InjectionFinding& finding : verdict.findings) {
    findings.push_back(json::Object{{"code", finding.code},
                                    {"message", finding.message},
                                    {"line", finding.place.line},
                                    {"column", finding.place.column}});
    answer.text += "\n" + std::to_string(finding.place.line) + ":" +
                   std::to_string(finding.place.column) + " " + finding.code + ": " +
                   finding.message;
  }
  if (!verdict.parameterised.empty())
    answer.text += "\n" + Msg("with parameters: {}", verdict.parameterised);
  answer.fields.emplace_back("injection", verdict.injection);
  answer.fields.emplace_back("findings", std::move(findings));
  answer.fields.emplace_back("parameterised", verdict.parameterised);
}

}  // namespace aietl::cli
