#include "synthesis/text/units.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "synthesis/text/token.h"

namespace aietl::synthesis {
namespace {

using Entry = std::pair<std::string_view, UnitOfMeasure>;
constexpr UnitOfMeasure kMillisecond{Dimension::kTime, 0.001}, kSecond{Dimension::kTime, 1},
    kMinute{Dimension::kTime, 60}, kHour{Dimension::kTime, 3600}, kDay{Dimension::kTime, 86400},
    kWeek{Dimension::kTime, 7 * 86400}, kGram{Dimension::kWeight, 0.001},
    kKilogram{Dimension::kWeight, 1}, kTonne{Dimension::kWeight, 1000},
    kMetre{Dimension::kLength, 1}, kCentimetre{Dimension::kLength, 0.01},
    kKilometre{Dimension::kLength, 1000}, kSquareMetre{Dimension::kArea, 1},
    kHectare{Dimension::kArea, 10000}, kLitre{Dimension::kVolume, 1},
    kMillilitre{Dimension::kVolume, 0.001}, kKilobyte{Dimension::kData, 1e3},
    kMegabyte{Dimension::kData, 1e6}, kGigabyte{Dimension::kData, 1e9},
    kPercent{Dimension::kPercent, 1}, kDegree{Dimension::kTemperature, 1},
    kKilowatt{Dimension::kPower, 1000}, kPiece{Dimension::kCount, 1};

// Short forms, which stand for nothing else.
constexpr Entry kWhole[] = {
    {"ms", kMillisecond}, {"мс", kMillisecond}, {"s", kSecond},        {"sec", kSecond},
    {"secs", kSecond},    {"сек", kSecond},     {"min", kMinute},      {"mins", kMinute},
    {"мин", kMinute},     {"h", kHour},         {"hr", kHour},         {"hrs", kHour},
    {"ч", kHour},         {"g", kGram},         {"gr", kGram},         {"г", kGram},
    {"гр", kGram},        {"kg", kKilogram},    {"kgs", kKilogram},    {"кг", kKilogram},
    {"t", kTonne},        {"т", kTonne},        {"m", kMetre},         {"meter", kMetre},
    {"м", kMetre},        {"cm", kCentimetre},  {"см", kCentimetre},   {"km", kKilometre},
    {"kms", kKilometre},  {"км", kKilometre},   {"sqm", kSquareMetre}, {"m2", kSquareMetre},
    {"м2", kSquareMetre}, {"ha", kHectare},     {"га", kHectare},      {"l", kLitre},
    {"л", kLitre},        {"ml", kMillilitre},  {"мл", kMillilitre},   {"kb", kKilobyte},
    {"кб", kKilobyte},    {"mb", kMegabyte},    {"мб", kMegabyte},     {"gb", kGigabyte},
    {"гб", kGigabyte},    {"pct", kPercent},    {"perc", kPercent},    {"c", kDegree},
    {"kw", kKilowatt},    {"квт", kKilowatt},   {"pcs", kPiece},       {"шт", kPiece},
    {"day", kDay},        {"days", kDay},       {"дн", kDay},          {"day's", kDay}};

// Beginnings of words that are written out.
constexpr Entry kBeginnings[] = {{"millisec", kMillisecond},
                                 {"миллисек", kMillisecond},
                                 {"second", kSecond},
                                 {"секунд", kSecond},
                                 {"minute", kMinute},
                                 {"минут", kMinute},
                                 {"hour", kHour},
                                 {"час", kHour},
                                 {"ден", kDay},
                                 {"дне", kDay},
                                 {"дня", kDay},
                                 {"сутк", kDay},
                                 {"суток", kDay},
                                 {"week", kWeek},
                                 {"недел", kWeek},
                                 {"gram", kGram},
                                 {"грамм", kGram},
                                 {"kilogram", kKilogram},
                                 {"килограмм", kKilogram},
                                 {"tonne", kTonne},
                                 {"tons", kTonne},
                                 {"тонн", kTonne},
                                 {"metre", kMetre},
                                 {"meters", kMetre},
                                 {"метр", kMetre},
                                 {"centimet", kCentimetre},
                                 {"сантиметр", kCentimetre},
                                 {"kilomet", kKilometre},
                                 {"километр", kKilometre},
                                 {"hectare", kHectare},
                                 {"гектар", kHectare},
                                 {"litre", kLitre},
                                 {"liter", kLitre},
                                 {"литр", kLitre},
                                 {"millilit", kMillilitre},
                                 {"миллилитр", kMillilitre},
                                 {"kilobyte", kKilobyte},
                                 {"килобайт", kKilobyte},
                                 {"megabyte", kMegabyte},
                                 {"мегабайт", kMegabyte},
                                 {"gigabyte", kGigabyte},
                                 {"гигабайт", kGigabyte},
                                 {"percent", kPercent},
                                 {"процент", kPercent},
                                 {"degree", kDegree},
                                 {"градус", kDegree},
                                 {"kilowatt", kKilowatt},
                                 {"киловатт", kKilowatt},
                                 {"piece", kPiece},
                                 {"штук", kPiece}};

}  // namespace

const UnitOfMeasure* UnitOf(std::string_view word) {
  for (const Entry& one : kWhole) {
    if (word == one.first) return &one.second;
  }
  for (const Entry& one : kBeginnings) {
    if (word.starts_with(one.first)) return &one.second;
  }
  return nullptr;
}

const UnitOfMeasure* UnitOfName(const std::string& name) {
  const std::vector<std::string> words = NameWords(name);
  if (words.size() < 2) return words.empty() ? nullptr : UnitOf(words.front());
  const std::string& before = words[words.size() - 2];
  if (before == "per" || before == "за" || before == "на") return nullptr;
  return UnitOf(words.back());
}

}  // namespace aietl::synthesis
