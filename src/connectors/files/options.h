// The keys that a source or target on files may carry in a document, declared once, and what they
// say once read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "config/options.h"
#include "connectors/files/format.h"
#include "data/type.h"

namespace aietl::connectors::files {

const std::vector<config::Option>& SourceOptions();
const std::vector<config::Option>& TargetOptions();

constexpr int64_t kSampleAll = -1;

// What a document says about reading; what it leaves open is empty and gets sniffed.
struct ReadOptions {
  std::optional<Format> format;
  std::optional<Compression> compression;
  std::optional<std::string> delimiter;  // one to four bytes
  std::optional<std::string> quote;      // one byte, or empty for none
  std::optional<std::string> escape;
  std::optional<bool> header;
  std::optional<int64_t> skip;
  std::string comment;                   // one byte, or empty
  std::string encoding;                  // ICU's name, or empty
  char decimal = 0;                      // '.' or ',', or 0
  std::optional<std::string> thousands;  // one character, or empty for none
  std::optional<std::vector<std::string>> nulls;
  std::string date_format;  // strptime's
  std::string timestamp_format;
  std::vector<std::pair<std::string, data::Type>> types;
  std::string records;            // JSON: dotted path of the array
  std::optional<int64_t> sample;  // rows, or kSampleAll
  bool filename = false;
  bool row_number = false;
  bool strict = true;
};

struct TargetFormat {
  FileKind kind;
  std::string delimiter = ",";
  std::string quote = "\"";
  bool header = true;
  std::string codec;            // Parquet's, inside the file: "zstd", "snappy", "gzip", "none"
  int64_t row_group_rows = 0;   // Parquet; 0: the default
  int64_t row_group_bytes = 0;  // Parquet; 0: no limit. The engine takes it where order is given up
};

// Wrong values are errors with the place in the document.
Result<ReadOptions> ParseReadOptions(const config::Options* options);
// Equal texts for equal options.
std::string Fingerprint(const ReadOptions& options);
// `path` decides what the options leave open.
Result<TargetFormat> ParseTargetFormat(const config::Options* options, const std::string& path);

// "dd.mm.yyyy HH:MM" or strptime's "%d.%m.%Y %H:%M" as strptime's.
std::string ToStrptime(std::string_view format);
// The canonical ICU name of an encoding as users write it ("cp1251", "Windows-1251", "utf16");
// empty when there is none.
std::string EncodingName(std::string_view name);

}  // namespace aietl::connectors::files
