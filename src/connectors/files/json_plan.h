// How a set of JSON files is read: the layout of each, and one schema for all their records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "connectors/files/json_sniff.h"
#include "connectors/files/relation.h"

namespace aietl::connectors::files {

struct JsonFile {
  FileStamp stamp;
  Compression compression = Compression::kNone;
  std::string encoding = "UTF-8";
  bool marked = false;  // begins with a byte order mark
  JsonLayout layout = JsonLayout::kLines;
  std::optional<ByteRange> inside;  // of the records, where an object is around them
};

struct JsonPlan {
  std::vector<JsonFile> files;
  data::Schema schema;
  int64_t rows = 0;
  int64_t longest = 0;
  bool complete = true;
  double estimated_rows = 0;
  std::string records;  // path of the records inside the files; empty: at the top
  Problems problems;
};

Result<JsonPlan> PlanJson(const std::vector<std::string>& paths, const ReadContext& context);

}  // namespace aietl::connectors::files
