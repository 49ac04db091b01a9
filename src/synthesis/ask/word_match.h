// Whether a word of a sentence is a word of a name: by spelling, inflection, meaning, abbreviation
// or a slip of typing.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "synthesis/catalog.h"

namespace aietl::synthesis {

// Concepts of the lexicon with weights.
using Concepts = std::vector<std::pair<std::string_view, double>>;

struct NameWord {
  std::string lower, stem;
  Concepts concepts;
};

// How two words fit, best first.
enum class WordMatch : unsigned char {
  kSame,
  kStem,
  kMeaning,  // a concept of the lexicon is common to both: synonym, translation
  kDerived,  // one is made of the other: depart, departure
  kAbbreviation,
  kTypo,
  kNone,
};
struct WordFit {
  double score = 0;
  WordMatch match = WordMatch::kNone;
};

WordFit MatchWord(const NameWord& asked, const NameWord& named);

// The best product of weights of a concept in both; 0 without one.
double SharedConcept(const Concepts& a, const Concepts& b);

// What exactly the words [at, at + length) mean.
Concepts ConceptsOf(const std::vector<std::string>& lower, const std::vector<std::string>& stems,
                    size_t at, size_t length);

// The words of a name with what they mean, also where it is Russian in Latin letters.
std::vector<NameWord> WordsOfName(std::string_view name);

// "dept" for "department": the first letter, then letters in their order, most of them consonants.
bool IsAbbreviation(const std::string& shortened, const std::string& full);

// What a relation is called where it lives: the table's or file's own name, without folder, ending
// and schema.
std::string TitleOf(const Relation& relation);

}  // namespace aietl::synthesis
