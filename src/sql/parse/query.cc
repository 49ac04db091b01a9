// Queries as a whole: WITH, set operations, ORDER BY, LIMIT and what else follows a query.
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

Query* Parser::ParseQuery() {
  const Nesting nesting(*this);
  const uint32_t begin = Now().begin;
  With* with = Is(Kw::kWith) ? ParseWith() : nullptr;
  if (with && DmlStarts() && !failed_) {
    Fail("SELECT");
  }
  QueryBody* body = ParseSetOperations(0);
  // WITH … (SELECT …): the parentheses and what follows belong to one query.
  Query* query = MakeAt<Query>(begin);
  query->with = with;
  query->body = body;
  ParseQueryTail(query);
  return Done(query);
}

Query* Parser::FinishQuery(QueryBody* body, uint32_t begin) {
  Query* query = MakeAt<Query>(begin);
  query->body = body;
  ParseQueryTail(query);
  return Done(query);
}

bool Parser::IsSetOperator() const {
  switch (Now().keyword) {
    case Kw::kUnion:
    case Kw::kIntersect:
    case Kw::kExcept: return true;
    case Kw::kMinus: return Has(Feature::kMinus);
    default: return false;
  }
}

// ClickHouse: ORDER BY, LIMIT and SETTINGS behind a SELECT are that SELECT's, in a union too. They
// are read into a query of their own; if no set operator stands near, they go to the query around.
void Parser::ParseOperandTail(QueryBody* operand) {
  if (operand->kind != NodeKind::kSelect ||
      !IsAny(Kw::kOrder, Kw::kLimit, Kw::kOffset, Kw::kFetch, Kw::kSettings))
    return;
  Query* tail = MakeAt<Query>(operand->begin);
  tail->body = operand;
  in_operand_tail_ = true;
  ParseQueryTail(tail);
  in_operand_tail_ = false;
  operand_tail_ = Done(tail);
}

// The operand of a set operation, with its clauses.
QueryBody* Parser::WithOperandTail(QueryBody* operand) {
  Query* tail = operand_tail_;
  if (!tail || tail->body != operand) return operand;
  operand_tail_ = nullptr;
  tail->parenthesised = true;
  return tail;
}

// How many columns a query has as far as its text says; 0: unknown.
static size_t ColumnCount(const QueryBody* body) {
  if (const SetOperation* both = As<SetOperation>(body)) return ColumnCount(both->right);
  if (const Values* values = As<Values>(body))
    return values->rows.empty() ? 0 : values->rows[0]->items.size();
  const Select* select = As<Select>(body);
  if (!select) return 0;
  for (const SelectItem* item : select->items) {
    if (!item->expr || item->expr->kind == NodeKind::kStar) return 0;
  }
  return select->items.size();
}

// SQLite counts the columns when it prepares, whatever the tables. The tree stands all the same.
void Parser::CheckColumnCounts(const SetOperation& both, uint32_t begin) {
  if (failed_ || problems_.size() >= limits_.problems) return;
  const size_t left = ColumnCount(both.left), right = ColumnCount(both.right);
  if (left == 0 || right == 0 || left == right) return;
  Problem problem;
  problem.code = "set_operation_columns";
  problem.message = Msg("the sides of the set operation have {} and {} columns", left, right);
  problem.place.line = static_cast<int>(begin);  // an offset until the script is done
  problems_.push_back(std::move(problem));
}

QueryBody* Parser::ParseSetOperations(int least) {
  const uint32_t begin = Now().begin;
  QueryBody* left = ParseQueryPrimary();
  if (Has(Feature::kTailOfOperand)) ParseOperandTail(left);
  return ParseSetOperationsFrom(left, begin, least);
}

QueryBody* Parser::ParseSetOperationsFrom(QueryBody* left, uint32_t begin, int least) {
  uint32_t height = 0;
  while (IsSetOperator()) {
    const Token& token = Now();
    const bool intersect = token.keyword == Kw::kIntersect;
    const int level = intersect && !Has(Feature::kFlatSetOperations) ? 2 : 1;
    if (level < least) break;
    if (++height > limits_.chain) {
      FailWithAt(Msg("more than {} operators in a row", limits_.chain), token.begin, "too_deep");
      break;
    }
    SetOperation* node = MakeAt<SetOperation>(begin);
    node->op = token.keyword == Kw::kUnion ? SetOp::kUnion
               : intersect                 ? SetOp::kIntersect
                                           : SetOp::kExcept;
    node->minus = token.keyword == Kw::kMinus || token.keyword == Kw::kSetminus;
    Advance();
    if (Is(Kw::kAll)) {
      if (node->op != SetOp::kUnion && !Has(Feature::kSetOperationAll)) Fail("SELECT");
      Advance();
      node->quantifier = Distinct::kAll;
    } else if ((Is(Kw::kDistinct) || (Is(Kw::kDistinctrow) && IsDialect(DialectId::kMysql))) &&
               Has(Feature::kSetOperationDistinct)) {
      Advance();
      node->quantifier = Distinct::kDistinct;
    }
    if (Has(Feature::kUnionByName) && node->op == SetOp::kUnion && Is(Kw::kBy) &&
        PeekIs(1, Kw::kName)) {
      Advance();
      Advance();
      node->by_name = true;
    }
    node->left = WithOperandTail(left);
    const uint32_t right_begin = Now().begin;
    node->right = WithOperandTail(ParseSetOperations(level + 1));
    if (IsDialect(DialectId::kSqlite)) CheckColumnCounts(*node, right_begin);
    left = Done(node);
  }
  return left;
}

// Spark's VALUES … AS t (a) is SELECT * FROM VALUES … AS t (a).
QueryBody* Parser::AliasedValues(QueryBody* values, TableAlias* alias, uint32_t begin) {
  DerivedTable* derived = MakeAt<DerivedTable>(begin);
  derived->bare_values = true;
  Query* query = MakeAt<Query>(begin);
  query->body = values;
  derived->query = query;
  derived->alias = alias;
  SelectItem* item = MakeAt<SelectItem>(begin);
  item->expr = MakeAt<Star>(begin);
  Select* select = MakeAt<Select>(begin);
  select->items = arena_.One(item);
  select->from = arena_.One<TableRef*>(derived);
  return select;
}

QueryBody* Parser::ParseQueryPrimary() {
  if (Is(Tok::kLeftParen)) {
    if (Has(Feature::kFlatSetOperations)) {
      Fail("SELECT, VALUES");
      return Make<Select>();
    }
    Node* node = ParseParenNode();
    if (node->kind == NodeKind::kQuery) return static_cast<Query*>(node);
    Fail(Tr("a query"));
    return Make<Select>();
  }
  switch (Now().keyword) {
    case Kw::kSelect: return ParseSelect();
    case Kw::kWith:
      if (Has(Feature::kTailOfOperand)) {
        Query* query = ParseQuery();
        query->parenthesised = true;
        return query;
      }
      break;
    case Kw::kValues:
      if (!QueryStarts()) break;
      {
        const uint32_t begin = Now().begin;
        QueryBody* values = ParseValues();
        if (!IsDialect(DialectId::kSpark) || failed_) return values;
        TableAlias* alias = ParseTableAlias();
        return alias ? AliasedValues(values, alias, begin) : values;
      }
    case Kw::kTable:
      if (QueryStarts()) return ParseTableQuery();
      break;
    case Kw::kFrom:
      if (Has(Feature::kFromFirst)) return ParseFromFirst();
      break;
    case Kw::kPivot:
    case Kw::kPivotWider:
    case Kw::kUnpivot:
    case Kw::kPivotLonger:
      if (Has(Feature::kPivotStatement)) return ParsePivotQuery();
      break;
    case Kw::kDescribe:
    case Kw::kSummarize:
    case Kw::kShow:
      if (Has(Feature::kDescribeQuery)) return ParseDescribeQuery();
      break;
    default: break;
  }
  Fail("SELECT");
  return Make<Select>();
}

With* Parser::ParseWith() {
  With* with = Make<With>();
  Expect(Kw::kWith);
  if (Is(Kw::kRecursive) && !PeekIs(1, Kw::kAs)) {
    Advance();
    with->recursive = true;
  }
  List<Cte*> ctes(*this);
  do {
    ctes.Add(ParseCte(with->recursive));
  } while (Accept(Tok::kComma));
  with->ctes = ctes.Take();
  return Done(with);
}

Cte* Parser::ParseCte(bool recursive) {
  Cte* cte = Make<Cte>();
  if (Has(Feature::kCteExpression)) {
    // WITH name AS (query), else WITH expr AS name.
    const bool named = IsName(kMayBeTable) && PeekIs(1, Kw::kAs) &&
                       (PeekIs(2, Tok::kLeftParen) || PeekIs(2, Kw::kMaterialized));
    const bool columns = IsName(kMayBeTable) && PeekIs(1, Tok::kLeftParen) && !named;
    bool query = named;
    if (columns) {
      // name (a, b) AS (…)
      size_t ahead = 2;
      while (PeekIs(ahead, Tok::kWord) || PeekIs(ahead, Tok::kQuoted) || PeekIs(ahead, Tok::kComma))
        ++ahead;
      query = PeekIs(ahead, Tok::kRightParen) && PeekIs(ahead + 1, Kw::kAs) &&
              PeekIs(ahead + 2, Tok::kLeftParen);
    }
    if (!query) {
      cte->expr = ParseExpr();
      if (Accept(Kw::kAs)) cte->name = ParseLabel();
      return Done(cte);
    }
  }
  cte->name = Is(Tok::kString) && IsDialect(DialectId::kDuckdb) ? TakeIdent()
                                                                : ParseIdent(kMayBeTable, "a name");
  if (Is(Tok::kLeftParen) && !(Has(Feature::kCteWithoutAs) && QueryStarts(1)))
    cte->columns = ParseParenIdents(kMayBeColumn);
  if (Has(Feature::kCteKey) && Is(Kw::kUsing) && PeekIs(1, Kw::kKey)) {
    Advance();
    Advance();
    cte->key = ParseParenExprs();
  }
  if (!(Has(Feature::kCteWithoutAs) && Is(Tok::kLeftParen))) Expect(Kw::kAs);
  if (Has(Feature::kCteMaterialized)) {
    if (Is(Kw::kMaterialized))
      cte->materialized = Materialized::kYes, Advance();
    else if (Is(Kw::kNot) && PeekIs(1, Kw::kMaterialized) && !Has(Feature::kCteExpression))
      cte->materialized = Materialized::kNo, Advance(), Advance();
  }
  if (Has(Feature::kCteStatement) && Is(Tok::kLeftParen) &&
      (PeekIsAny(1, Kw::kInsert, Kw::kUpdate, Kw::kDelete, Kw::kMerge) || (PeekIs(1, Kw::kWith)))) {
    Advance();
    const uint32_t begin = Now().begin;
    With* with = Is(Kw::kWith) ? ParseWith() : nullptr;
    if (DmlStarts()) {
      cte->statement = ParseDml(with);
    } else {
      Query* query = MakeAt<Query>(begin);
      query->with = with;
      query->body = ParseSetOperations(0);
      ParseQueryTail(query);
      cte->query = Done(query);
    }
    Expect(Tok::kRightParen);
  } else if (Is(Tok::kLeftParen) && QueryStartsBehindParens()) {
    cte->query = ParseParenQuery();
  } else {
    Expect(Tok::kLeftParen);
    if (!QueryStarts()) Fail("SELECT");
    cte->query = ParseQuery();
    Expect(Tok::kRightParen);
  }
  if (Has(Feature::kCteSearch)) {
    if (Is(Kw::kSearch) && PeekIsAny(1, Kw::kDepth, Kw::kBreadth)) {
      Advance();
      cte->search = true;
      cte->search_breadth = Is(Kw::kBreadth);
      Advance();
      ExpectWords({Kw::kFirst, Kw::kBy});
      cte->search_by = ParseIdentList(kMayBeColumn);
      Expect(Kw::kSet);
      cte->search_set = ParseColumnIdent();
    }
    if (Is(Kw::kCycle) && recursive) {
      Advance();
      cte->cycle = ParseIdentList(kMayBeColumn);
      if (IsDialect(DialectId::kMysql)) {
        Expect(Kw::kRestrict);
        cte->restrict_cycle = true;
      } else {
        Expect(Kw::kSet);
        cte->cycle_set = ParseColumnIdent();
        if (Accept(Kw::kTo)) {
          cte->cycle_to = ParseExpr();
          Expect(Kw::kDefault);
          cte->cycle_default = ParseExpr();
        }
        Expect(Kw::kUsing);
        cte->cycle_using = ParseColumnIdent();
      }
    }
  }
  return Done(cte);
}

LimitBy* Parser::MakeLimitBy(Expr* limit, Expr* offset) {
  LimitBy* by = MakeAt<LimitBy>(limit->begin);
  by->limit = limit;
  by->offset = offset;
  Expect(Kw::kBy);
  if (Is(Kw::kAll))
    Advance(), by->all = true;
  else
    by->by = ParseExprList();
  return Done(by);
}

void Parser::ParseLimit(Query* query) {
  Advance();
  if (Is(Kw::kAll) && Has(Feature::kLimitAll)) {
    Advance();
    query->limit_all = true;
  } else {
    Expr* first = nullptr;
    if (IsDialect(DialectId::kMysql)) {
      if ((!Is(Tok::kInteger) && !Is(Tok::kParameter) && !Is(Tok::kBytes) &&
           !IsName(kMayBeColumn)) ||
          IsAny(Kw::kNull, Kw::kTrue, Kw::kFalse))
        Fail(Tr("a number"));
      first = ParsePrimary();
    } else if (Has(Feature::kLimitPercent) && (Is(Tok::kInteger) || Is(Tok::kDecimal)) &&
               PeekIs(1, Tok::kPercent)) {
      first = ParseLiteralNumber();
    } else {
      first = ParseExpr();
    }
    if (Has(Feature::kLimitPercent) && (Is(Tok::kPercent) || Is(Kw::kPercent))) {
      Advance();
      query->limit_percent = true;
    }
    Expr* offset = nullptr;
    bool comma = false;
    if (Is(Tok::kComma) && Has(Feature::kLimitComma)) {
      Advance();
      comma = true;
      offset = first;
      first = IsDialect(DialectId::kMysql) ? ParsePrimary() : ParseExpr();
    } else if (Has(Feature::kLimitBy) && Is(Kw::kOffset)) {
      Advance();
      offset = ParseExpr();
    }
    if (Has(Feature::kLimitBy) && Is(Kw::kBy)) {
      (query->limit_by ? query->limit_by_2 : query->limit_by) = MakeLimitBy(first, offset);
      return;
    }
    query->limit = first;
    if (offset) query->offset = offset;
    query->comma_limit = comma;
  }
  if (Has(Feature::kLimitWithTies) && AcceptWords({Kw::kWith, Kw::kTies})) query->with_ties = true;
  if (IsDialect(DialectId::kMysql) && Is(Kw::kRows) && PeekIs(1, Kw::kExamined)) {
    Advance();
    Advance();
    query->rows_examined = ParsePrimary();
  }
}

void Parser::ParseOffset(Query* query) {
  Advance();
  query->offset = IsDialect(DialectId::kMysql) ? ParsePrimary() : ParseExpr();
  if (Has(Feature::kOffsetRows) && (Is(Kw::kRow) || Is(Kw::kRows))) {
    Advance();
    query->offset_rows = true;
  } else if (IsDialect(DialectId::kMysql) && !query->limit) {
    Fail("ROWS");
  }
}

void Parser::ParseFetch(Query* query) {
  Advance();
  query->fetch = true;
  ExpectOneOf({Kw::kFirst, Kw::kNext});
  if (!Is(Kw::kRow) && !Is(Kw::kRows)) {
    if (IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb)) {
      if (Is(Tok::kPlus) || Is(Tok::kMinus))
        query->limit = ParseExpr(dialect_.precedence.unary);
      else
        query->limit = ParsePrimary();
    } else {
      query->limit = ParseExpr();
    }
  }
  if (IsDialect(DialectId::kSnowflake)) {
    if (!Accept(Kw::kRow)) Accept(Kw::kRows);
    Accept(Kw::kOnly);
    return;
  }
  ExpectOneOf({Kw::kRow, Kw::kRows});
  if (Has(Feature::kFetchWithTies) && AcceptWords({Kw::kWith, Kw::kTies}))
    query->with_ties = true;
  else
    Expect(Kw::kOnly);
}

bool Parser::ParseLock(Query* query) {
  LockClause* lock = Make<LockClause>();
  if (Is(Kw::kFor) && Has(Feature::kLockForUpdate)) {
    if (PeekIs(1, Kw::kUpdate))
      lock->strength = LockStrength::kUpdate, Advance(), Advance();
    else if (PeekIs(1, Kw::kShare) && !IsDialect(DialectId::kSnowflake))
      lock->strength = LockStrength::kShare, Advance(), Advance();
    else if (Has(Feature::kLockKeys) && AcceptWords({Kw::kFor, Kw::kNo, Kw::kKey, Kw::kUpdate}))
      lock->strength = LockStrength::kNoKeyUpdate;
    else if (Has(Feature::kLockKeys) && AcceptWords({Kw::kFor, Kw::kKey, Kw::kShare}))
      lock->strength = LockStrength::kKeyShare;
    else
      return false;
  } else if (Is(Kw::kLock) && Has(Feature::kLockShareMode) && PeekIs(1, Kw::kIn)) {
    Advance();
    Advance();
    ExpectWords({Kw::kShare, Kw::kMode});
    lock->strength = LockStrength::kShareMode;
  } else {
    return false;
  }
  if (Is(Kw::kOf) && !IsDialect(DialectId::kSnowflake)) {
    Advance();
    List<Name> of(*this);
    do {
      of.Add(ParseTableNameParts());
    } while (Accept(Tok::kComma));
    lock->of = of.Take();
  }
  if (IsDialect(DialectId::kMysql) && !query->locks.empty() &&
      (lock->strength == LockStrength::kShareMode ||
       query->locks.back()->strength == LockStrength::kShareMode))
    Fail(Tr("the end of the statement"));
  if (Accept(Kw::kNowait))
    lock->wait = LockWait::kNoWait;
  else if (!IsDialect(DialectId::kSnowflake) && AcceptWords({Kw::kSkip, Kw::kLocked}))
    lock->wait = LockWait::kSkipLocked;
  else if (Is(Kw::kWait) && (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSnowflake))) {
    Advance();
    lock->wait = LockWait::kWait;
    lock->seconds = ParsePrimary();
  }
  List<LockClause*> locks(*this);
  for (LockClause* before : query->locks)
    locks.Add(before);
  locks.Add(Done(lock));
  query->locks = locks.Take();
  return true;
}

// MySQL's INTO @a, INTO OUTFILE; at INTO.
bool Parser::ParseInto(Query* query) {
  if (!Has(Feature::kIntoVariables)) return false;
  Advance();
  if (IsAny(Kw::kOutfile, Kw::kDumpfile)) {
    if (!PeekIs(1, Tok::kString)) {
      Advance();
      Fail(Tr("a string"));
    }
    query->outfile = AcceptPattern("outfile");
    return true;
  }
  List<Expr*> targets(*this);
  do {
    if (!Is(Tok::kVariable) && !IsName(kMayBeColumn)) Fail(Tr("a variable"));
    targets.Add(ParsePrimary());
  } while (Accept(Tok::kComma));
  query->into_targets = targets.Take();
  return true;
}

// {'a': 'b'}, of strings.
StructExpr* Parser::ParseSettingMap() {
  StructExpr* map = Make<StructExpr>();
  Advance();
  List<StructField*> fields(*this);
  do {
    StructField* field = Make<StructField>();
    field->key = ParseLiteralString();
    Expect(Tok::kColon);
    field->value = ParseLiteralString();
    fields.Add(Done(field));
  } while (Accept(Tok::kComma));
  Expect(Tok::kRightBrace);
  map->fields = fields.Take();
  return Done(map);
}

Span<Option*> Parser::ParseSettings() {
  List<Option*> settings(*this);
  do {
    Option* option = Make<Option>();
    option->name = Text();
    ParseLabel();
    while (Is(Tok::kDot)) {
      Advance();
      ParseLabel();
    }
    if (!failed_) option->name = source_.substr(option->begin, previous_end_ - option->begin);
    if (Accept(Tok::kEq)) {
      option->equals = true;
      option->value = Is(Tok::kLeftBrace) && IsString(Peek())
                          ? ParseSettingMap()
                          : ParseExpr(dialect_.precedence.ternary + 1);
    }
    settings.Add(Done(option));
  } while (Accept(Tok::kComma));
  return settings.Take();
}

void Parser::ParseQueryTail(Query* query) {
  if (operand_tail_ && operand_tail_->body == query->body) {
    // No set operation was there: the clauses are this query's.
    With* with = query->with;
    const uint32_t begin = query->begin;
    *query = *operand_tail_;
    query->with = with;
    query->begin = begin;
    operand_tail_ = nullptr;
  }
  ParseQueryClauses(query);
  if (query->with_ties && query->order_by.empty() && !IsDialect(DialectId::kMysql))
    FailWith(Tr("WITH TIES needs ORDER BY"));
  if (query->fetch && query->order_by.empty() && IsDialect(DialectId::kClickhouse))
    FailWith(Tr("FETCH needs ORDER BY"));
}

void Parser::ParseQueryClauses(Query* query) {
  bool limited = query->limit != nullptr || query->fetch, offset = query->offset != nullptr;
  if (Has(Feature::kTailOfOperand) && query->body->kind != NodeKind::kSelect &&
      IsAny(Kw::kOrder, Kw::kLimit, Kw::kOffset, Kw::kFetch))
    return;
  if (IsDialect(DialectId::kSqlite) && query->body->kind == NodeKind::kValues) return;
  const bool operand = in_operand_tail_;
  in_operand_tail_ = false;
  for (;;) {
    // FORMAT and INTO OUTFILE are of the whole.
    if (operand && IsAny(Kw::kFormat, Kw::kInto)) return;
    switch (Now().keyword) {
      case Kw::kOrder:
        if (!PeekIs(1, Kw::kBy) || !query->order_by.empty() || limited || offset ||
            !query->locks.empty() || !query->sort_by.empty() || !query->cluster_by.empty() ||
            !query->distribute_by.empty())
          return;
        Advance();
        Advance();
        query->order_by = ParseOrderBy();
        if (Has(Feature::kWithFill) && Is(Kw::kInterpolate)) {
          Advance();
          query->interpolates = true;
          if (Accept(Tok::kLeftParen)) {
            List<AliasedExpr*> items(*this);
            while (!Is(Tok::kRightParen) && !failed_) {
              AliasedExpr* item = Make<AliasedExpr>();
              item->alias = ParseLabel();
              if (Accept(Kw::kAs)) item->expr = ParseExpr();
              items.Add(Done(item));
              if (!Accept(Tok::kComma)) break;
            }
            Expect(Tok::kRightParen);
            query->interpolate = items.Take();
          }
        }
        continue;
      case Kw::kSort:
      case Kw::kDistribute:
      case Kw::kCluster: {
        if (!Has(Feature::kDistributeBy) || !PeekIs(1, Kw::kBy)) return;
        const Kw word = Now().keyword;
        // DISTRIBUTE BY, then SORT BY; all others exclude each other.
        if (!query->order_by.empty() || !query->cluster_by.empty() || !query->sort_by.empty() ||
            (word != Kw::kSort && !query->distribute_by.empty()))
          return;
        Advance();
        Advance();
        if (word == Kw::kSort)
          query->sort_by = ParseOrderBy();
        else
          (word == Kw::kDistribute ? query->distribute_by : query->cluster_by) = ParseExprList();
        continue;
      }
      case Kw::kWindow:
        if (!IsDialect(DialectId::kSpark)) return;
        return;
      case Kw::kLimit:
        if ((limited && !query->limit_by) || query->fetch) return;
        if (limited && query->limit) return;
        if (offset && !Has(Feature::kOffsetFirst) && !IsDialect(DialectId::kMysql)) return;
        limited = true;
        if (!query->locks.empty() && !IsDialect(DialectId::kPostgres)) return;
        ParseLimit(query);
        if (!query->limit && query->limit_by) limited = false;
        if (query->offset) offset = true;
        continue;
      case Kw::kOffset:
        if (offset || (!Has(Feature::kOffsetAlone) && !limited)) return;
        if (query->fetch && !Has(Feature::kOffsetFirst)) return;
        if (query->comma_limit) return;
        offset = true;
        ParseOffset(query);
        continue;
      case Kw::kFetch:
        if (!Has(Feature::kFetch) || limited || !PeekIsAny(1, Kw::kFirst, Kw::kNext)) return;
        limited = true;
        ParseFetch(query);
        continue;
      case Kw::kFor:
      case Kw::kLock:
        if (!ParseLock(query)) return;
        continue;
      case Kw::kInto:
        if (!Has(Feature::kIntoVariables) || !query->into_targets.empty() || query->outfile) {
          if (IsDialect(DialectId::kClickhouse) && PeekIs(1, Kw::kOutfile) && !query->outfile) {
            Advance();
            query->outfile = AcceptPattern("outfile");
            if (!query->outfile) Fail(Tr("a string"));
            continue;
          }
          return;
        }
        if (!ParseInto(query)) return;
        continue;
      case Kw::kSettings:
        if (!Has(Feature::kQuerySettings) || !query->settings.empty()) return;
        Advance();
        query->settings_first = query->format.empty();
        query->settings = ParseSettings();
        continue;
      case Kw::kFormat:
        if (!Has(Feature::kQuerySettings) || !query->format.empty()) return;
        Advance();
        query->format = ParseLabel();
        continue;
      default: return;
    }
  }
}

}  // namespace aietl::sql
