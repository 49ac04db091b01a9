// From what a column's values looked like to its SQL type and the way to read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "connectors/files/options.h"
#include "connectors/files/value_shape.h"
#include "data/type.h"

namespace aietl::connectors::files {

// Sums up one column while its fields go by.
struct ColumnProfile {
  Shape shape;
  int64_t values = 0;        // neither empty nor a NULL spelling
  int64_t empty = 0;         // nothing between the delimiters
  int64_t quoted_empty = 0;  // "" or blanks only
  uint32_t spellings = 0;    // bits of NullSpellings() that were seen
  bool padded = false;       // blanks around a value

  void Add(std::string_view text, bool quoted);
};

// Spellings of a missing value, beside the empty field.
const std::vector<std::string>& NullSpellings();

// How the text of one column becomes a value.
struct ColumnPlan {
  enum class Way : uint8_t { kNative, kNumber, kStrptime };

  std::string name;
  data::Type type;
  Way way = Way::kNative;
  char decimal = '.';
  std::string groups;  // kNumber: the character between groups of digits, to be dropped
  std::vector<std::string> formats;  // kStrptime: strptime's; any of them
  std::vector<std::string> nulls;    // spellings that are NULL, as the document says
  std::vector<std::string> spelled;  // spellings that were seen: NULL unless the column is text
  uint32_t integer_digits = 0;       // of the longest number
  bool quoted_empty_is_null = false;
  bool padded = false;
  bool given = false;        // the document says the type
  bool no_values = false;    // nothing to judge by
  bool digits_only = false;  // of digits, whether it is a number or not

  friend bool operator==(const ColumnPlan&, const ColumnPlan&) = default;
};

// Decides all columns of a file together: one column's clear dates or numbers settle another's
// unclear ones. Warnings go to `problems`.
std::vector<ColumnPlan> DecideColumns(const std::vector<std::string>& names,
                                      const std::vector<ColumnProfile>& profiles,
                                      const ReadOptions& options, const std::string& file,
                                      Problems* problems);

// Whether a name says that its digits are a code (phone, INN, postal code …) and no quantity.
bool IsCodeName(std::string_view name);

}  // namespace aietl::connectors::files
