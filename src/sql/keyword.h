// Keywords of all dialects as one enumeration, so that the parser compares numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace aietl::sql {

enum class Kw : uint16_t {
  kNotKeyword,
#define AIETL_SQL_KEYWORD(name, text) k##name,
#include "sql/keywords.inc"
#undef AIETL_SQL_KEYWORD
  kCount,
};

// The keyword spelt `word` in any case, or kNotKeyword.
Kw FindKeyword(std::string_view word);
// In lower case, and in upper case; both live for ever.
std::string_view KeywordText(Kw keyword);
std::string_view KeywordUpper(Kw keyword);

// What a keyword may be in a dialect besides a keyword. A word without an entry may be everything.
using KeywordRights = uint8_t;
constexpr KeywordRights kMayBeColumn = 1;      // a column's name, and a reference to it
constexpr KeywordRights kMayBeTable = 2;       // a relation's name, an alias after AS in FROM
constexpr KeywordRights kMayBeLabel = 4;       // an output column's name after AS
constexpr KeywordRights kMayBeBareLabel = 8;   // … without AS
constexpr KeywordRights kMayBeBareAlias = 16;  // a relation's alias without AS
constexpr KeywordRights kMayBeFunction = 32;   // a function's name before (
constexpr KeywordRights kMayBeType = 64;       // a type's name
constexpr KeywordRights kMayBeAll = 127;

}  // namespace aietl::sql
