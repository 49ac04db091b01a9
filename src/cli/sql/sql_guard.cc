// aietl sql guard: what statements touch, whether a policy allows it, and what may run.
#include "base/did_you_mean.h"
#include "base/text.h"
#include "cli/sql/sql_op.h"
#include "sql/guard/guard.h"

namespace aietl::cli {
namespace {

Problem PolicyProblem(std::string message, std::string object, std::string hint = {}) {
  Problem problem;
  problem.code = "bad_policy";
  problem.message = std::move(message);
  problem.object = std::move(object);
  problem.hint = std::move(hint);
  return problem;
}

void ReadNames(const json::Value& list, std::set<std::string, std::less<>>* names) {
  for (const json::Value& name : list.AsArray()) {
    std::string lower = name.AsString();
    for (char& c : lower)
      c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    names->insert(std::move(lower));
  }
}

void ReadAllow(const json::Value& list, sql::GuardPolicy* policy, Problems* problems) {
  for (const json::Value& one : list.AsArray()) {
    const std::string& name = one.AsString();
    if (const auto effect = sql::EffectByName(name)) {
      policy->effects.insert(*effect);
    } else if (const auto type = sql::FunctionClassNamed(name)) {
      policy->functions.insert(*type);
    } else {
      problems->push_back(PolicyProblem(
          Msg("the policy allows {}, which is neither an effect nor a class of functions", name),
          name,
          DidYouMean(name,
                     {"read", "write", "ddl", "admin", "file", "network", "process", "large_object",
                      "sleep", "sequence", "lock", "dynamic", "setting", "secret", "unknown"})));
    }
  }
}

void ReadTables(const json::Value& tables, sql::GuardPolicy* policy, Problems* problems) {
  policy->restricts_tables = true;
  for (const auto& [name, rule] : tables.AsObject()) {
    sql::TablePolicy table;
    for (const auto& [key, value] : rule.AsObject()) {
      if (key == "rows") {
        table.rows = value.AsString();
      } else if (key == "columns") {
        table.columns.emplace();
        for (const json::Value& column : value.AsArray())
          table.columns->push_back(column.AsString());
      } else {
        problems->push_back(PolicyProblem(Msg("unknown key {} of a table's policy", key),
                                          name + "." + key, DidYouMean(key, {"columns", "rows"})));
      }
    }
    policy->tables.emplace(name, std::move(table));
  }
}

sql::GuardPolicy ReadPolicy(const json::Value& body, Problems* problems) {
  sql::GuardPolicy policy;
  for (const auto& [key, value] : body.AsObject()) {
    if (key == "allow") {
      ReadAllow(value, &policy, problems);
    } else if (key == "functions") {
      ReadNames(value, &policy.allowed_functions);
    } else if (key == "deny_functions") {
      ReadNames(value, &policy.denied_functions);
    } else if (key == "tables") {
      ReadTables(value, &policy, problems);
    } else if (key == "default") {
      policy.default_schema = value.AsString();
    } else if (key == "limit" && value.is_int() && value.AsInt() >= 0) {
      policy.limit = static_cast<uint64_t>(value.AsInt());
    } else if (key == "statements" && value.is_int() && value.AsInt() > 0) {
      policy.statements = static_cast<uint32_t>(value.AsInt());
    } else if (key == "limit" || key == "statements") {
      problems->push_back(PolicyProblem(Msg("{} of the policy must be a whole number", key), key));
    } else {
      problems->push_back(
          PolicyProblem(Msg("unknown key {} of the policy", key), key,
                        DidYouMean(key, {"allow", "functions", "deny_functions", "tables",
                                         "default", "limit", "statements"})));
    }
  }
  return policy;
}

sql::TableColumns ReadColumns(const json::Value& schema) {
  sql::TableColumns columns;
  for (const auto& [table, fields] : schema["tables"].AsObject()) {
    for (const auto& [column, type] : fields.AsObject())
      columns[table].push_back(column);
  }
  return columns;
}

json::Value ToJson(const sql::GuardReason& reason) {
  json::Object object{{"code", reason.code}, {"message", reason.message}};
  if (reason.place.line > 0) {
    object.emplace_back("line", reason.place.line);
    object.emplace_back("column", reason.place.column);
  }
  if (!reason.object.empty()) object.emplace_back("object", reason.object);
  return object;
}

json::Value ToJson(const sql::GuardObject& thing) {
  json::Array columns;
  if (thing.all_columns) columns.push_back("*");
  for (const std::string& column : thing.columns)
    columns.push_back(column);
  return json::Object{{"name", thing.name},
                      {"columns", std::move(columns)},
                      {"access", sql::EffectName(thing.access)}};
}

// The verdict, why, what is touched; and what may run, where that is not what was asked.
std::string VerdictText(const sql::GuardVerdict& verdict) {
  const std::string effect(sql::EffectName(verdict.effect));
  std::string text = verdict.allowed ? Msg("allowed ({})", effect) : Msg("refused ({})", effect);
  for (const sql::GuardReason& reason : verdict.reasons) {
    text += '\n';
    if (reason.place.line > 0)
      text += std::to_string(reason.place.line) + ":" + std::to_string(reason.place.column) + " ";
    text += reason.code + ": " + reason.message;
  }
  for (const sql::GuardObject& object : verdict.objects) {
    std::string columns = object.all_columns ? "*" : "";
    for (const std::string& column : object.columns)
      columns += (columns.empty() ? "" : ", ") + column;
    text += "\n" + std::string(sql::EffectName(object.access)) + " " + object.name +
            (columns.empty() ? "" : " (" + columns + ")");
  }
  if (verdict.rewritten) text += "\n" + verdict.sql;
  return text;
}

}  // namespace

void SqlGuardOp(const SqlRequest& request, SqlAnswer& answer) {
  const json::Value& body = *request.body;
  Problems wrong;
  sql::GuardPolicy policy = ReadPolicy(body["policy"], &wrong);
  if (policy.default_schema.empty()) policy.default_schema = body["schema"]["default"].AsString();
  const sql::Script script = ParseRequest(request, answer);
  if (!wrong.empty()) {
    answer.ok = false;
    answer.problems.insert(answer.problems.end(), wrong.begin(), wrong.end());
  }
  // What cannot be read is not let through.
  if (!answer.ok) {
    answer.fields.emplace_back("allowed", false);
    return;
  }
  const sql::GuardVerdict verdict = sql::Guard(script, policy, ReadColumns(body["schema"]));
  json::Array objects, reasons;
  for (const sql::GuardObject& object : verdict.objects)
    objects.push_back(ToJson(object));
  for (const sql::GuardReason& reason : verdict.reasons)
    reasons.push_back(ToJson(reason));
  answer.fields.emplace_back("allowed", verdict.allowed);
  answer.fields.emplace_back("effect", sql::EffectName(verdict.effect));
  answer.fields.emplace_back("objects", std::move(objects));
  answer.fields.emplace_back("reasons", std::move(reasons));
  answer.fields.emplace_back("rewritten", verdict.rewritten);
  answer.fields.emplace_back("sql", verdict.sql);
  answer.text = VerdictText(verdict);
}

}  // namespace aietl::cli
