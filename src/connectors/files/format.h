// What a file is: its format and compression, by what the document says, by its ending, and by its
// first bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace aietl::connectors::files {

enum class Format : uint8_t { kCsv, kTsv, kJson, kNdjson, kParquet };
enum class Compression : uint8_t { kNone, kGzip, kZstd };

const char* FormatName(Format format);  // as in the document: "csv"
std::optional<Format> ParseFormat(std::string_view name);
const char* CompressionName(Compression compression);  // "none", "gzip", "zstd"
std::optional<Compression> ParseCompression(std::string_view name);
inline bool IsDelimited(Format format) {
  return format == Format::kCsv || format == Format::kTsv;
}
inline bool IsJson(Format format) {
  return format == Format::kJson || format == Format::kNdjson;
}

struct FileKind {
  Format format = Format::kCsv;
  Compression compression = Compression::kNone;
};

// By the ending alone ("x.csv.gz", "X.NDJSON"); what the ending does not tell is empty.
struct EndingKind {
  std::optional<Format> format;
  Compression compression = Compression::kNone;
};
EndingKind KindByEnding(std::string_view path);
// Whether a folder listing should offer this file as data.
bool HasDataEnding(std::string_view path);

// The kind of an existing file. `format` and `compression` are what the document says, where it
// does. Compression is taken from the first bytes, since endings lie; a format that neither
// document nor ending name is guessed from the content. Spreadsheets and other binary files are
// refused by name.
Result<FileKind> RecogniseFile(const std::string& path, std::optional<Format> format,
                               std::optional<Compression> compression);

}  // namespace aietl::connectors::files
