#include "sql/lineage/lineage.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "sql/bind/internal/names.h"
#include "sql/functions/catalogue.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

using Flow = std::vector<LineageInput>;

// Keeps one direct input a source (the strongest) and each indirect one once.
void Tidy(Flow& flow) {
  if (flow.size() < 2) return;
  std::ranges::sort(flow, [](const LineageInput& a, const LineageInput& b) {
    if (IsDirect(a.how) != IsDirect(b.how)) return IsDirect(a.how);
    if (IsDirect(a.how)) return a.source != b.source ? a.source < b.source : a.how > b.how;
    return a.how != b.how ? a.how < b.how : a.source < b.source;
  });
  const auto same = [](const LineageInput& a, const LineageInput& b) {
    return a.source == b.source && (a.how == b.how || (IsDirect(a.how) && IsDirect(b.how)));
  };
  flow.erase(std::unique(flow.begin(), flow.end(), same), flow.end());
}

// How a value's inputs look after `how` was done to it.
Transformation After(Transformation before, Transformation how) {
  if (!IsDirect(before)) return before;
  if (!IsDirect(how)) return how;
  return std::max(before, how);
}

struct MadeTable {
  std::vector<std::pair<std::string_view, Flow>> columns;  // by stored name
  Flow all;                                                // of columns that have no name here
  Flow rows;
};

class Tracer {
 public:
  Tracer(const Script& script, const Bound& bound, Lineage& out)
      : script_(script),
        bound_(bound),
        out_(out),
        arena_(*out.arena),
        rules_(bind::RulesOf(script.dialect->id)) {}

  void Run() {
    for (uint32_t i = 0; i < bound_.statements.size(); ++i)
      Statement(bound_.statements[i], i);
  }

 private:
  // ── names ──

  std::string_view TableName(const Relation& table) {
    const auto [it, fresh] = table_names_.try_emplace(&table);
    if (!fresh) return it->second;
    std::string name;
    if (table.table != nullptr) {
      for (const std::string& part : table.table->path)
        name += (name.empty() ? "" : ".") + part;
    } else {
      for (const Ident& part : table.path) {
        if (!name.empty()) name += '.';
        name += bind::StoredName(part, rules_.names, arena_);
      }
    }
    return it->second = arena_.Text(name);
  }

  uint32_t SourceId(std::string_view table, std::string_view column) {
    key_.assign(table);
    key_ += '\0';
    key_ += column;
    const auto [it, fresh] =
        source_ids_.try_emplace(key_, static_cast<uint32_t>(out_.sources.size()));
    if (fresh) out_.sources.push_back({table, arena_.Text(column)});
    return it->second;
  }

  void Note(std::vector<std::string>& list, std::string_view name) {
    if (!name.empty() && std::ranges::find(list, name) == list.end()) list.emplace_back(name);
  }

  // ── values ──

  void Add(Flow& to, const Flow& from, Transformation how) {
    for (const LineageInput& input : from)
      to.push_back({input.source, After(input.how, how)});
  }

  void AddColumn(Flow& to, ColumnAt at, Transformation how) {
    if (!at) return;
    if (at.whole_row()) {
      WholeRow(to, *at.relation, how);
      return;
    }
    Add(to, ColumnFlow(*at.relation, at.column), how);
  }

  void WholeRow(Flow& to, const Relation& relation, Transformation how) {
    if (relation.open && relation.kind == RelationKind::kTable && Made(relation) == nullptr)
      to.push_back({SourceId(TableName(relation), "*"), how});
    for (uint32_t i = 0; i < relation.columns.size(); ++i)
      if (!relation.columns[i].met) Add(to, ColumnFlow(relation, i), how);
  }

  const MadeTable* Made(const Relation& table) const {
    const auto it = FindMade(table);
    return it == made_.end() ? nullptr : &it->second;
  }
  // t, s.t and d.s.t may be one table; a.t and b.t are two.
  std::map<std::string, MadeTable>::const_iterator FindMade(const Relation& table) const {
    if (made_.empty()) return made_.end();
    const std::string key = MadeKey(table);
    return std::ranges::find_if(made_, [&](const auto& made) {
      const auto& [shorter, longer] = std::minmax(
          key, made.first,
          [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
      return longer.ends_with(shorter) &&
             (longer.size() == shorter.size() || longer[longer.size() - shorter.size() - 1] == '.');
    });
  }
  static std::string MadeKey(const Relation& table) {
    std::string key;
    const auto add = [&](std::string_view part) {
      key += key.empty() ? "" : ".";
      key += part;
    };
    if (table.table != nullptr) {
      for (const std::string& part : table.table->path)
        add(part);
    } else {
      for (const Ident& part : table.path)
        add(part.text);
    }
    std::ranges::transform(key, key.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return key;
  }

  const Flow& ColumnFlow(const Relation& relation, uint32_t index) {
    const Column& column = relation.columns[index];
    // Base columns belong to their mention of the table, the rest to themselves.
    const std::pair<const void*, uint32_t> key =
        column.source == ColumnSource::kBase ? std::pair<const void*, uint32_t>{&relation, index}
                                             : std::pair<const void*, uint32_t>{&column, 0};
    const auto [it, fresh] = memo_.try_emplace(key);
    Entry& entry = it->second;
    if (!fresh && entry.done) return entry.flow;
    if (!fresh && entry.busy != 0) {
      lowest_ = std::min(lowest_, entry.busy);  // a recursive CTE's own column
      return empty_;
    }
    entry.busy = ++stack_;
    const uint32_t outside = lowest_;
    lowest_ = UINT32_MAX;
    Flow flow;
    Compute(flow, relation, index);
    Tidy(flow);
    Entry& again = memo_[key];  // the map may have grown
    again.flow = std::move(flow);
    again.busy = 0;
    // What was cut short by a column further up is not the whole.
    again.done = lowest_ >= stack_;
    lowest_ = std::min(outside, lowest_ >= stack_ ? UINT32_MAX : lowest_);
    --stack_;
    return again.flow;
  }

  void Compute(Flow& flow, const Relation& relation, uint32_t index) {
    const Column& column = relation.columns[index];
    switch (column.source) {
      case ColumnSource::kBase:
        if (relation.kind == RelationKind::kTable) {
          if (const MadeTable* made = Made(relation)) {
            for (const auto& [name, inputs] : made->columns)
              if (name == column.name) flow.insert(flow.end(), inputs.begin(), inputs.end());
            flow.insert(flow.end(), made->all.begin(), made->all.end());
          } else {
            flow.push_back({SourceId(TableName(relation), column.name), Transformation::kIdentity});
          }
        } else if (relation.kind == RelationKind::kFunction ||
                   relation.kind == RelationKind::kPivot) {
          FeedsOf(flow, relation);
        }
        return;
      case ColumnSource::kExpr: {
        if (column.expr == nullptr) return;
        const Select* outside = select_;
        if (const auto* select = As<Select>(relation.node)) select_ = select;
        Collect(*column.expr, flow, Transformation::kIdentity);
        select_ = outside;
        return;
      }
      case ColumnSource::kCopy:
      case ColumnSource::kMerge: {
        if (column.from == nullptr) return;
        const bool from_star = column.star && (column.from_column == kWholeRow ||
                                               column.from_column >= column.from->columns.size());
        if (from_star) {
          WholeRow(flow, *column.from, Transformation::kIdentity);
        } else {
          const Flow copy = ColumnFlow(*column.from, column.from_column);
          Add(flow, copy, Transformation::kIdentity);
        }
        if (column.source == ColumnSource::kMerge && column.other != nullptr) {
          const Flow copy = ColumnFlow(*column.other, column.other_column);
          Add(flow, copy, Transformation::kIdentity);
        }
        return;
      }
      case ColumnSource::kRows: {
        const auto* values = As<Values>(column.from == nullptr ? nullptr : column.from->node);
        if (values == nullptr) return;
        for (const RowExpr* row : values->rows)
          if (column.from_column < row->items.size())
            Collect(*row->items[column.from_column], flow, Transformation::kIdentity);
        return;
      }
      case ColumnSource::kAll: FeedsOf(flow, relation); return;
    }
  }

  // Everything that goes into a function, a pivot or the like.
  void FeedsOf(Flow& flow, const Relation& relation) {
    const Node* node = relation.node;
    if (node == nullptr) return;
    switch (node->kind) {
      case NodeKind::kTableFunction:
        for (const Expr* call : static_cast<const TableFunction*>(node)->calls)
          Collect(*call, flow, Transformation::kTransformation);
        return;
      case NodeKind::kLateralView:
        if (const Call* call = static_cast<const LateralView*>(node)->call)
          Collect(*call, flow, Transformation::kTransformation);
        return;
      case NodeKind::kJsonTable:
        if (const Expr* document = static_cast<const JsonTable*>(node)->document)
          Collect(*document, flow, Transformation::kTransformation);
        return;
      case NodeKind::kPivotTable: {
        const auto& pivot = *static_cast<const PivotTable*>(node);
        Pivot(flow, pivot.aggregates, pivot.columns, pivot.unpivot);
        return;
      }
      case NodeKind::kPivotQuery: {
        const auto& pivot = *static_cast<const PivotQuery*>(node);
        Pivot(flow, pivot.using_aggregates, pivot.on, pivot.unpivot);
        return;
      }
      default:
        if (relation.left != nullptr)
          WholeRow(flow, *relation.left, Transformation::kTransformation);
        return;
    }
  }
  void Pivot(Flow& flow, Span<Expr*> aggregates, Span<PivotColumn*> columns, bool unpivot) {
    for (const Expr* aggregate : aggregates)
      Collect(*aggregate, flow, Transformation::kAggregation);
    for (const PivotColumn* column : columns) {
      for (const Expr* expr : column->columns)
        Collect(*expr, flow, unpivot ? Transformation::kIdentity : Transformation::kConditional);
      if (unpivot)
        for (const Expr* expr : column->in)
          Collect(*expr, flow, Transformation::kIdentity);
    }
  }

  static bool Named(const Call& call, std::string_view word) {
    return call.name.back().text.size() == word.size() &&
           NameHash(call.name.back().text) == NameHash(word);
  }

  void CollectCall(const Call& call, Flow& flow, Transformation how) {
    if (call.name.empty()) return;
    const FunctionInfo* function = FindFunction(script_.dialect->id, call.name.back().text);
    const bool aggregate =
        function != nullptr && function->Has(kIsAggregate) &&
        (function->AlwaysAggregate() || call.over != nullptr || call.args.size() <= 1);
    const Transformation inside =
        After(aggregate ? Transformation::kAggregation : Transformation::kTransformation, how);
    const bool chooses =
        Named(call, "if") || Named(call, "iff") || Named(call, "iif") || Named(call, "nvl2");
    const bool multi = Named(call, "multiif");
    // ClickHouse's sumIf(x, condition).
    const bool if_combinator = script_.dialect->id == DialectId::kClickhouse && aggregate &&
                               call.args.size() > 1 && call.name.back().text.ends_with("If");
    for (uint32_t i = 0; i < call.args.size(); ++i) {
      const Argument& argument = *call.args[i];
      const bool condition = (chooses && i == 0) || (if_combinator && i + 1 == call.args.size()) ||
                             (multi && i % 2 == 0 && i + 1 < call.args.size());
      const Transformation each = condition ? Transformation::kConditional : inside;
      if (argument.query != nullptr) CollectQuery(*argument.query, flow, each);
      if (argument.value == nullptr) continue;
      if (argument.value->kind == NodeKind::kStar && (Named(call, "count") || function == nullptr))
        continue;
      Collect(*argument.value, flow, each);
    }
    for (const Argument* parameter : call.parameters)
      if (parameter->value != nullptr) Collect(*parameter->value, flow, inside);
    if (call.filter != nullptr) Collect(*call.filter, flow, Transformation::kConditional);
    for (const OrderItem* item : call.order_by)
      if (item->expr != nullptr) Collect(*item->expr, flow, Transformation::kSort);
    // percentile_cont(0.5) WITHIN GROUP (ORDER BY x) is made of x.
    for (const OrderItem* item : call.within_group)
      if (item->expr != nullptr)
        Collect(*item->expr, flow,
                call.args.empty() || function == nullptr ||
                        NameHash(function->name) == NameHash("percentile_cont") ||
                        NameHash(function->name) == NameHash("percentile_disc")
                    ? inside
                    : Transformation::kSort);
    if (call.over != nullptr) Window(*call.over, flow);
  }

  void Window(const WindowSpec& window, Flow& flow) {
    for (const Expr* expr : window.partition_by)
      Collect(*expr, flow, Transformation::kWindow);
    for (const OrderItem* item : window.order_by)
      if (item->expr != nullptr) Collect(*item->expr, flow, Transformation::kWindow);
    if (window.base.empty() || select_ == nullptr) return;
    for (const NamedWindow* named : select_->windows)
      if (named->spec != &window && bind::SameIdents(named->name, window.base, rules_.names))
        Window(*named->spec, flow);
  }

  // A subquery that is a value: its columns, and what decides its rows.
  void CollectQuery(const Query& query, Flow& flow, Transformation how) {
    const Relation* relation = bound_.RelationOf(&query);
    if (relation == nullptr) return;
    WholeRow(flow, *relation, After(Transformation::kTransformation, how));
    const Flow rows = Rows(*relation);
    for (const LineageInput& input : rows)
      flow.push_back({input.source, IsDirect(how) ? input.how : how});
  }

  void Collect(const Expr& expr, Flow& flow, Transformation how) {
    switch (expr.kind) {
      case NodeKind::kColumnRef: {
        const auto& ref = static_cast<const ColumnRef&>(expr);
        const ColumnAt at = bound_.Meaning(&expr);
        // a.b may be field b of column a: a part of the value.
        const bool part = at && !at.whole_row() && ref.name.size() > 1 &&
                          !bind::SameName(ref.name.back(), at->name, rules_.names);
        AddColumn(flow, at, part ? After(Transformation::kTransformation, how) : how);
        return;
      }
      case NodeKind::kLiteral:
      case NodeKind::kParameter: return;
      case NodeKind::kParenExpr:
        return Collect(*static_cast<const ParenExpr&>(expr).expr, flow, how);
      case NodeKind::kAliasedExpr:
        return Collect(*static_cast<const AliasedExpr&>(expr).expr, flow, how);
      case NodeKind::kCollate: return Collect(*static_cast<const Collate&>(expr).expr, flow, how);
      case NodeKind::kCase: {
        const auto& choice = static_cast<const Case&>(expr);
        const Transformation value = After(Transformation::kTransformation, how);
        if (choice.operand != nullptr) Collect(*choice.operand, flow, Transformation::kConditional);
        for (const WhenClause* when : choice.whens) {
          Collect(*when->when, flow, Transformation::kConditional);
          Collect(*when->then, flow, value);
        }
        if (choice.otherwise != nullptr) Collect(*choice.otherwise, flow, value);
        return;
      }
      case NodeKind::kCall: return CollectCall(static_cast<const Call&>(expr), flow, how);
      case NodeKind::kSubqueryExpr:
        return CollectQuery(*static_cast<const SubqueryExpr&>(expr).query, flow, how);
      case NodeKind::kExists: {
        const Relation* relation = bound_.RelationOf(static_cast<const Exists&>(expr).query);
        if (relation == nullptr) return;
        const Flow rows = Rows(*relation);
        for (const LineageInput& input : rows)
          flow.push_back({input.source, IsDirect(how) ? input.how : how});
        return;
      }
      case NodeKind::kStar: {
        const auto& star = static_cast<const Star&>(expr);
        if (star.base != nullptr) Collect(*star.base, flow, how);
        return;
      }
      default: break;
    }
    const Transformation inside = After(Transformation::kTransformation, how);
    ForEachChild(expr, [&](const Node& child) {
      if (IsExpr(child.kind)) {
        Collect(static_cast<const Expr&>(child), flow, inside);
      } else if (const auto* query = As<Query>(&child)) {
        CollectQuery(*query, flow, inside);
      } else if (const auto* field = As<StructField>(&child)) {
        if (field->value != nullptr) Collect(*field->value, flow, inside);
        if (field->key != nullptr) Collect(*field->key, flow, inside);
      }
    });
  }

  // ── rows: what decides which rows there are, and in which order ──

  void Effect(const Expr* expr, Flow& rows, Transformation how) {
    if (expr != nullptr) Collect(*expr, rows, how);
  }

  const Flow& Rows(const Relation& relation) {
    const void* key = relation.kind == RelationKind::kTable || relation.node == nullptr
                          ? static_cast<const void*>(&relation)
                          : relation.node;
    const auto [it, fresh] = rows_.try_emplace(key);
    if (!fresh) return it->second;  // empty while it is being made: recursion adds nothing
    Flow flow;
    ComputeRows(flow, relation);
    Tidy(flow);
    return rows_[key] = std::move(flow);
  }

  void ComputeRows(Flow& rows, const Relation& relation) {
    const auto with = [&](const Relation* other) {
      if (other == nullptr) return;
      const Flow copy = Rows(*other);
      rows.insert(rows.end(), copy.begin(), copy.end());
    };
    switch (relation.kind) {
      case RelationKind::kTable:
        if (const MadeTable* made = Made(relation))
          rows.insert(rows.end(), made->rows.begin(), made->rows.end());
        return;
      case RelationKind::kSelect:
        if (const auto* select = As<Select>(relation.node)) SelectRows(rows, *select, relation);
        break;
      case RelationKind::kSet: {
        with(relation.left);
        with(relation.right);
        const auto* set = As<SetOperation>(relation.node);
        if (set != nullptr && set->op != SetOp::kUnion && relation.right != nullptr)
          WholeRow(rows, *relation.right, Transformation::kFilter);
        break;
      }
      case RelationKind::kWrapped:
        with(relation.left);
        if (relation.left == nullptr)
          for (const Column& column : relation.columns)
            with(column.from);
        break;
      case RelationKind::kPivot:
        with(relation.left);
        if (!Unpivots(relation.node))
          for (uint32_t i = 0; i < relation.columns.size(); ++i)
            if (relation.columns[i].source == ColumnSource::kCopy && !relation.columns[i].met) {
              const Flow copy = ColumnFlow(relation, i);
              Add(rows, copy, Transformation::kGroupBy);
            }
        break;
      default: return;
    }
    if (relation.query != nullptr) {
      const bool decides = relation.query->limit != nullptr ||
                           relation.query->limit_by != nullptr || &relation == final_;
      if (decides)
        for (const OrderItem* item : relation.query->order_by)
          if (item->expr != nullptr) OrderEffect(*item->expr, rows);
      for (const LimitBy* limit : {relation.query->limit_by, relation.query->limit_by_2})
        if (limit != nullptr)
          for (const Expr* expr : limit->by)
            Effect(expr, rows, Transformation::kGroupBy);
    }
  }

  static bool Unpivots(const Node* node) {
    if (const auto* table = As<PivotTable>(node)) return table->unpivot;
    const auto* query = As<PivotQuery>(node);
    return query == nullptr || query->unpivot;
  }

  void OrderEffect(const Expr& expr, Flow& rows) {
    const ColumnAt at = bound_.Meaning(Unparen(&expr));
    if (at && Unparen(&expr)->kind == NodeKind::kLiteral) {
      AddColumn(rows, at, Transformation::kSort);
    } else {
      Collect(expr, rows, Transformation::kSort);
    }
  }

  void GroupEffect(const Expr& expr, Flow& rows) {
    const Expr& item = *Unparen(&expr);
    if (const auto* set = As<GroupingSet>(&item)) {
      for (const Expr* part : set->items)
        GroupEffect(*part, rows);
      return;
    }
    if (item.kind == NodeKind::kLiteral) {
      AddColumn(rows, bound_.Meaning(&item), Transformation::kGroupBy);
      return;
    }
    Collect(item, rows, Transformation::kGroupBy);
  }

  void SelectRows(Flow& rows, const Select& select, const Relation& relation) {
    const Select* outside = select_;
    select_ = &select;
    for (const TableRef* table : select.from)
      TableRows(rows, *table);
    Effect(select.prewhere, rows, Transformation::kFilter);
    Effect(select.where, rows, Transformation::kFilter);
    Effect(select.start_with, rows, Transformation::kFilter);
    Effect(select.connect_by, rows, Transformation::kJoin);
    if (select.group_by != nullptr) {
      for (const Expr* item : select.group_by->items)
        GroupEffect(*item, rows);
      for (const OrderItem* item : select.group_by->ordered)
        if (item->expr != nullptr) GroupEffect(*item->expr, rows);
      for (const Expr* item : select.group_by->sets)
        GroupEffect(*item, rows);
      if (select.group_by->all && select.group_by->items.empty()) {
        for (uint32_t i = 0; i < relation.columns.size(); ++i) {
          const Column& column = relation.columns[i];
          if (column.met || (column.expr != nullptr && HasAggregate(*column.expr))) continue;
          const Flow copy = ColumnFlow(relation, i);
          Add(rows, copy, Transformation::kGroupBy);
        }
      }
    }
    Effect(select.having, rows, Transformation::kFilter);
    Effect(select.qualify, rows, Transformation::kFilter);
    if (select.distinct == Distinct::kDistinct) WholeRow(rows, relation, Transformation::kGroupBy);
    for (const Expr* expr : select.distinct_on)
      Effect(expr, rows, Transformation::kGroupBy);
    select_ = outside;
  }

  bool HasAggregate(const Expr& expr) const {
    bool found = false;
    Walk(expr, [&](const Node& node) {
      if (node.kind == NodeKind::kQuery) return false;
      if (const auto* call = As<Call>(&node);
          call != nullptr && !call->name.empty() && call->over == nullptr) {
        const FunctionInfo* function = FindFunction(script_.dialect->id, call->name.back().text);
        if (function != nullptr && function->Has(kIsAggregate) &&
            (function->AlwaysAggregate() || call->args.size() <= 1))
          found = true;
      }
      return !found;
    });
    return found;
  }

  void TableRows(Flow& rows, const TableRef& table) {
    const auto of = [&](const Node* node) {
      const Relation* relation = bound_.RelationOf(node);
      if (relation == nullptr) return;
      const Flow copy = Rows(*relation);
      rows.insert(rows.end(), copy.begin(), copy.end());
    };
    switch (table.kind) {
      case NodeKind::kJoin: {
        const TableRef* first = &table;
        while (const auto* join = As<Join>(static_cast<const Node*>(first))) {
          TableRows(rows, *join->right);
          Effect(join->on, rows, Transformation::kJoin);
          Effect(join->match_condition, rows, Transformation::kJoin);
          if (const Relation* merged = bound_.RelationOf(join)) UsingRows(rows, *merged, *join);
          first = join->left;
        }
        TableRows(rows, *first);
        return;
      }
      case NodeKind::kParenTable:
        for (const TableRef* inner : static_cast<const ParenTable&>(table).tables)
          TableRows(rows, *inner);
        return;
      case NodeKind::kLateralView:
        TableRows(rows, *static_cast<const LateralView&>(table).table);
        return;
      case NodeKind::kArrayJoin:
        if (static_cast<const ArrayJoin&>(table).table != nullptr)
          TableRows(rows, *static_cast<const ArrayJoin&>(table).table);
        return;
      case NodeKind::kPivotTable: {
        const auto& pivot = static_cast<const PivotTable&>(table);
        TableRows(rows, *pivot.table);
        return;
      }
      case NodeKind::kMatchRecognize:
        TableRows(rows, *static_cast<const MatchRecognize&>(table).table);
        return;
      default: of(&table); return;
    }
  }

  // Both sides of USING and NATURAL decide.
  void UsingRows(Flow& rows, const Relation& merged, const Join& join) {
    for (const Column& column : merged.columns) {
      if (column.from != nullptr)
        Add(rows, Flow(ColumnFlow(*column.from, column.from_column)), Transformation::kJoin);
      if (column.other != nullptr) {
        Add(rows, Flow(ColumnFlow(*column.other, column.other_column)), Transformation::kJoin);
        continue;
      }
      // The side that is not taken, found by its name.
      for (const TableRef* side : {join.left, join.right}) {
        const auto* inner = As<Join>(static_cast<const Node*>(side));
        const Relation* relation =
            bound_.RelationOf(inner != nullptr ? static_cast<const Node*>(inner->right) : side);
        if (relation == nullptr || relation == column.from) continue;
        for (uint32_t i = 0; i < relation->columns.size(); ++i)
          if (relation->columns[i].hash == column.hash && relation->columns[i].name == column.name)
            Add(rows, Flow(ColumnFlow(*relation, i)), Transformation::kJoin);
      }
    }
  }

  // ── statements ──

  void Emit(uint32_t statement, std::string_view table, std::string_view column, Flow flow,
            uint32_t rows) {
    Tidy(flow);
    LineageTarget target;
    target.statement = statement;
    target.table = table;
    target.column = column.empty() ? std::string_view("*") : arena_.Text(column);
    target.inputs = arena_.List(flow);
    target.rows = rows;
    out_.targets.push_back(target);
  }

  void Statement(const BoundStatement& statement, uint32_t number) {
    // What the script made before is not read from outside.
    memo_.clear();
    rows_.clear();
    final_ = statement.output != nullptr ? statement.output : statement.query;
    Flow rows;
    if (statement.query != nullptr) rows = Rows(*statement.query);
    if (statement.output != nullptr && statement.query == nullptr) rows = Rows(*statement.output);
    if (statement.statement != nullptr) StatementRows(rows, *statement.statement);
    Tidy(rows);
    const auto row_set = static_cast<uint32_t>(out_.rows.size());
    out_.rows.push_back(arena_.List(rows));

    if (statement.target == nullptr) {
      if (const Relation* output = statement.output) {
        for (uint32_t i = 0; i < output->columns.size(); ++i)
          if (!output->columns[i].met)
            Emit(number, {},
                 output->columns[i].star ? std::string_view("*") : output->columns[i].name,
                 ColumnFlow(*output, i), row_set);
      }
    }
    bool reads_itself = false;
    for (const Relation* other : statement.also_written)
      Note(out_.written, TableName(*other));
    if (statement.target != nullptr) {
      const std::string_view table = TableName(*statement.target);
      struct Written {
        std::string_view table;
        std::string_view column;
        Flow flow;
      };
      std::vector<Written> columns;
      for (const BoundWrite& write : statement.writes) {
        Flow flow;
        if (write.from) {
          flow = ColumnFlow(*write.from.relation, write.from.column);
        } else if (write.expr != nullptr) {
          Collect(*write.expr, flow, Transformation::kIdentity);
        }
        // Without a list and a schema, a column is taken to have the name that the query gives it.
        std::string_view name = write.column;
        if (name.empty() && write.from && HasOwnName(write.from)) name = write.from->name;
        if (write.from && write.from->star) name = {};
        const std::string_view where = write.target == nullptr ? table : TableName(*write.target);
        auto same = std::ranges::find_if(columns, [&](const Written& c) {
          return c.table == where && c.column == name && !name.empty();
        });
        if (same == columns.end()) same = columns.insert(columns.end(), {where, name, {}});
        same->flow.insert(same->flow.end(), flow.begin(), flow.end());
      }
      std::vector<std::pair<std::string_view, Flow>> own;
      bool elsewhere = false;
      for (auto& [where, name, flow] : columns) {
        Tidy(flow);
        for (const LineageInput& input : flow)
          reads_itself |= IsDirect(input.how) && out_.sources[input.source].table == table;
        Emit(number, where, name, flow, row_set);
        if (where == table) {
          own.emplace_back(name, flow);
        } else {
          elsewhere = true;
        }
      }
      if (!own.empty() || (!elsewhere && statement.makes_target) ||
          (!elsewhere && statement.statement != nullptr &&
           statement.statement->kind != NodeKind::kCreateTable &&
           statement.statement->kind != NodeKind::kCreateIndex))
        Note(out_.written, table);
      for (const auto& column : columns)
        Note(out_.written, column.table);
      Keep(statement, own, rows);
    }
    const bool changes =
        statement.statement != nullptr && (statement.statement->kind == NodeKind::kUpdate ||
                                           statement.statement->kind == NodeKind::kDelete ||
                                           statement.statement->kind == NodeKind::kMerge);
    for (const Relation* table : statement.tables) {
      if (const auto made = FindMade(*table);
          made != made_.end() && made_before_.contains(made->first))
        continue;
      if (changes && statement.target != nullptr && table == statement.target && !reads_itself)
        continue;
      Note(out_.read, TableName(*table));
    }
    if (statement.target == nullptr) return;
    if (const auto made = FindMade(*statement.target); made != made_.end())
      made_before_.insert(made->first);
  }

  // Whether a query's column has a name that was meant: a column's own or an alias.
  static bool HasOwnName(ColumnAt at) {
    if (at->star || at->name.empty()) return false;
    if (at->source != ColumnSource::kExpr || at->expr == nullptr) return true;
    const NodeKind kind = Unparen(at->expr)->kind;
    if (kind == NodeKind::kColumnRef || kind == NodeKind::kFieldAccess) return true;
    const auto* select = As<Select>(at.relation->node);
    if (select == nullptr) return true;
    for (const SelectItem* item : select->items)
      if (item->expr == at->expr) return !item->alias.empty() || !item->aliases.empty();
    return true;
  }

  // Remembers what a table of the script's own holds.
  void Keep(const BoundStatement& statement,
            const std::vector<std::pair<std::string_view, Flow>>& columns, const Flow& rows) {
    const auto known = FindMade(*statement.target);
    const std::string key = known == made_.end() ? MadeKey(*statement.target) : known->first;
    const bool creates =
        statement.statement != nullptr &&
        (statement.statement->kind == NodeKind::kCreateTable ||
         statement.statement->kind == NodeKind::kCreateView || statement.makes_target);
    if (creates) {
      made_[key] = {};
    } else if (!made_.contains(key)) {
      return;
    }
    MadeTable& table = made_[key];
    for (const auto& [name, flow] : columns) {
      if (name.empty()) {
        table.all.insert(table.all.end(), flow.begin(), flow.end());
        continue;
      }
      auto same =
          std::ranges::find_if(table.columns, [&](const auto& c) { return c.first == name; });
      if (same == table.columns.end()) same = table.columns.insert(table.columns.end(), {name, {}});
      same->second.insert(same->second.end(), flow.begin(), flow.end());
      Tidy(same->second);
    }
    table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    Tidy(table.rows);
  }

  // What a statement's own clauses decide.
  void StatementRows(Flow& rows, const sql::Statement& statement) {
    switch (statement.kind) {
      case NodeKind::kUpdate: {
        const auto& update = static_cast<const Update&>(statement);
        for (const TableRef* table : update.tables)
          TableRows(rows, *table);
        for (const TableRef* table : update.from)
          TableRows(rows, *table);
        Effect(update.where, rows, Transformation::kFilter);
        return;
      }
      case NodeKind::kDelete: {
        const auto& remove = static_cast<const Delete&>(statement);
        for (const TableRef* table : remove.using_tables)
          TableRows(rows, *table);
        for (const TableRef* table : remove.from)
          TableRows(rows, *table);
        Effect(remove.where, rows, Transformation::kFilter);
        return;
      }
      case NodeKind::kMerge: {
        const auto& merge = static_cast<const Merge&>(statement);
        if (merge.source != nullptr) TableRows(rows, *merge.source);
        Effect(merge.on, rows, Transformation::kJoin);
        for (const MergeAction* action : merge.actions)
          Effect(action->condition, rows, Transformation::kFilter);
        return;
      }
      default: return;
    }
  }

  struct Entry {
    Flow flow;
    bool done = false;
    uint32_t busy = 0;
  };
  struct KeyHash {
    size_t operator()(const std::pair<const void*, uint32_t>& key) const {
      return (reinterpret_cast<uintptr_t>(key.first) >> 3) * 0x9e3779b97f4a7c15ULL +
             key.second * 0x85ebca6bULL;
    }
  };

  const Script& script_;
  const Bound& bound_;
  Lineage& out_;
  Arena& arena_;
  const bind::Rules& rules_;
  std::unordered_map<std::pair<const void*, uint32_t>, Entry, KeyHash> memo_;
  std::unordered_map<const void*, Flow> rows_;
  std::unordered_map<const Relation*, std::string_view> table_names_;
  std::unordered_map<std::string, uint32_t> source_ids_;
  std::map<std::string, MadeTable> made_;
  std::set<std::string> made_before_;
  std::string key_;
  const Flow empty_;
  const Select* select_ = nullptr;
  const Relation* final_ = nullptr;
  uint32_t stack_ = 0;
  uint32_t lowest_ = UINT32_MAX;
};

}  // namespace

Lineage::Lineage() : arena(std::make_unique<Arena>()) {}
Lineage::Lineage(Lineage&&) noexcept = default;
Lineage& Lineage::operator=(Lineage&&) noexcept = default;
Lineage::~Lineage() = default;

std::string_view TransformationName(Transformation t) {
  constexpr std::string_view kNames[] = {"identity", "transformation", "aggregation",
                                         "join",     "group_by",       "filter",
                                         "sort",     "window",         "conditional"};
  return kNames[static_cast<size_t>(t)];
}

Lineage TraceLineage(const Script& script, const Bound& bound) {
  Lineage out;
  Tracer(script, bound, out).Run();
  return out;
}

std::vector<Lineage::Edge> Lineage::Edges() const {
  std::vector<Edge> edges;
  for (const LineageTarget& target : targets) {
    const std::string name = target.table.empty()
                                 ? std::string(target.column)
                                 : std::string(target.table) + "." + std::string(target.column);
    for (int kind = 0; kind <= static_cast<int>(Transformation::kConditional); ++kind) {
      const auto how = static_cast<Transformation>(kind);
      Edge edge{name, {}, how};
      std::vector<uint32_t> taken;
      const auto take = [&](Span<LineageInput> inputs) {
        for (const LineageInput& input : inputs) {
          if (input.how != how || std::ranges::find(taken, input.source) != taken.end()) continue;
          taken.push_back(input.source);
          const LineageSource& source = sources[input.source];
          edge.sources.push_back(source.table.empty() ? std::string(source.column)
                                                      : std::string(source.table) + "." +
                                                            std::string(source.column));
        }
      };
      take(target.inputs);
      if (!IsDirect(how)) take(rows[target.rows]);
      if (!edge.sources.empty()) edges.push_back(std::move(edge));
    }
  }
  return edges;
}

}  // namespace aietl::sql
