// The coordinator's log of the two-phase commit.
#include "base/text.h"
#include "store/internal/parts.h"

namespace aietl::store {
namespace {

const std::string kLoadColumns =
    "load_id, run_id, target, phase, number, descriptor, undo, row_count";

std::string DescriptorContext(const std::string& load_id) {
  return "descriptor of " + load_id;
}
std::string UndoContext(const std::string& load_id) {
  return "undo of " + load_id;
}

LoadRecord ReadLoad(const soci::row& row) {
  LoadRecord load;
  load.load_id = row.get<std::string>(0);
  load.run_id = row.get<std::string>(1);
  load.target = row.get<std::string>(2);
  load.phase = row.get<std::string>(3);
  load.number = row.get<int>(4);
  load.descriptor = row.get<std::string>(5, "");
  load.undo = row.get<std::string>(6, "");
  load.rows = row.get<long long>(7);
  return load;
}

Result<std::vector<LoadRecord>> Fetch(Database& database, Keyring& keyring,
                                      const std::string& condition, const std::string& parameter) {
  AIETL_ASSIGN(std::vector<LoadRecord> loads, database.Read([&](soci::session& sql) {
    std::vector<LoadRecord> out;
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT " + kLoadColumns + " FROM loads WHERE " + condition,
         soci::use(parameter));
    for (const soci::row& row : rows)
      out.push_back(ReadLoad(row));
    return out;
  }));
  for (LoadRecord& load : loads) {
    AIETL_ASSIGN(load.descriptor, keyring.Reveal(DescriptorContext(load.load_id), load.descriptor));
    AIETL_ASSIGN(load.undo, keyring.Reveal(UndoContext(load.load_id), load.undo));
  }
  return loads;
}

int Count(soci::session& sql, const std::string& condition, const std::string& parameter) {
  int count = 0;
  sql << "SELECT count(*) FROM loads WHERE " + condition, soci::use(parameter), soci::into(count);
  return count;
}

// The incremental state and the slices as they were before the run.
void RestoreStatesOf(soci::session& sql, const std::string& run_id) {
  sql << "DELETE FROM states WHERE pipeline = (SELECT pipeline FROM runs WHERE run_id=:r) "
         "AND source IN (SELECT source FROM replaced_states WHERE run_id=:r)",
      soci::use(run_id, "r");
  sql << "INSERT INTO states(pipeline, source, value) SELECT r.pipeline, s.source, s.value FROM "
         "replaced_states s "
         "JOIN runs r ON r.run_id = s.run_id WHERE s.run_id=:r AND s.value IS NOT NULL",
      soci::use(run_id);
  sql << "DELETE FROM replaced_states WHERE run_id=:r", soci::use(run_id);
  sql << "DELETE FROM slices WHERE run_id=:r", soci::use(run_id);
}

}  // namespace

Result<void> Store::InsertLoad(const LoadRecord& load) {
  AIETL_ASSIGN(const std::string descriptor,
               state_->keyring.Protect(DescriptorContext(load.load_id), load.descriptor));
  AIETL_ASSIGN(const std::string undo,
               state_->keyring.Protect(UndoContext(load.load_id), load.undo));
  return state_->database->Write([&](soci::session& sql) {
    const long long rows = load.rows;
    sql << "INSERT OR REPLACE INTO loads(" + kLoadColumns + ") VALUES (:a,:b,:c,:d,:e,:f,:g,:h)",
        soci::use(load.load_id), soci::use(load.run_id), soci::use(load.target),
        soci::use(load.phase), soci::use(load.number), soci::use(descriptor), soci::use(undo),
        soci::use(rows);
  });
}

Result<void> Store::SetPhase(const std::string& load_id, const std::string& phase) {
  return state_->database->WriteDurably([&](soci::session& sql) {
    std::string run_id, before;
    sql << "SELECT run_id, phase FROM loads WHERE load_id=:l", soci::use(load_id),
        soci::into(run_id), soci::into(before);
    if (!sql.got_data())
      throw Refused{
          Error(Code::kNotFound, "unknown_load", Msg("the store knows no load {}", load_id))};
    sql << "UPDATE loads SET phase=:p WHERE load_id=:l", soci::use(phase), soci::use(load_id);
    // A decision of which nothing is left must not come true with a later Finish of the same run.
    if (phase == "aborted" && before == "decided" &&
        Count(sql, "phase = 'decided' AND run_id = :r", run_id) == 0) {
      sql << "DELETE FROM pending_states WHERE run_id=:r", soci::use(run_id);
    }
    // In the same transaction as the last target: a crash in between would leave a state that skips
    // rows the target no longer holds.
    if (phase == "rolled_back" && Count(sql, "phase = 'committed' AND run_id = :r", run_id) == 0)
      RestoreStatesOf(sql, run_id);
  });
}

Result<void> Store::Decide(const std::string& run_id, const std::vector<LoadRecord>& loads,
                           const std::vector<StateRecord>& states) {
  std::vector<std::string> descriptors;
  for (const LoadRecord& load : loads) {
    AIETL_ASSIGN(std::string descriptor,
                 state_->keyring.Protect(DescriptorContext(load.load_id), load.descriptor));
    descriptors.push_back(std::move(descriptor));
  }
  return state_->database->WriteDurably([&](soci::session& sql) {
    for (size_t i = 0; i < loads.size(); ++i) {
      const long long rows = loads[i].rows;
      soci::statement update = (sql.prepare << "UPDATE loads SET phase='decided', descriptor=:d, "
                                               "row_count=:n WHERE load_id=:l AND run_id=:r "
                                               "AND phase='staging'",
                                soci::use(descriptors[i]), soci::use(rows),
                                soci::use(loads[i].load_id), soci::use(run_id));
      update.execute(true);
      if (update.get_affected_rows() == 1) continue;
      throw Refused{Error(Code::kPrecondition, "load_not_staged",
                          Msg("load {} of run {} is not being staged", loads[i].load_id, run_id))
                        .Hint(Tr("another process has put the run in order; run again"))};
    }
    sql << "DELETE FROM pending_states WHERE run_id=:r", soci::use(run_id);
    for (const StateRecord& state : states) {
      sql << "INSERT INTO pending_states(run_id, source, value) VALUES (:r,:s,:v)",
          soci::use(run_id), soci::use(state.source), soci::use(state.value);
    }
  });
}

Result<void> Store::SetCommitted(const std::string& load_id, const std::string& undo) {
  AIETL_ASSIGN(const std::string stored, state_->keyring.Protect(UndoContext(load_id), undo));
  return state_->database->WriteDurably([&](soci::session& sql) {
    sql << "UPDATE loads SET phase='committed', undo=:u WHERE load_id=:l", soci::use(stored),
        soci::use(load_id);
  });
}

Result<void> Store::Finish(const std::string& run_id, const std::string& pipeline) {
  return state_->database->WriteDurably([&](soci::session& sql) {
    // Of a run of many slices only what was before the first counts.
    sql << "INSERT OR IGNORE INTO replaced_states(run_id, source, value) SELECT p.run_id, "
           "p.source, s.value FROM pending_states p "
           "LEFT JOIN states s ON s.pipeline=:p AND s.source=p.source WHERE p.run_id=:r",
        soci::use(pipeline), soci::use(run_id);
    sql << "INSERT OR REPLACE INTO states(pipeline, source, value) SELECT :p, source, value FROM "
           "pending_states WHERE run_id=:r",
        soci::use(pipeline), soci::use(run_id);
    sql << "DELETE FROM pending_states WHERE run_id=:r", soci::use(run_id);
  });
}

Result<bool> Store::HasPendingStates(const std::string& run_id) {
  return state_->database->Read([&](soci::session& sql) {
    int count = 0;
    sql << "SELECT count(*) FROM pending_states WHERE run_id=:r", soci::use(run_id),
        soci::into(count);
    return count > 0;
  });
}

Result<std::vector<LoadRecord>> Store::LoadsOf(const std::string& run_id) {
  return Fetch(*state_->database, state_->keyring, "run_id=:r ORDER BY rowid", run_id);
}

Result<std::vector<LoadRecord>> Store::Unfinished() {
  return Fetch(*state_->database, state_->keyring,
               "phase IN ('staging', 'decided') OR (phase = :p AND run_id IN (SELECT run_id FROM "
               "pending_states)) ORDER BY rowid",
               "committed");
}

Result<std::vector<LoadRecord>> Store::WithUndo(const std::string& target) {
  return Fetch(*state_->database, state_->keyring,
               "target=:t AND phase='committed' AND undo <> '' ORDER BY rowid DESC", target);
}

Result<void> Store::ClearUndo(const std::string& load_id) {
  return state_->database->Write([&](soci::session& sql) {
    sql << "UPDATE loads SET undo='' WHERE load_id=:l", soci::use(load_id);
  });
}

Result<void> Store::RestoreStates(const std::string& run_id, const std::string&) {
  return state_->database->WriteDurably([&](soci::session& sql) { RestoreStatesOf(sql, run_id); });
}

}  // namespace aietl::store
