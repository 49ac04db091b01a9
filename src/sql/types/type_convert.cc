// What converts into what without a cast, and which type holds two others.

#include <algorithm>

#include "sql/types/type.h"

namespace aietl::sql {
namespace {

using enum TypeKind;

// Numbers in the order in which they widen.
int NumberRank(const Type& type) {
  switch (type.kind) {
    case kInt:
    case kUint: return type.bits;
    case kDecimal: return 1000;
    case kFloat: return type.bits == 32 ? 2000 : 3000;
    default: return -1;
  }
}

// Digits of an integer type, for decimals that have to hold it.
int32_t DigitsOf(const Type& type) {
  switch (type.bits) {
    case 8: return 3;
    case 16: return 5;
    case 32: return 10;
    case 64: return type.kind == kUint ? 20 : 19;
    default: return 38;
  }
}

bool Loose(const Type& type) {
  return type.kind == kUnknown || type.kind == kNull || type.kind == kOther || type.kind == kEnum ||
         type.kind == kLambda || type.kind == kVoid || type.kind == kVariant;
}

bool Strict(DialectId dialect) {
  return dialect == DialectId::kPostgres || dialect == DialectId::kDuckdb;
}

const Type* UnifyIntegers(const Type* a, const Type* b, DialectId dialect) {
  if (a == IntLiteralType() && b == a) return a;
  if (dialect == DialectId::kDuckdb || dialect == DialectId::kPostgres) {
    if (a == IntLiteralType() && dialect == DialectId::kDuckdb) return b;
    if (b == IntLiteralType() && dialect == DialectId::kDuckdb) return a;
  }
  if (a->kind == b->kind) return a->bits >= b->bits ? a : b;
  const Type& is_signed = a->kind == kInt ? *a : *b;
  const Type& is_unsigned = a->kind == kInt ? *b : *a;
  if (is_signed.bits > is_unsigned.bits) return &is_signed;
  return BasicType(kInt, static_cast<uint16_t>(std::min(is_unsigned.bits * 2, 256)));
}

const Type* UnifyDecimals(const Type* a, const Type* b, DialectId dialect, Arena& arena) {
  const auto parts = [&](const Type* type) -> std::pair<int32_t, int32_t> {
    if (type->kind == kDecimal) return {type->precision, std::max(type->scale, 0)};
    return {type == IntLiteralType() ? 10 : DigitsOf(*type), 0};
  };
  const auto [pa, sa] = parts(a);
  const auto [pb, sb] = parts(b);
  if (dialect == DialectId::kPostgres || pa < 0 || pb < 0) {
    if (a->kind == kDecimal && b->kind == kDecimal && pa == pb && sa == sb) return a;
    return BasicType(kDecimal);
  }
  const int32_t scale = std::max(sa, sb);
  const int32_t precision =
      std::min(std::max(pa - sa, pb - sb) + scale, dialect == DialectId::kMysql        ? 65
                                                   : dialect == DialectId::kClickhouse ? 76
                                                                                       : 38);
  if (a->kind == kDecimal && a->precision == precision && a->scale == scale) return a;
  if (b->kind == kDecimal && b->precision == precision && b->scale == scale) return b;
  return arena.New<Type>(Type{.kind = kDecimal, .precision = precision, .scale = scale});
}

const Type* UnifyNumbers(const Type* a, const Type* b, DialectId dialect, Arena& arena) {
  if (a->integer() && b->integer()) return UnifyIntegers(a, b, dialect);
  if (a->kind == kFloat || b->kind == kFloat) {
    if (a->kind == kFloat && b->kind == kFloat) return a->bits >= b->bits ? a : b;
    const Type* floating = a->kind == kFloat ? a : b;
    return dialect == DialectId::kDuckdb ? floating : BasicType(kFloat, 64);
  }
  return UnifyDecimals(a, b, dialect, arena);
}

}  // namespace

const Type* Unsized(const Type* type, Arena& arena) {
  if (type->kind == kArray && type->element != nullptr) {
    const Type* element = Unsized(type->element, arena);
    if (element == type->element) return type;
    return arena.New<Type>(Type{.kind = kArray, .element = element});
  }
  if (type->precision < 0 && type->scale < 0) return type;
  Type bare = *type;
  bare.precision = bare.scale = -1;
  return arena.New<Type>(bare);
}

const Type* UnifyTypes(const Type* a, const Type* b, DialectId dialect, Arena& arena) {
  if (a == b) return a;
  if (dialect == DialectId::kPostgres && a->text() && b->text() && !IsLiteralType(*a) &&
      !IsLiteralType(*b))
    return SameType(*a, *b) ? a : Unsized(a, arena);  // the first one's, whatever the others are
  if (dialect == DialectId::kPostgres && a->known() && b->known()) {
    // A length stays only where all have it.
    if (a->kind == kNull || a == TextLiteralType())
      return b == TextLiteralType() || b->kind == kNull ? (a->kind == kNull ? b : a)
                                                        : Unsized(b, arena);
    if (b->kind == kNull || b == TextLiteralType()) return Unsized(a, arena);
  }
  if (a->kind == kNull) return b;
  if (b->kind == kNull) return a;
  if (!a->known()) return a;
  if (!b->known()) return b;
  if (a->number() && b->number()) return UnifyNumbers(a, b, dialect, arena);
  if (SameType(*a, *b)) return a;
  if (Strict(dialect) && a == TextLiteralType()) return b;
  if (Strict(dialect) && b == TextLiteralType()) return a;
  if (a->text() && b->text()) {
    if (a->precision >= 0 && b->precision >= 0 && a->kind == b->kind &&
        dialect != DialectId::kPostgres)
      return a->precision >= b->precision ? a : b;
    return BasicType(kText);
  }
  if (a->temporal() && b->temporal()) {
    const auto clock = [](const Type& type) { return type.kind == kTime || type.kind == kTimeTz; };
    if (clock(*a) != clock(*b))
      return dialect == DialectId::kMysql ? BasicType(kTimestamp) : nullptr;
    if (a->kind == b->kind) return BasicType(a->kind);
    return a->kind > b->kind ? a : b;
  }
  if (a->kind == kArray && b->kind == kArray && a->element != nullptr && b->element != nullptr) {
    const Type* element = UnifyTypes(a->element, b->element, dialect, arena);
    return element == nullptr ? nullptr : arena.New<Type>(Type{.kind = kArray, .element = element});
  }
  if (a->kind == b->kind) return a;
  if (Loose(*a) || Loose(*b)) return BasicType(kUnknown);
  switch (dialect) {
    case DialectId::kPostgres: return nullptr;
    case DialectId::kClickhouse:
      if ((a->kind == kBool && b->integer()) || (b->kind == kBool && a->integer()))
        return a->kind == kBool ? b : a;
      return nullptr;
    case DialectId::kDuckdb:
      if ((a->kind == kBool && b->number()) || (b->kind == kBool && a->number()))
        return a->kind == kBool ? b : a;
      if (a->text() || b->text()) return BasicType(kText);
      return nullptr;
    case DialectId::kMysql:
      if ((a->kind == kBool && b->number()) || (b->kind == kBool && a->number()))
        return a->kind == kBool ? b : a;
      return BasicType(kText);
    case DialectId::kSqlite: return BasicType(kUnknown);
    case DialectId::kSnowflake: return BasicType(kUnknown);
    case DialectId::kSpark:
      if (a->text() || b->text()) return BasicType(kText);
      return nullptr;
  }
  return nullptr;
}

bool ConvertsByItself(const Type& from, const Type& to, DialectId dialect) {
  if (Loose(from) || Loose(to) || &from == TextLiteralType()) return true;
  if (from.kind == to.kind) {
    if (from.integer())
      return from.bits <= to.bits || &from == IntLiteralType() || !Strict(dialect);
    if (from.kind == kArray && from.element != nullptr && to.element != nullptr)
      return ConvertsByItself(*from.element, *to.element, dialect);
    if (from.kind == kFloat) return from.bits <= to.bits || !Strict(dialect);
    return true;
  }
  if (!Strict(dialect)) return true;
  if (from.number() && to.number()) {
    if (dialect == DialectId::kDuckdb && from.kind == kDecimal) return to.kind == kFloat;
    if (from.kind == kInt && to.kind == kUint) return &from == IntLiteralType();
    if (from.kind == kUint && to.kind == kInt)
      return from.bits < to.bits || dialect == DialectId::kDuckdb;
    return NumberRank(from) < NumberRank(to);
  }
  if (from.text() && to.text()) return true;
  switch (from.kind) {
    case kDate: return to.kind == kTimestamp || to.kind == kTimestampTz;
    case kTimestamp:
      return to.kind == kTimestampTz || (dialect == DialectId::kDuckdb && to.kind == kTimestamp);
    case kTime:
      return to.kind == kTimeTz || (dialect == DialectId::kPostgres && to.kind == kInterval);
    case kBool: return dialect == DialectId::kDuckdb && to.number();
    case kJson:
    case kJsonb:
      return dialect == DialectId::kDuckdb && (to.text() || to.kind == kJson || to.kind == kJsonb);
    case kText: return dialect == DialectId::kDuckdb && (to.kind == kJson || to.kind == kJsonb);
    case kStruct:
    case kRow: return to.kind == kStruct || to.kind == kRow;
    default: return false;
  }
}

bool Comparable(const Type& a, const Type& b, DialectId dialect) {
  if (Loose(a) || Loose(b) || a.kind == b.kind) return true;
  if (a.number() && b.number()) return true;
  if (a.text() && b.text()) return true;
  if (IsLiteralType(a) && a.text()) return true;
  if (IsLiteralType(b) && b.text()) return true;
  const auto day = [](const Type& type) {
    return type.kind == kDate || type.kind == kTimestamp || type.kind == kTimestampTz;
  };
  if (day(a) && day(b)) return true;
  if ((a.kind == kTime || a.kind == kTimeTz) && (b.kind == kTime || b.kind == kTimeTz)) return true;
  if ((a.kind == kStruct || a.kind == kRow) && (b.kind == kStruct || b.kind == kRow)) return true;
  if (dialect == DialectId::kPostgres)
    return (a.kind == kTime && b.kind == kInterval) || (b.kind == kTime && a.kind == kInterval);
  return true;
}

}  // namespace aietl::sql
