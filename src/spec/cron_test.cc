#include "spec/cron.h"

#include <doctest/doctest.h>

namespace aietl::spec {

TEST_CASE("a cron expression becomes the values of its fields") {
  const Result<Cron> cron = ParseCron("*/20 9-11,20 1-7/3 jan,jul mon-fri");
  REQUIRE(cron.has_value());
  CHECK(cron->minutes == ((uint64_t{1} << 0) | (uint64_t{1} << 20) | (uint64_t{1} << 40)));
  CHECK(cron->hours == ((1U << 9) | (1U << 10) | (1U << 11) | (1U << 20)));
  CHECK(cron->days == ((1U << 1) | (1U << 4) | (1U << 7)));
  CHECK(cron->months == ((1U << 1) | (1U << 7)));
  CHECK(cron->weekdays == 0b0111110);
  CHECK_FALSE(cron->any_day);
  CHECK_FALSE(cron->any_weekday);
}

TEST_CASE("7 is Sunday, alone and at the end of a range") {
  CHECK(ParseCron("0 0 * * 7")->weekdays == 1);
  CHECK(ParseCron("0 0 * * 5-7")->weekdays == 0b1100001);
  CHECK(ParseCron("0 0 * * *")->weekdays == 0b1111111);
}

TEST_CASE("words stand for expressions") {
  const Result<Cron> weekly = ParseCron("@weekly");
  REQUIRE(weekly.has_value());
  CHECK(weekly->minutes == 1);
  CHECK(weekly->hours == 1);
  CHECK(weekly->weekdays == 1);
  CHECK(weekly->any_day);
}

TEST_CASE("what cron does not know is refused") {
  for (const char* bad : {"",
                          "0",
                          "0 0 * *",
                          "0 0 * * * *",
                          "60 0 * * *",
                          "0 24 * * *",
                          "0 0 0 * *",
                          "0 0 32 * *",
                          "0 0 * 13 *",
                          "0 0 * * 8",
                          "-1 0 * * *",
                          "1, 0 * * *",
                          "1- * * * *",
                          "5/10 * * * *",
                          "*/0 * * * *",
                          "*/x * * * *",
                          "5-1 * * * *",
                          "0 0 L * *",
                          "0 0 ? * *",
                          "0 0 * * mon#2",
                          "0 0 31 2,4,6 *",
                          "@reboot",
                          "@",
                          "99999999999 0 * * *"}) {
    CAPTURE(bad);
    const Result<void> result = CheckCron(bad);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().id == "bad_cron");
    CHECK_FALSE(result.error().hint.empty());
  }
}

TEST_CASE("29 February comes, 30 February does not, unless a weekday may come instead") {
  CHECK(CheckCron("0 0 29 2 *").has_value());
  CHECK_FALSE(CheckCron("0 0 30 2 *").has_value());
  CHECK(CheckCron("0 0 30 2 mon").has_value());
}

TEST_CASE("time zones are IANA names") {
  for (const char* zone : {"UTC", "Europe/Moscow", "Asia/Yekaterinburg",
                           "America/Argentina/Buenos_Aires", "Etc/GMT-3"}) {
    CAPTURE(zone);
    CHECK(TimeZoneExists(zone));
  }
  for (const char* zone : {"", "Europe/Moskow", "europe/moscow", "GMT+3", "UTC+03:00", "MSK",
                           "Etc/Unknown", "Москва"}) {
    CAPTURE(zone);
    CHECK_FALSE(TimeZoneExists(zone));
    CHECK_FALSE(TimeZoneHint(zone).empty());
  }
  CHECK(TimeZoneHint("vladivostok") == "did you mean Asia/Vladivostok?");
}

}  // namespace aietl::spec
