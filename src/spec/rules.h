// What must hold between the parts of a document: names, references, and targets that would get in
// each other's way.
#pragma once

#include <vector>

#include "spec/pipeline.h"
#include "spec/reading.h"

namespace aietl::spec {

// Names of the pipeline, sources and steps: usable as identifiers, not reserved, each once.
void CheckNames(const Reading& reading, const Pipeline& pipeline);

// targets[].from and checks[].on name a source or step; columns named for a source that lists its
// columns are among them; sources and steps that nothing can use are warned about. `checks` and
// `targets` are the parts that the pipeline's were read from, in order.
void CheckReferences(const Reading& reading, const Pipeline& pipeline,
                     const std::vector<Part>& checks, const std::vector<Part>& targets);

// Two targets or quarantine files in one place; a target that a source's pattern would read;
// replacing a target by an increment.
void CheckPlaces(const Reading& reading, const Pipeline& pipeline, const std::vector<Part>& checks,
                 const std::vector<Part>& targets);

}  // namespace aietl::spec
