// Names in the document: of sources and steps, which SQL uses as tables, and of tables as SQL
// writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aietl::spec {

// A letter of any script or an underscore, then letters, digits and underscores.
bool IsName(std::string_view text);

// Whether DuckDB reads the word as a keyword where a table's name stands.
bool IsReserved(std::string_view word);

// How names compare in SQL: without case.
bool SameName(std::string_view a, std::string_view b);

// `"text"` for messages.
std::string Quoted(std::string_view text);

// The parts of mart.orders or "My schema"."Orders" (1 to 3): unquoted ones in lower case, quoted
// ones as they are. Nothing if it is no SQL name.
std::optional<std::vector<std::string>> TableNameParts(std::string_view table);

// A text near `table` that is a SQL name: its parts quoted where that helps.
std::string QuotedTableName(std::string_view table);

// No text but blanks and comments.
bool IsBlankSql(std::string_view sql);

}  // namespace aietl::spec
