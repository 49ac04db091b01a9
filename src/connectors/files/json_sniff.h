// What is in a JSON file: how its records are laid out, and the type of every field, from all of
// it.
//
// Everything is looked at, so that a field that first comes up in the last record is not lost and a
// number that is no integer there is not rounded.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/files/byte_source.h"
#include "connectors/files/json_shape.h"

namespace aietl::connectors::files {

enum class JsonLayout : uint8_t {
  kArray,         // [{…}, {…}]
  kLines,         // one record a line
  kConcatenated,  // records behind one another, over any number of lines
};

// Bytes of the decoded text.
struct ByteRange {
  int64_t begin = 0;
  int64_t end = 0;
};

struct JsonSniff {
  JsonLayout layout = JsonLayout::kLines;
  JsonShape records;  // the objects
  int64_t rows = 0;
  int64_t longest = 0;    // bytes of the longest record
  bool complete = true;   // everything was looked at
  int64_t looked_at = 0;  // bytes
  // Arrays of objects inside a file that is one object: where its records may really be.
  struct Inner {
    std::string path;  // "data", "response.items"
    ByteRange range;   // with its brackets
  };
  std::vector<Inner> inner;
};

// Reads until the end of the text, or until about `most_bytes` (-1: no limit) were looked at, and
// adds to `into`. Malformed JSON, a record that is no object and a key that occurs twice in one
// object are errors with the line. `inner`: record the arrays inside a single object.
Result<void> SniffJson(ByteSource& source, const std::string& file, int64_t most_bytes,
                       StopToken stop, JsonSniff* into);

}  // namespace aietl::connectors::files
