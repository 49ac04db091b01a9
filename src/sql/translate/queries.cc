// Clauses of queries: what the target lacks is written with what it has.
#include <string>
#include <vector>

#include "sql/printer.h"
#include "sql/translate/internal/job.h"
#include "sql/translate/internal/kinds.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

using enum DialectId;

// --- NULL in an order
// ------------------------------------------------------------------------------------------------------------

// Where NULL stands when nothing is said.
bool NullsFirstByDefault(DialectId dialect, bool descending) {
  switch (dialect) {
    case kPostgres:
    case kSnowflake: return descending;  // NULL is greater than everything
    case kMysql:
    case kSqlite:
    case kSpark: return !descending;  // NULL is smaller than everything
    case kDuckdb:
    case kClickhouse: return false;  // NULL is last, whatever the direction
  }
  return false;
}

// MySQL takes the alias of an aggregate as a key of an order, but not inside an expression.
Expr* ExprOfAlias(Expr* expr, const Select* select) {
  const ColumnRef* column = As<ColumnRef>(expr);
  if (select == nullptr || column == nullptr || column->name.size() != 1) return expr;
  for (const SelectItem* item : select->items) {
    if (!item->alias.empty() && SameWordOf(item->alias.text, column->name[0].text))
      return item->expr;
  }
  return expr;
}

// Makes the place of NULL what it was. MySQL has no words for it: a key before it says it.
Span<OrderItem*> OrderNulls(Span<OrderItem*> items, Job& job, const Select* select = nullptr) {
  std::vector<OrderItem*> out;
  for (OrderItem* item : items) {
    if (item->all || item->expr == nullptr || item->direction == Direction::kUsing) {
      out.push_back(item);
      continue;
    }
    const bool descending = item->direction == Direction::kDesc;
    const bool first = item->nulls == NullsOrder::kNone
                           ? NullsFirstByDefault(job.from.id, descending)
                           : item->nulls == NullsOrder::kFirst;
    const bool default_first = NullsFirstByDefault(job.to.id, descending);
    item->nulls = NullsOrder::kNone;
    if (first != default_first) {
      if (job.to.id == kMysql) {
        // A position or an alias cannot be tested for NULL by itself.
        const Literal* position = As<Literal>(item->expr);
        if (position != nullptr) {
          job.Refuse(*item, Print(*item->expr, job.from),
                     Tr("the place of NULL cannot be said for a column's number; name the column"));
        } else {
          auto* key = job.arena.New<OrderItem>();
          key->expr = job.IsNull(CopyTree(ExprOfAlias(item->expr, select), job.arena));
          key->direction = first ? Direction::kDesc : Direction::kNone;
          out.push_back(key);
        }
      } else {
        item->nulls = first ? NullsOrder::kFirst : NullsOrder::kLast;
      }
    }
    out.push_back(item);
  }
  return job.arena.List(out);
}

// --- limits
// ----------------------------------------------------------------------------------------------------------------------

void TranslateLimits(Query& query, Job& job) {
  if (Select* select = As<Select>(query.body); select != nullptr && select->top != nullptr) {
    if (select->top_percent || select->top_ties) {
      job.Refuse(*select, "TOP", Tr("only a number of rows can be said"));
    } else if (query.limit == nullptr) {
      query.limit = select->top;
      select->top = nullptr;
    }
  }
  query.comma_limit = false;
  query.offset_rows = false;
  if (query.limit_all) query.limit_all = false;
  if (query.with_ties && !job.To({kPostgres, kClickhouse}))
    job.Refuse(query, "WITH TIES", Tr("rows that tie with the last one cannot be asked for"));
  if (query.limit_percent && job.to.id != kDuckdb)
    job.Refuse(query, "LIMIT %", Tr("only a number of rows can be said"));
  // FETCH FIRST is what WITH TIES is said with; everything else has LIMIT.
  query.fetch = query.with_ties && job.to.id == kPostgres;
  if (query.offset != nullptr && query.limit == nullptr) {
    if (job.to.id == kMysql) query.limit = job.Number("18446744073709551615");
    if (job.to.id == kSqlite) {
      auto* all = job.arena.New<Unary>();
      all->op = Op::kNegate;
      all->operand = job.Number("1");
      query.limit = all;
    }
  }
}

// --- GROUP BY ALL, ORDER BY ALL
// --------------------------------------------------------------------------------------------------

bool HoldsAggregate(const Expr& expr) {
  static constexpr std::string_view kNames[] = {"count",
                                                "sum",
                                                "avg",
                                                "min",
                                                "max",
                                                "string_agg",
                                                "array_agg",
                                                "group_concat",
                                                "listagg",
                                                "list",
                                                "median",
                                                "stddev",
                                                "variance",
                                                "any_value",
                                                "bool_and",
                                                "bool_or",
                                                "count_if",
                                                "grouparray",
                                                "uniq",
                                                "uniqexact",
                                                "sumif",
                                                "countif",
                                                "avgif",
                                                "any",
                                                "argmax",
                                                "argmin",
                                                "arg_max",
                                                "arg_min",
                                                "max_by",
                                                "min_by",
                                                "collect_list",
                                                "collect_set",
                                                "stddev_samp",
                                                "stddev_pop",
                                                "var_samp",
                                                "var_pop",
                                                "approx_count_distinct",
                                                "corr",
                                                "quantile",
                                                "first",
                                                "last",
                                                "percentile_cont",
                                                "percentile_disc"};
  bool found = false;
  Walk(expr, [&](const Node& node) {
    if (node.kind == NodeKind::kQuery) return false;
    const Call* call = As<Call>(&node);
    if (call != nullptr && call->over == nullptr && call->name.size() == 1) {
      for (const std::string_view name : kNames)
        found = found || SameWordOf(call->name[0].text, name);
    }
    return !found;
  });
  return found;
}

void ExpandGroupByAll(Select& select, Job& job) {
  if (select.group_by == nullptr || !select.group_by->all || !job.To({kPostgres, kMysql, kSqlite}))
    return;
  std::vector<Expr*> items;
  for (SelectItem* item : select.items) {
    if (item->expr->kind == NodeKind::kStar) {
      job.Refuse(*item, "GROUP BY ALL", Tr("it stands beside a *"));
      return;
    }
    if (!HoldsAggregate(*item->expr) && item->expr->kind != NodeKind::kLiteral)
      items.push_back(CopyTree(item->expr, job.arena));
  }
  select.group_by->all = false;
  select.group_by->items = job.arena.List(items);
  if (items.empty()) select.group_by = nullptr;
}

void ExpandOrderByAll(Query& query, Job& job) {
  if (query.order_by.size() != 1 || !query.order_by[0]->all ||
      !job.To({kPostgres, kMysql, kSqlite, kSnowflake}))
    return;
  const Select* select = As<Select>(query.body);
  if (select == nullptr) {
    job.Refuse(query, "ORDER BY ALL", Tr("its columns are not known"));
    return;
  }
  std::vector<OrderItem*> items;
  for (uint32_t i = 0; i < select->items.size(); ++i) {
    if (select->items[i]->expr->kind == NodeKind::kStar) {
      job.Refuse(query, "ORDER BY ALL", Tr("it stands beside a *"));
      return;
    }
    auto* item = job.arena.New<OrderItem>();
    *item = *query.order_by[0];
    item->all = false;
    item->expr = select->items[i]->alias.empty() ? CopyTree(select->items[i]->expr, job.arena)
                                                 : job.Column(select->items[i]->alias.text);
    items.push_back(item);
  }
  query.order_by = job.arena.List(items);
}

// --- rows numbered in groups: DISTINCT ON, QUALIFY, LIMIT BY
// ---------------------------------------------------------------------

// The name that the output column has; empty if it has none that can be said.
std::string_view NameOfItem(const SelectItem& item) {
  if (!item.alias.empty()) return item.alias.text;
  const ColumnRef* column = As<ColumnRef>(item.expr);
  return column != nullptr && !column->name.empty() ? column->name.back().text : std::string_view();
}

// Wraps `query`: SELECT its columns FROM (query with `extra` AS name) WHERE condition-on-name.
bool WrapByNumber(Query& query, Select& select, Expr* extra, std::string_view name, Expr* condition,
                  Job& job, std::string_view what) {
  std::vector<SelectItem*> outer_items;
  for (SelectItem* item : select.items) {
    const std::string_view column = NameOfItem(*item);
    if (item->expr->kind == NodeKind::kStar || column.empty()) {
      job.Refuse(*item, what,
                 Tr("its output has columns without a name, or a *; name each of them"));
      return false;
    }
    auto* outer = job.arena.New<SelectItem>();
    outer->expr = job.Column(column);
    As<ColumnRef>(outer->expr)->name[0].quote = item->alias.quote;
    outer_items.push_back(outer);
  }
  auto* numbered = job.arena.New<SelectItem>();
  numbered->expr = extra;
  numbered->alias.text = job.arena.Text(name);
  numbered->as = true;
  std::vector<SelectItem*> items(select.items.begin(), select.items.end());
  items.push_back(numbered);
  select.items = job.arena.List(items);

  auto* inner = job.arena.New<Query>();
  inner->body = &select;
  auto* derived = job.arena.New<DerivedTable>();
  derived->query = inner;
  derived->alias = job.arena.New<TableAlias>();
  derived->alias->as = true;
  derived->alias->name.text = job.arena.Text("numbered");
  auto* outer = job.arena.New<Select>();
  outer->items = job.arena.List(outer_items);
  outer->from = job.arena.One(static_cast<TableRef*>(derived));
  outer->where = condition;
  query.body = outer;
  // What orders the result can name output columns only.
  for (OrderItem* item : query.order_by) {
    ColumnRef* column = As<ColumnRef>(item->expr);
    if (column != nullptr && column->name.size() > 1)
      column->name = job.arena.One(column->name.back());
    std::string_view ordered = column != nullptr ? column->name.back().text : std::string_view();
    bool known = As<Literal>(item->expr) != nullptr;
    for (SelectItem* out : outer->items)
      known = known ||
              (column != nullptr && SameWordOf(As<ColumnRef>(out->expr)->name[0].text, ordered));
    if (!known) {
      job.Refuse(*item, what, Tr("it is ordered by something that is not in its output"));
      return false;
    }
  }
  return true;
}

WindowSpec* Numbering(Span<Expr*> partition, Span<OrderItem*> order, Job& job) {
  auto* window = job.arena.New<WindowSpec>();
  std::vector<Expr*> by;
  for (Expr* expr : partition)
    by.push_back(CopyTree(expr, job.arena));
  window->partition_by = job.arena.List(by);
  std::vector<OrderItem*> items;
  for (OrderItem* item : order)
    items.push_back(CopyTree(item, job.arena));
  window->order_by = job.arena.List(items);
  return window;
}

void ReplaceDistinctOn(Query& query, Job& job) {
  Select* select = As<Select>(query.body);
  if (select == nullptr || select->distinct != Distinct::kOn ||
      job.To({kPostgres, kDuckdb, kClickhouse}))
    return;
  Call* number = job.Function("row_number", {});
  number->over = Numbering(select->distinct_on, query.order_by, job);
  const Span<Expr*> on = select->distinct_on;
  select->distinct = Distinct::kNone;
  select->distinct_on = {};
  if (query.order_by.empty()) job.Lose(Tr("DISTINCT ON without ORDER BY keeps any row of a group"));
  (void)on;
  if (job.to.id == kSnowflake) {
    select->qualify = job.Operation(Op::kEq, number, job.Number("1"));
    return;
  }
  WrapByNumber(query, *select, number, "row_number_of_group",
               job.Operation(Op::kEq, job.Column("row_number_of_group"), job.Number("1")), job,
               "DISTINCT ON");
}

// QUALIFY row_number() … <= n: the windows of the condition become columns of an inner query.
void ReplaceQualify(Query& query, Job& job) {
  Select* select = As<Select>(query.body);
  if (select == nullptr || select->qualify == nullptr || job.To({kDuckdb, kSnowflake, kClickhouse}))
    return;
  // The condition as a whole becomes a column: what it names is in scope there.
  Expr* condition = job.CaseWhen(select->qualify, job.Number("1"), job.Number("0"));
  select->qualify = nullptr;
  WrapByNumber(query, *select, condition, "is_kept",
               job.Operation(Op::kEq, job.Column("is_kept"), job.Number("1")), job, "QUALIFY");
}

void ReplaceLimitBy(Query& query, Job& job) {
  if (query.limit_by == nullptr || job.to.id == kClickhouse) return;
  Select* select = As<Select>(query.body);
  if (select == nullptr || query.limit_by_2 != nullptr || query.limit_by->offset != nullptr ||
      query.limit_by->all) {
    job.Refuse(query, "LIMIT BY",
               Tr("only LIMIT n BY columns of a simple query can be written otherwise"));
    return;
  }
  if (select->group_by != nullptr || select->distinct != Distinct::kNone) {
    job.Refuse(query, "LIMIT BY", Tr("it stands behind GROUP BY or DISTINCT"));
    return;
  }
  Call* number = job.Function("row_number", {});
  number->over = Numbering(query.limit_by->by, query.order_by, job);
  Expr* most = query.limit_by->limit;
  query.limit_by = nullptr;
  WrapByNumber(query, *select, number, "row_number_of_group",
               job.Operation(Op::kLessEq, job.Column("row_number_of_group"), most), job,
               "LIMIT BY");
}

// --- joins
// -----------------------------------------------------------------------------------------------------------------------

void AddCondition(Expr*& where, Expr* condition, Job& job) {
  if (where == nullptr) {
    where = condition;
    return;
  }
  auto* both = job.arena.New<Logical>();
  both->op = Op::kAnd;
  const std::vector<Expr*> operands{MadeParens(where, job.arena), condition};
  both->operands = job.arena.List(operands);
  where = both;
}

// a SEMI JOIN b ON c → a WHERE EXISTS (SELECT 1 FROM b WHERE c)
TableRef* SemiToExists(TableRef* table, Select& select, Job& job) {
  Join* join = As<Join>(table);
  if (join == nullptr) return table;
  join->left = SemiToExists(join->left, select, job);
  const bool semi = join->type == JoinKind::kSemi || join->strictness == JoinStrictness::kSemi;
  const bool anti = join->type == JoinKind::kAnti || join->strictness == JoinStrictness::kAnti;
  if ((!semi && !anti) || job.To({kDuckdb, kSpark, kClickhouse})) return table;
  if (join->has_using || join->natural || join->on == nullptr) {
    job.Refuse(*join, semi ? "SEMI JOIN" : "ANTI JOIN",
               Tr("it has no ON that could become a condition"));
    return table;
  }
  auto* inner = job.arena.New<Select>();
  auto* item = job.arena.New<SelectItem>();
  item->expr = job.Number("1");
  inner->items = job.arena.One(item);
  inner->from = job.arena.One(join->right);
  inner->where = join->on;
  auto* query = job.arena.New<Query>();
  query->body = inner;
  auto* exists = job.arena.New<Exists>();
  exists->query = query;
  Expr* condition = exists;
  if (anti) {
    auto* negated = job.arena.New<Unary>();
    negated->op = Op::kNot;
    negated->operand = exists;
    condition = negated;
  }
  AddCondition(select.where, condition, job);
  return join->left;
}

void TranslateJoins(Select& select, Job& job) {
  for (uint32_t i = 0; i < select.from.size(); ++i) {
    select.from[i] = SemiToExists(select.from[i], select, job);
    Walk(*select.from[i], [&](Node& node) {
      if (node.kind == NodeKind::kQuery) return false;
      const Join* join = As<Join>(&node);
      if (join != nullptr && join->type == JoinKind::kFull && job.to.id == kMysql) {
        job.Refuse(*join, "FULL JOIN",
                   Tr("rows of both sides without a partner need a UNION of two joins"));
      }
      return true;
    });
  }
}

// --- the whole query
// -------------------------------------------------------------------------------------------------------------

void TranslateSelect(Select& select, Job& job) {
  if (select.from_first || select.no_select) {
    if (select.items.empty()) {
      auto* item = job.arena.New<SelectItem>();
      item->expr = job.arena.New<Star>();
      select.items = job.arena.One(item);
    }
    select.from_first = select.no_select = false;
  }
  if (select.prewhere != nullptr && job.to.id != kClickhouse) {
    Expr* where = select.where;
    select.where = select.prewhere;
    select.prewhere = nullptr;
    if (where != nullptr) AddCondition(select.where, MadeParens(where, job.arena), job);
  }
  if (!select.hints.empty() && job.from.id != job.to.id) {
    select.hints = {};
    job.Lose(Tr("hints are left out"));
  }
  select.modifiers = {};
  select.dual = false;
  for (SelectItem* item : select.items) {
    // A name given as a text, or in front.
    if (item->alias.quote == '\'') item->alias.quote = '"';
    item->prefix_alias = false;
    if (!item->alias.empty()) item->as = true;
  }
  for (const SelectItem* item : select.items) {
    const Star* star = As<Star>(item->expr);
    const bool plain = star == nullptr ||
                       (star->exclude.empty() && star->replace.empty() && star->rename.empty() &&
                        star->like == nullptr && star->apply.empty() && !star->columns);
    if (!plain && job.To({kPostgres, kMysql, kSqlite}))
      job.Refuse(*item, "* EXCLUDE, REPLACE", Tr("columns are named one by one"));
  }
  ExpandGroupByAll(select, job);
  TranslateJoins(select, job);
}

// Where clauses belong to the operand before them, those of the whole stand around it.
void WrapSetOperation(Query& query, Job& job) {
  const bool tail = !query.order_by.empty() || query.limit != nullptr || query.offset != nullptr ||
                    query.limit_by != nullptr;
  if (!tail || query.body->kind == NodeKind::kSelect || !job.to.Has(Feature::kTailOfOperand) ||
      job.from.Has(Feature::kTailOfOperand))
    return;
  auto* inner = job.arena.New<Query>();
  inner->body = query.body;
  auto* derived = job.arena.New<DerivedTable>();
  derived->query = inner;
  derived->alias = job.arena.New<TableAlias>();
  derived->alias->as = true;
  derived->alias->name.text = job.arena.Text("combined");
  auto* item = job.arena.New<SelectItem>();
  item->expr = job.arena.New<Star>();
  auto* outer = job.arena.New<Select>();
  outer->items = job.arena.One(item);
  outer->from = job.arena.One(static_cast<TableRef*>(derived));
  query.body = outer;
}

void TranslateQuery(Query& query, Job& job) {
  if (Select* select = As<Select>(query.body)) TranslateSelect(*select, job);
  ExpandOrderByAll(query, job);
  TranslateLimits(query, job);
  ReplaceDistinctOn(query, job);
  ReplaceQualify(query, job);
  ReplaceLimitBy(query, job);
  if (SetOperation* set = As<SetOperation>(query.body); set != nullptr) {
    set->minus = false;
    if (set->by_name && job.to.id != kDuckdb)
      job.Refuse(*set, "UNION BY NAME", Tr("columns are matched by their places"));
  }
  WrapSetOperation(query, job);
  if (!query.settings.empty() && job.to.id != kClickhouse) {
    query.settings = {};
    job.Lose(Tr("SETTINGS are left out"));
  }
  if (!query.format.empty() && job.to.id != kClickhouse) {
    query.format = {};
    job.Lose(Tr("FORMAT is left out"));
  }
  if ((!query.sort_by.empty() || !query.distribute_by.empty() || !query.cluster_by.empty()) &&
      job.to.id != kSpark) {
    query.sort_by = {};
    query.distribute_by = query.cluster_by = {};
    job.Lose(Tr("SORT BY, DISTRIBUTE BY and CLUSTER BY are left out: they place rows on machines"));
  }
}

// DuckDB, ClickHouse and Spark take names of the output inside of aliases' own query; nothing to do
// for ORDER BY, which all take.
void TranslateTableRef(Node& node, Job& job) {
  if (TableName* table = As<TableName>(&node)) {
    if (table->final && job.to.id != kClickhouse) {
      table->final = false;
      job.Lose(Tr("FINAL is left out"));
    }
    if (!table->hints.empty() && job.from.id != job.to.id) {
      table->hints = {};
      job.Lose(Tr("hints are left out"));
    }
    if (!table->name.empty() && table->name.back().quote == '\'' && job.to.id != kDuckdb)
      job.Refuse(node, table->name.back().text, Tr("a file is no table there"));
  }
  // A derived table has to have a name in PostgreSQL before 16 and in MySQL.
  if (DerivedTable* derived = As<DerivedTable>(&node);
      derived != nullptr && derived->alias == nullptr && job.To({kPostgres, kMysql})) {
    derived->alias = job.arena.New<TableAlias>();
    derived->alias->as = true;
    derived->alias->name.text =
        job.arena.Text("derived_" + std::to_string(node.has_place() ? node.begin : 0));
  }
}

}  // namespace

void TranslateQueries(Node& root, Job& job) {
  // Children first, so that what wraps a query sees it finished.
  std::vector<Node*> nodes;
  Walk(root, [&](Node& node) {
    nodes.push_back(&node);
    return true;
  });
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    if (Query* query = As<Query>(*node)) TranslateQuery(*query, job);
    TranslateTableRef(**node, job);
  }
  // Orders last: the wraps above have copied them as they were written.
  Walk(root, [&](Node& node) {
    if (Query* query = As<Query>(&node))
      query->order_by = OrderNulls(query->order_by, job, As<Select>(query->body));
    if (WindowSpec* window = As<WindowSpec>(&node))
      window->order_by = OrderNulls(window->order_by, job);
    if (Call* call = As<Call>(&node)) {
      call->order_by = OrderNulls(call->order_by, job);
      call->within_group = OrderNulls(call->within_group, job);
    }
    return true;
  });
}

}  // namespace aietl::sql
