// A written SELECT as a query form: what training learns from, and what the rules wrote.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sql/dialect.h"
#include "synthesis/learned/query_form.h"
#include "synthesis/learned/schema.h"

namespace aietl::synthesis::learned {

struct GoldForm {
  std::optional<QueryForm> form;
  std::string why;  // there is none: what the form cannot say, in a word or two
};

// Tables are named as in the schema, or as their sources.
GoldForm FormOfSql(std::string_view sql, const Schema& schema,
                   sql::DialectId dialect = sql::DialectId::kSqlite);

}  // namespace aietl::synthesis::learned
