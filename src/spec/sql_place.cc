#include "spec/sql_place.h"

#include <algorithm>

namespace aietl::spec {
namespace {

struct Spot {
  int line = 0, column = 0;
};

bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

// A position in the file that moves over bytes and counts characters.
class Cursor {
 public:
  Cursor(const FileLines& file, int line, int column) : file_(file) { Enter(line, column); }

  Spot at() const { return at_; }
  std::string_view rest() const { return rest_; }
  bool behind_file() const { return static_cast<size_t>(at_.line) > file_.count(); }

  void Enter(int line, int column) {
    at_ = {line, 1};
    rest_ = file_.Line(line);
    while (at_.column < column && !rest_.empty())
      Advance(1);
    at_.column = column;
  }
  // To the first character of the next line's text: behind blanks, or behind the block's
  // indentation.
  void NextLine(int block_column) {
    Enter(at_.line + 1, 1);
    if (block_column > 0) return Enter(at_.line, block_column);
    const size_t text = rest_.find_first_not_of(" \t");
    Advance(text == std::string_view::npos ? rest_.size() : text);
  }
  void Advance(size_t bytes) {
    bytes = std::min(bytes, rest_.size());
    for (const char c : rest_.substr(0, bytes))
      at_.column += IsContinuation(c) ? 0 : 1;
    rest_.remove_prefix(bytes);
    while (!rest_.empty() && IsContinuation(rest_[0]))
      rest_.remove_prefix(1);
  }

 private:
  const FileLines& file_;
  Spot at_;
  std::string_view rest_;
};

// `|` blocks: line for line.
std::vector<Spot> AlignLiteral(std::string_view text, int line, int column) {
  std::vector<Spot> out;
  out.reserve(text.size() + 1);
  Spot at{line, column};
  for (const char c : text) {
    if (IsContinuation(c)) {
      out.push_back(out.empty() ? at : out.back());
      continue;
    }
    out.push_back(at);
    at = c == '\n' ? Spot{at.line + 1, column} : Spot{at.line, at.column + 1};
  }
  out.push_back(at);
  return out;
}

// Bytes of the file taken by an escape of a double-quoted scalar: \n, \x41, \u0416, \uD83D\uDE00,
// \U0001F600.
size_t EscapeSize(std::string_view rest) {
  switch (rest[1]) {
    case 'x': return 4;
    case 'u':
      return rest.size() > 7 && (rest[2] == 'D' || rest[2] == 'd') && rest[3] >= '8' &&
                     rest.substr(6, 2) == "\\u"
                 ? 12
                 : 6;
    case 'U': return 10;
    default: return 2;
  }
}

size_t Utf8Size(std::string_view text) {
  size_t size = 1;
  while (size < text.size() && IsContinuation(text[size]))
    ++size;
  return size;
}

// Plain, quoted and folded scalars, whose line ends became blanks. `block_column` is 0 outside of
// blocks. What cannot be followed keeps the last known place.
std::vector<Spot> AlignFolded(std::string_view text, Cursor cursor, char quote, int block_column) {
  std::vector<Spot> out;
  out.reserve(text.size() + 1);
  bool lost = false;
  while (out.size() < text.size()) {
    const size_t i = out.size();
    const char c = text[i];
    const std::string_view rest = cursor.rest();
    if (lost || cursor.behind_file()) {
      out.push_back(cursor.at());
    } else if (IsBlank(rest) && (c == '\n' || (c == ' ' && rest.empty()))) {
      out.push_back(cursor.at());
      cursor.NextLine(block_column);
      const bool another = i + 1 < text.size() && text[i + 1] == '\n';
      while (IsBlank(cursor.rest()) && !another && !cursor.behind_file())
        cursor.NextLine(block_column);
    } else if (rest.empty() || (quote == '"' && rest == "\\")) {
      cursor.NextLine(block_column);
    } else if (quote == '"' && rest[0] == '\\') {
      out.insert(out.end(), Utf8Size(text.substr(i)), cursor.at());
      cursor.Advance(EscapeSize(rest));
    } else if (rest[0] == c) {
      const size_t size = Utf8Size(text.substr(i));
      out.insert(out.end(), size, cursor.at());
      cursor.Advance(quote == '\'' && rest.starts_with("''") ? 2 : size);
    } else if (c == ' ' && IsBlank(rest)) {
      cursor.Advance(rest.size());
    } else {
      lost = true;
    }
  }
  out.push_back(cursor.at());
  return out;
}

std::vector<Spot> AlignRaw(const FileLines& file, const json::Node& node) {
  const Cursor start(file, node.line, node.column);
  const char first = start.rest().empty() ? ' ' : start.rest()[0];
  if (node.text_line > node.line) {
    if (first != '>') return AlignLiteral(node.text, node.text_line, node.text_column);
    return AlignFolded(node.text, Cursor(file, node.text_line, node.text_column), 0,
                       node.text_column);
  }
  if (!node.quoted || (first != '"' && first != '\'')) return AlignFolded(node.text, start, 0, 0);
  return AlignFolded(node.text, Cursor(file, node.line, node.column + 1), first, 0);
}

// Collects anchors, leaving out those that the one before implies.
class Anchors {
 public:
  void Add(Spot sql, Spot file, bool value) {
    if (!anchors_.empty()) {
      const SqlPlace::Anchor& last = anchors_.back();
      const bool implied = !value && !last.value && last.sql_line == sql.line &&
                           last.line == file.line &&
                           sql.column - last.sql_column == file.column - last.column;
      if (implied || (value && last.value && last.line == file.line && last.column == file.column))
        return;
    }
    anchors_.push_back({sql.line, sql.column, file.line, file.column, value});
  }
  std::vector<SqlPlace::Anchor> Take() { return std::move(anchors_); }

 private:
  std::vector<SqlPlace::Anchor> anchors_;
};

}  // namespace

FileLines::FileLines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (true) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines_.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

std::string_view FileLines::Line(int line) const {
  if (line < 1 || static_cast<size_t>(line) > lines_.size()) return {};
  return lines_[static_cast<size_t>(line) - 1];
}

SqlPlace AlignSql(const FileLines& file, const std::string& file_name, const json::Node& node,
                  std::string_view sql, const std::vector<Replacement>& replacements) {
  const std::vector<Spot> raw = AlignRaw(file, node);
  Anchors anchors;
  Spot at{1, 1};
  size_t raw_byte = 0;
  auto next = replacements.begin();
  for (size_t i = 0; i <= sql.size(); ++i) {
    while (next != replacements.end() && i >= next->begin + next->size) {
      raw_byte = next->raw_begin + next->raw_size;
      ++next;
    }
    const bool value = next != replacements.end() && i >= next->begin;
    const Spot place = raw[std::min(value ? next->raw_begin : raw_byte, raw.size() - 1)];
    if (i == sql.size() || !IsContinuation(sql[i])) anchors.Add(at, place, value);
    if (i < sql.size() && !IsContinuation(sql[i]))
      at = sql[i] == '\n' ? Spot{at.line + 1, 1} : Spot{at.line, at.column + 1};
    if (!value) ++raw_byte;
  }
  SqlPlace out;
  static_cast<Place&>(out) = Place{file_name, raw[0].line, raw[0].column};
  out.anchors = anchors.Take();
  return out;
}

ScalarPlaces::ScalarPlaces(const FileLines& file, const std::string& file_name,
                           const json::Node& node)
    : file_name_(file_name) {
  for (const Spot spot : AlignRaw(file, node))
    places_.emplace_back(spot.line, spot.column);
}

Place ScalarPlaces::At(size_t byte) const {
  const auto& [line, column] = places_[std::min(byte, places_.size() - 1)];
  return {file_name_, line, column};
}

Place PlaceInSql(const SqlPlace& sql_place, int line, int column) {
  const auto& anchors = sql_place.anchors;
  const auto behind = std::upper_bound(anchors.begin(), anchors.end(), std::pair(line, column),
                                       [](const auto& wanted, const auto& a) {
                                         return wanted < std::pair(a.sql_line, a.sql_column);
                                       });
  if (behind == anchors.begin()) return sql_place;
  const SqlPlace::Anchor& anchor = behind[-1];
  const bool along = !anchor.value && anchor.sql_line == line;
  return {sql_place.file, anchor.line, anchor.column + (along ? column - anchor.sql_column : 0)};
}

}  // namespace aietl::spec
