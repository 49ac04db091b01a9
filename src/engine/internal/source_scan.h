// How sources enter the engine: the table function `aietl_source(id)`. A source is a relation that
// the engine scans itself, or partitions that are pulled from readers on as many threads as there
// are. Rows are counted as they come out of the scans.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/error.h"
#include "data/batch.h"
#include "data/database.h"

namespace aietl::engine {

// Adds the function to the database; harmless when it is there.
Result<void> RegisterSourceScan(data::Database& database);

class SourceScan {
 public:
  // SQL that can stand behind FROM. Projections and filters reach its scans.
  static std::unique_ptr<SourceScan> OverRelation(std::string relation);
  // `rows`: how many are expected, if known.
  static Result<std::unique_ptr<SourceScan>> OverPartitions(
      std::shared_ptr<data::PartitionedRead> partitions, std::optional<double> rows);
  ~SourceScan();

  // Text to stand behind FROM while this object lives.
  std::string Sql() const;

  // Rows that came out of the scans so far; also while a statement runs.
  int64_t rows() const;
  // The relation is nothing but one scan of a kind that skips rows by pushed-down filters, and
  // whose count(*) costs nothing: its true number of rows is what count(*) says.
  bool counts_itself() const;

  // The first error of a reader since the last call: statements fail with a text only.
  std::optional<Error> TakeError();

  struct State;

 private:
  explicit SourceScan(std::shared_ptr<State> state);
  int64_t id_;
  std::shared_ptr<State> state_;  // shared with running statements' threads
};

}  // namespace aietl::engine
