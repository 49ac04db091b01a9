#include "sql/lexer.h"

#include <cstring>

#include "sql/dialect.h"
#include "sql/internal/characters.h"

namespace aietl::sql {
namespace {

class Lexing {
 public:
  Lexing(std::string_view source, const Dialect& dialect)
      : rules_(dialect.lex), start_(source.data()), at_(start_), end_(start_ + source.size()) {
    out_.tokens.reserve(source.size() / 4 + 8);
  }

  Tokens Run() {
    if (end_ - at_ >= 3 && std::memcmp(at_, "\xEF\xBB\xBF", 3) == 0) at_ += 3;
    while (Next()) {
    }
    Push(Tok::kEnd, end_, end_);
    return std::move(out_);
  }

 private:
  char Peek(ptrdiff_t ahead = 0) const { return end_ - at_ > ahead ? at_[ahead] : '\0'; }
  uint32_t Offset(const char* p) const { return static_cast<uint32_t>(p - start_); }

  void Push(Tok kind, const char* begin, const char* end, LexError error = LexError::kNone,
            Kw keyword = Kw::kNotKeyword) {
    out_.tokens.push_back({Offset(begin), Offset(end), kind, error, keyword});
  }
  void Take(Tok kind, ptrdiff_t size) {
    Push(kind, at_, at_ + size);
    at_ += size;
  }
  void Bad(const char* begin, const char* end, LexError error) {
    Push(Tok::kBad, begin, end, error);
    at_ = end;
  }

  bool Next();
  void Word();
  bool Prefixed();
  void Quoted(char quote, Tok kind, const char* begin, LexError unterminated);
  void Text(char quote, Tok kind, const char* begin, bool backslash,
            LexError unterminated = LexError::kUnterminatedString);
  bool Dollar();
  void Number();
  bool NumberBase(Tok kind, uint8_t digits, const char* digit_set);
  void NumberTail(const char* begin, Tok kind);
  void LineComment(const char* begin);
  bool BlockComment();
  bool HintMayStand() const;
  void AddComment(const char* begin, const char* end, bool line);
  void GreedyOperator();
  void Operator();
  bool Variable();
  bool NameParameter();
  // The token before ends right here: a name or a closing bracket, which `.1` and `:x` belong to.
  bool AdjacentOperand() const;

  const LexRules& rules_;
  const char* start_;
  const char* at_;
  const char* end_;
  bool in_version_comment_ = false;
  Tokens out_;
};

bool Lexing::AdjacentOperand() const {
  if (out_.tokens.empty()) return false;
  const Token& last = out_.tokens.back();
  if (last.end != Offset(at_)) return false;
  return last.kind == Tok::kWord || last.kind == Tok::kQuoted || last.kind == Tok::kRightParen ||
         last.kind == Tok::kRightBracket || last.kind == Tok::kRightBrace ||
         last.kind == Tok::kInteger || last.kind == Tok::kParameter || last.kind == Tok::kString;
}

void Lexing::AddComment(const char* begin, const char* end, bool line) {
  Comment comment{Offset(begin), Offset(end), static_cast<uint32_t>(out_.tokens.size()), line,
                  true};
  for (const char* p = begin; p != start_;) {
    --p;
    if (*p == '\n') break;
    if (!Is(*p, kWhite)) {
      comment.alone = false;
      break;
    }
  }
  out_.comments.push_back(comment);
}

void Lexing::LineComment(const char* begin) {
  const void* newline = std::memchr(at_, '\n', static_cast<size_t>(end_ - at_));
  const char* end = newline ? static_cast<const char*>(newline) : end_;
  at_ = end;
  if (end != begin && end[-1] == '\r') --end;
  AddComment(begin, end, true);
}

bool Lexing::HintMayStand() const {
  if (out_.tokens.empty()) return false;
  switch (out_.tokens.back().keyword) {
    case Kw::kSelect:
    case Kw::kInsert:
    case Kw::kUpdate:
    case Kw::kDelete:
    case Kw::kMerge:
    case Kw::kReplace: return true;
    default: return out_.tokens.back().kind == Tok::kHint;
  }
}

// At "/*". False: it was the opening of a MySQL version comment, whose content is code.
bool Lexing::BlockComment() {
  const char* begin = at_;
  if (rules_.version_comments && !in_version_comment_ &&
      (Peek(2) == '!' || (Peek(2) == 'M' && Peek(3) == '!'))) {
    const char* p = at_ + (Peek(2) == '!' ? 3 : 4);
    int version = 0, digits = 0;
    while (p < end_ && Is(*p, kDigit) && digits < 6) {
      version = version * 10 + (*p - '0');
      ++digits;
      ++p;
    }
    if (digits == 0 || digits >= 5) {
      // MariaDB skips what MySQL 5.7 and later brought, and what is newer than itself.
      const bool skip = digits > 0 && (version > 101199 ||
                                       (Peek(2) == '!' && version >= 50700 && version <= 99999));
      if (!skip) {
        in_version_comment_ = true;
        at_ = p;
        return false;
      }
    }
  }
  const bool hint = rules_.hints && Peek(2) == '+' && HintMayStand();
  int depth = 1;
  for (at_ += 2; depth > 0;) {
    if (end_ - at_ < 2) {
      if (rules_.open_comment_at_end) {
        AddComment(begin, end_, false);
        at_ = end_;
      } else {
        Bad(begin, end_, LexError::kUnterminatedComment);
      }
      return true;
    }
    if (*at_ == '*' && at_[1] == '/') {
      --depth;
      at_ += 2;
    } else if (*at_ == '/' && at_[1] == '*' && rules_.nested_comments) {
      ++depth;
      at_ += 2;
    } else {
      ++at_;
    }
  }
  if (hint)
    Push(Tok::kHint, begin, at_);
  else
    AddComment(begin, at_, false);
  return true;
}

void Lexing::Quoted(char quote, Tok kind, const char* begin, LexError unterminated) {
  if (rules_.backslash_names) return Text(quote, kind, begin, true, unterminated);
  // at_ is behind the opening quote; doubled quotes stand for one.
  for (;;) {
    const void* found = std::memchr(at_, quote, static_cast<size_t>(end_ - at_));
    if (!found) return Bad(begin, end_, unterminated);
    at_ = static_cast<const char*>(found) + 1;
    if (Peek() != quote || quote == ']') break;
    ++at_;
  }
  Push(kind, begin, at_);
}

void Lexing::Text(char quote, Tok kind, const char* begin, bool backslash, LexError unterminated) {
  if (!backslash && !rules_.backslash_names) return Quoted(quote, kind, begin, unterminated);
  for (;; ++at_) {
    if (at_ >= end_) return Bad(begin, end_, unterminated);
    if (*at_ == '\\' && backslash) {
      if (++at_ >= end_) return Bad(begin, end_, unterminated);
      continue;
    }
    if (*at_ == quote) {
      if (Peek(1) == quote) {
        ++at_;
        continue;
      }
      ++at_;
      return Push(kind, begin, at_);
    }
  }
}

// E'…', X'…' and so on; at a letter.
bool Lexing::Prefixed() {
  const char* begin = at_;
  const char next = Peek(1);
  const bool quote = next == '\'' || (next == '"' && !rules_.double_quotes_identifier);
  const char c = static_cast<char>(*at_ | 0x20);
  if (quote) {
    Tok kind = Tok::kEnd;
    bool backslash = false;
    if (c == 'e' && rules_.escape_strings)
      kind = Tok::kEscapeString, backslash = true;
    else if (c == 'x' && rules_.hex_strings)
      kind = Tok::kBytes;
    else if (c == 'b' && rules_.bit_strings)
      kind = Tok::kBits;
    else if (c == 'b' && rules_.byte_strings)
      kind = Tok::kByteString, backslash = rules_.backslash_escapes;
    else if (c == 'n' && rules_.national_strings)
      kind = Tok::kNationalString, backslash = rules_.backslash_escapes;
    else if (c == 'r' && rules_.raw_strings)
      kind = Tok::kRawString;
    if (kind == Tok::kEnd) return false;
    at_ += 2;
    Text(next, kind, begin, backslash);
    return true;
  }
  if (c == 'u' && next == '&' && rules_.unicode_strings && (Peek(2) == '\'' || Peek(2) == '"')) {
    const char mark = Peek(2);
    at_ += 3;
    if (mark == '\'')
      Text(mark, Tok::kUnicodeString, begin, false);
    else
      Quoted(mark, Tok::kUnicodeQuoted, begin, LexError::kUnterminatedQuoted);
    return true;
  }
  return false;
}

void Lexing::Word() {
  const char* begin = at_;
  uint32_t hash = kWordHashSeed;
  bool plain = true;
  for (; at_ < end_; ++at_) {
    const unsigned char c = static_cast<unsigned char>(*at_);
    if (kCharacters[c] & kWordPart) {
      hash = HashWordByte(hash, kLower[c]);
      continue;
    }
    if ((c == '$' && rules_.dollar_in_names) || (c == '#' && rules_.hash_in_names) ||
        (c == '@' && rules_.at_in_names)) {
      plain = false;
      continue;
    }
    break;
  }
  const size_t size = static_cast<size_t>(at_ - begin);
  if (rules_.dotted_names && Peek() == '.' && Is(Peek(1), kWordStart)) plain = false;
  Push(Tok::kWord, begin, at_, LexError::kNone,
       plain && size < 32 ? FindHashedKeyword(begin, size, hash) : Kw::kNotKeyword);
}

// At '$'.
bool Lexing::Dollar() {
  const char* begin = at_;
  if (rules_.dollar_braces && Peek(1) == '{') {
    const char* p = at_ + 2;
    while (p < end_ && (Is(*p, kWordPart) || *p == '.' || *p == ':'))
      ++p;
    if (p < end_ && *p == '}') {
      Take(Tok::kParameter, p + 1 - at_);
      return true;
    }
  }
  if (rules_.dollar_numbers && Is(Peek(1), kDigit)) {
    ++at_;
    while (Is(Peek(), kDigit))
      ++at_;
    if (rules_.strict_numbers && Is(Peek(), kWordStart)) {
      while (Is(Peek(), kWordPart))
        ++at_;
      Bad(begin, at_, LexError::kBadNumber);
    } else {
      Push(Tok::kParameter, begin, at_);
    }
    return true;
  }
  if (rules_.dollar_strings) {
    const char* p = at_ + 1;
    if (rules_.dollar_tags && p < end_ &&
        Is(*p, rules_.dollar_starts_names ? kWordPart : kWordStart)) {
      while (p < end_ && Is(*p, kWordPart))
        ++p;
    }
    if (p < end_ && *p == '$') {
      const std::string_view tag(at_, static_cast<size_t>(p + 1 - at_));
      const std::string_view rest(p + 1, static_cast<size_t>(end_ - p - 1));
      const size_t close = rest.find(tag);
      if (close == std::string_view::npos) {
        Bad(begin, end_, LexError::kUnterminatedDollar);
      } else {
        at_ = p + 1 + close + tag.size();
        Push(Tok::kDollarString, begin, at_);
      }
      return true;
    }
  }
  if (rules_.dollar_names && Peek(1) == '"') {
    at_ += 2;  // DuckDB's $"a b"
    Quoted('"', Tok::kParameter, begin, LexError::kUnterminatedQuoted);
    return true;
  }
  // SQLite's names go on with $ and ::, and may end with (…).
  const bool sqlite = rules_.numbered_questions;
  if (rules_.dollar_names && (Is(Peek(1), kWordPart) || (sqlite && Peek(1) == '$'))) {
    ++at_;
    while (Is(Peek(), kWordPart) ||
           (sqlite && (Peek() == '$' || (Peek() == ':' && Peek(1) == ':'))))
      at_ += Peek() == ':' ? 2 : 1;
    if (sqlite && Peek() == '(') {
      const char* p = at_ + 1;
      while (p < end_ && *p != ')' && !Is(*p, kWhite))
        ++p;
      if (p < end_ && *p == ')') at_ = p + 1;
    }
    Push(Tok::kParameter, begin, at_);
    return true;
  }
  if (rules_.dollar_starts_names &&
      (Is(Peek(1), kWordPart) || Peek(1) == '$' || !rules_.backslash_names)) {
    Word();
    return true;
  }
  return false;
}

bool Lexing::NumberBase(Tok kind, uint8_t digits, const char* digit_set) {
  const char* p = at_ + 2;
  const auto fits = [&](char c) {
    return digits ? Is(c, digits) : c != '\0' && std::strchr(digit_set, c) != nullptr;
  };
  const char* first = p;
  while (p < end_ && (fits(*p) || (*p == '_' && rules_.number_underscores && p != first)))
    ++p;
  if (p == first) return false;
  const char* begin = at_;
  if (p < end_ && Is(*p, kWordStart)) {
    if (rules_.digit_starts_names) return false;
    if (rules_.strict_numbers) {
      while (p < end_ && Is(*p, kWordPart))
        ++p;
      Bad(begin, p, LexError::kBadNumber);
      return true;
    }
  }
  at_ = p;
  Push(kind, begin, at_);
  return true;
}

void Lexing::NumberTail(const char* begin, Tok kind) {
  if (rules_.number_suffixes && Is(Peek(), kWordStart)) {
    static constexpr std::string_view kSuffixes[] = {"BD", "L", "S", "Y", "D", "F"};
    for (const std::string_view suffix : kSuffixes) {
      const size_t size = suffix.size();
      if (static_cast<size_t>(end_ - at_) < size ||
          Is(Peek(static_cast<ptrdiff_t>(size)), kWordPart))
        continue;
      bool same = true;
      for (size_t i = 0; i < size; ++i)
        same = same && (at_[i] & ~0x20) == suffix[i];
      if (!same) continue;
      at_ += size;
      if (suffix == "BD" || suffix == "D" || suffix == "F") kind = Tok::kDecimal;
      return Push(kind, begin, at_);
    }
  }
  if (Is(Peek(), kWordStart)) {
    if (rules_.digit_starts_names && kind == Tok::kInteger) {
      at_ = begin;
      return Word();
    }
    if (rules_.strict_numbers) {
      while (Is(Peek(), kWordPart))
        ++at_;
      return Bad(begin, at_, LexError::kBadNumber);
    }
  }
  Push(kind, begin, at_);
}

// At a digit, or at a dot before a digit.
void Lexing::Number() {
  const char* begin = at_;
  const bool after_dot = !out_.tokens.empty() && out_.tokens.back().kind == Tok::kDot &&
                         out_.tokens.back().end == Offset(at_);
  if (*at_ == '0' && !after_dot) {
    const char mark = static_cast<char>(Peek(1) | 0x20);
    if (mark == 'x' && (rules_.hex_numbers || rules_.hex_bytes) &&
        NumberBase(rules_.hex_bytes ? Tok::kBytes : Tok::kHex, kHexDigit, ""))
      return;
    if (mark == 'b' && rules_.binary_numbers && NumberBase(Tok::kBinary, 0, "01")) return;
    if (mark == 'o' && rules_.octal_numbers && NumberBase(Tok::kHex, 0, "01234567")) return;
  }
  const auto digits = [&] {
    while (Is(Peek(), kDigit) ||
           (rules_.number_underscores && Peek() == '_' && Is(Peek(1), kDigit) && at_ != begin))
      ++at_;
  };
  digits();
  Tok kind = Tok::kInteger;
  if (after_dot)
    return rules_.digit_starts_names ? NumberTail(begin, kind) : Push(kind, begin, at_);
  if (Peek() == '.' && Peek(1) != '.') {
    kind = Tok::kDecimal;
    ++at_;
    digits();
  }
  if ((Peek() | 0x20) == 'e') {
    const bool sign = Peek(1) == '+' || Peek(1) == '-';
    if (Is(Peek(sign ? 2 : 1), kDigit)) {
      kind = Tok::kDecimal;
      at_ += sign ? 2 : 1;
      digits();
    }
  }
  NumberTail(begin, kind);
}

// At '@' of MySQL, SQLite.
bool Lexing::Variable() {
  const char* begin = at_;
  const bool system = rules_.double_at_names && Peek(1) == '@';
  if (!system && !rules_.at_names) return false;
  const char* p = at_ + (system ? 2 : 1);
  if (!system && p < end_ && (*p == '`' || *p == '\'' || *p == '"') && rules_.double_at_names) {
    const char quote = *p;
    at_ = p + 1;
    Quoted(quote, Tok::kVariable, begin, LexError::kUnterminatedQuoted);
    return true;
  }
  const char* first = p;
  while (p < end_ && (Is(*p, kWordPart) || (rules_.double_at_names && (*p == '.' || *p == '$')) ||
                      (system && *p == '`')))
    ++p;
  if (p == first) return false;
  at_ = p;
  Push(Tok::kVariable, begin, at_);
  return true;
}

// At ':' before a name.
bool Lexing::NameParameter() {
  if (!rules_.colon_names || !Is(Peek(1), kWordPart) || AdjacentOperand() ||
      (rules_.dollar_braces && Is(Peek(1), kDigit)))
    return false;
  const char* begin = at_++;
  while (Is(Peek(), kWordPart))
    ++at_;
  Push(Tok::kParameter, begin, at_);
  return true;
}

Tok KnownOperator(std::string_view text) {
  switch (text.size()) {
    case 1:
      switch (text[0]) {
        case '+': return Tok::kPlus;
        case '-': return Tok::kMinus;
        case '*': return Tok::kStar;
        case '/': return Tok::kSlash;
        case '%': return Tok::kPercent;
        case '^': return Tok::kCaret;
        case '~': return Tok::kTilde;
        case '!': return Tok::kBang;
        case '&': return Tok::kAmpersand;
        case '|': return Tok::kPipe;
        case '@': return Tok::kAt;
        case '?': return Tok::kQuestion;
        case '<': return Tok::kLess;
        case '>': return Tok::kGreater;
        case '=': return Tok::kEq;
        default: return Tok::kOperator;
      }
    case 2:
      if (text == "<=") return Tok::kLessEq;
      if (text == ">=") return Tok::kGreaterEq;
      if (text == "<>" || text == "!=") return Tok::kNotEq;
      if (text == "==") return Tok::kEqEq;
      if (text == "=>") return Tok::kFatArrow;
      if (text == "||") return Tok::kConcat;
      if (text == "&&") return Tok::kAnd;
      if (text == "<<") return Tok::kShiftLeft;
      if (text == ">>") return Tok::kShiftRight;
      if (text == "->") return Tok::kArrow;
      if (text == "//") return Tok::kIntDivide;
      return Tok::kOperator;
    case 3:
      if (text == "->>") return Tok::kArrowText;
      return Tok::kOperator;
    default: return Tok::kOperator;
  }
}

void Lexing::GreedyOperator() {
  const char* begin = at_;
  const char* p = at_;
  while (p < end_ && Is(*p, kOperatorByte) && !(*p == '?' && rules_.question_parameters) &&
         !(rules_.hash_numbers && (*p == '#' || *p == '`'))) {
    if ((*p == '-' && p + 1 < end_ && p[1] == '-') || (*p == '/' && p + 1 < end_ && p[1] == '*'))
      break;
    ++p;
  }
  size_t size = static_cast<size_t>(p - begin);
  // A run that could be several SQL operators must not end in + or -, unless it holds a character
  // that theirs do not.
  if (size > 1 && (begin[size - 1] == '+' || begin[size - 1] == '-')) {
    const std::string_view run(begin, size);
    if (run.find_first_of("~!@#%^&|`?") == std::string_view::npos) {
      while (size > 1 && (begin[size - 1] == '+' || begin[size - 1] == '-'))
        --size;
    }
  }
  if (size == 0) return Bad(begin, begin + 1, LexError::kBadCharacter);
  Take(KnownOperator({begin, size}), static_cast<ptrdiff_t>(size));
}

void Lexing::Operator() {
  const char a = Peek(), b = Peek(1), c = Peek(2);
  switch (a) {
    case '+': return Take(Tok::kPlus, 1);
    case '-':
      if (b == '>' && rules_.arrow_operators)
        return c == '>' ? Take(Tok::kArrowText, 3) : Take(Tok::kArrow, 2);
      return Take(Tok::kMinus, 1);
    case '*': return Take(Tok::kStar, 1);
    case '/':
      return b == '/' && rules_.double_slash ? Take(Tok::kIntDivide, 2) : Take(Tok::kSlash, 1);
    case '%': return Take(Tok::kPercent, 1);
    case '^': return Take(Tok::kCaret, 1);
    case '~':
      if (b == '*' && rules_.tilde_operators) return Take(Tok::kOperator, 2);
      return Take(Tok::kTilde, 1);
    case '!':
      if (b == '~' && rules_.tilde_operators) return Take(Tok::kOperator, c == '*' ? 3 : 2);
      if ((b == '<' || b == '>') && rules_.not_less) return Take(Tok::kOperator, 2);
      return b == '=' ? Take(Tok::kNotEq, 2) : Take(Tok::kBang, 1);
    case '&':
      return b == '&' && rules_.double_ampersand ? Take(Tok::kAnd, 2) : Take(Tok::kAmpersand, 1);
    case '|':
      if (b == '|') return Take(Tok::kConcat, 2);
      return b == '>' && rules_.pipe_greater ? Take(Tok::kPipeGreater, 2) : Take(Tok::kPipe, 1);
    case '=':
      if (b == '=' && rules_.double_equal) return Take(Tok::kEqEq, 2);
      return b == '>' && rules_.fat_arrow ? Take(Tok::kFatArrow, 2) : Take(Tok::kEq, 1);
    case '<':
      if (b == '=' && c == '>' && rules_.null_safe_equal) return Take(Tok::kNullSafeEq, 3);
      if (b == '=') return Take(Tok::kLessEq, 2);
      if (b == '>') return Take(Tok::kNotEq, 2);
      return b == '<' && rules_.shifts ? Take(Tok::kShiftLeft, 2) : Take(Tok::kLess, 1);
    case '>':
      if (b == '=') return Take(Tok::kGreaterEq, 2);
      if (b == '>' && c == '>' && rules_.unsigned_shift) return Take(Tok::kShiftRightUnsigned, 3);
      return b == '>' && rules_.shifts ? Take(Tok::kShiftRight, 2) : Take(Tok::kGreater, 1);
    case '@': return Take(Tok::kAt, 1);
    case '#': return Take(Tok::kOperator, 1);
    default: return Bad(at_, at_ + 1, LexError::kBadCharacter);
  }
}

bool Lexing::Next() {
  while (at_ < end_ && Is(*at_, kWhite))
    ++at_;
  if (at_ >= end_) return false;
  const char c = *at_;
  const char next = Peek(1);
  switch (c) {
    case '-':
      if (next == '-' && (!rules_.dash_needs_space || at_ + 2 >= end_ ||
                          static_cast<unsigned char>(Peek(2)) <= ' ')) {
        LineComment(at_);
        return true;
      }
      break;
    case '/':
      if (next == '*') {
        BlockComment();
        return true;
      }
      // file:// begins no comment.
      if (next == '/' && rules_.slash_comments && !(at_ - start_ > 0 && at_[-1] == ':') &&
          !(at_ - start_ > 1 && at_[-1] == '/' && at_[-2] == ':')) {
        LineComment(at_);
        return true;
      }
      break;
    case '*':
      if (next == '/' && in_version_comment_) {
        in_version_comment_ = false;
        at_ += 2;
        return true;
      }
      break;
    case '#':
      if (rules_.hash_comments && (!rules_.hash_needs_space || next == ' ' || next == '!')) {
        LineComment(at_);
        return true;
      }
      if (rules_.hash_numbers && Is(next, kDigit)) {
        const char* begin = at_++;
        while (Is(Peek(), kDigit))
          ++at_;
        Push(Tok::kParameter, begin, at_);
        return true;
      }
      break;
    case '\'': {
      const char* begin = at_++;
      Text('\'', Tok::kString, begin, rules_.backslash_escapes);
      return true;
    }
    case '"': {
      const char* begin = at_++;
      if (rules_.double_quotes_identifier)
        Quoted('"', Tok::kQuoted, begin, LexError::kUnterminatedQuoted);
      else
        Text('"', Tok::kString, begin, rules_.backslash_escapes);
      return true;
    }
    case '`':
      if (rules_.backtick_identifier) {
        const char* begin = at_++;
        Quoted('`', Tok::kQuoted, begin, LexError::kUnterminatedQuoted);
        return true;
      }
      break;
    case '[':
      if (rules_.bracket_identifier) {
        const char* begin = at_++;
        Quoted(']', Tok::kQuoted, begin, LexError::kUnterminatedQuoted);
      } else {
        Take(Tok::kLeftBracket, 1);
      }
      return true;
    case ']': Take(Tok::kRightBracket, 1); return true;
    case '(': Take(Tok::kLeftParen, 1); return true;
    case ')': Take(Tok::kRightParen, 1); return true;
    case '{': Take(Tok::kLeftBrace, 1); return true;
    case '}': Take(Tok::kRightBrace, 1); return true;
    case ',': Take(Tok::kComma, 1); return true;
    case ';': Take(Tok::kSemicolon, 1); return true;
    case '.':
      if (Is(next, kDigit) && !AdjacentOperand())
        Number();
      else if (next == '.' && rules_.newline_concatenation)
        Take(Tok::kDotDot, 2);
      else
        Take(Tok::kDot, 1);
      return true;
    case ':':
      if (next == ':' && rules_.double_colon)
        Take(Tok::kCast, 2);
      else if (next == '=' && rules_.colon_equals)
        Take(Tok::kAssign, 2);
      else if (!NameParameter())
        Take(Tok::kColon, 1);
      return true;
    case '$':
      if (!Dollar()) Bad(at_, at_ + 1, LexError::kBadCharacter);
      return true;
    case '?':
      if (rules_.question_parameters) {
        const char* begin = at_++;
        while (rules_.numbered_questions && Is(Peek(), kDigit))
          ++at_;
        Push(Tok::kParameter, begin, at_);
        return true;
      }
      if (rules_.operators == OperatorLexing::kListed) {
        Take(Tok::kQuestion, 1);
        return true;
      }
      break;
    case '@':
      if (Variable()) return true;
      break;
    default: break;
  }
  const uint8_t kind = kCharacters[static_cast<unsigned char>(c)];
  if ((kind & kWordStart) && rules_.ascii_names && static_cast<unsigned char>(c) >= 128) {
    Bad(at_, at_ + 1, LexError::kBadCharacter);
  } else if (kind & kWordStart) {
    if ((next == '\'' || next == '"' || next == '&') && Prefixed()) return true;
    Word();
  } else if (kind & kDigit) {
    Number();
  } else if ((kind & kOperatorByte) && rules_.operators == OperatorLexing::kGreedy) {
    GreedyOperator();
  } else {
    Operator();
  }
  return true;
}

}  // namespace

Tokens Lex(std::string_view source, const Dialect& dialect) {
  return Lexing(source, dialect).Run();
}

}  // namespace aietl::sql
