#include "runs/cost_model.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace aietl::runs {
namespace {

struct UsualCost {
  std::string_view kind;
  double fixed_seconds, bytes_per_second;
};

// Before this machine has measured its own: two cores, rows of 460 bytes (bench/plan). The longest
// match first.
constexpr UsualCost kUsualCosts[] = {
    {"start", 0.03, 1e12},         {"step", 0.005, 600e6},
    {"verify", 0.003, 400e6},      {"read parquet", 0.003, 200e6},
    {"read csv", 0.005, 150e6},    {"read json", 0.005, 100e6},
    {"read duckdb", 0.005, 300e6}, {"read postgres", 0.02, 200e6},
    {"read", 0.01, 60e6},          {"write parquet", 0.003, 200e6},
    {"write csv", 0.003, 80e6},    {"write json", 0.003, 40e6},
    {"write duckdb", 0.03, 90e6},  {"write postgres", 0.05, 30e6},
    {"write", 0.01, 60e6},         {"pass", 0.05, 80e6},
    {"query", 0.05, 150e6},
};
constexpr UsualCost kUnknownWork = {"", 0.02, 60e6};

// Every run is looked at so often, and believed less each time: what the runs cannot agree on
// settles in the middle.
constexpr int kRounds = 24;
constexpr double kBelief = 0.6;
constexpr double kGreatestSurprise = 1.5;  // of the logarithm: 4.5 times; more is an accident

}  // namespace

CostModel::CostModel(const std::vector<Timing>& timings) {
  for (int round = 0; round < kRounds; ++round) {
    for (const Timing& timing : timings)
      Learn(timing, kBelief / (1 + round));
  }
}

CostModel::Cost CostModel::CostOf(const std::string& kind) const {
  const auto found = learned_.find(kind);
  if (found != learned_.end()) return found->second;
  for (const UsualCost& known : kUsualCosts) {
    if (kind.starts_with(known.kind)) return {known.fixed_seconds, known.bytes_per_second};
  }
  return {kUnknownWork.fixed_seconds, kUnknownWork.bytes_per_second};
}

double CostModel::Seconds(const std::vector<Work>& work) const {
  double seconds = 0;
  for (const Work& part : work) {
    const Cost cost = CostOf(part.kind);
    seconds += cost.fixed_seconds + part.bytes / cost.bytes_per_second;
  }
  return seconds;
}

// Normalised least mean squares over logarithms: the sum moves by `belief` of the surprise, and the
// parts that were expected to take most of the time move most. So small runs teach what begins and
// ends, and large ones the rates.
void CostModel::Learn(const Timing& timing, double belief) {
  const double expected = Seconds(timing.work);
  if (!(timing.seconds > 0) || !std::isfinite(timing.seconds) || !(expected > 0)) return;
  const double surprise =
      std::clamp(std::log(timing.seconds / expected), -kGreatestSurprise, kGreatestSurprise);
  double squares = 0;
  for (const Work& part : timing.work) {
    const Cost cost = CostOf(part.kind);
    const double fixed = cost.fixed_seconds / expected,
                 moving = part.bytes / cost.bytes_per_second / expected;
    squares += fixed * fixed + moving * moving;
  }
  for (const Work& part : timing.work) {
    Cost cost = CostOf(part.kind);
    const double fixed = cost.fixed_seconds / expected,
                 moving = part.bytes / cost.bytes_per_second / expected;
    cost.fixed_seconds *= std::exp(belief * surprise * fixed / squares);
    cost.bytes_per_second *= std::exp(-belief * surprise * moving / squares);
    learned_[part.kind] = cost;
  }
}

}  // namespace aietl::runs
