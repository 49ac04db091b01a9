#include "runs/prepared.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "config/options.h"
#include "runs/history.h"
#include "runs/schema_contract.h"

namespace aietl::runs {
namespace {

using data::QuoteName;

void Add(Problems* problems, Error error, const Place& place) {
  if (!error.problems.empty()) {
    problems->insert(problems->end(), error.problems.begin(), error.problems.end());
    return;
  }
  Problem problem = error.ToProblem();
  if (problem.place.line == 0 && place.line > 0) {
    // The document's place is the better one, but the file that is at fault must still be named.
    const std::string& file = problem.place.file;
    if (!file.empty() && problem.message.find(file) == std::string::npos)
      problem.message = file + ": " + problem.message;
    problem.place = place;
  }
  if (problem.place.file.empty()) problem.place.file = place.file;
  for (const std::string& note : error.notes)
    problem.message += "; " + note;
  problems->push_back(std::move(problem));
}

class Preparer {
 public:
  Preparer(const spec::Pipeline& pipeline, const RunContext& context, const RunOptions& options,
           const std::optional<Slice>& slice, const std::string& temp_folder, StopToken stop)
      : pipeline_(pipeline),
        context_(context),
        options_(options),
        slice_(slice),
        temp_folder_(temp_folder),
        stop_(stop),
        out_(std::make_unique<Prepared>()) {
    out_->pipeline = &pipeline;
    out_->sessions = std::make_unique<SessionPool>(context, pipeline.folder);
  }

  Result<std::unique_ptr<Prepared>> Do() {
    out_->limit = options_.limit;
    RefuseLimitedAppend();
    if (!options_.memory.empty()) {
      AIETL_ASSIGN(memory_, config::ParseBytes(options_.memory));
    }
    out_->order = engine::CheckPipelineSql(pipeline_, &problems_);
    if (HasErrors(problems_)) return Fail(ErrorOf(Code::kInvalid, std::move(problems_)));
    for (const spec::Source& source : pipeline_.sources)
      PrepareSource(source);
    if (HasErrors(problems_)) return Failed();
    AIETL_TRY(Bind());
    if (HasErrors(problems_)) return Failed();
    CountConsumers();
    for (const spec::Check& check : pipeline_.checks) {
      std::vector<CheckQuery> queries = MakeCheckQueries(check, out_->bound.schemas.at(check.on),
                                                         context_.clock.Now(), &problems_);
      std::move(queries.begin(), queries.end(), std::back_inserter(out_->checks));
    }
    for (const spec::Target& target : pipeline_.targets)
      PrepareTarget(target);
    if (HasErrors(problems_)) return Failed();
    out_->warnings = std::move(problems_);
    return std::move(out_);
  }

 private:
  // Keeps the class of the first failure (a missing file is exit 2, a server that is away is exit
  // 1).
  std::unexpected<Error> Failed() { return Fail(ErrorOf(code_, std::move(problems_))); }

  void Report(Error error, const Place& place) {
    if (!failed_) code_ = error.code;
    failed_ = true;
    Add(&problems_, std::move(error), place);
  }

  // With --limit the watermark stays, so that the next run brings the rows that were left out, and
  // the written ones again.
  void RefuseLimitedAppend() {
    if (!options_.limit || options_.sample || options_.full_refresh) return;
    for (const spec::Source& source : pipeline_.sources) {
      if (!source.incremental) continue;
      for (const spec::Target& target : pipeline_.targets) {
        if (target.mode != spec::Mode::kAppend) continue;
        problems_.push_back({"limit_would_double", Severity::kError,
                             Msg("--limit leaves rows of the increment out, so that the next run "
                                 "reads it again and {} would hold rows twice",
                                 target.Name()),
                             target.place, target.Name(),
                             Tr("look at some rows with --sample, or use mode merge")});
      }
      problems_.push_back(
          {"watermark_stays", Severity::kWarning,
           Msg("the watermark of {} stays where it is: --limit leaves rows out", source.name),
           source.incremental->place, source.name, ""});
    }
  }

  void PrepareSource(const spec::Source& source) {
    PreparedSource prepared;
    prepared.spec = &source;
    Result<Connected> where = out_->sessions->For(source.from);
    if (!where) return Report(std::move(where.error()), source.from.place);
    prepared.where = *where;
    Result<void> read = OpenScan(source, prepared);
    if (!read) return Report(std::move(read.error()), source.from.place);
    if (!ApplySchemaContract(source, prepared)) return;
    out_->sources.push_back(std::move(prepared));
  }

  connectors::ReadRequest RequestFor(const spec::Source& source) const {
    connectors::ReadRequest request;
    request.table = source.from.path.empty() ? source.from.table : source.from.path;
    request.columns = source.columns;
    request.options = &source.from.options;
    request.folder = pipeline_.folder;
    request.temp_folder = temp_folder_;
    request.memory = memory_;
    request.limit = options_.sample;
    return request;
  }

  Result<void> OpenScan(const spec::Source& source, PreparedSource& prepared) {
    connectors::ReadRequest request = RequestFor(source);
    if (source.incremental) {
      AIETL_TRY(AddWindow(source, prepared, request));
    }
    AIETL_ASSIGN(prepared.scan, prepared.where.session->Read(request, stop_));
    for (Problem& problem : prepared.scan.problems) {
      if (problem.place.file.empty()) problem.place = source.from.place;
      problems_.push_back(std::move(problem));
    }
    prepared.scan.problems.clear();
    return {};
  }

  // The type of the watermark is needed before the bounded read: look at the source without bounds
  // first.
  Result<void> AddWindow(const spec::Source& source, PreparedSource& prepared,
                         connectors::ReadRequest& request) {
    const spec::Incremental& incremental = *source.incremental;
    AIETL_ASSIGN(const connectors::Scan whole, prepared.where.session->Read(request, stop_));
    const int index = whole.schema.Find(incremental.watermark);
    if (index < 0) {
      return Fail(Error(Code::kInvalid, "unknown_column",
                        Msg("source {} has no column {} to take as watermark", source.name,
                            incremental.watermark))
                      .At(incremental.place)
                      .About(source.name + "." + incremental.watermark)
                      .Hint(DidYouMean(incremental.watermark, whole.schema.Names())));
    }
    const data::Type& type = whole.schema.columns[static_cast<size_t>(index)].type;
    if (slice_) {
      prepared.window.bounds = {{incremental.watermark, ">=", slice_->from},
                                {incremental.watermark, "<", slice_->to}};
      prepared.window.text =
          fmt::format("{} <= {} < {}", slice_->from, incremental.watermark, slice_->to);
    } else {
      if (!options_.full_refresh) {
        AIETL_ASSIGN(prepared.state, LoadDelivered(context_.store, pipeline_.name, source.name));
      }
      AIETL_ASSIGN(prepared.window, ReadWindow(incremental, type, prepared.state));
    }
    request.bounds = prepared.window.bounds;
    return {};
  }

  bool ApplySchemaContract(const spec::Source& source, PreparedSource& prepared) {
    prepared.schema = prepared.scan.schema;
    if (!source.contract_given) return true;
    Result<std::optional<data::Schema>> before =
        LoadSchema(context_.store, pipeline_.name, source.name);
    if (!before) {
      Report(std::move(before.error()), source.place);
      return false;
    }
    if (!*before) return true;
    ContractResult result =
        ApplyContract(source, **before, prepared.scan.schema, RawName(source.name), &problems_);
    prepared.schema = std::move(result.schema);
    prepared.contract_sql = std::move(result.sql);
    return true;
  }

  Result<void> Bind() {
    std::map<std::string, data::Schema> schemas;
    for (const PreparedSource& source : out_->sources)
      schemas[source.spec->name] = source.schema;
    Result<engine::Bound> bound =
        engine::BindPipeline(pipeline_, out_->order, schemas, &problems_, &context_.database);
    if (!bound) return Fail(std::move(bound.error()));
    out_->bound = std::move(*bound);
    return {};
  }

  void CountConsumers() {
    std::map<std::string, bool> ordered;
    Problems ignored;
    for (const spec::Step& step : pipeline_.steps) {
      const engine::References references =
          engine::CheckSelect(step.sql, step.name, step.sql_place, &ignored);
      ordered[step.name] = references.ordered;
      for (const std::string& table : references.tables)
        ++out_->consumers[table];
    }
    for (const spec::Check& check : pipeline_.checks) {
      // A checked relation is read by the check and by whoever it guards, so it must be there
      // before.
      out_->consumers[check.on] += 2;
      if (check.sql.empty()) continue;
      const engine::References references =
          engine::CheckSelect(check.sql, check.on, check.sql_place, &ignored);
      for (const std::string& table : references.tables)
        ++out_->consumers[table];
    }
    for (const spec::Target& target : pipeline_.targets) {
      ++out_->consumers[target.from];
      out_->keep_order = out_->keep_order || ordered[target.from];
    }
  }

  void PrepareTarget(const spec::Target& target) {
    PreparedTarget prepared;
    prepared.spec = &target;
    Result<Connected> where = out_->sessions->For(target.to);
    if (!where) return Report(std::move(where.error()), target.to.place);
    prepared.where = *where;
    if (!SupportsMode(target, *where->info)) return;
    const data::Schema& from = out_->bound.schemas.at(target.from);
    if (!HasColumns(target, target.key, from) || !HasColumns(target, target.partition, from))
      return;

    connectors::WriteRequest& request = prepared.request;
    request.table = target.to.path.empty() ? target.to.table : target.to.path;
    request.mode = EffectiveMode(target);
    request.key = target.key;
    request.partition = target.partition;
    request.schema = from;
    request.options = &target.to.options;
    request.folder = pipeline_.folder;
    request.pipeline = pipeline_.name;
    request.undo_folder = context_.home + "/undo";
    request.memory = memory_;
    request.keep_order = out_->keep_order;
    request.fingerprint = options_.verify == Verify::kFull;
    if (slice_ && target.mode == spec::Mode::kAppend && !SliceTarget(target, from, request)) return;

    Result<connectors::WritePlan> plan = PlanTarget(target, prepared);
    if (!plan) return Report(std::move(plan.error()), target.place);
    for (Problem& problem : plan->problems) {
      if (problem.place.line == 0) problem.place = target.place;
      if (problem.place.file.empty()) problem.place.file = pipeline_.file;
      problems_.push_back(problem);
    }
    prepared.plan = std::move(*plan);
    prepared.select = BatchSelect(target, prepared.plan.stage_schema);
    out_->targets.push_back(std::move(prepared));
  }

  // Whether whole sources go into the one target, and nobody looks at the rows on their way.
  bool OnlyPasses(const spec::Target& target, const connectors::ConnectorInfo* info) const {
    if (!pipeline_.checks.empty() || pipeline_.targets.size() != 1 || out_->sources.empty() ||
        target.dedup || slice_ || options_.limit || options_.sample)
      return false;
    for (const PreparedSource& source : out_->sources) {
      if (source.spec->incremental || !source.contract_sql.empty() || source.where.info != info)
        return false;
    }
    return !pipeline_.steps.empty() || out_->sources.size() == 1;
  }

  // The steps as one SELECT.
  std::string StepsAsQuery(const spec::Target& target) const {
    std::string ctes;
    for (const size_t index : out_->order) {
      const spec::Step& step = pipeline_.steps[index];
      std::string_view sql = step.sql;
      while (!sql.empty() && (sql.back() == ';' || sql.back() == ' ' || sql.back() == '\n'))
        sql.remove_suffix(1);
      ctes += fmt::format("{}{} AS (\n{}\n)", ctes.empty() ? "" : ", ", QuoteName(step.name), sql);
    }
    return fmt::format("WITH {} SELECT * FROM {}", ctes, QuoteName(target.from));
  }

  Result<connectors::TransferOffer> Offer(connectors::TransferSession& session,
                                          const spec::Target& target,
                                          const connectors::WriteRequest& write) {
    std::vector<connectors::TransferSource> sources;
    for (const PreparedSource& source : out_->sources)
      sources.push_back({source.spec->name, source.where.session, RequestFor(*source.spec)});
    if (pipeline_.steps.empty()) return session.OfferTransfer(sources.front(), write, stop_);
    return session.OfferQuery(sources, StepsAsQuery(target), write, stop_);
  }

  // The systems' own way where there is one, else the engine's.
  Result<connectors::WritePlan> PlanTarget(const spec::Target& target, PreparedTarget& prepared) {
    auto* const session = dynamic_cast<connectors::TransferSession*>(prepared.where.session);
    if (session == nullptr || !OnlyPasses(target, prepared.where.info))
      return prepared.where.session->PlanWrite(prepared.request, stop_);
    AIETL_ASSIGN(connectors::TransferOffer offer, Offer(*session, target, prepared.request));
    if (!offer.transfer) {
      std::string& note = out_->sources.front().scan.note;
      if (!offer.why_not.empty())
        note += (note.empty() ? "" : "; ") + Msg("goes through the engine: {}", offer.why_not);
      return prepared.where.session->PlanWrite(prepared.request, stop_);
    }
    for (PreparedSource& source : out_->sources) {
      source.scan.note = offer.transfer->note();
      source.scan.work = offer.transfer->work();
    }
    prepared.transfer = std::move(offer.transfer);
    return prepared.transfer->plan();
  }

  // A full refresh rebuilds what increments have built.
  spec::Mode EffectiveMode(const spec::Target& target) const {
    const bool builds = target.mode == spec::Mode::kAppend || target.mode == spec::Mode::kMerge ||
                        target.mode == spec::Mode::kDeleteInsert;
    return options_.full_refresh && builds ? spec::Mode::kReplace : target.mode;
  }

  bool SupportsMode(const spec::Target& target, const connectors::ConnectorInfo& info) {
    const std::vector<spec::Mode>& modes = info.capabilities.modes;
    if (std::find(modes.begin(), modes.end(), target.mode) != modes.end()) return true;
    std::vector<std::string> names;
    for (const spec::Mode mode : modes)
      names.emplace_back(spec::ModeName(mode));
    problems_.push_back(
        {"unsupported_mode", Severity::kError,
         Msg("{} cannot be loaded with mode {}", Tr(info.title), spec::ModeName(target.mode)),
         target.place, target.Name(),
         Msg("it can do: {}", fmt::format("{}", fmt::join(names, ", ")))});
    return false;
  }

  bool HasColumns(const spec::Target& target, const std::vector<std::string>& columns,
                  const data::Schema& from) {
    for (const std::string& column : columns) {
      if (from.Find(column) >= 0) continue;
      problems_.push_back(
          {"unknown_column", Severity::kError,
           Msg("target {}: {} has no column {}", target.Name(), target.from, column),
           target.key_place.line > 0 ? target.key_place : target.place, target.from + "." + column,
           DidYouMean(column, from.Names())});
      return false;
    }
    return true;
  }

  // A backfill of an appended target replaces the slice's rows there, so the target must carry the
  // watermark.
  bool SliceTarget(const spec::Target& target, const data::Schema& from,
                   connectors::WriteRequest& request) {
    for (const spec::Source& source : pipeline_.sources) {
      if (!source.incremental) continue;
      const std::string& watermark = source.incremental->watermark;
      if (from.Find(watermark) >= 0) {
        request.slice = {{watermark, ">=", slice_->from}, {watermark, "<", slice_->to}};
        return true;
      }
      problems_.push_back({"backfill_needs_watermark", Severity::kError,
                           Msg("backfilling the appended target {} needs the column {} in it, or "
                               "rows would be doubled",
                               target.Name(), watermark),
                           target.place, target.Name(),
                           Msg("select {} in step {}, or use mode merge", watermark, target.from)});
      return false;
    }
    return true;
  }

  std::string BatchSelect(const spec::Target& target, const data::Schema& stage) const {
    std::vector<std::string> columns;
    const data::Schema& from = out_->bound.schemas.at(target.from);
    for (const data::Column& column : stage.columns) {
      const int index = from.Find(column.name);
      AIETL_CHECK(index >= 0);
      const data::Column& source = from.columns[static_cast<size_t>(index)];
      columns.push_back(source.type == column.type && source.name == column.name
                            ? QuoteName(column.name)
                            : fmt::format("CAST({} AS {}) AS {}", QuoteName(source.name),
                                          column.type.ToSql(), QuoteName(column.name)));
    }
    std::string sql =
        fmt::format("SELECT {} FROM {}", fmt::join(columns, ", "), QuoteName(target.from));
    if (target.dedup) {
      std::vector<std::string> key;
      for (const std::string& column : target.key)
        key.push_back(QuoteName(column));
      sql += fmt::format(" QUALIFY row_number() OVER (PARTITION BY {} ORDER BY {}) = 1",
                         fmt::join(key, ", "), target.dedup->order_by);
    }
    if (options_.limit) sql += fmt::format(" LIMIT {}", *options_.limit);
    return sql;
  }

  const spec::Pipeline& pipeline_;
  const RunContext& context_;
  const RunOptions& options_;
  const std::optional<Slice>& slice_;
  const std::string& temp_folder_;
  StopToken stop_;
  std::unique_ptr<Prepared> out_;
  Problems problems_;
  int64_t memory_ = 0;
  Code code_ = Code::kInvalid;
  bool failed_ = false;
};

}  // namespace

bool Prepared::Materialises(const std::string& relation) const {
  const auto found = consumers.find(relation);
  if (found != consumers.end() && found->second > 1) return true;
  // What an incremental source delivered has to be remembered, so it is read into a table first.
  return std::any_of(sources.begin(), sources.end(), [&](const PreparedSource& source) {
    return source.spec->name == relation && source.spec->incremental;
  });
}

std::string RawName(const std::string& source) {
  return "aietl_raw_" + source;
}

Result<std::unique_ptr<Prepared>> Prepare(const spec::Pipeline& pipeline, const RunContext& context,
                                          const RunOptions& options,
                                          const std::optional<Slice>& slice,
                                          const std::string& temp_folder, StopToken stop) {
  return Preparer(pipeline, context, options, slice, temp_folder, stop).Do();
}

}  // namespace aietl::runs
