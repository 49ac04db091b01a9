// Finds SQL injection by parsing in context: a value is put where it would go, and what the
// statement becomes is compared with what it is for a harmless value. Text that merely looks
// dangerous (O'Brien, prose, code, SQL as data) changes nothing and is not flagged.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sql/dialect.h"

namespace aietl::sql {

struct InjectionFinding {
  // tautology, stacked_query, comment_truncation, union_probe, time_delay, file_access,
  // catalog_probe, condition, subquery, encoded
  std::string code;
  std::string message;
  Place place;  // in the statement, or in the value
};

struct InjectionVerdict {
  bool injection = false;
  std::vector<InjectionFinding> findings;
  std::string parameterised;  // the statement with parameters in the places of values; empty where
                              // there is none to propose
};

// A whole statement, as some program put it together.
InjectionVerdict InjectionInStatement(std::string_view sql, const Dialect& dialect);

// `value` where `template_sql` has its question mark: in quotes ('?', '%?%') or bare. An empty
// template means the usual places.
InjectionVerdict InjectionByValue(std::string_view value, std::string_view template_sql,
                                  const Dialect& dialect);

}  // namespace aietl::sql
