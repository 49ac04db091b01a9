#include "synthesis/ask/phrase_chart.h"

#include <algorithm>
#include <functional>
#include <set>

#include "synthesis/ask/join_path.h"
#include "synthesis/text/dates.h"

namespace aietl::synthesis {
namespace {

constexpr size_t kMostPerPlace = 10;  // readings of one rule at one place
constexpr size_t kMostPerEnd = 3;     // of them with the same end
constexpr size_t kMostCovers = 24;    // partial covers kept at each place
constexpr int kMostSkipped = 3;       // words without content between two parts
constexpr double kWithin = 0.12;      // readings of a leaf this near to its best are kept
constexpr double kLeastColumn = 0.68;
constexpr double kLeastTable = 0.7;
constexpr double kWordScore = 1;      // a word that the grammar names
constexpr double kNoiseScore = 0.15;  // a word without content inside a phrase
constexpr double kPhraseCost = 0.55;  // few large phrases rather than many small ones
constexpr int kMostGrowth = 2;        // how often a phrase that begins with itself grows
constexpr double kMissCost = 2.2;     // a content word that no phrase takes

double LinkScore(double score, int tokens) {
  return tokens * (0.35 + (score - 0.6) * 2.1);
}

}  // namespace

struct PhraseChart::Partial {
  std::vector<std::pair<std::string_view, const Phrase*>> parts;
  double score = 0;
  int begin = 0;
};

PhraseChart::PhraseChart(const PhraseGrammar& grammar, const std::vector<Token>& tokens,
                         const std::vector<bool>& taken, const Linker& linker)
    : grammar_(grammar), tokens_(tokens), taken_(taken), linker_(linker) {
  taken_.resize(tokens.size(), false);
  for (const Token& token : tokens_) {
    lower_.push_back(token.lower);
    stems_.push_back(token.stem);
  }
  readings_ = linker.Link(tokens_);
  for (size_t i = 0; i < tokens_.size(); ++i) {
    cues_.push_back(Lexicon::Cues().Find(lower_, stems_, i));
    // Cues never reach over what the pipeline took.
    std::erase_if(cues_.back(), [&](const Lexicon::Match& match) {
      for (size_t k = i; k < i + static_cast<size_t>(match.words); ++k) {
        if (taken_[k]) return true;
      }
      return false;
    });
  }
  noise_.assign(tokens_.size(), false);
  framed_.assign(tokens_.size(), false);
  for (size_t i = 0; i < tokens_.size(); ++i) {
    for (const Lexicon::Match& match : cues_[i]) {
      if (match.id != "noise") continue;
      const bool greeting = match.words > 1 && i == 0;
      for (size_t k = i; k < i + static_cast<size_t>(match.words); ++k) {
        noise_[k] = true;
        framed_[k] = framed_[k] || greeting;
        // "nothing else", «если не сложно» say no to nothing.
        if (match.words > 1) {
          std::erase_if(cues_[k], [](const Lexicon::Match& inside) {
            return inside.id == "not" || inside.id == "no" || inside.id == "never";
          });
        }
      }
    }
  }
  for (size_t i = 0; i < tokens_.size(); ++i) {
    const std::string& text = tokens_[i].text;
    const bool before_number = i + 1 < tokens_.size() && tokens_[i + 1].text == "№";
    if (text == "№" || (text == "." && before_number)) noise_[i] = true;
  }
  for (auto& at : readings_) {
    std::erase_if(at, [&](const Reading& reading) {
      for (int k = reading.begin; k < reading.end; ++k) {
        if (taken_[static_cast<size_t>(k)]) return true;
      }
      return false;
    });
  }
  Settle();
  OfTables();
  OfKinds();
  memo_.assign(static_cast<size_t>(grammar.size()),
               std::vector<std::vector<const Phrase*>>(tokens_.size() + 1));
  state_.assign(static_cast<size_t>(grammar.size()), std::vector<char>(tokens_.size() + 1, 0));
}

// Readings that another of the same words makes pointless.
void PhraseChart::Settle() {
  // "no coupon" names no number, whatever "no" may stand for in a column's name.
  for (size_t at = 0; at < readings_.size(); ++at) {
    if (!HasCue(static_cast<int>(at), "not") && !HasCue(static_cast<int>(at), "no") &&
        !HasCue(static_cast<int>(at), "without"))
      continue;
    std::erase_if(readings_[at], [](const Reading& reading) {
      return reading.kind != LinkKind::kValue && reading.score < 0.97;
    });
  }
  // "litres issued" recalls when, not the number of the issue.
  for (size_t at = 0; at < readings_.size(); ++at) {
    if (!tokens_[at].lower.ends_with("ed")) continue;
    const auto one = [&](const Reading& reading) {
      return reading.kind == LinkKind::kColumn && reading.end == static_cast<int>(at) + 1;
    };
    if (std::none_of(readings_[at].begin(), readings_[at].end(), [&](const Reading& reading) {
          return one(reading) && IsTimeColumn(Info(reading.column));
        }))
      continue;
    std::erase_if(readings_[at], [&](const Reading& reading) {
      return one(reading) && reading.score < 0.97 && IsKey(reading.column);
    });
  }
  // Words that frame a sentence name things only when they name them well.
  for (size_t at = 0; at < readings_.size(); ++at) {
    if (!noise_[at]) continue;
    std::erase_if(readings_[at], [&](const Reading& reading) {
      return reading.kind != LinkKind::kValue && reading.score < 0.9 &&
             reading.end == static_cast<int>(at) + 1;
    });
  }
  // A column of that very name is meant rather than a value that only means the same («штук»: Штук,
  // not шт).
  for (auto& at : readings_) {
    std::map<int, double> named;
    for (const Reading& reading : at) {
      if (reading.kind == LinkKind::kColumn)
        named[reading.end] = std::max(named[reading.end], reading.score);
    }
    std::erase_if(at, [&](const Reading& reading) {
      const auto column = named.find(reading.end);
      return reading.kind == LinkKind::kValue && reading.score < 0.95 && column != named.end() &&
             column->second >= 0.97;
    });
  }
  // "phone number" is one name: no number is spoken of beside it.
  constexpr double kWholeName = 0.94, kLoose = 0.9;
  for (size_t at = 0; at < readings_.size(); ++at) {
    int end = 0;
    for (const Reading& reading : readings_[at]) {
      if (reading.kind == LinkKind::kColumn && reading.score >= kWholeName)
        end = std::max(end, reading.end);
    }
    for (int inside = static_cast<int>(at) + 1; inside < end; ++inside) {
      std::erase_if(readings_[static_cast<size_t>(inside)], [&](const Reading& reading) {
        return reading.kind == LinkKind::kColumn && reading.end <= end && reading.score < kLoose;
      });
    }
  }
  for (auto& at : readings_) {
    std::map<int, double> tables;
    for (const Reading& reading : at) {
      if (reading.kind == LinkKind::kTable)
        tables[reading.end] = std::max(tables[reading.end], reading.score);
    }
    std::erase_if(at, [&](const Reading& reading) {
      const auto table = tables.find(reading.end);
      if (table == tables.end()) return false;
      // "orders" are the orders, not their order_id; "employees" no department of that kind.
      if (reading.kind == LinkKind::kColumn && reading.score < 0.97 && table->second >= 0.85 &&
          table->second >= reading.score - 0.03) {
        for (const std::string& word : NameWords(Info(reading.column).name)) {
          if (word == "id" || word == "no" || word == "code" || word == "ид" || word == "номер" ||
              word == "код" || word == "cd" || word == "nomer")
            return true;
        }
      }
      return reading.kind == LinkKind::kValue && reading.score < 0.97 &&
             table->second >= reading.score - 0.06;
    });
  }
}

// "customer name", «имя врача», "the rating of their carrier": a column named together with its
// table.
void PhraseChart::OfTables() {
  std::vector<Reading> made;
  const auto skip = [&](int at) {
    for (int skipped = 0;
         skipped < kMostSkipped && at < size() && noise_[static_cast<size_t>(at)] &&
         !HasCue(at, "and") && !taken_[static_cast<size_t>(at)] &&
         readings_[static_cast<size_t>(at)].empty();
         ++skipped)
      ++at;
    return at;
  };
  const auto make = [&](const Reading& column, int begin, int end, double table_score) {
    Reading reading = column;
    reading.begin = begin;
    reading.end = end;
    reading.score = std::min(1.0, column.score * 0.98 + 0.02 * table_score);
    reading.of_table = true;
    made.push_back(std::move(reading));
  };
  for (size_t at = 0; at < readings_.size(); ++at) {
    // "delivered shipments": an adjective that is a value, before it is part of a column's name.
    const bool value = IsValue(static_cast<int>(at));
    for (const Reading& first : readings_[at]) {
      if (first.score < 0.7 || first.kind == LinkKind::kValue) continue;
      if (value && first.kind == LinkKind::kColumn && first.score < 0.97) continue;
      const int next = skip(first.end);
      if (next >= size()) continue;
      for (const Reading& second : readings_[static_cast<size_t>(next)]) {
        if (second.score < 0.7 || taken_[static_cast<size_t>(next)]) continue;
        // "order id" is the orders' own key, none of the keys they refer to.
        if (second.kind == LinkKind::kColumn && second.score < 0.97 && IsForeign(second.column))
          continue;
        if (first.kind == LinkKind::kTable && second.kind == LinkKind::kColumn &&
            second.column.relation == first.relation)
          make(second, first.begin, second.end, first.score);
        if (first.kind == LinkKind::kColumn && second.kind == LinkKind::kColumn &&
            Refers(first.column, second.column.relation)) {
          make(second, first.begin, second.end, first.score);
          made.back().via = first.column;
        }
        // «имя водителя», "name of the driver": told by what refers to it.
        if (first.kind == LinkKind::kColumn && second.kind == LinkKind::kColumn &&
            !second.of_table && first.score >= 0.8 && second.score >= 0.8 &&
            Refers(second.column, first.column.relation) && !IsKey(first.column)) {
          make(first, first.begin, second.end, second.score);
          made.back().via = second.column;
        }
        // "vip guests": a truth value right before its table says which rows.
        if (first.kind == LinkKind::kColumn && second.kind == LinkKind::kTable &&
            first.column.relation == second.relation &&
            (next > first.end || FlagLiteral(Info(first.column), true).empty()))
          make(first, first.begin, second.end, second.score);
      }
    }
  }
  for (Reading& reading : made)
    readings_[static_cast<size_t>(reading.begin)].push_back(std::move(reading));
}

// "kind of delivery", «способ доставки», "delivery method": a word for kinds beside a column of
// texts says no more than the column itself.
void PhraseChart::OfKinds() {
  std::vector<Reading> made;
  const auto names_kind = [&](const Reading& reading) {
    return reading.kind == LinkKind::kColumn && reading.score >= 0.8 && !IsKey(reading.column) &&
           Info(reading.column).type.IsText();
  };
  for (int at = 0; at < size(); ++at) {
    int words = 0;
    for (const Lexicon::Match& match : cues_[static_cast<size_t>(at)]) {
      if (match.id == "kind_word") words = std::max(words, match.words);
    }
    if (words == 0 || taken_[static_cast<size_t>(at)]) continue;
    int next = at + words;
    if (next < size() && HasCue(next, "noise") && lower_[static_cast<size_t>(next)] == "of") ++next;
    const auto known = [&](int begin, int end) {
      return std::any_of(readings_[static_cast<size_t>(begin)].begin(),
                         readings_[static_cast<size_t>(begin)].end(), [&](const Reading& reading) {
                           return reading.kind == LinkKind::kColumn && reading.end == end &&
                                  reading.score >= kLeastColumn;
                         });
    };
    if (next < size() && !taken_[static_cast<size_t>(next)]) {
      for (const Reading& reading : readings_[static_cast<size_t>(next)]) {
        if (!names_kind(reading) || known(at, reading.end)) continue;
        made.push_back(reading);
        made.back().begin = at;
      }
    }
    for (int before = 0; before < at; ++before) {
      for (const Reading& reading : readings_[static_cast<size_t>(before)]) {
        if (reading.end != at || !names_kind(reading) || known(before, at + words)) continue;
        made.push_back(reading);
        made.back().end = at + words;
      }
    }
  }
  for (Reading& reading : made)
    readings_[static_cast<size_t>(reading.begin)].push_back(std::move(reading));
}

const connectors::ColumnInfo& PhraseChart::Info(const Column& column) const {
  return linker_.catalog()
      .relations[static_cast<size_t>(column.relation)]
      .info.columns[static_cast<size_t>(column.column)];
}

// A column that leads to rows of `relation` ("owner" in "owner full name").
bool PhraseChart::Refers(const Column& column, int relation) const {
  if (column.relation == relation) return false;
  const Catalog& catalog = linker_.catalog();
  for (const auto& [from, key] : catalog.keys) {
    if (from == catalog.relations[static_cast<size_t>(column.relation)].name &&
        key.table == catalog.relations[static_cast<size_t>(relation)].name &&
        key.columns.size() == 1 && key.columns.front() == Info(column).name) {
      return true;
    }
  }
  return false;
}

bool PhraseChart::IsKey(const Column& column) const {
  for (const std::string& word : NameWords(Info(column).name)) {
    if (word == "id" || word == "ид" || word == "uuid" || word == "code" || word == "код")
      return true;
  }
  const std::vector<std::string> key =
      RowKey(linker_.catalog().relations[static_cast<size_t>(column.relation)]);
  return key.size() == 1 && key.front() == Info(column).name;
}

// A key that is not the one of its own rows.
bool PhraseChart::IsForeign(const Column& column) const {
  const std::vector<std::string> key =
      RowKey(linker_.catalog().relations[static_cast<size_t>(column.relation)]);
  return IsKey(column) && key.size() == 1 && key.front() != Info(column).name;
}

bool PhraseChart::Names(int at) const {
  if (at < 0 || at >= size()) return false;
  const std::vector<Reading>& readings = readings_[static_cast<size_t>(at)];
  return std::any_of(readings.begin(), readings.end(), [](const Reading& reading) {
    return reading.kind != LinkKind::kValue && reading.score >= 0.85;
  });
}

// An item that is nothing but a reference to the table that the same words name.
bool PhraseChart::OnlyRefers(const Phrase& item) const {
  const Phrase* leaf =
      item.meaning == "column" && item.Part("t") == nullptr ? item.Part("c") : nullptr;
  if (leaf == nullptr || leaf->readings.empty()) return false;
  return std::all_of(leaf->readings.begin(), leaf->readings.end(), [&](const Reading* column) {
    const auto& here = Readings(leaf->begin);
    return std::any_of(here.begin(), here.end(), [&](const Reading& table) {
      return table.kind == LinkKind::kTable && table.end == leaf->end &&
             table.score >= column->score - 0.1 && Refers(column->column, table.relation);
    });
  });
}

// A column of whole numbers right before a number that it holds.
bool PhraseChart::NumbersBefore(int at) const {
  const std::string& number = tokens_[static_cast<size_t>(at)].number_text;
  for (int begin = std::max(0, at - 4); begin < at; ++begin) {
    for (const Reading& reading : readings_[static_cast<size_t>(begin)]) {
      if (reading.kind != LinkKind::kColumn || reading.end != at || reading.score < 0.85) continue;
      const connectors::ColumnInfo& info = Info(reading.column);
      if (info.type.IsInteger() &&
          std::find(info.samples.begin(), info.samples.end(), number) != info.samples.end())
        return true;
    }
  }
  return false;
}

bool PhraseChart::NamesCounted(int at) const {
  if (at < 0 || at >= size()) return false;
  const std::vector<Reading>& readings = readings_[static_cast<size_t>(at)];
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return reading.score >= 0.85 &&
           (reading.kind == LinkKind::kTable ||
            (reading.kind == LinkKind::kColumn && !IsTimeColumn(Info(reading.column))));
  });
}

bool PhraseChart::IsValue(int at) const {
  const std::vector<Reading>& readings = readings_[static_cast<size_t>(at)];
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return reading.kind == LinkKind::kValue && reading.score >= 0.9 && reading.end == at + 1;
  });
}

// Words that turn a meaning round or bound it: left out, the rest would say something else.
bool PhraseChart::Decides(int at) const {
  static constexpr std::string_view kDeciding[] = {
      "not",     "no",        "without",   "never",    "except",    "neither",
      "lacking", "more_than", "less_than", "most",     "fewest",    "or_more",
      "or_less", "or_later",  "leave_out", "distinct", "or_earlier"};
  static constexpr std::string_view kBeforeTimes[] = {"since",      "before",   "after",
                                                      "until_incl", "at_least", "at_most"};
  const auto any = [&](const auto& cues) {
    return std::any_of(std::begin(cues), std::end(cues),
                       [&](std::string_view cue) { return HasCue(at, cue); });
  };
  if (any(kDeciding)) return true;
  if (at + 1 >= size() || !any(kBeforeTimes)) return false;
  const TokenKind next = tokens_[static_cast<size_t>(at) + 1].kind;
  return next == TokenKind::kDate || next == TokenKind::kNumber;
}

bool PhraseChart::HasCue(int at, std::string_view cue) const {
  if (at < 0 || at >= size()) return false;
  return std::any_of(cues_[static_cast<size_t>(at)].begin(), cues_[static_cast<size_t>(at)].end(),
                     [&](const Lexicon::Match& match) { return match.id == cue; });
}

bool PhraseChart::Fits(Slot slot, const Reading& reading) const {
  const auto type = [&] {
    return linker_.catalog()
        .relations[static_cast<size_t>(reading.column.relation)]
        .info.columns[static_cast<size_t>(reading.column.column)]
        .type;
  };
  switch (slot) {
    case Slot::kColumn: return reading.kind == LinkKind::kColumn && reading.score >= kLeastColumn;
    case Slot::kNumberColumn:
      return reading.kind == LinkKind::kColumn && reading.score >= kLeastColumn &&
             type().IsNumber() && (reading.score >= 0.97 || !IsKey(reading.column));
    case Slot::kTimeColumn:
      return reading.kind == LinkKind::kColumn && reading.score >= kLeastColumn &&
             IsTimeColumn(Info(reading.column));
    case Slot::kTextColumn:
      return reading.kind == LinkKind::kColumn && reading.score >= kLeastColumn && type().IsText();
    case Slot::kFlagColumn:
      return reading.kind == LinkKind::kColumn && reading.score >= kLeastColumn &&
             !FlagLiteral(Info(reading.column), true).empty();
    case Slot::kTable: return reading.kind == LinkKind::kTable && reading.score >= kLeastTable;
    case Slot::kValue: return reading.kind == LinkKind::kValue;
    default: return false;
  }
}

// A word that stands elsewhere before a formula: "margin = …", "margin by genre: …".
bool PhraseChart::IsDefined(int at) const {
  const std::string& stem = stems_[static_cast<size_t>(at)];
  for (int i = 0; i + 1 < size(); ++i) {
    if (i == at || stems_[static_cast<size_t>(i)] != stem) continue;
    const std::string& next = tokens_[static_cast<size_t>(i) + 1].text;
    if (next == "=" || next == ":" || next == "(" || HasCue(i + 1, "by")) return true;
  }
  return false;
}

const Phrase* PhraseChart::Leaf(Slot slot, int begin, int end, double score) {
  Phrase& leaf = phrases_.emplace_back();
  leaf.begin = begin;
  leaf.end = end;
  leaf.score = score;
  leaf.slot = slot;
  return &leaf;
}

// One leaf for each length that something is linked with.
void PhraseChart::Leaves(Slot slot, int at, std::vector<const Phrase*>& out) {
  // "number of them" counts; it is no column that happens to be numbered.
  const bool counts =
      HasCue(at, "count") || HasCue(at, "join") || HasCue(at, "order_by") || HasCue(at, "keep");
  std::map<int, double> best;
  for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
    if (counts && slot != Slot::kValue && slot != Slot::kTable && reading.end == at + 1 &&
        reading.score < 0.9)
      continue;
    if (Fits(slot, reading)) best[reading.end] = std::max(best[reading.end], reading.score);
  }
  for (const auto& [end, score] : best) {
    Phrase& leaf = phrases_.emplace_back();
    leaf.begin = at;
    leaf.end = end;
    leaf.slot = slot;
    leaf.score = LinkScore(score, end - at) + (slot == Slot::kValue ? 0.1 : 0);
    for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
      if (Fits(slot, reading) && reading.end == end && reading.score >= score - kWithin)
        leaf.readings.push_back(&reading);
    }
    out.push_back(&leaf);
  }
}

void PhraseChart::Slots(Slot slot, int at, std::vector<const Phrase*>& out) {
  const auto key = std::make_pair(static_cast<int>(slot), at);
  if (const auto known = slots_.find(key); known != slots_.end()) {
    out = known->second;
    return;
  }
  const Token& token = tokens_[static_cast<size_t>(at)];
  const auto one = [&](double score) { out.push_back(Leaf(slot, at, at + 1, score)); };
  switch (slot) {
    case Slot::kNumber:
      if (token.kind == TokenKind::kNumber && token.number) one(kWordScore);
      break;
    case Slot::kYear:
      if (token.kind == TokenKind::kNumber && token.number && token.number_text.size() == 4 &&
          *token.number >= 1900 && *token.number <= 2100) {
        Phrase& leaf = phrases_.emplace_back(*Leaf(slot, at, at + 1, kWordScore));
        leaf.from = token.number_text + "-01-01";
        leaf.to = std::to_string(static_cast<int>(*token.number) + 1) + "-01-01";
        out.push_back(&leaf);
      }
      break;
    case Slot::kDate:
      if (token.kind == TokenKind::kDate) {
        Phrase& leaf = phrases_.emplace_back(*Leaf(slot, at, at + 1, kWordScore * 1.5));
        leaf.from = token.date_from;
        leaf.to = token.date_to;
        out.push_back(&leaf);
      }
      break;
    case Slot::kMonth:
      if (token.kind == TokenKind::kWord && MonthOf(token) > 0) one(kWordScore);
      break;
    case Slot::kQuoted:
      if (token.kind == TokenKind::kQuoted) one(kWordScore);
      break;
    case Slot::kWord:
      if (token.kind == TokenKind::kWord && !noise_[static_cast<size_t>(at)] && !HasCue(at, "by"))
        one(0.5);
      break;
    case Slot::kName:
      if (token.kind == TokenKind::kQuoted ||
          (token.kind == TokenKind::kWord && !noise_[static_cast<size_t>(at)] &&
           !HasCue(at, "by") && !HasCue(at, "group_by") && !HasCue(at, "not"))) {
        // A word that is no name yet is a likely new one.
        const bool known = std::any_of(
            readings_[static_cast<size_t>(at)].begin(), readings_[static_cast<size_t>(at)].end(),
            [](const Reading& reading) { return reading.score >= 0.97; });
        one(!known &&
                    (token.kind == TokenKind::kQuoted || token.lower.find('_') != std::string::npos)
                ? 1.4
                : 0.8);
      }
      break;
    case Slot::kNewName: {
      const bool known = std::any_of(readings_[static_cast<size_t>(at)].begin(),
                                     readings_[static_cast<size_t>(at)].end(),
                                     [](const Reading& reading) { return reading.score >= 0.9; });
      if (token.kind == TokenKind::kWord && !known &&
          (token.lower.find('_') != std::string::npos || IsDefined(at)))
        one(0.8);
      break;
    }
    case Slot::kUnit:
      if (HasCue(at, "unit")) one(0.9);
      break;
    default: Leaves(slot, at, out); break;
  }
  slots_[key] = out;
}

void PhraseChart::Match(const PhraseRule& rule, int rule_id, size_t element, int at,
                        Partial& partial, std::vector<const Phrase*>& out) {
  if (--budget_ < 0) return;
  if (element == rule.elements.size()) {
    Phrase& phrase = phrases_.emplace_back();
    phrase.begin = partial.begin;
    phrase.end = at;
    phrase.score = partial.score + rule.weight;
    phrase.rule = rule_id;
    phrase.meaning = rule.meaning;
    phrase.argument = rule.argument;
    phrase.parts = partial.parts;
    if (Coheres(phrase)) out.push_back(&phrase);
    return;
  }
  const PhraseElement& wanted = rule.elements[element];
  const auto go = [&](int end, double score, const Phrase* part) {
    const double before = partial.score;
    partial.score += score;
    if (part != nullptr && !wanted.label.empty()) partial.parts.emplace_back(wanted.label, part);
    Match(rule, rule_id, element + 1, end, partial, out);
    if (part != nullptr && !wanted.label.empty()) partial.parts.pop_back();
    partial.score = before;
  };
  double skipped = 0;
  for (int skips = 0; skips <= kMostSkipped && at < size(); ++skips) {
    if (!taken_[static_cast<size_t>(at)] && !framed_[static_cast<size_t>(at)]) {
      const Token& token = tokens_[static_cast<size_t>(at)];
      switch (wanted.kind) {
        case PhraseElement::Kind::kStem:
          if (token.stem == wanted.text && token.kind != TokenKind::kQuoted)
            go(at + 1, kWordScore + skipped, nullptr);
          break;
        case PhraseElement::Kind::kExact:
          if (token.lower == wanted.text && token.kind != TokenKind::kQuoted)
            go(at + 1, kWordScore + skipped, nullptr);
          break;
        case PhraseElement::Kind::kSign:
          if (token.text == wanted.text && token.kind == TokenKind::kPunctuation)
            go(at + 1, 0.2 + skipped, nullptr);
          break;
        case PhraseElement::Kind::kCue: {
          if (token.kind == TokenKind::kQuoted) break;
          int last = 0;
          for (const Lexicon::Match& match : cues_[static_cast<size_t>(at)]) {
            if (match.id != wanted.text || match.words == last) continue;
            last = match.words;
            const Phrase* leaf = nullptr;
            if (!wanted.label.empty()) leaf = Leaf(Slot::kWord, at, at + match.words, 0);
            go(at + match.words, kWordScore * match.words + skipped, leaf);
          }
          break;
        }
        case PhraseElement::Kind::kSlot: {
          std::vector<const Phrase*> leaves;
          Slots(wanted.slot, at, leaves);
          for (const Phrase* leaf : leaves)
            go(leaf->end, leaf->score + skipped, leaf);
          break;
        }
        case PhraseElement::Kind::kRule: {
          // A copy: the chart grows while it is walked.
          const std::vector<const Phrase*> readings = At(wanted.rule, at);
          for (const Phrase* reading : readings)
            go(reading->end, reading->score + skipped, reading);
          break;
        }
      }
    }
    if (element == 0) return;  // phrases begin with content
    if (!taken_[static_cast<size_t>(at)]) {
      // What turns a meaning round is never passed over.
      const bool names = wanted.kind == PhraseElement::Kind::kSlot &&
                         (wanted.slot == Slot::kName || wanted.slot == Slot::kNewName);
      if (!noise_[static_cast<size_t>(at)] || (names && HasCue(at, "and")) || HasCue(at, "not") ||
          HasCue(at, "no") || HasCue(at, "without") || HasCue(at, "never") || HasCue(at, "except"))
        return;
      skipped += kNoiseScore;
    }
    ++at;
  }
}

// A column and a value that it does not have make no condition.
bool PhraseChart::Coheres(const Phrase& phrase) const {
  // "season 2023" is no time where seasons are numbered so.
  if (phrase.meaning == "date" && phrase.begin > 0 && phrase.Part("p") != nullptr &&
      phrase.Part("p")->slot == Slot::kYear && NumbersBefore(phrase.begin))
    return false;
  // "a list of closed orders": a value in front of its rows, no column to show.
  if (phrase.meaning == "column" && grammar_.Name(phrase.rule) == "item" &&
      phrase.Part("t") == nullptr && phrase.end < size()) {
    const Phrase& leaf = *phrase.Part("c");
    double best = 0;
    for (const Reading* reading : leaf.readings)
      best = std::max(best, reading->score);
    const auto& after = Readings(phrase.end);
    const auto& here = Readings(leaf.begin);
    const auto holds = [&](int relation) {
      return std::any_of(here.begin(), here.end(), [&](const Reading& reading) {
        return reading.kind == LinkKind::kValue && reading.score >= 0.9 &&
               reading.end == leaf.end && reading.column.relation == relation;
      });
    };
    if (best < 0.97 && leaf.end == leaf.begin + 1 &&
        std::any_of(
            after.begin(), after.end(),
            [&](const Reading& reading) {
              return reading.kind == LinkKind::kTable && reading.score >= 0.85 &&
                     holds(reading.relation);
            }))
      return false;
  }
  // "average amount above 15" bounds the average, no amount.
  if (phrase.meaning == "compare" && phrase.Part("c") != nullptr) {
    int before = phrase.Part("c")->begin - 1;
    while (before >= 0 && noise_[static_cast<size_t>(before)] && !HasCue(before, "sum"))
      --before;
    for (const std::string_view aggregate : {"sum", "avg", "median"}) {
      if (HasCue(before, aggregate)) return false;
    }
  }
  // A column of other rows that refers to a table and is called like it names that table.
  if (phrase.meaning == "list" && grammar_.Name(phrase.rule) == "fragment" &&
      phrase.Part("i")->meaning == "one" && OnlyRefers(*phrase.Part("i")->Part("i")))
    return false;
  // "60 years" is an amount; no years are listed or grouped by.
  if (phrase.begin > 0 && grammar_.Name(phrase.rule) == "bucket" &&
      tokens_[static_cast<size_t>(phrase.begin) - 1].kind == TokenKind::kNumber)
    return false;
  // «деленная на» computes, it is no verb without meaning.
  if (phrase.meaning == "nothing" && phrase.end == phrase.begin + 1 &&
      (HasCue(phrase.begin, "divided") || HasCue(phrase.begin, "times") ||
       HasCue(phrase.begin, "minus")))
    return false;
  if (phrase.meaning == "column" && phrase.Part("t") != nullptr && phrase.Part("c") != nullptr &&
      phrase.Part("c")->begin < phrase.Part("t")->begin) {
    // "delivered shipments": a value in front of the rows that have it.
    const Phrase& leaf = *phrase.Part("c");
    double best = 0;
    for (const Reading* reading : leaf.readings)
      best = std::max(best, reading->score);
    // «номер заказа» is the orders' own number, no other table's «номер».
    const Phrase& table = *phrase.Part("t");
    const auto of_table = [&](const Reading& reading) {
      return std::any_of(table.readings.begin(), table.readings.end(), [&](const Reading* one) {
        return one->relation == reading.column.relation;
      });
    };
    const bool own = std::any_of(leaf.readings.begin(), leaf.readings.end(),
                                 [&](const Reading* reading) { return of_table(*reading); });
    if (!own && std::any_of(Readings(leaf.begin).begin(), Readings(leaf.begin).end(),
                            [&](const Reading& reading) {
                              return reading.kind == LinkKind::kColumn &&
                                     reading.end == table.end && of_table(reading);
                            }))
      return false;
    return best >= 0.97 || !IsValue(leaf.begin);
  }
  // "machine type" is the machines' column of that name, no other table's "type".
  if ((phrase.meaning == "column" || phrase.meaning == "table_column") &&
      phrase.Part("t") != nullptr && phrase.Part("c") != nullptr &&
      phrase.Part("t")->begin < phrase.Part("c")->begin) {
    const Phrase &table = *phrase.Part("t"), &leaf = *phrase.Part("c");
    const auto of_table = [&](const Reading& reading) {
      return std::any_of(table.readings.begin(), table.readings.end(), [&](const Reading* one) {
        return one->relation == reading.column.relation;
      });
    };
    const bool own = std::any_of(leaf.readings.begin(), leaf.readings.end(),
                                 [&](const Reading* reading) { return of_table(*reading); });
    if (!own && std::any_of(Readings(table.begin).begin(), Readings(table.begin).end(),
                            [&](const Reading& reading) {
                              return reading.kind == LinkKind::kColumn && reading.end == leaf.end &&
                                     reading.score >= kLeastColumn && of_table(reading);
                            }))
      return false;
  }
  if (phrase.meaning != "column_values" && phrase.meaning != "not_values") return true;
  // "countries with no paid orders": it is orders that there are none of.
  const bool none = HasCue(phrase.begin, "without") || HasCue(phrase.begin, "no") ||
                    HasCue(phrase.begin, "lacking");
  if (phrase.meaning == "not_values" && none && phrase.end < size()) {
    for (const Reading& after : Readings(phrase.end)) {
      if (after.kind == LinkKind::kTable && after.score >= 0.85) return false;
    }
  }
  const Phrase* column = phrase.Part("c");
  const Phrase* values = phrase.Part("v");
  if (column == nullptr || values == nullptr) return true;
  for (const Reading* reading : column->readings) {
    for (const Reading* value : values->Part("v")->readings) {
      if (reading->column == value->column) return true;
    }
  }
  return false;
}

// Phrases that read the same words in the same way have the same likeness.
size_t PhraseChart::Likeness(const Phrase& phrase) {
  size_t value = std::hash<std::string_view>()(phrase.meaning) * 31 +
                 std::hash<std::string_view>()(phrase.argument);
  const auto mix = [&](size_t more) { value = value * 1000003 + more; };
  mix(static_cast<size_t>(phrase.begin));
  mix(static_cast<size_t>(phrase.end));
  if (phrase.rule < 0) mix(static_cast<size_t>(phrase.slot) + 7);
  for (const auto& [label, part] : phrase.parts) {
    mix(std::hash<std::string_view>()(label));
    mix(Likeness(*part));
  }
  return value;
}

const std::vector<const Phrase*>& PhraseChart::At(int rule, int at) {
  std::vector<const Phrase*>& found = memo_[static_cast<size_t>(rule)][static_cast<size_t>(at)];
  char& state = state_[static_cast<size_t>(rule)][static_cast<size_t>(at)];
  if (state != 0 || at >= size()) return found;
  state = 1;  // nothing yet for what begins with itself
  std::vector<const Phrase*> all;
  const auto match = [&](bool again) {
    for (const PhraseRule& one : grammar_.Rules(rule)) {
      const bool grows = !one.elements.empty() &&
                         one.elements.front().kind == PhraseElement::Kind::kRule &&
                         one.elements.front().rule == rule;
      if (grows != again) continue;
      Partial partial;
      partial.begin = at;
      Match(one, rule, 0, at, partial, all);
    }
  };
  const auto choose = [&] {
    std::stable_sort(all.begin(), all.end(),
                     [](const Phrase* a, const Phrase* b) { return a->score > b->score; });
    std::map<int, size_t> ends;
    std::set<size_t> seen;
    found.clear();
    for (const Phrase* phrase : all) {
      if (found.size() >= kMostPerPlace) break;
      if (!seen.insert(Likeness(*phrase)).second) continue;  // another way to the same
      if (ends[phrase->end]++ < kMostPerEnd) found.push_back(phrase);
    }
  };
  match(false);
  choose();
  // What begins with itself ("a * b / c") grows from what was found before.
  for (int round = 0; round < kMostGrowth && !found.empty(); ++round) {
    const size_t before = all.size();
    match(true);
    if (all.size() == before) break;
    choose();
  }
  state = 2;
  return found;
}

double PhraseChart::MissCost(int at) const {
  const Token& token = tokens_[static_cast<size_t>(at)];
  if (taken_[static_cast<size_t>(at)] || token.kind == TokenKind::kPunctuation) return 0;
  const bool noise = noise_[static_cast<size_t>(at)];
  if (noise && !HasCue(at, "not") && !HasCue(at, "no")) return 0;
  if (!Decides(at)) {
    for (const Lexicon::Match& match : cues_[static_cast<size_t>(at)]) {
      if (match.id == "soft") return 0.3;
    }
  }
  return kMissCost;
}

std::vector<Cover> PhraseChart::Covers(size_t most) {
  const int fragment = grammar_.RuleId("fragment");
  struct State {
    double score = 0;
    const Phrase* phrase = nullptr;  // last step; null: one token missed
    int from = -1;
    size_t index = 0;
  };
  std::vector<std::vector<State>> states(tokens_.size() + 1);
  states[0].push_back({});
  for (int at = 0; at < size(); ++at) {
    std::vector<State>& here = states[static_cast<size_t>(at)];
    std::stable_sort(here.begin(), here.end(),
                     [](const State& a, const State& b) { return a.score > b.score; });
    if (here.size() > kMostCovers) here.resize(kMostCovers);
    const std::vector<const Phrase*> phrases = taken_[static_cast<size_t>(at)] || fragment < 0
                                                   ? std::vector<const Phrase*>()
                                                   : At(fragment, at);
    for (size_t i = 0; i < here.size(); ++i) {
      states[static_cast<size_t>(at) + 1].push_back({here[i].score - MissCost(at), nullptr, at, i});
      for (const Phrase* phrase : phrases)
        states[static_cast<size_t>(phrase->end)].push_back(
            {here[i].score + phrase->score - kPhraseCost, phrase, at, i});
    }
  }
  std::vector<State>& last = states.back();
  std::stable_sort(last.begin(), last.end(),
                   [](const State& a, const State& b) { return a.score > b.score; });
  std::vector<Cover> covers;
  std::set<size_t> seen;
  for (size_t i = 0; i < last.size() && covers.size() < most; ++i) {
    Cover cover;
    cover.score = last[i].score;
    for (const State* state = &last[i]; state->from >= 0;
         state = &states[static_cast<size_t>(state->from)][state->index]) {
      if (state->phrase != nullptr) {
        cover.phrases.push_back(state->phrase);
      } else if (MissCost(state->from) >= kMissCost) {
        cover.missed.push_back(state->from);
      }
    }
    std::reverse(cover.phrases.begin(), cover.phrases.end());
    size_t likeness = 0;
    for (const Phrase* phrase : cover.phrases)
      likeness = likeness * 1000003 + Likeness(*phrase);
    if (!seen.insert(likeness).second) continue;
    std::reverse(cover.missed.begin(), cover.missed.end());
    covers.push_back(std::move(cover));
  }
  return covers;
}

}  // namespace aietl::synthesis
