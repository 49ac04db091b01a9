#include "runs/attempt.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/durable_file.h"
#include "base/failpoint.h"
#include "base/text.h"
#include "runs/estimate.h"
#include "runs/history.h"
#include "runs/locks.h"
#include "runs/plan.h"
#include "runs/temp_folder.h"

namespace aietl::runs {
namespace {

using data::QuoteName;

constexpr size_t kPreviewRows = 10;

// Bridges a load's statements to the engine's observers.
class EngineObserver final : public connectors::Observer {
 public:
  EngineObserver(engine::Engine& engine, bool full) : engine_(engine), full_(full) {}
  std::string Observe(const std::string& select, connectors::Slot slot) override {
    return engine_.Observe(select, slot == connectors::Slot::kContent, full_);
  }

 private:
  engine::Engine& engine_;
  bool full_;
};

struct Staged {
  PreparedTarget* target = nullptr;
  std::unique_ptr<connectors::Load> load;
  engine::StageResult result;
  std::string load_id;
};

class Attempt {
 public:
  Attempt(const AttemptRequest& request, Outcome& outcome) : request_(request), outcome_(outcome) {}

  Result<void> Do() {
    began_ = MonotonicSeconds();
    const std::string& home = request_.context.home;
    AIETL_ASSIGN(
        temp_,
        TempFolder::Make(home + "/tmp/" +
                         TempName(fmt::format("{}-{}", request_.run_id, request_.slice_number))));
    AIETL_ASSIGN(prepared_, Prepare(request_.pipeline, request_.context, request_.options,
                                    request_.slice, temp_->path(), request_.stop));
    for (const Problem& problem : prepared_->warnings)
      AddOnce(problem);
    const double asked = MonotonicSeconds();
    AIETL_TRY(RefuseDestruction());
    AIETL_TRY(LockTargets());
    waited_ = MonotonicSeconds() - asked;
    if (!request_.options.sample) AIETL_TRY(OpenLoads());
    const Result<void> done = Work();
    if (!done && !decided_) AbortLoads();
    return done;
  }

 private:
  Result<void> Work() {
    AIETL_TRY(LoadSources());
    if (NothingNew()) {
      AbortLoads();
      outcome_.status = Status::kNothingToDo;
      return {};
    }
    AIETL_TRY(AddSteps());
    AIETL_TRY(RunChecks());
    if (request_.options.sample) return Sample();
    for (Staged& staged : staged_)
      AIETL_TRY(Stage(staged));
    AIETL_TRY(SourcesUnchanged());
    for (Staged& staged : staged_)
      AIETL_TRY(VerifyStaged(staged));
    AIETL_TRY(Preview());
    return DecideAndCommit();
  }

  // Slices and retries find the same again.
  void AddOnce(const Problem& problem) {
    for (const Problem& known : outcome_.problems) {
      if (known.code == problem.code && known.object == problem.object &&
          known.message == problem.message)
        return;
    }
    outcome_.problems.push_back(problem);
  }

  Result<void> RefuseDestruction() {
    if (request_.options.yes || request_.options.sample) return {};
    for (const PreparedTarget& target : prepared_->targets) {
      if (!target.plan.destroys) continue;
      const std::string what =
          Msg("{} holds data that this product did not write, and it would be lost",
              target.where.display);
      if (request_.reporter.Confirm(what)) continue;
      return Fail(Error(Code::kPrecondition, "would_destroy", what)
                      .At(target.spec->place)
                      .About(target.spec->Name())
                      .Hint(Tr("look at it with `aietl plan`, then run with --yes, or choose mode "
                               "append or merge")));
    }
    return {};
  }

  Result<void> LockTargets() {
    std::vector<std::string> names;
    for (const PreparedTarget& target : prepared_->targets)
      names.push_back(target.where.identity);
    AIETL_ASSIGN(locks_, AcquireLocks(request_.context.home, std::move(names), request_.reporter,
                                      request_.stop));
    // Whoever held a target while we waited may have died after its decision: what it decided comes
    // first.
    AIETL_ASSIGN(const int recovered, Recover(request_.context, request_.reporter, request_.stop));
    (void)recovered;
    return {};
  }

  Result<void> OpenLoads() {
    int number = 0;
    for (PreparedTarget& target : prepared_->targets) {
      Staged staged;
      staged.target = &target;
      staged.load_id = fmt::format("{}-{}-{}", request_.run_id, request_.slice_number, number++);
      target.request.run_id = request_.run_id;
      target.request.load_id = staged.load_id;
      target.request.snapshot_at = FormatTimestamp(request_.context.clock.Now());
      if (target.transfer) {
        AIETL_ASSIGN(staged.load, target.transfer->Write(target.request, request_.stop));
      } else {
        AIETL_ASSIGN(staged.load, target.where.session->Write(target.request, request_.stop));
      }
      AIETL_TRY(RecordLoad(request_.context.store, request_, target, staged.load_id, number,
                           *staged.load));
      staged_.push_back(std::move(staged));
    }
    return {};
  }

  Result<void> LoadSources() {
    engine::EngineOptions options;
    options.memory_limit = request_.options.memory;
    options.threads = request_.options.threads;
    options.temp_folder = temp_->path() + "/spill";
    options.keep_order = prepared_->keep_order;
    AIETL_ASSIGN(engine_, engine::Engine::Over(request_.context.database, options));
    std::vector<std::string> paths;
    for (PreparedSource& source : prepared_->sources) {
      paths.insert(paths.end(), source.scan.paths.begin(), source.scan.paths.end());
      AIETL_TRY(AddSource(source));
    }
    for (const Staged& staged : staged_) {
      const std::vector<std::string> more = staged.load->paths();
      paths.insert(paths.end(), more.begin(), more.end());
    }
    paths.push_back(temp_->path());
    paths.push_back(QuarantinePath());
    AIETL_TRY(engine_->Lock(paths));
    if (request_.slice_number == 0) AIETL_TRY(ReportPlan());
    for (PreparedSource& source : prepared_->sources)
      AIETL_TRY(MaterialiseSource(source));
    return {};
  }

  // Steps are bound over the sources for the estimate; materialised sources and steps replace these
  // views later.
  Result<void> ReportPlan() {
    for (const PreparedSource& source : prepared_->sources) {
      if (Wrapped(source))
        AIETL_TRY(engine_->AddStep(source.spec->name,
                                   "SELECT * FROM " + QuoteName(RawName(source.spec->name))));
    }
    for (const size_t index : prepared_->order)
      AIETL_TRY(engine_->AddStep(request_.pipeline.steps[index].name,
                                 request_.pipeline.steps[index].sql));
    AIETL_ASSIGN(const Plan plan, BuildPlan(*prepared_, request_.context, *engine_));
    outcome_.expected = plan.expected;
    request_.reporter.OnPlan(plan);
    return {};
  }

  static bool Wrapped(const PreparedSource& source) {
    return !source.contract_sql.empty() || source.spec->incremental;
  }

  // Raw rows, then contract and recognition of delivered rows as views over them.
  Result<void> AddSource(PreparedSource& source) {
    const std::string& name = source.spec->name;
    return engine_->AddSource(InputOf(Wrapped(source) ? RawName(name) : name, source.scan));
  }

  Result<void> MaterialiseSource(PreparedSource& source) {
    const std::string& name = source.spec->name;
    if (!source.spec->incremental) {
      if (!source.contract_sql.empty()) AIETL_TRY(engine_->AddStep(name, source.contract_sql));
      return prepared_->Materialises(name) ? Materialise(name) : Result<void>();
    }
    AIETL_TRY(Materialise(RawName(name)));
    AIETL_TRY(ReportNullWatermarks(source));
    std::string raw = RawName(name);
    if (!source.contract_sql.empty()) {
      raw = "aietl_contract_" + name;
      AIETL_TRY(engine_->AddStep(raw, source.contract_sql));
    }
    // A backfill's slice is read as it is: its target replaces or merges the slice's rows.
    const DeliveredState state = request_.slice ? DeliveredState{} : source.state;
    AIETL_TRY(engine_->AddStep(
        name, NewRowsSql(raw, source.schema.Names(), source.spec->incremental->watermark, state)));
    return Materialise(name);
  }

  Result<void> ReportNullWatermarks(const PreparedSource& source) {
    const std::string& column = source.spec->incremental->watermark;
    AIETL_ASSIGN(const std::optional<std::string> count,
                 engine_->connection().Scalar(
                     fmt::format("SELECT count(*) FROM {} WHERE {} IS NULL",
                                 QuoteName(RawName(source.spec->name)), QuoteName(column))));
    if (!count || *count == "0") return {};
    Problem problem{"null_watermark",
                    Severity::kWarning,
                    Msg("{} rows of {} have no {} and are not loaded: a watermark cannot see them",
                        *count, source.spec->name, column),
                    source.spec->incremental->place,
                    source.spec->name + "." + column,
                    Tr("choose a watermark that is never NULL, or load them with a second source")};
    request_.reporter.OnLog(Severity::kWarning, problem.message);
    outcome_.problems.push_back(std::move(problem));
    return {};
  }

  Result<void> Materialise(const std::string& name) {
    AIETL_ASSIGN(const int64_t rows,
                 engine_->Materialise(name, request_.stop, Progress("reading", name)));
    materialised_[name] = rows;
    return {};
  }

  bool NothingNew() const {
    bool incremental = false;
    for (const PreparedSource& source : prepared_->sources) {
      if (!source.spec->incremental) continue;
      incremental = true;
      const auto found = materialised_.find(source.spec->name);
      if (found == materialised_.end() || found->second > 0) return false;
    }
    return incremental && !request_.slice && !request_.options.full_refresh &&
           !request_.options.sample;
  }

  Result<void> AddSteps() {
    for (const size_t index : prepared_->order) {
      const spec::Step& step = request_.pipeline.steps[index];
      AIETL_TRY(engine_->AddStep(step.name, step.sql));
      if (prepared_->Materialises(step.name)) AIETL_TRY(Materialise(step.name));
    }
    return {};
  }

  Result<void> RunChecks() {
    bool failed = false;
    for (const CheckQuery& query : prepared_->checks) {
      AIETL_TRY(request_.stop.Check());
      Result<CheckOutcome> check = RunCheck(query, engine_->connection());
      if (!check) return Fail(std::move(check.error()).At(query.place));
      if (!check->passed && !check->quarantine.empty()) AIETL_TRY(Quarantine(query));
      failed = failed || (!check->passed && check->severity == Severity::kError);
      request_.reporter.OnCheck(*check);
      outcome_.checks.push_back(std::move(*check));
    }
    if (!failed) return {};
    return Fail(Error(Code::kCheckFailed, "check_failed",
                      Tr("a check failed; the targets are as before the run")));
  }

  std::string QuarantinePath() const { return temp_->path() + "/quarantine.csv"; }

  // Failing rows go into the file by temporary name and rename; with `severity: warn` they are left
  // out of what follows.
  Result<void> Quarantine(const CheckQuery& query) {
    const std::string path = AbsolutePath(query.quarantine, request_.pipeline.folder);
    const std::string staged = QuarantinePath();
    AIETL_TRY(RemoveFile(staged));
    AIETL_ASSIGN(const int64_t rows, engine_->connection().Execute(
                                         fmt::format("COPY ({}\n) TO {} (FORMAT csv, HEADER true)",
                                                     query.rows, data::QuoteText(staged))));
    AIETL_ASSIGN(const std::string content, ReadFile(staged));
    AIETL_TRY(WriteFileAtomically(path, content));
    request_.reporter.OnLog(Severity::kWarning, Plural(rows, "{} failing row is in quarantine",
                                                       "{} failing rows are in quarantine") +
                                                    ": " + query.quarantine);
    if (query.severity == Severity::kError || !query.whole_rows) return {};
    const std::string kept = "aietl_kept_" + query.on;
    AIETL_ASSIGN(const int64_t rest,
                 engine_->connection().Execute(fmt::format(
                     "CREATE OR REPLACE TEMP TABLE {} AS SELECT * FROM {} EXCEPT ALL ({}\n)",
                     QuoteName(kept), QuoteName(query.on), query.rows)));
    (void)rest;
    return engine_->AddStep(query.on, "SELECT * FROM " + QuoteName(kept));
  }

  Result<void> Sample() {
    for (PreparedTarget& target : prepared_->targets) {
      AIETL_ASSIGN(data::Rows rows, engine_->connection().Fetch(target.select, kPreviewRows));
      TargetOutcome out = OutcomeOf(target);
      AIETL_ASSIGN(const std::optional<std::string> count,
                   engine_->connection().Scalar("SELECT count(*) FROM (" + target.select + ")"));
      out.rows_read = count ? std::stoll(*count) : 0;
      out.verified = "off";
      outcome_.targets.push_back(std::move(out));
      if (outcome_.preview.rows.empty()) outcome_.preview = std::move(rows);
    }
    outcome_.sample = *request_.options.sample;
    outcome_.status = Status::kSucceeded;
    return {};
  }

  Result<void> Stage(Staged& staged) {
    const PreparedTarget& target = *staged.target;
    const bool full = request_.options.verify == Verify::kFull;
    if (target.transfer) {
      AIETL_TRY(StageByTransfer(staged, full));
    } else if (target.where.info->capabilities.engine_stage) {
      EngineObserver observer(*engine_, full);
      AIETL_ASSIGN(const std::vector<std::string> statements,
                   staged.load->StageStatements(target.select, observer));
      AIETL_ASSIGN(staged.result, engine_->RunStatements(statements, request_.stop,
                                                         Progress("writing", target.spec->Name())));
    } else {
      AIETL_ASSIGN(std::unique_ptr<data::BatchWriter> writer, staged.load->OpenWriter());
      AIETL_ASSIGN(staged.result, engine_->RunInto(target.select, *writer, full, request_.stop,
                                                   Progress("writing", target.spec->Name())));
      AIETL_TRY(writer->Flush());
    }
    Result<void> ready = staged.load->Prepare(request_.stop);
    if (!ready) return Fail(std::move(ready.error()).At(target.spec->place));
    return Failpoint("run.after_stage");
  }

  Result<void> StageByTransfer(Staged& staged, bool full) {
    const auto progress = Progress("writing", staged.target->spec->Name());
    AIETL_ASSIGN(const int64_t rows,
                 staged.target->transfer->Stage(
                     full, [&](int64_t so_far) { progress({so_far, so_far, -1}); }, request_.stop));
    staged.result.batch.rows = rows;
    staged.result.content.rows = rows;
    for (const auto& [source, read] : staged.target->transfer->rows_read())
      outcome_.rows_by_source[source] += read;
    return {};
  }

  Result<void> SourcesUnchanged() {
    for (const PreparedSource& source : prepared_->sources) {
      for (const FileStamp& stamp : source.scan.stamps) {
        const Result<FileStamp> now = StampFile(stamp.path);
        if (now && *now == stamp) continue;
        return Fail(
            Error(Code::kConflict, "source_changed",
                  Msg("{} changed while it was being read", stamp.path))
                .At(source.spec->from.place)
                .About(source.spec->name)
                .Hint(Tr("run again when its writer has finished; the targets are as before")));
      }
    }
    return {};
  }

  Result<data::Checksum> SumStaged(Staged& staged, bool full) {
    if (!full) {
      AIETL_ASSIGN(const std::optional<int64_t> rows, staged.load->CountStaged(request_.stop));
      if (rows) {
        data::Checksum counted;
        counted.rows = *rows;
        return counted;
      }
    }
    AIETL_ASSIGN(connectors::Scan scan, staged.load->ReadStaged());
    return engine_->Sum(InputOf("aietl_verify", scan), full, request_.stop);
  }

  Result<void> VerifyStaged(Staged& staged) {
    if (request_.options.verify == Verify::kOff) return {};
    const double begin = MonotonicSeconds();
    const bool full = request_.options.verify == Verify::kFull;
    if (staged.target->transfer) return full ? VerifyTransfer(staged, begin) : Result<void>();
    Progress("verifying", staged.target->spec->Name())(
        {staged.result.content.rows, staged.result.content.rows, -1});
    AIETL_ASSIGN(const data::Checksum held, SumStaged(staged, full));
    outcome_.verify_seconds += MonotonicSeconds() - begin;
    if (held.rows == staged.result.content.rows &&
        (!full || held.columns == staged.result.content.columns))
      return {};
    Error error(Code::kDataLoss, "verification_failed",
                Msg("{}: {} rows were sent and {} are held, or a column's checksum differs",
                    staged.target->spec->Name(), staged.result.content.rows, held.rows));
    const data::Schema& schema = staged.target->plan.stage_schema;
    for (size_t i = 0; full && i < held.columns.size() &&
                       i < staged.result.content.columns.size() && i < schema.columns.size();
         ++i) {
      if (!(held.columns[i] == staged.result.content.columns[i]))
        error.notes.push_back(Msg("column {} differs", schema.columns[i].name));
    }
    return Fail(std::move(error)
                    .At(staged.target->spec->place)
                    .Hint(Tr("the target is as before the run")));
  }

  // Both systems have counted by then.
  Result<void> VerifyTransfer(Staged& staged, double begin) {
    Progress("verifying", staged.target->spec->Name())(
        {staged.result.content.rows, staged.result.content.rows, -1});
    AIETL_ASSIGN(const bool same, staged.target->transfer->Verify(request_.stop));
    outcome_.verify_seconds += MonotonicSeconds() - begin;
    if (same) return {};
    return Fail(Error(Code::kDataLoss, "verification_failed",
                      Msg("{}: {} rows were sent, and the checksums of the two servers differ",
                          staged.target->spec->Name(), staged.result.content.rows))
                    .At(staged.target->spec->place)
                    .Hint(Tr("the target is as before the run")));
  }

  Result<void> Preview() {
    if (staged_.empty() || !outcome_.preview.rows.empty()) return {};
    AIETL_ASSIGN(connectors::Scan scan, staged_.front().load->ReadStaged());
    std::string relation = scan.relation;
    if (relation.empty()) {
      relation = "aietl_preview";
      AIETL_TRY(engine_->AddSource(InputOf(relation, scan)));
    }
    // With LIMIT the query comes to its end, and what it read with is closed: a reader left open
    // would hold the staged table against its own commit.
    AIETL_ASSIGN(
        outcome_.preview,
        engine_->connection().Fetch(
            fmt::format("SELECT * FROM {} LIMIT {}", relation, kPreviewRows + 1), SIZE_MAX));
    outcome_.preview.truncated = outcome_.preview.rows.size() > kPreviewRows;
    if (outcome_.preview.truncated) outcome_.preview.rows.resize(kPreviewRows);
    return {};
  }

  Result<void> DecideAndCommit() {
    AIETL_TRY(request_.stop.Check());
    AIETL_ASSIGN(const std::vector<StateChange> changes, StateChanges());
    AIETL_TRY(Failpoint("run.before_decide"));
    std::vector<StagedRecord> records;
    for (const Staged& staged : staged_)
      records.push_back({staged.load_id,
                         DescribeLoad(staged.target->spec->to, request_.pipeline.folder,
                                      staged.load->descriptor()),
                         staged.result.batch.rows});
    AIETL_TRY(Decide(request_.context.store, request_, records, changes));
    decided_ = true;
    AIETL_TRY(Failpoint("run.after_decide"));
    for (size_t i = 0; i < staged_.size(); ++i) {
      Result<void> committed = Commit(staged_[i]);
      // The commit may have come through all the same (an error after it): the target's ledger
      // knows, so ask once more before taking anything back.
      if (!committed) committed = Commit(staged_[i]);
      if (!committed) return UndoCommits(i, committed.error());
    }
    AIETL_TRY(Failpoint("run.before_finish"));
    const std::map<std::string, int64_t> rows_read = engine_->RowsRead();
    for (const PreparedSource& source : prepared_->sources) {
      const auto found =
          rows_read.find(Wrapped(source) ? RawName(source.spec->name) : source.spec->name);
      if (found != rows_read.end()) outcome_.rows_by_source[source.spec->name] += found->second;
    }
    outcome_.status = Status::kSucceeded;
    AIETL_TRY(FinishLoads(request_.context.store, request_, *prepared_));
    outcome_.actual.seconds = MonotonicSeconds() - request_.started;
    // Waiting for a person or a lock teaches nothing, and a slice has rows of all slices before it.
    if (request_.slice) return {};
    return LearnFrom(*prepared_, request_.context, outcome_, MonotonicSeconds() - began_ - waited_);
  }

  Result<void> Commit(Staged& staged) {
    const PreparedTarget& target = *staged.target;
    Progress("committing",
             target.spec->Name())({staged.result.batch.rows, staged.result.batch.rows, -1});
    AIETL_ASSIGN(const connectors::Committed committed,
                 staged.load->Commit(request_.options.verify != Verify::kOff, StopToken()));
    AIETL_TRY(RecordCommit(request_.context.store, target.spec->to, request_.pipeline.folder,
                           staged.load_id, staged.load->undo()));
    // The target is durable by now: only a crash is to be tried here.
    const Result<void> crash_only = Failpoint("run.between_commits");
    (void)crash_only;
    TargetOutcome out = OutcomeOf(target);
    out.rows_read = staged.result.batch.rows;
    out.rows_written = committed.rows_written;
    out.rows_deleted = committed.rows_deleted;
    out.rows_unchanged = committed.rows_unchanged;
    out.bytes = committed.bytes;
    request_.context.events.Emit({"load_committed",
                                  {{"run_id", request_.run_id},
                                   {"target", out.name},
                                   {"mode", std::string(spec::ModeName(out.mode))},
                                   {"rows_written", out.rows_written},
                                   {"bytes", out.bytes}}});
    MergeOutcome(std::move(out));
    return {};
  }

  // A commit that fails (not a crash) takes the earlier ones of this attempt back, so that a failed
  // run leaves every target as it was.
  Result<void> UndoCommits(size_t failed, Error error) {
    for (size_t i = 0; i < failed; ++i) {
      const Result<void> undone =
          staged_[i].target->where.session->Rollback(staged_[i].load->undo(), StopToken());
      if (!undone) {
        error.notes.push_back(
            Msg("{} was already committed and could not be put back: {}; `aietl runs resume {}` "
                "finishes the run",
                staged_[i].target->spec->Name(), undone.error().message, request_.run_id));
        return Fail(std::move(error));
      }
    }
    outcome_.targets.clear();
    AbortLoads();
    return Fail(std::move(error));
  }

  // Slices of a backfill add up per target.
  void MergeOutcome(TargetOutcome out) {
    for (TargetOutcome& known : outcome_.targets) {
      if (known.name != out.name) continue;
      known.rows_read += out.rows_read;
      known.rows_written += out.rows_written;
      known.rows_deleted += out.rows_deleted;
      known.rows_unchanged += out.rows_unchanged;
      known.bytes = out.bytes;
      return;
    }
    outcome_.targets.push_back(std::move(out));
  }

  TargetOutcome OutcomeOf(const PreparedTarget& target) const {
    TargetOutcome out;
    out.name = target.spec->Name();
    out.mode = target.request.mode;
    out.verified = request_.options.verify == Verify::kFull     ? "full"
                   : request_.options.verify == Verify::kCounts ? "counts"
                                                                : "off";
    return out;
  }

  // What the store shall remember once every target is durable: watermarks, delivered rows,
  // schemas.
  Result<std::vector<StateChange>> StateChanges() {
    std::vector<StateChange> changes;
    for (const PreparedSource& source : prepared_->sources) {
      StateChange change;
      change.source = source.spec->name;
      change.schema = source.scan.schema;
      // With --limit rows are left out that must come with the next run; a rebuilt target holds
      // nothing of earlier ones.
      if (source.spec->incremental && request_.options.limit && request_.options.full_refresh)
        change.delivered = DeliveredState{};
      if (source.spec->incremental && !request_.slice && !request_.options.limit) {
        AIETL_ASSIGN(change.delivered, NewState(source));
      }
      changes.push_back(std::move(change));
    }
    return changes;
  }

  Result<std::optional<DeliveredState>> NewState(const PreparedSource& source) {
    const spec::Incremental& incremental = *source.spec->incremental;
    const std::string raw = RawName(source.spec->name);
    AIETL_ASSIGN(const std::optional<std::string> greatest,
                 engine_->connection().Scalar(GreatestSql(raw, incremental.watermark)));
    if (!greatest) return std::optional<DeliveredState>();
    const int index = source.scan.schema.Find(incremental.watermark);
    const data::Type& type = source.scan.schema.columns[static_cast<size_t>(index)].type;
    DeliveredState state;
    state.watermark = *greatest;
    AIETL_ASSIGN(
        const data::Rows rows,
        engine_->connection().Fetch(
            WindowRowsSql(raw, source.schema.Names(), incremental, type, *greatest), SIZE_MAX));
    for (const auto& row : rows.rows)
      state.window += fmt::format("{} {}\n", row[0].value_or(""), row[1].value_or("0"));
    return std::optional<DeliveredState>(std::move(state));
  }

  void AbortLoads() {
    for (Staged& staged : staged_) {
      const Result<void> aborted = staged.load->Abort();
      const Result<void> recorded =
          aborted ? RecordAbort(request_.context.store, staged.load_id) : aborted;
      if (!recorded) request_.reporter.OnLog(Severity::kWarning, recorded.error().ToString());
    }
  }

  std::function<void(const engine::RunProgress&)> Progress(const char* phase,
                                                           const std::string& what) {
    return [this, phase, what](const engine::RunProgress& progress) {
      Reporter::Progress out;
      out.phase = phase;
      out.what = what;
      out.rows = std::max(progress.rows_in, progress.rows_out);
      out.expected_rows = outcome_.expected.rows;
      out.fraction = progress.percent >= 0 ? progress.percent / 100 : -1;
      out.seconds = MonotonicSeconds() - request_.started;
      request_.reporter.OnProgress(out);
    };
  }

  double began_ = 0, waited_ = 0;  // seconds
  const AttemptRequest& request_;
  Outcome& outcome_;
  std::unique_ptr<TempFolder> temp_;
  std::unique_ptr<Prepared> prepared_;
  Locks locks_;
  std::unique_ptr<engine::Engine> engine_;
  std::vector<Staged> staged_;
  std::map<std::string, int64_t> materialised_;
  bool decided_ = false;
};

}  // namespace

Result<void> DoAttempt(const AttemptRequest& request, Outcome& outcome) {
  return Attempt(request, outcome).Do();
}

}  // namespace aietl::runs
