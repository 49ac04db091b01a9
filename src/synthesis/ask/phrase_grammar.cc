#include "synthesis/ask/phrase_grammar.h"

#include <charconv>
#include <deque>
#include <optional>

#include "synthesis/text/lexicon_data.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {
namespace {

using Sequence = std::vector<PhraseElement>;

// Labels and meanings outlive every grammar: they are views into one table of strings.
std::string_view Lasting(std::string_view text) {
  static std::deque<std::string> texts;
  for (const std::string& known : texts) {
    if (known == text) return known;
  }
  return texts.emplace_back(text);
}

std::optional<Slot> SlotOf(std::string_view name) {
  static constexpr std::pair<std::string_view, Slot> kSlots[] = {
      {"COLUMN", Slot::kColumn},
      {"NUMBER_COLUMN", Slot::kNumberColumn},
      {"TIME_COLUMN", Slot::kTimeColumn},
      {"TEXT_COLUMN", Slot::kTextColumn},
      {"FLAG_COLUMN", Slot::kFlagColumn},
      {"TABLE", Slot::kTable},
      {"VALUE", Slot::kValue},
      {"NUMBER", Slot::kNumber},
      {"YEAR", Slot::kYear},
      {"DATE", Slot::kDate},
      {"MONTH", Slot::kMonth},
      {"QUOTED", Slot::kQuoted},
      {"WORD", Slot::kWord},
      {"NAME", Slot::kName},
      {"NEW_NAME", Slot::kNewName},
      {"UNIT", Slot::kUnit}};
  for (const auto& [text, slot] : kSlots) {
    if (text == name) return slot;
  }
  return std::nullopt;
}

// Splits a pattern into words, brackets and bars.
std::vector<std::string> Pieces(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  bool quoted = false;
  const auto finish = [&] {
    if (!word.empty()) out.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == ' ' || c == '\t')) {
      finish();
    } else if (!quoted && (c == '[' || c == ']' || c == '(' || c == ')' || c == '|')) {
      finish();
      out.emplace_back(1, c);
    } else {
      word += c;
    }
  }
  finish();
  return out;
}

class PatternReader {
 public:
  explicit PatternReader(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}

  // All sequences that a pattern stands for; empty when it cannot be read.
  std::vector<Sequence> Read() {
    std::vector<Sequence> out = Choice();
    if (at_ != pieces_.size()) ok_ = false;
    return ok_ ? out : std::vector<Sequence>();
  }

 private:
  bool At(std::string_view piece) const { return at_ < pieces_.size() && pieces_[at_] == piece; }

  std::vector<Sequence> Choice() {
    std::vector<Sequence> out = Row();
    while (At("|")) {
      ++at_;
      for (Sequence& sequence : Row())
        out.push_back(std::move(sequence));
    }
    return out;
  }

  std::vector<Sequence> Row() {
    std::vector<Sequence> out(1);
    while (at_ < pieces_.size() && !At("|") && !At("]") && !At(")")) {
      std::vector<Sequence> next = Item();
      std::vector<Sequence> joined;
      for (const Sequence& left : out) {
        for (const Sequence& right : next) {
          Sequence both = left;
          both.insert(both.end(), right.begin(), right.end());
          joined.push_back(std::move(both));
        }
      }
      out = std::move(joined);
    }
    return out;
  }

  std::vector<Sequence> Item() {
    if (At("[") || At("(")) {
      const bool optional = At("[");
      ++at_;
      std::vector<Sequence> inside = Choice();
      if (!At(optional ? "]" : ")")) ok_ = false;
      ++at_;
      if (optional) inside.emplace_back();
      return inside;
    }
    PhraseElement element;
    std::string_view piece = pieces_[at_++];
    if (const size_t colon = piece.find(':'); colon != std::string_view::npos && colon > 0 &&
                                              piece.front() != '"' && piece.front() != '<') {
      element.label = Lasting(piece.substr(0, colon));
      piece.remove_prefix(colon + 1);
    }
    if (piece.empty()) ok_ = false;
    if (piece.starts_with('"') && piece.size() > 2) {
      element.kind = PhraseElement::Kind::kSign;
      element.text = piece.substr(1, piece.size() - 2);
    } else if (piece.starts_with('<') && piece.size() > 2) {
      element.kind = PhraseElement::Kind::kCue;
      element.text = piece.substr(1, piece.size() - 2);
    } else if (piece.starts_with('$')) {
      element.kind = PhraseElement::Kind::kRule;
      element.text = piece.substr(1);
    } else if (piece.starts_with('=')) {
      element.kind = PhraseElement::Kind::kExact;
      element.text = piece.substr(1);
    } else if (const std::optional<Slot> slot = SlotOf(piece)) {
      element.kind = PhraseElement::Kind::kSlot;
      element.slot = *slot;
    } else {
      element.text = StemOf(std::string(piece));
    }
    return {{element}};
  }

  std::vector<std::string> pieces_;
  size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace

int PhraseGrammar::Intern(std::string_view name) {
  const auto [found, fresh] = ids_.emplace(name, static_cast<int>(names_.size()));
  if (fresh) {
    names_.emplace_back(name);
    rules_.emplace_back();
  }
  return found->second;
}

int PhraseGrammar::RuleId(std::string_view name) const {
  const auto found = ids_.find(name);
  return found == ids_.end() ? -1 : found->second;
}

PhraseGrammar::PhraseGrammar(std::string_view text, std::vector<std::string>* problems) {
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    const size_t colon = line.find(": ");
    if (colon == std::string_view::npos) {
      problems->push_back("no rule name: " + std::string(line));
      continue;
    }
    const int id = Intern(line.substr(0, colon));
    std::string_view pattern = line.substr(colon + 2);
    PhraseRule rule;
    if (const size_t arrow = pattern.find("=> "); arrow != std::string_view::npos) {
      const std::vector<std::string> words = Pieces(pattern.substr(arrow + 3));
      pattern = pattern.substr(0, arrow);
      for (size_t i = 0; i < words.size(); ++i) {
        if (words[i].front() == '+' || words[i].front() == '-') {
          const char* begin = words[i].data() + (words[i].front() == '+' ? 1 : 0);
          std::from_chars(begin, words[i].data() + words[i].size(), rule.weight);
        } else {
          (i == 0 ? rule.meaning : rule.argument) = Lasting(words[i]);
        }
      }
    }
    std::vector<Sequence> sequences = PatternReader(Pieces(pattern)).Read();
    if (sequences.empty()) problems->push_back("cannot read: " + std::string(line));
    for (Sequence& sequence : sequences) {
      if (sequence.empty()) {
        problems->push_back("may be nothing: " + std::string(line));
        continue;
      }
      rule.elements = std::move(sequence);
      rules_[static_cast<size_t>(id)].push_back(rule);
    }
  }
  for (std::vector<PhraseRule>& rules : rules_) {
    for (PhraseRule& rule : rules) {
      for (PhraseElement& element : rule.elements) {
        if (element.kind != PhraseElement::Kind::kRule) continue;
        element.rule = RuleId(element.text);
        if (element.rule < 0) problems->push_back("no such rule: " + element.text);
      }
    }
  }
}

const PhraseGrammar& PhraseGrammar::Builtin() {
  static const PhraseGrammar grammar = [] {
    std::vector<std::string> problems;
    return PhraseGrammar(kPhrasesText, &problems);
  }();
  return grammar;
}

}  // namespace aietl::synthesis
