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

// The byte order mark at the beginning of a file; an empty name when there is none.
Encoding ByteOrderMark(std::string_view head);

// Whether text that comes in pieces is plain UTF-8: valid, and without NUL bytes.
class Utf8Check {
 public:
  // NUL bytes are valid UTF-8, but a sign of UTF-16 as well.
  explicit Utf8Check(bool with_nul = false) : with_nul_(with_nul) {}
  // False as soon as it is not; then `line` and `bytes` stand at the place.
  bool Add(std::string_view bytes);
  // Whether the text may end here, not inside a character.
  bool complete() const { return expected_ == 0; }
  int64_t bytes() const { return bytes_; }

 private:
  bool Next(unsigned char byte);

  bool with_nul_;
  int64_t bytes_ = 0;
  int expected_ = 0;            // continuation bytes to come
  unsigned char least_ = 0x80;  // bounds of the next one
  unsigned char most_ = 0xBF;
};

// Counts over the bytes of a text that is not plain UTF-8, all that the guess needs.
class ByteCounts {
 public:
  void Add(std::string_view bytes);
  Encoding Guess() const;

 private:
  bool LooksLikeUtf16(bool* big) const;

  uint64_t total_ = 0;
  std::array<uint64_t, 256> single_{};
  std::vector<uint32_t> pairs_ = std::vector<uint32_t>(65536);
  std::array<uint64_t, 2> zeros_{};  // NUL bytes at even and odd places
  unsigned char previous_ = 0;
};

}  // namespace aietl::connectors::files
