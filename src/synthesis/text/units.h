// Units of measure as people write them behind numbers and as columns carry them in their names.
#pragma once

#include <string>
#include <string_view>

namespace aietl::synthesis {

enum class Dimension : unsigned char {
  kTime,         // seconds
  kWeight,       // kilograms
  kLength,       // metres
  kArea,         // square metres
  kVolume,       // litres
  kData,         // bytes
  kPercent,      // of a hundred
  kTemperature,  // degrees
  kPower,        // watts
  kCount         // pieces
};

struct UnitOfMeasure {
  Dimension dimension;
  double factor;  // of the dimension's base unit
};

// By a word in either language and any case ("hours", «га», kg); nullptr: no unit, or one that is
// no fixed number of another (month, year, euro).
const UnitOfMeasure* UnitOf(std::string_view word);

// The unit that the values of a column so named are in: runtime_min, area_ha; never price_per_kg,
// min_qty.
const UnitOfMeasure* UnitOfName(const std::string& name);

}  // namespace aietl::synthesis
