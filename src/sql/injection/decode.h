// The encodings that hide a value from filters: percent signs, HTML entities, wide letters.
#pragma once

#include <string>
#include <string_view>

namespace aietl::sql {

// One layer taken off; the same text if there is none.
std::string Decode(std::string_view value);

}  // namespace aietl::sql
