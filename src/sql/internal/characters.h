// What bytes are to the lexer, and how words are hashed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sql/keyword.h"

namespace aietl::sql {

constexpr uint8_t kWordStart = 1;  // letters, _ and everything outside ASCII
constexpr uint8_t kWordPart = 2;   // … and digits
constexpr uint8_t kDigit = 4;
constexpr uint8_t kWhite = 8;
constexpr uint8_t kOperatorByte = 16;  // what PostgreSQL's operators are made of
constexpr uint8_t kHexDigit = 32;

constexpr std::array<uint8_t, 256> MakeCharacters() {
  std::array<uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    uint8_t bits = 0;
    if (letter) bits |= kWordStart | kWordPart;
    if (digit) bits |= kWordPart | kDigit;
    if (digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) bits |= kHexDigit;
    if (c == ' ' || (c >= '\t' && c <= '\r')) bits |= kWhite;
    for (const char o :
         {'+', '-', '*', '/', '<', '>', '=', '~', '!', '@', '#', '%', '^', '&', '|', '`', '?'}) {
      if (c == o) bits |= kOperatorByte;
    }
    table[static_cast<size_t>(c)] = bits;
  }
  return table;
}
inline constexpr std::array<uint8_t, 256> kCharacters = MakeCharacters();

constexpr std::array<uint8_t, 256> MakeLower() {
  std::array<uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c)
    table[static_cast<size_t>(c)] = static_cast<uint8_t>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return table;
}
inline constexpr std::array<uint8_t, 256> kLower = MakeLower();

inline bool Is(char c, uint8_t kind) {
  return (kCharacters[static_cast<unsigned char>(c)] & kind) != 0;
}

constexpr uint32_t kWordHashSeed = 2166136261U;
constexpr uint32_t HashWordByte(uint32_t hash, uint8_t lower) {
  return (hash ^ lower) * 16777619U;
}
constexpr size_t KeywordSlot(uint32_t hash) {
  return (hash ^ (hash >> 13)) & 4095;
}

// FindKeyword for a word whose lower-case bytes have been hashed already.
Kw FindHashedKeyword(const char* word, size_t size, uint32_t hash);

}  // namespace aietl::sql
