// Conditions: what no index can serve, what is never or always true, and what NULL makes of them.

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "sql/lint/internal/linter.h"
#include "sql/printer.h"

namespace aietl::sql::lint {
namespace {

bool LintIsComparison(Op op) {
  return op == Op::kEq || op == Op::kNotEq || op == Op::kLess || op == Op::kLessEq ||
         op == Op::kGreater || op == Op::kGreaterEq;
}

bool LintCallIs(const Call& call, std::string_view word) {
  return call.name.size() == 1 && call.name[0].text.size() == word.size() &&
         NameHash(call.name[0].text) == NameHash(word);
}

// The day after `day` ("2024-02-28"); empty if it is no date.
std::string NextDay(std::string_view day) {
  int year = 0, month = 0, date = 0;
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return {};
  const auto read = [&](size_t at, size_t size, int& out) {
    return std::from_chars(day.data() + at, day.data() + at + size, out).ptr ==
           day.data() + at + size;
  };
  if (!read(0, 4, year) || !read(5, 2, month) || !read(8, 2, date)) return {};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || year > 9998 || month < 1 || month > 12 || date < 1 || date > days[month - 1])
    return {};
  if (++date > days[month - 1]) {
    date = 1;
    if (++month > 12) {
      month = 1;
      ++year;
    }
  }
  return fmt::format("{:04}-{:02}-{:02}", year, month, date);
}

Op Mirrored(Op op) {
  switch (op) {
    case Op::kLess: return Op::kGreater;
    case Op::kLessEq: return Op::kGreaterEq;
    case Op::kGreater: return Op::kLess;
    case Op::kGreaterEq: return Op::kLessEq;
    default: return op;
  }
}

// The one column in `expr`, where something is done to it.
const ColumnRef* WrappedColumn(const Expr& expr, const Bound& bound) {
  const ColumnRef* found = nullptr;
  size_t columns = 0;
  Walk(expr, [&](const Node& node) {
    if (node.kind == NodeKind::kQuery) return false;
    const auto* ref = As<ColumnRef>(&node);
    if (ref != nullptr && bound.Meaning(ref)) {
      found = ref;
      ++columns;
    }
    return true;
  });
  return columns == 1 && Unparen(&expr)->kind != NodeKind::kColumnRef ? found : nullptr;
}

}  // namespace

bool Linter::IsConstant(const Expr& expr) const {
  bool constant = true;
  Walk(expr, [&](const Node& node) {
    if (node.kind == NodeKind::kQuery ||
        (node.kind == NodeKind::kColumnRef && bound_.Meaning(&node)))
      constant = false;
    return constant;
  });
  return constant;
}

const Type* Linter::TypeOf(const Expr& expr) const {
  const Expr& inner = *Unparen(&expr);
  if (const ColumnAt at = bound_.Meaning(&inner))
    return at.whole_row() || inner.kind != NodeKind::kColumnRef ? nullptr : at->type;
  const auto* literal = As<Literal>(&inner);
  if (literal == nullptr) return nullptr;
  switch (literal->type) {
    case LiteralKind::kInteger: return BasicType(TypeKind::kInt);
    case LiteralKind::kDecimal: return BasicType(TypeKind::kDecimal);
    case LiteralKind::kString: return BasicType(TypeKind::kText);
    default: return nullptr;
  }
}

bool Linter::Nullable(const Expr& expr) const {
  const Expr& inner = *Unparen(&expr);
  if (const ColumnAt at = bound_.Meaning(&inner)) return at.whole_row() || at->nullable;
  const auto* literal = As<Literal>(&inner);
  return literal == nullptr || literal->type == LiteralKind::kNull;
}

void Linter::CheckCondition(const Expr& condition, bool filter) {
  const Expr& inner = *Unparen(&condition);
  if (const auto* both = As<Logical>(&inner); both != nullptr && both->op == Op::kAnd) {
    for (const Expr* operand : both->operands)
      CheckCondition(*operand, filter);
    return;
  }
  CheckConjunct(inner, filter);
}

void Linter::CheckConjunct(const Expr& conjunct, bool filter) {
  if (const auto* binary = As<Binary>(&conjunct)) return CheckComparison(*binary, filter);
  if (const auto* like = As<Like>(&conjunct)) return CheckLike(*like);
  if (const auto* either = As<Logical>(&conjunct)) {
    for (const Expr* operand : either->operands)
      if (const auto* binary = As<Binary>(Unparen(operand))) CheckComparison(*binary, false);
    return;
  }
  if (const auto* unary = As<Unary>(&conjunct); unary != nullptr && unary->op == Op::kNot) {
    const auto* inner = As<Binary>(Unparen(unary->operand));
    if (inner == nullptr || !LintIsComparison(inner->op) || !inner->has_place() ||
        Unparen(inner->left)->kind == NodeKind::kRowExpr || dialect_ == DialectId::kClickhouse)
      return;
    constexpr std::pair<Op, const char*> kOpposites[] = {
        {Op::kEq, "<>"},    {Op::kNotEq, "="},    {Op::kLess, ">="},
        {Op::kLessEq, ">"}, {Op::kGreater, "<="}, {Op::kGreaterEq, "<"}};
    for (const auto& [op, opposite] : kOpposites) {
      if (op != inner->op) continue;
      Tell("negated_comparison", Severity::kInfo, conjunct,
           Msg("NOT around a comparison: write {}", opposite),
           {{conjunct.begin, conjunct.end,
             Text(*inner->left) + " " + opposite + " " + Text(*inner->right)}});
    }
  }
}

void Linter::CheckComparison(const Binary& binary, bool filter) {
  if (!LintIsComparison(binary.op)) return;
  const Expr& left = *Unparen(binary.left);
  const Expr& right = *Unparen(binary.right);
  const auto null = [](const Expr& expr) {
    const auto* literal = As<Literal>(&expr);
    return literal != nullptr && literal->type == LiteralKind::kNull;
  };
  if (null(left) || null(right)) {
    Tell("null_comparison", Severity::kError, binary,
         Msg("a comparison with NULL is never true: write IS NULL or IS NOT NULL"));
    return;
  }
  const ColumnAt a = bound_.Meaning(&left), b = bound_.Meaning(&right);
  if (a && a == b && left.kind == NodeKind::kColumnRef && right.kind == NodeKind::kColumnRef &&
      !a.whole_row()) {
    std::vector<Edit> edits;
    const bool floating =
        a->type->kind == TypeKind::kFloat || !a->type->known();  // NaN = NaN differs by engine
    if (filter && binary.op == Op::kEq && binary.has_place() && !floating)
      edits.push_back({binary.begin, binary.end, Text(left) + " IS NOT NULL"});
    Tell("self_comparison", Severity::kWarning, binary,
         Msg("{} is compared with itself", Text(left)), std::move(edits));
    return;
  }
  if (left.kind == NodeKind::kLiteral && right.kind == NodeKind::kLiteral) {
    Tell("constant_condition", Severity::kInfo, binary,
         Msg("the condition does not depend on any column"));
    return;
  }
  if (left.kind == NodeKind::kSubqueryExpr || right.kind == NodeKind::kSubqueryExpr)
    CheckCountSubquery(binary);
  if (!filter) return;
  // Something done to a column keeps an index on it from being used.
  const bool column_left = IsConstant(right);
  const Expr& side = column_left ? left : right;
  const Expr& other = column_left ? right : left;
  if (!IsConstant(other)) return;
  const ColumnRef* column = WrappedColumn(side, bound_);
  if (column == nullptr || HasAggregate(side)) return;
  const ColumnAt at = bound_.Meaning(column);
  const auto* call = As<Call>(&side);
  const auto* literal = As<Literal>(&other);
  std::vector<Edit> edits;
  const bool whole = binary.has_place() && !at.whole_row();
  if (call != nullptr && whole && call->args.size() == 2 &&
      (LintCallIs(*call, "coalesce") || LintCallIs(*call, "ifnull")) && binary.op == Op::kEq &&
      literal != nullptr) {
    // coalesce(a, x) = y is a = y where x is another constant than y.
    const auto* otherwise =
        call->args[1]->value == nullptr ? nullptr : As<Literal>(Unparen(call->args[1]->value));
    const auto* inner = call->args[0]->value == nullptr ? nullptr : Unparen(call->args[0]->value);
    if (otherwise != nullptr && inner == column && otherwise->type == literal->type &&
        otherwise->text != literal->text && literal->type == LiteralKind::kString &&
        at->type->kind == TypeKind::kText && dialect_ != DialectId::kMysql)
      edits.push_back({binary.begin, binary.end, Text(*column) + " = " + Text(other)});
    if (otherwise != nullptr && inner == column && otherwise->type == literal->type &&
        literal->type == LiteralKind::kInteger && at->type->integer()) {
      int64_t x = 0, y = 0;
      const auto read = [](std::string_view text, int64_t& out) {
        return std::from_chars(text.data(), text.data() + text.size(), out).ptr ==
               text.data() + text.size();
      };
      if (read(otherwise->text, x) && read(literal->text, y) && x != y)
        edits.push_back({binary.begin, binary.end, Text(*column) + " = " + Text(other)});
    }
  } else if (whole &&
             (dialect_ == DialectId::kDuckdb || dialect_ == DialectId::kPostgres ||
              dialect_ == DialectId::kMysql) &&
             binary.op == Op::kEq) {
    // A day, or a year, of a date or timestamp is a range.
    std::string_view day;
    if (const auto* typed = As<TypedLiteral>(&other); typed != nullptr && typed->value != nullptr)
      day = typed->value->text;
    if (literal != nullptr && literal->type == LiteralKind::kString) day = literal->text;
    const auto* cast = As<Cast>(&side);
    const bool to_day =
        (cast != nullptr && cast->type != nullptr &&
         (cast->style == CastStyle::kCast || cast->style == CastStyle::kColons) &&
         !cast->type->name.empty() && NameHash(cast->type->name.back().text) == NameHash("date") &&
         Unparen(cast->expr) == column) ||
        (call != nullptr && LintCallIs(*call, "date") && call->args.size() == 1 &&
         call->args[0]->value != nullptr && Unparen(call->args[0]->value) == column);
    const std::string name = Text(*column);
    if (to_day && at->type->kind == TypeKind::kTimestamp) {
      if (const std::string next = NextDay(day); !next.empty())
        edits.push_back({binary.begin, binary.end,
                         fmt::format("({0} >= DATE '{1}' AND {0} < DATE '{2}')", name, day, next)});
    }
    const bool to_year =
        call != nullptr &&
        ((LintCallIs(*call, "year") && call->args.size() == 1 && call->args[0]->value != nullptr &&
          Unparen(call->args[0]->value) == column) ||
         (LintCallIs(*call, "extract") && call->args.size() == 2 &&
          call->args[0]->value != nullptr &&
          NameHash(Text(*call->args[0]->value)) == NameHash("year") &&
          call->args[1]->value != nullptr && Unparen(call->args[1]->value) == column));
    int year = 0;
    if (to_year && literal != nullptr && literal->type == LiteralKind::kInteger &&
        literal->text.size() == 4 &&
        (at->type->kind == TypeKind::kDate || at->type->kind == TypeKind::kTimestamp)) {
      std::from_chars(literal->text.data(), literal->text.data() + 4, year);
      if (year >= 1000 && year < 9999)
        edits.push_back({binary.begin, binary.end,
                         fmt::format("({0} >= DATE '{1}-01-01' AND {0} < DATE '{2}-01-01')", name,
                                     year, year + 1)});
    }
  }
  if (at->source != ColumnSource::kBase) return;
  // x + 1 = 5 of an integer column: the constant belongs to the other side.
  Tell("non_sargable", Severity::kWarning, binary,
       Msg("{} is not compared as it is: no index on it can be used", Text(*column)),
       std::move(edits));
}

// (SELECT count(*) …) > 0 counts all to know of one.
void Linter::CheckCountSubquery(const Binary& binary) {
  const bool left_is = Unparen(binary.left)->kind == NodeKind::kSubqueryExpr;
  const auto* sub = As<SubqueryExpr>(Unparen(left_is ? binary.left : binary.right));
  const auto* number = As<Literal>(Unparen(left_is ? binary.right : binary.left));
  if (sub == nullptr || number == nullptr || sub->array || number->type != LiteralKind::kInteger)
    return;
  const Op op = left_is ? binary.op : Mirrored(binary.op);
  const bool some = (number->text == "0" && (op == Op::kGreater || op == Op::kNotEq)) ||
                    (number->text == "1" && op == Op::kGreaterEq);
  const bool none = (number->text == "0" && (op == Op::kEq || op == Op::kLessEq)) ||
                    (number->text == "1" && op == Op::kLess);
  if (!some && !none) return;
  const Query& query = *sub->query;
  const auto* select = As<Select>(static_cast<const Node*>(query.body));
  if (select == nullptr || select->items.size() != 1 || select->group_by != nullptr ||
      select->having != nullptr || query.limit != nullptr || query.offset != nullptr ||
      select->from.empty() || select->distinct != Distinct::kNone || select->qualify != nullptr)
    return;
  const auto* call = As<Call>(Unparen(select->items[0]->expr));
  const bool star = call != nullptr && LintCallIs(*call, "count") && !call->distinct &&
                    call->filter == nullptr && call->over == nullptr &&
                    (call->args.empty() || (call->args[0]->value != nullptr &&
                                            call->args[0]->value->kind == NodeKind::kStar));
  if (!star || !sub->has_place() || !binary.has_place()) return;
  const SelectItem& item = *select->items[0];
  const std::string text = Text(query);
  const std::string inner =
      std::string(script_.source.substr(query.begin, item.begin - query.begin)) + "1" +
      std::string(script_.source.substr(item.end, query.end - item.end));
  const bool parenthesised = !inner.empty() && inner.front() == '(';
  Tell("count_for_existence", Severity::kInfo, binary,
       Msg("all rows are counted to know whether there is one: EXISTS stops at the first"),
       {{binary.begin, binary.end,
         std::string(none ? "NOT " : "") + "EXISTS " +
             (parenthesised ? inner : "(" + inner + ")")}});
}

void Linter::CheckLike(const Like& like) {
  const auto* pattern = like.pattern == nullptr ? nullptr : As<Literal>(Unparen(like.pattern));
  if (pattern == nullptr || like.negated || pattern->type != LiteralKind::kString ||
      pattern->text.empty())
    return;
  if (like.op != LikeKind::kLike && like.op != LikeKind::kILike) return;
  if (pattern->text[0] == '%' || pattern->text[0] == '_')
    Tell("leading_wildcard", Severity::kWarning, like,
         Msg("a pattern that begins with a wildcard reads the whole table"));
}

void Linter::CheckOr(const Logical& either) {
  if (either.operands.size() < 2 || !either.has_place()) return;
  ColumnAt same;
  LiteralKind kind = LiteralKind::kNull;
  std::string list, name;
  for (const Expr* operand : either.operands) {
    const auto* binary = As<Binary>(Unparen(operand));
    if (binary == nullptr || binary->op != Op::kEq || !binary->symbol.empty()) return;
    const Expr* column = Unparen(binary->left);
    const Expr* value = Unparen(binary->right);
    if (column->kind != NodeKind::kColumnRef) std::swap(column, value);
    const auto* literal = As<Literal>(value);
    const ColumnAt at = bound_.Meaning(column);
    if (column->kind != NodeKind::kColumnRef || literal == nullptr ||
        literal->type == LiteralKind::kNull || !at || at.whole_row() || (same && at != same))
      return;
    // Literals of one kind: IN may compare them as one type.
    if (!list.empty() && literal->type != kind) return;
    kind = literal->type;
    same = at;
    if (name.empty()) name = Text(*column);
    list += (list.empty() ? "" : ", ") + Text(*literal);
  }
  Tell("or_chain", Severity::kInfo, either,
       Msg("several comparisons of {}: IN says it at once", name),
       {{either.begin, either.end, name + " IN (" + list + ")"}});
}

void Linter::CheckIn(const In& in) {
  if (!in.negated) return;
  for (const Expr* item : in.items) {
    const auto* literal = As<Literal>(Unparen(item));
    if (literal != nullptr && literal->type == LiteralKind::kNull)
      Tell("not_in_null", Severity::kError, in, Msg("NOT IN with NULL in the list is never true"));
  }
  if (in.query == nullptr) return;
  const Relation* relation = bound_.RelationOf(in.query);
  if (relation == nullptr || relation->columns.empty()) return;
  const Column& column = relation->columns[0];
  if (!column.nullable) return;
  // x IS NOT NULL in the subquery's own filter says that it does not matter.
  const auto* select = As<Select>(static_cast<const Node*>(in.query->body));
  bool guarded = false;
  if (select != nullptr && select->where != nullptr && select->items.size() == 1) {
    const ColumnAt shown = bound_.Meaning(Unparen(select->items[0]->expr));
    const auto guard = [&](const Expr& expr) {
      const auto* test = As<IsTest>(Unparen(&expr));
      if (test != nullptr && test->negated && test->test == IsKind::kNull && shown &&
          bound_.Meaning(Unparen(test->expr)) == shown)
        guarded = true;
    };
    const auto* both = As<Logical>(Unparen(select->where));
    if (both != nullptr && both->op == Op::kAnd) {
      for (const Expr* operand : both->operands)
        guard(*operand);
    } else {
      guard(*select->where);
    }
  }
  if (!guarded)
    Tell("not_in_null", Severity::kWarning, in,
         Msg("NOT IN gives no rows at all when the subquery gives a NULL: use NOT EXISTS, or "
             "filter with IS NOT NULL"));
}

void Linter::CheckTypes(const Binary& binary) {
  if (!LintIsComparison(binary.op)) return;
  const Type* left = TypeOf(*binary.left);
  const Type* right = TypeOf(*binary.right);
  if (left == nullptr || right == nullptr) return;
  const bool column_left = Unparen(binary.left)->kind == NodeKind::kColumnRef,
             column_right = Unparen(binary.right)->kind == NodeKind::kColumnRef;
  if (!column_left && !column_right) return;
  const Type& column = column_left ? *left : *right;
  const Type& other = column_left ? *right : *left;
  const bool both = column_left && column_right;
  const bool mixed = (column.text() && other.number()) || (both && column.number() && other.text());
  if (!mixed) return;
  const std::string name = Text(column_left ? *binary.left : *binary.right);
  Tell("implicit_cast", Severity::kWarning, binary,
       Msg("{} is a text and compared with a number: every row is converted, no index is used, and "
           "' 5' equals 5",
           column.text() ? name : Text(*binary.right)));
}

}  // namespace aietl::sql::lint
