// What an unquoted YAML scalar means: the core schema of YAML 1.2.2, section 10.3.2.
#pragma once

#include <string_view>

#include "json/value.h"

namespace aietl::json {

// null, true/false, a number, or the text itself. `yes`, `no`, `on`, `off` and dates are text.
Value PlainScalar(std::string_view text);

// Whether a reader of YAML 1.1 or 1.2 could take this unquoted text for something other than a
// string.
bool LooksTyped(std::string_view text);

}  // namespace aietl::json
