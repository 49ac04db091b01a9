#include "sql/bind/internal/names.h"

#include <algorithm>

namespace aietl::sql {
namespace {

char NamesLower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool NamesEqualIgnoringCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return NamesLower(x) == NamesLower(y);
         });
}

}  // namespace

uint32_t NameHash(std::string_view name) {
  uint32_t hash = 2166136261U;
  for (char c : name)
    hash = (hash ^ static_cast<uint8_t>(NamesLower(c))) * 16777619U;
  return hash;
}

namespace bind {

const Rules& RulesOf(DialectId dialect) {
  static constexpr Rules kPostgres{.names = NameRule::kLower,
                                   .key_implies_columns = true,
                                   .strict_types = true,
                                   .boolean_conditions = true,
                                   .distinct_order_check = true};
  static constexpr Rules kMysql{.names = NameRule::kInsensitive,
                                .alias_in_having = true,
                                .alias_in_order_expressions = true,
                                .group_check = false};
  static constexpr Rules kSqlite{.names = NameRule::kInsensitive,
                                 .alias_in_where = true,
                                 .alias_in_having = true,
                                 .alias_in_order_expressions = true,
                                 .group_check = false,
                                 .using_in_place = true,
                                 .recursive_always = true,
                                 .quoted_is_text = true,
                                 .duplicates_are_ambiguous = false};
  static constexpr Rules kDuckdb{.names = NameRule::kInsensitive,
                                 .alias_in_where = true,
                                 .alias_in_having = true,
                                 .alias_in_order_expressions = true,
                                 .alias_in_select = true,
                                 .strict_types = true,
                                 .lateral_always = true,
                                 .fields_by_dot = true,
                                 .using_in_place = true,
                                 .duplicates_are_ambiguous = false};
  static constexpr Rules kSnowflake{.names = NameRule::kUpper,
                                    .alias_in_where = true,
                                    .alias_in_having = true,
                                    .alias_in_order_expressions = true,
                                    .alias_in_select = true,
                                    .recursive_always = true,
                                    .function_names_certain = false};
  static constexpr Rules kClickhouse{.names = NameRule::kExact,
                                     .alias_in_where = true,
                                     .alias_in_having = true,
                                     .alias_in_order_expressions = true,
                                     .alias_in_select = true,
                                     .alias_first = true,
                                     .fields_by_dot = true,
                                     .using_in_place = true,
                                     .ambiguity_is_error = false,
                                     .duplicates_are_ambiguous = false};
  static constexpr Rules kSpark{.names = NameRule::kInsensitive,
                                .alias_in_having = true,
                                .alias_in_order_expressions = true,
                                .alias_in_select = true,
                                .fields_by_dot = true};
  static constexpr const Rules* kAll[] = {&kPostgres,  &kMysql,      &kSqlite, &kDuckdb,
                                          &kSnowflake, &kClickhouse, &kSpark};
  return *kAll[static_cast<size_t>(dialect)];
}

bool SameName(const Ident& name, std::string_view stored, NameRule rule) {
  switch (rule) {
    case NameRule::kExact: return name.text == stored;
    case NameRule::kInsensitive: return NamesEqualIgnoringCase(name.text, stored);
    case NameRule::kLower:
      if (name.quoted()) return name.text == stored;
      return name.text.size() == stored.size() &&
             std::equal(name.text.begin(), name.text.end(), stored.begin(),
                        [](char x, char y) { return NamesLower(x) == y; });
    case NameRule::kUpper:
      if (!name.quoted() || name.text == stored) return NamesEqualIgnoringCase(name.text, stored);
      return NamesEqualIgnoringCase(name.text, stored) &&
             std::ranges::none_of(name.text, [](char c) { return c >= 'a' && c <= 'z'; });
  }
  return false;
}

bool SameIdents(const Ident& a, const Ident& b, NameRule rule) {
  if (rule != NameRule::kLower) return SameName(a, b.text, rule);
  if (a.quoted() == b.quoted())
    return a.quoted() ? a.text == b.text : NamesEqualIgnoringCase(a.text, b.text);
  return a.quoted() ? SameName(b, a.text, rule) : SameName(a, b.text, rule);
}

std::string_view StoredName(const Ident& name, NameRule rule, Arena& arena) {
  if (rule != NameRule::kLower || name.quoted()) return name.text;
  if (std::ranges::none_of(name.text, [](char c) { return c >= 'A' && c <= 'Z'; }))
    return name.text;
  char* out = static_cast<char*>(arena.Take(name.text.size(), 1));
  std::ranges::transform(name.text, out, NamesLower);
  return {out, name.text.size()};
}

std::string PathText(Name path) {
  std::string out;
  for (const Ident& part : path) {
    if (!out.empty()) out += '.';
    out += part.text;
  }
  return out;
}

}  // namespace bind
}  // namespace aietl::sql
