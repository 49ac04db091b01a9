#include "synthesis/measure/result_rows.h"

#include <doctest/doctest.h>

namespace aietl::synthesis {

TEST_CASE("rows are compared as bags, or as lists where order is asked for") {
  const ResultRows a{{"n1", "tx"}, {"n2", "ty"}}, b{{"n2", "ty"}, {"n1", "tx"}};
  CHECK(SameRows(a, b, false));
  CHECK_FALSE(SameRows(a, b, true));
  CHECK(SameRows(a, a, true));
}

TEST_CASE("columns may stand in another order, the same one for all rows") {
  CHECK(SameRows({{"n1", "n2"}, {"n3", "n4"}}, {{"n2", "n1"}, {"n4", "n3"}}, true));
  CHECK_FALSE(SameRows({{"n1", "n2"}, {"n3", "n4"}}, {{"n2", "n1"}, {"n3", "n4"}}, false));
  CHECK_FALSE(SameRows({{"n1", "n2"}, {"n2", "n1"}}, {{"n1", "n1"}, {"n2", "n2"}}, false));
}

TEST_CASE("repeated rows count, and so do missing columns") {
  CHECK_FALSE(SameRows({{"n1"}, {"n1"}, {"n2"}}, {{"n1"}, {"n2"}, {"n2"}}, false));
  CHECK_FALSE(SameRows({{"n1"}}, {{"n1", "n1"}}, false));
  CHECK_FALSE(SameRows({{"n1"}}, {}, false));
  CHECK(SameRows({}, {}, false));
}

TEST_CASE("whole and broken numbers of one value are the same, numbers and texts are not") {
  CHECK(ResultNumber(2) == ResultNumber(2.0));
  CHECK(ResultNumber(0.1 + 0.2) == ResultNumber(0.3));
  CHECK(ResultNumber(-0.0) == ResultNumber(0));
  CHECK_FALSE(SameRows({{"n2"}}, {{"t2"}}, false));
}

}  // namespace aietl::synthesis
