#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <iostream>

#include "base/text.h"
#include "base/utf8.h"

namespace aietl::cli {
namespace {

constexpr int kDefaultWidth = 100;
constexpr size_t kWidestCell = 40;

const char* Code(Style style) {
  switch (style) {
    case Style::kBold: return "1";
    case Style::kDim: return "2";
    case Style::kRed: return "31";
    case Style::kYellow: return "33";
    case Style::kGreen: return "32";
    case Style::kCyan: return "36";
    default: return "0";
  }
}

int WidthOf(int fd) {
  if (const char* columns = std::getenv("COLUMNS")) {
    const int width = std::atoi(columns);
    if (width >= 20) return width;
  }
  winsize size{};
  if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  return kDefaultWidth;
}

// One line of at most `most` characters, control characters shown as blanks.
std::string Cell(std::string_view text, size_t most) {
  std::u32string points = DecodeUtf8(text);
  for (char32_t& c : points) {
    if (c < 0x20 || c == 0x7F) c = ' ';
  }
  if (points.size() > most) {
    points.resize(most - 1);
    points.push_back(U'…');
  }
  return EncodeUtf8(points);
}

std::string Padded(const std::string& text, size_t width, bool right) {
  const size_t length = Utf8Length(text);
  const std::string blanks(width > length ? width - length : 0, ' ');
  return right ? blanks + text : text + blanks;
}

}  // namespace

Terminal::Terminal(bool json, bool quiet, bool color)
    : json_(json),
      quiet_(quiet),
      color_(color && ::isatty(json ? STDERR_FILENO : STDOUT_FILENO) != 0 &&
             std::getenv("NO_COLOR") == nullptr),
      interactive_(!json && ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0),
      live_(!quiet && ::isatty(STDERR_FILENO) != 0),
      width_(WidthOf(json ? STDERR_FILENO : STDOUT_FILENO)) {}

std::string Terminal::Styled(Style style, std::string_view text) const {
  if (!color_ || style == Style::kPlain) return std::string(text);
  return fmt::format("\033[{}m{}\033[0m", Code(style), text);
}

void Terminal::Print(int fd, std::string_view text) {
  ClearProgress();
  std::string line(text);
  line += '\n';
  std::string_view rest = line;
  while (!rest.empty()) {
    const ssize_t written = ::write(fd, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    rest.remove_prefix(static_cast<size_t>(written));
  }
}

void Terminal::Say(std::string_view text) {
  if (!quiet_) Print(json_ ? STDERR_FILENO : STDOUT_FILENO, text);
}
void Terminal::Answer(std::string_view text) {
  Print(json_ ? STDERR_FILENO : STDOUT_FILENO, text);
}
void Terminal::Complain(std::string_view text) {
  Print(STDERR_FILENO, text);
}
void Terminal::Json(const json::Value& value) {
  if (json_) Print(STDOUT_FILENO, json::Write(value));
}

void Terminal::Progress(std::string_view text) {
  if (!live_) return;
  const std::string line = "\r\033[K" + Cell(text, static_cast<size_t>(width_ - 1));
  progress_shown_ = ::write(STDERR_FILENO, line.data(), line.size()) > 0;
}

void Terminal::ClearProgress() {
  if (!progress_shown_) return;
  constexpr std::string_view kClear = "\r\033[K";
  progress_shown_ = ::write(STDERR_FILENO, kClear.data(), kClear.size()) < 0;
}

std::optional<std::string> Terminal::Ask(std::string_view question) {
  if (!interactive_) return std::nullopt;
  ClearProgress();
  const std::string prompt = std::string(question) + " ";
  if (::write(STDERR_FILENO, prompt.data(), prompt.size()) < 0) return std::nullopt;
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

bool IsYes(const std::optional<std::string>& reply) {
  for (const char* yes : {"y", "Y", "yes", "Yes", "YES", "д", "Д", "да", "Да", "ДА"}) {
    if (reply == yes) return true;
  }
  return false;
}

std::string FormatTable(const std::vector<std::string>& header,
                        const std::vector<std::vector<std::string>>& rows,
                        const std::vector<bool>& right, int width) {
  std::vector<std::vector<std::string>> cells;
  std::vector<size_t> widths;
  const auto add = [&](const std::vector<std::string>& row) {
    std::vector<std::string> line;
    for (size_t i = 0; i < header.size(); ++i) {
      line.push_back(Cell(i < row.size() ? row[i] : "", kWidestCell));
      if (widths.size() <= i) widths.push_back(0);
      widths[i] = std::max(widths[i], Utf8Length(line.back()));
    }
    cells.push_back(std::move(line));
  };
  add(header);
  for (const auto& row : rows)
    add(row);
  std::string out;
  for (size_t r = 0; r < cells.size(); ++r) {
    std::string line = " ";
    for (size_t i = 0; i < header.size(); ++i)
      line += " " + Padded(cells[r][i], widths[i], i < right.size() && right[i]) + " ";
    while (line.ends_with(' '))
      line.pop_back();
    out += Cell(line, static_cast<size_t>(std::max(width, 20))) + "\n";
    if (r == 0) {
      std::string rule = " ";
      for (const size_t w : widths) {
        rule += ' ';
        for (size_t k = 0; k < w; ++k)
          rule += "─";
        rule += ' ';
      }
      while (rule.ends_with(' '))
        rule.pop_back();
      out += Cell(rule, static_cast<size_t>(std::max(width, 20))) + "\n";
    }
  }
  if (!out.empty()) out.pop_back();
  return out;
}

std::string FormatRows(const data::Rows& rows, int width) {
  std::vector<std::vector<std::string>> lines;
  std::vector<bool> right;
  for (const data::Column& column : rows.schema.columns)
    right.push_back(column.type.IsNumber());
  for (const auto& row : rows.rows) {
    std::vector<std::string> line;
    for (const auto& value : row)
      line.push_back(value.value_or("NULL"));
    lines.push_back(std::move(line));
  }
  return FormatTable(rows.schema.Names(), lines, right, width);
}

std::string FormatCount(int64_t count) {
  std::string digits = std::to_string(count < 0 ? -count : count);
  const char* separator = CurrentLanguage() == Language::kRussian ? "\u00A0" : ",";
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<size_t>(at), separator);
  return count < 0 ? "-" + digits : digits;
}

}  // namespace aietl::cli
