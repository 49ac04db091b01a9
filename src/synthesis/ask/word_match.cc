#include "synthesis/ask/word_match.h"

#include <algorithm>

#include "synthesis/text/lexicon.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {
namespace {

constexpr std::string_view kVowels[] = {"a", "e", "i", "o", "u", "а", "е",
                                        "и", "о", "у", "ы", "э", "ю", "я"};

}  // namespace

double SharedConcept(const Concepts& a, const Concepts& b) {
  double best = 0;
  for (const auto& [id, weight] : a) {
    for (const auto& [other, other_weight] : b) {
      if (id == other) best = std::max(best, weight * other_weight);
    }
  }
  return best;
}

Concepts ConceptsOf(const std::vector<std::string>& lower, const std::vector<std::string>& stems,
                    size_t at, size_t length) {
  Concepts out;
  for (const Lexicon::Match& match : Lexicon::Concepts().Find(lower, stems, at)) {
    if (static_cast<size_t>(match.words) == length) out.emplace_back(match.id, match.weight);
  }
  return out;
}

bool IsAbbreviation(const std::string& shortened, const std::string& full) {
  if (shortened.size() < 3 ||
      (static_cast<unsigned char>(shortened[0]) >= 0x80 && shortened.size() < 6) ||
      shortened.size() + 1 >= full.size() || shortened[0] != full[0])
    return false;
  size_t at = 0;
  for (const char c : full) {
    if (at < shortened.size() && shortened[at] == c) ++at;
  }
  const bool vowels = std::any_of(
      std::begin(kVowels), std::end(kVowels),
      [&](std::string_view vowel) { return shortened.find(vowel, 1) != std::string::npos; });
  return at == shortened.size() && (full.starts_with(shortened) || !vowels);
}

std::string TitleOf(const Relation& relation) {
  std::string title = relation.path.empty() ? relation.table : relation.path;
  if (title.empty()) return relation.name;
  if (const size_t slash = title.rfind('/'); slash != std::string::npos)
    title = title.substr(slash + 1);
  if (relation.path.empty()) {
    if (const size_t dot = title.rfind('.'); dot != std::string::npos)
      title = title.substr(dot + 1);
  } else {
    title = title.substr(0, title.find('.'));
  }
  while (!title.empty() &&
         std::string_view("*?_- 0123456789[]").find(title.back()) != std::string_view::npos)
    title.pop_back();
  return title.empty() ? relation.name : title;
}

std::vector<NameWord> WordsOfName(std::string_view name) {
  std::vector<std::string> lower = NameWords(name), stems;
  for (const std::string& word : lower)
    stems.push_back(StemOf(word));
  std::vector<NameWord> words;
  for (size_t i = 0; i < lower.size(); ++i) {
    NameWord word{lower[i], stems[i], ConceptsOf(lower, stems, i, 1)};
    const std::string russian = lower[i].size() >= 4 ? FromTranslit(lower[i]) : "";
    if (!russian.empty()) {
      for (const Lexicon::Match& match : Lexicon::Concepts().FindWord(russian))
        word.concepts.emplace_back(match.id, match.weight * 0.95);
    }
    words.push_back(std::move(word));
  }
  return words;
}

WordFit MatchWord(const NameWord& asked, const NameWord& named) {
  if (asked.lower == named.lower) return {1, WordMatch::kSame};
  if (asked.stem == named.stem) return {0.98, WordMatch::kStem};
  WordFit best;
  const auto take = [&](double score, WordMatch match) {
    if (score > best.score) best = {score, match};
  };
  if (const double weight = SharedConcept(asked.concepts, named.concepts); weight > 0)
    take(0.6 + 0.32 * weight, WordMatch::kMeaning);
  // A word of its own shortens none: policy, policyhouse.
  constexpr size_t kShort = 5;
  const bool shortens = named.concepts.empty() || named.lower.size() < kShort;
  if ((shortens && IsAbbreviation(named.lower, asked.lower)) ||
      IsAbbreviation(asked.lower, named.lower))
    take(0.8, WordMatch::kAbbreviation);
  // расход, расходный; depart, departure: one word made of the other.
  const std::string &shorter = asked.stem.size() < named.stem.size() ? asked.stem : named.stem,
                    &longer = asked.stem.size() < named.stem.size() ? named.stem : asked.stem;
  const bool cyrillic = static_cast<unsigned char>(shorter[0]) >= 0x80;
  if (shorter.size() >= (cyrillic ? 10U : 5U) &&
      longer.size() <= shorter.size() + (cyrillic ? 4U : 3U) && longer.starts_with(shorter))
    take(0.84, WordMatch::kDerived);
  if (IsTypo(asked.lower, named.lower) || IsTypo(asked.stem, named.stem))
    take(0.75, WordMatch::kTypo);
  return best;
}

}  // namespace aietl::synthesis
