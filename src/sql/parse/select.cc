// SELECT and the other bodies of a query.
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

// What stands in /*+ … */ here.
Span<std::string_view> Parser::ParseHints() {
  List<std::string_view> hints(*this);
  while (Is(Tok::kHint)) {
    std::string_view text = Text();
    text = text.substr(3, text.size() - 5);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t' ||
                             text.front() == '\r'))
      text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t' ||
                             text.back() == '\r'))
      text.remove_suffix(1);
    hints.Add(text);
    Advance();
  }
  return hints.Take();
}

void Parser::ParseSelectHead(Select* select) {
  select->hints = ParseHints();
  if (Has(Feature::kSelectModifiers)) {
    List<std::string_view> modifiers(*this);
    for (;;) {
      if (IsAny(Kw::kHighPriority, Kw::kStraightJoin, Kw::kSqlSmallResult, Kw::kSqlBigResult,
                Kw::kSqlBufferResult, Kw::kSqlNoCache, Kw::kSqlCache, Kw::kSqlCalcFoundRows)) {
        modifiers.Add(KeywordUpper(Now().keyword));
        Advance();
      } else if (IsAny(Kw::kDistinct, Kw::kAll, Kw::kDistinctrow) &&
                 select->distinct == Distinct::kNone) {
        select->distinct = Is(Kw::kAll) ? Distinct::kAll : Distinct::kDistinct;
        select->distinct_row = Is(Kw::kDistinctrow);
        Advance();
      } else {
        break;
      }
    }
    select->modifiers = modifiers.Take();
    return;
  }
  if (Is(Kw::kDistinct)) {
    Advance();
    select->distinct = Distinct::kDistinct;
    if (Is(Kw::kOn) && Has(Feature::kDistinctOn) && PeekIs(1, Tok::kLeftParen)) {
      Advance();
      select->distinct = Distinct::kOn;
      select->distinct_on = ParseParenExprs();
    }
  } else if (Is(Kw::kAll) && !PeekIs(1, Tok::kComma)) {
    Advance();
    select->distinct = Distinct::kAll;
  }
  if (IsDialect(DialectId::kClickhouse) && select->distinct == Distinct::kDistinct &&
      Is(Kw::kAll) && PeekIs(1, Tok::kWord))
    Fail("ON");
  if (Is(Kw::kTop) && Has(Feature::kTop) &&
      (PeekIs(1, Tok::kInteger) || PeekIs(1, Tok::kLeftParen) || PeekIs(1, Tok::kParameter))) {
    Advance();
    select->top = Is(Tok::kLeftParen) ? ParseParen()
                  : Is(Tok::kInteger) ? ParseLiteralNumber()
                                      : ParsePrimary();
    if (IsDialect(DialectId::kClickhouse) && AcceptWords({Kw::kWith, Kw::kTies}))
      select->top_ties = true;
  }
}

QueryBody* Parser::ParseSelect() {
  const Nesting nesting(*this);
  Select* select = Make<Select>();
  Expect(Kw::kSelect);
  ParseSelectHead(select);
  if (Has(Feature::kTransform) && IsAny(Kw::kTransform, Kw::kMap, Kw::kReduce) &&
      (PeekIs(1, Tok::kLeftParen) && Is(Kw::kTransform))) {
    // Lambda functions are called transform, too; the script form has USING behind the parentheses.
    size_t ahead = 1;
    int depth = 0;
    do {
      if (PeekIs(ahead, Tok::kLeftParen)) ++depth;
      if (PeekIs(ahead, Tok::kRightParen)) --depth;
      if (PeekIs(ahead, Tok::kEnd)) break;
      ++ahead;
    } while (depth > 0);
    if (PeekIsAny(ahead, Kw::kUsing, Kw::kRow)) select->transform = TakeRawUntil({Kw::kFrom});
  }
  if (!select->transform) ParseSelectItems(select);
  ParseSelectTail(select);
  // With a FROM SQLite looks for the tables first.
  for (const SelectItem* item : select->items) {
    const RowExpr* row = As<RowExpr>(item->expr);
    if (row && !row->word && select->from.empty() && IsDialect(DialectId::kSqlite) && !failed_)
      FailWithAt(Tr("a row of values is no column here"), row->begin);
  }
  return Done(select);
}

void Parser::ParseSelectItems(Select* select) {
  const bool ends =
      AtEnd() || Is(Tok::kRightParen) ||
      IsAny(Kw::kFrom, Kw::kInto, Kw::kWhere, Kw::kGroup, Kw::kHaving, Kw::kOrder, Kw::kLimit,
            Kw::kUnion, Kw::kExcept, Kw::kIntersect, Kw::kOffset, Kw::kWindow);
  if (ends && Has(Feature::kEmptySelect) && !(select->distinct == Distinct::kDistinct)) return;
  List<SelectItem*> items(*this);
  do {
    if (!items.empty() && (Has(Feature::kTrailingComma) || IsDialect(DialectId::kSnowflake)) &&
        (AtEnd() || Is(Tok::kRightParen) || Is(Kw::kFrom)))
      break;
    if (!items.empty() && IsDialect(DialectId::kMysql) && Is(Tok::kStar)) Fail(Tr("an expression"));
    items.Add(ParseSelectItem());
  } while (Accept(Tok::kComma));
  select->items = items.Take();
}

SelectItem* Parser::ParseSelectItem() {
  SelectItem* item = Make<SelectItem>();
  const uint32_t begin = Now().begin;
  if (Is(Tok::kStar) && !ColumnsStarStarts()) {
    item->expr = ParseStar({}, begin);
    if (Has(Feature::kStarAsValue) && !Is(Tok::kComma)) {
      // COLUMNS-like use: * in an expression is not continued here.
    }
    if (!Has(Feature::kAliasAnywhere) || !Is(Kw::kAs)) {
      if (!(IsDialect(DialectId::kDuckdb) && Is(Kw::kAs))) return Done(item);
    }
  } else if (Has(Feature::kPrefixAlias) &&
             (Is(Tok::kWord) || Is(Tok::kQuoted) || Is(Tok::kString)) && PeekIs(1, Tok::kColon) &&
             (Is(Tok::kString) || IsName(kMayBeColumn))) {
    item->prefix_alias = true;
    item->alias = TakeIdent();
    Advance();
    item->expr = ParseExpr();
    return Done(item);
  } else {
    const bool star = star_argument_;
    star_argument_ = QualifiedStarStarts();
    item->expr = ParseExpr();
    star_argument_ = star;
  }
  if (item->expr->kind == NodeKind::kStar &&
      (IsDialect(DialectId::kSqlite) || IsDialect(DialectId::kMysql) ||
       IsDialect(DialectId::kSnowflake) || IsDialect(DialectId::kClickhouse))) {
    return Done(item);
  }
  if (Accept(Kw::kAs)) {
    item->as = true;
    if (IsDialect(DialectId::kSpark) && Is(Tok::kLeftParen)) {
      item->aliases = ParseParenIdents(kMayBeColumn);
    } else if (Is(Tok::kString) && Has(Feature::kStringAlias)) {
      item->alias = TakeIdent();
    } else if ((Is(Tok::kWord) || Is(Tok::kQuoted) || Is(Tok::kUnicodeQuoted)) &&
               IsName(kMayBeLabel)) {
      item->alias = TakeIdent();
    } else {
      Fail(Tr("a name"));
    }
  } else if (IsName(kMayBeBareLabel) && !(FromIsName() && (at_ - 1)->begin == begin)) {
    const bool next_branch =
        IsDialect(DialectId::kSpark) && Is(Kw::kInsert) && PeekIsAny(1, Kw::kInto, Kw::kOverwrite);
    const bool operator_word = Is(Kw::kIs) || Is(Kw::kNot) || next_branch;
    if (!operator_word) item->alias = TakeIdent();
  } else if (Is(Tok::kString) && Has(Feature::kBareStringAlias)) {
    item->alias = TakeIdent();
  } else if (IsDialect(DialectId::kSpark) && Is(Tok::kLeftParen)) {
    item->aliases = ParseParenIdents(kMayBeColumn);
  }
  return Done(item);
}

// ClickHouse: FROM may be a name, but alone it has no alias behind it: SELECT FROM t is refused.
bool Parser::FromIsName() const {
  const Token& before = *(at_ - 1);
  return IsDialect(DialectId::kClickhouse) && before.error == LexError::kTakenForName &&
         FindKeyword(TextOf(before)) == Kw::kFrom;
}

// FROM t [SELECT …]; at FROM.
QueryBody* Parser::ParseFromFirst() {
  const Nesting nesting(*this);
  Select* select = Make<Select>();
  Advance();
  select->from_first = true;
  select->from = ParseFromList();
  if (Accept(Kw::kSelect)) {
    ParseSelectHead(select);
    ParseSelectItems(select);
  } else {
    select->no_select = true;
  }
  ParseSelectTail(select);
  return Done(select);
}

void Parser::ParseSelectInto(Select* select) {
  Advance();
  std::string_view words;
  if (IsAny(Kw::kTemporary, Kw::kTemp, Kw::kUnlogged, Kw::kLocal, Kw::kGlobal) &&
      !PeekIs(1, Tok::kDot)) {
    if (IsAny(Kw::kLocal, Kw::kGlobal) && PeekIsAny(1, Kw::kTemporary, Kw::kTemp)) {
      words = KeywordUpper(Now().keyword);
      Advance();
      words = Joined(words, KeywordUpper(Now().keyword));
      Advance();
    } else if (IsAny(Kw::kTemporary, Kw::kTemp, Kw::kUnlogged) &&
               (IsName(Peek(), kMayBeTable) || PeekIs(1, Kw::kTable))) {
      words = KeywordUpper(Now().keyword);
      Advance();
    }
  }
  if (Is(Kw::kTable)) {
    words = Joined(words, "TABLE");
    Advance();
  }
  select->into_words = words;
  TableName* table = Make<TableName>();
  table->name = ParseTableNameParts();
  select->into = Done(table);
}

void Parser::ParseSelectTail(Select* select) {
  if (Is(Kw::kInto)) {
    if (Has(Feature::kSelectInto)) {
      ParseSelectInto(select);
    } else if (Has(Feature::kIntoVariables) &&
               (PeekIs(1, Tok::kVariable) || PeekIsAny(1, Kw::kOutfile, Kw::kDumpfile) ||
                PeekIs(1, Tok::kWord))) {
      // With a FROM behind it the target belongs here; else it ends the query.
      Query holder;
      ParseInto(&holder);
      select->into_targets = holder.into_targets;
      select->outfile = holder.outfile;
    }
  }
  if (!select->from_first && Is(Kw::kFrom)) {
    Advance();
    if (IsDialect(DialectId::kMysql) && Is(Kw::kDual)) {
      Advance();
      select->dual = true;
    } else {
      select->from = ParseFromList();
    }
  }
  if (Has(Feature::kArrayJoin) && select->from.empty() &&
      (Is(Kw::kArray) || (Is(Kw::kLeft) && PeekIs(1, Kw::kArray))) &&
      (PeekIs(1, Kw::kJoin) || PeekIs(2, Kw::kJoin))) {
    select->from = arena_.One(ParseJoins(nullptr, Now().begin));
  }
  if (Has(Feature::kPrewhere) && Accept(Kw::kPrewhere)) select->prewhere = ParseExpr();
  if (Accept(Kw::kWhere)) select->where = ParseExpr();
  if (Has(Feature::kConnectBy)) {
    for (int n = 0; n < 2; ++n) {
      if (Is(Kw::kStart) && PeekIs(1, Kw::kWith)) {
        Advance();
        Advance();
        select->start_with = ParseExpr();
      }
      if (Is(Kw::kConnect) && PeekIs(1, Kw::kBy)) {
        Advance();
        Advance();
        select->nocycle = Accept(Kw::kNocycle);
        select->connect_by = ParseExpr();
        while (Accept(Tok::kComma)) {
          Logical* both = MakeAt<Logical>(select->connect_by->begin);
          List<Expr*> operands(*this);
          operands.Add(select->connect_by);
          operands.Add(ParseExpr());
          both->operands = operands.Take();
          select->connect_by = Done(both);
        }
      }
    }
  }
  if (Is(Kw::kGroup) && PeekIs(1, Kw::kBy)) ParseGroupBy(select);
  if (IsDialect(DialectId::kClickhouse) && Is(Kw::kWith) && PeekIsAny(1, Kw::kTotals) &&
      !select->group_by) {
    Advance();
    Advance();
    select->group_by = Make<GroupBy>();
    select->group_by->with_totals = true;
  }
  if (Is(Kw::kHaving)) {
    if (!select->group_by && !Has(Feature::kHavingAlone)) Fail("GROUP BY");
    Advance();
    select->having = ParseExpr();
  }
  if (Is(Kw::kQualify) && Has(Feature::kQualify) && !IsDialect(DialectId::kDuckdb) &&
      !IsDialect(DialectId::kClickhouse)) {
    Advance();
    select->qualify = ParseExpr();
  }
  if (Is(Kw::kWindow) && Has(Feature::kNamedWindow) && PeekIs(2, Kw::kAs))
    ParseNamedWindows(select);
  if (Is(Kw::kQualify) && Has(Feature::kQualify) && !select->qualify) {
    Advance();
    select->qualify = ParseExpr();
  }
  if (Has(Feature::kUsingSample) && Is(Kw::kUsing) && PeekIs(1, Kw::kSample)) {
    TableSample* sample = Make<TableSample>();
    Advance();
    Advance();
    sample->word = "USING SAMPLE";
    select->sample = ParseSampleBody(sample);
    if (Is(Kw::kRepeatable) && PeekIs(1, Tok::kLeftParen)) {
      sample->repeat_word = "REPEATABLE";
      Advance();
      Advance();
      sample->repeatable = ParseExpr();
      Expect(Tok::kRightParen);
    }
  }
}

Expr* Parser::ParseGroupItem() {
  const bool sets = Has(Feature::kGroupingSets);
  const bool set_word = Is(Kw::kGrouping) && PeekIs(1, Kw::kSets) && sets;
  if ((IsAny(Kw::kRollup, Kw::kCube) && PeekIs(1, Tok::kLeftParen) && sets) || set_word) {
    const Nesting nesting(*this);
    GroupingSet* set = Make<GroupingSet>();
    set->type = Is(Kw::kRollup) ? GroupingKind::kRollup
                : Is(Kw::kCube) ? GroupingKind::kCube
                                : GroupingKind::kSets;
    Advance();
    if (set_word) Advance();
    Expect(Tok::kLeftParen);
    List<Expr*> items(*this);
    if (!(Is(Tok::kRightParen) && IsDialect(DialectId::kClickhouse))) {
      do {
        items.Add(ParseGroupItem());
      } while (Accept(Tok::kComma));
    }
    Expect(Tok::kRightParen);
    set->items = items.Take();
    return Done(set);
  }
  if (Is(Tok::kLeftParen) && PeekIs(1, Tok::kRightParen) && sets &&
      !(IsDialect(DialectId::kSpark) && (at_ - 1)->keyword == Kw::kBy)) {
    GroupingSet* set = Make<GroupingSet>();
    Advance();
    Advance();
    return Done(set);
  }
  Expr* item = ParseExpr();
  if (Has(Feature::kAliasAnywhere) && Is(Kw::kAs)) {
    AliasedExpr* aliased = MakeAt<AliasedExpr>(item->begin);
    aliased->expr = item;
    aliased->alias = ParseAliasAnywhere();
    item = Done(aliased);
  }
  return item;
}

Span<Expr*> Parser::ParseGroupItems() {
  List<Expr*> items(*this);
  do {
    if (!items.empty() && Has(Feature::kTrailingComma) &&
        (AtEnd() || Is(Tok::kRightParen) || IsAny(Kw::kHaving, Kw::kOrder)))
      break;
    Expr* item = ParseGroupItem();
    // ClickHouse's ROLLUP (…), CUBE (…) and GROUPING SETS (…) stand alone.
    if (IsDialect(DialectId::kClickhouse) && item->kind == NodeKind::kGroupingSet &&
        Is(Tok::kComma))
      Fail(Tr("the end of the statement"));
    items.Add(item);
  } while (Accept(Tok::kComma));
  return items.Take();
}

void Parser::ParseGroupBy(Select* select) {
  GroupBy* group = Make<GroupBy>();
  Advance();
  Advance();
  if (Is(Kw::kAll) && (Has(Feature::kGroupByAll) || Has(Feature::kGroupByDistinct))) {
    Advance();
    if (Has(Feature::kGroupByAll))
      group->all = true;
    else
      group->set_all = true;
  } else if (Is(Tok::kStar) && IsDialect(DialectId::kDuckdb)) {
    Advance();
    group->all = true;
  } else if (Is(Kw::kDistinct) && Has(Feature::kGroupByDistinct)) {
    Advance();
    group->distinct = true;
  }
  if (!group->all) {
    if (Has(Feature::kGroupByOrder)) {
      List<OrderItem*> ordered(*this);
      do {
        OrderItem* item = Make<OrderItem>();
        item->expr = ParseExpr();
        if (Accept(Kw::kAsc))
          item->direction = Direction::kAsc, group->asc_desc = true;
        else if (Accept(Kw::kDesc))
          item->direction = Direction::kDesc, group->asc_desc = true;
        ordered.Add(Done(item));
      } while (Accept(Tok::kComma));
      const Span<OrderItem*> list = ordered.Take();
      if (group->asc_desc) {
        group->ordered = list;
      } else {
        List<Expr*> items(*this);
        for (OrderItem* item : list)
          items.Add(item->expr);
        group->items = items.Take();
      }
    } else {
      group->items = ParseGroupItems();
    }
  }
  if (Has(Feature::kGroupingSetsAfter) && Is(Kw::kGrouping) && PeekIs(1, Kw::kSets)) {
    group->has_sets = true;
    group->sets = arena_.One(ParseGroupItem());
  }
  while (Is(Kw::kWith)) {
    if (IsDialect(DialectId::kSpark) && (group->with_rollup || group->with_cube)) break;
    if (PeekIs(1, Kw::kRollup) && Has(Feature::kWithRollup))
      group->with_rollup = true;
    else if (PeekIs(1, Kw::kCube) && Has(Feature::kWithCube))
      group->with_cube = true;
    else if (PeekIs(1, Kw::kTotals) && Has(Feature::kWithTotals))
      group->with_totals = true;
    else
      break;
    Advance();
    Advance();
  }
  select->group_by = Done(group);
}

void Parser::ParseNamedWindows(Select* select) {
  Advance();
  List<NamedWindow*> windows(*this);
  do {
    NamedWindow* window = Make<NamedWindow>();
    window->name = ParseColumnIdent();
    Expect(Kw::kAs);
    window->spec = ParseOver();
    windows.Add(Done(window));
  } while (Accept(Tok::kComma));
  select->windows = windows.Take();
}

QueryBody* Parser::ParseValues() {
  Values* values = Make<Values>();
  Advance();
  const bool allow_default = allow_default_;
  List<RowExpr*> rows(*this);
  do {
    if (!rows.empty() && Has(Feature::kTrailingComma) && (AtEnd() || Is(Tok::kRightParen))) break;
    if (IsDialect(DialectId::kMysql) && Is(Kw::kRow)) {
      values->row_word = true;
      Advance();
    }
    RowExpr* row = Make<RowExpr>();
    if (!Is(Tok::kLeftParen) && Has(Feature::kValuesBare)) {
      values->bare = true;
      row->items = arena_.One(ParseExpr());
      rows.Add(Done(row));
      continue;
    }
    if (Has(Feature::kValuesBare)) {
      Expr* expr = ParseExpr();
      if (RowExpr* tuple = As<RowExpr>(expr)) {
        row = tuple;
      } else if (ParenExpr* paren = As<ParenExpr>(expr)) {
        row->items = arena_.One(paren->expr);
      } else {
        values->bare = true;
        row->items = arena_.One(expr);
      }
      rows.Add(Done(row));
      continue;
    }
    Expect(Tok::kLeftParen);
    if (Is(Tok::kRightParen)) {
      if (!IsDialect(DialectId::kMysql) || !allow_default) Fail(Tr("an expression"));
    } else {
      allow_default_ =
          IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb) || allow_default;
      List<Expr*> items(*this);
      do {
        if (!items.empty() && Has(Feature::kTrailingComma) && Is(Tok::kRightParen)) break;
        allow_default_ = allow_default_ || allow_default;
        items.Add(ParseExpr());
      } while (Accept(Tok::kComma));
      row->items = items.Take();
    }
    Expect(Tok::kRightParen);
    rows.Add(Done(row));
  } while (Accept(Tok::kComma) || (IsDialect(DialectId::kClickhouse) && Is(Tok::kLeftParen)));
  allow_default_ = allow_default;
  values->rows = rows.Take();
  const bool same_size = IsDialect(DialectId::kSqlite) || IsDialect(DialectId::kDuckdb) ||
                         IsDialect(DialectId::kSpark);
  for (const RowExpr* row : values->rows) {
    if (same_size && !failed_ && row->items.size() != values->rows[0]->items.size())
      FailWithAt(Tr("all rows of VALUES have the same number of values"), row->begin);
  }
  return Done(values);
}

QueryBody* Parser::ParseTableQuery() {
  TableQuery* node = Make<TableQuery>();
  Advance();
  TableName* table = Make<TableName>();
  if (Is(Kw::kOnly) && Has(Feature::kOnlyTable)) {
    Advance();
    table->only = true;
  }
  table->name = ParseTableNameParts();
  if (IsDialect(DialectId::kPostgres) && Accept(Tok::kStar)) table->star = true;
  node->table = Done(table);
  return Done(node);
}

// DuckDB's PIVOT t ON …
QueryBody* Parser::ParsePivotQuery() {
  PivotQuery* pivot = Make<PivotQuery>();
  pivot->unpivot = IsAny(Kw::kUnpivot, Kw::kPivotLonger);
  pivot->word = KeywordUpper(Now().keyword);
  Advance();
  pivot->table = ParseTableRef();
  if (pivot->unpivot) {
    if (AcceptWords({Kw::kInclude, Kw::kNulls}))
      pivot->include_nulls = true;
    else if (AcceptWords({Kw::kExclude, Kw::kNulls}))
      pivot->exclude_nulls = true;
  }
  if (pivot->unpivot && !Is(Kw::kOn)) Expect(Kw::kOn);
  if (Accept(Kw::kOn)) {
    List<PivotColumn*> on(*this);
    do {
      if (!on.empty() && !Is(Tok::kLeftParen) && IsAny(Kw::kUsing, Kw::kGroup, Kw::kInto)) break;
      PivotColumn* column = Make<PivotColumn>();
      no_in_ = true;
      const bool star = star_argument_;
      star_argument_ = true;
      Expr* expr = ParseExpr();
      if (pivot->unpivot && Is(Kw::kAs)) {
        AliasedExpr* aliased = MakeAt<AliasedExpr>(expr->begin);
        aliased->expr = expr;
        Advance();
        aliased->alias = Is(Tok::kString) ? TakeIdent() : ParseLabel();
        expr = Done(aliased);
      }
      star_argument_ = star;
      no_in_ = false;
      column->columns = arena_.One(expr);
      if (Accept(Kw::kIn)) {
        column->has_in = true;
        if (Is(Tok::kLeftParen) && QueryStartsBehindParens()) {
          column->query = ParseParenQuery();
        } else if (Is(Tok::kLeftParen)) {
          Advance();
          List<Expr*> items(*this);
          do {
            items.Add(ParseAliased());
          } while (Accept(Tok::kComma));
          Expect(Tok::kRightParen);
          column->in = items.Take();
        } else {
          column->in_name = ParseExpr();
        }
      }
      on.Add(Done(column));
    } while (Accept(Tok::kComma));
    pivot->on = on.Take();
  }
  if (!pivot->unpivot && Accept(Kw::kUsing)) {
    List<Expr*> aggregates(*this);
    do {
      if (!aggregates.empty() && (AtEnd() || Is(Kw::kGroup))) break;
      aggregates.Add(ParseAliased());
    } while (Accept(Tok::kComma));
    pivot->using_aggregates = aggregates.Take();
  }
  if (pivot->unpivot && Accept(Kw::kInto)) {
    Expect(Kw::kName);
    pivot->name = ParseColumnIdent();
    if (!Accept(Kw::kValue)) Expect(Kw::kValues);
    pivot->values = ParseIdentList(kMayBeColumn);
  }
  if (Is(Kw::kGroup) && PeekIs(1, Kw::kBy)) {
    Advance();
    Advance();
    pivot->group_by = ParseExprList();
  }
  if (pivot->on.empty() && pivot->using_aggregates.empty() && pivot->group_by.empty()) Fail("ON");
  return Done(pivot);
}

QueryBody* Parser::ParseDescribeQuery() {
  DescribeQuery* node = Make<DescribeQuery>();
  node->word = KeywordUpper(Now().keyword);
  Advance();
  if (IsAny(Kw::kDescribe, Kw::kSummarize)) Fail(Tr("a query"));
  if (QueryStarts() || (Is(Tok::kLeftParen) && QueryStartsBehindParens())) {
    node->query = ParseQuery();
  } else if (IsAny(Kw::kTables, Kw::kDatabases, Kw::kAll) || AtEnd()) {
    node->rest = TakeRaw();
  } else if (Is(Tok::kString) || IsName(kMayBeTable)) {
    node->table = ParseTablePrimary();
  } else {
    node->rest = TakeRaw();
  }
  return Done(node);
}

}  // namespace aietl::sql
