#include "sql/types/type.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace aietl::sql {
namespace {

constexpr size_t kKinds = static_cast<size_t>(TypeKind::kOther) + 1;
constexpr auto kBasics = [] {
  std::array<Type, kKinds> types{};
  for (size_t i = 0; i < kKinds; ++i)
    types[i].kind = static_cast<TypeKind>(i);
  return types;
}();
constexpr std::array<uint16_t, 6> kWidths = {8, 16, 32, 64, 128, 256};
constexpr auto MakeWide(TypeKind kind) {
  std::array<Type, kWidths.size()> types{};
  for (size_t i = 0; i < kWidths.size(); ++i) {
    types[i].kind = kind;
    types[i].bits = kWidths[i];
  }
  return types;
}
constexpr auto kInts = MakeWide(TypeKind::kInt);
constexpr auto kUints = MakeWide(TypeKind::kUint);
constexpr auto kFloats = MakeWide(TypeKind::kFloat);

// Names of the kinds whose name does not depend on precision or parts, in the order of DialectId.
struct KindNames {
  TypeKind kind;
  uint16_t bits;
  std::array<std::string_view, kDialects>
      names;  // postgres, mysql, sqlite, duckdb, snowflake, clickhouse, spark
};
constexpr KindNames kNames[] = {
    {TypeKind::kBool,
     0,
     {"boolean", "tinyint(1)", "boolean", "boolean", "boolean", "Bool", "boolean"}},
    {TypeKind::kInt,
     8,
     {"smallint", "tinyint", "tinyint", "tinyint", "tinyint", "Int8", "tinyint"}},
    {TypeKind::kInt,
     16,
     {"smallint", "smallint", "smallint", "smallint", "smallint", "Int16", "smallint"}},
    {TypeKind::kInt, 32, {"integer", "int", "integer", "integer", "integer", "Int32", "int"}},
    {TypeKind::kInt, 64, {"bigint", "bigint", "bigint", "bigint", "bigint", "Int64", "bigint"}},
    {TypeKind::kInt,
     128,
     {"numeric", "decimal(38,0)", "bigint", "hugeint", "number(38,0)", "Int128", "decimal(38,0)"}},
    {TypeKind::kInt,
     256,
     {"numeric", "decimal(65,0)", "bigint", "bignum", "number(38,0)", "Int256", "decimal(38,0)"}},
    {TypeKind::kUint,
     8,
     {"smallint", "tinyint unsigned", "integer", "utinyint", "smallint", "UInt8", "smallint"}},
    {TypeKind::kUint,
     16,
     {"integer", "smallint unsigned", "integer", "usmallint", "integer", "UInt16", "int"}},
    {TypeKind::kUint,
     32,
     {"bigint", "int unsigned", "integer", "uinteger", "bigint", "UInt32", "bigint"}},
    {TypeKind::kUint,
     64,
     {"numeric", "bigint unsigned", "bigint", "ubigint", "number(38,0)", "UInt64",
      "decimal(20,0)"}},
    {TypeKind::kUint,
     128,
     {"numeric", "decimal(65,0)", "bigint", "uhugeint", "number(38,0)", "UInt128",
      "decimal(38,0)"}},
    {TypeKind::kUint,
     256,
     {"numeric", "decimal(65,0)", "bigint", "uhugeint", "number(38,0)", "UInt256",
      "decimal(38,0)"}},
    {TypeKind::kFloat, 32, {"real", "float", "real", "float", "float", "Float32", "float"}},
    {TypeKind::kFloat,
     64,
     {"double precision", "double", "real", "double", "float", "Float64", "double"}},
    {TypeKind::kBytes, 0, {"bytea", "blob", "blob", "blob", "binary", "String", "binary"}},
    {TypeKind::kBits, 0, {"bit varying", "bit", "blob", "bit", "binary", "String", "binary"}},
    {TypeKind::kDate, 0, {"date", "date", "date", "date", "date", "Date", "date"}},
    {TypeKind::kInterval,
     0,
     {"interval", "interval", "text", "interval", "interval", "Interval", "interval"}},
    {TypeKind::kUuid, 0, {"uuid", "uuid", "text", "uuid", "varchar", "UUID", "string"}},
    {TypeKind::kJson, 0, {"json", "json", "text", "json", "variant", "JSON", "string"}},
    {TypeKind::kJsonb, 0, {"jsonb", "json", "text", "json", "variant", "JSON", "string"}},
    {TypeKind::kVariant, 0, {"jsonb", "json", "any", "variant", "variant", "Dynamic", "variant"}},
    {TypeKind::kXml, 0, {"xml", "text", "text", "varchar", "variant", "String", "string"}},
    {TypeKind::kUnknown,
     0,
     {"unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown"}},
    {TypeKind::kNull, 0, {"text", "null", "null", "integer", "null", "Nothing", "void"}},
    {TypeKind::kVoid, 0, {"void", "void", "null", "null", "null", "Nothing", "void"}},
    {TypeKind::kLambda,
     0,
     {"lambda", "lambda", "lambda", "lambda", "lambda", "Function", "lambda"}},
};

std::string DecimalText(const Type& type, DialectId dialect) {
  constexpr std::array<std::string_view, kDialects> kWords = {
      "numeric", "decimal", "numeric", "decimal", "number", "Decimal", "decimal"};
  const std::string_view word = kWords[static_cast<size_t>(dialect)];
  if (type.precision < 0) return std::string(word);
  if (dialect == DialectId::kClickhouse)
    return fmt::format("Decimal({}, {})", type.precision, std::max(type.scale, 0));
  return fmt::format("{}({},{})", word, type.precision, std::max(type.scale, 0));
}

std::string TextText(const Type& type, DialectId dialect) {
  const bool fixed = type.kind == TypeKind::kChar;
  switch (dialect) {
    case DialectId::kClickhouse:
      return fixed && type.precision > 0 ? fmt::format("FixedString({})", type.precision)
                                         : "String";
    case DialectId::kSpark:
      if (type.precision < 0) return "string";
      break;
    case DialectId::kDuckdb: return "varchar";
    case DialectId::kSnowflake:
      if (type.precision < 0) return "varchar";
      break;
    default:
      if (type.precision < 0 && !fixed)
        return dialect != DialectId::kSqlite && type.name == "varchar" ? "varchar" : "text";
  }
  if (type.precision < 0) return "char";
  return fmt::format("{}({})", fixed ? "char" : "varchar", type.precision);
}

std::string TimeText(const Type& type, DialectId dialect) {
  const auto with_precision = [&](std::string_view name) {
    return type.precision < 0 ? std::string(name) : fmt::format("{}({})", name, type.precision);
  };
  switch (type.kind) {
    case TypeKind::kTime:
      return dialect == DialectId::kClickhouse ? "Time" : with_precision("time");
    case TypeKind::kTimeTz:
      return dialect == DialectId::kPostgres ? with_precision("timetz")
             : dialect == DialectId::kDuckdb ? "time with time zone"
                                             : "time";
    case TypeKind::kTimestamp:
      switch (dialect) {
        case DialectId::kMysql:
        case DialectId::kSqlite: return with_precision("datetime");
        case DialectId::kSnowflake: return with_precision("timestamp_ntz");
        case DialectId::kSpark: return "timestamp_ntz";
        case DialectId::kClickhouse:
          return type.precision > 0 ? fmt::format("DateTime64({})", type.precision) : "DateTime";
        default: return with_precision("timestamp");
      }
    default:
      switch (dialect) {
        case DialectId::kPostgres: return with_precision("timestamptz");
        case DialectId::kDuckdb: return "timestamp with time zone";
        case DialectId::kSnowflake:
          return with_precision(type.name == "timestamp_tz" ? "timestamp_tz" : "timestamp_ltz");
        case DialectId::kClickhouse: return "DateTime";
        case DialectId::kSqlite: return "datetime";
        default: return with_precision("timestamp");
      }
  }
}

std::string FieldsText(const Type& type, DialectId dialect) {
  const bool angle = dialect == DialectId::kSpark;
  std::string out = dialect == DialectId::kClickhouse                                ? "Tuple"
                    : type.kind == TypeKind::kRow && dialect == DialectId::kPostgres ? "record"
                                                                                     : "struct";
  if (type.fields.empty() || out == "record") return out;
  out += angle ? "<" : "(";
  for (const TypeField& field : type.fields) {
    if (out.back() != '<' && out.back() != '(') out += ", ";
    if (!field.name.empty()) out += fmt::format("{}{}", field.name, angle ? ": " : " ");
    out += TypeText(*field.type, dialect);
  }
  return out + (angle ? ">" : ")");
}

}  // namespace

const Type* BasicType(TypeKind kind, uint16_t bits) {
  const auto wide = [&](const auto& types) {
    for (const Type& type : types)
      if (type.bits == bits) return &type;
    return &types[3];
  };
  if (kind == TypeKind::kInt) return wide(kInts);
  if (kind == TypeKind::kUint) return wide(kUints);
  if (kind == TypeKind::kFloat) return wide(kFloats);
  return &kBasics[static_cast<size_t>(kind)];
}

namespace {
constexpr Type kTextLiteral{.kind = TypeKind::kText, .name = "literal"};
constexpr Type kIntLiteral{.kind = TypeKind::kInt, .bits = 32, .name = "literal"};
}  // namespace

const Type* TextLiteralType() {
  return &kTextLiteral;
}
const Type* IntLiteralType() {
  return &kIntLiteral;
}
bool IsLiteralType(const Type& type) {
  return &type == &kTextLiteral || &type == &kIntLiteral;
}

const Type* Settled(const Type* type) {
  if (type == &kTextLiteral) return BasicType(TypeKind::kText);
  if (type == &kIntLiteral) return BasicType(TypeKind::kInt, 32);
  return type;
}

bool SameType(const Type& a, const Type& b) {
  if (&a == &b) return true;
  if (a.kind != b.kind || a.bits != b.bits || a.precision != b.precision || a.scale != b.scale)
    return false;
  if ((a.kind == TypeKind::kOther || a.kind == TypeKind::kEnum) && a.name != b.name) return false;
  if ((a.element == nullptr) != (b.element == nullptr) ||
      (a.element != nullptr && !SameType(*a.element, *b.element)))
    return false;
  if ((a.value == nullptr) != (b.value == nullptr) ||
      (a.value != nullptr && !SameType(*a.value, *b.value)))
    return false;
  return std::ranges::equal(a.fields, b.fields, [](const TypeField& x, const TypeField& y) {
    return x.name == y.name && SameType(*x.type, *y.type);
  });
}

std::string TypeText(const Type& type, DialectId dialect) {
  switch (type.kind) {
    case TypeKind::kDecimal: return DecimalText(type, dialect);
    case TypeKind::kText:
    case TypeKind::kChar: return TextText(type, dialect);
    case TypeKind::kTime:
    case TypeKind::kTimeTz:
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz: return TimeText(type, dialect);
    case TypeKind::kArray: {
      const std::string element =
          type.element == nullptr ? "unknown" : TypeText(*type.element, dialect);
      if (dialect == DialectId::kSpark) return "array<" + element + ">";
      if (dialect == DialectId::kClickhouse) return "Array(" + element + ")";
      if (dialect == DialectId::kSnowflake)
        return element == "unknown" || element == "variant" ? "array" : "array(" + element + ")";
      return element + "[]";
    }
    case TypeKind::kMap: {
      const std::string key =
          type.element == nullptr ? "unknown" : TypeText(*type.element, dialect);
      const std::string value = type.value == nullptr ? "unknown" : TypeText(*type.value, dialect);
      if (dialect == DialectId::kSpark) return "map<" + key + ", " + value + ">";
      return (dialect == DialectId::kClickhouse ? "Map(" : "map(") + key + ", " + value + ")";
    }
    case TypeKind::kStruct:
    case TypeKind::kRow: return FieldsText(type, dialect);
    case TypeKind::kEnum: return type.name.empty() ? "enum" : std::string(type.name);
    case TypeKind::kOther: return std::string(type.name);
    default: break;
  }
  for (const KindNames& names : kNames)
    if (names.kind == type.kind && (names.bits == type.bits || names.bits == 0))
      return std::string(names.names[static_cast<size_t>(dialect)]);
  return "unknown";
}

}  // namespace aietl::sql
