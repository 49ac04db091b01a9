// Searching text for one of a few bytes, eight at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace aietl::connectors::files {

// The first place at or behind `at` that holds one of three bytes; the size of the text if none.
inline size_t FindByte(std::string_view text, size_t at, char a, char b, char c) {
  constexpr uint64_t kOnes = 0x0101010101010101ULL;
  constexpr uint64_t kHigh = 0x8080808080808080ULL;
  const auto spread = [](char byte) { return kOnes * static_cast<unsigned char>(byte); };
  const auto zero = [](uint64_t x) { return (x - kOnes) & ~x & kHigh; };
  const uint64_t wide_a = spread(a);
  const uint64_t wide_b = spread(b);
  const uint64_t wide_c = spread(c);
  const char* data = text.data();
  const size_t size = text.size();
  for (; at + 8 <= size; at += 8) {
    uint64_t word;
    std::memcpy(&word, data + at, 8);
    if ((zero(word ^ wide_a) | zero(word ^ wide_b) | zero(word ^ wide_c)) != 0) break;
  }
  while (at < size && data[at] != a && data[at] != b && data[at] != c)
    ++at;
  return at;
}

}  // namespace aietl::connectors::files
