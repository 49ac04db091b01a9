// What each load mode does to a table, as SQL: one place for all SQL databases and for rewritten
// files.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
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
  LoadNames names = {};
  std::vector<std::string> columns = {};  // of the batch, unquoted
  std::vector<std::string> target_columns =
      {};  // of the existing target, unquoted (superset for merge into a wider table)
  std::vector<std::string> key = {};
  std::vector<std::string> partition = {};
  std::string at = {};                           // ISO timestamp for snapshot_at / valid_from
  std::string is_distinct = "IS DISTINCT FROM";  // SQLite: IS NOT
  std::string is_not_distinct = "IS NOT DISTINCT FROM";  // SQLite: IS
  std::string slice =
      {};  // append: condition over unqualified target columns; the rows that meet it are replaced
  // What lets a system compare bags cheaply; without them whole tables are compared by EXCEPT.
  std::string fingerprint = {};  // aggregate over rows, order-independent; every {} stands for a
                                 // list of columns: "sum(hash({}))"
  std::string new_rows = {};     // condition over alias t that holds for the rows this transaction
                              // inserted: "t.rowid > 17" (with a slice: the greatest number outside
                              // of it, for a system that gives numbers out again)
  std::string row_id = "rowid";    // what tells two equal rows apart, an expression where {} stands
                                   // for "alias." if it has one; "": nothing, and `key` is the
                                   // primary key then
  std::string insert_clause = {};  // between an INSERT's columns and its SELECT
  // Columns whose values are compared in another form: column → expression in which {} is the
  // column. For types without equality, or with one that takes different values for equal.
  std::map<std::string, std::string> compare_as = {};
};

// A state of the target in which the mode must not go on, found by a count.
struct LoadConflict {
  std::string id;     // "target_key_not_unique", "newer_version"
  std::string count;  // SELECT count(*); run first; must be 0
};

struct LoadSql {
  std::vector<LoadConflict> conflicts;
  std::vector<std::string> undo;        // run first: saves what a rollback needs
  std::vector<std::string> statements;  // then these; the changed-row counts are named by `counts`
  std::vector<std::string> counts;      // per statement: "written", "deleted" or ""
  std::string
      unchanged;        // SELECT count(*): staged rows that need no change; run before `statements`
  std::string missing;  // SELECT of one number: staged rows not found as they are in the target;
                        // run after; must be 0
  std::vector<std::string>
      rollback;  // puts the previous content back from `undo` and the kept stage: all its columns
                 // for append and snapshot, at least the key (delete_insert: or partition) for the
                 // others, none for replace
};

// DML for a database target. Portable SQL: SQLite 3.40, DuckDB 1.5, PostgreSQL 15. `columns` may
// have new ones: they are in the target by then. kReplace is the slow way that keeps the table
// itself (its indexes, constraints, triggers): delete all, insert. The fast way is a rename. Keys
// (and partitions) must be free of NULLs, and for merge and scd2 unique in the stage: KeyCheckSql
// first.
LoadSql MakeLoadSql(const LoadSqlRequest& request);

// The two things that carrying a LoadSql out needs of a database.
struct SqlRunner {
  std::function<Result<int64_t>(const std::string& sql)> execute;  // rows changed
  std::function<Result<int64_t>(const std::string& sql)> number;   // the one number of a SELECT
};
struct LoadCounts {
  int64_t written = 0, deleted = 0, unchanged = 0;
};
// Conflicts, unchanged rows, undo (if `save_undo`), statements, and with `verify` what is missing;
// within the caller's transaction. `target` is for messages.
Result<LoadCounts> RunLoadSql(const LoadSql& sql, const SqlRunner& runner, bool save_undo,
                              bool verify, const std::string& target);

// One SELECT giving the whole new content of a rewritten target from relations `target` ("": there
// is none yet) and `stage` (files). DuckDB's SQL.
std::string NewContentSql(const LoadSqlRequest& request);

// SELECT giving (nulls, duplicates): staged rows with a NULL in the key, and keys that occur more
// than once.
std::string KeyCheckSql(const std::string& stage, const std::vector<std::string>& key);
// The columns that KeyCheckSql is asked about: the key, or delete_insert's partition; empty for
// modes without one.
const std::vector<std::string>& KeyOf(spec::Mode mode, const std::vector<std::string>& key,
                                      const std::vector<std::string>& partition);
// What Prepare says about KeyCheckSql's counts; duplicates are an error in merge and scd2 only.
Result<void> JudgeKeys(spec::Mode mode, const std::vector<std::string>& key, int64_t nulls,
                       int64_t duplicates, const std::string& target);
Error ConflictError(const LoadConflict& conflict, int64_t count, const std::string& target);
// What Commit says when `missing` is not 0, or fewer or more rows were changed than staged.
Error VerificationError(int64_t missing, const std::string& target);

// Columns that a mode adds to the batch's: snapshot_at; valid_from, valid_to, is_current. Times are
// TIMESTAMPs in UTC.
std::vector<data::Column> ModeColumns(spec::Mode mode);
// The timestamp as these columns hold it as text: "2024-01-31 12:00:00.123456".
std::string ModeTimestamp(const std::string& iso);

}  // namespace aietl::connectors
