// Reading a SQLite table in partitions, all of one state, straight into the engine's vectors.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/connector.h"
#include "connectors/sqlite/catalog.h"
#include "connectors/sqlite/survey.h"
#include "data/batch.h"

namespace aietl::connectors {

struct SqliteReadRequest {
  std::string path;  // absolute
  SqliteTable table;
  std::vector<SurveyedColumn> columns;  // in the order of the scan's schema
  std::vector<SurveyedColumn> bounded;  // the columns of `bounds`, one each
  std::vector<Bound> bounds;
  std::optional<int64_t> limit;
  double rows = 0;  // expected, for the number of partitions
};

// SQL that is true for at least the rows within the bounds (exactly those, unless ComparedHere); ""
// without bounds. Errors: a bound that is no value of its column.
Result<std::string> SqliteConditions(const SqliteReadRequest& request);

Result<std::unique_ptr<data::PartitionedRead>> MakeSqliteRead(const SqliteConnection& connection,
                                                              SqliteReadRequest request);

}  // namespace aietl::connectors
