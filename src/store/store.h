// The embedded metadata store: connections, history of runs, the coordinator's log of the two-phase
// commit, incremental state, timings. One SQLite file in AIETL_HOME. Deleting it loses
// history and state, never data.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "json/value.h"

namespace aietl::store {

struct ConnectionInfo {
  std::string name;
  std::string masked_uri;  // without secrets
};

struct RunRecord {
  std::string run_id;
  std::string pipeline;
  std::string status;  // running, succeeded, nothing_to_do, failed, check_failed, invalid,
                       // interrupted, rolled_back
  std::string sentence;
  std::string document;               // YAML or JSON as run
  std::string file;                   // as given; empty for sentences
  std::string folder;                 // absolute
  std::string options;                // JSON: flags of the run, so that resume repeats them
  std::string outcome;                // JSON: CONTRACT's result
  int64_t started = 0, finished = 0;  // µs
  int64_t pid = 0;                    // owner, with `owner_start` telling a reused pid apart
  std::string owner_start;
  double expected_seconds = 0, actual_seconds = 0;
};

// staging → staged/decided → committed; or aborted; later perhaps rolled_back.
struct LoadRecord {
  std::string load_id, run_id, target;  // target: canonical identity
  std::string phase;                    // staging, decided, committed, aborted, rolled_back
  int number = 0;                       // order within the run
  std::string descriptor;               // JSON for recovery
  std::string undo;                     // JSON for rollback; empty: none or given up
  int64_t rows = 0;
};

struct TimingRecord {
  std::string work;  // JSON: {"read csv": bytes, …}
  double seconds = 0;
};

struct StateRecord {
  std::string source;
  std::string value;  // JSON: {"watermark","window","schema"}
};

// One instance per process, used from one thread at a time; several processes may use the file at
// once.
class Store {
 public:
  // Makes the folder (mode 0700) and the file, and migrates older ones. A newer file or a corrupt
  // one is an error that says what to do.
  static Result<std::unique_ptr<Store>> Open(const std::string& home);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // --- connections: URIs are sealed with a key of AIETL_HOME (mode 0600)
  Result<void> AddConnection(const std::string& name, const std::string& uri, bool replace);
  Result<std::vector<ConnectionInfo>> ListConnections();
  Result<std::string> GetConnection(const std::string& name);
  Result<void> RemoveConnection(const std::string& name);

  // --- runs
  Result<void> InsertRun(const RunRecord& run);
  Result<void> UpdateRun(const RunRecord& run);
  Result<std::vector<RunRecord>> ListRuns(const std::string& pipeline,
                                          int most);  // newest first; empty pipeline: all
  Result<RunRecord> GetRun(const std::string& id_or_prefix);

  // --- the coordinator's log
  Result<void> InsertLoad(const LoadRecord& load);
  Result<void> SetPhase(const std::string& load_id, const std::string& phase);
  // One durable transaction: the loads become decided, `states` wait for Finish.
  Result<void> Decide(const std::string& run_id, const std::vector<LoadRecord>& loads,
                      const std::vector<StateRecord>& states);
  Result<void> SetCommitted(const std::string& load_id, const std::string& undo);
  // One durable transaction: the waiting states become the pipeline's states; what they replace is
  // kept for a rollback of this run.
  Result<void> Finish(const std::string& run_id, const std::string& pipeline);
  Result<std::vector<LoadRecord>> LoadsOf(const std::string& run_id);
  Result<std::vector<LoadRecord>> Unfinished();  // staging or decided
  Result<std::vector<LoadRecord>> WithUndo(
      const std::string& target);  // committed with an undo, newest first
  Result<void> ClearUndo(const std::string& load_id);
  Result<bool> HasPendingStates(const std::string& run_id);

  // --- state of incremental sources and schema contracts
  Result<std::optional<std::string>> GetState(const std::string& pipeline,
                                              const std::string& source);
  Result<void> RestoreStates(const std::string& run_id,
                             const std::string& pipeline);  // as before the run

  // --- slices of backfills
  Result<bool> SliceDone(const std::string& run_id, const std::string& source,
                         const std::string& from, const std::string& to);
  Result<void> RecordSlice(const std::string& run_id, const std::string& source,
                           const std::string& from, const std::string& to);

  // --- what the latest runs took, oldest first: a few hundred, older ones are forgotten
  Result<std::vector<TimingRecord>> Timings();
  Result<void> AddTiming(const TimingRecord& timing);

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// $AIETL_HOME, else the user's data directory.
std::string DefaultHome();

}  // namespace aietl::store
