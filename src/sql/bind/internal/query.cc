// Queries: CTEs, set operations, SELECT and its clauses in the order in which names come into
// being.

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "sql/bind/internal/binding.h"
#include "sql/visit.h"

namespace aietl::sql::bind {
namespace {

struct DepthGuard {
  uint32_t& depth;
  explicit DepthGuard(uint32_t& d) : depth(d) { ++depth; }
  ~DepthGuard() { --depth; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;
};

std::optional<uint32_t> PositionIn(const Expr& expr) {
  const auto* literal = As<Literal>(Unparen(&expr));
  if (literal == nullptr || literal->type != LiteralKind::kInteger) return std::nullopt;
  uint32_t number = 0;
  const auto result =
      std::from_chars(literal->text.data(), literal->text.data() + literal->text.size(), number);
  if (result.ec != std::errc()) return std::nullopt;
  return number;
}

// Whether a table of this name is read below `node`.
bool Mentions(const Node& node, const Ident& name, const Rules& rules) {
  bool found = false;
  Walk(node, [&](const Node& below) {
    if (const auto* table = As<TableName>(&below); table != nullptr && table->name.size() == 1 &&
                                                   SameIdents(table->name[0], name, rules.names))
      found = true;
    return !found;
  });
  return found;
}

}  // namespace

Relation* Binder::NewRelation(RelationKind kind, const Node* node) {
  auto* relation = arena_.New<Relation>();
  relation->kind = kind;
  relation->node = node;
  return relation;
}

Column Binder::NewColumn(std::string_view name, const Type* type, bool nullable) {
  Column column;
  column.name = name;
  column.hash = NameHash(name);
  column.type = type;
  column.nullable = nullable;
  return column;
}

Column Binder::CopyOf(const Relation& relation, uint32_t at) {
  Column column = relation.columns[at];
  column.source = ColumnSource::kCopy;
  column.expr = nullptr;
  column.other = nullptr;
  column.from = &relation;
  column.from_column = at;
  return column;
}

Relation* Binder::BindQuery(const Query& query, Scope* outer) {
  const DepthGuard guard(depth_);
  if (depth_ > options_.depth) {
    if (!too_deep_) Report("too_deep", &query, Msg("the query is nested too deeply"));
    too_deep_ = true;
    Relation* relation = NewRelation(RelationKind::kFixed, &query);
    relation->open = true;
    return relation;
  }
  const size_t ctes = BindWith(query.with, outer);
  // ClickHouse's WITH expr AS name is looked up where the names of the query's own columns are.
  Relation* relation = BindBody(*query.body, &query, outer);
  ctes_.resize(ctes);
  if (relation->query == nullptr && relation->kind != RelationKind::kTable)
    relation->query = &query;
  bound_.relations.Put(&query, relation, 0);
  return relation;
}

Relation* Binder::BindBody(const QueryBody& body, const Query* around, Scope* outer) {
  const DepthGuard guard(depth_);
  Relation* relation = nullptr;
  switch (body.kind) {
    case NodeKind::kSelect: return BindSelect(static_cast<const Select&>(body), around, outer);
    case NodeKind::kQuery: relation = BindQuery(static_cast<const Query&>(body), outer); break;
    case NodeKind::kSetOperation: {
      // Chains lean to the left: their depth must not become ours.
      std::vector<const SetOperation*> chain;
      const QueryBody* first = &body;
      while (const auto* set = As<SetOperation>(static_cast<const Node*>(first))) {
        chain.push_back(set);
        first = set->left;
      }
      relation = BindBody(*first, nullptr, outer);
      for (auto it = chain.rbegin(); it != chain.rend(); ++it) {
        Relation* right = BindBody(*(*it)->right, nullptr, outer);
        relation = Combine(**it, relation, right);
      }
      break;
    }
    case NodeKind::kValues: relation = BindValues(static_cast<const Values&>(body), outer); break;
    case NodeKind::kTableQuery: {
      const auto& table = static_cast<const TableQuery&>(body);
      Scope scope;
      scope.outer = outer;
      scope.clause = Clause::kFrom;
      BindTable(*table.table, scope);
      relation = NewRelation(RelationKind::kWrapped, &body);
      std::vector<Column> columns;
      for (const Source& source : scope.sources) {
        relation->left = source.relation;
        Star star;
        AddStarColumns(star, scope, source, columns);
      }
      for (const Column& column : columns)
        relation->open |= column.star;
      SetColumns(*relation, columns);
      break;
    }
    case NodeKind::kPivotQuery:
      relation = BindPivotQuery(static_cast<const PivotQuery&>(body), outer);
      break;
    case NodeKind::kStatementQuery: {
      BoundStatement inner;
      BindStatement(*static_cast<const StatementQuery&>(body).statement, inner, outer);
      relation = NewRelation(RelationKind::kFixed, &body);
      relation->open = true;
      break;
    }
    case NodeKind::kDescribeQuery: {
      const auto& describe = static_cast<const DescribeQuery&>(body);
      if (describe.query != nullptr) BindQuery(*describe.query, outer);
      relation = NewRelation(RelationKind::kFixed, &body);
      relation->open = true;
      break;
    }
    default:
      relation = NewRelation(RelationKind::kFixed, &body);
      relation->open = true;
      break;
  }
  if (around != nullptr) {
    Scope scope;
    scope.outer = outer;
    Source source;
    source.relation = relation;
    source.qualifies = false;
    scope.sources.push_back(source);
    scope.output = relation;
    BindTail(*around, scope, true);
  }
  return relation;
}

size_t Binder::BindWith(const With* with, Scope* outer) {
  const size_t before = ctes_.size();
  if (with == nullptr) return before;
  for (const Cte* cte : with->ctes) {
    if (cte->expr != nullptr) continue;
    for (size_t i = before; i < ctes_.size(); ++i) {
      if (Same(ctes_[i].name, cte->name))
        ReportAt("duplicate_name", cte->name.begin, Msg("WITH has {} twice", cte->name.text),
                 std::string(cte->name.text), {});
    }
    Relation* relation = nullptr;
    if (cte->statement != nullptr) {
      BoundStatement inner;
      BoundStatement* outside = statement_;
      BindStatement(*cte->statement, inner, outer);
      statement_ = outside;
      relation = const_cast<Relation*>(inner.output);
      if (relation == nullptr) relation = NewRelation(RelationKind::kFixed, cte);
      if (statement_ != nullptr) {
        statement_->tables.insert(statement_->tables.end(), inner.tables.begin(),
                                  inner.tables.end());
        if (inner.target != nullptr) statement_->also_written.push_back(inner.target);
      }
    } else if (cte->query != nullptr) {
      const QueryBody* body = cte->query->body;
      const auto* set = As<SetOperation>(static_cast<const Node*>(body));
      if ((with->recursive || rules_.recursive_always) && set != nullptr &&
          Mentions(*cte->query, cte->name, rules_)) {
        relation = BindRecursive(*cte, *set, outer);
      } else {
        relation = BindQuery(*cte->query, outer);
      }
    }
    if (relation == nullptr) continue;
    if (!cte->columns.empty()) {
      Relation* named = NewRelation(RelationKind::kWrapped, cte);
      named->left = relation;
      std::vector<Column> columns;
      for (uint32_t i = 0; i < relation->columns.size(); ++i) {
        Column column = CopyOf(*relation, i);
        if (columns.size() < cte->columns.size() && !column.star) {
          column.name =
              StoredName(cte->columns[static_cast<uint32_t>(columns.size())], rules_.names, arena_);
          column.hash = NameHash(column.name);
        }
        columns.push_back(column);
      }
      if (columns.size() < cte->columns.size() && !relation->open &&
          dialect_ != DialectId::kDuckdb) {
        ReportAt("column_count", cte->name.begin,
                 Msg("{} has {} columns but {} names", cte->name.text, columns.size(),
                     cte->columns.size()),
                 std::string(cte->name.text), {});
      }
      named->open = relation->open;
      for (auto i = static_cast<uint32_t>(columns.size());
           relation->open && i < cte->columns.size(); ++i) {
        Column column =
            NewColumn(StoredName(cte->columns[i], rules_.names, arena_), Unknown(), true);
        column.source = ColumnSource::kAll;
        columns.push_back(column);
      }
      SetColumns(*named, columns);
      relation = named;
    }
    if (cte->search || !cte->cycle.empty()) {
      Relation* wider = NewRelation(RelationKind::kWrapped, cte);
      wider->left = relation;
      wider->open = relation->open;
      std::vector<Column> columns;
      for (uint32_t i = 0; i < relation->columns.size(); ++i)
        columns.push_back(CopyOf(*relation, i));
      const auto extra = [&](const Ident& name) {
        if (name.empty()) return;
        Column column = NewColumn(StoredName(name, rules_.names, arena_), Unknown(), false);
        column.source = ColumnSource::kAll;
        columns.push_back(column);
      };
      extra(cte->search_set);
      extra(cte->cycle_set);
      extra(cte->cycle_using);
      SetColumns(*wider, columns);
      relation = wider;
    }
    ctes_.push_back({cte->name, NameHash(cte->name.text), relation});
  }
  return before;
}

// The rows so far are what the query behind UNION reads under the CTE's own name.
Relation* Binder::BindRecursive(const Cte& cte, const SetOperation& set, Scope* outer) {
  const size_t ctes = BindWith(cte.query->with, outer);
  Relation* first = BindBody(*set.left, nullptr, outer);
  Relation* so_far = NewRelation(RelationKind::kWrapped, &cte);
  so_far->left = first;
  so_far->open = first->open;
  std::vector<Column> columns;
  for (uint32_t i = 0; i < first->columns.size(); ++i) {
    Column column = CopyOf(*first, i);
    column.nullable = true;
    if (i < cte.columns.size() && !column.star) {
      column.name = StoredName(cte.columns[i], rules_.names, arena_);
      column.hash = NameHash(column.name);
    }
    columns.push_back(column);
  }
  SetColumns(*so_far, columns);
  ctes_.push_back({cte.name, NameHash(cte.name.text), so_far});
  Relation* again = BindBody(*set.right, nullptr, outer);
  Relation* relation = Combine(set, first, again);
  for (uint32_t i = 0;
       i < so_far->columns.size() && i < again->columns.size() && i < first->columns.size(); ++i) {
    Column& column = so_far->columns[i];
    if (column.star || again->columns[i].star) continue;
    column.source = ColumnSource::kMerge;
    column.other = again;
    column.other_column = i;
  }
  Scope scope;
  scope.outer = outer;
  Source source;
  source.relation = relation;
  source.qualifies = false;
  scope.sources.push_back(source);
  scope.output = relation;
  BindTail(*cte.query, scope, true);
  ctes_.resize(ctes);
  relation->query = cte.query;
  bound_.relations.Put(cte.query, relation, 0);
  return relation;
}

Relation* Binder::Combine(const SetOperation& set, Relation* left, Relation* right) {
  Relation* relation = NewRelation(RelationKind::kSet, &set);
  relation->left = left;
  relation->right = right;
  relation->open = left->open || right->open;
  bound_.relations.Put(&set, relation, 0);
  std::vector<Column> columns;
  const auto merge = [&](uint32_t l, uint32_t r) {
    Column column = CopyOf(*left, l);
    const Column& other = right->columns[r];
    const Type* both = Unify(column.type, other.type);
    if (both == nullptr) {
      Report("type_mismatch", set.right,
             Msg("column {} is {} on one side and {} on the other",
                 column.name.empty() ? std::to_string(l + 1) : std::string(column.name),
                 Show(*column.type), Show(*other.type)),
             std::string(column.name));
      both = Unknown();
    }
    column.type = Settled(both);
    if (set.op == SetOp::kUnion) {
      column.source = ColumnSource::kMerge;
      column.other = right;
      column.other_column = r;
      column.nullable = column.nullable || other.nullable;
    }
    columns.push_back(column);
  };
  if (set.by_name) {
    for (uint32_t i = 0; i < left->columns.size(); ++i) {
      if (left->columns[i].met) continue;
      uint32_t at = 0;
      while (at < right->columns.size() && right->columns[at].hash != left->columns[i].hash)
        ++at;
      if (at < right->columns.size()) {
        merge(i, at);
      } else {
        columns.push_back(CopyOf(*left, i));
        columns.back().nullable = true;
      }
    }
    for (uint32_t i = 0; i < right->columns.size(); ++i) {
      if (right->columns[i].met || std::ranges::any_of(columns, [&](const Column& c) {
            return c.hash == right->columns[i].hash;
          }))
        continue;
      columns.push_back(CopyOf(*right, i));
      columns.back().nullable = true;
    }
    SetColumns(*relation, columns);
    return relation;
  }
  std::vector<uint32_t> ls, rs;
  for (uint32_t i = 0; i < left->columns.size(); ++i)
    if (!left->columns[i].met) ls.push_back(i);
  for (uint32_t i = 0; i < right->columns.size(); ++i)
    if (!right->columns[i].met) rs.push_back(i);
  const auto star = [](const Relation& of, const std::vector<uint32_t>& at) {
    return std::ranges::any_of(at, [&](uint32_t i) { return of.columns[i].star; });
  };
  if (!star(*left, ls) && !star(*right, rs) && !relation->open && ls.size() != rs.size()) {
    const Node* at = set.right;
    Report("set_operation_columns", at,
           Msg("one side has {} columns, the other {}", ls.size(), rs.size()));
  }
  for (size_t i = 0; i < ls.size(); ++i) {
    if (i < rs.size()) {
      merge(ls[i], rs[i]);
    } else {
      columns.push_back(CopyOf(*left, ls[i]));
    }
  }
  SetColumns(*relation, columns);
  return relation;
}

Relation* Binder::BindValues(const Values& values, Scope* outer) {
  Relation* relation = NewRelation(RelationKind::kValues, &values);
  Scope scope;
  scope.outer = outer;
  std::vector<Column> columns;
  uint32_t rows = 0;
  for (const RowExpr* row : values.rows) {
    if (rows > 0 && row->items.size() != columns.size()) {
      Report("column_count", row,
             Msg("this row has {} values, those before it {}", row->items.size(), columns.size()));
      break;
    }
    for (uint32_t i = 0; i < row->items.size(); ++i) {
      const Value value = row->items[i]->kind == NodeKind::kDefaultExpr
                              ? Value{Unknown(), true}
                              : BindExpr(row->items[i], scope);
      if (rows == 0) {
        constexpr std::string_view kNames[] = {"column", "column_", "column", "col",
                                               "column", "c",       "col"};
        const uint32_t number =
            dialect_ == DialectId::kDuckdb || dialect_ == DialectId::kMysql ? i : i + 1;
        const std::string name =
            std::string(kNames[static_cast<size_t>(dialect_)]) + std::to_string(number);
        Column column = NewColumn(arena_.Text(name), value.type, value.nullable);
        column.source = ColumnSource::kRows;
        column.from = relation;
        column.from_column = i;
        columns.push_back(column);
        continue;
      }
      Column& column = columns[i];
      column.nullable |= value.nullable;
      const Type* both = Unify(column.type, value.type);
      if (both == nullptr) {
        Report("type_mismatch", row->items[i],
               Msg("VALUES has {} and {} in one column", Show(*column.type), Show(*value.type)));
        both = Unknown();
      }
      column.type = both;
    }
    ++rows;
  }
  for (Column& column : columns)
    column.type = Settled(column.type);
  SetColumns(*relation, columns);
  return relation;
}

void Binder::Condition(const Expr* expr, Scope& scope, Clause clause) {
  if (expr == nullptr) return;
  const Clause before = scope.clause;
  scope.clause = clause;
  const Value value = BindExpr(expr, scope);
  scope.clause = before;
  const Type& type = *value.type;
  if (rules_.boolean_conditions && type.known() && type.kind != TypeKind::kBool &&
      type.kind != TypeKind::kNull && type.kind != TypeKind::kOther && !IsLiteralType(type)) {
    Report("type_mismatch", expr, Msg("a condition must be boolean, this is {}", Show(type)));
  }
}

Relation* Binder::BindSelect(const Select& select, const Query* around, Scope* outer) {
  Scope scope;
  scope.outer = outer;
  scope.select = &select;
  scope.with = around != nullptr ? around->with : nullptr;
  Relation* relation = NewRelation(RelationKind::kSelect, &select);
  relation->query = around;
  bound_.relations.Put(&select, relation, 0);

  scope.clause = Clause::kFrom;
  BindFrom(select.from, scope);
  scope.output = relation;
  scope.clause = Clause::kSelect;
  LayOut(select, scope);

  Condition(select.prewhere, scope, Clause::kWhere);
  Condition(select.where, scope, Clause::kWhere);
  Condition(select.start_with, scope, Clause::kWhere);
  Condition(select.connect_by, scope, Clause::kWhere);
  if (select.group_by != nullptr) BindGroupBy(*select.group_by, scope);

  scope.clause = Clause::kSelect;
  scope.collects = true;
  for (size_t i = 0; i < scope.items.size(); ++i)
    BindItem(scope, i);
  Condition(select.having, scope, Clause::kHaving);
  for (const NamedWindow* window : select.windows) {
    scope.clause = Clause::kWindow;
    BindWindow(*window->spec, scope);
  }
  Condition(select.qualify, scope, Clause::kQualify);
  scope.clause = Clause::kSelect;
  BindAll(select.distinct_on, scope);
  if (select.top != nullptr) BindExpr(select.top, scope);
  if (around != nullptr) BindTail(*around, scope, false);
  if (scope.group_all || select.group_by != nullptr || scope.saw_aggregate ||
      select.having != nullptr) {
    relation->grouped = scope.saw_aggregate || select.group_by != nullptr;
    CheckGrouping(scope);
  }
  last_from_ = std::move(scope.sources);
  return relation;
}

void Binder::BindTail(const Query& query, Scope& scope, bool output_only) {
  for (const OrderItem* item : query.order_by)
    BindOrderItem(*item, scope, output_only);
  for (const OrderItem* item : query.sort_by)
    BindOrderItem(*item, scope, output_only);
  scope.clause = Clause::kOrderBy;
  BindAll(query.distribute_by, scope);
  BindAll(query.cluster_by, scope);
  for (const AliasedExpr* item : query.interpolate)
    if (item->expr != nullptr) BindExpr(item->expr, scope);
  for (const LimitBy* limit : {query.limit_by, query.limit_by_2})
    if (limit != nullptr) BindAll(limit->by, scope);
  scope.clause = Clause::kOther;
  // LIMIT sees no columns.
  Scope empty;
  empty.outer = scope.outer;
  if (query.limit != nullptr) BindExpr(query.limit, empty);
  if (query.offset != nullptr) BindExpr(query.offset, empty);
}

void Binder::BindOrderItem(const OrderItem& item, Scope& scope, bool output_only) {
  if (item.expr == nullptr) return;
  scope.clause = Clause::kOrderBy;
  Relation& output = *scope.output;
  if (const auto position = PositionIn(*item.expr)) {
    uint32_t count = 0;
    bool open = output.open;
    for (const Column& column : output.columns) {
      if (column.met) continue;
      open |= column.star;
      if (++count == *position && !open)
        bound_.meanings.Put(Unparen(item.expr), &output,
                            static_cast<uint32_t>(&column - output.columns.begin()));
    }
    if (!open && (*position == 0 || *position > count))
      Report("position_out_of_range", item.expr,
             Msg("ORDER BY {}: the query has {} columns", *position, count));
    return;
  }
  const auto* ref = As<ColumnRef>(Unparen(item.expr));
  if (!output_only && ref != nullptr && ref->name.size() == 1) {
    // A name alone is an output column before it is anything else.
    ColumnAt at = AliasNamed(scope, ref->name[0], scope.items.size());
    for (uint32_t i = 0; !at && i < output.columns.size(); ++i) {
      const Column& column = output.columns[i];
      if (column.source == ColumnSource::kExpr && !column.name.empty() && !column.star &&
          Unparen(column.expr == nullptr ? item.expr : column.expr)->kind != NodeKind::kColumnRef &&
          SameName(ref->name[0], column.name, rules_.names))
        at = {&output, i};
    }
    if (at) {
      bound_.meanings.Put(ref, at.relation, at.column);
      return;
    }
  }
  BindExpr(item.expr, scope);
  if (!output_only && rules_.distinct_order_check && scope.select != nullptr &&
      scope.select->distinct == Distinct::kDistinct) {
    const ColumnAt at = ref != nullptr ? bound_.Meaning(ref) : ColumnAt{};
    if (ref != nullptr && !at) return;
    const bool selected =
        output.open || std::ranges::any_of(output.columns, [&](const Column& column) {
          if (column.source == ColumnSource::kCopy)
            return at == ColumnAt{column.from, column.from_column};
          return column.expr != nullptr && SameMeaning(*column.expr, *item.expr);
        });
    if (!selected)
      Report("order_by_not_selected", item.expr,
             Msg("with SELECT DISTINCT, ORDER BY can only use what is selected"));
  }
}

void Binder::BindGroupItem(const Expr& expr, Scope& scope) {
  const Expr& item = *Unparen(&expr);
  if (const auto* set = As<GroupingSet>(&item)) {
    for (const Expr* part : set->items)
      BindGroupItem(*part, scope);
    return;
  }
  if (const auto* row = As<RowExpr>(&item)) {
    for (const Expr* part : row->items)
      BindGroupItem(*part, scope);
    return;
  }
  const auto group_column = [&](ColumnAt at) {
    // An output column: what it is made of is grouped.
    const Column& column = *at;
    if (column.source == ColumnSource::kCopy) {
      scope.group_columns.push_back({column.from, column.from_column});
    } else if (column.expr != nullptr) {
      const Expr* made = Unparen(column.expr);
      scope.group_exprs.push_back(made);
      if (const ColumnAt of = bound_.Meaning(made)) scope.group_columns.push_back(of);
    }
  };
  if (const auto position = PositionIn(item)) {
    uint32_t count = 0;
    bool open = false;
    for (uint32_t i = 0; i < scope.output->columns.size(); ++i) {
      const Column& column = scope.output->columns[i];
      if (column.met) continue;
      open |= column.star;
      if (++count != *position || open) continue;
      for (size_t k = 0; k < scope.items.size(); ++k) {
        if (scope.items[k].first > i || i >= scope.items[k].first + scope.items[k].count) continue;
        BindEarly(scope, k);
        if (scope.items[k].aggregates)
          Report("misplaced_aggregate", &item, Msg("GROUP BY {} is an aggregate", *position));
      }
      bound_.meanings.Put(&item, scope.output, i);
      group_column({scope.output, i});
    }
    if (!open && (*position == 0 || *position > count))
      Report("position_out_of_range", &item,
             Msg("GROUP BY {}: the query has {} columns", *position, count));
    return;
  }
  BindExpr(&item, scope);
  if (const auto* ref = As<ColumnRef>(&item)) {
    const ColumnAt at = bound_.Meaning(ref);
    if (at.relation == scope.output && at && !at.whole_row()) return group_column(at);
    if (at) scope.group_columns.push_back(at);
  }
  scope.group_exprs.push_back(&item);
}

void Binder::BindGroupBy(const GroupBy& group, Scope& scope) {
  scope.clause = Clause::kGroupBy;
  if (group.all && group.items.empty()) scope.group_all = true;
  for (const Expr* item : group.items)
    BindGroupItem(*item, scope);
  for (const OrderItem* item : group.ordered)
    if (item->expr != nullptr) BindGroupItem(*item->expr, scope);
  for (const Expr* item : group.sets)
    BindGroupItem(*item, scope);
  scope.clause = Clause::kSelect;
}

void Binder::CheckGrouping(Scope& scope) {
  if (!rules_.group_check || scope.group_all) return;
  std::vector<ColumnAt> told;
  for (const UngroupedRef& ref : scope.ungrouped) {
    if (std::ranges::find(scope.group_columns, ref.at) != scope.group_columns.end()) continue;
    if (std::ranges::find(told, ref.at) != told.end()) continue;
    if (rules_.key_implies_columns && !ref.at.relation->key.empty() &&
        std::ranges::all_of(ref.at.relation->key, [&](uint32_t key) {
          return std::ranges::find(scope.group_columns, ColumnAt{ref.at.relation, key}) !=
                 scope.group_columns.end();
        })) {
      continue;
    }
    if (ref.at.relation->open && ref.at.whole_row()) continue;
    told.push_back(ref.at);
    const auto* column = As<ColumnRef>(ref.ref);
    const std::string name = column != nullptr    ? PathText(column->name)
                             : ref.at.whole_row() ? std::string("*")
                                                  : std::string(ref.at->name);
    Report("not_grouped", ref.ref, Msg("{} is neither in GROUP BY nor inside an aggregate", name),
           name, Msg("add {} to GROUP BY, or wrap it in an aggregate such as max({})", name, name));
  }
}

bool Binder::MatchesGroup(const Expr& expr, const Scope& scope) const {
  return std::ranges::any_of(scope.group_exprs, [&](const Expr* group) {
    return group == &expr || (group->kind == expr.kind && group->kind != NodeKind::kColumnRef &&
                              group->kind != NodeKind::kLiteral && SameMeaning(*group, expr));
  });
}

}  // namespace aietl::sql::bind
