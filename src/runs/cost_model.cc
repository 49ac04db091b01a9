#include "runs/cost_model.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace aietl::runs {
namespace {

struct DefaultCost {
  std::string_view kind;
  WorkCost cost;
};

// Before this machine has measured its own: two cores, rows of 460 bytes (bench/plan). The longest
// match first.
constexpr DefaultCost kUsualCosts[] = {
    {"start", {0.04, 1e12}},          {"step", {0.01, 400e6}},
    {"verify", {0.01, 400e6}},        {"read parquet", {0.005, 300e6}},
    {"read csv", {0.01, 170e6}},      {"read json", {0.01, 90e6}},
    {"read duckdb", {0.01, 400e6}},   {"read", {0.02, 60e6}},
    {"write parquet", {0.01, 250e6}}, {"write csv", {0.01, 200e6}},
    {"write duckdb", {0.05, 250e6}},  {"write", {0.05, 60e6}},
    {"pass", {0.05, 60e6}},
};

// How much of a run's surprise is believed: half, so that one odd run does not spoil what many
// taught.
constexpr double kBelief = 0.5;
constexpr double kGreatestSurprise = 3;  // of the logarithm: 20 times

double PartOf(const WorkCost& cost, double bytes) {
  return bytes / cost.bytes_per_second;
}

}  // namespace

WorkCost CostModel::CostOf(const std::string& kind) const {
  const auto found = learned_.find(kind);
  if (found != learned_.end() && found->second.bytes_per_second > 0) return found->second;
  for (const DefaultCost& known : kUsualCosts) {
    if (kind.starts_with(known.kind)) return known.cost;
  }
  return {0.02, 60e6};
}

double CostModel::Seconds(const std::vector<Work>& work) const {
  double seconds = 0;
  for (const Work& part : work) {
    const WorkCost cost = CostOf(part.kind);
    seconds += cost.fixed_seconds + PartOf(cost, part.bytes);
  }
  return seconds;
}

// Normalised least mean squares over the logarithms of the parts: the sum moves by kBelief of the
// surprise, each part in proportion to its share of the sum.
std::map<std::string, WorkCost> CostModel::Learn(const std::vector<Work>& work,
                                                 double seconds) const {
  const double expected = Seconds(work);
  if (!(seconds > 0) || !std::isfinite(seconds) || !(expected > 0)) return {};
  double squares = 0;
  for (const Work& part : work) {
    const WorkCost cost = CostOf(part.kind);
    squares += std::pow(cost.fixed_seconds / expected, 2) +
               std::pow(PartOf(cost, part.bytes) / expected, 2);
  }
  const double surprise =
      std::clamp(std::log(seconds / expected), -kGreatestSurprise, kGreatestSurprise);
  const auto factor = [&](double part) {
    return std::exp(kBelief * surprise * (part / expected) / squares);
  };
  std::map<std::string, WorkCost> changed;
  for (const Work& part : work) {
    const WorkCost cost = CostOf(part.kind);
    WorkCost& now = changed.try_emplace(part.kind, cost).first->second;
    now.fixed_seconds *= factor(cost.fixed_seconds);
    now.bytes_per_second /= factor(PartOf(cost, part.bytes));
  }
  return changed;
}

}  // namespace aietl::runs
