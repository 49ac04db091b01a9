// Whether two measured runs over the same questions differ by more than chance.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace aietl::synthesis {

struct GroupDifference {
  std::string name;  // "all", a hardness, a database
  int64_t questions = 0;
  double first = 0, second = 0;  // shares right
};

struct RunComparison {
  int64_t only_first = 0, only_second = 0;  // questions that only one of them has right
  double p_value = 1;                       // McNemar's test, exact, two-sided (McNemar 1947)
  double difference = 0;                    // second − first, shares right
  double low = 0, high = 0;  // 95 % interval: databases resampled 2,000 times with a fixed seed
  std::vector<GroupDifference>
      groups;  // all, by hardness, then databases with the largest differences
};

// Files of JSON lines as `aietl bench nl2sql --json` writes them. Only questions in both count;
// none is an error.
Result<RunComparison> CompareRuns(const std::string& first, const std::string& second);

// The two-sided probability of a split at least this uneven of a + b fair coins.
double McNemarExact(int64_t a, int64_t b);

}  // namespace aietl::synthesis
