// Merge: the target is looked at once. What differs or is new is written, and only of that the old
// content is kept for a rollback.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/load_sql.h"
#include "connectors/postgres/catalog.h"
#include "connectors/postgres/load.h"

namespace aietl::connectors {

// Within the commit's transaction, the target locked against writers. Makes the undo table:
// target_columns of the rows that change, as they were, and the keys of those that are new. It is
// unlogged like the kept stage, without which it is of no use: a crash of the server empties both.
// The counts are exact, or it is an error; with apply.verify and apply.values what was written is
// compared with what was staged. Where triggers or rules may write more, apply.verify is enough for
// all of it to be looked up again.
Result<LoadCounts> RunPgMerge(PgConnection& connection, const LoadSqlRequest& request,
                              const std::vector<PgStageColumn>& columns, const PgTable& target,
                              const PgApply& apply, const std::string& shown,
                              const StopToken& stop);

// Takes such a merge back, within the caller's transaction; an error where the rows cannot be put
// back just as they were.
Result<void> RollbackPgMerge(PgConnection& connection, const LoadSqlRequest& request,
                             const PgTable& target, const std::string& shown,
                             const StopToken& stop);

}  // namespace aietl::connectors
