// How each dialect compares and stores names, and which names a clause may use.
#pragma once

#include <string>
#include <string_view>

#include "sql/bind/relation.h"
#include "sql/dialect.h"

namespace aietl::sql::bind {

enum class NameRule : uint8_t {
  kLower,        // unquoted names are lower case, quoted ones as written (PostgreSQL)
  kInsensitive,  // case never matters
  kUpper,        // unquoted names are upper case; a schema given in lower case is meant unquoted
                 // (Snowflake)
  kExact,        // case always matters (ClickHouse)
};

// What differs between dialects besides syntax.
struct Rules {
  NameRule names;
  bool alias_in_where = false;
  bool alias_in_group = true;  // GROUP BY may name an output column
  bool alias_in_having = false;
  bool alias_in_order_expressions = false;
  bool alias_in_select = false;      // an output column may use those before it
  bool alias_first = false;          // an alias hides a column of its name
  bool group_check = true;           // a column outside of GROUP BY is an error
  bool key_implies_columns = false;  // … but not where the primary key is grouped
  bool strict_types = false;         // operators and functions refuse what does not fit
  bool boolean_conditions = false;   // WHERE takes booleans only
  bool lateral_always = false;       // every subquery in FROM sees the relations before it
  bool fields_by_dot = false;        // a.b may be field b of column a
  bool using_in_place = false;       // `*` keeps USING columns where the left table has them
  bool recursive_always = false;     // a CTE may read itself without RECURSIVE
  bool quoted_is_text = false;       // "x" is a text where it names nothing (SQLite)
  bool ambiguity_is_error = true;
  bool duplicates_are_ambiguous = true;  // two columns of one subquery with one name
  bool function_names_certain = true;    // what the catalogue lacks does not exist
  bool distinct_order_check = false;     // ORDER BY of SELECT DISTINCT names output columns only
};
const Rules& RulesOf(DialectId dialect);

bool SameName(const Ident& name, std::string_view stored, NameRule rule);
bool SameIdents(const Ident& a, const Ident& b, NameRule rule);
// The name as the dialect stores it.
std::string_view StoredName(const Ident& name, NameRule rule, Arena& arena);
// "schema.table", without quotes.
std::string PathText(Name path);

}  // namespace aietl::sql::bind
