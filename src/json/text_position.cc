#include "json/text_position.h"

#include <algorithm>

#include "base/utf8.h"

namespace aietl::json {

TextPositions::TextPositions(std::string_view text) : text_(text), starts_{0} {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
      starts_.push_back(i + 1);
  }
}

LineColumn TextPositions::At(size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = next - starts_.begin();
  const size_t start = *(next - 1);
  return {static_cast<int>(line),
          static_cast<int>(Utf8Length(text_.substr(start, offset - start))) + 1};
}

size_t TextPositions::LineStart(int line) const {
  if (line < 1) return 0;
  return line > lines() ? text_.size() : starts_[static_cast<size_t>(line) - 1];
}

std::string_view TextPositions::Line(int line) const {
  const size_t start = LineStart(line);
  std::string_view rest = text_.substr(start, LineStart(line + 1) - start);
  while (!rest.empty() && (rest.back() == '\n' || rest.back() == '\r'))
    rest.remove_suffix(1);
  return rest;
}

}  // namespace aietl::json
