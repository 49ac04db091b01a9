#include "sql/parse/patterns.h"

#include <algorithm>
#include <cctype>

#include "base/error.h"

namespace aietl::sql {
namespace {

struct PartName {
  std::string_view name;
  PatternPart part;
};
constexpr PartName kPartNames[] = {
    {"ident", PatternPart::kIdent},
    {"label", PatternPart::kLabel},
    {"unreserved", PatternPart::kUnreserved},
    {"name", PatternPart::kName},
    {"table", PatternPart::kTable},
    {"string", PatternPart::kString},
    {"int", PatternPart::kInteger},
    {"number", PatternPart::kNumber},
    {"expr", PatternPart::kExpr},
    {"query", PatternPart::kQuery},
    {"dml", PatternPart::kDml},
    {"statement", PatternPart::kStatement},
    {"type", PatternPart::kType},
    {"parens", PatternPart::kParens},
    {"raw", PatternPart::kRaw},
    {"any", PatternPart::kAny},
    {"variable", PatternPart::kVariable},
    {"user", PatternPart::kUser},
    {"stage", PatternPart::kStage},
    {"call", PatternPart::kCall},
    {"column", PatternPart::kColumn},
    {"index_column", PatternPart::kIndexColumn},
    {"order", PatternPart::kOrder},
    {"word", PatternPart::kPlainWord},
    {"block", PatternPart::kBlock},
    {"block_end", PatternPart::kBlockEnd},
};

struct SymbolName {
  std::string_view text;
  Tok token;
};
constexpr SymbolName kSymbolNames[] = {
    {"(", Tok::kLeftParen},    {")", Tok::kRightParen}, {"[", Tok::kLeftBracket},
    {"]", Tok::kRightBracket}, {"{", Tok::kLeftBrace},  {"}", Tok::kRightBrace},
    {",", Tok::kComma},        {";", Tok::kSemicolon},  {".", Tok::kDot},
    {":", Tok::kColon},        {"=", Tok::kEq},         {"*", Tok::kStar},
    {"-", Tok::kMinus},        {"+", Tok::kPlus},       {"/", Tok::kSlash},
    {"%", Tok::kPercent},      {"=>", Tok::kFatArrow},  {"|>", Tok::kPipeGreater},
    {"->", Tok::kArrow},       {":=", Tok::kAssign},    {"<", Tok::kLess},
    {">", Tok::kGreater},      {"@", Tok::kAt},         {"..", Tok::kDotDot},
    {"<=", Tok::kLessEq},      {">=", Tok::kGreaterEq},
};

bool IsLetter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$';
}

}  // namespace

// Reads the text of patterns.
class PatternSet::Compiler {
 public:
  Compiler(PatternSet& set, std::string_view line) : set_(set), text_(line) {}

  uint32_t Compile() {
    const uint32_t all = Choice();
    Blanks();
    AIETL_CHECK(at_ == text_.size());
    return all;
  }

 private:
  void Blanks() {
    while (at_ < text_.size() && text_[at_] == ' ')
      ++at_;
  }
  bool Next(char c) {
    Blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  uint32_t Add(Pattern pattern) {
    set_.patterns_.push_back(std::move(pattern));
    return static_cast<uint32_t>(set_.patterns_.size() - 1);
  }
  uint32_t Group(PatternPart part, std::vector<uint32_t> children) {
    if (children.size() == 1 && (part == PatternPart::kSequence || part == PatternPart::kChoice))
      return children[0];
    Pattern pattern;
    pattern.part = part;
    pattern.children = std::move(children);
    return Add(std::move(pattern));
  }
  uint32_t Choice() {
    std::vector<uint32_t> choices{Sequence()};
    while (Next('|'))
      choices.push_back(Sequence());
    return Group(PatternPart::kChoice, std::move(choices));
  }
  uint32_t Sequence() {
    std::vector<uint32_t> parts;
    for (;;) {
      Blanks();
      if (at_ >= text_.size() ||
          std::string_view("|)]}>").find(text_[at_]) != std::string_view::npos)
        break;
      parts.push_back(One());
    }
    return Group(PatternPart::kSequence, std::move(parts));
  }
  uint32_t Closed(PatternPart part, char close) {
    const uint32_t inner = Choice();
    AIETL_CHECK(Next(close));
    return Group(part, {inner});
  }
  uint32_t One() {
    if (Next('(')) return Closed(PatternPart::kChoice, ')');
    if (Next('[')) return Closed(PatternPart::kOptional, ']');
    if (Next('{')) return Closed(PatternPart::kRepeat, '}');
    if (Next('<')) return Closed(PatternPart::kList, '>');
    if (Next('\'')) return Symbol();
    return Word();
  }
  uint32_t Symbol() {
    const size_t end = text_.find('\'', at_);
    AIETL_CHECK(end != std::string_view::npos);
    Pattern pattern;
    pattern.part = PatternPart::kSymbol;
    pattern.text = text_.substr(at_, end - at_);
    at_ = end + 1;
    for (const SymbolName& name : kSymbolNames) {
      if (name.text == pattern.text) pattern.symbol = name.token;
    }
    AIETL_CHECK(pattern.symbol != Tok::kEnd);
    return Add(std::move(pattern));
  }
  uint32_t Word() {
    size_t end = at_;
    while (end < text_.size() && IsLetter(text_[end]))
      ++end;
    AIETL_CHECK(end > at_);
    const std::string word(text_.substr(at_, end - at_));
    at_ = end;
    if (std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      Pattern pattern;
      pattern.part = PatternPart::kWord;
      pattern.text = word;
      for (char& c : pattern.text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      pattern.keyword = FindKeyword(pattern.text);
      return Add(std::move(pattern));
    }
    for (const PartName& name : kPartNames) {
      if (name.name != word) continue;
      Pattern pattern;
      pattern.part = name.part;
      return Add(std::move(pattern));
    }
    const auto named = set_.named_.find(word);
    AIETL_CHECK(named != set_.named_.end());
    return named->second;
  }

  PatternSet& set_;
  std::string_view text_;
  size_t at_ = 0;
};

PatternSet::PatternSet(std::initializer_list<std::string_view> texts) {
  std::vector<std::string_view> lines;
  for (std::string_view text : texts) {
    while (!text.empty()) {
      const size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      while (!line.empty() && line.front() == ' ')
        line.remove_prefix(1);
      if (!line.empty()) lines.push_back(line);
    }
  }
  // Names first: parts may name each other, and themselves. A dialect's part replaces the shared
  // one of its name.
  for (const std::string_view line : lines) {
    const size_t assign = line.find(" := ");
    if (assign == std::string_view::npos) continue;
    named_[std::string(line.substr(0, assign))] = static_cast<uint32_t>(patterns_.size());
    Pattern part;
    part.part = PatternPart::kChoice;
    patterns_.push_back(std::move(part));
  }
  for (const std::string_view line : lines) {
    const size_t assign = line.find(" := ");
    if (assign != std::string_view::npos) {
      const uint32_t number = named_.find(line.substr(0, assign))->second;
      const uint32_t pattern = Compiler(*this, line.substr(assign + 4)).Compile();
      patterns_[number].children = {pattern};
    } else {
      AddRule(line);
    }
  }
  for (uint32_t i = 0; i < rules_.size(); ++i) {
    std::vector<std::string> words;
    bool may_be_empty = false;
    FirstWords(rules_[i].pattern, &words, &may_be_empty);
    AIETL_CHECK(!may_be_empty && !words.empty());
    for (const std::string& word : words) {
      std::vector<uint32_t>& rules = by_word_[word];
      if (rules.empty() || rules.back() != i) rules.push_back(i);
    }
  }
}

void PatternSet::AddRule(std::string_view line) {
  const size_t slash = line.find('/'), colon = line.find(": ");
  AIETL_CHECK(slash != std::string_view::npos && colon != std::string_view::npos && slash < colon);
  PatternRule rule;
  rule.kind = line.substr(0, slash);
  rule.effect = line.substr(slash + 1, colon - slash - 1);
  rule.pattern = Compiler(*this, line.substr(colon + 2)).Compile();
  rules_.push_back(std::move(rule));
}

void PatternSet::FirstWords(uint32_t number, std::vector<std::string>* words,
                            bool* may_be_empty) const {
  const Pattern& pattern = patterns_[number];
  switch (pattern.part) {
    case PatternPart::kWord:
      words->push_back(pattern.text);
      *may_be_empty = false;
      return;
    case PatternPart::kBlock:
      words->insert(words->end(), {"begin", "declare"});
      *may_be_empty = false;
      return;
    case PatternPart::kSequence:
      *may_be_empty = true;
      for (const uint32_t child : pattern.children) {
        FirstWords(child, words, may_be_empty);
        if (!*may_be_empty) return;
      }
      return;
    case PatternPart::kChoice: {
      bool any_empty = false;
      for (const uint32_t child : pattern.children) {
        FirstWords(child, words, may_be_empty);
        any_empty = any_empty || *may_be_empty;
      }
      *may_be_empty = any_empty;
      return;
    }
    case PatternPart::kOptional:
    case PatternPart::kRepeat:
      FirstWords(pattern.children[0], words, may_be_empty);
      *may_be_empty = true;
      return;
    case PatternPart::kList: FirstWords(pattern.children[0], words, may_be_empty); return;
    default: *may_be_empty = false;
  }
}

const std::vector<uint32_t>& PatternSet::RulesFor(Kw keyword, std::string_view lower) const {
  const auto found = by_word_.find(keyword != Kw::kNotKeyword ? std::string(KeywordText(keyword))
                                                              : std::string(lower));
  return found == by_word_.end() ? none_ : found->second;
}

const Pattern* PatternSet::Named(std::string_view name) const {
  const auto found = named_.find(name);
  return found == named_.end() ? nullptr : &patterns_[found->second];
}

namespace {

constexpr std::string_view kSharedRules =
#include "sql/parse/rules/shared.inc"
    ;
constexpr std::string_view kPostgresRules =
#include "sql/parse/rules/postgres.inc"
    ;
constexpr std::string_view kMysqlRules =
#include "sql/parse/rules/mysql.inc"
    ;
constexpr std::string_view kSqliteRules =
#include "sql/parse/rules/sqlite.inc"
    ;
constexpr std::string_view kDuckdbRules =
#include "sql/parse/rules/duckdb.inc"
    ;
constexpr std::string_view kSnowflakeRules =
#include "sql/parse/rules/snowflake.inc"
    ;
constexpr std::string_view kClickhouseRules =
#include "sql/parse/rules/clickhouse.inc"
    ;
constexpr std::string_view kSparkRules =
#include "sql/parse/rules/spark.inc"
    ;

template <DialectId kId>
const PatternSet& CompiledOnce(std::string_view own) {
  static const PatternSet kSet{kSharedRules, own};
  return kSet;
}

}  // namespace

const PatternSet& RulesOf(DialectId dialect) {
  switch (dialect) {
    case DialectId::kPostgres: return CompiledOnce<DialectId::kPostgres>(kPostgresRules);
    case DialectId::kMysql: return CompiledOnce<DialectId::kMysql>(kMysqlRules);
    case DialectId::kSqlite: return CompiledOnce<DialectId::kSqlite>(kSqliteRules);
    case DialectId::kDuckdb: return CompiledOnce<DialectId::kDuckdb>(kDuckdbRules);
    case DialectId::kSnowflake: return CompiledOnce<DialectId::kSnowflake>(kSnowflakeRules);
    case DialectId::kClickhouse: return CompiledOnce<DialectId::kClickhouse>(kClickhouseRules);
    case DialectId::kSpark: return CompiledOnce<DialectId::kSpark>(kSparkRules);
  }
  AIETL_CHECK(false);
  __builtin_unreachable();
}

}  // namespace aietl::sql
