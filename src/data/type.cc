#include "data/type.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.h"

namespace aietl::data {
namespace {

struct TypeName {
  TypeId id;
  const char* sql;
};

// The engine's own spelling of the types that take no parameters.
constexpr TypeName kTypeNames[] = {
    {TypeId::kBoolean, "BOOLEAN"},
    {TypeId::kTinyInt, "TINYINT"},
    {TypeId::kSmallInt, "SMALLINT"},
    {TypeId::kInteger, "INTEGER"},
    {TypeId::kBigInt, "BIGINT"},
    {TypeId::kHugeInt, "HUGEINT"},
    {TypeId::kUTinyInt, "UTINYINT"},
    {TypeId::kUSmallInt, "USMALLINT"},
    {TypeId::kUInteger, "UINTEGER"},
    {TypeId::kUBigInt, "UBIGINT"},
    {TypeId::kUHugeInt, "UHUGEINT"},
    {TypeId::kFloat, "FLOAT"},
    {TypeId::kDouble, "DOUBLE"},
    {TypeId::kVarchar, "VARCHAR"},
    {TypeId::kBlob, "BLOB"},
    {TypeId::kBit, "BIT"},
    {TypeId::kUuid, "UUID"},
    {TypeId::kDate, "DATE"},
    {TypeId::kTime, "TIME"},
    {TypeId::kTimeTz, "TIME WITH TIME ZONE"},
    {TypeId::kTimestamp, "TIMESTAMP"},
    {TypeId::kTimestampTz, "TIMESTAMP WITH TIME ZONE"},
    {TypeId::kTimestampS, "TIMESTAMP_S"},
    {TypeId::kTimestampMs, "TIMESTAMP_MS"},
    {TypeId::kTimestampNs, "TIMESTAMP_NS"},
    {TypeId::kInterval, "INTERVAL"},
    {TypeId::kJson, "JSON"},
    {TypeId::kNull, "\"NULL\""},
};

// Words of the engine's grammar that cannot stand unquoted as a column or table (reserved, and
// those that may only name functions or types): DuckDB 1.5, kwlist.hpp.
constexpr std::string_view kReserved =
    " all analyse analyze and anti any array as asc asof asymmetric at authorization binary "
    "both by case cast check collate collation column columns concurrently constraint create "
    "cross default deferrable desc describe distinct do else end except false fetch for "
    "foreign freeze from full generated glob group having ilike in initially inner intersect "
    "into is isnull join lambda lateral leading left like limit map natural not notnull null "
    "offset on only or order outer overlaps pivot pivot_longer pivot_wider placing positional "
    "primary qualify references returning right select semi show similar some struct summarize "
    "symmetric table tablesample then to trailing true try_cast union unique unpack unpivot "
    "using variadic verbose when where window with ";

bool IsReserved(std::string_view word) {
  return kReserved.find(" " + std::string(word) + " ") != std::string_view::npos;
}

// A lower-case letter of the scripts that names are written in.
bool IsPlainLetter(char32_t c) {
  if (c >= 'a' && c <= 'z') return true;
  if (c >= 0xDF && c <= 0xFF) return c != 0xF7;
  return (c >= 0x3AC && c <= 0x3CE) || (c >= 0x430 && c <= 0x45F);
}

bool NeedsQuotes(std::string_view name) {
  if (name.empty() || !IsValidUtf8(name)) return true;
  bool first = true;
  for (const char32_t c : DecodeUtf8(name)) {
    const bool digit = c >= '0' && c <= '9';
    if (!(IsPlainLetter(c) || c == '_' || (digit && !first))) return true;
    first = false;
  }
  return IsReserved(name);
}

void AppendFields(const Type& type, std::string& out) {
  for (size_t i = 0; i < type.fields.size(); ++i) {
    if (i > 0) out += ", ";
    const auto& [name, field] = type.fields[i];
    if (!name.empty()) out += QuoteName(name) + " ";
    out += field.ToSql();
  }
}

}  // namespace

bool Type::IsInteger() const {
  return id >= TypeId::kTinyInt && id <= TypeId::kUHugeInt;
}

bool Type::IsNumber() const {
  return id >= TypeId::kTinyInt && id <= TypeId::kDecimal;
}

bool Type::IsTemporal() const {
  return id >= TypeId::kDate && id <= TypeId::kTimestampNs;
}

bool Type::IsTimestamp() const {
  return id >= TypeId::kTimestamp && id <= TypeId::kTimestampNs;
}

bool Type::IsNested() const {
  return id >= TypeId::kList && id <= TypeId::kUnion;
}

std::string Type::ToSql() const {
  std::string out;
  switch (id) {
    case TypeId::kDecimal:
      return "DECIMAL(" + std::to_string(width) + "," + std::to_string(scale) + ")";
    case TypeId::kEnum:
      out = "ENUM(";
      for (size_t i = 0; i < labels.size(); ++i)
        out += (i > 0 ? ", " : "") + QuoteText(labels[i]);
      return out + ")";
    case TypeId::kList: return fields.at(0).second.ToSql() + "[]";
    case TypeId::kArray: return fields.at(0).second.ToSql() + "[" + std::to_string(size) + "]";
    case TypeId::kMap:
      return "MAP(" + fields.at(0).second.ToSql() + ", " + fields.at(1).second.ToSql() + ")";
    case TypeId::kStruct:
    case TypeId::kUnion:
      out = id == TypeId::kStruct ? "STRUCT(" : "UNION(";
      AppendFields(*this, out);
      return out + ")";
    case TypeId::kOther: return other;
    default:
      for (const TypeName& name : kTypeNames) {
        if (name.id == id) return name.sql;
      }
      AIETL_CHECK(false && "a type without a name");
  }
}

Type MakeDecimal(uint8_t width, uint8_t scale) {
  Type type = MakeType(TypeId::kDecimal);
  type.width = width;
  type.scale = scale;
  return type;
}

int Schema::Find(std::string_view name) const {
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == name) return static_cast<int>(i);
  }
  const std::string folded = FoldName(name);
  for (size_t i = 0; i < columns.size(); ++i) {
    if (FoldName(columns[i].name) == folded) return static_cast<int>(i);
  }
  return -1;
}

std::vector<std::string> Schema::Names() const {
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const Column& column : columns)
    names.push_back(column.name);
  return names;
}

std::string FoldName(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string QuoteName(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

std::string QuoteText(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out += '\'';
}

std::string NameForPeople(std::string_view name) {
  return NeedsQuotes(name) ? QuoteName(name) : std::string(name);
}

}  // namespace aietl::data
