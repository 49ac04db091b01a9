#include "base/text.h"
#include "runs/history.h"
#include "runs/locks.h"
#include "runs/run.h"
#include "runs/session_pool.h"
#include "spec/parse.h"

namespace aietl::runs {
namespace {

Outcome Failed(const std::string& run_id, Error error) {
  Outcome outcome;
  outcome.run_id = run_id;
  outcome.status = aietl::ExitCode(error.code) == 2     ? Status::kInvalid
                   : aietl::ExitCode(error.code) == 130 ? Status::kInterrupted
                                                        : Status::kFailed;
  outcome.error = std::move(error);
  return outcome;
}

Result<void> RollbackLoads(store::RunRecord& run, const RunContext& context, Reporter& reporter,
                           StopToken stop, Outcome& outcome) {
  AIETL_ASSIGN(const std::vector<store::LoadRecord> loads, context.store.LoadsOf(run.run_id));
  std::vector<std::string> names{"pipeline:" + run.pipeline};
  for (const store::LoadRecord& load : loads)
    names.push_back(load.target);
  AIETL_ASSIGN(const Locks locks, AcquireLocks(context.home, std::move(names), reporter, stop));
  bool any = false;
  for (auto load = loads.rbegin(); load != loads.rend(); ++load) {
    if (load->phase != "committed") continue;
    if (load->undo.empty()) {
      return Fail(
          Error(Code::kPrecondition, "no_undo",
                Msg("the previous content of {} is no longer kept: a later run has replaced it",
                    TargetForPeople(load->target)))
              .Hint(Tr("only the latest run of a target can be rolled back")));
    }
    AIETL_ASSIGN(const std::vector<store::LoadRecord> newer, context.store.WithUndo(load->target));
    if (!newer.empty() && newer.front().run_id != run.run_id) {
      return Fail(Error(Code::kPrecondition, "newer_run",
                        Msg("run {} has written {} since", newer.front().run_id,
                            TargetForPeople(load->target)))
                      .Hint(Msg("roll it back first: aietl rollback {}", newer.front().run_id)));
    }
    any = true;
  }
  if (!any)
    return Fail(Error(Code::kPrecondition, "nothing_committed",
                      Msg("run {} changed no target that could be put back", run.run_id)));
  for (auto load = loads.rbegin(); load != loads.rend(); ++load) {
    if (load->phase != "committed") continue;
    AIETL_ASSIGN(const json::Value value, json::Parse(load->undo));
    AIETL_ASSIGN(const DescribedLoad described, ReadDescription(value));
    SessionPool sessions(context, described.folder);
    AIETL_ASSIGN(const Connected where, sessions.For(described.to));
    AIETL_TRY(where.session->Rollback(described.load, stop));
    AIETL_TRY(context.store.SetPhase(load->load_id, "rolled_back"));
    AIETL_TRY(context.store.ClearUndo(load->load_id));
    TargetOutcome target;
    target.name = where.display;
    target.verified = "off";
    outcome.targets.push_back(std::move(target));
    reporter.OnLog(Severity::kInfo, Msg("{} has its previous content back", where.display));
  }
  AIETL_TRY(context.store.RestoreStates(run.run_id, run.pipeline));
  run.status = "rolled_back";
  return context.store.UpdateRun(run);
}

}  // namespace

Outcome RunAgain(const spec::Pipeline& pipeline, const std::string& run_id,
                 const RunContext& context, const RunOptions& options, Reporter& reporter,
                 StopToken stop);

Outcome Rollback(const std::string& run_id, const RunContext& context, Reporter& reporter,
                 StopToken stop) {
  Result<store::RunRecord> run = context.store.GetRun(run_id);
  if (!run) return Failed(run_id, std::move(run.error()));
  if (run->status == "running" && !OwnerIsDead(*run)) {
    return Failed(run->run_id, Error(Code::kPrecondition, "still_running",
                                     Msg("run {} is still running", run->run_id)));
  }
  Result<int> recovered = Recover(context, reporter, stop);
  if (!recovered) return Failed(run->run_id, std::move(recovered.error()));
  Outcome outcome;
  outcome.run_id = run->run_id;
  Result<void> done = RollbackLoads(*run, context, reporter, stop, outcome);
  if (!done) return Failed(run->run_id, std::move(done.error()));
  outcome.status = Status::kSucceeded;
  return outcome;
}

Outcome Resume(const std::string& run_id, const RunContext& context, const RunOptions& options,
               Reporter& reporter, StopToken stop) {
  Result<store::RunRecord> run = context.store.GetRun(run_id);
  if (!run) return Failed(run_id, std::move(run.error()));
  if (run->status == "running" && !OwnerIsDead(*run)) {
    return Failed(run->run_id, Error(Code::kPrecondition, "still_running",
                                     Msg("run {} is still running", run->run_id)));
  }
  // What was decided is rolled forward, and then the run is done unless slices are missing.
  Result<int> recovered = Recover(context, reporter, stop);
  if (!recovered) return Failed(run->run_id, std::move(recovered.error()));
  const Result<void> finished = RefuseUnfinished(context, run->pipeline);
  if (!finished) return Failed(run->run_id, finished.error());
  Result<store::RunRecord> now = context.store.GetRun(run->run_id);
  if (!now) return Failed(run->run_id, std::move(now.error()));
  const Result<json::Value> recorded = json::Parse(now->options.empty() ? "{}" : now->options);
  RunOptions repeated = recorded ? OptionsFromJson(*recorded) : RunOptions();
  const bool done =
      now->status == "succeeded" || now->status == "nothing_to_do" || now->status == "rolled_back";
  if (done && !(repeated.backfill && now->status == "succeeded")) {
    Outcome outcome;
    outcome.run_id = now->run_id;
    outcome.status = Status::kNothingToDo;
    reporter.OnLog(Severity::kInfo, Msg("run {} is complete ({})", now->run_id, now->status));
    return outcome;
  }
  if (!options.memory.empty()) repeated.memory = options.memory;
  if (options.threads > 0) repeated.threads = options.threads;
  if (options.yes) repeated.yes = true;
  spec::ParseRequest request;
  request.text = now->document;
  request.file = now->file.ends_with(".json") ? "" : now->file;
  request.folder = now->folder;
  Problems problems;
  Result<spec::Pipeline> pipeline =
      spec::Parse(request, context.registry.endpoint_options(), &problems);
  if (!pipeline) return Failed(now->run_id, std::move(pipeline.error()));
  return RunAgain(*pipeline, now->run_id, context, repeated, reporter, stop);
}

}  // namespace aietl::runs
