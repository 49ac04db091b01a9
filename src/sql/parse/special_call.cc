// Calls whose arguments are told apart by words: EXTRACT(YEAR FROM x), SUBSTRING(s FROM 2 FOR 3),
// TRIM(BOTH 'x' FROM s) …
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

// Behind `name(`. True when the call has been read to its `)`.
bool Parser::ParseSpecialCall(Call* call) {
  const Kw word = FindKeyword(call->name[0].text);
  const bool standard = !IsDialect(DialectId::kSqlite);
  const bool words =
      standard && !IsDialect(DialectId::kSnowflake);  // SUBSTRING … FROM, TRIM … FROM
  List<Argument*> args(*this);
  const auto finish = [&] {
    Expect(Tok::kRightParen);
    call->args = args.Take();
    return true;
  };
  const auto more = [&] {
    while (Accept(Tok::kComma))
      args.Add(ParseArgument());
  };
  // Snowflake's DATE_PART takes FROM as EXTRACT does.
  const bool date_part = IsDialect(DialectId::kSnowflake) && PeekIs(1, Kw::kFrom) &&
                         call->name[0].text.size() == 9 && (call->name[0].text[0] | 0x20) == 'd' &&
                         call->name[0].text[4] == '_';
  switch (date_part ? Kw::kExtract : word) {
    case Kw::kExtract:
      if (!standard) return false;
      {
        if (IsDialect(DialectId::kClickhouse) && !PeekIs(1, Kw::kFrom)) return false;
        if (IsDialect(DialectId::kSnowflake) && PeekIs(1, Tok::kComma)) return false;
        ColumnRef* field = Make<ColumnRef>();
        if (IsString(Now()) && !IsDialect(DialectId::kMysql) && !IsDialect(DialectId::kSpark))
          field->name = arena_.One(TakeIdent());
        else if (Is(Tok::kWord) || Is(Tok::kQuoted))
          field->name = arena_.One(TakeIdent());
        else
          Fail(Tr("a unit such as DAY"));
        if (IsDialect(DialectId::kMysql) && !failed_ && !IsIntervalUnit(*(at_ - 1))) {
          --at_;
          Fail(Tr("a unit such as DAY"));
        }
        args.Add(MakeArgument("", Done(field)));
        Expect(Kw::kFrom);
        args.Add(MakeArgument("FROM", ParseExpr()));
        return finish();
      }
    case Kw::kSubstring:
    case Kw::kSubstr: {
      if (!words ||
          (word == Kw::kSubstr && !IsDialect(DialectId::kMysql) && !IsDialect(DialectId::kSpark)))
        return false;
      if (Is(Tok::kRightParen) || (Is(Tok::kWord) && PeekIs(1, Tok::kFatArrow))) return false;
      args.Add(ParseArgument());
      if (Is(Kw::kSimilar) && IsDialect(DialectId::kPostgres)) {
        Advance();
        args.Add(MakeArgument("SIMILAR", ParseExpr()));
        Expect(Kw::kEscape);
        args.Add(MakeArgument("ESCAPE", ParseExpr()));
        return finish();
      }
      bool by_words = false;
      for (int n = 0; n < 2; ++n) {
        if (Is(Kw::kFrom))
          by_words = true, Advance(), args.Add(MakeArgument("FROM", ParseExpr()));
        else if (Is(Kw::kFor))
          by_words = true, Advance(), args.Add(MakeArgument("FOR", ParseExpr()));
      }
      if (IsDialect(DialectId::kPostgres) && !by_words && Is(Kw::kSimilar)) return false;
      more();
      return finish();
    }
    case Kw::kPosition: {
      if (!standard) return false;
      if (IsDialect(DialectId::kSnowflake) || IsDialect(DialectId::kClickhouse) ||
          IsDialect(DialectId::kSpark)) {
        no_in_ = true;
        args.Add(ParseArgument());
        no_in_ = false;
        if (Accept(Kw::kIn)) args.Add(MakeArgument("IN", ParseExpr()));
        more();
        return finish();
      }
      const bool no_in = no_in_;
      no_in_ = true;
      args.Add(MakeArgument("", ParseExpr(dialect_.precedence.like + 1)));
      no_in_ = no_in;
      Expect(Kw::kIn);
      args.Add(MakeArgument(
          "IN", ParseExpr(IsDialect(DialectId::kMysql) ? 0 : dialect_.precedence.like + 1)));
      return finish();
    }
    case Kw::kOverlay: {
      if (!(IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb) ||
            IsDialect(DialectId::kSpark) || IsDialect(DialectId::kClickhouse)))
        return false;
      args.Add(ParseArgument());
      if (Accept(Kw::kPlacing)) {
        args.Add(MakeArgument("PLACING", ParseExpr()));
        Expect(Kw::kFrom);
        args.Add(MakeArgument("FROM", ParseExpr()));
        if (Accept(Kw::kFor)) args.Add(MakeArgument("FOR", ParseExpr()));
      } else {
        more();
      }
      return finish();
    }
    case Kw::kTrim: {
      if (!words) return false;
      std::string_view side;
      if (IsAny(Kw::kBoth, Kw::kLeading, Kw::kTrailing) && !PeekIs(1, Tok::kComma) &&
          !PeekIs(1, Tok::kRightParen)) {
        side = KeywordUpper(Now().keyword);
        Advance();
      }
      if (Is(Tok::kRightParen) && side.empty()) return false;
      if (Is(Kw::kFrom)) {
        if (!side.empty()) args.Add(MakeArgument(side, nullptr));
        const bool needs_characters =
            side.empty() ? IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSpark)
                         : IsDialect(DialectId::kClickhouse);
        if (needs_characters) Fail(Tr("an expression"));
        Advance();
        args.Add(MakeArgument("FROM", ParseExpr()));
        more();
        return finish();
      }
      Argument* first = ParseArgument();
      if (!side.empty()) first->keyword = side;
      args.Add(first);
      if (Accept(Kw::kFrom))
        args.Add(MakeArgument("FROM", ParseExpr()));
      else if (!side.empty() && IsDialect(DialectId::kMysql))
        Fail("FROM");
      if (!IsDialect(DialectId::kMysql)) more();
      return finish();
    }
    case Kw::kCeil:
    case Kw::kFloor: return false;
    case Kw::kTreat: {
      if (!IsDialect(DialectId::kPostgres)) return false;
      args.Add(ParseArgument());
      Expect(Kw::kAs);
      Argument* type = Make<Argument>();
      type->keyword = "AS";
      type->type = ParseType();
      args.Add(Done(type));
      return finish();
    }
    case Kw::kNormalize: {
      if (!IsDialect(DialectId::kPostgres)) return false;
      args.Add(ParseArgument());
      if (Accept(Tok::kComma))
        args.Add(MakeArgument(ExpectOneOf({Kw::kNfc, Kw::kNfd, Kw::kNfkc, Kw::kNfkd}), nullptr));
      return finish();
    }
    case Kw::kCollation:
      if (!IsDialect(DialectId::kPostgres) || !Is(Kw::kFor)) return false;
      Advance();
      Expect(Tok::kLeftParen);
      args.Add(MakeArgument("FOR", ParseExpr()));
      Expect(Tok::kRightParen);
      return finish();
    case Kw::kXmlelement:
    case Kw::kXmlforest:
    case Kw::kXmlconcat:
    case Kw::kXmlparse:
    case Kw::kXmlpi:
    case Kw::kXmlroot:
    case Kw::kXmlserialize:
    case Kw::kXmlexists: {
      if (!IsDialect(DialectId::kPostgres)) return false;
      // XML's forms: names, attributes and words, each kept as the keyword of an argument.
      do {
        Argument* argument = Make<Argument>();
        if (Is(Kw::kName)) {
          Advance();
          argument->keyword = "NAME";
          argument->name = ParseLabel();
          args.Add(Done(argument));
          continue;
        }
        if (word == Kw::kXmlpi && !Is(Tok::kRightParen) && args.empty()) Fail("NAME");
        if (Is(Kw::kXmlattributes)) {
          Advance();
          Expect(Tok::kLeftParen);
          do {
            Argument* attribute = Make<Argument>();
            attribute->keyword = "XMLATTRIBUTES";
            attribute->value = ParseExpr();
            if (Accept(Kw::kAs)) attribute->alias = ParseLabel();
            args.Add(Done(attribute));
          } while (Accept(Tok::kComma));
          Expect(Tok::kRightParen);
          continue;
        }
        if (IsAny(Kw::kDocument, Kw::kContent) &&
            (word == Kw::kXmlparse || word == Kw::kXmlserialize)) {
          argument->keyword = KeywordUpper(Now().keyword);
          Advance();
        }
        if (Is(Kw::kVersion) && word == Kw::kXmlroot && !args.empty()) {
          Advance();
          argument->keyword = "VERSION";
          if (AcceptWords({Kw::kNo, Kw::kValue}))
            argument->keyword = "VERSION NO VALUE";
          else
            argument->value = ParseExpr();
          args.Add(Done(argument));
          continue;
        }
        if (Is(Kw::kStandalone) && word == Kw::kXmlroot && !args.empty()) {
          Advance();
          argument->keyword = Accept(Kw::kYes) ? "STANDALONE YES"
                              : AcceptWords({Kw::kNo, Kw::kValue})
                                  ? "STANDALONE NO VALUE"
                                  : (Expect(Kw::kNo), "STANDALONE NO");
          args.Add(Done(argument));
          continue;
        }
        argument->value = ParseExpr();
        if (word == Kw::kXmlexists) {
          args.Add(Done(argument));
          Expect(Kw::kPassing);
          Argument* passing = Make<Argument>();
          passing->keyword = "PASSING";
          if (Accept(Kw::kBy))
            passing->keyword = ExpectOneOf({Kw::kRef, Kw::kValue}) == "REF" ? "PASSING BY REF"
                                                                            : "PASSING BY VALUE";
          passing->value = ParseExpr(dialect_.precedence.like + 1);
          args.Add(Done(passing));
          if (Accept(Kw::kBy))
            args.Add(MakeArgument(
                ExpectOneOf({Kw::kRef, Kw::kValue}) == "REF" ? "BY REF" : "BY VALUE", nullptr));
          break;
        }
        if (word == Kw::kXmlserialize) {
          args.Add(Done(argument));
          Expect(Kw::kAs);
          Argument* type = Make<Argument>();
          type->keyword = "AS";
          type->type = ParseType();
          args.Add(Done(type));
          break;
        }
        if (word == Kw::kXmlparse && IsAny(Kw::kPreserve, Kw::kStrip)) {
          args.Add(Done(argument));
          args.Add(MakeArgument(Is(Kw::kPreserve) ? "PRESERVE WHITESPACE" : "STRIP WHITESPACE",
                                nullptr));
          Advance();
          Expect(Kw::kWhitespace);
          break;
        }
        if (word == Kw::kXmlforest && Accept(Kw::kAs)) argument->alias = ParseLabel();
        args.Add(Done(argument));
      } while (Accept(Tok::kComma));
      return finish();
    }
    case Kw::kChar:
      if (!IsDialect(DialectId::kMysql)) return false;
      do {
        args.Add(ParseArgument());
      } while (Accept(Tok::kComma));
      if (Accept(Kw::kUsing)) {
        ColumnRef* charset = Make<ColumnRef>();
        charset->name = arena_.One(Is(Kw::kBinary) ? TakeIdent() : ParseLabel());
        args.Add(MakeArgument("USING", Done(charset)));
      }
      return finish();
    case Kw::kTimestampadd:
    case Kw::kTimestampdiff:
      if (IsDialect(DialectId::kMysql) && !IsIntervalUnit(Now())) Fail(Tr("a unit such as DAY"));
      return false;
    default: break;
  }
  if (IsDialect(DialectId::kMysql) && call->name[0].text.size() == 10 &&
      (FindKeyword(call->name[0].text) == Kw::kGetFormat))
    return false;
  if (IsDialect(DialectId::kMysql) && FindKeyword(call->name[0].text) == Kw::kWeightString) {
    args.Add(MakeArgument("", ParseExpr()));
    if (Accept(Kw::kAs)) {
      Argument* type = Make<Argument>();
      type->keyword = "AS";
      type->type = ParseType();
      args.Add(Done(type));
    }
    more();
    return finish();
  }
  return false;
}

}  // namespace aietl::sql
