// Intent → one SELECT in DuckDB's dialect, written as a person would.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "synthesis/ask/intent.h"
#include "synthesis/ask/join_path.h"

namespace aietl::synthesis {

struct Written {
  std::string sql;  // empty: the relation as it is
  std::string relation;
  std::vector<std::string> columns;  // output names
  std::vector<std::string> used;     // relation names
  std::string name;                  // for the step
};

// Fails (kInvalid, with a message for the user) where the intent has no safe SQL: relations without
// a path, sums that a join would multiply, tied keys. `rivals`: keys that would join the same
// relations otherwise (home and away team): somebody has to say which is meant.
Result<Written> WriteSql(const Catalog& catalog, const Intent& intent,
                         std::vector<JoinEdge>* rivals = nullptr);

}  // namespace aietl::synthesis
