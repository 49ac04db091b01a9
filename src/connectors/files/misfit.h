// What the files connector adds to the engine: archives that are checked to their end, and a
// function that says which line of which file holds a value that does not fit its column.
#pragma once

#include <string>

#include "base/error.h"
#include "connectors/files/csv_parse.h"
#include "connectors/files/format.h"
#include "data/database.h"

namespace aietl::connectors::files {

// Makes both known to the engine; repeating it is harmless.
Result<void> PrepareEngine(data::Database& database, data::Connection& connection);

struct MisfitColumn {
  size_t index = 0;  // in the file
  std::string name;
  std::string type;
  Dialect dialect;
  Compression compression = Compression::kNone;
  bool sampled = true;
};

// SQL text of a call that never returns: it fails the query with the line of the first record that
// holds this text in this column. `read_path`, `shown_path` and `value` are SQL expressions.
std::string MisfitSql(const MisfitColumn& column, const std::string& read_path,
                      const std::string& shown_path, const std::string& value);

}  // namespace aietl::connectors::files
