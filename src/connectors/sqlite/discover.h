// Discovery of a SQLite database: tables, keys, relationships, and statistics over a bounded
// sample.
#pragma once

#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/connector.h"
#include "connectors/sqlite/file.h"

namespace aietl::connectors {

Result<std::vector<TableInfo>> DiscoverSqlite(SqliteFile& file, const DiscoverRequest& request,
                                              StopToken stop);

}  // namespace aietl::connectors
