#include "synthesis/learned/ranker.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace aietl::synthesis::learned;

namespace {

constexpr const char* kSmall =
    "ranker 1 2 0.5\n"
    "tree\n0 1.5 1 2\n-0.25\n1 0 3 4\n0.5\n1\n"
    "tree\n0.125\n"
    "sure 0.5 0.3\nsure 0.9 0.8\n";

}  // namespace

TEST_CASE("a candidate's score is the sum of the leaves that its features lead to") {
  const auto ranker = Ranker::Read(kSmall);
  REQUIRE(ranker);
  CHECK(ranker->features() == 2);
  CHECK(ranker->Score(std::array{1.5F, 9.0F}) == -0.125);
  CHECK(ranker->Score(std::array{2.0F, 0.0F}) == 0.625);
  CHECK(ranker->Score(std::array{2.0F, 0.1F}) == 1.125);
}

TEST_CASE("confidence is read off the calibration between its points, and never beyond them") {
  const auto ranker = Ranker::Read(kSmall);
  REQUIRE(ranker);
  CHECK(ranker->Confidence(std::array{1.0}) == 0.8);
  CHECK(ranker->Confidence(std::array{0.0, 0.0}) == doctest::Approx(0.3));
  CHECK(ranker->Confidence(std::array{0.0, 0.0, 0.0, 0.0}) == 0.3);
  const double between = ranker->Confidence(std::array{1.0, 0.5});
  CHECK(between > 0.3);
  CHECK(between < 0.8);
  CHECK(ranker->Confidence({}) == 0);
}

TEST_CASE("rankers that cannot be walked are refused") {
  for (const char* text :
       {"", "ranker 1 2 1\n", "tree\n1\n", "ranker 2 2 1\ntree\n1\n", "ranker 1 2 1\ntree\n",
        "ranker 1 2 1\ntree\n0 1 0 1\n1\n", "ranker 1 2 1\ntree\n0 1 1 2\n1\n",
        "ranker 1 2 1\ntree\n2 1 1 2\n1\n1\n", "ranker 1 2 1\ntree\nx\n",
        "ranker 1 2 1\ntree\n1 2\n", "ranker 1 2 1\n1\ntree\n1\n",
        "ranker 1 2 1\ntree\n1\nsure 0.5 0.1\nsure 0.5 0.2\n"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(Ranker::Read(text));
  }
}
