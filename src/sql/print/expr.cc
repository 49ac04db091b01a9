// Expressions as text.
#include "sql/print/printing.h"

namespace aietl::sql {
namespace {

constexpr int kPrimary = 1000;

std::string_view LikeWord(const Like& like) {
  switch (like.op) {
    case LikeKind::kLike: return "LIKE";
    case LikeKind::kILike: return "ILIKE";
    case LikeKind::kSimilar: return "SIMILAR TO";
    case LikeKind::kGlob: return "GLOB";
    case LikeKind::kRegexp: return like.rlike ? "RLIKE" : "REGEXP";
    case LikeKind::kMatch: return "MATCH";
  }
  return "";
}

std::string_view QuantifierWord(Quantifier quantifier) {
  switch (quantifier) {
    case Quantifier::kNone: return "";
    case Quantifier::kAny: return "ANY";
    case Quantifier::kSome: return "SOME";
    case Quantifier::kAll: return "ALL";
  }
  return "";
}

int OpLevel(Op op, const Dialect& dialect) {
  const Precedences& p = dialect.precedence;
  switch (op) {
    case Op::kPlus:
    case Op::kMinus: return p.additive;
    case Op::kMultiply:
    case Op::kDivide:
    case Op::kIntDivide:
    case Op::kModulo: return p.multiplicative;
    case Op::kPower: return p.power;
    case Op::kBitXor: return p.bit_xor ? p.bit_xor : p.power;
    case Op::kConcat: return p.concat ? p.concat : p.additive;
    case Op::kEq:
    case Op::kNotEq:
    case Op::kNullSafeEq:
    case Op::kOverlaps: return p.equality;
    case Op::kLess:
    case Op::kLessEq:
    case Op::kGreater:
    case Op::kGreaterEq: return p.comparison;
    case Op::kIs:
    case Op::kIsNot:
    case Op::kIsDistinct:
    case Op::kIsNotDistinct: return p.is;
    case Op::kBitAnd: return p.bit_and;
    case Op::kBitOr: return p.bit_or;
    case Op::kShiftLeft:
    case Op::kShiftRight:
    case Op::kShiftRightUnsigned: return p.shift;
    case Op::kXor: return p.xor_;
    case Op::kAssign: return p.assign;
    case Op::kJsonGet: return dialect.Has(Feature::kPythonLambda) ? p.lambda : p.arrow;
    case Op::kJsonGetText: return p.arrow;
    case Op::kMemberOf:
    case Op::kSoundsLike: return p.like;
    case Op::kRegexMatch:
    case Op::kRegexMatchNoCase:
    case Op::kNotRegexMatch:
    case Op::kNotRegexMatchNoCase: return p.other ? p.other : p.like;
    default: return p.other ? p.other : p.additive;
  }
}

int BinaryLevel(const Binary& binary, const Dialect& dialect) {
  return binary.operator_word ? dialect.precedence.other : OpLevel(binary.op, dialect);
}

}  // namespace

int Printing::LevelOf(const Expr* expr) const {
  const Precedences& p = dialect_.precedence;
  switch (expr->kind) {
    case NodeKind::kBinary: return BinaryLevel(*As<Binary>(expr), dialect_);
    case NodeKind::kLogical: return As<Logical>(expr)->op == Op::kAnd ? p.and_ : p.or_;
    case NodeKind::kQuantified: return OpLevel(As<Quantified>(expr)->op, dialect_);
    case NodeKind::kIsTest: return p.is;
    case NodeKind::kBetween: return p.between;
    case NodeKind::kIn: return p.in;
    case NodeKind::kLike: return p.like;
    case NodeKind::kCollate: return p.collate;
    case NodeKind::kAtTimeZone: return p.at_time_zone;
    case NodeKind::kLambda: return 1;
    case NodeKind::kCase: return As<Case>(expr)->ternary ? p.ternary : kPrimary;
    case NodeKind::kCast: return As<Cast>(expr)->style == CastStyle::kColons ? p.cast : kPrimary;
    case NodeKind::kUnary: {
      const Unary* unary = As<Unary>(expr);
      if (unary->op == Op::kNot) return p.not_;
      if (unary->op == Op::kNegate || unary->op == Op::kPositive || unary->op == Op::kBinary ||
          unary->op == Op::kPrior)
        return p.unary;
      if (unary->op == Op::kNotSign) return p.not_sign ? p.not_sign : p.not_;
      return p.other ? p.other : p.unary;
    }
    default: return kPrimary;
  }
}

// In parentheses where the tree says so and the text alone would not. What a prefix operator begins
// needs none on the right.
void Printing::EmitOperand(const Expr* expr, int least, bool right) {
  const bool prefix = expr->kind == NodeKind::kUnary || expr->kind == NodeKind::kLambda;
  const bool parens = LevelOf(expr) < least && !(right && prefix);
  if (parens) Text("(");
  Emit(expr);
  if (parens) Text(")");
}

void Printing::EmitBinary(const Binary& binary) {
  const int level = BinaryLevel(binary, dialect_);
  const bool right_first = binary.op == Op::kAssign;
  EmitOperand(binary.left, right_first ? level + 1 : level, false);
  Begin();
  Indent();
  const bool tight = binary.op == Op::kJsonGet || binary.op == Op::kJsonGetText;
  Line();
  if (binary.operator_word) {
    Text("OPERATOR(");
    for (const Ident& part : binary.schema)
      Name(part), Text(".");
    Text(binary.symbol.empty() ? OpText(binary.op) : binary.symbol);
    Text(")");
  } else if (!binary.symbol.empty()) {
    Text(binary.symbol);
  } else if (binary.op == Op::kIntDivide && dialect_.lex.double_slash) {
    Text("//");
  } else {
    Text(OpText(binary.op));
  }
  (void)tight;
  Space();
  if (binary.op == Op::kMemberOf) {
    Text("(");
    Emit(binary.right);
    Text(")");
  } else {
    EmitOperand(binary.right, right_first ? level : level + 1, true);
  }
  Dedent();
  End();
}

void Printing::ParenExprs(const Span<Expr*>& items) {
  Text("(");
  Begin();
  Indent();
  Soft();
  ExprList(items);
  Dedent();
  Soft();
  End();
  Text(")");
}

void Printing::Subquery(const Query& query) {
  Text("(");
  Begin();
  Indent();
  Soft();
  Emit(query);
  Dedent();
  Soft();
  End();
  Text(")");
}

void Printing::EmitLiteral(const Literal& literal) {
  if (!literal.charset.empty()) {
    Text("_");
    Text(literal.charset);
    Space();
  }
  switch (literal.type) {
    case LiteralKind::kNull: return Text("NULL");
    case LiteralKind::kTrue: return Text("TRUE");
    case LiteralKind::kFalse: return Text("FALSE");
    case LiteralKind::kInteger:
    case LiteralKind::kDecimal:
    case LiteralKind::kHex: Text(literal.text); return Text(literal.suffix);
    case LiteralKind::kString: return String(literal.text);
    case LiteralKind::kNational: Text("N"); return String(literal.text);
    case LiteralKind::kBytes:
      if (dialect_.lex.hex_bytes && literal.text.size() % 2 == 1) {
        Text("0x");
        return Text(literal.text);
      }
      Text("X'");
      Text(literal.text);
      return Text("'");
    case LiteralKind::kBits:
      Text("B'");
      Text(literal.text);
      return Text("'");
    case LiteralKind::kByteString: Text("b"); return String(literal.text);
  }
}

void Printing::EmitInterval(const IntervalExpr& interval) {
  Text("INTERVAL");
  if (interval.precision_first && interval.precision) {
    Text("(");
    Emit(interval.precision);
    Text(")");
  }
  for (uint32_t i = 0; i < interval.values.size(); ++i) {
    Space();
    Emit(interval.values[i]);
    if (i < interval.units.size()) {
      Space();
      Text(interval.units[i]);
    }
  }
  if (interval.precision && !interval.precision_first) {
    Text("(");
    Emit(interval.precision);
    Text(")");
  }
}

void Printing::EmitOrderItem(const OrderItem& item) {
  EmitCommentsBefore(item.begin);
  if (item.all)
    Text("ALL");
  else
    Emit(item.expr);
  if (item.direction == Direction::kAsc) Text(" ASC");
  if (item.direction == Direction::kDesc) Text(" DESC");
  if (item.direction == Direction::kUsing) Text(" USING "), Text(item.using_operator);
  if (item.nulls == NullsOrder::kFirst) Text(" NULLS FIRST");
  if (item.nulls == NullsOrder::kLast) Text(" NULLS LAST");
  if (item.collate) Text(" COLLATE "), Emit(item.collate);
  if (item.fill) {
    Text(" WITH FILL");
    if (item.fill_from) Text(" FROM "), Emit(item.fill_from);
    if (item.fill_to) Text(" TO "), Emit(item.fill_to);
    if (item.fill_step) Text(" STEP "), Emit(item.fill_step);
    if (item.fill_staleness) Text(" STALENESS "), Emit(item.fill_staleness);
  }
}

void Printing::EmitBound(const FrameBound& bound) {
  switch (bound.type) {
    case BoundKind::kUnboundedPreceding: return Text("UNBOUNDED PRECEDING");
    case BoundKind::kUnboundedFollowing: return Text("UNBOUNDED FOLLOWING");
    case BoundKind::kCurrentRow: return Text("CURRENT ROW");
    case BoundKind::kPreceding: Emit(bound.offset); return Text(" PRECEDING");
    case BoundKind::kFollowing: Emit(bound.offset); return Text(" FOLLOWING");
  }
}

void Printing::EmitWindow(const WindowSpec& spec) {
  if (spec.reference) return Name(spec.base);
  Text("(");
  Begin();
  Indent();
  Soft();
  bool first = true;
  const auto part = [&] {
    if (!first) Line();
    first = false;
  };
  if (!spec.base.empty()) part(), Name(spec.base);
  if (!spec.partition_by.empty()) part(), Text("PARTITION BY "), ExprList(spec.partition_by);
  if (!spec.order_by.empty()) {
    part();
    Text("ORDER BY ");
    List(spec.order_by, [&](const OrderItem* item) { EmitOrderItem(*item); });
  }
  if (spec.unit != FrameUnit::kNone) {
    part();
    Text(spec.unit == FrameUnit::kRows    ? "ROWS "
         : spec.unit == FrameUnit::kRange ? "RANGE "
                                          : "GROUPS ");
    if (spec.between) Text("BETWEEN ");
    EmitBound(*spec.from);
    if (spec.between) Text(" AND "), EmitBound(*spec.to);
    switch (spec.exclude) {
      case FrameExclude::kNone: break;
      case FrameExclude::kCurrentRow: Text(" EXCLUDE CURRENT ROW"); break;
      case FrameExclude::kGroup: Text(" EXCLUDE GROUP"); break;
      case FrameExclude::kTies: Text(" EXCLUDE TIES"); break;
      case FrameExclude::kNoOthers: Text(" EXCLUDE NO OTHERS"); break;
    }
  }
  Dedent();
  Soft();
  End();
  Text(")");
}

void Printing::EmitArgument(const Argument& argument, bool first) {
  // Words come instead of a comma.
  if (!argument.keyword.empty() && argument.keyword != "TABLE" && argument.keyword != "METHOD") {
    const std::string_view word = argument.keyword;
    const bool comma = !first && (word == "NAME" || word == "XMLATTRIBUTES" || word == "VERSION" ||
                                  word == "VERSION NO VALUE" || word.starts_with("STANDALONE") ||
                                  word.starts_with("NF"));
    if (comma) Text(",");
    if (!first) Line();
    if (word == "AGAINST") return;
    if (word != "FILLER") Text(word);
    if (word == "XMLATTRIBUTES")
      Text("(");
    else if (argument.value || argument.type || !argument.name.empty())
      Space();
  } else if (!first) {
    Text(",");
    Line();
  }
  if (argument.variadic) Text("VARIADIC ");
  if (!argument.name.empty()) {
    Name(argument.name);
    switch (argument.style) {
      case ArgumentName::kArrow: Text(" => "); break;
      case ArgumentName::kAssign: Text(" := "); break;
      case ArgumentName::kEquals: Text(" = "); break;
      case ArgumentName::kNone: break;
    }
  }
  if (argument.keyword == "TABLE") Text("TABLE ");
  if (argument.query) Emit(*argument.query);
  if (argument.value) Emit(argument.value);
  if (argument.type) Emit(*argument.type);
  if (!argument.alias.empty()) Text(" AS "), Name(argument.alias);
  if (argument.keyword == "XMLATTRIBUTES") Text(")");
}

// A function's name that was made: what may not be a column's name may be called all the same.
void Printing::FunctionName(const sql::Name& name) {
  if (name.size() == 1 && !name[0].quoted() && name[0].begin == kNoPlace && !name[0].empty())
    Text(name[0].text);
  else
    Name(name);
}

void Printing::EmitCall(const Call& call) {
  if (call.braces) Text("{fn ");
  Span<Argument*> args = call.args;
  if (!args.empty() && args[0]->keyword == "METHOD") {
    EmitPostfixBase(args[0]->value);
    Text(".");
    args = {args.data() + 1, args.size() - 1};
  }
  FunctionName(call.name);
  const auto list = [&](const Span<Argument*>& items) {
    bool first = true;
    for (uint32_t i = 0; i < items.size(); ++i) {
      const Argument* argument = items[i];
      // XMLATTRIBUTES(a, b) holds several.
      if (argument->keyword == "XMLATTRIBUTES" && i > 0 &&
          items[i - 1]->keyword == "XMLATTRIBUTES") {
        items_.pop_back();
        Text(", ");
        Emit(argument->value);
        if (!argument->alias.empty()) Text(" AS "), Name(argument->alias);
        Text(")");
        continue;
      }
      if (argument->keyword == "AGAINST") {
        Text(") AGAINST (");
        Emit(argument->value);
        first = false;
        continue;
      }
      EmitArgument(*argument, first);
      first = false;
    }
  };
  if (call.no_parentheses) {
    if (!args.empty()) Text(" "), list(args);
  } else {
    if (call.parametric) {
      Text("(");
      list(call.parameters);
      Text(")");
    }
    Text("(");
    Begin();
    Indent();
    Soft();
    if (call.distinct) Text("DISTINCT ");
    if (call.all) Text("ALL ");
    if (call.name.size() == 1 && call.name[0].text.size() == 9 && !args.empty() &&
        args[0]->keyword == "FOR" && FindKeyword(call.name[0].text) == Kw::kCollation) {
      Text("FOR (");
      Emit(args[0]->value);
      Text(")");
    } else if (!args.empty() && args.back()->keyword == "SEPARATOR" && !call.order_by.empty()) {
      // group_concat(x ORDER BY y SEPARATOR ',')
      list({args.data(), args.size() - 1});
      EmitOrderBy(" ORDER BY ", call.order_by);
      Text(" SEPARATOR ");
      Emit(args.back()->value);
    } else if (!args.empty() && args.back()->keyword == "LIMIT") {
      bool separator = args.size() > 1 && args[args.size() - 2]->keyword == "SEPARATOR";
      list({args.data(), args.size() - (separator ? 2 : 1)});
      EmitOrderBy(" ORDER BY ", call.order_by);
      if (separator) Text(" SEPARATOR "), Emit(args[args.size() - 2]->value);
    } else {
      const bool filler = !args.empty() && args.back()->keyword == "FILLER";
      list({args.data(), args.size() - (filler ? 1 : 0)});
      if (call.nulls != NullTreatment::kNone && call.nulls_inside && call.order_by.empty())
        Text(call.nulls == NullTreatment::kIgnore ? " IGNORE NULLS" : " RESPECT NULLS");
      EmitOrderBy(" ORDER BY ", call.order_by);
      if (call.nulls != NullTreatment::kNone && call.nulls_inside && !call.order_by.empty())
        Text(call.nulls == NullTreatment::kIgnore ? " IGNORE NULLS" : " RESPECT NULLS");
      if (!call.on_overflow.empty()) {
        Text(" ON OVERFLOW ");
        Text(call.on_overflow.substr(0, call.on_overflow.find(' ')));
        if (filler) Space(), Emit(args.back()->value);
        if (const size_t space = call.on_overflow.find(' '); space != std::string_view::npos)
          Text(call.on_overflow.substr(space));
      }
    }
    if (call.limit) {
      Text(" LIMIT ");
      Emit(call.limit);
      if (!args.empty() && args.back()->keyword == "LIMIT") Text(", "), Emit(args.back()->value);
    }
    Dedent();
    Soft();
    End();
    Text(")");
  }
  if (call.braces) Text("}");
  if (call.export_state) Text(" EXPORT_STATE");
  if (!call.within_group.empty()) {
    Text(" WITHIN GROUP (");
    EmitOrderBy("ORDER BY ", call.within_group);
    Text(")");
  }
  if (call.from_first) Text(" FROM FIRST");
  if (call.from_last) Text(" FROM LAST");
  if (call.nulls != NullTreatment::kNone && !call.nulls_inside)
    Text(call.nulls == NullTreatment::kIgnore ? " IGNORE NULLS" : " RESPECT NULLS");
  if (call.filter) {
    Text(call.filter_without_where ? " FILTER (" : " FILTER (WHERE ");
    Emit(call.filter);
    Text(")");
  }
  if (call.over) Text(" OVER "), EmitWindow(*call.over);
}

void Printing::EmitStar(const Star& star) {
  if (star.base) EmitPostfixBase(star.base);
  if (star.base && !star.columns) Text(".");
  if (!star.qualifier.empty()) Name(star.qualifier), Text(".");
  if (!star.columns) Text("*");
  if (star.like) {
    Space();
    EmitLike(*static_cast<const Like*>(star.like));
  }
  if (!star.exclude.empty()) {
    Space();
    Text(star.exclude_word.empty() ? "EXCLUDE" : star.exclude_word);
    if (star.exclude_strict) Text(" STRICT");
    Text(" (");
    List(star.exclude, [&](const sql::Name& name) { Name(name); });
    Text(")");
  }
  const auto aliased = [&](std::string_view word, const Span<AliasedExpr*>& items) {
    if (items.empty()) return;
    Text(word);
    List(items, [&](const AliasedExpr* item) { Emit(item); });
    Text(")");
  };
  aliased(" REPLACE (", star.replace);
  aliased(" RENAME (", star.rename);
  for (const Expr* apply : star.apply)
    Text(" APPLY("), Emit(apply), Text(")");
}

void Printing::EmitPostfixBase(const Expr* expr) {
  const bool parens = LevelOf(expr) < kPrimary &&
                      !(expr->kind == NodeKind::kCast && dialect_.id != DialectId::kPostgres);
  if (parens) Text("(");
  Emit(expr);
  if (parens) Text(")");
}

void Printing::EmitLike(const Like& like) {
  const int level = dialect_.precedence.like;
  if (like.expr) EmitOperand(like.expr, level, false), Space();
  if (like.negated) Text("NOT ");
  Text(LikeWord(like));
  Space();
  if (like.quantifier != Quantifier::kNone) Text(QuantifierWord(like.quantifier)), Space();
  EmitOperand(like.pattern, level + 1, true);
  if (like.escape) Text(" ESCAPE "), EmitOperand(like.escape, level + 1, true);
}

void Printing::EmitIn(const In& in) {
  EmitOperand(in.expr, dialect_.precedence.in, false);
  if (in.global) Text(" GLOBAL");
  Text(in.negated ? " NOT IN " : " IN ");
  if (in.query) return Subquery(*in.query);
  if (in.right) return EmitOperand(in.right, dialect_.precedence.in + 1, true);
  ParenExprs(in.items);
}

void Printing::EmitCast(const Cast& cast) {
  switch (cast.style) {
    case CastStyle::kColons: {
      const bool literal_minus = cast.expr->kind == NodeKind::kUnary;
      EmitOperand(cast.expr, literal_minus ? kPrimary : dialect_.precedence.cast, false);
      Text("::");
      return Emit(*cast.type);
    }
    case CastStyle::kConvert:
    case CastStyle::kConvertUsing:
      Text("CONVERT(");
      Emit(cast.expr);
      if (cast.style == CastStyle::kConvert)
        Text(", "), Emit(*cast.type);
      else
        Text(" USING "), Name(cast.charset);
      return Text(")");
    default: break;
  }
  Text(cast.style == CastStyle::kTryCast    ? "TRY_CAST("
       : cast.style == CastStyle::kSafeCast ? "SAFE_CAST("
                                            : "CAST(");
  Emit(cast.expr);
  if (cast.type_text) {
    Text(", ");
    Emit(cast.type_text);
  } else {
    Text(" AS ");
    Emit(*cast.type);
    if (cast.array) Text(" ARRAY");
    if (cast.format) Text(" FORMAT "), Emit(cast.format);
  }
  Text(")");
}

void Printing::EmitLambda(const Lambda& lambda) {
  if (lambda.python) {
    Text("lambda ");
    Names(lambda.parameters);
    Text(" : ");
    return Emit(lambda.body);
  }
  const bool parens = lambda.parenthesised || lambda.parameters.size() != 1;
  if (parens) Text("(");
  for (uint32_t i = 0; i < lambda.parameters.size(); ++i) {
    if (i) Text(", ");
    Name(lambda.parameters[i]);
    if (i < lambda.types.size() && lambda.types[i]) Space(), Emit(*lambda.types[i]);
  }
  if (parens) Text(")");
  Text(" -> ");
  Emit(lambda.body);
}

void Printing::EmitSubscript(const Subscript& subscript) {
  if (subscript.base) EmitPostfixBase(subscript.base);
  Text("[");
  if (subscript.index) Emit(subscript.index);
  if (subscript.slice) {
    // A space keeps `::` and `:name` from being read as one token.
    Text(subscript.index ? " : " : ": ");
    if (subscript.open_end) Text("-");
    if (subscript.upper) Emit(subscript.upper);
    if (subscript.stepped) Text(" : ");
    if (subscript.step) Emit(subscript.step);
  }
  Text("]");
}

void Printing::EmitCase(const Case& expr) {
  if (expr.ternary) {
    const int level = dialect_.precedence.ternary + 1;
    EmitOperand(expr.whens[0]->when, level, false);
    Text(" ? ");
    Emit(expr.whens[0]->then);
    Text(" : ");
    return Emit(expr.otherwise);
  }
  Text("CASE");
  if (expr.operand) Space(), Emit(expr.operand);
  Begin();
  Indent();
  for (const WhenClause* when : expr.whens) {
    Line();
    EmitCommentsBefore(when->begin);
    Text("WHEN ");
    Emit(when->when);
    Text(" THEN ");
    Emit(when->then);
  }
  if (expr.otherwise) Line(), Text("ELSE "), Emit(expr.otherwise);
  Dedent();
  Line();
  Text("END");
  End();
}

void Printing::EmitStruct(const StructExpr& expr) {
  Text(expr.map ? "MAP {" : "{");
  List(expr.fields, [&](const StructField* field) {
    if (field->key)
      Emit(field->key), Text(": ");
    else if (!field->name.empty())
      Name(field->name), Text(": ");
    if (field->value) Emit(field->value);
  });
  Text("}");
}

void Printing::EmitGrouping(const GroupingSet& set) {
  switch (set.type) {
    case GroupingKind::kEmpty: return Text("()");
    case GroupingKind::kRollup: Text("ROLLUP "); break;
    case GroupingKind::kCube: Text("CUBE "); break;
    case GroupingKind::kSets: Text("GROUPING SETS "); break;
    case GroupingKind::kSimple: break;
  }
  ParenExprs(set.items);
}

void Printing::EmitOrderBy(std::string_view words, const Span<OrderItem*>& items) {
  if (items.empty()) return;
  Text(words);
  List(items, [&](const OrderItem* item) { EmitOrderItem(*item); });
}

void Printing::Emit(const Expr* expr) {
  if (!expr) return;
  EmitCommentsBefore(expr->begin);
  switch (expr->kind) {
    case NodeKind::kLiteral: return EmitLiteral(*As<Literal>(expr));
    case NodeKind::kTypedLiteral: {
      const TypedLiteral* literal = As<TypedLiteral>(expr);
      if (literal->braces) Text("{");
      Emit(*literal->type);
      Space();
      EmitLiteral(*literal->value);
      if (literal->braces) Text("}");
      return;
    }
    case NodeKind::kIntervalExpr: return EmitInterval(*As<IntervalExpr>(expr));
    case NodeKind::kColumnRef: {
      const ColumnRef* column = As<ColumnRef>(expr);
      if (column->leading_dot) Text(".");
      Name(column->name);
      if (column->outer_join) Text("(+)");
      return;
    }
    case NodeKind::kStar: return EmitStar(*As<Star>(expr));
    case NodeKind::kParameter: {
      const Parameter* parameter = As<Parameter>(expr);
      if (!parameter->type) return Text(parameter->text);
      Text("{");
      Text(parameter->text);
      Text(": ");
      Emit(*parameter->type);
      return Text("}");
    }
    case NodeKind::kUnary: {
      const Unary* unary = As<Unary>(expr);
      const int level = LevelOf(unary);
      if (!unary->schema.empty() || (unary->op == Op::kCustom && unary->symbol.empty())) {
        Text("OPERATOR(");
        for (const Ident& part : unary->schema)
          Name(part), Text(".");
        Text(unary->symbol);
        Text(") ");
      } else {
        Text(unary->symbol.empty() ? OpText(unary->op) : unary->symbol);
        const bool word =
            unary->op == Op::kNot || unary->op == Op::kBinary || unary->op == Op::kPrior;
        // "- -1" and "~ -1": a space keeps two operators apart.
        const Expr* operand = unary->operand;
        const bool sign = operand->kind == NodeKind::kUnary || operand->kind == NodeKind::kStar ||
                          !unary->symbol.empty() || unary->op == Op::kSquareRoot ||
                          unary->op == Op::kCubeRoot || unary->op == Op::kAbsolute ||
                          unary->op == Op::kBitNot;
        if (word || sign) Space();
      }
      return EmitOperand(unary->operand, level, true);
    }
    case NodeKind::kBinary: return EmitBinary(*As<Binary>(expr));
    case NodeKind::kLogical: {
      const Logical* logical = As<Logical>(expr);
      const int level = LevelOf(logical);
      Begin();
      Indent();
      for (uint32_t i = 0; i < logical->operands.size(); ++i) {
        if (i) Line(), Text(logical->op == Op::kAnd ? "AND " : "OR ");
        EmitOperand(logical->operands[i], i ? level + 1 : level, i > 0);
      }
      Dedent();
      return End();
    }
    case NodeKind::kIsTest: {
      const IsTest* test = As<IsTest>(expr);
      EmitOperand(test->expr, dialect_.precedence.is, false);
      Text(test->negated ? " IS NOT " : " IS ");
      switch (test->test) {
        case IsKind::kNull: return Text("NULL");
        case IsKind::kTrue: return Text("TRUE");
        case IsKind::kFalse: return Text("FALSE");
        case IsKind::kUnknown: return Text("UNKNOWN");
        case IsKind::kDocument: return Text("DOCUMENT");
        case IsKind::kNormalized:
          if (!test->form.empty()) Text(test->form), Space();
          return Text("NORMALIZED");
        case IsKind::kNaN: return Text("NAN");
        case IsKind::kOf:
          Text("OF (");
          List(test->types, [&](const TypeName* type) { Emit(*type); });
          return Text(")");
      }
      return;
    }
    case NodeKind::kBetween: {
      const Between* between = As<Between>(expr);
      const int level = dialect_.precedence.between;
      EmitOperand(between->expr, level, false);
      Text(between->negated ? " NOT BETWEEN " : " BETWEEN ");
      if (between->symmetric) Text("SYMMETRIC ");
      if (between->asymmetric) Text("ASYMMETRIC ");
      EmitOperand(between->low, level + 1, true);
      Text(" AND ");
      return EmitOperand(between->high, level + 1, true);
    }
    case NodeKind::kIn: return EmitIn(*As<In>(expr));
    case NodeKind::kLike: return EmitLike(*As<Like>(expr));
    case NodeKind::kQuantified: {
      const Quantified* quantified = As<Quantified>(expr);
      EmitOperand(quantified->left, dialect_.precedence.equality, false);
      Space();
      Text(quantified->symbol.empty() ? OpText(quantified->op) : quantified->symbol);
      Space();
      Text(QuantifierWord(quantified->quantifier));
      Space();
      if (quantified->query) return Subquery(*quantified->query);
      Text("(");
      Emit(quantified->array);
      return Text(")");
    }
    case NodeKind::kCall: return EmitCall(*As<Call>(expr));
    case NodeKind::kCase: return EmitCase(*As<Case>(expr));
    case NodeKind::kCast: return EmitCast(*As<Cast>(expr));
    case NodeKind::kExists: Text("EXISTS "); return Subquery(*As<Exists>(expr)->query);
    case NodeKind::kSubqueryExpr: {
      const SubqueryExpr* subquery = As<SubqueryExpr>(expr);
      if (subquery->array) Text("ARRAY");
      return Subquery(*subquery->query);
    }
    case NodeKind::kParenExpr:
      Text("(");
      Begin();
      Indent();
      Soft();
      Emit(As<ParenExpr>(expr)->expr);
      Dedent();
      Soft();
      End();
      return Text(")");
    case NodeKind::kArrayExpr: {
      const ArrayExpr* array = As<ArrayExpr>(expr);
      Text(array->word ? "ARRAY[" : "[");
      Begin();
      Indent();
      Soft();
      ExprList(array->items);
      Dedent();
      Soft();
      End();
      return Text("]");
    }
    case NodeKind::kRowExpr: {
      const RowExpr* row = As<RowExpr>(expr);
      if (row->word) Text("ROW");
      if (!row->word && row->items.size() == 1) {
        Text("(");
        Emit(row->items[0]);
        return Text(",)");
      }
      if (row->items.empty()) return Text("()");
      return ParenExprs(row->items);
    }
    case NodeKind::kStructExpr: return EmitStruct(*As<StructExpr>(expr));
    case NodeKind::kLambda: return EmitLambda(*As<Lambda>(expr));
    case NodeKind::kComprehension: {
      const Comprehension* list = As<Comprehension>(expr);
      Text("[");
      Emit(list->result);
      Text(" FOR ");
      Names(list->variables);
      Text(" IN ");
      Emit(list->list);
      if (list->condition) Text(" IF "), Emit(list->condition);
      return Text("]");
    }
    case NodeKind::kSubscript: return EmitSubscript(*As<Subscript>(expr));
    case NodeKind::kFieldAccess: {
      const FieldAccess* field = As<FieldAccess>(expr);
      if (field->base) EmitPostfixBase(field->base);
      Text(field->colon ? ":" : ".");
      return Name(field->field);
    }
    case NodeKind::kCollate: {
      const Collate* collate = As<Collate>(expr);
      EmitOperand(collate->expr, dialect_.precedence.collate, false);
      Text(" COLLATE ");
      return Name(collate->collation);
    }
    case NodeKind::kAtTimeZone: {
      const AtTimeZone* at = As<AtTimeZone>(expr);
      const int level = dialect_.precedence.at_time_zone;
      EmitOperand(at->expr, level, false);
      if (at->local) return Text(" AT LOCAL");
      Text(" AT TIME ZONE ");
      return EmitOperand(at->zone, level + 1, true);
    }
    case NodeKind::kGroupingSet: return EmitGrouping(*As<GroupingSet>(expr));
    case NodeKind::kAliasedExpr: {
      const AliasedExpr* aliased = As<AliasedExpr>(expr);
      Emit(aliased->expr);
      Text(" AS ");
      return Name(aliased->alias);
    }
    case NodeKind::kDefaultExpr: {
      Text("DEFAULT");
      const DefaultExpr* value = As<DefaultExpr>(expr);
      if (!value->column.empty()) Text("("), Name(value->column), Text(")");
      return;
    }
    case NodeKind::kCurrentOf: Text("CURRENT OF "); return Name(As<CurrentOf>(expr)->cursor);
    default: return;
  }
}

void Printing::Emit(const TypeName& type) {
  if (type.setof) Text("SETOF ");
  // The name of a built-in type never needs quotes, whatever unquoted names fold to.
  if (type.name.size() == 1 && !type.name[0].quoted())
    Text(type.name[0].text);
  else
    Name(type.name);
  if (type.of_column) Text("%TYPE");
  if (!type.interval_fields.empty()) Space(), Text(type.interval_fields);
  if (!type.args.empty() || type.angle) {
    Text(type.angle ? "<" : "(");
    for (uint32_t i = 0; i < type.args.size(); ++i) {
      const TypeArg& arg = *type.args[i];
      if (i) Text(", ");
      if (!arg.name.empty()) Name(arg.name), Text(arg.colon ? ": " : " ");
      if (arg.type) Emit(*arg.type);
      if (arg.value) Emit(arg.value);
      if (!arg.comment.empty()) Text(" COMMENT "), String(arg.comment);
    }
    Text(type.angle ? ">" : ")");
  }
  if (!type.time_zone.empty()) Space(), Text(type.time_zone);
  if (type.is_unsigned) Text(" UNSIGNED");
  if (type.is_signed) Text(" SIGNED");
  if (type.zerofill) Text(" ZEROFILL");
  if (!type.charset.empty()) Text(" CHARACTER SET "), Name(type.charset);
  if (type.binary_word) Text(" BINARY");
  if (!type.collation.empty()) Text(" COLLATE "), Name(type.collation);
  if (type.not_null) Text(" NOT NULL");
  if (type.array_word) Text(" ARRAY");
  for (const Expr* dim : type.dims) {
    if (type.array_word && !dim) continue;
    Text("[");
    Emit(dim);
    Text("]");
  }
}

}  // namespace aietl::sql
