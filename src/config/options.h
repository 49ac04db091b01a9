// Options declared once: the descriptor yields the parser, the JSON Schema, the reference page and
// later the form in the web UI.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "json/node.h"
#include "json/value.h"

namespace aietl::config {

enum class Kind : unsigned char {
  kString,
  kInteger,
  kNumber,
  kBoolean,
  kDuration,  // "10m", "1d", "30s", "500ms" → microseconds
  kBytes,     // "300MB" → bytes
  kEnum,
  kStringList,  // a list, or one string standing for a list of one
  kStringMap,   // {name: text}
  kObject,      // nested options (`fields`)
  kObjectList,
  kObjectMap,  // list of / map from any name to nested options
  kAny,        // any JSON value, checked by whoever reads it
};

struct Option {
  const char* name;
  Kind kind = Kind::kString;
  const char* text;  // one English sentence for people; translated by lang/ru.po
  bool required = false;
  bool secret = false;                       // never printed
  const char* default_text = nullptr;        // as a user would write it
  std::vector<const char*> choices = {};     // kEnum
  std::optional<double> min = {}, max = {};  // numbers
  std::vector<Option> fields = {};           // kObject, kObjectList, kObjectMap
  const char* example = nullptr;
};

struct Context;  // internal/parse_value.h

// Parsed options: only what was given, plus defaults on demand.
class Options {
 public:
  bool Has(std::string_view name) const;
  std::string String(std::string_view name) const;  // given, else default, else ""
  int64_t Integer(std::string_view name) const;     // also kDuration (µs), kBytes
  double Number(std::string_view name) const;
  bool Boolean(std::string_view name) const;
  std::vector<std::string> List(std::string_view name) const;
  std::vector<std::pair<std::string, std::string>> Map(std::string_view name) const;
  const Options* Object(std::string_view name) const;                // nullptr when absent
  std::vector<const Options*> Objects(std::string_view name) const;  // kObjectList
  std::vector<std::pair<std::string, const Options*>> ObjectMap(std::string_view name) const;
  const json::Value& Any(std::string_view name) const;
  Place PlaceOf(std::string_view name) const;  // of the value, else of the mapping
  const json::Node* NodeOf(std::string_view name) const;
  // Everything given, as JSON, secrets as "***".
  json::Value ToJson() const;
  // Programmatic use (synthesis): like a parsed document without places.
  void Set(std::string_view name, const json::Value& value);

 private:
  friend Options ParseOptions(const std::vector<Option>&, const json::Node&, const std::string&,
                              Problems*);
  struct Entry {
    std::string name;
    const Option* option = nullptr;
    json::Value value;  // normalised: durations and bytes as integers
    std::vector<std::pair<std::string, Options>> children;  // objects; lists have empty names
    json::Node node;                                        // where it stands
  };
  const std::vector<Option>* declared_ = nullptr;
  std::vector<Entry> entries_;
  Place place_;
  const Entry* Find(std::string_view name) const;
  json::Value Given(std::string_view name) const;  // normalised; the default where it was not given
  static Options Read(const std::vector<Option>& declared, const json::Node& mapping,
                      const Context& context);
  static void FillEntry(const Option& option, const json::Node& node, const Context& context,
                        Entry* entry);
};

// Reads a mapping against its descriptors, collecting every problem: unknown_key (with a
// suggestion), wrong_type, out_of_range, unknown_value (of an enum), missing_key, duplicate_key. A
// problem's object is the path of keys: "checks[1].rows.min". A key without a value (null) counts
// as absent. What has a problem is left out of the result; entries of lists and maps of objects
// that are no mappings, too. `declared` must outlive the result.
Options ParseOptions(const std::vector<Option>& declared, const json::Node& mapping,
                     const std::string& file, Problems* problems);

// JSON Schema (draft 7) of an object with these options; additionalProperties false.
json::Value SchemaOf(const std::vector<Option>& declared);
// A Markdown table for the reference page, nested options under their own heading level.
std::string ReferenceOf(const std::vector<Option>& declared, int heading_level);

// "10m" → µs; "300MB" → bytes (kB = 1000, KiB = 1024).
Result<int64_t> ParseDuration(std::string_view text);
Result<int64_t> ParseBytes(std::string_view text);
std::string FormatBytes(int64_t bytes);      // "1.2 MB"
std::string FormatDuration(double seconds);  // "350 ms", "2.4 s", "3 min 20 s"

}  // namespace aietl::config
