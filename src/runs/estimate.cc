#include "runs/estimate.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "json/value.h"
#include "runs/history.h"

namespace aietl::runs {
namespace {

// Seconds that every run takes: the program's start, a transaction or two.
constexpr double kFixedSeconds = 0.04;

struct DefaultRate {
  std::string_view work;
  double bytes_per_second;
};

// Before this machine has measured its own (two cores, 2,000,000 rows of 460 bytes;
// bench/README.md). Longest match first.
constexpr DefaultRate kDefaults[] = {
    {"read parquet", 300e6}, {"read csv", 170e6},     {"read json", 90e6},
    {"read duckdb", 400e6},  {"read", 60e6},          {"write parquet", 250e6},
    {"write csv", 200e6},    {"write duckdb", 250e6}, {"write", 60e6},
};

double RateOf(const std::map<std::string, double>& measured, const std::string& work) {
  const auto found = measured.find(work);
  if (found != measured.end() && found->second > 0) return found->second;
  for (const DefaultRate& rate : kDefaults) {
    if (work.starts_with(rate.work)) return rate.bytes_per_second;
  }
  return 60e6;
}

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
  using Rates = std::map<std::string, double>;
  AIETL_ASSIGN(const Rates rates, LoadRates(context.store));
  Amount amount;
  amount.seconds = kFixedSeconds;
  for (const PreparedSource& source : prepared.sources) {
    amount.seconds += source.scan.bytes / RateOf(rates, source.scan.work);
  }
  for (size_t i = 0; i < prepared.targets.size(); ++i) {
    const double bytes = target_rows[i] * RowWidth(prepared.targets[i].plan.stage_schema);
    amount.rows += target_rows[i];
    amount.bytes += bytes;
    amount.seconds += bytes / RateOf(rates, prepared.targets[i].plan.work);
    if (target_bytes != nullptr) target_bytes->push_back(bytes);
  }
  return amount;
}

Result<void> LearnFrom(const Prepared& prepared, const RunContext& context,
                       const Outcome& outcome) {
  // One wall time for several kinds of work: share it by what each was expected to take, and learn
  // only where it is long enough to mean something.
  using Rates = std::map<std::string, double>;
  AIETL_ASSIGN(const Rates rates, LoadRates(context.store));
  std::vector<std::pair<std::string, double>> work;  // kind, bytes
  for (const PreparedSource& source : prepared.sources)
    work.emplace_back(source.scan.work, source.scan.bytes);
  for (size_t i = 0; i < prepared.targets.size() && i < outcome.targets.size(); ++i) {
    work.emplace_back(prepared.targets[i].plan.work,
                      static_cast<double>(outcome.targets[i].rows_read) *
                          RowWidth(prepared.targets[i].plan.stage_schema));
  }
  double expected = 0;
  for (const auto& [kind, bytes] : work)
    expected += bytes / RateOf(rates, kind);
  const double spent = outcome.actual.seconds - kFixedSeconds - outcome.verify_seconds;
  // Small runs are opening and closing; as a rate that would make large ones look a thousand times
  // slower.
  constexpr double kLeastSeconds = 0.1, kLeastBytes = 4e6;
  double bytes_in_all = 0;
  for (const auto& [kind, bytes] : work)
    bytes_in_all += bytes;
  if (spent < kLeastSeconds || bytes_in_all < kLeastBytes || expected <= 0) return {};
  for (const auto& [kind, bytes] : work) {
    const double seconds = spent * (bytes / RateOf(rates, kind)) / expected;
    if (bytes > 0 && seconds > 0) AIETL_TRY(LearnRate(context.store, kind, bytes, seconds));
  }
  return {};
}

}  // namespace aietl::runs
