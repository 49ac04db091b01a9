#include "sql/bind/schema.h"

#include <algorithm>

#include "sql/bind/internal/names.h"

namespace aietl::sql {
namespace {

std::string SchemaLower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

// a.b."C d" as its parts; quotes are ", ` and [].
std::vector<std::string> SplitPath(std::string_view text) {
  std::vector<std::string> parts(1);
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '`' || c == '[') {
      const char close = c == '[' ? ']' : c;
      for (++i; i < text.size() &&
                (text[i] != close || (i + 1 < text.size() && text[i + 1] == close && close != ']'));
           ++i) {
        if (text[i] == close) ++i;
        parts.back() += text[i];
      }
    } else if (c == '.') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

}  // namespace

void Schema::AddTable(std::string_view name, const std::vector<ColumnText>& columns) {
  auto table = std::make_unique<SchemaTable>();
  table->path = SplitPath(name);
  std::vector<Column> made;
  std::vector<uint32_t> key_columns;
  made.reserve(columns.size());
  for (const ColumnText& text : columns) {
    const ReadTypeResult type = ReadType(text.type, dialect_, arena_);
    Column column;
    column.name = arena_.Text(text.name);
    column.hash = NameHash(column.name);
    column.type = type.type;
    column.nullable = !type.not_null;
    if (SchemaLower(text.type).find("primary key") != std::string::npos)
      key_columns.push_back(static_cast<uint32_t>(made.size()));
    made.push_back(column);
  }
  table->relation.kind = RelationKind::kTable;
  table->relation.columns = arena_.List(made);
  table->relation.key = arena_.List(key_columns);
  table->relation.table = table.get();
  const std::string key = SchemaLower(table->path.back());
  const auto [begin, end] = by_name_.equal_range(key);
  for (auto it = begin; it != end; ++it) {
    if (it->second->path != table->path) continue;
    it->second = table.get();
    const auto old = std::ranges::find_if(
        tables_, [&](const auto& other) { return other->path == table->path; });
    *old = std::move(table);
    return;
  }
  by_name_.emplace(key, table.get());
  tables_.push_back(std::move(table));
}

const SchemaTable* Schema::Find(Name path) const {
  if (path.empty()) return nullptr;
  const bind::NameRule rule = bind::RulesOf(dialect_).names;
  const auto [begin, end] = by_name_.equal_range(SchemaLower(path.back().text));
  const SchemaTable* found = nullptr;
  for (auto it = begin; it != end; ++it) {
    const SchemaTable& table = *it->second;
    bool fits = true;
    const size_t shared = std::min<size_t>(table.path.size(), path.size());
    for (size_t i = 1; fits && i <= shared; ++i)
      fits = bind::SameName(path[path.size() - i], table.path[table.path.size() - i], rule);
    if (!fits) continue;
    // Unqualified: the default schema's table, else one that has no schema, else any.
    if (path.size() == 1 && table.path.size() > 1) {
      if (SchemaLower(table.path[table.path.size() - 2]) == SchemaLower(default_)) return &table;
      if (!default_.empty()) continue;
    }
    if (path.size() > 1 && table.path.size() == 1 && !default_.empty() &&
        SchemaLower(path[path.size() - 2].text) != SchemaLower(default_))
      continue;
    if (found == nullptr || table.path.size() == path.size()) found = &table;
  }
  return found;
}

}  // namespace aietl::sql
