// The phrases that sentences are made of, as data: phrases.gram, compiled in. A rule says how
// words, cues and typed slots follow each other and what they mean together.
//
//     filter: c:NUMBER_COLUMN [<equal>] b:$bound => compare
//
// `word` matches by stem, `=word` exactly, `"x"` a punctuation sign, `<cue>` a cue of cues.lex,
// `$name` another rule, UPPER_CASE a typed slot (phrase_chart.h). `[ ]` may be missing,
// `( a | b )` chooses, `label:` names a part. After `=>` stand what it means, an argument, and a
// weight (+0.3, -1). Words without content are skipped between the parts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace aietl::synthesis {

enum class Slot : unsigned char {
  kColumn,
  kNumberColumn,
  kTimeColumn,
  kTextColumn,
  kFlagColumn,
  kTable,
  kValue,
  kNumber,
  kYear,
  kDate,
  kMonth,
  kQuoted,
  kWord,
  kName,
  kNewName,
  kUnit
};

struct PhraseElement {
  enum class Kind : unsigned char { kStem, kExact, kSign, kCue, kRule, kSlot };
  Kind kind = Kind::kStem;
  std::string text;  // stem, word, sign, cue, rule
  int rule = -1;     // kRule
  Slot slot = Slot::kColumn;
  std::string_view label;  // empty: the part is not kept
};

struct PhraseRule {
  std::vector<PhraseElement> elements;
  std::string_view meaning, argument;
  double weight = 0;
};

class PhraseGrammar {
 public:
  static const PhraseGrammar& Builtin();
  // Never fails on the builtin text (a test loads it); `problems` names lines of others that cannot
  // be read.
  PhraseGrammar(std::string_view text, std::vector<std::string>* problems);

  int RuleId(std::string_view name) const;  // -1: there is none
  const std::vector<PhraseRule>& Rules(int id) const { return rules_[static_cast<size_t>(id)]; }
  int size() const { return static_cast<int>(rules_.size()); }
  const std::string& Name(int id) const { return names_[static_cast<size_t>(id)]; }

 private:
  int Intern(std::string_view name);
  std::map<std::string, int, std::less<>> ids_;
  std::vector<std::string> names_;
  std::vector<std::vector<PhraseRule>> rules_;
};

}  // namespace aietl::synthesis
