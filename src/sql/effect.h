// What a statement is and what it does at most, as far as its text says. The guard looks further
// (functions, files, policies).
#pragma once

#include <string_view>

#include "sql/ast.h"

namespace aietl::sql {

enum class Effect : uint8_t { kRead, kWrite, kDdl, kAdmin };

// "read", "write", "ddl", "admin"
std::string_view EffectName(Effect effect);

// "select", "insert", "create_table", … in snake_case, stable.
std::string_view KindName(const Statement& statement);

// Writes are found wherever they stand: in CTEs, behind EXPLAIN ANALYZE, in SELECT … INTO.
Effect EffectOf(const Statement& statement);

}  // namespace aietl::sql
