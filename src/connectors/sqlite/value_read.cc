#include "connectors/sqlite/value_read.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

#include "connectors/sqlite/text_time.h"

namespace aietl::connectors {
namespace {

using data::Int128;
using data::Type;
using data::TypeId;
using data::VectorWriter;

__extension__ typedef unsigned __int128 UInt128;

constexpr int64_t kExactDouble = int64_t{1} << 53;
constexpr int kExactDigits = 15;

std::string_view TextOf(sqlite3_stmt* statement, int column) {
  // The blob interface gives text as it is stored; connections read UTF-16 databases through
  // sqlite3_column_text.
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return {text == nullptr ? "" : text,
          static_cast<size_t>(sqlite3_column_bytes(statement, column))};
}

Int128 PowerOfTen(int exponent) {
  Int128 power = 1;
  for (; exponent > 0; --exponent)
    power *= 10;
  return power;
}

// "-12.340", "1e3" with at most `scale` digits that count behind the point, as an unscaled number
// below 10^width.
std::optional<Int128> ParseDecimal(std::string_view text, int width, int scale) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  int exponent = 0;
  if (const size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
    std::string_view digits = text.substr(e + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    const auto [end, code] =
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (code != std::errc() || end != digits.data() + digits.size() || exponent > 400 ||
        exponent < -400)
      return std::nullopt;
    text = text.substr(0, e);
  }
  const Int128 most = (PowerOfTen(width) - 1) / 10;  // takes one more digit
  Int128 value = 0;
  int places = 0;  // behind the point so far
  int zeros = 0;   // at the end so far: they count once another digit follows
  bool point = false, any = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    places += point ? 1 : 0;
    if (c == '0') {
      zeros += value != 0 ? 1 : 0;
      continue;
    }
    for (; zeros >= 0; --zeros) {
      if (value > most) return std::nullopt;
      value *= 10;
    }
    zeros = 0;
    value += c - '0';
  }
  if (!any) return std::nullopt;
  for (int shift = scale - places + exponent + zeros; shift != 0 && value != 0;
       shift += shift > 0 ? -1 : 1) {
    if (shift > 0) {
      if (value > most) return std::nullopt;
      value *= 10;
    } else {
      if (value % 10 != 0) return std::nullopt;
      value /= 10;
    }
  }
  return negative ? -value : value;
}

std::optional<Int128> StoredDecimal(sqlite3_stmt* statement, int column, const Type& type) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: {
      const Int128 value = Int128(sqlite3_column_int64(statement, column)) * PowerOfTen(type.scale);
      const Int128 limit = PowerOfTen(type.width);
      return value < limit && -value < limit ? std::optional<Int128>(value) : std::nullopt;
    }
    case SQLITE_FLOAT: {
      // The decimal of 15 digits that this binary number stands for.
      char text[40];
      const double value = sqlite3_column_double(statement, column);
      const auto [end, code] = std::to_chars(text, text + sizeof(text), value,
                                             std::chars_format::scientific, kExactDigits - 1);
      if (code != std::errc() || !std::isfinite(value)) return std::nullopt;
      return ParseDecimal({text, static_cast<size_t>(end - text)}, type.width, type.scale);
    }
    case SQLITE_TEXT: return ParseDecimal(TextOf(statement, column), type.width, type.scale);
    default: return std::nullopt;
  }
}

// A number of the type's width, sign and all; nullopt outside.
std::optional<Int128> ParseInteger(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 39) return std::nullopt;
  UInt128 value = 0;
  constexpr UInt128 kMost = ~static_cast<UInt128>(0);
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    const auto digit = static_cast<unsigned>(c - '0');
    if (value > (kMost - digit) / 10) return std::nullopt;
    value = value * 10 + digit;
  }
  constexpr UInt128 kHalf = static_cast<UInt128>(1) << 127;
  if (negative ? value > kHalf : value >= kHalf) return std::nullopt;
  return static_cast<Int128>(negative ? ~value + 1 : value);
}

bool FitsInteger(Int128 value, TypeId id) {
  switch (id) {
    case TypeId::kTinyInt: return value >= INT8_MIN && value <= INT8_MAX;
    case TypeId::kSmallInt: return value >= INT16_MIN && value <= INT16_MAX;
    case TypeId::kInteger: return value >= INT32_MIN && value <= INT32_MAX;
    case TypeId::kBigInt: return value >= INT64_MIN && value <= INT64_MAX;
    case TypeId::kUTinyInt: return value >= 0 && value <= UINT8_MAX;
    case TypeId::kUSmallInt: return value >= 0 && value <= UINT16_MAX;
    case TypeId::kUInteger: return value >= 0 && value <= UINT32_MAX;
    case TypeId::kUBigInt: return value >= 0 && value <= UINT64_MAX;
    default: return true;
  }
}

Conversion ReadInteger(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) != SQLITE_INTEGER) return Conversion::kMisfit;
  const int64_t value = sqlite3_column_int64(statement, column);
  if (!FitsInteger(value, out.type().id)) return Conversion::kMisfit;
  out.SetInteger(row, value);
  return Conversion::kDone;
}

Conversion ReadBigInt(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) != SQLITE_INTEGER) return Conversion::kMisfit;
  out.Set<int64_t>(row, sqlite3_column_int64(statement, column));
  return Conversion::kDone;
}

// Integers with more digits than SQLite's own stand as text.
Conversion ReadHuge(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) == SQLITE_INTEGER)
    return ReadInteger(statement, column, out, row);
  if (sqlite3_column_type(statement, column) != SQLITE_TEXT) return Conversion::kMisfit;
  const auto value = ParseInteger(TextOf(statement, column));
  if (!value || !FitsInteger(*value, out.type().id)) return Conversion::kMisfit;
  out.SetInteger(row, *value);
  return Conversion::kDone;
}

// UHUGEINT goes beyond Int128.
Conversion ReadUnsignedHuge(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  const std::string_view text = TextOf(statement, column);
  if (sqlite3_column_type(statement, column) == SQLITE_BLOB || text.empty() || text.size() > 39)
    return Conversion::kMisfit;
  UInt128 value = 0;
  constexpr UInt128 kMost = ~static_cast<UInt128>(0);
  for (const char c : text) {
    if (c < '0' || c > '9') return Conversion::kMisfit;
    const auto digit = static_cast<unsigned>(c - '0');
    if (value > (kMost - digit) / 10) return Conversion::kMisfit;
    value = value * 10 + digit;
  }
  out.Set(row, value);
  return Conversion::kDone;
}

Conversion ReadBoolean(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) == SQLITE_INTEGER) {
    const int64_t value = sqlite3_column_int64(statement, column);
    if (value != 0 && value != 1) return Conversion::kMisfit;
    out.Set<bool>(row, value == 1);
    return Conversion::kDone;
  }
  if (sqlite3_column_type(statement, column) != SQLITE_TEXT) return Conversion::kMisfit;
  const std::string_view text = TextOf(statement, column);
  const bool yes = text == "true" || text == "TRUE" || text == "True";
  if (!yes && text != "false" && text != "FALSE" && text != "False") return Conversion::kMisfit;
  out.Set<bool>(row, yes);
  return Conversion::kDone;
}

// NULL is what SQLite makes of NaN, so that it stands as text.
std::optional<double> DoubleOf(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
    case SQLITE_INTEGER: {
      const int64_t value = sqlite3_column_int64(statement, column);
      if (value > kExactDouble || value < -kExactDouble) return std::nullopt;
      return static_cast<double>(value);
    }
    case SQLITE_TEXT:
      if (TextOf(statement, column) == "NaN") return std::numeric_limits<double>::quiet_NaN();
      return std::nullopt;
    default: return std::nullopt;
  }
}

Conversion ReadDouble(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  const auto value = DoubleOf(statement, column);
  if (!value) return Conversion::kMisfit;
  out.Set<double>(row, *value);
  return Conversion::kDone;
}

Conversion ReadFloat(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  const auto value = DoubleOf(statement, column);
  if (!value || (!std::isnan(*value) && static_cast<double>(static_cast<float>(*value)) != *value))
    return Conversion::kMisfit;
  out.Set<float>(row, static_cast<float>(*value));
  return Conversion::kDone;
}

Conversion ReadDecimal(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  const auto value = StoredDecimal(statement, column, out.type());
  if (!value) return Conversion::kMisfit;
  out.SetInteger(row, *value);
  return Conversion::kDone;
}

Conversion ReadText(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  char number[40];
  std::string_view text;
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_TEXT: text = TextOf(statement, column); break;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT: {
      // Shortest spelling that is the same number; SQLite's own cuts it to 15 digits.
      const bool integer = sqlite3_column_type(statement, column) == SQLITE_INTEGER;
      const auto end = integer ? std::to_chars(number, number + sizeof(number),
                                               sqlite3_column_int64(statement, column))
                                     .ptr
                               : std::to_chars(number, number + sizeof(number),
                                               sqlite3_column_double(statement, column))
                                     .ptr;
      text = {number, static_cast<size_t>(end - number)};
      break;
    }
    default: return Conversion::kMisfit;
  }
  return out.SetText(row, text) ? Conversion::kDone : Conversion::kBadText;
}

Conversion ReadBlob(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) == SQLITE_BLOB) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
    out.SetBytes(row, {bytes == nullptr ? "" : bytes,
                       static_cast<size_t>(sqlite3_column_bytes(statement, column))});
  } else {
    out.SetBytes(
        row,
        TextOf(statement,
               column));  // numbers as their text: the last resort for columns that hold everything
  }
  return Conversion::kDone;
}

Conversion ReadUuid(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) != SQLITE_TEXT) return Conversion::kMisfit;
  const std::string_view text = TextOf(statement, column);
  if (text.size() != 36) return Conversion::kMisfit;
  UInt128 value = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    if (dash != (c == '-')) return Conversion::kMisfit;
    if (dash) continue;
    const int digit = c >= '0' && c <= '9'                     ? c - '0'
                      : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                               : -1;
    if (digit < 0) return Conversion::kMisfit;
    value = value << 4 | static_cast<unsigned>(digit);
  }
  out.Set(row, value ^ (static_cast<UInt128>(1) << 127));
  return Conversion::kDone;
}

// "0101": the engine holds the number of padding bits, then the bits, the padding (ones) first.
Conversion ReadBit(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) != SQLITE_TEXT) return Conversion::kMisfit;
  const std::string_view text = TextOf(statement, column);
  if (text.empty()) return Conversion::kMisfit;
  const size_t padding = (8 - text.size() % 8) % 8;
  std::string bits(1, static_cast<char>(padding));
  unsigned byte = (1u << padding) - 1;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '0' && text[i] != '1') return Conversion::kMisfit;
    byte = byte << 1 | static_cast<unsigned>(text[i] - '0');
    if ((i + padding) % 8 == 7) {
      bits += static_cast<char>(byte);
      byte = 0;
    }
  }
  out.SetBytes(row, bits);
  return Conversion::kDone;
}

// The engine's own spellings beyond the years 0001 to 9999 are rare: the engine reads them.
std::optional<int64_t> SpecialTime(std::string_view text, TypeId id) {
  const bool date = id == TypeId::kDate;
  if (text == "infinity") return date ? int64_t{INT32_MAX} : INT64_MAX;
  if (text == "-infinity") return date ? -int64_t{INT32_MAX} : -INT64_MAX;
  return std::nullopt;
}

std::optional<int64_t> TimeValue(std::string_view text, TypeId id) {
  if (const auto special = SpecialTime(text, id)) return special;
  if (id == TypeId::kTime) {
    const auto time = ParseTimeOfDay(text);
    if (!time || time->has_zone || time->nanos % 1000 != 0) return std::nullopt;
    return time->nanos / 1000;
  }
  const auto time = ParseDateTime(text);
  if (!time) return std::nullopt;
  switch (id) {
    case TypeId::kDate:
      if (time->nanos != 0 || time->has_zone) return std::nullopt;
      return time->days;
    case TypeId::kTimestamp:
      if (time->has_zone) return std::nullopt;
      return ToMicros(*time);
    case TypeId::kTimestampTz:
      if (time->has_time && !time->has_zone) return std::nullopt;
      return ToMicros(*time);
    case TypeId::kTimestampNs: {
      if (time->has_zone) return std::nullopt;
      const Int128 nanos = Int128(time->days) * 86'400'000'000'000 + time->nanos;
      if (nanos > INT64_MAX || nanos < INT64_MIN + 2) return std::nullopt;
      return static_cast<int64_t>(nanos);
    }
    default: return std::nullopt;
  }
}

Conversion ReadTime(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) != SQLITE_TEXT) return Conversion::kMisfit;
  const auto value = TimeValue(TextOf(statement, column), out.type().id);
  if (!value) return Conversion::kMisfit;
  if (out.type().id == TypeId::kDate)
    out.Set<int32_t>(row, static_cast<int32_t>(*value));
  else
    out.Set<int64_t>(row, *value);
  return Conversion::kDone;
}

Conversion ReadTimeTz(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) != SQLITE_TEXT) return Conversion::kMisfit;
  const auto time = ParseTimeOfDay(TextOf(statement, column));
  if (!time || !time->has_zone || time->nanos % 1000 != 0) return Conversion::kMisfit;
  out.Set<uint64_t>(row, duckdb_create_time_tz(time->nanos / 1000, time->offset).bits);
  return Conversion::kDone;
}

// "1 year 2 months 3 days 04:05:06.5", "-1 days", "00:00:00", as the engine prints them.
Conversion ReadInterval(sqlite3_stmt* statement, int column, VectorWriter& out, int64_t row) {
  if (sqlite3_column_type(statement, column) != SQLITE_TEXT) return Conversion::kMisfit;
  std::string_view text = TextOf(statement, column);
  duckdb_interval value{0, 0, 0};
  while (!text.empty()) {
    const size_t blank = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (const size_t colon = word.find(':'); colon != std::string_view::npos) {
      const bool negative = word.starts_with('-');
      if (negative) word.remove_prefix(1);
      int64_t hours = 0;
      const size_t mark = word.find(':');
      if (std::from_chars(word.data(), word.data() + mark, hours).ptr != word.data() + mark)
        return Conversion::kMisfit;
      const auto rest = ParseTimeOfDay("00" + std::string(word.substr(mark)));
      if (!rest || rest->has_zone || rest->nanos % 1000 != 0 || hours > 2'500'000'000)
        return Conversion::kMisfit;
      const int64_t micros = hours * 3'600'000'000 + rest->nanos / 1000;
      value.micros = negative ? -micros : micros;
      continue;
    }
    int64_t number = 0;
    if (std::from_chars(word.data(), word.data() + word.size(), number).ptr !=
        word.data() + word.size())
      return Conversion::kMisfit;
    const size_t next = std::min(text.find(' '), text.size());
    const std::string_view unit = text.substr(0, next);
    text.remove_prefix(std::min(next + 1, text.size()));
    if (unit.starts_with("year"))
      value.months += static_cast<int32_t>(number * 12);
    else if (unit.starts_with("month"))
      value.months += static_cast<int32_t>(number);
    else if (unit.starts_with("day"))
      value.days += static_cast<int32_t>(number);
    else
      return Conversion::kMisfit;
  }
  out.Set(row, value);
  return Conversion::kDone;
}

}  // namespace

ValueReader ReaderFor(const Type& type) {
  switch (type.id) {
    case TypeId::kBoolean: return ReadBoolean;
    case TypeId::kTinyInt:
    case TypeId::kSmallInt:
    case TypeId::kInteger:
    case TypeId::kUTinyInt:
    case TypeId::kUSmallInt:
    case TypeId::kUInteger: return ReadInteger;
    case TypeId::kBigInt: return ReadBigInt;
    case TypeId::kUBigInt:
    case TypeId::kHugeInt: return ReadHuge;
    case TypeId::kUHugeInt: return ReadUnsignedHuge;
    case TypeId::kFloat: return ReadFloat;
    case TypeId::kDouble: return ReadDouble;
    case TypeId::kDecimal: return ReadDecimal;
    case TypeId::kVarchar:
    case TypeId::kJson: return ReadText;
    case TypeId::kBlob: return ReadBlob;
    case TypeId::kBit: return ReadBit;
    case TypeId::kUuid: return ReadUuid;
    case TypeId::kDate:
    case TypeId::kTime:
    case TypeId::kTimestamp:
    case TypeId::kTimestampTz:
    case TypeId::kTimestampNs: return ReadTime;
    case TypeId::kTimeTz: return ReadTimeTz;
    case TypeId::kInterval: return ReadInterval;
    default: return nullptr;
  }
}

bool ComparedHere(const Type& type) {
  switch (type.id) {
    case TypeId::kDecimal:
    case TypeId::kUBigInt:
    case TypeId::kHugeInt:
    case TypeId::kDate:
    case TypeId::kTime:
    case TypeId::kTimestamp:
    case TypeId::kTimestampTz:
    case TypeId::kTimestampNs: return true;
    default: return false;
  }
}

std::optional<Int128> OrderedValue(sqlite3_stmt* statement, int column, const Type& type) {
  if (type.id == TypeId::kDecimal) return StoredDecimal(statement, column, type);
  if (sqlite3_column_type(statement, column) == SQLITE_INTEGER)
    return sqlite3_column_int64(statement, column);
  if (sqlite3_column_type(statement, column) != SQLITE_TEXT) return std::nullopt;
  const std::string_view text = TextOf(statement, column);
  if (type.id == TypeId::kUBigInt || type.id == TypeId::kHugeInt) return ParseInteger(text);
  const auto value = TimeValue(text, type.id);
  return value ? std::optional<Int128>(*value) : std::nullopt;
}

std::optional<Int128> BoundValue(std::string_view text, const Type& type) {
  if (type.id == TypeId::kDecimal) return ParseDecimal(text, type.width, type.scale);
  if (type.id == TypeId::kUBigInt || type.id == TypeId::kHugeInt) return ParseInteger(text);
  if (const auto value = TimeValue(text, type.id)) return *value;
  // What is written less strictly than it is stored: with or without a time, with or without a zone
  // (UTC then).
  auto time = ParseDateTime(text);
  if (!time) return std::nullopt;
  if (type.id == TypeId::kDate) return time->days;
  const Int128 nanos =
      Int128(time->days * int64_t{86400} - time->offset) * 1'000'000'000 + time->nanos;
  return type.id == TypeId::kTimestampNs ? nanos : nanos / 1000;
}

}  // namespace aietl::connectors
