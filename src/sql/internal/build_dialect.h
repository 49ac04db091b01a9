// What the dialects' files are written with.
#pragma once

#include <initializer_list>
#include <string_view>

#include "sql/dialect.h"

namespace aietl::sql {

// One for each file of dialect/.
Dialect BuildPostgres();
Dialect BuildMysql();
Dialect BuildSqlite();
Dialect BuildDuckdb();
Dialect BuildSnowflake();
Dialect BuildClickhouse();
Dialect BuildSpark();

// A dialect in which every word may be everything, and without features.
Dialect EmptyDialect(DialectId id, std::string_view name, std::string_view title);
// What the words (separated by blanks) may be. Later calls win.
void SetRights(Dialect& dialect, KeywordRights rights, std::string_view words);
void Allow(Dialect& dialect, std::initializer_list<Feature> features);

}  // namespace aietl::sql
