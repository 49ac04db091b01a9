// A query form as SQL: joins follow from the columns used, by the smallest tree of keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "synthesis/learned/query_form.h"
#include "synthesis/learned/schema.h"

namespace aietl::synthesis::learned {

// Tables of a core with the keys that join them: keys[i] brings tables[i + 1] in.
struct CoreJoins {
  std::vector<int32_t> tables;
  std::vector<SchemaKey> keys;
};

// The tables of its columns and its extra ones, and those between them; nullopt where no keys lead
// from one to the other, or there is no table at all.
std::optional<CoreJoins> JoinsOf(const Core& core, const Schema& schema);

// One SELECT in DuckDB's dialect over the schema's names; nullopt where a core has no joins.
std::optional<std::string> SqlOf(const QueryForm& form, const Schema& schema);

}  // namespace aietl::synthesis::learned
