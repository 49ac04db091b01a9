// A load into one file: staged beside the target, made durable, renamed over it, and put back on
// demand.
#pragma once

#include <memory>

#include "connectors/connector.h"
#include "data/database.h"

namespace aietl::connectors::files {

Result<WritePlan> PlanFileWrite(data::Connection& connection, const WriteRequest& request,
                                StopToken stop);
Result<std::unique_ptr<Load>> StartFileLoad(data::Connection& connection,
                                            const WriteRequest& request, StopToken stop);
Result<std::unique_ptr<Load>> RecoverFileLoad(data::Connection& connection,
                                              const json::Value& descriptor);
Result<void> RollbackFile(const json::Value& undo);
Result<void> DropFileUndo(const json::Value& undo);

}  // namespace aietl::connectors::files
