// What data files there are, and what is in them.
#pragma once

#include <string>
#include <vector>

#include "connectors/connector.h"
#include "connectors/files/relation.h"

namespace aietl::connectors::files {

// One path or pattern, or all data files in `folder` and two levels below.
Result<std::vector<TableInfo>> DiscoverFiles(data::Connection& connection,
                                             const DiscoverRequest& request,
                                             const std::string& folder, SniffCache* cache,
                                             StopToken stop);

}  // namespace aietl::connectors::files
