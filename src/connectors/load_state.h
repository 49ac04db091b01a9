// What a load must remember beyond its process, as JSON: the request for Recover, and how to undo
// it for Rollback. Shared by all SQL databases.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "connectors/connector.h"
#include "connectors/load_sql.h"
#include "json/value.h"

namespace aietl::connectors {

// All of a WriteRequest but its options, which no database target has.
json::Value ToJson(const WriteRequest& request);
// An error of class kInvalid ("bad_descriptor") when something is missing or of another kind.
Result<WriteRequest> WriteRequestFromJson(const json::Value& value);

enum class UndoKind : uint8_t {
  kCreated,  // the target did not exist: it is dropped
  kSwap,     // the old table waits under another name
  kRows,     // LoadSql::rollback
};

struct UndoState {
  UndoKind kind = UndoKind::kRows;
  std::string load_id;
  std::string table;  // the target, as the document names it
  spec::Mode mode = spec::Mode::kReplace;
  std::vector<std::string> columns, target_columns, key, partition;
  std::vector<std::string> added;  // columns that the load added, to be dropped again
  std::string at, slice;
  bool made_schema = false;  // the target's schema did not exist before
  std::string kept_stage;    // where the staged rows are kept: a table's name, or a file for SQLite
  int64_t rows = 0;          // created, swap, replace: of the new content
  std::string fingerprint;   // of the same; empty: not taken
  // The undo holds the rows that a merge changed and the keys of those it added; else all rows of
  // its keys.
  bool only_changes = false;
};
json::Value ToJson(const UndoState& state);
Result<UndoState> UndoStateFromJson(const json::Value& value);

// The condition over unqualified columns that a slice means: "at" >= '2024-01-01' AND "at" <
// '2024-02-01'.
std::string SliceSql(const std::pair<Bound, Bound>& slice);
std::string BoundSql(const Bound& bound);

}  // namespace aietl::connectors
