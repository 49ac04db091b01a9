#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "json/node.h"
#include "json/number.h"
#include "json/scalar.h"

namespace aietl::json {
namespace {

constexpr size_t kLineWidth = 120;
constexpr size_t kLongText =
    60;  // a string longer than this gets a line of its own at the top level
constexpr size_t kMaxSimpleKey = 128;  // YAML allows 1024 characters, quotes and escapes included

// Code points that YAML wants escaped, and line separators, which readers of YAML 1.1 take for line
// breaks.
bool NeedsEscape(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         (c >= 0xFFFE && c <= 0xFFFF);
}

std::string Quoted(const std::u32string& text) {
  std::string out = "\"";
  for (const char32_t c : text) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(static_cast<char>(c));
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (NeedsEscape(c)) {
      const auto number = static_cast<uint32_t>(c);
      out += number < 0x100 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
    } else {
      AppendUtf8(out, c);
    }
  }
  return out + "\"";
}

// Whether the text may stand without quotes, in block and in flow context alike.
bool IsPlain(std::string_view text, const std::u32string& points) {
  if (text.empty()) return false;
  if (text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`.=<~").find(text.front()) != std::string_view::npos)
    return false;
  if (text.find_first_of(",[]{}?\"") != std::string_view::npos) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
    return false;
  return std::none_of(points.begin(), points.end(), NeedsEscape);
}

std::string Scalar(std::string_view text) {
  const std::u32string points = DecodeUtf8(text);
  return IsPlain(text, points) && !LooksTyped(text) ? std::string(text) : Quoted(points);
}

// `on`, which YAML 1.1 takes for a boolean, is a key of pipeline documents, and nobody quotes it
// there.
std::string Key(std::string_view text) {
  const std::u32string points = DecodeUtf8(text);
  return IsPlain(text, points) && PlainScalar(text).is_string() ? std::string(text)
                                                                : Quoted(points);
}

// Whether a `|` block gives back exactly this text.
bool FitsBlock(std::string_view text) {
  if (text.find('\n') == std::string_view::npos || !IsValidUtf8(text)) return false;
  if (text.front() == ' ' || text.front() == '\n' || text.front() == '\t') return false;
  bool line_start = true;
  for (const char32_t c : DecodeUtf8(text)) {
    if (c != '\n' && c != '\t' && NeedsEscape(c)) return false;
    if (line_start && c == '\t') return false;
    line_start = c == '\n';
  }
  return true;
}

bool IsContainer(const Value& value) {
  return value.is_array() || value.is_object();
}

bool IsEmpty(const Value& value) {
  return value.is_array() ? value.AsArray().empty() : value.is_object() && value.AsObject().empty();
}

std::string OneLineScalar(const Value& value) {
  if (value.is_string()) return Scalar(value.AsString());
  if (value.is_number() && !value.is_int()) return DoubleText(value.AsDouble());
  return Write(value);
}

// The flow form, or nothing once it grows beyond `room` or holds a text of several lines.
class FlowText {
 public:
  explicit FlowText(size_t room) : room_(room) {}

  bool Append(const Value& value) {
    if (value.is_array()) {
      out_.push_back('[');
      bool first = true;
      for (const Value& item : value.AsArray()) {
        if (!Separate(&first) || !Append(item)) return false;
      }
      out_.push_back(']');
    } else if (value.is_object()) {
      out_.push_back('{');
      bool first = true;
      for (const auto& [key, member] : value.AsObject()) {
        if (key.size() > kMaxSimpleKey || !Separate(&first)) return false;
        out_ += Key(key) + ": ";
        if (!Append(member)) return false;
      }
      out_.push_back('}');
    } else if (value.is_string() && value.AsString().find('\n') != std::string::npos) {
      return false;
    } else {
      out_ += OneLineScalar(value);
    }
    return Utf8Length(out_) <= room_;
  }

  std::string Take() { return std::move(out_); }

 private:
  bool Separate(bool* first) {
    if (!*first) out_ += ", ";
    *first = false;
    return out_.size() <= room_ * 4;
  }

  std::string out_;
  size_t room_;
};

class YamlWriter {
 public:
  std::string Take() { return std::move(out_); }

  // Writes `value` where the line so far ends in a key's colon, in "-" or is empty; ends the line.
  // `indent` is the column at which the lines of a block below would start.
  void AppendValue(const Value& value, size_t indent, int depth, bool after_indicator) {
    const auto blank = [&] {
      if (after_indicator) out_.push_back(' ');
    };
    if (value.is_string() && FitsBlock(value.AsString())) {
      blank();
      AppendBlockText(value.AsString(), std::max<size_t>(indent, 2));
    } else if (!IsContainer(value) || IsEmpty(value)) {
      blank();
      out_ += OneLineScalar(value) + "\n";
    } else if (std::string flow; FlowFits(value, depth, &flow)) {
      blank();
      out_ += flow + "\n";
    } else {
      if (after_indicator) out_.push_back('\n');
      AppendBlock(value, indent, depth, /*first_line_indented=*/false);
    }
  }

 private:
  size_t Column() const {
    const size_t line_start = out_.rfind('\n') + 1;  // npos + 1 is 0
    return Utf8Length(std::string_view(out_).substr(line_start));
  }

  // The document itself and collections of collections right below it are blocks; below that,
  // whatever fits is one line.
  bool FlowFits(const Value& value, int depth, std::string* flow) const {
    if (depth == 0) return false;
    if (depth == 1) {
      const auto plain = [](const Value& v) {
        return !IsContainer(v) && v.AsString().size() <= kLongText;
      };
      if (!std::all_of(value.AsArray().begin(), value.AsArray().end(), plain)) return false;
      for (const auto& [key, member] : value.AsObject()) {
        if (!plain(member)) return false;
      }
    }
    const size_t column = Column() + 1;
    if (column >= kLineWidth) return false;
    FlowText text(kLineWidth - column);
    if (!text.Append(value)) return false;
    *flow = text.Take();
    return true;
  }

  void AppendBlock(const Value& value, size_t indent, int depth, bool first_line_indented) {
    const auto begin_line = [&] {
      if (!first_line_indented) out_.append(indent, ' ');
      first_line_indented = false;
    };
    for (const Value& item : value.AsArray()) {
      begin_line();
      out_.push_back('-');
      std::string flow;
      if (IsContainer(item) && !IsEmpty(item) && !FlowFits(item, depth + 1, &flow)) {
        out_.push_back(' ');
        AppendBlock(item, indent + 2, depth + 1, /*first_line_indented=*/true);
      } else {
        AppendValue(item, indent + 2, depth + 1, /*after_indicator=*/true);
      }
    }
    for (const auto& [key, member] : value.AsObject()) {
      begin_line();
      if (key.size() > kMaxSimpleKey) {
        out_ += "? " + Quoted(DecodeUtf8(key)) + "\n" + std::string(indent, ' ') + ":";
      } else {
        out_ += Key(key) + ":";
      }
      AppendValue(member, indent + 2, depth + 1, /*after_indicator=*/true);
    }
  }

  void AppendBlockText(std::string_view text, size_t indent) {
    const bool one_end = text.ends_with('\n') && !text.ends_with("\n\n");
    out_ += one_end ? "|\n" : text.ends_with('\n') ? "|+\n" : "|-\n";
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (;;) {
      const size_t end = text.find('\n');
      const std::string_view line = text.substr(0, end);
      if (!line.empty()) out_.append(indent, ' ').append(line);
      out_.push_back('\n');
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
    }
  }

  std::string out_;
};

}  // namespace

std::string WriteYaml(const Value& value) {
  YamlWriter writer;
  writer.AppendValue(value, 0, 0, /*after_indicator=*/false);
  return writer.Take();
}

}  // namespace aietl::json
