// A pipeline's steps as one script that sql/ reads: each step a table that is made of its SELECT.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "data/type.h"
#include "engine/binder.h"

namespace aietl::engine {

// The lineage of the steps, in the given order, down to the sources. `schemas` are those of sources
// and of all steps that could be bound; steps without one have none. A step whose SQL the engine
// takes and sql/ cannot read has no edges, and stands as a source of its own to those after it.
std::map<std::string, std::vector<ColumnEdge>> TraceSteps(
    const spec::Pipeline& pipeline, const std::vector<size_t>& order,
    const std::map<std::string, data::Schema>& schemas);

}  // namespace aietl::engine
