// How the target is loaded: mode, key, watermark, as the sentence says it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "spec/pipeline.h"
#include "synthesis/ask/linker.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

struct LoadMention {
  spec::Mode mode = spec::Mode::kReplace;
  bool said = false;
  std::vector<Column> key;
  bool incremental = false;
  std::optional<Column> watermark;
  Span words;
  std::vector<Question> questions;
};

// `sources`: relations that the sentence fixes (by index), preferred when a name fits several.
// Marks the tokens it uses in `taken`.
LoadMention FindLoad(const QueryRequest& request, const Linker& linker,
                     const std::vector<int>& sources, std::vector<bool>* taken);

}  // namespace aietl::synthesis
