// What a PostgreSQL database holds: tables, columns, keys, references and sizes from its catalogs
// in a few questions for all tables together; values only where they are asked for.
#pragma once

#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/connector.h"
#include "connectors/postgres/server.h"

namespace aietl::connectors {

Result<std::vector<TableInfo>> DiscoverPg(PgServer& server, const DiscoverRequest& request,
                                          StopToken stop);

}  // namespace aietl::connectors
