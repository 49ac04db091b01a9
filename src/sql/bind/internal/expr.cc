// Expressions: what each part is, and whether it may be NULL.

#include <algorithm>

#include "base/text.h"
#include "sql/bind/internal/binding.h"
#include "sql/visit.h"

namespace aietl::sql::bind {

using enum TypeKind;

void Binder::BindAll(Span<Expr*> exprs, Scope& scope) {
  for (const Expr* expr : exprs)
    if (expr != nullptr) BindExpr(expr, scope);
}

Value Binder::BindExpr(const Expr* expr, Scope& scope) {
  if (++depth_ > options_.depth + 2000) {
    --depth_;
    if (!too_deep_) Report("too_deep", expr, Msg("the expression is nested too deeply"));
    too_deep_ = true;
    return {Unknown(), true};
  }
  const bool grouped = scope.collects && !scope.group_exprs.empty() &&
                       expr->kind != NodeKind::kColumnRef && MatchesGroup(*expr, scope);
  if (grouped) ++scope.grouped_depth;
  const Value value = BindInner(*expr, scope);
  if (grouped) --scope.grouped_depth;
  --depth_;
  return value;
}

Value Binder::BindInner(const Expr& expr, Scope& scope) {
  const Value boolean{BasicType(kBool), true};
  switch (expr.kind) {
    case NodeKind::kColumnRef: return BindColumnRef(static_cast<const ColumnRef&>(expr), scope);
    case NodeKind::kParenExpr: return BindExpr(static_cast<const ParenExpr&>(expr).expr, scope);
    case NodeKind::kLiteral: {
      const auto& literal = static_cast<const Literal&>(expr);
      switch (literal.type) {
        case LiteralKind::kNull: return {BasicType(kNull), true};
        case LiteralKind::kTrue:
        case LiteralKind::kFalse:
          return {BasicType(dialect_ == DialectId::kSqlite ? kInt : kBool), false};
        case LiteralKind::kInteger: {
          if (literal.suffix == "L") return {BasicType(kInt, 64), false};
          if (dialect_ == DialectId::kClickhouse)
            return {BasicType(kUint, literal.text.size() <= 2   ? 8
                                     : literal.text.size() <= 4 ? 16
                                     : literal.text.size() <= 9 ? 32
                                                                : 64),
                    false};
          if (dialect_ == DialectId::kSqlite) return {BasicType(kInt, 64), false};
          if (literal.text.size() < 10 ||
              (literal.text.size() == 10 && literal.text <= "2147483647"))
            return {IntLiteralType(), false};
          if (literal.text.size() < 19 ||
              (literal.text.size() == 19 && literal.text <= "9223372036854775807"))
            return {BasicType(kInt, 64), false};
          return {dialect_ == DialectId::kDuckdb && literal.text.size() < 39 ? BasicType(kInt, 128)
                                                                             : BasicType(kDecimal),
                  false};
        }
        case LiteralKind::kDecimal: {
          const bool exponent = literal.text.find_first_of("eE") != std::string_view::npos;
          if (dialect_ == DialectId::kSqlite || dialect_ == DialectId::kClickhouse ||
              (exponent && dialect_ != DialectId::kPostgres))
            return {BasicType(kFloat, 64), false};
          if (literal.suffix == "D" || literal.suffix == "F")
            return {BasicType(kFloat, literal.suffix == "F" ? 32 : 64), false};
          if (dialect_ == DialectId::kPostgres) return {BasicType(kDecimal), false};
          const size_t dot = literal.text.find('.');
          const auto scale = static_cast<int32_t>(
              dot == std::string_view::npos ? 0 : literal.text.size() - dot - 1);
          size_t whole = dot == std::string_view::npos ? literal.text.size() : dot;
          if (whole == 1 && literal.text[0] == '0' && scale > 0)
            whole = dialect_ == DialectId::kDuckdb ? 1 : 0;
          return {
              arena_.New<Type>(Type{.kind = kDecimal,
                                    .precision = std::max(1, static_cast<int32_t>(whole) + scale),
                                    .scale = scale}),
              false};
        }
        case LiteralKind::kHex: return {BasicType(kInt, 64), false};
        case LiteralKind::kBytes:
        case LiteralKind::kByteString: return {BasicType(kBytes), false};
        case LiteralKind::kBits: return {BasicType(kBits), false};
        default: return {TextLiteralType(), false};
      }
    }
    case NodeKind::kTypedLiteral: {
      const auto& literal = static_cast<const TypedLiteral&>(expr);
      return {literal.type == nullptr ? Unknown() : ReadType(*literal.type, dialect_, arena_).type,
              false};
    }
    case NodeKind::kIntervalExpr: {
      const auto& interval = static_cast<const IntervalExpr&>(expr);
      bool nullable = false;
      for (const Expr* value : interval.values)
        if (value != nullptr) nullable |= BindExpr(value, scope).nullable;
      return {BasicType(kInterval), nullable};
    }
    case NodeKind::kParameter: return {Unknown(), true};
    case NodeKind::kStar: {
      const auto& star = static_cast<const Star&>(expr);
      if (star.base != nullptr) BindExpr(star.base, scope);
      return {Unknown(), true};
    }
    case NodeKind::kUnary: {
      const auto& unary = static_cast<const Unary&>(expr);
      const Value value = BindExpr(unary.operand, scope);
      switch (unary.op) {
        case Op::kNot:
        case Op::kNotSign:
          if (rules_.boolean_conditions && value.type->known() && value.type->kind != kBool &&
              value.type->kind != kNull && value.type->kind != kOther &&
              !IsLiteralType(*value.type))
            Report("type_mismatch", unary.operand,
                   Msg("a condition must be boolean, this is {}", Show(*value.type)));
          return {BasicType(kBool), value.nullable};
        case Op::kNegate:
          if (rules_.strict_types && (value.type->kind == kBool || value.type->kind == kDate ||
                                      (value.type->text() && !IsLiteralType(*value.type)))) {
            Report("type_mismatch", &expr, Msg("{} does not take {}", "-", Show(*value.type)), "-");
            return {Unknown(), true};
          }
          if (dialect_ == DialectId::kMysql && value.type->integer())
            return {BasicType(kInt, 64), value.nullable};
          return {value.type->text()                 ? Unknown()
                  : dialect_ == DialectId::kPostgres ? Unsized(value.type, arena_)
                                                     : value.type,
                  value.nullable};
        case Op::kSquareRoot:
        case Op::kCubeRoot: return {BasicType(kFloat, 64), value.nullable};
        case Op::kAbsolute: return {Unsized(value.type, arena_), value.nullable};
        case Op::kBitNot:
          if (dialect_ == DialectId::kMysql) return {BasicType(kUint, 64), value.nullable};
          return value;
        case Op::kPositive:
        case Op::kPrior: return value;
        default: return {Unknown(), value.nullable};
      }
    }
    case NodeKind::kBinary: {
      // Chains lean to the left (a + b + c …): their height must not become our depth.
      std::vector<const Binary*> chain;
      const Expr* first = &expr;
      while (const auto* binary = As<Binary>(static_cast<const Node*>(first))) {
        if (!chain.empty() && scope.collects && !scope.group_exprs.empty() &&
            MatchesGroup(*binary, scope))
          break;
        chain.push_back(binary);
        first = binary->left;
      }
      Value value = BindExpr(first, scope);
      for (auto it = chain.rbegin(); it != chain.rend(); ++it)
        value = Operate(**it, value, BindExpr((*it)->right, scope));
      return value;
    }
    case NodeKind::kLogical: {
      bool nullable = false;
      for (const Expr* operand : static_cast<const Logical&>(expr).operands) {
        const Value value = BindExpr(operand, scope);
        nullable |= value.nullable;
        if (rules_.boolean_conditions && value.type->known() && value.type->kind != kBool &&
            value.type->kind != kNull && value.type->kind != kOther && !IsLiteralType(*value.type))
          Report("type_mismatch", operand,
                 Msg("a condition must be boolean, this is {}", Show(*value.type)));
      }
      return {BasicType(kBool), nullable};
    }
    case NodeKind::kIsTest:
      BindExpr(static_cast<const IsTest&>(expr).expr, scope);
      return {BasicType(kBool), false};
    case NodeKind::kBetween: {
      const auto& between = static_cast<const Between&>(expr);
      const Value value = BindExpr(between.expr, scope), low = BindExpr(between.low, scope),
                  high = BindExpr(between.high, scope);
      CheckComparable(*between.low, value, low);
      CheckComparable(*between.high, value, high);
      return {BasicType(kBool), value.nullable || low.nullable || high.nullable};
    }
    case NodeKind::kIn: return BindIn(static_cast<const In&>(expr), scope);
    case NodeKind::kLike: {
      const auto& like = static_cast<const Like&>(expr);
      const Value value =
          like.expr == nullptr ? Value{Unknown(), false} : BindExpr(like.expr, scope);
      const Value pattern = BindExpr(like.pattern, scope);
      if (like.escape != nullptr) BindExpr(like.escape, scope);
      const auto refused = [&](const Type& type) {
        return type.number() || type.kind == kBool || type.temporal();
      };
      if (rules_.strict_types && like.quantifier == Quantifier::kNone &&
          (refused(*value.type) || refused(*pattern.type)))
        Report("type_mismatch", &expr,
               Msg("{} does not take {} and {}", "LIKE", Show(*value.type), Show(*pattern.type)),
               "LIKE");
      return {BasicType(kBool), value.nullable || pattern.nullable};
    }
    case NodeKind::kQuantified: {
      const auto& quantified = static_cast<const Quantified&>(expr);
      const Value left = BindExpr(quantified.left, scope);
      if (quantified.query != nullptr) {
        const Value right = BindSubquery(*quantified.query, expr, scope, true);
        CheckComparable(expr, left, right);
      }
      if (quantified.array != nullptr) {
        const Value right = BindExpr(quantified.array, scope);
        if (right.type->kind == kArray && right.type->element != nullptr)
          CheckComparable(expr, left, {right.type->element, true});
      }
      return boolean;
    }
    case NodeKind::kCall: return BindCall(static_cast<const Call&>(expr), scope);
    case NodeKind::kCase: return BindCase(static_cast<const Case&>(expr), scope);
    case NodeKind::kCast: return BindCast(static_cast<const Cast&>(expr), scope);
    case NodeKind::kExists: {
      BindSubquery(*static_cast<const Exists&>(expr).query, expr, scope, false);
      return {BasicType(kBool), false};
    }
    case NodeKind::kSubqueryExpr: {
      const auto& sub = static_cast<const SubqueryExpr&>(expr);
      const Value value = BindSubquery(*sub.query, expr, scope, true);
      if (sub.array) return {arena_.New<Type>(Type{.kind = kArray, .element = value.type}), false};
      return value;
    }
    case NodeKind::kArrayExpr: {
      const Type* element = nullptr;
      for (const Expr* item : static_cast<const ArrayExpr&>(expr).items) {
        const Value value = BindExpr(item, scope);
        const Type* both = element == nullptr ? value.type : Unify(element, value.type);
        if (both == nullptr && rules_.strict_types)
          Report("type_mismatch", item,
                 Msg("the array has {} and {}", Show(*element), Show(*value.type)));
        element = both == nullptr ? Unknown() : both;
      }
      return {arena_.New<Type>(Type{.kind = kArray,
                                    .element = element == nullptr ? Unknown() : Settled(element)}),
              false};
    }
    case NodeKind::kRowExpr: {
      std::vector<TypeField> fields;
      for (const Expr* item : static_cast<const RowExpr&>(expr).items)
        fields.push_back({{}, Settled(BindExpr(item, scope).type)});
      return {arena_.New<Type>(Type{.kind = kRow, .fields = arena_.List(fields)}), false};
    }
    case NodeKind::kStructExpr: {
      const auto& object = static_cast<const StructExpr&>(expr);
      std::vector<TypeField> fields;
      const Type* key_type = nullptr;
      const Type* value_type = nullptr;
      for (const StructField* field : object.fields) {
        std::string_view name = field->name.text;
        if (field->key != nullptr) {
          const Value key = BindExpr(field->key, scope);
          const Type* both = key_type == nullptr ? key.type : Unify(key_type, key.type);
          key_type = both == nullptr ? Unknown() : both;
          if (const auto* literal = As<Literal>(static_cast<const Node*>(field->key)))
            name = literal->text;
        }
        const Value value = BindExpr(field->value, scope);
        const Type* both = value_type == nullptr ? value.type : Unify(value_type, value.type);
        value_type = both == nullptr ? Unknown() : both;
        fields.push_back({name, Settled(value.type)});
      }
      if (object.map)
        return {arena_.New<Type>(
                    Type{.kind = kMap,
                         .element = Settled(key_type == nullptr ? Unknown() : key_type),
                         .value = Settled(value_type == nullptr ? Unknown() : value_type)}),
                false};
      if (dialect_ == DialectId::kSnowflake) return {BasicType(kVariant), false};
      return {arena_.New<Type>(Type{.kind = kStruct, .fields = arena_.List(fields)}), false};
    }
    case NodeKind::kLambda: {
      const auto& lambda = static_cast<const Lambda&>(expr);
      return BindLambda({lambda.parameters.begin(), lambda.parameters.end()}, *lambda.body, &expr,
                        Unknown(), scope);
    }
    case NodeKind::kComprehension: {
      const auto& comprehension = static_cast<const Comprehension&>(expr);
      const Value list = BindExpr(comprehension.list, scope);
      Relation* variables = NewRelation(RelationKind::kFixed, &expr);
      std::vector<Column> columns;
      for (const Ident& variable : comprehension.variables) {
        Column column =
            NewColumn(variable.text,
                      columns.empty() && list.type->kind == kArray && list.type->element != nullptr
                          ? list.type->element
                          : Unknown(),
                      true);
        column.source = ColumnSource::kExpr;
        column.expr = comprehension.list;
        columns.push_back(column);
      }
      SetColumns(*variables, columns);
      Scope inside;
      inside.outer = &scope;
      Source source;
      source.relation = variables;
      source.qualifies = false;
      inside.sources.push_back(source);
      inside.clause = Clause::kOther;
      const Value result = BindExpr(comprehension.result, inside);
      if (comprehension.condition != nullptr) BindExpr(comprehension.condition, inside);
      return {arena_.New<Type>(Type{.kind = kArray, .element = Settled(result.type)}),
              list.nullable};
    }
    case NodeKind::kSubscript: return BindSubscript(static_cast<const Subscript&>(expr), scope);
    case NodeKind::kFieldAccess: return BindField(static_cast<const FieldAccess&>(expr), scope);
    case NodeKind::kCollate: return BindExpr(static_cast<const Collate&>(expr).expr, scope);
    case NodeKind::kAtTimeZone: {
      const auto& zone = static_cast<const AtTimeZone&>(expr);
      const Value value = BindExpr(zone.expr, scope);
      bool nullable = value.nullable;
      if (zone.zone != nullptr) nullable |= BindExpr(zone.zone, scope).nullable;
      if (value.type->kind == kTimestampTz) return {BasicType(kTimestamp), nullable};
      if (value.type->kind == kTimestamp || value.type->kind == kDate || IsLiteralType(*value.type))
        return {BasicType(kTimestampTz), nullable};
      return {
          value.type->kind == kTime || value.type->kind == kTimeTz ? BasicType(kTimeTz) : Unknown(),
          nullable};
    }
    case NodeKind::kGroupingSet:
      BindAll(static_cast<const GroupingSet&>(expr).items, scope);
      return {Unknown(), true};
    case NodeKind::kAliasedExpr: return BindExpr(static_cast<const AliasedExpr&>(expr).expr, scope);
    default: return {Unknown(), true};
  }
}

Value Binder::BindCase(const Case& choice, Scope& scope) {
  Value operand{Unknown(), false};
  if (choice.operand != nullptr) operand = BindExpr(choice.operand, scope);
  const Type* type = nullptr;
  bool nullable = choice.otherwise == nullptr;
  const auto branch = [&](const Expr* expr) {
    const Value value = BindExpr(expr, scope);
    nullable |= value.nullable;
    const Type* both = type == nullptr ? value.type : Unify(type, value.type);
    // DuckDB refuses to mix texts and numbers here, unlike in UNION.
    if (both != nullptr && type != nullptr && dialect_ == DialectId::kDuckdb &&
        !IsLiteralType(*type) && !IsLiteralType(*value.type) &&
        ((type->kind == kText && value.type->number()) ||
         (value.type->kind == kText && type->number())))
      both = nullptr;
    if (both == nullptr) {
      if (rules_.strict_types)
        Report("type_mismatch", expr, Msg("CASE gives {} and {}", Show(*type), Show(*value.type)));
      both = Unknown();
    }
    type = both;
  };
  for (const WhenClause* when : choice.whens) {
    const Value condition = BindExpr(when->when, scope);
    if (choice.operand != nullptr) {
      CheckComparable(*when->when, operand, condition);
    } else if (rules_.boolean_conditions && condition.type->known() &&
               condition.type->kind != kBool && condition.type->kind != kNull &&
               condition.type->kind != kOther && !IsLiteralType(*condition.type)) {
      Report("type_mismatch", when->when,
             Msg("a condition must be boolean, this is {}", Show(*condition.type)));
    }
    branch(when->then);
  }
  if (choice.otherwise != nullptr) branch(choice.otherwise);
  if (choice.otherwise == nullptr && type != nullptr && dialect_ == DialectId::kPostgres)
    type = Unsized(type, arena_);
  return {type == nullptr ? Unknown() : type, nullable};
}

Value Binder::BindCast(const Cast& cast, Scope& scope) {
  const Value value = BindExpr(cast.expr, scope);
  if (cast.style == CastStyle::kConvertUsing) return {BasicType(kText), value.nullable};
  if (cast.format != nullptr) BindExpr(cast.format, scope);
  ReadTypeResult type{Unknown()};
  if (cast.type != nullptr) {
    type = ReadType(*cast.type, dialect_, arena_);
  } else if (const auto* text = As<Literal>(static_cast<const Node*>(cast.type_text))) {
    type = ReadType(text->text, dialect_, arena_);
  }
  const bool may_fail = cast.style == CastStyle::kTryCast || cast.style == CastStyle::kSafeCast ||
                        dialect_ == DialectId::kMysql;
  return {type.type, value.nullable || may_fail};
}

Value Binder::BindSubquery(const Query& query, const Node& at, Scope& scope, bool scalar) {
  const Relation* relation = BindQuery(query, &scope);
  if (!scalar) return {BasicType(kBool), false};
  size_t columns = 0;
  bool open = relation->open;
  const Column* only = nullptr;
  for (const Column& column : relation->columns) {
    if (column.met) continue;
    open |= column.star;
    only = &column;
    ++columns;
  }
  if (open || columns == 0) return {Unknown(), true};
  if (columns != 1) {
    if (dialect_ != DialectId::kClickhouse && dialect_ != DialectId::kPostgres &&
        dialect_ != DialectId::kSqlite && dialect_ != DialectId::kMysql) {
      Report("subquery_columns", &at,
             Msg("a subquery that is a value must give one column, this gives {}", columns));
    } else if (at.kind == NodeKind::kSubqueryExpr && scope.clause == Clause::kSelect) {
      Report("subquery_columns", &at,
             Msg("a subquery that is a value must give one column, this gives {}", columns));
    }
    return {BasicType(kRow), true};
  }
  return {only->type, true};
}

Value Binder::BindIn(const In& in, Scope& scope) {
  const Value value = BindExpr(in.expr, scope);
  bool nullable = value.nullable;
  for (const Expr* item : in.items) {
    const Value one = BindExpr(item, scope);
    nullable |= one.nullable;
    CheckComparable(*item, value, one);
  }
  if (in.right != nullptr) {
    const auto* ref = As<ColumnRef>(static_cast<const Node*>(in.right));
    if (ref != nullptr && (dialect_ == DialectId::kSqlite || dialect_ == DialectId::kClickhouse))
      return {BasicType(kBool), true};  // a table
    BindExpr(in.right, scope);
    nullable = true;
  }
  if (in.query != nullptr) {
    const Relation* relation = BindQuery(*in.query, &scope);
    size_t columns = 0;
    bool open = relation->open;
    const Column* only = nullptr;
    for (const Column& column : relation->columns) {
      if (column.met) continue;
      open |= column.star;
      only = &column;
      ++columns;
    }
    const auto* row = As<RowExpr>(Unparen(in.expr));
    const size_t wanted = row == nullptr ? 1 : row->items.size();
    if (!open && columns != wanted && value.type->kind != kRow && value.type->kind != kStruct)
      Report("subquery_columns", in.query,
             Msg("the subquery of IN gives {} columns where {} are compared", columns, wanted));
    if (!open && columns != wanted && row != nullptr)
      Report("subquery_columns", in.query,
             Msg("the subquery of IN gives {} columns where {} are compared", columns, wanted));
    if (!open && columns == 1 && row == nullptr)
      CheckComparable(*in.query, value, {only->type, true});
    nullable |= only == nullptr || only->nullable;
  }
  return {BasicType(kBool), nullable};
}

// `element`: of the list that it is called for; the first parameter's type.
Value Binder::BindLambda(const std::vector<Ident>& names, const Expr& body, const Node* at,
                         const Type* element, Scope& scope) {
  Relation* parameters = NewRelation(RelationKind::kFixed, at);
  std::vector<Column> columns;
  for (const Ident& parameter : names) {
    Column column = NewColumn(parameter.text, columns.empty() ? element : Unknown(), true);
    column.source = ColumnSource::kExpr;  // of nothing: the call's other arguments are its sources
    columns.push_back(column);
  }
  SetColumns(*parameters, columns);
  // Parameters stand before the columns around them.
  Scope inside;
  inside.outer = &scope;
  inside.clause = Clause::kOther;
  Source source;
  source.relation = parameters;
  source.qualifies = false;
  inside.sources.push_back(source);
  const Value result = BindExpr(&body, inside);
  return {arena_.New<Type>(Type{.kind = kLambda, .element = result.type}), false};
}

Value Binder::BindSubscript(const Subscript& subscript, Scope& scope) {
  const Value base = BindExpr(subscript.base, scope);
  for (const Expr* part : {subscript.index, subscript.upper, subscript.step})
    if (part != nullptr) BindExpr(part, scope);
  if (subscript.slice) return {base.type, base.nullable};
  switch (base.type->kind) {
    case kArray: return {base.type->element == nullptr ? Unknown() : base.type->element, true};
    case kMap: return {base.type->value == nullptr ? Unknown() : base.type->value, true};
    case kStruct:
    case kRow: {
      const auto* literal = As<Literal>(static_cast<const Node*>(subscript.index));
      if (literal != nullptr && literal->type == LiteralKind::kString)
        for (const TypeField& field : base.type->fields)
          if (NameHash(field.name) == NameHash(literal->text)) return {field.type, true};
      return {Unknown(), true};
    }
    case kVariant:
    case kJson:
    case kJsonb: return {base.type, true};
    case kText: return {dialect_ == DialectId::kDuckdb ? BasicType(kText) : Unknown(), true};
    default: return {Unknown(), true};
  }
}

Value Binder::BindField(const FieldAccess& field, Scope& scope) {
  const Value base = BindExpr(field.base, scope);
  if (field.colon) return {BasicType(kVariant), true};
  return FieldOf(base, field.field);
}

}  // namespace aietl::sql::bind
