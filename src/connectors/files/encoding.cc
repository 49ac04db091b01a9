#include "connectors/files/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace aietl::connectors::files {
namespace {

// Letters of Russian text by frequency per thousand, а to я (National Corpus of the Russian
// Language).
constexpr std::array<double, 32> kRussian{
    80.1, 15.9, 45.4, 17.0, 29.8, 84.5, 9.4, 16.5, 73.5, 12.1, 34.9, 44.0, 32.1, 67.0, 109.7, 28.1,
    47.3, 54.7, 62.6, 26.2, 2.6,  9.7,  4.8, 14.4, 7.3,  3.6,  0.4,  19.0, 17.4, 3.2,  6.4,   20.1};

enum class Glyph : uint8_t { kAsciiLetter, kLower, kUpper, kLatin, kSymbol, kOther };

struct Page {
  const char* name;
  bool cyrillic;
  std::array<char32_t, 256> points{};
  std::array<Glyph, 256> glyphs{};
  std::array<double, 256> weight{};  // log probability of a high byte
};

bool IsCyrillic(char32_t c) {
  return (c >= 0x410 && c <= 0x44F) || c == 0x401 || c == 0x451;
}

void Classify(Page* page, size_t byte) {
  const char32_t c = page->points[byte];
  double probability = 1e-6;
  Glyph glyph = Glyph::kOther;
  if (byte < 0x80) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    page->glyphs[byte] = letter ? Glyph::kAsciiLetter : Glyph::kOther;
    return;
  }
  if (page->cyrillic && IsCyrillic(c)) {
    const bool upper = c < 0x430;
    glyph = upper ? Glyph::kUpper : Glyph::kLower;
    const double frequency =
        c == 0x451 || c == 0x401 ? 2.0 : kRussian[(c - (upper ? 0x410 : 0x430)) % 32];
    probability = frequency / 1000 * (upper ? 0.12 : 0.8);
  } else if (!page->cyrillic && c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7) {
    glyph = Glyph::kLatin;
    const std::u32string_view common = U"éèêëàâçôöùûüïîäßñáíóúÄÖÜÉãõåæø";
    probability = common.find(c) != std::u32string_view::npos ? 0.03 : 0.002;
  } else if (std::u32string_view(U"\u00A0«»№—–°“”„’…€§©±²·×").find(c) !=
             std::u32string_view::npos) {
    glyph = Glyph::kSymbol;
    probability = 0.006;
  } else if (c >= 0xA1 && c < 0x2500 && c != 0xFFFD) {
    probability = 0.0003;
  } else if (c >= 0x2500 && c < 0x2600) {
    probability = 0.00003;  // box drawing
  }
  page->glyphs[byte] = glyph;
  page->weight[byte] = std::log(probability);
}

// The code page `name` as a table, by ICU.
void Fill(Page* page) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ::ucnv_open(page->name, &status);
  for (size_t byte = 0; byte < 256; ++byte) {
    page->points[byte] = 0xFFFD;
    if (U_SUCCESS(status)) {
      const char in = static_cast<char>(byte);
      UChar out[4];
      UErrorCode one = U_ZERO_ERROR;
      if (::ucnv_toUChars(converter, out, 4, &in, 1, &one) > 0 && U_SUCCESS(one))
        page->points[byte] = out[0];
    }
    Classify(page, byte);
  }
  if (converter != nullptr) ::ucnv_close(converter);
}

const std::array<Page, 4>& Pages() {
  static const std::array<Page, 4> kPages = [] {
    std::array<Page, 4> pages{
        {{"windows-1251", true}, {"KOI8-R", true}, {"IBM866", true}, {"windows-1252", false}}};
    for (Page& page : pages)
      Fill(&page);
    return pages;
  }();
  return kPages;
}

// How odd it is to see `b` right behind `a` in running text.
double PairPenalty(Glyph a, Glyph b) {
  const auto cyrillic = [](Glyph g) { return g == Glyph::kLower || g == Glyph::kUpper; };
  if (a == Glyph::kLower && b == Glyph::kUpper) return -5;
  if ((a == Glyph::kAsciiLetter && cyrillic(b)) || (cyrillic(a) && b == Glyph::kAsciiLetter))
    return -3;
  if (a == Glyph::kLatin && b == Glyph::kLatin) return -3;
  return 0;
}

}  // namespace

bool Utf8Check::Next(unsigned char byte) {
  if (expected_ > 0) {
    if (byte < least_ || byte > most_) return false;
    least_ = 0x80;
    most_ = 0xBF;
    --expected_;
    return true;
  }
  if (byte < 0x80) return byte != 0 || with_nul_;
  if (byte < 0xC2 || byte > 0xF4) return false;
  expected_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  if (byte == 0xE0) least_ = 0xA0;
  if (byte == 0xED) most_ = 0x9F;
  if (byte == 0xF0) least_ = 0x90;
  if (byte == 0xF4) most_ = 0x8F;
  return true;
}

bool Utf8Check::Add(std::string_view bytes) {
  constexpr uint64_t kOnes = 0x0101010101010101ULL;
  constexpr uint64_t kHigh = 0x8080808080808080ULL;
  const char* data = bytes.data();
  const size_t size = bytes.size();
  for (size_t at = 0; at < size;) {
    if (expected_ == 0) {
      for (; at + 8 <= size; at += 8) {  // ASCII without NUL
        uint64_t word;
        std::memcpy(&word, data + at, 8);
        if (((word | (word - kOnes)) & kHigh) != 0) break;
      }
      if (at == size) break;
    }
    if (!Next(static_cast<unsigned char>(data[at]))) {
      bytes_ += static_cast<int64_t>(at);
      return false;
    }
    ++at;
  }
  bytes_ += static_cast<int64_t>(size);
  return true;
}

void ByteCounts::Add(std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    ++single_[byte];
    ++pairs_[static_cast<size_t>(previous_) << 8U | byte];
    if (byte == 0) ++zeros_[total_ % 2];
    previous_ = byte;
    ++total_;
  }
}

// NUL bytes stand on one side only, in characters below U+0100, of which line ends are some.
bool ByteCounts::LooksLikeUtf16(bool* big) const {
  const uint64_t half = total_ / 2;
  if (half < 2) return false;
  *big = zeros_[0] > zeros_[1];
  const uint64_t many = std::max(zeros_[0], zeros_[1]);
  const uint64_t few = std::min(zeros_[0], zeros_[1]);
  const uint64_t lines = single_['\n'];
  const uint64_t wide_lines = *big ? pairs_['\n'] : pairs_[static_cast<size_t>('\n') << 8U];
  return many * 20 >= half && few * 10 <= many && wide_lines * 2 >= lines;
}

Encoding ByteCounts::Guess() const {
  bool big = false;
  if (LooksLikeUtf16(&big)) return {big ? "UTF-16BE" : "UTF-16LE", 0, true};
  std::array<double, 4> scores{};
  for (size_t p = 0; p < scores.size(); ++p) {
    const Page& page = Pages()[p];
    for (size_t byte = 0x80; byte < 256; ++byte)
      scores[p] += static_cast<double>(single_[byte]) * page.weight[byte];
    for (size_t pair = 0; pair < pairs_.size(); ++pair) {
      if (pairs_[pair] == 0 || (pair < 0x8000 && (pair & 0x80U) == 0)) continue;
      scores[p] += static_cast<double>(pairs_[pair]) *
                   PairPenalty(page.glyphs[pair >> 8U], page.glyphs[pair & 0xFFU]);
    }
  }
  const size_t best =
      static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  double second = -1e300;
  for (size_t p = 0; p < scores.size(); ++p) {
    if (p != best) second = std::max(second, scores[p]);
  }
  uint64_t high = 0;
  for (size_t byte = 0x80; byte < 256; ++byte)
    high += single_[byte];
  // Clear of the next by a factor of e^4, and text at all: on average not worse than a rare letter.
  const bool plausible = scores[best] / static_cast<double>(std::max<uint64_t>(high, 1)) > -6.0;
  return {Pages()[best].name, 0, plausible && scores[best] - second > 4.0};
}

Encoding ByteOrderMark(std::string_view head) {
  const std::string_view start = head.substr(0, 4);
  if (start.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3, true};
  if (start == std::string_view("\xFF\xFE\0\0", 4)) return {"UTF-32LE", 4, true};
  if (start == std::string_view("\0\0\xFE\xFF", 4)) return {"UTF-32BE", 4, true};
  if (start.starts_with("\xFF\xFE")) return {"UTF-16LE", 2, true};
  if (start.starts_with("\xFE\xFF")) return {"UTF-16BE", 2, true};
  return {"", 0, true};
}

}  // namespace aietl::connectors::files
