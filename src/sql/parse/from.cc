// Relations: tables, joins, functions, samples, pivots.
#include "base/text.h"
#include "sql/parse/parser.h"
#include "sql/visit.h"

namespace aietl::sql {

Span<TableRef*> Parser::ParseFromList() {
  List<TableRef*> list(*this);
  do {
    if (!list.empty() && IsDialect(DialectId::kDuckdb) &&
        (AtEnd() || Is(Tok::kRightParen) ||
         IsAny(Kw::kWhere, Kw::kGroup, Kw::kOrder, Kw::kLimit, Kw::kSelect)))
      break;
    TableRef* table = ParseTableRef();
    if (!list.empty() && IsDialect(DialectId::kSqlite) && IsAny(Kw::kOn, Kw::kUsing) &&
        table->kind != NodeKind::kJoin) {
      // SQLite takes a comma for a join: a, b ON c.
      Join* join = MakeAt<Join>(table->begin);
      join->left = list.Last();
      join->right = table;
      ParseJoinCondition(join, true, true);
      list.Last() = ParseJoins(Done(join), table->begin);
      continue;
    }
    list.Add(table);
  } while (Accept(Tok::kComma));
  return list.Take();
}

TableRef* Parser::ParseTableRef() {
  const Nesting nesting(*this);
  const uint32_t begin = Now().begin;
  return ParseJoins(ParseTablePrimary(), begin);
}

bool Parser::IsJoin() const {
  switch (Now().keyword) {
    case Kw::kJoin: return true;
    case Kw::kInner:
      return PeekIs(1, Kw::kJoin) ||
             (Has(Feature::kJoinStrictness) && PeekIsAny(1, Kw::kAny, Kw::kAll, Kw::kAsof));
    case Kw::kCross: return PeekIs(1, Kw::kJoin);
    case Kw::kNatural:
      return PeekIsAny(1, Kw::kJoin, Kw::kInner, Kw::kLeft, Kw::kRight, Kw::kSemi, Kw::kAnti,
                       Kw::kAsof) ||
             (PeekIs(1, Kw::kFull) && Has(Feature::kFullJoin)) ||
             (PeekIsAny(1, Kw::kCross, Kw::kOuter) &&
              (IsDialect(DialectId::kSqlite) || IsDialect(DialectId::kSpark)));
    case Kw::kLeft:
    case Kw::kRight:
      return PeekIsAny(1, Kw::kJoin, Kw::kOuter) ||
             (Has(Feature::kLeftSemiJoin) && PeekIsAny(1, Kw::kSemi, Kw::kAnti)) ||
             (Has(Feature::kJoinStrictness) &&
              PeekIsAny(1, Kw::kAny, Kw::kAll, Kw::kAsof, Kw::kArray)) ||
             (IsDialect(DialectId::kSqlite) && PeekIsAny(1, Kw::kNatural));
    case Kw::kFull:
      return Has(Feature::kFullJoin) &&
             (PeekIsAny(1, Kw::kJoin, Kw::kOuter) ||
              (Has(Feature::kJoinStrictness) && PeekIsAny(1, Kw::kAny, Kw::kAll)));
    case Kw::kOuter:
      return IsDialect(DialectId::kSqlite) &&
             PeekIsAny(1, Kw::kJoin, Kw::kLeft, Kw::kRight, Kw::kFull);
    case Kw::kAsof:
      return Has(Feature::kAsofJoin) &&
             PeekIsAny(1, Kw::kJoin, Kw::kLeft, Kw::kInner, Kw::kRight, Kw::kFull);
    case Kw::kPositional: return Has(Feature::kPositionalJoin) && PeekIs(1, Kw::kJoin);
    case Kw::kSemi:
    case Kw::kAnti:
      return Has(Feature::kSemiJoin) && PeekIsAny(1, Kw::kJoin, Kw::kLeft, Kw::kRight);
    case Kw::kStraightJoin: return Has(Feature::kStraightJoin);
    case Kw::kPaste: return IsDialect(DialectId::kClickhouse) && PeekIs(1, Kw::kJoin);
    case Kw::kGlobal:
    case Kw::kLocal:
      return Has(Feature::kJoinStrictness) &&
             PeekIsAny(1, Kw::kJoin, Kw::kAny, Kw::kAll, Kw::kAsof, Kw::kSemi, Kw::kAnti,
                       Kw::kInner, Kw::kLeft, Kw::kRight, Kw::kFull, Kw::kCross);
    case Kw::kAny:
    case Kw::kAll:
      return Has(Feature::kJoinStrictness) &&
             PeekIsAny(1, Kw::kJoin, Kw::kInner, Kw::kLeft, Kw::kRight, Kw::kFull);
    default: return false;
  }
}

TableRef* Parser::ParseJoins(TableRef* left, uint32_t begin) {
  uint32_t height = 0;
  for (;;) {
    if (++height > limits_.chain) {
      FailWithAt(Msg("more than {} operators in a row", limits_.chain), Now().begin, "too_deep");
      return left;
    }
    if (Has(Feature::kArrayJoin) &&
        (Is(Kw::kArray) || (IsAny(Kw::kLeft, Kw::kInner) && PeekIs(1, Kw::kArray))) &&
        (PeekIs(1, Kw::kJoin) || PeekIs(2, Kw::kJoin))) {
      ArrayJoin* join = MakeAt<ArrayJoin>(begin);
      join->table = left;
      join->left = Accept(Kw::kLeft);
      if (!join->left) join->inner = Accept(Kw::kInner);
      Advance();
      Advance();
      List<Expr*> items(*this);
      do {
        Expr* item = ParseExpr();
        const bool as = Accept(Kw::kAs);
        if (as || IsName(kMayBeBareLabel)) {
          AliasedExpr* aliased = MakeAt<AliasedExpr>(item->begin);
          aliased->expr = item;
          aliased->alias = ParseLabel();
          item = Done(aliased);
        }
        items.Add(item);
      } while (Accept(Tok::kComma));
      join->items = items.Take();
      left = Done(join);
      continue;
    }
    if (!IsJoin()) return left;
    left = ParseOneJoin(left, begin);
  }
}

Join* Parser::ParseOneJoin(TableRef* left, uint32_t begin) {
  const Nesting nesting(*this);
  Join* join = MakeAt<Join>(begin);
  join->left = left;
  if (Is(Kw::kGlobal))
    Advance(), join->global = true;
  else if (Is(Kw::kLocal))
    Advance(), join->local = true;
  const auto strictness = [&](bool last) {
    JoinStrictness found = JoinStrictness::kNone;
    if (Is(Kw::kAsof))
      found = JoinStrictness::kAsof;
    else if (Has(Feature::kJoinStrictness) && Is(Kw::kAny))
      found = JoinStrictness::kAny;
    else if (Has(Feature::kJoinStrictness) && Is(Kw::kAll))
      found = JoinStrictness::kAll;
    else if (Has(Feature::kSemiJoin) && Is(Kw::kSemi))
      found = JoinStrictness::kSemi;
    else if (Has(Feature::kSemiJoin) && Is(Kw::kAnti))
      found = JoinStrictness::kAnti;
    if (found == JoinStrictness::kNone || join->strictness != JoinStrictness::kNone) return;
    Advance();
    join->strictness = found;
    join->strictness_last = last;
  };
  if (Accept(Kw::kNatural)) join->natural = true;
  strictness(false);
  bool needs = true;
  if (IsDialect(DialectId::kSqlite)) {
    // Any three of these words in any order that make sense.
    bool left_word = false, right_word = false, cross = false, inner = false, outer = false;
    while (
        IsAny(Kw::kNatural, Kw::kLeft, Kw::kRight, Kw::kFull, Kw::kOuter, Kw::kInner, Kw::kCross)) {
      if (Is(Kw::kNatural)) join->natural = true;
      if (IsAny(Kw::kLeft, Kw::kFull)) left_word = true;
      if (IsAny(Kw::kRight, Kw::kFull)) right_word = true;
      if (Is(Kw::kOuter)) outer = true;
      if (Is(Kw::kInner)) inner = true;
      if (Is(Kw::kCross)) cross = true;
      Advance();
    }
    if ((outer && !left_word && !right_word) ||
        ((inner || cross) && (left_word || right_word || outer)))
      Fail("JOIN");
    join->outer_word = outer;
    join->type = left_word && right_word ? JoinKind::kFull
                 : left_word             ? JoinKind::kLeft
                 : right_word            ? JoinKind::kRight
                 : cross                 ? JoinKind::kCross
                 : inner                 ? JoinKind::kInner
                                         : JoinKind::kPlain;
  } else {
    switch (Now().keyword) {
      case Kw::kInner:
        join->type = JoinKind::kInner;
        Advance();
        break;
      case Kw::kCross:
        join->type = JoinKind::kCross;
        Advance();
        break;
      case Kw::kLeft:
        join->type = JoinKind::kLeft;
        Advance();
        break;
      case Kw::kRight:
        join->type = JoinKind::kRight;
        Advance();
        break;
      case Kw::kFull:
        join->type = JoinKind::kFull;
        Advance();
        break;
      case Kw::kPositional:
        join->type = JoinKind::kPositional;
        Advance();
        break;
      case Kw::kPaste:
        join->type = JoinKind::kPaste;
        Advance();
        break;
      default: break;
    }
    if (IsAny(Kw::kAsof, Kw::kAny, Kw::kAll, Kw::kSemi, Kw::kAnti)) strictness(true);
    if (join->type == JoinKind::kLeft || join->type == JoinKind::kRight ||
        join->type == JoinKind::kFull)
      join->outer_word = Accept(Kw::kOuter);
    if (IsAny(Kw::kAsof, Kw::kAny, Kw::kAll, Kw::kSemi, Kw::kAnti)) strictness(true);
  }
  if (Accept(Kw::kStraightJoin))
    join->type = JoinKind::kStraight;
  else
    Expect(Kw::kJoin);
  const bool cross = join->type == JoinKind::kCross || join->type == JoinKind::kPositional ||
                     join->type == JoinKind::kPaste;
  needs = !cross && !join->natural;
  const uint32_t right_begin = Now().begin;
  join->right = ParseTablePrimary();
  if (IsDialect(DialectId::kSnowflake) && Is(Kw::kMatchCondition)) {
    Advance();
    Expect(Tok::kLeftParen);
    join->match_condition = ParseExpr();
    Expect(Tok::kRightParen);
    needs = false;
  }
  const bool conditionless = Has(Feature::kJoinWithoutCondition) && join->type != JoinKind::kLeft &&
                             join->type != JoinKind::kRight && join->type != JoinKind::kFull;
  const bool lenient = Has(Feature::kJoinWithoutCondition) && !IsDialect(DialectId::kMysql);
  // a JOIN b JOIN c ON … ON …: what follows the right side belongs to it until a condition stands.
  if (needs && Has(Feature::kNestedOn)) {
    while (!failed_ && IsJoin() && !Is(Kw::kOn) && !Is(Kw::kUsing))
      join->right = ParseOneJoin(join->right, right_begin);
  }
  ParseJoinCondition(
      join, needs && !conditionless && !lenient,
      needs || join->match_condition ||
          (cross && Has(Feature::kCrossJoinCondition) && join->type == JoinKind::kCross));
  return Done(join);
}

void Parser::ParseJoinCondition(Join* join, bool needed, bool allowed) {
  if (Is(Kw::kOn) && allowed) {
    Advance();
    join->on = ParseExpr();
    return;
  }
  if (Is(Kw::kUsing) && allowed && !(Has(Feature::kUsingSample) && PeekIs(1, Kw::kSample))) {
    Advance();
    join->has_using = true;
    if (!Is(Tok::kLeftParen) && Has(Feature::kUsingBare)) {
      join->using_bare = true;
      join->using_columns = ParseIdentList(kMayBeColumn);
    } else {
      Expect(Tok::kLeftParen);
      List<Ident> columns(*this);
      do {
        if (!columns.empty() && Is(Tok::kRightParen) && Has(Feature::kTrailingComma)) break;
        const Name name = ParseName(kMayBeColumn);  // ClickHouse and Snowflake allow t.a
        columns.Add(name.empty() ? Ident{} : name.back());
        if (name.size() > 1 && !IsDialect(DialectId::kClickhouse) &&
            !IsDialect(DialectId::kSnowflake))
          Fail(")");
      } while (Accept(Tok::kComma));
      join->using_columns = columns.Take();
      Expect(Tok::kRightParen);
      if (Has(Feature::kJoinUsingAlias) && Is(Kw::kAs)) {
        Advance();
        join->using_alias = ParseIdent(kMayBeTable, "a name");
      }
    }
    return;
  }
  if (needed) {
    const bool snowflake_asof =
        IsDialect(DialectId::kSnowflake) || join->strictness == JoinStrictness::kAsof;
    if (IsDialect(DialectId::kSnowflake) && snowflake_asof && join->type != JoinKind::kLeft &&
        join->type != JoinKind::kRight && join->type != JoinKind::kFull)
      return;
    Fail("ON, USING");
  }
}

TableAlias* Parser::ParseTableAlias(bool definitions_allowed) {
  const bool as = Is(Kw::kAs);
  if (!as && !IsName(kMayBeBareAlias) && !(Is(Tok::kString) && IsDialect(DialectId::kSqlite)) &&
      !(Is(Tok::kString) && IsDialect(DialectId::kMysql) && false))
    return nullptr;
  if (!as && FromIsName()) return nullptr;
  if (!as && Is(Tok::kWord)) {
    // Words that go on with the clause rather than name the table.
    switch (Now().keyword) {
      case Kw::kAsof:
        if (Has(Feature::kAsofJoin) && IsJoin()) return nullptr;
        break;
      case Kw::kSemi:
      case Kw::kAnti:
      case Kw::kPositional:
      case Kw::kPaste:
      case Kw::kAny:
      case Kw::kAll:
      case Kw::kGlobal:
        if (IsJoin()) return nullptr;
        break;
      case Kw::kTablesample:
        if (Has(Feature::kTableSample)) return nullptr;
        break;
      case Kw::kSample:
        if (Has(Feature::kSampleClause)) return nullptr;
        break;
      case Kw::kWindow:
        if (PeekIs(2, Kw::kAs) && Has(Feature::kNamedWindow)) return nullptr;
        break;
      case Kw::kPivot:
      case Kw::kUnpivot:
        if (Has(Feature::kPivotTable) &&
            (PeekIs(1, Tok::kLeftParen) || PeekIsAny(1, Kw::kInclude, Kw::kExclude)))
          return nullptr;
        break;
      case Kw::kCluster:
      case Kw::kDistribute:
      case Kw::kSort:
        if (Has(Feature::kDistributeBy) && PeekIs(1, Kw::kBy)) return nullptr;
        break;
      case Kw::kConnect:
        if (Has(Feature::kConnectBy) && PeekIs(1, Kw::kBy)) return nullptr;
        break;
      case Kw::kStart:
        if (Has(Feature::kConnectBy) && PeekIs(1, Kw::kWith)) return nullptr;
        break;
      case Kw::kMatchCondition:
        if (IsDialect(DialectId::kSnowflake) && PeekIs(1, Tok::kLeftParen)) return nullptr;
        break;
      case Kw::kMatchRecognize:
        if (Has(Feature::kMatchRecognize)) return nullptr;
        break;
      case Kw::kFetch:
        if (Has(Feature::kFetch) && PeekIsAny(1, Kw::kFirst, Kw::kNext)) return nullptr;
        break;
      case Kw::kOffset:
        if (PeekIs(1, Tok::kInteger) || PeekIs(1, Tok::kParameter)) return nullptr;
        break;
      case Kw::kInto: return nullptr;
      case Kw::kInsert:
        if (IsDialect(DialectId::kSpark) && PeekIsAny(1, Kw::kInto, Kw::kOverwrite)) return nullptr;
        break;
      default: break;
    }
  }
  TableAlias* alias = Make<TableAlias>();
  alias->as = Accept(Kw::kAs);
  if (alias->as && Is(Tok::kLeftParen) && (definitions_allowed || IsDialect(DialectId::kSpark))) {
    // f() AS (a int)
  } else if (Is(Tok::kString) && IsDialect(DialectId::kSqlite)) {
    alias->name = TakeIdent();
  } else {
    alias->name = ParseIdent(alias->as ? kMayBeTable : kMayBeBareAlias, "a name");
  }
  if (Is(Tok::kLeftParen) && (Has(Feature::kAliasColumns) || definitions_allowed)) {
    Advance();
    alias->parenthesised = true;
    List<Ident> columns(*this);
    List<ColumnDef*> definitions(*this);
    do {
      if (!columns.empty() && Is(Tok::kRightParen) && IsDialect(DialectId::kDuckdb)) break;
      if (PeekIs(1, Tok::kComma) || PeekIs(1, Tok::kRightParen)) {
        columns.Add(ParseIdent(kMayBeColumn, "a column name"));
        continue;
      }
      if (!definitions_allowed) {
        columns.Add(ParseIdent(kMayBeColumn, "a column name"));
        if (IsDialect(DialectId::kClickhouse) || IsDialect(DialectId::kSpark)) continue;
        if (!Is(Tok::kComma) && !Is(Tok::kRightParen)) Fail(")");
        continue;
      }
      ColumnDef* column = Make<ColumnDef>();
      column->name = ParseColumnIdent();
      column->type = ParseType();
      if (Accept(Kw::kCollate)) column->collation = ParseCollation();
      definitions.Add(Done(column));
    } while (Accept(Tok::kComma));
    if (!columns.empty() && !definitions.empty()) Fail(Tr("a type"));
    Expect(Tok::kRightParen);
    alias->columns = columns.Take();
    alias->definitions = definitions.Take();
  }
  return Done(alias);
}

TableSample* Parser::ParseSampleBody(TableSample* sample) {
  // DuckDB: 10%, 10 ROWS, reservoir(20 ROWS), (10%) with REPEATABLE.
  if (Is(Tok::kWord) && PeekIs(1, Tok::kLeftParen) && !IsDialect(DialectId::kSpark)) {
    sample->method_first = true;
    sample->method = ParseName(kMayBeAll);
  }
  const bool paren = Accept(Tok::kLeftParen);
  sample->bare = !paren;
  if (!paren && (IsDialect(DialectId::kSnowflake) ||
                 (!Is(Tok::kInteger) && !Is(Tok::kDecimal) && !Is(Tok::kParameter))))
    Expect(Tok::kLeftParen);
  if (IsDialect(DialectId::kSpark) && Is(Kw::kBucket)) {
    Advance();
    sample->buckets = ParsePrimary();
    ExpectWords({Kw::kOut, Kw::kOf});
    sample->out_of = ParsePrimary();
    if (paren) Expect(Tok::kRightParen);
    return Done(sample);
  }
  List<Expr*> args(*this);
  if (Is(Tok::kInteger) || Is(Tok::kDecimal))
    args.Add(PeekIs(1, Tok::kPercent) || PeekIs(1, Kw::kPercent) || PeekIs(1, Kw::kRows) ||
                     PeekIs(1, Tok::kRightParen)
                 ? ParseLiteralNumber()
                 : ParseExpr(dialect_.precedence.multiplicative));
  else if (IsDialect(DialectId::kSpark) && (Is(Tok::kWord) || Is(Tok::kQuoted)))
    Fail(Tr("a number"));
  else
    args.Add(ParseExpr());
  while (IsDialect(DialectId::kPostgres) && Accept(Tok::kComma))
    args.Add(ParseExpr());
  if (Accept(Tok::kPercent))
    sample->unit = "%";
  else if (Accept(Kw::kPercent))
    sample->unit = "PERCENT";
  else if (Accept(Kw::kRows))
    sample->unit = "ROWS";
  else if (IsDialect(DialectId::kSpark))
    Fail("PERCENT, ROWS");
  sample->args = args.Take();
  if (paren) Expect(Tok::kRightParen);
  if (IsDialect(DialectId::kDuckdb) && Is(Tok::kLeftParen) && !sample->method_first) {
    // 10% (bernoulli, 42)
    Advance();
    sample->method = ParseName(kMayBeAll);
    if (Accept(Tok::kComma)) {
      sample->repeatable = ParseLiteralNumber();
      sample->repeat_word = ",";
    }
    Expect(Tok::kRightParen);
  }
  return Done(sample);
}

// At TABLESAMPLE or SAMPLE.
TableSample* Parser::ParseTableSample() {
  TableSample* sample = Make<TableSample>();
  sample->word = Is(Kw::kSample) ? "SAMPLE" : "TABLESAMPLE";
  Advance();
  if (IsDialect(DialectId::kClickhouse)) {
    sample->bare = true;
    if (!Is(Tok::kInteger) && !Is(Tok::kDecimal) && !Is(Tok::kHex)) Fail(Tr("a number"));
    sample->args = arena_.One(ParseExpr(dialect_.precedence.multiplicative));
    if (Accept(Kw::kOffset)) sample->offset = ParseExpr(dialect_.precedence.multiplicative);
    return Done(sample);
  }
  if (IsDialect(DialectId::kPostgres)) {
    sample->method_first = true;
    sample->method = ParseName(kMayBeFunction);
    Expect(Tok::kLeftParen);
    sample->args = ParseExprList();
    Expect(Tok::kRightParen);
  } else {
    ParseSampleBody(sample);
  }
  if (IsAny(Kw::kRepeatable, Kw::kSeed) && PeekIs(1, Tok::kLeftParen)) {
    sample->repeat_word = KeywordUpper(Now().keyword);
    Advance();
    Advance();
    sample->repeatable = ParseExpr();
    Expect(Tok::kRightParen);
  }
  return Done(sample);
}

// Null where none stands.
TimeTravel* Parser::ParseTimeTravel() {
  TimeTravel* travel = Make<TimeTravel>();
  if (Has(Feature::kSystemTime) && Is(Kw::kFor) && PeekIs(1, Kw::kSystemTime)) {
    Advance();
    Advance();
    const auto bound = [&] {
      if (IsAny(Kw::kTransaction, Kw::kTimestamp) && !IsString(Peek())) Advance();
      return ParseExpr(dialect_.precedence.like + 1);
    };
    if (AcceptWords({Kw::kAs, Kw::kOf})) {
      travel->words = "FOR SYSTEM_TIME AS OF";
      if (Accept(Kw::kTransaction)) travel->unit = "TRANSACTION";
      travel->from = bound();
    } else if (Accept(Kw::kBetween)) {
      travel->words = "FOR SYSTEM_TIME BETWEEN";
      travel->from = bound();
      Expect(Kw::kAnd);
      travel->to = bound();
    } else if (Accept(Kw::kFrom)) {
      travel->words = "FOR SYSTEM_TIME FROM";
      travel->from = bound();
      Expect(Kw::kTo);
      travel->to = bound();
    } else {
      Expect(Kw::kAll);
      travel->words = "FOR SYSTEM_TIME ALL";
    }
    return Done(travel);
  }
  if (Has(Feature::kAtBefore) && (IsAny(Kw::kAt, Kw::kBefore)) && PeekIs(1, Tok::kLeftParen)) {
    travel->words = KeywordUpper(Now().keyword);
    Advance();
    Advance();
    travel->unit = Upper(Text());
    ParseLabel();
    Expect(Tok::kFatArrow);
    travel->from = ParseExpr();
    Expect(Tok::kRightParen);
    return Done(travel);
  }
  if (IsDialect(DialectId::kSnowflake) && Is(Kw::kChanges) && PeekIs(1, Tok::kLeftParen)) {
    Advance();
    travel->words = Joined("CHANGES", TakeParenthesised()->text);
    while (IsAny(Kw::kAt, Kw::kBefore, Kw::kEnd) && PeekIs(1, Tok::kLeftParen)) {
      travel->words = Joined(travel->words, KeywordUpper(Now().keyword));
      Advance();
      travel->words = Joined(travel->words, TakeParenthesised()->text);
    }
    return Done(travel);
  }
  if (Has(Feature::kVersionAsOf)) {
    const bool with_for = Is(Kw::kFor);
    const size_t at = with_for ? 1 : 0;
    if (PeekIsAny(at, Kw::kTimestamp, Kw::kVersion, Kw::kSystemTime, Kw::kSystemVersion) &&
        PeekIs(at + 1, Kw::kAs) && PeekIs(at + 2, Kw::kOf)) {
      if (with_for) Advance();
      travel->unit = KeywordUpper(Now().keyword);
      travel->words = with_for ? "FOR AS OF" : "AS OF";
      Advance();
      Advance();
      Advance();
      travel->from = ParseExpr(dialect_.precedence.additive);
      return Done(travel);
    }
  }
  return nullptr;
}

Span<IndexHint*> Parser::ParseIndexHints() {
  List<IndexHint*> hints(*this);
  if (Has(Feature::kIndexedBy)) {
    if (Is(Kw::kIndexed) && PeekIs(1, Kw::kBy)) {
      IndexHint* hint = Make<IndexHint>();
      Advance();
      Advance();
      hint->words = "INDEXED BY";
      hint->names = arena_.One(ParseIdent(kMayBeTable, "a name"));
      hints.Add(Done(hint));
    } else if (Is(Kw::kNot) && PeekIs(1, Kw::kIndexed)) {
      IndexHint* hint = Make<IndexHint>();
      Advance();
      Advance();
      hint->words = "NOT INDEXED";
      hints.Add(Done(hint));
    }
    return hints.Take();
  }
  if (!Has(Feature::kIndexHints)) return {};
  while (IsAny(Kw::kUse, Kw::kForce, Kw::kIgnore) && PeekIsAny(1, Kw::kIndex, Kw::kKey)) {
    IndexHint* hint = Make<IndexHint>();
    hint->words = Joined(KeywordUpper(Now().keyword), KeywordUpper(Peek().keyword));
    const bool use = Is(Kw::kUse);
    Advance();
    Advance();
    if (Accept(Kw::kFor)) {
      if (Accept(Kw::kJoin))
        hint->purpose = "JOIN";
      else if (AcceptWords({Kw::kOrder, Kw::kBy}))
        hint->purpose = "ORDER BY";
      else
        ExpectWords({Kw::kGroup, Kw::kBy}), hint->purpose = "GROUP BY";
    }
    Expect(Tok::kLeftParen);
    if (!(use && Is(Tok::kRightParen))) {
      List<Ident> names(*this);
      do {
        names.Add(Is(Kw::kPrimary) ? TakeIdent() : ParseIdent(kMayBeColumn, "a name"));
      } while (Accept(Tok::kComma));
      hint->names = names.Take();
    }
    Expect(Tok::kRightParen);
    hints.Add(Done(hint));
    if (Is(Tok::kComma) && PeekIsAny(1, Kw::kUse, Kw::kForce, Kw::kIgnore) &&
        PeekIsAny(2, Kw::kIndex, Kw::kKey))
      Advance();
  }
  return hints.Take();
}

// Snowflake's @stage/path/file, @~/x, @%table: at `@`. Everything up to white space, a comma or a
// parenthesis.
std::string_view Parser::ParseStagePath() {
  const uint32_t begin = Now().begin;
  uint32_t end = begin;
  if (!Is(Tok::kAt) && !Is(Tok::kVariable)) {
    Fail("@");
    return {};
  }
  while (!AtEnd() && !Is(Tok::kBad) && (Now().begin == end || end == begin) &&
         !Is(Tok::kLeftParen) && !Is(Tok::kRightParen) && !Is(Tok::kComma)) {
    end = Now().end;
    Advance();
  }
  return source_.substr(begin, end - begin);
}

TableRef* Parser::ParseTablePrimary() {
  const Nesting nesting(*this);
  const uint32_t begin = Now().begin;
  return ParseTablePostfix(ParseNamedTable(), begin);
}

// What may follow any relation: pivots, lateral views, pattern matching.
TableRef* Parser::ParseTablePostfix(TableRef* table, uint32_t begin) {
  for (;;) {
    if (Has(Feature::kPivotTable) && IsAny(Kw::kPivot, Kw::kUnpivot) &&
        (PeekIs(1, Tok::kLeftParen) || PeekIsAny(1, Kw::kInclude, Kw::kExclude))) {
      table = ParsePivot(table, begin);
      continue;
    }
    if (Has(Feature::kLateralView) && Is(Kw::kLateral) && PeekIs(1, Kw::kView)) {
      LateralView* view = MakeAt<LateralView>(begin);
      Advance();
      Advance();
      view->table = table;
      view->outer = Accept(Kw::kOuter);
      const uint32_t call_begin = Now().begin;
      const Name name = ParseName(kMayBeFunction);
      Expr* call = ParseCall(name, call_begin);
      view->call = As<Call>(call);
      if (!view->call) view->call = Make<Call>();
      if (!Is(Kw::kAs) && IsName(kMayBeBareAlias)) view->name = TakeIdent();
      if (view->name.empty() && !Is(Kw::kAs)) Fail(Tr("a name"));
      if (Accept(Kw::kAs)) {
        view->as = true;
        view->columns = ParseIdentList(kMayBeColumn);
      } else if (!view->name.empty() && IsName(kMayBeBareAlias)) {
        view->columns = ParseIdentList(kMayBeColumn);
      }
      table = Done(view);
      continue;
    }
    if (Has(Feature::kMatchRecognize) && Is(Kw::kMatchRecognize)) {
      table = ParseMatchRecognize(table, begin);
      continue;
    }
    return table;
  }
}

TableRef* Parser::ParseParenTable() {
  const uint32_t begin = Now().begin;
  if (QueryStartsBehindParens()) {
    // A subquery, or parentheses around relations that begin with one: ((SELECT 1) a JOIN b …).
    const bool inner_parens = PeekIs(1, Tok::kLeftParen);
    if (!inner_parens) {
      DerivedTable* derived = MakeAt<DerivedTable>(begin);
      derived->query = ParseParenQuery();
      derived->final = Has(Feature::kTableFinal) && Accept(Kw::kFinal);
      if ((Is(Kw::kTablesample) && Has(Feature::kTableSample)) ||
          (Is(Kw::kSample) && Has(Feature::kSampleClause)))
        derived->sample = ParseTableSample(), derived->sample_first = true;
      derived->alias = ParseTableAlias();
      if (!derived->alias && Has(Feature::kDerivedNeedsAlias))
        FailWith(Tr("a subquery in FROM needs an alias"));
      if (!derived->sample && ((Is(Kw::kTablesample) && Has(Feature::kTableSample)) ||
                               (Is(Kw::kSample) && Has(Feature::kSampleClause))))
        derived->sample = ParseTableSample();
      return Done(derived);
    }
    // Which of the two: whether the first inner query is followed by a set operator or `)`, or else
    // by an alias or a join.
    size_t ahead = 1;
    int depth = 0;
    do {
      if (PeekIs(ahead, Tok::kLeftParen)) ++depth;
      if (PeekIs(ahead, Tok::kRightParen)) --depth;
      if (at_[ahead].kind == Tok::kEnd) break;
      ++ahead;
    } while (depth > 0);
    const bool query = PeekIsAny(ahead, Kw::kUnion, Kw::kExcept, Kw::kIntersect, Kw::kMinus,
                                 Kw::kOrder, Kw::kLimit, Kw::kOffset) ||
                       (PeekIs(ahead, Tok::kRightParen) && !IsDialect(DialectId::kSqlite));
    if (query) {
      DerivedTable* derived = MakeAt<DerivedTable>(begin);
      derived->query = ParseParenQuery();
      derived->alias = ParseTableAlias();
      if (!derived->alias && Has(Feature::kDerivedNeedsAlias))
        FailWith(Tr("a subquery in FROM needs an alias"));
      return Done(derived);
    }
  }
  const Nesting nesting(*this);
  ParenTable* paren = MakeAt<ParenTable>(begin);
  Expect(Tok::kLeftParen);
  if (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSqlite) ||
      IsDialect(DialectId::kClickhouse))
    paren->tables = ParseFromList();
  else
    paren->tables = arena_.One(ParseTableRef());
  Expect(Tok::kRightParen);
  if ((IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb) ||
       IsDialect(DialectId::kClickhouse)) &&
      !failed_ && paren->tables.size() == 1 && paren->tables[0]->kind != NodeKind::kJoin &&
      paren->tables[0]->kind != NodeKind::kParenTable) {
    FailWith(Tr("parentheses in FROM hold a join or a query"));
  }
  if (!IsDialect(DialectId::kMysql)) paren->alias = ParseTableAlias();
  if (IsDialect(DialectId::kPostgres) && paren->alias && paren->tables.size() == 1 &&
      paren->tables[0]->kind == NodeKind::kParenTable && false)
    Fail(")");
  return Done(paren);
}

TableRef* Parser::ParseTableFunction(Name name, uint32_t begin) {
  TableFunction* function = MakeAt<TableFunction>(begin);
  function->calls = arena_.One(ParseCall(name, begin));
  ParseFunctionAlias(function);
  return Done(function);
}

void Parser::ParseFunctionAlias(TableFunction* function) {
  if (Has(Feature::kWithOrdinality) && Is(Kw::kWith) && PeekIs(1, Kw::kOrdinality)) {
    Advance();
    Advance();
    function->with_ordinality = true;
  }
  if (Has(Feature::kTableFinal) && Accept(Kw::kFinal)) function->final = true;
  function->alias = ParseTableAlias(Has(Feature::kAliasDefinitions));
  if (function->alias && function->alias->name.empty() && function->alias->definitions.empty() &&
      !failed_)
    Fail(Tr("a type"));
  if ((Is(Kw::kTablesample) && Has(Feature::kTableSample)) ||
      (Is(Kw::kSample) && Has(Feature::kSampleClause)))
    function->sample = ParseTableSample();
}

// PostgreSQL's ROWS FROM (f(), g() AS (a int)).
TableRef* Parser::ParseRowsFrom() {
  TableFunction* function = Make<TableFunction>();
  Advance();
  Advance();
  function->rows_from = true;
  Expect(Tok::kLeftParen);
  List<Expr*> calls(*this);
  std::vector<TableAlias*> definitions;  // not a List: that would share the stack of `calls`
  bool any = false;
  do {
    const uint32_t begin = Now().begin;
    if (PeekIs(1, Tok::kLeftParen) || PeekIs(1, Tok::kDot))
      calls.Add(ParseCall(ParseName(kMayBeFunction), begin));
    else
      calls.Add(ParsePrimary());
    TableAlias* alias = nullptr;
    if (Is(Kw::kAs) && PeekIs(1, Tok::kLeftParen)) {
      alias = ParseTableAlias(true);
      any = true;
    }
    definitions.push_back(alias);
  } while (Accept(Tok::kComma));
  Expect(Tok::kRightParen);
  function->calls = calls.Take();
  if (any) function->definitions = arena_.List(definitions);
  ParseFunctionAlias(function);
  return Done(function);
}

// (FILE_FORMAT => 'f', PATTERN => '.*')
Span<Argument*> Parser::ParseStageArguments() {
  Advance();
  List<Argument*> args(*this);
  do {
    Argument* argument = Make<Argument>();
    argument->name = ParseLabel();
    argument->style = ArgumentName::kArrow;
    Expect(Tok::kFatArrow);
    argument->value = ParseExpr();
    args.Add(Done(argument));
  } while (Accept(Tok::kComma));
  Expect(Tok::kRightParen);
  return args.Take();
}

TableRef* Parser::ParseNamedTable() {
  const uint32_t begin = Now().begin;
  switch (Now().kind) {
    case Tok::kLeftParen: return ParseParenTable();
    case Tok::kLeftBrace:
      if (Has(Feature::kOdbcEscapes)) {
        ParenTable* paren = Make<ParenTable>();
        Advance();
        if (!IsSpelt("oj")) Fail("OJ");
        Advance();
        paren->odbc = true;
        paren->tables = arena_.One(ParseTableRef());
        Expect(Tok::kRightBrace);
        return Done(paren);
      }
      break;
    case Tok::kAt:
      if (Has(Feature::kStages)) {
        TableName* table = Make<TableName>();
        table->stage = ParseStagePath();
        if (Is(Tok::kLeftParen)) table->stage_args = ParseStageArguments();
        table->alias = ParseTableAlias();
        return Done(table);
      }
      break;
    case Tok::kString:
      if (Has(Feature::kStringTable) || IsDialect(DialectId::kSqlite) ||
          IsDialect(DialectId::kSnowflake)) {
        TableName* table = Make<TableName>();
        if (IsDialect(DialectId::kSnowflake)) table->stage = Text();
        List<Ident> parts(*this);
        parts.Add(TakeIdent());
        while (IsDialect(DialectId::kSqlite) && Accept(Tok::kDot))
          parts.Add(Is(Tok::kString) ? TakeIdent() : ParseLabel());
        if (table->stage.empty())
          table->name = parts.Take();
        else if (Is(Tok::kLeftParen))
          table->stage_args = ParseStageArguments();
        table->alias = ParseTableAlias();
        if (Is(Kw::kTablesample) && Has(Feature::kTableSample)) table->sample = ParseTableSample();
        table->hints = ParseIndexHints();
        return Done(table);
      }
      break;
    case Tok::kLeftBracket:
      if (IsDialect(DialectId::kDuckdb)) {
        TableFunction* function = Make<TableFunction>();
        function->calls = arena_.One(ParseArray(false));
        ParseFunctionAlias(function);
        return Done(function);
      }
      break;
    case Tok::kParameter:
      if (IsDialect(DialectId::kSnowflake) || IsDialect(DialectId::kSpark) ||
          IsDialect(DialectId::kDuckdb)) {
        TableName* table = Make<TableName>();
        table->identifier_call = false;
        table->name_expr = ParsePrimary();
        table->alias = ParseTableAlias();
        return Done(table);
      }
      break;
    default: break;
  }
  if (Has(Feature::kPrefixAlias) && IsName(kMayBeTable) && PeekIs(1, Tok::kColon)) {
    // DuckDB's x: t is t AS x.
    TableAlias* alias = Make<TableAlias>();
    alias->as = true;
    alias->name = TakeIdent();
    Done(alias);
    Advance();
    TableRef* named = ParseNamedTable();
    WithNode(*named, [&](auto& typed) {
      if constexpr (requires { typed.alias->definitions; }) {
        if (typed.alias) Fail(Tr("the end of the statement"));
        typed.alias = alias;
      }
    });
    named->begin = begin;
    return named;
  }
  bool lateral = false;
  if (Is(Kw::kLateral) && Has(Feature::kLateral)) {
    Advance();
    lateral = true;
    if (Is(Tok::kLeftParen)) {
      DerivedTable* derived = MakeAt<DerivedTable>(begin);
      derived->lateral = true;
      derived->query = ParseParenQuery();
      derived->alias = ParseTableAlias();
      if (!derived->alias && Has(Feature::kDerivedNeedsAlias))
        FailWith(Tr("a subquery in FROM needs an alias"));
      return Done(derived);
    }
  }
  if (Is(Kw::kRows) && PeekIs(1, Kw::kFrom) && Has(Feature::kRowsFrom)) {
    TableRef* rows = ParseRowsFrom();
    static_cast<TableFunction*>(rows)->lateral = lateral;
    return rows;
  }
  if (Is(Kw::kXmltable) && Has(Feature::kXmlTable)) {
    JsonTable* table = static_cast<JsonTable*>(ParseXmlTable(begin));
    table->lateral = lateral;
    return table;
  }
  if (Is(Kw::kTable) && Has(Feature::kTableWord) && PeekIs(1, Tok::kLeftParen)) {
    TableFunction* function = Make<TableFunction>();
    Advance();
    Advance();
    function->lateral = lateral;
    function->table_word = true;
    function->calls = arena_.One(ParseExpr());
    Expect(Tok::kRightParen);
    ParseFunctionAlias(function);
    return Done(function);
  }
  const bool duckdb = IsDialect(DialectId::kDuckdb);
  if (Is(Kw::kValues) &&
      (Has(Feature::kValuesBare) ||
       ((duckdb || IsDialect(DialectId::kSnowflake)) && PeekIs(1, Tok::kLeftParen)))) {
    DerivedTable* derived = Make<DerivedTable>();
    derived->bare_values = true;
    Query* query = Make<Query>();
    query->body = ParseValues();
    derived->query = Done(query);
    derived->alias = ParseTableAlias();
    if (!derived->alias && duckdb) Fail("AS");
    return Done(derived);
  }
  TableName* table = MakeAt<TableName>(begin);
  if (Is(Kw::kOnly) && Has(Feature::kOnlyTable)) {
    Advance();
    table->only = true;
    table->only_parenthesised = Accept(Tok::kLeftParen);
    table->name = ParseTableNameParts();
    if (table->only_parenthesised) Expect(Tok::kRightParen);
  } else {
    const bool function_word = Is(Tok::kWord) && IsName(kMayBeFunction) &&
                               (PeekIs(1, Tok::kLeftParen) || PeekIs(1, Tok::kDot));
    if (Has(Feature::kTableFunctions) && function_word && !IsName(kMayBeTable)) {
      TableRef* function = ParseTableFunction(ParseName(kMayBeFunction), begin);
      if (function->kind == NodeKind::kTableFunction)
        static_cast<TableFunction*>(function)->lateral = lateral;
      return function;
    }
    if (IsDialect(DialectId::kPostgres) && Is(Tok::kWord) && !IsName(kMayBeTable) &&
        IsAny(Kw::kCurrentDate, Kw::kCurrentTime, Kw::kCurrentTimestamp, Kw::kCurrentUser,
              Kw::kCurrentRole, Kw::kLocaltime, Kw::kLocaltimestamp, Kw::kUser, Kw::kSessionUser,
              Kw::kCurrentCatalog, Kw::kCurrentSchema, Kw::kCast)) {
      TableFunction* function = Make<TableFunction>();
      function->calls = arena_.One(ParsePrimary());
      function->lateral = lateral;
      ParseFunctionAlias(function);
      return Done(function);
    }
    if (IsDialect(DialectId::kPostgres) &&
        IsAny(Kw::kCoalesce, Kw::kGreatest, Kw::kLeast, Kw::kExtract, Kw::kSubstring, Kw::kTrim,
              Kw::kOverlay, Kw::kPosition, Kw::kNullif) &&
        PeekIs(1, Tok::kLeftParen)) {
      TableFunction* function = Make<TableFunction>();
      function->calls = arena_.One(ParsePrimary());
      ParseFunctionAlias(function);
      return Done(function);
    }
    table->name = ParseTableNameParts();
  }
  if (Is(Tok::kLeftParen) && !table->only) {
    if (Has(Feature::kJsonTable) && FindKeyword(table->name.back().text) == Kw::kJsonTable)
      return ParseJsonTable(table->name, begin);
    if (IsDialect(DialectId::kSnowflake) && table->name.size() == 1 &&
        table->name[0].text.size() == 10 && FindKeyword(table->name[0].text) == Kw::kIdentifier) {
      Advance();
      table->identifier_call = true;
      table->name = {};
      table->name_expr = ParseExpr();
      Expect(Tok::kRightParen);
    } else if (Has(Feature::kTableFunctions)) {
      TableRef* function = ParseTableFunction(table->name, begin);
      if (function->kind == NodeKind::kTableFunction)
        static_cast<TableFunction*>(function)->lateral = lateral;
      return function;
    }
  }
  if (lateral && !failed_) Fail("(");
  if (Has(Feature::kOnlyTable) && !table->only && Accept(Tok::kStar)) table->star = true;
  if (Has(Feature::kSelectPartition) && Is(Kw::kPartition) && PeekIs(1, Tok::kLeftParen)) {
    Advance();
    table->partitions = ParseParenIdents(kMayBeColumn);
  }
  if (dialect_.Has(Feature::kSystemTime) || dialect_.Has(Feature::kVersionAsOf) ||
      (dialect_.Has(Feature::kAtBefore) && !IsDialect(DialectId::kDuckdb)))
    table->travel = ParseTimeTravel();
  const bool sample_word =
      (Is(Kw::kTablesample) && Has(Feature::kTableSample)) ||
      (Is(Kw::kSample) && Has(Feature::kSampleClause) && !IsDialect(DialectId::kClickhouse));
  if (sample_word && !IsDialect(DialectId::kPostgres) && !IsDialect(DialectId::kDuckdb)) {
    table->sample = ParseTableSample();
    table->sample_first = true;
  }
  table->alias = ParseTableAlias();
  if (!table->travel && (dialect_.Has(Feature::kSystemTime) ||
                         (IsDialect(DialectId::kDuckdb) && dialect_.Has(Feature::kAtBefore)))) {
    table->travel = ParseTimeTravel();
  }
  if (Has(Feature::kTableFinal) && Accept(Kw::kFinal)) table->final = true;
  if (!table->sample && !(IsDialect(DialectId::kSpark) && table->alias) &&
      ((Is(Kw::kTablesample) && Has(Feature::kTableSample)) ||
       (Is(Kw::kSample) && Has(Feature::kSampleClause))))
    table->sample = ParseTableSample();
  table->hints = ParseIndexHints();
  return Done(table);
}

// The target of INSERT, UPDATE, DELETE, MERGE.
TableRef* Parser::ParseDmlTarget(bool alias_allowed, bool as_needed) {
  TableName* table = Make<TableName>();
  if (Is(Kw::kOnly) && Has(Feature::kOnlyTable)) {
    Advance();
    table->only = true;
    table->only_parenthesised = Accept(Tok::kLeftParen);
    table->name = ParseTableNameParts();
    if (table->only_parenthesised) Expect(Tok::kRightParen);
  } else if (IsDialect(DialectId::kSnowflake) && IsSpelt("identifier") &&
             PeekIs(1, Tok::kLeftParen)) {
    Advance();
    Advance();
    table->identifier_call = true;
    table->name_expr = ParseExpr();
    Expect(Tok::kRightParen);
  } else if (Is(Tok::kString) && IsDialect(DialectId::kSqlite)) {
    table->name = arena_.One(TakeIdent());
  } else {
    table->name = ParseTableNameParts();
  }
  if (Has(Feature::kOnlyTable) && !table->only && Accept(Tok::kStar)) table->star = true;
  if (Has(Feature::kSelectPartition) && Is(Kw::kPartition) && PeekIs(1, Tok::kLeftParen)) {
    Advance();
    table->partitions = ParseParenIdents(kMayBeColumn);
  }
  if (IsDialect(DialectId::kSqlite)) as_needed = true;
  if (IsDialect(DialectId::kClickhouse)) alias_allowed = false;
  if (alias_allowed && (!as_needed || Is(Kw::kAs)) &&
      (Is(Kw::kAs) || !IsAny(Kw::kSet, Kw::kUsing, Kw::kValues, Kw::kDefault, Kw::kSelect))) {
    if (Is(Kw::kAs) || IsName(kMayBeBareAlias)) {
      TableAlias* alias = Make<TableAlias>();
      alias->as = Accept(Kw::kAs);
      alias->name = ParseIdent(kMayBeTable, "a name");
      table->alias = Done(alias);
    }
  }
  if (Has(Feature::kIndexedBy)) table->hints = ParseIndexHints();
  return Done(table);
}

Expr* Parser::ParseAliased() {
  Expr* expr = ParseExpr();
  const bool as = Accept(Kw::kAs);
  if (!as && !IsName(kMayBeBareLabel)) return expr;
  AliasedExpr* aliased = MakeAt<AliasedExpr>(expr->begin);
  aliased->expr = expr;
  aliased->alias = Is(Tok::kString) ? TakeIdent() : ParseLabel();
  return Done(aliased);
}

PivotColumn* Parser::ParsePivotColumn() {
  PivotColumn* column = Make<PivotColumn>();
  no_in_ = true;
  if (Is(Tok::kLeftParen)) {
    Expr* list = ParseParen();
    column->parenthesised = true;
    if (RowExpr* row = As<RowExpr>(list))
      column->columns = row->items;
    else if (ParenExpr* paren = As<ParenExpr>(list))
      column->columns = arena_.One(paren->expr);
  } else {
    column->columns = arena_.One(ParseExpr(dialect_.precedence.like + 1));
  }
  no_in_ = false;
  Expect(Kw::kIn);
  column->has_in = true;
  if (!Is(Tok::kLeftParen)) {
    column->in_name = ParseExpr(dialect_.precedence.subscript ? dialect_.precedence.subscript : 0);
    return Done(column);
  }
  if (QueryStartsBehindParens()) {
    column->query = ParseParenQuery();
    return Done(column);
  }
  Advance();
  if (Is(Kw::kAny) && IsDialect(DialectId::kSnowflake)) {
    Advance();
    column->any = true;
    if (Is(Kw::kOrder)) {
      Advance();
      Expect(Kw::kBy);
      column->any_order = ParseOrderBy();
    }
  } else {
    List<Expr*> items(*this);
    do {
      if (!items.empty() && Is(Tok::kRightParen) && Has(Feature::kTrailingComma)) break;
      items.Add(ParseAliased());
    } while (Accept(Tok::kComma));
    column->in = items.Take();
  }
  Expect(Tok::kRightParen);
  return Done(column);
}

// t PIVOT (sum(a) FOR b IN (…)), t UNPIVOT (v FOR n IN (a, b))
TableRef* Parser::ParsePivot(TableRef* table, uint32_t begin) {
  PivotTable* pivot = MakeAt<PivotTable>(begin);
  pivot->table = table;
  pivot->unpivot = Is(Kw::kUnpivot);
  Advance();
  if (pivot->unpivot) {
    if (AcceptWords({Kw::kInclude, Kw::kNulls}))
      pivot->include_nulls = true;
    else if (AcceptWords({Kw::kExclude, Kw::kNulls}))
      pivot->exclude_nulls = true;
  }
  Expect(Tok::kLeftParen);
  if (pivot->unpivot) {
    pivot->values_parenthesised = Is(Tok::kLeftParen);
    if (pivot->values_parenthesised)
      pivot->values = ParseParenIdents(kMayBeColumn);
    else
      pivot->values = arena_.One(ParseColumnIdent());
  } else {
    List<Expr*> aggregates(*this);
    do {
      Expr* aggregate = ParseExpr();
      if (Is(Kw::kAs) || (IsName(kMayBeBareLabel) && !Is(Kw::kFor))) {
        Accept(Kw::kAs);
        AliasedExpr* aliased = MakeAt<AliasedExpr>(aggregate->begin);
        aliased->expr = aggregate;
        aliased->alias = ParseLabel();
        aggregate = Done(aliased);
      }
      aggregates.Add(aggregate);
    } while (Accept(Tok::kComma) && !(Is(Kw::kFor) && Has(Feature::kTrailingComma)));
    pivot->aggregates = aggregates.Take();
  }
  Expect(Kw::kFor);
  List<PivotColumn*> columns(*this);
  do {
    columns.Add(ParsePivotColumn());
    if (Is(Tok::kRightParen) || Is(Kw::kGroup) || Is(Kw::kDefault)) break;
    if (IsDialect(DialectId::kSpark)) break;
    Accept(Kw::kFor);
  } while (!failed_);
  pivot->columns = columns.Take();
  if (AcceptWords({Kw::kDefault, Kw::kOn, Kw::kNull})) pivot->default_on_null = ParseParen();
  if (AcceptWords({Kw::kGroup, Kw::kBy})) pivot->group_by = ParseExprList();
  Expect(Tok::kRightParen);
  pivot->alias = ParseTableAlias();
  return Done(pivot);
}

TableRef* Parser::ParseMatchRecognize(TableRef* table, uint32_t begin) {
  MatchRecognize* match = MakeAt<MatchRecognize>(begin);
  match->table = table;
  Advance();
  Expect(Tok::kLeftParen);
  if (AcceptWords({Kw::kPartition, Kw::kBy})) match->partition_by = ParseExprList();
  if (AcceptWords({Kw::kOrder, Kw::kBy})) match->order_by = ParseOrderBy();
  if (Accept(Kw::kMeasures)) {
    List<AliasedExpr*> measures(*this);
    do {
      AliasedExpr* measure = Make<AliasedExpr>();
      if (IsSpelt("final") || IsSpelt("running")) Advance();
      measure->expr = ParseExpr();
      Accept(Kw::kAs);
      measure->alias = ParseLabel();
      measures.Add(Done(measure));
    } while (Accept(Tok::kComma));
    match->measures = measures.Take();
  }
  if (!Is(Kw::kPattern)) match->rows = TakeRawUntil({Kw::kPattern});
  Expect(Kw::kPattern);
  // Patterns hold quantifiers and anchors that are no SQL tokens of their own, and quoted names.
  match->pattern = TakeParenthesised();
  if (Accept(Kw::kDefine)) {
    List<AliasedExpr*> define(*this);
    do {
      AliasedExpr* symbol = Make<AliasedExpr>();
      symbol->alias = ParseLabel();
      Expect(Kw::kAs);
      symbol->expr = ParseExpr();
      define.Add(Done(symbol));
    } while (Accept(Tok::kComma));
    match->define = define.Take();
  }
  Expect(Tok::kRightParen);
  match->alias = ParseTableAlias();
  return Done(match);
}

Span<JsonColumn*> Parser::ParseJsonColumns() {
  const Nesting nesting(*this);
  Expect(Tok::kLeftParen);
  List<JsonColumn*> columns(*this);
  do {
    JsonColumn* column = Make<JsonColumn>();
    if (Is(Kw::kNested)) {
      Advance();
      Accept(Kw::kPath);
      column->is_nested = true;
      column->path = ParseLiteralString();
      Expect(Kw::kColumns);
      column->nested = ParseJsonColumns();
      columns.Add(Done(column));
      continue;
    }
    column->name = ParseColumnIdent();
    if (Accept(Kw::kFor)) {
      Expect(Kw::kOrdinality);
      column->ordinality = true;
      columns.Add(Done(column));
      continue;
    }
    column->type = ParseType();
    column->exists = Accept(Kw::kExists);
    Expect(Kw::kPath);
    column->path = ParseLiteralString();
    for (int n = 0; n < 2 && IsAny(Kw::kNull, Kw::kError, Kw::kDefault); ++n) {
      const std::string_view word = KeywordUpper(Now().keyword);
      Advance();
      Expr* value = word == "DEFAULT" ? ParsePrimary() : nullptr;
      Expect(Kw::kOn);
      if (Accept(Kw::kEmpty))
        column->on_empty = word, column->empty_default = value;
      else
        Expect(Kw::kError), column->on_error = word, column->error_default = value;
    }
    columns.Add(Done(column));
  } while (Accept(Tok::kComma));
  Expect(Tok::kRightParen);
  return columns.Take();
}

TableRef* Parser::ParseJsonTable(Name, uint32_t begin) {
  JsonTable* table = MakeAt<JsonTable>(begin);
  Advance();
  table->document = ParseExpr();
  Expect(Tok::kComma);
  table->path = ParseLiteralString();
  Expect(Kw::kColumns);
  table->columns = ParseJsonColumns();
  Expect(Tok::kRightParen);
  table->alias = ParseTableAlias();
  if (!table->alias) FailWith(Tr("a table function in FROM needs an alias"));
  return Done(table);
}

TableRef* Parser::ParseXmlTable(uint32_t begin) {
  JsonTable* table = MakeAt<JsonTable>(begin);
  table->xml = true;
  Advance();
  Expect(Tok::kLeftParen);
  if (Is(Kw::kXmlnamespaces)) {
    Advance();
    Expect(Tok::kLeftParen);
    List<AliasedExpr*> namespaces(*this);
    do {
      AliasedExpr* space = Make<AliasedExpr>();
      if (Accept(Kw::kDefault)) {
        space->expr = ParseExpr(dialect_.precedence.like + 1);
      } else {
        space->expr = ParseExpr(dialect_.precedence.like + 1);
        Expect(Kw::kAs);
        space->alias = ParseLabel();
      }
      namespaces.Add(Done(space));
    } while (Accept(Tok::kComma));
    Expect(Tok::kRightParen);
    Expect(Tok::kComma);
    table->namespaces = namespaces.Take();
  }
  table->path = ParsePrimary();
  Expect(Kw::kPassing);
  if (Accept(Kw::kBy))
    table->passing_words = ExpectOneOf({Kw::kRef, Kw::kValue}) == "REF" ? "BY REF" : "BY VALUE";
  table->document = ParsePrimary();
  if (Accept(Kw::kBy)) ExpectOneOf({Kw::kRef, Kw::kValue});
  Expect(Kw::kColumns);
  List<JsonColumn*> columns(*this);
  do {
    JsonColumn* column = Make<JsonColumn>();
    column->name = ParseColumnIdent();
    if (AcceptWords({Kw::kFor, Kw::kOrdinality})) {
      column->ordinality = true;
      columns.Add(Done(column));
      continue;
    }
    column->type = ParseType();
    for (;;) {
      if (Accept(Kw::kPath))
        column->path = ParseExpr(dialect_.precedence.like + 1);
      else if (Accept(Kw::kDefault))
        column->default_value = ParseExpr(dialect_.precedence.like + 1);
      else if (AcceptWords({Kw::kNot, Kw::kNull}))
        column->words = "NOT NULL";
      else if (Accept(Kw::kNull))
        column->words = "NULL";
      else
        break;
    }
    columns.Add(Done(column));
  } while (Accept(Tok::kComma));
  table->columns = columns.Take();
  Expect(Tok::kRightParen);
  table->alias = ParseTableAlias();
  return Done(table);
}

}  // namespace aietl::sql
