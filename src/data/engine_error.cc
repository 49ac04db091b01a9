// The engine's messages as errors of ours. They quote rows of files, values and whole lines of SQL:
// only names, types, paths, numbers of lines and counts are taken out of them, never the message as
// it stands.
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "data/database.h"

namespace aietl::data {
namespace {

// "Binder Error: text" cut in two.
struct EngineMessage {
  std::string_view kind;
  std::string_view text;
};

EngineMessage Split(std::string_view message) {
  constexpr std::string_view kMark = " Error: ";
  const size_t at = message.find(kMark);
  if (at == std::string_view::npos || at > 40) return {"", message};
  return {message.substr(0, at), message.substr(at + kMark.size())};
}

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string_view FirstLine(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

// What stands between `before` (its last occurrence if `last`) and `after`; empty when either is
// missing.
std::string_view Between(std::string_view text, std::string_view before, std::string_view after,
                         bool last = false) {
  size_t from = last ? text.rfind(before) : text.find(before);
  if (from == std::string_view::npos) return {};
  from += before.size();
  const size_t to = text.find(after, from);
  return to == std::string_view::npos ? std::string_view() : text.substr(from, to - from);
}

int ToInt(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Names in double quotes, in order.
std::vector<std::string> QuotedNames(std::string_view text) {
  std::vector<std::string> names;
  for (size_t at = text.find('"'); at != std::string_view::npos;) {
    const size_t end = text.find('"', at + 1);
    if (end == std::string_view::npos) break;
    names.emplace_back(text.substr(at + 1, end - at - 1));
    at = text.find('"', end + 1);
  }
  return names;
}

// A path quoted after one of the words that precede paths.
std::string FilePath(std::string_view text) {
  static constexpr std::array<std::array<std::string_view, 2>, 8> kMarks{{{"file \"", "\""},
                                                                          {"File \"", "\""},
                                                                          {"file '", "'"},
                                                                          {"File '", "'"},
                                                                          {"pattern \"", "\""},
                                                                          {"directory \"", "\""},
                                                                          {"path \"", "\""},
                                                                          {"path '", "'"}}};
  for (const auto& [before, after] : kMarks) {
    const std::string_view path = Between(text, before, after);
    if (!path.empty()) return std::string(path);
  }
  return {};
}

// The system's own reason at the end of an IO message.
std::optional<int> Errno(std::string_view text) {
  struct Reason {
    std::string_view text;
    int number;
  };
  static constexpr Reason kReasons[] = {
      {"No such file or directory", ENOENT},
      {"Not a directory", ENOTDIR},
      {"Permission denied", EACCES},
      {"Operation not permitted", EPERM},
      {"Read-only file system", EROFS},
      {"No space left on device", ENOSPC},
      {"Disk quota exceeded", EDQUOT},
      {"Is a directory", EISDIR},
      {"Too many open files", EMFILE},
      {"Input/output error", EIO},
      {"File too large", EFBIG},
  };
  for (const Reason& reason : kReasons) {
    if (Has(text, reason.text)) return reason.number;
  }
  return std::nullopt;
}

// The type that a conversion failed to reach, from the many ways to say it.
std::string TargetType(std::string_view text) {
  static constexpr std::array<std::array<std::string_view, 2>, 6> kMarks{
      {{"is being converted as type ", "\n"},
       {"the destination type ", ""},
       {"\" to '", "'"},
       {"' to ", ""},
       {" to type ", ""},
       {"in type ", ""}}};
  for (const auto& [before, after] : kMarks) {
    const size_t from = text.rfind(before);
    if (from == std::string_view::npos) continue;
    std::string_view rest = text.substr(from + before.size());
    if (!after.empty()) {
      rest = rest.substr(0, rest.find(after));
    } else {
      // Types are spelt in capitals, digits, brackets; what follows is prose.
      size_t end = 0;
      while (end < rest.size() &&
             ((rest[end] >= 'A' && rest[end] <= 'Z') || (rest[end] >= '0' && rest[end] <= '9') ||
              std::string_view("_()[],").find(rest[end]) != std::string_view::npos)) {
        ++end;
      }
      rest = rest.substr(0, end);
      while (!rest.empty() && rest.back() == ',')
        rest.remove_suffix(1);
    }
    static constexpr std::array<std::array<const char*, 2>, 13> kPhysical{{{"INT8", "TINYINT"},
                                                                           {"INT16", "SMALLINT"},
                                                                           {"INT32", "INTEGER"},
                                                                           {"INT64", "BIGINT"},
                                                                           {"INT128", "HUGEINT"},
                                                                           {"UINT8", "UTINYINT"},
                                                                           {"UINT16", "USMALLINT"},
                                                                           {"UINT32", "UINTEGER"},
                                                                           {"UINT64", "UBIGINT"},
                                                                           {"UINT128", "UHUGEINT"},
                                                                           {"BOOL", "BOOLEAN"},
                                                                           {"FLOAT", "FLOAT"},
                                                                           {"DOUBLE", "DOUBLE"}}};
    for (const auto& [physical, logical] : kPhysical) {
      if (rest == physical) return logical;
    }
    if (auto type = ParseType(rest)) return type->ToSql();
  }
  // "date field value out of range", "invalid timestamp field format", "Failed to cast value to
  // numerical".
  if (Has(text, "timestamp field")) return "TIMESTAMP";
  if (Has(text, "date field")) return "DATE";
  if (Has(text, "time field")) return "TIME";
  if (Has(text, "value to numerical")) return "DOUBLE";
  return {};
}

Error ConversionError(std::string_view text, std::string_view column) {
  // "Unimplemented type for cast (BIGINT -> DATE)": no value is at fault.
  const std::string_view from = Between(text, "Unimplemented type for cast (", " -> ");
  if (!from.empty()) {
    const std::string_view to = Between(text, " -> ", ")");
    return Error(Code::kInvalid, "type_mismatch",
                 Msg("{} cannot be converted to {}", std::string(from), std::string(to)));
  }
  const std::string type = TargetType(text);
  std::string message;
  if (!column.empty() && !type.empty()) {
    message = Msg("a value of column {} cannot be read as {}", std::string(column), type);
  } else if (!column.empty()) {
    message =
        Msg("a value of column {} cannot be converted to the column's type", std::string(column));
  } else if (!type.empty()) {
    message = Msg("a value cannot be converted to {}", type);
  } else {
    message = Tr("a value cannot be converted to the type that is asked for");
  }
  Error error(Code::kRange, "conversion", std::move(message));
  error.object = column;
  return error;
}

// What a CSV message complains of, in the words it uses.
enum class CsvReason : uint8_t { kOther, kConversion, kEncoding, kQuote, kWidth, kLength };

// The reason stands behind the quoted row, which may hold anything, these words too: so the last
// one counts.
CsvReason CsvReasonOf(std::string_view text) {
  struct Mark {
    std::string_view words;
    CsvReason reason;
  };
  static constexpr Mark kMarks[] = {
      {"Error when converting column \"", CsvReason::kConversion},
      {"Invalid unicode (byte sequence mismatch)", CsvReason::kEncoding},
      {"Value with unterminated quote found", CsvReason::kQuote},
      {"Expected Number of Columns: ", CsvReason::kWidth},
      {"Maximum line size of ", CsvReason::kLength}};
  CsvReason reason = CsvReason::kOther;
  size_t last = 0;
  for (const Mark& mark : kMarks) {
    const size_t at = text.rfind(mark.words);
    if (at == std::string_view::npos || at < last) continue;
    last = at;
    reason = mark.reason;
  }
  return reason;
}

Error CsvRowError(std::string_view text) {
  switch (CsvReasonOf(text)) {
    case CsvReason::kConversion:
      return ConversionError(text, Between(text, "Error when converting column \"", "\". ", true))
          .Hint(Tr("give the column another type under `types`, or name the spelling of missing "
                   "values in `nulls`"));
    case CsvReason::kEncoding:
      return Error(Code::kDataLoss, "bad_encoding",
                   Tr("the text is not in the encoding that the file is read with"))
          .Hint(Tr("set `encoding`, e.g. `encoding: cp1251`"));
    case CsvReason::kQuote:
      return Error(Code::kDataLoss, "bad_csv", Tr("a quote is opened and never closed"))
          .Hint(Tr("repair the line, or set `quote`"));
    case CsvReason::kWidth: {
      const int expected = ToInt(Between(text, "Expected Number of Columns: ", " ", true));
      const int found = ToInt(Between(text, " Found: ", "\n", true));
      return Error(Code::kDataLoss, "bad_csv",
                   Msg("the line has {} values where {} are expected", found, expected))
          .Hint(Tr("repair the line, or set `delimiter` or `quote`"));
    }
    case CsvReason::kLength:
      return Error(Code::kDataLoss, "bad_csv",
                   Tr("the line is too long; perhaps a quote is opened and never closed"))
          .Hint(Tr("repair the line, or set `quote` or `delimiter`"));
    case CsvReason::kOther: break;
  }
  return Error(Code::kDataLoss, "bad_csv", Tr("the file cannot be read as CSV"))
      .Hint(Tr("set `delimiter`, `quote`, `header` or `encoding`"));
}

// CSV: "CSV Error on Line: N\nOriginal Line: …\nreason\n…\n  file = path\n  delimiter = …".
std::optional<Error> CsvError(std::string_view text) {
  constexpr std::string_view kNumbered = "CSV Error on Line: ";
  if (text.starts_with(kNumbered)) {
    Place place;
    place.file = Between(text, "\n  file = ", "\n", true);
    place.line = ToInt(text.substr(kNumbered.size()));
    return CsvRowError(text).At(std::move(place));
  }
  if (!text.starts_with("Error when sniffing file ")) return std::nullopt;
  return Error(Code::kDataLoss, "bad_csv", Tr("the file cannot be read as CSV"))
      .At({FilePath(text), 0, 0})
      .Hint(Tr("set `delimiter`, `quote`, `header` or `encoding`"));
}

std::optional<Error> JsonError(std::string_view text) {
  const bool malformed = Has(text, "Malformed JSON");
  const bool transform = Has(text, "JSON transform error");
  const bool large = Has(text, "maximum_object_size");
  if (!malformed && !transform && !large) return std::nullopt;
  Place place;
  place.file = FilePath(text);
  // DuckDB 1.5 counts one too many for what cannot be parsed (JSONReader::AddParseError and
  // ThrowErrorsIfPossible both add one).
  const int too_many = malformed ? 1 : 0;
  place.line = std::max(0, ToInt(Between(text, "in line ", ":")) - too_many);
  const int record = ToInt(Between(text, "in record/value ", ":")) - too_many;
  Error error(Code::kDataLoss, "bad_json", Tr("the file cannot be read as JSON"));
  if (transform) {
    error = ConversionError(text, "");
    const std::string_view key = Between(text, "unknown key \"", "\"");
    if (!key.empty() || Has(text, "has unknown key")) {
      error = Error(Code::kDataLoss, "bad_json",
                    Msg("the record has a key that the others lack: {}", std::string(key)));
    }
  } else if (large) {
    error.message = Tr("a JSON record is larger than the reader takes");
    error.hint = Tr("write one record a line");
  }
  if (record > 0) error.notes.push_back(Msg("in record {}", record));
  return std::move(error).At(std::move(place));
}

std::optional<Error> CorruptError(std::string_view text) {
  const auto corrupt = [&](const char* message) {
    Error error(Code::kDataLoss, "corrupt_file", message);
    error.place.file = FilePath(text);
    error.hint = Tr("fetch or make the file again");
    return error;
  };
  if (Has(text, "Failed to decode gzip") || Has(text, "GZIP") || Has(text, "gzip stream")) {
    return corrupt(Tr("the gzip file is damaged or is none"));
  }
  if (Has(text, "ZSTD") || Has(text, "Unknown frame descriptor") ||
      Has(text, "Data corruption detected") || Has(text, "checksum verification")) {
    return corrupt(Tr("the zstd data are damaged"));
  }
  if (Has(text, "valid DuckDB database file") || Has(text, "Corrupt database file") ||
      Has(text, "computed checksum")) {
    return corrupt(Tr("the file is no DuckDB database, or is damaged"));
  }
  if (Has(text, "database file with version number")) {
    Error error(Code::kUnsupported, "database_version",
                Tr("the DuckDB file was written by another version that cannot be read here"));
    error.place.file = FilePath(text);
    error.hint =
        Tr("export it with the DuckDB that wrote it, or write it with an older storage version");
    return error;
  }
  static constexpr std::string_view kParquet[] = {"magic bytes",
                                                  "Parquet",
                                                  "parquet",
                                                  "TProtocolException",
                                                  "Page size",
                                                  "data page",
                                                  "Failed to read file \"",
                                                  "don't know what type",
                                                  "decompression failure",
                                                  "Decompression failure"};
  for (const std::string_view mark : kParquet) {
    if (Has(text, mark)) return corrupt(Tr("the Parquet file is damaged or is none"));
  }
  return std::nullopt;
}

Error IoError(std::string_view text) {
  const std::string path = FilePath(text);
  if (Has(text, "Could not set lock")) {
    const std::string_view process = Between(text, "(PID ", ")");
    Error error(Code::kConflict, "locked", Msg("{} is in use by another process", path));
    if (!process.empty())
      error.message = Msg("{} is in use by process {}", path, std::string(process));
    error.hint = Tr("wait until it is done, or close it there");
    error.place.file = path;
    return error;
  }
  std::optional<int> number = Errno(text);
  if (!number && Has(text, "No files found that match")) number = ENOENT;
  if (!number && (Has(text, "Could not write all bytes") || Has(text, "disk space")))
    number = ENOSPC;
  if (number) {
    Error error = ErrnoError(*number, path.empty() ? std::string(Tr("the disk")) : path);
    error.place.file = path;
    return error;
  }
  if (auto error = CorruptError(text)) return std::move(*error);
  if (Has(text, "Could not read enough bytes") || Has(text, "read all bytes") ||
      Has(text, "attempted to read")) {
    Error error(Code::kDataLoss, "truncated_file", Tr("the file ends too early"));
    error.place.file = path;
    error.hint = Tr("fetch or make the file again");
    return error;
  }
  Error error(Code::kUnavailable, "io_error", Tr("a file could not be read or written"));
  error.place.file = path;
  return error;
}

Error UnknownName(std::string_view text) {
  // "Table with name x does not exist!\nDid you mean "y"?", the same for functions, types, columns.
  const std::string_view line = FirstLine(text);
  const std::string name(Between(line, " with name ", " does not exist"));
  const std::string kind(line.substr(0, line.find(" with name ")));
  const std::vector<std::string> near = QuotedNames(text.substr(line.size()));
  Error error(Code::kInvalid, "unknown_table", Msg("there is no table {}", name));
  if (Has(kind, "Function")) {
    error = Error(Code::kInvalid, "unknown_function", Msg("there is no function {}", name));
  } else if (Has(kind, "Type")) {
    error = Error(Code::kInvalid, "unknown_type", Msg("unknown type `{}`", name));
  }
  error.object = name;
  if (!near.empty()) error.hint = DidYouMean(name, near);
  return error;
}

// Binder and catalogue: messages about the user's SQL, which name columns, tables, functions,
// types.
Error SqlError(std::string_view text) {
  const std::string_view line = FirstLine(text);
  if (Has(line, " with name ") && Has(line, " does not exist")) return UnknownName(text);
  const std::vector<std::string> names = QuotedNames(line);
  const bool in_using =
      Has(line, "side of join");  // Column "x" does not exist on left side of join!
  if (in_using || Has(line, "not found in FROM clause") ||
      Has(line, "does not have a column named")) {
    const std::string name = names.empty() ? std::string()
                             : in_using    ? names.front()
                                           : names.back();
    Error error(Code::kInvalid, "unknown_column", Msg("there is no column {}", name));
    error.object = name;
    const size_t candidates = text.find("Candidate bindings: ");
    if (candidates != std::string_view::npos) {
      error.hint = DidYouMean(name, QuotedNames(FirstLine(text.substr(candidates))));
    }
    return error;
  }
  if (Has(line, "Referenced table ") && Has(line, " not found")) {
    const std::string name = names.empty() ? std::string() : names.front();
    return Error(Code::kInvalid, "unknown_table", Msg("there is no table {}", name)).About(name);
  }
  if (Has(line, "Ambiguous reference to column")) {
    const std::string name = names.empty() ? std::string() : names.front();
    return Error(Code::kInvalid, "ambiguous_column",
                 Msg("column {} is in more than one of the tables", name))
        .About(name)
        .Hint(Tr("write the table before it: table.column"));
  }
  if (Has(line, "must appear in the GROUP BY clause")) {
    const std::string name = names.empty() ? std::string() : names.front();
    return Error(Code::kInvalid, "not_grouped",
                 Msg("column {} is neither grouped by nor inside an aggregate", name))
        .About(name)
        .Hint(Tr("add it to GROUP BY, or wrap it in an aggregate such as any_value"));
  }
  if (Has(line, "No function matches")) {
    const std::string call(Between(line, "argument types '", "'"));
    return Error(Code::kInvalid, "type_mismatch",
                 Msg("no function takes these arguments: {}", call))
        .Hint(Tr("cast the arguments, e.g. CAST(x AS INTEGER)"));
  }
  if (Has(line, "Cannot compare values") || Has(line, "Cannot mix values") ||
      Has(line, "Cannot combine types")) {
    return Error(Code::kInvalid, "type_mismatch",
                 Msg("types do not go together: {}", std::string(line)))
        .Hint(Tr("cast one of them, e.g. CAST(x AS VARCHAR)"));
  }
  return Error(Code::kInvalid, "sql_error", Msg("the SQL cannot be run: {}", std::string(line)));
}

Error SyntaxError(std::string_view text) {
  const std::string_view line = FirstLine(text);
  const std::string_view near = Between(line, "at or near \"", "\"", true);
  if (!near.empty()) {
    return Error(Code::kInvalid, "sql_syntax",
                 Msg("SQL syntax error at or near `{}`", std::string(near)))
        .About(std::string(near));
  }
  if (Has(line, "at end of input"))
    return Error(Code::kInvalid, "sql_syntax", Tr("SQL syntax error: the text ends too early"));
  return Error(Code::kInvalid, "sql_syntax", Msg("SQL syntax error: {}", std::string(line)));
}

// The words that a message of the engine begins with, up to what may be a value: a quote, a number,
// a colon, a bracket. Texts that do not begin as the engine's own sentences do (error() in SQL) are
// dropped altogether.
std::string WithoutValues(std::string_view line) {
  std::string_view words = line.substr(0, line.find_first_of("'\"`:([{0123456789"));
  while (words.ends_with(' '))
    words.remove_suffix(1);
  const bool sentence =
      words.size() >= 10 && words[0] >= 'A' && words[0] <= 'Z' &&
      words.find(' ') != std::string_view::npos &&
      words.find_first_not_of(" -,.;/_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") ==
          std::string_view::npos;
  if (!sentence) return Tr("a value or an argument was refused");
  return std::string(words) + (words.size() < line.size() ? "…" : "");
}

Error MemoryError(std::string_view text) {
  if (Has(text, "failed to offload") || Has(text, "max_temp_directory_size")) {
    return Error(Code::kExhausted, "disk_full",
                 Tr("the disk has no room for what does not fit into memory"))
        .Hint(Tr("free some space, or give more memory with --memory"));
  }
  return Error(Code::kExhausted, "out_of_memory", Tr("the work does not fit into the memory limit"))
      .Hint(Tr("give more with --memory, or use fewer --threads"));
}

Error ConstraintError(std::string_view text) {
  const std::string_view line = FirstLine(text);
  if (Has(line, "NOT NULL constraint failed: ")) {
    const std::string column(line.substr(line.find("failed: ") + 8));
    return Error(Code::kRange, "constraint",
                 Msg("column {} of the target takes no NULL, and a row has one", column))
        .About(column);
  }
  if (Has(line, "uplicate key") || Has(line, "unique constraint")) {
    return Error(
        Code::kRange, "constraint",
        Tr("a row has a key that the target holds already, or two rows have the same key"));
  }
  if (Has(line, "foreign key")) {
    return Error(
        Code::kRange, "constraint",
        Tr("a row refers to a row that the referenced table lacks, or is still referred to"));
  }
  if (Has(line, "CHECK constraint failed")) {
    return Error(Code::kRange, "constraint", Tr("a row breaks a CHECK constraint of the target"));
  }
  return Error(Code::kRange, "constraint", Tr("a row breaks a constraint of the target"));
}

Error ExecutionError(std::string_view kind, std::string_view text) {
  if (auto error = JsonError(text)) return std::move(*error);
  if (Has(text, "nvalid unicode") || Has(text, "not valid UTF8") || Has(text, "invalid UTF-8") ||
      Has(text, "not utf-8 encoded")) {
    return Error(Code::kDataLoss, "bad_encoding",
                 Tr("the text is not in the encoding that the file is read with"))
        .At({FilePath(text), 0, 0})
        .Hint(Tr("set `encoding`, e.g. `encoding: cp1251`"));
  }
  if (kind == "Conversion" || Has(text, "Could not cast") || Has(text, "Could not convert") ||
      Has(text, "Failed to cast")) {
    std::string_view column = text;
    const size_t at = text.find("when casting from source column ");
    column = at == std::string_view::npos ? std::string_view() : FirstLine(text.substr(at + 32));
    return ConversionError(text, column);
  }
  if (kind == "Out of Range" || Has(text, "out of range") || Has(text, "Overflow") ||
      Has(text, "overflow")) {
    const std::string type = TargetType(text);
    return Error(Code::kRange, "out_of_range",
                 type.empty() ? std::string(Tr("a result is too large for its type"))
                              : Msg("a result does not fit {}", type))
        .Hint(Tr("cast to a wider type before calculating, e.g. CAST(x AS DECIMAL(38, 2))"));
  }
  if (auto error = CorruptError(text)) return std::move(*error);
  return Error(Code::kRange, "engine_error",
               Msg("the engine stopped: {}", WithoutValues(FirstLine(text))));
}

// What EngineErrorText wrote, wherever it stands in the engine's message.
constexpr std::string_view kOurs = "aietl\x1F";
constexpr char kSeparator = '\x1F';

std::optional<Error> OurError(std::string_view message) {
  size_t at = message.find(kOurs);
  if (at == std::string_view::npos) return std::nullopt;
  std::array<std::string_view, 8> parts;  // code, id, file, line, column, object, message, hint
  at += kOurs.size();
  for (std::string_view& part : parts) {
    const size_t end = message.find(kSeparator, at);
    if (end == std::string_view::npos) return std::nullopt;
    part = message.substr(at, end - at);
    at = end + 1;
  }
  Error error(static_cast<Code>(ToInt(parts[0])), std::string(parts[1]), std::string(parts[6]));
  error.place = {std::string(parts[2]), ToInt(parts[3]), ToInt(parts[4])};
  error.object = parts[5];
  error.hint = parts[7];
  return error;
}

}  // namespace

std::string EngineErrorText(const Error& error) {
  std::string text(kOurs);
  const auto add = [&](std::string part) {
    std::replace(part.begin(), part.end(), kSeparator, ' ');
    text += part + kSeparator;
  };
  add(std::to_string(static_cast<int>(error.code)));
  add(error.id);
  add(error.place.file);
  add(std::to_string(error.place.line));
  add(std::to_string(error.place.column));
  add(error.object);
  add(error.message);
  add(error.hint);
  return text;
}

Error ClassifyEngineError(std::string_view message) {
  if (auto error = OurError(message)) return std::move(*error);
  const auto [kind, text] = Split(message);
  if (auto error = CsvError(text)) return std::move(*error);
  if (kind == "INTERRUPT") return Error(Code::kCancelled, "interrupted", Tr("interrupted"));
  if (kind == "Out of Memory" || Has(message, "std::bad_alloc")) return MemoryError(text);
  if (kind == "Parser" || kind == "Syntax") return SyntaxError(text);
  if (kind == "Permission") {
    Error error(Code::kDenied, "sandbox",
                Tr("the run may not do this: only the files that its sources name can be opened"));
    const std::string path = FilePath(text);
    if (!path.empty())
      error.message = Msg("{} is not a file of the sources, and cannot be opened", path);
    error.hint = Tr("declare it under `sources`");
    return error;
  }
  if (kind == "Missing Extension" || kind == "Extension Autoloading" ||
      Has(text, "extension to be loaded") || Has(text, "autoloading") ||
      Has(text, "extension is not") || (kind == "Catalog" && Has(text, "exists in the "))) {
    const std::string_view name = Between(text, "exists in the ", " extension");
    return Error(
        Code::kUnsupported, "extension_missing",
        name.empty()
            ? std::string(
                  Tr("this needs an extension of the engine that is not part of this program"))
            : Msg("this needs the engine's extension `{}`, which is not part of this program",
                  std::string(name)));
  }
  // A commit or a checkpoint that fails tells the system's reason inside ("Failed to commit: … No
  // space left on device"), and so does every later statement on a database that it has broken.
  const bool broken = kind == "TransactionContext" || kind == "FATAL" || kind == "INTERNAL";
  if (kind == "IO" || (broken && (Errno(text) || Has(text, "Could not write all bytes"))))
    return IoError(text);
  if (kind == "Constraint") return ConstraintError(text);
  if (kind == "TransactionContext") {
    return Error(Code::kConflict, "transaction_conflict",
                 Tr("another transaction changed the same rows or tables"));
  }
  if (kind == "INTERNAL" || kind == "FATAL") {
    return Error(Code::kInternal, "engine_defect",
                 Msg("a defect of the engine: {}", WithoutValues(FirstLine(text))));
  }
  if (kind == "Serialization") {
    if (auto error = CorruptError(text)) return std::move(*error);
    return Error(Code::kDataLoss, "corrupt_file",
                 Tr("the file is no DuckDB database, or is damaged"));
  }
  if (kind == "Not implemented") {
    return Error(Code::kUnsupported, "not_supported",
                 Msg("the engine cannot do this: {}", WithoutValues(FirstLine(text))));
  }
  if (kind == "Binder" || kind == "Catalog" || kind == "Mismatch Type" || kind == "Invalid type" ||
      kind == "Expression" || kind == "Parameter Not Resolved" || kind == "Parameter Not Allowed" ||
      kind == "Dependency" || kind == "Planner") {
    if (kind == "Binder") {
      if (auto error = JsonError(text)) return std::move(*error);
    }
    return SqlError(text);
  }
  return ExecutionError(kind, text);
}

}  // namespace aietl::data
