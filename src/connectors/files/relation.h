// The SQL that reading hands to the engine, and what all formats share of it: types that several
// files agree on, projection, bounds, limit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/connector.h"
#include "connectors/files/format.h"
#include "connectors/files/options.h"
#include "data/database.h"
#include "data/type.h"

namespace aietl::connectors::files {

// A relation over all rows and columns of some files, before projection and bounds.
struct Relation {
  std::string sql;  // what stands behind FROM
  data::Schema schema;
  std::vector<std::string> paths;  // files that the engine opens
  std::vector<FileStamp> stamps;   // files of the user behind it
  std::optional<double> rows;
  bool rows_exact = false;
  double bytes = 0;  // of the user's files
  bool sampled = false;
  int64_t sampled_rows = 0;  // 0: all
  std::string note;
  std::string work;
  json::Value sniffed;  // as document keys, for discovery
  Problems problems;    // warnings
};

class SniffCache;

// What building a relation needs besides the files.
struct ReadContext {
  data::Connection& connection;
  const ReadOptions& options;
  std::string folder;       // base of relative paths, for the column `filename`
  std::string temp_folder;  // for copies; empty: only the schema is wanted, and no copy is made
  bool quick = false;       // discovery: a smaller look is enough
  StopToken stop;
  SniffCache* cache = nullptr;
  int64_t memory = 0;  // as in ReadRequest
};

// The type that holds the values of both without loss; nullopt when only text would.
std::optional<data::Type> Widen(const data::Type& a, const data::Type& b);

// Applies `columns`, `bounds` and `limit` to a relation. Unknown columns are errors with
// suggestions.
Result<Scan> Narrowed(Relation relation, const ReadRequest& request);

std::string SqlList(const std::vector<std::string>& texts);       // ['a', 'b']
std::string SqlStruct(const std::vector<data::Column>& columns);  // {'a': 'BIGINT'}
// The path as the column `filename` shows it: below `folder` without it.
std::string ShownPath(const std::string& path, const std::string& folder);
// The same over a column that holds absolute paths.
std::string ShownPathSql(const std::string& column, const std::string& folder);
// `types:` that names no column is an error with suggestions.
Result<void> CheckTypeNames(const ReadOptions& options, const std::vector<std::string>& names);

}  // namespace aietl::connectors::files
