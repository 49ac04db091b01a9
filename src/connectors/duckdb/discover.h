// Discovery of a DuckDB file: columns, keys, statistics from the engine's catalogue and bounded
// samples.
#pragma once

#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/connector.h"
#include "connectors/duckdb/file.h"

namespace aietl::connectors {

Result<std::vector<TableInfo>> DiscoverDuckdb(DuckdbFile& file, const DiscoverRequest& request,
                                              StopToken stop);

}  // namespace aietl::connectors
