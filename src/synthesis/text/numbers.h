// Numbers as people write them in a sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace aietl::synthesis {

struct NumberText {
  std::string exact;  // decimal text: "1200.50"
  size_t length = 0;  // code points used
};

// A number at text[at]: 12, -3.5, 1,200.50, 1 200 (groups of three), 0,5 (decimal comma unless
// three digits follow), with a suffix k/K/к/тыс/m/M/млн/% where it follows directly. Percent keeps
// the number as written (15% is 15).
std::optional<NumberText> NumberAt(std::u32string_view text, size_t at);

// "two", «пять», «пятью», "dozen": 0..20, tens, 100, 1000; ordinals are not numbers. Lower case in.
std::optional<int> NumberWord(std::string_view lower);

// thousand/k/тыс → 1000, million/млн → 1000000; 0 when it is none.
int64_t Multiplier(std::string_view lower);

}  // namespace aietl::synthesis
