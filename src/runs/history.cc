#include "runs/history.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "base/durable_file.h"
#include "base/text.h"
#include "spec/parse.h"

namespace aietl::runs {
namespace {

// When the process started, in clock ticks since boot (field 22 of /proc/PID/stat): tells a reused
// pid apart. Empty when there is no such process.
std::string ProcessStart(int64_t pid) {
  const Result<std::string> stat = ReadFile("/proc/" + std::to_string(pid) + "/stat");
  if (!stat) return {};
  size_t at = stat->rfind(')');
  for (int field = 2; field < 22 && at != std::string::npos; ++field)
    at = stat->find(' ', at + 1);
  if (at == std::string::npos) return {};
  return stat->substr(at + 1, stat->find(' ', at + 1) - at - 1);
}

Result<json::Value> LoadStateValue(store::Store& store, const std::string& pipeline,
                                   const std::string& source) {
  AIETL_ASSIGN(const std::optional<std::string> text, store.GetState(pipeline, source));
  if (!text) return json::Value();
  return json::Parse(*text);
}

json::Value StateToJson(const StateChange& change, const json::Value& before) {
  json::Value out(json::Object{{"schema", SchemaToJson(change.schema)}});
  if (change.delivered) {
    out.Set("watermark", change.delivered->watermark);
    out.Set("window", change.delivered->window);
  } else if (before.Find("watermark") != nullptr) {
    out.Set("watermark", before["watermark"]);
    out.Set("window", before["window"]);
  }
  return out;
}

}  // namespace

Result<DeliveredState> LoadDelivered(store::Store& store, const std::string& pipeline,
                                     const std::string& source) {
  AIETL_ASSIGN(const json::Value value, LoadStateValue(store, pipeline, source));
  return DeliveredState{value["watermark"].AsString(), value["window"].AsString()};
}

Result<std::optional<data::Schema>> LoadSchema(store::Store& store, const std::string& pipeline,
                                               const std::string& source) {
  AIETL_ASSIGN(const json::Value value, LoadStateValue(store, pipeline, source));
  if (value.Find("schema") == nullptr) return std::optional<data::Schema>();
  AIETL_ASSIGN(data::Schema schema, SchemaFromJson(value["schema"]));
  return std::optional<data::Schema>(std::move(schema));
}

json::Value SchemaToJson(const data::Schema& schema) {
  json::Array out;
  for (const data::Column& column : schema.columns) {
    out.emplace_back(json::Object{
        {"name", column.name}, {"type", column.type.ToSql()}, {"nullable", column.nullable}});
  }
  return out;
}

Result<data::Schema> SchemaFromJson(const json::Value& value) {
  data::Schema schema;
  for (const json::Value& column : value.AsArray()) {
    AIETL_ASSIGN(data::Type type, data::ParseType(column["type"].AsString()));
    schema.columns.push_back(
        {column["name"].AsString(), std::move(type), column["nullable"].AsBool(true)});
  }
  return schema;
}

// --- loads

json::Value DescribeLoad(const spec::Endpoint& to, const std::string& folder,
                         const json::Value& load) {
  return json::Object{{"connection", to.connection},
                      {"table", to.table},
                      {"path", to.path},
                      {"folder", folder},
                      {"load", load}};
}

Result<DescribedLoad> ReadDescription(const json::Value& value) {
  DescribedLoad out;
  out.to.connection = value["connection"].AsString();
  out.to.table = value["table"].AsString();
  out.to.path = value["path"].AsString();
  out.folder = value["folder"].AsString();
  out.load = value["load"];
  if (out.to.connection.empty() && out.to.path.empty())
    return Fail(Code::kInternal, "bad_descriptor", Tr("a recorded load names no target"));
  return out;
}

Result<void> RecordLoad(store::Store& store, const AttemptRequest& request,
                        const PreparedTarget& target, const std::string& load_id, int number,
                        const connectors::Load& load) {
  return store.InsertLoad(
      {load_id, request.run_id, target.where.identity, "staging", number,
       json::Write(DescribeLoad(target.spec->to, request.pipeline.folder, load.descriptor())), "",
       0});
}

Result<void> Decide(store::Store& store, const AttemptRequest& request,
                    const std::vector<StagedRecord>& records,
                    const std::vector<StateChange>& changes) {
  std::vector<store::LoadRecord> loads;
  for (const StagedRecord& record : records) {
    store::LoadRecord load;
    load.load_id = record.load_id;
    load.descriptor = json::Write(record.descriptor);
    load.rows = record.rows;
    loads.push_back(std::move(load));
  }
  std::vector<store::StateRecord> states;
  for (const StateChange& change : changes) {
    AIETL_ASSIGN(const json::Value before,
                 LoadStateValue(store, request.pipeline.name, change.source));
    states.push_back({change.source, json::Write(StateToJson(change, before))});
  }
  return store.Decide(request.run_id, loads, states);
}

Result<void> RecordCommit(store::Store& store, const spec::Endpoint& to, const std::string& folder,
                          const std::string& load_id, const json::Value& undo) {
  return store.SetCommitted(load_id,
                            undo.is_null() ? "" : json::Write(DescribeLoad(to, folder, undo)));
}

Result<void> RecordAbort(store::Store& store, const std::string& load_id) {
  return store.SetPhase(load_id, "aborted");
}

Result<void> FinishLoads(store::Store& store, const AttemptRequest& request,
                         const Prepared& prepared) {
  AIETL_TRY(store.Finish(request.run_id, request.pipeline.name));
  // Only the latest load of a target can be rolled back: what earlier runs kept is given up.
  for (const PreparedTarget& target : prepared.targets) {
    AIETL_ASSIGN(const std::vector<store::LoadRecord> kept, store.WithUndo(target.where.identity));
    for (const store::LoadRecord& load : kept) {
      if (load.run_id == request.run_id) continue;
      AIETL_ASSIGN(const json::Value undo, json::Parse(load.undo));
      AIETL_TRY(target.where.session->DropUndo(undo["load"]));
      AIETL_TRY(store.ClearUndo(load.load_id));
    }
  }
  return {};
}

// --- runs

json::Value OptionsToJson(const RunOptions& options) {
  json::Value out(json::Object{{"yes", options.yes},
                               {"full_refresh", options.full_refresh},
                               {"memory", options.memory},
                               {"threads", options.threads},
                               {"verify", options.verify == Verify::kFull     ? "full"
                                          : options.verify == Verify::kCounts ? "counts"
                                                                              : "off"}});
  if (options.backfill)
    out.Set("backfill", json::Array{options.backfill->first, options.backfill->second});
  if (options.limit) out.Set("limit", *options.limit);
  return out;
}

RunOptions OptionsFromJson(const json::Value& value) {
  RunOptions options;
  options.yes = value["yes"].AsBool();
  options.full_refresh = value["full_refresh"].AsBool();
  options.memory = value["memory"].AsString();
  options.threads = static_cast<int>(value["threads"].AsInt());
  const std::string& verify = value["verify"].AsString();
  options.verify = verify == "off"      ? Verify::kOff
                   : verify == "counts" ? Verify::kCounts
                                        : Verify::kFull;
  const json::Array& backfill = value["backfill"].AsArray();
  if (backfill.size() == 2) options.backfill = {backfill[0].AsString(), backfill[1].AsString()};
  if (value.Find("limit") != nullptr) options.limit = value["limit"].AsInt();
  return options;
}

std::string TempName(const std::string& label) {
  const int64_t pid = ::getpid();
  return std::to_string(pid) + "." + ProcessStart(pid) + "-" + label;
}

void SweepTemp(const std::string& home) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(home + "/tmp", error)) {
    const std::string name = entry.path().filename().string();
    const size_t dot = name.find('.'), dash = name.find('-');
    if (dot == std::string::npos || dash == std::string::npos || dash < dot) continue;
    const std::string start = ProcessStart(std::atoll(name.c_str()));
    if (!start.empty() && start == name.substr(dot + 1, dash - dot - 1)) continue;
    std::filesystem::remove_all(entry.path(), error);
  }
}

std::string TargetForPeople(const std::string& identity) {
  constexpr std::string_view kFile = "file:";
  return identity.starts_with(kFile) ? identity.substr(kFile.size()) : identity;
}

bool OwnerIsDead(const store::RunRecord& run) {
  const std::string start = ProcessStart(run.pid);
  return start.empty() || start != run.owner_start;
}

Result<void> StartRun(store::Store& store, const Clock& clock, const spec::Pipeline& pipeline,
                      const std::string& sentence, const std::string& run_id,
                      const RunOptions& options, bool resumed) {
  store::RunRecord run;
  if (resumed) {
    AIETL_ASSIGN(run, store.GetRun(run_id));
  }
  run.run_id = run_id;
  run.status = "running";
  run.pid = ::getpid();
  run.owner_start = ProcessStart(run.pid);
  if (resumed) return store.UpdateRun(run);
  run.pipeline = pipeline.name;
  run.sentence = sentence;
  run.document = spec::ToYaml(pipeline.document);
  run.file = pipeline.file;
  run.folder = pipeline.folder;
  run.options = json::Write(OptionsToJson(options));
  run.started = clock.Now();
  return store.InsertRun(run);
}

Result<void> FinishRun(store::Store& store, const Clock& clock, const Outcome& outcome) {
  AIETL_ASSIGN(store::RunRecord run, store.GetRun(outcome.run_id));
  run.status = StatusName(outcome.status);
  run.finished = clock.Now();
  run.outcome = json::Write(ToJson(outcome));
  run.expected_seconds = outcome.expected.seconds;
  run.actual_seconds = outcome.actual.seconds;
  return store.UpdateRun(run);
}

Result<SourceWatermark> BackfillWatermark(const spec::Pipeline& pipeline, const RunContext& context,
                                          StopToken stop) {
  for (const spec::Source& source : pipeline.sources) {
    if (!source.incremental) continue;
    SessionPool sessions(context, pipeline.folder);
    AIETL_ASSIGN(const Connected where, sessions.For(source.from));
    connectors::ReadRequest request;
    request.table = source.from.path.empty() ? source.from.table : source.from.path;
    request.options = &source.from.options;
    request.folder = pipeline.folder;
    request.temp_folder = context.home + "/tmp";
    AIETL_TRY(MakeFolder(request.temp_folder));
    AIETL_ASSIGN(const connectors::Scan scan, where.session->Read(request, stop));
    const int index = scan.schema.Find(source.incremental->watermark);
    if (index < 0) {
      return Fail(Error(Code::kInvalid, "unknown_column",
                        Msg("source {} has no column {} to take as watermark", source.name,
                            source.incremental->watermark))
                      .At(source.incremental->place));
    }
    return SourceWatermark{source.name, scan.schema.columns[static_cast<size_t>(index)].type};
  }
  return Fail(Error(Code::kInvalid, "backfill_needs_watermark",
                    Tr("--backfill needs an incremental source, and this document has none"))
                  .Hint(Msg("add `incremental: {{watermark: COLUMN}}` to a source")));
}

// --- estimates

Result<PastRatios> LoadPastRatios(store::Store& store, const std::string& pipeline) {
  constexpr int kLookBack = 5;
  PastRatios ratios;
  AIETL_ASSIGN(const std::vector<store::RunRecord> runs, store.ListRuns(pipeline, kLookBack));
  for (const store::RunRecord& run : runs) {
    if (run.status != "succeeded") continue;
    const Result<json::Value> outcome = json::Parse(run.outcome);
    if (!outcome) continue;
    double rows_in = 0;
    for (const auto& [source, rows] : (*outcome)["sources"].AsObject())
      rows_in += rows.AsDouble();
    if (rows_in <= 0) continue;
    for (const json::Value& target : (*outcome)["targets"].AsArray()) {
      ratios.rows_out_per_row_in.emplace(target["name"].AsString(),
                                         target["rows_read"].AsDouble() / rows_in);
    }
    break;
  }
  return ratios;
}

Result<CostModel> LoadCosts(store::Store& store) {
  AIETL_ASSIGN(const std::vector<store::TimingRecord> records, store.Timings());
  std::vector<Timing> timings;
  for (const store::TimingRecord& record : records) {
    AIETL_ASSIGN(const json::Value value, json::Parse(record.work));
    Timing timing;
    timing.seconds = record.seconds;
    for (const auto& [kind, bytes] : value.AsObject())
      timing.work.push_back({kind, bytes.AsDouble()});
    timings.push_back(std::move(timing));
  }
  return CostModel(timings);
}

Result<void> SaveTiming(store::Store& store, const Timing& timing) {
  json::Value work{json::Object()};
  for (const Work& part : timing.work)
    work.Set(part.kind, work[part.kind].AsDouble() + part.bytes);
  return store.AddTiming({json::Write(work), timing.seconds});
}

Result<PastEstimates> LoadPastEstimates(store::Store& store, const std::string& pipeline) {
  constexpr int kLookBack = 30;
  AIETL_ASSIGN(const std::vector<store::RunRecord> runs, store.ListRuns(pipeline, kLookBack));
  PastEstimates past;
  double sum = 0;
  for (const store::RunRecord& run : runs) {
    if (run.status != "succeeded" || run.expected_seconds <= 0 || run.actual_seconds <= 0) continue;
    sum += std::abs(run.expected_seconds - run.actual_seconds) / run.actual_seconds;
    ++past.runs;
  }
  if (past.runs > 0) past.error = sum / past.runs;
  return past;
}

}  // namespace aietl::runs
