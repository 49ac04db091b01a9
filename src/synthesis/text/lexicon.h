// What words mean the same: a bilingual lexicon of concepts (things that columns, tables and values
// are named after) and of cues (words that say what to do). Both are data: concepts.lex and
// cues.lex, compiled in; their grammar stands at the top of concepts.lex.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aietl::synthesis {

// Lookup is by stems, so that inflected forms are found; a phrase is a sequence of stems ("home
// phone", «домашний телефон»).
class Lexicon {
 public:
  static const Lexicon& Concepts();  // id: English head word ("amount", "customer")
  static const Lexicon& Cues();  // id: what to do ("sum", "group_by", "more_than"); see cues.lex

  struct Match {
    std::string_view id;
    int words = 1;      // length of the phrase
    double weight = 1;  // 1: head word, its inflection or translation; 0.7: looser synonym
  };
  // Everything that a phrase beginning at words[at] means, longest first. `lower` are the words as
  // written in lower case, `stems` their stems.
  std::vector<Match> Find(const std::vector<std::string>& lower,
                          const std::vector<std::string>& stems, size_t at) const;
  // Of all single words, the one that this is a typing slip of; empty when none is, or several are.
  std::string Meant(const std::string& lower, const std::string& stem) const;
  // Whether it is a word of a longer phrase ("later" of "or later").
  bool IsPart(const std::string& lower, const std::string& stem) const;
  // Everything that one word means.
  std::vector<Match> FindWord(const std::string& lower) const;
  // What else says the same, in either language, without looser synonyms: stems joined by blanks.
  const std::vector<std::string>& PhrasesOf(std::string_view id) const;

 private:
  explicit Lexicon(std::string_view text);
  struct Data;
  const Data* data_;  // never freed: lives as long as the process
};

// One insertion, deletion, replacement or swap of letters: a typing slip.
bool IsTypo(const std::string& a, const std::string& b);

// Russian words written in Latin letters, as names of columns often are: "summa_oplaty" → «сумма»,
// «оплаты». Empty when it cannot be one.
std::string FromTranslit(std::string_view word);

}  // namespace aietl::synthesis
