// What the binder makes of a tree: relations with columns, and where each column comes from.
// Lineage, lint and rewrites read it.
#pragma once

#include <cstdint>
#include <string_view>

#include "sql/ast.h"
#include "sql/types/type.h"

namespace aietl::sql {

struct Relation;
struct SchemaTable;

enum class ColumnSource : uint8_t {
  kBase,   // a table's own
  kExpr,   // `expr`, bound in its relation
  kCopy,   // `from`.`from_column` unchanged
  kMerge,  // one of `from`.`from_column` and `other`.`other_column`: set operations, USING,
           // recursion
  kRows,   // item `from_column` of each row of VALUES
  kAll,    // everything that feeds its relation: table functions, pivots
};

struct Column {
  std::string_view name;  // as the dialect stores it; empty: it cannot be referred to
  uint32_t hash = 0;      // NameHash(name)
  ColumnSource source = ColumnSource::kBase;
  bool nullable = true;
  bool star = false;  // stands for columns that are not known (t.* of a table without a schema)
  bool met = false;   // one of those, met by its name: part of the star, not a column beside it
  const Type* type = nullptr;  // never null in a bound relation
  const Expr* expr = nullptr;
  const Relation* from = nullptr;
  const Relation* other = nullptr;
  uint32_t from_column = 0;
  uint32_t other_column = 0;
};

enum class RelationKind : uint8_t {
  kTable,     // `path`; `open` without a schema: columns are added as they are met
  kSelect,    // `node` is the Select; a part of it are the columns of FROM that it reads
  kSet,       // `left`, `right`
  kValues,    // `node` is the Values
  kFunction,  // `node` is the TableFunction, …: fed by its arguments
  kWrapped,   // `left` under other column names
  kMerged,    // the columns of USING and NATURAL
  kPivot,     // `left` turned; `node` says how
  kFixed,     // columns that come from nowhere (a lambda's parameters, MERGE's actions)
};

struct Relation {
  RelationKind kind = RelationKind::kTable;
  bool open = false;     // has columns that are not known
  bool grouped = false;  // a Select with GROUP BY or aggregates
  const Node* node = nullptr;
  Span<Ident> path = {};               // of a table, as the statement writes it
  const SchemaTable* table = nullptr;  // the schema's, where known
  const Relation* made_by = nullptr;   // of a view or table that the script made: its query
  const Relation* left = nullptr;
  const Relation* right = nullptr;
  const Query* query =
      nullptr;  // of a Select, Set or Values: the Query around it (ORDER BY, LIMIT)
  Span<Column> columns;
  Span<uint32_t> key;  // of a table: the primary key's columns, where known
  uint32_t room = 0;   // of `columns` in the arena, where the binder adds some
};

// As a column's number: the whole row.
constexpr uint32_t kWholeRow = 0xffffffff;

struct ColumnAt {
  const Relation* relation = nullptr;
  uint32_t column = 0;

  explicit operator bool() const { return relation != nullptr; }
  bool whole_row() const { return column == kWholeRow; }
  const Column& operator*() const { return relation->columns[column]; }
  const Column* operator->() const { return &relation->columns[column]; }
  bool operator==(const ColumnAt&) const = default;
};

// Case does not matter.
uint32_t NameHash(std::string_view name);

}  // namespace aietl::sql
