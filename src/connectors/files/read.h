// From a path or pattern to a relation of the engine, whatever the format.
#pragma once

#include <string>
#include <vector>

#include "connectors/files/relation.h"

namespace aietl::connectors::files {

// All rows and columns of the files that match `path`.
Result<Relation> OpenRelation(const std::string& path, const ReadContext& context);

Result<Scan> ReadFiles(data::Connection& connection, const ReadRequest& request,
                       const std::string& folder, SniffCache* cache, StopToken stop);

}  // namespace aietl::connectors::files
