#include "sql/injection/decode.h"

#include <cstdint>

namespace aietl::sql {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The bytes that stand at `at`, decoded; how many were read, 0: none.
size_t DecodeAt(std::string_view text, size_t at, std::string* out) {
  const std::string_view rest = text.substr(at);
  if (rest.size() >= 3 && rest[0] == '%' && HexDigit(rest[1]) >= 0 && HexDigit(rest[2]) >= 0) {
    *out += static_cast<char>(HexDigit(rest[1]) * 16 + HexDigit(rest[2]));
    return 3;
  }
  if (rest.size() >= 6 && (rest.starts_with("%u00") || rest.starts_with("\\u00")) &&
      HexDigit(rest[4]) >= 0 && HexDigit(rest[5]) >= 0) {
    *out += static_cast<char>(HexDigit(rest[4]) * 16 + HexDigit(rest[5]));
    return 6;
  }
  for (const auto& [entity, letter] : {std::pair<std::string_view, char>{"&#39;", '\''},
                                       {"&#x27;", '\''},
                                       {"&apos;", '\''},
                                       {"&quot;", '"'},
                                       {"&#34;", '"'},
                                       {"&#x22;", '"'}}) {
    if (rest.starts_with(entity)) {
      *out += letter;
      return entity.size();
    }
  }
  // Full-width forms U+FF01 … U+FF5E, and the quotes that some code pages map to '.
  if (rest.size() >= 3 && static_cast<uint8_t>(rest[0]) == 0xEF) {
    const uint32_t code = 0xF000u |
                          static_cast<uint32_t>((static_cast<uint8_t>(rest[1]) & 0x3F) << 6) |
                          (static_cast<uint8_t>(rest[2]) & 0x3F);
    if (code >= 0xFF01 && code <= 0xFF5E) {
      *out += static_cast<char>(code - 0xFEE0);
      return 3;
    }
  }
  if (rest.starts_with("\xCA\xBC")) {
    *out += '\'';
    return 2;
  }
  return 0;
}

}  // namespace

std::string Decode(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  bool percent = false;
  for (size_t at = 0; at < value.size();) {
    const size_t read = DecodeAt(value, at, &out);
    percent = percent || (read && value[at] == '%');
    if (read) {
      at += read;
      continue;
    }
    out += value[at++];
  }
  // Behind percent signs a plus is a space.
  if (percent) {
    for (char& c : out)
      c = c == '+' ? ' ' : c;
  }
  return out;
}

}  // namespace aietl::sql
