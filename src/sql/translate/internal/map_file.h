// The grammar of functions.map and types.map: entries of one head line and indented lines, each for
// some dialects.
#pragma once

#include <bitset>
#include <string_view>
#include <vector>

#include "sql/dialect.h"

namespace aietl::sql {

enum class MapWord : uint8_t { kSpelling, kWritten, kNone, kLoss, kFrom };

struct MapLine {
  MapWord word = MapWord::kSpelling;
  std::bitset<kDialects> dialects;
  std::string_view text;
};

struct MapEntry {
  std::string_view head;  // "rule", "type", "same"
  std::string_view name;
  std::vector<MapLine> lines;
};

// `text` is compiled in and right: a broken one is a defect (AIETL_CHECK).
std::vector<MapEntry> ReadMap(std::string_view text);

}  // namespace aietl::sql
