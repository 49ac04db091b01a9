// How relations hang together: the smallest tree of keys over those that a query uses.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "synthesis/ask/intent.h"
#include "synthesis/catalog.h"

namespace aietl::synthesis {

// relations[left].left_columns = relations[right].right_columns; `right` has at most one row per
// row of `left` when `to_one`.
struct JoinEdge {
  int left = 0, right = 0;
  std::vector<std::string> left_columns, right_columns;
  bool to_one = false;
};

struct JoinTree {
  std::vector<int> relations;    // in join order, the root first
  std::vector<JoinEdge> edges;   // edges[i] brings relations[i + 1] in; its `left` is there already
  std::vector<JoinEdge> rivals;  // keys that would have joined the same two relations otherwise
                                 // (home/away team): the caller asks
  bool complete = true;          // false: no path to some relation
  int unreachable = -1;
};

// Root: `root`. Shortest paths in edges; a declared key beats an inferred one.
// `named`: keys that the sentence itself names, before all others between their two relations.
JoinTree FindJoins(const Catalog& catalog, int root, const std::vector<int>& needed,
                   const std::vector<JoinOn>& named = {});

// Key columns of `relation` if rows are unique by them: the primary key, a unique key, or empty.
std::vector<std::string> RowKey(const Relation& relation);

}  // namespace aietl::synthesis
