// What the values at one place of JSON records look like, over all records, and the type that
// holds them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "connectors/files/value_shape.h"
#include "data/type.h"

namespace aietl::connectors::files {

struct JsonShape {
  struct Field;

  int64_t count = 0;  // values, nulls among them
  int64_t nulls = 0;
  int64_t booleans = 0;
  int64_t numbers = 0;
  int64_t strings = 0;
  int64_t objects = 0;
  int64_t arrays = 0;

  Shape number;  // of the digits as written
  Shape text;    // of strings: dates and times

  std::vector<std::unique_ptr<Field>> fields;          // of objects, in the order of appearance
  std::unordered_map<std::string_view, size_t> index;  // by name, once there are many
  std::unique_ptr<JsonShape> element;                  // of arrays

  // The field of that name, made if it is new; `guess` is where it is likely to stand.
  Field& At(std::string_view name, size_t guess);
};

struct JsonShape::Field {
  std::string name;
  JsonShape shape;
  int64_t seen_in = -1;  // the last object that had it
};

// Notes one value of each kind.
void AddNumber(std::string_view text, JsonShape* shape);
void AddString(std::string_view text, JsonShape* shape);

// The type for all these values. Values of different kinds become text (scalars) or JSON, with a
// warning about `path`; objects with very many different keys become maps.
data::Type TypeOf(const JsonShape& shape, const std::string& path, Problems* problems);

}  // namespace aietl::connectors::files
