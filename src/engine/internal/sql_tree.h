// What stands in a SQL text, by the engine's own parser, without opening a database (which would
// cost ten times as much).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace aietl::engine {

struct SqlTable {
  std::string name;
  std::string qualifier;  // "schema" or "catalog.schema" as written; empty for plain names
  std::string alias;
  std::optional<size_t> at;  // byte offset
};

struct SqlFunction {
  std::string name;             // lower case, without schema
  bool table = false;           // stands behind FROM
  bool constant_input = false;  // all arguments are literals
  std::optional<size_t> at;
};

// Parts of a SELECT that no step may have.
enum class SqlOddity : unsigned char {
  kParameter,     // ?, $1
  kShow,          // DESCRIBE, SHOW, SUMMARIZE behind FROM
  kWrite,         // INSERT, UPDATE, DELETE inside WITH
  kDynamicPivot,  // PIVOT without its values: it would have to read first
  kTimeTravel,    // AT (VERSION => …)
  kOther,
};

struct SqlText {
  // Set when it does not parse; nothing else is then.
  std::optional<std::string> syntax_error;  // the engine's message
  std::optional<size_t> syntax_error_at;    // in characters, not bytes

  std::vector<std::string> statements;  // what each is, as SQL calls it: "SELECT", "COPY", …
  // Of the first statement, if it is a SELECT:
  std::vector<SqlTable> tables;   // but its own CTEs
  std::vector<std::string> ctes;  // their names, as written
  std::vector<SqlFunction> functions;
  struct Odd {
    SqlOddity what;
    std::optional<size_t> at;
  };
  std::vector<Odd> oddities;
  bool ordered = false;  // the outermost SELECT ends in ORDER BY
};

// Of valid UTF-8 without NUL.
SqlText ReadSql(const std::string& sql);

}  // namespace aietl::engine
