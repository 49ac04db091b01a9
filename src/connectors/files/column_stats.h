// Statistics and sample values of a relation's columns, from its first rows in one pass.
#pragma once

#include <string>

#include "connectors/connector.h"
#include "data/database.h"

namespace aietl::connectors::files {

// Fills min, max, distinct, null_fraction and samples of every column, and unique keys where all
// rows were seen.
Result<void> AddStatistics(data::Connection& connection, const std::string& relation,
                           const DiscoverRequest& request, TableInfo* info);

}  // namespace aietl::connectors::files
