// Primaries: literals, names, calls, CASE, casts, constructors.
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

Expr* Parser::ParsePrimary() {
  const uint32_t begin = Now().begin;
  switch (Now().kind) {
    case Tok::kInteger:
    case Tok::kDecimal:
    case Tok::kHex: return ParsePostfix(ParseLiteralNumber(), begin);
    case Tok::kString:
    case Tok::kEscapeString:
    case Tok::kUnicodeString:
    case Tok::kRawString:
    case Tok::kDollarString:
    case Tok::kNationalString: return ParsePostfix(ParseLiteralString(), begin);
    case Tok::kBytes:
    case Tok::kBits:
    case Tok::kBinary:
    case Tok::kByteString: return ParseLiteralBytes();
    case Tok::kParameter:
    case Tok::kVariable: {
      Parameter* parameter = Make<Parameter>();
      parameter->text = Text();
      if (IsDialect(DialectId::kSqlite) && parameter->text == "?0")
        FailWith(Tr("parameters are numbered from ?1"));
      Advance();
      return ParsePostfix(Done(parameter), begin);
    }
    case Tok::kLeftParen: {
      Expr* expr = ParseParen();
      return ParsePostfix(expr, begin);
    }
    case Tok::kLeftBracket:
      if (Has(Feature::kArrayBrackets)) return ParsePostfix(ParseArray(false), begin);
      break;
    case Tok::kLeftBrace: return ParsePostfix(ParseBraces(), begin);
    case Tok::kStar:
      if (ColumnsStarStarts()) {
        Unary* unpacked = Make<Unary>();
        Advance();
        unpacked->op = Op::kCustom;
        unpacked->symbol = "*";
        unpacked->operand = ParsePrimary();
        return Done(unpacked);
      }
      if (StarMayStand()) return ParseStar({}, begin);
      break;
    case Tok::kWord:
    case Tok::kQuoted:
    case Tok::kUnicodeQuoted: return ParseWord();
    default: break;
  }
  Fail(Tr("an expression"));
  return Make<Literal>();
}

Expr* Parser::ParseWord() {
  const uint32_t begin = Now().begin;
  if (Is(Tok::kWord) && Now().keyword != Kw::kNotKeyword) {
    bool handled = true;
    Expr* special = ParseSpecialWord(&handled);
    if (handled) return ParsePostfix(special, begin);
  } else if (Is(Tok::kWord) && dialect_.lex.charset_introducers &&
             (PeekIs(1, Tok::kString) || PeekIs(1, Tok::kBytes) || PeekIs(1, Tok::kBits)) &&
             source_[begin] == '_') {
    const std::string_view charset = Text().substr(1);
    Advance();
    Literal* literal =
        static_cast<Literal*>(Is(Tok::kString) ? ParseLiteralString() : ParseLiteralBytes());
    literal->charset = charset;
    literal->begin = begin;
    return literal;
  }
  return ParsePostfix(ParseNameExpr(), begin);
}

Expr* Parser::ParseSpecialWord(bool* handled) {
  const Kw word = Now().keyword;
  const uint32_t begin = Now().begin;
  const auto literal = [&](LiteralKind kind) {
    Literal* node = Make<Literal>();
    node->type = kind;
    Advance();
    return Done(node);
  };
  const auto call_without_parens = [&]() -> Expr* {
    Call* call = Make<Call>();
    call->name = arena_.One(TakeIdent());
    if (Is(Tok::kLeftParen) && !IsDialect(DialectId::kSqlite)) {
      ParseArguments(call);
      ParseCallTail(call);
      CheckCall(*call);
    } else {
      call->no_parentheses = true;
    }
    return Done(call);
  };
  switch (word) {
    case Kw::kNull:
      if (PeekIs(1, Tok::kLeftParen) && (dialect_.RightsOf(word) & kMayBeFunction)) break;
      return literal(LiteralKind::kNull);
    case Kw::kTrue:
    case Kw::kFalse:
      if (PeekIs(1, Tok::kDot) || (IsDialect(DialectId::kSqlite) && PeekIs(1, Tok::kLeftParen)))
        break;
      return literal(word == Kw::kTrue ? LiteralKind::kTrue : LiteralKind::kFalse);
    case Kw::kCase:
      if (!PeekIs(1, Tok::kDot)) return ParseCase();
      break;
    case Kw::kCast:
      if (PeekIs(1, Tok::kLeftParen)) return ParseCast(CastStyle::kCast);
      break;
    case Kw::kTryCast:
      if (Has(Feature::kTryCast) && PeekIs(1, Tok::kLeftParen))
        return ParseCast(CastStyle::kTryCast);
      break;
    case Kw::kConvert:
      if (Has(Feature::kConvertType) && PeekIs(1, Tok::kLeftParen)) return ParseConvert();
      break;
    case Kw::kExists:
      if (PeekIs(1, Tok::kLeftParen) && (!(dialect_.RightsOf(word) & kMayBeFunction) || [&] {
            const Token* saved = at_;
            ++at_;
            const bool query = QueryStartsBehindParens();
            at_ = saved;
            return query;
          }())) {
        Exists* exists = Make<Exists>();
        Advance();
        exists->query = ParseParenQuery();
        return Done(exists);
      }
      break;
    case Kw::kInterval:
      if (!Has(Feature::kIntervalLiteral) && !Has(Feature::kIntervalUnits)) break;
      // A name where what follows cannot be a value.
      if (IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kMysql)) {
        if (IsDialect(DialectId::kMysql) && PeekIs(1, Tok::kLeftParen)) {
          // INTERVAL(1, 2, 3) is a function, INTERVAL (1) DAY a literal: decided behind the
          // parentheses.
          size_t ahead = 1;
          int depth = 0;
          bool comma = false;
          do {
            if (PeekIs(ahead, Tok::kLeftParen)) ++depth;
            if (PeekIs(ahead, Tok::kRightParen)) --depth;
            if (PeekIs(ahead, Tok::kComma) && depth == 1) comma = true;
            if (PeekIs(ahead, Tok::kEnd)) break;
            ++ahead;
          } while (depth > 0 && !comma && ahead < 4096);
          if (comma) break;
        }
        if (IsDialect(DialectId::kPostgres) && !IsString(Peek()) && !PeekIs(1, Tok::kLeftParen))
          break;
        if (IsDialect(DialectId::kMysql)) {
          // Only as a summand, and as an argument of functions such as DATE_ADD.
          const Tok before = at_ > lexed_.tokens.data() ? (at_ - 1)->kind : Tok::kEnd;
          const bool summand =
              before == Tok::kPlus || before == Tok::kMinus || before == Tok::kComma;
          Expr* interval = ParseInterval();
          if (!summand && !Is(Tok::kPlus)) Fail("+");
          return interval;
        }
        return ParseInterval();
      }
      if (IsString(Peek()) || PeekIs(1, Tok::kInteger) || PeekIs(1, Tok::kDecimal) ||
          PeekIs(1, Tok::kMinus) || PeekIs(1, Tok::kParameter) ||
          (PeekIs(1, Tok::kLeftParen) && !IsDialect(DialectId::kSnowflake)) ||
          ((PeekIs(1, Tok::kWord) || PeekIs(1, Tok::kQuoted)) &&
           (IsIntervalUnit(Peek(2)) || PeekIs(2, Tok::kLeftParen) || PeekIs(2, Tok::kDot)) &&
           !PeekIsAny(1, Kw::kFrom, Kw::kIs, Kw::kAnd, Kw::kOr, Kw::kNot, Kw::kAs, Kw::kIn))) {
        return ParseInterval();
      }
      break;
    case Kw::kArray:
      if (Has(Feature::kArrayWord) && PeekIs(1, Tok::kLeftBracket)) {
        Advance();
        Expr* array = ParseArray(true);
        array->begin = begin;
        return array;
      }
      if (Has(Feature::kArrayQuery) && PeekIs(1, Tok::kLeftParen)) {
        SubqueryExpr* subquery = Make<SubqueryExpr>();
        Advance();
        if (QueryStartsBehindParens()) {
          subquery->array = true;
          subquery->query = ParseParenQuery();
          return Done(subquery);
        }
        --at_;
      }
      break;
    case Kw::kRow:
      if (Has(Feature::kRowWord) && PeekIs(1, Tok::kLeftParen)) {
        RowExpr* row = Make<RowExpr>();
        Advance();
        Advance();
        row->word = true;
        if (!Is(Tok::kRightParen)) row->items = ParseExprList();
        Expect(Tok::kRightParen);
        return Done(row);
      }
      break;
    case Kw::kMap:
      if (Has(Feature::kMapBraces) && PeekIs(1, Tok::kLeftBrace)) return ParseMap();
      break;
    case Kw::kLambda:
      if (Has(Feature::kPythonLambda)) {
        Lambda* lambda = Make<Lambda>();
        Advance();
        lambda->python = true;
        lambda->parameters = ParseIdentList(kMayBeColumn);
        Expect(Tok::kColon);
        lambda->body = ParseExpr();
        return Done(lambda);
      }
      break;
    case Kw::kDefault:
      if (allow_default_ && !PeekIs(1, Tok::kLeftParen) && !PeekIs(1, Tok::kDot)) {
        DefaultExpr* node = Make<DefaultExpr>();
        Advance();
        return Done(node);
      }
      if (IsDialect(DialectId::kMysql) && PeekIs(1, Tok::kLeftParen)) {
        DefaultExpr* node = Make<DefaultExpr>();
        Advance();
        Advance();
        node->column = ParseName(kMayBeColumn);
        Expect(Tok::kRightParen);
        return Done(node);
      }
      break;
    case Kw::kCurrentDate:
    case Kw::kCurrentTime:
    case Kw::kCurrentTimestamp:
    case Kw::kLocaltime:
    case Kw::kLocaltimestamp:
    case Kw::kCurrentUser:
    case Kw::kUtcDate:
    case Kw::kUtcTime:
    case Kw::kUtcTimestamp:
    case Kw::kCurrentRole:
    case Kw::kSysdate:
      if (PeekIs(1, Tok::kDot)) break;
      if (IsDialect(DialectId::kClickhouse)) break;
      if (IsDialect(DialectId::kSqlite) && word != Kw::kCurrentDate && word != Kw::kCurrentTime &&
          word != Kw::kCurrentTimestamp)
        break;
      if (word == Kw::kSysdate && !PeekIs(1, Tok::kLeftParen)) break;
      if ((word == Kw::kUtcDate || word == Kw::kUtcTime || word == Kw::kUtcTimestamp) &&
          !IsDialect(DialectId::kMysql))
        break;

      if (IsDialect(DialectId::kPostgres) && PeekIs(1, Tok::kLeftParen) &&
          (word == Kw::kCurrentDate || word == Kw::kCurrentUser || word == Kw::kCurrentRole ||
           !PeekIs(2, Tok::kInteger))) {
        Advance();
        Fail(Tr("no parentheses"));
        return Make<Literal>();
      }
      return call_without_parens();
    case Kw::kCurrentCatalog:
    case Kw::kSessionUser:
    case Kw::kUser:
    case Kw::kCurrentSchema:
      if (!IsDialect(DialectId::kPostgres)) break;
      if (word == Kw::kCurrentSchema && PeekIs(1, Tok::kLeftParen)) break;
      if (word != Kw::kCurrentSchema && PeekIs(1, Tok::kLeftParen)) {
        Advance();
        Fail(Tr("no parentheses"));
        return Make<Literal>();
      }
      return call_without_parens();
    case Kw::kCurrent: break;
    case Kw::kValues:
      if (IsDialect(DialectId::kMysql) && PeekIs(1, Tok::kLeftParen) && in_duplicate_key_)
        return call_without_parens();
      if (IsDialect(DialectId::kMysql)) {
        Fail(Tr("an expression"));
        return Make<Literal>();
      }
      break;
    case Kw::kNext:
      if ((IsDialect(DialectId::kMysql)) && PeekIs(1, Kw::kValue) && PeekIs(2, Kw::kFor)) {
        Call* call = Make<Call>();
        call->name = arena_.One(TakeIdent());
        Advance();
        Advance();
        ColumnRef* sequence = Make<ColumnRef>();
        sequence->name = ParseName(kMayBeTable);
        call->args = arena_.One(MakeArgument("VALUE FOR", Done(sequence)));
        call->no_parentheses = true;
        return Done(call);
      }
      break;
    case Kw::kMatch:
      if (IsDialect(DialectId::kMysql) && PeekIs(1, Tok::kLeftParen)) {
        Call* call = Make<Call>();
        call->name = arena_.One(TakeIdent());
        List<Argument*> args(*this);
        Advance();
        do {
          args.Add(MakeArgument("", ParseExpr()));
        } while (Accept(Tok::kComma));
        Expect(Tok::kRightParen);
        Expect(Kw::kAgainst);
        Expect(Tok::kLeftParen);
        bool boolean = false;
        no_in_ = true;
        args.Add(MakeArgument("AGAINST", ParseExpr(dialect_.precedence.bit_or)));
        no_in_ = false;
        if (AcceptWords({Kw::kIn, Kw::kBoolean, Kw::kMode}))
          boolean = true, args.Add(MakeArgument("IN BOOLEAN MODE", nullptr));
        else if (AcceptWords({Kw::kIn, Kw::kNatural, Kw::kLanguage, Kw::kMode}))
          args.Add(MakeArgument("IN NATURAL LANGUAGE MODE", nullptr));
        if (!boolean && AcceptWords({Kw::kWith, Kw::kQuery, Kw::kExpansion}))
          args.Add(MakeArgument("WITH QUERY EXPANSION", nullptr));
        Expect(Tok::kRightParen);
        call->args = args.Take();
        return Done(call);
      }
      break;
    case Kw::kRaise:
      if (IsDialect(DialectId::kSqlite) && PeekIs(1, Tok::kLeftParen)) {
        Call* call = Make<Call>();
        call->name = arena_.One(TakeIdent());
        Advance();
        List<Argument*> args(*this);
        args.Add(MakeArgument(ExpectOneOf({Kw::kIgnore, Kw::kRollback, Kw::kAbort, Kw::kFail}),
                              nullptr));
        if (Accept(Tok::kComma)) args.Add(MakeArgument("", ParseExpr()));
        Expect(Tok::kRightParen);
        call->args = args.Take();
        return Done(call);
      }
      break;
    case Kw::kCollation:
      if (IsDialect(DialectId::kPostgres) && PeekIs(1, Kw::kFor)) {
        Call* call = Make<Call>();
        call->name = arena_.One(TakeIdent());
        Advance();
        if (!Is(Tok::kLeftParen)) Expect(Tok::kLeftParen);
        call->args = arena_.One(MakeArgument("FOR", ParseParen()));
        call->no_parentheses = true;
        return Done(call);
      }
      break;
    case Kw::kTreat: break;
    case Kw::kUnique: break;
    default: break;
  }
  // DATE '…' and the other literals with a type's name before them.
  if (IsString(Peek()) && Has(Feature::kTypedLiterals)) {
    const bool date = word == Kw::kDate || word == Kw::kTime || word == Kw::kTimestamp ||
                      word == Kw::kDatetime || word == Kw::kTimestampNtz ||
                      word == Kw::kTimestampLtz || word == Kw::kTimestampTz;
    const bool bare_alias = Has(Feature::kBareStringAlias) && !date;
    if ((date && !(word == Kw::kDatetime && !IsDialect(DialectId::kSnowflake) &&
                   !IsDialect(DialectId::kDuckdb))) ||
        (Has(Feature::kAnyTypedLiteral) && IsTypeWord(Now()) && !bare_alias)) {
      return ParseTypedLiteral(ParseType(), begin);
    }
  }
  if (Has(Feature::kAnyTypedLiteral)) {
    // double precision '1', time with time zone '…', bit varying '…'
    const bool types = word == Kw::kDouble || word == Kw::kTime || word == Kw::kTimestamp ||
                       word == Kw::kCharacter || word == Kw::kChar || word == Kw::kBit ||
                       word == Kw::kNational;
    if (types && (PeekIsAny(1, Kw::kPrecision, Kw::kVarying, Kw::kCharacter, Kw::kChar) ||
                  (PeekIsAny(1, Kw::kWith, Kw::kWithout) && PeekIs(2, Kw::kTime)))) {
      return ParseTypedLiteral(ParseType(), begin);
    }
    // varchar(3) 'abc', timestamp(0) with time zone '…'
    if (PeekIs(1, Tok::kLeftParen) && !(dialect_.RightsOf(word) & kMayBeFunction) &&
        IsTypeWord(Now()) && PeekIs(2, Tok::kInteger)) {
      return ParseTypedLiteral(ParseType(), begin);
    }
  }
  *handled = false;
  return nullptr;
}

bool Parser::MayCall(const Token& token) const {
  if (token.kind != Tok::kWord || token.keyword == Kw::kNotKeyword ||
      (RightsOf(token) & kMayBeFunction))
    return true;
  switch (token.keyword) {
    case Kw::kCoalesce:
    case Kw::kGreatest:
    case Kw::kLeast:
    case Kw::kNullif:
    case Kw::kExtract:
    case Kw::kSubstring:
    case Kw::kTrim:
    case Kw::kPosition:
    case Kw::kOverlay:
    case Kw::kGrouping:
    case Kw::kGroupingId:
    case Kw::kTreat:
    case Kw::kNormalize:
    case Kw::kXmlconcat:
    case Kw::kXmlelement:
    case Kw::kXmlforest:
    case Kw::kXmlparse:
    case Kw::kXmlpi:
    case Kw::kXmlroot:
    case Kw::kXmlserialize:
    case Kw::kXmlexists:
    case Kw::kRow: return !IsDialect(DialectId::kSqlite);
    case Kw::kIf:
    case Kw::kDate:
    case Kw::kTime:
    case Kw::kTimestamp:
    case Kw::kUser:
    case Kw::kDatabase:
    case Kw::kSchema:
    case Kw::kHour:
    case Kw::kMinute:
    case Kw::kSecond:
    case Kw::kYear:
    case Kw::kMonth:
    case Kw::kDay:
    case Kw::kWeek:
    case Kw::kQuarter:
    case Kw::kMicrosecond:
    case Kw::kAscii:
    case Kw::kCharset:
    case Kw::kFormat:
    case Kw::kPassword:
    case Kw::kReverse:
    case Kw::kTruncate:
    case Kw::kTimestampadd:
    case Kw::kTimestampdiff:
    case Kw::kGetFormat:
    case Kw::kWeightString:
    case Kw::kValue:
    case Kw::kCollation:
    case Kw::kNextval:
    case Kw::kLastval:
    case Kw::kSetval:
    case Kw::kColumnGet:
    case Kw::kColumnCreate:
    case Kw::kColumnAdd:
    case Kw::kColumnDelete:
    case Kw::kRownum: return IsDialect(DialectId::kMysql);
    default:
      return !(IsDialect(DialectId::kSqlite) || IsDialect(DialectId::kPostgres) ||
               IsDialect(DialectId::kDuckdb) || IsDialect(DialectId::kMysql));
  }
}

// a, a.b.c, a.*, f(x), x -> …
Expr* Parser::ParseNameExpr() {
  const uint32_t begin = Now().begin;
  const bool called = PeekIs(1, Tok::kLeftParen);
  if (!IsName(kMayBeColumn) && !(called && IsName(kMayBeFunction)) &&
      !(Is(Tok::kWord) && Has(Feature::kAnyTypedLiteral) && IsName(kMayBeType) &&
        IsString(Peek())) &&
      !(PeekIs(1, Tok::kDot) && IsName(kMayBeColumn | kMayBeFunction) &&
        !IsDialect(DialectId::kPostgres)) &&
      !(PeekIs(1, Tok::kDot) && IsName(kMayBeFunction))) {
    // Words with a syntax of their own that is a call all the same.
    if (called && Is(Tok::kWord) &&
        (dialect_.RightsOf(Now().keyword) & (kMayBeTable | kMayBeLabel)) &&
        !(dialect_.RightsOf(Now().keyword) & kMayBeColumn)) {
      Fail(Tr("an expression"));
      return Make<Literal>();
    }
    Fail(Tr("an expression"));
    return Make<Literal>();
  }
  if (called && !MayCall(Now())) Fail(Tr("an expression"));
  List<Ident> parts(*this);
  parts.Add(TakeIdent());
  while (Is(Tok::kDot)) {
    if (PeekIs(1, Tok::kStar)) {
      if (!star_argument_ && !Has(Feature::kStarAsValue) && !IsDialect(DialectId::kPostgres) &&
          !IsDialect(DialectId::kSpark))
        break;
      const bool one_part = IsDialect(DialectId::kSqlite) || IsDialect(DialectId::kDuckdb);
      if (one_part && parts.size() > 1) Fail(Tr("a name"));
      Advance();
      return ParseStar(parts.Take(), begin);
    }
    if (PeekIs(1, Tok::kInteger) && Has(Feature::kTupleIndex)) break;
    if (IsDialect(DialectId::kClickhouse) && (PeekIs(1, Tok::kColon) || PeekIs(1, Tok::kCaret)))
      break;
    if (PeekIs(1, Tok::kInteger) && IsDialect(DialectId::kMysql)) {
      Advance();
      parts.Add(TakeIdent());
      continue;
    }
    if (IsDialect(DialectId::kSnowflake) && PeekIs(1, Tok::kDot)) {
      Advance();
      parts.Add({});
      continue;
    }
    if (IsDialect(DialectId::kSnowflake) && PeekIs(1, Tok::kParameter) &&
        source_[Peek().begin] == '$') {
      Advance();  // t.$1: a column of a staged file
      parts.Add(TakeIdent());
      continue;
    }
    if (!PeekIs(1, Tok::kWord) && !PeekIs(1, Tok::kQuoted) && !PeekIs(1, Tok::kUnicodeQuoted)) {
      Advance();
      Fail(Tr("a name"));
      break;
    }
    // DuckDB: a.f(x) with one name before is a method.
    if (Has(Feature::kMethodCall) && PeekIs(2, Tok::kLeftParen) && PeekIs(1, Tok::kWord) && false)
      break;
    Advance();
    parts.Add(ParseLabel());
  }
  if (Is(Tok::kLeftParen)) {
    if (IsDialect(DialectId::kSqlite) && parts.size() > 1) Fail(Tr("an operator"));
    const bool outer =
        Has(Feature::kOuterJoinMark) && PeekIs(1, Tok::kPlus) && PeekIs(2, Tok::kRightParen);
    if (!outer) {
      Expr* called_expr = ParseCall(parts.Take(), begin);
      // IDENTIFIER('f')(x)
      Call* call = As<Call>(called_expr);
      if (call && Is(Tok::kLeftParen) && !call->parametric && call->name.size() == 1 &&
          (IsDialect(DialectId::kSnowflake) || IsDialect(DialectId::kSpark)) &&
          FindKeyword(call->name[0].text) == Kw::kIdentifier) {
        call->parameters = call->args;
        call->parametric = true;
        call->args = {};
        ParseArguments(call);
        ParseCallTail(call);
        Done(call);
      }
      return called_expr;
    }
  }
  const Token& next = Now();
  if (Has(Feature::kAnyTypedLiteral) && IsString(next) && !no_alias_) {
    TypeName* type = MakeAt<TypeName>(begin);
    type->name = parts.Take();
    if (!type->name[0].quoted() && type->name.size() == 1 &&
        !(dialect_.RightsOf(FindKeyword(type->name[0].text)) & (kMayBeType | kMayBeFunction))) {
      Fail(Tr("an operator"));
    }
    return ParseTypedLiteral(type, begin);
  }
  if ((IsDialect(DialectId::kSqlite) || IsDialect(DialectId::kMysql)) && parts.size() > 3)
    FailWith(Msg("a column name has at most {} parts", 3));
  ColumnRef* column = MakeAt<ColumnRef>(begin);
  column->name = parts.Take();
  return column;
}

Expr* Parser::ParseCase() {
  Case* node = Make<Case>();
  Advance();
  if (!Is(Kw::kWhen)) node->operand = ParseExpr();
  List<WhenClause*> whens(*this);
  if (!Is(Kw::kWhen)) Expect(Kw::kWhen);
  while (Is(Kw::kWhen)) {
    WhenClause* when = Make<WhenClause>();
    Advance();
    when->when = ParseExpr();
    Expect(Kw::kThen);
    when->then = ParseExpr();
    whens.Add(Done(when));
  }
  node->whens = whens.Take();
  if (Accept(Kw::kElse)) node->otherwise = ParseExpr();
  Expect(Kw::kEnd);
  return Done(node);
}

Expr* Parser::ParseCast(CastStyle style) {
  Cast* node = Make<Cast>();
  Advance();
  Expect(Tok::kLeftParen);
  node->style = style;
  const bool no_in = no_in_;
  no_in_ = false;
  node->expr = ParseExpr();
  no_in_ = no_in;
  if (Has(Feature::kCastText) && Accept(Tok::kComma)) {
    node->type_text = ParseExpr();
  } else {
    Expect(Kw::kAs);
    if (IsDialect(DialectId::kMysql) &&
        (IsAny(Kw::kText, Kw::kTinytext, Kw::kMediumtext, Kw::kLongtext, Kw::kBlob, Kw::kTinyblob,
               Kw::kMediumblob, Kw::kLongblob, Kw::kTimestamp, Kw::kBit, Kw::kBool, Kw::kBoolean) ||
         IsAny(Kw::kBigint, Kw::kSmallint, Kw::kTinyint, Kw::kMediumint, Kw::kEnum, Kw::kSet,
               Kw::kReal, Kw::kNumeric, Kw::kVarbinary, Kw::kSerial, Kw::kFixed) ||
         (Is(Kw::kDouble) && PeekIs(1, Kw::kPrecision)))) {
      Fail(Tr("a type"));
    }
    node->type = ParseType();
    if (IsDialect(DialectId::kMysql) && Accept(Kw::kArray)) node->array = true;
    if (Is(Kw::kFormat) && (IsDialect(DialectId::kSnowflake))) {
      Advance();
      node->format = ParseExpr();
    }
  }
  Expect(Tok::kRightParen);
  return Done(node);
}

// MySQL's CONVERT(x, type) and CONVERT(x USING charset)
Expr* Parser::ParseConvert() {
  Cast* node = Make<Cast>();
  Advance();
  Advance();
  node->expr = ParseExpr();
  if (Accept(Kw::kUsing)) {
    node->style = CastStyle::kConvertUsing;
    node->charset = Is(Tok::kString) ? TakeIdent() : ParseIdent(kMayBeAll, "a character set");
    if (node->charset.empty() && Is(Kw::kBinary)) node->charset = TakeIdent();
  } else {
    Expect(Tok::kComma);
    node->style = CastStyle::kConvert;
    node->type = ParseType();
  }
  Expect(Tok::kRightParen);
  return Done(node);
}

// At `[`.
Expr* Parser::ParseArray(bool word) {
  const Nesting nesting(*this);
  const uint32_t begin = Now().begin;
  Expect(Tok::kLeftBracket);
  const bool no_in = no_in_;
  no_in_ = false;
  List<Expr*> items(*this);
  if (!Is(Tok::kRightBracket)) {
    Expr* first = word && Is(Tok::kLeftBracket) ? ParseArray(false) : ParseExpr();
    if (Is(Kw::kFor) && Has(Feature::kListComprehension) && !word) {
      Comprehension* node = MakeAt<Comprehension>(begin);
      Advance();
      node->result = first;
      node->variables = ParseIdentList(kMayBeColumn);
      Expect(Kw::kIn);
      node->list = ParseExpr();
      if (Accept(Kw::kIf)) node->condition = ParseExpr();
      Expect(Tok::kRightBracket);
      no_in_ = no_in;
      return Done(node);
    }
    items.Add(first);
    while (Accept(Tok::kComma)) {
      if (Has(Feature::kTrailingComma) && Is(Tok::kRightBracket)) break;
      items.Add(word && Is(Tok::kLeftBracket) ? ParseArray(false) : ParseExpr());
    }
  }
  no_in_ = no_in;
  Expect(Tok::kRightBracket);
  ArrayExpr* array = MakeAt<ArrayExpr>(begin);
  array->word = word;
  array->items = items.Take();
  return array;
}

Expr* Parser::ParseMap() {
  StructExpr* map = Make<StructExpr>();
  Advance();
  Expect(Tok::kLeftBrace);
  map->map = true;
  List<StructField*> fields(*this);
  if (!Is(Tok::kRightBrace)) {
    do {
      if (Has(Feature::kTrailingComma) && Is(Tok::kRightBrace)) break;
      StructField* field = Make<StructField>();
      field->key = ParseExpr();
      Expect(Tok::kColon);
      field->value = ParseExpr();
      fields.Add(Done(field));
    } while (Accept(Tok::kComma));
  }
  Expect(Tok::kRightBrace);
  map->fields = fields.Take();
  return Done(map);
}

// At `{`: structs, ODBC escapes, ClickHouse's parameters.
Expr* Parser::ParseBraces() {
  const Nesting nesting(*this);
  const uint32_t begin = Now().begin;
  if (Has(Feature::kBraceParameters) && PeekIs(1, Tok::kWord) && PeekIs(2, Tok::kColon)) {
    Parameter* parameter = Make<Parameter>();
    Advance();
    parameter->text = Text();
    Advance();
    Advance();
    parameter->type = ParseType();
    Expect(Tok::kRightBrace);
    return Done(parameter);
  }
  if (Has(Feature::kOdbcEscapes) ||
      (IsDialect(DialectId::kSnowflake) && PeekIsAny(1, Kw::kFn, Kw::kD, Kw::kT, Kw::kTs) &&
       !PeekIs(2, Tok::kColon))) {
    Advance();
    if (IsAny(Kw::kD, Kw::kT, Kw::kTs)) {
      TypeName* type = Make<TypeName>();
      type->name = arena_.One(TakeIdent());
      TypedLiteral* node = static_cast<TypedLiteral*>(ParseTypedLiteral(Done(type), begin));
      node->braces = true;
      Expect(Tok::kRightBrace);
      return Done(node);
    }
    Expect(Kw::kFn);
    Expr* call = ParseExpr();
    if (Call* typed = As<Call>(call)) typed->braces = true;
    Expect(Tok::kRightBrace);
    call->begin = begin;
    return Done(call);
  }
  if (!Has(Feature::kStructBraces)) {
    Fail(Tr("an expression"));
    return Make<Literal>();
  }
  StructExpr* node = Make<StructExpr>();
  Advance();
  List<StructField*> fields(*this);
  if (!Is(Tok::kRightBrace)) {
    do {
      if (!fields.empty() && Is(Tok::kRightBrace)) break;
      StructField* field = Make<StructField>();
      if (IsDialect(DialectId::kSnowflake) && Is(Tok::kStar)) {
        field->value = ParseStar({}, Now().begin);
        fields.Add(Done(field));
        continue;
      }
      if (IsString(Now())) {
        field->key = ParseLiteralString();
      } else if (IsDialect(DialectId::kClickhouse)) {
        field->key = ParseExpr(dialect_.precedence.ternary + 1);
      } else {
        field->name = ParseLabel();
      }
      Expect(Tok::kColon);
      field->value = ParseExpr();
      fields.Add(Done(field));
    } while (Accept(Tok::kComma));
  } else if (IsDialect(DialectId::kDuckdb)) {
    Fail(Tr("a name"));
  }
  Expect(Tok::kRightBrace);
  node->fields = fields.Take();
  return Done(node);
}

}  // namespace aietl::sql
