#include <cmath>

#include "base/utf8.h"
#include "json/number.h"
#include "json/value.h"

namespace aietl::json {
namespace {

void AppendString(std::string& out, std::string_view text) {
  const std::string repaired = IsValidUtf8(text) ? std::string() : EncodeUtf8(DecodeUtf8(text));
  if (!repaired.empty()) text = repaired;
  out.push_back('"');
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          constexpr char hex[] = "0123456789abcdef";
          out += "\\u00";
          out.push_back(hex[static_cast<unsigned char>(c) >> 4U]);
          out.push_back(hex[static_cast<unsigned char>(c) & 15U]);
        } else {
          out.push_back(c);
        }
    }
  }
  out.push_back('"');
}

class Writer {
 public:
  explicit Writer(bool pretty) : pretty_(pretty) {}

  void Append(const Value& value) {
    if (value.is_null()) {
      out_ += "null";
    } else if (value.is_bool()) {
      out_ += value.AsBool() ? "true" : "false";
    } else if (value.is_int()) {
      out_ += std::to_string(value.AsInt());
    } else if (value.is_number()) {
      out_ += std::isfinite(value.AsDouble()) ? DoubleText(value.AsDouble()) : "null";
    } else if (value.is_string()) {
      AppendString(out_, value.AsString());
    } else if (value.is_array()) {
      AppendList('[', ']', value.AsArray(), [this](const Value& item) { Append(item); });
    } else {
      AppendList('{', '}', value.AsObject(), [this](const Member& member) {
        AppendString(out_, member.first);
        out_ += pretty_ ? ": " : ":";
        Append(member.second);
      });
    }
  }

  std::string Take() { return std::move(out_); }

 private:
  template <class List, class AppendOne>
  void AppendList(char open, char close, const List& list, const AppendOne& append) {
    out_.push_back(open);
    ++depth_;
    bool first = true;
    for (const auto& item : list) {
      if (!first) out_.push_back(',');
      first = false;
      NewLine();
      append(item);
    }
    --depth_;
    if (!list.empty()) NewLine();
    out_.push_back(close);
  }

  void NewLine() {
    if (!pretty_) return;
    out_.push_back('\n');
    out_.append(depth_ * 2, ' ');
  }

  std::string out_;
  size_t depth_ = 0;
  bool pretty_;
};

}  // namespace

std::string Write(const Value& value, bool pretty) {
  Writer writer(pretty);
  writer.Append(value);
  return writer.Take();
}

}  // namespace aietl::json
