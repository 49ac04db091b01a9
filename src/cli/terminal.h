// Where people read: text and tables on standard error or output, colours only where they show, one
// progress line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "data/database.h"
#include "json/value.h"

namespace aietl::cli {

enum class Style : unsigned char { kPlain, kBold, kDim, kRed, kYellow, kGreen, kCyan };

// With `json`, people's text goes to standard error and JSON lines to standard output; else
// people's text goes to standard output, problems to standard error.
class Terminal {
 public:
  Terminal(bool json, bool quiet, bool color);

  bool json() const { return json_; }
  bool quiet() const { return quiet_; }
  bool interactive() const { return interactive_; }  // somebody can answer
  bool live() const { return live_; }                // a progress line can be redrawn
  int width() const { return width_; }

  std::string Styled(Style style, std::string_view text) const;
  // A line for people; nothing when quiet.
  void Say(std::string_view text);
  // A line that is the command's answer (shown when quiet, too).
  void Answer(std::string_view text);
  // A problem, always on standard error.
  void Complain(std::string_view text);
  // One JSON object on standard output, flushed; nothing without --json.
  void Json(const json::Value& value);

  // Replaces the progress line; no effect unless live. ClearProgress removes it before other text.
  void Progress(std::string_view text);
  void ClearProgress();

  // Reads one line from a person; nullopt at the end of input or when nobody is there.
  std::optional<std::string> Ask(std::string_view question);

 private:
  void Print(int fd, std::string_view text);
  bool json_, quiet_, color_, interactive_, live_;
  int width_;
  bool progress_shown_ = false;
};

// Columns aligned by display width, numbers to the right, cut to the terminal's width with an
// ellipsis. Whether a reply of Ask means yes, in either language.
bool IsYes(const std::optional<std::string>& reply);

std::string FormatTable(const std::vector<std::string>& header,
                        const std::vector<std::vector<std::string>>& rows,
                        const std::vector<bool>& right, int width);
std::string FormatRows(const data::Rows& rows, int width);

// "1,234,567" or «1 234 567».
std::string FormatCount(int64_t count);

}  // namespace aietl::cli
