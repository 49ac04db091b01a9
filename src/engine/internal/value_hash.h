// The hash of one value, the same whatever type, file format or engine carried it (see observe.h
// for what is equal to what).
//
// Mixing is wyhash's (Wang Yi, public domain): a 64×64→128 bit multiplication folded by xor. Sums
// of hashes are compared, so single values are mixed twice: low bits alone must already look
// random.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace aietl::engine {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

constexpr uint64_t kMix0 = 0xa0761d6478bd642fULL;
constexpr uint64_t kMix1 = 0xe7037ed1a0b428dbULL;
constexpr uint64_t kMix2 = 0x8ebc6af09c88c6e3ULL;
constexpr uint64_t kNullHash = 0x9e3779b97f4a7c15ULL;  // a NULL inside a nested value, and in a row
constexpr uint64_t kInfinityHash =
    0x2545f4914f6cdd1dULL;  // an infinite date or time, minus infinity its complement

inline uint64_t Mix(uint64_t a, uint64_t b) {
  const UnsignedWide product = static_cast<UnsignedWide>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

// Words are loaded as the machine has them; sums are compared within one machine only.
inline uint64_t Load8(const char* bytes) {
  uint64_t value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

inline uint64_t HashWord(uint64_t value) {
  return Mix(value ^ kMix0, Mix(value ^ kMix1, kMix2));
}

inline uint64_t HashTwoWords(uint64_t low, uint64_t high) {
  return HashWord(Mix(low ^ kMix1, high ^ kMix2) ^ low);
}

// Integers of every width and sign: one value, one hash.
inline uint64_t HashInteger(Wide value) {
  const auto low = static_cast<uint64_t>(value);
  if (value >= std::numeric_limits<int64_t>::min() && value <= std::numeric_limits<int64_t>::max())
    return HashWord(low);
  return HashTwoWords(low, static_cast<uint64_t>(value >> 64));
}

// A decimal by its value: 1.50 is 1.5, 2.0 is the integer 2. Int: int64_t or Wide.
template <class Int>
uint64_t HashDecimal(Int unscaled, int scale) {
  while (scale > 0 && unscaled % 10 == 0) {
    if (unscaled == 0) return HashWord(0);
    unscaled /= 10;
    --scale;
  }
  const uint64_t hash = HashInteger(unscaled);
  return scale == 0 ? hash : Mix(hash ^ kMix1, static_cast<uint64_t>(scale) ^ kMix2);
}

// Time since 1970 in units of `nanoseconds`; the engine's infinities are the greatest number and
// its negative.
inline uint64_t HashTimestamp(int64_t value, int64_t nanoseconds) {
  if (value == std::numeric_limits<int64_t>::max()) return kInfinityHash;
  if (value == -std::numeric_limits<int64_t>::max()) return ~kInfinityHash;
  return HashInteger(static_cast<Wide>(value) * nanoseconds);
}

// -0.0 is 0.0; all NaNs are one.
inline uint64_t HashDouble(double value) {
  if (value == 0) value = 0;
  if (std::isnan(value)) return HashWord(0x7ff8000000000000ULL);
  return HashWord(std::bit_cast<uint64_t>(value));
}

// Up to 16 bytes as two little-endian words, the rest zero.
inline uint64_t HashShortBytes(uint64_t first, uint64_t second, size_t size) {
  return Mix(first ^ kMix0 ^ size, Mix(second ^ kMix1, kMix2 ^ size));
}

inline uint64_t HashBytes(const char* bytes, size_t size) {
  if (size < 8) {
    uint64_t word = 0;
    std::memcpy(&word, bytes, size);
    return HashShortBytes(word, 0, size);
  }
  if (size <= 16) {
    const uint64_t second = size == 8 ? 0 : Load8(bytes + size - 8) >> (8 * (16 - size));
    return HashShortBytes(Load8(bytes), second, size);
  }
  uint64_t a = kMix0 ^ size;
  uint64_t b = kMix1;
  const char* at = bytes;
  size_t left = size;
  for (; left > 32; at += 32, left -= 32) {
    a = Mix(Load8(at) ^ kMix1, Load8(at + 8) ^ a);
    b = Mix(Load8(at + 16) ^ kMix2, Load8(at + 24) ^ b);
  }
  if (left > 16) {
    a = Mix(Load8(at) ^ kMix1, Load8(at + 8) ^ a);
    at += 16;
    left -= 16;
  }
  const char* end = at + left;  // the last 16 bytes, which may overlap what was taken
  return Mix(Load8(end - 16) ^ kMix1 ^ a, Mix(Load8(end - 8) ^ kMix2, b ^ size));
}

// An ordered sequence: start with HashWord(length), or of a struct with kMix2, then each element.
inline uint64_t HashAppend(uint64_t hash, uint64_t element) {
  return Mix(hash ^ kMix0, element ^ kMix1);
}

}  // namespace aietl::engine
