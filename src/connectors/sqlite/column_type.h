// Between SQLite's declared types, which bind nobody, and the engine's types, which do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "data/type.h"

namespace aietl::connectors {

// How SQLite converts what is stored in a column (https://www.sqlite.org/datatype3.html, 3.1).
enum class Affinity : uint8_t { kInteger, kText, kBlob, kReal, kNumeric };
Affinity AffinityOf(std::string_view declared);

// The types that a column declared so may be read as, most wanted first; the last one takes every
// value. INTEGER → BIGINT, DOUBLE, VARCHAR, BLOB.
std::vector<data::Type> ReadTypes(std::string_view declared);

// --- Writing
// ----------------------------------------------------------------------------------------------------------------------

// The type in which values must arrive to be stored and read back as they were: nested types as
// JSON, ENUM as VARCHAR; nullopt: cannot be stored.
std::optional<data::Type> StorableType(const data::Type& type);
// What a column of a storable type is declared as. Integers with more digits than SQLite's numbers
// hold are text, under names that read back: TEXT_HUGE. Decimals that may have more digits are
// declared BLOB_DECIMAL(38,4), so that SQLite converts nothing: values of up to 15 digits are
// stored as numbers, which sort and add up, the others as text.
std::string DeclarationOf(const data::Type& type);
// The type in which a batch column must arrive in an existing column declared so (the rules of
// FitOf are applied to it).
data::Type TargetType(std::string_view declared, const data::Type& batch);

}  // namespace aietl::connectors
