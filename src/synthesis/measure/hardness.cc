#include "synthesis/measure/hardness.h"

#include "sql/parser.h"
#include "sql/visit.h"

namespace aietl::synthesis {
namespace {

struct Counts {
  int where = 0, group = 0, order = 0, limit = 0, joins = 0, ors = 0, likes = 0;  // component 1
  int nested = 0;                                                                 // component 2
  int aggregates = 0, selected = 0, conditions = 0;                               // the others
  bool distinct = false, having = false, set_operation = false;
};

bool IsAggregateName(std::string_view name) {
  std::string lower;
  for (const char c : name)
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return lower == "count" || lower == "sum" || lower == "avg" || lower == "min" || lower == "max";
}

// Conditions joined by AND and OR; subqueries inside are counted apart.
void CountConditions(const sql::Expr* condition, Counts& counts) {
  if (condition == nullptr) return;
  condition = sql::Unparen(condition);
  if (const auto* logical = sql::As<sql::Logical>(condition)) {
    if (logical->op == sql::Op::kOr) counts.ors += static_cast<int>(logical->operands.size()) - 1;
    for (const sql::Expr* operand : logical->operands)
      CountConditions(operand, counts);
    return;
  }
  ++counts.conditions;
  if (condition->kind == sql::NodeKind::kLike) ++counts.likes;
}

int CountTables(const sql::TableRef* table) {
  const auto* join = sql::As<sql::Join>(table);
  return join == nullptr ? 1 : CountTables(join->left) + CountTables(join->right);
}

// Aggregates and subqueries below `node`, not those inside of subqueries.
void CountBelow(const sql::Node& node, Counts& counts) {
  sql::Walk(node, [&](const sql::Node& at) {
    if (at.kind == sql::NodeKind::kQuery) {
      ++counts.nested;
      return false;
    }
    const auto* call = sql::As<sql::Call>(&at);
    if (call != nullptr && call->name.size() == 1 && IsAggregateName(call->name[0].text))
      ++counts.aggregates;
    return true;
  });
}

void CountSelect(const sql::Select& select, Counts& counts) {
  int tables = 0;
  for (const sql::TableRef* table : select.from) {
    tables += CountTables(table);
    CountBelow(*table, counts);
  }
  counts.joins += tables > 1 ? tables - 1 : 0;
  counts.selected = static_cast<int>(select.items.size());
  counts.distinct = counts.distinct || select.distinct == sql::Distinct::kDistinct;
  for (const sql::SelectItem* item : select.items)
    CountBelow(*item, counts);
  if (select.where != nullptr) {
    counts.where = 1;
    CountConditions(select.where, counts);
    CountBelow(*select.where, counts);
  }
  if (select.group_by != nullptr) counts.group = static_cast<int>(select.group_by->items.size());
  if (select.having != nullptr) {
    counts.having = true;
    CountBelow(*select.having, counts);
  }
}

void CountBody(const sql::QueryBody* body, Counts& counts) {
  if (const auto* select = sql::As<sql::Select>(body)) return CountSelect(*select, counts);
  if (const auto* query = sql::As<sql::Query>(body)) return CountBody(query->body, counts);
  if (const auto* set = sql::As<sql::SetOperation>(body)) {
    counts.set_operation = true;
    ++counts.nested;
    CountBody(set->left, counts);
  }
}

std::string HardnessOf(const Counts& c) {
  const int first = c.where + (c.group > 0) + (c.order > 0) + c.limit + c.joins + c.ors + c.likes;
  const int second = c.nested;
  const int others = (c.aggregates > 1) + (c.selected > 1) + (c.conditions > 1) + (c.group > 1);
  if (first <= 1 && others == 0 && second == 0) return "easy";
  if (second == 0 && ((others <= 2 && first <= 1) || (first <= 2 && others < 2))) return "medium";
  if ((second == 0 && ((others > 2 && first <= 2) || (first > 2 && first <= 3 && others <= 2))) ||
      (first <= 1 && others == 0 && second <= 1))
    return "hard";
  return "extra";
}

}  // namespace

GoldShape ShapeOf(std::string_view gold) {
  const sql::Script script = sql::Parse(gold, sql::DialectOf(sql::DialectId::kSqlite));
  const auto* statement =
      script.statements.empty() ? nullptr : sql::As<sql::SelectStatement>(script.statements[0]);
  if (!script.ok() || statement == nullptr) return {"unknown", {}, false};
  const sql::Query& query = *statement->query;
  Counts counts;
  CountBody(query.body, counts);
  counts.order = static_cast<int>(query.order_by.size());
  counts.limit = query.limit != nullptr ? 1 : 0;
  for (const sql::OrderItem* item : query.order_by)
    CountBelow(*item, counts);
  GoldShape shape;
  shape.hardness = HardnessOf(counts);
  shape.ordered = counts.order > 0;
  const auto clause = [&](bool there, const char* name) {
    if (there) shape.clauses.emplace_back(name);
  };
  clause(counts.where > 0, "where");
  clause(counts.joins > 0, "join");
  clause(counts.group > 0, "group");
  clause(counts.having, "having");
  clause(counts.order > 0, "order");
  clause(counts.limit > 0, "limit");
  clause(counts.set_operation, "set operation");
  clause(counts.nested > (counts.set_operation ? 1 : 0), "nested");
  clause(counts.distinct, "distinct");
  return shape;
}

}  // namespace aietl::synthesis
