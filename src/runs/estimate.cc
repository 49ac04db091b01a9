#include "runs/estimate.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "json/value.h"
#include "runs/cost_model.h"
#include "runs/history.h"

namespace aietl::runs {
namespace {

// Uncompressed bytes of a value, roughly: what rows cost on their way.
double Width(const data::Type& type) {
  switch (type.id) {
    case data::TypeId::kBoolean:
    case data::TypeId::kTinyInt: return 1;
    case data::TypeId::kInteger:
    case data::TypeId::kDate: return 4;
    case data::TypeId::kVarchar: return 20;
    case data::TypeId::kJson:
    case data::TypeId::kBlob: return 80;
    default: return type.IsNested() ? 60 : 8;
  }
}

double RowWidth(const data::Schema& schema) {
  double width = 0;
  for (const data::Column& column : schema.columns)
    width += Width(column.type);
  return std::max(width, 1.0);
}

// The root's "Estimated Cardinality" of EXPLAIN (FORMAT json); -1 when it says nothing.
double EngineEstimate(engine::Engine& engine, const std::string& select) {
  const Result<data::Rows> rows = engine.connection().Fetch("EXPLAIN (FORMAT json) " + select);
  if (!rows || rows->rows.empty() || rows->rows[0].size() < 2 || !rows->rows[0][1]) return -1;
  const Result<json::Value> plan = json::Parse(*rows->rows[0][1]);
  if (!plan) return -1;
  const json::Value* node =
      plan->is_array() && !plan->AsArray().empty() ? &plan->AsArray()[0] : &*plan;
  for (int depth = 0; node != nullptr && depth < 50; ++depth) {
    const std::string& text = (*node)["extra_info"]["Estimated Cardinality"].AsString();
    if (!text.empty()) return std::atof(text.c_str());
    const json::Array& children = (*node)["children"].AsArray();
    node = children.empty() ? nullptr : &children[0];
  }
  return -1;
}

double SourceRows(const Prepared& prepared) {
  double rows = 0;
  for (const PreparedSource& source : prepared.sources)
    rows += source.scan.rows.value_or(0);
  return rows;
}

double BytesOf(const PreparedTarget& target, double rows) {
  return rows * RowWidth(target.plan.stage_schema);
}

// What is read of a format whatever the columns, as a part of reading them all.
double LeastShare(std::string_view kind) {
  if (kind.starts_with("read json")) return 0.7;
  if (kind.starts_with("read csv")) return 0.2;
  if (kind.starts_with("read sqlite")) return 0.4;
  if (kind.starts_with("read postgres")) return 0.1;
  return 0;
}

// Bytes that a source costs: all of them, less what no target is made of.
double BytesRead(const Prepared& prepared, const PreparedSource& source) {
  std::set<std::string> used;
  for (const PreparedTarget& target : prepared.targets) {
    const auto lineage = prepared.bound.lineage.find(target.spec->from);
    if (target.spec->from == source.spec->name || lineage == prepared.bound.lineage.end())
      return source.scan.bytes;
    for (const engine::ColumnEdge& edge : lineage->second) {
      if (edge.source == source.spec->name) used.insert(edge.column);
    }
  }
  double width = 0;
  for (const data::Column& column : source.scan.schema.columns) {
    if (used.contains(column.name)) width += Width(column.type);
  }
  const double least = LeastShare(source.scan.work);
  return source.scan.bytes * (least + (1 - least) * width / RowWidth(source.scan.schema));
}

// The kinds of work of a run whose targets get so many rows.
std::vector<Work> WorkOf(const Prepared& prepared, const std::vector<double>& target_rows) {
  std::vector<Work> work = {{"start", 0}};
  double read = 0;
  for (const PreparedSource& source : prepared.sources) {
    work.push_back({source.scan.work, BytesRead(prepared, source)});
    read += work.back().bytes;
  }
  if (!prepared.order.empty()) work.push_back({"step", read});
  for (size_t i = 0; i < prepared.targets.size(); ++i) {
    const PreparedTarget& target = prepared.targets[i];
    const double bytes = BytesOf(target, target_rows[i]);
    const spec::Mode mode = target.request.mode;
    const std::string how = mode == spec::Mode::kReplace ? "" : fmt::format(" {}", ModeName(mode));
    work.push_back({target.plan.work + how, bytes});
    if (target.request.fingerprint) work.push_back({"verify " + target.plan.work, bytes});
  }
  return work;
}

}  // namespace

Result<std::vector<double>> ExpectedRows(const Prepared& prepared, const RunContext& context,
                                         engine::Engine& engine) {
  AIETL_ASSIGN(const PastRatios past, LoadPastRatios(context.store, prepared.pipeline->name));
  std::vector<double> expected;
  for (const PreparedTarget& target : prepared.targets) {
    double rows = -1;
    for (const PreparedSource& source : prepared.sources) {
      if (source.spec->name == target.spec->from && source.scan.rows) rows = *source.scan.rows;
    }
    const auto known = past.rows_out_per_row_in.find(target.spec->Name());
    if (rows < 0 && known != past.rows_out_per_row_in.end())
      rows = known->second * SourceRows(prepared);
    if (rows < 0) rows = EngineEstimate(engine, target.select);
    if (rows < 0) rows = SourceRows(prepared);
    if (prepared.limit) rows = std::min(rows, static_cast<double>(*prepared.limit));
    expected.push_back(rows);
  }
  return expected;
}

Result<Amount> ExpectedCost(const Prepared& prepared, const RunContext& context,
                            const std::vector<double>& target_rows,
                            std::vector<double>* target_bytes) {
  AIETL_ASSIGN(const CostModel model, LoadCosts(context.store));
  Amount amount;
  amount.seconds = model.Seconds(WorkOf(prepared, target_rows));
  for (size_t i = 0; i < prepared.targets.size(); ++i) {
    const double bytes = BytesOf(prepared.targets[i], target_rows[i]);
    amount.rows += target_rows[i];
    amount.bytes += bytes;
    if (target_bytes != nullptr) target_bytes->push_back(bytes);
  }
  return amount;
}

Result<void> LearnFrom(const Prepared& prepared, const RunContext& context, const Outcome& outcome,
                       double seconds) {
  std::vector<double> rows;
  for (const TargetOutcome& target : outcome.targets)
    rows.push_back(static_cast<double>(target.rows_read));
  if (rows.size() != prepared.targets.size()) return {};
  return SaveTiming(context.store, {WorkOf(prepared, rows), seconds});
}

}  // namespace aietl::runs
