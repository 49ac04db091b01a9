// A catalogue as the learned writer reads it: tables and columns by number, names cut into words,
// keys declared and inferred, and what is in the cells.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "synthesis/ask/word_match.h"
#include "synthesis/catalog.h"
#include "synthesis/learned/query_form.h"

namespace aietl::synthesis::learned {

enum class ColumnType : uint8_t { kText, kNumber, kTime, kBoolean, kOther };

struct SchemaColumn {
  int32_t table = 0;
  std::string name;              // as SQL names it, unquoted
  std::vector<int32_t> words;    // of its name, in Schema::words
  std::vector<bool> table_word;  // the word is one of the table's own
  ColumnType type = ColumnType::kText;
  bool primary = false;  // (part of) the primary key
  bool foreign = false;  // refers to another table, declared or inferred
};

struct SchemaTable {
  std::string name;    // as SQL names it, unquoted
  std::string source;  // its name where it lives, unquoted
  std::vector<int32_t> words;
  ColumnId first = 0;  // its columns are [first, last)
  ColumnId last = 0;
};

// `from` refers to `to`.
struct SchemaKey {
  ColumnId from = 0;
  ColumnId to = 0;
  bool inferred = false;
};

struct Schema {
  std::vector<SchemaTable> tables;
  std::vector<SchemaColumn> columns;  // table by table
  std::vector<SchemaKey> keys;
  std::vector<NameWord> words;  // of all names, each once

  // Case does not matter; -1 if there is none.
  int32_t FindTable(std::string_view name) const;
  ColumnId FindColumn(int32_t table, std::string_view name) const;
};

// Compounds are cut where both halves are words that the lexicon or another name has: airportcode.
Schema SchemaOf(const Catalog& catalog);

}  // namespace aietl::synthesis::learned
