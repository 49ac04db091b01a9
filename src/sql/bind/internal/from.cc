// FROM: tables, subqueries, joins, and what functions give.

#include <algorithm>

#include "base/text.h"
#include "sql/bind/internal/binding.h"

namespace aietl::sql::bind {
namespace {

std::string FromLower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

// Catalogues and files, which no schema lists.
bool BeyondSchema(Name path, DialectId dialect) {
  const std::string last = FromLower(path.back().text);
  const std::string before =
      path.size() > 1 ? FromLower(path[path.size() - 2].text) : std::string();
  if (before == "information_schema" || path.back().quote == '\'') return true;
  switch (dialect) {
    case DialectId::kPostgres:
      return before == "pg_catalog" || (before.empty() && last.starts_with("pg_"));
    case DialectId::kMysql:
      return before == "mysql" || before == "performance_schema" || before == "sys";
    case DialectId::kSqlite:
      return last == "sqlite_master" || last == "sqlite_schema" || last == "sqlite_sequence" ||
             last == "sqlite_temp_master" || last == "sqlite_temp_schema" ||
             last.starts_with("sqlite_stat") || last.starts_with("pragma_");
    case DialectId::kDuckdb:
      return last.starts_with("duckdb_") || last.starts_with("pragma_") ||
             last == "sqlite_master" || last.starts_with("pg_") ||
             last.find('.') != std::string::npos || last.find('/') != std::string::npos;
    case DialectId::kClickhouse: return before == "system";
    case DialectId::kSnowflake: return path.size() > 2 && FromLower(path[0].text) == "snowflake";
    case DialectId::kSpark:
      return before == "parquet" || before == "csv" || before == "json" || before == "orc" ||
             before == "delta" || before == "text" || before == "binaryfile";
  }
  return false;
}

}  // namespace

const LocalTable* Binder::FindLocal(Name path) const {
  for (auto it = local_.rbegin(); it != local_.rend(); ++it) {
    bool fits = true;
    for (size_t i = 1; fits && i <= std::min<size_t>(path.size(), it->path.size()); ++i)
      fits = FromLower(path[path.size() - i].text) == it->path[it->path.size() - i];
    if (fits) return &*it;
  }
  return nullptr;
}

Relation* Binder::OpenTable(Name path, const Node* at) {
  Relation* relation = NewRelation(RelationKind::kTable, at);
  relation->path = path;
  relation->open = true;
  return relation;
}

Relation* Binder::LookUpTable(Name path, const Node* at) {
  const auto mention = [&](const Relation& known) {
    auto* relation = arena_.New<Relation>(known);
    relation->kind = RelationKind::kTable;
    relation->node = at;
    relation->path = path;
    relation->room = 0;
    for (Column& column : relation->columns)
      if (column.source != ColumnSource::kBase) {
        relation->columns = arena_.List(
            std::span<const Column>(relation->columns.data(), relation->columns.size()));
        for (Column& mine : relation->columns) {
          mine.source = ColumnSource::kBase;
          mine.expr = nullptr;
          mine.from = mine.other = nullptr;
        }
        break;
      }
    return relation;
  };
  if (const LocalTable* local = FindLocal(path)) {
    if (local->relation != nullptr) return mention(*local->relation);
    if (options_.schema == nullptr || options_.unknown_tables_are_open) {
      ReportAt("unknown_table", path[0].begin, Msg("table {} was dropped before", PathText(path)),
               PathText(path), {});
      return nullptr;
    }
  } else if (options_.schema != nullptr) {
    if (const SchemaTable* table = options_.schema->Find(path)) return mention(table->relation);
  }
  if (options_.schema == nullptr || BeyondSchema(path, dialect_)) return OpenTable(path, at);
  UnknownTable(path, at);
  if (options_.unknown_tables_are_open) {
    if (!bound_.problems.empty()) bound_.problems.back().severity = Severity::kWarning;
    return OpenTable(path, at);
  }
  return nullptr;
}

Source& Binder::AddSource(Scope& scope, Relation* relation, const TableAlias* alias, Name path) {
  Source source;
  source.relation = relation;
  if (alias != nullptr && !alias->name.empty()) {
    source.alias = alias->name;
  } else if (!path.empty()) {
    source.alias = path.back();
    source.path = path;
  } else {
    source.qualifies = false;
  }
  source.hash = NameHash(source.alias.text);
  if (source.qualifies && rules_.ambiguity_is_error && dialect_ != DialectId::kSqlite &&
      dialect_ != DialectId::kSpark) {
    for (const Source& other : scope.sources) {
      if (!other.qualifies || other.hash != source.hash || !Same(other.alias, source.alias))
        continue;
      if (!other.path.empty() && !source.path.empty() &&
          PathText(other.path) != PathText(source.path))
        continue;
      ReportAt("duplicate_alias", source.alias.begin,
               Msg("{} stands twice in FROM", source.alias.text), std::string(source.alias.text),
               Tr("give one of them another alias"));
      break;
    }
  }
  return scope.sources.emplace_back(std::move(source));
}

Relation* Binder::Named(Relation* relation, const TableAlias* alias, const Node* at) {
  if (alias == nullptr || (alias->columns.empty() && alias->definitions.empty())) return relation;
  Relation* named = NewRelation(RelationKind::kWrapped, at);
  named->left = relation;
  named->open = relation->open;
  std::vector<Column> columns;
  if (!alias->definitions.empty()) {
    named->open = false;
    for (const ColumnDef* definition : alias->definitions) {
      Column column = NewColumn(StoredName(definition->name, rules_.names, arena_),
                                definition->type == nullptr
                                    ? Unknown()
                                    : ReadType(*definition->type, dialect_, arena_).type,
                                true);
      column.source = ColumnSource::kAll;
      columns.push_back(column);
    }
    SetColumns(*named, columns);
    return named;
  }
  uint32_t next = 0;
  for (uint32_t i = 0; i < relation->columns.size(); ++i) {
    if (relation->columns[i].met) continue;
    if (relation->columns[i].star) break;
    Column column = CopyOf(*relation, i);
    if (next < alias->columns.size()) {
      column.name = StoredName(alias->columns[next++], rules_.names, arena_);
      column.hash = NameHash(column.name);
    }
    columns.push_back(column);
  }
  if (next < alias->columns.size()) {
    if (!relation->open) {
      ReportAt("column_count", alias->name.begin,
               Msg("{} has {} columns but {} names", alias->name.text, columns.size(),
                   alias->columns.size()),
               std::string(alias->name.text), {});
    }
    for (; next < alias->columns.size(); ++next) {
      Column column =
          NewColumn(StoredName(alias->columns[next], rules_.names, arena_), Unknown(), true);
      column.source = ColumnSource::kAll;
      columns.push_back(column);
    }
  }
  SetColumns(*named, columns);
  return named;
}

void Binder::BindFrom(Span<TableRef*> tables, Scope& scope) {
  for (const TableRef* table : tables)
    BindTable(*table, scope);
}

void Binder::BindTable(const TableRef& table, Scope& scope) {
  if (++depth_ > options_.depth + 2000) {
    --depth_;
    if (!too_deep_) Report("too_deep", &table, Msg("the query is nested too deeply"));
    too_deep_ = true;
    return;
  }
  switch (table.kind) {
    case NodeKind::kTableName: BindTableName(static_cast<const TableName&>(table), scope); break;
    case NodeKind::kDerivedTable: {
      const auto& derived = static_cast<const DerivedTable&>(table);
      Relation* relation = BindQuery(
          *derived.query, derived.lateral || rules_.lateral_always ? &scope : scope.outer);
      relation = Named(relation, derived.alias, &derived);
      bound_.relations.Put(&derived, relation, 0);
      AddSource(scope, relation, derived.alias, {});
      break;
    }
    case NodeKind::kJoin: BindJoin(static_cast<const Join&>(table), scope); break;
    case NodeKind::kParenTable: {
      const auto& paren = static_cast<const ParenTable&>(table);
      if (paren.alias == nullptr) {
        BindFrom(paren.tables, scope);
        break;
      }
      Scope inside;
      inside.outer = scope.outer;
      inside.clause = Clause::kFrom;
      BindFrom(paren.tables, inside);
      Relation* relation = Named(AsOne(inside, &paren), paren.alias, &paren);
      bound_.relations.Put(&paren, relation, 0);
      AddSource(scope, relation, paren.alias, {});
      break;
    }
    case NodeKind::kTableFunction:
      BindTableFunction(static_cast<const TableFunction&>(table), scope);
      break;
    case NodeKind::kPivotTable: BindPivot(static_cast<const PivotTable&>(table), scope); break;
    case NodeKind::kLateralView:
      BindLateralView(static_cast<const LateralView&>(table), scope);
      break;
    case NodeKind::kArrayJoin: BindArrayJoin(static_cast<const ArrayJoin&>(table), scope); break;
    case NodeKind::kMatchRecognize:
      BindMatchRecognize(static_cast<const MatchRecognize&>(table), scope);
      break;
    case NodeKind::kJsonTable: {
      const auto& json = static_cast<const JsonTable&>(table);
      if (json.document != nullptr) BindExpr(json.document, scope);
      if (json.path != nullptr) BindExpr(json.path, scope);
      Relation* relation = NewRelation(RelationKind::kFunction, &json);
      std::vector<Column> columns;
      BindJsonColumns(json.columns, scope, columns);
      SetColumns(*relation, columns);
      relation = Named(relation, json.alias, &json);
      bound_.relations.Put(&json, relation, 0);
      AddSource(scope, relation, json.alias, {});
      break;
    }
    default: {
      Relation* relation = NewRelation(RelationKind::kFixed, &table);
      relation->open = true;
      AddSource(scope, relation, AliasOf(&table), {});
      break;
    }
  }
  --depth_;
}

// All of a scope's sources as one relation.
Relation* Binder::AsOne(Scope& scope, const Node* node) {
  if (scope.sources.size() == 1 && scope.sources[0].covered.empty())
    return scope.sources[0].relation;
  Relation* relation = NewRelation(RelationKind::kWrapped, node);
  std::vector<Column> columns;
  Star star;
  for (const Source& source : scope.sources)
    if (!source.left_out) AddStarColumns(star, scope, source, columns);
  for (const Column& column : columns)
    relation->open |= column.star;
  SetColumns(*relation, columns);
  return relation;
}

void Binder::BindTableName(const TableName& table, Scope& scope) {
  Relation* relation = nullptr;
  if (table.name_expr != nullptr) BindExpr(table.name_expr, scope);
  for (const Argument* argument : table.stage_args)
    if (argument->value != nullptr && argument->value->kind != NodeKind::kColumnRef)
      BindExpr(argument->value, scope);
  if (table.travel != nullptr) {
    Scope empty;
    if (table.travel->from != nullptr) BindExpr(table.travel->from, empty);
    if (table.travel->to != nullptr) BindExpr(table.travel->to, empty);
  }
  bool is_cte = false;
  if (table.name.empty() || !table.stage.empty()) {
    relation = NewRelation(RelationKind::kFunction, &table);
    relation->open = true;
  } else if (table.name.size() == 1) {
    const uint32_t hash = NameHash(table.name[0].text);
    for (auto it = ctes_.rbegin(); it != ctes_.rend() && relation == nullptr; ++it) {
      if (it->hash != hash || !Same(it->name, table.name[0])) continue;
      relation = it->relation;
      is_cte = true;
    }
    if (is_cte) {
      // Each mention is a relation of its own, over the same columns.
      if (relation->open) {
        Relation* mention = NewRelation(RelationKind::kWrapped, &table);
        mention->left = relation;
        mention->open = true;
        std::vector<Column> columns;
        for (uint32_t i = 0; i < relation->columns.size(); ++i)
          if (!relation->columns[i].met) columns.push_back(CopyOf(*relation, i));
        for (Column& column : columns)
          if (column.star) column.from = relation;
        if (std::ranges::none_of(columns, [](const Column& c) { return c.star; })) {
          Column column = NewColumn({}, Unknown(), true);
          column.star = true;
          column.source = ColumnSource::kCopy;
          column.from = relation;
          column.from_column = kWholeRow;
          columns.push_back(column);
        }
        SetColumns(*mention, columns);
        relation = mention;
      } else {
        auto* mention = arena_.New<Relation>(*relation);
        mention->room = 0;
        mention->made_by = relation;
        relation = mention;
      }
    } else if (dialect_ == DialectId::kSqlite) {
      const FunctionInfo* function =
          FindFunction(dialect_, table.name[0].text, FunctionRole::kTable);
      if (function != nullptr && FindLocal(table.name) == nullptr &&
          (options_.schema == nullptr || options_.schema->Find(table.name) == nullptr)) {
        relation = NewRelation(RelationKind::kFunction, &table);
        relation->open = true;
      }
    }
  }
  if (relation == nullptr) {
    relation = LookUpTable(table.name, &table);
    if (relation == nullptr) {
      relation = NewRelation(RelationKind::kFixed,
                             &table);  // told already: what is read of it is not told again
      relation->open = true;
    } else if (statement_ != nullptr) {
      statement_->tables.push_back(relation);
    }
  }
  if (table.alias != nullptr && !table.alias->columns.empty())
    relation = Named(relation, table.alias, &table);
  bound_.relations.Put(&table, relation, 0);
  AddSource(scope, relation, table.alias, table.name);
}

void Binder::BindJoin(const Join& join, Scope& scope) {
  const size_t begin = scope.sources.size();
  // Chains lean to the left: their depth must not become ours.
  std::vector<const Join*> chain;
  const TableRef* first = &join;
  while (const auto* next = As<Join>(static_cast<const Node*>(first))) {
    chain.push_back(next);
    first = next->left;
  }
  BindTable(*first, scope);
  for (auto it = chain.rbegin(); it != chain.rend(); ++it) {
    const Join& one = **it;
    size_t middle = scope.sources.size();
    BindTable(*one.right, scope);
    const size_t before = scope.sources.size();
    if (one.has_using || one.natural) MergeColumns(one, scope, begin, middle);
    middle += scope.sources.size() - before;
    const size_t visible = scope.first_visible;
    if (dialect_ != DialectId::kSqlite && dialect_ != DialectId::kClickhouse)
      scope.first_visible = begin;
    if (dialect_ != DialectId::kSqlite) Condition(one.on, scope, Clause::kOn);
    Condition(one.match_condition, scope, Clause::kOn);
    scope.first_visible = visible;
    const bool left_outer = one.type == JoinKind::kLeft || one.type == JoinKind::kFull;
    const bool right_outer = one.type == JoinKind::kRight || one.type == JoinKind::kFull;
    // ClickHouse's keeps the other side's columns.
    const bool semi =
        one.type == JoinKind::kSemi || one.type == JoinKind::kAnti ||
        (dialect_ != DialectId::kClickhouse &&
         (one.strictness == JoinStrictness::kSemi || one.strictness == JoinStrictness::kAnti));
    for (size_t i = begin; i < scope.sources.size(); ++i) {
      Source& source = scope.sources[i];
      if (source.relation->kind == RelationKind::kMerged && source.relation->node == &one) continue;
      if (i < middle ? right_outer : left_outer) source.nullable = true;
      if (i >= middle && semi) source.plain = source.qualifies = !(source.left_out = true);
    }
  }
  // SQLite's conditions see the tables behind them, too.
  if (dialect_ == DialectId::kSqlite)
    for (auto it = chain.rbegin(); it != chain.rend(); ++it)
      Condition((*it)->on, scope, Clause::kOn);
}

void Binder::MergeColumns(const Join& join, Scope& scope, size_t begin, size_t middle) {
  struct Side {
    size_t source;
    uint32_t column;
  };
  const auto find = [&](const Ident& name, size_t from, size_t to) -> std::optional<Side> {
    std::optional<size_t> only_open;
    size_t opens = 0;
    for (size_t i = from; i < to; ++i) {
      Source& source = scope.sources[i];
      if (!source.plain) continue;
      const auto at = FindInRelation(*source.relation, name, false);
      if (at &&
          std::ranges::none_of(source.covered, [&](const Covered& c) { return c.column == *at; }))
        return Side{i, *at};
      if (!at && source.relation->open) {
        ++opens;
        only_open = i;
      }
    }
    if (opens == 1)
      return Side{*only_open, AddMetColumn(*scope.sources[*only_open].relation, name)};
    return std::nullopt;
  };
  std::vector<Ident> names(join.using_columns.begin(), join.using_columns.end());
  if (join.natural) {
    for (size_t i = begin; i < middle; ++i) {
      for (uint32_t k = 0; k < scope.sources[i].relation->columns.size(); ++k) {
        const Column& column = scope.sources[i].relation->columns[k];
        if (!scope.sources[i].plain || column.met || column.name.empty()) continue;
        if (std::ranges::any_of(scope.sources[i].covered,
                                [&](const Covered& c) { return c.column == k; }))
          continue;
        Ident name;
        name.text = column.name;
        name.quote =
            rules_.names == NameRule::kLower || rules_.names == NameRule::kExact ? '"' : '\0';
        bool right = false;
        for (size_t r = middle; r < scope.sources.size(); ++r)
          right |= FindInRelation(*scope.sources[r].relation, name, false).has_value();
        if (right) names.push_back(name);
      }
    }
  }
  if (names.empty()) return;
  Relation* merged = NewRelation(RelationKind::kMerged, &join);
  std::vector<Column> columns;
  for (const Ident& name : names) {
    const auto left = find(name, begin, middle), right = find(name, middle, scope.sources.size());
    const auto open = [&](size_t from, size_t to) {
      return std::any_of(scope.sources.begin() + static_cast<ptrdiff_t>(from),
                         scope.sources.begin() + static_cast<ptrdiff_t>(to),
                         [](const Source& s) { return s.relation->open; });
    };
    if ((!left && !open(begin, middle)) || (!right && !open(middle, scope.sources.size()))) {
      ReportAt("unknown_column", name.begin,
               Msg("USING ({}): not a column of both sides", name.text), std::string(name.text),
               {});
      continue;
    }
    if (!left && !right) continue;
    const Side one = left ? *left : *right;
    const Side two = right ? *right : *left;
    const Column& a = scope.sources[one.source].relation->columns[one.column];
    const Column& b = scope.sources[two.source].relation->columns[two.column];
    Value av{a.type, a.nullable}, bv{b.type, b.nullable};
    CheckComparable(join, av, bv);
    const bool takes_right = join.type == JoinKind::kRight,
               takes_both = join.type == JoinKind::kFull;
    const Side source = takes_right ? two : one;
    Column column = CopyOf(*scope.sources[source.source].relation, source.column);
    if (takes_both) {
      column.source = ColumnSource::kMerge;
      column.other = scope.sources[two.source].relation;
      column.other_column = two.column;
      column.nullable = a.nullable || b.nullable;
    }
    if (const Type* both = Unify(a.type, b.type)) column.type = both;
    column.met = false;
    const auto number = static_cast<uint32_t>(columns.size());
    columns.push_back(column);
    scope.sources[one.source].covered.push_back(
        {one.column, merged, number, rules_.using_in_place});
    if (left && right)
      scope.sources[two.source].covered.push_back({two.column, merged, number, false});
  }
  SetColumns(*merged, columns);
  bound_.relations.Put(&join, merged, 0);
  Source source;
  source.relation = merged;
  source.qualifies = false;
  source.left_out = rules_.using_in_place;
  if (!join.using_alias.empty()) {
    source.alias = join.using_alias;
    source.hash = NameHash(source.alias.text);
    source.qualifies = true;
  }
  scope.sources.insert(scope.sources.begin() + static_cast<ptrdiff_t>(begin), source);
}

}  // namespace aietl::sql::bind
