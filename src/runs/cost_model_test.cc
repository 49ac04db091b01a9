#include "runs/cost_model.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

namespace aietl::runs {
namespace {

TEST_CASE("nothing learned: the longest known kind decides, and bytes count") {
  const CostModel model({});
  CHECK(model.Seconds({{"read csv", 170e6}}) == doctest::Approx(1.01));
  CHECK(model.Seconds({{"read csv.gz", 0}}) == doctest::Approx(0.01));
  CHECK(model.Seconds({}) == 0);
}

TEST_CASE("the same run again is foretold nearer, and a run that says nothing changes nothing") {
  const std::vector<Work> work = {{"start", 0}, {"read csv", 50e6}, {"write duckdb", 50e6}};
  std::map<std::string, WorkCost> learned;
  for (int i = 0; i < 12; ++i) {
    for (auto& [kind, cost] : CostModel(learned).Learn(work, 3.0))
      learned[kind] = cost;
  }
  CHECK(CostModel(learned).Seconds(work) == doctest::Approx(3.0).epsilon(0.02));
  CHECK(CostModel(learned).Learn(work, 0).empty());
  CHECK(CostModel(learned).Learn(work, std::numeric_limits<double>::infinity()).empty());
  CHECK(CostModel(learned).Learn({}, 3.0).empty());
}

TEST_CASE("runs of all sizes, half as fast as thought and with slow beginnings, become known") {
  const std::map<std::string, WorkCost> truth = {{"start", {0.1, 1e12}},
                                                 {"read csv", {0.03, 80e6}},
                                                 {"read parquet", {0.01, 200e6}},
                                                 {"write duckdb", {0.2, 120e6}},
                                                 {"write postgres", {0.3, 25e6}}};
  const CostModel machine(truth);
  std::map<std::string, WorkCost> learned;
  std::mt19937 chance(1);
  const char* const reads[] = {"read csv", "read parquet"};
  const char* const writes[] = {"write duckdb", "write postgres"};
  double error = 0;
  constexpr int kRuns = 120, kJudged = 40;
  for (int i = 0; i < kRuns; ++i) {
    const double bytes = std::pow(10.0, 4 + static_cast<double>(chance() % 5));
    const std::vector<Work> work = {
        {"start", 0}, {reads[chance() % 2], bytes}, {writes[chance() % 2], bytes}};
    const double took = machine.Seconds(work);
    const CostModel known(learned);
    if (i >= kRuns - kJudged) error += std::abs(known.Seconds(work) / took - 1) / kJudged;
    for (auto& [kind, cost] : known.Learn(work, took))
      learned[kind] = cost;
  }
  CHECK(error < 0.1);
}

}  // namespace
}  // namespace aietl::runs
