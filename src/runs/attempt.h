// One try at one run (or one slice of a backfill): stage, verify, decide, commit.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "runs/prepared.h"
#include "runs/run.h"

namespace aietl::runs {

struct AttemptRequest {
  const spec::Pipeline& pipeline;
  const RunContext& context;  // its database becomes locked: one attempt per database
  const RunOptions& options;
  Reporter& reporter;
  StopToken stop;
  std::string run_id;
  std::optional<Slice> slice;
  int slice_number = 0;
  double started = 0;  // MonotonicSeconds of the run
};

// Adds to `outcome` what happened. An error means that no target of this attempt changed, unless
// the decision had been taken: then recovery finishes it.
Result<void> DoAttempt(const AttemptRequest& request, Outcome& outcome);

}  // namespace aietl::runs
