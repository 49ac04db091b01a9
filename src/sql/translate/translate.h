// A statement of one dialect as a statement of another: same rows, or an error that says what has
// no equal.
//
// Nothing is silently different: what comes out with a known difference is named in `losses`, what
// cannot come out is a problem. The result has been parsed in the target dialect.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sql/dialect.h"

namespace aietl::sql {

struct Translation {
  std::string sql;                  // empty when there are problems
  std::vector<std::string> losses;  // differences that remain, each once, in the user's language
  Problems
      problems;  // `invalid` SQL, or "no_equal": what the target has no equal for, with its place
};

// `sql` may hold several statements. Pure and thread-safe.
Translation Translate(std::string_view sql, const Dialect& from, const Dialect& to);

}  // namespace aietl::sql
