// Names to things: every column, table and function of a script is looked up by its dialect's
// rules, and every output column gets a type. Unknown, ambiguous, ungrouped and misfitting ones
// become problems with a place and a suggestion.
#pragma once

#include <memory>
#include <vector>

#include "base/error.h"
#include "sql/bind/relation.h"
#include "sql/bind/schema.h"
#include "sql/script.h"

namespace aietl::sql {

struct BindOptions {
  const Schema* schema =
      nullptr;  // null: tables are open, their columns are what the script reads of them
  bool unknown_tables_are_open = false;  // with a schema: a table that it lacks is no error
  bool check_functions =
      true;              // unknown functions are errors (where the dialect's catalogue is complete)
  size_t problems = 50;  // after which no more are told
  uint32_t depth = 500;  // of subqueries and expressions
};

// What a statement writes: `column` of the target gets `expr`, or the output column `from`.
struct BoundWrite {
  const Relation* target = nullptr;  // null: the statement's
  std::string_view column;           // empty: not known (no schema, no list)
  uint32_t position = 0;
  const Expr* expr = nullptr;
  ColumnAt from = {};
};

struct BoundStatement {
  const Statement* statement = nullptr;
  const Relation* output = nullptr;  // the query's rows, or RETURNING's; null if it gives none
  const Relation* query = nullptr;   // what INSERT … SELECT, CREATE TABLE AS, CREATE VIEW read
  const Relation* target = nullptr;  // the table that is written or made
  bool makes_target = false;         // CREATE TABLE AS, CREATE VIEW, SELECT INTO
  std::vector<BoundWrite> writes;
  std::vector<const Relation*> tables;  // read, each mention once
  // Written besides: by statements in WITH, by branches of INSERT ALL, by TRUNCATE.
  std::vector<const Relation*> also_written;
};

class Bound {
 public:
  std::vector<BoundStatement> statements;
  Problems problems;
  std::unique_ptr<Arena> arena;

  // What a ColumnRef means (or a position in ORDER BY, GROUP BY: the Literal); false where it is
  // unknown.
  ColumnAt Meaning(const Node* ref) const;
  // The rows of a Query, a relation in FROM, or a USING join's merged columns (the Join).
  const Relation* RelationOf(const Node* node) const;

  struct Entry {
    const Node* node = nullptr;
    const Relation* relation = nullptr;
    uint32_t column = 0;
  };
  // An open-addressed map from nodes to what they mean.
  class Map {
   public:
    void Put(const Node* node, const Relation* relation, uint32_t column);
    const Entry* Find(const Node* node) const;

   private:
    void Grow();
    std::vector<Entry> slots_;
    size_t used_ = 0;
  };
  Map meanings, relations;
};

// `script` must outlive the result, as must the schema. Thread-safe.
Bound Bind(const Script& script, const BindOptions& options = {});

}  // namespace aietl::sql
