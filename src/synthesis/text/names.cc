#include "base/utf8.h"
#include "synthesis/text/letters.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {
namespace {

bool IsUpper(char32_t c) {
  return LowerCodePoint(c) != c;
}

}  // namespace

std::vector<std::string> NameWords(std::string_view name) {
  const std::u32string text = DecodeUtf8(name);
  std::vector<std::string> words;
  std::u32string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(EncodeUtf8(word));
    word.clear();
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (!IsLetter(c) && !IsDigit(c)) {
      finish();
      continue;
    }
    // customerId → customer, id; HTTPServer → http, server; 2024q1 stays one word.
    const bool hump = i > 0 && IsUpper(c) && IsLetter(text[i - 1]) &&
                      (!IsUpper(text[i - 1]) ||
                       (i + 1 < text.size() && IsLetter(text[i + 1]) && !IsUpper(text[i + 1])));
    if (hump) finish();
    const char32_t lower = LowerCodePoint(c);
    word.push_back(lower == U'ё' ? U'е' : lower);
  }
  finish();
  return words;
}

std::string Identifier(std::string_view text) {
  static constexpr const char* kCyrillic[] = {
      "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "y",    "k", "l", "m", "n", "o",  "p",
      "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "yu", "ya"};
  std::string out;
  for (const char32_t upper : DecodeUtf8(text)) {
    const char32_t c = LowerCodePoint(upper);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += static_cast<char>(c);
    } else if (c >= U'а' && c <= U'я') {
      out += kCyrillic[c - U'а'];
    } else if (c == U'ё') {
      out += 'e';
    } else if (!out.empty() && out.back() != '_') {
      out += '_';
    }
  }
  while (out.ends_with('_'))
    out.pop_back();
  if (out.empty() || (out[0] >= '0' && out[0] <= '9')) out = "data_" + out;
  while (out.ends_with('_'))
    out.pop_back();
  return out;
}

}  // namespace aietl::synthesis
