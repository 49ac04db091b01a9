// Types as written, of all dialects.
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

bool Parser::IsTypeWord(const Token& token) const {
  if (token.kind == Tok::kQuoted || token.kind == Tok::kUnicodeQuoted) return true;
  if (token.kind != Tok::kWord) return false;
  switch (token.keyword) {
    case Kw::kBigint:
    case Kw::kBinary:
    case Kw::kBit:
    case Kw::kBlob:
    case Kw::kBool:
    case Kw::kBoolean:
    case Kw::kChar:
    case Kw::kCharacter:
    case Kw::kDate:
    case Kw::kDatetime:
    case Kw::kDec:
    case Kw::kDecimal:
    case Kw::kDouble:
    case Kw::kEnum:
    case Kw::kFixed:
    case Kw::kFloat:
    case Kw::kFloat4:
    case Kw::kFloat8:
    case Kw::kInt:
    case Kw::kInt1:
    case Kw::kInt2:
    case Kw::kInt3:
    case Kw::kInt4:
    case Kw::kInt8:
    case Kw::kInteger:
    case Kw::kInterval:
    case Kw::kJson:
    case Kw::kLong:
    case Kw::kLongblob:
    case Kw::kLongtext:
    case Kw::kMediumblob:
    case Kw::kMediumint:
    case Kw::kMediumtext:
    case Kw::kMiddleint:
    case Kw::kNational:
    case Kw::kNchar:
    case Kw::kNumber:
    case Kw::kNumeric:
    case Kw::kNvarchar:
    case Kw::kReal:
    case Kw::kSerial:
    case Kw::kSigned:
    case Kw::kUnsigned:
    case Kw::kSmallint:
    case Kw::kText:
    case Kw::kTime:
    case Kw::kTimestamp:
    case Kw::kTinyblob:
    case Kw::kTinyint:
    case Kw::kTinytext:
    case Kw::kVarbinary:
    case Kw::kVarchar:
    case Kw::kVarcharacter:
    case Kw::kYear:
    case Kw::kMap:
    case Kw::kStruct:
    case Kw::kSet: return true;
    case Kw::kRow: return !IsDialect(DialectId::kPostgres);
    case Kw::kArray: return !IsDialect(DialectId::kPostgres) && !IsDialect(DialectId::kDuckdb);
    case Kw::kUnion: return IsDialect(DialectId::kDuckdb);
    case Kw::kSetof: return IsDialect(DialectId::kPostgres);
    case Kw::kNull:
    case Kw::kDefault: return false;
    default: return (dialect_.RightsOf(token.keyword) & kMayBeType) != 0;
  }
}

bool Parser::CloseAngle() {
  // `>>` and `>>>` close several.
  if (angles_to_close_ > 0) {
    --angles_to_close_;
    return true;
  }
  if (Is(Tok::kShiftRight)) {
    Advance();
    angles_to_close_ = 1;
    return true;
  }
  if (Is(Tok::kShiftRightUnsigned)) {
    Advance();
    angles_to_close_ = 2;
    return true;
  }
  return Expect(Tok::kGreater);
}

// Spark knows its types when it parses.
static bool IsSparkType(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "boolean",       "tinyint",       "byte",    "smallint", "short",     "int",     "integer",
      "bigint",        "long",          "float",   "real",     "double",    "date",    "timestamp",
      "timestamp_ntz", "timestamp_ltz", "string",  "char",     "character", "varchar", "binary",
      "decimal",       "dec",           "numeric", "void",     "interval",  "variant", "array",
      "struct",        "map",           "time",    "geometry", "geography"};
  for (const std::string_view known : kNames) {
    bool same = name.size() == known.size();
    for (size_t i = 0; same && i < known.size(); ++i)
      same = (name[i] | 0x20) == known[i] || name[i] == known[i];
    if (same) return true;
  }
  return false;
}

// And so does Snowflake; names with a dot are types of its users.
static bool IsSnowflakeType(std::string_view name) {
  static constexpr std::string_view kNames[] = {"number",
                                                "decimal",
                                                "dec",
                                                "numeric",
                                                "int",
                                                "integer",
                                                "bigint",
                                                "smallint",
                                                "tinyint",
                                                "byteint",
                                                "float",
                                                "float4",
                                                "float8",
                                                "double",
                                                "double precision",
                                                "real",
                                                "decfloat",
                                                "varchar",
                                                "char",
                                                "character",
                                                "nchar",
                                                "string",
                                                "text",
                                                "nvarchar",
                                                "nvarchar2",
                                                "char varying",
                                                "nchar varying",
                                                "character varying",
                                                "binary",
                                                "varbinary",
                                                "boolean",
                                                "bool",
                                                "date",
                                                "datetime",
                                                "time",
                                                "timestamp",
                                                "timestamp_ltz",
                                                "timestamp_ntz",
                                                "timestamp_tz",
                                                "timestampltz",
                                                "timestampntz",
                                                "timestamptz",
                                                "variant",
                                                "object",
                                                "array",
                                                "map",
                                                "geography",
                                                "geometry",
                                                "vector",
                                                "file",
                                                "uuid",
                                                "interval",
                                                "bit"};
  for (const std::string_view known : kNames) {
    bool same = name.size() == known.size();
    for (size_t i = 0; same && i < known.size(); ++i)
      same = (name[i] | 0x20) == known[i] || name[i] == known[i];
    if (same) return true;
  }
  return false;
}

// DECIMAL(p, s) of a dialect whose grammar has no more.
static bool TakesTwoAtMost(std::string_view name) {
  const Kw word = FindKeyword(name);
  return word == Kw::kDecimal || word == Kw::kNumeric || word == Kw::kDec || word == Kw::kNumber;
}

// What engines say of a type's arguments when they parse.
void Parser::CheckTypeArguments(const TypeName& type) {
  if (failed_ || type.args.empty() || type.name.empty()) return;
  const std::string_view name = type.name.back().text;
  const Kw word = FindKeyword(name);
  const bool integer = word == Kw::kInt || word == Kw::kInteger || word == Kw::kBigint ||
                       word == Kw::kSmallint || word == Kw::kTinyint || word == Kw::kMediumint;
  if (IsDialect(DialectId::kMysql) && integer && type.args.size() > 1)
    return FailWithAt(Msg("{} takes one number", name), type.begin);
  if (IsDialect(DialectId::kMysql) && (word == Kw::kEnum || word == Kw::kSet)) {
    for (const TypeArg* arg : type.args) {
      if (!arg->value || arg->value->kind != NodeKind::kLiteral ||
          static_cast<const Literal*>(arg->value)->type != LiteralKind::kString)
        return FailWithAt(Msg("{} takes strings", name), type.begin);
    }
  }
  if (IsDialect(DialectId::kSqlite) && type.args.size() > 2)
    return FailWithAt(Msg("{} takes two numbers at most", name), type.begin);
  if (!IsDialect(DialectId::kDuckdb) || type.name.size() > 1 || type.name[0].quoted()) return;
  const bool fields = word == Kw::kStruct || word == Kw::kRow || word == Kw::kUnion;
  for (const TypeArg* arg : type.args) {
    if (fields && arg->name.empty())
      return FailWithAt(Msg("the fields of {} have names and types", name), arg->begin);
    if (!fields && word != Kw::kMap && arg->type)
      return FailWithAt(Msg("{} takes constants", name), arg->begin);
  }
}

TypeName* Parser::ParseType() {
  const Nesting nesting(*this);
  const uint32_t begin = Now().begin;
  bool setof = false;
  if (Is(Kw::kSetof)) {
    Advance();
    setof = true;
  }
  TypeName* type = ParseTypeInner();
  type->begin = begin;
  type->setof = setof;
  if (IsDialect(DialectId::kSpark) && !failed_ && type->name.size() == 1) {
    const std::string_view text = type->name[0].text;
    const char first = static_cast<char>(text[0] | 0x20);
    const bool nested = FindKeyword(text) == Kw::kArray || FindKeyword(text) == Kw::kMap ||
                        FindKeyword(text) == Kw::kStruct;
    const bool sized =
        text.size() >= 4 && (first == 'c' || (first == 'v' && (text[3] | 0x20) == 'c'));
    if (!IsSparkType(text) || (nested && !type->angle) || (sized && type->args.empty()) ||
        type->args.size() > (nested ? 10000 : 2) ||
        (!nested && !sized && !type->args.empty() && first != 'd' && first != 'n' && first != 't' &&
         first != 'g' && first != 'i') ||
        (!type->args.empty() &&
         (FindKeyword(text) == Kw::kInt || FindKeyword(text) == Kw::kInteger ||
          FindKeyword(text) == Kw::kTinyint)) ||
        (FindKeyword(text) == Kw::kMap && type->args.size() != 2)) {
      FailWithAt(Msg("{} is not a type", text), begin);
    }
  }
  if (IsDialect(DialectId::kSnowflake) && !failed_ && type->name.size() == 1 &&
      !type->name[0].quoted() && !IsSnowflakeType(type->name[0].text))
    FailWithAt(Msg("{} is not a type", type->name[0].text), begin);
  if ((IsDialect(DialectId::kSnowflake) || IsDialect(DialectId::kMysql) ||
       IsDialect(DialectId::kSqlite)) &&
      !failed_ && type->args.size() > 2 && TakesTwoAtMost(type->name.back().text))
    FailWithAt(Msg("{} takes a precision and a scale", type->name.back().text), begin);
  CheckTypeArguments(*type);
  List<Expr*> dims(*this);
  if (Is(Kw::kArray) && (IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb)) &&
      !type->angle) {
    Advance();
    type->array_word = true;
    if (Accept(Tok::kLeftBracket)) {
      dims.Add(ParseLiteralNumber());
      Expect(Tok::kRightBracket);
    } else {
      dims.Add(nullptr);
    }
  } else if (IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb)) {
    while (Is(Tok::kLeftBracket) && (PeekIs(1, Tok::kRightBracket) ||
                                     (PeekIs(1, Tok::kInteger) && PeekIs(2, Tok::kRightBracket)))) {
      Advance();
      dims.Add(Is(Tok::kInteger) ? ParseLiteralNumber() : nullptr);
      Expect(Tok::kRightBracket);
    }
  }
  type->dims = dims.Take();
  return Done(type);
}

TypeName* Parser::ParseTypeInner() {
  TypeName* type = Make<TypeName>();
  const bool mysql = IsDialect(DialectId::kMysql);
  if (!IsTypeWord(Now())) {
    Fail(Tr("a type"));
    return type;
  }
  const Kw word = Is(Tok::kWord) ? Now().keyword : Kw::kNotKeyword;
  List<Ident> name(*this);
  name.Add(TakeIdent());
  const auto take_word = [&](Kw keyword) {
    if (!Is(keyword)) return false;
    name.Add(TakeIdent());
    return true;
  };
  bool multi = true;  // several words of one name
  switch (word) {
    case Kw::kDouble:
      if (!IsDialect(DialectId::kSpark)) take_word(Kw::kPrecision);
      break;
    case Kw::kNational:
      if (!take_word(Kw::kCharacter) && !take_word(Kw::kChar) && !take_word(Kw::kVarchar))
        take_word(Kw::kVarcharacter);
      take_word(Kw::kVarying);
      break;
    case Kw::kCharacter:
    case Kw::kChar:
    case Kw::kNchar:
    case Kw::kBit:
      if (!take_word(Kw::kVarying) && mysql && word == Kw::kNchar && !take_word(Kw::kVarchar))
        take_word(Kw::kVarcharacter);
      if (IsDialect(DialectId::kClickhouse) && Is(Kw::kLarge) && PeekIs(1, Kw::kObject))
        name.Add(TakeIdent()), name.Add(TakeIdent());
      break;
    case Kw::kLong:
      if (mysql && !take_word(Kw::kVarchar) && !take_word(Kw::kVarbinary) &&
          !take_word(Kw::kVarcharacter) && PeekIs(1, Kw::kVarying) &&
          (take_word(Kw::kChar) || take_word(Kw::kCharacter)))
        take_word(Kw::kVarying);
      break;
    case Kw::kSigned:
    case Kw::kUnsigned:
      if (mysql && !take_word(Kw::kInteger)) take_word(Kw::kInt);
      break;
    default: multi = false; break;
  }
  if (name.size() > 1) {
    // The words of one type are one name: "double precision".
    const Span<Ident> words = name.Take();
    Ident joined = words[0];
    for (uint32_t i = 1; i < words.size(); ++i)
      joined.text = Joined(joined.text, words[i].text);
    joined.end = words.back().end;
    type->name = arena_.One(joined);
  } else {
    if (!multi) {
      while (Is(Tok::kDot) && (PeekIs(1, Tok::kWord) || PeekIs(1, Tok::kQuoted))) {
        Advance();
        name.Add(ParseLabel());
      }
    }
    type->name = name.Take();
  }
  if (Is(Tok::kPercent) && PeekIs(1, Kw::kType) && IsDialect(DialectId::kPostgres)) {
    Advance();
    Advance();
    type->of_column = true;
    return Done(type);
  }
  if (word == Kw::kInterval && !mysql) {
    if (Is(Tok::kLeftParen)) {
      ParseTypeArgs(type, Tok::kRightParen);
    } else {
      type->interval_fields = ParseIntervalFields();
      if (!type->interval_fields.empty() && Is(Tok::kLeftParen))
        ParseTypeArgs(type, Tok::kRightParen);
    }
    return Done(type);
  }
  if (Is(Tok::kLess) && (IsDialect(DialectId::kSpark))) {
    type->angle = true;
    ParseTypeArgs(type, Tok::kGreater);
  } else if (Is(Tok::kNotEq) && IsDialect(DialectId::kSpark)) {
    Advance();  // struct<>
    type->angle = true;
  } else if (Is(Tok::kLeftParen)) {
    ParseTypeArgs(type, Tok::kRightParen);
  }
  if ((word == Kw::kTime || word == Kw::kTimestamp) &&
      (IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb) ||
       IsDialect(DialectId::kSpark) || IsDialect(DialectId::kSnowflake))) {
    const bool with = Is(Kw::kWith);
    if ((with || Is(Kw::kWithout)) &&
        (PeekIs(1, Kw::kTime) || (with && PeekIs(1, Kw::kLocal) && PeekIs(2, Kw::kTime)))) {
      Advance();
      const bool local = Accept(Kw::kLocal);
      if (IsDialect(DialectId::kSpark) && with && !local) Fail("LOCAL");
      Advance();
      Expect(Kw::kZone);
      type->time_zone = local  ? "WITH LOCAL TIME ZONE"
                        : with ? "WITH TIME ZONE"
                               : "WITHOUT TIME ZONE";
    }
  }
  if (IsDialect(DialectId::kSpark) && Is(Kw::kCollate)) {
    const std::string_view text = type->name[0].text;
    const Kw text_type = FindKeyword(text);
    if (text_type == Kw::kChar || text_type == Kw::kVarchar || text_type == Kw::kCharacter ||
        (text.size() == 6 && (text[1] | 0x20) == 't')) {
      Advance();
      type->collation = ParseLabel();
    }
  }
  if (IsDialect(DialectId::kSqlite)) {
    // Any words make a type.
    while (!type->args.size() && (Is(Tok::kQuoted) || Is(Tok::kString) ||
                                  (Is(Tok::kWord) && IsName(kMayBeType) &&
                                   !IsAny(Kw::kConstraint, Kw::kGenerated, Kw::kAs)))) {
      Ident joined = type->name[0];
      joined.text = Joined(joined.text, Text());
      joined.end = Now().end;
      Advance();
      type->name = arena_.One(joined);
      if (Is(Tok::kLeftParen)) ParseTypeArgs(type, Tok::kRightParen);
    }
  }
  if (mysql) {
    if ((word == Kw::kVarchar || word == Kw::kVarbinary) && type->args.empty()) Fail("(");
    for (;;) {
      if (Accept(Kw::kUnsigned))
        type->is_unsigned = true;
      else if (Accept(Kw::kSigned))
        type->is_signed = true;
      else if (Accept(Kw::kZerofill))
        type->zerofill = true;
      else if (Is(Kw::kCharset) || (Is(Kw::kCharacter) && PeekIs(1, Kw::kSet)) ||
               (Is(Kw::kChar) && PeekIs(1, Kw::kSet))) {
        if (!Accept(Kw::kCharset)) Advance(), Advance();
        type->charset = Is(Tok::kString) || Is(Kw::kBinary)
                            ? TakeIdent()
                            : ParseIdent(kMayBeAll, "a character set");
      } else if (Is(Kw::kBinary) && word != Kw::kBinary) {
        Advance();
        type->binary_word = true;
      } else if (IsAny(Kw::kAscii, Kw::kUnicode, Kw::kByte) &&
                 (word == Kw::kChar || word == Kw::kVarchar || word == Kw::kText ||
                  word == Kw::kLongtext || word == Kw::kMediumtext || word == Kw::kTinytext ||
                  word == Kw::kLong || word == Kw::kCharacter)) {
        type->charset = TakeIdent();
      } else {
        break;
      }
    }
  } else if (IsDialect(DialectId::kClickhouse)) {
    if (Is(Kw::kUnsigned) || Is(Kw::kSigned)) {
      type->is_unsigned = Is(Kw::kUnsigned);
      type->is_signed = !type->is_unsigned;
      Advance();
    }
  }
  return Done(type);
}

void Parser::ParseTypeArgs(TypeName* type, Tok close) {
  Advance();
  List<TypeArg*> args(*this);
  const uint32_t angles = angles_to_close_;
  const auto closes = [&] {
    return close == Tok::kGreater ? angles_to_close_ > angles || Is(Tok::kGreater) ||
                                        Is(Tok::kShiftRight) || Is(Tok::kShiftRightUnsigned)
                                  : Is(close);
  };
  if (!closes()) {
    do {
      if (!args.empty() && closes() && Has(Feature::kTrailingComma)) break;
      args.Add(ParseTypeArg());
    } while (!(close == Tok::kGreater && angles_to_close_ > angles) && Accept(Tok::kComma));
  } else if (close == Tok::kRightParen && !IsDialect(DialectId::kClickhouse)) {
    Fail(Tr("a number"));
  }
  type->args = args.Take();
  if (close == Tok::kGreater)
    CloseAngle();
  else
    Expect(close);
}

TypeArg* Parser::ParseTypeArg() {
  const Nesting nesting(*this);
  TypeArg* arg = Make<TypeArg>();
  const auto is_word = [&](const Token& token) {
    return token.kind == Tok::kWord || token.kind == Tok::kQuoted;
  };
  if (is_word(Now()) && !IsDialect(DialectId::kSqlite)) {
    if (PeekIs(1, Tok::kColon)) {
      arg->name = TakeIdent();
      arg->colon = true;
      Advance();
      arg->type = ParseType();
    } else if (PeekIs(1, Tok::kEq) || PeekIs(1, Tok::kMinus)) {
      arg->value = ParseExpr();  // ClickHouse's JSON(max_dynamic_paths = 1)
      return Done(arg);
    } else if (is_word(Peek()) &&
               !PeekIsAny(1, Kw::kPrecision, Kw::kVarying, Kw::kUnsigned, Kw::kSigned, Kw::kNot,
                          Kw::kWith, Kw::kWithout, Kw::kComment) &&
               !(PeekIs(1, Kw::kArray) && !IsDialect(DialectId::kSnowflake)) &&
               !(Is(Kw::kInterval) && IsIntervalUnit(Peek())) && !(Is(Kw::kNational))) {
      arg->name = TakeIdent();
      arg->type = ParseType();
    } else {
      arg->type = ParseType();
    }
    if (IsDialect(DialectId::kSpark) || IsDialect(DialectId::kSnowflake)) {
      if (Is(Kw::kNot) && PeekIs(1, Kw::kNull)) {
        Advance();
        Advance();
        arg->type->not_null = true;
      }
      if (Is(Kw::kComment) && IsString(Peek())) {
        Advance();
        arg->comment = ParseStringText();
      }
    }
    return Done(arg);
  }
  if (IsDialect(DialectId::kSqlite) && !Is(Tok::kInteger) && !Is(Tok::kDecimal) &&
      !Is(Tok::kPlus) && !Is(Tok::kMinus))
    Fail(Tr("a number"));
  if (IsString(Now()) && PeekIs(1, Tok::kComma))
    arg->value = ParseLiteralString();
  else
    arg->value = ParseExpr();
  return Done(arg);
}

}  // namespace aietl::sql
