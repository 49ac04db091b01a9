// Tree to text, by a dialect's rules for quoting and spelling.
#pragma once

#include <string>

#include "sql/script.h"

namespace aietl::sql {

struct PrintOptions {
  bool pretty = false;  // several lines and indentation; else one line
  uint32_t width = 88;  // what a pretty line tries to keep to
  uint32_t indent = 2;
  bool comments = true;  // of the script, where the statement still has places
};

// The same tree always gives the same text, parse(Print(x)) equals x, and printing that again gives
// the same text.
std::string Print(const Statement& statement, const Dialect& dialect,
                  const PrintOptions& options = {});
std::string Print(const Query& query, const Dialect& dialect, const PrintOptions& options = {});
std::string Print(const Expr& expr, const Dialect& dialect);
std::string Print(const TypeName& type, const Dialect& dialect);
std::string Print(const TableRef& table, const Dialect& dialect);
// All statements, with the comments in between; each ends with a semicolon when there are several.
std::string Print(const Script& script, const PrintOptions& options = {});

// Whether its print is the text that was read, whatever the tree has become.
bool PrintsAsWritten(const Statement& statement);

// A name quoted only where it has to be.
std::string QuoteName(std::string_view name, const Dialect& dialect);
// A string literal.
std::string QuoteText(std::string_view text, const Dialect& dialect);

}  // namespace aietl::sql
