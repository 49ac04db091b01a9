// What kinds of work cost on this machine: so many seconds to begin with and so many bytes a
// second. Learned from what whole runs took; pure.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace aietl::runs {

struct Work {
  std::string kind;  // e.g. "read csv", "write postgres merge"
  double bytes = 0;
};

struct WorkCost {
  double fixed_seconds = 0;
  double bytes_per_second = 0;
};

class CostModel {
 public:
  // `learned`: what earlier runs on this machine taught. Other kinds cost what they cost on the
  // machine of bench/README.md.
  explicit CostModel(std::map<std::string, WorkCost> learned) : learned_(std::move(learned)) {}

  double Seconds(const std::vector<Work>& work) const;

  // The costs of these kinds, changed so that the same work would be foretold nearer to `seconds`,
  // which it took in all. A part that was expected to take most of the time changes most; so small
  // runs teach what begins and ends, and large ones the rates. Empty where the run says nothing.
  std::map<std::string, WorkCost> Learn(const std::vector<Work>& work, double seconds) const;

 private:
  WorkCost CostOf(const std::string& kind) const;

  std::map<std::string, WorkCost> learned_;
};

}  // namespace aietl::runs
