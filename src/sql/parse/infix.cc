// Operators: precedence climbing over the dialect's binding powers.
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {
namespace {

struct Infix {
  Op op = Op::kNone;
  int level = 0;
  bool chains = true;
};

Op GreedyOp(std::string_view text) {
  struct Spelling {
    std::string_view text;
    Op op;
  };
  static constexpr Spelling kSpellings[] = {{"#>", Op::kPathGet},
                                            {"#>>", Op::kPathGetText},
                                            {"@>", Op::kContains},
                                            {"<@", Op::kContainedBy},
                                            {"?|", Op::kHasAnyKey},
                                            {"?&", Op::kHasAllKeys},
                                            {"~*", Op::kRegexMatchNoCase},
                                            {"!~", Op::kNotRegexMatch},
                                            {"!~*", Op::kNotRegexMatchNoCase},
                                            {"**", Op::kPower}};
  for (const Spelling& spelling : kSpellings) {
    if (spelling.text == text) return spelling.op;
  }
  return Op::kCustom;
}

Infix InfixOf(const Token& token, std::string_view text, const Dialect& dialect) {
  const Precedences& p = dialect.precedence;
  const bool greedy = dialect.lex.operators == OperatorLexing::kGreedy;
  switch (token.kind) {
    case Tok::kPlus: return {Op::kPlus, p.additive};
    case Tok::kMinus: return {Op::kMinus, p.additive};
    case Tok::kStar: return {Op::kMultiply, p.multiplicative};
    case Tok::kSlash: return {Op::kDivide, p.multiplicative};
    case Tok::kIntDivide: return {Op::kIntDivide, p.multiplicative};
    case Tok::kPercent: return {Op::kModulo, p.multiplicative};
    case Tok::kCaret:
      return {greedy ? Op::kPower : Op::kBitXor, greedy      ? p.power
                                                 : p.bit_xor ? p.bit_xor
                                                             : p.power};
    case Tok::kConcat:
      if (dialect.Has(Feature::kPipesAreOr)) return {Op::kOr, p.or_};
      return {Op::kConcat, p.concat};
    case Tok::kAnd: return greedy ? Infix{Op::kOverlap, p.other} : Infix{Op::kAnd, p.and_};
    case Tok::kEq:
    case Tok::kEqEq: return {Op::kEq, p.equality, p.equality_chains};
    case Tok::kNotEq: return {Op::kNotEq, p.equality, p.equality_chains};
    case Tok::kNullSafeEq: return {Op::kNullSafeEq, p.equality, p.equality_chains};
    case Tok::kLess: return {Op::kLess, p.comparison, p.comparison_chains};
    case Tok::kLessEq: return {Op::kLessEq, p.comparison, p.comparison_chains};
    case Tok::kGreater: return {Op::kGreater, p.comparison, p.comparison_chains};
    case Tok::kGreaterEq: return {Op::kGreaterEq, p.comparison, p.comparison_chains};
    case Tok::kAmpersand: return {Op::kBitAnd, p.bit_and};
    case Tok::kPipe: return {Op::kBitOr, p.bit_or};
    case Tok::kShiftLeft: return {Op::kShiftLeft, p.shift};
    case Tok::kShiftRight: return {Op::kShiftRight, p.shift};
    case Tok::kShiftRightUnsigned: return {Op::kShiftRightUnsigned, p.shift};
    case Tok::kTilde:
      return greedy                        ? Infix{Op::kRegexMatch, p.other}
             : dialect.lex.tilde_operators ? Infix{Op::kRegexMatch, p.like}
                                           : Infix{};
    case Tok::kArrow:  // DuckDB's may turn out to be a lambda's, which binds last
      return {Op::kJsonGet, dialect.Has(Feature::kPythonLambda) ? p.lambda : p.arrow};
    case Tok::kArrowText: return {Op::kJsonGetText, p.arrow};
    case Tok::kQuestion: return greedy ? Infix{Op::kHasKey, p.other} : Infix{};
    case Tok::kAt:
    case Tok::kBang: return greedy ? Infix{Op::kCustom, p.other} : Infix{};
    case Tok::kAssign:
      return dialect.Has(Feature::kAssignVariables) ? Infix{Op::kAssign, p.assign} : Infix{};
    case Tok::kOperator: {
      const Op op = GreedyOp(text);
      if (dialect.lex.not_less && (text == "!<" || text == "!>"))
        return {text == "!<" ? Op::kGreaterEq : Op::kLessEq, p.comparison, p.comparison_chains};
      if (dialect.lex.tilde_operators && text.find('~') != std::string_view::npos)
        return {op, p.like};
      if (!greedy) return {};
      return {op, op == Op::kPower ? p.power : p.other};
    }
    case Tok::kWord: break;
    default: return {};
  }
  switch (token.keyword) {
    case Kw::kAnd: return {Op::kAnd, p.and_};
    case Kw::kOr: return {Op::kOr, p.or_};
    case Kw::kXor: return dialect.Has(Feature::kXor) ? Infix{Op::kXor, p.xor_} : Infix{};
    case Kw::kDiv:
      return dialect.Has(Feature::kDivWord) ? Infix{Op::kIntDivide, p.multiplicative} : Infix{};
    case Kw::kMod:
      return dialect.Has(Feature::kDivWord) && dialect.id != DialectId::kSpark
                 ? Infix{Op::kModulo, p.multiplicative}
                 : Infix{};
    case Kw::kOverlaps:
      return dialect.Has(Feature::kOverlaps) ? Infix{Op::kOverlaps, p.equality, false} : Infix{};
    default: return {};
  }
}

}  // namespace

Expr* Parser::FinishBinary(Op op, std::string_view symbol, Expr* left, Expr* right) {
  const auto row = [](const Expr* expr) { return expr && expr->kind == NodeKind::kRowExpr; };
  if (op == Op::kOverlaps && !failed_ && IsDialect(DialectId::kPostgres) &&
      !(row(left) && row(right)))
    FailWithAt(Tr("OVERLAPS compares two rows of two values"), left->begin);
  Binary* node = MakeAt<Binary>(left->begin);
  node->op = op;
  node->left = left;
  node->right = right;
  if (op == Op::kCustom || (symbol != OpText(op) && !symbol.empty())) node->symbol = symbol;
  return node;
}

// `left op` has been read: ANY (…) or an operand.
Expr* Parser::ParseOperatorRight(Expr* left, Op op, std::string_view symbol, int level,
                                 bool right_assoc) {
  const bool quantifier = IsAny(Kw::kAny, Kw::kSome, Kw::kAll) && PeekIs(1, Tok::kLeftParen) &&
                          Has(Feature::kQuantifiedQuery);
  if (!quantifier) {
    Expr* right = ParseExpr(right_assoc ? level : level + 1);
    return FinishBinary(op, symbol, left, right);
  }
  Quantified* node = Make<Quantified>();
  node->begin = left->begin;
  node->left = left;
  node->op = op;
  if (op == Op::kCustom) node->symbol = symbol;
  node->quantifier = Is(Kw::kAny)    ? Quantifier::kAny
                     : Is(Kw::kSome) ? Quantifier::kSome
                                     : Quantifier::kAll;
  Advance();
  if (QueryStartsBehindParens()) {
    node->query = ParseParenQuery();
  } else if (Has(Feature::kQuantifiedArray)) {
    Expect(Tok::kLeftParen);
    node->array = ParseExpr();
    Expect(Tok::kRightParen);
  } else {
    Advance();
    Fail(Tr("a subquery"));
  }
  return Done(node);
}

Expr* Parser::ParseLike(Expr* left, bool negated, int level) {
  Like* node = Make<Like>();
  node->begin = left->begin;
  node->expr = left;
  node->negated = negated;
  switch (Now().keyword) {
    case Kw::kIlike: node->op = LikeKind::kILike; break;
    case Kw::kSimilar:
      node->op = LikeKind::kSimilar;
      Advance();
      if (!Is(Kw::kTo)) Expect(Kw::kTo);
      break;
    case Kw::kGlob: node->op = LikeKind::kGlob; break;
    case Kw::kRlike:
      node->rlike = true;
      node->op = LikeKind::kRegexp;
      break;
    case Kw::kRegexp: node->op = LikeKind::kRegexp; break;
    case Kw::kMatch: node->op = LikeKind::kMatch; break;
    default: break;
  }
  Advance();
  if (IsAny(Kw::kAny, Kw::kSome, Kw::kAll) && PeekIs(1, Tok::kLeftParen) &&
      Has(Feature::kQuantifiedLike)) {
    node->quantifier = Is(Kw::kAny)    ? Quantifier::kAny
                       : Is(Kw::kSome) ? Quantifier::kSome
                                       : Quantifier::kAll;
    Advance();
    node->pattern = ParseParen();
    if (IsDialect(DialectId::kPostgres) && node->pattern->kind == NodeKind::kRowExpr) Fail(")");
  } else {
    node->pattern = ParseExpr(level + 1);
  }
  const bool text_only = IsDialect(DialectId::kSpark) || IsDialect(DialectId::kClickhouse);
  if (Is(Kw::kEscape) && dialect_.precedence.escape != 0 && node->op != LikeKind::kRegexp &&
      (!text_only || IsString(Peek()))) {
    Advance();
    node->escape = ParseExpr(level + 1);
  }
  return Done(node);
}

// A collation's name behind COLLATE; SQLite's has one part.
Name Parser::ParseCollation() {
  const Name name = ParseName(kMayBeColumn | kMayBeTable);
  if (IsDialect(DialectId::kSqlite) && name.size() > 1)
    FailWithAt(Tr("a collation's name has one part here"), name[1].begin);
  return name;
}

Expr* Parser::ParseIn(Expr* left, bool negated, bool global) {
  In* node = Make<In>();
  node->begin = left->begin;
  node->expr = left;
  node->negated = negated;
  node->global = global;
  Expect(Kw::kIn);
  if (Is(Tok::kLeftParen) && QueryStartsBehindParens()) {
    // A query, or a list that begins with one.
    Node* right = ParseParenNode();
    if (right->kind == NodeKind::kQuery) {
      node->query = static_cast<Query*>(right);
      node->query->parenthesised = false;
    } else if (const RowExpr* row = As<RowExpr>(right)) {
      node->items = row->items;
    } else if (const ParenExpr* paren = As<ParenExpr>(right)) {
      node->items = arena_.One(paren->expr);
    } else {
      Fail(Tr("a query"));
    }
    return Done(node);
  }
  if (!Is(Tok::kLeftParen)) {
    if (!Has(Feature::kBareIn)) {
      Fail("(");
      return node;
    }
    if (IsDialect(DialectId::kSqlite)) {
      // A table's name, or a table function.
      const uint32_t begin = Now().begin;
      const Name name = Is(Tok::kString) ? arena_.One(TakeIdent()) : ParseTableNameParts();
      if (Is(Tok::kLeftParen)) {
        node->right = ParseCall(name, begin);
      } else {
        ColumnRef* table = MakeAt<ColumnRef>(begin);
        table->name = name;
        node->right = table;
      }
    } else {
      if (IsDialect(DialectId::kDuckdb) && (Is(Tok::kInteger) || Is(Tok::kDecimal))) Fail("(");
      node->right = ParseExpr(dialect_.precedence.in + 1);
    }
    return Done(node);
  }
  if (PeekIs(1, Tok::kRightParen)) {
    if (!Has(Feature::kEmptyIn)) {
      Advance();
      Fail(Tr("an expression"));
    }
    Advance();
    Advance();
    return Done(node);
  }
  const uint32_t begin = Now().begin;
  const bool bare_operators =
      Has(Feature::kBareIn) && (IsDialect(DialectId::kDuckdb) || IsDialect(DialectId::kClickhouse));
  Advance();
  const bool in = no_in_;
  no_in_ = false;
  List<Expr*> items(*this);
  do {
    if (Is(Tok::kRightParen) && Has(Feature::kTrailingComma)) break;
    Expr* item = ParseExpr();
    if (Has(Feature::kAliasAnywhere) && Is(Kw::kAs)) {
      AliasedExpr* aliased = Make<AliasedExpr>();
      aliased->begin = item->begin;
      Advance();
      aliased->expr = item;
      aliased->alias = ParseLabel();
      item = Done(aliased);
    }
    items.Add(item);
  } while (Accept(Tok::kComma));
  no_in_ = in;
  Expect(Tok::kRightParen);
  node->items = items.Take();
  // DuckDB and ClickHouse: IN (1, 2) may be the beginning of a longer operand, IN (a)::int[].
  if (bare_operators && (Is(Tok::kCast) || Is(Tok::kLeftBracket) ||
                         (Is(Tok::kDot) && !IsDialect(DialectId::kDuckdb)))) {
    Expr* operand = nullptr;
    if (node->items.size() == 1) {
      ParenExpr* paren = MakeAt<ParenExpr>(begin);
      paren->expr = node->items[0];
      operand = paren;
    } else {
      RowExpr* row = MakeAt<RowExpr>(begin);
      row->items = node->items;
      operand = row;
    }
    node->items = {};
    node->right = ParseInfix(ParsePostfix(operand, begin), begin, dialect_.precedence.in + 1);
  }
  return Done(node);
}

Expr* Parser::ParseBetween(Expr* left, bool negated, int level) {
  Between* node = Make<Between>();
  node->begin = left->begin;
  Advance();
  node->expr = left;
  node->negated = negated;
  if (Has(Feature::kBetweenSymmetric)) {
    node->symmetric = Accept(Kw::kSymmetric);
    node->asymmetric = !node->symmetric && Accept(Kw::kAsymmetric);
  }
  node->low = ParseExpr(level + 1);
  Expect(Kw::kAnd);
  node->high = ParseExpr(level + 1);
  return Done(node);
}

Expr* Parser::ParseIs(Expr* left, int level) {
  IsTest* node = Make<IsTest>();
  node->begin = left->begin;
  node->expr = left;
  Advance();
  node->negated = Accept(Kw::kNot);
  if (Is(Kw::kDistinct) && PeekIs(1, Kw::kFrom) && Has(Feature::kIsDistinctFrom)) {
    Advance();
    Advance();
    return ParseOperatorRight(left, node->negated ? Op::kIsNotDistinct : Op::kIsDistinct, "",
                              level);
  }
  if (Is(Kw::kNull))
    node->test = IsKind::kNull;
  else if (Has(Feature::kIsBoolean) && !Has(Feature::kIsExpression) && Is(Kw::kTrue))
    node->test = IsKind::kTrue;
  else if (Has(Feature::kIsBoolean) && !Has(Feature::kIsExpression) && Is(Kw::kFalse))
    node->test = IsKind::kFalse;
  else if (Has(Feature::kIsBoolean) && !Has(Feature::kIsExpression) && Is(Kw::kUnknown) &&
           !IsDialect(DialectId::kSnowflake))
    node->test = IsKind::kUnknown;
  else if (Has(Feature::kIsDocument) && Is(Kw::kDocument))
    node->test = IsKind::kDocument;
  else if (Has(Feature::kIsDocument) && Is(Kw::kNormalized))
    node->test = IsKind::kNormalized;
  else if (Has(Feature::kIsDocument) && IsAny(Kw::kNfc, Kw::kNfd, Kw::kNfkc, Kw::kNfkd) &&
           PeekIs(1, Kw::kNormalized)) {
    node->test = IsKind::kNormalized;
    node->form = KeywordUpper(Now().keyword);
    Advance();
  } else if (Has(Feature::kIsExpression)) {
    // SQLite's IS compares any two values.
    Expr* right = ParseExpr(level + 1);
    if (const Literal* literal = As<Literal>(right); literal && literal->type == LiteralKind::kNull)
      return Done(node);
    return FinishBinary(node->negated ? Op::kIsNot : Op::kIs, "", left, right);
  } else {
    Fail(Has(Feature::kIsBoolean) ? "NULL, TRUE, FALSE, UNKNOWN, DISTINCT FROM" : "NULL");
    return node;
  }
  Advance();
  return Done(node);
}

// What binds tighter may still follow a test: a IS NULL = b is (a IS NULL) = b, and is written so.
void Parser::CloseTest(Expr** left, int level) {
  const Precedences& p = dialect_.precedence;
  const int own = (*left)->kind == NodeKind::kIsTest       ? p.is
                  : (*left)->kind == NodeKind::kIn         ? p.in
                  : (*left)->kind == NodeKind::kQuantified ? p.equality
                                                           : level;
  if (level <= own) return;
  ParenExpr* paren = MakeAt<ParenExpr>((*left)->begin);
  paren->expr = *left;
  *left = paren;
}

Expr* Parser::ParseInfix(Expr* left, uint32_t begin, int least) {
  const Precedences& p = dialect_.precedence;
  int no_more = -1;  // the level of an operator that does not chain
  uint32_t height = 0;
  for (;;) {
    const Token& token = Now();
    switch (token.kind) {
      case Tok::kComma:
      case Tok::kRightParen:
      case Tok::kRightBracket:
      case Tok::kSemicolon:
      case Tok::kEnd: return left;
      case Tok::kWord:
        if (token.keyword == Kw::kNotKeyword) return left;
        break;
      default: break;
    }
    if (++height > limits_.chain) {
      FailWithAt(Msg("more than {} operators in a row", limits_.chain), token.begin, "too_deep");
      return left;
    }
    const auto may = [&](int level, bool chains) {
      if (level == 0 || level < least) return false;
      if (no_more == level) {
        Fail(Tr("parentheses: this operator cannot be chained"));
        return false;
      }
      const bool chained = chains && !(p.one_predicate && level == p.is);
      no_more = chained ? -1 : level;
      CloseTest(&left, level);
      return true;
    };
    switch (token.kind) {
      case Tok::kCast: {
        if (!Has(Feature::kColonCast) || p.cast < least) return left;
        CloseTest(&left, p.cast);
        Cast* cast = Make<Cast>();
        cast->begin = begin;
        cast->style = CastStyle::kColons;
        Advance();
        cast->expr = left;
        cast->type = ParseType();
        left = Done(cast);
        if (!IsDialect(DialectId::kPostgres) && !IsDialect(DialectId::kDuckdb))
          left = ParsePostfix(left, begin);
        continue;
      }
      case Tok::kQuestion:
        if (Has(Feature::kTernary)) {
          if (p.ternary < least) return left;
          Advance();
          Case* node = MakeAt<Case>(begin);
          node->ternary = true;
          WhenClause* when = MakeAt<WhenClause>(begin);
          when->when = left;
          when->then = ParseExpr(p.ternary);
          Expect(Tok::kColon);
          node->otherwise = ParseExpr(p.ternary);
          node->whens = arena_.One(Done(when));
          left = Done(node);
          continue;
        }
        break;
      case Tok::kArrow: {
        Span<Ident> parameters;
        if (Has(Feature::kLambda) && LambdaParameters(left, &parameters) &&
            (p.arrow == 0 || IsDialect(DialectId::kDuckdb))) {
          if (p.lambda < least && !IsDialect(DialectId::kDuckdb)) return left;
          if (!IsDialect(DialectId::kDuckdb)) {
            Advance();
            left = ParseLambdaBody(parameters, begin, left->kind != NodeKind::kColumnRef);
            continue;
          }
        }
        break;
      }
      case Tok::kLeftParen:
        if (Has(Feature::kOuterJoinMark) && left->kind == NodeKind::kColumnRef &&
            PeekIs(1, Tok::kPlus) && PeekIs(2, Tok::kRightParen)) {
          Advance();
          Advance();
          Advance();
          static_cast<ColumnRef*>(left)->outer_join = true;
          Done(left);
          continue;
        }
        return left;
      case Tok::kWord:
        switch (token.keyword) {
          case Kw::kIs:
            if (!may(p.is, p.is_chains || PeekIs(1, Kw::kNull) ||
                               (PeekIs(1, Kw::kNot) && !PeekIs(2, Kw::kDistinct)) ||
                               !PeekIs(1, Kw::kDistinct)))
              return left;
            left = ParseIs(left, p.is);
            continue;
          case Kw::kIsnull:
          case Kw::kNotnull: {
            if (!Has(Feature::kIsNullWord) || !may(p.is, true)) return left;
            IsTest* test = Make<IsTest>();
            test->begin = begin;
            test->expr = left;
            test->negated = Is(Kw::kNotnull);
            Advance();
            left = Done(test);
            continue;
          }
          case Kw::kNot: {
            switch (Peek().keyword) {
              case Kw::kNull: {
                if (!Has(Feature::kNotNullWords) || !may(p.is, true)) return left;
                IsTest* test = Make<IsTest>();
                test->begin = begin;
                test->expr = left;
                test->negated = true;
                Advance();
                Advance();
                left = Done(test);
                continue;
              }
              case Kw::kIn:
                if (no_in_ || !may(p.in, true)) return left;
                Advance();
                left = ParseIn(left, true, false);
                continue;
              case Kw::kBetween:
                if (!may(p.between, p.like_chains)) return left;
                Advance();
                left = ParseBetween(left, true, p.between);
                continue;
              case Kw::kIlike:
                if (!Has(Feature::kILike)) return left;
                [[fallthrough]];
              case Kw::kLike:
                if (!may(p.like, p.like_chains)) return left;
                Advance();
                left = ParseLike(left, true, p.like);
                continue;
              case Kw::kSimilar:
                if (!Has(Feature::kSimilarTo) || !may(p.like, p.like_chains)) return left;
                Advance();
                left = ParseLike(left, true, p.like);
                continue;
              case Kw::kGlob:
              case Kw::kRegexp:
              case Kw::kRlike:
              case Kw::kMatch: {
                const Kw word = Peek().keyword;
                const bool known = word == Kw::kGlob    ? Has(Feature::kGlob)
                                   : word == Kw::kMatch ? Has(Feature::kMatch)
                                   : word == Kw::kRlike ? Has(Feature::kRLike)
                                                        : Has(Feature::kRegexp);
                if (!known || !may(p.like, p.like_chains)) return left;
                Advance();
                left = ParseLike(left, true, p.like);
                continue;
              }
              default: return left;
            }
          }
          case Kw::kIn:
            if (no_in_ || !may(p.in, true)) return left;
            // ClickHouse's ALTER … UPDATE a = 1 IN PARTITION 'x'
            if (IsDialect(DialectId::kClickhouse) && PeekIs(1, Kw::kPartition) &&
                (PeekIs(2, Tok::kString) || PeekIs(2, Tok::kInteger)))
              return left;
            left = ParseIn(left, false, false);
            continue;
          case Kw::kGlobal:
            if (!Has(Feature::kGlobalIn) ||
                !(PeekIs(1, Kw::kIn) || (PeekIs(1, Kw::kNot) && PeekIs(2, Kw::kIn))) ||
                !may(p.in, true))
              return left;
            Advance();
            {
              const bool negated = Accept(Kw::kNot);
              left = ParseIn(left, negated, true);
            }
            continue;
          case Kw::kBetween:
            if (!may(p.between, p.like_chains)) return left;
            left = ParseBetween(left, false, p.between);
            continue;
          case Kw::kIlike:
            if (!Has(Feature::kILike)) return left;
            [[fallthrough]];
          case Kw::kLike:
            if (!may(p.like, p.like_chains)) return left;
            left = ParseLike(left, false, p.like);
            continue;
          case Kw::kSimilar:
            if (!Has(Feature::kSimilarTo) || !PeekIs(1, Kw::kTo) || !may(p.like, p.like_chains))
              return left;
            left = ParseLike(left, false, p.like);
            continue;
          case Kw::kGlob:
          case Kw::kRegexp:
          case Kw::kRlike:
          case Kw::kMatch: {
            const Kw word = token.keyword;
            const bool known = word == Kw::kGlob    ? Has(Feature::kGlob)
                               : word == Kw::kMatch ? Has(Feature::kMatch)
                               : word == Kw::kRlike ? Has(Feature::kRLike)
                                                    : Has(Feature::kRegexp);
            if (!known || !may(p.like, p.like_chains)) return left;
            left = ParseLike(left, false, p.like);
            continue;
          }
          case Kw::kCollate: {
            if (!Has(Feature::kCollate) || p.collate < least) return left;
            Collate* node = Make<Collate>();
            node->begin = begin;
            Advance();
            node->expr = left;
            if (Is(Tok::kString) && !IsDialect(DialectId::kPostgres) &&
                !IsDialect(DialectId::kDuckdb) && !IsDialect(DialectId::kSpark))
              node->collation = arena_.One(TakeIdent());
            else if (IsDialect(DialectId::kSnowflake))
              Expect(Tok::kString);
            else if (IsDialect(DialectId::kMysql) && Is(Kw::kBinary))
              node->collation = arena_.One(TakeIdent());
            else
              node->collation = ParseCollation();
            left = Done(node);
            continue;
          }
          case Kw::kAt: {
            const bool local = PeekIs(1, Kw::kLocal);
            if (!Has(Feature::kAtTimeZone) || !(PeekIs(1, Kw::kTime) || local) ||
                p.at_time_zone < least)
              return left;
            if (local && IsDialect(DialectId::kPostgres)) return left;
            AtTimeZone* node = Make<AtTimeZone>();
            node->begin = begin;
            node->expr = left;
            Advance();
            Advance();
            if (local) {
              node->local = true;
            } else {
              Expect(Kw::kZone);
              node->zone = ParseExpr(p.at_time_zone + 1);
            }
            left = Done(node);
            continue;
          }
          case Kw::kOperator: {
            if (!Has(Feature::kOperatorWord) || !PeekIs(1, Tok::kLeftParen) || !may(p.other, true))
              return left;
            Advance();
            Advance();
            List<Ident> schema(*this);
            while (Is(Tok::kWord) || Is(Tok::kQuoted)) {
              schema.Add(TakeIdent());
              Expect(Tok::kDot);
            }
            const std::string_view symbol = Text();
            const Infix found = InfixOf(Now(), symbol, dialect_);
            if (found.op == Op::kNone || Is(Tok::kWord)) Fail(Tr("an operator"));
            Advance();
            Expect(Tok::kRightParen);
            const Span<Ident> names = schema.Take();
            left = ParseOperatorRight(left, found.op, symbol, p.other);
            if (Binary* binary = As<Binary>(left)) {
              binary->schema = names;
              binary->operator_word = true;
            }
            continue;
          }
          case Kw::kSounds: {
            if (!IsDialect(DialectId::kMysql) || !PeekIs(1, Kw::kLike) || !may(p.like, false))
              return left;
            Advance();
            Advance();
            left = FinishBinary(Op::kSoundsLike, "", left, ParseExpr(p.like + 1));
            continue;
          }
          case Kw::kMember: {
            if (!IsDialect(DialectId::kMysql) || !PeekIs(1, Kw::kOf) || !may(p.like, false))
              return left;
            Advance();
            Advance();
            Expect(Tok::kLeftParen);
            Expr* array = ParseExpr();
            Expect(Tok::kRightParen);
            left = FinishBinary(Op::kMemberOf, "", left, array);
            continue;
          }
          default: break;
        }
        break;
      default: break;
    }
    const std::string_view text = Text();
    const Infix infix = InfixOf(token, text, dialect_);
    if (infix.op == Op::kNone) return left;
    if (infix.op == Op::kAssign && left->kind != NodeKind::kParameter) return left;
    if (!may(infix.level, infix.chains)) return left;
    const bool word = token.kind == Tok::kWord;
    if (infix.op == Op::kAnd || infix.op == Op::kOr) {
      Logical* node = Make<Logical>();
      node->begin = begin;
      node->op = infix.op;
      List<Expr*> operands(*this);
      operands.Add(left);
      while (!failed_ && (Is(Tok::kWord) || Is(Tok::kAnd) || Is(Tok::kConcat))) {
        const Infix next = InfixOf(Now(), Text(), dialect_);
        if (next.op != infix.op) break;
        Advance();
        operands.Add(ParseExpr(infix.level + 1));
      }
      node->operands = operands.Take();
      left = Done(node);
      continue;
    }
    Advance();
    if ((infix.op == Op::kJsonGet || infix.op == Op::kJsonGetText) &&
        IsDialect(DialectId::kMysql) && !Is(Tok::kString) &&
        !(Is(Tok::kWord) && source_[Now().begin] == '_'))
      Fail(Tr("a string"));  // _2 is a place of a translation's pattern
    left = ParseOperatorRight(left, infix.op, word ? std::string_view() : text, infix.level,
                              infix.op == Op::kAssign || (infix.op == Op::kPower && p.power_right));
    if (word && infix.op == Op::kModulo) {
      if (Binary* binary = As<Binary>(left)) binary->symbol = "MOD";
    }
  }
}

}  // namespace aietl::sql
