// What of a question the steps so far have spoken of: for every node whether it was pointed to, or
// is linked to one that was. The decoder looks at the graph with this in view, so that it can see
// which words still wait for a part of the query.
#pragma once

#include <cstdint>
#include <vector>

#include "synthesis/learned/question_graph.h"

namespace aietl::synthesis::learned {

// 0 untouched, 1 weakly linked, 2 linked, 3 pointed to; 4 to 6 the same by the last node alone.
constexpr int kCoverings = 7;

class Coverage {
 public:
  // `relations`: a graph's, not owned.
  Coverage(const uint8_t* relations, int nodes);
  void Point(int node);
  // Writes a number below kCoverings for each node.
  void Write(uint8_t* out) const;

 private:
  const uint8_t* relations_;
  std::vector<uint8_t> so_far_;
  int last_ = -1;
};

}  // namespace aietl::synthesis::learned
