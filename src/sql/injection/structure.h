// What a statement consists of, counted: the difference of two says what a value did.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/script.h"

namespace aietl::sql {

// Something in a statement that injections add, with its place in the source.
struct Sign {
  std::string code;
  std::string message;
  uint32_t begin = 0;
  bool strong = true;  // alone enough where the value stands bare; else prose could be read so, too
};

struct Structure {
  size_t statements = 0;
  size_t nodes = 0;
  std::vector<Sign> signs;
};

// `from` and `to`: only what begins there counts as a sign.
Structure StructureOf(const Script& script, uint32_t from, uint32_t to);

}  // namespace aietl::sql
