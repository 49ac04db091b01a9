#include "connectors/files/options.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "base/utf8.h"

namespace aietl::connectors::files {
namespace {

using config::Kind;
using config::Option;

Error Wrong(const config::Options& options, const char* name, std::string message,
            std::string hint) {
  return Error(Code::kInvalid, "bad_option", std::move(message))
      .At(options.PlaceOf(name))
      .About(name)
      .Hint(std::move(hint));
}

// "tab", "\t" and "\x01"-like spellings become the byte that they mean.
std::string Unescape(const std::string& text) {
  if (text == "tab" || text == "\\t") return "\t";
  if (text == "space" || text == "blank") return " ";
  if (text == "nbsp") return "\xC2\xA0";
  if (text == "none") return "";
  return text;
}

Result<std::optional<std::string>> OneByte(const config::Options& options, const char* name,
                                           bool may_be_empty) {
  if (!options.Has(name)) return std::optional<std::string>();
  std::string text = Unescape(options.String(name));
  const bool plain = text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x80 &&
                     text[0] != '\n' && text[0] != '\r';
  if (plain || (may_be_empty && text.empty())) return std::optional<std::string>(std::move(text));
  return Fail(Wrong(options, name, Msg("{}: one character is needed", name),
                    Msg("for example {}: '\"'", name)));
}

Result<void> ReadDialect(const config::Options& given, ReadOptions* read) {
  if (given.Has("delimiter")) {
    std::string text = Unescape(given.String("delimiter"));
    if (text.empty() || text.size() > 4 || text.find_first_of("\r\n\"") != std::string::npos) {
      return Fail(Wrong(given, "delimiter", Msg("{}: one character is needed", "delimiter"),
                        Tr("for example delimiter: ';' or delimiter: tab")));
    }
    read->delimiter = std::move(text);
  }
  AIETL_ASSIGN(read->quote, OneByte(given, "quote", true));
  AIETL_ASSIGN(read->escape, OneByte(given, "escape", true));
  AIETL_ASSIGN(const std::optional<std::string> comment, OneByte(given, "comment", true));
  read->comment = comment.value_or("");
  if (given.Has("header")) read->header = given.Boolean("header");
  if (given.Has("skip")) read->skip = given.Integer("skip");
  if (given.Has("strict")) read->strict = given.Boolean("strict");
  return {};
}

Result<void> ReadValues(const config::Options& given, ReadOptions* read) {
  if (given.Has("encoding")) {
    read->encoding = EncodingName(given.String("encoding"));
    if (read->encoding.empty()) {
      return Fail(Wrong(given, "encoding", Msg("unknown encoding {}", given.String("encoding")),
                        Tr("known are utf-8, utf-16, utf-16le, utf-16be, utf-32, cp1251, koi8-r, "
                           "cp866, latin1, cp1252 and others of ICU")));
    }
  }
  if (given.Has("decimal")) read->decimal = given.String("decimal")[0];
  if (given.Has("thousands")) {
    read->thousands = Unescape(given.String("thousands"));
    if (Utf8Length(*read->thousands) > 1 ||
        (!read->thousands->empty() &&
         std::isdigit(static_cast<unsigned char>((*read->thousands)[0])) != 0)) {
      return Fail(Wrong(given, "thousands", Msg("{}: one character is needed", "thousands"),
                        Tr("for example thousands: ' '")));
    }
    if (read->decimal != 0 && *read->thousands == std::string(1, read->decimal)) {
      return Fail(Wrong(given, "thousands", Tr("decimal and thousands are the same character"),
                        Tr("for example decimal: ',' with thousands: ' '")));
    }
  }
  if (given.Has("nulls")) read->nulls = given.List("nulls");
  read->date_format = ToStrptime(given.String("date_format"));
  read->timestamp_format = ToStrptime(given.String("timestamp_format"));
  for (const auto& [column, text] : given.Map("types")) {
    Result<data::Type> type = data::ParseType(text);
    if (!type) {
      return Fail(Wrong(given, "types", Msg("types: {} is no type", text),
                        Tr("for example VARCHAR, BIGINT, DECIMAL(18,2), DATE, TIMESTAMP")));
    }
    read->types.emplace_back(column, std::move(*type));
  }
  if (given.Has("sample")) {
    const std::string text = given.String("sample");
    int64_t rows = 0;
    const bool digits =
        !text.empty() && text.size() < 12 &&
        std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    if (text == "all") {
      rows = kSampleAll;
    } else if (digits) {
      rows = std::stoll(text);
    }
    if (rows == 0)
      return Fail(
          Wrong(given, "sample", Tr("sample: a number of rows or `all` is needed"), "sample: all"));
    read->sample = rows;
  }
  return {};
}

struct Alias {
  std::string_view name;
  std::string_view icu;
};
constexpr std::array<Alias, 31> kEncodings{{{"utf8", "UTF-8"},
                                            {"utf8sig", "UTF-8"},
                                            {"utf16", "UTF-16"},
                                            {"utf16le", "UTF-16LE"},
                                            {"utf16be", "UTF-16BE"},
                                            {"utf32", "UTF-32"},
                                            {"utf32le", "UTF-32LE"},
                                            {"utf32be", "UTF-32BE"},
                                            {"ascii", "UTF-8"},
                                            {"usascii", "UTF-8"},
                                            {"cp1251", "windows-1251"},
                                            {"windows1251", "windows-1251"},
                                            {"win1251", "windows-1251"},
                                            {"1251", "windows-1251"},
                                            {"ansi", "windows-1251"},
                                            {"koi8r", "KOI8-R"},
                                            {"koi8", "KOI8-R"},
                                            {"koi8u", "KOI8-U"},
                                            {"cp866", "IBM866"},
                                            {"ibm866", "IBM866"},
                                            {"dos866", "IBM866"},
                                            {"866", "IBM866"},
                                            {"latin1", "windows-1252"},
                                            {"iso88591", "windows-1252"},
                                            {"cp1252", "windows-1252"},
                                            {"windows1252", "windows-1252"},
                                            {"1252", "windows-1252"},
                                            {"iso885915", "ISO-8859-15"},
                                            {"latin9", "ISO-8859-15"},
                                            {"iso88595", "ISO-8859-5"},
                                            {"maccyrillic", "x-mac-cyrillic"}}};

}  // namespace

const std::vector<Option>& SourceOptions() {
  static const std::vector<Option> kOptions{
      {.name = "format",
       .kind = Kind::kEnum,
       .text = "What the file holds; else told by its ending and content.",
       .choices = {"csv", "tsv", "json", "ndjson", "parquet"}},
      {.name = "compression",
       .kind = Kind::kEnum,
       .text = "How the file is compressed; else told by its first bytes.",
       .choices = {"none", "gzip", "zstd"}},
      {.name = "delimiter",
       .text = "CSV: the character between fields (`tab` for a tab); else sniffed.",
       .example = ";"},
      {.name = "quote",
       .text = "CSV: the quotation mark around fields, or `none`; else sniffed.",
       .example = "\""},
      {.name = "escape",
       .text = "CSV: the character before a quotation mark inside quotes; else it is doubled.",
       .example = "\\"},
      {.name = "header",
       .kind = Kind::kBoolean,
       .text = "CSV: whether the first line names the columns; else sniffed."},
      {.name = "skip",
       .kind = Kind::kInteger,
       .text = "CSV: lines to leave out before the header or the first row.",
       .min = 0,
       .max = 1000000},
      {.name = "comment",
       .text = "CSV: lines that begin with this character are left out.",
       .example = "#"},
      {.name = "encoding",
       .text = "The encoding of a text file; else sniffed: UTF-8, UTF-16, UTF-32, and for Russian "
               "text cp1251, koi8-r, cp866.",
       .example = "cp1251"},
      {.name = "decimal",
       .kind = Kind::kEnum,
       .text = "CSV: the decimal point of numbers; else sniffed per column.",
       .choices = {".", ","}},
      {.name = "thousands",
       .text =
           "CSV: the character between groups of three digits, or `none`; else sniffed per column.",
       .example = " "},
      {.name = "nulls",
       .kind = Kind::kStringList,
       .text = "CSV: spellings that mean a missing value, in every column; else only in columns "
               "that are no text.",
       .example = "N/A"},
      {.name = "date_format",
       .text = "CSV: how dates are written, as dd.mm.yyyy or as %d.%m.%Y; else sniffed per column.",
       .example = "dd/mm/yyyy"},
      {.name = "timestamp_format",
       .text = "CSV: how times are written, as dd.mm.yyyy HH:MM:SS or as %d.%m.%Y %H:%M:%S; else "
               "sniffed per column.",
       .example = "dd.mm.yyyy HH:MM"},
      {.name = "types",
       .kind = Kind::kStringMap,
       .text = "SQL types of columns, over what was sniffed.",
       .example = "{amount: \"DECIMAL(18,2)\", zip: VARCHAR}"},
      {.name = "records",
       .text = "JSON: the field that holds the records, where a file is one object around them.",
       .example = "response.items"},
      {.name = "sample",
       .text = "How many rows to sniff, or `all`; else all of a small file and a sample of a large "
               "one.",
       .example = "all"},
      {.name = "filename",
       .kind = Kind::kBoolean,
       .text = "Adds the column `filename`.",
       .default_text = "false"},
      {.name = "row_number",
       .kind = Kind::kBoolean,
       .text = "Adds the column `row_number`, counting from 1 in each file.",
       .default_text = "false"},
      {.name = "strict",
       .kind = Kind::kBoolean,
       .text = "CSV: whether a row with too few or too many fields is an error; otherwise missing "
               "fields are NULL.",
       .default_text = "true"},
  };
  return kOptions;
}

const std::vector<Option>& TargetOptions() {
  static const std::vector<Option> kOptions{
      {.name = "format",
       .kind = Kind::kEnum,
       .text = "What to write; else told by the ending.",
       .choices = {"csv", "tsv", "json", "ndjson", "parquet"}},
      {.name = "compression",
       .kind = Kind::kEnum,
       .text = "How to compress; else told by the ending, and zstd inside Parquet.",
       .choices = {"none", "gzip", "zstd", "snappy"}},
      {.name = "delimiter",
       .text = "CSV: the character between fields (`tab` for a tab).",
       .example = ";"},
      {.name = "quote", .text = "CSV: the quotation mark.", .example = "\""},
      {.name = "header",
       .kind = Kind::kBoolean,
       .text = "CSV: whether the first line names the columns.",
       .default_text = "true"},
      {.name = "row_group",
       .kind = Kind::kInteger,
       .text = "Parquet: rows in a row group.",
       .min = 2048,
       .max = 10000000,
       .example = "122880"},
  };
  return kOptions;
}

Result<ReadOptions> ParseReadOptions(const config::Options* options) {
  ReadOptions read;
  if (options == nullptr) return read;
  if (options->Has("format")) read.format = ParseFormat(options->String("format"));
  if (options->Has("compression"))
    read.compression = ParseCompression(options->String("compression"));
  AIETL_TRY(ReadDialect(*options, &read));
  AIETL_TRY(ReadValues(*options, &read));
  read.records = options->String("records");
  if (options->Has("filename")) read.filename = options->Boolean("filename");
  if (options->Has("row_number")) read.row_number = options->Boolean("row_number");
  return read;
}

std::string Fingerprint(const ReadOptions& o) {
  std::string text;
  const auto add = [&text](std::string_view part) {
    text += part;
    text += '\x1F';
  };
  const auto maybe = [&add](const std::optional<std::string>& part) {
    add(part ? "=" + *part : std::string());
  };
  add(o.format ? FormatName(*o.format) : "");
  add(o.compression ? CompressionName(*o.compression) : "");
  maybe(o.delimiter);
  maybe(o.quote);
  maybe(o.escape);
  add(!o.header ? "" : *o.header ? "1" : "0");
  add(o.skip ? std::to_string(*o.skip) : "");
  add(o.comment);
  add(o.encoding);
  add(std::string_view(&o.decimal, 1));
  maybe(o.thousands);
  add(o.nulls ? std::to_string(o.nulls->size()) : "");
  for (const std::string& null : o.nulls.value_or(std::vector<std::string>()))
    add(null);
  add(o.date_format);
  add(o.timestamp_format);
  for (const auto& [name, type] : o.types)
    add(name + "\x1E" + type.ToSql());
  add("");
  add(o.records);
  add(o.sample ? std::to_string(*o.sample) : "");
  add(o.strict ? "1" : "0");
  return text;
}

Result<TargetFormat> ParseTargetFormat(const config::Options* options, const std::string& path) {
  TargetFormat target;
  const EndingKind ending = KindByEnding(path);
  std::optional<Format> format = ending.format;
  target.kind.compression = ending.compression;
  std::string compression;
  if (options != nullptr) {
    if (options->Has("format")) format = ParseFormat(options->String("format"));
    if (options->Has("compression")) compression = options->String("compression");
    if (options->Has("header")) target.header = options->Boolean("header");
    if (options->Has("row_group")) target.row_group_rows = options->Integer("row_group");
  }
  if (!format) {
    return Fail(
        Error(Code::kInvalid, "unknown_format",
              Msg("{}: the ending does not say what to write", path))
            .About(path)
            .Hint(Tr("end it with .csv, .tsv, .json, .ndjson or .parquet, or say `format:`")));
  }
  target.kind.format = *format;
  if (*format == Format::kParquet) {
    target.codec = compression.empty() ? "zstd" : compression;
    if (target.kind.compression != Compression::kNone) {
      return Fail(Error(Code::kUnsupported, "compressed_parquet",
                        Msg("{}: Parquet is compressed inside", path))
                      .About(path)
                      .Hint(Tr("leave the ending .gz or .zst out")));
    }
  } else if (!compression.empty()) {
    const std::optional<Compression> known = ParseCompression(compression);
    if (!known)
      return Fail(Wrong(*options, "compression", Msg("{} is for Parquet only", compression),
                        Tr("choose none, gzip or zstd")));
    target.kind.compression = *known;
  }
  target.delimiter = *format == Format::kTsv ? "\t" : ",";
  if (options != nullptr) {
    ReadOptions read;
    AIETL_TRY(ReadDialect(*options, &read));
    if (read.delimiter) target.delimiter = *read.delimiter;
    if (read.quote && read.quote->empty()) {
      return Fail(Wrong(*options, "quote", Msg("{}: one character is needed", "quote"),
                        Msg("for example {}: '\"'", "quote")));
    }
    if (read.quote) target.quote = *read.quote;
  }
  return target;
}

std::string ToStrptime(std::string_view format) {
  if (format.find('%') != std::string_view::npos) return std::string(format);
  struct Token {
    std::string_view text;
    std::string_view strptime;
  };
  // Longest first; M and m are told apart as in most tools: MM after hours, mm in dates.
  constexpr std::array<Token, 16> kTokens{{{"yyyy", "%Y"},
                                           {"YYYY", "%Y"},
                                           {"mmm", "%b"},
                                           {"MON", "%b"},
                                           {"yy", "%y"},
                                           {"YY", "%y"},
                                           {"dd", "%d"},
                                           {"DD", "%d"},
                                           {"HH24", "%H"},
                                           {"HH", "%H"},
                                           {"hh", "%H"},
                                           {"SS", "%S"},
                                           {"ss", "%S"},
                                           {"ffffff", "%f"},
                                           {"fff", "%g"},
                                           {"AM", "%p"}}};
  std::string out;
  bool time = false;
  for (size_t at = 0; at < format.size();) {
    const std::string_view rest = format.substr(at);
    if (rest.starts_with("mm") || rest.starts_with("MM") || rest.starts_with("MI")) {
      if (!rest.starts_with("mmm")) {
        out += time || rest.starts_with("MI") ? "%M" : "%m";
        at += 2;
        continue;
      }
    }
    const Token* found = nullptr;
    for (const Token& token : kTokens) {
      if (found == nullptr && rest.starts_with(token.text)) found = &token;
    }
    if (found == nullptr) {
      out += format[at++];
      continue;
    }
    time = time || found->strptime == "%H";
    out += found->strptime;
    at += found->text.size();
  }
  return out;
}

std::string EncodingName(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    if (c != '-' && c != '_' && c != ' ' && c != '.')
      folded += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  for (const Alias& alias : kEncodings) {
    if (folded == alias.name) return std::string(alias.icu);
  }
  return {};
}

}  // namespace aietl::connectors::files
