#include "connectors/files/column_guess.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/text.h"
#include "base/utf8.h"

namespace aietl::connectors::files {
namespace {

using data::MakeDecimal;
using data::MakeType;
using data::TypeId;
using Way = ColumnPlan::Way;

constexpr uint32_t kWithComma = kComma | kBlankComma | kDotComma;
constexpr uint32_t kWithPoint = kPlain | kBlankDot | kCommaDot;
constexpr uint32_t kDayFirst = kDateDmySlash | kDateDmyDash;
constexpr uint32_t kMonthFirst = kDateMdySlash | kDateMdyDash;

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

// Index into NullSpellings(), or -1.
int FindSpelling(std::string_view text) {
  // Nearly every value is told apart by its first byte.
  static const std::array<uint32_t, 256> kByFirst = [] {
    std::array<uint32_t, 256> sets{};
    for (size_t i = 0; i < NullSpellings().size(); ++i)
      sets[static_cast<unsigned char>(NullSpellings()[i][0])] |= 1U << i;
    return sets;
  }();
  uint32_t candidates = kByFirst[static_cast<unsigned char>(text[0])];
  for (; candidates != 0; candidates &= candidates - 1) {
    const int index = std::countr_zero(candidates);
    if (text == NullSpellings()[static_cast<size_t>(index)]) return index;
  }
  return -1;
}

// What is clear in some column of the file.
struct Evidence {
  bool comma = false;  // a decimal comma
  bool point = false;  // a decimal point
  bool day_first = false;
  bool month_first = false;
};

bool HasMarks(const Shape& shape) {
  return shape.decimals[0] || shape.decimals[1] || shape.grouped;
}

Evidence Gather(const std::vector<ColumnProfile>& profiles) {
  Evidence evidence;
  for (const ColumnProfile& profile : profiles) {
    const Shape& shape = profile.shape;
    if (profile.values == 0 || shape.readings == kText) continue;
    if ((shape.readings & kNumbers) != 0 && HasMarks(shape)) {
      const bool comma = (shape.readings & kWithComma) != 0;
      const bool point = (shape.readings & kWithPoint) != 0;
      if (comma && !point) evidence.comma = true;
      // 1.234 alone is a point as far as nothing speaks against it; 1.5 is one for certain.
      if (point && !comma && !shape.all_grouped_once) evidence.point = true;
    }
    const bool day_first = (shape.readings & kDayFirst) != 0;
    const bool month_first = (shape.readings & kMonthFirst) != 0;
    if (day_first && !month_first) evidence.day_first = true;
    if (month_first && !day_first) evidence.month_first = true;
  }
  return evidence;
}

struct Context {
  const ReadOptions& options;
  const Evidence& evidence;
  const std::string& file;
  Problems* problems;

  void Warn(const char* code, const std::string& column, std::string message,
            const char* hint) const {
    if (problems == nullptr) return;
    Problem problem{code, Severity::kWarning, std::move(message), {}, column, hint};
    problem.place.file = file;
    problems->push_back(std::move(problem));
  }
};

// The type of numbers whose decimal mark is a point (0) or a comma (1).
data::Type NumberType(const Shape& shape, size_t mark) {
  if (shape.exponent) return MakeType(TypeId::kDouble);
  if (!shape.decimals[mark]) {
    const bool too_long = shape.beyond_int64 || (shape.grouped && shape.most_integer_digits > 18);
    return MakeType(too_long ? TypeId::kVarchar : TypeId::kBigInt);
  }
  // Sums of money must be exact; many digits are what programs print of a measured double.
  constexpr uint32_t kMoneyScale = 4;
  constexpr uint32_t kDoubleDigits = 17;
  const uint32_t scale = shape.most_scale[mark];
  if (scale > kMoneyScale && shape.most_significant <= kDoubleDigits)
    return MakeType(TypeId::kDouble);
  const uint32_t width = shape.most_integer_digits + scale;
  if (width > 38) return MakeType(TypeId::kVarchar);
  return MakeDecimal(width <= 18 ? 18 : 38, static_cast<uint8_t>(scale));
}

void BeText(ColumnPlan* plan) {
  plan->type = MakeType(TypeId::kVarchar);
  plan->way = Way::kNative;
  plan->groups.clear();
}

// Readings that the document's `decimal` and `thousands` leave.
uint32_t Allowed(const ReadOptions& options) {
  uint32_t readings = kNumbers;
  if (options.decimal == '.') readings &= kWithPoint;
  if (options.decimal == ',') readings &= kWithComma;
  if (!options.thousands) return readings;
  const std::string& mark = *options.thousands;
  if (mark.empty()) return readings & (kPlain | kComma);
  if (mark == ".") return readings & (kComma | kDotComma);
  if (mark == ",") return readings & (kPlain | kCommaDot);
  return readings & (kPlain | kComma | kBlankDot | kBlankComma);
}

void Unclear(const Context& context, const char* example, ColumnPlan* plan) {
  context.Warn("ambiguous_numbers", plan->name,
               Msg("{}: numbers such as {} could be thousands or decimals, so they stay text",
                   plan->name, example),
               Tr("say `decimal: \",\"` or `decimal: \".\"`"));
  BeText(plan);
}

void DecideNumber(const Shape& shape, const Context& context, ColumnPlan* plan) {
  const uint32_t readings = shape.readings & Allowed(context.options);
  const bool told = context.options.decimal != 0 || context.options.thousands.has_value();
  const bool marks = HasMarks(shape);
  if (readings == 0) return BeText(plan);
  if (!marks || (readings & kPlain) != 0) {
    // 1.234 beside a column with a clear decimal comma: thousands or decimals?
    const bool doubtful = marks && !told && context.evidence.comma && !context.evidence.point &&
                          shape.all_grouped_once && (readings & kDotComma) != 0;
    if (doubtful) return Unclear(context, "1.234", plan);
    plan->type = NumberType(shape, 0);
    return;
  }
  const bool comma = (readings & kWithComma) != 0;
  const bool point = (readings & kWithPoint) != 0;
  const bool whole = !shape.decimals[0] && !shape.decimals[1];  // 1 234: the same either way
  bool use_comma = comma;
  if (comma && point && !whole) {
    if (context.evidence.comma == context.evidence.point) return Unclear(context, "1,234", plan);
    use_comma = context.evidence.comma;
  }
  const uint32_t chosen = readings & (use_comma ? kWithComma : kWithPoint);
  plan->decimal = use_comma ? ',' : '.';
  plan->way = Way::kNumber;
  if ((chosen & (kPlain | kComma)) == 0) {  // not without groups
    const bool blanks = (chosen & (kBlankDot | kBlankComma)) != 0 && shape.blank != 0;
    plan->groups = !blanks                 ? std::string(use_comma ? "." : ",")
                   : shape.blank == '\xC2' ? std::string("\xC2\xA0")
                   : shape.blank == '\xE2' ? std::string("\xE2\x80\xAF")
                                           : std::string(1, shape.blank);
  }
  plan->type = NumberType(shape, use_comma ? 1 : 0);
  if (plan->type.id == TypeId::kVarchar) BeText(plan);
}

// strptime formats for a way of writing days, in every mix that was seen: with and without time.
std::vector<std::string> Formats(const std::string& day, const Shape& shape) {
  const std::string date = day + (shape.short_year ? "%y" : "%Y");
  std::vector<std::string> formats;
  for (const char* gap : {"T", " "}) {
    if (!(gap[0] == 'T' ? shape.letter_t : shape.blank_t)) continue;
    if (shape.with_seconds && shape.fraction) formats.push_back(date + gap + "%H:%M:%S.%f");
    if (shape.with_seconds) formats.push_back(date + gap + "%H:%M:%S");
    if (shape.without_seconds) formats.push_back(date + gap + "%H:%M");
  }
  if (shape.without_time) formats.push_back(date);
  return formats;
}

void DecideIsoDate(const Shape& shape, ColumnPlan* plan) {
  // A time without zone beside one with: nobody can say which instant it is.
  if (shape.with_zone && (shape.without_zone || shape.without_time)) return BeText(plan);
  if (shape.most_fraction > 6 && shape.with_zone) return BeText(plan);
  plan->type = MakeType(shape.with_zone           ? TypeId::kTimestampTz
                        : shape.most_fraction > 6 ? TypeId::kTimestampNs
                        : shape.with_time         ? TypeId::kTimestamp
                                                  : TypeId::kDate);
}

void DecideDate(const Shape& shape, const Context& context, ColumnPlan* plan) {
  const uint32_t readings = shape.readings & kDates;
  if (readings == kDateIso) return DecideIsoDate(shape, plan);
  if ((shape.short_year && shape.long_year) || shape.most_fraction > 6) return BeText(plan);
  std::string day = "%d.%m.";
  if ((readings & kDateDot) == 0) {
    const bool dmy = (readings & kDayFirst) != 0;
    const bool mdy = (readings & kMonthFirst) != 0;
    if (dmy && mdy && context.evidence.day_first == context.evidence.month_first) {
      context.Warn("ambiguous_dates", plan->name,
                   Msg("{}: dates such as 01/02/2024 could begin with the day or with the month, "
                       "so they stay text",
                       plan->name),
                   Tr("say `date_format: dd/mm/yyyy` or `date_format: mm/dd/yyyy`"));
      return BeText(plan);
    }
    const bool day_first = dmy && (!mdy || context.evidence.day_first);
    const char* mark = (readings & (kDateDmySlash | kDateMdySlash)) != 0 ? "/" : "-";
    day = std::string(day_first ? "%d" : "%m") + mark + (day_first ? "%m" : "%d") + mark;
  }
  plan->formats = Formats(day, shape);
  plan->way = Way::kStrptime;
  plan->type = MakeType(shape.with_time ? TypeId::kTimestamp : TypeId::kDate);
}

void DecideOne(const ColumnProfile& profile, const Context& context, ColumnPlan* plan) {
  const Shape& shape = profile.shape;
  plan->no_values = profile.values == 0;
  plan->integer_digits = shape.most_integer_digits;
  plan->digits_only = profile.values > 0 && shape.only_digits;
  plan->type = MakeType(TypeId::kVarchar);
  if (plan->no_values || shape.readings == kText) return;
  const bool code = shape.only_digits && shape.least_digits >= 5 && IsCodeName(plan->name);
  if ((shape.readings & kBool) != 0) {
    plan->type = MakeType(TypeId::kBoolean);
  } else if ((shape.readings & kNumbers) != 0) {
    if (!code) DecideNumber(shape, context, plan);
  } else if ((shape.readings & kDates) != 0) {
    const std::string& format =
        shape.with_time ? context.options.timestamp_format : context.options.date_format;
    if (format.empty()) DecideDate(shape, context, plan);  // else ApplyFormats will
  } else if ((shape.readings & kTime) != 0 && shape.most_fraction <= 6) {
    plan->type = MakeType(TypeId::kTime);
  }
}

// A type that the document gives, over what was sniffed.
void ApplyTypes(const ReadOptions& options, ColumnPlan* plan) {
  for (const auto& [name, type] : options.types) {
    if (LowerUtf8(name) != LowerUtf8(plan->name)) continue;
    // The way of writing stays as it was sniffed where it makes a value of the same kind.
    const bool same_kind = (type.IsNumber() && plan->type.IsNumber()) ||
                           (type.IsTemporal() && plan->type.IsTemporal() &&
                            type.id != TypeId::kTime && plan->type.id != TypeId::kTime);
    if (!same_kind) {
      plan->way = Way::kNative;
      plan->formats.clear();
      plan->groups.clear();
      // A number that was too unclear to guess is read as the document says.
      if (type.IsNumber() && options.decimal == ',') {
        plan->way = Way::kNumber;
        plan->decimal = ',';
        plan->groups = options.thousands.value_or("");
      }
    }
    plan->type = type;
    plan->given = true;
    plan->no_values = false;
  }
}

// `date_format` and `timestamp_format`: what is sniffed or given as a date is read with them.
void ApplyFormats(const ReadOptions& options, const ColumnProfile& profile, ColumnPlan* plan) {
  const bool dates = profile.values > 0 && (profile.shape.readings & kDates) != 0;
  const bool is_time = plan->given ? plan->type.IsTimestamp() : dates && profile.shape.with_time;
  const bool is_date =
      plan->given ? plan->type.id == TypeId::kDate : dates && !profile.shape.with_time;
  const auto read_with = [plan](const std::string& format, TypeId type) {
    if (!plan->given) plan->type = MakeType(type);
    plan->formats = {format};
    plan->way = Way::kStrptime;
  };
  if (is_time && !options.timestamp_format.empty())
    read_with(options.timestamp_format, TypeId::kTimestamp);
  if (is_date && !options.date_format.empty()) read_with(options.date_format, TypeId::kDate);
}

}  // namespace

const std::vector<std::string>& NullSpellings() {
  static const std::vector<std::string> kSpellings{
      "NULL", "null", "Null", "N/A", "n/a", "NA",  "#N/A", "-",          "\\N",    "None", "none",
      "NaN",  "nan",  "—",    "–",   "н/д", "Н/Д", "--",   "нет данных", "(null)", "nil"};
  return kSpellings;
}

void ColumnProfile::Add(std::string_view text, bool quoted) {
  if (text.empty()) {
    ++(quoted ? quoted_empty : empty);
    return;
  }
  if (shape.readings == kText) {
    ++values;
    Narrow(text, &shape);
    return;
  }
  const std::string_view trimmed = Trim(text);
  if (trimmed.size() != text.size()) padded = true;
  if (trimmed.empty()) {
    ++quoted_empty;
    return;
  }
  const int spelling = FindSpelling(trimmed);
  if (spelling >= 0) {
    spellings |= 1U << static_cast<unsigned>(spelling);
    return;
  }
  ++values;
  Narrow(trimmed, &shape);
}

std::vector<ColumnPlan> DecideColumns(const std::vector<std::string>& names,
                                      const std::vector<ColumnProfile>& profiles,
                                      const ReadOptions& options, const std::string& file,
                                      Problems* problems) {
  const Evidence evidence = Gather(profiles);
  const Context context{options, evidence, file, problems};
  std::vector<ColumnPlan> plans(names.size());
  for (size_t i = 0; i < names.size(); ++i) {
    const ColumnProfile& profile = profiles[i];
    ColumnPlan& plan = plans[i];
    plan.name = names[i];
    DecideOne(profile, context, &plan);
    ApplyTypes(options, &plan);
    ApplyFormats(options, profile, &plan);
    plan.padded = profile.padded;
    plan.quoted_empty_is_null = profile.quoted_empty > 0;
    if (options.nulls) {
      plan.nulls = *options.nulls;
      continue;
    }
    for (size_t s = 0; s < NullSpellings().size(); ++s) {
      if ((profile.spellings >> s & 1U) != 0) plan.spelled.push_back(NullSpellings()[s]);
    }
  }
  return plans;
}

bool IsCodeName(std::string_view name) {
  constexpr std::array<std::string_view, 40> kCodes{
      "inn",     "инн",      "kpp",     "кпп",      "ogrn",     "огрн", "ogrnip", "огрнип",
      "okpo",    "окпо",     "snils",   "снилс",    "bik",      "бик",  "phone",  "tel",
      "mobile",  "fax",      "телефон", "тел",      "моб",      "факс", "zip",    "zipcode",
      "postal",  "postcode", "индекс",  "passport", "паспорт",  "iban", "card",   "карта",
      "account", "счет",     "счёт",    "barcode",  "штрихкод", "ean",  "imei",   "vin"};
  const auto known = [&](const std::string& word) {
    return std::find(kCodes.begin(), kCodes.end(), word) != kCodes.end();
  };
  std::string word;
  char32_t previous = 0;  // the letter before, as written
  for (const char32_t c : DecodeUtf8(name)) {
    const char32_t small = LowerCodePoint(c);
    const bool letter = (small >= 'a' && small <= 'z') || (small >= 0x430 && small <= 0x451);
    const bool hump = letter && small != c && previous != 0 && LowerCodePoint(previous) == previous;
    if (!letter || hump) {
      if (known(word)) return true;
      word.clear();
    }
    if (letter) AppendUtf8(word, small);
    previous = letter ? c : 0;
  }
  return known(word);
}

}  // namespace aietl::connectors::files
