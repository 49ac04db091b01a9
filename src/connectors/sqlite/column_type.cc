#include "connectors/sqlite/column_type.h"

#include <algorithm>
#include <charconv>

namespace aietl::connectors {
namespace {

using data::MakeDecimal;
using data::MakeType;
using data::Type;
using data::TypeId;

// Decimal digits that a double gives back as they were.
constexpr int kDoubleDigits = 15;

// "decimal (10, 2)" → name DECIMAL, arguments 10 and 2.
struct Declared {
  std::string name;  // upper case, single blanks
  std::vector<int> arguments;
};

Declared ParseDeclared(std::string_view text) {
  Declared declared;
  const size_t open = std::min(text.find('('), text.size());
  for (const char c : text.substr(0, open)) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      declared.name += upper;
    else if (!declared.name.empty() && declared.name.back() != ' ')
      declared.name += ' ';
  }
  while (!declared.name.empty() && declared.name.back() == ' ')
    declared.name.pop_back();
  for (size_t at = open; at < text.size() && text[at] != ')';) {
    ++at;
    while (at < text.size() && text[at] == ' ')
      ++at;
    int value = 0;
    const auto [end, code] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (code != std::errc()) break;
    declared.arguments.push_back(value);
    at = static_cast<size_t>(end - text.data());
    while (at < text.size() && text[at] != ',' && text[at] != ')')
      ++at;
  }
  return declared;
}

std::optional<Type> DecimalOf(const Declared& declared) {
  if (declared.arguments.empty()) return std::nullopt;
  const int width = declared.arguments[0];
  const int scale = declared.arguments.size() > 1 ? declared.arguments[1] : 0;
  if (width < 1 || width > 38 || scale < 0 || scale > width) return std::nullopt;
  return MakeDecimal(static_cast<uint8_t>(width), static_cast<uint8_t>(scale));
}

bool IsOneOf(const std::string& name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The type that the name alone stands for; nullopt where SQLite's own rules decide.
std::optional<Type> NamedType(const Declared& declared) {
  const std::string& name = declared.name;
  if (IsOneOf(name, {"BOOL", "BOOLEAN", "LOGICAL"})) return MakeType(TypeId::kBoolean);
  if (name == "DATE") return MakeType(TypeId::kDate);
  if (IsOneOf(name, {"DATETIME", "TIMESTAMP", "TIMESTAMP WITHOUT TIME ZONE", "DATETIME2",
                     "SMALLDATETIME"}))
    return MakeType(TypeId::kTimestamp);
  if (IsOneOf(name, {"TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ", "DATETIMEOFFSET"}))
    return MakeType(TypeId::kTimestampTz);
  if (name == "TIMESTAMP_NS") return MakeType(TypeId::kTimestampNs);
  if (IsOneOf(name, {"TIME", "TIME WITHOUT TIME ZONE"})) return MakeType(TypeId::kTime);
  if (IsOneOf(name, {"TIME WITH TIME ZONE", "TIMETZ"})) return MakeType(TypeId::kTimeTz);
  if (IsOneOf(name, {"UUID", "GUID", "UNIQUEIDENTIFIER"})) return MakeType(TypeId::kUuid);
  if (IsOneOf(name, {"DECIMAL", "NUMERIC", "NUMBER", "DEC", "TEXT_DECIMAL", "BLOB_DECIMAL"}))
    return DecimalOf(declared);
  if (name == "TEXT_HUGE") return MakeType(TypeId::kHugeInt);
  if (name == "TEXT_UHUGE") return MakeType(TypeId::kUHugeInt);
  if (name == "TEXT_UBIG") return MakeType(TypeId::kUBigInt);
  if (name == "TEXT_DURATION") return MakeType(TypeId::kInterval);
  if (name == "TEXT_BIT") return MakeType(TypeId::kBit);
  if (name == "TEXT_JSON") return MakeType(TypeId::kJson);
  if (IsOneOf(name, {"JSON", "JSONB", "STRING", "INTERVAL", "XML"}))
    return MakeType(TypeId::kVarchar);
  return std::nullopt;
}

std::vector<Type> Types(std::initializer_list<TypeId> ids) {
  std::vector<Type> types;
  for (const TypeId id : ids)
    types.push_back(MakeType(id));
  return types;
}

// What stands in columns of that name when it is not what the name says: times as numbers (Unix,
// Julian), zones, text.
std::vector<Type> Alternatives(const Type& type) {
  switch (type.id) {
    case TypeId::kDate:
      return Types({TypeId::kTimestamp, TypeId::kTimestampTz, TypeId::kBigInt, TypeId::kDouble,
                    TypeId::kVarchar, TypeId::kBlob});
    case TypeId::kTimestamp:
      return Types({TypeId::kTimestampTz, TypeId::kTimestampNs, TypeId::kBigInt, TypeId::kDouble,
                    TypeId::kVarchar, TypeId::kBlob});
    case TypeId::kTimestampTz:
    case TypeId::kTimestampNs:
      return Types(
          {TypeId::kTimestamp, TypeId::kBigInt, TypeId::kDouble, TypeId::kVarchar, TypeId::kBlob});
    case TypeId::kBoolean:
    case TypeId::kTime:
      return Types({TypeId::kBigInt, TypeId::kDouble, TypeId::kVarchar, TypeId::kBlob});
    case TypeId::kDecimal: return Types({TypeId::kDouble, TypeId::kVarchar, TypeId::kBlob});
    case TypeId::kBlob: return {};
    case TypeId::kVarchar: return Types({TypeId::kBlob});
    default: return Types({TypeId::kVarchar, TypeId::kBlob});
  }
}

}  // namespace

Affinity AffinityOf(std::string_view declared) {
  std::string upper(declared);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  const auto has = [&](const char* part) { return upper.find(part) != std::string::npos; };
  if (has("INT")) return Affinity::kInteger;
  if (has("CHAR") || has("CLOB") || has("TEXT")) return Affinity::kText;
  if (has("BLOB") || upper.empty()) return Affinity::kBlob;
  if (has("REAL") || has("FLOA") || has("DOUB")) return Affinity::kReal;
  return Affinity::kNumeric;
}

std::vector<Type> ReadTypes(std::string_view text) {
  const Declared declared = ParseDeclared(text);
  if (const auto named = NamedType(declared)) {
    std::vector<Type> types = {*named};
    for (Type& type : Alternatives(*named))
      types.push_back(std::move(type));
    return types;
  }
  switch (AffinityOf(text)) {
    case Affinity::kText: return Types({TypeId::kVarchar, TypeId::kBlob});
    case Affinity::kReal: return Types({TypeId::kDouble, TypeId::kVarchar, TypeId::kBlob});
    case Affinity::kBlob:
      if (!declared.name.empty()) return Types({TypeId::kBlob});
      break;
    case Affinity::kNumeric:
      // A number of unknown digits: whole ones are stored as integers, whatever else the column
      // holds.
      if (IsOneOf(declared.name, {"DECIMAL", "NUMERIC", "NUMBER", "DEC", "MONEY"})) {
        return Types({TypeId::kDouble, TypeId::kBigInt, TypeId::kVarchar, TypeId::kBlob});
      }
      break;
    case Affinity::kInteger: break;
  }
  return Types({TypeId::kBigInt, TypeId::kDouble, TypeId::kVarchar, TypeId::kBlob});
}

std::optional<Type> StorableType(const Type& type) {
  switch (type.id) {
    case TypeId::kNull:
    case TypeId::kEnum: return MakeType(TypeId::kVarchar);
    case TypeId::kTimestampS:
    case TypeId::kTimestampMs: return MakeType(TypeId::kTimestamp);
    case TypeId::kOther: return std::nullopt;
    default: return type.IsNested() ? MakeType(TypeId::kJson) : type;
  }
}

std::string DeclarationOf(const Type& type) {
  switch (type.id) {
    case TypeId::kUBigInt: return "TEXT_UBIG";
    case TypeId::kHugeInt: return "TEXT_HUGE";
    case TypeId::kUHugeInt: return "TEXT_UHUGE";
    case TypeId::kDecimal: return (type.width > kDoubleDigits ? "BLOB_" : "") + type.ToSql();
    case TypeId::kVarchar: return "TEXT";
    case TypeId::kBit: return "TEXT_BIT";
    case TypeId::kTimeTz: return "TIME WITH TIME ZONE";
    case TypeId::kTimestampTz: return "TIMESTAMP WITH TIME ZONE";
    case TypeId::kInterval: return "TEXT_DURATION";
    case TypeId::kJson: return "TEXT_JSON";
    default: return type.ToSql();
  }
}

Type TargetType(std::string_view text, const Type& batch) {
  const Declared declared = ParseDeclared(text);
  if (const auto named = NamedType(declared)) return *named;
  const bool small = batch.IsInteger() && batch.id != TypeId::kUBigInt &&
                     batch.id != TypeId::kHugeInt && batch.id != TypeId::kUHugeInt;
  switch (AffinityOf(text)) {
    case Affinity::kInteger: return small ? batch : MakeType(TypeId::kBigInt);
    case Affinity::kText: return MakeType(TypeId::kVarchar);
    case Affinity::kBlob: return declared.name.empty() ? batch : MakeType(TypeId::kBlob);
    case Affinity::kReal:
      // Each number is looked at when it is written: one that a double cannot hold stops the run.
      return small || batch.id == TypeId::kDecimal ? batch : MakeType(TypeId::kDouble);
    case Affinity::kNumeric: return batch;
  }
  return batch;
}

}  // namespace aietl::connectors
