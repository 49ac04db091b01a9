// Rows passing through are counted and summed without being changed: the table function
// `aietl_observe((SELECT …), slot, full)` of the engine. It runs on all threads, keeps order where
// the plan does, and lets filters below it reach the scans.
//
// Two contents have equal checksums exactly when each column holds the same values the same number
// of times (and, by the checksum over rows, when the same values stand together), up to a chance of
// about 2^-64. Values are compared as values: integers and booleans of every width, decimals of
// every width and scale, FLOAT and DOUBLE, text, ENUM and BLOB, timestamps of every unit with or
// without zone, LIST and ARRAY are the same if they hold the same. JSON is compared without blanks,
// BIT as text. Names of columns and of struct fields do not count.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/error.h"
#include "data/batch.h"
#include "data/database.h"

namespace aietl::engine {

// Adds the function to the database; harmless when it is there.
Result<void> RegisterObserve(data::Database& database);

// Where one or several statements' observed rows add up. Thread-safe; must outlive the statements
// that name it.
class ObserveSlot {
 public:
  ObserveSlot();
  ~ObserveSlot();
  ObserveSlot(const ObserveSlot&) = delete;
  ObserveSlot& operator=(const ObserveSlot&) = delete;

  // Text to stand behind FROM, or a whole SELECT.
  std::string Wrap(const std::string& select, bool full) const;

  void Reset();
  bool used() const;            // a statement began to pass rows since Reset
  int64_t rows() const;         // so far, also while a statement runs
  data::Checksum Take() const;  // of the statements that have ended

  struct State;

 private:
  int64_t id_;
  std::shared_ptr<State> state_;  // shared with the running statements' threads
};

}  // namespace aietl::engine
