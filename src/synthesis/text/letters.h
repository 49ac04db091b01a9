// What a character or a word is, in the two alphabets that sentences and names are written in.
#pragma once

#include <initializer_list>
#include <string_view>

namespace aietl::synthesis {

inline bool IsDigit(char32_t c) {
  return c >= '0' && c <= '9';
}
inline bool IsCyrillic(char32_t c) {
  return c >= 0x400 && c <= 0x52F;
}
inline bool IsLetter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x3FF) ||
         IsCyrillic(c);
}

inline bool Among(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view candidate : words) {
    if (word == candidate) return true;
  }
  return false;
}

}  // namespace aietl::synthesis
