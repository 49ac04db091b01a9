#include "synthesis/learned/value_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <unordered_set>

#include "base/utf8.h"
#include "synthesis/text/dates.h"
#include "synthesis/text/letters.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis::learned {
namespace {

constexpr size_t kLongestSpan = 10;    // tokens
constexpr size_t kLongestStemmed = 8;  // words of a text that inflection may change
constexpr size_t kLongestText = 100;   // bytes of a text that is looked for
constexpr size_t kMostTextsOfSpan = 6;
constexpr size_t kMostPostings = 200;  // a word in more texts says nothing

// Words too little to be a value unless written with a capital.
const std::unordered_set<std::string>& LittleWords() {
  static const std::unordered_set<std::string> words = {
      "a",    "an",   "the",   "of",    "in",    "on",   "at",    "to",   "by",    "for",   "from",
      "with", "and",  "or",    "is",    "are",   "was",  "were",  "be",   "do",    "does",  "did",
      "has",  "have", "had",   "what",  "which", "who",  "whose", "how",  "many",  "much",  "all",
      "each", "any",  "some",  "there", "that",  "this", "those", "it",   "its",   "their", "me",
      "show", "list", "find",  "give",  "than",  "more", "less",  "most", "least", "not",   "no",
      "as",   "we",   "you",   "i",     "s",     "и",    "в",     "на",   "с",     "по",    "из",
      "у",    "о",    "к",     "от",    "до",    "для",  "или",   "не",   "что",   "кто",   "как",
      "все",  "всех", "какой", "какие", "каких", "где",  "есть",  "за",   "их",    "его",   "мне"};
  return words;
}

// People and languages named after countries whose names do not begin alike.
const std::array<std::pair<std::string_view, std::string_view>, 22> kDemonyms = {
    {{"french", "france"},
     {"dutch", "netherlands"},
     {"spanish", "spain"},
     {"danish", "denmark"},
     {"polish", "poland"},
     {"turkish", "turkey"},
     {"irish", "ireland"},
     {"welsh", "wales"},
     {"swiss", "switzerland"},
     {"english", "england"},
     {"british", "uk"},
     {"british", "united kingdom"},
     {"american", "usa"},
     {"american", "united states"},
     {"us", "usa"},
     {"us", "united states"},
     {"usa", "united states"},
     {"uk", "united kingdom"},
     {"thai", "thailand"},
     {"greek", "greece"},
     {"filipino", "philippines"},
     {"la", "los angeles"}}};

std::string Squeezed(std::string_view text) {
  std::u32string out;
  for (const char32_t c : DecodeUtf8(text)) {
    const char32_t lower = LowerCodePoint(c);
    if (IsLetter(lower) || IsDigit(lower)) out.push_back(lower == U'ё' ? U'е' : lower);
  }
  return EncodeUtf8(out);
}

std::string StemKey(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words)
    key += (key.empty() ? "" : " ") + StemOf(word);
  return key;
}

std::optional<std::string> NumberKey(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const char first = text[0];
  if ((first < '0' || first > '9') && first != '-' && first != '.') return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (*end != '\0' || text.find_first_of("xXnN") != std::string::npos) return std::nullopt;
  return fmt::format("{:.10g}", number);
}

bool IsCapital(const Token& token) {
  const std::u32string text = DecodeUtf8(token.text);
  return !text.empty() && LowerCodePoint(text[0]) != text[0];
}

bool IsWordLike(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
}

ValueLink LinkOf(size_t begin, size_t end, std::string text, ValueType type, ValueFit fit) {
  ValueLink link;
  link.begin = static_cast<int32_t>(begin);
  link.end = static_cast<int32_t>(end);
  link.text = std::move(text);
  link.type = type;
  link.fit = fit;
  return link;
}

bool Has(const std::vector<ValueLink>& links, size_t begin, size_t end, const std::string& text) {
  return std::any_of(links.begin(), links.end(), [&](const ValueLink& link) {
    return link.begin == static_cast<int32_t>(begin) && link.end == static_cast<int32_t>(end) &&
           link.text == text;
  });
}

bool Covered(const std::vector<ValueLink>& links, size_t at, ValueFit worst) {
  return std::any_of(links.begin(), links.end(), [&](const ValueLink& link) {
    return link.begin <= static_cast<int32_t>(at) && static_cast<int32_t>(at) < link.end &&
           link.fit <= worst;
  });
}

// How often "once" and "twice" say; 0 for other words.
int TimesOf(const Token& token) {
  if (token.kind != TokenKind::kWord) return 0;
  if (Among(token.lower, {"once", "однажды"})) return 1;
  return Among(token.lower, {"twice", "both", "дважды"}) ? 2 : 0;
}

size_t CommonPrefix(const std::string& a, const std::string& b) {
  size_t i = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i])
    ++i;
  return i;
}

std::string Joined(const std::vector<Token>& tokens, size_t begin, size_t end) {
  std::string out;
  for (size_t i = begin; i < end; ++i) {
    const bool gap = i > begin && tokens[i].span.begin > tokens[i - 1].span.end;
    out += (gap ? " " : "") + tokens[i].text;
  }
  return out;
}

}  // namespace

ValueIndex::ValueIndex(const Catalog& catalog, const Schema& schema) {
  size_t at = 0;
  for (const Relation& relation : catalog.relations) {
    for (size_t c = 0; c < relation.own_columns(); ++c) {
      const connectors::ColumnInfo& column = relation.info.columns[c];
      const auto id = static_cast<ColumnId>(at++);
      if (at > schema.columns.size()) return;
      for (const std::string& text : column.samples)
        Add(id, text);
      if (column.samples.size() != 2 && column.samples.size() != 1) continue;
      FlagColumn flag;
      flag.column = id;
      for (const std::string& text : column.samples) {
        const std::string lower = LowerUtf8(text);
        if (Among(lower, {"m", "f", "male", "female", "man", "woman", "м", "ж", "муж", "жен"})) {
          flag.sex = true;
          (Among(lower, {"m", "male", "man", "м", "муж"}) ? flag.yes : flag.no) = text;
        } else if (Among(lower, {"y", "yes", "t", "true", "1", "да"})) {
          flag.yes = text;
        } else if (Among(lower, {"n", "no", "f", "false", "0", "нет"})) {
          flag.no = text;
        }
      }
      if (!flag.yes.empty() || !flag.no.empty()) flags_.push_back(std::move(flag));
    }
  }
  for (const auto& [word, cells] : by_word_)
    words_.push_back(word);
  std::sort(words_.begin(), words_.end());
}

void ValueIndex::Add(ColumnId column, const std::string& text) {
  if (text.empty() || text.size() > kLongestText) return;
  const auto number = static_cast<uint32_t>(cells_.size());
  cells_.push_back({column, text});
  if (const std::optional<std::string> key = NumberKey(text)) {
    by_number_[*key].push_back(number);
    return;
  }
  const std::string squeezed = Squeezed(text);
  if (squeezed.empty()) return;
  by_squeezed_[squeezed].push_back(number);
  if (text.size() >= 8) {
    std::optional<std::string> date = IsoDate(std::string_view(text).substr(0, 10));
    if (!date) date = IsoDate(std::string_view(text).substr(0, text.find(' ')));
    if (!date) {
      const std::vector<Token> tokens = Tokenise(text);
      if (!tokens.empty() && tokens[0].kind == TokenKind::kDate) date = tokens[0].date_from;
    }
    if (date) by_date_[*date].push_back(number);
  }
  const std::vector<std::string> words = NameWords(text);
  if (words.size() > kLongestStemmed) return;
  by_stems_[StemKey(words)].push_back(number);
  for (const std::string& word : words) {
    std::vector<uint32_t>& postings = by_word_[word];
    if (postings.size() <= kMostPostings && (postings.empty() || postings.back() != number))
      postings.push_back(number);
  }
}

bool ValueIndex::Holds(ColumnId column, const std::string& text) const {
  const auto in = [&](const Postings& postings, const std::string& key) {
    const auto found = postings.find(key);
    return found != postings.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&](uint32_t cell) { return cells_[cell].column == column; });
  };
  if (const std::optional<std::string> key = NumberKey(text)) return in(by_number_, *key);
  return in(by_squeezed_, Squeezed(text));
}

void ValueIndex::AddCells(const std::vector<uint32_t>& cells, size_t begin, size_t end,
                          ValueFit fit, const std::string& written,
                          std::vector<ValueLink>& out) const {
  std::vector<ValueLink> found;
  for (const uint32_t number : cells) {
    const Cell& cell = cells_[number];
    auto known = std::find_if(found.begin(), found.end(),
                              [&](const ValueLink& link) { return link.text == cell.text; });
    if (known == found.end()) {
      if (found.size() >= kMostTextsOfSpan && cell.text != written) continue;
      found.push_back(LinkOf(begin, end, cell.text, ValueType::kText, fit));
      known = found.end() - 1;
      if (by_date_.contains(cell.text)) known->type = ValueType::kDate;
    }
    if (std::find(known->columns.begin(), known->columns.end(), cell.column) ==
        known->columns.end())
      known->columns.push_back(cell.column);
  }
  std::stable_sort(found.begin(), found.end(), [&](const ValueLink& a, const ValueLink& b) {
    return (a.text == written) > (b.text == written);
  });
  for (ValueLink& link : found) {
    if (!Has(out, begin, end, link.text)) out.push_back(std::move(link));
  }
}

void ValueIndex::LinkSpan(const std::vector<Token>& tokens, size_t begin, size_t end,
                          std::vector<ValueLink>& out) const {
  const Token& first = tokens[begin];
  if (first.kind == TokenKind::kPunctuation || tokens[end - 1].kind == TokenKind::kPunctuation)
    return;
  std::string squeezed;
  std::vector<std::string> words;
  for (size_t i = begin; i < end; ++i) {
    squeezed += Squeezed(tokens[i].text);
    for (std::string& word : NameWords(tokens[i].text))
      words.push_back(std::move(word));
  }
  if (squeezed.empty()) return;
  const bool single = end == begin + 1;
  if (single && first.kind == TokenKind::kWord && LittleWords().contains(first.lower) &&
      (!IsCapital(first) || begin == 0))
    return;
  const std::string written = Joined(tokens, begin, end);
  if (const auto found = by_squeezed_.find(squeezed); found != by_squeezed_.end())
    AddCells(found->second, begin, end, ValueFit::kExact, written, out);
  if (words.size() > kLongestStemmed) return;
  if (const auto found = by_stems_.find(StemKey(words)); found != by_stems_.end())
    AddCells(found->second, begin, end, ValueFit::kStem, written, out);
}

// Cells that say the same in other words or in the other language: «из Китая» and China.
void ValueIndex::LinkMeanings(const std::vector<Token>& tokens, std::vector<ValueLink>& out) const {
  constexpr double kSame = 0.9;  // weight of a concept that is no looser synonym
  std::vector<std::string> lower, stems;
  for (const Token& token : tokens) {
    lower.push_back(token.lower);
    stems.push_back(token.stem);
  }
  for (size_t at = 0; at < tokens.size(); ++at) {
    if (!IsWordLike(tokens[at]) || LittleWords().contains(tokens[at].lower) ||
        Covered(out, at, ValueFit::kStem))
      continue;
    std::vector<ValueLink> found;
    for (const Lexicon::Match& match : Lexicon::Concepts().Find(lower, stems, at)) {
      if (match.weight < kSame) continue;
      for (const std::string& phrase : Lexicon::Concepts().PhrasesOf(match.id)) {
        const auto cells = by_stems_.find(phrase);
        if (cells == by_stems_.end()) continue;
        const bool other = tokens[at].cyrillic != (static_cast<unsigned char>(phrase[0]) >= 0x80);
        AddCells(cells->second, at, at + static_cast<size_t>(match.words),
                 other ? ValueFit::kStem : ValueFit::kNear, "", found);
      }
    }
    for (ValueLink& link : found)
      out.push_back(std::move(link));
  }
}

void ValueIndex::LinkDemonym(const Token& token, size_t at, std::vector<ValueLink>& out) const {
  for (const auto& [from, to] : kDemonyms) {
    if (token.lower != from) continue;
    if (const auto found = by_squeezed_.find(Squeezed(to)); found != by_squeezed_.end())
      AddCells(found->second, at, at + 1, ValueFit::kNear, "", out);
  }
}

void ValueIndex::LinkNear(const std::vector<Token>& tokens, size_t at,
                          std::vector<ValueLink>& out) const {
  const std::string& word = tokens[at].lower;
  const size_t letter = tokens[at].cyrillic ? 2 : 1;
  if (word.size() < 4 * letter) return;
  size_t added = 0;
  const std::string begin = word.substr(0, 2 * letter);
  for (auto i = std::lower_bound(words_.begin(), words_.end(), begin);
       i != words_.end() && i->starts_with(begin) && added < 3; ++i) {
    const size_t common = CommonPrefix(word, *i);
    const size_t longer = std::max(word.size(), i->size());
    const bool alike =
        common >= 4 * letter && longer - common <= 4 * letter && 2 * common >= longer;
    const bool slip = !alike && i->size() + 2 * letter > word.size() &&
                      word.size() + 2 * letter > i->size() && IsTypo(word, *i);
    if (!alike && !slip) continue;
    std::vector<uint32_t> alone;
    for (const uint32_t cell : by_word_.at(*i)) {
      if (Squeezed(cells_[cell].text).size() <= i->size() + 2) alone.push_back(cell);
    }
    if (alone.empty()) continue;
    AddCells(alone, at, at + 1, ValueFit::kNear, "", out);
    ++added;
  }
}

// Texts that have all words of the span among others.
void ValueIndex::LinkPart(const std::vector<Token>& tokens, size_t begin, size_t end,
                          std::vector<ValueLink>& out) const {
  std::vector<uint32_t> cells;
  bool first = true;
  for (size_t i = begin; i < end; ++i) {
    for (const std::string& word : NameWords(tokens[i].text)) {
      const auto found = by_word_.find(word);
      if (found == by_word_.end() || found->second.size() > kMostPostings) return;
      if (first) {
        cells = found->second;
      } else {
        std::erase_if(cells, [&](uint32_t cell) {
          return !std::binary_search(found->second.begin(), found->second.end(), cell);
        });
      }
      first = false;
    }
  }
  std::stable_sort(cells.begin(), cells.end(), [&](uint32_t a, uint32_t b) {
    return cells_[a].text.size() < cells_[b].text.size();
  });
  if (cells.size() > 4) cells.resize(4);
  AddCells(cells, begin, end, ValueFit::kNear, "", out);
}

void ValueIndex::LinkFlags(const std::vector<Token>& tokens, const Schema& schema,
                           std::vector<ValueLink>& out) const {
  for (const FlagColumn& flag : flags_) {
    const SchemaColumn& column = schema.columns[static_cast<size_t>(flag.column)];
    for (size_t at = 0; at < tokens.size(); ++at) {
      const std::string& stem = tokens[at].stem;
      const auto add = [&](const std::string& text) {
        if (text.empty()) return;
        const bool number = NumberKey(text).has_value();
        ValueLink link = LinkOf(at, at + 1, text, number ? ValueType::kNumber : ValueType::kText,
                                ValueFit::kNear);
        link.columns = {flag.column};
        if (!Has(out, at, at + 1, text)) out.push_back(std::move(link));
      };
      if (flag.sex) {
        if (Among(stem, {"male", "man", "men", "boy", "мужчин", "мужск", "парн", "мальчик"}))
          add(flag.yes);
        if (Among(stem, {"femal", "woman", "women", "girl", "женщин", "женск", "девушк", "девочк"}))
          add(flag.no);
        continue;
      }
      const bool named = std::any_of(column.words.begin(), column.words.end(), [&](int32_t word) {
        const NameWord& name = schema.words[static_cast<size_t>(word)];
        return name.lower.size() > 2 && name.stem == stem;
      });
      if (!named) continue;
      add(flag.yes);
      add(flag.no);
    }
  }
}

void ValueIndex::LinkNumber(const Token& token, size_t at, std::vector<ValueLink>& out) const {
  ValueLink link = LinkOf(at, at + 1, token.number_text, ValueType::kNumber, ValueFit::kFree);
  if (const std::optional<std::string> key = NumberKey(token.number_text)) {
    if (const auto found = by_number_.find(*key); found != by_number_.end()) {
      link.fit = ValueFit::kExact;
      for (const uint32_t cell : found->second) {
        if (std::find(link.columns.begin(), link.columns.end(), cells_[cell].column) ==
            link.columns.end())
          link.columns.push_back(cells_[cell].column);
      }
    }
  }
  out.push_back(std::move(link));
}

void ValueIndex::LinkDate(const Token& token, size_t at, std::vector<ValueLink>& out) const {
  if (const auto found = by_date_.find(token.date_from); found != by_date_.end())
    AddCells(found->second, at, at + 1, ValueFit::kStem, token.date_from, out);
  if (!Has(out, at, at + 1, token.date_from))
    out.push_back(LinkOf(at, at + 1, token.date_from, ValueType::kDate, ValueFit::kFree));
}

void ValueIndex::LinkFree(const std::vector<Token>& tokens, std::vector<ValueLink>& out) const {
  const auto add = [&](size_t begin, size_t end) {
    const std::string text = Joined(tokens, begin, end);
    if (!Has(out, begin, end, text))
      out.push_back(LinkOf(begin, end, text, ValueType::kText, ValueFit::kFree));
  };
  for (size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kQuoted || token.kind == TokenKind::kPath) {
      add(at, at + 1);
      continue;
    }
    if (token.kind == TokenKind::kWord && at > 0 && IsCapital(token)) {
      size_t end = at + 1;
      while (end < tokens.size() && tokens[end].kind == TokenKind::kWord && IsCapital(tokens[end]))
        ++end;
      add(at, end);
      for (size_t i = at; i < end && end > at + 1; ++i)
        add(i, i + 1);
      at = end - 1;
      continue;
    }
    // What "contains", "begins with" and "called" are followed by.
    if (token.kind != TokenKind::kWord || at + 1 >= tokens.size()) continue;
    bool cue = Among(token.stem, {"call", "name", "letter", "word", "substr", "string", "букв",
                                  "слов", "подстрок", "назван"});
    for (const Lexicon::Match& match : Lexicon::Cues().FindWord(token.lower))
      cue = cue || Among(match.id, {"contains", "starts_with", "ends_with"});
    if (!cue) continue;
    size_t next = at + 1;
    while (next < tokens.size() && (LittleWords().contains(tokens[next].lower) ||
                                    Among(tokens[next].stem, {"letter", "word", "substr", "string",
                                                              "букв", "слов", "подстрок"})))
      ++next;
    if (next < tokens.size() && tokens[next].kind == TokenKind::kWord) add(next, next + 1);
  }
}

std::vector<ValueLink> ValueIndex::Link(const std::vector<Token>& tokens,
                                        const Schema& schema) const {
  std::vector<ValueLink> out;
  for (size_t length = std::min(kLongestSpan, tokens.size()); length > 0; --length) {
    for (size_t at = 0; at + length <= tokens.size(); ++at)
      LinkSpan(tokens, at, at + length, out);
  }
  LinkMeanings(tokens, out);
  for (size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kNumber && token.number) LinkNumber(token, at, out);
    if (token.kind == TokenKind::kDate) LinkDate(token, at, out);
    if (const int times = TimesOf(token); times > 0)
      out.push_back(LinkOf(at, at + 1, std::to_string(times), ValueType::kNumber, ValueFit::kFree));
    if (!IsWordLike(token) || Covered(out, at, ValueFit::kStem)) continue;
    LinkDemonym(token, at, out);
    const bool begins = at == 0 && LittleWords().contains(token.lower);
    const bool named = token.kind == TokenKind::kQuoted || (!begins && IsCapital(token));
    if (!named) continue;
    size_t end = at + 1;
    while (end < tokens.size() && tokens[end].kind == TokenKind::kWord && IsCapital(tokens[end]) &&
           !Covered(out, end, ValueFit::kStem))
      ++end;
    LinkPart(tokens, at, end, out);
    for (size_t i = at; i < end; ++i) {
      if (end > at + 1) LinkPart(tokens, i, i + 1, out);
      LinkNear(tokens, i, out);
    }
    at = end - 1;
  }
  LinkFlags(tokens, schema, out);
  LinkFree(tokens, out);
  for (ValueLink& link : out) {
    if (link.end == link.begin + 1)
      link.quoted = tokens[static_cast<size_t>(link.begin)].kind == TokenKind::kQuoted;
  }
  // The best of too many, then in the question's order.
  const auto better = [](const ValueLink& a, const ValueLink& b) {
    if (a.fit != b.fit) return a.fit < b.fit;
    return a.end - a.begin > b.end - b.begin;
  };
  std::stable_sort(out.begin(), out.end(), [&](const ValueLink& a, const ValueLink& b) {
    const bool number_a = a.type == ValueType::kNumber, number_b = b.type == ValueType::kNumber;
    if (number_a != number_b) return number_a;
    return better(a, b);
  });
  constexpr size_t kMost = 60;
  if (out.size() > kMost) out.resize(kMost);
  std::stable_sort(out.begin(), out.end(), [&](const ValueLink& a, const ValueLink& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return better(a, b);
  });
  return out;
}

}  // namespace aietl::synthesis::learned
