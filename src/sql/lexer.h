// Cuts a text into tokens by a dialect's rules. Linear, allocates nothing but the two lists.
#pragma once

#include <string_view>
#include <vector>

#include "sql/arena.h"
#include "sql/token.h"

namespace aietl::sql {

struct Dialect;

struct Tokens {
  std::vector<Token, BlockAllocator<Token>> tokens;  // ends with a kEnd
  std::vector<Comment> comments;                     // in order
};

// `source` has at most 4 GiB - 1 bytes. What cannot be cut becomes a kBad token, so nothing is ever
// left out.
Tokens Lex(std::string_view source, const Dialect& dialect);

}  // namespace aietl::sql
