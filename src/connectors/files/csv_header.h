// Whether the first record names the columns, and what the columns are called.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "connectors/files/column_guess.h"

namespace aietl::connectors::files {

// A word or a few, as columns are called: begins with a letter, is short, is no address or
// sentence.
bool LooksLikeName(std::string_view text);

// `first` against the profiles of all other records that were looked at (`others` of them).
bool FirstRecordIsHeader(const std::vector<std::string>& first,
                         const std::vector<ColumnProfile>& profiles, int64_t others);

// Unique, non-empty names; what had to be changed goes to `problems` as warnings.
std::vector<std::string> ColumnNames(const std::vector<std::string>& header,
                                     const std::string& file, Problems* problems);

}  // namespace aietl::connectors::files
