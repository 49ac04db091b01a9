#include "base/text.h"

#include <algorithm>
#include <cstring>

#include "base/text_catalogue.h"

namespace aietl {
namespace {

Language g_language = Language::kEnglish;

const char* Russian(const char* english) {
  const CatalogueEntry* end = kRussianCatalogue + kRussianCatalogueSize;
  const CatalogueEntry* found = std::lower_bound(kRussianCatalogue, end, english,
                                                 [](const CatalogueEntry& entry, const char* key) {
                                                   return std::strcmp(entry.english, key) < 0;
                                                 });
  if (found == end || std::strcmp(found->english, english) != 0) return nullptr;
  return found->russian;
}

// Which of the three Russian plural forms a count takes (Unicode CLDR plural rules for "ru").
int RussianForm(int64_t count) {
  const int64_t tens = (count < 0 ? -count : count) % 100;
  const int64_t ones = tens % 10;
  if (ones == 1 && tens != 11) return 0;
  if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return 1;
  return 2;
}

}  // namespace

void SetLanguage(Language language) {
  g_language = language;
}
Language CurrentLanguage() {
  return g_language;
}

const char* Tr(const char* english) {
  if (g_language == Language::kEnglish) return english;
  const char* russian = Russian(english);
  return russian == nullptr ? english : russian;
}

std::string Plural(int64_t count, const char* one, const char* many) {
  if (g_language == Language::kEnglish)
    return fmt::format(fmt::runtime(count == 1 ? one : many), count);
  const char* russian = Russian(many);
  if (russian == nullptr) return fmt::format(fmt::runtime(count == 1 ? one : many), count);
  std::string_view forms(russian);
  for (int skip = RussianForm(count); skip > 0; --skip) {
    const size_t bar = forms.find('|');
    if (bar == std::string_view::npos) break;
    forms.remove_prefix(bar + 1);
  }
  return fmt::format(fmt::runtime(forms.substr(0, forms.find('|'))), count);
}

}  // namespace aietl
