// What is legal and yet likely wrong or slow, each with a place, a reason, and the statement as it
// could be instead where both provably give the same rows (NULLs and duplicates included).
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "sql/bind/binder.h"

namespace aietl::sql {

struct Finding {
  std::string code;  // stable, e.g. "not_in_null"; README.md lists all
  Severity severity = Severity::kWarning;
  std::string message;
  Place place;
  std::string rewrite;  // the whole statement; empty: none that is certain
};

// Of all statements, by place. `bound` must be of `script`. Thread-safe.
std::vector<Finding> Lint(const Script& script, const Bound& bound);

}  // namespace aietl::sql
