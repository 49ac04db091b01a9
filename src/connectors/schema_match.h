// Which columns of a batch go where in an existing table, and whether every value will fit: one
// rule for all databases.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/connector.h"
#include "data/type.h"

namespace aietl::connectors {

// What happens to values of one type in a column of another.
enum class Fit : uint8_t {
  kSame,
  kWidens,   // every value fits and reads back as the same value
  kChecked,  // a value either fits exactly or the cast fails, so that nothing is altered silently
             // (BIGINT into INTEGER)
  kRefused,  // values could be rounded, cut or read another way (DOUBLE into INTEGER, text into
             // anything, TIMESTAMP into TIMESTAMPTZ)
};
Fit FitOf(const data::Type& from, const data::Type& to);

struct TargetColumn {
  data::Column column;
  bool has_default = false;  // what is not delivered gets it
  bool generated = false;    // cannot be written
};

struct SchemaMatch {
  data::Schema
      stage;  // the batch's columns in its order, each with the type in which it must arrive
  std::vector<std::string> target_names;  // per batch column: how the target spells it
  std::vector<data::Column> added;        // what the target lacks and gets
  std::vector<std::string> changes;       // sentences for people
  Problems problems;
};

// `batch` into the existing `table` (for messages). `evolve`: the target may get new columns.
SchemaMatch MatchSchema(const data::Schema& batch, const std::vector<TargetColumn>& target,
                        const std::string& table, bool evolve);

// What is wrong with a request by itself: keys that the batch lacks (did you mean), columns with a
// name of the mode's own, names that differ in case only.
Problems CheckRequest(const WriteRequest& request);
// What an existing target lacks for the mode: scd2 needs its three columns.
Problems CheckModeColumns(const WriteRequest& request, const std::vector<TargetColumn>& target,
                          const std::string& table);

}  // namespace aietl::connectors
