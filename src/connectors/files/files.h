// The connector for data in files: CSV, TSV, JSON, line-delimited JSON, Parquet; compressed;
// patterns of many files.
#pragma once

#include <memory>

#include "connectors/connector.h"

namespace aietl::connectors {

std::unique_ptr<Connector> MakeFilesConnector();

}  // namespace aietl::connectors
