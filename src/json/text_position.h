// From a byte offset to the line and column that a person sees in an editor.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace aietl::json {

// Line and column from 1; columns count characters (code points).
struct LineColumn {
  int line = 1;
  int column = 1;
};

// Knows where the lines of a text start ("\n", "\r\n" or "\r" end one). The text must outlive it
// and be UTF-8. Any thread.
class TextPositions {
 public:
  explicit TextPositions(std::string_view text);
  // Offsets beyond the end count as the end.
  LineColumn At(size_t offset) const;
  size_t LineStart(int line) const;  // the end of the text for lines beyond the last
  int lines() const { return static_cast<int>(starts_.size()); }
  // The line without its line break.
  std::string_view Line(int line) const;

 private:
  std::string_view text_;
  std::vector<size_t> starts_;
};

}  // namespace aietl::json
