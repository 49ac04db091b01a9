// One target's load into a SQLite database: staged in a file beside it, brought in by one
// transaction.
#pragma once

#include <memory>

#include "base/error.h"
#include "connectors/connector.h"
#include "connectors/load_state.h"
#include "connectors/sqlite/file.h"
#include "connectors/sqlite/stage.h"
#include "connectors/write_plan.h"

namespace aietl::connectors {

struct SqliteLoadPlan {
  LoadPlan load;
  SqliteTable table;  // as it stands; without a name when there is none
  std::vector<StageColumn> stage;
};

// For the target as it stands, or as it would be made.
Result<SqliteLoadPlan> PlanSqliteLoad(SqliteFile& file, const WriteRequest& request);

Result<std::unique_ptr<Load>> MakeSqliteLoad(std::shared_ptr<SqliteFile> file, WriteRequest request,
                                             std::vector<StageColumn> stage);
Result<std::unique_ptr<Load>> RecoverSqliteLoad(std::shared_ptr<SqliteFile> file,
                                                const json::Value& descriptor);

Result<void> RollbackSqliteLoad(SqliteFile& file, const UndoState& state, StopToken stop);
Result<void> DropSqliteUndo(SqliteFile& file, const UndoState& state);

}  // namespace aietl::connectors
