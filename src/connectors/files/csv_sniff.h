// What a delimited file is like: characters, header, encoding, and the type of each column, from
// all of it or from a sample.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/files/column_guess.h"
#include "connectors/files/csv_parse.h"
#include "connectors/files/options.h"

namespace aietl::connectors::files {

struct CsvSniff {
  Dialect dialect;
  std::string encoding = "UTF-8";   // ICU's name
  std::vector<ColumnPlan> columns;  // names are unique
  bool mixed_line_ends = false;
  bool whole = true;  // every record was looked at
  double rows = 0;    // exact when `whole`
  int64_t sampled_rows = 0;
  bool empty = false;  // not even a header
  Problems problems;   // warnings
};

struct SniffLimits {
  int64_t whole_bytes =
      16 << 20;  // files of up to so many bytes (uncompressed) are looked at entirely
  int64_t head_bytes = 2 << 20;  // of larger ones the beginning
  int places = 12;               // and so many places behind it
  int64_t place_bytes = 128 << 10;
  bool whole_encoding = true;  // whether all of a large file is checked to be in its encoding
};

// Ragged rows and broken quotes within what is looked at are errors with file and line.
// `options.sample` overrides the limits.
Result<CsvSniff> SniffCsv(const std::string& path, Compression compression,
                          const ReadOptions& options, const SniffLimits& limits, StopToken stop);

// Pure parts, for tests and fuzzing.

// The characters of delimited text, from its beginning; what `options` gives is kept. `tabs`: the
// ending says tab-separated.
Dialect SniffDialect(std::string_view head, bool complete, const ReadOptions& options, bool tabs,
                     Problems* problems);
// A sniff of text that is all there (UTF-8).
Result<CsvSniff> SniffText(std::string_view text, bool tabs, const ReadOptions& options,
                           const std::string& file);

}  // namespace aietl::connectors::files
