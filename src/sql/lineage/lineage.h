// Where each column comes from: table and column lineage of a script, direct and indirect, end to
// end through CTEs, subqueries, views and the tables that the script itself makes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/bind/binder.h"

namespace aietl::sql {

// OpenLineage's subtypes: the first three are direct (the value comes from there), the rest
// indirect (it decides which rows or values).
enum class Transformation : uint8_t {
  kIdentity,
  kTransformation,
  kAggregation,
  kJoin,
  kGroupBy,
  kFilter,
  kSort,
  kWindow,
  kConditional
};
constexpr bool IsDirect(Transformation t) {
  return t <= Transformation::kAggregation;
}
std::string_view TransformationName(Transformation t);  // "identity", "group_by", …

// One column of the outside: a table that the script reads.
struct LineageSource {
  std::string_view table;   // as the schema has it, else as written; empty: the column could not be
                            // attributed to a table
  std::string_view column;  // "*": all, where they are not known
};

struct LineageInput {
  uint32_t source;  // in Lineage::sources
  Transformation how;
  bool operator==(const LineageInput&) const = default;
};

// What feeds one column of one statement's result.
struct LineageTarget {
  uint32_t statement = 0;
  std::string_view table;     // empty: a query's own output
  std::string_view column;    // "*" where it is not known
  Span<LineageInput> inputs;  // by `how`, then by source; the row-level ones are in Lineage::rows
  uint32_t rows = 0;
};

class Lineage {
 public:
  std::vector<std::string>
      read;  // tables, in the order in which they are met; without those that the script makes
  std::vector<std::string> written;  // tables and views that are made or changed
  std::vector<LineageSource> sources;
  std::vector<LineageTarget> targets;
  std::vector<Span<LineageInput>>
      rows;  // indirect inputs that all columns of a result share (joins, filters, groups, order)

  // As CONTRACT has it: a line for each target and transformation.
  struct Edge {
    std::string target;
    std::vector<std::string> sources;
    Transformation how;
  };
  std::vector<Edge> Edges() const;

  Lineage();
  Lineage(Lineage&&) noexcept;
  Lineage& operator=(Lineage&&) noexcept;
  ~Lineage();

  std::unique_ptr<Arena> arena;
};

// `bound` must be of `script`. Thread-safe.
Lineage TraceLineage(const Script& script, const Bound& bound);

// Graphviz: tables as boxes of columns, direct edges solid, indirect ones dashed.
std::string LineageDot(const Lineage& lineage);

}  // namespace aietl::sql
