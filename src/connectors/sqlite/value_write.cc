#include "connectors/sqlite/value_write.h"

#include <cmath>
#include <cstdlib>

namespace aietl::connectors {
namespace {

using data::Int128;
using data::Type;
using data::TypeId;
using data::VectorView;

__extension__ typedef unsigned __int128 Unsigned128;

constexpr int64_t kMostExact = int64_t{1} << 53;
constexpr int64_t kFifteenDigits = 999'999'999'999'999;

bool BindText(sqlite3_stmt* statement, int parameter, std::string_view text) {
  // The value is read before the memory goes: SQLITE_STATIC spares a copy.
  return sqlite3_bind_text64(statement, parameter, text.data() == nullptr ? "" : text.data(),
                             text.size(), SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK;
}

bool BindTime(sqlite3_stmt* statement, int parameter, const TimeText& time) {
  return BindText(statement, parameter, {time.text, static_cast<size_t>(time.length)});
}

std::string Digits(Unsigned128 value) {
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value != 0);
  return digits;
}

std::string SignedDigits(Int128 value) {
  return value < 0 ? "-" + Digits(~static_cast<Unsigned128>(value) + 1)
                   : Digits(static_cast<Unsigned128>(value));
}

bool BindBoolean(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                 BindBuffer*) {
  return sqlite3_bind_int64(statement, parameter, values.At<bool>(row) ? 1 : 0) == SQLITE_OK;
}

bool BindInteger(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                 BindBuffer*) {
  return sqlite3_bind_int64(statement, parameter, static_cast<int64_t>(values.IntegerAt(row))) ==
         SQLITE_OK;
}

bool BindInt32(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
               BindBuffer*) {
  return sqlite3_bind_int64(statement, parameter, values.At<int32_t>(row)) == SQLITE_OK;
}

bool BindInt64(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
               BindBuffer*) {
  return sqlite3_bind_int64(statement, parameter, values.At<int64_t>(row)) == SQLITE_OK;
}

// Into a column that makes a binary number of it.
bool BindExactInteger(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                      BindBuffer*) {
  const Int128 value = values.IntegerAt(row);
  if (value > kMostExact || value < -kMostExact) return false;
  return sqlite3_bind_int64(statement, parameter, static_cast<int64_t>(value)) == SQLITE_OK;
}

bool BindHuge(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
              BindBuffer* buffer) {
  buffer->text = SignedDigits(values.IntegerAt(row));
  return BindText(statement, parameter, buffer->text);
}

bool BindUnsignedHuge(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                      BindBuffer* buffer) {
  buffer->text = Digits(values.At<Unsigned128>(row));
  return BindText(statement, parameter, buffer->text);
}

// SQLite would store NULL for NaN.
bool BindReal(sqlite3_stmt* statement, int parameter, double value) {
  if (std::isnan(value)) return BindText(statement, parameter, "NaN");
  return sqlite3_bind_double(statement, parameter, value) == SQLITE_OK;
}

bool BindFloat(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
               BindBuffer*) {
  return BindReal(statement, parameter, static_cast<double>(values.At<float>(row)));
}

bool BindDouble(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                BindBuffer*) {
  return BindReal(statement, parameter, values.At<double>(row));
}

// Both parts are exact in a double, so that the quotient is the nearest one to the decimal.
bool BindDecimalNumber(sqlite3_stmt* statement, int parameter, const VectorView& values,
                       int64_t row, BindBuffer*) {
  static constexpr double kPowers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  Int128 value = values.IntegerAt(row);
  int scale = values.type().scale;
  while (scale > 0 && value % 10 == 0) {
    value /= 10;
    --scale;
  }
  if (scale == 0 && value >= INT64_MIN && value <= INT64_MAX)
    return sqlite3_bind_int64(statement, parameter, static_cast<int64_t>(value)) == SQLITE_OK;
  if (value > kFifteenDigits || value < -kFifteenDigits || scale > 15) return false;
  return sqlite3_bind_double(statement, parameter,
                             static_cast<double>(static_cast<int64_t>(value)) / kPowers[scale]) ==
         SQLITE_OK;
}

// A column that makes a binary number of integers, too.
bool BindDecimalReal(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                     BindBuffer* buffer) {
  Int128 value = values.IntegerAt(row);
  for (int scale = values.type().scale; scale > 0 && value % 10 == 0; --scale)
    value /= 10;
  if (value > kFifteenDigits || value < -kFifteenDigits) return false;
  return BindDecimalNumber(statement, parameter, values, row, buffer);
}

bool BindDecimalText(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                     BindBuffer* buffer) {
  const Int128 value = values.IntegerAt(row);
  const auto scale = static_cast<size_t>(values.type().scale);
  std::string digits = value < 0 ? Digits(~static_cast<Unsigned128>(value) + 1)
                                 : Digits(static_cast<Unsigned128>(value));
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  buffer->text = value < 0 ? "-" : "";
  buffer->text += digits.substr(0, digits.size() - scale);
  if (scale > 0) buffer->text += "." + digits.substr(digits.size() - scale);
  return BindText(statement, parameter, buffer->text);
}

// A column without conversions takes each value in the form that keeps it.
bool BindDecimalAsFits(sqlite3_stmt* statement, int parameter, const VectorView& values,
                       int64_t row, BindBuffer* buffer) {
  return BindDecimalNumber(statement, parameter, values, row, buffer) ||
         BindDecimalText(statement, parameter, values, row, buffer);
}

bool BindString(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                BindBuffer*) {
  return BindText(statement, parameter, values.TextAt(row));
}

// Whether SQLite would take the text for a number (https://www.sqlite.org/datatype3.html, 3.1).
bool LooksNumeric(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && blank(text.back()))
    text.remove_suffix(1);
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  size_t digits = 0, at = 0;
  const auto take_digits = [&] {
    size_t taken = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
      ++at, ++taken;
    return taken;
  };
  digits += take_digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    digits += take_digits();
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (take_digits() == 0) return false;
  }
  return at == text.size();
}

bool BindStringAmongNumbers(sqlite3_stmt* statement, int parameter, const VectorView& values,
                            int64_t row, BindBuffer*) {
  const std::string_view text = values.TextAt(row);
  return !LooksNumeric(text) && BindText(statement, parameter, text);
}

bool BindBytes(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
               BindBuffer*) {
  const std::string_view bytes = values.TextAt(row);
  return sqlite3_bind_blob64(statement, parameter, bytes.data() == nullptr ? "" : bytes.data(),
                             bytes.size(), SQLITE_STATIC) == SQLITE_OK;
}

// As the engine prints it: for the rare types, and for times beyond the years 0001 to 9999.
bool BindPrinted(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                 BindBuffer* buffer) {
  buffer->text = data::ValueText(values, row).value_or("");
  return BindText(statement, parameter, buffer->text);
}

bool BindUuid(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
              BindBuffer* buffer) {
  constexpr const char* kHex = "0123456789abcdef";
  Unsigned128 value = values.At<Unsigned128>(row) ^ (static_cast<Unsigned128>(1) << 127);
  buffer->text.assign(36, '-');
  for (int i = 35; i >= 0; --i) {
    if (i == 8 || i == 13 || i == 18 || i == 23) continue;
    buffer->text[static_cast<size_t>(i)] = kHex[static_cast<int>(value & 15)];
    value >>= 4;
  }
  return BindText(statement, parameter, buffer->text);
}

bool BindDate(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
              BindBuffer* buffer) {
  if (!FormatDate(values.At<int32_t>(row), &buffer->time))
    return BindPrinted(statement, parameter, values, row, buffer);
  return BindTime(statement, parameter, buffer->time);
}

bool BindClock(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
               BindBuffer* buffer) {
  FormatTimeOfDay(values.At<int64_t>(row), &buffer->time);
  return BindTime(statement, parameter, buffer->time);
}

bool BindTimestamp(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
                   BindBuffer* buffer) {
  const bool zone = values.type().id == TypeId::kTimestampTz;
  if (!FormatMicros(values.At<int64_t>(row), zone, &buffer->time))
    return BindPrinted(statement, parameter, values, row, buffer);
  return BindTime(statement, parameter, buffer->time);
}

bool BindNanos(sqlite3_stmt* statement, int parameter, const VectorView& values, int64_t row,
               BindBuffer* buffer) {
  if (!FormatNanos(values.At<int64_t>(row), &buffer->time))
    return BindPrinted(statement, parameter, values, row, buffer);
  return BindTime(statement, parameter, buffer->time);
}

}  // namespace

ValueBinder BinderFor(const Type& type, Affinity affinity) {
  const bool numbers = affinity == Affinity::kNumeric || affinity == Affinity::kInteger ||
                       affinity == Affinity::kReal;
  switch (type.id) {
    case TypeId::kBoolean: return BindBoolean;
    case TypeId::kInteger: return BindInt32;
    case TypeId::kBigInt: return affinity == Affinity::kReal ? BindExactInteger : BindInt64;
    case TypeId::kTinyInt:
    case TypeId::kSmallInt:
    case TypeId::kUTinyInt:
    case TypeId::kUSmallInt:
    case TypeId::kUInteger: return BindInteger;
    case TypeId::kUBigInt:
    case TypeId::kHugeInt: return numbers ? BindExactInteger : BindHuge;
    case TypeId::kUHugeInt: return BindUnsignedHuge;
    case TypeId::kFloat: return BindFloat;
    case TypeId::kDouble: return BindDouble;
    case TypeId::kDecimal:
      if (affinity == Affinity::kReal) return BindDecimalReal;
      if (affinity == Affinity::kBlob) return BindDecimalAsFits;
      return affinity == Affinity::kText ? BindDecimalText : BindDecimalNumber;
    case TypeId::kVarchar:
    case TypeId::kJson: return numbers ? BindStringAmongNumbers : BindString;
    case TypeId::kBlob: return BindBytes;
    case TypeId::kUuid: return BindUuid;
    case TypeId::kDate: return BindDate;
    case TypeId::kTime: return BindClock;
    case TypeId::kTimestamp:
    case TypeId::kTimestampTz: return BindTimestamp;
    case TypeId::kTimestampNs: return BindNanos;
    default: return BindPrinted;
  }
}

}  // namespace aietl::connectors
