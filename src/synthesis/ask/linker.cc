#include "synthesis/ask/linker.h"

#include <algorithm>

#include "base/utf8.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis {
namespace {

constexpr size_t kLongestLink = 6;
constexpr double kLeastScore = 0.55;
constexpr double kOwner = 0.82;       // "owner" for the table of customers
constexpr size_t kMostSamples = 200;  // of a column, the most frequent ones
constexpr size_t kStemmedDomain =
    60;  // columns with more distinct samples are matched by their text only

// Words between those of a name: "end of the lease", "date of birth".
bool StandsBetween(const std::string& lower) {
  static constexpr std::string_view kBetween[] = {"of",  "the", "a",   "an",   "its",
                                                  "his", "her", "our", "their"};
  return std::find(std::begin(kBetween), std::end(kBetween), lower) != std::end(kBetween);
}

bool IsOneOf(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that say what kind of thing a column holds: "date" of a column of dates, "type" of texts,
// "amount" of numbers, «номер» of an id.
bool NamesKind(const std::string& lower, const connectors::ColumnInfo& column) {
  if (IsTimeColumn(column))
    return IsOneOf(lower, {"date", "time", "day", "moment", "дата", "даты", "дату", "датой",
                           "время", "день", "числа", "число"});
  if (column.type.IsText())
    return IsOneOf(lower, {"type", "kind", "category", "types", "kinds", "вид", "вида", "виды",
                           "видам", "тип", "типа", "типы", "типам", "категория", "категории"});
  return column.type.IsNumber() &&
         IsOneOf(lower, {"amount", "value", "figure", "значение", "величина", "размер"});
}

// What the names of all columns begin with and the table is not called: "cl" of cl_id, cl_amount.
std::string PrefixOf(const Relation& relation) {
  std::string prefix;
  for (size_t c = 0; c < relation.own_columns(); ++c) {
    const std::vector<std::string> words = NameWords(relation.info.columns[c].name);
    if (words.size() < 2 || (c > 0 && words[0] != prefix)) return "";
    prefix = words[0];
  }
  return relation.own_columns() < 3 ? "" : prefix;
}

}  // namespace

Linker::Name Linker::MakeName(std::string_view text) {
  Name name;
  name.whole = LowerUtf8(text);
  name.words = WordsOfName(text);
  std::vector<std::string> lower, stems;
  for (const NameWord& word : name.words) {
    lower.push_back(word.lower);
    stems.push_back(word.stem);
  }
  if (!lower.empty()) name.concepts = ConceptsOf(lower, stems, 0, lower.size());
  if (lower.size() == 1) name.concepts = name.words[0].concepts;
  name.table_word.assign(lower.size(), false);
  return name;
}

// "wh" in origin_wh, where the column refers to warehouses: that word is the other table's.
bool Linker::RefersBy(const Relation& relation, const std::string& column,
                      const NameWord& word) const {
  for (const auto& [from, key] : catalog_.keys) {
    if (from != relation.name || key.columns.size() != 1 || key.columns.front() != column) continue;
    for (const Relation& other : catalog_.relations) {
      if (other.name != key.table) continue;
      for (const std::string& part : NameWords(TitleOf(other))) {
        if (StemOf(part) == word.stem || IsAbbreviation(word.lower, part))
          return word.stem != StemOf(column);
        if (word.lower.size() == 2 && part.size() > 3 && part[0] == word.lower[0] &&
            part.find(word.lower[1]) != std::string::npos)
          return true;
      }
    }
  }
  return false;
}

Linker::Linker(const Catalog& catalog) : catalog_(catalog) {
  for (const Relation& relation : catalog.relations) {
    tables_.push_back(MakeName(TitleOf(relation)));
    const Name& table = tables_.back();
    const std::string prefix = PrefixOf(relation);
    std::vector<Name> columns;
    for (size_t c = 0; c < relation.info.columns.size(); ++c) {
      const connectors::ColumnInfo& column = relation.info.columns[c];
      Name name = MakeName(column.name);
      // A part goes by its own name, too.
      const size_t outer = c < relation.own_columns()
                               ? 0
                               : NameWords(column.name.substr(0, column.name.rfind('.'))).size();
      for (size_t i = 0; i < name.words.size(); ++i) {
        name.table_word[i] =
            i < outer || (i == 0 && name.words[0].lower == prefix) ||
            RefersBy(relation, column.name, name.words[i]) ||
            std::any_of(
                table.words.begin(), table.words.end(),
                [&](const NameWord& word) { return word.stem == name.words[i].stem; });
      }
      columns.push_back(std::move(name));
    }
    columns_.push_back(std::move(columns));
  }
  NameAliases();
  for (const Name& table : tables_) {
    for (const NameWord& word : table.words)
      stems_.insert(word.stem);
  }
  for (const std::vector<Name>& columns : columns_) {
    for (const Name& column : columns) {
      for (const NameWord& word : column.words)
        stems_.insert(word.stem);
    }
  }
  IndexValues();
}

// What a table's rows are called by the column that names them (company_name), where no table is
// called so.
void Linker::NameAliases() {
  aliases_.resize(tables_.size());
  std::vector<std::pair<size_t, std::string>> found;
  for (size_t r = 0; r < tables_.size(); ++r) {
    const Relation& relation = catalog_.relations[r];
    for (size_t c = 0; c < relation.own_columns(); ++c) {
      const Name& name = columns_[r][c];
      if (name.words.size() != 2 || name.table_word[0] || !relation.info.columns[c].type.IsText() ||
          !IsOneOf(name.words[1].lower, {"name", "title"}) ||
          IsOneOf(name.words[0].lower, {"first", "last", "full", "middle", "short", "long", "user",
                                        "nick", "sur", "display", "file", "given", "family"}))
        continue;
      const bool taken = std::any_of(tables_.begin(), tables_.end(), [&](const Name& table) {
        return MatchName({&name.words[0]}, name.words[0].lower, name.words[0].concepts, table) >=
               kLeastScore;
      });
      if (!taken) found.emplace_back(r, name.words[0].lower);
    }
  }
  for (const auto& [relation, word] : found) {
    const bool once = std::count_if(found.begin(), found.end(), [&](const auto& other) {
                        return other.second == word || other.first == relation;
                      }) == 1;
    if (!once) continue;
    aliases_[relation] = MakeName(word);
    for (Name& column : columns_[relation]) {
      for (size_t i = 0; i < column.words.size(); ++i)
        column.table_word[i] = column.table_word[i] || column.words[i].lower == word;
    }
  }
  // "owner", «владелец»: the people whom the things belong to, where just one table holds people.
  for (size_t r = 0; r < tables_.size(); ++r) {
    const bool people = std::any_of(
        tables_[r].concepts.begin(), tables_[r].concepts.end(), [](const auto& concept_of) {
          return concept_of.second == 1 &&
                 (concept_of.first == "customer" || concept_of.first == "person" ||
                  concept_of.first == "member" || concept_of.first == "guest");
        });
    if (!people) continue;
    owners_ = owners_ == -1 ? static_cast<int>(r) : -2;
  }
}

bool Linker::HasParts(const Column& column) const {
  const Relation& relation = catalog_.relations[static_cast<size_t>(column.relation)];
  return relation.parts > 0 &&
         relation.info.columns[static_cast<size_t>(column.column)].type.id == data::TypeId::kStruct;
}

// Numbers that are codes (status 404, class 7): few, and named so.
bool Linker::IsCodeColumn(const connectors::ColumnInfo& column) {
  if (!column.type.IsInteger() || column.samples.empty() || column.distinct.value_or(1000) > 40)
    return false;
  for (const std::string& word : NameWords(column.name)) {
    for (const std::string_view code : {"status", "code", "class", "grade", "year", "type",
                                        "статус", "код", "класс", "год", "тип", "room", "floor"}) {
      if (word == code) return true;
    }
  }
  return false;
}

void Linker::IndexValues() {
  for (size_t r = 0; r < catalog_.relations.size(); ++r) {
    const auto& columns = catalog_.relations[r].info.columns;
    for (size_t c = 0; c < columns.size(); ++c) {
      if (!columns[c].type.IsText() && !IsCodeColumn(columns[c])) continue;
      const bool stemmed = columns[c].samples.size() <= kStemmedDomain;
      for (size_t v = 0; v < std::min(columns[c].samples.size(), kMostSamples); ++v) {
        const std::string& value = columns[c].samples[v];
        const Cell cell{{static_cast<int>(r), static_cast<int>(c)}, value};
        std::vector<std::string> lower, stems;
        std::string text, key;
        std::string russian;
        for (const std::string& word : NameWords(value)) {
          // Values in Latin letters may be Russian: nalichnye.
          if (const std::string back = stemmed && word.size() >= 4 ? FromTranslit(word) : "";
              !back.empty())
            russian += (russian.empty() ? "" : " ") + StemOf(back);
          lower.push_back(word);
          text += (text.empty() ? "" : " ") + word;
          if (stemmed) {
            stems.push_back(StemOf(word));
            stems_.insert(stems.back());
            key += (key.empty() ? "" : " ") + stems.back();
          }
        }
        if (text.empty()) continue;
        cells_by_text_[text].push_back(cell);
        if (!stemmed) continue;
        cells_by_stems_[key].push_back(cell);
        if (!russian.empty() && russian != key) cells_by_stems_[russian].push_back(cell);
        for (const auto& [id, weight] : ConceptsOf(lower, stems, 0, lower.size())) {
          if (weight == 1) cells_by_concept_[id].push_back(cell);
        }
      }
    }
  }
}

double Linker::MatchName(const std::vector<const NameWord*>& asked, const std::string& joined,
                         const Concepts& concepts, const Name& name) {
  if (joined == name.whole) return 1;
  double whole = SharedConcept(concepts, name.concepts);
  if (whole > 0)
    whole = asked.size() == 1 && name.words.size() == 1 ? 0.6 + 0.32 * whole : 0.62 + 0.32 * whole;
  std::vector<bool> used(name.words.size(), false);
  double sum = 0;
  for (const NameWord* word : asked) {
    double best = 0;
    size_t at = 0;
    for (size_t i = 0; i < name.words.size(); ++i) {
      if (used[i]) continue;
      const double score = MatchWord(*word, name.words[i]).score;
      if (score > best) {
        best = score;
        at = i;
      }
    }
    if (best < kLeastScore) return whole;
    used[at] = true;
    sum += best;
  }
  const double fit = sum / static_cast<double>(asked.size());
  size_t missing = 0, table_missing = 0, plain_missing = 0;
  for (size_t i = 0; i < used.size(); ++i) {
    if (used[i]) continue;
    ++missing;
    if (name.table_word[i]) ++table_missing;
    const std::string& word = name.words[i].lower;
    if (word == "dt" || word == "ts" || word == "on" || word == "tm" || word == "cd" ||
        word == "nm" || word == "no" || word == "num" || word == "code" || word == "number" ||
        word == "type" || word == "tp" || word == "sec" || word == "kg" || word == "ms" ||
        word == "min" || word == "pct" || word == "amt" || word == "номер" || word == "код" ||
        word == "тип" || word == "nomer" || word == "kod" || word == "eur" || word == "id" ||
        word.size() <= 2 || word == "at" || word == "is" || word == "has" || word == "name" ||
        word == "date" || word == "rub" || word == "usd" || word == "дата")
      ++plain_missing;
  }
  double score = fit;
  if (missing > 0) {
    const double covered =
        static_cast<double>(used.size() - missing) / static_cast<double>(used.size());
    score = table_missing == missing                   ? fit * 0.96
            : table_missing + plain_missing == missing ? fit * 0.86
                                                       : fit * (0.45 + 0.3 * covered);
  }
  return std::max(whole, score);
}

void Linker::LinkValues(const std::vector<Token>& tokens, const std::vector<NameWord>& words,
                        size_t at, size_t length, std::vector<Reading>& out) const {
  std::string text, stems;
  std::vector<std::string> lower, stem_list;
  for (size_t i = at; i < at + length; ++i) {
    for (const std::string& word : NameWords(tokens[i].text)) {
      text += (text.empty() ? "" : " ") + word;
      lower.push_back(word);
      stem_list.push_back(StemOf(word));
      stems += (stems.empty() ? "" : " ") + stem_list.back();
    }
  }
  if (text.empty()) return;
  const auto add = [&](const std::vector<Cell>& cells, double score) {
    for (const Cell& cell : cells) {
      const bool known = std::any_of(out.begin(), out.end(), [&](const Reading& r) {
        return r.kind == LinkKind::kValue && r.column == cell.column && r.value == cell.value &&
               r.end == static_cast<int>(at + length);
      });
      if (known) continue;
      Reading reading;
      reading.kind = LinkKind::kValue;
      reading.begin = static_cast<int>(at);
      reading.end = static_cast<int>(at + length);
      reading.score = score;
      reading.column = cell.column;
      reading.value = cell.value;
      out.push_back(std::move(reading));
    }
  };
  // Little words ("in", "it") are values only where the data spells them so in so many letters and
  // the sentence, too.
  const bool little = length == 1 && tokens[at].kind == TokenKind::kWord &&
                      tokens[at].text.size() <= (tokens[at].cyrillic ? 6U : 3U) &&
                      tokens[at].text.substr(tokens[at].cyrillic ? 2 : 1) ==
                          tokens[at].lower.substr(tokens[at].cyrillic ? 2 : 1);
  if (little) {
    const std::vector<Lexicon::Match> cues = Lexicon::Cues().FindWord(tokens[at].lower);
    const bool function = !cues.empty();
    if (function) {
      if (const auto found = cells_by_text_.find(text); found != cells_by_text_.end()) {
        std::vector<Cell> exact;
        for (const Cell& cell : found->second) {
          if (cell.value == tokens[at].text) exact.push_back(cell);
        }
        add(exact, 0.64);
      }
      return;
    }
  }
  if (const auto found = cells_by_text_.find(text); found != cells_by_text_.end())
    add(found->second, tokens[at].kind == TokenKind::kNumber ? 0.75 : 1);
  if (const auto found = cells_by_stems_.find(stems); found != cells_by_stems_.end())
    add(found->second, 0.95);
  for (const auto& [id, weight] : ConceptsOf(lower, stem_list, 0, lower.size())) {
    if (weight < 1) continue;
    if (const auto found = cells_by_concept_.find(id); found != cells_by_concept_.end())
      add(found->second, 0.9);
  }
  (void)words;
}

std::string FlagLiteral(const connectors::ColumnInfo& column, bool value) {
  if (column.type.id == data::TypeId::kBoolean) return value ? "true" : "false";
  if (column.type.IsInteger() && column.samples.size() == 2 && column.distinct.value_or(2) == 2) {
    const auto [least, greatest] = std::minmax(column.samples[0], column.samples[1]);
    return least != "0" || greatest != "1" ? "" : value ? "1" : "0";
  }
  if (!column.type.IsText() || column.samples.size() != 2 || column.distinct.value_or(2) > 2)
    return {};
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"yes", "no"}, {"y", "n"},      {"true", "false"}, {"да", "нет"},   {"t", "f"}, {"on", "off"},
      {"1", "0"},    {"есть", "нет"}, {"д", "н"},        {"вкл", "выкл"}, {"+", "-"}};
  for (const auto& [yes, no] : kPairs) {
    for (const size_t first : {0, 1}) {
      const std::string &a = column.samples[first], &b = column.samples[1 - first];
      if (LowerUtf8(a) == yes && LowerUtf8(b) == no) return data::QuoteText(value ? a : b);
    }
  }
  return {};
}

bool IsTimeColumn(const connectors::ColumnInfo& column) {
  if (column.type.id == data::TypeId::kDate || column.type.IsTimestamp()) return true;
  if (!column.type.IsText() || column.samples.size() < 2) return false;
  return std::all_of(column.samples.begin(), column.samples.end(), [](const std::string& value) {
    return value.size() >= 10 && value.size() <= 32 && value[4] == '-' && value[7] == '-' &&
           value.substr(0, 4).find_first_not_of("0123456789") == std::string::npos &&
           (value.size() == 10 || value[10] == ' ' || value[10] == 'T');
  });
}

bool Linker::Resembles(const Token& token) const {
  const auto near = [&](const Name& name) {
    return std::any_of(name.words.begin(), name.words.end(), [&](const NameWord& word) {
      return IsTypo(word.lower, token.lower) || IsTypo(word.stem, token.stem);
    });
  };
  if (std::any_of(tables_.begin(), tables_.end(), near)) return true;
  return std::any_of(columns_.begin(), columns_.end(), [&](const std::vector<Name>& columns) {
    return std::any_of(columns.begin(), columns.end(), near);
  });
}

std::string Linker::Meant(const Token& token) const {
  constexpr size_t kShortest = 6;
  if (token.lower.size() < (token.cyrillic ? 2 : 1) * kShortest) return {};
  std::string found, found_stem;
  bool several = false;
  const auto look = [&](const Name& name) {
    for (const NameWord& word : name.words) {
      if (!IsTypo(word.lower, token.lower) && !IsTypo(word.stem, token.stem)) continue;
      several = several || (!found.empty() && found_stem != word.stem);
      found = word.lower;
      found_stem = word.stem;
    }
  };
  for (const Name& table : tables_)
    look(table);
  for (const std::vector<Name>& columns : columns_) {
    for (const Name& column : columns)
      look(column);
  }
  return several ? "" : found;
}

bool Linker::IsState(const Reading& reading) const {
  constexpr double kSureValue = 0.9, kSureColumn = 0.75;
  if (reading.kind == LinkKind::kValue) return reading.score >= kSureValue;
  if (reading.kind != LinkKind::kColumn || reading.score < kSureColumn) return false;
  const connectors::ColumnInfo& info =
      catalog_.relations[static_cast<size_t>(reading.column.relation)]
          .info.columns[static_cast<size_t>(reading.column.column)];
  return !FlagLiteral(info, true).empty() ||
         (IsTimeColumn(info) && info.null_fraction.value_or(0) > 0);
}

bool Linker::Knows(const Token& token) const {
  return stems_.contains(token.stem);
}

// Words written together: "policyholder" is the holder of a policy, "startdate" the start date.
void Linker::LinkCompound(const NameWord& word, size_t at, std::vector<Reading>& out) const {
  constexpr size_t kShortestPart = 4;
  constexpr double kSure = 0.9, kCompound = 0.9;
  const std::string base =
      word.lower.ends_with("'s") ? word.lower.substr(0, word.lower.size() - 2) : word.lower;
  const bool sure = std::any_of(out.begin(), out.end(),
                                [](const Reading& reading) { return reading.score >= kSure; });
  if (sure || base.size() < 2 * kShortestPart ||
      base.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
    return;
  for (size_t cut = kShortestPart; cut + kShortestPart <= base.size(); ++cut) {
    const std::vector<NameWord> parts = WordsOfName(base.substr(0, cut) + "_" + base.substr(cut));
    if (parts.size() != 2 || !stems_.contains(parts[1].stem)) continue;
    const std::vector<const NameWord*> asked{&parts[0], &parts[1]};
    Reading reading;
    reading.begin = static_cast<int>(at);
    reading.end = static_cast<int>(at + 1);
    for (size_t r = 0; r < tables_.size(); ++r) {
      const bool of = stems_.contains(parts[0].stem) &&
                      tables_[r].words.back().stem == parts[1].stem && tables_[r].words.size() == 1;
      if (of || MatchName(asked, "", {}, tables_[r]) >= kSure) {
        reading.kind = LinkKind::kTable;
        reading.relation = static_cast<int>(r);
        reading.score = kCompound;
        out.push_back(reading);
      }
      for (size_t c = 0; c < columns_[r].size(); ++c) {
        const double score = MatchName(asked, "", {}, columns_[r][c]);
        if (score < kSure) continue;
        Reading column = reading;
        column.kind = LinkKind::kColumn;
        column.relation = -1;
        column.column = {static_cast<int>(r), static_cast<int>(c)};
        column.score = kCompound * score;
        out.push_back(std::move(column));
      }
    }
  }
}

std::vector<std::vector<Reading>> Linker::Link(const std::vector<Token>& tokens) const {
  std::vector<NameWord> words;
  std::vector<std::string> lower, stems;
  for (const Token& token : tokens) {
    lower.push_back(token.lower);
    stems.push_back(token.stem);
  }
  for (size_t i = 0; i < tokens.size(); ++i)
    words.push_back({lower[i], stems[i], ConceptsOf(lower, stems, i, 1)});
  std::vector<std::vector<Reading>> out(tokens.size());
  for (size_t at = 0; at < tokens.size(); ++at) {
    std::vector<const NameWord*> asked;
    std::string joined;
    // "number of orders" counts; it names no column.
    const std::vector<Lexicon::Match> cues = Lexicon::Cues().Find(lower, stems, at);
    const bool counts = std::any_of(cues.begin(), cues.end(),
                                    [](const Lexicon::Match& cue) { return cue.words > 1; });
    for (size_t length = 1; length <= kLongestLink && at + length <= tokens.size(); ++length) {
      const Token& token = tokens[at + length - 1];
      if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kPath ||
          (token.kind == TokenKind::kNumber && length > 1 && token.number && at + 1 == at + length))
        break;
      if (token.kind == TokenKind::kNumber && length == 1 && token.number) {
        LinkValues(tokens, words, at, 1, out[at]);
        break;
      }
      joined += (length > 1 ? " " : "") + token.lower;
      if (length > 1 && StandsBetween(token.lower)) {
        if (counts) break;
        continue;
      }
      asked.push_back(&words[at + length - 1]);
      const Concepts concepts = ConceptsOf(lower, stems, at, length);
      const auto consider = [&](const Name& name, LinkKind kind, Column column, int relation) {
        double score = MatchName(asked, joined, concepts, name);
        if (score < kLeastScore && kind == LinkKind::kColumn && asked.size() > 1) {
          const connectors::ColumnInfo& info =
              catalog_.relations[static_cast<size_t>(column.relation)]
                  .info.columns[static_cast<size_t>(column.column)];
          std::vector<const NameWord*> telling = asked;
          std::erase_if(telling,
                        [&](const NameWord* word) { return NamesKind(word->lower, info); });
          if (!telling.empty() && telling.size() < asked.size()) {
            // Only a time may have a name of more words than those that are left.
            const double left = MatchName(telling, joined, {}, name);
            if (IsTimeColumn(info) || left >= 0.9) score = 0.95 * left;
          }
        }
        if (length == 1 && score < 1 && token.lower.size() < 2)
          return;  // a single letter names nothing but itself
        // A name typed as it stands (customer_id) is taken apart like the names themselves.
        if (length == 1 && score < 0.97 && token.lower.find_first_of("_.") != std::string::npos) {
          const Name typed = MakeName(token.lower);
          std::vector<const NameWord*> pieces;
          for (const NameWord& word : typed.words)
            pieces.push_back(&word);
          if (!pieces.empty())
            score = std::max(score, MatchName(pieces, joined, typed.concepts, name));
        }
        if (score < kLeastScore) return;
        Reading reading;
        reading.kind = kind;
        reading.begin = static_cast<int>(at);
        reading.end = static_cast<int>(at + length);
        reading.score = score;
        reading.column = column;
        reading.relation = relation;
        if (kind == LinkKind::kColumn && HasParts(column)) {
          // "requests" over rows that each hold a request: the rows.
          reading.kind = LinkKind::kTable;
          reading.relation = column.relation;
          reading.column = {};
          reading.score *= 0.9;
        }
        out[at].push_back(std::move(reading));
      };
      for (size_t r = 0; r < tables_.size(); ++r) {
        consider(tables_[r], LinkKind::kTable, {}, static_cast<int>(r));
        if (length == 1 && !aliases_[r].words.empty()) {
          // "companies" are the accounts that have a company_name.
          const double score = MatchName(asked, joined, concepts, aliases_[r]);
          if (score >= 0.85) {
            Reading reading;
            reading.kind = LinkKind::kTable;
            reading.begin = static_cast<int>(at);
            reading.end = static_cast<int>(at + 1);
            reading.score = 0.94 * score;
            reading.relation = static_cast<int>(r);
            out[at].push_back(std::move(reading));
          }
        }
        for (size_t c = 0; c < columns_[r].size(); ++c)
          consider(columns_[r][c], LinkKind::kColumn, {static_cast<int>(r), static_cast<int>(c)},
                   -1);
      }
      LinkValues(tokens, words, at, length, out[at]);
      if (length == 1) LinkCompound(words[at], at, out[at]);
      if (length == 1 && owners_ >= 0 && out[at].empty() &&
          SharedConcept(words[at].concepts, {{"owner", 1}}) == 1) {
        Reading reading;
        reading.kind = LinkKind::kTable;
        reading.begin = static_cast<int>(at);
        reading.end = static_cast<int>(at + 1);
        reading.score = kOwner;
        reading.relation = owners_;
        out[at].push_back(std::move(reading));
      }
    }
    std::stable_sort(out[at].begin(), out[at].end(), [](const Reading& a, const Reading& b) {
      if (a.end != b.end) return a.end > b.end;
      return a.score > b.score;
    });
  }
  return out;
}

}  // namespace aietl::synthesis
