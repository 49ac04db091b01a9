#include "sql/dialect.h"

#include "base/error.h"
#include "sql/internal/build_dialect.h"

namespace aietl::sql {

Dialect EmptyDialect(DialectId id, std::string_view name, std::string_view title) {
  Dialect dialect{};
  dialect.id = id;
  dialect.name = name;
  dialect.title = title;
  dialect.rights.fill(kMayBeAll);
  return dialect;
}

void SetRights(Dialect& dialect, KeywordRights rights, std::string_view words) {
  while (!words.empty()) {
    const size_t space = words.find(' ');
    const std::string_view word = words.substr(0, space);
    words = space == std::string_view::npos ? std::string_view() : words.substr(space + 1);
    if (word.empty()) continue;
    const Kw keyword = FindKeyword(word);
    AIETL_CHECK(keyword != Kw::kNotKeyword);
    dialect.rights[static_cast<size_t>(keyword)] = rights;
  }
}

void Allow(Dialect& dialect, std::initializer_list<Feature> features) {
  for (const Feature feature : features)
    dialect.features.set(static_cast<size_t>(feature));
}

const Dialect& DialectOf(DialectId id) {
  static const std::array<Dialect, kDialects> kAll = {
      BuildPostgres(),  BuildMysql(),      BuildSqlite(), BuildDuckdb(),
      BuildSnowflake(), BuildClickhouse(), BuildSpark()};
  return kAll[static_cast<size_t>(id)];
}

const Dialect* FindDialect(std::string_view name) {
  struct Spelling {
    std::string_view name;
    DialectId id;
  };
  static constexpr Spelling kSpellings[] = {
      {"postgres", DialectId::kPostgres},     {"postgresql", DialectId::kPostgres},
      {"mysql", DialectId::kMysql},           {"mariadb", DialectId::kMysql},
      {"sqlite", DialectId::kSqlite},         {"sqlite3", DialectId::kSqlite},
      {"duckdb", DialectId::kDuckdb},         {"snowflake", DialectId::kSnowflake},
      {"clickhouse", DialectId::kClickhouse}, {"spark", DialectId::kSpark},
      {"databricks", DialectId::kSpark},
  };
  for (const Spelling& spelling : kSpellings) {
    if (spelling.name == name) return &DialectOf(spelling.id);
  }
  return nullptr;
}

}  // namespace aietl::sql
