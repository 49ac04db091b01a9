// The select list: `*` expanded, every output column named, each item bound once.

#include <algorithm>

#include "base/text.h"
#include "sql/bind/internal/binding.h"
#include "sql/visit.h"

namespace aietl::sql::bind {
namespace {

// DuckDB's COLUMNS(…) somewhere in an expression.
bool HasColumnsCall(const Expr& expr) {
  bool found = false;
  Walk(expr, [&](const Node& node) {
    if (node.kind == NodeKind::kSubqueryExpr || node.kind == NodeKind::kExists) return false;
    if (const auto* call = As<Call>(&node); call != nullptr && call->name.size() == 1 &&
                                            NameHash(call->name[0].text) == NameHash("columns"))
      found = true;
    return !found;
  });
  return found;
}

// `%` and `_` as LIKE has them.
bool LikeMatches(std::string_view text, std::string_view pattern, bool ignore_case) {
  size_t t = 0, p = 0, star = std::string_view::npos, kept = 0;
  const auto lower = [&](char c) {
    return ignore_case && c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  };
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '%') {
      star = p++;
      kept = t;
    } else if (p < pattern.size() && (pattern[p] == '_' || lower(pattern[p]) == lower(text[t]))) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++kept;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '%')
    ++p;
  return p == pattern.size();
}

}  // namespace

void Binder::LayOut(const Select& select, Scope& scope) {
  std::vector<Column> columns;
  columns.reserve(select.items.size() + 4);
  scope.items.reserve(select.items.size() + 1);
  if (select.items.empty() && (select.no_select || select.from_first)) {
    Star star;
    ItemState state;
    ExpandStar(star, scope, columns);
    state.count = static_cast<uint32_t>(columns.size());
    state.state = ItemState::kDone;
    scope.items.push_back(state);
  }
  for (const SelectItem* item : select.items) {
    ItemState state;
    state.item = item;
    state.first = static_cast<uint32_t>(columns.size());
    if (const auto* star = As<Star>(static_cast<const Node*>(item->expr));
        star != nullptr && star->base == nullptr) {
      ExpandStar(*star, scope, columns);
    } else if (item->expr->kind == NodeKind::kStar ||
               (dialect_ == DialectId::kDuckdb && HasColumnsCall(*item->expr))) {
      if (item->expr->kind != NodeKind::kStar) {
        Star all;
        ExpandStar(all, scope, columns);
        for (uint32_t i = state.first; i < columns.size(); ++i) {
          // Each is made of its own column; the filter of COLUMNS('…') is not looked at, so some
          // may be too many.
          columns[i].type = Unknown();
        }
      } else {
        Column column = NewColumn({}, Unknown(), true);
        column.star = true;
        column.source = ColumnSource::kExpr;
        column.expr = item->expr;
        columns.push_back(column);
      }
    } else if (!item->aliases.empty()) {
      for (const Ident& alias : item->aliases) {
        Column column = NewColumn(StoredName(alias, rules_.names, arena_), nullptr, true);
        column.source = ColumnSource::kExpr;
        column.expr = item->expr;
        columns.push_back(column);
      }
    } else {
      Column column = NewColumn(item->alias.empty() ? OutputName(*item->expr)
                                                    : StoredName(item->alias, rules_.names, arena_),
                                nullptr, true);
      column.source = ColumnSource::kExpr;
      column.expr = item->expr;
      columns.push_back(column);
    }
    state.count = static_cast<uint32_t>(columns.size()) - state.first;
    scope.items.push_back(state);
  }
  for (Column& column : columns) {
    scope.output->open |= column.star;
    if (column.type == nullptr) column.type = Unknown();
  }
  SetColumns(*scope.output, columns);
}

void Binder::AddStarColumns(const Star& star, Scope& scope, const Source& source,
                            std::vector<Column>& out) {
  const Relation& relation = *source.relation;
  const auto excluded = [&](std::string_view name) {
    return std::ranges::any_of(
        star.exclude, [&](const Name& path) { return SameName(path.back(), name, rules_.names); });
  };
  for (uint32_t i = 0; i < relation.columns.size(); ++i) {
    Column column = relation.columns[i];
    if (column.met) continue;
    const Relation* from = &relation;
    uint32_t at = i;
    const auto covered =
        std::ranges::find_if(source.covered, [&](const Covered& c) { return c.column == i; });
    if (star.qualifier.empty() && covered != source.covered.end()) {
      if (!covered->in_place) continue;
      from = covered->merged;
      at = covered->merged_column;
      column = from->columns[at];
    }
    if (!star.exclude.empty() && excluded(column.name)) continue;
    if (star.like != nullptr) {
      const auto* like = As<Like>(static_cast<const Node*>(star.like));
      const auto* pattern =
          like == nullptr ? nullptr : As<Literal>(static_cast<const Node*>(like->pattern));
      if (pattern != nullptr && (like->op == LikeKind::kLike || like->op == LikeKind::kILike) &&
          LikeMatches(column.name, pattern->text, like->op == LikeKind::kILike) == like->negated)
        continue;
    }
    const bool nullable = column.nullable || source.nullable;
    const bool is_star = column.star;
    column = CopyOf(*from, at);
    column.nullable = nullable;
    column.star = is_star;
    if (is_star) column.from = from;
    for (const AliasedExpr* rename : star.rename) {
      const auto* old = As<ColumnRef>(static_cast<const Node*>(rename->expr));
      if (old == nullptr || old->name.empty() ||
          !SameName(old->name.back(), column.name, rules_.names))
        continue;
      column.name = StoredName(rename->alias, rules_.names, arena_);
      column.hash = NameHash(column.name);
    }
    for (const AliasedExpr* replaced : star.replace) {
      if (!SameName(replaced->alias, column.name, rules_.names)) continue;
      const Value value = BindExpr(replaced->expr, scope);
      column.source = ColumnSource::kExpr;
      column.expr = replaced->expr;
      column.from = nullptr;
      column.type = Settled(value.type);
      column.nullable = value.nullable;
    }
    out.push_back(column);
  }
  if (relation.open &&
      std::ranges::none_of(relation.columns, [](const Column& c) { return c.star; })) {
    Column column = NewColumn({}, Unknown(), true);
    column.star = true;
    column.source = ColumnSource::kCopy;
    column.from = &relation;
    column.from_column = kWholeRow;
    out.push_back(column);
  }
}

void Binder::ExpandStar(const Star& star, Scope& scope, std::vector<Column>& out) {
  const size_t first = out.size();
  if (!star.qualifier.empty()) {
    for (Scope* s = &scope; s != nullptr; s = s->outer) {
      Source* source = FindSource(star.qualifier, *s);
      if (source == nullptr) continue;
      AddStarColumns(star, scope, *source, out);
      return;
    }
    if (rules_.fields_by_dot) {  // a struct's fields
      Column column = NewColumn({}, Unknown(), true);
      column.star = true;
      column.source = ColumnSource::kExpr;
      out.push_back(column);
      return;
    }
    ReportAt("unknown_table", star.qualifier[0].begin,
             Msg("nothing in FROM is called {}", PathText(star.qualifier)),
             PathText(star.qualifier), {});
    return;
  }
  if (scope.sources.empty()) {
    Report("star_without_from", star.has_place() ? static_cast<const Node*>(&star) : scope.select,
           Msg("* needs a FROM"));
    return;
  }
  for (const Source& source : scope.sources)
    if (!source.left_out) AddStarColumns(star, scope, source, out);
  // SQLite takes two tables of one name, and refuses only what names their columns.
  for (size_t i = 0; dialect_ == DialectId::kSqlite && i < scope.sources.size(); ++i) {
    const auto twin = std::find_if(
        scope.sources.begin(), scope.sources.begin() + static_cast<ptrdiff_t>(i),
        [&](const Source& other) {
          return other.qualifies && scope.sources[i].qualifies && !scope.sources[i].path.empty() &&
                 !other.path.empty() && Same(other.alias, scope.sources[i].alias);
        });
    if (twin == scope.sources.begin() + static_cast<ptrdiff_t>(i)) continue;
    ReportAt("duplicate_alias", scope.sources[i].alias.begin,
             Msg("{} stands twice in FROM", scope.sources[i].alias.text),
             std::string(scope.sources[i].alias.text), Tr("give one of them another alias"));
    break;
  }
  // What EXCLUDE and REPLACE name must be there.
  const bool open = std::any_of(out.begin() + static_cast<ptrdiff_t>(first), out.end(),
                                [](const Column& c) { return c.star; });
  const auto there = [&](const Ident& name) {
    for (const Source& source : scope.sources)
      if (FindInRelation(*source.relation, name, false)) return true;
    return open;
  };
  if (dialect_ == DialectId::kDuckdb || dialect_ == DialectId::kSnowflake ||
      dialect_ == DialectId::kSpark) {
    for (const Name& name : star.exclude)
      if (!there(name.back()))
        ReportAt("unknown_column", name.back().begin,
                 Msg("column {} does not exist", name.back().text), PathText(name), {});
    for (const AliasedExpr* replaced : star.replace)
      if (!there(replaced->alias))
        ReportAt("unknown_column", replaced->alias.begin,
                 Msg("column {} does not exist", replaced->alias.text),
                 std::string(replaced->alias.text), {});
  }
}

void Binder::BindItem(Scope& scope, size_t index) {
  if (scope.items[index].state != ItemState::kNew) return;
  scope.items[index].state = ItemState::kBusy;
  const ItemState item = scope.items[index];
  const Clause clause = scope.clause;
  const size_t current = scope.current_item;
  const bool collects = scope.collects, aggregate = scope.saw_aggregate, window = scope.saw_window;
  const int aggregate_depth = scope.aggregate_depth, window_depth = scope.window_depth,
            grouped_depth = scope.grouped_depth;
  scope.clause = Clause::kSelect;
  scope.current_item = index;
  scope.collects = true;
  scope.aggregate_depth = scope.window_depth = scope.grouped_depth = 0;
  scope.saw_aggregate = scope.saw_window = false;
  const auto* star = As<Star>(static_cast<const Node*>(item.item->expr));
  if (star != nullptr) {
    if (star->base != nullptr) BindExpr(star->base, scope);
    for (uint32_t i = item.first; i < item.first + item.count; ++i) {
      const Column& column = scope.output->columns[i];
      if (column.source == ColumnSource::kCopy && !column.star)
        scope.ungrouped.push_back({star, {column.from, column.from_column}});
    }
  } else {
    Value value = BindExpr(item.item->expr, scope);
    if (item.count == 1 && !scope.output->columns[item.first].star &&
        scope.output->columns[item.first].source == ColumnSource::kExpr) {
      Column& column = scope.output->columns[item.first];
      column.type = Settled(value.type);
      column.nullable = value.nullable;
    }
  }
  scope.items[index].aggregates = scope.saw_aggregate;
  scope.items[index].windows = scope.saw_window;
  scope.items[index].state = ItemState::kDone;
  scope.clause = clause;
  scope.current_item = current;
  scope.collects = collects;
  scope.aggregate_depth = aggregate_depth;
  scope.window_depth = window_depth;
  scope.grouped_depth = grouped_depth;
  scope.saw_aggregate = aggregate || scope.saw_aggregate;
  scope.saw_window = window || scope.saw_window;
}

// For WHERE and GROUP BY, before it is known what is grouped: only the type and what the item holds
// are kept.
void Binder::BindEarly(Scope& scope, size_t index) {
  if (scope.items[index].state != ItemState::kNew) return;
  const size_t ungrouped = scope.ungrouped.size();
  BindItem(scope, index);
  if (scope.collects) return;
  scope.ungrouped.resize(ungrouped);
  scope.items[index].state = ItemState::kNew;
}

// As the engine names a column that has no alias; texts that no engine would show are the
// expression's own.
std::string_view Binder::OutputName(const Expr& expr, bool nested) {
  const Expr& inner = *Unparen(&expr);
  if (const auto* ref = As<ColumnRef>(&inner); ref != nullptr && !ref->name.empty())
    return StoredName(ref->name.back(), rules_.names, arena_);
  if (const auto* field = As<FieldAccess>(&inner))
    return StoredName(field->field, rules_.names, arena_);
  if (dialect_ == DialectId::kPostgres) {
    switch (inner.kind) {
      case NodeKind::kCall: {
        const auto& call = static_cast<const Call&>(inner);
        return StoredName(call.name.back(), rules_.names, arena_);
      }
      case NodeKind::kCast: {
        const auto& cast = static_cast<const Cast&>(inner);
        const std::string_view below = OutputName(*cast.expr, true);
        if (!below.empty()) return below;
        if (cast.type == nullptr || cast.type->name.empty()) return "?column?";
        const Type* type = ReadType(*cast.type, dialect_, arena_).type;
        switch (type->kind) {
          case TypeKind::kInt:
            return type->bits == 64 ? "int8" : type->bits == 16 ? "int2" : "int4";
          case TypeKind::kFloat: return type->bits == 32 ? "float4" : "float8";
          case TypeKind::kBool: return "bool";
          case TypeKind::kDecimal: return "numeric";
          case TypeKind::kChar: return "bpchar";
          case TypeKind::kText: return type->name == "varchar" ? "varchar" : "text";
          case TypeKind::kTimestamp: return "timestamp";
          case TypeKind::kTimestampTz: return "timestamptz";
          case TypeKind::kTime: return "time";
          case TypeKind::kTimeTz: return "timetz";
          default: return StoredName(cast.type->name.back(), rules_.names, arena_);
        }
      }
      case NodeKind::kTypedLiteral: {
        const auto& literal = static_cast<const TypedLiteral&>(inner);
        return literal.type == nullptr || literal.type->name.empty()
                   ? "?column?"
                   : StoredName(literal.type->name.back(), rules_.names, arena_);
      }
      case NodeKind::kIntervalExpr: return "interval";
      case NodeKind::kCase: {
        const auto& choice = static_cast<const Case&>(inner);
        const std::string_view below =
            choice.otherwise == nullptr ? std::string_view() : OutputName(*choice.otherwise, true);
        return below.empty() ? "case" : below;
      }
      case NodeKind::kExists: return "exists";
      case NodeKind::kArrayExpr: return "array";
      case NodeKind::kRowExpr: return "row";
      case NodeKind::kSubqueryExpr: {
        const auto& sub = static_cast<const SubqueryExpr&>(inner);
        if (sub.array) return "array";
        const auto* select = As<Select>(static_cast<const Node*>(sub.query->body));
        if (select == nullptr || select->items.empty()) return "?column?";
        const SelectItem& item = *select->items[0];
        return item.alias.empty() ? OutputName(*item.expr)
                                  : StoredName(item.alias, rules_.names, arena_);
      }
      case NodeKind::kCollate: return OutputName(*static_cast<const Collate&>(inner).expr, nested);
      case NodeKind::kSubscript:
        return OutputName(*static_cast<const Subscript&>(inner).base, nested);
      case NodeKind::kAtTimeZone: return "timezone";
      default: return nested ? std::string_view() : "?column?";
    }
  }
  if (dialect_ == DialectId::kDuckdb) {
    if (const auto* call = As<Call>(&inner);
        call != nullptr && call->args.size() == 1 && call->args[0]->value != nullptr &&
        call->args[0]->value->kind == NodeKind::kStar &&
        NameHash(call->name.back().text) == NameHash("count") && call->over == nullptr &&
        call->filter == nullptr) {
      return "count_star()";
    }
  }
  return script_.TextOf(expr);
}

}  // namespace aietl::sql::bind
