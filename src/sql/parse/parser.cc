#include "sql/parse/parser.h"

#include "base/did_you_mean.h"
#include "base/text.h"
#include "sql/internal/characters.h"
#include "sql/parser.h"

namespace aietl::sql {
namespace {

constexpr size_t kPadding = 16;
// How many keywords of a statement may turn out to be names only because nothing else fits, and how
// many times it is read to find them.
constexpr uint32_t kMostNames = 4;
constexpr uint32_t kMostTriesWithNames = 12;
constexpr Token kPoison[kPadding] = {};

std::string_view LexErrorText(LexError error) {
  switch (error) {
    case LexError::kUnterminatedString: return Tr("the string is not closed");
    case LexError::kUnterminatedQuoted: return Tr("the quoted name is not closed");
    case LexError::kUnterminatedComment: return Tr("the comment is not closed");
    case LexError::kUnterminatedDollar: return Tr("the dollar-quoted string is not closed");
    case LexError::kBadNumber: return Tr("letters follow the number");
    case LexError::kEmptyQuoted: return Tr("the quoted name is empty");
    case LexError::kBadEscape: return Tr("the escape sequence is not valid");
    case LexError::kTooLong: return Tr("the text is too long");
    default: return Tr("unexpected character");
  }
}

// What a misspelt word at the place of an error may have been meant to be.
const std::vector<std::string>& ClauseWords() {
  static const std::vector<std::string> kWords = {
      "select",  "from",    "where",     "group",     "having",  "order",  "limit",
      "union",   "values",  "insert",    "update",    "delete",  "create", "table",
      "join",    "inner",   "left",      "right",     "full",    "cross",  "on",
      "using",   "and",     "or",        "not",       "between", "like",   "exists",
      "case",    "when",    "then",      "else",      "end",     "as",     "by",
      "into",    "set",     "distinct",  "returning", "with",    "offset", "window",
      "over",    "merge",   "intersect", "except",    "view",    "index",  "drop",
      "alter",   "explain", "truncate",  "null",      "is",      "in",     "default",
      "primary", "key",     "recursive", "partition", "qualify", "begin",  "commit",
      "rollback"};
  return kWords;
}

}  // namespace

Parser::Parser(std::string_view source, const Dialect& dialect, Arena& arena,
               const ParseLimits& limits)
    : source_(source),
      dialect_(dialect),
      arena_(arena),
      limits_(limits),
      lexed_(Lex(source, dialect)) {
  const uint32_t end = static_cast<uint32_t>(source.size());
  for (size_t i = 0; i < kPadding; ++i) {
    Token token;
    token.begin = token.end = end;
    lexed_.tokens.push_back(token);
  }
  at_ = lexed_.tokens.data();
}

bool Parser::AreWords(std::initializer_list<Kw> words) const {
  const Token* token = at_;
  for (const Kw word : words) {
    if (token->keyword != word) return false;
    ++token;
  }
  return true;
}

bool Parser::AcceptWords(std::initializer_list<Kw> words) {
  if (!AreWords(words)) return false;
  for (size_t i = 0; i < words.size(); ++i)
    Advance();
  return true;
}

std::string_view TokenSpelling(Tok kind) {
  switch (kind) {
    case Tok::kLeftParen: return "(";
    case Tok::kRightParen: return ")";
    case Tok::kLeftBracket: return "[";
    case Tok::kRightBracket: return "]";
    case Tok::kLeftBrace: return "{";
    case Tok::kRightBrace: return "}";
    case Tok::kComma: return ",";
    case Tok::kEq: return "=";
    case Tok::kDot: return ".";
    case Tok::kColon: return ":";
    case Tok::kFatArrow: return "=>";
    case Tok::kArrow: return "->";
    case Tok::kLess: return "<";
    case Tok::kGreater: return ">";
    case Tok::kStar: return "*";
    case Tok::kMinus: return "-";
    default: return "";
  }
}

bool Parser::Expect(Tok kind) {
  if (Accept(kind)) return true;
  const std::string_view spelling = TokenSpelling(kind);
  Fail(!spelling.empty()       ? std::string(spelling)
       : kind == Tok::kString  ? Tr("a string")
       : kind == Tok::kInteger ? Tr("a number")
                               : Tr("something else"));
  return false;
}

bool Parser::Expect(Kw keyword) {
  if (Accept(keyword)) return true;
  Fail(std::string(KeywordUpper(keyword)));
  return false;
}

std::string_view Parser::ExpectOneOf(std::initializer_list<Kw> words) {
  std::string expected;
  for (const Kw word : words) {
    if (Accept(word)) return KeywordUpper(word);
    if (!expected.empty()) expected += ", ";
    expected += KeywordUpper(word);
  }
  Fail(expected);
  return {};
}

bool Parser::IsSpelt(std::string_view lower, size_t ahead) const {
  const Token& token = at_[ahead];
  if (token.kind != Tok::kWord || token.end - token.begin != lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    if (kLower[static_cast<unsigned char>(source_[token.begin + i])] !=
        static_cast<unsigned char>(lower[i]))
      return false;
  }
  return true;
}

void Parser::Fail(std::string expected) {
  if (failed_) return;
  const Token& token = *at_;
  if (token.kind == Tok::kBad)
    return FailWithAt(std::string(LexErrorText(token.error)), token.begin);
  std::string message;
  if (AtEnd()) {
    message = Msg("the statement ends too early: expected {}", expected);
  } else {
    std::string_view near = Text();
    if (near.size() > 40) near = near.substr(0, 40);
    message = Msg("syntax error near {}: expected {}", near, expected);
  }
  const uint32_t begin = token.begin;
  // The word here, or the one before that was taken for a name.
  std::string hint;
  const Token* first = lexed_.tokens.data();
  for (const Token* word : {at_, at_ > first ? at_ - 1 : at_}) {
    if (word->kind != Tok::kWord ||
        (word->keyword != Kw::kNotKeyword && !(dialect_.RightsOf(word->keyword) & kMayBeColumn)))
      continue;
    const std::string_view text = TextOf(*word);
    if (text.size() < 2 || text.size() > 12) continue;
    const std::vector<std::string> near = NearestNames(text, ClauseWords(), 1);
    if (near.empty() || FindKeyword(text) == FindKeyword(near.front())) continue;
    hint = DidYouMean(text, {std::string(KeywordUpper(FindKeyword(near.front())))});
    if (!hint.empty()) break;
  }
  FailWithAt(std::move(message), begin);
  problems_.back().hint = std::move(hint);
}

void Parser::FailWith(std::string message) {
  if (!failed_ && at_->kind == Tok::kBad) return Fail("");
  FailWithAt(std::move(message), at_->begin);
}

void Parser::FailWithAt(std::string message, uint32_t begin, std::string code) {
  if (failed_) return;
  failed_ = true;
  failed_at_ = at_;
  at_ = kPoison;
  Problem problem;
  problem.code = std::move(code);
  problem.message = std::move(message);
  problem.place.line = static_cast<int>(begin);  // an offset until the script is done
  problems_.push_back(std::move(problem));
}

const Token* Parser::PoisonedTokens() {
  return kPoison;
}

void Parser::FailTooDeep() {
  FailWithAt(Msg("nested more than {} levels deep", limits_.depth), at_->begin, "too_deep");
}

bool Parser::IsName(const Token& token, KeywordRights right) const {
  switch (token.kind) {
    case Tok::kWord: return (dialect_.RightsOf(token.keyword) & right) != 0;
    case Tok::kQuoted:
    case Tok::kUnicodeQuoted: return true;
    default: return false;
  }
}

Ident Parser::TakeIdent() {
  const Token& token = *at_;
  Ident ident;
  ident.begin = token.begin;
  ident.end = token.end;
  const std::string_view text = TextOf(token);
  if (token.kind == Tok::kQuoted) {
    ident.quote = text[0];
    ident.text = Unquote(text.substr(1, text.size() - 2), text.back());
  } else if (token.kind == Tok::kUnicodeQuoted) {
    ident.quote = '"';
    Advance();
    char escape = '\\';
    if (Is(Kw::kUescape) && PeekIs(1, Tok::kString) && Peek(1).end - Peek(1).begin == 3) {
      escape = source_[Peek(1).begin + 1];
      Advance();
      Advance();
    }
    ident.text = DecodeUnicode(text.substr(3, text.size() - 4), '"', escape);
    return ident;
  } else if (token.kind == Tok::kString) {
    ident.quote = '\'';
    ident.text = DecodeString(token);
  } else {
    ident.text = text;
    if (token.error == LexError::kTakenForName) ident.quote = dialect_.quote;
  }
  if (token.kind == Tok::kQuoted && ident.text.empty() &&
      (IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb))) {
    FailWith(Tr("a quoted name must not be empty"));
  }
  Advance();
  return ident;
}

Ident Parser::ParseIdent(KeywordRights right, const char* what) {
  if (IsName(right)) return TakeIdent();
  Fail(Tr(what));
  return {};
}

Ident Parser::ParseLabel() {
  if (Is(Tok::kWord) && Now().keyword != Kw::kNotKeyword &&
      !(RightsOf(Now()) & (kMayBeColumn | kMayBeTable))) {
    // After a dot SQLite takes plain names only; MySQL takes every word, but only right behind it.
    const bool adjacent = Now().begin == previous_end_;
    if (IsDialect(DialectId::kSqlite) || (IsDialect(DialectId::kMysql) && !adjacent))
      Fail(Tr("a name"));
  }
  if (Is(Tok::kWord) || IsName(kMayBeAll)) return TakeIdent();
  Fail(Tr("a name"));
  return {};
}

Name Parser::ParseName(KeywordRights first) {
  List<Ident> parts(*this);
  parts.Add(ParseIdent(first, "a name"));
  while (Is(Tok::kDot) &&
         (PeekIs(1, Tok::kWord) || PeekIs(1, Tok::kQuoted) || PeekIs(1, Tok::kUnicodeQuoted))) {
    Advance();
    parts.Add(ParseLabel());
  }
  return parts.Take();
}

// How many parts a table's name has at most; 0: any number.
static size_t MostTableParts(DialectId id) {
  switch (id) {
    case DialectId::kPostgres:
    case DialectId::kDuckdb:
    case DialectId::kSnowflake: return 3;
    case DialectId::kMysql:
    case DialectId::kSqlite:
    case DialectId::kClickhouse: return 2;
    default: return 0;
  }
}

Name Parser::ParseTableNameParts() {
  const size_t most = MostTableParts(dialect_.id);
  List<Ident> parts(*this);
  // ClickHouse's {t:Identifier} stands for a part.
  const auto placeholder = [&] {
    if (!Is(Tok::kLeftBrace) || !Has(Feature::kBraceParameters)) return false;
    Ident part;
    part.begin = at_->begin;
    ParseBraces();
    part.end = previous_end_;
    if (!failed_) part.text = source_.substr(part.begin, part.end - part.begin);
    parts.Add(part);
    return true;
  };
  if (Is(Tok::kString) && IsDialect(DialectId::kDuckdb))
    parts.Add(TakeIdent());
  else if (!placeholder())
    parts.Add(ParseIdent(kMayBeTable, "a table name"));
  while (Is(Tok::kDot)) {
    if (most && parts.size() >= most && !failed_) {
      FailWith(Msg("a table name has at most {} parts", most));
      break;
    }
    Advance();
    if (IsDialect(DialectId::kSnowflake) && Is(Tok::kDot)) {
      parts.Add({});  // db..table
      continue;
    }
    if (IsDialect(DialectId::kMysql) && Is(Tok::kInteger))
      parts.Add(TakeIdent());
    else if (!placeholder())
      parts.Add(ParseLabel());
  }
  return parts.Take();
}

Span<Ident> Parser::ParseIdentList(KeywordRights right) {
  List<Ident> list(*this);
  do {
    if (Has(Feature::kTrailingComma) && !list.empty() && Is(Tok::kRightParen)) break;
    list.Add(ParseIdent(right, "a name"));
  } while (Accept(Tok::kComma));
  return list.Take();
}

Span<Ident> Parser::ParseParenIdents(KeywordRights right) {
  Expect(Tok::kLeftParen);
  const Span<Ident> list = ParseIdentList(right);
  Expect(Tok::kRightParen);
  return list;
}

std::string_view Parser::Unquote(std::string_view text, char quote) {
  if (dialect_.lex.backslash_names && text.find('\\') != std::string_view::npos)
    return DecodeEscapes(text, quote, false);
  if (text.find(quote) == std::string_view::npos || quote == ']') return text;
  char* out = static_cast<char*>(arena_.Take(text.size(), 1));
  size_t size = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    out[size++] = text[i];
    if (text[i] == quote) ++i;
  }
  return {out, size};
}

std::string_view Parser::Upper(std::string_view text) {
  char* out = static_cast<char*>(arena_.Take(text.size() ? text.size() : 1, 1));
  for (size_t i = 0; i < text.size(); ++i)
    out[i] = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 32) : text[i];
  return {out, text.size()};
}

std::string_view Parser::Joined(std::string_view a, std::string_view b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  char* out = static_cast<char*>(arena_.Take(a.size() + b.size() + 1, 1));
  a.copy(out, a.size());
  out[a.size()] = ' ';
  b.copy(out + a.size() + 1, b.size());
  return {out, a.size() + b.size() + 1};
}

Raw* Parser::TakeRawUntil(std::initializer_list<Kw> words, bool comma_ends) {
  Raw* raw = Make<Raw>();
  std::string text;
  int depth = 0;
  while (!AtEnd()) {
    if (depth == 0) {
      if (Is(Tok::kRightParen) || Is(Tok::kRightBracket) || Is(Tok::kRightBrace) ||
          (comma_ends && Is(Tok::kComma)))
        break;
      bool stop = false;
      for (const Kw word : words)
        stop = stop || Is(word);
      if (stop) break;
    }
    if (Is(Tok::kBad)) {
      Fail("");
      break;
    }
    if (Is(Tok::kLeftParen) || Is(Tok::kLeftBracket) || Is(Tok::kLeftBrace)) ++depth;
    if (Is(Tok::kRightParen) || Is(Tok::kRightBracket) || Is(Tok::kRightBrace)) --depth;
    if (!text.empty()) text += ' ';
    text += Text();
    Advance();
  }
  if (depth > 0) Expect(Tok::kRightParen);
  raw->text = arena_.Text(text);
  return Done(raw);
}

Raw* Parser::TakeRaw() {
  return TakeRawUntil({});
}

Raw* Parser::TakeParenthesised() {
  Raw* raw = Make<Raw>();
  Expect(Tok::kLeftParen);
  const std::string_view inner = TakeRaw()->text;
  Expect(Tok::kRightParen);
  raw->text = inner.empty() ? std::string_view("( )") : Joined(Joined("(", inner), ")");
  return Done(raw);
}

// From its first token to its end.
Statement* Parser::ParseWholeStatement(const Token* first) {
  at_ = first;
  failed_ = false;
  depth_ = 0;
  angles_to_close_ = 0;
  operand_tail_ = nullptr;
  allow_default_ = no_in_ = no_alias_ = star_argument_ = in_struct_ = in_duplicate_key_ = false;
  query_argument_ = false;
  Statement* statement = ParseStatement();
  if (!failed_ && !AtEnd()) Fail(Tr("the end of the statement"));
  return statement;
}

// ClickHouse: a keyword names no alias without AS, so one behind an operand stays what it is.
// Spark: the words of joins and set operations name columns, no tables and their aliases.
bool Parser::MayBeNameAfterAll(const Token* first, const Token* word) const {
  const Token& before = word[-1];
  if (IsDialect(DialectId::kClickhouse)) {
    if (word->keyword == Kw::kNot || word->keyword == Kw::kTable || before.keyword == Kw::kWith ||
        before.keyword == Kw::kNulls)
      return false;
    switch (before.kind) {
      case Tok::kWord:
        return !(RightsOf(before) & kMayBeBareLabel) || before.keyword == Kw::kTable ||
               before.keyword == Kw::kInto;
      case Tok::kLeftParen:
      case Tok::kLeftBracket:
      case Tok::kComma:
      case Tok::kDot:
      case Tok::kPlus:
      case Tok::kMinus:
      case Tok::kSlash:
      case Tok::kPercent:
      case Tok::kEq:
      case Tok::kEqEq:
      case Tok::kNotEq:
      case Tok::kLess:
      case Tok::kLessEq:
      case Tok::kGreater:
      case Tok::kGreaterEq:
      case Tok::kConcat:
      case Tok::kArrow:
      case Tok::kCast:
      case Tok::kQuestion:
      case Tok::kColon: return true;
      default: return false;
    }
  }
  switch (word->keyword) {
    case Kw::kAnti:
    case Kw::kCross:
    case Kw::kExcept:
    case Kw::kFull:
    case Kw::kInner:
    case Kw::kIntersect:
    case Kw::kJoin:
    case Kw::kLateral:
    case Kw::kLeft:
    case Kw::kNatural:
    case Kw::kOn:
    case Kw::kRight:
    case Kw::kSemi:
    case Kw::kSetminus:
    case Kw::kUnion:
    case Kw::kUsing: break;
    default: return true;
  }
  for (const Token* token = word - 1; token > first; --token) {
    switch (token->keyword) {
      case Kw::kFrom:
      case Kw::kJoin:
      case Kw::kInto:
      case Kw::kTable: return false;
      case Kw::kSelect:
      case Kw::kWhere:
      case Kw::kBy:
      case Kw::kHaving: return true;
      default: break;
    }
  }
  return first->keyword == Kw::kSelect;
}

// Where no word is reserved, a keyword at which reading ends may be a name, and so may the one
// before it: the statement is read again with either. The tries are few, so the time stays linear.
bool Parser::ReadWithNames(const Token* first, uint32_t demoted, uint32_t* tries,
                           Statement** statement) {
  const Token* failed_at = failed_at_;
  if (failed_at->kind == Tok::kBad) return false;
  for (const Token* word : {failed_at, failed_at - 1}) {
    if (word <= first || word->kind != Tok::kWord || word->keyword == Kw::kNotKeyword ||
        !MayBeNameAfterAll(first, word))
      continue;
    if (*tries == 0) return false;
    --*tries;
    Token& token = lexed_.tokens[static_cast<size_t>(word - lexed_.tokens.data())];
    const Kw keyword = token.keyword;
    token.keyword = Kw::kNotKeyword;
    token.error = LexError::kTakenForName;
    problems_.pop_back();
    *statement = ParseWholeStatement(first);
    if (!failed_) return true;
    if (demoted + 1 < kMostNames && failed_at_ >= failed_at &&
        problems_.back().code == "syntax_error" &&
        ReadWithNames(first, demoted + 1, tries, statement))
      return true;
    token.keyword = keyword;
    token.error = LexError::kNone;
  }
  return false;
}

std::vector<Statement*> Parser::ParseScript() {
  std::vector<Statement*> statements;
  const Token* last = lexed_.tokens.data() + lexed_.tokens.size() - kPadding - 1;
  for (;;) {
    while (Accept(Tok::kSemicolon)) {
    }
    if (at_ == last || Is(Tok::kEnd)) break;
    const Token* first = at_;
    const size_t problems = problems_.size();
    Statement* statement = ParseWholeStatement(first);
    if (failed_ && Has(Feature::kWordsAreNames) && problems_.back().code == "syntax_error") {
      const Token* failed_at = failed_at_;
      Problem problem = problems_.back();
      uint32_t tries = kMostTriesWithNames;
      if (!ReadWithNames(first, 0, &tries, &statement)) {
        problems_.resize(problems);
        problems_.push_back(std::move(problem));
        failed_at_ = failed_at;
      }
    }
    if (!failed_) {
      statements.push_back(statement);
      continue;
    }
    if (problems_.size() >= limits_.problems) break;
    at_ = failed_at_;
    while (!AtEnd())
      ++at_;
  }
  return statements;
}

Expr* Parser::ParseWholeExpression() {
  Expr* expr = ParseExpr();
  if (!failed_ && !Is(Tok::kEnd)) Fail(Tr("the end of the expression"));
  return expr;
}

}  // namespace aietl::sql
