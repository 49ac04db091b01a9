#include <unicode/ucal.h>
#include <unicode/uenum.h>

#include <memory>
#include <vector>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "spec/cron.h"

namespace aietl::spec {
namespace {

std::u16string Utf16(const std::string& text) {
  std::u16string out;
  for (const char c : text)
    out += static_cast<char16_t>(static_cast<unsigned char>(c));
  return out;
}

std::vector<std::string> AllZones() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UEnumeration, decltype(&uenum_close)> zones(
      ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL, nullptr, nullptr, &status),
      uenum_close);
  std::vector<std::string> out;
  while (U_SUCCESS(status)) {
    const char* zone = uenum_next(zones.get(), nullptr, &status);
    if (zone == nullptr) break;
    out.emplace_back(zone);
  }
  return out;
}

}  // namespace

bool TimeZoneExists(const std::string& zone) {
  if (zone.empty()) return false;
  const std::u16string id = Utf16(zone);
  constexpr int32_t kMost = 128;
  UChar canonical[kMost];
  UBool known = false;
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = ucal_getCanonicalTimeZoneID(id.data(), static_cast<int32_t>(id.size()),
                                                   canonical, kMost, &known, &status);
  // ICU knows "GMT+3:30" as well, but not as a system zone, and answers Etc/Unknown for its own
  // placeholder.
  return U_SUCCESS(status) && known &&
         std::u16string_view(canonical, static_cast<size_t>(size)) != u"Etc/Unknown";
}

std::string TimeZoneHint(const std::string& zone) {
  const std::vector<std::string> zones = AllZones();
  const std::string lower = LowerUtf8(zone);
  for (const std::string& known : zones) {
    const bool city =
        !known.starts_with("Etc/") && LowerUtf8(known.substr(known.rfind('/') + 1)) == lower;
    if (city || LowerUtf8(known) == lower) return Msg("did you mean {}?", known);
  }
  // "GMT+3" is no misspelling of Etc/GMT+3, which lies west of Greenwich.
  std::string hint = lower.starts_with("gmt") || lower.starts_with("utc") ? std::string()
                                                                          : DidYouMean(zone, zones);
  if (hint.empty()) hint = Tr("use a name such as Europe/Moscow, Asia/Yekaterinburg or UTC");
  return hint;
}

}  // namespace aietl::spec
