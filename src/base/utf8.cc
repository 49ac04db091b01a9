#include "base/utf8.h"

namespace aietl {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Decodes one code point at text[at] and moves `at` past it; an invalid byte gives kReplacement and
// moves by one (RFC 3629).
char32_t Next(std::string_view text, size_t& at, bool& valid) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  const int extra = first >= 0xF0 && first < 0xF5   ? 3
                    : first >= 0xE0 && first < 0xF0 ? 2
                    : first >= 0xC2 && first < 0xE0 ? 1
                                                    : 0;
  char32_t c = extra == 3 ? first & 0x07U : extra == 2 ? first & 0x0FU : first & 0x1FU;
  bool good = extra > 0 && at + static_cast<size_t>(extra) < text.size();
  for (int i = 1; good && i <= extra; ++i) {
    const unsigned char next = byte(at + static_cast<size_t>(i));
    good = (next & 0xC0U) == 0x80U;
    c = (c << 6U) | (next & 0x3FU);
  }
  constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
  if (good) good = c >= kLeast[extra] && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
  if (!good) {
    valid = false;
    ++at;
    return kReplacement;
  }
  at += static_cast<size_t>(extra) + 1;
  return c;
}

}  // namespace

std::u32string DecodeUtf8(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  bool valid = true;
  for (size_t at = 0; at < text.size();)
    out.push_back(Next(text, at, valid));
  return out;
}

void AppendUtf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::string EncodeUtf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  for (const char32_t c : text)
    AppendUtf8(out, c);
  return out;
}

bool IsValidUtf8(std::string_view text) {
  bool valid = true;
  for (size_t at = 0; at < text.size() && valid;)
    Next(text, at, valid);
  return valid;
}

char32_t LowerCodePoint(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x460 && c <= 0x4BE && c % 2 == 0) return c + 1;
  return c;
}

std::string LowerUtf8(std::string_view text) {
  std::u32string points = DecodeUtf8(text);
  for (char32_t& c : points)
    c = LowerCodePoint(c);
  return EncodeUtf8(points);
}

size_t Utf8Length(std::string_view text) {
  size_t count = 0;
  for (const char byte : text)
    count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  return count;
}

}  // namespace aietl
