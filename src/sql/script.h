// A parsed text: the tree, its memory, its comments, and what was wrong.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sql/ast.h"
#include "sql/dialect.h"
#include "sql/token.h"

namespace aietl::sql {

// Lines and columns of offsets. Columns count characters, both from 1.
class LineIndex {
 public:
  explicit LineIndex(std::string_view source);
  Place At(uint32_t offset) const;
  // The place where `node` begins; unknown (0, 0) if it has none.
  Place At(const Node& node) const { return node.has_place() ? At(node.begin) : Place{}; }

 private:
  std::string_view source_;
  std::vector<uint32_t> starts_;
};

struct ParseLimits {
  uint32_t depth = 600;   // nesting of expressions, queries and types
  uint32_t chain = 5000;  // a + b + c …, joins and set operations in a row: the tree's height (AND
                          // and OR are flat)
  size_t bytes = size_t{256} << 20;  // of the text
  size_t problems = 20;              // after which parsing ends
};

// Owns everything that the tree refers to. Movable; reading it from several threads is fine.
struct Script {
  const Dialect* dialect = nullptr;
  std::unique_ptr<Arena> arena;
  std::string_view source;             // a copy, in the arena
  std::vector<Statement*> statements;  // those that parsed; empty ones (;;) are left out
  std::vector<Comment> comments;
  Problems problems;
  uint64_t steps =
      0;  // tokens that parsing went over, again each time that it went over them again

  bool ok() const { return problems.empty(); }
  std::string_view TextOf(const Node& node) const {
    return node.has_place() ? source.substr(node.begin, node.end - node.begin) : std::string_view();
  }
};

}  // namespace aietl::sql
