// Numbers, strings and intervals.
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "sql/internal/characters.h"
#include "sql/parse/parser.h"

namespace aietl::sql {
namespace {

void AppendCodePoint(std::string& out, uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 63));
    out += static_cast<char>(0x80 | (c & 63));
  } else {
    out += static_cast<char>(0xF0 | ((c >> 18) & 7));
    out += static_cast<char>(0x80 | ((c >> 12) & 63));
    out += static_cast<char>(0x80 | ((c >> 6) & 63));
    out += static_cast<char>(0x80 | (c & 63));
  }
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Up to `most` hexadecimal digits; -1 when there is none.
int64_t TakeHex(std::string_view text, size_t* at, size_t most) {
  int64_t value = -1;
  for (size_t n = 0; n < most && *at < text.size(); ++n, ++*at) {
    const int digit = HexValue(text[*at]);
    if (digit < 0) break;
    value = (value < 0 ? 0 : value) * 16 + digit;
  }
  return value;
}

}  // namespace

// Backslash escapes, as PostgreSQL's E'…' (c_style), MySQL, Spark, Snowflake and ClickHouse have
// them; and doubled quotes.
std::string_view Parser::DecodeEscapes(std::string_view body, char quote, bool c_style) {
  if (body.find('\\') == std::string_view::npos) return Unquote(body, quote);
  std::string out;
  out.reserve(body.size());
  for (size_t i = 0; i < body.size();) {
    const char c = body[i++];
    if (c == quote && i < body.size() && body[i] == quote) ++i;
    if (c != '\\' || i >= body.size()) {
      out += c;
      continue;
    }
    const char e = body[i++];
    switch (e) {
      case 'n': out += '\n'; break;
      case 't': out += '\t'; break;
      case 'r': out += '\r'; break;
      case 'b': out += '\b'; break;
      case 'f':
        if (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSpark))
          out += 'f';
        else
          out += '\f';
        break;
      case 'Z':
        if (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSpark))
          out += '\x1A';
        else
          out += 'Z';
        break;
      case '0':
        if (!c_style) {
          if (IsDialect(DialectId::kSpark) && i + 1 < body.size() && Is(Tok::kString) &&
              body[i] >= '0' && body[i] <= '7' && body[i + 1] >= '0' && body[i + 1] <= '7') {
            out += static_cast<char>((body[i] - '0') * 8 + (body[i + 1] - '0'));
            i += 2;
          } else {
            out += '\0';
          }
          break;
        }
        [[fallthrough]];
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7':
        if (c_style) {
          int value = e - '0';
          for (int n = 0; n < 2 && i < body.size() && body[i] >= '0' && body[i] <= '7'; ++n)
            value = value * 8 + (body[i++] - '0');
          out += static_cast<char>(value);
        } else {
          out += e;
        }
        break;
      case 'x':
        if (c_style || IsDialect(DialectId::kClickhouse) || IsDialect(DialectId::kSnowflake)) {
          size_t at = i;
          const int64_t value = TakeHex(body, &at, 2);
          if (value >= 0) {
            out += static_cast<char>(value);
            i = at;
            break;
          }
        }
        out += e;
        break;
      case 'u':
      case 'U':
        if (c_style ||
            ((IsDialect(DialectId::kSpark) || IsDialect(DialectId::kSnowflake)) && e == 'u')) {
          size_t at = i;
          const size_t digits = e == 'u' ? 4 : 8;
          int64_t value = TakeHex(body, &at, digits);
          if (value >= 0 && at - i == digits) {
            if (value >= 0xD800 && value < 0xDC00 && at + 6 <= body.size() && body[at] == '\\' &&
                body[at + 1] == 'u') {
              size_t low_at = at + 2;
              const int64_t low = TakeHex(body, &low_at, 4);
              if (low >= 0xDC00 && low < 0xE000) {
                value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
                at = low_at;
              }
            }
            if (value <= 0x10FFFF) AppendCodePoint(out, static_cast<uint32_t>(value));
            i = at;
            break;
          }
          if (IsDialect(DialectId::kPostgres)) FailWith(Tr("the escape sequence is not valid"));
        }
        out += e;
        break;
      case '%':
      case '_':
        // These stay escaped, for LIKE.
        if (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSpark) ||
            IsDialect(DialectId::kClickhouse))
          out += '\\';
        out += e;
        break;
      case 'a':
        if (IsDialect(DialectId::kClickhouse))
          out += '\a';
        else
          out += e;
        break;
      case 'v':
        if (IsDialect(DialectId::kClickhouse))
          out += '\v';
        else
          out += e;
        break;
      default:
        // ClickHouse keeps the backslash before what it does not know.
        if (IsDialect(DialectId::kClickhouse) && e != '\\' && e != '\'' && e != '"' && e != '`' &&
            e != '/' && e != '=')
          out += '\\';
        out += e;
    }
  }
  return arena_.Text(out);
}

std::string_view Parser::DecodeUnicode(std::string_view body, char quote, char escape) {
  std::string out;
  uint32_t high = 0;
  for (size_t i = 0; i < body.size();) {
    const char c = body[i++];
    if (c == quote) {
      ++i;
      out += c;
    } else if (c != escape) {
      out += c;
    } else if (i < body.size() && body[i] == escape) {
      ++i;
      out += escape;
    } else {
      const size_t digits = i < body.size() && body[i] == '+' ? 6 : 4;
      if (digits == 6) ++i;
      size_t at = i;
      const int64_t value = TakeHex(body, &at, digits);
      if (value < 0 || at - i != digits || value > 0x10FFFF) {
        FailWith(Tr("the escape sequence is not valid"));
        return {};
      }
      i = at;
      if (value >= 0xD800 && value < 0xDC00) {
        high = static_cast<uint32_t>(value);
        continue;
      }
      if (value >= 0xDC00 && value < 0xE000 && high) {
        AppendCodePoint(
            out, 0x10000 + ((high - 0xD800) << 10) + (static_cast<uint32_t>(value) - 0xDC00));
        high = 0;
        continue;
      }
      AppendCodePoint(out, static_cast<uint32_t>(value));
    }
  }
  return arena_.Text(out);
}

bool Parser::IsString(const Token& token) const {
  switch (token.kind) {
    case Tok::kString:
    case Tok::kEscapeString:
    case Tok::kUnicodeString:
    case Tok::kRawString:
    case Tok::kDollarString: return true;
    default: return false;
  }
}

std::string_view Parser::DecodeString(const Token& token) {
  const std::string_view text = TextOf(token);
  switch (token.kind) {
    case Tok::kString: {
      const std::string_view body = text.substr(1, text.size() - 2);
      return dialect_.lex.backslash_escapes ? DecodeEscapes(body, text[0], false)
                                            : Unquote(body, text[0]);
    }
    case Tok::kEscapeString: return DecodeEscapes(text.substr(2, text.size() - 3), '\'', true);
    case Tok::kNationalString: {
      const std::string_view body = text.substr(2, text.size() - 3);
      return dialect_.lex.backslash_escapes ? DecodeEscapes(body, text[1], false)
                                            : Unquote(body, text[1]);
    }
    case Tok::kByteString:
      return dialect_.lex.backslash_escapes
                 ? DecodeEscapes(text.substr(2, text.size() - 3), text[1], false)
                 : text.substr(2, text.size() - 3);
    case Tok::kRawString:
    case Tok::kBytes:
    case Tok::kBits: return text.substr(2, text.size() - 3);
    case Tok::kDollarString: {
      const size_t tag = text.find('$', 1) + 1;
      return text.substr(tag, text.size() - 2 * tag);
    }
    default: return text;
  }
}

std::string_view Parser::ParseStringText() {
  if (!IsString(Now())) {
    Fail(Tr("a string"));
    return {};
  }
  const Token* token = at_;
  Advance();
  if (token->kind == Tok::kUnicodeString && IsDialect(DialectId::kDuckdb))
    FailWith(Tr("U& strings are not supported"));
  if (token->kind == Tok::kUnicodeString) {
    char escape = '\\';
    if (Is(Kw::kUescape) && PeekIs(1, Tok::kString) && Peek(1).end - Peek(1).begin == 3) {
      escape = source_[Peek(1).begin + 1];
      Advance();
      Advance();
    }
    const std::string_view text = TextOf(*token);
    return DecodeUnicode(text.substr(3, text.size() - 4), '\'', escape);
  }
  std::string_view value = DecodeString(*token);
  const LexRules& lex = dialect_.lex;
  std::string joined;
  bool several = false;
  while ((Is(Tok::kString) || (Is(Tok::kRawString) && lex.string_concatenation)) &&
         (lex.string_concatenation || lex.newline_concatenation)) {
    if (!lex.string_concatenation) {
      // PostgreSQL joins two strings that a line break parts.
      const std::string_view between = source_.substr(previous_end_, Now().begin - previous_end_);
      if (between.find('\n') == std::string_view::npos) break;
    }
    if (!several) joined = value;
    several = true;
    if (token->kind == Tok::kEscapeString)
      joined += DecodeEscapes(Text().substr(1, Text().size() - 2), '\'', true);
    else
      joined += DecodeString(Now());
    Advance();
  }
  return several ? arena_.Text(joined) : value;
}

Expr* Parser::ParseLiteralString() {
  Literal* literal = Make<Literal>();
  literal->type = LiteralKind::kString;
  if (Is(Tok::kNationalString)) {
    literal->type = LiteralKind::kNational;
    literal->text = DecodeString(Now());
    Advance();
    return Done(literal);
  }
  literal->text = ParseStringText();
  return Done(literal);
}

Expr* Parser::ParseLiteralBytes() {
  Literal* literal = Make<Literal>();
  if (!Is(Tok::kBytes) && !Is(Tok::kBits) && !Is(Tok::kBinary) && !Is(Tok::kByteString)) {
    Fail(Tr("a string"));
    return literal;
  }
  const std::string_view text = Text();
  if (Is(Tok::kBinary) && !IsDialect(DialectId::kMysql)) {
    literal->type = LiteralKind::kHex;
    literal->text = text;
    Advance();
    return Done(literal);
  }
  std::string_view digits =
      text[1] == '\'' || text[1] == '"' ? text.substr(2, text.size() - 3) : text.substr(2);
  if (Is(Tok::kByteString)) {
    literal->type = LiteralKind::kByteString;
    literal->text = DecodeString(Now());
    Advance();
    return Done(literal);
  }
  const bool bits = Is(Tok::kBits) || Is(Tok::kBinary);
  literal->type = bits ? LiteralKind::kBits : LiteralKind::kBytes;
  for (const char c : digits) {
    const bool good = bits ? c == '0' || c == '1' || c == '_'
                           : sql::Is(c, kHexDigit) || (c == '_' && dialect_.lex.number_underscores);
    if (!good && !IsDialect(DialectId::kDuckdb) && !IsDialect(DialectId::kPostgres)) {
      FailWithAt(Tr("the digits of this literal are not valid"), Now().begin);
      return literal;
    }
  }
  if (!bits && digits.size() % 2 == 1 && text[1] == '\'' &&
      (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSqlite) ||
       IsDialect(DialectId::kSnowflake))) {
    FailWithAt(Tr("a hexadecimal string has an even number of digits"), Now().begin);
    return literal;
  }
  literal->text = Upper(digits);
  Advance();
  return Done(literal);
}

Expr* Parser::ParseLiteralNumber() {
  Literal* literal = Make<Literal>();
  std::string_view text = Text();
  literal->type = Is(Tok::kInteger) ? LiteralKind::kInteger
                  : Is(Tok::kHex)   ? LiteralKind::kHex
                                    : LiteralKind::kDecimal;
  if (dialect_.lex.number_suffixes && literal->type != LiteralKind::kHex) {
    size_t size = text.size();
    while (size > 0 && !sql::Is(text[size - 1], kDigit) && text[size - 1] != '.')
      --size;
    if (size < text.size()) {
      literal->suffix = Upper(text.substr(size));
      text = text.substr(0, size);
    }
  }
  if (text.find('_') != std::string_view::npos) {
    std::string plain;
    for (const char c : text) {
      if (c != '_') plain += c;
    }
    text = arena_.Text(plain);
  }
  literal->text = text;
  Advance();
  return Done(literal);
}

bool Parser::IsIntervalUnit(const Token& token) const {
  switch (token.keyword) {
    case Kw::kYear:
    case Kw::kYears:
    case Kw::kMonth:
    case Kw::kMonths:
    case Kw::kWeek:
    case Kw::kWeeks:
    case Kw::kDay:
    case Kw::kDays:
    case Kw::kHour:
    case Kw::kHours:
    case Kw::kMinute:
    case Kw::kMinutes:
    case Kw::kSecond:
    case Kw::kSeconds:
    case Kw::kMillisecond:
    case Kw::kMilliseconds:
    case Kw::kMicrosecond:
    case Kw::kMicroseconds:
    case Kw::kQuarter:
    case Kw::kQuarters:
    case Kw::kDecade:
    case Kw::kDecades:
    case Kw::kCentury:
    case Kw::kCenturies:
    case Kw::kMillennium:
    case Kw::kMillennia:
    case Kw::kNanosecond:
    case Kw::kNanoseconds:
    case Kw::kDayHour:
    case Kw::kDayMinute:
    case Kw::kDaySecond:
    case Kw::kDayMicrosecond:
    case Kw::kHourMinute:
    case Kw::kHourSecond:
    case Kw::kHourMicrosecond:
    case Kw::kMinuteSecond:
    case Kw::kMinuteMicrosecond:
    case Kw::kSecondMicrosecond:
    case Kw::kYearMonth:
    case Kw::kSqlTsiDay:
    case Kw::kSqlTsiHour:
    case Kw::kSqlTsiMinute:
    case Kw::kSqlTsiMonth:
    case Kw::kSqlTsiQuarter:
    case Kw::kSqlTsiSecond:
    case Kw::kSqlTsiWeek:
    case Kw::kSqlTsiYear: return true;
    default: return false;
  }
}

// YEAR, DAY TO SECOND …; "" where none stands.
std::string_view Parser::ParseIntervalFields() {
  if (!IsIntervalUnit(Now())) return {};
  if (IsDialect(DialectId::kMysql) && (Text().back() | 0x20) == 's') return {};
  std::string_view fields = KeywordUpper(Now().keyword);
  Advance();
  if (Is(Kw::kTo) && IsIntervalUnit(Peek()) && !IsDialect(DialectId::kMysql) &&
      !IsDialect(DialectId::kDuckdb)) {
    const auto rank = [](Kw unit) {
      switch (unit) {
        case Kw::kYear:
        case Kw::kYears: return 1;
        case Kw::kMonth:
        case Kw::kMonths: return 2;
        case Kw::kDay:
        case Kw::kDays: return 11;
        case Kw::kHour:
        case Kw::kHours: return 12;
        case Kw::kMinute:
        case Kw::kMinutes: return 13;
        case Kw::kSecond:
        case Kw::kSeconds: return 14;
        default: return 100;
      }
    };
    const int from = rank(FindKeyword(fields)), to = rank(Peek().keyword);
    Advance();
    if (from >= to || (from < 10) != (to < 10) || to == 100) Fail(Tr("a shorter unit"));
    fields = Joined(Joined(fields, "TO"), KeywordUpper(Now().keyword));
    Advance();
  }
  return fields;
}

// At INTERVAL, when it begins a literal.
Expr* Parser::ParseInterval() {
  IntervalExpr* node = Make<IntervalExpr>();
  Advance();
  Expr* interval_text = nullptr;
  List<Expr*> values(*this);
  List<std::string_view> units(*this);
  if (IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb)) {
    if (Is(Tok::kLeftParen) && PeekIs(1, Tok::kInteger) && PeekIs(2, Tok::kRightParen) &&
        IsString(Peek(3))) {
      Advance();
      node->precision = ParseLiteralNumber();
      node->precision_first = true;
      Advance();
    }
  }
  if (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kClickhouse)) {
    values.Add(ParseExpr(IsDialect(DialectId::kMysql) ? 0 : dialect_.precedence.additive));
  } else if (IsString(Now())) {
    interval_text = ParseLiteralString();
    values.Add(interval_text);
  } else if (IsDialect(DialectId::kPostgres)) {
    Fail(Tr("a string"));
  } else if (IsDialect(DialectId::kDuckdb)) {
    values.Add(Is(Tok::kLeftParen)                      ? ParseParen()
               : Is(Tok::kInteger) || Is(Tok::kDecimal) ? ParseLiteralNumber()
                                                        : ParsePrimary());
  } else if (IsDialect(DialectId::kSpark)) {
    values.Add(ParseExpr(dialect_.precedence.unary));
  } else {
    values.Add(ParseExpr(dialect_.precedence.unary));
  }
  const bool unit_needed = IsDialect(DialectId::kMysql) || (IsDialect(DialectId::kClickhouse) &&
                                                            values.size() == 1 && !(Is(Tok::kEnd)));
  std::string_view fields = ParseIntervalFields();
  if (fields.empty() && IsDialect(DialectId::kClickhouse) && Is(Tok::kWord) &&
      (IsSpelt("h") || IsSpelt("m") || IsSpelt("s") || IsSpelt("d") || IsSpelt("w") ||
       IsSpelt("q") || IsSpelt("yyyy") || IsSpelt("mm"))) {
    fields = Upper(Text());
    Advance();
  }
  if (fields.empty() && unit_needed && IsDialect(DialectId::kMysql)) Fail(Tr("a unit such as DAY"));
  const bool text = values.size() == 1 && node->precision == nullptr &&
                    IsString(*(at_ > lexed_.tokens.data() && !failed_ ? at_ - 1 : at_));
  if (fields.empty() && text && IsDialect(DialectId::kSpark) && !failed_) {
    const Literal* literal = As<Literal>(node->values.empty() ? interval_text : nullptr);
    bool letter = false;
    for (const char c : literal ? literal->text : std::string_view("d"))
      letter = letter || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) Fail(Tr("a unit such as DAY"));
  }
  if (fields.empty() && !text &&
      (IsDialect(DialectId::kSpark) || IsDialect(DialectId::kClickhouse) ||
       IsDialect(DialectId::kSnowflake)))
    Fail(Tr("a unit such as DAY"));
  if (!fields.empty()) units.Add(fields);
  if (!fields.empty() && Is(Tok::kLeftParen) && PeekIs(1, Tok::kInteger) &&
      PeekIs(2, Tok::kRightParen) && IsDialect(DialectId::kPostgres)) {
    Advance();
    node->precision = ParseLiteralNumber();
    Advance();
  }
  while (Has(Feature::kIntervalMulti) && !fields.empty() &&
         (((Is(Tok::kInteger) || Is(Tok::kDecimal) || IsString(Now())) && IsIntervalUnit(Peek())) ||
          ((Is(Tok::kMinus) || Is(Tok::kPlus)) &&
           (PeekIs(1, Tok::kInteger) || PeekIs(1, Tok::kDecimal) || IsString(Peek())) &&
           IsIntervalUnit(Peek(2)) && IsDialect(DialectId::kSpark)))) {
    values.Add(IsString(Now())                     ? ParseLiteralString()
               : Is(Tok::kMinus) || Is(Tok::kPlus) ? ParseExpr(dialect_.precedence.unary)
                                                   : ParseLiteralNumber());
    fields = ParseIntervalFields();
    units.Add(fields);
  }
  node->values = values.Take();
  node->units = units.Take();
  return Done(node);
}

Expr* Parser::ParseTypedLiteral(TypeName* type, uint32_t begin) {
  TypedLiteral* node = MakeAt<TypedLiteral>(begin);
  node->type = type;
  node->value = static_cast<Literal*>(ParseLiteralString());
  if (IsDialect(DialectId::kSpark) && !failed_ && type->name.size() == 1 &&
      FindKeyword(type->name[0].text) != Kw::kInterval) {
    // Spark reads dates and times when it parses.
    const std::string_view text = node->value->text;
    const char first = text.empty() ? ' ' : text[text.find_first_not_of(' ') % text.size()];
    const bool number = (first >= '0' && first <= '9') || first == '-' || first == '+';
    bool special = false;
    for (const std::string_view known : {"epoch", "now", "today", "tomorrow", "yesterday"})
      special = special || text.starts_with(known);
    if (!number && !special)
      FailWithAt(Msg("{} is no {}", text, type->name[0].text), node->value->begin);
  }
  return Done(node);
}

}  // namespace aietl::sql
