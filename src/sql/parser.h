// Text to tree.
#pragma once

#include "base/error.h"
#include "sql/script.h"

namespace aietl::sql {

// Never fails as a whole: what is wrong stands in `problems`, and parsing goes on behind the next
// semicolon.
Script Parse(std::string_view sql, const Dialect& dialect, const ParseLimits& limits = {});

// One statement, or an error that sums up the problems. No statement and several statements are
// errors, too.
Result<Script> ParseOne(std::string_view sql, const Dialect& dialect,
                        const ParseLimits& limits = {});

// An expression alone; the caller's arena keeps it, `sql` is copied into it.
Result<Expr*> ParseExpression(std::string_view sql, const Dialect& dialect, Arena& arena,
                              const ParseLimits& limits = {});

}  // namespace aietl::sql
