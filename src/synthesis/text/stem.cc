#include <libstemmer.h>

#include <memory>
#include <string_view>

#include "synthesis/text/token.h"

namespace aietl::synthesis {
namespace {

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, StemmerDeleter>;

bool IsCyrillicText(const std::string& text) {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead == 0xD0 || lead == 0xD1) return true;
  }
  return false;
}

std::string Run(sb_stemmer* stemmer, const std::string& word) {
  const sb_symbol* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                          static_cast<int>(word.size()));
  if (stem == nullptr) return word;
  return std::string(reinterpret_cast<const char*>(stem),
                     static_cast<size_t>(sb_stemmer_length(stemmer)));
}

// Drops the vowel that comes and goes between a word's forms (отправка, отправок; поставка,
// поставок), so that all of them end alike.
void DropFleetingVowel(std::string& stem) {
  constexpr size_t kLetter = 2;  // bytes of a Cyrillic letter
  constexpr size_t kShortest = 5 * kLetter;
  if (stem.size() < kShortest) return;
  const std::string_view ending = std::string_view(stem).substr(stem.size() - 2 * kLetter);
  if (ending == "ок" || ending == "ек" || ending == "ец")
    stem.erase(stem.size() - 2 * kLetter, kLetter);
}

}  // namespace

std::string StemOf(const std::string& lower) {
  // One pair per thread: Snowball's stemmers keep state.
  thread_local const Stemmer english(sb_stemmer_new("english", "UTF_8"));
  thread_local const Stemmer russian(sb_stemmer_new("russian", "UTF_8"));
  if (!IsCyrillicText(lower)) return Run(english.get(), lower);
  // Russian stems are stemmed until nothing more comes off: «визиты» gives «визит», and «визит» by
  // itself loses what looks like a verb's ending.
  std::string stem = Run(russian.get(), lower);
  for (int i = 0; i < 3; ++i) {
    std::string shorter = Run(russian.get(), stem);
    if (shorter == stem || shorter.size() < 6) break;  // «наименее» is not «на»
    stem = std::move(shorter);
  }
  DropFleetingVowel(stem);
  return stem;
}

}  // namespace aietl::synthesis
