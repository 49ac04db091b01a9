// Durations and sizes as people write them.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "config/options.h"

namespace aietl::config {
namespace {

struct Unit {
  std::string_view name;
  double factor;
};

constexpr std::array<Unit, 13> kDurationUnits{{{"us", 1},
                                               {"ms", 1e3},
                                               {"s", 1e6},
                                               {"sec", 1e6},
                                               {"m", 60e6},
                                               {"min", 60e6},
                                               {"h", 3600e6},
                                               {"d", 86400e6},
                                               {"day", 86400e6},
                                               {"days", 86400e6},
                                               {"w", 7 * 86400e6},
                                               {"week", 7 * 86400e6},
                                               {"weeks", 7 * 86400e6}}};
constexpr std::array<Unit, 10> kByteUnits{{{"", 1},
                                           {"b", 1},
                                           {"kb", 1e3},
                                           {"mb", 1e6},
                                           {"gb", 1e9},
                                           {"tb", 1e12},
                                           {"kib", 1024.0},
                                           {"mib", 1048576.0},
                                           {"gib", 1073741824.0},
                                           {"tib", 1099511627776.0}}};

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void SkipBlanks(std::string_view& text) {
  while (!text.empty() && text.front() == ' ')
    text.remove_prefix(1);
}

// Takes "1.5" from the front; false where no number without a sign stands.
bool TakeNumber(std::string_view& text, double* number) {
  if (text.empty() || !((text.front() >= '0' && text.front() <= '9') || text.front() == '.'))
    return false;
  const char* begin = text.data();
  const auto parsed =
      std::from_chars(begin, begin + text.size(), *number, std::chars_format::fixed);
  if (parsed.ec != std::errc()) return false;
  text.remove_prefix(static_cast<size_t>(parsed.ptr - begin));
  return true;
}

// Takes the letters that follow and looks them up; `exact` minds their case.
template <size_t kCount>
const Unit* TakeUnit(std::string_view& text, const std::array<Unit, kCount>& units, bool exact) {
  size_t length = 0;
  while (length < text.size() && IsLetter(text[length]))
    ++length;
  std::string name(text.substr(0, length));
  if (!exact) {
    for (char& c : name)
      c = static_cast<char>(c | 0x20);
  }
  for (const Unit& unit : units) {
    if (unit.name != name) continue;
    text.remove_prefix(length);
    return &unit;
  }
  return nullptr;
}

Result<int64_t> Whole(double value, std::string_view text) {
  if (value >= 9.2e18) return Fail(Code::kRange, "out_of_range", Msg("{} is too large", text));
  return static_cast<int64_t>(std::llround(value));
}

}  // namespace

Result<int64_t> ParseDuration(std::string_view text) {
  const auto wrong = [&] {
    return Fail(Error(Code::kInvalid, "wrong_type", Msg("{} is not a duration", text))
                    .Hint(Tr("write a number and a unit: 500ms, 30s, 10m, 2h, 1d or 1w")));
  };
  std::string_view rest = text;
  SkipBlanks(rest);
  if (rest == "0") return 0;
  double total = 0;
  while (!rest.empty()) {
    double number = 0;
    if (!TakeNumber(rest, &number)) return wrong();
    SkipBlanks(rest);
    const Unit* unit = TakeUnit(rest, kDurationUnits, /*exact=*/true);
    if (unit == nullptr) return wrong();
    SkipBlanks(rest);
    total += number * unit->factor;
  }
  if (text.find_first_not_of(' ') == std::string_view::npos) return wrong();
  return Whole(total, text);
}

Result<int64_t> ParseBytes(std::string_view text) {
  std::string_view rest = text;
  SkipBlanks(rest);
  double number = 0;
  const bool has_number = TakeNumber(rest, &number);
  SkipBlanks(rest);
  const Unit* unit = has_number ? TakeUnit(rest, kByteUnits, /*exact=*/false) : nullptr;
  SkipBlanks(rest);
  if (unit == nullptr || !rest.empty()) {
    return Fail(Error(Code::kInvalid, "wrong_type", Msg("{} is not a size", text))
                    .Hint(Tr("write a number and a unit: 512kB, 300MB, 2GB or 1GiB")));
  }
  return Whole(number * unit->factor, text);
}

std::string FormatBytes(int64_t bytes) {
  static constexpr std::array<const char*, 6> forms{"{} B",  "{} kB", "{} MB",
                                                    "{} GB", "{} TB", "{} PB"};
  double value = static_cast<double>(bytes);
  size_t i = 0;
  // 999.95 would round to 1000.0 of the smaller unit.
  while (std::abs(value) >= 999.95 && i + 1 < forms.size()) {
    value /= 1000;
    ++i;
  }
  if (i == 0) return Msg(forms[0], bytes);
  return Msg(forms[i], fmt::format("{:.1f}", value));
}

std::string FormatDuration(double seconds) {
  if (!(seconds >= 0)) seconds = 0;
  if (seconds < 0.0095) return Msg("{} ms", fmt::format("{:.1f}", seconds * 1000));
  if (seconds < 0.9995) return Msg("{} ms", std::llround(seconds * 1000));
  if (seconds < 59.95) return Msg("{} s", fmt::format("{:.1f}", seconds));
  const int64_t whole = seconds < 1e15 ? std::llround(seconds) : static_cast<int64_t>(1e15);
  if (whole < 3600) return Msg("{} min {} s", whole / 60, whole % 60);
  if (whole < 86400) return Msg("{} h {} min", whole / 3600, whole % 3600 / 60);
  return Msg("{} d {} h", whole / 86400, whole % 86400 / 3600);
}

}  // namespace aietl::config
