#include "synthesis/text/numbers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "synthesis/text/letters.h"

namespace aietl::synthesis {
namespace {

bool IsGroupGap(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x202F || c == '\'';
}

size_t Digits(std::u32string_view text, size_t at) {
  size_t count = 0;
  while (at + count < text.size() && IsDigit(text[at + count]))
    ++count;
  return count;
}

void Append(std::string& out, std::u32string_view digits) {
  for (const char32_t c : digits)
    out.push_back(static_cast<char>(c));
}

// Stems of number words: the Russian ones cover the cases.
constexpr std::pair<std::string_view, int> kWords[] = {
    {"zero", 0},        {"one", 1},          {"two", 2},         {"three", 3},
    {"four", 4},        {"five", 5},         {"six", 6},         {"seven", 7},
    {"eight", 8},       {"nine", 9},         {"ten", 10},        {"eleven", 11},
    {"twelve", 12},     {"dozen", 12},       {"fifteen", 15},    {"twenty", 20},
    {"thirty", 30},     {"forty", 40},       {"fifty", 50},      {"sixty", 60},
    {"seventy", 70},    {"eighty", 80},      {"ninety", 90},     {"hundred", 100},
    {"thousand", 1000}, {"ноль", 0},         {"нуля", 0},        {"один", 1},
    {"одна", 1},        {"одного", 1},       {"одной", 1},       {"одну", 1},
    {"два", 2},         {"две", 2},          {"двух", 2},        {"двум", 2},
    {"двумя", 2},       {"три", 3},          {"трех", 3},        {"трем", 3},
    {"тремя", 3},       {"четыре", 4},       {"четырех", 4},     {"пять", 5},
    {"пяти", 5},        {"пятью", 5},        {"шесть", 6},       {"шести", 6},
    {"семь", 7},        {"семи", 7},         {"восемь", 8},      {"восьми", 8},
    {"девять", 9},      {"девяти", 9},       {"десять", 10},     {"десяти", 10},
    {"десятка", 10},    {"десятку", 10},     {"десяток", 10},    {"двенадцать", 12},
    {"двенадцати", 12}, {"пятнадцать", 15},  {"пятнадцати", 15}, {"двадцать", 20},
    {"двадцати", 20},   {"тридцать", 30},    {"тридцати", 30},   {"сорок", 40},
    {"сорока", 40},     {"пятьдесят", 50},   {"пятидесяти", 50}, {"шестьдесят", 60},
    {"семьдесят", 70},  {"восемьдесят", 80}, {"девяносто", 90},  {"сто", 100},
    {"ста", 100},       {"двести", 200},     {"двухсот", 200},   {"пятьсот", 500},
    {"пятисот", 500},   {"тысяча", 1000},    {"тысячи", 1000},   {"тысячу", 1000},
};

}  // namespace

std::optional<NumberText> NumberAt(std::u32string_view text, size_t at) {
  const size_t start = at;
  std::string out;
  if (at < text.size() && (text[at] == '-' || text[at] == 0x2212) && at + 1 < text.size() &&
      IsDigit(text[at + 1])) {
    out = "-";
    ++at;
  }
  size_t digits = Digits(text, at);
  if (digits == 0) return std::nullopt;
  Append(out, text.substr(at, digits));
  at += digits;
  // Groups of three with one and the same separator; a single comma before exactly three digits is
  // a group, too.
  char32_t group = 0;
  while (digits <= 3 && at + 3 < text.size() + 1 && at < text.size() &&
         (text[at] == ',' || IsGroupGap(text[at])) && Digits(text, at + 1) == 3 &&
         (group == 0 || text[at] == group)) {
    group = text[at];
    Append(out, text.substr(at + 1, 3));
    at += 4;
  }
  if (at + 1 < text.size() && (text[at] == '.' || (text[at] == ',' && group != ',')) &&
      IsDigit(text[at + 1])) {
    const size_t fraction = Digits(text, at + 1);
    out += '.';
    Append(out, text.substr(at + 1, fraction));
    at += 1 + fraction;
  }
  return NumberText{std::move(out), at - start};
}

std::optional<int> NumberWord(std::string_view lower) {
  for (const auto& [word, value] : kWords) {
    if (word == lower) return value;
  }
  return std::nullopt;
}

int64_t Multiplier(std::string_view lower) {
  for (const std::string_view word :
       {"k", "к", "тыс", "тысяч", "тысячи", "тысяча", "тысячу", "thousand", "thousands"}) {
    if (lower == word) return 1'000;
  }
  for (const std::string_view word :
       {"m", "mln", "млн", "million", "millions", "миллион", "миллиона", "миллионов"}) {
    if (lower == word) return 1'000'000;
  }
  return 0;
}

}  // namespace aietl::synthesis
