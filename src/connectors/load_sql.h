// What each load mode does to a table, as SQL: one place for all SQL databases and for rewritten files.
#pragma once

#include <string>
#include <vector>

#include "data/type.h"
#include "spec/pipeline.h"

namespace aietl::connectors {

struct LoadNames {
  std::string target;  // quoted, qualified
  std::string stage;   // quoted, qualified; has the columns of `columns`
  std::string undo;    // quoted, qualified: table for the rows a rollback needs
};

struct LoadSqlRequest {
  spec::Mode mode = spec::Mode::kReplace;
  LoadNames names;
  std::vector<std::string> columns;    // of the batch, unquoted
  std::vector<std::string> target_columns;  // of the existing target, unquoted (superset for merge into a wider table)
  std::vector<std::string> key;
  std::vector<std::string> partition;
  std::string at;                      // ISO timestamp for snapshot_at / valid_from
  std::string is_distinct = "IS DISTINCT FROM";          // SQLite: IS NOT
  std::string is_not_distinct = "IS NOT DISTINCT FROM";  // SQLite: IS
};

struct LoadSql {
  std::vector<std::string> undo;       // run first: saves what a rollback needs
  std::vector<std::string> statements; // then these; the changed-row counts are named by `counts`
  std::vector<std::string> counts;     // per statement: "written", "deleted" or ""
  std::string unchanged;               // SELECT count(*): staged rows that need no change; run before `statements`
  std::string missing;                 // SELECT count(*): staged rows not found as they are in the target; run after; must be 0
  std::vector<std::string> rollback;   // puts the previous content back from `undo` (and the kept stage)
};

// DML for a database target (all but replace, which is a rename). Portable SQL: SQLite 3.40, DuckDB 1.5, PostgreSQL 15.
LoadSql MakeLoadSql(const LoadSqlRequest& request);

// One SELECT giving the whole new content of a rewritten target from relations `target` and `stage` (files).
std::string NewContentSql(const LoadSqlRequest& request);

// SELECT giving (nulls, duplicates): staged rows with a NULL in the key, and keys that occur more than once.
std::string KeyCheckSql(const std::string& stage, const std::vector<std::string>& key);

// Columns that a mode adds to the batch's: snapshot_at; valid_from, valid_to, is_current.
std::vector<data::Column> ModeColumns(spec::Mode mode);

}  // namespace aietl::connectors
