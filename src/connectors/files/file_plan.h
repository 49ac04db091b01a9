// What a load will do to a file: its new schema, how old rows are read, and the SQL of the new
// content.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/durable_file.h"
#include "connectors/connector.h"
#include "connectors/files/options.h"
#include "connectors/load_sql.h"

namespace aietl::connectors::files {

// Where a load's files are. All in the target's folder but the last three.
struct LoadPaths {
  std::string target;
  std::string staged;  // the new content, to be renamed
  std::string batch;   // the delivered rows, where the content holds others, too
  std::string kept;    // the previous content
  std::string record;  // written by Prepare: what was staged
  std::string made;    // the ledger: which pipeline made the target, and as what
};
LoadPaths PathsOf(const WriteRequest& request);

struct FilePlan {
  WritePlan write;
  TargetFormat format;
  std::optional<FileStamp> before;  // of the existing target
  std::string
      old_rows;  // relation of the existing rows in the new types; empty: none, or not needed
  std::vector<std::string> old_columns;  // its columns
  std::vector<std::string> old_paths;    // files behind it
  std::vector<std::string> names;        // per batch column: how the target spells it
  data::Schema content;                  // of the new file
};

Result<FilePlan> MakeFilePlan(data::Connection& connection, const WriteRequest& request,
                              StopToken stop);

// The request for load_sql, over relations `stage` (columns named as `names`) and the old rows.
LoadSqlRequest SqlRequest(const WriteRequest& request, const FilePlan& plan,
                          const std::string& stage);

// Cuts Parquet's row groups to the memory that is granted: every writing thread holds one whole.
void FitRowGroups(const WriteRequest& request, TargetFormat* format);

// Who made the file at `target`, by the ledger: a pipeline's name, or empty when nobody of ours did
// or it was changed since.
std::string MakerOf(const LoadPaths& paths);

}  // namespace aietl::connectors::files
