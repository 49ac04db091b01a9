#include <libstemmer.h>

#include <memory>

#include "base/utf8.h"
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
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (stem == nullptr) return word;
  return std::string(reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(stemmer)));
}

}  // namespace

std::string StemOf(const std::string& lower) {
  // One pair per thread: Snowball's stemmers keep state.
  thread_local const Stemmer english(sb_stemmer_new("english", "UTF_8"));
  thread_local const Stemmer russian(sb_stemmer_new("russian", "UTF_8"));
  return Run(IsCyrillicText(lower) ? russian.get() : english.get(), lower);
}

}  // namespace aietl::synthesis
