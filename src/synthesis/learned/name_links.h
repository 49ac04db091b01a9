// Which words of a question name which columns and tables, and how well.
#pragma once

#include <cstdint>
#include <vector>

#include "synthesis/learned/schema.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis::learned {

// Best first.
enum class NameFit : uint8_t {
  kExact,         // part of a span that is the whole name
  kWithoutTable,  // the whole name but for the table's own words
  kMeaning,       // a synonym of the name or a part of it
  kPartial,       // a part of the name
  kNear,          // begins like it, or a slip of typing
  kGeneric,       // only its id, name, code …
  kNone,
};

// fits[token] for one column or table.
using NameFits = std::vector<NameFit>;

struct NameLinks {
  std::vector<NameFits> columns;  // by ColumnId
  std::vector<NameFits> tables;
};

NameLinks LinkNames(const std::vector<Token>& tokens, const Schema& schema);

NameFit BestOf(const NameFits& fits);

}  // namespace aietl::synthesis::learned
