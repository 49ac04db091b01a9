#include "sql/keyword.h"

#include <array>
#include <cstddef>
#include <cstring>

#include "sql/internal/characters.h"

namespace aietl::sql {
namespace {

constexpr size_t kWords = static_cast<size_t>(Kw::kCount);

constexpr std::array<std::string_view, kWords> kKeywordTexts = {
    "",
#define AIETL_SQL_KEYWORD(name, text) text,
#include "sql/keywords.inc"
#undef AIETL_SQL_KEYWORD
};

constexpr size_t kSlots = 4096;

constexpr uint32_t KeywordHash(std::string_view word) {
  uint32_t hash = kWordHashSeed;
  for (const char c : word)
    hash = HashWordByte(hash, static_cast<unsigned char>(c));
  return hash;
}

constexpr std::array<uint16_t, kSlots> MakeKeywordSlots() {
  std::array<uint16_t, kSlots> slots{};
  for (size_t i = 1; i < kWords; ++i) {
    size_t slot = KeywordSlot(KeywordHash(kKeywordTexts[i]));
    while (slots[slot])
      slot = (slot + 1) % kSlots;
    slots[slot] = static_cast<uint16_t>(i);
  }
  return slots;
}
constexpr std::array<uint16_t, kSlots> kKeywordSlots = MakeKeywordSlots();

struct UpperTexts {
  std::array<char, 20000> bytes{};
  std::array<uint32_t, kWords> starts{};
};
constexpr UpperTexts MakeUpperTexts() {
  UpperTexts upper;
  uint32_t at = 0;
  for (size_t i = 0; i < kWords; ++i) {
    upper.starts[i] = at;
    for (const char c : kKeywordTexts[i]) {
      upper.bytes[at++] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return upper;
}
constexpr UpperTexts kUpperTexts = MakeUpperTexts();

}  // namespace

Kw FindHashedKeyword(const char* word, size_t size, uint32_t hash) {
  for (size_t slot = KeywordSlot(hash);; slot = (slot + 1) % kSlots) {
    const uint16_t found = kKeywordSlots[slot];
    if (!found) return Kw::kNotKeyword;
    const std::string_view text = kKeywordTexts[found];
    if (text.size() != size) continue;
    size_t i = 0;
    while (i < size &&
           static_cast<unsigned char>(text[i]) == kLower[static_cast<unsigned char>(word[i])])
      ++i;
    if (i == size) return static_cast<Kw>(found);
  }
}

Kw FindKeyword(std::string_view word) {
  uint32_t hash = kWordHashSeed;
  for (const char c : word)
    hash = HashWordByte(hash, kLower[static_cast<unsigned char>(c)]);
  return FindHashedKeyword(word.data(), word.size(), hash);
}

std::string_view KeywordText(Kw keyword) {
  return kKeywordTexts[static_cast<size_t>(keyword)];
}

std::string_view KeywordUpper(Kw keyword) {
  const size_t i = static_cast<size_t>(keyword);
  return {kUpperTexts.bytes.data() + kUpperTexts.starts[i], kKeywordTexts[i].size()};
}

}  // namespace aietl::sql
