#include <set>

#include "base/text.h"
#include "runs/history.h"
#include "runs/locks.h"
#include "runs/run.h"
#include "runs/session_pool.h"

namespace aietl::runs {
namespace {

// Finishes or takes back one load of a dead process.
Result<void> RecoverLoad(const store::LoadRecord& record, const RunContext& context,
                         StopToken stop) {
  AIETL_ASSIGN(const json::Value value, json::Parse(record.descriptor));
  AIETL_ASSIGN(const DescribedLoad described, ReadDescription(value));
  SessionPool sessions(context, described.folder);
  AIETL_ASSIGN(const Connected where, sessions.For(described.to));
  AIETL_ASSIGN(const std::unique_ptr<connectors::Load> load,
               where.session->Recover(described.load));
  if (record.phase == "decided") {
    AIETL_ASSIGN(const connectors::Committed committed, load->Commit(true, stop));
    (void)committed;
    return RecordCommit(context.store, described.to, described.folder, record.load_id,
                        load->undo());
  }
  AIETL_TRY(load->Abort());
  return RecordAbort(context.store, record.load_id);
}

}  // namespace

Result<int> Recover(const RunContext& context, Reporter& reporter, StopToken stop) {
  // One process at a time, so that no load is finished twice at once.
  AIETL_ASSIGN(const Locks lock, AcquireLocks(context.home, {"recovery"}, reporter, stop));
  SweepTemp(context.home);
  AIETL_ASSIGN(const std::vector<store::LoadRecord> loads, context.store.Unfinished());
  std::set<std::string> decided;  // runs whose loads have been rolled forward
  std::set<std::string> seen;
  std::set<std::string> broken;  // with a target that cannot be reached
  int recovered = 0;
  for (const store::LoadRecord& load : loads) {
    AIETL_ASSIGN(store::RunRecord run, context.store.GetRun(load.run_id));
    if (!OwnerIsDead(run)) continue;
    const bool first = seen.insert(load.run_id).second;
    if (first)
      reporter.OnLog(Severity::kInfo,
                     Msg("run {} was interrupted; putting things in order", load.run_id));
    if (load.phase != "committed") {
      // One target that cannot be reached must not keep the others from being put in order.
      const Result<void> done = RecoverLoad(load, context, stop);
      if (!done) {
        reporter.OnLog(Severity::kWarning, Msg("run {}: {} cannot be put in order now: {}",
                                               load.run_id, load.target, done.error().ToString()));
        broken.insert(load.run_id);
        continue;
      }
      ++recovered;
    }
    if (load.phase != "staging") decided.insert(load.run_id);
  }
  for (const std::string& run_id : seen) {
    AIETL_ASSIGN(store::RunRecord run, context.store.GetRun(run_id));
    const bool whole = decided.contains(run_id) && !broken.contains(run_id);
    if (whole) AIETL_TRY(context.store.Finish(run_id, run.pipeline));
    run.status = whole ? "succeeded" : "interrupted";
    run.finished = context.clock.Now();
    AIETL_TRY(context.store.UpdateRun(run));
  }
  return recovered;
}

Result<void> RefuseUnfinished(const RunContext& context, const std::string& pipeline) {
  AIETL_ASSIGN(const std::vector<store::LoadRecord> loads, context.store.Unfinished());
  for (const store::LoadRecord& load : loads) {
    if (load.phase != "decided") continue;
    AIETL_ASSIGN(const store::RunRecord run, context.store.GetRun(load.run_id));
    if (run.pipeline != pipeline || !OwnerIsDead(run)) continue;
    return Fail(Error(Code::kConflict, "unfinished_run",
                      Msg("run {} is decided, but its target {} cannot be reached to finish it",
                          run.run_id, TargetForPeople(load.target)))
                    .About(TargetForPeople(load.target))
                    .Hint(Tr("make the target reachable and run again; until then no row is "
                             "loaded, or some would come twice")));
  }
  return {};
}

}  // namespace aietl::runs
