#include "synthesis/learned/name_links.h"

#include <algorithm>

#include "synthesis/text/letters.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis::learned {
namespace {

// How a token stands for a word of a name.
enum class WordTie : uint8_t { kStrong, kMeaning, kNear, kNone };

constexpr double kSameMeaning = 0.9;  // weight of a concept that is no looser synonym
constexpr size_t kLongestNamePhrase = 4;

bool IsGeneric(const std::string& word) {
  return Among(word, {"id", "name", "code", "number", "no", "num", "type", "date", "key", "value",
                      "номер", "код", "имя", "название", "тип", "дата"});
}

WordTie TieOf(const NameWord& asked, bool cyrillic, const NameWord& named) {
  if (asked.lower == named.lower || asked.stem == named.stem) return WordTie::kStrong;
  const bool other_script = cyrillic != (static_cast<unsigned char>(named.lower[0]) >= 0x80);
  if (const double weight = SharedConcept(asked.concepts, named.concepts); weight > 0)
    return other_script && weight >= kSameMeaning ? WordTie::kStrong : WordTie::kMeaning;
  if (other_script || asked.lower[0] != named.lower[0] || asked.lower.size() < 3)
    return WordTie::kNone;
  size_t common = 0;
  while (common < asked.lower.size() && common < named.lower.size() &&
         asked.lower[common] == named.lower[common])
    ++common;
  const size_t letter = cyrillic ? 2 : 1;
  if (common >= 4 * letter) return WordTie::kNear;
  return MatchWord(asked, named).match != WordMatch::kNone ? WordTie::kNear : WordTie::kNone;
}

// Phrases of several words that mean the same as a word or words of a name.
struct MeantPhrase {
  size_t begin = 0, end = 0;
  std::string_view concept_id;
};

std::vector<MeantPhrase> PhrasesOf(const std::vector<std::string>& lower,
                                   const std::vector<std::string>& stems) {
  std::vector<MeantPhrase> out;
  for (size_t at = 0; at < lower.size(); ++at) {
    for (const Lexicon::Match& match : Lexicon::Concepts().Find(lower, stems, at)) {
      if (match.weight >= kSameMeaning)
        out.push_back({at, at + static_cast<size_t>(match.words), match.id});
    }
  }
  return out;
}

class NameLinker {
 public:
  NameLinker(const std::vector<Token>& tokens, const Schema& schema)
      : tokens_(tokens), schema_(schema), ties_(schema.words.size() * tokens.size()) {
    std::vector<std::string> lower, stems;
    for (const Token& token : tokens) {
      lower.push_back(token.lower);
      stems.push_back(token.stem);
    }
    for (const MeantPhrase& phrase : PhrasesOf(lower, stems)) {
      if (phrase.end > phrase.begin + 1) phrases_.push_back(phrase);
      single_.push_back(phrase);
    }
    for (size_t t = 0; t < tokens.size(); ++t) {
      const bool word = tokens[t].kind == TokenKind::kWord;
      const NameWord asked{lower[t], stems[t], word ? ConceptsOf(lower, stems, t, 1) : Concepts{}};
      for (size_t w = 0; w < schema.words.size(); ++w) {
        Tie(w, t) = word && !asked.lower.empty() ? TieOf(asked, tokens[t].cyrillic, schema.words[w])
                                                 : WordTie::kNone;
      }
    }
    TiePhrases();
  }

  NameFits Fits(const std::vector<int32_t>& words, const std::vector<bool>& table_word) const {
    NameFits fits(tokens_.size(), NameFit::kNone);
    if (words.empty()) return fits;
    Single(words, fits);
    Windows(words, table_word, fits);
    Phrases(words, fits);
    return fits;
  }

 private:
  WordTie& Tie(size_t word, size_t token) { return ties_[word * tokens_.size() + token]; }
  WordTie Tie(int32_t word, size_t token) const {
    return ties_[static_cast<size_t>(word) * tokens_.size() + token];
  }

  static void Improve(NameFit& fit, NameFit by) { fit = std::min(fit, by); }

  // «домашнее животное» is the word pet.
  void TiePhrases() {
    for (const MeantPhrase& phrase : phrases_) {
      const bool cyrillic = tokens_[phrase.begin].cyrillic;
      for (size_t w = 0; w < schema_.words.size(); ++w) {
        const NameWord& word = schema_.words[w];
        const bool same =
            std::any_of(word.concepts.begin(), word.concepts.end(), [&](const auto& meaning) {
              return meaning.first == phrase.concept_id && meaning.second >= kSameMeaning;
            });
        if (!same) continue;
        const bool other = cyrillic != (static_cast<unsigned char>(word.lower[0]) >= 0x80);
        for (size_t t = phrase.begin; t < phrase.end; ++t)
          Tie(w, t) = std::min(Tie(w, t), other ? WordTie::kStrong : WordTie::kMeaning);
      }
    }
  }

  void Single(const std::vector<int32_t>& words, NameFits& fits) const {
    for (size_t t = 0; t < tokens_.size(); ++t) {
      for (const int32_t word : words) {
        switch (Tie(word, t)) {
          case WordTie::kStrong:
            Improve(fits[t], IsGeneric(schema_.words[static_cast<size_t>(word)].lower)
                                 ? NameFit::kGeneric
                                 : NameFit::kPartial);
            break;
          case WordTie::kMeaning: Improve(fits[t], NameFit::kMeaning); break;
          case WordTie::kNear: Improve(fits[t], NameFit::kNear); break;
          case WordTie::kNone: break;
        }
      }
    }
  }

  // Windows with a strong tie to every word of the name, or to all but the table's own.
  void Windows(const std::vector<int32_t>& words, const std::vector<bool>& table_word,
               NameFits& fits) const {
    const size_t own = static_cast<size_t>(std::count(table_word.begin(), table_word.end(), true));
    for (size_t begin = 0; begin < tokens_.size(); ++begin) {
      std::vector<bool> met(words.size(), false);
      std::vector<size_t> used;
      size_t missing = words.size(), missing_own = own, gaps = 0;
      for (size_t t = begin; t < tokens_.size() && missing > 0; ++t) {
        bool hit = false;
        for (size_t w = 0; w < words.size() && !hit; ++w) {
          if (met[w] || Tie(words[w], t) != WordTie::kStrong) continue;
          met[w] = hit = true;
          --missing;
          if (!table_word.empty() && table_word[w]) --missing_own;
        }
        if (hit) {
          used.push_back(t);
        } else if (used.empty() || ++gaps > 2 || !IsFiller(tokens_[t])) {
          break;
        }
      }
      if (used.empty()) continue;
      const bool bare = missing == missing_own && missing < words.size();
      if (missing > 0 && !bare) continue;
      for (const size_t t : used)
        Improve(fits[t], missing == 0 ? NameFit::kExact : NameFit::kWithoutTable);
    }
  }

  static bool IsFiller(const Token& token) {
    return Among(token.lower, {"of", "the", "a", "an", "'s", "s", "for"});
  }

  // A word or phrase that means the name as a whole ("birthday", date_of_birth).
  void Phrases(const std::vector<int32_t>& words, NameFits& fits) const {
    if (words.size() < 2 || words.size() > kLongestNamePhrase) return;
    std::vector<std::string> lower, stems;
    for (const int32_t word : words) {
      lower.push_back(schema_.words[static_cast<size_t>(word)].lower);
      stems.push_back(schema_.words[static_cast<size_t>(word)].stem);
    }
    const bool latin = static_cast<unsigned char>(lower[0][0]) < 0x80;
    for (const auto& [id, weight] : ConceptsOf(lower, stems, 0, lower.size())) {
      if (weight < kSameMeaning) continue;
      for (const MeantPhrase& phrase : single_) {
        if (phrase.concept_id != id) continue;
        for (size_t t = phrase.begin; t < phrase.end; ++t)
          Improve(fits[t], tokens_[t].cyrillic == latin ? NameFit::kExact : NameFit::kMeaning);
      }
    }
  }

  const std::vector<Token>& tokens_;
  const Schema& schema_;
  std::vector<WordTie> ties_;
  std::vector<MeantPhrase> phrases_, single_;
};

}  // namespace

NameFit BestOf(const NameFits& fits) {
  return fits.empty() ? NameFit::kNone : *std::min_element(fits.begin(), fits.end());
}

NameLinks LinkNames(const std::vector<Token>& tokens, const Schema& schema) {
  const NameLinker linker(tokens, schema);
  NameLinks links;
  for (const SchemaColumn& column : schema.columns)
    links.columns.push_back(linker.Fits(column.words, column.table_word));
  for (const SchemaTable& table : schema.tables)
    links.tables.push_back(linker.Fits(table.words, {}));
  return links;
}

}  // namespace aietl::synthesis::learned
