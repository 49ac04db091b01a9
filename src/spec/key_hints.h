// The way out where the descriptors of one mapping know none: an unknown key that belongs elsewhere
// (`watermark` on a source) or comes from another tool (`inputs`), a value of the wrong shape.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "config/options.h"

namespace aietl::spec {

// Betters the hints of unknown_key and wrong_type where they say little. `declared` is the whole
// document's list.
void AddKeyHints(const std::vector<config::Option>& declared, Problems& problems);

// Our key for the word of another tool ("file" → "path"); else the word itself.
std::string_view OurWordFor(std::string_view word);

}  // namespace aietl::spec
