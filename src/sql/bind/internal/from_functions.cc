// Rows that functions, pivots and their like put into FROM.

#include <algorithm>

#include "base/text.h"
#include "sql/bind/internal/binding.h"

namespace aietl::sql::bind {

// The columns of one call in FROM.
void Binder::FunctionColumns(const Expr& expr, Scope& scope, std::vector<Column>& out, bool* open,
                             std::string_view alias) {
  const auto add = [&](std::string_view name, const Type* type) {
    Column column = NewColumn(name, type, true);
    column.source = ColumnSource::kAll;
    out.push_back(column);
  };
  const auto* call = As<Call>(Unparen(&expr));
  if (call == nullptr) {
    const Value value = BindExpr(&expr, scope);
    add(alias.empty() ? OutputName(expr) : alias, value.type);
    return;
  }
  const std::string_view name = call->name.back().text;
  const FunctionInfo* table = FindFunction(dialect_, name, FunctionRole::kTable);
  const Type* type = nullptr;
  if (table == nullptr) {
    const Clause clause = scope.clause;
    scope.clause = Clause::kOther;
    const FunctionInfo* pragma = FindFunction(dialect_, name, FunctionRole::kPragma);
    const FunctionInfo* scalar = FindFunction(dialect_, name);
    if (scalar == nullptr && pragma == nullptr && call->name.size() == 1 &&
        rules_.function_names_certain && options_.check_functions &&
        std::ranges::none_of(local_functions_, [&](const std::string& known) {
          return NameHash(known) == NameHash(name);
        })) {
      UnknownFunction(*call, name, FunctionRole::kTable);
    }
    if (scalar != nullptr) {
      type = BindCall(*call, scope).type;
    } else {
      for (const Argument* argument : call->args) {
        if (argument->value != nullptr && argument->value->kind != NodeKind::kStar)
          BindExpr(argument->value, scope);
        if (argument->query != nullptr) BindQuery(*argument->query, &scope);
      }
    }
    scope.clause = clause;
    if (scalar == nullptr) {
      *open = true;
      return;
    }
  } else {
    std::vector<const Type*> types;
    for (const Argument* argument : call->args) {
      // f(TABLE t), f(name => t): names of tables are no columns.
      if (argument->query != nullptr) BindQuery(*argument->query, &scope);
      if (argument->value == nullptr || argument->value->kind == NodeKind::kStar) continue;
      // DuckDB's `header = true` names an argument.
      if (const auto* named = As<Binary>(static_cast<const Node*>(argument->value));
          named != nullptr && named->op == Op::kEq && dialect_ == DialectId::kDuckdb &&
          named->left->kind == NodeKind::kColumnRef) {
        BindExpr(named->right, scope);
        continue;
      }
      const auto* ref = As<ColumnRef>(static_cast<const Node*>(argument->value));
      if (ref != nullptr && table->effect != CallEffect::kPure && ref->name.size() <= 2) continue;
      if (ref != nullptr && dialect_ == DialectId::kClickhouse) continue;
      types.push_back(BindExpr(argument->value, scope).type);
    }
    const CallResult result = ResolveCall(*table, {types, false}, dialect_, arena_);
    type = result.type;
  }
  if (type->kind == TypeKind::kRow || type->kind == TypeKind::kStruct) {
    if (type->fields.empty()) *open = true;
    for (const TypeField& field : type->fields)
      add(StoredName(Ident{field.name, '\0', kNoPlace, kNoPlace}, rules_.names, arena_),
          field.type);
    return;
  }
  if (!type->known() && table != nullptr) {
    *open = true;
    return;
  }
  // PostgreSQL gives the one column the alias's name.
  const std::string_view shown = dialect_ == DialectId::kPostgres && !alias.empty() ? alias
                                 : dialect_ == DialectId::kSpark
                                     ? std::string_view("col")
                                     : StoredName(call->name.back(), rules_.names, arena_);
  add(shown, type);
}

void Binder::BindTableFunction(const TableFunction& function, Scope& scope) {
  Relation* relation = NewRelation(RelationKind::kFunction, &function);
  std::vector<Column> columns;
  const std::string_view alias = function.alias == nullptr
                                     ? std::string_view()
                                     : StoredName(function.alias->name, rules_.names, arena_);
  const Clause clause = scope.clause;
  scope.clause = Clause::kOther;
  for (const Expr* call : function.calls)
    FunctionColumns(*call, scope, columns, &relation->open,
                    function.calls.size() == 1 ? alias : std::string_view());
  scope.clause = clause;
  for (const TableAlias* definitions : function.definitions) {
    if (definitions == nullptr) continue;
    for (const ColumnDef* definition : definitions->definitions) {
      Column column = NewColumn(StoredName(definition->name, rules_.names, arena_),
                                definition->type == nullptr
                                    ? Unknown()
                                    : ReadType(*definition->type, dialect_, arena_).type,
                                true);
      column.source = ColumnSource::kAll;
      columns.push_back(column);
    }
  }
  if (function.with_ordinality)
    columns.push_back(NewColumn("ordinality", BasicType(TypeKind::kInt, 64), false));
  if (function.with_offset)
    columns.push_back(NewColumn(
        function.offset_alias.empty() ? std::string_view("offset") : function.offset_alias.text,
        BasicType(TypeKind::kInt, 64), false));
  SetColumns(*relation, columns);
  Relation* named = Named(relation, function.alias, &function);
  bound_.relations.Put(&function, named, 0);
  Name path;
  if (function.alias == nullptr && function.calls.size() == 1) {
    if (const auto* call = As<Call>(static_cast<const Node*>(function.calls[0])))
      path = Name(call->name.data() + call->name.size() - 1, 1);
  }
  AddSource(scope, named, function.alias, path);
}

void Binder::BindLateralView(const LateralView& view, Scope& scope) {
  BindTable(*view.table, scope);
  Relation* relation = NewRelation(RelationKind::kFunction, &view);
  std::vector<Column> columns;
  const Clause clause = scope.clause;
  scope.clause = Clause::kOther;
  if (view.call != nullptr) FunctionColumns(*view.call, scope, columns, &relation->open, {});
  scope.clause = clause;
  for (uint32_t i = 0; i < view.columns.size(); ++i) {
    if (i >= columns.size()) {
      columns.push_back(NewColumn({}, Unknown(), true));
      columns.back().source = ColumnSource::kAll;
    }
    columns[i].name = StoredName(view.columns[i], rules_.names, arena_);
    columns[i].hash = NameHash(columns[i].name);
  }
  if (!view.columns.empty()) relation->open = false;
  SetColumns(*relation, columns);
  bound_.relations.Put(&view, relation, 0);
  Source source;
  source.relation = relation;
  source.alias = view.name;
  source.hash = NameHash(view.name.text);
  source.qualifies = !view.name.empty();
  scope.sources.push_back(source);
}

void Binder::BindArrayJoin(const ArrayJoin& join, Scope& scope) {
  if (join.table != nullptr) BindTable(*join.table, scope);
  Relation* relation = NewRelation(RelationKind::kFunction, &join);
  std::vector<Column> columns;
  for (const Expr* item : join.items) {
    const auto* named = As<AliasedExpr>(static_cast<const Node*>(item));
    const Expr* inner = named == nullptr ? item : named->expr;
    const Value value = BindExpr(inner, scope);
    if (named == nullptr || named->alias.empty()) continue;
    Column column = NewColumn(named->alias.text,
                              value.type->kind == TypeKind::kArray && value.type->element != nullptr
                                  ? value.type->element
                                  : Unknown(),
                              true);
    column.source = ColumnSource::kExpr;
    column.expr = inner;
    columns.push_back(column);
  }
  if (columns.empty()) return;
  SetColumns(*relation, columns);
  bound_.relations.Put(&join, relation, 0);
  Source source;
  source.relation = relation;
  source.qualifies = false;
  source.left_out = true;
  scope.sources.push_back(source);
}

void Binder::BindMatchRecognize(const MatchRecognize& match, Scope& scope) {
  Scope inside;
  inside.outer = scope.outer;
  inside.clause = Clause::kFrom;
  BindTable(*match.table, inside);
  // Pattern variables (A.price) stand for rows of the table.
  for (const AliasedExpr* define : match.define) {
    if (inside.sources.empty()) break;
    Source variable = inside.sources[0];
    variable.alias = define->alias;
    variable.hash = NameHash(define->alias.text);
    variable.path = {};
    variable.plain = false;
    variable.left_out = true;
    inside.sources.push_back(variable);
  }
  Relation* relation = NewRelation(RelationKind::kPivot, &match);
  relation->left = AsOne(inside, &match);
  relation->open = true;
  std::vector<Column> columns;
  inside.clause = Clause::kOther;
  BindAll(match.partition_by, inside);
  for (const OrderItem* item : match.order_by)
    if (item->expr != nullptr) BindExpr(item->expr, inside);
  for (const AliasedExpr* measure : match.measures) {
    Column column = NewColumn(StoredName(measure->alias, rules_.names, arena_), Unknown(), true);
    column.source = ColumnSource::kAll;
    columns.push_back(column);
  }
  SetColumns(*relation, columns);
  bound_.relations.Put(&match, relation, 0);
  AddSource(scope, relation, match.alias, {});
}

void Binder::PivotInto(Relation& relation, Relation* inner, Span<PivotColumn*> columns,
                       Span<Expr*> aggregates, Span<Expr*> group_by, Scope& inside) {
  std::vector<bool> used(inner->columns.size(), false);
  std::vector<const Type*> types;  // of the aggregates
  const auto use = [&](const Expr* expr) {
    return expr == nullptr ? Unknown() : BindExpr(expr, inside).type;
  };
  const size_t uses_before = inside.ungrouped.size();
  inside.collects = true;
  for (const Expr* aggregate : aggregates) {
    const auto* named = As<AliasedExpr>(static_cast<const Node*>(aggregate));
    inside.collects = false;
    types.push_back(Settled(use(named == nullptr ? aggregate : named->expr)));
    // What an aggregate reads is no group column.
    inside.collects = true;
    const auto* call =
        As<Call>(static_cast<const Node*>(named == nullptr ? aggregate : named->expr));
    if (call == nullptr) continue;
    for (const Argument* argument : call->args) {
      const auto* ref = argument->value == nullptr
                            ? nullptr
                            : As<ColumnRef>(static_cast<const Node*>(argument->value));
      const ColumnAt at = ref == nullptr ? ColumnAt{} : bound_.Meaning(ref);
      if (at && at.relation == inner && at.column < used.size()) used[at.column] = true;
    }
  }
  bool unknown_values = false;
  std::vector<std::string> names = {""};
  for (const PivotColumn* column : columns) {
    for (const Expr* expr : column->columns) {
      use(expr);
      const auto* ref = As<ColumnRef>(Unparen(expr));
      const ColumnAt at = ref == nullptr ? ColumnAt{} : bound_.Meaning(ref);
      if (at && at.relation == inner && at.column < used.size()) used[at.column] = true;
    }
    if (column->query != nullptr) BindQuery(*column->query, inside.outer);
    if (column->in.empty()) {
      unknown_values = true;
      continue;
    }
    std::vector<std::string> longer;
    for (const std::string& start : names) {
      for (const Expr* value : column->in) {
        const auto* named = As<AliasedExpr>(static_cast<const Node*>(value));
        const auto* literal = As<Literal>(Unparen(named == nullptr ? value : named->expr));
        std::string name = named != nullptr && !named->alias.empty()
                               ? std::string(named->alias.text)
                           : literal != nullptr ? std::string(literal->text)
                                                : std::string(script_.TextOf(*value));
        if (dialect_ == DialectId::kSnowflake && (named == nullptr || named->alias.empty()) &&
            literal != nullptr && literal->type == LiteralKind::kString)
          name = "'" + name + "'";
        longer.push_back(start.empty() ? name : start + "_" + name);
      }
    }
    names = std::move(longer);
  }
  inside.ungrouped.resize(uses_before);
  inside.collects = false;
  BindAll(group_by, inside);
  std::vector<Column> out;
  if (!group_by.empty()) {
    for (const Expr* expr : group_by) {
      const auto* ref = As<ColumnRef>(Unparen(expr));
      const ColumnAt at = ref == nullptr ? ColumnAt{} : bound_.Meaning(ref);
      if (at && !at.whole_row()) out.push_back(CopyOf(*at.relation, at.column));
    }
  } else {
    for (uint32_t i = 0; i < inner->columns.size(); ++i) {
      if ((i < used.size() && used[i]) || inner->columns[i].met) continue;
      out.push_back(CopyOf(*inner, i));
    }
  }
  if (!unknown_values) {
    for (const std::string& value : names) {
      for (uint32_t i = 0; i < aggregates.size(); ++i) {
        const Expr* aggregate = aggregates[i];
        const auto* named = As<AliasedExpr>(static_cast<const Node*>(aggregate));
        std::string name = value;
        if (aggregates.size() > 1 || (named != nullptr && !named->alias.empty()))
          name += "_" + (named != nullptr && !named->alias.empty()
                             ? std::string(named->alias.text)
                             : std::string(script_.TextOf(*aggregate)));
        Column column = NewColumn(arena_.Text(name), types[i], true);
        column.source = ColumnSource::kAll;
        out.push_back(column);
      }
    }
  }
  if (unknown_values) {
    Column column = NewColumn({}, Unknown(), true);
    column.star = true;
    column.source = ColumnSource::kAll;
    out.push_back(column);
  }
  relation.open = inner->open || unknown_values;
  SetColumns(relation, out);
}

void Binder::UnpivotInto(Relation& relation, Relation* inner, Span<PivotColumn*> columns,
                         Span<Ident> values, const Ident& name) {
  std::vector<bool> used(inner->columns.size(), false);
  const Type* type = nullptr;
  std::vector<Ident> name_columns;
  for (const PivotColumn* column : columns) {
    for (const Expr* expr : column->columns) {
      const auto* ref = As<ColumnRef>(Unparen(expr));
      if (ref == nullptr) continue;
      if (column->has_in) {
        name_columns.push_back(ref->name.back());
      } else if (const auto at = FindInRelation(*inner, ref->name.back(), true);
                 at && *at < used.size()) {
        used[*at] = true;
        bound_.meanings.Put(ref, inner, *at);
        type = type == nullptr ? inner->columns[*at].type : Unify(type, inner->columns[*at].type);
      }
    }
    for (const Expr* value : column->in) {
      const auto* named = As<AliasedExpr>(static_cast<const Node*>(value));
      const auto each = [&](const Expr* expr) {
        const auto* ref = As<ColumnRef>(Unparen(expr));
        if (ref == nullptr) return;
        const auto at = FindInRelation(*inner, ref->name.back(), true);
        if (!at) {
          UnknownColumn(*ref, ref->name.back(), nullptr, inner);
        } else {
          if (*at < used.size()) used[*at] = true;
          bound_.meanings.Put(ref, inner, *at);
          type = type == nullptr ? inner->columns[*at].type : Unify(type, inner->columns[*at].type);
        }
        if (type == nullptr) type = Unknown();
      };
      const Expr* expr = named == nullptr ? value : named->expr;
      if (const auto* row = As<RowExpr>(Unparen(expr))) {
        for (const Expr* part : row->items)
          each(part);
      } else {
        each(expr);
      }
    }
  }
  std::vector<Column> out;
  for (uint32_t i = 0; i < inner->columns.size(); ++i) {
    if ((i < used.size() && used[i]) || inner->columns[i].met) continue;
    out.push_back(CopyOf(*inner, i));
  }
  if (!name.empty()) name_columns.push_back(name);
  for (const Ident& column : name_columns) {
    out.push_back(
        NewColumn(StoredName(column, rules_.names, arena_), BasicType(TypeKind::kText), false));
    out.back().source = ColumnSource::kExpr;
  }
  for (const Ident& value : values) {
    out.push_back(NewColumn(StoredName(value, rules_.names, arena_),
                            type == nullptr ? Unknown() : type, true));
    out.back().source = ColumnSource::kAll;
  }
  relation.open = inner->open;
  SetColumns(relation, out);
}

void Binder::BindPivot(const PivotTable& pivot, Scope& scope) {
  Scope inside;
  inside.outer = scope.outer;
  inside.clause = Clause::kFrom;
  BindTable(*pivot.table, inside);
  inside.clause = Clause::kSelect;
  Relation* relation = NewRelation(RelationKind::kPivot, &pivot);
  relation->left = AsOne(inside, &pivot);
  if (pivot.unpivot) {
    UnpivotInto(*relation, const_cast<Relation*>(relation->left), pivot.columns, pivot.values, {});
  } else {
    PivotInto(*relation, const_cast<Relation*>(relation->left), pivot.columns, pivot.aggregates,
              pivot.group_by, inside);
  }
  relation = Named(relation, pivot.alias, &pivot);
  bound_.relations.Put(&pivot, relation, 0);
  AddSource(scope, relation, pivot.alias, {});
}

Relation* Binder::BindPivotQuery(const PivotQuery& pivot, Scope* outer) {
  Scope inside;
  inside.outer = outer;
  inside.clause = Clause::kFrom;
  BindTable(*pivot.table, inside);
  inside.clause = Clause::kSelect;
  Relation* relation = NewRelation(RelationKind::kPivot, &pivot);
  relation->left = AsOne(inside, &pivot);
  if (pivot.unpivot) {
    const Ident value_name{"value"};
    const Ident name = pivot.name.empty() ? Ident{"name"} : pivot.name;
    UnpivotInto(*relation, const_cast<Relation*>(relation->left), pivot.on,
                pivot.values.empty() ? arena_.One(value_name) : pivot.values, name);
  } else {
    PivotInto(*relation, const_cast<Relation*>(relation->left), pivot.on, pivot.using_aggregates,
              pivot.group_by, inside);
  }
  bound_.relations.Put(&pivot, relation, 0);
  return relation;
}

void Binder::BindJsonColumns(Span<JsonColumn*> columns, Scope& scope, std::vector<Column>& out) {
  for (const JsonColumn* json : columns) {
    if (json->is_nested) {
      BindJsonColumns(json->nested, scope, out);
      continue;
    }
    const Type* type = json->ordinality        ? BasicType(TypeKind::kInt, 64)
                       : json->type == nullptr ? Unknown()
                                               : ReadType(*json->type, dialect_, arena_).type;
    Column column =
        NewColumn(StoredName(json->name, rules_.names, arena_), type, !json->ordinality);
    column.source = ColumnSource::kAll;
    out.push_back(column);
  }
}

}  // namespace aietl::sql::bind
