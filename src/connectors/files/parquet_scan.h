// Parquet files as a relation of the engine; rows and bytes come from their footers.
#pragma once

#include <string>
#include <vector>

#include "connectors/files/relation.h"

namespace aietl::connectors::files {

Result<Relation> ParquetRelation(const std::vector<std::string>& paths, const ReadContext& context);

}  // namespace aietl::connectors::files
