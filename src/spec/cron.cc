#include "spec/cron.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "spec/names.h"

namespace aietl::spec {
namespace {

enum class FieldKind : uint8_t { kMinute, kHour, kDay, kMonth, kWeekday };

struct Field {
  FieldKind kind;
  int low, high;
  std::vector<const char*> names;  // of low, low + 1, …
};

const std::array<Field, 5>& Fields() {
  static const std::array<Field, 5> kFields = {{
      {FieldKind::kMinute, 0, 59, {}},
      {FieldKind::kHour, 0, 23, {}},
      {FieldKind::kDay, 1, 31, {}},
      {FieldKind::kMonth,
       1,
       12,
       {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}},
      {FieldKind::kWeekday, 0, 7, {"sun", "mon", "tue", "wed", "thu", "fri", "sat"}},
  }};
  return kFields;
}

const char* TitleOf(const Field& field) {
  switch (field.kind) {
    case FieldKind::kMinute: return Tr("minute");
    case FieldKind::kHour: return Tr("hour");
    case FieldKind::kDay: return Tr("day of month");
    case FieldKind::kMonth: return Tr("month");
    case FieldKind::kWeekday: break;
  }
  return Tr("weekday");
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kWords = {{
    {"@hourly", "0 * * * *"},
    {"@daily", "0 0 * * *"},
    {"@midnight", "0 0 * * *"},
    {"@weekly", "0 0 * * 0"},
    {"@monthly", "0 0 1 * *"},
    {"@yearly", "0 0 1 1 *"},
    {"@annually", "0 0 1 1 *"},
}};

std::vector<std::string_view> Split(std::string_view text, std::string_view separators,
                                    bool skip_empty) {
  std::vector<std::string_view> out;
  while (true) {
    const size_t end = text.find_first_of(separators);
    const std::string_view part = text.substr(0, end);
    if (!part.empty() || !skip_empty) out.push_back(part);
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

Error Bad(std::string message, std::string hint = {}) {
  return Error(Code::kInvalid, "bad_cron", std::move(message)).Hint(std::move(hint));
}

std::optional<int> Number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

Result<int> FieldValue(const Field& field, std::string_view text) {
  const std::string word = LowerUtf8(text);
  for (size_t i = 0; i < field.names.size(); ++i) {
    if (word == field.names[i]) return field.low + static_cast<int>(i);
  }
  const std::optional<int> number = Number(text);
  if (!number) {
    if (text.find_first_of("?LW#") != std::string_view::npos) {
      return Fail(Bad(Msg("{} in the field {} is not known to cron", Quoted(text), TitleOf(field)),
                      Tr("?, L, W and # are extensions of other schedulers; use * , - and /")));
    }
    std::vector<std::string> names(field.names.begin(), field.names.end());
    std::string hint = DidYouMean(word, names);
    if (hint.empty()) hint = Msg("it goes from {} to {}", field.low, field.high);
    return Fail(
        Bad(Msg("{} is no value for the field {}", Quoted(text), TitleOf(field)), std::move(hint)));
  }
  if (*number < field.low || *number > field.high) {
    return Fail(Bad(Msg("{} is out of range for the field {}", *number, TitleOf(field)),
                    Msg("it goes from {} to {}", field.low, field.high)));
  }
  return *number;
}

// One element of a list: *, 5, 1-5, each with /step where there is a range.
Result<uint64_t> Element(const Field& field, std::string_view text) {
  const size_t slash = text.find('/');
  const std::string_view range = text.substr(0, slash);
  int low = field.low;
  int high = field.high;
  const size_t dash = range.find('-');
  if (range != "*") {
    AIETL_ASSIGN(low, FieldValue(field, range.substr(0, dash)));
    high = low;
    if (dash != std::string_view::npos) {
      AIETL_ASSIGN(high, FieldValue(field, range.substr(dash + 1)));
    }
    if (high < low) {
      return Fail(
          Bad(Msg("the range {} in the field {} runs backwards", Quoted(range), TitleOf(field)),
              Msg("write {}-{},{}-{}", low, field.high, field.low, high)));
    }
  }
  int step = 1;
  if (slash != std::string_view::npos) {
    const std::optional<int> given = Number(text.substr(slash + 1));
    if (!given || *given == 0) {
      return Fail(
          Bad(Msg("{} is no step for the field {}", Quoted(text.substr(slash + 1)), TitleOf(field)),
              Tr("a step is a number of 1 or more, as in */5")));
    }
    if (range != "*" && dash == std::string_view::npos) {
      return Fail(Bad(Msg("a step needs a range: {}", Quoted(text)),
                      Msg("write {}-{}/{}", low, field.high, *given)));
    }
    step = *given;
  }
  uint64_t bits = 0;
  for (int value = low; value <= high; value += step)
    bits |= uint64_t{1} << value;
  return bits;
}

Result<uint64_t> ParseField(const Field& field, std::string_view text) {
  uint64_t bits = 0;
  for (const std::string_view element : Split(text, ",", false)) {
    AIETL_ASSIGN(const uint64_t more, Element(field, element));
    bits |= more;
  }
  return bits;
}

// 31 April and 30 February never come.
bool EverComes(const Cron& cron) {
  if (!cron.any_weekday || cron.any_day) return true;
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int month = 1; month <= 12; ++month) {
    const uint32_t days =
        static_cast<uint32_t>((uint64_t{2} << kDays[static_cast<size_t>(month - 1)]) - 1);
    if ((cron.months >> month & 1U) != 0 && (cron.days & days) != 0) return true;
  }
  return false;
}

Result<std::string_view> ExpandWord(std::string_view word) {
  std::vector<std::string> words;
  for (const auto& [name, expression] : kWords) {
    if (word == name) return expression;
    words.emplace_back(name);
  }
  std::string hint = DidYouMean(word, words);
  if (hint.empty()) hint = Tr("use @hourly, @daily, @weekly, @monthly, @yearly or five fields");
  return Fail(Bad(Msg("{} is no schedule", Quoted(word)), std::move(hint)));
}

}  // namespace

Result<Cron> ParseCron(std::string_view text) {
  std::vector<std::string_view> fields = Split(text, " \t\r\n", true);
  if (fields.size() == 1 && fields[0].starts_with('@')) {
    AIETL_ASSIGN(const std::string_view expression, ExpandWord(fields[0]));
    fields = Split(expression, " ", true);
  }
  if (fields.size() != Fields().size()) {
    std::string hint = Tr("write minute hour day month weekday, such as \"0 2 * * *\"");
    if (fields.size() == 6)
      hint = Tr("seconds and years are not supported: write minute hour day month weekday");
    return Fail(
        Bad(Msg("a cron schedule has five fields, not {}", fields.size()), std::move(hint)));
  }
  std::array<uint64_t, 5> bits{};
  for (size_t i = 0; i < fields.size(); ++i) {
    AIETL_ASSIGN(bits[i], ParseField(Fields()[i], fields[i]));
  }
  Cron cron;
  cron.minutes = bits[0];
  cron.hours = static_cast<uint32_t>(bits[1]);
  cron.days = static_cast<uint32_t>(bits[2]);
  cron.months = static_cast<uint32_t>(bits[3]);
  constexpr uint64_t kSevenDays = 0x7F;
  cron.weekdays = static_cast<uint32_t>((bits[4] | bits[4] >> 7U) & kSevenDays);
  cron.any_day = fields[2].starts_with('*');
  cron.any_weekday = fields[4].starts_with('*');
  if (!EverComes(cron)) {
    return Fail(Bad(Msg("{} never comes: no such month has that day", Quoted(text)),
                    Tr("check the fields day and month")));
  }
  return cron;
}

Result<void> CheckCron(const std::string& cron) {
  AIETL_TRY(ParseCron(cron));
  return {};
}

}  // namespace aietl::spec
