// Rows on their way from a reader to a writer: the engine's own vectors, so that nothing is
// converted in between.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/error.h"
#include "data/database.h"
#include "data/type.h"

namespace aietl::data {

// Reads one partition. One thread at a time; different readers in parallel.
class BatchReader {
 public:
  virtual ~BatchReader() = default;
  // Fills the empty chunk `out` (whose columns are the projected ones, in order) with up to 2,048
  // rows and returns their number; 0 is the end.
  virtual Result<int64_t> Next(_duckdb_data_chunk* out) = 0;
};

// A consistent read cut into partitions that are pulled from a queue. Thread-safe.
class PartitionedRead {
 public:
  virtual ~PartitionedRead() = default;
  virtual const Schema& schema() const = 0;
  virtual int partitions() const = 0;
  // How many readers may be open at once (a server's connection limit); 0: no limit.
  virtual int max_parallel() const { return 0; }
  // `columns` are indices into schema(), the projection.
  virtual Result<std::unique_ptr<BatchReader>> Open(int partition,
                                                    const std::vector<int>& columns) = 0;
};

// Accepts rows in order of Push; after Flush everything pushed is in the destination's hands
// (durable only after its Prepare or Commit).
class BatchWriter {
 public:
  virtual ~BatchWriter() = default;
  virtual Result<void> Push(const Chunk& chunk) = 0;
  virtual Result<void> Flush() = 0;
};

// Counts of rows and, per column, an order-independent checksum over its values and the number of
// NULLs. Equal contents give equal checksums whatever the order, file format or engine they came
// through, as long as the types agree.
struct ColumnSum {
  uint64_t low = 0;  // 128-bit sum modulo 2^128 of the values' hashes
  uint64_t high = 0;
  int64_t nulls = 0;
  friend bool operator==(const ColumnSum&, const ColumnSum&) = default;
};
struct Checksum {
  int64_t rows = 0;
  std::vector<ColumnSum> columns;  // empty when only rows were counted
  ColumnSum together;              // the same over whole rows: which values stand in one row
  friend bool operator==(const Checksum&, const Checksum&) = default;
};

}  // namespace aietl::data
