// What kinds of work cost on this machine: so many seconds to begin with and so many bytes a
// second. Fitted to what whole runs took; pure.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace aietl::runs {

struct Work {
  std::string kind;  // e.g. "read csv", "write postgres merge"
  double bytes = 0;
};

// One run: all of its work, and the seconds that it took together.
struct Timing {
  std::vector<Work> work;
  double seconds = 0;
};

class CostModel {
 public:
  // `timings`: oldest first; some hundred take a millisecond or two. Kinds that none of them has
  // cost what they cost on the machine of bench/README.md.
  explicit CostModel(const std::vector<Timing>& timings);

  double Seconds(const std::vector<Work>& work) const;

 private:
  struct Cost {
    double fixed_seconds = 0;
    double bytes_per_second = 0;
  };

  Cost CostOf(const std::string& kind) const;
  void Learn(const Timing& timing, double belief);

  std::map<std::string, Cost> learned_;
};

}  // namespace aietl::runs
