#include "sql/translate/internal/map_file.h"

#include "base/error.h"

namespace aietl::sql {
namespace {

std::string_view MapTrim(std::string_view text) {
  while (!text.empty() && text.front() == ' ')
    text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ')
    text.remove_suffix(1);
  return text;
}

// "none mysql sqlite" → word and dialects.
MapLine ReadMapWords(std::string_view words) {
  MapLine line;
  while (!words.empty()) {
    const size_t space = words.find(' ');
    const std::string_view word = words.substr(0, space);
    words = space == std::string_view::npos ? std::string_view() : MapTrim(words.substr(space));
    if (word == "to") {
      line.word = MapWord::kWritten;
    } else if (word == "none") {
      line.word = MapWord::kNone;
    } else if (word == "loss") {
      line.word = MapWord::kLoss;
    } else if (word == "from") {
      line.word = MapWord::kFrom;
    } else {
      const Dialect* dialect = FindDialect(word);
      AIETL_CHECK(dialect != nullptr);
      line.dialects.set(static_cast<size_t>(dialect->id));
    }
  }
  AIETL_CHECK(line.dialects.any());
  return line;
}

}  // namespace

std::vector<MapEntry> ReadMap(std::string_view text) {
  std::vector<MapEntry> entries;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const std::string_view raw = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (MapTrim(raw).empty() || raw.front() == '#') continue;
    const size_t colon = raw.find(": ");
    AIETL_CHECK(colon != std::string_view::npos);
    const std::string_view left = MapTrim(raw.substr(0, colon)),
                           right = MapTrim(raw.substr(colon + 2));
    if (raw.front() != ' ') {
      entries.push_back({left, right, {}});
      continue;
    }
    AIETL_CHECK(!entries.empty());
    MapLine line = ReadMapWords(left);
    line.text = right;
    entries.back().lines.push_back(line);
  }
  return entries;
}

}  // namespace aietl::sql
