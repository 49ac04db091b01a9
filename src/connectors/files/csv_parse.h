// A strict reader of delimited text (RFC 4180 with a choice of characters), for sniffing and for
// finding the line of a bad value. Rows themselves are read by the engine; the two agree on what a
// record is.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace aietl::connectors::files {

struct Dialect {
  std::string delimiter = ",";
  char quote = '"';   // 0: none
  char escape = '"';  // before a quote inside quotes; equal to `quote` when quotes are doubled
  char comment = 0;   // 0: none
  bool header = false;
  int64_t skip = 0;   // lines before the header or the first record
  bool crlf = false;  // lines end with \r\n
  friend bool operator==(const Dialect&, const Dialect&) = default;
};

struct Field {
  std::string_view text;  // without quotes and escapes; valid until the next call
  bool quoted = false;
};

enum class CsvEvent : uint8_t {
  kRecord,
  kEnd,         // nothing is left
  kMore,        // the text ends inside a record and is not the last piece
  kOpenQuote,   // the last piece ends inside quotes
  kAfterQuote,  // text between a closing quote and the delimiter
};

// Cuts records out of text that comes in pieces.
class CsvParser {
 public:
  explicit CsvParser(const Dialect& dialect) : dialect_(dialect) {}

  // Text to go on with: what was not consumed of the previous piece must stand at its beginning.
  // `last`: nothing follows.
  void SetText(std::string_view text, bool last);
  // The next record. Empty lines and comments are passed over, but an empty line is a record of one
  // empty field where `single_column`.
  CsvEvent Next(std::vector<Field>* fields, bool single_column);
  // Passes over `count` lines, whatever they hold; false if the text ends before.
  bool SkipLines(int64_t count);

  size_t consumed() const { return at_; }        // bytes of the present text
  int64_t line() const { return record_line_; }  // of the record last returned, from 1
  // Lines end in both ways, which the engine does not take.
  bool mixed_line_ends() const { return lf_ && crlf_; }
  bool saw_crlf() const { return crlf_; }

 private:
  bool AtDelimiter(size_t at) const;
  CsvEvent QuotedField(size_t* at, Field* field);
  size_t LineEnd(size_t at);
  int64_t CountLines(size_t from, size_t to) const;
  std::string_view Keep(std::string text);

  Dialect dialect_;
  std::string_view text_;
  bool last_ = true;
  size_t at_ = 0;
  int64_t line_ = 1;
  int64_t record_line_ = 0;
  bool lf_ = false;
  bool crlf_ = false;
  std::deque<std::string> kept_;  // unescaped fields of the present record; they do not move
  size_t kept_used_ = 0;
};

}  // namespace aietl::connectors::files
