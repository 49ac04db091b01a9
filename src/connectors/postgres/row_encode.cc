#include <array>
#include <cstring>
#include <limits>

#include "connectors/postgres/row_format.h"
#include "connectors/postgres/wire_numbers.h"

namespace aietl::connectors {
namespace {

using data::Int128;
using data::Type;
using data::TypeId;
using data::VectorView;
__extension__ typedef unsigned __int128 UnsignedInt128;

// Of any value that is neither text nor an array: 4 bytes of length and at most this many behind
// it.
constexpr size_t kMostFixed = 64;

// Room that grows ahead, so that each value is written by plain stores. Not by all that the text
// has reserved: what it grows by is set to 0 first, which would cost more than the values.
class RowOutput {
 public:
  explicit RowOutput(std::string* out) : out_(*out), used_(out->size()) {}
  ~RowOutput() { out_.resize(used_); }
  RowOutput(const RowOutput&) = delete;
  char* Room(size_t size) {
    if (out_.size() - used_ < size) out_.resize(used_ + size + kAhead);
    return out_.data() + used_;
  }
  void Used(const char* end) { used_ = static_cast<size_t>(end - out_.data()); }
  size_t used() const { return used_; }
  char* At(size_t position) { return out_.data() + position; }

 private:
  static constexpr size_t kAhead = 16 << 10;
  std::string& out_;
  size_t used_;
};

constexpr std::array<uint64_t, 20> kPowers = [] {
  std::array<uint64_t, 20> table{};
  table[0] = 1;
  for (size_t i = 1; i < table.size(); ++i)
    table[i] = table[i - 1] * 10;
  return table;
}();

// Base-10000 digits of `value`, the last group first.
template <class Int>
int Groups(Int value, uint16_t* groups) {
  int count = 0;
  while (value != 0) {
    groups[count++] = static_cast<uint16_t>(value % 10000);
    value /= 10000;
  }
  return count;
}

// value = whole * 10^scale + fraction; groups are aligned to the decimal point.
template <class Int>
char* PutNumeric(char* out, bool negative, Int whole, Int fraction, int scale) {
  uint16_t high[12], low[12];
  const int wholes = Groups(whole, high);
  const int fractions = (scale + 3) / 4;
  int significant = 0;  // groups of the fraction that are kept
  int last = fractions - 1;
  if (const int digits = scale % 4; digits != 0) {  // the last group is filled with zeros
    const auto unit = static_cast<unsigned>(kPowers[static_cast<size_t>(digits)]);
    const auto fill = static_cast<unsigned>(kPowers[static_cast<size_t>(4 - digits)]);
    low[last] = static_cast<uint16_t>(static_cast<unsigned>(fraction % unit) * fill);
    fraction /= unit;
    if (low[last] != 0) significant = last + 1;
    --last;
  }
  for (int i = last; i >= 0; --i) {
    low[i] = static_cast<uint16_t>(fraction % 10000);
    fraction /= 10000;
    if (significant == 0 && low[i] != 0) significant = i + 1;
  }
  int skipped = 0;  // groups of zeros in front
  if (wholes == 0) {
    while (skipped < significant && low[skipped] == 0)
      ++skipped;
  }
  int kept_whole = wholes;  // zero groups at the end of a whole number are left out
  int dropped = 0;
  if (significant == 0) {
    while (dropped < wholes && high[dropped] == 0)
      ++dropped;
    kept_whole = wholes - dropped;
  }
  const int count = kept_whole + significant - skipped;
  const int weight = count == 0 ? 0 : wholes > 0 ? wholes - 1 : -1 - skipped;
  out = ToWire(out, static_cast<int32_t>(8 + 2 * count));
  out = ToWire(out, static_cast<int16_t>(count));
  out = ToWire(out, static_cast<int16_t>(weight));
  out = ToWire(out, static_cast<uint16_t>(negative && count > 0 ? 0x4000 : 0));
  out = ToWire(out, static_cast<int16_t>(scale));
  for (int i = wholes - 1; i >= dropped; --i)
    out = ToWire(out, high[i]);
  for (int i = skipped; i < significant; ++i)
    out = ToWire(out, low[i]);
  return out;
}

char* PutDecimal(char* out, Int128 value, int scale) {
  const bool negative = value < 0;
  const UnsignedInt128 magnitude =
      negative ? -static_cast<UnsignedInt128>(value) : static_cast<UnsignedInt128>(value);
  if (magnitude <= std::numeric_limits<uint64_t>::max() && scale <= 19) {
    const auto small = static_cast<uint64_t>(magnitude);
    const uint64_t unit = kPowers[static_cast<size_t>(scale)];
    return PutNumeric<uint64_t>(out, negative, small / unit, small % unit, scale);
  }
  UnsignedInt128 unit = 1;
  for (int i = 0; i < scale; ++i)
    unit *= 10;
  return PutNumeric<UnsignedInt128>(out, negative, magnitude / unit, magnitude % unit, scale);
}

template <class T>
char* PutFixed(char* out, T value) {
  return ToWire(ToWire(out, static_cast<int32_t>(sizeof(T))), value);
}

PgMisfit PutText(std::string_view text, RowOutput* out) {
  if (std::memchr(text.data(), 0, text.size()) != nullptr) return PgMisfit::kZeroByte;
  if (text.size() > 0x3fffffff) return PgMisfit::kOutOfRange;
  char* at = ToWire(out->Room(text.size() + 4), static_cast<int32_t>(text.size()));
  std::memcpy(at, text.data(), text.size());
  out->Used(at + text.size());
  return PgMisfit::kNone;
}

PgMisfit PutBytes(std::string_view bytes, RowOutput* out) {
  if (bytes.size() > 0x3fffffff) return PgMisfit::kOutOfRange;
  char* at = ToWire(out->Room(bytes.size() + 4), static_cast<int32_t>(bytes.size()));
  if (!bytes.empty()) std::memcpy(at, bytes.data(), bytes.size());
  out->Used(at + bytes.size());
  return PgMisfit::kNone;
}

PgMisfit PutBits(std::string_view bits, RowOutput* out) {
  if (bits.size() < 2) return PgMisfit::kBroken;
  const int unused = bits[0];
  const size_t bytes = bits.size() - 1;
  char* at = out->Room(bytes + 8);
  at = ToWire(at, static_cast<int32_t>(bytes + 4));
  at = ToWire(at, static_cast<int32_t>(bytes * 8 - static_cast<size_t>(unused)));
  for (size_t i = 0; i < bytes; ++i) {
    const auto high = static_cast<unsigned char>(bits[1 + i]);
    const unsigned low = i + 1 < bytes ? static_cast<unsigned char>(bits[2 + i]) : 0U;
    *at++ = static_cast<char>((high << unused) | (low >> (8 - unused)));
  }
  out->Used(at);
  return PgMisfit::kNone;
}

PgMisfit PutDate(int32_t days, char** out) {
  int32_t value = 0;
  if (days == std::numeric_limits<int32_t>::max())
    value = days;
  else if (days == -std::numeric_limits<int32_t>::max())
    value = std::numeric_limits<int32_t>::min();
  else if (days < kFirstServerDay + kPgEpochDays || days - kPgEpochDays > kLastServerDay)
    return PgMisfit::kOutOfRange;
  else
    value = days - kPgEpochDays;
  *out = PutFixed(*out, value);
  return PgMisfit::kNone;
}

PgMisfit PutTimestamp(int64_t value, int64_t unit, char** out) {
  int64_t micros = 0;
  if (value == std::numeric_limits<int64_t>::max()) {
    micros = value;
  } else if (value == -std::numeric_limits<int64_t>::max()) {
    micros = std::numeric_limits<int64_t>::min();
  } else {
    const Int128 wide = Int128(value) * unit - kPgEpochMicros;
    if (wide < kFirstServerMicros || wide > kLastServerMicros) return PgMisfit::kOutOfRange;
    micros = static_cast<int64_t>(wide);
  }
  *out = PutFixed(*out, micros);
  return PgMisfit::kNone;
}

// Values of a fixed size; what else there is goes through Put.
PgMisfit PutPlain(const VectorView& view, PgWire wire, int64_t row, char** out) {
  switch (wire) {
    case PgWire::kBool:
      *out = ToWire(*out, int32_t{1});
      *(*out)++ = view.At<bool>(row) ? 1 : 0;
      return PgMisfit::kNone;
    case PgWire::kInt2:
      *out = PutFixed(*out, static_cast<int16_t>(view.IntegerAt(row)));
      return PgMisfit::kNone;
    case PgWire::kInt4:
      *out = PutFixed(*out, static_cast<int32_t>(view.IntegerAt(row)));
      return PgMisfit::kNone;
    case PgWire::kInt8:
      *out = PutFixed(*out, static_cast<int64_t>(view.IntegerAt(row)));
      return PgMisfit::kNone;
    case PgWire::kFloat4: *out = PutFixed(*out, view.At<float>(row)); return PgMisfit::kNone;
    case PgWire::kFloat8: *out = PutFixed(*out, view.At<double>(row)); return PgMisfit::kNone;
    case PgWire::kNumeric:
      *out = PutDecimal(*out, view.IntegerAt(row),
                        view.type().id == TypeId::kDecimal ? view.type().scale : 0);
      return PgMisfit::kNone;
    case PgWire::kUuid: {
      const auto bits = static_cast<UnsignedInt128>(view.At<Int128>(row));
      *out = ToWire(*out, int32_t{16});
      *out = ToWire(*out, static_cast<uint64_t>(bits >> 64) ^ (uint64_t{1} << 63));
      *out = ToWire(*out, static_cast<uint64_t>(bits));
      return PgMisfit::kNone;
    }
    case PgWire::kDate: return PutDate(view.At<int32_t>(row), out);
    case PgWire::kTime: *out = PutFixed(*out, view.At<int64_t>(row)); return PgMisfit::kNone;
    case PgWire::kTimeTz: {
      const duckdb_time_tz_struct parts = duckdb_from_time_tz({view.At<uint64_t>(row)});
      const int64_t micros =
          ((parts.time.hour * 60LL + parts.time.min) * 60 + parts.time.sec) * 1'000'000 +
          parts.time.micros;
      *out = ToWire(*out, int32_t{12});
      *out = ToWire(*out, micros);
      *out = ToWire(*out, static_cast<int32_t>(-parts.offset));
      return PgMisfit::kNone;
    }
    case PgWire::kTimestamp: {
      const TypeId id = view.type().id;
      const int64_t unit = id == TypeId::kTimestampS    ? 1'000'000
                           : id == TypeId::kTimestampMs ? 1'000
                                                        : 1;
      return PutTimestamp(view.At<int64_t>(row), unit, out);
    }
    case PgWire::kInterval: {
      const auto value = view.At<duckdb_interval>(row);
      *out = ToWire(*out, int32_t{16});
      *out = ToWire(*out, value.micros);
      *out = ToWire(*out, value.days);
      *out = ToWire(*out, value.months);
      return PgMisfit::kNone;
    }
    default: return PgMisfit::kBroken;
  }
}

PgMisfit Put(const VectorView& view, const PgStore& store, PgWire wire, int64_t row,
             RowOutput* out);

PgMisfit PutArray(const VectorView& view, const PgStore& store, int64_t row, RowOutput* out) {
  const VectorView::Range range = view.ListAt(row);
  if (range.length > std::numeric_limits<int32_t>::max() / 8) return PgMisfit::kOutOfRange;
  const VectorView child = view.Child(0);
  int32_t has_nulls = 0;
  for (int64_t i = 0; i < range.length; ++i)
    has_nulls |= child.IsNull(range.offset + i) ? 1 : 0;
  const size_t begin = out->used();
  char* at = out->Room(kMostFixed) + 4;
  at = ToWire(at, static_cast<int32_t>(range.length > 0 ? 1 : 0));
  at = ToWire(at, has_nulls);
  at = ToWire(at, store.element_oid);
  if (range.length > 0) {
    at = ToWire(at, static_cast<int32_t>(range.length));
    at = ToWire(at, int32_t{1});
  }
  out->Used(at);
  for (int64_t i = range.offset; i < range.offset + range.length; ++i) {
    const PgMisfit misfit = Put(child, store, store.element, i, out);
    if (misfit != PgMisfit::kNone) return misfit;
  }
  const size_t size = out->used() - begin - 4;
  if (size > 0x3fffffff) return PgMisfit::kOutOfRange;
  ToWire(out->At(begin), static_cast<int32_t>(size));
  return PgMisfit::kNone;
}

PgMisfit Put(const VectorView& view, const PgStore& store, PgWire wire, int64_t row,
             RowOutput* out) {
  if (view.IsNull(row)) {
    out->Used(ToWire(out->Room(4), int32_t{-1}));
    return PgMisfit::kNone;
  }
  switch (wire) {
    case PgWire::kText:
      return PutText(
          view.type().id == TypeId::kEnum ? std::string_view(view.LabelAt(row)) : view.TextAt(row),
          out);
    case PgWire::kBytea: return PutBytes(view.TextAt(row), out);
    case PgWire::kBit: return PutBits(view.TextAt(row), out);
    case PgWire::kArray: return PutArray(view, store, row, out);
    default: break;
  }
  char* at = out->Room(kMostFixed);
  const PgMisfit misfit = PutPlain(view, wire, row, &at);
  out->Used(at);
  return misfit;
}

}  // namespace

void PgRowEncoder::AppendHeader(std::string* out) {
  out->append(kPgCopySignature);
  out->append(8, '\0');
}

void PgRowEncoder::AppendTrailer(std::string* out) {
  out->append(2, '\xff');
}

PgRowStatus PgRowEncoder::Encode(const data::Chunk& chunk, int64_t first, int64_t last,
                                 std::string* out) const {
  std::vector<VectorView> views;
  views.reserve(columns_.size());
  for (size_t i = 0; i < columns_.size(); ++i)
    views.emplace_back(chunk.handle(), static_cast<int>(i), columns_[i].type);
  RowOutput output(out);
  for (int64_t row = first; row < last; ++row) {
    output.Used(ToWire(output.Room(2), static_cast<int16_t>(columns_.size())));
    for (size_t i = 0; i < columns_.size(); ++i) {
      const PgMisfit misfit =
          Put(views[i], columns_[i].store, columns_[i].store.wire, row, &output);
      if (misfit != PgMisfit::kNone) return {misfit, static_cast<int>(i)};
    }
  }
  return {};
}

}  // namespace aietl::connectors
