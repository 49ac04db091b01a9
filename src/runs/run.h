// The main job on one machine: a pipeline document is planned against live systems, run, verified,
// committed and recorded.
//
// A run is a two-phase commit over its targets, coordinated by the embedded store (docs/adr/0030):
//   stage every target durably → one store transaction decides → commit each target (idempotent,
//   ledger in the target) → finish and advance incremental state.
// A crash before the decision leaves the targets as they were; after it, recovery rolls forward.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "base/event.h"
#include "base/stop.h"
#include "connectors/registry.h"
#include "data/database.h"
#include "engine/binder.h"
#include "json/value.h"
#include "spec/pipeline.h"
#include "store/store.h"

namespace aietl::runs {

// The process's parts, wired in app/.
struct RunContext {
  const connectors::Registry& registry;
  data::Database& database;
  store::Store& store;
  EventSink& events;
  const Clock& clock;
  std::string home;  // AIETL_HOME
};

enum class Verify : uint8_t { kFull, kCounts, kOff };

struct RunOptions {
  bool yes = false;  // may destroy what this pipeline did not make
  bool full_refresh = false;
  std::optional<std::pair<std::string, std::string>>
      backfill;  // A..B of the watermark, both inclusive (a date means its whole day)
  std::optional<int64_t>
      sample;  // read so many rows of each source, run steps and checks, write nothing
  std::optional<int64_t> limit;  // write at most so many rows to each target
  std::string memory;            // "300MB"
  int threads = 0;
  Verify verify = Verify::kFull;
};

// --- Plan
// ------------------------------------------------------------------------------------------------------------------------

struct Amount {
  double rows = 0;
  double bytes = 0;
  double seconds = 0;
};

struct SourcePlan {
  std::string name;
  std::string from;  // path or connection and table, for people
  data::Schema schema;
  std::optional<double> rows;
  double bytes = 0;
  bool sampled = false;
  std::string note;
  std::string window;  // incremental: which watermarks will be read, for people; empty: everything
};

struct StepPlan {
  std::string name;
  std::string sql;
  data::Schema schema;
  bool materialised = false;
  std::vector<engine::ColumnEdge> lineage;
};

struct TargetPlan {
  std::string name;
  std::string from;
  spec::Mode mode = spec::Mode::kReplace;
  connectors::WritePlan write;
  std::optional<double> rows;  // expected
  double bytes = 0;
};

struct Plan {
  std::string pipeline;
  std::vector<SourcePlan> sources;
  std::vector<StepPlan> steps;  // in the order in which they run
  std::vector<std::string> checks;
  std::vector<TargetPlan> targets;
  std::vector<std::string> slices;  // backfill
  Amount expected;
  std::optional<double>
      past_error;  // mean of |expected - actual| / actual of earlier runs' seconds
  int past_runs = 0;
  Problems problems;  // warnings, and errors that `run` would stop at
};

json::Value ToJson(const Plan& plan);

// --- Outcome
// ---------------------------------------------------------------------------------------------------------------------

enum class Status : uint8_t {
  kSucceeded,
  kNothingToDo,
  kFailed,
  kInvalid,
  kNeedsAnswer,
  kCheckFailed,
  kInterrupted
};
const char* StatusName(Status status);

struct TargetOutcome {
  std::string name;
  spec::Mode mode = spec::Mode::kReplace;
  int64_t rows_read = 0;  // delivered to the target
  int64_t rows_written = 0;
  int64_t rows_deleted = 0;
  int64_t rows_unchanged = 0;
  int64_t bytes = 0;
  std::string verified;  // "full", "counts", "off"
};

struct CheckOutcome {
  std::string on;
  std::string check;  // e.g. "not_null(email)"
  Severity severity = Severity::kError;
  bool passed = true;
  int64_t failing = 0;
  data::Rows examples;  // up to five failing rows, for people
  std::string quarantine;
};

struct Outcome {
  int64_t sample = 0;  // >0: a dry run over so many rows of each source; nothing was written
  Status status = Status::kFailed;
  std::string run_id;
  std::vector<TargetOutcome> targets;
  std::vector<CheckOutcome> checks;
  std::map<std::string, int64_t> rows_by_source;
  Amount expected, actual;
  data::Rows preview;  // first rows of the first target, for people
  double verify_seconds = 0;
  Problems problems;
  std::optional<Error> error;
};

json::Value ToJson(const Problem& problem);
json::Value ToJson(const CheckOutcome& check);
json::Value ToJson(const TargetOutcome& target);
json::Value ToJson(const Outcome& outcome);
int ExitCode(const Outcome& outcome);

// What happens meanwhile, for a terminal or JSON lines. Called from the run's thread.
class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual void OnPlan(const Plan& plan) = 0;
  struct Progress {
    std::string phase;  // "reading", "writing", "verifying", "committing", "waiting", …
    std::string what;   // target or source
    int64_t rows = 0;
    double expected_rows = 0;
    double fraction = -1;  // of the whole run, -1 unknown
    double seconds = 0;
  };
  virtual void OnProgress(const Progress& progress) = 0;
  virtual void OnCheck(const CheckOutcome& check) = 0;
  // Asks a person; false where there is none.
  virtual bool Confirm(const std::string& what) = 0;
  virtual void OnLog(Severity severity, const std::string& text) = 0;
};

// --- Verbs
// -----------------------------------------------------------------------------------------------------------------------

// Reads statistics and schemas, changes nothing.
Result<Plan> MakePlan(const spec::Pipeline& pipeline, const RunContext& context,
                      const RunOptions& options, StopToken stop);

// Does it. Never throws, never leaves a half-written target; the outcome says what happened.
Outcome Run(const spec::Pipeline& pipeline, const std::string& sentence, const RunContext& context,
            const RunOptions& options, Reporter& reporter, StopToken stop);

// Goes on with an interrupted or failed run: decided loads are finished, a backfill continues
// behind its last slice, else the run starts again.
Outcome Resume(const std::string& run_id, const RunContext& context, const RunOptions& options,
               Reporter& reporter, StopToken stop);

// Puts the previous content of the run's targets back, and the incremental state with it.
Outcome Rollback(const std::string& run_id, const RunContext& context, Reporter& reporter,
                 StopToken stop);

// Finishes or undoes what dead processes left behind. Called by Run; harmless at any time.
Result<int> Recover(const RunContext& context, Reporter& reporter, StopToken stop);

}  // namespace aietl::runs
