#include <utility>

#include "synthesis/text/lexicon.h"

namespace aietl::synthesis {
namespace {

// Longest first: the usual ways to spell Russian in Latin letters (GOST 7.79 B, BGN/PCGN and what
// people type).
constexpr std::pair<std::string_view, std::string_view> kLetters[] = {
    {"shch", "щ"}, {"sch", "щ"}, {"zh", "ж"}, {"kh", "х"}, {"ts", "ц"}, {"ch", "ч"}, {"sh", "ш"},
    {"yu", "ю"},   {"ju", "ю"},  {"ya", "я"}, {"ja", "я"}, {"yo", "е"}, {"ye", "е"}, {"iy", "ий"},
    {"yy", "ый"},  {"a", "а"},   {"b", "б"},  {"v", "в"},  {"w", "в"},  {"g", "г"},  {"d", "д"},
    {"e", "е"},    {"z", "з"},   {"i", "и"},  {"j", "й"},  {"k", "к"},  {"l", "л"},  {"m", "м"},
    {"n", "н"},    {"o", "о"},   {"p", "п"},  {"r", "р"},  {"s", "с"},  {"t", "т"},  {"u", "у"},
    {"f", "ф"},    {"h", "х"},   {"c", "ц"},  {"y", "ы"},  {"x", "кс"}, {"'", "ь"},
};

}  // namespace

std::string FromTranslit(std::string_view word) {
  std::string out;
  while (!word.empty()) {
    bool found = false;
    for (const auto& [latin, cyrillic] : kLetters) {
      if (!word.starts_with(latin)) continue;
      out += cyrillic;
      word.remove_prefix(latin.size());
      found = true;
      break;
    }
    if (!found) return {};
  }
  return out;
}

}  // namespace aietl::synthesis
