#include "connectors/files/csv_sniff.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/durable_file.h"
#include "base/text.h"
#include "connectors/files/byte_source.h"
#include "connectors/files/csv_header.h"
#include "connectors/files/encoding_of_file.h"
#include "connectors/files/transcode.h"

namespace aietl::connectors::files {
namespace {

constexpr size_t kLongestRecord = 64U << 20U;

Error LineError(const char* id, const std::string& file, int64_t line, std::string message,
                std::string hint) {
  return Error(Code::kDataLoss, id, std::move(message))
      .At({file, static_cast<int>(line), 1})
      .About(file)
      .Hint(std::move(hint));
}

Error OpenQuote(const std::string& file, int64_t line) {
  return LineError("broken_quotes", file, line,
                   Tr("a quotation mark is opened here and never closed"),
                   Tr("close it, double the marks inside quoted text, or say `quote: none` if they "
                      "mean nothing"));
}

// Profiles of all columns while records go by.
class Profiler {
 public:
  Profiler(const Dialect& dialect, const ReadOptions& options, std::string file)
      : options_(options),
        file_(std::move(file)),
        most_rows_(options.sample.value_or(kSampleAll)),
        parser_(dialect),
        skip_(dialect.skip) {}

  // Takes the records of a piece that goes on where the last one ended. Returns the bytes used.
  Result<size_t> Take(std::string_view text, bool last) {
    parser_.SetText(text, last);
    if (skip_ > 0) {
      if (!parser_.SkipLines(skip_)) return last ? text.size() : 0;
      skip_ = 0;
    }
    while (!full()) {
      switch (parser_.Next(&fields_, single_column())) {
        case CsvEvent::kRecord: AIETL_TRY(Record()); break;
        case CsvEvent::kOpenQuote: return Fail(OpenQuote(file_, parser_.line()));
        case CsvEvent::kAfterQuote:
          return Fail(LineError("broken_quotes", file_, parser_.line(),
                                Tr("text stands behind a closing quotation mark"),
                                Tr("double the marks inside quoted text, or say `quote: none` if "
                                   "they mean nothing")));
        case CsvEvent::kEnd:
        case CsvEvent::kMore: return parser_.consumed();
      }
    }
    return parser_.consumed();
  }

  // Records of a piece out of the middle: begins behind some line end that gives records of the
  // right width. Broken ones are left to the engine, which knows the line.
  void TakePlace(std::string_view text, const Dialect& dialect) {
    Dialect middle = dialect;
    middle.skip = 0;
    constexpr int kTries = 20;
    size_t start = 0;
    for (int attempt = 0; attempt < kTries; ++attempt) {
      start = text.find('\n', start);
      if (start == std::string_view::npos) return;
      ++start;
      if (Synchronised(text.substr(start), middle)) break;
      if (attempt + 1 == kTries) return;
    }
    CsvParser parser(middle);
    parser.SetText(text.substr(start), false);
    while (!full() && parser.Next(&fields_, single_column()) == CsvEvent::kRecord &&
           fields_.size() == columns_) {
      AddFields();
      ++rows_;
    }
    bytes_elsewhere_ += parser.consumed();
  }

  bool full() const { return most_rows_ != kSampleAll && rows_ >= most_rows_; }
  bool has_first() const { return !first_.empty(); }
  bool single_column() const { return columns_ == 1; }
  int64_t rows() const { return rows_; }  // records behind the first
  size_t bytes_elsewhere() const { return bytes_elsewhere_; }
  const CsvParser& parser() const { return parser_; }
  const std::vector<std::string>& first() const { return first_; }

  // Ends profiling: decides on the header and the columns.
  void Finish(CsvSniff* sniff) {
    const bool header = options_.header.value_or(FirstRecordIsHeader(first_, profiles_, rows_));
    sniff->dialect.header = header;
    std::vector<std::string> names = first_;
    if (!header) {
      for (size_t i = 0; i < first_.size(); ++i) {
        names[i] = "column" + std::to_string(i);
        profiles_[i].Add(first_[i], first_quoted_[i]);
      }
    }
    names = ColumnNames(names, file_, &sniff->problems);
    sniff->columns = DecideColumns(names, profiles_, options_, file_, &sniff->problems);
    sniff->sampled_rows = rows_ + (header ? 0 : 1);
    sniff->rows = static_cast<double>(sniff->sampled_rows);
    sniff->mixed_line_ends = parser_.mixed_line_ends();
    sniff->dialect.crlf = parser_.saw_crlf();
  }

 private:
  Result<void> Record() {
    if (!has_first()) {
      columns_ = fields_.size();
      for (const Field& field : fields_) {
        first_.emplace_back(field.text);
        first_quoted_.push_back(field.quoted);
      }
      profiles_.resize(columns_);
      return {};
    }
    if (fields_.size() != columns_ && options_.strict) {
      return Fail(
          LineError("ragged_row", file_, parser_.line(),
                    Msg("this line has {} fields, the first one has {}", fields_.size(), columns_),
                    Tr("mend the line; or say `strict: false` to fill missing fields with NULL; or "
                       "name the right `delimiter:`")));
    }
    AddFields();
    ++rows_;
    return {};
  }

  void AddFields() {
    const size_t count = std::min(columns_, fields_.size());
    for (size_t i = 0; i < count; ++i)
      profiles_[i].Add(fields_[i].text, fields_[i].quoted);
    for (size_t i = count; i < columns_; ++i)
      ++profiles_[i].empty;
  }

  bool Synchronised(std::string_view text, const Dialect& dialect) {
    CsvParser parser(dialect);
    parser.SetText(text, false);
    for (int i = 0; i < 3; ++i) {
      if (parser.Next(&fields_, single_column()) != CsvEvent::kRecord || fields_.size() != columns_)
        return false;
    }
    return true;
  }

  const ReadOptions& options_;
  std::string file_;
  int64_t most_rows_;
  CsvParser parser_;
  int64_t skip_;
  std::vector<Field> fields_;
  size_t columns_ = 0;
  std::vector<std::string> first_;
  std::vector<bool> first_quoted_;
  std::vector<ColumnProfile> profiles_;
  int64_t rows_ = 0;
  size_t bytes_elsewhere_ = 0;
};

// What is known of a file before its text is looked at.
struct Text {
  std::string head;       // raw bytes from the beginning
  bool complete = false;  // that is all
  int64_t size = 0;       // uncompressed; an estimate for large archives
  std::string encoding;
};

Result<std::string> DecodeAll(std::string_view bytes, const std::string& encoding, bool complete,
                              const std::string& path) {
  std::string text;
  if (encoding == "UTF-8") {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return std::string(bytes);
  }
  AIETL_ASSIGN(const std::unique_ptr<Decoder> decoder, Decoder::Open(encoding, path));
  AIETL_TRY(decoder->Decode(bytes, complete, &text));
  return text;
}

// Records of places spread over a large uncompressed file.
Result<void> TakePlaces(const std::string& path, const Text& text, const SniffLimits& limits,
                        const Dialect& dialect, Profiler* profiler) {
  const bool one_byte =
      !text.encoding.starts_with("UTF-16") && !text.encoding.starts_with("UTF-32");
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Fail(ErrnoError(errno, path));
  std::string place(static_cast<size_t>(limits.place_bytes), '\0');
  const int64_t behind = text.size - static_cast<int64_t>(text.head.size());
  for (int i = 0; i < limits.places && one_byte && !profiler->full(); ++i) {
    // The last place ends with the file.
    const int64_t offset = static_cast<int64_t>(text.head.size()) +
                           (behind - limits.place_bytes) / std::max(1, limits.places - 1) * i;
    const ssize_t got = ::pread(fd, place.data(), place.size(),
                                i + 1 == limits.places ? text.size - limits.place_bytes : offset);
    if (got <= 0) break;
    Result<std::string> decoded = DecodeAll(
        std::string_view(place.data(), static_cast<size_t>(got)), text.encoding, false, path);
    if (decoded) profiler->TakePlace(*decoded, dialect);
  }
  ::close(fd);
  return {};
}

// The whole text in bounded memory.
Result<int64_t> TakeStream(const std::string& path, Compression compression,
                           const std::string& encoding, Profiler* profiler, StopToken stop) {
  AIETL_ASSIGN(std::unique_ptr<ByteSource> bytes, OpenBytes(path, compression));
  AIETL_ASSIGN(const std::unique_ptr<ByteSource> source,
               DecodeSource(std::move(bytes), encoding, path));
  std::string buffer;
  int64_t total = 0;
  for (bool ended = false; !ended && !profiler->full();) {
    AIETL_TRY(stop.Check());
    constexpr size_t kPiece = 1U << 20U;
    const size_t had = buffer.size();
    buffer.resize(had + kPiece);
    AIETL_ASSIGN(const size_t got, source->Read(buffer.data() + had, kPiece));
    buffer.resize(had + got);
    total += static_cast<int64_t>(got);
    ended = got == 0;
    AIETL_ASSIGN(const size_t used, profiler->Take(buffer, ended));
    buffer.erase(0, used);
    if (buffer.size() > kLongestRecord) return Fail(OpenQuote(path, profiler->parser().line()));
  }
  return total;
}

Result<Text> LoadText(const std::string& path, Compression compression, const SniffLimits& limits) {
  Text text;
  AIETL_ASSIGN(const FileStamp stamp, StampFile(path));
  text.size = stamp.size;
  if (compression == Compression::kNone) {
    const int64_t most = stamp.size <= limits.whole_bytes ? limits.whole_bytes : limits.head_bytes;
    AIETL_ASSIGN(text.head, ReadHead(path, compression, static_cast<size_t>(most), &text.complete));
    return text;
  }
  AIETL_ASSIGN(text.head, ReadHead(path, compression, static_cast<size_t>(limits.whole_bytes),
                                   &text.complete));
  // Delimited text shrinks to about a fifth.
  text.size = text.complete
                  ? static_cast<int64_t>(text.head.size())
                  : std::max<int64_t>(stamp.size * 5, static_cast<int64_t>(text.head.size()));
  return text;
}

void MarkEmpty(CsvSniff* sniff) {
  sniff->empty = true;
  sniff->rows = 0;
}

}  // namespace

Result<CsvSniff> SniffText(std::string_view text, bool tabs, const ReadOptions& options,
                           const std::string& file) {
  CsvSniff sniff;
  sniff.dialect = SniffDialect(text, true, options, tabs, &sniff.problems);
  Profiler profiler(sniff.dialect, options, file);
  AIETL_TRY(profiler.Take(text, true));
  if (!profiler.has_first()) {
    MarkEmpty(&sniff);
  } else {
    profiler.Finish(&sniff);
    sniff.whole = !profiler.full();
  }
  return sniff;
}

Result<CsvSniff> SniffCsv(const std::string& path, Compression compression,
                          const ReadOptions& options, const SniffLimits& limits, StopToken stop) {
  AIETL_ASSIGN(Text text, LoadText(path, compression, limits));
  text.encoding = options.encoding;
  if (text.encoding.empty()) {
    AIETL_ASSIGN(text.encoding, FindEncoding(path, compression, text.head, text.complete,
                                             limits.whole_encoding, stop));
  }
  AIETL_ASSIGN(const std::string head, DecodeAll(text.head, text.encoding, text.complete, path));
  const bool tabs =
      options.format ? *options.format == Format::kTsv : KindByEnding(path).format == Format::kTsv;
  if (text.complete) {
    AIETL_ASSIGN(CsvSniff sniff, SniffText(head, tabs, options, path));
    sniff.encoding = text.encoding;
    return sniff;
  }
  CsvSniff sniff;
  sniff.encoding = text.encoding;
  sniff.dialect = SniffDialect(head, false, options, tabs, &sniff.problems);
  Profiler profiler(sniff.dialect, options, path);
  if (options.sample) {
    AIETL_ASSIGN(const int64_t total,
                 TakeStream(path, compression, text.encoding, &profiler, stop));
    sniff.whole = !profiler.full();
    if (profiler.has_first()) profiler.Finish(&sniff);
    if (!sniff.whole && total > 0)
      sniff.rows *=
          static_cast<double>(text.size) / static_cast<double>(std::min(total, text.size));
    return sniff;
  }
  sniff.whole = false;
  AIETL_ASSIGN(const size_t used, profiler.Take(head, false));
  if (!profiler.has_first()) return Fail(OpenQuote(path, 1));
  if (compression == Compression::kNone)
    AIETL_TRY(TakePlaces(path, text, limits, sniff.dialect, &profiler));
  profiler.Finish(&sniff);
  // Bytes of the file, not of its UTF-8.
  const double share =
      static_cast<double>(text.head.size()) / static_cast<double>(std::max<size_t>(head.size(), 1));
  const double seen = static_cast<double>(used + profiler.bytes_elsewhere()) * share;
  if (seen > 0)
    sniff.rows = static_cast<double>(sniff.sampled_rows) * static_cast<double>(text.size) / seen;
  return sniff;
}

}  // namespace aietl::connectors::files
