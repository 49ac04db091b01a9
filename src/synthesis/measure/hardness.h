// How hard a gold query is, by the rules of Spider's evaluation script (Yu et al. 2018): easy,
// medium, hard, extra.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aietl::synthesis {

struct GoldShape {
  std::string hardness;  // "easy", "medium", "hard", "extra"; "unknown" for SQL that does not parse
  std::vector<std::string> clauses;  // "where", "join", "group", "having", "order", "limit", "set
                                     // operation", "nested", "distinct"
  bool ordered = false;              // the result's order counts
};

GoldShape ShapeOf(std::string_view gold);

}  // namespace aietl::synthesis
