// Table names as documents write them: SQL names, quoted where SQL would quote them ("My
// schema"."Orders").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace aietl::connectors {

struct NamePart {
  std::string text;
  bool quoted = false;  // unquoted parts may be folded by systems that fold (PostgreSQL)
  friend bool operator==(const NamePart&, const NamePart&) = default;
};

// One to three parts: [catalog.][schema.]table.
struct TableName {
  std::vector<NamePart> parts;

  const std::string& table() const { return parts.back().text; }
  // The schema, or "" when only the table is named.
  std::string schema() const {
    return parts.size() > 1 ? parts[parts.size() - 2].text : std::string();
  }
  // Every part quoted.
  std::string ToSql() const;
  // Quoted only where needed: what `table:` may say.
  std::string ForPeople() const;
  friend bool operator==(const TableName&, const TableName&) = default;
};

// Errors (kInvalid, "bad_table_name") say which character is wrong and how to quote it.
// `most_parts`: 1 to 3.
Result<TableName> ParseTableName(std::string_view text, int most_parts = 2);

// The name that `table:` has for a table of `schema` ("" or the default schema: the table alone).
std::string WriteTableName(std::string_view schema, std::string_view table);

}  // namespace aietl::connectors
