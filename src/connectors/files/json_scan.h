// JSON and line-delimited JSON files as a relation of the engine.
#pragma once

#include <string>
#include <vector>

#include "connectors/files/relation.h"

namespace aietl::connectors::files {

Result<Relation> JsonRelation(const std::vector<std::string>& paths, const ReadContext& context);

}  // namespace aietl::connectors::files
