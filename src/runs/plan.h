// From a prepared pipeline to what people read before they say yes.
#pragma once

#include "engine/engine.h"
#include "runs/prepared.h"
#include "runs/run.h"

namespace aietl::runs {

// `engine` has the sources and steps under their names.
Result<Plan> BuildPlan(const Prepared& prepared, const RunContext& context, engine::Engine& engine);

// How rows of a source enter the engine.
engine::SourceInput InputOf(std::string name, connectors::Scan& scan);

}  // namespace aietl::runs
