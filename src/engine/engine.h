// Runs a bound pipeline on the embedded engine: sources in, steps as views, rows out into a Load's
// staging, everything streamed.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "data/batch.h"
#include "data/database.h"
#include "data/type.h"

namespace aietl::engine {

struct EngineOptions {
  std::string memory_limit;  // "300MB", of which the engine keeps a part for what it allocates
                             // outside of its own limit; empty: the default (80 % of the machine)
  int threads = 0;           // 0: all cores
  std::string temp_folder;   // spill files go there; the caller removes it
  bool keep_order = false;   // a target's step ends with ORDER BY: rows must arrive in that order
                             // (costs parallelism)
};

// How rows of one source enter: see connectors::Scan (connectors and engine do not see each other;
// runs/ moves the fields over).
struct SourceInput {
  std::string name;
  data::Schema schema;
  std::string relation;  // SQL behind FROM, or
  std::shared_ptr<data::PartitionedRead>
      partitions;  // rows pulled (shared: the table function's threads and the engine hold it)
  std::optional<double> rows;  // expected, if known: progress and join order
  std::vector<std::string> paths;
};

// Counts seen while staging one target.
struct StageResult {
  data::Checksum batch;  // rows delivered
  data::Checksum
      content;  // rows written into staging; equals batch where the load does not tell them apart
};

struct RunProgress {
  int64_t rows_in = 0;   // read from sources so far, where countable
  int64_t rows_out = 0;  // passed into staging so far
  double percent = -1;   // of the running statement, -1 unknown
};

// One engine per run. One thread calls; Stop tokens interrupt.
class Engine {
 public:
  static Result<std::unique_ptr<Engine>> Create(const EngineOptions& options);
  // Over a database that exists already (the process opens one, for speed).
  static Result<std::unique_ptr<Engine>> Over(data::Database& database,
                                              const EngineOptions& options);
  virtual ~Engine() = default;

  virtual data::Database& database() = 0;
  virtual data::Connection& connection() = 0;

  // A view (or table function) of that name in the steps' schema. Adding a name again replaces it.
  virtual Result<void> AddSource(SourceInput input) = 0;
  virtual Result<void> AddStep(const std::string& name, const std::string& sql) = 0;
  // Turns a source or step into a table now (streams it once; bounded memory), because it has
  // several consumers or a check.
  virtual Result<int64_t> Materialise(const std::string& name, StopToken stop,
                                      const std::function<void(const RunProgress&)>& progress) = 0;

  // From here on only `paths` (and the spill folder) can be opened, nothing can be installed or
  // attached, and the configuration is locked. Sessions are open by now.
  virtual Result<void> Lock(const std::vector<std::string>& paths) = 0;

  // Observe text for Load::StageStatements: passes rows on unchanged and sums them. `full`:
  // checksums, else counts only.
  virtual std::string Observe(const std::string& select, bool content, bool full) = 0;
  // Runs statements one after the other; afterwards what the observers saw (reset at the
  // beginning).
  virtual Result<StageResult> RunStatements(
      const std::vector<std::string>& statements, StopToken stop,
      const std::function<void(const RunProgress&)>& progress) = 0;
  // Streams a SELECT into a writer (connectors without engine_stage), observing on the way.
  virtual Result<StageResult> RunInto(const std::string& select, data::BatchWriter& writer,
                                      bool full, StopToken stop,
                                      const std::function<void(const RunProgress&)>& progress) = 0;
  // Checksum of a relation (for verification): rows, and column sums when `full`.
  virtual Result<data::Checksum> Sum(const SourceInput& input, bool full, StopToken stop) = 0;

  // Rows read from each source by the statements that last read it: what is in there, not what
  // survived filters.
  virtual std::map<std::string, int64_t> RowsRead() = 0;
};

}  // namespace aietl::engine
