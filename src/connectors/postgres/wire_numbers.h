// Big-endian numbers and the limits of dates and times that both sides of the wire know.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <limits>

namespace aietl::connectors {

template <size_t Size>
struct WireBits;
template <>
struct WireBits<2> {
  using Type = uint16_t;
};
template <>
struct WireBits<4> {
  using Type = uint32_t;
};
template <>
struct WireBits<8> {
  using Type = uint64_t;
};

constexpr uint16_t SwapBytes(uint16_t bits) {
  return __builtin_bswap16(bits);
}
constexpr uint32_t SwapBytes(uint32_t bits) {
  return __builtin_bswap32(bits);
}
constexpr uint64_t SwapBytes(uint64_t bits) {
  return __builtin_bswap64(bits);
}

template <class T>
T FromWire(const char* data) {
  typename WireBits<sizeof(T)>::Type bits;
  std::memcpy(&bits, data, sizeof bits);
  if constexpr (std::endian::native == std::endian::little) bits = SwapBytes(bits);
  return std::bit_cast<T>(bits);
}

template <class T>
char* ToWire(char* out, T value) {
  auto bits = std::bit_cast<typename WireBits<sizeof(T)>::Type>(value);
  if constexpr (std::endian::native == std::endian::little) bits = SwapBytes(bits);
  std::memcpy(out, &bits, sizeof bits);
  return out + sizeof bits;
}

// The server counts from 2000-01-01 (datatype/timestamp.h), the engine from 1970-01-01.
inline constexpr int32_t kPgEpochDays = 10'957;
inline constexpr int64_t kDayMicros = 86'400'000'000;
inline constexpr int64_t kPgEpochMicros = kPgEpochDays * kDayMicros;
inline constexpr int32_t kFirstServerDay = -2'451'545;    // 24 November 4714 BC
inline constexpr int32_t kLastServerDay = 2'145'031'948;  // the end of the year 5874897
inline constexpr int64_t kFirstServerMicros = kFirstServerDay * kDayMicros;
inline constexpr int64_t kLastServerMicros = 9'223'371'331'199'999'999;  // the end of 294276
inline constexpr int64_t kLastEngineMicros = std::numeric_limits<int64_t>::max() - 1;
inline constexpr int32_t kMostZoneSeconds = 57'600;  // 16 hours, not reached

}  // namespace aietl::connectors
