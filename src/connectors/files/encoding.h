// Which encoding a text file is in: by its byte order mark, by being valid UTF-8, else by what its
// letters would be.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace aietl::connectors::files {

struct Encoding {
  std::string name = "UTF-8";  // ICU's
  size_t mark = 0;             // bytes of the byte order mark
  bool certain = true;         // false: no encoding stands out; `name` is the likeliest
};

// Counts over bytes in order; everything that the guess needs, so that a file is read once.
class ByteCounts {
 public:
  void Add(std::string_view bytes);
  bool empty() const { return total_ == 0; }
  // True when all bytes so far are valid UTF-8 (a character cut off at the end does not count
  // against it).
  bool utf8() const { return utf8_; }
  Encoding Guess() const;

 private:
  void Check(unsigned char byte);
  bool LooksLikeUtf16(bool* big) const;

  std::string head_;  // first four bytes
  uint64_t total_ = 0;
  std::array<uint64_t, 256> single_{};
  std::vector<uint32_t> pairs_ = std::vector<uint32_t>(65536);
  std::array<uint64_t, 2> zeros_{};  // NUL bytes at even and odd places
  unsigned char previous_ = 0;
  bool utf8_ = true;
  int expected_ = 0;            // continuation bytes to come
  unsigned char least_ = 0x80;  // bounds of the next continuation byte
  unsigned char most_ = 0xBF;
};

// The byte order mark at the beginning of a file; an empty name when there is none.
Encoding ByteOrderMark(std::string_view head);

}  // namespace aietl::connectors::files
