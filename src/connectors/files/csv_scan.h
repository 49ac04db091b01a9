// Delimited files as a relation of the engine, with every choice explicit.
#pragma once

#include <string>
#include <vector>

#include "connectors/files/csv_sniff.h"
#include "connectors/files/relation.h"

namespace aietl::connectors::files {

// One file and what was sniffed of it.
struct CsvFile {
  FileStamp stamp;  // of the user's file
  Compression compression = Compression::kNone;
  CsvSniff sniff;
  std::string read_path;  // the same, or its copy
  bool copied = false;
};

// Sniffs every file (the same kinds of columns everywhere, joined by name) and writes the SQL.
Result<Relation> CsvRelation(const std::vector<std::string>& paths, const ReadContext& context);

}  // namespace aietl::connectors::files
