#include "base/clock.h"

#include <doctest/doctest.h>

#include <set>

#include "base/id.h"

namespace aietl {
namespace {

class StandingClock final : public Clock {
 public:
  Micros Now() const override { return 1'706'702'400'000'001; }
};

}  // namespace

TEST_CASE("timestamps are written in UTC and read back") {
  for (const Micros at : {Micros{0}, Micros{1}, Micros{1'706'702'400'123'456}, Micros{-1},
                          Micros{-62'135'596'800'000'000}}) {
    Micros back = 7;
    REQUIRE(ParseTimestamp(FormatTimestamp(at), &back));
    CHECK(back == at);
  }
  CHECK(FormatTimestamp(1'706'702'400'000'000) == "2024-01-31T12:00:00Z");
  CHECK(FormatTimestamp(1'706'702'400'000'010) == "2024-01-31T12:00:00.000010Z");
}

TEST_CASE("a date alone, a blank for the T and a missing zone are timestamps") {
  Micros at = 0;
  CHECK(ParseTimestamp("2024-01-31", &at));
  CHECK(FormatTimestamp(at) == "2024-01-31T00:00:00Z");
  CHECK(ParseTimestamp("2024-01-31 12:00:00.5", &at));
  CHECK(FormatTimestamp(at) == "2024-01-31T12:00:00.500000Z");
  CHECK(ParseTimestamp("2024-01-31T12:00:00+00:00", &at));
}

TEST_CASE("what is no timestamp is refused") {
  Micros at = 42;
  for (const char* text :
       {"", "2024", "2024-13-01", "2024-02-30", "2024-01-31T25:00:00", "2024-01-31T12:00",
        "2024-01-31x", "2024-01-31T12:00:00+03:00", "31.01.2024", "2024-01-31T12:00:00Zz"}) {
    INFO("text: ", text);
    CHECK_FALSE(ParseTimestamp(text, &at));
  }
  CHECK(at == 42);
}

TEST_CASE("run ids begin with their second and differ") {
  const StandingClock clock;
  std::set<std::string> ids;
  for (int i = 0; i < 100; ++i)
    ids.insert(NewRunId(clock));
  CHECK(ids.size() == 100);
  CHECK(ids.begin()->starts_with("20240131-120000-"));
  CHECK(ids.begin()->size() == 24);
}

}  // namespace aietl
