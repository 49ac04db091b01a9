// The engine's type system by name: what columns are, in documents, catalogs and batches.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace aietl::data {

enum class TypeId : uint8_t {
  kBoolean,
  kTinyInt,
  kSmallInt,
  kInteger,
  kBigInt,
  kHugeInt,
  kUTinyInt,
  kUSmallInt,
  kUInteger,
  kUBigInt,
  kUHugeInt,
  kFloat,
  kDouble,
  kDecimal,
  kVarchar,
  kBlob,
  kBit,
  kUuid,
  kDate,
  kTime,
  kTimeTz,
  kTimestamp,
  kTimestampTz,
  kTimestampS,
  kTimestampMs,
  kTimestampNs,
  kInterval,
  kEnum,
  kList,
  kArray,
  kStruct,
  kMap,
  kUnion,
  kJson,
  kNull,
  kOther,
};

// A DuckDB logical type. kOther keeps its SQL text only.
struct Type {
  TypeId id = TypeId::kVarchar;
  uint8_t width = 0;  // decimal: 1..38
  uint8_t scale = 0;
  uint64_t size = 0;  // array length
  std::vector<std::pair<std::string, Type>>
      fields;  // struct/union fields; list/array: one unnamed; map: "key","value"
  std::vector<std::string> labels;  // enum
  std::string other;                // kOther: the SQL text

  friend bool operator==(const Type&, const Type&) = default;

  bool IsInteger() const;
  bool IsNumber() const;  // integers, float, double, decimal
  bool IsText() const { return id == TypeId::kVarchar || id == TypeId::kEnum; }
  bool IsTemporal() const;  // date, time*, timestamp*
  bool IsTimestamp() const;
  bool IsNested() const;
  // The SQL spelling, e.g. DECIMAL(18,2), STRUCT("a b" INTEGER)[].
  std::string ToSql() const;
};

inline Type MakeType(TypeId id) {
  Type t;
  t.id = id;
  return t;
}
Type MakeDecimal(uint8_t width, uint8_t scale);

// Any spelling the engine prints (DESCRIBE, sniff_csv) or users write (INT, TEXT, NUMERIC(10,2),
// TIMESTAMP WITH TIME ZONE, VARCHAR[], …).
Result<Type> ParseType(std::string_view sql);

struct Column {
  std::string name;
  Type type;
  bool nullable = true;
  friend bool operator==(const Column&, const Column&) = default;
};

struct Schema {
  std::vector<Column> columns;
  // Index by name (exact first, then case-insensitive as the engine does); -1 when absent.
  int Find(std::string_view name) const;
  std::vector<std::string> Names() const;
  friend bool operator==(const Schema&, const Schema&) = default;
};

// Names that are equal in this form are one name to the engine: it takes ASCII letters without
// case, others as they are.
std::string FoldName(std::string_view name);

// SQL quoting, the engine's rules: QuoteName quotes always ("a""b"), QuoteText gives a '…' literal.
std::string QuoteName(std::string_view name);
std::string QuoteText(std::string_view text);
// Quotes only where SQL needs it (keyword, upper case, odd characters): what people read.
std::string NameForPeople(std::string_view name);

}  // namespace aietl::data
