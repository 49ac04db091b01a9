// What a target database remembers about our loads, in a table of its own (_aietl_ledger), so that
// a load is committed once whatever happens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "connectors/connector.h"

namespace aietl::connectors {

inline constexpr std::string_view kLedgerTable = "_aietl_ledger";
// Every object that we make beside the target begins so; discovery does not show them.
inline constexpr std::string_view kOwnPrefix = "_aietl_";

struct LedgerEntry {
  std::string load_id, run_id, pipeline;
  std::string target;  // as WriteTableName spells it
  std::string mode;
  bool whole = false;  // the load created the table or gave it its whole content
  Committed committed;
  std::string undo;  // UndoState as JSON, for a commit that is repeated after a crash
  std::string at;    // ISO timestamp
};

// Portable SQL; `ledger` is the quoted, qualified name. Entries carry a growing `number`, the order
// of commits.
std::string CreateLedgerSql(const std::string& ledger);
std::string InsertEntrySql(const std::string& ledger, const LedgerEntry& entry);
// (rows_written, rows_deleted, rows_unchanged, undo) of a load; no row: it was not committed.
std::string FindLoadSql(const std::string& ledger, const std::string& load_id);
// count(*) of commits into the load's target after it.
std::string LaterLoadsSql(const std::string& ledger, const std::string& load_id);
std::string DeleteEntrySql(const std::string& ledger, const std::string& load_id);
// pipeline of the last load that made or wholly replaced the target; no row: none did.
std::string MakerSql(const std::string& ledger, const std::string& target);

// Letters, digits, '-', '_' and '.' of a load's id; the others become '_'. For the names of tables
// and files.
std::string SafeName(std::string_view load_id);

// The sentence of a rollback that a later load stands in the way of, and of a target that somebody
// else changed.
Error NewerLoadError(const std::string& target);
Error ChangedSinceError(const std::string& target);
// A rollback after DropUndo.
Error UndoGoneError(const std::string& target);
// Commit after the staged rows are gone and the ledger does not know the load.
Error StageLostError(const std::string& target);

}  // namespace aietl::connectors
