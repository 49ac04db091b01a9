// One target's load into a DuckDB file: staged beside the target, exchanged or merged in one
// transaction.
#pragma once

#include <memory>

#include "base/error.h"
#include "connectors/connector.h"
#include "connectors/duckdb/file.h"
#include "connectors/load_state.h"
#include "connectors/write_plan.h"

namespace aietl::connectors {

// Makes the file where it is missing.
Result<std::unique_ptr<Load>> MakeDuckdbLoad(std::shared_ptr<DuckdbFile> file,
                                             WriteRequest request);
Result<std::unique_ptr<Load>> RecoverDuckdbLoad(std::shared_ptr<DuckdbFile> file,
                                                const json::Value& descriptor);

// The plan for the target as it stands, in the catalogue's present state.
Result<LoadPlan> PlanDuckdbLoad(DuckdbFile& file, const WriteRequest& request);

Result<void> RollbackDuckdbLoad(DuckdbFile& file, const UndoState& state, StopToken stop);
Result<void> DropDuckdbUndo(DuckdbFile& file, const UndoState& state);

}  // namespace aietl::connectors
