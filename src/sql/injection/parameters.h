// The form with parameters that takes string-built SQL's place.
#pragma once

#include <string>
#include <string_view>

#include "sql/script.h"

namespace aietl::sql {

// '?' in quotes becomes ?, '%?%' a concatenation; PostgreSQL's are $1, $2 …
std::string ParameterisedTemplate(std::string_view template_sql, const Dialect& dialect);
// Values that are compared or inserted become parameters. Empty if there is none, or if the script
// did not parse.
std::string ParameterisedStatement(const Script& script);

}  // namespace aietl::sql
