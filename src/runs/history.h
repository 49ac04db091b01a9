// What the store remembers, in this module's terms.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "connectors/connector.h"
#include "data/type.h"
#include "runs/attempt.h"
#include "runs/cost_model.h"
#include "runs/incremental.h"
#include "runs/prepared.h"
#include "runs/run.h"

namespace aietl::runs {

// --- State of sources
// --------------------------------------------------------------------------------------------------------------
Result<DeliveredState> LoadDelivered(store::Store& store, const std::string& pipeline,
                                     const std::string& source);
Result<std::optional<data::Schema>> LoadSchema(store::Store& store, const std::string& pipeline,
                                               const std::string& source);

struct StateChange {
  std::string source;
  data::Schema schema;
  std::optional<DeliveredState> delivered;  // nullopt: unchanged
};

json::Value SchemaToJson(const data::Schema& schema);
Result<data::Schema> SchemaFromJson(const json::Value& value);

// --- Loads of an attempt (two-phase commit)
// -------------------------------------------------------------------------------------------
struct StagedRecord {
  std::string load_id;
  json::Value descriptor;
  int64_t rows = 0;
};

// What recovery needs to open the same session in another process.
json::Value DescribeLoad(const spec::Endpoint& to, const std::string& folder,
                         const json::Value& load);
struct DescribedLoad {
  spec::Endpoint to;
  std::string folder;
  json::Value load;
};
Result<DescribedLoad> ReadDescription(const json::Value& value);

Result<void> RecordLoad(store::Store& store, const AttemptRequest& request,
                        const PreparedTarget& target, const std::string& load_id, int number,
                        const connectors::Load& load);
// One transaction: all loads of the attempt are decided, the pending state is stored.
Result<void> Decide(store::Store& store, const AttemptRequest& request,
                    const std::vector<StagedRecord>& records,
                    const std::vector<StateChange>& changes);
Result<void> RecordCommit(store::Store& store, const spec::Endpoint& to, const std::string& folder,
                          const std::string& load_id, const json::Value& undo);
Result<void> RecordAbort(store::Store& store, const std::string& load_id);
// One transaction: the attempt's loads are finished, the pending state becomes the state. Then
// gives up the undo of the targets' earlier loads.
Result<void> FinishLoads(store::Store& store, const AttemptRequest& request,
                         const Prepared& prepared);

// --- Runs
// --------------------------------------------------------------------------------------------------------------------------------
Result<void> StartRun(store::Store& store, const Clock& clock, const spec::Pipeline& pipeline,
                      const std::string& sentence, const std::string& run_id,
                      const RunOptions& options, bool resumed);
Result<void> FinishRun(store::Store& store, const Clock& clock, const Outcome& outcome);
// "PID.START-label" for folders of this process under AIETL_HOME/tmp, and their removal once that
// process is gone.
std::string TempName(const std::string& label);
void SweepTemp(const std::string& home);
// A target's identity without the prefix that tells files from databases.
std::string TargetForPeople(const std::string& identity);
// Fails when a dead run of the pipeline is decided and could not be finished: its state is not yet
// true, so a run now would load rows twice.
Result<void> RefuseUnfinished(const RunContext& context, const std::string& pipeline);
// Whether the process that owns the run is gone.
bool OwnerIsDead(const store::RunRecord& run);
json::Value OptionsToJson(const RunOptions& options);
RunOptions OptionsFromJson(const json::Value& value);

// --- Backfill
// ----------------------------------------------------------------------------------------------------------------------------
struct SourceWatermark {
  std::string source;
  data::Type type;
};
// The incremental source that --backfill means, and its watermark's type.
Result<SourceWatermark> BackfillWatermark(const spec::Pipeline& pipeline, const RunContext& context,
                                          StopToken stop);

// --- Estimates
// ---------------------------------------------------------------------------------------------------------------------------
struct PastRatios {
  std::map<std::string, double> rows_out_per_row_in;  // by target name
};
Result<PastRatios> LoadPastRatios(store::Store& store, const std::string& pipeline);
Result<CostModel> LoadCosts(store::Store& store);
Result<void> SaveTiming(store::Store& store, const Timing& timing);

// How far off the expected seconds of earlier successful runs were.
struct PastEstimates {
  std::optional<double> error;  // mean of |expected - actual| / actual, as a fraction
  int runs = 0;
};
// Of the last thirty runs of a pipeline; an empty name means of all pipelines.
Result<PastEstimates> LoadPastEstimates(store::Store& store, const std::string& pipeline);

}  // namespace aietl::runs
