#include "connectors/files/csv_parse.h"

#include "connectors/files/find_byte.h"

namespace aietl::connectors::files {

void CsvParser::SetText(std::string_view text, bool last) {
  text_ = text;
  last_ = last;
  at_ = 0;
}

bool CsvParser::AtDelimiter(size_t at) const {
  return text_[at] == dialect_.delimiter[0] &&
         (dialect_.delimiter.size() == 1 ||
          text_.substr(at, dialect_.delimiter.size()) == dialect_.delimiter);
}

// The length of the line end at `at` (1 or 2), counting it.
size_t CsvParser::LineEnd(size_t at) {
  ++line_;
  if (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') {
    crlf_ = true;
    return 2;
  }
  lf_ = true;
  return 1;
}

std::string_view CsvParser::Keep(std::string text) {
  if (kept_used_ == kept_.size()) kept_.emplace_back();
  std::string& slot = kept_[kept_used_++];
  slot = std::move(text);
  return slot;
}

// Line ends between two places inside quotes.
int64_t CsvParser::CountLines(size_t from, size_t to) const {
  int64_t lines = 0;
  for (size_t at = FindByte(text_, from, '\n', '\r', '\n'); at < to;
       at = FindByte(text_, at + 1, '\n', '\r', '\n'))
    lines += text_[at] == '\n' || at + 1 >= text_.size() || text_[at + 1] != '\n' ? 1 : 0;
  return lines;
}

// `at` stands on the opening quote and ends behind the closing one.
CsvEvent CsvParser::QuotedField(size_t* at, Field* field) {
  const std::string_view text = text_;
  const char quote = dialect_.quote;
  const char escape = dialect_.escape == 0 ? quote : dialect_.escape;
  size_t from = *at + 1;
  std::string unescaped;
  bool copied = false;
  for (size_t i = from;;) {
    i = FindByte(text, i, quote, escape, quote);
    if (i >= text.size()) return last_ ? CsvEvent::kOpenQuote : CsvEvent::kMore;
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == escape && (next == quote || (escape != quote && next == escape)) &&
        i + 1 < text.size()) {
      copied = true;
      unescaped.append(text.substr(from, i - from));
      unescaped.push_back(next);
      i += 2;
      from = i;
    } else if (text[i] == quote) {
      if (i + 1 >= text.size() && !last_) return CsvEvent::kMore;
      if (copied) unescaped.append(text.substr(from, i - from));
      field->text = copied ? Keep(std::move(unescaped)) : text.substr(from, i - from);
      field->quoted = true;
      line_ += CountLines(*at + 1, i);
      *at = i + 1;
      return CsvEvent::kRecord;
    } else {
      ++i;
    }
  }
}

CsvEvent CsvParser::Next(std::vector<Field>* fields, bool single_column) {
  fields->clear();
  kept_used_ = 0;
  for (;;) {
    if (at_ >= text_.size()) return last_ ? CsvEvent::kEnd : CsvEvent::kMore;
    if (text_[at_] == '\r' && at_ + 1 == text_.size() && !last_) return CsvEvent::kMore;
    const bool empty = text_[at_] == '\n' || text_[at_] == '\r';
    if (empty && !single_column) {
      at_ += LineEnd(at_);
      continue;
    }
    if (dialect_.comment != 0 && text_[at_] == dialect_.comment) {
      const size_t end = text_.find('\n', at_);
      if (end == std::string_view::npos && !last_) return CsvEvent::kMore;
      at_ = end == std::string_view::npos ? text_.size() : end + 1;
      ++line_;
      continue;
    }
    break;
  }
  const int64_t line_before = line_;
  record_line_ = line_;
  size_t at = at_;
  for (;;) {
    Field field;
    if (at < text_.size() && dialect_.quote != 0 && text_[at] == dialect_.quote) {
      const CsvEvent event = QuotedField(&at, &field);
      if (event != CsvEvent::kRecord) {
        line_ = line_before;
        return event;
      }
      if (at < text_.size() && !AtDelimiter(at) && text_[at] != '\n' && text_[at] != '\r') {
        line_ = line_before;
        return CsvEvent::kAfterQuote;
      }
    } else {
      const size_t from = at;
      const char first = dialect_.delimiter[0];
      for (at = FindByte(text_, at, first, '\n', '\r');
           at < text_.size() && text_[at] == first && !AtDelimiter(at);)
        at = FindByte(text_, at + 1, first, '\n', '\r');
      field.text = text_.substr(from, at - from);
    }
    fields->push_back(field);
    if (at >= text_.size()) {
      if (!last_) {
        line_ = line_before;
        return CsvEvent::kMore;
      }
      at_ = at;
      return CsvEvent::kRecord;
    }
    if (text_[at] == '\n' || text_[at] == '\r') {
      if (text_[at] == '\r' && at + 1 == text_.size() && !last_) {
        line_ = line_before;
        return CsvEvent::kMore;
      }
      at_ = at + LineEnd(at);
      return CsvEvent::kRecord;
    }
    at += dialect_.delimiter.size();
  }
}

bool CsvParser::SkipLines(int64_t count) {
  for (; count > 0; --count) {
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r')
      ++at_;
    if (at_ >= text_.size()) return false;
    at_ += LineEnd(at_);
  }
  return true;
}

}  // namespace aietl::connectors::files
