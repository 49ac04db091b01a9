// A written SELECT as a query form: what training learns from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "synthesis/learned/query_form.h"
#include "synthesis/learned/schema.h"

namespace aietl::synthesis::learned {

struct GoldForm {
  std::optional<QueryForm> form;
  std::string why;  // there is none: what the form cannot say, in a word or two
};

// `sql` is SQLite's. Tables are named as the schema's sources.
GoldForm FormOfSql(std::string_view sql, const Schema& schema);

}  // namespace aietl::synthesis::learned
