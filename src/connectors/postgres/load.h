// Loads a table of a PostgreSQL database: staged beside it, committed in one transaction with its
// row of the ledger.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/connector.h"
#include "connectors/load_state.h"
#include "connectors/postgres/catalog.h"
#include "connectors/postgres/server.h"
#include "connectors/postgres/stage.h"
#include "connectors/write_plan.h"

namespace aietl::connectors {

struct PgLoadPlan {
  LoadPlan load;
  std::optional<PgTable> table;  // the target, where it exists
  std::string schema, name;      // of the target, as it is or will be
  bool makes_schema = false;
  std::vector<PgStageColumn> stage;
  std::string conversion;  // as_is: a column whose values the target's type would alter, for people
};
// A column whose values come in a server type of their own, which the engine need not have.
struct PgServerColumn {
  PgType type;
  std::string declared;  // as a table of the target's server has it
};
// Asks `connection`, so that a commit sees what its own transaction sees. `as_is`: one for each of
// the request's columns; then values go in as they are, or plan.conversion says why they cannot.
Result<PgLoadPlan> PlanPgLoad(PgConnection& connection, const WriteRequest& request,
                              const std::vector<PgServerColumn>* as_is = nullptr);

// What is done with the rows of a load between Write and Prepare where no engine pushes them.
struct PgStaging {
  std::shared_ptr<PgStage> stage;
  bool durable = false, makes_schema = false;
  PgStageNames names;
  std::vector<PgStageColumn> columns;
};
// `as_is`: the plan was made with columns of the server's own types.
Result<std::unique_ptr<Load>> MakePgLoad(std::shared_ptr<PgServer> server, WriteRequest request,
                                         PgLoadPlan plan, bool as_is = false,
                                         PgStaging* staging = nullptr);
Result<std::unique_ptr<Load>> RecoverPgLoad(std::shared_ptr<PgServer> server,
                                            const json::Value& descriptor);
Result<void> RollbackPgLoad(PgServer& server, const UndoState& state, StopToken stop);
Result<void> DropPgUndo(PgServer& server, const UndoState& state);

// --- Shared by commit and rollback ---

Result<void> DropPgSchemaIfEmpty(PgConnection& connection, const std::string& schema);

// Conversions of staged rows stand in a view of the session; `stage` is what LoadNames::stage says.
// Within a transaction. The view has the place of the staged row as kPgStagedRow.
inline constexpr const char* kPgStagedRow = "\"_aietl_staged\"";
Result<std::string> PgStagedRelation(PgConnection& connection, const std::string& stage_sql,
                                     const std::vector<PgStageColumn>& columns);
bool PgIsStagedView(const std::string& stage);
LoadSqlRequest PgSqlRequest(const UndoState& state, const PgStageNames& names,
                            const std::string& stage, const std::vector<PgStageColumn>& columns,
                            const PgTable& target);
// RunLoadSql, but inserted rows are verified as they come back from their INSERT, so that the
// target is not read again. `staged`: rows of the stage. `unique_key`: the target has a unique
// index on the key.
struct PgApply {
  bool save_undo = true;
  bool verify = true;
  bool values = true;  // of a merge: the values, too, where nothing of the target alters them
  int64_t staged = 0;
  std::string stage_table;  // quoted, qualified
  bool unique_key = false;
};
Result<LoadCounts> RunPgLoadSql(PgConnection& connection, LoadSql sql,
                                const LoadSqlRequest& request, const PgApply& apply,
                                const std::string& shown, const StopToken& stop);

}  // namespace aietl::connectors
