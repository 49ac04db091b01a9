// What a column's name means where it stands.

#include <algorithm>

#include "base/text.h"
#include "sql/bind/internal/binding.h"

namespace aietl::sql::bind {
namespace {

struct SystemColumnRow {
  DialectId dialect;
  std::string_view name;
  Type type;
};
constexpr Type kRowNumber{.kind = TypeKind::kInt, .bits = 64};
constexpr Type kAnyType{};
constexpr Type kSystemText{.kind = TypeKind::kText};
constexpr Type Named(std::string_view name) {
  return {.kind = TypeKind::kOther, .name = name};
}

// Columns that every table of the dialect has without naming them.
constexpr SystemColumnRow kSystemColumns[] = {
    {DialectId::kPostgres, "ctid", Named("tid")},
    {DialectId::kPostgres, "xmin", Named("xid")},
    {DialectId::kPostgres, "xmax", Named("xid")},
    {DialectId::kPostgres, "cmin", Named("cid")},
    {DialectId::kPostgres, "cmax", Named("cid")},
    {DialectId::kPostgres, "tableoid", Named("oid")},
    {DialectId::kSqlite, "rowid", kRowNumber},
    {DialectId::kSqlite, "oid", kRowNumber},
    {DialectId::kSqlite, "_rowid_", kRowNumber},
    {DialectId::kDuckdb, "rowid", kRowNumber},
    {DialectId::kDuckdb, "filename", kSystemText},
    {DialectId::kDuckdb, "file_row_number", kRowNumber},
    {DialectId::kDuckdb, "file_index", kRowNumber},
    {DialectId::kSpark, "_metadata", kAnyType},
    {DialectId::kSpark, "_change_type", kSystemText},
    {DialectId::kSpark, "_commit_version", kRowNumber},
    {DialectId::kSpark, "_commit_timestamp", Type{.kind = TypeKind::kTimestamp}},
    {DialectId::kClickhouse, "_part", kSystemText},
    {DialectId::kClickhouse, "_partition_id", kSystemText},
    {DialectId::kClickhouse, "_part_index", kAnyType},
    {DialectId::kClickhouse, "_table", kSystemText},
    {DialectId::kClickhouse, "_database", kSystemText},
    {DialectId::kClickhouse, "_path", kSystemText},
    {DialectId::kClickhouse, "_file", kSystemText},
    {DialectId::kClickhouse, "_row_exists", kAnyType},
    {DialectId::kClickhouse, "_sample_factor", kAnyType},
    {DialectId::kMysql, "_rowid", kRowNumber},
    {DialectId::kMysql, "row_start", Type{.kind = TypeKind::kTimestamp}},
    {DialectId::kMysql, "row_end", Type{.kind = TypeKind::kTimestamp}},
};

const Type* SystemColumn(std::string_view name, DialectId dialect) {
  for (const SystemColumnRow& row : kSystemColumns)
    if (row.dialect == dialect && row.name.size() == name.size() &&
        NameHash(row.name) == NameHash(name))
      return &row.type;
  const bool metadata = dialect == DialectId::kSnowflake && name.size() > 9 &&
                        NameHash(name.substr(0, 9)) == NameHash("metadata$");
  return metadata ? &kAnyType : nullptr;
}

// Words that are values where no column has their name.
const Type* WordType(std::string_view name, DialectId dialect) {
  static constexpr Type kFloat64{.kind = TypeKind::kFloat, .bits = 64};
  static constexpr SystemColumnRow kWords[] = {
      {DialectId::kDuckdb, "session_user", kSystemText},
      {DialectId::kDuckdb, "user", kSystemText},
      {DialectId::kDuckdb, "current_role", kSystemText},
      {DialectId::kDuckdb, "current_catalog", kSystemText},
      {DialectId::kDuckdb, "current_schema", kSystemText},
      {DialectId::kDuckdb, "merge_action", kSystemText},
      {DialectId::kSpark, "session_user", kSystemText},
      {DialectId::kSpark, "current_user", kSystemText},
      {DialectId::kSpark, "user", kSystemText},
      {DialectId::kClickhouse, "inf", kFloat64},
      {DialectId::kClickhouse, "nan", kFloat64},
  };
  for (const SystemColumnRow& row : kWords)
    if (row.dialect == dialect && row.name.size() == name.size() &&
        NameHash(row.name) == NameHash(name))
      return &row.type;
  return nullptr;
}

bool AliasesCount(Clause clause, const Rules& rules) {
  switch (clause) {
    case Clause::kWhere: return rules.alias_in_where;
    case Clause::kGroupBy: return rules.alias_in_group;
    case Clause::kHaving: return rules.alias_in_having;
    case Clause::kQualify: return true;
    case Clause::kSelect: return rules.alias_in_select;
    case Clause::kOrderBy: return rules.alias_in_order_expressions;
    case Clause::kWindow: return rules.alias_in_select;
    default: return false;
  }
}

}  // namespace

Relation* Binder::Unattributed() {
  if (unattributed_ == nullptr) {
    unattributed_ = NewRelation(RelationKind::kTable, nullptr);
    unattributed_->open = true;
  }
  return unattributed_;
}

std::optional<uint32_t> Binder::FindInRelation(Relation& relation, const Ident& name, bool add) {
  const uint32_t hash = NameHash(name.text);
  for (uint32_t i = 0; i < relation.columns.size(); ++i) {
    const Column& column = relation.columns[i];
    if (column.hash == hash && !column.name.empty() && SameName(name, column.name, rules_.names))
      return i;
  }
  const Type* system =
      relation.kind == RelationKind::kTable ? SystemColumn(name.text, dialect_) : nullptr;
  if (!add || (!relation.open && system == nullptr)) return std::nullopt;
  const uint32_t at = AddMetColumn(relation, name);
  if (system != nullptr && !relation.open) {
    relation.columns.data()[at].type = system;
    relation.columns.data()[at].nullable = false;
  }
  return at;
}

uint32_t Binder::AddMetColumn(Relation& relation, const Ident& name) {
  Column column = NewColumn(StoredName(name, rules_.names, arena_), Unknown(), true);
  column.met = true;
  const auto reach = [&](const Relation* below) -> std::optional<uint32_t> {
    return below == nullptr ? std::nullopt
                            : FindInRelation(const_cast<Relation&>(*below), name, true);
  };
  const auto copy = [&](const Relation* below, uint32_t at) {
    column.source = ColumnSource::kCopy;
    column.from = below;
    column.from_column = at;
    column.type = below->columns[at].type;
    column.nullable = below->columns[at].nullable;
  };
  switch (relation.kind) {
    case RelationKind::kSet: {
      const auto left = reach(relation.left), right = reach(relation.right);
      if (left) copy(relation.left, *left);
      if (left && right) {
        column.source = ColumnSource::kMerge;
        column.other = relation.right;
        column.other_column = *right;
      }
      break;
    }
    case RelationKind::kSelect:
    case RelationKind::kWrapped: {
      const Relation* from = nullptr;
      size_t stars = 0;
      for (const Column& c : relation.columns) {
        if (!c.star) continue;
        from = c.from;
        ++stars;
      }
      if (stars != 1 || from == nullptr) from = Unattributed();
      const auto at = reach(from);
      column.source = ColumnSource::kExpr;  // of nothing that is known
      if (at) copy(from, *at);
      break;
    }
    default: break;
  }
  const uint32_t size = relation.columns.size();
  if (size >= relation.room) {
    const uint32_t room = std::max(8U, size * 2);
    auto* grown = static_cast<Column*>(arena_.Take(room * sizeof(Column), alignof(Column)));
    std::copy(relation.columns.begin(), relation.columns.end(), grown);
    relation.columns = {grown, size};
    relation.room = room;
  }
  relation.columns.data()[size] = column;
  relation.columns = {relation.columns.data(), size + 1U};
  return size;
}

std::optional<Binder::Found> Binder::FindPlain(const Ident& name, Scope& scope, bool* ambiguous,
                                               bool* open) {
  *ambiguous = *open = false;
  const uint32_t hash = NameHash(name.text);
  Found found;
  Source* only_open = nullptr;
  size_t matches = 0, opens = 0;
  for (size_t index = scope.first_visible; index < scope.sources.size(); ++index) {
    Source& source = scope.sources[index];
    if (!source.plain) continue;
    const Relation& relation = *source.relation;
    bool here = false;
    for (uint32_t i = 0; i < relation.columns.size(); ++i) {
      const Column& column = relation.columns[i];
      if (column.hash != hash || column.name.empty() || !SameName(name, column.name, rules_.names))
        continue;
      if (!source.covered.empty() &&
          std::ranges::any_of(source.covered, [&](const Covered& c) { return c.column == i; })) {
        here = true;  // seen through the merged column
        break;
      }
      // Two columns of one relation with one name are ambiguous, too.
      if (here && matches > 0) {
        if (rules_.duplicates_are_ambiguous) ++matches;
        continue;
      }
      here = true;
      if (matches++ == 0)
        found = {
            .at = {&relation, i}, .nullable = column.nullable || source.nullable, .scope = &scope};
    }
    if (!here && relation.open) {
      ++opens;
      only_open = &source;
    }
  }
  if (matches > 1 && rules_.ambiguity_is_error) *ambiguous = true;
  if (matches > 0) return found;
  if (opens == 1) {
    const uint32_t at = AddMetColumn(*only_open->relation, name);
    return Found{.at = {only_open->relation, at}, .nullable = true, .scope = &scope};
  }
  *open = opens > 1;
  // Of tables alone: rowid and its like.
  for (Source& source : scope.sources) {
    if (!source.plain || source.relation->kind != RelationKind::kTable ||
        SystemColumn(name.text, dialect_) == nullptr)
      continue;
    return Found{.at = {source.relation, *FindInRelation(*source.relation, name, true)},
                 .nullable = false,
                 .scope = &scope};
  }
  return std::nullopt;
}

Source* Binder::FindSource(Name qualifier, Scope& scope) {
  const uint32_t hash = NameHash(qualifier.back().text);
  for (size_t index = scope.first_visible; index < scope.sources.size(); ++index) {
    Source& source = scope.sources[index];
    if (!source.qualifies || source.hash != hash) continue;
    if (qualifier.size() == 1) {
      if (Same(qualifier[0], source.alias)) return &source;
      continue;
    }
    if (source.path.empty()) continue;
    bool fits = true;
    for (size_t i = 1; fits && i <= qualifier.size(); ++i) {
      const Ident& part = qualifier[qualifier.size() - i];
      if (i <= source.path.size()) {
        fits = Same(part, source.path[source.path.size() - i]);
      } else if (source.relation->table != nullptr && i <= source.relation->table->path.size()) {
        const auto& path = source.relation->table->path;
        fits = SameName(part, path[path.size() - i], rules_.names);
      }
    }
    if (fits) return &source;
  }
  return nullptr;
}

ColumnAt Binder::AliasNamed(Scope& scope, const Ident& name, size_t before) {
  if (scope.output == nullptr) return {};
  for (size_t i = 0; i < std::min(before, scope.items.size()); ++i) {
    const ItemState& item = scope.items[i];
    if (item.item == nullptr || item.item->alias.empty() || item.state == ItemState::kBusy)
      continue;
    if (Same(name, item.item->alias)) return {scope.output, item.first};
  }
  return {};
}

Value Binder::UseColumn(const ColumnRef& ref, const Found& found) {
  bound_.meanings.Put(&ref, found.at.relation, found.at.column);
  Scope& home = *found.scope;
  if (home.collects && home.aggregate_depth == 0 && home.grouped_depth == 0)
    home.ungrouped.push_back({&ref, found.at});
  if (found.at.whole_row()) return {BasicType(TypeKind::kRow), found.nullable};
  Value value{found.at->type, found.nullable};
  for (size_t i = found.parts; i < ref.name.size(); ++i)
    value = FieldOf(value, ref.name[i]);
  return value;
}

Value Binder::BindColumnRef(const ColumnRef& ref, Scope& scope) {
  const Name& name = ref.name;
  if (name.empty()) return {Unknown(), true};
  const auto alias = [&](Scope& s, const Ident& ident) -> std::optional<Value> {
    if (!AliasesCount(s.clause, rules_)) return std::nullopt;
    const size_t before = s.clause == Clause::kSelect && dialect_ != DialectId::kClickhouse
                              ? s.current_item
                              : s.items.size();
    const ColumnAt at = AliasNamed(s, ident, before);
    if (!at) return std::nullopt;
    for (size_t i = 0; i < s.items.size(); ++i) {
      if (s.items[i].first != at.column || s.items[i].count == 0) continue;
      BindEarly(s, i);
      if (s.items[i].aggregates && (s.clause == Clause::kWhere || s.clause == Clause::kGroupBy))
        Report("misplaced_aggregate", &ref,
               Msg("{} is an aggregate, which cannot stand here", ident.text),
               std::string(ident.text));
      if (s.items[i].windows && (s.clause == Clause::kWhere || s.clause == Clause::kGroupBy ||
                                 s.clause == Clause::kHaving))
        Report("misplaced_window", &ref,
               Msg("{} is a window function, which cannot stand here", ident.text),
               std::string(ident.text));
      s.saw_aggregate |=
          s.items[i].aggregates && s.clause != Clause::kWhere && s.clause != Clause::kGroupBy;
    }
    bound_.meanings.Put(&ref, at.relation, at.column);
    Value value{at->type == nullptr ? Unknown() : at->type, at->nullable};
    for (size_t i = 1; i < name.size(); ++i)
      value = FieldOf(value, name[i]);
    return value;
  };

  bool uncertain = false;
  if (name.size() > 1) {
    for (Scope* s = &scope; s != nullptr; s = s->outer) {
      for (size_t parts = std::min<size_t>(name.size() - 1, 3); parts >= 1; --parts) {
        Source* source = FindSource(Name(name.data(), parts), *s);
        if (source == nullptr) continue;
        const Ident& column = name[parts];
        const auto at = FindInRelation(*source->relation, column, true);
        if (!at) {
          UnknownColumn(ref, column, s, source->relation);
          return {Unknown(), true};
        }
        return UseColumn(ref,
                         {.at = {source->relation, *at},
                          .nullable = (*source->relation).columns[*at].nullable || source->nullable,
                          .scope = s,
                          .parts = parts + 1});
      }
    }
    if (dialect_ == DialectId::kSnowflake && (NameHash(name.back().text) == NameHash("nextval") ||
                                              NameHash(name.back().text) == NameHash("currval")))
      return {&kRowNumber, false};  // of a sequence
    if (!rules_.fields_by_dot && dialect_ != DialectId::kSnowflake) {
      ReportAt("unknown_table", name[0].begin,
               Msg("nothing in FROM is called {}", PathText(Name(name.data(), name.size() - 1))),
               PathText(name), {});
      return {Unknown(), true};
    }
  }
  for (Scope* s = &scope; s != nullptr; s = s->outer) {
    if (rules_.alias_first) {
      if (const auto value = alias(*s, name[0])) return *value;
    }
    bool ambiguous = false, open = false;
    const auto found = FindPlain(name[0], *s, &ambiguous, &open);
    if (ambiguous) {
      Report("ambiguous_column", &ref, Msg("column {} is in several tables here", name[0].text),
             PathText(name), Tr("write the table before it"));
      return {Unknown(), true};
    }
    if (found) return UseColumn(ref, *found);
    if (const auto value = alias(*s, name[0])) return *value;
    if (s->with != nullptr) {
      for (const Cte* cte : s->with->ctes) {
        if (cte->expr == nullptr || !Same(cte->name, name[0])) continue;
        const Value value = BindExpr(cte->expr, *s);
        Relation* relation = NewRelation(RelationKind::kSelect, nullptr);
        Column column = NewColumn(cte->name.text, value.type, value.nullable);
        column.source = ColumnSource::kExpr;
        column.expr = cte->expr;
        SetColumns(*relation, {column});
        bound_.meanings.Put(&ref, relation, 0);
        return value;
      }
    }
    uncertain |= open;
    if (open) break;
  }
  if (uncertain) {
    Relation& none = *Unattributed();
    const auto at = FindInRelation(none, name[0], true);
    bound_.meanings.Put(&ref, &none, at.value_or(0));
    return {Unknown(), true};
  }
  if (name.size() == 1 && (dialect_ == DialectId::kPostgres || dialect_ == DialectId::kDuckdb ||
                           dialect_ == DialectId::kSpark)) {
    for (Scope* s = &scope; s != nullptr; s = s->outer) {
      if (Source* source = FindSource(name, *s))
        return UseColumn(
            ref, {.at = {source->relation, kWholeRow}, .nullable = source->nullable, .scope = s});
    }
  }
  if (rules_.quoted_is_text && name[0].quote == '"') return {TextLiteralType(), false};
  if (const Type* type =
          name.size() == 1 && !name[0].quoted() ? WordType(name[0].text, dialect_) : nullptr)
    return {type, false};
  if (name.size() > 1) {
    ReportAt("unknown_table", name[0].begin,
             Msg("nothing in FROM is called {}", PathText(Name(name.data(), name.size() - 1))),
             PathText(name), {});
  } else {
    UnknownColumn(ref, name[0], &scope, nullptr);
  }
  return {Unknown(), true};
}

Value Binder::FieldOf(const Value& base, const Ident& field) {
  if (base.type->kind == TypeKind::kStruct || base.type->kind == TypeKind::kRow) {
    for (const TypeField& known : base.type->fields)
      if (NameHash(known.name) == NameHash(field.text)) return {known.type, base.nullable};
    if (!base.type->fields.empty() && !base.type->fields[0].name.empty() && rules_.strict_types)
      ReportAt("unknown_field", field.begin, Msg("the value has no field {}", field.text),
               std::string(field.text), {});
    return {Unknown(), true};
  }
  if (base.type->kind == TypeKind::kVariant || base.type->kind == TypeKind::kJson)
    return {base.type, true};
  if (base.type->kind == TypeKind::kMap && base.type->value != nullptr)
    return {base.type->value, true};
  return {Unknown(), true};
}

}  // namespace aietl::sql::bind
