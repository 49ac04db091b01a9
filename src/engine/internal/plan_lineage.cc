#include "engine/internal/plan_lineage.h"

#include <algorithm>

#include <duckdb.hpp>
#include <duckdb/catalog/catalog_entry/table_catalog_entry.hpp>
#include <duckdb/planner/expression/list.hpp>
#include <duckdb/planner/expression_iterator.hpp>
#include <duckdb/planner/operator/list.hpp>

namespace aietl::engine {
namespace {

using duckdb::Expression;
using duckdb::ExpressionClass;
using duckdb::idx_t;
using duckdb::LogicalOperator;
using duckdb::LogicalOperatorType;

// Adds what `from` is made of to `to`, at least as strongly as `how`.
void Merge(Flow& to, const Flow& from, EdgeKind how, bool as_condition = false) {
  for (const auto& [column, kind] : from.direct) {
    if (as_condition) {
      to.conditional.insert(column);
      continue;
    }
    EdgeKind& kept = to.direct.emplace(column, EdgeKind::kIdentity).first->second;
    kept = std::max({kept, kind, how});
  }
  to.conditional.insert(from.conditional.begin(), from.conditional.end());
}

class Tracer {
 public:
  QueryLineage Trace(LogicalOperator& plan) {
    Walk(plan);
    for (const auto& binding : plan.GetColumnBindings())
      out_.columns.push_back(At(binding));
    return std::move(out_);
  }

 private:
  Flow& At(idx_t table, idx_t column) { return flows_[{table, column}]; }
  Flow& At(const duckdb::ColumnBinding& binding) {
    return At(binding.table_index, binding.column_index);
  }

  // --- Expressions ---

  void Collect(const Expression& expression, Flow& flow, EdgeKind how, bool condition) {
    switch (expression.GetExpressionClass()) {
      case ExpressionClass::BOUND_COLUMN_REF:
        return Merge(flow, At(expression.Cast<duckdb::BoundColumnRefExpression>().binding), how,
                     condition);
      case ExpressionClass::BOUND_CASE: {
        const auto& choice = expression.Cast<duckdb::BoundCaseExpression>();
        for (const auto& check : choice.case_checks) {
          Collect(*check.when_expr, flow, EdgeKind::kTransformation, true);
          Collect(*check.then_expr, flow, EdgeKind::kTransformation, condition);
        }
        return Collect(*choice.else_expr, flow, EdgeKind::kTransformation, condition);
      }
      case ExpressionClass::BOUND_AGGREGATE:
        return CollectAggregate(expression.Cast<duckdb::BoundAggregateExpression>(), flow,
                                condition);
      case ExpressionClass::BOUND_WINDOW:
        return CollectWindow(expression.Cast<duckdb::BoundWindowExpression>(), flow, condition);
      default:
        duckdb::ExpressionIterator::EnumerateChildren(expression, [&](const Expression& child) {
          Collect(child, flow, std::max(how, EdgeKind::kTransformation), condition);
        });
    }
  }

  void CollectAggregate(const duckdb::BoundAggregateExpression& aggregate, Flow& flow,
                        bool condition) {
    for (const auto& child : aggregate.children)
      Collect(*child, flow, EdgeKind::kAggregation, condition);
    if (aggregate.filter) Collect(*aggregate.filter, flow, EdgeKind::kAggregation, true);
    if (!aggregate.order_bys) return;
    for (const auto& order : aggregate.order_bys->orders)
      Collect(*order.expression, flow, EdgeKind::kAggregation, true);
  }

  void CollectWindow(const duckdb::BoundWindowExpression& window, Flow& flow, bool condition) {
    for (const auto& child : window.children)
      Collect(*child, flow, EdgeKind::kAggregation, condition);
    if (window.default_expr) Collect(*window.default_expr, flow, EdgeKind::kAggregation, condition);
    for (const auto* part : {window.filter_expr.get(), window.offset_expr.get(),
                             window.start_expr.get(), window.end_expr.get()}) {
      if (part != nullptr) Collect(*part, flow, EdgeKind::kAggregation, true);
    }
    for (const auto& partition : window.partitions)
      Indirect(*partition, EdgeKind::kWindow);
    for (const auto& order : window.orders)
      Indirect(*order.expression, EdgeKind::kWindow);
    for (const auto& order : window.arg_orders)
      Indirect(*order.expression, EdgeKind::kWindow);
  }

  Flow FlowOf(const Expression& expression) {
    Flow flow;
    Collect(expression, flow, EdgeKind::kIdentity, false);
    return flow;
  }

  void Indirect(const Flow& flow, EdgeKind why) {
    for (const auto& [column, kind] : flow.direct)
      out_.indirect[column].insert(why);
    for (const auto& column : flow.conditional)
      out_.indirect[column].insert(why);
  }
  void Indirect(const Expression& expression, EdgeKind why) { Indirect(FlowOf(expression), why); }

  // --- Operators, children first ---

  void WalkChildren(LogicalOperator& op) {
    for (auto& child : op.children)
      Walk(*child);
  }

  Flow AllOf(LogicalOperator& op) {
    Flow flow;
    for (const auto& binding : op.GetColumnBindings())
      Merge(flow, At(binding), EdgeKind::kTransformation);
    return flow;
  }

  void Walk(LogicalOperator& op) {
    switch (op.type) {
      case LogicalOperatorType::LOGICAL_GET: return WalkGet(op.Cast<duckdb::LogicalGet>());
      case LogicalOperatorType::LOGICAL_PROJECTION: {
        WalkChildren(op);
        auto& projection = op.Cast<duckdb::LogicalProjection>();
        for (idx_t i = 0; i < projection.expressions.size(); ++i) {
          At(projection.table_index, i) = FlowOf(*projection.expressions[i]);
        }
        return;
      }
      case LogicalOperatorType::LOGICAL_FILTER:
        WalkChildren(op);
        for (const auto& expression : op.expressions)
          Indirect(*expression, EdgeKind::kFilter);
        return;
      case LogicalOperatorType::LOGICAL_AGGREGATE_AND_GROUP_BY:
        return WalkAggregate(op.Cast<duckdb::LogicalAggregate>());
      case LogicalOperatorType::LOGICAL_WINDOW: {
        WalkChildren(op);
        auto& window = op.Cast<duckdb::LogicalWindow>();
        for (idx_t i = 0; i < window.expressions.size(); ++i)
          At(window.window_index, i) = FlowOf(*window.expressions[i]);
        return;
      }
      case LogicalOperatorType::LOGICAL_UNNEST: {
        WalkChildren(op);
        auto& unnest = op.Cast<duckdb::LogicalUnnest>();
        for (idx_t i = 0; i < unnest.expressions.size(); ++i)
          At(unnest.unnest_index, i) = FlowOf(*unnest.expressions[i]);
        return;
      }
      case LogicalOperatorType::LOGICAL_ORDER_BY:
        WalkChildren(op);
        for (const auto& order : op.Cast<duckdb::LogicalOrder>().orders)
          Indirect(*order.expression, EdgeKind::kSort);
        return;
      case LogicalOperatorType::LOGICAL_TOP_N:
        WalkChildren(op);
        for (const auto& order : op.Cast<duckdb::LogicalTopN>().orders)
          Indirect(*order.expression, EdgeKind::kSort);
        return;
      case LogicalOperatorType::LOGICAL_DISTINCT:
        return WalkDistinct(op.Cast<duckdb::LogicalDistinct>());
      case LogicalOperatorType::LOGICAL_COMPARISON_JOIN:
      case LogicalOperatorType::LOGICAL_ASOF_JOIN:
      case LogicalOperatorType::LOGICAL_DELIM_JOIN:
        return WalkJoin(op.Cast<duckdb::LogicalComparisonJoin>());
      case LogicalOperatorType::LOGICAL_ANY_JOIN: {
        WalkChildren(op);
        auto& join = op.Cast<duckdb::LogicalAnyJoin>();
        Indirect(*join.condition, EdgeKind::kJoin);
        if (join.join_type == duckdb::JoinType::MARK) {
          Merge(At(join.mark_index, 0), FlowOf(*join.condition), EdgeKind::kTransformation, true);
        }
        return;
      }
      case LogicalOperatorType::LOGICAL_UNION:
      case LogicalOperatorType::LOGICAL_EXCEPT:
      case LogicalOperatorType::LOGICAL_INTERSECT:
        return WalkSetOperation(op.Cast<duckdb::LogicalSetOperation>());
      case LogicalOperatorType::LOGICAL_DELIM_GET:
        return WalkDelimGet(op.Cast<duckdb::LogicalDelimGet>());
      case LogicalOperatorType::LOGICAL_MATERIALIZED_CTE: {
        auto& cte = op.Cast<duckdb::LogicalMaterializedCTE>();
        Walk(*op.children[0]);
        ctes_[cte.table_index] = FlowsOf(*op.children[0]);
        return Walk(*op.children[1]);
      }
      case LogicalOperatorType::LOGICAL_RECURSIVE_CTE:
        return WalkRecursiveCte(op.Cast<duckdb::LogicalRecursiveCTE>());
      case LogicalOperatorType::LOGICAL_CTE_REF: {
        auto& ref = op.Cast<duckdb::LogicalCTERef>();
        const auto& columns = ctes_[ref.cte_index];
        for (idx_t i = 0; i < ref.chunk_types.size() && i < columns.size(); ++i)
          At(ref.table_index, i) = columns[i];
        return;
      }
      case LogicalOperatorType::LOGICAL_EXPRESSION_GET: {
        WalkChildren(op);
        auto& rows = op.Cast<duckdb::LogicalExpressionGet>();
        for (const auto& row : rows.expressions) {
          for (idx_t i = 0; i < row.size(); ++i)
            Merge(At(rows.table_index, i), FlowOf(*row[i]), EdgeKind::kIdentity);
        }
        return;
      }
      case LogicalOperatorType::LOGICAL_PIVOT: return WalkPivot(op.Cast<duckdb::LogicalPivot>());
      case LogicalOperatorType::LOGICAL_LIMIT:
      case LogicalOperatorType::LOGICAL_SAMPLE:
      case LogicalOperatorType::LOGICAL_CROSS_PRODUCT:
      case LogicalOperatorType::LOGICAL_POSITIONAL_JOIN:
      case LogicalOperatorType::LOGICAL_CHUNK_GET:
      case LogicalOperatorType::LOGICAL_DUMMY_SCAN:
      case LogicalOperatorType::LOGICAL_EMPTY_RESULT: return WalkChildren(op);
      default: return WalkUnknown(op);
    }
  }

  void WalkGet(duckdb::LogicalGet& get) {
    WalkChildren(get);
    if (!get.children
             .empty()) {  // a function over each row of its input: everything from everything
      const Flow all = AllOf(*get.children[0]);
      const auto inputs = get.children[0]->GetColumnBindings();
      const auto outputs = get.GetColumnBindings();
      const idx_t own = outputs.size() - get.projected_input.size();
      for (idx_t i = 0; i < outputs.size(); ++i) {
        At(outputs[i]) = i < own ? all : Flow(At(inputs[get.projected_input[i - own]]));
      }
      return;
    }
    const auto table = get.GetTable();
    if (!table) return;
    const auto& columns = get.GetColumnIds();
    for (idx_t i = 0; i < columns.size(); ++i) {
      At(get.table_index, i).direct = {
          {SourceColumn{table->name, get.GetColumnName(columns[i])}, EdgeKind::kIdentity}};
    }
  }

  void WalkAggregate(duckdb::LogicalAggregate& aggregate) {
    WalkChildren(aggregate);
    Flow groups;
    for (idx_t i = 0; i < aggregate.groups.size(); ++i) {
      At(aggregate.group_index, i) = FlowOf(*aggregate.groups[i]);
      Indirect(*aggregate.groups[i], EdgeKind::kGroupBy);
      Merge(groups, At(aggregate.group_index, i), EdgeKind::kTransformation);
    }
    for (idx_t i = 0; i < aggregate.expressions.size(); ++i) {
      At(aggregate.aggregate_index, i) = FlowOf(*aggregate.expressions[i]);
    }
    for (idx_t i = 0; i < aggregate.grouping_functions.size(); ++i)
      At(aggregate.groupings_index, i) = groups;
  }

  void WalkDistinct(duckdb::LogicalDistinct& distinct) {
    WalkChildren(distinct);
    for (const auto& target : distinct.distinct_targets)
      Indirect(*target, EdgeKind::kGroupBy);
    if (!distinct.order_by) return;
    for (const auto& order : distinct.order_by->orders)
      Indirect(*order.expression, EdgeKind::kSort);
  }

  void WalkJoin(duckdb::LogicalComparisonJoin& join) {
    Walk(*join.children[0]);
    // The right side of a correlated join reads the left side's columns through DELIM_GETs.
    std::vector<Flow> correlated;
    for (const auto& column : join.duplicate_eliminated_columns)
      correlated.push_back(FlowOf(*column));
    const bool delim = !correlated.empty();
    if (delim) correlated_.push_back(std::move(correlated));
    Walk(*join.children[1]);
    if (delim) correlated_.pop_back();
    Flow mark;
    for (const auto& condition : join.conditions) {
      for (const auto* side : {condition.left.get(), condition.right.get()}) {
        Indirect(*side, EdgeKind::kJoin);
        Merge(mark, FlowOf(*side), EdgeKind::kTransformation, true);
      }
    }
    if (join.predicate) Indirect(*join.predicate, EdgeKind::kJoin);
    for (const auto& expression : join.expressions)
      Indirect(*expression, EdgeKind::kJoin);
    if (join.join_type == duckdb::JoinType::MARK) At(join.mark_index, 0) = mark;
  }

  void WalkDelimGet(duckdb::LogicalDelimGet& get) {
    if (correlated_.empty()) return;
    const auto& columns = correlated_.back();
    for (idx_t i = 0; i < get.chunk_types.size() && i < columns.size(); ++i)
      At(get.table_index, i) = columns[i];
  }

  void WalkSetOperation(duckdb::LogicalSetOperation& set) {
    WalkChildren(set);
    for (idx_t child = 0; child < set.children.size(); ++child) {
      const auto bindings = set.children[child]->GetColumnBindings();
      for (idx_t i = 0; i < set.column_count && i < bindings.size(); ++i) {
        if (child == 0 || set.type == LogicalOperatorType::LOGICAL_UNION) {
          Merge(At(set.table_index, i), At(bindings[i]), EdgeKind::kIdentity);
        } else {
          Indirect(At(bindings[i]), EdgeKind::kFilter);
        }
      }
    }
  }

  std::vector<Flow> FlowsOf(LogicalOperator& op) {
    std::vector<Flow> flows;
    for (const auto& binding : op.GetColumnBindings())
      flows.push_back(At(binding));
    return flows;
  }

  void WalkRecursiveCte(duckdb::LogicalRecursiveCTE& cte) {
    Walk(*cte.children[0]);
    std::vector<Flow> columns = FlowsOf(*cte.children[0]);
    // Each round can carry an origin one column further.
    for (idx_t round = 0; round < cte.column_count + 1; ++round) {
      ctes_[cte.table_index] = columns;
      Walk(*cte.children[1]);
      const auto again = FlowsOf(*cte.children[1]);
      for (idx_t i = 0; i < again.size() && i < columns.size(); ++i)
        Merge(columns[i], again[i], EdgeKind::kIdentity);
    }
    for (idx_t i = 0; i < columns.size(); ++i)
      At(cte.table_index, i) = columns[i];
  }

  void WalkPivot(duckdb::LogicalPivot& pivot) {
    WalkChildren(pivot);
    const auto inputs = pivot.children[0]->GetColumnBindings();
    const auto outputs = pivot.GetColumnBindings();
    const idx_t groups = pivot.bound_pivot.group_count;
    Flow rest;
    for (idx_t i = groups; i < inputs.size(); ++i)
      Merge(rest, At(inputs[i]), EdgeKind::kAggregation);
    for (idx_t i = 0; i < outputs.size(); ++i)
      At(outputs[i]) = i < groups && i < inputs.size() ? Flow(At(inputs[i])) : rest;
  }

  // An operator of a later engine: every output comes from every input.
  void WalkUnknown(LogicalOperator& op) {
    WalkChildren(op);
    Flow all;
    for (auto& child : op.children)
      Merge(all, AllOf(*child), EdgeKind::kTransformation);
    for (const auto& binding : op.GetColumnBindings()) {
      if (!flows_.contains({binding.table_index, binding.column_index})) At(binding) = all;
    }
  }

  QueryLineage out_;
  std::map<std::pair<idx_t, idx_t>, Flow> flows_;  // of every binding in the plan
  std::map<idx_t, std::vector<Flow>> ctes_;
  std::vector<std::vector<Flow>> correlated_;  // columns of the enclosing correlated joins
};

}  // namespace

QueryLineage TraceLineage(duckdb::LogicalOperator& plan) {
  return Tracer().Trace(plan);
}

}  // namespace aietl::engine
