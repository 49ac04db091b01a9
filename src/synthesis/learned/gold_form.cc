#include "synthesis/learned/gold_form.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "sql/parser.h"
#include "synthesis/learned/form_sql.h"

namespace aietl::synthesis::learned {
namespace {

template <class T>
using Maybe = std::optional<T>;

// One SELECT's reading. `fail_` holds the first thing that cannot be said; what is returned then
// means nothing.
class CoreReader {
 public:
  CoreReader(const Schema& schema, std::string& why) : schema_(schema), why_(why) {}

  Core Read(const sql::QueryBody* body, const sql::Query& query) {
    const auto* select = sql::As<sql::Select>(body);
    if (select == nullptr) {
      Fail("no select");
      return std::move(core_);
    }
    for (const sql::TableRef* from : select->from)
      ReadFrom(from);
    if (from_.empty()) Fail("no table");
    if (!why_.empty()) return std::move(core_);
    core_.distinct = select->distinct == sql::Distinct::kDistinct;
    for (const sql::SelectItem* item : select->items)
      ReadSelected(*item);
    if (select->where != nullptr) ReadConditions(select->where, core_.where, false, false);
    if (select->group_by != nullptr) {
      for (const sql::Expr* expr : select->group_by->items)
        core_.group.push_back(ReadColumn(expr));
      for (const Item& item : core_.items) {
        if (select->group_by->all && item.left.aggregate == Aggregate::kNone)
          core_.group.push_back(item.left.column);
      }
    }
    if (select->having != nullptr) {
      if (core_.group.empty()) Fail("having without group");
      ReadConditions(select->having, core_.having, true, false);
    }
    for (const sql::OrderItem* item : query.order_by)
      ReadOrder(*item);
    if (query.limit != nullptr) ReadLimit(query);
    if (why_.empty()) FitTables();
    return std::move(core_);
  }

 private:
  struct Source {
    int32_t table;
    std::string alias;  // lower case
  };
  struct Alias {
    std::string name;
    Item item;
  };

  void Fail(const char* why) {
    if (why_.empty()) why_ = why;
  }

  void ReadFrom(const sql::TableRef* from) {
    if (const auto* join = sql::As<sql::Join>(from)) {
      const bool inner = join->type == sql::JoinKind::kPlain ||
                         join->type == sql::JoinKind::kInner || join->type == sql::JoinKind::kCross;
      if (!inner) Fail("outer join");
      ReadFrom(join->left);
      ReadFrom(join->right);
      if (join->on != nullptr) ReadOn(join->on);
      for (const sql::Ident& column : join->using_columns)
        ReadUsing(column);
      return;
    }
    const auto* table = sql::As<sql::TableName>(from);
    if (table == nullptr) {
      Fail("from subquery");
      return;
    }
    const std::string_view name = table->name.back().text;
    const int32_t number = schema_.FindTable(name);
    if (number < 0) {
      Fail("unknown table");
      return;
    }
    if (std::any_of(from_.begin(), from_.end(),
                    [&](const Source& source) { return source.table == number; }))
      Fail("self join");
    from_.push_back({number, LowerUtf8(table->alias != nullptr ? table->alias->name.text : name)});
  }

  void ReadOn(const sql::Expr* on) {
    on = sql::Unparen(on);
    if (const auto* logical = sql::As<sql::Logical>(on); logical && logical->op == sql::Op::kAnd) {
      for (const sql::Expr* operand : logical->operands)
        ReadOn(operand);
      return;
    }
    const auto* equal = sql::As<sql::Binary>(on);
    if (equal == nullptr || equal->op != sql::Op::kEq) {
      Fail("on is no equality");
      return;
    }
    const Maybe<ColumnId> left = FindColumn(equal->left), right = FindColumn(equal->right);
    if (!left || !right)
      Fail("on is no equality");
    else
      edges_.emplace_back(*left, *right);
  }

  void ReadUsing(const sql::Ident& name) {
    ColumnId left = kNoColumn, right = kNoColumn;
    for (const Source& source : from_) {
      const ColumnId column = schema_.FindColumn(source.table, name.text);
      if (column < 0) continue;
      (left < 0 ? left : right) = column;
    }
    if (left < 0 || right < 0)
      Fail("using");
    else
      edges_.emplace_back(left, right);
  }

  Maybe<ColumnId> FindColumn(const sql::Expr* expr) const {
    const auto* ref = sql::As<sql::ColumnRef>(sql::Unparen(expr));
    if (ref == nullptr || ref->name.empty()) return std::nullopt;
    const std::string_view name = ref->name.back().text;
    const std::string qualifier =
        ref->name.size() > 1 ? LowerUtf8(ref->name[ref->name.size() - 2].text) : std::string();
    for (const Source& source : from_) {
      if (!qualifier.empty() && qualifier != source.alias) continue;
      const ColumnId column = schema_.FindColumn(source.table, name);
      if (column >= 0) return column;
    }
    return std::nullopt;
  }

  ColumnId ReadColumn(const sql::Expr* expr) {
    const Maybe<ColumnId> column = FindColumn(expr);
    if (!column) Fail("unknown column");
    return column.value_or(0);
  }

  Operand ReadOperand(const sql::Expr* expr) {
    expr = sql::Unparen(expr);
    Operand out;
    if (sql::As<sql::Star>(expr) != nullptr) {
      out.column = kStarColumn;
      return out;
    }
    const auto* call = sql::As<sql::Call>(expr);
    if (call == nullptr) {
      if (sql::As<sql::ColumnRef>(expr) == nullptr) Fail("expression");
      out.column = why_.empty() ? ReadColumn(expr) : 0;
      return out;
    }
    const std::string name = LowerUtf8(call->name.back().text);
    constexpr std::pair<std::string_view, Aggregate> kNames[] = {{"count", Aggregate::kCount},
                                                                 {"sum", Aggregate::kSum},
                                                                 {"avg", Aggregate::kAvg},
                                                                 {"min", Aggregate::kMin},
                                                                 {"max", Aggregate::kMax}};
    for (const auto& [known, aggregate] : kNames) {
      if (name == known) out.aggregate = aggregate;
    }
    if (out.aggregate == Aggregate::kNone || call->args.size() != 1 || call->over != nullptr) {
      Fail("function");
      return out;
    }
    const sql::Expr* argument = call->args[0]->value;
    if (call->distinct) {
      if (out.aggregate == Aggregate::kCount)
        out.aggregate = Aggregate::kCountDistinct;
      else if (out.aggregate != Aggregate::kMin && out.aggregate != Aggregate::kMax)
        Fail("distinct in an aggregate");
    }
    if (sql::As<sql::Star>(argument) != nullptr) {
      out.column = kStarColumn;
      if (out.aggregate != Aggregate::kCount) Fail("star in an aggregate");
    } else {
      out.column = ReadColumn(argument);
    }
    return out;
  }

  Item ReadItem(const sql::Expr* expr) {
    Item out;
    const auto* binary = sql::As<sql::Binary>(sql::Unparen(expr));
    if (binary == nullptr) {
      out.left = ReadOperand(expr);
      return out;
    }
    switch (binary->op) {
      case sql::Op::kPlus: out.op = Arithmetic::kAdd; break;
      case sql::Op::kMinus: out.op = Arithmetic::kSubtract; break;
      case sql::Op::kMultiply: out.op = Arithmetic::kMultiply; break;
      case sql::Op::kDivide: out.op = Arithmetic::kDivide; break;
      default: Fail("expression"); return out;
    }
    out.left = ReadOperand(binary->left);
    out.right = ReadOperand(binary->right);
    return out;
  }

  void ReadSelected(const sql::SelectItem& selected) {
    if (const auto* star = sql::As<sql::Star>(selected.expr)) {
      Item item;
      item.left.column = kStarColumn;
      core_.items.push_back(item);
      if (from_.size() == 1) {
        star_table_ = from_.front().table;
        return;
      }
      for (const Source& source : from_) {
        if (!star->qualifier.empty() && LowerUtf8(star->qualifier.back().text) == source.alias)
          star_table_ = source.table;
      }
      if (star_table_ < 0) Fail("star of several tables");
      return;
    }
    core_.items.push_back(ReadItem(selected.expr));
    if (!selected.alias.empty())
      aliases_.push_back({LowerUtf8(selected.alias.text), core_.items.back()});
  }

  Maybe<Item> AliasOf(const sql::Expr* expr) const {
    const auto* ref = sql::As<sql::ColumnRef>(sql::Unparen(expr));
    if (ref == nullptr || ref->name.size() != 1) return std::nullopt;
    const std::string name = LowerUtf8(ref->name[0].text);
    for (const Alias& alias : aliases_) {
      if (alias.name == name) return alias.item;
    }
    return std::nullopt;
  }

  void ReadOrder(const sql::OrderItem& order) {
    Order out;
    out.descending = order.direction == sql::Direction::kDesc;
    if (const Maybe<Item> alias = AliasOf(order.expr))
      out.item = *alias;
    else
      out.item = ReadItem(order.expr);
    core_.order.push_back(std::move(out));
  }

  void ReadLimit(const sql::Query& query) {
    const auto* literal = sql::As<sql::Literal>(query.limit);
    if (literal == nullptr || literal->type != sql::LiteralKind::kInteger ||
        query.offset != nullptr)
      Fail("limit");
    else
      core_.limit = std::string(literal->text);
  }

  Maybe<Value> LiteralOf(const sql::Expr* expr) const {
    expr = sql::Unparen(expr);
    Value out;
    if (const auto* unary = sql::As<sql::Unary>(expr); unary && unary->op == sql::Op::kNegate) {
      Maybe<Value> inner = LiteralOf(unary->operand);
      if (inner) inner->text = "-" + inner->text;
      return inner;
    }
    if (const auto* literal = sql::As<sql::Literal>(expr)) {
      if (literal->type == sql::LiteralKind::kNull) return std::nullopt;
      out.number = literal->type == sql::LiteralKind::kInteger ||
                   literal->type == sql::LiteralKind::kDecimal;
      out.text = literal->type == sql::LiteralKind::kTrue    ? "true"
                 : literal->type == sql::LiteralKind::kFalse ? "false"
                                                             : std::string(literal->text);
      return out;
    }
    // "text" in double quotes is one where there is no such column.
    const auto* ref = sql::As<sql::ColumnRef>(expr);
    if (ref == nullptr || ref->name.size() != 1 || !ref->name[0].quoted() || FindColumn(expr))
      return std::nullopt;
    out.text = std::string(ref->name[0].text);
    return out;
  }

  std::unique_ptr<Core> ReadNested(const sql::Query& query) {
    auto out = std::make_unique<Core>(CoreReader(schema_, why_).Read(query.body, query));
    if (out->items.size() != 1) Fail("nested items");
    out->distinct = false;
    return out;
  }

  // The flat list of a condition; AND binds tighter, so an OR below an AND cannot be said.
  void ReadConditions(const sql::Expr* expr, std::vector<Condition>& out, bool having,
                      bool or_before) {
    expr = sql::Unparen(expr);
    if (const auto* logical = sql::As<sql::Logical>(expr)) {
      for (size_t i = 0; i < logical->operands.size(); ++i) {
        const sql::Expr* operand = sql::Unparen(logical->operands[i]);
        const auto* inner = sql::As<sql::Logical>(operand);
        if (logical->op == sql::Op::kAnd && inner != nullptr && inner->op == sql::Op::kOr) {
          ReadEither(*inner, out, having, i == 0 && or_before);
          continue;
        }
        ReadConditions(operand, out, having, i == 0 ? or_before : logical->op == sql::Op::kOr);
      }
      return;
    }
    ReadCondition(expr, out, having, or_before, false);
  }

  // a = 1 OR a = 2 within an AND: one of several values.
  void ReadEither(const sql::Logical& either, std::vector<Condition>& out, bool having,
                  bool or_before) {
    std::vector<Condition> parts;
    for (const sql::Expr* operand : either.operands)
      ReadConditions(operand, parts, having, false);
    if (!why_.empty() || parts.empty()) return;
    Condition joined = std::move(parts.front());
    for (size_t i = 1; i < parts.size(); ++i) {
      const bool same = parts[i].left == joined.left && parts[i].op == Comparison::kEqual &&
                        joined.op == Comparison::kEqual && !parts[i].values.empty() &&
                        parts[i].values[0].core == nullptr && parts[i].values[0].column < 0;
      if (!same) {
        Fail("or within and");
        return;
      }
      joined.values.push_back(std::move(parts[i].values[0]));
    }
    joined.or_before = or_before;
    out.push_back(std::move(joined));
  }

  void ReadCondition(const sql::Expr* expr, std::vector<Condition>& out, bool having,
                     bool or_before, bool negated) {
    expr = sql::Unparen(expr);
    if (const auto* unary = sql::As<sql::Unary>(expr); unary && unary->op == sql::Op::kNot) {
      ReadCondition(unary->operand, out, having, or_before, !negated);
      return;
    }
    Condition condition;
    condition.or_before = or_before;
    const auto left = [&](const sql::Expr* of) {
      condition.left = ReadLeft(of);
      if (!having && condition.left.aggregate != Aggregate::kNone) Fail("aggregate in where");
      if (condition.left.column == kStarColumn && condition.left.aggregate == Aggregate::kNone)
        Fail("expression");
    };
    if (const auto* in = sql::As<sql::In>(expr)) {
      left(in->expr);
      ReadIn(*in, negated, condition);
    } else if (const auto* between = sql::As<sql::Between>(expr)) {
      left(between->expr);
      if (negated || between->negated) Fail("not between");
      condition.op = Comparison::kBetween;
      AddLiteral(between->low, condition);
      AddLiteral(between->high, condition);
    } else if (const auto* like = sql::As<sql::Like>(expr)) {
      left(like->expr);
      ReadLike(*like, negated, condition);
    } else if (const auto* test = sql::As<sql::IsTest>(expr)) {
      left(test->expr);
      if (test->test != sql::IsKind::kNull) Fail("is");
      condition.op = test->negated != negated ? Comparison::kIsNotNull : Comparison::kIsNull;
    } else if (const auto* binary = sql::As<sql::Binary>(expr)) {
      ReadComparison(*binary, negated, having, condition);
    } else {
      Fail(sql::As<sql::Exists>(expr) != nullptr ? "exists" : "condition");
    }
    if (why_.empty()) KeepOrJoin(std::move(condition), out);
  }

  Operand ReadLeft(const sql::Expr* expr) {
    if (const Maybe<Item> alias = AliasOf(expr); alias && !FindColumn(expr)) return alias->left;
    return ReadOperand(expr);
  }

  // A condition between columns of a FROM with commas may be the join.
  void KeepOrJoin(Condition condition, std::vector<Condition>& out) {
    const bool join = condition.op == Comparison::kEqual && condition.values.size() == 1 &&
                      condition.values[0].column >= 0 && edges_.size() + 1 < from_.size() &&
                      TableOf(condition.left.column) != TableOf(condition.values[0].column);
    if (join)
      edges_.emplace_back(condition.left.column, condition.values[0].column);
    else
      out.push_back(std::move(condition));
  }

  void AddLiteral(const sql::Expr* expr, Condition& condition) {
    Maybe<Value> value = LiteralOf(expr);
    if (!value)
      Fail("no literal");
    else
      condition.values.push_back(std::move(*value));
  }

  void ReadIn(const sql::In& in, bool negated, Condition& condition) {
    const bool out = in.negated != negated;
    if (in.query != nullptr) {
      condition.op = out ? Comparison::kNotIn : Comparison::kIn;
      condition.values.emplace_back().core = ReadNested(*in.query);
      return;
    }
    condition.op = out ? Comparison::kNotEqual : Comparison::kEqual;
    for (const sql::Expr* item : in.items)
      AddLiteral(item, condition);
    if (condition.values.empty()) Fail("empty list");
  }

  void ReadLike(const sql::Like& like, bool negated, Condition& condition) {
    const bool out = like.negated != negated;
    const Maybe<Value> pattern = LiteralOf(like.pattern);
    if (!pattern || (like.op != sql::LikeKind::kLike && like.op != sql::LikeKind::kILike) ||
        like.escape != nullptr) {
      Fail("pattern");
      return;
    }
    std::string text = pattern->text;
    const bool front = text.starts_with('%');
    if (front) text.erase(0, 1);
    const bool back = text.ends_with('%');
    if (back) text.pop_back();
    if (text.find_first_of("%_") != std::string::npos || text.empty()) Fail("pattern");
    condition.op = front && back ? Comparison::kContains
                   : back        ? Comparison::kStartsWith
                   : front       ? Comparison::kEndsWith
                                 : Comparison::kLike;
    if (out) {
      if (condition.op != Comparison::kContains) Fail("not like");
      condition.op = Comparison::kNotContains;
    }
    condition.values.push_back({std::move(text), false, kNoColumn, nullptr});
  }

  void ReadComparison(const sql::Binary& binary, bool negated, bool having, Condition& condition) {
    constexpr std::pair<sql::Op, Comparison> kOps[] = {
        {sql::Op::kEq, Comparison::kEqual},
        {sql::Op::kNotEq, Comparison::kNotEqual},
        {sql::Op::kLess, Comparison::kLess},
        {sql::Op::kLessEq, Comparison::kLessEqual},
        {sql::Op::kGreater, Comparison::kGreater},
        {sql::Op::kGreaterEq, Comparison::kGreaterEqual}};
    bool known = false;
    for (const auto& [op, comparison] : kOps) {
      if (binary.op != op) continue;
      condition.op = comparison;
      known = true;
    }
    const sql::Expr* left = sql::Unparen(binary.left);
    const sql::Expr* right = sql::Unparen(binary.right);
    if (!known) {
      Fail("condition");
      return;
    }
    if (LiteralOf(left) || sql::As<sql::SubqueryExpr>(left) != nullptr) {
      std::swap(left, right);
      condition.op = Turned(condition.op);
    }
    if (negated) condition.op = Opposite(condition.op);
    condition.left = ReadLeft(left);
    if (!having && condition.left.aggregate != Aggregate::kNone) Fail("aggregate in where");
    Value value;
    if (const auto* nested = sql::As<sql::SubqueryExpr>(right)) {
      value.core = ReadNested(*nested->query);
    } else if (Maybe<Value> literal = LiteralOf(right)) {
      value = std::move(*literal);
    } else {
      value.column = ReadColumn(right);
    }
    condition.values.push_back(std::move(value));
  }

  static Comparison Turned(Comparison op) {
    switch (op) {
      case Comparison::kLess: return Comparison::kGreater;
      case Comparison::kLessEqual: return Comparison::kGreaterEqual;
      case Comparison::kGreater: return Comparison::kLess;
      case Comparison::kGreaterEqual: return Comparison::kLessEqual;
      default: return op;
    }
  }
  static Comparison Opposite(Comparison op) {
    switch (op) {
      case Comparison::kEqual: return Comparison::kNotEqual;
      case Comparison::kNotEqual: return Comparison::kEqual;
      case Comparison::kLess: return Comparison::kGreaterEqual;
      case Comparison::kLessEqual: return Comparison::kGreater;
      case Comparison::kGreater: return Comparison::kLessEqual;
      default: return Comparison::kLess;
    }
  }

  int32_t TableOf(ColumnId column) const {
    return column < 0 ? -1 : schema_.columns[static_cast<size_t>(column)].table;
  }

  // Extra tables until the joins have all of FROM, then the keys that were chosen among several.
  void FitTables() {
    if (star_table_ >= 0) core_.tables.push_back(star_table_);
    Maybe<CoreJoins> joins;
    for (;;) {
      joins = JoinsOf(core_, schema_);
      const auto missing = std::find_if(from_.begin(), from_.end(), [&](const Source& source) {
        return !joins || std::find(joins->tables.begin(), joins->tables.end(), source.table) ==
                             joins->tables.end();
      });
      if (missing == from_.end()) break;
      if (std::find(core_.tables.begin(), core_.tables.end(), missing->table) !=
          core_.tables.end()) {
        Fail("no keys");
        return;
      }
      core_.tables.push_back(missing->table);
    }
    for (const auto& [a, b] : edges_) {
      for (const SchemaKey& key : joins->keys) {
        const bool same_tables =
            (TableOf(key.from) == TableOf(a) && TableOf(key.to) == TableOf(b)) ||
            (TableOf(key.from) == TableOf(b) && TableOf(key.to) == TableOf(a));
        const bool same = (key.from == a && key.to == b) || (key.from == b && key.to == a);
        if (!same_tables || same) continue;
        for (const SchemaKey& other : schema_.keys) {
          if ((other.from == a && other.to == b) || (other.from == b && other.to == a))
            core_.via.push_back(other.from);
        }
      }
    }
  }

  const Schema& schema_;
  std::string& why_;
  Core core_;
  std::vector<Source> from_;
  std::vector<std::pair<ColumnId, ColumnId>> edges_;
  std::vector<Alias> aliases_;
  int32_t star_table_ = -1;
};

}  // namespace

GoldForm FormOfSql(std::string_view sql, const Schema& schema, sql::DialectId dialect) {
  GoldForm out;
  const Result<sql::Script> script = sql::ParseOne(sql, sql::DialectOf(dialect));
  if (!script) {
    out.why = "does not parse";
    return out;
  }
  const auto* statement = sql::As<sql::SelectStatement>(script->statements.front());
  if (statement == nullptr) {
    out.why = "no query";
    return out;
  }
  const sql::Query& query = *statement->query;
  QueryForm form;
  if (const auto* operation = sql::As<sql::SetOperation>(query.body)) {
    form.op = operation->op == sql::SetOp::kUnion       ? SetOperation::kUnion
              : operation->op == sql::SetOp::kIntersect ? SetOperation::kIntersect
                                                        : SetOperation::kExcept;
    sql::Query bare;
    form.left = CoreReader(schema, out.why).Read(operation->left, bare);
    if (out.why.empty()) form.right = CoreReader(schema, out.why).Read(operation->right, query);
  } else {
    form.left = CoreReader(schema, out.why).Read(query.body, query);
  }
  if (out.why.empty()) out.form = std::move(form);
  return out;
}

}  // namespace aietl::synthesis::learned
