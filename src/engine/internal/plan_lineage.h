// Column lineage of a bound, not yet optimised plan of the engine.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/binder.h"

namespace duckdb {
class LogicalOperator;
}

namespace aietl::engine {

struct SourceColumn {
  std::string relation;
  std::string column;
  auto operator<=>(const SourceColumn&) const = default;
};

// What a column is made of.
struct Flow {
  std::map<SourceColumn, EdgeKind>
      direct;  // identity, transformation or aggregation: the strongest on the way
  std::set<SourceColumn> conditional;  // these choose the value (CASE WHEN, FILTER, IN)
};

struct QueryLineage {
  std::vector<Flow> columns;  // of the output, in order
  std::map<SourceColumn, std::set<EdgeKind>>
      indirect;  // these choose, join, group or order whole rows
};

// Base tables are the relations; what comes from table functions has no origin.
QueryLineage TraceLineage(duckdb::LogicalOperator& plan);

}  // namespace aietl::engine
