#include "sql/translate/exact.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "sql/bind/binder.h"
#include "sql/parser.h"
#include "sql/translate/translate.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

constexpr ParseLimits kExactLimits{.depth = 200, .chain = 1000};

// What a value is, as far as both engines treat it alike.
enum class Alike : uint8_t {
  kNot,
  kNull,
  kBool,
  kInt,
  kDecimal,
  kDouble,
  kText,  // compared for equality only: collations sort
  kDate,
  kTimestamp,
  kMoment,  // with time zone: never beside a text, which each session reads in its own zone
  kUuid,
  kTruncated,  // date_trunc of a date: a timestamp there, so only its date is alike
};

bool IsNumber(Alike a) {
  return a == Alike::kInt || a == Alike::kDecimal || a == Alike::kDouble;
}
bool IsDay(Alike a) {
  return a == Alike::kDate || a == Alike::kTimestamp;
}

Alike AlikeOf(const Type& type) {
  switch (type.kind) {
    case TypeKind::kNull: return Alike::kNull;
    case TypeKind::kBool: return Alike::kBool;
    case TypeKind::kInt: return Alike::kInt;
    case TypeKind::kDecimal: return Alike::kDecimal;
    case TypeKind::kFloat: return type.bits == 32 ? Alike::kNot : Alike::kDouble;
    case TypeKind::kText: return Alike::kText;
    case TypeKind::kDate: return Alike::kDate;
    case TypeKind::kTimestamp: return Alike::kTimestamp;
    case TypeKind::kTimestampTz: return Alike::kMoment;
    case TypeKind::kUuid: return Alike::kUuid;
    default: return Alike::kNot;
  }
}

// The kind of a value that is one or the other; kNot where they do not mix.
Alike Common(Alike a, Alike b) {
  if (a == Alike::kNull || a == b) return b;
  if (b == Alike::kNull) return a;
  // A decimal becomes a double here and there by different roundings.
  const bool rounds = (a == Alike::kDecimal && b == Alike::kDouble) ||
                      (a == Alike::kDouble && b == Alike::kDecimal);
  if (IsNumber(a) && IsNumber(b) && !rounds) return std::max(a, b);
  return Alike::kNot;
}

bool Sortable(Alike a) {
  return IsNumber(a) || IsDay(a) || a == Alike::kMoment || a == Alike::kBool;
}

bool SameName(std::string_view a, std::string_view b) {
  return LowerUtf8(a) == LowerUtf8(b);
}

class ExactCheck {
 public:
  ExactCheck(const Script& script, const Bound& bound) : script_(script), bound_(bound) {}

  // The first thing that may differ, as the query spells it; empty where all is alike.
  std::string Differs() {
    const auto* const select = As<SelectStatement>(script_.statements.front());
    if (select == nullptr) return std::string(script_.source);
    Check(*select->query);
    // What a star brings along unseen.
    const Relation* output = bound_.statements.front().output;
    if (output == nullptr) Refuse(*select);
    for (size_t i = 0; output != nullptr && i < output->columns.size(); ++i) {
      const Column& column = output->columns[i];
      if (differs_.empty() && (column.type == nullptr || AlikeOf(*column.type) == Alike::kNot))
        differs_ = std::string(column.name);
    }
    return differs_;
  }

 private:
  // --- relations
  void Check(const Query& query);
  void CheckBody(const QueryBody& body);
  void Check(const Select& select);
  void CheckTable(const TableRef& table);
  void CheckNames(const Select& select);

  // --- expressions
  Alike Of(const Expr* expr);
  Alike OfLiteral(const Literal& literal);
  Alike OfBinary(const Binary& binary);
  Alike OfCall(const Call& call);
  Alike OfCast(const Cast& cast);
  Alike OfCase(const Case& one);
  bool Compare(const Expr* a, const Expr* b, bool sorts);
  void MustBe(const Expr* expr, Alike kind) {
    if (Common(Of(expr), kind) != kind) Refuse(*expr);
  }
  // A value that may be grouped, shown or counted.
  void MustBeAlike(const Expr* expr) {
    const Alike kind = Of(expr);
    if (kind == Alike::kNot || kind == Alike::kTruncated) Refuse(*expr);
  }

  Alike Refuse(const Node& node) {
    if (differs_.empty()) differs_ = std::string(script_.TextOf(node));
    if (differs_.empty()) differs_ = std::string(NodeName(node.kind));
    return Alike::kNot;
  }
  void RefuseIf(bool bad, const Node& node) {
    if (bad) Refuse(node);
  }

  const Script& script_;
  const Bound& bound_;
  std::string differs_;
};

void ExactCheck::Check(const Query& query) {
  RefuseIf(query.limit != nullptr || query.offset != nullptr || query.limit_all ||
               query.limit_by != nullptr || query.fetch || !query.locks.empty() ||
               !query.settings.empty() || query.into != nullptr || query.outfile != nullptr,
           query);
  if (query.with != nullptr) {
    RefuseIf(query.with->recursive, *query.with);
    for (const Cte* cte : query.with->ctes) {
      RefuseIf(cte->query == nullptr || !cte->columns.empty() || !cte->key.empty(), *cte);
      if (cte->query != nullptr) Check(*cte->query);
    }
  }
  CheckBody(*query.body);
  for (const OrderItem* item : query.order_by) {
    if (item->expr == nullptr || !Sortable(Of(item->expr))) Refuse(*item);
  }
}

void ExactCheck::CheckBody(const QueryBody& body) {
  if (const auto* const select = As<Select>(&body)) return Check(*select);
  if (const auto* const query = As<Query>(&body)) return Check(*query);
  const auto* const both = As<SetOperation>(&body);
  if (both == nullptr || both->op != SetOp::kUnion || both->quantifier != Distinct::kAll ||
      both->by_name) {
    Refuse(body);
    return;
  }
  CheckBody(*both->left);
  CheckBody(*both->right);
}

void ExactCheck::Check(const Select& select) {
  RefuseIf((select.distinct != Distinct::kNone && select.distinct != Distinct::kDistinct) ||
               select.top != nullptr || select.items.empty() || select.from_first ||
               select.into != nullptr || !select.windows.empty() || select.qualify != nullptr ||
               select.sample != nullptr || !select.hints.empty(),
           select);
  for (const TableRef* table : select.from)
    CheckTable(*table);
  for (const SelectItem* item : select.items) {
    RefuseIf(item->alias.quote == '\'', *item);
    if (const auto* const star = As<Star>(item->expr)) {
      RefuseIf(select.distinct == Distinct::kDistinct || star->columns || star->base != nullptr ||
                   !star->exclude.empty() || !star->replace.empty() || !star->rename.empty() ||
                   star->like != nullptr,
               *star);
      continue;
    }
    MustBeAlike(item->expr);
  }
  if (select.where != nullptr) MustBe(select.where, Alike::kBool);
  if (select.having != nullptr) MustBe(select.having, Alike::kBool);
  if (select.group_by != nullptr) {
    const GroupBy& group = *select.group_by;
    RefuseIf(group.with_rollup || group.with_cube || group.with_totals || group.has_sets ||
                 group.distinct || !group.ordered.empty(),
             group);
    for (const Expr* item : group.items)
      MustBeAlike(item);
  }
  CheckNames(select);
}

void ExactCheck::CheckTable(const TableRef& table) {
  if (const auto* const named = As<TableName>(&table)) {
    RefuseIf(named->name.size() != 1 || named->sample != nullptr || named->travel != nullptr ||
                 (named->alias != nullptr && !named->alias->columns.empty()),
             table);
    return;
  }
  if (const auto* const derived = As<DerivedTable>(&table)) {
    RefuseIf(derived->lateral || derived->sample != nullptr || derived->alias == nullptr ||
                 !derived->alias->columns.empty(),
             table);
    return Check(*derived->query);
  }
  const auto* const join = As<Join>(&table);
  const bool plain = join != nullptr && join->strictness == JoinStrictness::kNone &&
                     !join->natural && join->match_condition == nullptr &&
                     (join->type == JoinKind::kPlain || join->type == JoinKind::kInner ||
                      join->type == JoinKind::kLeft) &&
                     join->on != nullptr;
  if (!plain) {
    Refuse(table);
    return;
  }
  CheckTable(*join->left);
  CheckTable(*join->right);
  MustBe(join->on, Alike::kBool);
}

// A name that is a column of FROM and the name of another thing in SELECT means the one here and
// the other there, depending on the clause.
void ExactCheck::CheckNames(const Select& select) {
  for (const SelectItem* item : select.items) {
    if (item->alias.empty()) continue;
    const auto* const same = As<ColumnRef>(item->expr);
    if (same != nullptr && SameName(same->name.back().text, item->alias.text)) continue;
    const auto check = [&](const Node& node) {
      const auto* const ref = As<ColumnRef>(&node);
      if (ref != nullptr && ref->name.size() == 1 &&
          SameName(ref->name.front().text, item->alias.text))
        Refuse(*ref);
      return true;
    };
    if (select.where != nullptr) Walk(*select.where, check);
    if (select.having != nullptr) Walk(*select.having, check);
    if (select.group_by != nullptr) Walk(*select.group_by, check);
    for (const SelectItem* other : select.items) {
      if (other != item) Walk(*other->expr, check);
    }
  }
}

Alike ExactCheck::Of(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::kLiteral: return OfLiteral(static_cast<const Literal&>(*expr));
    case NodeKind::kBinary: return OfBinary(static_cast<const Binary&>(*expr));
    case NodeKind::kCall: return OfCall(static_cast<const Call&>(*expr));
    case NodeKind::kCast: return OfCast(static_cast<const Cast&>(*expr));
    case NodeKind::kCase: return OfCase(static_cast<const Case&>(*expr));
    case NodeKind::kParenExpr: return Of(static_cast<const ParenExpr&>(*expr).expr);
    case NodeKind::kColumnRef: {
      const ColumnAt column = bound_.Meaning(expr);
      if (!column || column.whole_row() || column->type == nullptr) return Refuse(*expr);
      const Alike kind = AlikeOf(*column->type);
      return kind == Alike::kNot ? Refuse(*expr) : kind;
    }
    case NodeKind::kTypedLiteral: {
      const auto& typed = static_cast<const TypedLiteral&>(*expr);
      const std::string name =
          typed.type->name.size() == 1 ? LowerUtf8(typed.type->name.front().text) : std::string();
      if (name == "date" && typed.type->args.empty()) return Alike::kDate;
      if (name == "timestamp" && typed.type->args.empty() && typed.type->time_zone.empty())
        return Alike::kTimestamp;
      return Refuse(*expr);
    }
    case NodeKind::kLogical:
      for (const Expr* operand : static_cast<const Logical&>(*expr).operands)
        MustBe(operand, Alike::kBool);
      return Alike::kBool;
    case NodeKind::kUnary: {
      const auto& unary = static_cast<const Unary&>(*expr);
      if (unary.op == Op::kNot) {
        MustBe(unary.operand, Alike::kBool);
        return Alike::kBool;
      }
      const Alike kind = Of(unary.operand);
      return unary.op == Op::kNegate && IsNumber(kind) ? kind : Refuse(*expr);
    }
    case NodeKind::kIsTest: {
      const auto& test = static_cast<const IsTest&>(*expr);
      if (test.test == IsKind::kNull) {
        MustBeAlike(test.expr);
      } else if (test.test == IsKind::kTrue || test.test == IsKind::kFalse) {
        MustBe(test.expr, Alike::kBool);
      } else {
        return Refuse(*expr);
      }
      return Alike::kBool;
    }
    case NodeKind::kBetween: {
      const auto& between = static_cast<const Between&>(*expr);
      const bool good = !between.symmetric && Compare(between.expr, between.low, true) &&
                        Compare(between.expr, between.high, true);
      return good ? Alike::kBool : Refuse(*expr);
    }
    case NodeKind::kIn: {
      const auto& in = static_cast<const In&>(*expr);
      bool good = in.query == nullptr && in.right == nullptr && !in.items.empty();
      for (const Expr* item : in.items)
        good = good && Compare(in.expr, item, false);
      return good ? Alike::kBool : Refuse(*expr);
    }
    default: return Refuse(*expr);
  }
}

Alike ExactCheck::OfLiteral(const Literal& literal) {
  switch (literal.type) {
    case LiteralKind::kNull: return Alike::kNull;
    case LiteralKind::kTrue:
    case LiteralKind::kFalse: return Alike::kBool;
    case LiteralKind::kInteger: return Alike::kInt;
    case LiteralKind::kString: return Alike::kText;
    case LiteralKind::kDecimal:
      return literal.text.find_first_of("eE") == std::string_view::npos ? Alike::kDecimal
                                                                        : Refuse(literal);
    default: return Refuse(literal);
  }
}

// Whether = and IN, and where it `sorts` < and BETWEEN, find the same in both.
bool ExactCheck::Compare(const Expr* a, const Expr* b, bool sorts) {
  const Alike left = Of(a), right = Of(b);
  if (left == Alike::kTruncated || right == Alike::kTruncated) return false;
  // A bare text beside a date or a number takes that type in both.
  const auto reads = [](Alike kind, Alike other, const Expr* text) {
    return kind == Alike::kText && As<Literal>(text) != nullptr && IsDay(other);
  };
  if (reads(left, right, a) || reads(right, left, b)) return true;
  if (IsDay(left) && IsDay(right)) return true;
  const Alike common = Common(left, right);
  return common != Alike::kNot && (!sorts || Sortable(common));
}

Alike ExactCheck::OfBinary(const Binary& binary) {
  switch (binary.op) {
    case Op::kEq:
    case Op::kNotEq:
    case Op::kIsDistinct:
    case Op::kIsNotDistinct:
      return Compare(binary.left, binary.right, false) ? Alike::kBool : Refuse(binary);
    case Op::kLess:
    case Op::kLessEq:
    case Op::kGreater:
    case Op::kGreaterEq:
      return Compare(binary.left, binary.right, true) ? Alike::kBool : Refuse(binary);
    case Op::kPlus:
    case Op::kMinus:
    case Op::kMultiply: {
      const Alike left = Of(binary.left), right = Of(binary.right);
      const Alike both = Common(left, right);
      return IsNumber(both) ? both : Refuse(binary);
    }
    default: return Refuse(binary);
  }
}

Alike ExactCheck::OfCase(const Case& one) {
  Alike kind = one.otherwise != nullptr ? Of(one.otherwise) : Alike::kNull;
  for (const WhenClause* when : one.whens) {
    if (one.operand == nullptr)
      MustBe(when->when, Alike::kBool);
    else if (!Compare(one.operand, when->when, false))
      return Refuse(one);
    kind = Common(kind, Of(when->then));
    if (kind == Alike::kNot) return Refuse(one);
  }
  return kind;
}

Alike ExactCheck::OfCast(const Cast& cast) {
  const Alike kind = Of(cast.expr);
  const bool plain = cast.style == CastStyle::kCast || cast.style == CastStyle::kColons;
  const std::string name = cast.type != nullptr && cast.type->name.size() == 1 &&
                                   cast.type->args.empty() && cast.type->dims.empty()
                               ? LowerUtf8(cast.type->name.front().text)
                               : std::string();
  if (plain && name == "date" && (IsDay(kind) || kind == Alike::kTruncated)) return Alike::kDate;
  if (plain && name == "timestamp" && IsDay(kind)) return Alike::kTimestamp;
  if (plain && kind == Alike::kInt && (name == "bigint" || name == "integer")) return Alike::kInt;
  return Refuse(cast);
}

Alike ExactCheck::OfCall(const Call& call) {
  constexpr std::array kUnits = {"year", "quarter", "month", "week", "day", "hour", "minute"};
  const bool plain = call.name.size() == 1 && call.over == nullptr && call.order_by.empty() &&
                     call.within_group.empty() && call.nulls == NullTreatment::kNone &&
                     !call.parametric && !call.braces && !call.export_state;
  if (!plain) return Refuse(call);
  for (const Argument* argument : call.args) {
    if (!argument->keyword.empty() || !argument->name.empty() || argument->value == nullptr)
      return Refuse(call);
  }
  if (call.filter != nullptr) MustBe(call.filter, Alike::kBool);
  const std::string name = LowerUtf8(call.name.front().text);
  const size_t count = call.args.size();
  if (name == "count") {
    if (count == 1 && As<Star>(call.args[0]->value) == nullptr) MustBeAlike(call.args[0]->value);
    return count <= 1 ? Alike::kInt : Refuse(call);
  }
  if (name == "date_trunc" && count == 2) {
    const auto* const unit = As<Literal>(call.args[0]->value);
    const bool known = unit != nullptr && unit->type == LiteralKind::kString &&
                       std::ranges::find(kUnits, LowerUtf8(unit->text)) != kUnits.end();
    const Alike kind = Of(call.args[1]->value);
    if (known && kind == Alike::kTimestamp) return kind;
    return known && kind == Alike::kDate ? Alike::kTruncated : Refuse(call);
  }
  if (count == 0) return Refuse(call);
  Alike kind = Of(call.args[0]->value);
  if (name == "sum" && count == 1)
    return kind == Alike::kInt || kind == Alike::kDecimal ? kind : Refuse(call);
  if ((name == "min" || name == "max") && count == 1) return Sortable(kind) ? kind : Refuse(call);
  if (name == "abs" && count == 1) return IsNumber(kind) ? kind : Refuse(call);
  if (name == "coalesce" || (name == "nullif" && count == 2)) {
    for (const Argument* argument : call.args)
      kind = Common(kind, Of(argument->value));
    return kind == Alike::kNot ? Refuse(call) : kind;
  }
  return Refuse(call);
}

}  // namespace

ExactTranslation TranslateExactly(std::string_view query, const Schema& schema) {
  ExactTranslation out;
  const Dialect& from = DialectOf(DialectId::kDuckdb);
  const Script script = Parse(query, from, kExactLimits);
  if (!script.ok() || script.statements.size() != 1) {
    out.why_not = script.ok() ? std::string(query) : script.problems.front().message;
    return out;
  }
  BindOptions options;
  options.schema = &schema;
  const Bound bound = Bind(script, options);
  if (!bound.problems.empty()) {
    out.why_not = bound.problems.front().message;
    return out;
  }
  const std::string differs = ExactCheck(script, bound).Differs();
  if (!differs.empty()) {
    out.why_not = Msg("“{}” may give something else there", differs);
    return out;
  }
  Translation translation = Translate(query, from, DialectOf(DialectId::kPostgres));
  if (!translation.problems.empty())
    out.why_not = translation.problems.front().message;
  else if (!translation.losses.empty())
    out.why_not = translation.losses.front();
  else
    out.sql = std::move(translation.sql);
  return out;
}

}  // namespace aietl::sql
