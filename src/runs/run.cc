#include "runs/run.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "base/id.h"
#include "base/text.h"
#include "runs/attempt.h"
#include "runs/history.h"
#include "runs/locks.h"

namespace aietl::runs {
namespace {

// Waits, but not longer than until somebody wants to stop.
Result<void> Wait(int64_t micros, StopToken stop) {
  const double until = MonotonicSeconds() + static_cast<double>(micros) / 1e6;
  while (MonotonicSeconds() < until) {
    AIETL_TRY(stop.Check());
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return {};
}

Status StatusOf(const Error& error) {
  switch (aietl::ExitCode(error.code)) {
    case 2: return Status::kInvalid;
    case 4: return Status::kCheckFailed;
    case 130: return Status::kInterrupted;
    default: return Status::kFailed;
  }
}

class Runner {
 public:
  Runner(const spec::Pipeline& pipeline, const RunContext& context, const RunOptions& options,
         Reporter& reporter, StopToken stop)
      : pipeline_(pipeline),
        context_(context),
        options_(options),
        reporter_(reporter),
        stop_(stop),
        started_(MonotonicSeconds()) {}

  // A new run, or with `resumed` the earlier one under its own id.
  Outcome Do(const std::string& sentence, const std::string& resumed) {
    outcome_.run_id = resumed.empty() ? NewRunId(context_.clock) : resumed;
    Result<void> done = Locked(sentence, !resumed.empty());
    outcome_.actual.seconds = MonotonicSeconds() - started_;
    for (const TargetOutcome& target : outcome_.targets) {
      outcome_.actual.rows += static_cast<double>(target.rows_written);
      outcome_.actual.bytes += static_cast<double>(target.bytes);
    }
    if (!done) {
      outcome_.status = StatusOf(done.error());
      outcome_.error = std::move(done.error());
    }
    if (recorded_) Finish();
    return std::move(outcome_);
  }

 private:
  Result<void> Locked(const std::string& sentence, bool resumed) {
    AIETL_ASSIGN(const Locks lock,
                 AcquireLocks(context_.home, {"pipeline:" + pipeline_.name}, reporter_, stop_));
    AIETL_ASSIGN(const int recovered, Recover(context_, reporter_, stop_));
    (void)recovered;
    AIETL_TRY(RefuseUnfinished(context_, pipeline_.name));
    if (!options_.sample) {
      AIETL_TRY(StartRun(context_.store, context_.clock, pipeline_, sentence, outcome_.run_id,
                         options_, resumed));
      recorded_ = true;
    }
    context_.events.Emit(
        {"run_started", {{"run_id", outcome_.run_id}, {"pipeline", pipeline_.name}}});
    if (!options_.backfill) return Tries(std::nullopt, 0);
    return Backfill();
  }

  Result<void> Backfill() {
    AIETL_ASSIGN(const SourceWatermark watermark, BackfillWatermark(pipeline_, context_, stop_));
    AIETL_ASSIGN(const std::vector<Slice> slices,
                 MakeSlices(options_.backfill->first, options_.backfill->second, watermark.type));
    int number = 0;
    for (const Slice& slice : slices) {
      AIETL_ASSIGN(const bool done, context_.store.SliceDone(outcome_.run_id, watermark.source,
                                                             slice.from, slice.to));
      if (!done) {
        reporter_.OnLog(Severity::kInfo,
                        Msg("slice {} ({} of {})", slice.text, number + 1, slices.size()));
        AIETL_TRY(Tries(slice, number));
        AIETL_TRY(
            context_.store.RecordSlice(outcome_.run_id, watermark.source, slice.from, slice.to));
      }
      ++number;
    }
    if (outcome_.targets.empty()) outcome_.status = Status::kNothingToDo;
    return {};
  }

  // The document's retries: only what may pass by waiting, with doubled pauses.
  Result<void> Tries(const std::optional<Slice>& slice, int slice_number) {
    int64_t pause = pipeline_.retries.backoff;
    for (int retry = 0;; ++retry, pause *= 2) {
      Result<void> done = Attempt(slice, slice_number);
      if (done || done.error().retry() == Retry::kNever || retry >= pipeline_.retries.max)
        return done;
      reporter_.OnLog(Severity::kWarning,
                      Msg("{}; trying again in {} s ({} of {})", done.error().ToString(),
                          pause / 1'000'000, retry + 1, pipeline_.retries.max));
      AIETL_TRY(Wait(pause, stop_));
    }
  }

  // Each attempt locks its database down to its own files, so every one but the first gets a
  // database of its own.
  Result<void> Attempt(const std::optional<Slice>& slice, int slice_number) {
    std::unique_ptr<data::Database> own;
    data::Database* database = &context_.database;
    if (attempts_++ > 0) {
      AIETL_ASSIGN(own, data::Database::Open({options_.memory, options_.threads, ""}));
      database = own.get();
    }
    const RunContext context{context_.registry, *database,      context_.store,
                             context_.events,   context_.clock, context_.home};
    const AttemptRequest request{pipeline_,       context, options_,     reporter_, stop_,
                                 outcome_.run_id, slice,   slice_number, started_};
    return DoAttempt(request, outcome_);
  }

  void Finish() {
    const Result<void> finished = FinishRun(context_.store, context_.clock, outcome_);
    if (!finished) reporter_.OnLog(Severity::kWarning, finished.error().ToString());
    context_.events.Emit({"run_finished",
                          {{"run_id", outcome_.run_id},
                           {"status", std::string(StatusName(outcome_.status))},
                           {"seconds", outcome_.actual.seconds}}});
  }

  const spec::Pipeline& pipeline_;
  const RunContext& context_;
  const RunOptions& options_;
  Reporter& reporter_;
  StopToken stop_;
  double started_;
  Outcome outcome_;
  int attempts_ = 0;
  bool recorded_ = false;
};

}  // namespace

Outcome Run(const spec::Pipeline& pipeline, const std::string& sentence, const RunContext& context,
            const RunOptions& options, Reporter& reporter, StopToken stop) {
  return Runner(pipeline, context, options, reporter, stop).Do(sentence, "");
}

Outcome RunAgain(const spec::Pipeline& pipeline, const std::string& run_id,
                 const RunContext& context, const RunOptions& options, Reporter& reporter,
                 StopToken stop) {
  return Runner(pipeline, context, options, reporter, stop).Do("", run_id);
}

}  // namespace aietl::runs
