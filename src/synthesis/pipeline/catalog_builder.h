// Everything a sentence may speak of, discovered: files and tables it names, and what lies in the
// working folder and the known connections.
#pragma once

#include <string>
#include <vector>

#include "synthesis/catalog.h"
#include "synthesis/pipeline/places.h"
#include "synthesis/synthesiser.h"

namespace aietl::synthesis {

// A question looks at more cells than a sentence that makes a pipeline.
constexpr int kAskedSampleValues = 5'000;
constexpr int64_t kAskedSampleRows = 200'000;

struct BuiltCatalog {
  Catalog catalog;
  std::vector<int> fixed;  // relations that the sentence names outright, in its order
  Problems problems;       // sources that are not there, with the nearest names
};

// `places` without targets are sources. Loosely named ones are found later by the linker; without
// `loose` there is nothing but `places`.
Result<BuiltCatalog> BuildCatalog(const std::vector<PlaceMention>& places,
                                  const std::vector<Token>& tokens, const SynthesisRequest& request,
                                  const SynthesisContext& context, StopToken stop,
                                  bool loose = true);

}  // namespace aietl::synthesis
