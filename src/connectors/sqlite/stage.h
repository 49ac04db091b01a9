// Rows on their way into a SQLite database, in a file of their own beside it: staging takes no lock
// of the database, so that its users go on reading and writing until the one transaction of the
// commit, and a source may be read from the very database that is the target.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/connector.h"
#include "data/batch.h"
#include "data/type.h"
#include "json/value.h"

namespace aietl::connectors {

struct StageColumn {
  std::string name;       // as the target spells it
  std::string declared;   // as the target declares it
  std::string collation;  // of a key column that is not compared byte by byte; else ""
  data::Type type;        // in which it arrives
};
json::Value ToJson(const std::vector<StageColumn>& columns);
Result<std::vector<StageColumn>> StageColumnsFromJson(const json::Value& value);

// The only table of the file.
inline constexpr const char* kStageTable = "batch";

// Makes the file anew. Flush ends its one transaction; nothing is durable before SealStage.
Result<std::unique_ptr<data::BatchWriter>> OpenStageWriter(const std::string& path,
                                                           const std::vector<StageColumn>& columns,
                                                           const std::string& target);
// Checks the keys, marks the file as whole and makes it durable.
Result<void> SealStage(const std::string& path, const WriteRequest& request);
// False for a file that is missing or was not sealed.
bool IsSealedStage(const std::string& path);
Result<Scan> ReadStage(const std::string& path, const std::vector<StageColumn>& columns);
Result<void> RemoveStage(const std::string& path);

}  // namespace aietl::connectors
