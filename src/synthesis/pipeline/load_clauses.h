// What shall happen to rows when the pipeline runs again, told clause by clause: "existing ones are
// updated, new ones added, what is gone from the file stays".
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "synthesis/ask/linker.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

// What the clauses say together.
struct LoadClauses {
  bool updates = false;                      // rows that are there take new values
  bool adds = false;                         // rows that are not there yet come in
  bool keeps = false;                        // rows that the source no longer has stay
  bool mirrors = false;                      // … or go
  bool untouched = false;                    // rows that are there stay as they are
  std::optional<Column> watermark;           // only rows beyond what is there
  std::vector<std::pair<int, int>> clauses;  // tokens [begin, end) of those that were read

  // A mode follows from it: merge, append beyond a watermark, or the source anew.
  bool decides() const {
    return (updates && (adds || keeps)) || (mirrors && (updates || adds)) || watermark;
  }
};

// A clause counts only if nothing else is said in it: words that are neither an action, nor say
// which rows, nor carry nothing leave it unread. `taken`: tokens that are used already.
LoadClauses ReadLoadClauses(const std::vector<Token>& tokens,
                            const std::vector<std::vector<Reading>>& readings,
                            const std::vector<bool>& taken);

}  // namespace aietl::synthesis
