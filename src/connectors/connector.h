// The contract between the program and any system that holds data.
//
// A Connector is an immutable description; a Session is an open conversation; a Scan is a
// consistent read that is about to happen; a Load is one target's share of a run, carried through a
// two-phase commit:
//
//     Write → (engine stages rows) → Prepare → [the run decides] → Commit      (any number of
//     repeats are harmless)
//                                            ↘ Abort
//
// After Prepare the staged rows survive kill -9. `descriptor()` holds all that Recover needs in
// another process to finish or abort.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/durable_file.h"
#include "base/error.h"
#include "base/stop.h"
#include "config/options.h"
#include "data/batch.h"
#include "data/database.h"
#include "data/type.h"
#include "json/value.h"
#include "spec/pipeline.h"

namespace aietl::connectors {

// --- Description
// -----------------------------------------------------------------------------------------------------------------

struct Capabilities {
  bool read = false;
  bool write = false;
  std::vector<spec::Mode> modes;  // load modes that Write accepts
  bool tables = false;            // endpoints name a table (databases); otherwise a path (files)
  bool engine_scan = false;       // reads are relations that the engine scans itself
  bool engine_stage =
      false;  // staging is an engine statement; otherwise rows are pushed into a BatchWriter
};

struct ConnectorInfo {
  const char* type;                            // "files", "sqlite", "duckdb"
  const char* title;                           // for people, English key of the catalogue
  std::vector<const char*> schemes;            // URI schemes; files: "file"
  std::vector<config::Option> source_options;  // keys a source may carry in the document
  std::vector<config::Option> target_options;
  Capabilities capabilities;
  std::vector<const char*> endings =
      {};  // of plain paths that mean this connector without a scheme, lower case (".duckdb")
};

// --- Discovery
// -------------------------------------------------------------------------------------------------------------------

struct ColumnInfo {
  std::string name;
  data::Type type;
  bool nullable = true;
  std::string comment;
  // Statistics over `TableInfo::sampled_rows` rows, when they were asked for.
  std::optional<std::string> min, max;  // as text
  std::optional<int64_t> distinct;      // estimate
  std::optional<double> null_fraction;
  std::vector<std::string> samples;  // up to `sample_values` distinct values, most frequent first
};

struct ForeignKey {
  std::vector<std::string> columns;
  std::string table;  // referenced
  std::vector<std::string> references;
  bool inferred = false;  // by names and contained values, not declared
};

struct TableInfo {
  std::string name;  // as a document would write it in `table:`; files: the path
  std::string kind;  // "table", "view", "file", "files" (a glob)
  std::vector<ColumnInfo> columns;
  std::vector<std::string> primary_key;  // declared, or empty
  std::vector<std::vector<std::string>> unique_keys;
  std::vector<ForeignKey> foreign_keys;
  std::optional<double> rows;  // exact or estimated
  bool rows_exact = false;
  int64_t bytes = 0;
  int64_t sampled_rows = 0;  // rows that types and statistics were taken from; 0: all of them
  std::string comment;
  json::Value options;  // files: what was sniffed, as document keys (format, delimiter, encoding,
                        // header, …)
  Problems problems;    // e.g. unreadable, mixed types
};

struct DiscoverRequest {
  std::string table;           // only this one (or path); empty: everything
  bool columns = true;         // false: names and sizes only
  int sample_values = 0;       // >0: collect statistics and that many sample values per column
  int64_t value_rows = 20000;  // look at no more rows than this for statistics
  const config::Options* options = nullptr;  // of the source, for files
};

// --- Reading
// ---------------------------------------------------------------------------------------------------------------------

// One comparison `column op value` that Read must apply (the engine will not do it again).
struct Bound {
  std::string column;
  const char* op = ">=";  // ">=", ">", "<", "<="
  std::string value;      // as text; NULLs never pass
};

struct ReadRequest {
  std::string table;                 // or path
  std::vector<std::string> columns;  // projection; empty: all
  std::vector<Bound> bounds;         // AND
  std::optional<int64_t> limit;      // any `limit` rows will do
  const config::Options* options = nullptr;
  std::string folder;       // base of relative paths
  std::string temp_folder;  // for transcoded copies; emptied by the caller after the run
  int64_t memory = 0;       // bytes granted to the run, to which buffers are cut; 0: no limit
};

struct Scan {
  data::Schema schema;
  std::optional<double> rows;  // estimate after projection and bounds
  double bytes = 0;            // what will be read from disk or wire, estimate
  bool sampled = false;        // types come from a sample of the data
  std::string note;            // e.g. what was sniffed, for the plan
  std::string work;            // kind of work for measured rates, e.g. "read csv"
  Problems problems;           // warnings, e.g. columns without a name
  std::vector<FileStamp>
      stamps;  // files behind it: if they differ after the run, the source changed under the run
  // Exactly one of these:
  std::string
      relation;  // SQL the engine puts behind FROM: read_csv(…), (SELECT …), catalog.schema.table
  std::unique_ptr<data::PartitionedRead> partitions;
  std::vector<std::string> paths;  // files the relation reads (the sandbox allows exactly these)
};

// --- Writing
// ---------------------------------------------------------------------------------------------------------------------

struct WriteRequest {
  std::string table;  // or path
  spec::Mode mode = spec::Mode::kReplace;
  std::vector<std::string> key;
  std::vector<std::string> partition;
  data::Schema schema;  // of the batch
  bool evolve = true;   // new columns may be added to an existing target
  std::string run_id;
  std::string load_id;      // unique per target and slice; the ledger's key
  std::string snapshot_at;  // ISO timestamp: `snapshot_at` of snapshot, `valid_from` of scd2
  std::optional<std::pair<Bound, Bound>>
      slice;  // backfill: rows of the target within are replaced (append)
  const config::Options* options = nullptr;
  std::string folder;
  std::string undo_folder;  // where file connectors keep the previous content
  std::string pipeline;     // its name: "made by this pipeline" in the ledger
  int64_t memory = 0;       // bytes granted to the run, to which buffers are cut; 0: no limit
  bool keep_order = false;  // rows arrive in an order that the target keeps
  bool fingerprint = true;  // what is written whole may be read once more for a checksum by which a
                            // rollback tells later changes; else it counts rows
};

// What Write would do; changes nothing.
struct WritePlan {
  bool exists = false;
  std::optional<double> rows_before;
  bool made_by_us = false;  // the ledger says that this product made the target
  bool destroys = false;    // content that this product did not make would be lost (needs --yes)
  std::vector<std::string> creates, changes, drops;  // sentences for people
  std::vector<data::Column> added_columns;
  data::Schema stage_schema;  // columns and types in which the batch must arrive; the engine casts
  Problems problems;          // what stands in the way
  std::string work;           // kind of work for measured rates, e.g. "write parquet"
};

// The engine's side of staging: wraps a SELECT so that rows passing through are counted and summed
// under a slot.
enum class Slot : uint8_t {
  kBatch,
  kContent
};  // rows delivered to the target; rows the staging object must hold
class Observer {
 public:
  virtual ~Observer() = default;
  // "SELECT * FROM aietl_observe((select), …)"
  virtual std::string Observe(const std::string& select, Slot slot) = 0;
};

struct Committed {
  int64_t rows_written = 0;  // inserted + updated + (replace) all
  int64_t rows_deleted = 0;
  int64_t rows_unchanged = 0;  // merge/scd2: already there
  int64_t bytes = 0;           // size of the target afterwards, where known
  bool repeated = false;       // the ledger said it was already committed
};

class Load {
 public:
  virtual ~Load() = default;

  // Files that staging and reading back open inside the engine (existing or not): the sandbox
  // allows exactly these.
  virtual std::vector<std::string> paths() const { return {}; }

  // How rows get in: connectors with `engine_stage` answer the statements for the batch given as a
  // SELECT, to be run in order on one connection; the others give a writer. Rows of the batch must
  // pass Observe(…, kBatch) and what is written into staging Observe(…, kContent); one may stand
  // for both if they are the same rows.
  virtual Result<std::vector<std::string>> StageStatements(const std::string& batch_select,
                                                           Observer& observer) = 0;
  virtual Result<std::unique_ptr<data::BatchWriter>> OpenWriter() = 0;

  // Staged rows are complete: make them durable. Checks keys (NULL keys, two rows with one key)
  // against the mode and refuses with counts.
  virtual Result<void> Prepare(StopToken stop) = 0;
  // The staged rows again, for verification against Slot::kContent.
  virtual Result<Scan> ReadStaged() = 0;
  // Their number, where the target's system counts them sooner than the engine can read them.
  virtual Result<std::optional<int64_t>> CountStaged(StopToken) { return std::optional<int64_t>(); }
  // Atomic and idempotent. `verify`: inside the same transaction compare what the target now holds
  // with the staged rows, and roll back on a difference (kDataLoss).
  virtual Result<Committed> Commit(bool verify, StopToken stop) = 0;
  // Removes staging; the target is as before. Idempotent; no effect after Commit.
  virtual Result<void> Abort() = 0;

  // Everything another process needs for Session::Recover. Valid from Write on, before anything is
  // staged.
  virtual json::Value descriptor() const = 0;
  // Everything Session::Rollback needs. Valid after Commit.
  virtual json::Value undo() const = 0;
};

// One thread at a time.
class Session {
 public:
  virtual ~Session() = default;
  virtual Result<void> Check(StopToken stop) = 0;
  virtual Result<std::vector<TableInfo>> Discover(const DiscoverRequest& request,
                                                  StopToken stop) = 0;
  virtual Result<Scan> Read(const ReadRequest& request, StopToken stop) = 0;
  virtual Result<WritePlan> PlanWrite(const WriteRequest& request, StopToken stop) = 0;
  virtual Result<std::unique_ptr<Load>> Write(const WriteRequest& request, StopToken stop) = 0;
  // The load of an earlier process, to Commit or Abort it. A target or staging that is gone is
  // handled by those calls.
  virtual Result<std::unique_ptr<Load>> Recover(const json::Value& descriptor) = 0;
  // Puts back what the load replaced; refuses when the target changed since. `DropUndo` gives up
  // that possibility (a newer run replaces it).
  virtual Result<void> Rollback(const json::Value& undo, StopToken stop) = 0;
  virtual Result<void> DropUndo(const json::Value& undo) = 0;
};

struct OpenContext {
  data::Database& database;  // for sniffing and for engine scans; outlives the session
  std::string folder;        // base of relative paths
};

class Connector {
 public:
  virtual ~Connector() = default;
  virtual const ConnectorInfo& info() const = 0;
  // Pure: what is wrong with a URI of ours (for files: ""), offline.
  virtual Problems Validate(const std::string& uri) const = 0;
  virtual Result<std::unique_ptr<Session>> Open(const std::string& uri,
                                                const OpenContext& context) const = 0;
};

}  // namespace aietl::connectors
