// The operations of `aietl sql`: each takes a request and fills an answer, alone or as lines of
// `aietl sql batch`. One file an operation; the list of all is in sql_ops.cc.
#pragma once

#include <string>
#include <vector>

#include "json/value.h"
#include "sql/script.h"

namespace aietl::cli {

struct SqlRequest {
  std::string sql;
  const sql::Dialect* dialect = nullptr;
  const json::Value* body = nullptr;  // the whole request: `schema`, `policy`, `to` …
};

struct SqlAnswer {
  bool ok = true;
  Problems problems;
  json::Object fields;  // what the operation adds
  std::string text;     // for people; empty: the fields are shown
};

struct SqlOp {
  const char* name;
  const char* summary;  // for the help
  void (*run)(const SqlRequest& request, SqlAnswer& answer);
};

const std::vector<SqlOp>& SqlOps();
const SqlOp* FindSqlOp(std::string_view name);

// Parses the request's text; on errors the answer is not ok and holds the problems.
sql::Script ParseRequest(const SqlRequest& request, SqlAnswer& answer);

void SqlParseOp(const SqlRequest& request, SqlAnswer& answer);
void SqlFormatOp(const SqlRequest& request, SqlAnswer& answer);
void SqlTranslateOp(const SqlRequest& request, SqlAnswer& answer);
void SqlBindOp(const SqlRequest& request, SqlAnswer& answer);
void SqlLineageOp(const SqlRequest& request, SqlAnswer& answer);
void SqlLintOp(const SqlRequest& request, SqlAnswer& answer);
void SqlGuardOp(const SqlRequest& request, SqlAnswer& answer);
void SqlInjectionOp(const SqlRequest& request, SqlAnswer& answer);

}  // namespace aietl::cli
