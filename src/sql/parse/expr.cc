// Expressions from the outside in: prefixes, primaries, what follows a primary.
#include "base/text.h"
#include "sql/internal/characters.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

Expr* Parser::ParseExpr(int least) {
  const Nesting nesting(*this);
  const uint32_t begin = Now().begin;
  Expr* left = ParsePrefix();
  if (failed_) return left;
  return ParseInfix(left, begin, least);
}

Expr* Parser::ParsePrefix() {
  const Precedences& p = dialect_.precedence;
  Op op = Op::kNone;
  int level = p.unary;
  std::string_view symbol;
  switch (Now().kind) {
    case Tok::kPlus: op = Op::kPositive; break;
    case Tok::kMinus: op = Op::kNegate; break;
    case Tok::kTilde:
      if (IsDialect(DialectId::kSnowflake) || IsDialect(DialectId::kClickhouse)) break;
      op = Op::kBitNot;
      if (p.other) level = p.other;
      break;
    case Tok::kBang:
      if (p.not_sign)
        op = Op::kNotSign, level = p.not_sign;
      else if (IsDialect(DialectId::kSpark))
        op = Op::kNotSign, level = p.not_;
      else if (p.other)
        op = Op::kCustom, symbol = Text(), level = p.other;
      break;
    case Tok::kAt:
      if (p.other) op = Op::kAbsolute, level = p.other;
      break;
    case Tok::kOperator:
    case Tok::kQuestion:
    case Tok::kAnd:
    case Tok::kConcat:
    case Tok::kArrow:
    case Tok::kShiftLeft:
    case Tok::kShiftRight:
    case Tok::kAmpersand:
    case Tok::kPipe:
      if (dialect_.lex.operators == OperatorLexing::kGreedy && p.other) {
        symbol = Text();
        op = symbol == "|/" ? Op::kSquareRoot : symbol == "||/" ? Op::kCubeRoot : Op::kCustom;
        level = p.other;
      }
      break;
    case Tok::kWord:
      switch (Now().keyword) {
        case Kw::kNot:
          op = Op::kNot;
          level = p.not_;
          break;
        case Kw::kBinary:
          if (Has(Feature::kBinaryWord)) op = Op::kBinary;
          break;
        case Kw::kPrior:
          if (Has(Feature::kConnectBy) && !PeekIs(1, Tok::kComma) && !PeekIs(1, Tok::kDot))
            op = Op::kPrior;
          break;
        case Kw::kOperator:
          if (Has(Feature::kOperatorWord) && PeekIs(1, Tok::kLeftParen)) {
            Unary* node = Make<Unary>();
            Advance();
            Advance();
            List<Ident> schema(*this);
            while (Is(Tok::kWord) || Is(Tok::kQuoted)) {
              schema.Add(TakeIdent());
              Expect(Tok::kDot);
            }
            node->op = Op::kCustom;
            node->schema = schema.Take();
            node->symbol = Text();
            Advance();
            Expect(Tok::kRightParen);
            node->operand = ParseExpr(p.other);
            return Done(node);
          }
          break;
        default: break;
      }
      break;
    default: break;
  }
  if (op == Op::kNone) return ParsePrimary();
  // Runs of signs are read in a loop, so that ----1 needs no depth.
  Unary* node = Make<Unary>();
  Advance();
  node->op = op;
  node->symbol = symbol;
  node->operand = ParseExpr(level);
  return Done(node);
}

bool Parser::QueryStarts(size_t ahead) const {
  switch (at_[ahead].keyword) {
    case Kw::kSelect:
    case Kw::kWith: return true;
    case Kw::kValues:
      // ClickHouse has it in parentheses only.
      if (IsDialect(DialectId::kClickhouse))
        return at_[ahead + 1].kind == Tok::kLeftParen && at_ + ahead > lexed_.tokens.data() &&
               !failed_ && at_[static_cast<ptrdiff_t>(ahead) - 1].kind == Tok::kLeftParen;
      return (Has(Feature::kValuesQuery) &&
              (at_[ahead + 1].kind == Tok::kLeftParen || Has(Feature::kValuesBare)) &&
              !IsDialect(DialectId::kMysql)) ||
             (IsDialect(DialectId::kMysql) &&
              (at_[ahead + 1].keyword == Kw::kRow || at_[ahead + 1].kind == Tok::kLeftParen));
    case Kw::kTable:
      return Has(Feature::kTableQuery) &&
             (IsName(at_[ahead + 1], kMayBeTable) ||
              (Has(Feature::kOnlyTable) && at_[ahead + 1].keyword == Kw::kOnly));
    case Kw::kFrom: return Has(Feature::kFromFirst);
    case Kw::kPivot:
    case Kw::kPivotWider:
    case Kw::kUnpivot:
    case Kw::kPivotLonger: return Has(Feature::kPivotStatement);
    case Kw::kDescribe:
    case Kw::kSummarize:
    case Kw::kShow:
      return Has(Feature::kDescribeQuery) && at_[ahead + 1].kind != Tok::kRightParen &&
             at_[ahead + 1].kind != Tok::kComma;
    default: return false;
  }
}

bool Parser::QueryStartsBehindParens() const {
  size_t ahead = 0;
  const size_t last = static_cast<size_t>(lexed_.tokens.data() + lexed_.tokens.size() - at_);
  if (failed_) return false;
  while (ahead + 4 < last && at_[ahead].kind == Tok::kLeftParen)
    ++ahead;
  return ahead > 0 && QueryStarts(ahead);
}

// At `(`. What it holds is known without going back: one look over the parentheses that open here.
Node* Parser::ParseParenNode() {
  const Nesting nesting(*this);
  const uint32_t begin = Now().begin;
  Expect(Tok::kLeftParen);
  const bool no_in = no_in_, no_alias = no_alias_;
  no_in_ = no_alias_ = false;
  struct Restore {
    Parser& parser;
    bool no_in, no_alias;
    ~Restore() {
      parser.no_in_ = no_in;
      parser.no_alias_ = no_alias;
    }
  } restore{*this, no_in, no_alias};
  if (QueryStarts()) {
    Query* query = ParseQuery();
    Expect(Tok::kRightParen);
    query->parenthesised = true;
    query->begin = begin;
    return Done(query);
  }
  Expr* first = nullptr;
  uint32_t first_begin = Now().begin;
  if (Is(Tok::kLeftParen) && QueryStartsBehindParens()) {
    Node* inner = ParseParenNode();
    if (inner->kind == NodeKind::kQuery) {
      Query* query = static_cast<Query*>(inner);
      const bool goes_on = IsSetOperator() ||
                           IsAny(Kw::kOrder, Kw::kLimit, Kw::kOffset, Kw::kFetch) ||
                           (Is(Kw::kFor) && Has(Feature::kLockForUpdate));
      if (goes_on || Is(Tok::kRightParen)) {
        Query* outer = query;
        if (goes_on) {
          QueryBody* body = ParseSetOperationsFrom(query, first_begin, 0);
          outer = FinishQuery(body, first_begin);
        }
        Expect(Tok::kRightParen);
        if (!goes_on) {
          Query* wrapped = MakeAt<Query>(begin);
          wrapped->body = query;
          outer = wrapped;
        }
        outer->parenthesised = true;
        outer->begin = begin;
        return Done(outer);
      }
      SubqueryExpr* subquery = MakeAt<SubqueryExpr>(first_begin);
      subquery->query = query;
      query->parenthesised = false;
      first = ParseInfix(ParsePostfix(subquery, first_begin), first_begin, 0);
    } else {
      first = ParseInfix(ParsePostfix(static_cast<Expr*>(inner), first_begin), first_begin, 0);
    }
  } else if (Is(Tok::kRightParen)) {
    Advance();
    RowExpr* row = MakeAt<RowExpr>(begin);
    if (Is(Tok::kArrow) && Has(Feature::kLambda)) return row;
    if (!Has(Feature::kEmptyTuple)) {
      if (!failed_) --at_;
      Fail(Tr("an expression"));
    }
    return row;
  } else {
    if (IsDialect(DialectId::kSnowflake) && IsName(kMayBeColumn) &&
        (PeekIs(1, Tok::kWord) && IsTypeWord(Peek())) &&
        (PeekIs(2, Tok::kComma) || PeekIs(2, Tok::kRightParen))) {
      // (x INT, y INT) -> …
      List<Ident> names(*this);
      List<TypeName*> types(*this);
      do {
        names.Add(ParseColumnIdent());
        types.Add(Is(Tok::kComma) || Is(Tok::kRightParen) ? nullptr : ParseType());
      } while (Accept(Tok::kComma));
      Expect(Tok::kRightParen);
      Expect(Tok::kArrow);
      Lambda* lambda = static_cast<Lambda*>(ParseLambdaBody(names.Take(), begin, true));
      lambda->types = types.Take();
      return lambda;
    }
    first = ParseExpr();
    if (!no_alias_ && (Has(Feature::kAliasAnywhere) || IsDialect(DialectId::kSpark))) {
      if (const Ident alias = ParseAliasAnywhere(); !alias.empty()) {
        AliasedExpr* aliased = MakeAt<AliasedExpr>(first->begin);
        aliased->expr = first;
        aliased->alias = alias;
        first = aliased;
      }
    }
  }
  if (Is(Tok::kComma)) {
    List<Expr*> items(*this);
    items.Add(first);
    while (Accept(Tok::kComma)) {
      if (Is(Tok::kRightParen) &&
          (Has(Feature::kTrailingComma) || (items.size() == 1 && Has(Feature::kSingleTuple))))
        break;
      Expr* item = ParseExpr();
      if (Has(Feature::kAliasAnywhere) || IsDialect(DialectId::kSpark)) {
        if (const Ident alias = ParseAliasAnywhere(); !alias.empty()) {
          AliasedExpr* aliased = MakeAt<AliasedExpr>(item->begin);
          aliased->expr = item;
          aliased->alias = alias;
          item = aliased;
        }
      }
      items.Add(item);
    }
    Expect(Tok::kRightParen);
    RowExpr* row = MakeAt<RowExpr>(begin);
    row->items = items.Take();
    return row;
  }
  Expect(Tok::kRightParen);
  ParenExpr* paren = MakeAt<ParenExpr>(begin);
  paren->expr = first;
  return paren;
}

Expr* Parser::ParseParen() {
  const uint32_t begin = Now().begin;
  Node* node = ParseParenNode();
  if (node->kind != NodeKind::kQuery) return static_cast<Expr*>(node);
  SubqueryExpr* subquery = MakeAt<SubqueryExpr>(begin);
  subquery->query = static_cast<Query*>(node);
  subquery->query->parenthesised = false;
  return subquery;
}

Query* Parser::ParseParenQuery() {
  Node* node = ParseParenNode();
  if (node->kind == NodeKind::kQuery) {
    Query* query = static_cast<Query*>(node);
    query->parenthesised = false;
    return query;
  }
  Fail(Tr("a query"));
  return Make<Query>();
}

bool Parser::LambdaParameters(Expr* expr, Span<Ident>* parameters) {
  if (const ColumnRef* column = As<ColumnRef>(expr)) {
    if (column->name.size() != 1) return false;
    *parameters = column->name;
    return true;
  }
  List<Ident> names(*this);
  const auto add = [&](Expr* item) {
    const ColumnRef* column = As<ColumnRef>(item);
    if (!column || column->name.size() != 1) return false;
    names.Add(column->name[0]);
    return true;
  };
  if (const ParenExpr* paren = As<ParenExpr>(expr)) {
    if (!add(paren->expr)) return false;
  } else if (const RowExpr* row = As<RowExpr>(expr); row && !row->word) {
    for (Expr* item : row->items) {
      if (!add(item)) return false;
    }
  } else if (const Call* call = As<Call>(expr); call && IsDialect(DialectId::kClickhouse) &&
                                                call->name.size() == 1 &&
                                                call->name[0].text == "tuple") {
    for (const Argument* argument : call->args) {
      if (!add(argument->value)) return false;
    }
  } else {
    return false;
  }
  *parameters = names.Take();
  return true;
}

Expr* Parser::ParseLambdaBody(Span<Ident> parameters, uint32_t begin, bool parenthesised) {
  Lambda* lambda = MakeAt<Lambda>(begin);
  lambda->parameters = parameters;
  lambda->parenthesised = parenthesised;
  lambda->body = ParseExpr(dialect_.precedence.lambda);
  return Done(lambda);
}

Expr* Parser::ParseSubscript(Expr* base, uint32_t begin) {
  Subscript* node = MakeAt<Subscript>(begin);
  node->base = base;
  Expect(Tok::kLeftBracket);
  const ColumnRef* column = As<ColumnRef>(base);
  if (IsDialect(DialectId::kClickhouse) && Is(Tok::kRightBracket) && base &&
      (base->kind == NodeKind::kFieldAccess || base->kind == NodeKind::kSubscript ||
       (column && column->name.size() > 1))) {
    Advance();  // a.b[]: the arrays of a JSON path
    return Done(node);
  }
  const bool slices = Has(Feature::kSlice);
  const auto colons = [&] {
    return slices && (Is(Tok::kColon) || (Is(Tok::kCast) && Has(Feature::kSliceStep)));
  };
  if (!colons()) node->index = ParseExpr();
  if (colons()) {
    node->slice = true;
    if (Is(Tok::kCast)) {
      Advance();
      node->stepped = true;
    } else {
      Advance();
      if (Is(Tok::kMinus) && Has(Feature::kSliceStep) &&
          (PeekIs(1, Tok::kColon) || PeekIs(1, Tok::kRightBracket))) {
        Advance();
        node->open_end = true;
      } else if (!Is(Tok::kRightBracket) && !Is(Tok::kColon)) {
        node->upper = ParseExpr();
      }
      if (Has(Feature::kSliceStep) && Accept(Tok::kColon)) node->stepped = true;
    }
    if (node->stepped && !Is(Tok::kRightBracket)) node->step = ParseExpr();
  }
  Expect(Tok::kRightBracket);
  return Done(node);
}

// What binds to a primary without an operator: [i], .f, :path, .f(x).
Expr* Parser::ParsePostfix(Expr* base, uint32_t begin) {
  uint32_t height = 0;
  if (base->kind == NodeKind::kStar) return base;
  for (;;) {
    if (++height > limits_.chain) {
      FailWithAt(Msg("more than {} operators in a row", limits_.chain), Now().begin, "too_deep");
      return base;
    }
    if (Is(Tok::kLeftBracket) && Has(Feature::kSubscript)) {
      // PostgreSQL takes no subscript behind a literal.
      if (IsDialect(DialectId::kPostgres) && base->kind != NodeKind::kColumnRef &&
          base->kind != NodeKind::kParenExpr && base->kind != NodeKind::kSubscript &&
          base->kind != NodeKind::kFieldAccess && base->kind != NodeKind::kParameter &&
          base->kind != NodeKind::kSubqueryExpr && base->kind != NodeKind::kRowExpr &&
          base->kind != NodeKind::kArrayExpr)
        return base;
      base = ParseSubscript(base, begin);
      continue;
    }
    if (base->kind == NodeKind::kCall && Has(Feature::kStarApply) &&
        IsAny(Kw::kApply, Kw::kExcept, Kw::kReplace) &&
        FindKeyword(static_cast<Call*>(base)->name.back().text) == Kw::kColumns) {
      Star* star = MakeAt<Star>(begin);
      star->base = base;
      star->columns = true;
      ParseStarTail(star);
      if (star->exclude.empty() && star->replace.empty() && star->apply.empty()) return base;
      return Done(star);
    }
    if (IsDialect(DialectId::kClickhouse) && Is(Tok::kDot) &&
        (PeekIs(1, Tok::kColon) || PeekIs(1, Tok::kCaret))) {
      // Paths of JSON: a.:Int64 has a type, a.^b is an object.
      FieldAccess* field = MakeAt<FieldAccess>(begin);
      field->base = base;
      Advance();
      Ident part;
      part.begin = Now().begin;
      if (Accept(Tok::kColon))
        ParseType();
      else
        Advance(), ParseLabel();
      part.end = previous_end_;
      if (!failed_) part.text = source_.substr(part.begin, part.end - part.begin);
      field->field = part;
      base = Done(field);
      continue;
    }
    if (Is(Tok::kColon) && PeekIs(1, Tok::kLeftBracket) && IsDialect(DialectId::kSpark) &&
        IsString(Peek(2)) && PeekIs(3, Tok::kRightBracket)) {
      FieldAccess* field = MakeAt<FieldAccess>(begin);
      field->base = base;
      field->colon = true;
      Advance();
      Ident part;
      part.begin = Now().begin;
      Advance();
      Advance();
      Advance();
      part.end = previous_end_;
      part.text = source_.substr(part.begin, part.end - part.begin);
      field->field = part;
      base = Done(field);
      continue;
    }
    if (Is(Tok::kColon) && Has(Feature::kColonPath) &&
        (PeekIs(1, Tok::kWord) || PeekIs(1, Tok::kQuoted)) && base->kind != NodeKind::kLiteral) {
      FieldAccess* field = MakeAt<FieldAccess>(begin);
      field->base = base;
      field->colon = true;
      Advance();
      field->field = ParseLabel();
      base = Done(field);
      continue;
    }
    if (!Is(Tok::kDot)) return base;
    if (const Literal* literal = As<Literal>(base);
        literal && literal->type != LiteralKind::kString && !PeekIs(1, Tok::kStar)) {
      // 1 .x is a field of 1; written 1.x it would begin with a number.
      ParenExpr* paren = MakeAt<ParenExpr>(begin);
      paren->expr = base;
      base = paren;
    }
    const bool simple = base->kind == NodeKind::kColumnRef;
    if (PeekIs(1, Tok::kStar)) {
      const bool of_names_only = IsDialect(DialectId::kDuckdb) || IsDialect(DialectId::kSpark);
      if (!Has(Feature::kFieldAccess) || simple || of_names_only) return base;
      Advance();
      Advance();
      Star* star = MakeAt<Star>(begin);
      star->base = base;
      return star;
    }
    if (PeekIs(1, Tok::kInteger) && Has(Feature::kTupleIndex)) {
      Advance();
      FieldAccess* field = MakeAt<FieldAccess>(begin);
      field->base = base;
      field->field = TakeIdent();
      base = Done(field);
      continue;
    }
    if (!Has(Feature::kFieldAccess) || !(PeekIs(1, Tok::kWord) || PeekIs(1, Tok::kQuoted)))
      return base;
    if (IsDialect(DialectId::kPostgres) && base->kind != NodeKind::kParenExpr &&
        base->kind != NodeKind::kSubscript && base->kind != NodeKind::kFieldAccess &&
        base->kind != NodeKind::kParameter && base->kind != NodeKind::kSubqueryExpr &&
        base->kind != NodeKind::kRowExpr && base->kind != NodeKind::kArrayExpr)
      return base;
    Advance();
    const Ident name = ParseLabel();
    if (Is(Tok::kLeftParen) && Has(Feature::kMethodCall)) {
      // a.f(x) is f(a, x).
      Call* call = static_cast<Call*>(ParseCall(arena_.One(name), begin));
      FieldAccess* method = MakeAt<FieldAccess>(begin);
      method->base = base;
      method->field = name;
      List<Argument*> args(*this);
      args.Add(MakeArgument("METHOD", base));
      for (Argument* argument : call->args)
        args.Add(argument);
      call->args = args.Take();
      base = call;
      continue;
    }
    FieldAccess* field = MakeAt<FieldAccess>(begin);
    field->base = base;
    field->field = name;
    base = field;
  }
}

Span<Expr*> Parser::ParseExprList() {
  List<Expr*> list(*this);
  do {
    if (!list.empty() && Has(Feature::kTrailingComma) &&
        (Is(Tok::kRightParen) || Is(Tok::kRightBracket)))
      break;
    list.Add(ParseExpr());
  } while (Accept(Tok::kComma));
  return list.Take();
}

Span<Expr*> Parser::ParseParenExprs() {
  Expect(Tok::kLeftParen);
  const Span<Expr*> list = ParseExprList();
  Expect(Tok::kRightParen);
  return list;
}

Ident Parser::ParseAliasAnywhere() {
  if (Accept(Kw::kAs)) return ParseLabel();
  return {};
}

// DuckDB's *COLUMNS(…): what it matches, as a list.
bool Parser::ColumnsStarStarts() const {
  return IsDialect(DialectId::kDuckdb) && Is(Tok::kStar) && PeekIs(1, Kw::kColumns) &&
         PeekIs(2, Tok::kLeftParen);
}

bool Parser::StarMayStand() const {
  if (!Is(Tok::kStar)) return false;
  return star_argument_ || Has(Feature::kStarAsValue);
}

bool Parser::QualifiedStarStarts() const {
  size_t ahead = 0;
  while (ahead + 2 < kMostAhead &&
         (PeekIs(ahead, Tok::kWord) || PeekIs(ahead, Tok::kQuoted) ||
          PeekIs(ahead, Tok::kUnicodeQuoted)) &&
         PeekIs(ahead + 1, Tok::kDot)) {
    ahead += 2;
  }
  return ahead > 0 && PeekIs(ahead, Tok::kStar);
}

// At `*`.
Expr* Parser::ParseStar(Name qualifier, uint32_t begin) {
  Star* star = MakeAt<Star>(begin);
  star->qualifier = qualifier;
  Expect(Tok::kStar);
  if (Has(Feature::kStarLike) &&
      (IsAny(Kw::kLike, Kw::kIlike, Kw::kSimilar, Kw::kGlob) ||
       (Is(Kw::kNot) && PeekIsAny(1, Kw::kLike, Kw::kIlike, Kw::kSimilar, Kw::kGlob)))) {
    ColumnRef* nothing = Make<ColumnRef>();
    const bool negated = Accept(Kw::kNot);
    Like* like = static_cast<Like*>(ParseLike(nothing, negated, dialect_.precedence.like));
    like->expr = nullptr;
    star->like = like;
  }
  ParseStarTail(star);
  return Done(star);
}

// EXCLUDE, REPLACE, RENAME, APPLY.
void Parser::ParseStarTail(Star* star) {
  for (;;) {
    if ((Is(Kw::kExclude) && Has(Feature::kStarExclude)) ||
        (Is(Kw::kExcept) && Has(Feature::kStarExcept) &&
         !PeekIsAny(1, Kw::kSelect, Kw::kAll, Kw::kDistinct, Kw::kValues, Kw::kFrom) &&
         !(PeekIs(1, Tok::kLeftParen) && QueryStarts(2)))) {
      if (IsDialect(DialectId::kDuckdb) && !star->replace.empty()) return;
      star->exclude_word = Is(Kw::kExclude) ? "EXCLUDE" : "EXCEPT";
      Advance();
      if (IsDialect(DialectId::kClickhouse)) star->exclude_strict = Accept(Kw::kStrict);
      List<Name> names(*this);
      if (Accept(Tok::kLeftParen)) {
        do {
          if (!names.empty() && Is(Tok::kRightParen) && Has(Feature::kTrailingComma)) break;
          if (Is(Tok::kString) && IsDialect(DialectId::kClickhouse))
            names.Add(arena_.One(TakeIdent()));
          else
            names.Add(ParseName(kMayBeColumn));
        } while (Accept(Tok::kComma));
        Expect(Tok::kRightParen);
      } else {
        names.Add(ParseName(kMayBeColumn));
      }
      star->exclude = names.Take();
      continue;
    }
    const bool replace = Is(Kw::kReplace) && Has(Feature::kStarReplace);
    const bool rename = Is(Kw::kRename) && Has(Feature::kStarRename);
    if (replace || rename) {
      Advance();
      if (IsDialect(DialectId::kClickhouse)) Accept(Kw::kStrict);
      const bool paren = Accept(Tok::kLeftParen);
      List<AliasedExpr*> items(*this);
      do {
        if (!items.empty() && Is(Tok::kRightParen) && Has(Feature::kTrailingComma)) break;
        AliasedExpr* item = Make<AliasedExpr>();
        item->expr = ParseExpr();
        Expect(Kw::kAs);
        item->alias = ParseLabel();
        items.Add(Done(item));
      } while (paren && Accept(Tok::kComma));
      if (paren) Expect(Tok::kRightParen);
      (replace ? star->replace : star->rename) = items.Take();
      continue;
    }
    if (Has(Feature::kStarApply) && Is(Kw::kApply)) {
      Advance();
      const bool paren = Accept(Tok::kLeftParen);
      List<Expr*> list(*this);
      for (Expr* before : star->apply)
        list.Add(before);
      list.Add(ParseExpr());
      if (paren && Accept(Tok::kComma)) list.Add(ParseLiteralString());  // a prefix of the names
      if (paren) Expect(Tok::kRightParen);
      star->apply = list.Take();
      continue;
    }
    break;
  }
}

}  // namespace aietl::sql
