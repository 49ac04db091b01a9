// Every way to read pieces of one sentence as phrases of the grammar, and the best sets of phrases
// that cover it.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "synthesis/ask/linker.h"
#include "synthesis/ask/phrase_grammar.h"
#include "synthesis/text/lexicon.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

// Tokens [begin, end) read as one phrase. A leaf holds what its words may mean; which of it is
// meant shows in the company of the other phrases.
struct Phrase {
  int begin = 0, end = 0;
  double score = 0;
  int rule = -1;                       // -1: a leaf
  std::string_view meaning, argument;  // of the rule; leaves: the cue's name where one stood
  std::vector<std::pair<std::string_view, const Phrase*>> parts;
  Slot slot = Slot::kColumn;
  std::vector<const Reading*>
      readings;          // leaves of columns, tables and values: all within reach of the best
  std::string from, to;  // leaves of dates: half-open

  const Phrase* Part(std::string_view label) const {
    for (const auto& [name, part] : parts) {
      if (name == label) return part;
    }
    return nullptr;
  }
};

struct Cover {
  std::vector<const Phrase*> phrases;  // in the order of the sentence
  std::vector<int> missed;             // content tokens that no phrase takes
  double score = 0;
};

class PhraseChart {
 public:
  PhraseChart(const PhraseGrammar& grammar, const std::vector<Token>& tokens,
              const std::vector<bool>& taken, const Linker& linker);

  const std::vector<const Phrase*>& At(int rule, int at);
  // The best covers by phrases of rule "fragment", best first.
  std::vector<Cover> Covers(size_t most);

  int size() const { return static_cast<int>(tokens_.size()); }
  // Whether a table or a column is surely named here.
  bool IsForeign(const Column& column) const;
  bool IsDefined(int at) const;
  bool Names(int at) const;
  bool OnlyRefers(const Phrase& item) const;
  bool NumbersBefore(int at) const;
  bool NamesCounted(int at) const;  // a table or column, but for times
  bool HasCue(int at, std::string_view cue) const;
  bool IsNoise(int at) const { return noise_[static_cast<size_t>(at)]; }
  bool Taken(int at) const { return taken_[static_cast<size_t>(at)]; }
  const std::vector<Reading>& Readings(int at) const { return readings_[static_cast<size_t>(at)]; }

 private:
  struct Partial;
  bool Coheres(const Phrase& phrase) const;
  bool IsValue(int at) const;
  static size_t Likeness(const Phrase& phrase);
  void Settle();
  void OfTables();
  void OfKinds();
  const connectors::ColumnInfo& Info(const Column& column) const;
  bool Refers(const Column& column, int relation) const;
  bool IsKey(const Column& column) const;
  void Match(const PhraseRule& rule, int rule_id, size_t element, int at, Partial& partial,
             std::vector<const Phrase*>& out);
  void Slots(Slot slot, int at, std::vector<const Phrase*>& out);
  void Leaves(Slot slot, int at, std::vector<const Phrase*>& out);
  const Phrase* Leaf(Slot slot, int begin, int end, double score);
  bool Fits(Slot slot, const Reading& reading) const;
  double MissCost(int at) const;
  bool Decides(int at) const;

  const PhraseGrammar& grammar_;
  const std::vector<Token>& tokens_;
  std::vector<bool> taken_, noise_, framed_;
  const Linker& linker_;
  std::vector<std::string> lower_, stems_;
  std::vector<std::vector<Lexicon::Match>> cues_;
  std::vector<std::vector<Reading>> readings_;
  std::deque<Phrase> phrases_;
  std::vector<std::vector<std::vector<const Phrase*>>> memo_;  // by rule and place
  std::vector<std::vector<char>> state_;  // 0: not yet, 1: being made, 2: there
  std::map<std::pair<int, int>, std::vector<const Phrase*>> slots_;
  int budget_ = 400000;  // steps: a hostile sentence ends, too
};

}  // namespace aietl::synthesis
