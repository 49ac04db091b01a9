#include <bit>
#include <cstring>
#include <limits>

#include "connectors/postgres/row_format.h"
#include "connectors/postgres/wire_numbers.h"

namespace aietl::connectors {
namespace {

using data::Int128;
using data::Type;
using data::TypeId;
using data::VectorWriter;

constexpr size_t kFixedHeader = 19;
constexpr int64_t kMostElements = 100'000'000;

// Reads big-endian numbers; never beyond the end.
class WireCursor {
 public:
  explicit WireCursor(std::string_view data) : data_(data) {}
  template <class T>
  bool Take(T* value) {
    if (left() < sizeof(T)) return false;
    *value = FromWire<T>(data_.data() + at_);
    at_ += sizeof(T);
    return true;
  }
  bool TakeBytes(size_t size, std::string_view* bytes) {
    if (left() < size) return false;
    *bytes = data_.substr(at_, size);
    at_ += size;
    return true;
  }
  size_t left() const { return data_.size() - at_; }

 private:
  std::string_view data_;
  size_t at_ = 0;
};

Int128 WirePower(int exponent) {
  static const auto powers = [] {
    std::array<Int128, 39> table{};
    table[0] = 1;
    for (size_t i = 1; i < table.size(); ++i)
      table[i] = table[i - 1] * 10;
    return table;
  }();
  return powers[static_cast<size_t>(exponent)];
}

// The number times 10^scale, exactly.
PgMisfit DecodeNumeric(std::string_view field, const Type& type, VectorWriter& writer,
                       int64_t row) {
  WireCursor cursor(field);
  int16_t count = 0, weight = 0;
  uint16_t sign = 0, display_scale = 0;
  if (!cursor.Take(&count) || !cursor.Take(&weight) || !cursor.Take(&sign) ||
      !cursor.Take(&display_scale) || count < 0 || cursor.left() != static_cast<size_t>(count) * 2)
    return PgMisfit::kBroken;
  if (sign == 0xC000 || sign == 0xD000 || sign == 0xF000) return PgMisfit::kNotANumber;
  if (sign != 0 && sign != 0x4000) return PgMisfit::kBroken;
  const bool decimal = type.id == TypeId::kDecimal;
  const int scale = decimal ? type.scale : 0;
  const Int128 most = decimal ? WirePower(type.width) - 1 : ~(Int128{1} << 127);
  Int128 value = 0;
  for (int i = 0; i < count; ++i) {
    uint16_t digit = 0;
    cursor.Take(&digit);
    if (digit > 9999) return PgMisfit::kBroken;
    if (digit == 0) continue;
    // Groups of four digits are aligned to the decimal point, the scale is not.
    const int exponent = 4 * (weight - i) + scale;
    if (exponent >= 0) {
      if (exponent > 38 || digit > most / WirePower(exponent)) return PgMisfit::kTooManyDigits;
      const Int128 part = digit * WirePower(exponent);
      if (part > most - value) return PgMisfit::kTooManyDigits;
      value += part;
    } else {
      if (exponent <= -4 || digit % static_cast<int>(WirePower(-exponent)) != 0)
        return PgMisfit::kTooManyDigits;
      const Int128 part = digit / static_cast<int>(WirePower(-exponent));
      if (part > most - value) return PgMisfit::kTooManyDigits;
      value += part;
    }
  }
  writer.SetInteger(row, sign == 0x4000 ? -value : value);
  return PgMisfit::kNone;
}

template <class T>
PgMisfit DecodeFixed(std::string_view field, VectorWriter& writer, int64_t row) {
  if (field.size() != sizeof(T)) return PgMisfit::kBroken;
  writer.Set(row, FromWire<T>(field.data()));
  return PgMisfit::kNone;
}

PgMisfit DecodeDate(std::string_view field, VectorWriter& writer, int64_t row) {
  if (field.size() != 4) return PgMisfit::kBroken;
  const auto days = FromWire<int32_t>(field.data());
  int32_t value = 0;
  if (days == std::numeric_limits<int32_t>::max())
    value = std::numeric_limits<int32_t>::max();
  else if (days == std::numeric_limits<int32_t>::min())
    value = -std::numeric_limits<int32_t>::max();
  else if (days > kLastServerDay || days < kFirstServerDay)
    return PgMisfit::kOutOfRange;
  else
    value = days + kPgEpochDays;
  writer.Set(row, value);
  return PgMisfit::kNone;
}

PgMisfit DecodeTimestamp(std::string_view field, VectorWriter& writer, int64_t row) {
  if (field.size() != 8) return PgMisfit::kBroken;
  const auto micros = FromWire<int64_t>(field.data());
  int64_t value = 0;
  if (micros == std::numeric_limits<int64_t>::max())
    value = std::numeric_limits<int64_t>::max();
  else if (micros == std::numeric_limits<int64_t>::min())
    value = -std::numeric_limits<int64_t>::max();
  else if (micros > kLastEngineMicros - kPgEpochMicros || micros < kFirstServerMicros)
    return PgMisfit::kOutOfRange;  // the server's years go to 294276, the engine's end in January
                                   // 294247
  else
    value = micros + kPgEpochMicros;
  writer.Set(row, value);
  return PgMisfit::kNone;
}

PgMisfit DecodeTime(std::string_view field, VectorWriter& writer, int64_t row) {
  if (field.size() != 8) return PgMisfit::kBroken;
  const auto micros = FromWire<int64_t>(field.data());
  if (micros < 0 || micros > kDayMicros) return PgMisfit::kOutOfRange;
  writer.Set(row, micros);
  return PgMisfit::kNone;
}

PgMisfit DecodeTimeTz(std::string_view field, VectorWriter& writer, int64_t row) {
  if (field.size() != 12) return PgMisfit::kBroken;
  const auto micros = FromWire<int64_t>(field.data());
  const auto west = FromWire<int32_t>(field.data() + 8);
  if (micros < 0 || micros > kDayMicros || west <= -kMostZoneSeconds || west >= kMostZoneSeconds)
    return PgMisfit::kOutOfRange;
  writer.Set(row, duckdb_create_time_tz(micros, -west).bits);
  return PgMisfit::kNone;
}

PgMisfit DecodeUuid(std::string_view field, VectorWriter& writer, int64_t row) {
  if (field.size() != 16) return PgMisfit::kBroken;
  const auto high = FromWire<uint64_t>(field.data()), low = FromWire<uint64_t>(field.data() + 8);
  const uint64_t flipped = high ^ (uint64_t{1} << 63);
  writer.Set(row, static_cast<Int128>((static_cast<unsigned __int128>(flipped) << 64) | low));
  return PgMisfit::kNone;
}

PgMisfit DecodeInterval(std::string_view field, VectorWriter& writer, int64_t row) {
  if (field.size() != 16) return PgMisfit::kBroken;
  duckdb_interval value;
  value.micros = FromWire<int64_t>(field.data());
  value.days = FromWire<int32_t>(field.data() + 8);
  value.months = FromWire<int32_t>(field.data() + 12);
  writer.Set(row, value);
  return PgMisfit::kNone;
}

PgMisfit DecodeText(std::string_view field, VectorWriter& writer, int64_t row) {
  return writer.SetText(row, field) ? PgMisfit::kNone : PgMisfit::kNotUtf8;
}

// The engine keeps bits with the number of unused ones in front, and those set.
PgMisfit DecodeBits(std::string_view field, VectorWriter& writer, int64_t row) {
  WireCursor cursor(field);
  int32_t bits = 0;
  if (!cursor.Take(&bits) || bits <= 0 || cursor.left() != (static_cast<size_t>(bits) + 7) / 8)
    return PgMisfit::kBroken;
  const int unused = static_cast<int>(cursor.left() * 8 - static_cast<size_t>(bits));
  std::string out(1, static_cast<char>(unused));
  unsigned carry = unused == 0 ? 0 : 0xffU >> (8 - unused);
  for (size_t i = 0; i < cursor.left(); ++i) {
    const auto byte = static_cast<unsigned char>(field[4 + i]);
    out += static_cast<char>((carry << (8 - unused)) | (byte >> unused));
    carry = byte;
  }
  writer.SetBytes(row, out);
  return PgMisfit::kNone;
}

PgMisfit DecodeArray(std::string_view field, const PgDecodedColumn& column, VectorWriter& writer,
                     int64_t row);

PgMisfit DecodeValue(std::string_view field, PgWire wire, const PgDecodedColumn& column,
                     const Type& type, VectorWriter& writer, int64_t row) {
  switch (wire) {
    case PgWire::kBool:
      if (field.size() != 1) return PgMisfit::kBroken;
      writer.Set(row, field[0] != 0);
      return PgMisfit::kNone;
    case PgWire::kInt2: return DecodeFixed<int16_t>(field, writer, row);
    case PgWire::kInt4: return DecodeFixed<int32_t>(field, writer, row);
    case PgWire::kOid: return DecodeFixed<uint32_t>(field, writer, row);
    case PgWire::kInt8: return DecodeFixed<int64_t>(field, writer, row);
    case PgWire::kFloat4: return DecodeFixed<float>(field, writer, row);
    case PgWire::kFloat8: return DecodeFixed<double>(field, writer, row);
    case PgWire::kNumeric: return DecodeNumeric(field, type, writer, row);
    case PgWire::kText: return DecodeText(field, writer, row);
    case PgWire::kJsonb:
      if (field.empty() || field[0] != 1) return PgMisfit::kBroken;
      return DecodeText(field.substr(1), writer, row);
    case PgWire::kBytea: writer.SetBytes(row, field); return PgMisfit::kNone;
    case PgWire::kUuid: return DecodeUuid(field, writer, row);
    case PgWire::kDate: return DecodeDate(field, writer, row);
    case PgWire::kTime: return DecodeTime(field, writer, row);
    case PgWire::kTimeTz: return DecodeTimeTz(field, writer, row);
    case PgWire::kTimestamp: return DecodeTimestamp(field, writer, row);
    case PgWire::kInterval: return DecodeInterval(field, writer, row);
    case PgWire::kBit: return DecodeBits(field, writer, row);
    case PgWire::kArray: return DecodeArray(field, column, writer, row);
  }
  return PgMisfit::kBroken;
}

PgMisfit DecodeArray(std::string_view field, const PgDecodedColumn& column, VectorWriter& writer,
                     int64_t row) {
  WireCursor cursor(field);
  int32_t dimensions = 0, has_nulls = 0, length = 0, lower = 1;
  uint32_t oid = 0;
  if (!cursor.Take(&dimensions) || !cursor.Take(&has_nulls) || !cursor.Take(&oid))
    return PgMisfit::kBroken;
  if (dimensions == 0) {
    writer.AppendList(row, 0);
    return cursor.left() == 0 ? PgMisfit::kNone : PgMisfit::kBroken;
  }
  if (dimensions != 1) return PgMisfit::kDimensions;
  if (!cursor.Take(&length) || !cursor.Take(&lower) || length < 0 || length > kMostElements ||
      cursor.left() < static_cast<size_t>(length) * 4)
    return PgMisfit::kBroken;
  if (lower != 1) return PgMisfit::kDimensions;
  const int64_t offset = writer.AppendList(row, length);
  VectorWriter child = writer.Child(0);
  const Type& type = column.type.fields[0].second;
  for (int64_t i = 0; i < length; ++i) {
    int32_t size = 0;
    std::string_view element;
    if (!cursor.Take(&size)) return PgMisfit::kBroken;
    if (size < 0) {
      child.SetNull(offset + i);
      continue;
    }
    if (!cursor.TakeBytes(static_cast<size_t>(size), &element)) return PgMisfit::kBroken;
    const PgMisfit misfit = DecodeValue(element, column.element, column, type, child, offset + i);
    if (misfit != PgMisfit::kNone) return misfit;
  }
  return cursor.left() == 0 ? PgMisfit::kNone : PgMisfit::kBroken;
}

}  // namespace

size_t PgRowDecoder::HeaderSize(std::string_view data) {
  if (data.size() < kFixedHeader || !data.starts_with(kPgCopySignature)) return 0;
  const auto flags = FromWire<uint32_t>(data.data() + 11);
  const auto extension = FromWire<uint32_t>(data.data() + 15);
  // The upper half of the flags is critical: what we do not know we cannot read.
  if ((flags & 0xffff0000U) != 0 || extension > data.size() - kFixedHeader) return 0;
  return kFixedHeader + extension;
}

bool PgRowDecoder::IsTrailer(std::string_view data) {
  return data.size() == 2 && FromWire<int16_t>(data.data()) == -1;
}

PgRowStatus PgRowDecoder::Decode(std::string_view data, std::vector<VectorWriter>& writers,
                                 int64_t row) const {
  WireCursor cursor(data);
  int16_t count = 0;
  if (!cursor.Take(&count) || count != static_cast<int16_t>(columns_.size()))
    return {PgMisfit::kBroken, -1};
  for (size_t i = 0; i < columns_.size(); ++i) {
    const int column = static_cast<int>(i);
    int32_t size = 0;
    std::string_view field;
    if (!cursor.Take(&size) || size < -1) return {PgMisfit::kBroken, column};
    if (size == -1) {
      writers[i].SetNull(row);
      continue;
    }
    if (!cursor.TakeBytes(static_cast<size_t>(size), &field)) return {PgMisfit::kBroken, column};
    const PgMisfit misfit =
        DecodeValue(field, columns_[i].wire, columns_[i], columns_[i].type, writers[i], row);
    if (misfit != PgMisfit::kNone) return {misfit, column};
  }
  return {cursor.left() == 0 ? PgMisfit::kNone : PgMisfit::kBroken, -1};
}

}  // namespace aietl::connectors
