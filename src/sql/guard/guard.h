// Says what statements would do and whether a policy allows it, and rewrites what may run so that
// it keeps to the policy.
//
// Without a policy only reads of tables with pure functions are allowed. What the guard does not
// know it refuses: a function that is no known built-in must be listed in the policy. It judges by
// syntax: views, rules and triggers of the database are not seen, so it stands in front of an
// account with few rights and not in its place.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sql/effect.h"
#include "sql/guard/functions.h"
#include "sql/script.h"

namespace aietl::sql {

struct TablePolicy {
  std::optional<std::vector<std::string>>
      columns;       // those that may be seen; all, if there is no list
  std::string rows;  // a condition over the table's columns; empty: all
};

struct GuardPolicy {
  std::set<Effect> effects = {Effect::kRead};  // those allowed; reading always is
  std::set<FunctionClass> functions = {
      FunctionClass::kPure,
      FunctionClass::kCatalog};  // classes of functions, and of what works like them (locks, files)
  std::set<std::string, std::less<>> allowed_functions;  // further ones, by name in lower case
  std::set<std::string, std::less<>> denied_functions;
  std::map<std::string, TablePolicy, std::less<>>
      tables;                          // by name (schema.table); none: every table. "*": all others
  bool restricts_tables = false;       // `tables` was given
  std::optional<uint64_t> limit;       // rows of a result
  std::optional<uint32_t> statements;  // at most so many
  std::string default_schema;          // of names without one; empty: such a name means any schema
};

struct GuardReason {
  std::string
      code;  // write, ddl, admin, lock, file, network, unknown_function, table_not_allowed …
  std::string message;
  Place place;
  std::string object;
};

struct GuardObject {
  std::string name;               // as the statements name it
  std::set<std::string> columns;  // as far as they are named
  bool all_columns = false;       // a star
  Effect access = Effect::kRead;
};

struct GuardVerdict {
  bool allowed = false;
  Effect effect = Effect::kRead;
  std::vector<GuardObject> objects;  // in order of appearance
  std::vector<GuardReason> reasons;  // why not
  std::string sql;  // what may run; the text as it was, where nothing had to be changed
  bool rewritten = false;
};

// "schema.table" → columns, where the caller knows them: they tell which table a bare column
// belongs to.
using TableColumns = std::map<std::string, std::vector<std::string>, std::less<>>;

// `script` has parsed without problems.
GuardVerdict Guard(const Script& script, const GuardPolicy& policy = {},
                   const TableColumns& schema = {});

// The class that a policy or a reason names ("file", "sleep" …), or nothing.
std::optional<FunctionClass> FunctionClassNamed(std::string_view name);
std::optional<Effect> EffectByName(std::string_view name);

}  // namespace aietl::sql
