// A DuckDB query as PostgreSQL's, where both give the same rows to the last digit.
//
// Stricter than Translate, which keeps what a query means: here nothing may round, compare, sort or
// fail in another way. So only what is known to be alike in both is let through: columns,
// comparisons, exact arithmetic, count, sum, min and max, CASE, joins, grouping, UNION ALL.
#pragma once

#include <string>
#include <string_view>

#include "sql/bind/schema.h"

namespace aietl::sql {

struct ExactTranslation {
  std::string sql;      // empty where it may differ
  std::string why_not;  // what may differ, for people
};

// `schema`: DuckDB's, with every table that the query reads; a table that it lacks is refused. Pure
// and thread-safe.
ExactTranslation TranslateExactly(std::string_view query, const Schema& schema);

}  // namespace aietl::sql
