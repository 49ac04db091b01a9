#include "connectors/files/format.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "connectors/files/byte_source.h"

namespace aietl::connectors::files {
namespace {

struct Ending {
  std::string_view text;
  Format format;
};
constexpr std::array<Ending, 10> kEndings{{{".csv", Format::kCsv},
                                           {".tsv", Format::kTsv},
                                           {".tab", Format::kTsv},
                                           {".txt", Format::kCsv},
                                           {".json", Format::kJson},
                                           {".ndjson", Format::kNdjson},
                                           {".jsonl", Format::kNdjson},
                                           {".parquet", Format::kParquet},
                                           {".pq", Format::kParquet},
                                           {".psv", Format::kCsv}}};

bool EndsWith(std::string_view text, std::string_view ending) {
  if (text.size() < ending.size()) return false;
  return std::equal(ending.rbegin(), ending.rend(), text.rbegin(), [](char a, char b) {
    return a == std::tolower(static_cast<unsigned char>(b));
  });
}

// The format of text by its first character that is no blank.
Format GuessText(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return Format::kCsv;
  if (head[first] == '[') return Format::kJson;
  if (head[first] != '{') return Format::kCsv;
  // One object a line, or one object over many lines.
  const size_t line_end = head.find('\n', first);
  if (line_end == std::string_view::npos) return Format::kJson;
  const size_t last = head.find_last_not_of(" \t\r\n", line_end);
  return last != std::string_view::npos && head[last] == '}' ? Format::kNdjson : Format::kJson;
}

// What a file that cannot be data gives away by its first bytes; nullptr when it may be.
const char* Foreign(std::string_view head) {
  if (head.starts_with("PK\x03\x04")) return Tr("an Office workbook or a zip archive");
  if (head.starts_with("\xD0\xCF\x11\xE0")) return Tr("an old Excel workbook");
  if (head.starts_with("%PDF")) return Tr("a PDF document");
  if (head.starts_with("SQLite format 3")) return Tr("an SQLite database");
  if (head.size() > 12 && head.substr(8, 4) == "DUCK") return Tr("a DuckDB database");
  if (head.starts_with("BZh")) return Tr("a bzip2 archive");
  if (head.starts_with("\xFD"
                       "7zXZ"))
    return Tr("an xz archive");
  if (head.starts_with("ORC")) return Tr("an ORC file");
  if (head.starts_with("Obj\x01")) return Tr("an Avro file");
  return nullptr;
}

}  // namespace

const char* FormatName(Format format) {
  constexpr std::array<const char*, 5> kNames{"csv", "tsv", "json", "ndjson", "parquet"};
  return kNames[static_cast<size_t>(format)];
}

std::optional<Format> ParseFormat(std::string_view name) {
  for (const Format format :
       {Format::kCsv, Format::kTsv, Format::kJson, Format::kNdjson, Format::kParquet}) {
    if (name == FormatName(format)) return format;
  }
  return std::nullopt;
}

const char* CompressionName(Compression compression) {
  constexpr std::array<const char*, 3> kNames{"none", "gzip", "zstd"};
  return kNames[static_cast<size_t>(compression)];
}

std::optional<Compression> ParseCompression(std::string_view name) {
  for (const Compression c : {Compression::kNone, Compression::kGzip, Compression::kZstd}) {
    if (name == CompressionName(c)) return c;
  }
  return std::nullopt;
}

EndingKind KindByEnding(std::string_view path) {
  EndingKind kind;
  if (EndsWith(path, ".gz")) {
    kind.compression = Compression::kGzip;
    path.remove_suffix(3);
  } else if (EndsWith(path, ".zst")) {
    kind.compression = Compression::kZstd;
    path.remove_suffix(4);
  }
  for (const Ending& ending : kEndings) {
    if (EndsWith(path, ending.text)) kind.format = ending.format;
  }
  return kind;
}

bool HasDataEnding(std::string_view path) {
  return KindByEnding(path).format.has_value() && !EndsWith(path, ".txt");
}

Result<FileKind> RecogniseFile(const std::string& path, std::optional<Format> format,
                               std::optional<Compression> compression) {
  const EndingKind ending = KindByEnding(path);
  FileKind kind;
  bool complete = false;
  AIETL_ASSIGN(std::string head, ReadHead(path, Compression::kNone, 64, &complete));
  kind.compression =
      compression.value_or(head.starts_with("\x1F\x8B")           ? Compression::kGzip
                           : head.starts_with("\x28\xB5\x2F\xFD") ? Compression::kZstd
                                                                  : Compression::kNone);
  if (!compression && kind.compression == Compression::kNone &&
      ending.compression != Compression::kNone && !head.empty()) {
    return Fail(
        Error(Code::kDataLoss, "corrupt_file",
              Msg("{}: is no {} archive although its name says so", path,
                  CompressionName(ending.compression)))
            .About(path)
            .Hint(Tr("get the file again, or say `compression: none` if it is not compressed")));
  }
  const std::optional<Format> named = format ? format : ending.format;
  if (kind.compression != Compression::kNone) {
    AIETL_ASSIGN(head, ReadHead(path, kind.compression, 4096, &complete));
  } else if (!named) {
    AIETL_ASSIGN(head, ReadHead(path, kind.compression, 4096, &complete));
  }
  const bool parquet = head.starts_with("PAR1") || head.starts_with("PARE");
  if (named == Format::kParquet || (parquet && !format)) {
    if (kind.compression != Compression::kNone) {
      return Fail(Error(Code::kUnsupported, "compressed_parquet",
                        Msg("{}: a Parquet file inside an archive", path))
                      .About(path)
                      .Hint(Tr("unpack it first: Parquet is compressed inside")));
    }
    if (!parquet) {
      return Fail(Error(Code::kDataLoss, "corrupt_file",
                        Msg("{}: is no Parquet file, or its beginning is damaged", path))
                      .About(path)
                      .Hint(Tr("get the file again, or name its true format with `format:`")));
    }
    kind.format = Format::kParquet;
    return kind;
  }
  if (const char* foreign = Foreign(head)) {
    return Fail(Error(Code::kUnsupported, "unknown_format", Msg("{}: is {}", path, foreign))
                    .About(path)
                    .Hint(Tr("save it as CSV, JSON or Parquet")));
  }
  kind.format = named ? *named : GuessText(head);
  return kind;
}

}  // namespace aietl::connectors::files
