#include "synthesis/measure/compare.h"

#include <doctest/doctest.h>

namespace aietl::synthesis {

TEST_CASE("McNemar's exact test gives the binomial tail, twice") {
  CHECK(McNemarExact(0, 0) == doctest::Approx(1));
  CHECK(McNemarExact(5, 5) == doctest::Approx(1));
  CHECK(McNemarExact(0, 5) == doctest::Approx(2.0 / 32));
  CHECK(McNemarExact(1, 9) == doctest::Approx(2 * 11.0 / 1024));
  CHECK(McNemarExact(200, 300) < 1e-4);
}

}  // namespace aietl::synthesis
