#include "cli/chart.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <vector>

#include "base/utf8.h"

namespace aietl::cli {
namespace {

constexpr size_t kFewestBars = 2, kMostBars = 30;
constexpr size_t kWidestLabel = 28;
constexpr int kWidestBar = 50, kNarrowestBar = 8;

// The number column's index, if the result is one label and one number.
std::optional<size_t> NumberColumn(const data::Schema& schema) {
  if (schema.columns.size() != 2) return std::nullopt;
  const bool first = schema.columns[0].type.IsNumber(), second = schema.columns[1].type.IsNumber();
  if (second) return 1;  // a number may label, too: years, months
  return first ? std::optional<size_t>(0) : std::nullopt;
}

std::string ShortLabel(const std::optional<std::string>& value) {
  std::u32string text = DecodeUtf8(value.value_or("NULL"));
  if (text.size() > kWidestLabel) {
    text.resize(kWidestLabel - 1);
    text += U'…';
  }
  for (char32_t& c : text) {
    if (c < 0x20) c = U' ';
  }
  return EncodeUtf8(text);
}

// `eighths` of characters as block characters.
std::string BarText(int eighths) {
  static constexpr const char* kParts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string out;
  for (int i = 0; i < eighths / 8; ++i)
    out += "█";
  return out + kParts[eighths % 8];
}

}  // namespace

std::string FormatBars(const data::Rows& rows, int width) {
  const std::optional<size_t> number = NumberColumn(rows.schema);
  if (!number || rows.truncated || rows.rows.size() < kFewestBars || rows.rows.size() > kMostBars)
    return {};
  const size_t label = 1 - *number;
  std::vector<double> values;
  double least = 0, most = 0;
  size_t label_width = 0;
  for (const auto& row : rows.rows) {
    const double value = row[*number] ? std::strtod(row[*number]->c_str(), nullptr) : 0;
    if (!std::isfinite(value)) return {};
    values.push_back(value);
    least = std::min(least, value);
    most = std::max(most, value);
    label_width = std::max(label_width, Utf8Length(ShortLabel(row[label])));
  }
  if (most - least <= 0) return {};
  const int room = std::clamp(width - static_cast<int>(label_width) - 6, kNarrowestBar, kWidestBar);
  const double scale = 8.0 * room / (most - least);
  const int left = static_cast<int>(std::ceil(-least * scale / 8));
  std::string out;
  for (size_t i = 0; i < values.size(); ++i) {
    const std::string text = ShortLabel(rows.rows[i][label]);
    out += "  " + text + std::string(label_width - Utf8Length(text), ' ') + "  ";
    const int eighths = static_cast<int>(std::lround(std::abs(values[i]) * scale));
    if (values[i] < 0) {
      // Blocks grow from the left only, so bars to the left are whole characters.
      const int blocks = std::min(left, (eighths + 4) / 8);
      out += std::string(static_cast<size_t>(left - blocks), ' ');
      for (int b = 0; b < blocks; ++b)
        out += "█";
    } else {
      out += std::string(static_cast<size_t>(left), ' ') + (left > 0 ? "│" : "") + BarText(eighths);
    }
    out += "\n";
  }
  out.pop_back();
  return out;
}

}  // namespace aietl::cli
