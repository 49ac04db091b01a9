// A value of SQLite into a column of the engine: exactly, or not at all.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string_view>

#include "data/type.h"
#include "data/vector.h"

namespace aietl::connectors {

enum class Conversion : uint8_t {
  kDone,
  kMisfit,   // the value is none of that type, or would lose digits
  kBadText,  // text that is not UTF-8
};

// Column `column` of the current row into `row` of the vector, whose type is the writer's. NULL is
// NULL.
using ValueReader = Conversion (*)(sqlite3_stmt* statement, int column, data::VectorWriter& out,
                                   int64_t row);

// nullptr: no value of SQLite can be read as that type (nested types, ENUM).
ValueReader ReaderFor(const data::Type& type);

// What a bound's value is as a number that orders as the type does: days, microseconds,
// nanoseconds, the unscaled number of a decimal. For types that SQL cannot compare as they are
// stored; nullopt: NULL, or no value of the type.
std::optional<data::Int128> OrderedValue(sqlite3_stmt* statement, int column,
                                         const data::Type& type);
// The same of a bound's text.
std::optional<data::Int128> BoundValue(std::string_view text, const data::Type& type);
// Whether bounds on a column of that type are compared so, rather than in SQL.
bool ComparedHere(const data::Type& type);

}  // namespace aietl::connectors
