// What a value is, said once for seven dialects: a family, its width, precision and parts. Names
// differ by dialect, and so does what converts into what by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sql/arena.h"
#include "sql/dialect.h"

namespace aietl::sql {

struct TypeName;

enum class TypeKind : uint8_t {
  kUnknown,  // nothing is known; fits everything
  kNull,     // of a bare NULL
  kBool,
  kInt,
  kUint,     // `bits`: 8 to 256
  kDecimal,  // `precision`, `scale`; -1: none written
  kFloat,    // `bits`: 32 or 64
  kText,     // `precision`: the greatest length, -1 none
  kChar,     // padded with blanks
  kBytes,
  kBits,
  kDate,
  kTime,
  kTimeTz,
  kTimestamp,    // without a time zone
  kTimestampTz,  // a point in time
  kInterval,
  kUuid,
  kJson,
  kJsonb,
  kVariant,
  kXml,
  kEnum,   // `name`: its values, where they were written
  kArray,  // `element`
  kMap,    // `element` is the key, `value` the value
  kStruct,
  kRow,  // `fields`, maybe unknown
  kLambda,
  kVoid,
  kOther,  // known by `name` only
};

struct Type;
struct TypeField {
  std::string_view name;
  const Type* type = nullptr;
};

// Lives in an arena or for ever. Equal types need not be the same object: SameType.
struct Type {
  TypeKind kind = TypeKind::kUnknown;
  uint16_t bits = 0;
  int32_t precision = -1;
  int32_t scale = -1;
  std::string_view name =
      {};  // of kOther; of others where a dialect has several names for one thing
  const Type* element = nullptr;
  const Type* value = nullptr;
  Span<TypeField> fields = {};

  bool Is(TypeKind k) const { return kind == k; }
  bool known() const { return kind != TypeKind::kUnknown; }
  bool integer() const { return kind == TypeKind::kInt || kind == TypeKind::kUint; }
  bool number() const {
    return integer() || kind == TypeKind::kDecimal || kind == TypeKind::kFloat;
  }
  bool text() const { return kind == TypeKind::kText || kind == TypeKind::kChar; }
  bool temporal() const { return kind >= TypeKind::kDate && kind <= TypeKind::kTimestampTz; }
};

// Types without parts; for ever. kInt and kUint without bits are 64 bits wide, kFloat too.
const Type* BasicType(TypeKind kind, uint16_t bits = 0);

// Of literals: 'x' takes whatever type is asked for in PostgreSQL and DuckDB, and 1 is as narrow as
// it can be in DuckDB.
const Type* TextLiteralType();
const Type* IntLiteralType();
bool IsLiteralType(const Type& type);
// What a literal is where nothing is asked of it (a column's type); other types stay.
const Type* Settled(const Type* type);

bool SameType(const Type& a, const Type& b);

struct ReadTypeResult {
  const Type* type =
      nullptr;            // kOther if the dialect has no such name: it may be a type of the user's
  bool not_null = false;  // "NOT NULL", "PRIMARY KEY"; ClickHouse: no Nullable(…) around it
  bool known = true;
};
ReadTypeResult ReadType(const TypeName& name, DialectId dialect, Arena& arena);
// As a schema has it: "numeric(18,4)", "array<int>", "Nullable(String)", "bigint not null".
ReadTypeResult ReadType(std::string_view text, DialectId dialect, Arena& arena);

// In the dialect's own words, in lower case (ClickHouse: as it spells them): "numeric(18,4)",
// "varchar", "Array(UInt8)".
std::string TypeText(const Type& type, DialectId dialect);

// The type that holds both, for CASE, COALESCE and set operations; null where the dialect refuses.
const Type* UnifyTypes(const Type* a, const Type* b, DialectId dialect, Arena& arena);

// The type without lengths and precisions, as PostgreSQL's functions give it.
const Type* Unsized(const Type* type, Arena& arena);

// Whether a value of `from` is taken where `to` is asked for without a cast. Unknown types are.
bool ConvertsByItself(const Type& from, const Type& to, DialectId dialect);

// Whether the dialect compares them (=, <) without a cast. Unknown types are.
bool Comparable(const Type& a, const Type& b, DialectId dialect);

}  // namespace aietl::sql
