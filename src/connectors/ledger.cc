#include "connectors/ledger.h"

#include "base/text.h"
#include "data/type.h"

namespace aietl::connectors {

std::string CreateLedgerSql(const std::string& ledger) {
  return "CREATE TABLE IF NOT EXISTS " + ledger +
         " (load_id VARCHAR(200) NOT NULL PRIMARY KEY, number BIGINT NOT NULL,"
         " run_id VARCHAR(200) NOT NULL, pipeline VARCHAR(1000) NOT NULL,"
         " target VARCHAR(1000) NOT NULL, mode VARCHAR(20) NOT NULL, whole SMALLINT NOT NULL,"
         " rows_written BIGINT NOT NULL, rows_deleted BIGINT NOT NULL,"
         " rows_unchanged BIGINT NOT NULL, committed_at VARCHAR(40) NOT NULL,"
         " undo TEXT NOT NULL)";
}

std::string InsertEntrySql(const std::string& ledger, const LedgerEntry& entry) {
  using data::QuoteText;
  return "INSERT INTO " + ledger +
         " (load_id, number, run_id, pipeline, target, mode, whole, rows_written, rows_deleted, "
         "rows_unchanged, committed_at, undo) SELECT " +
         QuoteText(entry.load_id) + ", coalesce(max(number), 0) + 1, " + QuoteText(entry.run_id) +
         ", " + QuoteText(entry.pipeline) + ", " + QuoteText(entry.target) + ", " +
         QuoteText(entry.mode) + ", " + (entry.whole ? "1" : "0") + ", " +
         std::to_string(entry.committed.rows_written) + ", " +
         std::to_string(entry.committed.rows_deleted) + ", " +
         std::to_string(entry.committed.rows_unchanged) + ", " + QuoteText(entry.at) + ", " +
         QuoteText(entry.undo) + " FROM " + ledger;
}

std::string FindLoadSql(const std::string& ledger, const std::string& load_id) {
  return "SELECT rows_written, rows_deleted, rows_unchanged, undo FROM " + ledger +
         " WHERE load_id = " + data::QuoteText(load_id);
}

std::string LaterLoadsSql(const std::string& ledger, const std::string& load_id) {
  return "SELECT count(*) FROM " + ledger + " AS later JOIN " + ledger +
         " AS this ON later.target = this.target AND later.number > this.number" +
         " WHERE this.load_id = " + data::QuoteText(load_id);
}

std::string DeleteEntrySql(const std::string& ledger, const std::string& load_id) {
  return "DELETE FROM " + ledger + " WHERE load_id = " + data::QuoteText(load_id);
}

std::string MakerSql(const std::string& ledger, const std::string& target) {
  return "SELECT pipeline FROM " + ledger + " WHERE target = " + data::QuoteText(target) +
         " AND whole = 1 ORDER BY number DESC LIMIT 1";
}

std::string SafeName(std::string_view load_id) {
  std::string safe(load_id);
  for (char& c : safe) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.';
    if (!plain) c = '_';
  }
  return safe;
}

Error NewerLoadError(const std::string& target) {
  return Error(Code::kPrecondition, "newer_load",
               Msg("a later load changed {}; it cannot be put back to what it was before this one",
                   target))
      .About(target)
      .Hint(Tr("roll the later run back first"));
}

Error ChangedSinceError(const std::string& target) {
  return Error(Code::kPrecondition, "target_changed",
               Msg("{} was changed since by somebody else; putting its previous content back would "
                   "lose that",
                   target))
      .About(target)
      .Hint(Tr("nothing was changed; save what was added, then load the target again"));
}

Error UndoGoneError(const std::string& target) {
  return Error(Code::kPrecondition, "undo_gone",
               Msg("the previous content of {} was given up; it cannot be put back", target))
      .About(target);
}

Error StageLostError(const std::string& target) {
  return Error(Code::kNotFound, "stage_lost",
               Msg("the rows that were staged for {} are gone; nothing was changed", target))
      .About(target)
      .Hint(Tr("run it again"));
}

}  // namespace aietl::connectors
