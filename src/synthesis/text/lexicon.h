// What words mean the same: a bilingual lexicon of concepts (names of columns and tables, abbreviations, operators), read from synthesis/text/*.lex at build time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aietl::synthesis {

// A concept id is the English head word of a lexicon line ("amount", "customer"). A word or phrase may mean several.
// Lookup is by stems; a phrase is a sequence of stems ("home phone", «домашний телефон»).
class Lexicon {
 public:
  static const Lexicon& Get();  // built once; thread-safe

  struct Match {
    std::string_view concept_id;
    int words = 1;         // length of the phrase
    double weight = 1;     // 1: the head word or its inflection or translation; less: looser synonym
  };
  // All concepts of the phrase that begins at words[at] (longest first).
  std::vector<Match> Find(const std::vector<std::string>& stems, size_t at) const;
  // Expands an abbreviation as used in column names ("amt" → "amount", "qty" → "quantity", "dt" → "date"); empty when it is none.
  std::string_view Abbreviation(std::string_view word) const;
  // Latin transliteration of Russian words in names: «summa» → «сумма», «oplaty» → «оплаты» (candidates).
  std::vector<std::string> FromTranslit(std::string_view word) const;

 private:
  Lexicon();
  struct Data;
  const Data* data_;
};

}  // namespace aietl::synthesis
