// What a run will cost, from statistics and from what earlier runs on this machine took.
#pragma once

#include "engine/engine.h"
#include "runs/prepared.h"
#include "runs/run.h"

namespace aietl::runs {

// Rows expected at each target, in order: of earlier runs of this pipeline scaled by what its
// sources hold now, else the engine's own estimate for the bound statements (`engine` has the
// sources and steps as views), else what the source holds.
Result<std::vector<double>> ExpectedRows(const Prepared& prepared, const RunContext& context,
                                         engine::Engine& engine);

// Rows, bytes and seconds: bytes by the width of the columns, seconds by what such work has cost on
// this machine (defaults until it has run).
Result<Amount> ExpectedCost(const Prepared& prepared, const RunContext& context,
                            const std::vector<double>& target_rows,
                            std::vector<double>* target_bytes);

// Learns from finished work, which took `seconds`, what such work costs on this machine. `outcome`
// has the rows of its targets.
Result<void> LearnFrom(const Prepared& prepared, const RunContext& context, const Outcome& outcome,
                       double seconds);

}  // namespace aietl::runs
