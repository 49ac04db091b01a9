// A pipeline bound to the world: sessions open, schemas known, SQL bound, targets looked at.
// Nothing changed yet.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "connectors/connector.h"
#include "connectors/transfer.h"
#include "engine/binder.h"
#include "runs/checks.h"
#include "runs/incremental.h"
#include "runs/run.h"
#include "runs/session_pool.h"
#include "spec/pipeline.h"

namespace aietl::runs {

struct PreparedSource {
  const spec::Source* spec = nullptr;
  Connected where;
  connectors::Scan scan;
  data::Schema schema;  // after the schema contract: what steps see
  std::string
      contract_sql;  // SELECT over the raw relation that applies the contract; empty: nothing to do
  DeliveredState state;  // incremental: as of the last durable run
  Window window;
};

struct PreparedTarget {
  const spec::Target* spec = nullptr;
  Connected where;
  connectors::WriteRequest request;  // run_id and load_id are set when it runs
  connectors::WritePlan plan;
  std::string select;  // the batch: casts, dedup and limit over `from`
  // Set where the rows do not go through the engine.
  std::unique_ptr<connectors::Transfer> transfer;
};

struct Prepared {
  const spec::Pipeline* pipeline = nullptr;
  std::unique_ptr<SessionPool> sessions;
  std::vector<PreparedSource> sources;
  std::vector<size_t> order;  // of steps
  engine::Bound bound;
  std::vector<CheckQuery> checks;
  std::vector<PreparedTarget> targets;
  std::map<std::string, int> consumers;  // relation → steps, checks and targets that use it
  std::optional<int64_t> limit;          // rows that each target takes at most
  bool keep_order = false;
  Problems warnings;

  bool Materialises(const std::string& relation) const;
};

// Fails with every problem found at once. `slice`: the backfill's part to read instead of the
// incremental window. `temp_folder` must exist; it takes transcoded copies.
Result<std::unique_ptr<Prepared>> Prepare(const spec::Pipeline& pipeline, const RunContext& context,
                                          const RunOptions& options,
                                          const std::optional<Slice>& slice,
                                          const std::string& temp_folder, StopToken stop);

// What sources are read into before contract and recognition of delivered rows are applied.
std::string RawName(const std::string& source);

}  // namespace aietl::runs
