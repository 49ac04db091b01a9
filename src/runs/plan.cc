#include "runs/plan.h"

#include <fmt/format.h>

#include "base/text.h"
#include "runs/estimate.h"
#include "runs/history.h"
#include "runs/temp_folder.h"

namespace aietl::runs {
namespace {

SourcePlan PlanOf(const PreparedSource& source) {
  SourcePlan out;
  out.name = source.spec->name;
  out.from = source.where.display;
  out.schema = source.schema;
  out.rows = source.scan.rows;
  out.bytes = source.scan.bytes;
  out.sampled = source.scan.sampled;
  out.note = source.scan.note;
  out.window = source.window.text;
  return out;
}

StepPlan PlanOf(const spec::Step& step, const Prepared& prepared) {
  StepPlan out;
  out.name = step.name;
  out.sql = step.sql;
  out.schema = prepared.bound.schemas.at(step.name);
  out.materialised = prepared.Materialises(step.name);
  const auto lineage = prepared.bound.lineage.find(step.name);
  if (lineage != prepared.bound.lineage.end()) out.lineage = lineage->second;
  return out;
}

// The slices of a backfill by the watermark of the first incremental source.
Result<std::vector<std::string>> SliceTexts(const Prepared& prepared, const RunOptions& options) {
  std::vector<std::string> out;
  for (const PreparedSource& source : prepared.sources) {
    if (!source.spec->incremental) continue;
    const int index = source.scan.schema.Find(source.spec->incremental->watermark);
    AIETL_ASSIGN(const std::vector<Slice> slices,
                 MakeSlices(options.backfill->first, options.backfill->second,
                            source.scan.schema.columns[static_cast<size_t>(index)].type));
    for (const Slice& slice : slices)
      out.push_back(slice.text);
    return out;
  }
  return Fail(Error(Code::kInvalid, "backfill_needs_watermark",
                    Tr("--backfill needs an incremental source, and this document has none"))
                  .Hint(Tr("add `incremental: {{watermark: COLUMN}}` to a source")));
}

}  // namespace

engine::SourceInput InputOf(std::string name, connectors::Scan& scan) {
  engine::SourceInput input;
  input.name = std::move(name);
  input.schema = scan.schema;
  input.relation = scan.relation;
  input.partitions = std::move(scan.partitions);
  input.rows = scan.rows;
  input.paths = scan.paths;
  return input;
}

Result<Plan> BuildPlan(const Prepared& prepared, const RunContext& context,
                       engine::Engine& engine) {
  Plan plan;
  plan.pipeline = prepared.pipeline->name;
  for (const PreparedSource& source : prepared.sources)
    plan.sources.push_back(PlanOf(source));
  for (const size_t index : prepared.order)
    plan.steps.push_back(PlanOf(prepared.pipeline->steps[index], prepared));
  for (const CheckQuery& check : prepared.checks) {
    plan.checks.push_back(
        fmt::format("{}: {}{}", check.on, check.title,
                    check.severity == Severity::kError ? "" : fmt::format(" ({})", Tr("warn"))));
  }
  AIETL_ASSIGN(const std::vector<double> rows, ExpectedRows(prepared, context, engine));
  std::vector<double> bytes;
  AIETL_ASSIGN(plan.expected, ExpectedCost(prepared, context, rows, &bytes));
  for (size_t i = 0; i < prepared.targets.size(); ++i) {
    const PreparedTarget& target = prepared.targets[i];
    plan.targets.push_back({target.spec->Name(), target.spec->from, target.request.mode,
                            target.plan, rows[i], bytes[i]});
  }
  AIETL_ASSIGN(const PastEstimates past, LoadPastEstimates(context.store, plan.pipeline));
  plan.past_error = past.error;
  plan.past_runs = past.runs;
  plan.problems = prepared.warnings;
  return plan;
}

Result<Plan> MakePlan(const spec::Pipeline& pipeline, const RunContext& context,
                      const RunOptions& options, StopToken stop) {
  AIETL_ASSIGN(const std::unique_ptr<TempFolder> temp,
               TempFolder::Make(context.home + "/tmp/" + TempName("plan")));
  AIETL_ASSIGN(const std::unique_ptr<Prepared> prepared,
               Prepare(pipeline, context, options, std::nullopt, temp->path(), stop));
  engine::EngineOptions engine_options;
  engine_options.temp_folder = temp->path() + "/spill";
  AIETL_ASSIGN(const std::unique_ptr<engine::Engine> engine,
               engine::Engine::Over(context.database, engine_options));
  for (PreparedSource& source : prepared->sources)
    AIETL_TRY(engine->AddSource(InputOf(source.spec->name, source.scan)));
  for (const size_t index : prepared->order)
    AIETL_TRY(engine->AddStep(pipeline.steps[index].name, pipeline.steps[index].sql));
  AIETL_ASSIGN(Plan plan, BuildPlan(*prepared, context, *engine));
  if (options.backfill) {
    AIETL_ASSIGN(plan.slices, SliceTexts(*prepared, options));
  }
  return plan;
}

}  // namespace aietl::runs
