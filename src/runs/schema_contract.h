// What happens when a source's columns or types change between runs: evolve, freeze, discard the
// row, discard the value.
#pragma once

#include <string>

#include "base/error.h"
#include "data/type.h"
#include "spec/pipeline.h"

namespace aietl::runs {

struct ContractResult {
  data::Schema schema;  // what steps see
  std::string sql;      // SELECT over `raw` giving it; empty: `raw` as it is
};

// `before`: the schema of the last successful run. Problems: frozen changes (errors) and evolved
// ones (info).
ContractResult ApplyContract(const spec::Source& source, const data::Schema& before,
                             const data::Schema& now, const std::string& raw, Problems* problems);

}  // namespace aietl::runs
