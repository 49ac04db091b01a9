#include <doctest/doctest.h>

#include "config/options.h"

namespace aietl {

TEST_CASE("durations are read in microseconds") {
  CHECK(config::ParseDuration("0") == 0);
  CHECK(config::ParseDuration("250us") == 250);
  CHECK(config::ParseDuration("500ms") == 500000);
  CHECK(config::ParseDuration("1.5s") == 1500000);
  CHECK(config::ParseDuration("10m") == 600 * int64_t{1000000});
  CHECK(config::ParseDuration("2 h") == 7200 * int64_t{1000000});
  CHECK(config::ParseDuration("1d") == 86400 * int64_t{1000000});
  CHECK(config::ParseDuration("1w 1d") == int64_t{8} * 86400 * 1000000);
  for (const char* wrong :
       {"", " ", "10", "-5m", "m", "10 parsecs", "5M", "1h-", "1e3s", "ten s", "5m5"}) {
    INFO("text: ", wrong);
    const Result<int64_t> parsed = config::ParseDuration(wrong);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().code == Code::kInvalid);
    CHECK_FALSE(parsed.error().hint.empty());
  }
  CHECK(config::ParseDuration("99999999999w").error().code == Code::kRange);
}

TEST_CASE("sizes are read in bytes") {
  CHECK(config::ParseBytes("0") == 0);
  CHECK(config::ParseBytes("512") == 512);
  CHECK(config::ParseBytes("512B") == 512);
  CHECK(config::ParseBytes("1kB") == 1000);
  CHECK(config::ParseBytes("1 KiB") == 1024);
  CHECK(config::ParseBytes("300MB") == 300000000);
  CHECK(config::ParseBytes("1.5gb") == 1500000000);
  CHECK(config::ParseBytes("2TiB") == int64_t{2} << 40);
  for (const char* wrong : {"", "MB", "-1MB", "5 M B", "5XB", "1MB2"}) {
    INFO("text: ", wrong);
    CHECK_FALSE(config::ParseBytes(wrong).has_value());
  }
  CHECK(config::ParseBytes("99999999999TB").error().code == Code::kRange);
}

TEST_CASE("sizes and durations are shown in a fitting unit") {
  CHECK(config::FormatBytes(0) == "0 B");
  CHECK(config::FormatBytes(999) == "999 B");
  CHECK(config::FormatBytes(1200) == "1.2 kB");
  CHECK(config::FormatBytes(999999) == "1.0 MB");
  CHECK(config::FormatBytes(1234567890) == "1.2 GB");
  CHECK(config::FormatDuration(0.0004) == "0.4 ms");
  CHECK(config::FormatDuration(0.35) == "350 ms");
  CHECK(config::FormatDuration(2.4) == "2.4 s");
  CHECK(config::FormatDuration(59.99) == "1 min 0 s");
  CHECK(config::FormatDuration(200) == "3 min 20 s");
  CHECK(config::FormatDuration(3700) == "1 h 1 min");
  CHECK(config::FormatDuration(90000) == "1 d 1 h");
}

}  // namespace aietl
