// Joins: without a key, or without a use.

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "sql/lint/internal/linter.h"

namespace aietl::sql::lint {
namespace {

struct JoinedTable {
  const TableRef* table;
  const Relation* relation;
  const Join* join;  // whose right side it is
  size_t group;
};

void JoinedTables(const TableRef& table, const Join* join, const Bound& bound,
                  std::vector<JoinedTable>& out, bool* unclear) {
  switch (table.kind) {
    case NodeKind::kJoin: {
      const auto& two = static_cast<const Join&>(table);
      JoinedTables(*two.left, join, bound, out, unclear);
      JoinedTables(*two.right, &two, bound, out, unclear);
      return;
    }
    case NodeKind::kParenTable:
      for (const TableRef* inner : static_cast<const ParenTable&>(table).tables)
        JoinedTables(*inner, join, bound, out, unclear);
      return;
    case NodeKind::kTableName:
    case NodeKind::kDerivedTable: {
      const Relation* relation = bound.RelationOf(&table);
      if (relation == nullptr) *unclear = true;
      out.push_back({&table, relation, join, out.size()});
      if (const auto* derived = As<DerivedTable>(static_cast<const Node*>(&table));
          derived != nullptr && derived->lateral)
        *unclear = true;
      return;
    }
    default: *unclear = true; return;
  }
}

}  // namespace

void Linter::CheckJoins(const Select& select) {
  std::vector<JoinedTable> tables;
  bool unclear = false;
  for (const TableRef* table : select.from)
    JoinedTables(*table, nullptr, bound_, tables, &unclear);
  if (unclear || tables.size() < 2 || tables.size() > 500) return;
  const auto find = [&](size_t at) {
    while (tables[at].group != at)
      at = tables[at].group;
    return at;
  };
  const auto index = [&](const Relation* relation) -> size_t {
    for (size_t i = 0; i < tables.size(); ++i)
      if (tables[i].relation == relation) return i;
    return tables.size();
  };
  const auto link = [&](size_t a, size_t b) { tables[find(a)].group = find(b); };
  // Every conjunct links the tables that it names.
  const std::function<void(const Expr&)> conjunct = [&](const Expr& expr) {
    const auto* both = As<Logical>(Unparen(&expr));
    if (both != nullptr && both->op == Op::kAnd) {
      for (const Expr* operand : both->operands)
        conjunct(*operand);
      return;
    }
    size_t first = tables.size();
    bool merged = false;
    Walk(expr, [&](const Node& node) {
      const ColumnAt at = bound_.Meaning(&node);
      if (!at) return true;
      merged |= at.relation->kind == RelationKind::kMerged;
      const size_t which = index(at.relation);
      if (which == tables.size()) return true;
      if (first == tables.size()) {
        first = which;
      } else {
        link(first, which);
      }
      return true;
    });
    if (merged) unclear = true;
  };
  if (select.where != nullptr) conjunct(*select.where);
  bool explicit_cross = false;
  const std::function<void(const TableRef&)> joins = [&](const TableRef& table) {
    if (const auto* paren = As<ParenTable>(static_cast<const Node*>(&table))) {
      for (const TableRef* inner : paren->tables)
        joins(*inner);
      return;
    }
    const auto* join = As<Join>(static_cast<const Node*>(&table));
    if (join == nullptr) return;
    joins(*join->left);
    joins(*join->right);
    if (join->on != nullptr) conjunct(*join->on);
    if (join->has_using || join->natural || join->type == JoinKind::kPositional ||
        join->type == JoinKind::kCross) {
      // Linked, or meant.
      explicit_cross |= join->type == JoinKind::kCross;
      std::vector<JoinedTable> left, right;
      bool ignored = false;
      JoinedTables(*join->left, nullptr, bound_, left, &ignored);
      JoinedTables(*join->right, nullptr, bound_, right, &ignored);
      for (const JoinedTable& l : left)
        for (const JoinedTable& r : right) {
          const size_t a = index(l.relation), b = index(r.relation);
          if (a < tables.size() && b < tables.size()) link(a, b);
        }
    }
    if (join->on != nullptr && (join->type == JoinKind::kInner || join->type == JoinKind::kPlain ||
                                join->type == JoinKind::kLeft || join->type == JoinKind::kRight ||
                                join->type == JoinKind::kFull)) {
      const Relation* right = bound_.RelationOf(join->right);
      bool named = false, any = false;
      Walk(*join->on, [&](const Node& node) {
        const ColumnAt at = bound_.Meaning(&node);
        any |= static_cast<bool>(at);
        named |= at && (at.relation == right || at.relation->kind == RelationKind::kMerged);
        return true;
      });
      if (right != nullptr && any && !named &&
          (join->right->kind == NodeKind::kTableName ||
           join->right->kind == NodeKind::kDerivedTable))
        Tell("missing_join_key", Severity::kWarning, *join->on,
             Msg("the condition does not name the table that is joined"));
      CheckUselessJoin(select, *join);
    }
  };
  for (const TableRef* table : select.from)
    joins(*table);
  if (unclear) return;
  for (size_t i = 1; i < tables.size(); ++i) {
    if (find(i) == find(0)) continue;
    // One-row tables are no harm.
    const auto* derived = As<DerivedTable>(static_cast<const Node*>(tables[i].table));
    if (derived != nullptr && tables[i].relation->kind == RelationKind::kSelect &&
        tables[i].relation->grouped &&
        static_cast<const Select*>(tables[i].relation->node)->group_by == nullptr)
      continue;
    Tell("cartesian_product", Severity::kWarning, *tables[i].table,
         Msg("no condition connects {} with the tables before it: every row meets every row",
             Text(*tables[i].table)));
    link(i, 0);
  }
}

// LEFT JOIN t ON t.key = … where nothing else of t is read: at most one row of t for each row, so
// the rows stay the same.
void Linter::CheckUselessJoin(const Select& select, const Join& join) {
  if (join.type != JoinKind::kLeft || join.natural || join.has_using ||
      join.strictness != JoinStrictness::kNone)
    return;
  const auto* table = As<TableName>(static_cast<const Node*>(join.right));
  const Relation* relation = table == nullptr ? nullptr : bound_.RelationOf(table);
  if (relation == nullptr || relation->open || relation->key.empty() ||
      relation->kind != RelationKind::kTable)
    return;
  // All of the key is compared with something of the other side.
  std::vector<bool> fixed(relation->columns.size(), false);
  const std::function<void(const Expr&)> conjunct = [&](const Expr& expr) {
    const Expr& inner = *Unparen(&expr);
    if (const auto* both = As<Logical>(&inner); both != nullptr && both->op == Op::kAnd) {
      for (const Expr* operand : both->operands)
        conjunct(*operand);
      return;
    }
    const auto* binary = As<Binary>(&inner);
    if (binary == nullptr || binary->op != Op::kEq) return;
    for (const bool left : {true, false}) {
      const Expr& one = *Unparen(left ? binary->left : binary->right);
      const Expr& other = *Unparen(left ? binary->right : binary->left);
      const ColumnAt at = bound_.Meaning(&one);
      if (!at || at.relation != relation || at.whole_row() || one.kind != NodeKind::kColumnRef)
        continue;
      bool own = false;
      Walk(other, [&](const Node& node) {
        const ColumnAt of = bound_.Meaning(&node);
        own |= (of && of.relation == relation) || node.kind == NodeKind::kQuery;
        return true;
      });
      if (!own && at.column < fixed.size()) fixed[at.column] = true;
    }
  };
  conjunct(*join.on);
  for (uint32_t key : relation->key)
    if (key >= fixed.size() || !fixed[key]) return;
  if (Volatile(*join.on)) return;
  const auto uses = uses_.find(relation);
  if (uses != uses_.end()) {
    if (uses->second.whole) return;
    for (const ColumnRef* ref : uses->second.refs)
      if (ref->begin < join.on->begin || ref->end > join.on->end) return;
  }
  // `*`, and count(t.*) and their like, read it without naming a column.
  bool star = false;
  Walk(select, [&](const Node& node) {
    const auto* call = As<Call>(&node);
    if (call != nullptr && call->args.size() == 1 && call->args[0]->value != nullptr &&
        call->args[0]->value->kind == NodeKind::kStar)
      return static_cast<const Star*>(static_cast<const Node*>(call->args[0]->value))
                     ->qualifier.empty()
                 ? false
                 : (star = true);
    star |= node.kind == NodeKind::kStar;
    return !star;
  });
  if (star || !join.left->has_place() || !join.has_place()) return;
  Tell("redundant_join", Severity::kInfo, *join.right,
       Msg("nothing of {} is read, and it adds no rows: leave it out", Text(*table)),
       {{join.left->end, join.end, ""}});
}

}  // namespace aietl::sql::lint
