// What a statement touches: tables and columns, functions, locks, files; each with its place.
// Judging is the guard's matter.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sql/guard/guard.h"

namespace aietl::sql {

// Something that is not simply a read.
struct GuardFinding {
  std::string code;
  std::string message;
  const Node* node = nullptr;
  std::string object;
  std::optional<Effect> effect;           // the policy must allow it,
  std::optional<FunctionClass> function;  // or this class
};

struct Inspection {
  struct Table {
    std::string name;  // as written, unquoted, joined by dots
    std::vector<std::string> parts;
    const Node* node = nullptr;  // the TableName, where it is one
    std::set<std::string> columns;
    bool all_columns = false;
    Effect access = Effect::kRead;
  };
  Effect effect = Effect::kRead;       // with that of functions
  std::optional<FunctionClass> needs;  // what the statement as a whole works like: COPY … TO a file
  bool looks_only = false;             // a pragma that shows the schema
  std::vector<Table> tables;           // each use; names of CTEs are not tables
  std::vector<GuardFinding> findings;
};

Inspection Inspect(const Statement& statement, const Dialect& dialect, const TableColumns& schema);

// Names compare without case.
bool SameName(std::string_view a, std::string_view b);
// a.b.c, with quoted parts.
std::vector<std::string> SplitName(std::string_view name);

}  // namespace aietl::sql
