// Orders the network's candidates anew by what it cannot see itself: words left without a part in
// the query, better linked columns passed over, clauses that the question does not ask for. Boosted
// trees, learned on candidates for databases that the network had not seen.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace aietl::synthesis::learned {

// Immutable once read; any number of threads.
class Ranker {
 public:
  // Lines of text: "ranker 1 FEATURES TEMPERATURE"; "tree" with a leaf's value or
  // "FEATURE THRESHOLD LEFT RIGHT" for each node (its children's lines count from 0; the first line
  // is the root); "sure SHARE PROBABILITY" for each point of the calibration, both rising.
  static Result<Ranker> Read(std::string_view text);

  int features() const { return features_; }
  // Higher is better; only differences within one question mean anything. `features().size()`
  // numbers.
  double Score(std::span<const float> features) const;
  // How likely the first of these candidates' scores belongs to a right query.
  double Confidence(std::span<const double> scores) const;

 private:
  struct Node {
    int32_t feature = -1;  // -1: a leaf
    float value = 0;       // of a leaf; else what is not above it goes left
    int32_t left = 0, right = 0;
  };
  struct Point {
    double share = 0, probability = 0;
  };
  bool ReadLine(std::string_view line);
  bool Whole() const;

  int features_ = 0;
  double temperature_ = 1;
  std::vector<std::vector<Node>> trees_;
  std::vector<Point> points_;
};

// The ranker that the program carries; null where it was built without one.
const Ranker* BuiltinRanker();

}  // namespace aietl::synthesis::learned
