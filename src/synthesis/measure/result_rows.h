// Results of queries as they are compared when questions are scored.
#pragma once

#include <string>
#include <vector>

namespace aietl::synthesis {

// A row's values as texts that are equal just when the values are: a letter for the kind, then the
// value. Numbers of either kind are "n" and ten significant digits; texts "t…", bytes "b…", NULL
// "-".
using ResultRows = std::vector<std::vector<std::string>>;

std::string ResultNumber(double value);

// Whether both hold the same rows: as lists where `ordered`, else as bags. The columns may stand in
// another order, the same for all rows.
bool SameRows(const ResultRows& gold, const ResultRows& got, bool ordered);

}  // namespace aietl::synthesis
