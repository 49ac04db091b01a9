#include "base/text.h"
#include "spec/cron.h"
#include "spec/names.h"
#include "spec/reading.h"

namespace aietl::spec {

std::optional<Schedule> ReadSchedule(const Reading& reading, const config::Options& document) {
  const config::Options* options = document.Object("schedule");
  const json::Node* node = reading.document.root.Find("schedule");
  if (options == nullptr || node == nullptr) return std::nullopt;
  const Part part{*options, *node, "schedule"};
  Schedule out;
  out.place = reading.findings.PlaceOf(*node);
  out.cron = ReadText(reading, part, "cron");
  out.timezone = part.Given("timezone") ? ReadText(reading, part, "timezone") : "UTC";
  out.catchup = options->Boolean("catchup");
  if (!out.cron.empty()) {
    if (const Result<void> good = CheckCron(out.cron); !good) {
      reading.findings
          .Error("bad_cron", options->PlaceOf("cron"), "schedule.cron", good.error().message)
          .hint = good.error().hint;
    }
  }
  if (!out.timezone.empty() && !TimeZoneExists(out.timezone)) {
    reading.findings
        .Error("unknown_time_zone", options->PlaceOf("timezone"), "schedule.timezone",
               Msg("there is no time zone {}", Quoted(out.timezone)))
        .hint = TimeZoneHint(out.timezone);
  }
  return out;
}

}  // namespace aietl::spec
