// Statements: what they read and write, and what a script makes for those after it.

#include <algorithm>

#include "base/text.h"
#include "sql/bind/internal/binding.h"
#include "sql/visit.h"

namespace aietl::sql::bind {
namespace {

std::string StatementLower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

size_t VisibleColumns(const Relation& relation, bool* open) {
  size_t count = 0;
  *open = relation.open;
  for (const Column& column : relation.columns) {
    if (column.met) continue;
    *open |= column.star;
    ++count;
  }
  return count;
}

}  // namespace

void Binder::Make(Name path, Relation* relation) {
  LocalTable table;
  for (const Ident& part : path)
    table.path.push_back(StatementLower(part.text));
  if (table.path.empty()) return;
  table.relation = relation;
  local_.push_back(std::move(table));
}

void Binder::Drop(Name path) {
  Make(path, nullptr);
}

// A table with the columns of `query`, maybe under other names.
Relation* Binder::MadeTable(Name path, const Node* at, Relation* query, Span<ColumnDef*> names) {
  Relation* table = NewRelation(RelationKind::kTable, at);
  table->path = path;
  table->made_by = query;
  std::vector<Column> columns;
  if (query != nullptr) {
    table->open = query->open;
    for (uint32_t i = 0; i < query->columns.size(); ++i) {
      if (query->columns[i].met) continue;
      if (query->columns[i].star) {
        table->open = true;
        continue;
      }
      Column column = CopyOf(*query, i);
      column.source = ColumnSource::kBase;
      column.from = nullptr;
      if (columns.size() < names.size()) {
        const ColumnDef& definition = *names[static_cast<uint32_t>(columns.size())];
        column.name = StoredName(definition.name, rules_.names, arena_);
        column.hash = NameHash(column.name);
      }
      columns.push_back(column);
    }
  }
  SetColumns(*table, columns);
  return table;
}

std::optional<uint32_t> Binder::TargetColumn(Relation* target, const Name& name, const Node* at) {
  if (target == nullptr || name.empty()) return std::nullopt;
  // t.c, or c with fields behind it.
  const Ident* column = &name[0];
  if (name.size() > 1 && !FindInRelation(*target, name[0], false) && !rules_.fields_by_dot)
    column = &name.back();
  if (name.size() > 1 && !FindInRelation(*target, *column, false)) column = &name.back();
  const auto found = FindInRelation(*target, *column, true);
  if (!found) {
    ColumnRef ref;
    ref.name = name;
    ref.begin = at == nullptr ? column->begin : at->begin;
    UnknownColumn(ref, *column, nullptr, target);
  }
  return found;
}

void Binder::BindAssignments(Span<Assignment*> set, Scope& scope, Relation* target,
                             BoundStatement& out) {
  for (const Assignment* assignment : set) {
    const auto* sub = As<SubqueryExpr>(Unparen(assignment->value));
    const auto* row = As<RowExpr>(Unparen(assignment->value));
    if (assignment->value == nullptr) continue;
    const bool several = assignment->targets.size() > 1;
    const Relation* rows = nullptr;
    if (several && sub != nullptr) {
      rows = BindQuery(*sub->query, &scope);
      bool open = false;
      const size_t count = VisibleColumns(*rows, &open);
      if (!open && count != assignment->targets.size())
        Report("column_count", assignment,
               Msg("{} columns are set to {} values", assignment->targets.size(), count));
    } else if (assignment->value->kind != NodeKind::kDefaultExpr) {
      BindExpr(assignment->value, scope);
      if (several && row != nullptr && row->items.size() != assignment->targets.size())
        Report(
            "column_count", assignment,
            Msg("{} columns are set to {} values", assignment->targets.size(), row->items.size()));
    }
    for (uint32_t i = 0; i < assignment->targets.size(); ++i) {
      Relation* written = target;
      // MySQL's UPDATE of several tables: t.c says which.
      if (assignment->targets[i].size() > 1) {
        if (Source* source = FindSource(
                Name(assignment->targets[i].data(), assignment->targets[i].size() - 1), scope))
          written = source->relation;
      } else if (written != nullptr && dialect_ == DialectId::kMysql && scope.sources.size() > 1 &&
                 !FindInRelation(*written, assignment->targets[i][0], false)) {
        for (Source& source : scope.sources)
          if (FindInRelation(*source.relation, assignment->targets[i][0], false))
            written = source.relation;
      }
      const auto column = TargetColumn(written, assignment->targets[i], assignment);
      BoundWrite write;
      write.column = column ? written->columns[*column].name : assignment->targets[i].back().text;
      write.position = column.value_or(0);
      if (rows != nullptr) {
        if (i < rows->columns.size()) write.from = {rows, i};
      } else {
        write.expr =
            several && row != nullptr && i < row->items.size() ? row->items[i] : assignment->value;
      }
      if (written != target) write.target = written;
      out.writes.push_back(write);
    }
  }
}

// `where` decides which rows are returned.
void Binder::BindReturning(const Returning* returning, Scope& scope, BoundStatement& out,
                           Expr* where) {
  if (returning == nullptr) return;
  auto* select = arena_.New<Select>();
  select->items = returning->items;
  Relation* relation = NewRelation(RelationKind::kSelect, select);
  scope.select = select;
  scope.output = relation;
  scope.items.clear();
  scope.clause = Clause::kSelect;
  LayOut(*select, scope);
  for (size_t i = 0; i < scope.items.size(); ++i)
    BindItem(scope, i);
  select->where = where;
  out.output = relation;
}

void Binder::BindInsert(const Insert& insert, BoundStatement& out, Scope* outer) {
  const size_t ctes = BindWith(insert.with, outer);
  Scope scope;
  scope.outer = outer;
  scope.clause = Clause::kFrom;
  Relation* target = nullptr;
  if (const auto* name = As<TableName>(static_cast<const Node*>(insert.table));
      name != nullptr && !name->name.empty()) {
    target = LookUpTable(name->name, name);
    if (target != nullptr) bound_.relations.Put(name, target, 0);
    if (target == nullptr) {
      target = NewRelation(RelationKind::kTable, name);
      target->path = name->name;
      target->open = true;
    }
    Source source;
    source.relation = target;
    source.alias = name->alias != nullptr && !name->alias->name.empty() ? name->alias->name
                                                                        : name->name.back();
    source.path = name->name;
    source.hash = NameHash(source.alias.text);
    scope.sources.push_back(source);
  } else if (insert.table != nullptr) {
    BindTable(*insert.table, scope);
    if (!scope.sources.empty()) target = scope.sources[0].relation;
  }
  out.target = target;
  std::vector<Source> query_from;
  std::vector<std::optional<uint32_t>> columns;
  std::vector<std::string_view> names;
  for (const Name& column : insert.columns) {
    columns.push_back(TargetColumn(target, column, nullptr));
    names.push_back(columns.back() ? target->columns[*columns.back()].name : column.back().text);
    for (size_t i = 0; i + 1 < columns.size(); ++i)
      if (columns[i] && columns[i] == columns.back())
        ReportAt("duplicate_name", column.back().begin,
                 Msg("column {} is named twice", column.back().text),
                 std::string(column.back().text), {});
  }
  if (columns.empty() && target != nullptr && !insert.by_name) {
    for (uint32_t i = 0; i < target->columns.size(); ++i) {
      if (target->columns[i].met) continue;
      if (target->columns[i].star) break;
      columns.emplace_back(i);
      names.push_back(target->columns[i].name);
    }
  }
  if (insert.query != nullptr) {
    const auto* values = As<Values>(static_cast<const Node*>(insert.query->body));
    last_from_.clear();
    Relation* query = BindQuery(*insert.query, outer);
    query_from = std::move(last_from_);
    out.query = query;
    bool open = false;
    const size_t count = VisibleColumns(*query, &open);
    const bool known = insert.has_columns || (target != nullptr && !target->open);
    // Fewer values than columns are given defaults by some dialects where no list stands.
    const bool fewer_fits = !insert.has_columns && (dialect_ == DialectId::kPostgres);
    if (known && !open && !insert.by_name && !insert.all && !insert.first &&
        insert.partition.empty() && insert.columns_star == nullptr &&
        (count > names.size() || (count < names.size() && !fewer_fits)) &&
        !(values != nullptr && (values->rows.empty() || (dialect_ == DialectId::kMysql &&
                                                         values->rows[0]->items.empty())))) {
      Report("column_count",
             values != nullptr && !values->rows.empty() ? static_cast<const Node*>(values->rows[0])
                                                        : insert.query,
             Msg("{} columns are filled with {} values", names.size(), count));
    }
    uint32_t number = 0;
    for (uint32_t i = 0; i < query->columns.size(); ++i) {
      const Column& column = query->columns[i];
      if (column.met) continue;
      BoundWrite write;
      write.from = {query, i};
      if (insert.by_name) {
        write.column = column.name;
      } else if (number < names.size()) {
        write.column = names[number];
        write.position = columns[number].value_or(number);
      } else {
        write.position = number;
      }
      ++number;
      out.writes.push_back(write);
    }
  }
  if (out.query != nullptr && (!insert.branches.empty() || !insert.conditions.empty())) {
    // INSERT ALL: conditions and values are made of the query's columns.
    Scope rows;
    rows.outer = outer;
    Source source;
    source.relation = const_cast<Relation*>(out.query);
    source.qualifies = false;
    rows.sources.push_back(source);
    for (const Insert* branch : insert.branches) {
      BoundStatement inner;
      BindInsert(*branch, inner, &rows);
      if (inner.target != nullptr) out.also_written.push_back(inner.target);
    }
    BindAll(insert.conditions, rows);
  }
  scope.clause = Clause::kOther;
  if (!insert.set.empty()) BindAssignments(insert.set, scope, target, out);
  const size_t plain_sources = scope.sources.size();
  if ((!insert.on_conflict.empty() || insert.has_duplicate_key) && target != nullptr) {
    Source excluded;
    excluded.relation = target;
    excluded.alias = insert.row_alias.empty() ? Ident{"excluded"} : insert.row_alias;
    excluded.hash = NameHash(excluded.alias.text);
    excluded.plain = false;
    scope.sources.push_back(excluded);
    for (const OnConflict* conflict : insert.on_conflict) {
      for (const IndexColumn* column : conflict->target) {
        if (column->expr != nullptr) BindExpr(column->expr, scope);
        if (!column->name.empty())
          TargetColumn(target, Name(const_cast<Ident*>(&column->name), 1), column);
      }
      if (conflict->target_where != nullptr) BindExpr(conflict->target_where, scope);
      BoundStatement updated;
      BindAssignments(conflict->set, scope, target, updated);
      out.writes.insert(out.writes.end(), updated.writes.begin(), updated.writes.end());
      Condition(conflict->where, scope, Clause::kWhere);
    }
    BoundStatement updated;
    // MySQL lets the assignments read the tables of the query.
    for (Source& source : query_from) {
      source.plain = false;
      scope.sources.push_back(source);
    }
    BindAssignments(insert.on_duplicate_key, scope, target, updated);
    out.writes.insert(out.writes.end(), updated.writes.begin(), updated.writes.end());
  }
  scope.sources.resize(plain_sources);
  BindReturning(insert.returning, scope, out);
  ctes_.resize(ctes);
}

void Binder::BindUpdate(const Update& update, BoundStatement& out, Scope* outer) {
  const size_t ctes = BindWith(update.with, outer);
  Scope scope;
  scope.outer = outer;
  scope.clause = Clause::kFrom;
  BindFrom(update.tables, scope);
  Relation* target = scope.sources.empty() ? nullptr : scope.sources[0].relation;
  for (const Source& source : scope.sources)
    if (source.relation->kind == RelationKind::kTable) {
      target = source.relation;
      break;
    }
  out.target = target;
  BindFrom(update.from, scope);
  scope.clause = Clause::kOther;
  BindAssignments(update.set, scope, target, out);
  scope.output = nullptr;
  Condition(update.where, scope, Clause::kWhere);
  for (const OrderItem* item : update.order_by)
    if (item->expr != nullptr) BindExpr(item->expr, scope);
  BindReturning(update.returning, scope, out, update.where);
  ctes_.resize(ctes);
}

void Binder::BindDelete(const Delete& statement, BoundStatement& out, Scope* outer) {
  const size_t ctes = BindWith(statement.with, outer);
  Scope scope;
  scope.outer = outer;
  scope.clause = Clause::kFrom;
  if (statement.table != nullptr) BindTable(*statement.table, scope);
  BindFrom(statement.from, scope);
  BindFrom(statement.using_tables, scope);
  if (!scope.sources.empty()) out.target = scope.sources[0].relation;
  for (const TableRef* table : statement.targets) {
    const auto* name = As<TableName>(static_cast<const Node*>(table));
    if (name == nullptr || name->name.empty()) continue;
    Source* source = FindSource(name->name, scope);
    if (source == nullptr && name->name.size() > 1)
      source = FindSource(Name(name->name.data() + name->name.size() - 1, 1), scope);
    if (source == nullptr) {
      ReportAt("unknown_table", name->name[0].begin,
               Msg("nothing in FROM is called {}", PathText(name->name)), PathText(name->name), {});
    } else {
      out.target = source->relation;
    }
  }
  Condition(statement.where, scope, Clause::kWhere);
  scope.clause = Clause::kOther;
  for (const OrderItem* item : statement.order_by)
    if (item->expr != nullptr) BindExpr(item->expr, scope);
  BindReturning(statement.returning, scope, out, statement.where);
  ctes_.resize(ctes);
}

void Binder::BindMerge(const Merge& merge, BoundStatement& out, Scope* outer) {
  const size_t ctes = BindWith(merge.with, outer);
  Scope scope;
  scope.outer = outer;
  scope.clause = Clause::kFrom;
  BindTable(*merge.target, scope);
  Relation* target = scope.sources.empty() ? nullptr : scope.sources[0].relation;
  out.target = target;
  const size_t sources = scope.sources.size();
  if (merge.source != nullptr) BindTable(*merge.source, scope);
  for (size_t i = sources; i < scope.sources.size(); ++i)
    if (out.query == nullptr) out.query = scope.sources[i].relation;
  if (merge.has_using) {
    for (const Ident& name : merge.using_columns) {
      for (Source& source : scope.sources)
        if (!FindInRelation(*source.relation, name, true))
          ReportAt("unknown_column", name.begin,
                   Msg("USING ({}): not a column of both sides", name.text), std::string(name.text),
                   {});
    }
  }
  Condition(merge.on, scope, Clause::kOn);
  for (const MergeAction* action : merge.actions) {
    Condition(action->condition, scope, Clause::kWhere);
    scope.clause = Clause::kOther;
    BindAssignments(action->set, scope, target, out);
    std::vector<std::string_view> names;
    for (const Name& column : action->columns) {
      const auto at = TargetColumn(target, column, nullptr);
      names.push_back(at ? target->columns[*at].name : column.back().text);
    }
    if (!action->has_columns && target != nullptr && !target->open)
      for (const Column& column : target->columns)
        if (!column.met) names.push_back(column.name);
    if (action->has_columns && !action->values.empty() && action->values.size() != names.size())
      Report("column_count", action,
             Msg("{} columns are filled with {} values", names.size(), action->values.size()));
    for (uint32_t i = 0; i < action->values.size(); ++i) {
      if (action->values[i]->kind != NodeKind::kDefaultExpr) BindExpr(action->values[i], scope);
      BoundWrite write;
      write.column = i < names.size() ? names[i] : std::string_view();
      write.position = i;
      write.expr = action->values[i];
      out.writes.push_back(write);
    }
    if ((action->star || action->bare || action->by_name) && out.query != nullptr) {
      for (uint32_t i = 0; i < out.query->columns.size(); ++i) {
        const Column& column = out.query->columns[i];
        if (column.met) continue;
        BoundWrite write;
        write.column = column.name;
        write.position = i;
        write.from = {out.query, i};
        out.writes.push_back(write);
      }
    }
    if (action->error != nullptr) BindExpr(action->error, scope);
  }
  BindReturning(merge.returning, scope, out);
  ctes_.resize(ctes);
}

void Binder::BindCreateTable(const CreateTable& create, BoundStatement& out) {
  Relation* query = nullptr;
  if (create.query != nullptr) query = BindQuery(*create.query, nullptr);
  if (create.as_function != nullptr) {
    Scope scope;
    BindTable(*create.as_function, scope);
    if (!scope.sources.empty()) query = scope.sources[0].relation;
  }
  if (create.execute != nullptr) {
    BoundStatement inner;
    BindStatement(*create.execute, inner, nullptr);
  }
  Relation* table = nullptr;
  std::vector<uint32_t> keys;
  const bool typed =
      std::ranges::any_of(create.columns, [](const ColumnDef* c) { return c->type != nullptr; });
  if (query != nullptr && (!typed || create.columns.empty())) {
    table = MadeTable(create.name, &create, query, create.columns);
  } else {
    table = NewRelation(RelationKind::kTable, &create);
    table->path = create.name;
    table->made_by = query;
    std::vector<Column> columns;
    for (const ColumnDef* definition : create.columns) {
      ReadTypeResult type{Unknown()};
      if (definition->type != nullptr) type = ReadType(*definition->type, dialect_, arena_);
      Column column =
          NewColumn(StoredName(definition->name, rules_.names, arena_), type.type, true);
      if (dialect_ == DialectId::kClickhouse) column.nullable = !type.not_null;
      for (const Constraint* constraint : definition->constraints) {
        if (constraint->type == ConstraintKind::kNotNull ||
            constraint->type == ConstraintKind::kPrimaryKey)
          column.nullable = false;
        if (constraint->type == ConstraintKind::kPrimaryKey)
          keys.push_back(static_cast<uint32_t>(columns.size()));
      }
      for (const Column& other : columns)
        if (other.hash == column.hash && other.name == column.name)
          ReportAt("duplicate_name", definition->name.begin,
                   Msg("column {} is named twice", definition->name.text),
                   std::string(definition->name.text), {});
      columns.push_back(column);
    }
    for (const Constraint* constraint : create.constraints) {
      if (constraint->type != ConstraintKind::kPrimaryKey) continue;
      for (const IndexColumn* part : constraint->columns) {
        for (uint32_t i = 0; i < columns.size(); ++i) {
          if (part->name.empty() || !SameName(part->name, columns[i].name, rules_.names)) continue;
          keys.push_back(i);
          columns[i].nullable = false;
        }
      }
    }
    if (!create.like.empty() || !create.of_type.empty() || !create.partition_of.empty() ||
        create.has_inherits) {
      if (!create.like.empty()) {
        if (const Relation* like = LookUpTable(create.like, &create)) {
          for (const Column& column : like->columns)
            if (!column.met) columns.push_back(column);
          table->open = like->open;
        }
      } else {
        table->open = true;
      }
    }
    for (const Constraint* constraint : create.constraints)
      if (constraint->type == ConstraintKind::kLike) table->open = true;
    if (create.columns.empty() && create.like.empty()) table->open = true;
    SetColumns(*table, columns);
    table->key = arena_.List(keys);
  }
  out.query = query;
  out.target = table;
  out.makes_target = query != nullptr;
  if (query != nullptr) {
    for (uint32_t i = 0, number = 0; i < query->columns.size(); ++i) {
      if (query->columns[i].met) continue;
      BoundWrite write;
      write.from = {query, i};
      write.position = number;
      const bool named = number < create.columns.size();
      write.column = named ? StoredName(create.columns[number]->name, rules_.names, arena_)
                           : query->columns[i].name;
      ++number;
      out.writes.push_back(write);
    }
  }
  Make(create.name, table);
}

void Binder::BindCreateView(const CreateView& create, BoundStatement& out) {
  Relation* query = nullptr;
  const bool recursive = create.words.find("RECURSIVE") != std::string_view::npos;
  const size_t ctes = ctes_.size();
  if (recursive && !create.name.empty()) {
    Relation* self = NewRelation(RelationKind::kFixed, &create);
    std::vector<Column> columns;
    for (const ColumnDef* definition : create.columns)
      columns.push_back(
          NewColumn(StoredName(definition->name, rules_.names, arena_), Unknown(), true));
    for (Column& column : columns)
      column.source = ColumnSource::kExpr;
    self->open = columns.empty();
    SetColumns(*self, columns);
    ctes_.push_back({create.name.back(), NameHash(create.name.back().text), self});
  }
  if (create.query != nullptr) query = BindQuery(*create.query, nullptr);
  ctes_.resize(ctes);
  Relation* view = MadeTable(create.name, &create, query, create.columns);
  bool open = false;
  if (query != nullptr && !create.columns.empty() &&
      VisibleColumns(*query, &open) < create.columns.size() && !open)
    ReportAt("column_count", create.name.back().begin,
             Msg("{} has {} columns but {} names", create.name.back().text,
                 VisibleColumns(*query, &open), create.columns.size()),
             PathText(create.name), {});
  out.query = query;
  out.target = view;
  out.makes_target = true;
  if (create.to != nullptr) {
    Scope scope;
    BindTable(*create.to, scope);
    if (!scope.sources.empty()) out.target = scope.sources[0].relation;
  }
  if (query != nullptr) {
    for (uint32_t i = 0, number = 0; i < query->columns.size(); ++i) {
      if (query->columns[i].met) continue;
      BoundWrite write;
      write.from = {query, i};
      write.position = number;
      write.column = number < create.columns.size()
                         ? StoredName(create.columns[number]->name, rules_.names, arena_)
                         : query->columns[i].name;
      ++number;
      out.writes.push_back(write);
    }
  }
  Make(create.name, view);
}

void Binder::BindAlter(const Alter& alter) {
  if (alter.query != nullptr) {
    Relation* query = BindQuery(*alter.query, nullptr);
    Make(alter.name, MadeTable(alter.name, &alter, query, {}));
    return;
  }
  if (alter.type != "TABLE" || alter.name.empty()) return;
  const LocalTable* local = FindLocal(alter.name);
  Relation* before = nullptr;
  if (local != nullptr) {
    before = local->relation;
  } else if (options_.schema != nullptr && options_.schema->Find(alter.name) != nullptr) {
    before = LookUpTable(alter.name, &alter);
  } else if (options_.schema != nullptr && !alter.if_exists) {
    before = LookUpTable(alter.name, &alter);
  }
  if (before == nullptr) return;
  auto* after = arena_.New<Relation>(*before);
  after->room = 0;
  std::vector<Column> columns(before->columns.begin(), before->columns.end());
  Name path = alter.name;
  bool sure = true;
  for (const AlterAction* action : alter.actions) {
    const auto find = [&](const Ident& name) {
      return std::ranges::find_if(
          columns, [&](const Column& c) { return SameName(name, c.name, rules_.names); });
    };
    if (action->verb.starts_with("ADD COLUMN") ||
        (action->verb == "ADD" && action->column != nullptr)) {
      const auto add = [&](const ColumnDef& definition) {
        const Type* type = definition.type == nullptr
                               ? Unknown()
                               : ReadType(*definition.type, dialect_, arena_).type;
        Column column = NewColumn(StoredName(definition.name, rules_.names, arena_), type, true);
        for (const Constraint* constraint : definition.constraints)
          if (constraint->type == ConstraintKind::kNotNull) column.nullable = false;
        columns.push_back(column);
      };
      if (action->column != nullptr) add(*action->column);
      for (const ColumnDef* definition : action->columns)
        add(*definition);
    } else if (action->verb.starts_with("DROP COLUMN") && !action->name.empty()) {
      const auto at = find(action->name.back());
      if (at != columns.end()) {
        columns.erase(at);
      } else if (!after->open && !action->if_exists && options_.schema != nullptr) {
        ReportAt("unknown_column", action->name.back().begin,
                 Msg("{} has no column {}", PathText(alter.name), action->name.back().text),
                 std::string(action->name.back().text), {});
      }
    } else if (action->verb.starts_with("RENAME COLUMN") && !action->name.empty() &&
               !action->new_name.empty()) {
      const auto at = find(action->name.back());
      if (at != columns.end()) {
        at->name = StoredName(action->new_name.back(), rules_.names, arena_);
        at->hash = NameHash(at->name);
      }
    } else if (action->verb.starts_with("RENAME TO") && !action->new_name.empty()) {
      path = action->new_name;
    } else if (action->type != nullptr && !action->name.empty()) {
      const auto at = find(action->name.back());
      if (at != columns.end()) at->type = ReadType(*action->type, dialect_, arena_).type;
    } else if (action->raw != nullptr && action->verb.find("COLUMN") != std::string_view::npos) {
      sure = false;
    }
  }
  after->open |= !sure;
  SetColumns(*after, columns);
  if (path.data() != alter.name.data()) Drop(alter.name);
  Make(path, after);
}

void Binder::BindStatement(const Statement& statement, BoundStatement& out, Scope* outer) {
  BoundStatement* outside = statement_;
  statement_ = &out;
  out.statement = &statement;
  switch (statement.kind) {
    case NodeKind::kSelectStatement: {
      const Query& query = *static_cast<const SelectStatement&>(statement).query;
      Relation* relation = BindQuery(query, outer);
      out.output = relation;
      const auto* select = As<Select>(static_cast<const Node*>(query.body));
      if (select == nullptr || select->into == nullptr) break;
      const auto* into = As<TableName>(static_cast<const Node*>(select->into));
      if (into == nullptr) break;
      Relation* table = MadeTable(into->name, into, relation, {});
      out.query = relation;
      out.output = nullptr;
      out.target = table;
      out.makes_target = true;
      for (uint32_t i = 0; i < relation->columns.size(); ++i) {
        if (relation->columns[i].met) continue;
        BoundWrite write;
        write.column = relation->columns[i].name;
        write.position = static_cast<uint32_t>(out.writes.size());
        write.from = {relation, i};
        out.writes.push_back(write);
      }
      Make(into->name, table);
      break;
    }
    case NodeKind::kInsert: BindInsert(static_cast<const Insert&>(statement), out, outer); break;
    case NodeKind::kUpdate: BindUpdate(static_cast<const Update&>(statement), out, outer); break;
    case NodeKind::kDelete: BindDelete(static_cast<const Delete&>(statement), out, outer); break;
    case NodeKind::kMerge: BindMerge(static_cast<const Merge&>(statement), out, outer); break;
    case NodeKind::kCreateTable:
      BindCreateTable(static_cast<const CreateTable&>(statement), out);
      break;
    case NodeKind::kCreateView:
      BindCreateView(static_cast<const CreateView&>(statement), out);
      break;
    case NodeKind::kAlter: BindAlter(static_cast<const Alter&>(statement)); break;
    case NodeKind::kDrop: {
      const auto& drop = static_cast<const sql::Drop&>(statement);
      if (drop.type.find("TABLE") == std::string_view::npos &&
          drop.type.find("VIEW") == std::string_view::npos)
        break;
      for (const Name& name : drop.names) {
        if (options_.schema != nullptr && !options_.unknown_tables_are_open && !drop.if_exists &&
            FindLocal(name) == nullptr && options_.schema->Find(name) == nullptr)
          UnknownTable(name, &statement);
        Drop(name);
      }
      break;
    }
    case NodeKind::kRename: {
      const auto& rename = static_cast<const Rename&>(statement);
      for (uint32_t i = 0; i < rename.from.size() && i < rename.to.size(); ++i) {
        const LocalTable* local = FindLocal(rename.from[i]);
        Relation* table = local != nullptr             ? local->relation
                          : options_.schema != nullptr ? LookUpTable(rename.from[i], &statement)
                                                       : nullptr;
        Drop(rename.from[i]);
        if (table != nullptr) Make(rename.to[i], table);
      }
      break;
    }
    case NodeKind::kOtherStatement: {
      // Queries that are kept as written, of which only the beginning is a tree.
      const std::string_view verb = static_cast<const OtherStatement&>(statement).verb;
      if (verb == "pipe" || verb == "select_each" || verb == "insert_each")
        Report("not_followed", &statement,
               Tr("the columns of |> and of FROM with several branches are not followed"));
      break;
    }
    case NodeKind::kCreateFunction: {
      const auto& create = static_cast<const CreateFunction&>(statement);
      if (!create.name.empty()) local_functions_.push_back(StatementLower(create.name.back().text));
      break;
    }
    case NodeKind::kExplain: {
      const auto& explain = static_cast<const Explain&>(statement);
      if (explain.statement == nullptr) break;
      BoundStatement inner;
      BindStatement(*explain.statement, inner, outer);
      out.tables = inner.tables;
      break;
    }
    case NodeKind::kPrepare: {
      const auto& prepare = static_cast<const Prepare&>(statement);
      BoundStatement inner;
      if (prepare.statement != nullptr) BindStatement(*prepare.statement, inner, outer);
      break;
    }
    case NodeKind::kCopy: {
      const auto& copy = static_cast<const Copy&>(statement);
      if (copy.query != nullptr) out.query = BindQuery(*copy.query, outer);
      if (copy.statement != nullptr) {
        BoundStatement inner;
        BindStatement(*copy.statement, inner, outer);
      }
      const auto* table = As<TableName>(static_cast<const Node*>(copy.table));
      if (table != nullptr && !table->name.empty()) {
        Relation* relation = LookUpTable(table->name, table);
        if (relation != nullptr) {
          for (const Ident& column : copy.columns)
            TargetColumn(relation, Name(const_cast<Ident*>(&column), 1), nullptr);
          if (copy.to) {
            out.tables.push_back(relation);
          } else {
            out.target = relation;
          }
        }
      }
      break;
    }
    case NodeKind::kBlock:
      for (const Statement* inner : static_cast<const Block&>(statement).statements) {
        BoundStatement bound;
        BindStatement(*inner, bound, outer);
      }
      break;
    case NodeKind::kTruncate:
      for (const TableRef* table : static_cast<const Truncate&>(statement).tables)
        if (const auto* name = As<TableName>(static_cast<const Node*>(table));
            name != nullptr && !name->name.empty())
          if (const Relation* target = LookUpTable(name->name, name))
            out.also_written.push_back(target);
      break;
    case NodeKind::kCreateIndex: {
      const auto& create = static_cast<const CreateIndex&>(statement);
      if (create.table.empty()) break;
      Relation* table = LookUpTable(create.table, &statement);
      if (table == nullptr) break;
      Scope scope;
      Source source;
      source.relation = table;
      source.alias = create.table.back();
      source.hash = NameHash(source.alias.text);
      scope.sources.push_back(source);
      for (const IndexColumn* column : create.columns) {
        if (column->expr != nullptr) BindExpr(column->expr, scope);
        if (!column->name.empty())
          TargetColumn(table, Name(const_cast<Ident*>(&column->name), 1), column);
      }
      Condition(create.where, scope, Clause::kWhere);
      break;
    }
    default: break;
  }
  statement_ = outside;
}

Binder::Binder(const Script& script, const BindOptions& options, Bound& bound)
    : script_(script),
      options_(options),
      bound_(bound),
      arena_(*bound.arena),
      dialect_(script.dialect->id),
      rules_(RulesOf(script.dialect->id)) {}

void Binder::Run() {
  bound_.statements.reserve(script_.statements.size());
  for (const Statement* statement : script_.statements) {
    BoundStatement& out = bound_.statements.emplace_back();
    BindStatement(*statement, out, nullptr);
    ctes_.clear();
  }
}

}  // namespace aietl::sql::bind

namespace aietl::sql {

Bound Bind(const Script& script, const BindOptions& options) {
  Bound bound;
  bound.arena = std::make_unique<Arena>();
  bind::Binder binder(script, options, bound);
  binder.Run();
  return bound;
}

ColumnAt Bound::Meaning(const Node* ref) const {
  const Entry* entry = meanings.Find(ref);
  return entry == nullptr ? ColumnAt{} : ColumnAt{entry->relation, entry->column};
}

const Relation* Bound::RelationOf(const Node* node) const {
  const Entry* entry = relations.Find(node);
  return entry == nullptr ? nullptr : entry->relation;
}

void Bound::Map::Grow() {
  std::vector<Entry> old = std::move(slots_);
  slots_.assign(old.empty() ? 64 : old.size() * 2, {});
  used_ = 0;
  for (const Entry& entry : old)
    if (entry.node != nullptr) Put(entry.node, entry.relation, entry.column);
}

void Bound::Map::Put(const Node* node, const Relation* relation, uint32_t column) {
  if (slots_.empty() || used_ * 2 >= slots_.size()) Grow();
  size_t slot = (reinterpret_cast<uintptr_t>(node) >> 3) * 0x9e3779b97f4a7c15ULL >> 20;
  for (slot &= slots_.size() - 1; slots_[slot].node != nullptr && slots_[slot].node != node;
       slot = (slot + 1) & (slots_.size() - 1)) {
  }
  if (slots_[slot].node == nullptr) ++used_;
  slots_[slot] = {node, relation, column};
}

const Bound::Entry* Bound::Map::Find(const Node* node) const {
  if (slots_.empty() || node == nullptr) return nullptr;
  size_t slot = (reinterpret_cast<uintptr_t>(node) >> 3) * 0x9e3779b97f4a7c15ULL >> 20;
  for (slot &= slots_.size() - 1; slots_[slot].node != nullptr;
       slot = (slot + 1) & (slots_.size() - 1))
    if (slots_[slot].node == node) return &slots_[slot];
  return nullptr;
}

}  // namespace aietl::sql
