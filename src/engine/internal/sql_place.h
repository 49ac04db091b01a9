// Offsets in a SQL text as places in the user's file.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "spec/pipeline.h"

namespace aietl::engine {

// Of a byte or, `in_characters`, of a code point; of the text's beginning when there is none.
Place PlaceOf(std::optional<size_t> offset, bool in_characters, std::string_view sql,
              const spec::SqlPlace& sql_place);

// The byte at which `name` stands as a whole word, outside of strings and comments; for errors that
// have no offset.
std::optional<size_t> FindName(std::string_view name, std::string_view sql);

}  // namespace aietl::engine
