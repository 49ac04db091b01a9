// The nearest names, for messages that say what the user may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aietl {

// Up to `most` of `names` within about a third of the length in edit distance (Damerau-Levenshtein,
// case-insensitive), best first.
std::vector<std::string> NearestNames(std::string_view name, const std::vector<std::string>& names,
                                      size_t most = 3);

// "did you mean a or b?" in the user's language; empty when nothing is near.
std::string DidYouMean(std::string_view name, const std::vector<std::string>& names);

}  // namespace aietl
