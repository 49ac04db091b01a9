// INSERT, UPDATE, DELETE, MERGE.
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

Statement* Parser::ParseDml(With* with) {
  switch (Now().keyword) {
    case Kw::kUpdate: return ParseUpdate(with);
    case Kw::kDelete: return ParseDelete(with);
    case Kw::kMerge: return ParseMerge(with);
    default: return ParseInsert(with);
  }
}

Span<Name> Parser::ParseColumnNames(Span<Expr*>* steps) {
  Expect(Tok::kLeftParen);
  List<Name> names(*this);
  List<Expr*> all_steps(*this);
  bool any_steps = false;
  do {
    if (!names.empty() && Is(Tok::kRightParen) && Has(Feature::kTrailingComma)) break;
    if (IsDialect(DialectId::kPostgres)) {
      // a, a.b, a[1]: subscripts and fields are of the column.
      List<Ident> parts(*this);
      parts.Add(ParseColumnIdent());
      Expr* step = nullptr;
      while (Is(Tok::kDot) || Is(Tok::kLeftBracket)) {
        if (Is(Tok::kLeftBracket)) {
          step = ParseSubscript(step, Now().begin);
        } else if (step) {
          FieldAccess* field = Make<FieldAccess>();
          Advance();
          field->base = step;
          field->field = ParseLabel();
          step = Done(field);
        } else {
          Advance();
          parts.Add(Is(Tok::kStar) ? TakeIdent() : ParseLabel());
        }
      }
      any_steps = any_steps || step;
      all_steps.Add(step);
      names.Add(parts.Take());
    } else {
      names.Add(ParseName(kMayBeColumn));
    }
  } while (Accept(Tok::kComma));
  Expect(Tok::kRightParen);
  if (any_steps && steps) *steps = all_steps.Take();
  return names.Take();
}

Statement* Parser::ParseInsert(With* with) {
  Insert* insert = Make<Insert>();
  insert->with = with;
  insert->verb = KeywordUpper(Now().keyword);
  const bool replace = Is(Kw::kReplace);
  Advance();
  if (!IsDialect(DialectId::kSpark)) insert->hints = ParseHints();
  if (Has(Feature::kInsertAll) && (Is(Kw::kAll) || Is(Kw::kFirst) ||
                                   (Is(Kw::kOverwrite) && PeekIsAny(1, Kw::kAll, Kw::kFirst))))
    return ParseInsertAll(insert);
  if (Has(Feature::kInsertModifiers)) {
    List<std::string_view> modifiers(*this);
    if (IsAny(Kw::kLowPriority, Kw::kDelayed) || (Is(Kw::kHighPriority) && !replace)) {
      modifiers.Add(KeywordUpper(Now().keyword));
      Advance();
    }
    if (Is(Kw::kIgnore) && !replace) {
      modifiers.Add("IGNORE");
      Advance();
    }
    insert->modifiers = modifiers.Take();
    insert->into = Accept(Kw::kInto);
  } else {
    if (Has(Feature::kInsertOr) && !replace && Accept(Kw::kOr)) {
      if (IsDialect(DialectId::kDuckdb))
        insert->conflict = ExpectOneOf({Kw::kReplace, Kw::kIgnore});
      else
        insert->conflict =
            ExpectOneOf({Kw::kReplace, Kw::kIgnore, Kw::kAbort, Kw::kFail, Kw::kRollback});
    }
    if (Has(Feature::kInsertOverwrite) && Is(Kw::kOverwrite)) {
      Advance();
      insert->overwrite = true;
      if (IsDialect(DialectId::kSnowflake))
        Expect(Kw::kInto);
      else
        insert->into = false;
      if (IsDialect(DialectId::kSpark) && IsAny(Kw::kLocal, Kw::kDirectory)) {
        insert->from_infile =
            TakeRawUntil({Kw::kSelect, Kw::kWith, Kw::kValues, Kw::kFrom, Kw::kTable});
        insert->query = ParseQuery();
        return Done(insert);
      }
    } else {
      Expect(Kw::kInto);
    }
  }
  ParseInsertBody(insert);
  return Done(insert);
}

void Parser::ParseInsertBody(Insert* insert) {
  const bool clickhouse = IsDialect(DialectId::kClickhouse), spark = IsDialect(DialectId::kSpark);
  if ((spark || clickhouse) && Is(Kw::kTable) &&
      (IsName(Peek(), kMayBeTable) || PeekIsAny(1, Kw::kFunction))) {
    Advance();
    insert->table_word = true;
  }
  if (clickhouse && Is(Kw::kFunction)) {
    Advance();
    const uint32_t begin = Now().begin;
    TableFunction* function = Make<TableFunction>();
    function->calls = arena_.One(ParseCall(ParseName(kMayBeFunction), begin));
    insert->table = Done(function);
    if (Accept(Kw::kPartition)) Expect(Kw::kBy), ParseExpr();
  } else {
    insert->table = ParseDmlTarget(Has(Feature::kInsertAlias), true);
  }
  if (Has(Feature::kInsertPartition) && Is(Kw::kPartition) && PeekIs(1, Tok::kLeftParen)) {
    Advance();
    Advance();
    List<Option*> partition(*this);
    do {
      Option* option = Make<Option>();
      option->name = Text();
      ParseLabel();
      if (Accept(Tok::kEq)) {
        option->equals = true;
        option->value = ParseExpr();
      }
      partition.Add(Done(option));
    } while (Accept(Tok::kComma));
    Expect(Tok::kRightParen);
    insert->partition = partition.Take();
    if (spark && !insert->overwrite && Is(Kw::kIf)) Fail("SELECT");
    if (AcceptWords({Kw::kIf, Kw::kNot, Kw::kExists})) insert->if_not_exists = true;
  }
  if (spark && Is(Kw::kReplace) && PeekIs(1, Kw::kWhere)) {
    Advance();
    Advance();
    insert->replace_where = ParseExpr();
  }
  if (IsDialect(DialectId::kMysql) && Is(Kw::kSet)) {
    Advance();
    insert->set = ParseAssignments();
    ParseInsertTail(insert);
    return;
  }
  if (Has(Feature::kInsertByName) && Is(Kw::kBy) &&
      (PeekIs(1, Kw::kName) || PeekIs(1, Kw::kPosition))) {
    Advance();
    (Is(Kw::kName) ? insert->by_name : insert->by_position) = true;
    Advance();
  }
  if (Is(Tok::kLeftParen) && !QueryStartsBehindParens()) {
    if (IsDialect(DialectId::kMysql) && PeekIs(1, Tok::kRightParen)) {
      Advance();
      Advance();
      insert->has_columns = true;
    } else if (clickhouse && PeekIs(1, Tok::kStar)) {
      Advance();
      insert->columns_star = ParseStar({}, Now().begin);
      Expect(Tok::kRightParen);
    } else {
      insert->has_columns = true;
      insert->columns = ParseColumnNames(&insert->column_steps);
    }
  }
  if (Has(Feature::kInsertOverriding) && Is(Kw::kOverriding)) {
    Advance();
    insert->overriding = ExpectOneOf({Kw::kSystem, Kw::kUser});
    Expect(Kw::kValue);
  }
  if (clickhouse && Is(Kw::kSettings)) {
    Advance();
    insert->settings = ParseSettings();
  }
  if (Has(Feature::kDefaultValues) && Is(Kw::kDefault) && PeekIs(1, Kw::kValues)) {
    Advance();
    Advance();
    insert->default_values = true;
  } else if (Has(Feature::kInsertFormat) && Is(Kw::kFormat)) {
    Advance();
    insert->format = ParseLabel();
    if (Is(Kw::kSettings)) Advance(), insert->settings = ParseSettings();
    if (!AtEnd()) {
      // Data of any form, to the end of the text.
      insert->data = Make<Raw>();
      while (!Is(Tok::kEnd))
        Advance();
      insert->data->text = source_.substr(insert->data->begin, previous_end_ - insert->data->begin);
      Done(insert->data);
    }
  } else if (IsDialect(DialectId::kMysql) && IsAny(Kw::kValue, Kw::kValues)) {
    Query* query = Make<Query>();
    const bool singular = Is(Kw::kValue);
    allow_default_ = true;
    Values* values = static_cast<Values*>(ParseValues());
    allow_default_ = false;
    values->singular = singular;
    query->body = values;
    insert->query = Done(query);
    if (Is(Kw::kAs) && (PeekIs(1, Tok::kWord) || PeekIs(1, Tok::kQuoted))) {
      Advance();
      insert->row_alias = ParseIdent(kMayBeTable, "a name");
      if (Is(Tok::kLeftParen)) insert->row_columns = ParseParenIdents(kMayBeColumn);
    }
  } else if (clickhouse && Is(Kw::kValues)) {
    ParseInsertData(insert);
  } else if (clickhouse && Is(Kw::kFrom) && PeekIs(1, Kw::kInfile)) {
    insert->from_infile = TakeRawUntil({Kw::kSelect, Kw::kSettings});
  } else {
    allow_default_ = !IsDialect(DialectId::kSqlite);
    if (Is(Kw::kValues) && !QueryStarts() && !clickhouse) Advance(), Expect(Tok::kLeftParen);
    const bool statement_query =
        QueryStarts() || (Is(Tok::kLeftParen) && QueryStartsBehindParens());
    if (!statement_query) {
      Fail(Has(Feature::kDefaultValues) ? "VALUES, SELECT, DEFAULT VALUES" : "VALUES, SELECT");
    } else if (Is(Kw::kValues)) {
      const uint32_t begin = Now().begin;
      QueryBody* values = ParseSetOperations(0);
      allow_default_ = false;
      insert->query = FinishQuery(values, begin);
    } else {
      allow_default_ = false;
      insert->query = ParseQuery();
    }
    allow_default_ = false;
  }
  ParseInsertTail(insert);
}

// ClickHouse hands what follows VALUES to the reader of that format, whatever it is. Rows of
// expressions become a query, anything else is kept as it stands, to the end of the statement.
void Parser::ParseInsertData(Insert* insert) {
  const Token* here = at_;
  const uint32_t previous = previous_end_;
  if (PeekIs(1, Tok::kLeftParen) && !PeekIs(2, Tok::kRightParen)) {
    const uint32_t begin = at_->begin;
    const size_t problems = problems_.size();
    allow_default_ = true;
    QueryBody* values = ParseValues();
    allow_default_ = false;
    if (!failed_ && AtEnd()) {
      insert->query = FinishQuery(values, begin);
      return;
    }
    if (failed_ && problems_.back().code == "too_deep") return;
    problems_.resize(problems);
    failed_ = false;
    at_ = here;
    previous_end_ = previous;
  }
  Advance();
  insert->format = Ident{"VALUES"};
  if (AtEnd()) return;
  insert->data = Make<Raw>();
  while (!AtEnd() && !Is(Tok::kBad))
    Advance();
  if (Is(Tok::kBad)) return Fail("");
  insert->data->text = source_.substr(insert->data->begin, previous_end_ - insert->data->begin);
  Done(insert->data);
}

void Parser::ParseInsertTail(Insert* insert) {
  List<OnConflict*> conflicts(*this);
  while (Has(Feature::kOnConflict) && Is(Kw::kOn) && PeekIs(1, Kw::kConflict)) {
    if (!conflicts.empty() && !IsDialect(DialectId::kSqlite)) break;
    conflicts.Add(ParseOnConflict());
  }
  insert->on_conflict = conflicts.Take();
  if (Has(Feature::kOnDuplicateKey) && insert->verb != "REPLACE" && Is(Kw::kOn) &&
      PeekIs(1, Kw::kDuplicate)) {
    Advance();
    Advance();
    ExpectWords({Kw::kKey, Kw::kUpdate});
    insert->has_duplicate_key = true;
    in_duplicate_key_ = true;
    insert->on_duplicate_key = ParseAssignments();
    in_duplicate_key_ = false;
  }
  if (Has(Feature::kReturning) && Is(Kw::kReturning)) insert->returning = ParseReturning();
}

// Snowflake's INSERT ALL and INSERT FIRST.
Statement* Parser::ParseInsertAll(Insert* insert) {
  insert->overwrite = Accept(Kw::kOverwrite);
  insert->all = Is(Kw::kAll);
  insert->first = !insert->all;
  insert->into = false;
  Advance();
  List<Insert*> branches(*this);
  std::vector<Expr*> conditions;  // not a List: that would share the stack of `branches`
  Expr* condition = nullptr;
  bool otherwise = false, conditional = false;
  while (IsAny(Kw::kWhen, Kw::kElse, Kw::kInto) && !failed_) {
    if (Accept(Kw::kWhen)) {
      condition = ParseExpr();
      Expect(Kw::kThen);
      conditional = true;
    } else if (Accept(Kw::kElse)) {
      condition = nullptr;
      otherwise = true;
    }
    Insert* branch = Make<Insert>();
    Expect(Kw::kInto);
    branch->verb = insert->verb;
    branch->table = ParseDmlTarget(false);
    if (Is(Tok::kLeftParen)) {
      branch->has_columns = true;
      branch->columns = ParseColumnNames(nullptr);
    }
    if (Accept(Kw::kValues)) {
      Query* query = Make<Query>();
      Values* values = Make<Values>();
      RowExpr* row = Make<RowExpr>();
      allow_default_ = true;
      row->items = ParseParenExprs();
      allow_default_ = false;
      values->rows = arena_.One(Done(row));
      query->body = Done(values);
      branch->query = Done(query);
    }
    branches.Add(Done(branch));
    conditions.push_back(condition);
  }
  (void)otherwise;
  if (branches.empty()) Fail("INTO, WHEN");
  insert->branches = branches.Take();
  if (conditional) insert->conditions = arena_.List(conditions);
  insert->query = ParseQuery();
  return Done(insert);
}

Span<IndexColumn*> Parser::ParseConflictTarget() {
  Expect(Tok::kLeftParen);
  List<IndexColumn*> columns(*this);
  do {
    IndexColumn* column = Make<IndexColumn>();
    const bool plain =
        IsName(kMayBeColumn) && (PeekIs(1, Tok::kComma) || PeekIs(1, Tok::kRightParen) ||
                                 PeekIsAny(1, Kw::kCollate, Kw::kAsc, Kw::kDesc) ||
                                 (IsDialect(DialectId::kPostgres) && PeekIs(1, Tok::kWord)));
    if (plain)
      column->name = TakeIdent();
    else if (IsDialect(DialectId::kPostgres))
      column->expr = Is(Tok::kLeftParen) ? ParseParen() : ParsePrimary();
    else
      column->expr = ParseExpr();
    if (Accept(Kw::kCollate)) column->collation = ParseCollation();
    if (IsDialect(DialectId::kPostgres) && (Is(Tok::kWord) || Is(Tok::kQuoted)) &&
        !IsAny(Kw::kAsc, Kw::kDesc, Kw::kNulls))
      column->op_class = ParseName(kMayBeAll);
    if (Accept(Kw::kAsc))
      column->direction = Direction::kAsc;
    else if (Accept(Kw::kDesc))
      column->direction = Direction::kDesc;
    columns.Add(Done(column));
  } while (Accept(Tok::kComma));
  Expect(Tok::kRightParen);
  return columns.Take();
}

OnConflict* Parser::ParseOnConflict() {
  OnConflict* conflict = Make<OnConflict>();
  Advance();
  Advance();
  if (Is(Tok::kLeftParen)) {
    conflict->has_target = true;
    conflict->target = ParseConflictTarget();
    if (Accept(Kw::kWhere)) conflict->target_where = ParseExpr();
  } else if (Is(Kw::kOn) && PeekIs(1, Kw::kConstraint) && IsDialect(DialectId::kPostgres)) {
    Advance();
    Advance();
    conflict->constraint = ParseColumnIdent();
  }
  Expect(Kw::kDo);
  if (Accept(Kw::kNothing)) {
    conflict->do_nothing = true;
    return Done(conflict);
  }
  Expect(Kw::kUpdate);
  Expect(Kw::kSet);
  conflict->set = ParseAssignments();
  if (Accept(Kw::kWhere)) conflict->where = ParseExpr();
  return Done(conflict);
}

Assignment* Parser::ParseAssignment() {
  Assignment* assignment = Make<Assignment>();
  if (Is(Tok::kLeftParen) && Has(Feature::kUpdateRow)) {
    assignment->parenthesised = true;
    assignment->targets = ParseColumnNames(&assignment->target_steps);
  } else {
    List<Ident> parts(*this);
    if (IsDialect(DialectId::kSqlite) && Is(Tok::kString))
      parts.Add(TakeIdent());
    else
      parts.Add(ParseColumnIdent());
    List<Expr*> steps(*this);
    for (;;) {
      if (Is(Tok::kDot) && steps.empty() && !IsDialect(DialectId::kSqlite) &&
          !IsDialect(DialectId::kDuckdb)) {
        Advance();
        if (IsDialect(DialectId::kPostgres) && Is(Tok::kStar)) {
          parts.Add(TakeIdent());
          break;
        }
        parts.Add(ParseLabel());
      } else if (Is(Tok::kDot) && !steps.empty()) {
        FieldAccess* step = Make<FieldAccess>();
        Advance();
        step->field = ParseLabel();
        steps.Add(Done(step));
      } else if (Is(Tok::kLeftBracket) && IsDialect(DialectId::kPostgres)) {
        steps.Add(ParseSubscript(nullptr, Now().begin));
      } else {
        break;
      }
    }
    assignment->targets = arena_.One(Name(parts.Take()));
    assignment->subscripts = steps.Take();
  }
  if (!(IsDialect(DialectId::kMysql) && Accept(Tok::kAssign))) {
    if (!((IsDialect(DialectId::kSqlite) || IsDialect(DialectId::kSpark)) && Accept(Tok::kEqEq)))
      Expect(Tok::kEq);
  }
  const bool allow_default = allow_default_;
  allow_default_ = !IsDialect(DialectId::kSqlite);
  if (assignment->parenthesised && allow_default_ && Is(Tok::kLeftParen) &&
      !QueryStartsBehindParens()) {
    // (a, b) = (1, DEFAULT)
    RowExpr* row = Make<RowExpr>();
    Advance();
    List<Expr*> items(*this);
    do {
      items.Add(ParseExpr());
    } while (Accept(Tok::kComma));
    Expect(Tok::kRightParen);
    row->items = items.Take();
    Expr* value = Done(row);
    if (row->items.size() == 1) {
      ParenExpr* paren = MakeAt<ParenExpr>(row->begin);
      paren->expr = row->items[0];
      value = paren;
    }
    assignment->value = ParseInfix(ParsePostfix(value, row->begin), row->begin, 0);
  } else if (assignment->parenthesised && allow_default_ && Is(Kw::kRow) &&
             PeekIs(1, Tok::kLeftParen)) {
    RowExpr* row = Make<RowExpr>();
    Advance();
    Advance();
    row->word = true;
    if (!Is(Tok::kRightParen)) row->items = ParseExprList();
    Expect(Tok::kRightParen);
    assignment->value = Done(row);
  } else {
    assignment->value = ParseExpr();
  }
  allow_default_ = allow_default;
  return Done(assignment);
}

Span<Assignment*> Parser::ParseAssignments() {
  List<Assignment*> list(*this);
  do {
    if (!list.empty() && Has(Feature::kTrailingComma) && (AtEnd() || IsAny(Kw::kWhere, Kw::kFrom)))
      break;
    list.Add(ParseAssignment());
  } while (Accept(Tok::kComma));
  return list.Take();
}

// Behind WHERE of UPDATE and DELETE.
Expr* Parser::ParseDmlWhere() {
  if (!(Has(Feature::kCurrentOf) && Is(Kw::kCurrent) && PeekIs(1, Kw::kOf))) return ParseExpr();
  CurrentOf* node = Make<CurrentOf>();
  Advance();
  Advance();
  node->cursor = ParseColumnIdent();
  return Done(node);
}

Returning* Parser::ParseReturning() {
  Returning* returning = Make<Returning>();
  Advance();
  List<SelectItem*> items(*this);
  do {
    items.Add(ParseSelectItem());
  } while (Accept(Tok::kComma));
  returning->items = items.Take();
  return Done(returning);
}

Statement* Parser::ParseUpdate(With* with) {
  Update* update = Make<Update>();
  update->with = with;
  Advance();
  if (!IsDialect(DialectId::kSpark)) update->hints = ParseHints();
  if (Has(Feature::kUpdateOr) && Accept(Kw::kOr))
    update->conflict =
        ExpectOneOf({Kw::kReplace, Kw::kIgnore, Kw::kAbort, Kw::kFail, Kw::kRollback});
  if (Has(Feature::kUpdateTables)) {
    List<std::string_view> modifiers(*this);
    while (IsAny(Kw::kLowPriority, Kw::kIgnore)) {
      modifiers.Add(KeywordUpper(Now().keyword));
      Advance();
    }
    update->modifiers = modifiers.Take();
    update->tables = ParseFromList();
  } else {
    update->tables = arena_.One(ParseDmlTarget(true));
  }
  Expect(Kw::kSet);
  update->set = ParseAssignments();
  if (Has(Feature::kUpdateFrom) && Accept(Kw::kFrom)) update->from = ParseFromList();
  if (IsDialect(DialectId::kClickhouse) && !Is(Kw::kWhere)) Fail("WHERE");
  if (Accept(Kw::kWhere)) update->where = ParseDmlWhere();
  if (Has(Feature::kUpdateLimit)) {
    const auto rest = [&] {
      if (Is(Kw::kOrder) && PeekIs(1, Kw::kBy)) {
        Advance();
        Advance();
        update->order_by = ParseOrderBy();
      }
      if (Accept(Kw::kLimit)) {
        update->limit = ParseExpr();
        if (IsDialect(DialectId::kSqlite) && (Is(Tok::kComma) || Is(Kw::kOffset))) {
          update->comma_limit = Is(Tok::kComma);
          Advance();
          update->offset = ParseExpr();
        }
      }
    };
    if (IsDialect(DialectId::kSqlite) && Is(Kw::kReturning)) update->returning = ParseReturning();
    rest();
  }
  if (Has(Feature::kReturning) && !IsDialect(DialectId::kMysql) && Is(Kw::kReturning) &&
      !update->returning)
    update->returning = ParseReturning();
  return Done(update);
}

Statement* Parser::ParseDelete(With* with) {
  Delete* statement = Make<Delete>();
  statement->with = with;
  Advance();
  if (!IsDialect(DialectId::kSpark)) statement->hints = ParseHints();
  const bool mysql = Has(Feature::kDeleteTables);
  if (mysql) {
    List<std::string_view> modifiers(*this);
    while (IsAny(Kw::kLowPriority, Kw::kQuick, Kw::kIgnore) ||
           (Is(Kw::kHistory) && PeekIs(1, Kw::kFrom))) {
      modifiers.Add(KeywordUpper(Now().keyword));
      Advance();
    }
    statement->modifiers = modifiers.Take();
  }
  const auto target_list = [&] {
    List<TableRef*> targets(*this);
    do {
      TableName* target = Make<TableName>();
      List<Ident> parts(*this);
      parts.Add(ParseIdent(kMayBeTable, "a table name"));
      while (Accept(Tok::kDot)) {
        if (Accept(Tok::kStar)) {
          target->star = true;
          break;
        }
        parts.Add(ParseLabel());
      }
      target->name = parts.Take();
      targets.Add(Done(target));
    } while (Accept(Tok::kComma));
    return targets.Take();
  };
  if (mysql && !Is(Kw::kFrom)) {
    statement->targets = target_list();
    Expect(Kw::kFrom);
    statement->from = ParseFromList();
  } else {
    if (!Has(Feature::kDeleteWithoutFrom) || Is(Kw::kFrom)) Expect(Kw::kFrom);
    size_t ahead = 0;
    if (mysql) {
      // DELETE FROM a, b.* USING …
      while (PeekIs(ahead, Tok::kWord) || PeekIs(ahead, Tok::kQuoted) || PeekIs(ahead, Tok::kDot) ||
             PeekIs(ahead, Tok::kComma) || PeekIs(ahead, Tok::kStar)) {
        if (PeekIsAny(ahead, Kw::kUsing, Kw::kWhere)) break;
        ++ahead;
        if (ahead > 64) break;
      }
    }
    if (mysql && ahead && PeekIs(ahead, Kw::kUsing)) {
      statement->targets = target_list();
      statement->targets_after = true;
      Expect(Kw::kUsing);
      statement->from = ParseFromList();
    } else {
      statement->table = ParseDmlTarget(true);
      if (IsDialect(DialectId::kMysql)) {
        if (Is(Kw::kFor) && PeekIs(1, Kw::kPortion))
          statement->portion = TakeRawUntil({Kw::kWhere, Kw::kOrder, Kw::kLimit, Kw::kReturning});
        else if (Is(Kw::kBefore) && PeekIs(1, Kw::kSystemTime))
          statement->portion = TakeRaw();
      }
    }
  }
  if (IsDialect(DialectId::kClickhouse)) {
    if (AcceptWords({Kw::kOn, Kw::kCluster}))
      statement->on_cluster = Is(Tok::kString) ? TakeIdent() : ParseLabel();
    if (AcceptWords({Kw::kIn, Kw::kPartition})) statement->in_partition = ParseExpr();
  }
  if (Has(Feature::kDeleteUsing) && Accept(Kw::kUsing)) statement->using_tables = ParseFromList();
  if (IsDialect(DialectId::kClickhouse) && !Is(Kw::kWhere)) Fail("WHERE");
  if (Accept(Kw::kWhere)) statement->where = ParseDmlWhere();
  if (Has(Feature::kUpdateLimit) && (statement->targets.empty() || statement->targets_after)) {
    if (IsDialect(DialectId::kSqlite) && Is(Kw::kReturning))
      statement->returning = ParseReturning();
    if (Is(Kw::kOrder) && PeekIs(1, Kw::kBy)) {
      Advance();
      Advance();
      statement->order_by = ParseOrderBy();
    }
    if (Accept(Kw::kLimit)) {
      statement->limit = ParseExpr();
      if (IsDialect(DialectId::kSqlite) && (Is(Tok::kComma) || Is(Kw::kOffset))) {
        statement->comma_limit = Is(Tok::kComma);
        Advance();
        statement->offset = ParseExpr();
      }
    }
  }
  if (Has(Feature::kReturning) && Is(Kw::kReturning) && !statement->returning)
    statement->returning = ParseReturning();
  if (IsDialect(DialectId::kClickhouse) && Accept(Kw::kSettings))
    statement->settings = ParseSettings();
  return Done(statement);
}

Statement* Parser::ParseMerge(With* with) {
  Merge* merge = Make<Merge>();
  merge->with = with;
  Advance();
  if (!IsDialect(DialectId::kSpark)) merge->hints = ParseHints();
  if (IsDialect(DialectId::kSpark) && AcceptWords({Kw::kWith, Kw::kSchema})) {
    if (!IsSpelt("evolution")) Fail("EVOLUTION");
    Advance();
    merge->schema_evolution = true;
  }
  Expect(Kw::kInto);
  merge->target = ParseDmlTarget(true);
  Expect(Kw::kUsing);
  merge->source = IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb) ||
                          IsDialect(DialectId::kSpark) || IsDialect(DialectId::kSnowflake)
                      ? ParseTableRef()
                      : ParseTablePrimary();
  if (IsDialect(DialectId::kDuckdb) && Is(Kw::kUsing)) {
    Advance();
    merge->has_using = true;
    merge->using_columns = ParseParenIdents(kMayBeColumn);
  } else {
    Expect(Kw::kOn);
    merge->on = ParseExpr();
  }
  List<MergeAction*> actions(*this);
  if (!Is(Kw::kWhen)) Fail("WHEN");
  // Spark: of several clauses of one kind only the last goes without a condition.
  bool unconditional[3] = {};
  while (Is(Kw::kWhen)) {
    const uint32_t begin = Now().begin;
    MergeAction* action = ParseMergeAction();
    bool& seen = unconditional[static_cast<size_t>(action->when)];
    if (seen && IsDialect(DialectId::kSpark))
      FailWithAt(Tr("a clause of this kind without a condition stands before"), begin);
    seen = seen || !action->condition;
    actions.Add(action);
  }
  merge->actions = actions.Take();
  if (IsDialect(DialectId::kDuckdb) && Is(Kw::kReturning)) merge->returning = ParseReturning();
  return Done(merge);
}

MergeAction* Parser::ParseMergeAction() {
  MergeAction* action = Make<MergeAction>();
  Advance();
  if (Accept(Kw::kNot)) {
    Expect(Kw::kMatched);
    action->when = MergeWhen::kNotMatchedByTarget;
    if (!IsDialect(DialectId::kPostgres) && Is(Kw::kBy)) {
      Advance();
      action->by_words = true;
      if (Accept(Kw::kSource))
        action->when = MergeWhen::kNotMatchedBySource;
      else
        Expect(Kw::kTarget);
    }
  } else {
    Expect(Kw::kMatched);
  }
  if (Accept(Kw::kAnd)) action->condition = ParseExpr();
  Expect(Kw::kThen);
  const bool insertable = action->when == MergeWhen::kNotMatchedByTarget;
  const bool any = IsDialect(DialectId::kDuckdb);
  const bool postgres = IsDialect(DialectId::kPostgres);
  if (Is(Kw::kUpdate) && (any || !insertable)) {
    Advance();
    action->action = MergeDo::kUpdate;
    if (IsDialect(DialectId::kSnowflake) && AcceptWords({Kw::kAll, Kw::kBy, Kw::kName})) {
      action->all_by_name = true;
    } else if (IsDialect(DialectId::kDuckdb) && !Is(Kw::kSet)) {
      if (Accept(Kw::kBy))
        (Is(Kw::kName) ? action->by_name : action->by_position) = true, Advance();
      else
        action->bare = true;
    } else {
      Expect(Kw::kSet);
      if (!postgres && !IsDialect(DialectId::kSnowflake) && Accept(Tok::kStar))
        action->star = true;
      else
        action->set = ParseAssignments();
    }
  } else if (Is(Kw::kDelete) && (any || !insertable)) {
    Advance();
    action->action = MergeDo::kDelete;
  } else if (Is(Kw::kInsert) && (any || insertable)) {
    Advance();
    action->action = MergeDo::kInsert;
    if (IsDialect(DialectId::kSnowflake) && AcceptWords({Kw::kAll, Kw::kBy, Kw::kName})) {
      action->all_by_name = true;
      return Done(action);
    }
    if (!postgres && !IsDialect(DialectId::kSnowflake) && Accept(Tok::kStar)) {
      action->star = true;
      return Done(action);
    }
    if (IsDialect(DialectId::kDuckdb) && Accept(Kw::kBy)) {
      (Is(Kw::kName) ? action->by_name : action->by_position) = true;
      Advance();
      if (Accept(Tok::kStar)) action->star = true;
      return Done(action);
    }
    if (Is(Tok::kLeftParen)) {
      action->has_columns = true;
      action->columns = ParseColumnNames(nullptr);
    }
    if (postgres && Accept(Kw::kOverriding)) {
      action->overriding = ExpectOneOf({Kw::kSystem, Kw::kUser});
      Expect(Kw::kValue);
    }
    if ((postgres || IsDialect(DialectId::kDuckdb)) && AcceptWords({Kw::kDefault, Kw::kValues})) {
      action->default_values = true;
      return Done(action);
    }
    if (IsDialect(DialectId::kDuckdb) && !Is(Kw::kValues)) {
      action->bare = true;
      return Done(action);
    }
    if (IsDialect(DialectId::kSpark) && !action->has_columns) Fail("(");
    Expect(Kw::kValues);
    allow_default_ = true;
    Expect(Tok::kLeftParen);
    List<Expr*> values(*this);
    do {
      values.Add(ParseExpr());
    } while (Accept(Tok::kComma));
    Expect(Tok::kRightParen);
    action->values = values.Take();
    allow_default_ = false;
  } else if ((postgres || IsDialect(DialectId::kDuckdb)) && Is(Kw::kDo) &&
             PeekIs(1, Kw::kNothing)) {
    Advance();
    Advance();
  } else if (IsDialect(DialectId::kDuckdb) && Is(Kw::kError)) {
    Advance();
    action->action = MergeDo::kError;
    if (!AtEnd() && !Is(Kw::kWhen) && !Is(Kw::kReturning)) action->error = ParseExpr();
  } else {
    Fail(insertable ? "INSERT" : "UPDATE, DELETE");
  }
  return Done(action);
}

}  // namespace aietl::sql
