// Queries: what they select, group, order and page.

#include <algorithm>

#include "base/text.h"
#include "sql/functions/catalogue.h"
#include "sql/lint/internal/linter.h"
#include "sql/printer.h"

namespace aietl::sql::lint {

void Linter::LookAt(const Node& root) {
  const Query* outermost = nullptr;
  if (const auto* select = As<SelectStatement>(&root)) outermost = select->query;
  Walk(root, [&](const Node& node) {
    switch (node.kind) {
      case NodeKind::kQuery: CheckQuery(static_cast<const Query&>(node), &node == outermost); break;
      case NodeKind::kSelect: CheckSelect(static_cast<const Select&>(node), nullptr); break;
      case NodeKind::kSetOperation:
        CheckSetOperation(static_cast<const SetOperation&>(node));
        break;
      case NodeKind::kDerivedTable: CheckDerived(static_cast<const DerivedTable&>(node)); break;
      case NodeKind::kExists: CheckSubquery(*static_cast<const Exists&>(node).query, true); break;
      case NodeKind::kIn:
        CheckIn(static_cast<const In&>(node));
        if (static_cast<const In&>(node).query != nullptr)
          CheckSubquery(*static_cast<const In&>(node).query, false);
        break;
      case NodeKind::kLogical:
        if (static_cast<const Logical&>(node).op == Op::kOr)
          CheckOr(static_cast<const Logical&>(node));
        break;
      case NodeKind::kBinary: CheckTypes(static_cast<const Binary&>(node)); break;
      default: break;
    }
    return true;
  });
}

void Linter::CheckQuery(const Query& query, bool outermost) {
  CheckWith(query);
  if (outermost) CheckPaging(query);
}

void Linter::CheckSelect(const Select& select, const Query*) {
  CheckStar(select);
  CheckDistinct(select);
  CheckHaving(select);
  CheckBareColumns(select);
  CheckJoins(select);
  if (select.where != nullptr) CheckCondition(*select.where, true);
  if (select.having != nullptr) CheckCondition(*select.having, true);
}

void Linter::CheckStar(const Select& select) {
  const auto* statement = As<SelectStatement>(static_cast<const Node*>(statement_));
  const bool top = statement != nullptr && statement->query->body == &select;
  const bool stored =
      statement_->kind == NodeKind::kCreateView || statement_->kind == NodeKind::kInsert;
  if (!top && !stored) return;
  const Relation* relation = bound_.RelationOf(&select);
  for (const SelectItem* item : select.items) {
    const auto* star = As<Star>(static_cast<const Node*>(item->expr));
    if (star == nullptr || star->base != nullptr) continue;
    std::vector<Edit> edits;
    const bool plain = star->exclude.empty() && star->replace.empty() && star->rename.empty() &&
                       star->like == nullptr && star->apply.empty();
    // All columns as they are written out; only where there is one table, so that each name is
    // clear.
    if (relation != nullptr && !relation->open && plain && select.items.size() == 1 &&
        select.from.size() == 1 &&
        (select.from[0]->kind == NodeKind::kTableName ||
         select.from[0]->kind == NodeKind::kDerivedTable)) {
      std::string list;
      bool sure = true;
      for (const Column& column : relation->columns) {
        if (column.met) continue;
        sure &= !column.name.empty() && !column.star;
        list += (list.empty() ? "" : ", ") + QuoteName(column.name, *script_.dialect);
      }
      if (sure && !list.empty()) edits.push_back({item->begin, item->end, list});
    }
    Tell("select_star", stored ? Severity::kWarning : Severity::kInfo, *item,
         Msg("* takes whatever columns the table has one day: name those that are needed"),
         std::move(edits));
  }
}

void Linter::CheckDistinct(const Select& select) {
  if (select.distinct != Distinct::kDistinct || select.distinct_row) return;
  const Relation* relation = bound_.RelationOf(&select);
  if (relation == nullptr || relation->open) return;
  bool redundant = false;
  if (select.group_by != nullptr) {
    // One row a group, and every key is shown.
    const GroupBy& group = *select.group_by;
    redundant = !group.all && !group.with_rollup && !group.with_cube && !group.with_totals &&
                !group.has_sets && group.ordered.empty() && !group.items.empty();
    for (const Expr* item : group.items) {
      if (!redundant || item->kind == NodeKind::kGroupingSet) {
        redundant = false;
        break;
      }
      const Expr* key = Unparen(item);
      const ColumnAt at = bound_.Meaning(key);
      redundant = std::ranges::any_of(relation->columns, [&](const Column& column) {
        if (at && at.relation == relation) return &column == &*at;
        if (column.source == ColumnSource::kCopy)
          return at && column.from == at.relation && column.from_column == at.column;
        if (column.expr == nullptr) return false;
        const Expr* shown = Unparen(column.expr);
        if (at) return bound_.Meaning(shown) == at && shown->kind == NodeKind::kColumnRef;
        return SameTree(shown, key,
                        [&](const Node& a, const Node& b) {
                          if (a.kind != NodeKind::kColumnRef || b.kind != NodeKind::kColumnRef)
                            return TreeMatch::kLook;
                          const ColumnAt one = bound_.Meaning(&a);
                          return one && one == bound_.Meaning(&b) ? TreeMatch::kSame
                                                                  : TreeMatch::kDifferent;
                        }) &&
               !Volatile(*shown);
      });
    }
  } else if (!select.items.empty() &&
             std::ranges::all_of(select.items, [&](const SelectItem* item) {
               return HasAggregate(*item->expr, false);
             })) {
    // Aggregates alone give one row.
    redundant =
        relation->grouped && std::ranges::none_of(select.items, [&](const SelectItem* item) {
          bool window = false;
          Walk(*item->expr, [&](const Node& node) {
            const auto* call = As<Call>(&node);
            window |= call != nullptr && call->over != nullptr;
            return !window;
          });
          return window || Volatile(*item->expr);
        });
  }
  if (!redundant) return;
  const std::string_view text =
      script_.source.substr(select.begin, select.items[0]->begin - select.begin);
  std::vector<Edit> edits;
  for (size_t at = 0; at + 8 <= text.size(); ++at) {
    if (NameHash(text.substr(at, 8)) != NameHash("distinct")) continue;
    edits.push_back(Remove(select.begin + static_cast<uint32_t>(at),
                           select.begin + static_cast<uint32_t>(at) + 8));
    break;
  }
  Tell("redundant_distinct", Severity::kInfo, select,
       Msg("DISTINCT changes nothing: the rows differ already"), std::move(edits));
}

// A condition over group columns alone can be checked before the rows are grouped.
void Linter::CheckHaving(const Select& select) {
  if (select.having == nullptr || select.group_by == nullptr || select.group_by->all ||
      select.group_by->has_sets || select.group_by->with_rollup || select.group_by->with_cube ||
      select.group_by->with_totals || select.group_by->items.empty() || select.qualify != nullptr)
    return;
  for (const Expr* item : select.group_by->items)
    if (item->kind == NodeKind::kGroupingSet) return;
  bool has_subquery = false;
  Walk(*select.having, [&](const Node& node) {
    has_subquery |= node.kind == NodeKind::kQuery;
    return !has_subquery;
  });
  if (has_subquery || HasAggregate(*select.having) || Volatile(*select.having)) return;
  bool keys = true;
  Walk(*select.having, [&](const Node& node) {
    if (node.kind != NodeKind::kColumnRef) return true;
    const ColumnAt at = bound_.Meaning(&node);
    keys &= at && std::ranges::any_of(select.group_by->items, [&](const Expr* item) {
              const Expr* key = Unparen(item);
              return key->kind == NodeKind::kColumnRef && bound_.Meaning(key) == at;
            });
    return true;
  });
  if (!keys) return;
  // Between FROM and GROUP BY; HAVING goes.
  const std::string having = Text(*select.having);
  const std::string_view source = script_.source;
  uint32_t begin = select.having->begin;
  while (begin > select.begin + 6 && NameHash(source.substr(begin - 6, 6)) != NameHash("having"))
    --begin;
  std::vector<Edit> edits;
  uint32_t group = select.group_by->begin;
  if (begin > select.begin + 6 && select.group_by->has_place()) {
    if (select.where != nullptr) {
      edits.push_back({select.where->begin, select.where->end,
                       "(" + Text(*select.where) + ") AND (" + having + ")"});
    } else if (select.windows.empty()) {
      while (group > select.begin && NameHash(source.substr(group, 5)) != NameHash("group"))
        --group;
      if (group > select.begin) edits.push_back({group, group, "WHERE " + having + " "});
    }
    if (!edits.empty()) edits.push_back(Remove(begin - 6, select.having->end));
  }
  Tell("predicate_pushdown", Severity::kInfo, *select.having,
       Msg("HAVING without aggregates filters after grouping: WHERE does it before"),
       std::move(edits));
}

// What MySQL and SQLite allow and others refuse.
void Linter::CheckBareColumns(const Select& select) {
  if (dialect_ != DialectId::kMysql && dialect_ != DialectId::kSqlite) return;
  const Relation* relation = bound_.RelationOf(&select);
  if (relation == nullptr || !relation->grouped) return;
  for (const SelectItem* item : select.items) {
    const auto* ref = As<ColumnRef>(Unparen(item->expr));
    const ColumnAt at = ref == nullptr ? ColumnAt{} : bound_.Meaning(ref);
    if (!at || at.whole_row()) continue;
    const bool grouped =
        select.group_by != nullptr &&
        std::ranges::any_of(select.group_by->items, [&](const Expr* key) {
          const ColumnAt of = bound_.Meaning(Unparen(key));
          if (of && of.relation == relation)
            return bound_.Meaning(Unparen(of->expr == nullptr ? key : of->expr)) == at;
          return of == at;
        });
    if (!grouped && !(select.group_by != nullptr && !select.group_by->ordered.empty()))
      Tell("bare_column", Severity::kWarning, *item,
           Msg("{} is neither grouped nor aggregated: which row's value comes out is not defined",
               Text(*ref)));
  }
}

void Linter::CheckPaging(const Query& query) {
  const auto* select = As<Select>(static_cast<const Node*>(query.body));
  if (query.offset != nullptr) {
    const auto* offset = As<Literal>(Unparen(query.offset));
    if (offset == nullptr || offset->text != "0")
      Tell("offset_paging", Severity::kInfo, *query.offset,
           Msg("OFFSET reads and throws away all rows before it: continue behind the last key "
               "instead (WHERE key > …)"));
  }
  if (query.limit != nullptr && query.order_by.empty() && select != nullptr &&
      !select->from.empty() && select->distinct == Distinct::kNone) {
    const Relation* relation = bound_.RelationOf(select);
    if (relation != nullptr && relation->grouped && select->group_by == nullptr) return;
    Tell("limit_without_order", Severity::kWarning, *query.limit,
         Msg("LIMIT without ORDER BY: which rows come out is not defined"));
  }
}

void Linter::CheckWith(const Query& query) {
  if (query.with == nullptr) return;
  const With& with = *query.with;
  for (uint32_t i = 0; i < with.ctes.size(); ++i) {
    const Cte& cte = *with.ctes[i];
    if (cte.query == nullptr) continue;
    bool used = false;
    Walk(*statement_, [&](const Node& node) {
      if (&node == &cte) return false;
      const auto* table = As<TableName>(&node);
      used |= table != nullptr && table->name.size() == 1 &&
              NameHash(table->name[0].text) == NameHash(cte.name.text);
      return !used;
    });
    if (used) continue;
    bool writes = false;
    Walk(*cte.query, [&](const Node& node) {
      writes |= IsStatement(node.kind);
      return !writes;
    });
    std::vector<Edit> edits;
    if (!writes && !Volatile(*cte.query) && cte.has_place() && with.has_place() &&
        query.body->has_place()) {
      if (with.ctes.size() == 1) {
        edits.push_back({with.begin, query.body->begin, ""});
      } else if (i + 1 < with.ctes.size()) {
        edits.push_back({cte.begin, with.ctes[i + 1]->begin, ""});
      } else {
        edits.push_back({with.ctes[i - 1]->end, cte.end, ""});
      }
    }
    Tell("unused_cte", Severity::kInfo, cte, Msg("{} is never read", cte.name.text),
         std::move(edits));
  }
}

void Linter::CheckDerived(const DerivedTable& derived) {
  const auto* select = As<Select>(static_cast<const Node*>(derived.query->body));
  if (select == nullptr || derived.lateral || derived.sample != nullptr) return;
  const Query& query = *derived.query;
  const bool bare = query.with == nullptr && query.order_by.empty() && query.limit == nullptr &&
                    query.offset == nullptr && query.locks.empty() && query.limit_by == nullptr;
  // (SELECT * FROM t) x is t.
  const auto* table =
      select->from.size() == 1 ? As<TableName>(static_cast<const Node*>(select->from[0])) : nullptr;
  const auto* star = select->items.size() == 1
                         ? As<Star>(static_cast<const Node*>(select->items[0]->expr))
                         : nullptr;
  if (bare && table != nullptr && star != nullptr && star->base == nullptr &&
      star->exclude.empty() && star->replace.empty() && star->rename.empty() &&
      star->like == nullptr && star->apply.empty() && select->where == nullptr &&
      select->prewhere == nullptr && select->group_by == nullptr && select->having == nullptr &&
      select->qualify == nullptr && select->distinct == Distinct::kNone &&
      select->sample == nullptr && table->sample == nullptr && table->travel == nullptr &&
      select->top == nullptr && !table->final && derived.alias != nullptr &&
      !derived.alias->name.empty() && derived.alias->columns.empty()) {
    std::string path;
    for (const Ident& part : table->name)
      path += (path.empty() ? "" : ".") +
              std::string(script_.source.substr(part.begin, part.end - part.begin));
    const std::string_view alias = script_.source.substr(
        derived.alias->name.begin, derived.alias->name.end - derived.alias->name.begin);
    std::vector<Edit> edits;
    if (derived.has_place() && !path.empty())
      edits.push_back({derived.begin, derived.end, path + " AS " + std::string(alias)});
    Tell("redundant_subquery", Severity::kInfo, derived,
         Msg("the subquery is its table: name the table"), std::move(edits));
    return;
  }
  CheckUnusedColumns(derived);
}

// Columns that nobody reads cost what they are made of.
void Linter::CheckUnusedColumns(const DerivedTable& derived) {
  const auto* select = As<Select>(static_cast<const Node*>(derived.query->body));
  const Relation* relation = bound_.RelationOf(&derived);
  if (select == nullptr || relation == nullptr || relation->open ||
      relation->kind != RelationKind::kSelect)
    return;
  if (select->distinct != Distinct::kNone || !derived.query->order_by.empty() ||
      (derived.alias != nullptr && !derived.alias->columns.empty()))
    return;
  const auto uses = uses_.find(relation);
  if (uses == uses_.end() || uses->second.whole || uses->second.refs.empty()) return;
  std::vector<bool> used(relation->columns.size(), false);
  for (const ColumnRef* ref : uses->second.refs) {
    const ColumnAt at = bound_.Meaning(ref);
    if (at.column < used.size()) used[at.column] = true;
  }
  if (select->items.size() != relation->columns.size()) return;
  std::string kept, gone;
  for (uint32_t i = 0; i < select->items.size(); ++i) {
    const SelectItem& item = *select->items[i];
    // GROUP BY 2 counts; what an output column or a group uses stays.
    const bool movable = !Volatile(*item.expr) && item.expr->kind != NodeKind::kStar;
    if (used[i] || !movable) {
      kept += (kept.empty() ? "" : ", ") + Text(item);
    } else {
      gone += (gone.empty() ? "" : ", ") + std::string(relation->columns[i].name);
    }
  }
  if (gone.empty() || kept.empty()) return;
  // Something may refer to the select list by place or by alias.
  bool refers =
      select->group_by != nullptr &&
      (select->group_by->all || std::ranges::any_of(select->group_by->items, [](const Expr* e) {
         return Unparen(e)->kind == NodeKind::kLiteral;
       }));
  Walk(*select, [&](const Node& node) {
    const ColumnAt at = bound_.Meaning(&node);
    refers |= at && at.relation == relation;
    return !refers;
  });
  // An aggregate that goes must not be what made the query one row.
  const bool still = !relation->grouped || select->group_by != nullptr;
  std::vector<Edit> edits;
  if (!refers && still)
    edits.push_back({select->items.front()->begin, select->items.back()->end, kept});
  Tell("unused_column", Severity::kInfo, derived,
       Msg("the subquery makes columns that nothing reads: {}", gone), std::move(edits));
}

void Linter::CheckSetOperation(const SetOperation& set) {
  if (set.quantifier == Distinct::kAll || set.by_name) return;
  for (const QueryBody* side : {set.left, set.right}) {
    const auto* select = As<Select>(static_cast<const Node*>(side));
    if (select == nullptr || select->distinct != Distinct::kDistinct || select->items.empty() ||
        select->distinct_row)
      continue;
    const std::string_view text =
        script_.source.substr(select->begin, select->items[0]->begin - select->begin);
    std::vector<Edit> edits;
    for (size_t at = 0; at + 8 <= text.size() && edits.empty(); ++at)
      if (NameHash(text.substr(at, 8)) == NameHash("distinct"))
        edits.push_back(Remove(select->begin + static_cast<uint32_t>(at),
                               select->begin + static_cast<uint32_t>(at) + 8));
    Tell("redundant_distinct", Severity::kInfo, *select,
         Msg("DISTINCT changes nothing: the set operation removes duplicates"), std::move(edits));
  }
}

// Inside of IN and EXISTS neither order nor duplicates count.
void Linter::CheckSubquery(const Query& query, bool) {
  if (!query.order_by.empty() && query.limit == nullptr && query.offset == nullptr &&
      query.order_by.front()->has_place()) {
    uint32_t begin = query.order_by.front()->begin;
    while (begin > query.begin && NameHash(script_.source.substr(begin, 5)) != NameHash("order"))
      --begin;
    std::vector<Edit> edits;
    if (begin > query.begin) edits.push_back(Remove(begin, query.order_by.back()->end));
    Tell("redundant_order_by", Severity::kInfo, *query.order_by.front(),
         Msg("the order of a subquery's rows does not count here"), std::move(edits));
  }
  const auto* select = As<Select>(static_cast<const Node*>(query.body));
  if (select == nullptr || select->distinct != Distinct::kDistinct || query.limit != nullptr ||
      query.offset != nullptr || select->items.empty() || select->distinct_row)
    return;
  const std::string_view text =
      script_.source.substr(select->begin, select->items[0]->begin - select->begin);
  std::vector<Edit> edits;
  for (size_t at = 0; at + 8 <= text.size() && edits.empty(); ++at)
    if (NameHash(text.substr(at, 8)) == NameHash("distinct"))
      edits.push_back(Remove(select->begin + static_cast<uint32_t>(at),
                             select->begin + static_cast<uint32_t>(at) + 8));
  Tell("redundant_distinct", Severity::kInfo, *select,
       Msg("DISTINCT changes nothing: duplicates in a subquery of IN or EXISTS do not count"),
       std::move(edits));
}

}  // namespace aietl::sql::lint
