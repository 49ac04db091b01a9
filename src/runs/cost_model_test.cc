#include "runs/cost_model.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

namespace aietl::runs {
namespace {

TEST_CASE("nothing learned: the longest known kind decides, and bytes count") {
  const CostModel model({});
  CHECK(model.Seconds({{"read csv", 150e6}}) == doctest::Approx(1.005));
  CHECK(model.Seconds({{"read csv.gz", 0}}) == doctest::Approx(0.005));
  CHECK(model.Seconds({{"read sqlite", 60e6}}) == doctest::Approx(1.01));
  CHECK(model.Seconds({}) == 0);
}

TEST_CASE("the same run again is foretold, and runs that say nothing change nothing") {
  const std::vector<Work> work = {{"start", 0}, {"read csv", 50e6}, {"write duckdb", 50e6}};
  CHECK(CostModel(std::vector<Timing>(3, {work, 3.0})).Seconds(work) ==
        doctest::Approx(3.0).epsilon(0.02));
  const double before = CostModel({}).Seconds(work);
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  CHECK(CostModel({{work, 0}, {work, -1}, {work, kInfinite}, {work, std::nan("")}, {{}, 3}})
            .Seconds(work) == before);
}

TEST_CASE(
    "runs of all sizes on a machine unlike the usual one become known, accidents among them") {
  const auto machine = [](const std::vector<Work>& work) {
    double seconds = 0.1;
    for (const Work& part : work) {
      if (part.kind == "read csv") seconds += 0.03 + part.bytes / 80e6;
      if (part.kind == "read parquet") seconds += 0.01 + part.bytes / 500e6;
      if (part.kind == "write duckdb") seconds += 0.2 + part.bytes / 120e6;
      if (part.kind == "write postgres") seconds += 0.3 + part.bytes / 15e6;
    }
    return seconds;
  };
  std::mt19937 chance(1);
  const char* const reads[] = {"read csv", "read parquet"};
  const char* const writes[] = {"write duckdb", "write postgres"};
  const auto any_work = [&] {
    const double bytes = std::pow(10.0, 4 + static_cast<double>(chance() % 5));
    return std::vector<Work>{
        {"start", 0}, {reads[chance() % 2], bytes}, {writes[chance() % 2], bytes}};
  };
  std::vector<Timing> timings;
  for (int i = 0; i < 60; ++i) {
    const std::vector<Work> work = any_work();
    timings.push_back({work, machine(work) * (i % 15 == 7 ? 20 : 1)});
  }
  const CostModel model(timings);
  double error = 0;
  constexpr int kJudged = 40;
  for (int i = 0; i < kJudged; ++i) {
    const std::vector<Work> work = any_work();
    error += std::abs(model.Seconds(work) / machine(work) - 1) / kJudged;
  }
  CHECK(error < 0.2);
}

}  // namespace
}  // namespace aietl::runs
