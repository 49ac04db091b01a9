#include "connectors/postgres/types.h"

#include <algorithm>

namespace aietl::connectors {
namespace {

using data::MakeDecimal;
using data::MakeType;
using data::Type;
using data::TypeId;

constexpr int kMostDigits = 38;  // of the engine's DECIMAL

// Types that the engine has, too. `oid` as in pg_type.dat, which never changes.
struct PgBaseType {
  uint32_t oid;
  const char* name;
  PgWire wire;
  TypeId type;
};
constexpr PgBaseType kBaseTypes[] = {
    {16, "bool", PgWire::kBool, TypeId::kBoolean},
    {17, "bytea", PgWire::kBytea, TypeId::kBlob},
    {19, "name", PgWire::kText, TypeId::kVarchar},
    {20, "int8", PgWire::kInt8, TypeId::kBigInt},
    {21, "int2", PgWire::kInt2, TypeId::kSmallInt},
    {23, "int4", PgWire::kInt4, TypeId::kInteger},
    {25, "text", PgWire::kText, TypeId::kVarchar},
    {26, "oid", PgWire::kOid, TypeId::kUInteger},
    {114, "json", PgWire::kText, TypeId::kJson},
    {700, "float4", PgWire::kFloat4, TypeId::kFloat},
    {701, "float8", PgWire::kFloat8, TypeId::kDouble},
    {1042, "bpchar", PgWire::kText, TypeId::kVarchar},
    {1043, "varchar", PgWire::kText, TypeId::kVarchar},
    {1082, "date", PgWire::kDate, TypeId::kDate},
    {1083, "time", PgWire::kTime, TypeId::kTime},
    {1114, "timestamp", PgWire::kTimestamp, TypeId::kTimestamp},
    {1184, "timestamptz", PgWire::kTimestamp, TypeId::kTimestampTz},
    {1186, "interval", PgWire::kInterval, TypeId::kInterval},
    {1266, "timetz", PgWire::kTimeTz, TypeId::kTimeTz},
    {2950, "uuid", PgWire::kUuid, TypeId::kUuid},
    {3802, "jsonb", PgWire::kJsonb, TypeId::kJson},
};
constexpr uint32_t kNumericOid = 1700;

const PgBaseType* BaseType(uint32_t oid) {
  for (const PgBaseType& type : kBaseTypes) {
    if (type.oid == oid) return &type;
  }
  return nullptr;
}

struct PgDigits {
  int precision = 0;  // 0: unconstrained
  int scale = 0;
};

// numeric_typmod_precision, numeric_typmod_scale of the server's numeric.c; the scale may be
// negative since 15.
PgDigits PgDigitsOf(int32_t modifier) {
  if (modifier < 4) return {};
  const int32_t packed = modifier - 4;
  return {(packed >> 16) & 0xffff, ((packed & 0x7ff) ^ 1024) - 1024};
}

// The engine's decimal that holds every number of it.
std::optional<Type> PgDecimalOf(int32_t modifier) {
  const PgDigits digits = PgDigitsOf(modifier);
  if (digits.precision == 0) return std::nullopt;
  const int scale = std::max(digits.scale, 0);
  const int width =
      digits.scale < 0 ? digits.precision - digits.scale : std::max(digits.precision, digits.scale);
  if (width > kMostDigits) return std::nullopt;
  return MakeDecimal(static_cast<uint8_t>(width), static_cast<uint8_t>(scale));
}

struct ElementRead {
  PgWire wire;
  Type type;
};
// How elements of an array are read; nullopt: the array's text travels.
std::optional<ElementRead> ElementOf(const PgType& array) {
  if (!array.element_builtin) return std::nullopt;
  if (const PgBaseType* base = BaseType(array.element))
    return ElementRead{base->wire, MakeType(base->type)};
  if (array.element != kNumericOid) return std::nullopt;
  const auto decimal = PgDecimalOf(array.modifier);
  if (!decimal) return std::nullopt;
  return ElementRead{PgWire::kNumeric, *decimal};
}

PgRead AsText() {
  PgRead read;
  read.type = MakeType(TypeId::kVarchar);
  read.select = "{}::text";
  read.as_text = true;
  return read;
}

// money's text depends on the server's locale.
PgRead PgTextOf(const PgType& type) {
  PgRead read = AsText();
  if (type.builtin && type.name == "money") read.select = "{}::numeric::text";
  return read;
}

PgStore Plain(PgWire wire, std::string declared) {
  PgStore store;
  store.wire = wire;
  store.declared = std::move(declared);
  return store;
}

uint32_t ElementOid(TypeId id) {
  switch (id) {
    case TypeId::kTinyInt:
    case TypeId::kUTinyInt: return 21;
    case TypeId::kUSmallInt: return 23;
    case TypeId::kUInteger: return 20;
    case TypeId::kDecimal:
    case TypeId::kUBigInt:
    case TypeId::kHugeInt:
    case TypeId::kUHugeInt: return kNumericOid;
    case TypeId::kEnum:
    case TypeId::kVarchar: return 25;
    case TypeId::kTimestampS:
    case TypeId::kTimestampMs: return 1114;
    case TypeId::kBit: return 1562;
    default: break;
  }
  for (const PgBaseType& type : kBaseTypes) {
    if (type.type == id) return type.oid;
  }
  return 0;
}

}  // namespace

PgRead ReadOf(const PgType& type) {
  PgRead read;
  if (type.element != 0) {
    const auto element = ElementOf(type);
    if (type.dimensions > 1 || !element) return PgTextOf(type);
    read.wire = PgWire::kArray;
    read.element = element->wire;
    read.type = MakeType(TypeId::kList);
    read.type.fields.emplace_back("", element->type);
    return read;
  }
  if (type.kind == 'b' && type.builtin) {
    if (const PgBaseType* base = BaseType(type.oid)) {
      read.wire = base->wire;
      read.type = MakeType(base->type);
      return read;
    }
    if (type.oid == kNumericOid) {
      const auto decimal = PgDecimalOf(type.modifier);
      if (!decimal) return AsText();
      read.wire = PgWire::kNumeric;
      read.type = *decimal;
      return read;
    }
  }
  read = PgTextOf(type);
  if (type.kind == 'e') {
    // Its binary form is its label, and VARCHAR is what it is to the engine: nothing to remark.
    read.select = "{}";
    read.as_text = false;
  }
  return read;
}

std::optional<PgRead> ReadAs(const PgType& type, const Type& wanted) {
  PgRead read = ReadOf(type);
  if (read.type == wanted) return read;
  if (wanted.id == TypeId::kVarchar) {
    read = PgTextOf(type);
    read.as_text = false;
    return read;
  }
  const bool number = type.builtin && type.oid == kNumericOid;
  if (number && (wanted.id == TypeId::kDecimal || wanted.id == TypeId::kHugeInt)) {
    read = PgRead{};
    read.wire = PgWire::kNumeric;
    read.type = wanted;
    return read;
  }
  return std::nullopt;
}

std::optional<PgStore> StoreOf(const Type& type) {
  switch (type.id) {
    case TypeId::kBoolean: return Plain(PgWire::kBool, "boolean");
    case TypeId::kTinyInt:
    case TypeId::kUTinyInt:
    case TypeId::kSmallInt: return Plain(PgWire::kInt2, "smallint");
    case TypeId::kUSmallInt:
    case TypeId::kInteger: return Plain(PgWire::kInt4, "integer");
    case TypeId::kUInteger:
    case TypeId::kBigInt: return Plain(PgWire::kInt8, "bigint");
    case TypeId::kUBigInt: return Plain(PgWire::kNumeric, "numeric(20,0)");
    case TypeId::kHugeInt:
    case TypeId::kUHugeInt: return Plain(PgWire::kNumeric, "numeric(39,0)");
    case TypeId::kFloat: return Plain(PgWire::kFloat4, "real");
    case TypeId::kDouble: return Plain(PgWire::kFloat8, "double precision");
    case TypeId::kDecimal:
      return Plain(PgWire::kNumeric, "numeric(" + std::to_string(type.width) + "," +
                                         std::to_string(type.scale) + ")");
    case TypeId::kVarchar:
    case TypeId::kEnum:
    case TypeId::kNull: return Plain(PgWire::kText, "text");
    case TypeId::kJson: return Plain(PgWire::kText, "json");
    case TypeId::kBlob: return Plain(PgWire::kBytea, "bytea");
    case TypeId::kBit: return Plain(PgWire::kBit, "bit varying");
    case TypeId::kUuid: return Plain(PgWire::kUuid, "uuid");
    case TypeId::kDate: return Plain(PgWire::kDate, "date");
    case TypeId::kTime: return Plain(PgWire::kTime, "time");
    case TypeId::kTimeTz: return Plain(PgWire::kTimeTz, "time with time zone");
    case TypeId::kTimestamp:
    case TypeId::kTimestampS:
    case TypeId::kTimestampMs: return Plain(PgWire::kTimestamp, "timestamp");
    case TypeId::kTimestampTz: return Plain(PgWire::kTimestamp, "timestamp with time zone");
    case TypeId::kInterval: return Plain(PgWire::kInterval, "interval");
    case TypeId::kList: {
      const Type& element = type.fields.at(0).second;
      if (element.IsNested() || element.id == TypeId::kNull) return std::nullopt;
      const auto one = StoreOf(element);
      if (!one) return std::nullopt;
      PgStore store = Plain(PgWire::kArray, one->declared + "[]");
      store.element = one->wire;
      store.element_oid = ElementOid(element.id);
      return store;
    }
    default: return std::nullopt;
  }
}

std::optional<Type> PgStorableType(const Type& type) {
  switch (type.id) {
    case TypeId::kNull:
    case TypeId::kEnum: return MakeType(TypeId::kVarchar);
    case TypeId::kTinyInt:
    case TypeId::kUTinyInt: return MakeType(TypeId::kSmallInt);
    case TypeId::kUSmallInt: return MakeType(TypeId::kInteger);
    case TypeId::kUInteger: return MakeType(TypeId::kBigInt);
    case TypeId::kUBigInt: return MakeDecimal(20, 0);
    case TypeId::kTimestampS:
    case TypeId::kTimestampMs: return MakeType(TypeId::kTimestamp);
    case TypeId::kUHugeInt:
    case TypeId::kTimestampNs:
    case TypeId::kOther: return std::nullopt;
    case TypeId::kStruct:
    case TypeId::kMap:
    case TypeId::kUnion: return MakeType(TypeId::kJson);
    case TypeId::kList:
    case TypeId::kArray: {
      const Type& element = type.fields.at(0).second;
      if (element.id == TypeId::kNull || element.IsNested()) return MakeType(TypeId::kJson);
      const auto storable = PgStorableType(element);
      if (!storable) return std::nullopt;
      Type list = MakeType(TypeId::kList);
      list.fields.emplace_back("", *storable);
      return list;
    }
    default: return type;
  }
}

Type PgTargetType(const PgType& target, const Type& batch) {
  const PgRead own = ReadOf(target);
  const bool numeric = target.builtin && target.oid == kNumericOid;
  if (numeric && own.type.id == TypeId::kVarchar) {
    // Without limits (or beyond the engine's): it takes every integer and decimal as it is.
    const PgDigits digits = PgDigitsOf(target.modifier);
    if (digits.precision == 0 && (batch.IsInteger() || batch.id == TypeId::kDecimal)) return batch;
    if (digits.precision > 0 && batch.IsInteger()) return batch;
    if (digits.precision > 0 && batch.id == TypeId::kDecimal &&
        batch.width - batch.scale <= digits.precision - digits.scale && batch.scale <= digits.scale)
      return batch;
    return MakeType(TypeId::kVarchar);
  }
  if (target.builtin && (target.oid == 114 || target.oid == 3802)) return MakeType(TypeId::kJson);
  if (own.wire == PgWire::kOid) return MakeType(TypeId::kBigInt);
  // Text of any array is taken as the server writes it: {1,2}, {{1,2},{3,4}}.
  if (own.wire == PgWire::kArray && batch.id == TypeId::kVarchar) return batch;
  return own.type;
}

std::string PgInsertPattern(const PgType& target, const Type& stage) {
  // Assignment does the rest, and fails where a value does not fit. A cast to bit(n) or varchar(n)
  // would cut.
  if (target.element != 0 && stage.id == TypeId::kList)
    return target.element_builtin && target.element == 3802 ? "{}::jsonb[]" : "{}";
  if (target.element == 0 && target.builtin) {
    if (target.oid == 3802) return "{}::jsonb";
    if (target.oid == 1042) return "{}::bpchar";
    if (stage.id == TypeId::kVarchar) {
      const PgBaseType* base = BaseType(target.oid);
      if (base != nullptr && base->wire == PgWire::kText) return "{}";
      if (target.name == "bit" || target.name == "varbit") return "{}::varbit";
      if (target.oid == kNumericOid) return "{}::numeric";
      if (target.name == "money") return "{}::numeric::money";
    }
  }
  return stage.id == TypeId::kVarchar ? "{}::" + target.bare : "{}";
}

namespace {

// Whether every staged value is one of the column's, as it is.
bool AlwaysFits(const PgType& target, const Type& stage) {
  const bool limited = target.modifier >= 0;
  if (target.domain) return false;
  if (target.element != 0) return stage.id != TypeId::kVarchar && !limited;
  if (!target.builtin || target.kind != 'b') return false;
  if (target.oid == kNumericOid) return stage.id != TypeId::kVarchar;
  const PgBaseType* base = BaseType(target.oid);
  if (base == nullptr || target.oid == 3802) return false;
  if (base->wire == PgWire::kText && base->type == TypeId::kVarchar) return !limited;
  const bool time = base->type == TypeId::kTime || base->type == TypeId::kTimeTz ||
                    base->type == TypeId::kInterval || MakeType(base->type).IsTimestamp();
  return !time || !limited;
}

}  // namespace

std::string PgMisfitCondition(const PgType& target, const Type& stage) {
  if (AlwaysFits(target, stage)) return "";
  const std::string insert = PgInsertPattern(target, stage);
  const bool numbers = target.oid == kNumericOid || target.element == kNumericOid;
  const std::string as = numbers ? "" : "::text";  // 1.5 is 1.50
  return "(" + insert + ")" + as + " IS DISTINCT FROM ((" + insert + ")::" + target.shown + ")" +
         as;
}

std::string PgComparePattern(const PgType& type) {
  if (type.element != 0) {
    // json has no equality; those of interval and of texts in a case-insensitive type are too kind.
    const bool plain = type.element_builtin && BaseType(type.element) != nullptr &&
                       type.element != 114 && type.element != 1186;
    return plain ? "{}" : "{}::text";
  }
  if (type.kind == 'e') return "{}";
  if (!type.builtin) return "{}::text";
  if (type.loose_collation) return "{} COLLATE \"C\"";
  if (type.oid == 1042) return "{}::bpchar";
  if (type.oid == kNumericOid) return "{}";
  const PgBaseType* base = BaseType(type.oid);
  if (base == nullptr || type.oid == 114 || type.oid == 1186) return "{}::text";
  return "{}";
}

bool PgKeepsValues(const PgType& from, const PgType& to) {
  // A domain's limits are its own, whatever it is made of.
  const bool same = from.bare == to.bare || (!to.domain && from.builtin && from.oid == to.oid);
  if (same) return from.modifier == to.modifier || to.modifier < 0;
  if (!from.builtin || !to.builtin || to.domain || to.modifier >= 0) return false;
  const auto is_text = [](const PgType& type) {
    return type.name == "text" || type.name == "varchar" || type.name == "name";
  };
  return is_text(from) && is_text(to) && to.name != "name";
}

bool PgSameWire(const PgType& target, const Type& stage) {
  const auto store = StoreOf(stage);
  if (!store || target.domain || !target.builtin || target.element != 0 || target.kind != 'b')
    return false;
  // char(n) pads, jsonb rewrites.
  if (target.oid == 1042 || target.oid == 3802) return false;
  if (target.oid == kNumericOid) return store->wire == PgWire::kNumeric;
  const PgBaseType* base = BaseType(target.oid);
  return base != nullptr && base->wire == store->wire &&
         (target.oid == 114) == (stage.id == TypeId::kJson);
}

}  // namespace aietl::connectors
