#include "connectors/postgres/row_format.h"

#include <doctest/doctest.h>

#include <limits>

#include "connectors/postgres/wire_numbers.h"
#include "data/type.h"

namespace aietl::connectors {
namespace {

using data::Int128;
using data::MakeDecimal;
using data::MakeType;
using data::Type;
using data::TypeId;

PgDecodedColumn DecodedAs(const Type& type) {
  const auto store = StoreOf(type);
  REQUIRE(store.has_value());
  return {type, store->wire, store->element};
}

// A chunk of one column.
struct OneColumn {
  explicit OneColumn(const Type& of) : type(of), chunk(std::move(*data::MakeChunk({of}))) {}
  std::vector<data::VectorWriter> writers() {
    std::vector<data::VectorWriter> all;
    all.emplace_back(chunk.handle(), 0, type);
    return all;
  }
  data::VectorView view() const { return data::VectorView(chunk.handle(), 0, type); }
  Type type;
  data::Chunk chunk;
};

std::string RowOfOne(std::string_view bytes) {
  std::string row(2, '\0');
  row[1] = 1;
  char size[4];
  ToWire(size, static_cast<int32_t>(bytes.size()));
  return row + std::string(size, 4) + std::string(bytes);
}

std::string Numeric(int16_t weight, uint16_t sign, int16_t scale,
                    const std::vector<uint16_t>& digits) {
  std::string bytes(8 + 2 * digits.size(), '\0');
  char* at = ToWire(bytes.data(), static_cast<int16_t>(digits.size()));
  at = ToWire(ToWire(ToWire(at, weight), sign), scale);
  for (const uint16_t digit : digits)
    at = ToWire(at, digit);
  return bytes;
}

PgMisfit DecodeOne(OneColumn& column, std::string_view bytes) {
  const PgRowDecoder decoder({DecodedAs(column.type)});
  auto writers = column.writers();
  const PgRowStatus status = decoder.Decode(RowOfOne(bytes), writers, 0);
  data::SetRows(column.chunk.handle(), 1);
  return status.misfit;
}

std::string EncodeOne(const OneColumn& column) {
  const PgRowEncoder encoder({{column.type, *StoreOf(column.type)}});
  std::string out;
  REQUIRE(encoder.Encode(column.chunk, 0, 1, &out).misfit == PgMisfit::kNone);
  return out;
}

}  // namespace

TEST_CASE("decimals are aligned to the point, whatever their scale") {
  struct Vector {
    int width, scale;
    Int128 value;
    int16_t weight;
    uint16_t sign;
    std::vector<uint16_t> digits;
  };
  const std::vector<Vector> vectors = {
      {10, 6, 44123456, 0, 0, {44, 1234, 5600}},  // arrow-adbc #3485
      {10, 2, 0, 0, 0, {}},
      {10, 0, 10000, 1, 0, {1}},
      {10, 2, 1000000, 1, 0, {1}},
      {9, 4, 1, -1, 0, {1}},
      {18, 9, -1, -3, 0x4000, {1000}},
      {18, 2, -1050, 0, 0x4000, {10, 5000}},
      {38,
       10,
       Int128{12345678901234567} * 10000000000 + 1234567890,
       4,
       0,
       {1, 2345, 6789, 123, 4567, 1234, 5678, 9000}},
      {9, 4, 100000001, 1, 0, {1, 0, 1}},
  };
  for (const Vector& v : vectors) {
    OneColumn column(MakeDecimal(static_cast<uint8_t>(v.width), static_cast<uint8_t>(v.scale)));
    column.writers()[0].SetInteger(0, v.value);
    data::SetRows(column.chunk.handle(), 1);
    const std::string expected =
        RowOfOne(Numeric(v.weight, v.sign, static_cast<int16_t>(v.scale), v.digits));
    CHECK(EncodeOne(column) == expected);
    OneColumn back(column.type);
    CHECK(DecodeOne(back, expected.substr(6)) == PgMisfit::kNone);
    CHECK(back.view().IntegerAt(0) == v.value);
  }
}

TEST_CASE("every decimal of every scale comes back as it was") {
  for (int scale = 0; scale <= 38; ++scale) {
    Int128 most = 1;
    for (int i = 0; i < 38; ++i)
      most *= 10;
    const std::vector<Int128> values = {0,
                                        1,
                                        -1,
                                        9,
                                        10,
                                        9999,
                                        10000,
                                        10001,
                                        123456789012345678,
                                        most - 1,
                                        1 - most,
                                        most / 10,
                                        most / 10 + 1,
                                        most / 7};
    for (const Int128 value : values) {
      OneColumn column(MakeDecimal(38, static_cast<uint8_t>(scale)));
      column.writers()[0].SetInteger(0, value);
      data::SetRows(column.chunk.handle(), 1);
      const std::string row = EncodeOne(column);
      OneColumn back(column.type);
      CHECK(DecodeOne(back, std::string_view(row).substr(6)) == PgMisfit::kNone);
      CHECK(back.view().IntegerAt(0) == value);
    }
  }
}

TEST_CASE("a number that the column does not hold to the digit is refused") {
  OneColumn cents(MakeDecimal(5, 2));
  CHECK(DecodeOne(cents, Numeric(0, 0, 3, {1, 2550})) == PgMisfit::kTooManyDigits);
  CHECK(DecodeOne(cents, Numeric(0, 0, 2, {1000})) == PgMisfit::kTooManyDigits);
  CHECK(DecodeOne(cents, Numeric(0, 0, 2, {999, 9900})) == PgMisfit::kNone);
  CHECK(DecodeOne(cents, Numeric(100, 0, 2, {1})) == PgMisfit::kTooManyDigits);
  CHECK(DecodeOne(cents, Numeric(-100, 0, 2, {1})) == PgMisfit::kTooManyDigits);
  CHECK(DecodeOne(cents, Numeric(0, 0xC000, 0, {})) == PgMisfit::kNotANumber);
  CHECK(DecodeOne(cents, Numeric(0, 0xD000, 0, {})) == PgMisfit::kNotANumber);
  CHECK(DecodeOne(cents, Numeric(0, 0, 2, {10000})) == PgMisfit::kBroken);
  OneColumn huge(MakeType(TypeId::kHugeInt));
  CHECK(DecodeOne(huge,
                  Numeric(9, 0, 0, {170, 1411, 8346, 469, 2317, 3168, 7303, 7158, 8410, 5727})) ==
        PgMisfit::kNone);
  CHECK(DecodeOne(huge,
                  Numeric(9, 0, 0, {170, 1411, 8346, 469, 2317, 3168, 7303, 7158, 8410, 5728})) ==
        PgMisfit::kTooManyDigits);
}

TEST_CASE("times beyond either side are refused, infinities are kept") {
  OneColumn at(MakeType(TypeId::kTimestamp));
  const auto wire = [](int64_t value) {
    std::string bytes(8, '\0');
    ToWire(bytes.data(), value);
    return bytes;
  };
  CHECK(DecodeOne(at, wire(std::numeric_limits<int64_t>::max())) == PgMisfit::kNone);
  CHECK(at.view().At<int64_t>(0) == std::numeric_limits<int64_t>::max());
  CHECK(DecodeOne(at, wire(std::numeric_limits<int64_t>::min())) == PgMisfit::kNone);
  CHECK(at.view().At<int64_t>(0) == -std::numeric_limits<int64_t>::max());
  CHECK(EncodeOne(at) == RowOfOne(wire(std::numeric_limits<int64_t>::min())));
  CHECK(DecodeOne(at, wire(kLastServerMicros)) == PgMisfit::kOutOfRange);
  CHECK(DecodeOne(at, wire(0)) == PgMisfit::kNone);
  CHECK(at.view().At<int64_t>(0) == 946'684'800'000'000);
  at.writers()[0].Set(0, std::numeric_limits<int64_t>::min() + 100);
  std::string out;
  CHECK(PgRowEncoder({{at.type, *StoreOf(at.type)}}).Encode(at.chunk, 0, 1, &out).misfit ==
        PgMisfit::kOutOfRange);
}

TEST_CASE("bits and texts come back as they were; a byte 0 and bad UTF-8 are refused") {
  for (const size_t size : {1, 7, 8, 9, 17}) {
    OneColumn bits(MakeType(TypeId::kBit));
    std::string wire(4 + (size + 7) / 8, '\0');
    ToWire(wire.data(), static_cast<int32_t>(size));
    for (size_t i = 0; i < size; i += 2)
      wire[4 + i / 8] = static_cast<char>(wire[4 + i / 8] | (0x80 >> (i % 8)));
    CHECK(DecodeOne(bits, wire) == PgMisfit::kNone);
    CHECK(EncodeOne(bits) == RowOfOne(wire));
  }
  OneColumn text(MakeType(TypeId::kVarchar));
  CHECK(DecodeOne(text, "\xff") == PgMisfit::kNotUtf8);
  CHECK(DecodeOne(text, std::string_view("a\0b", 3)) == PgMisfit::kNone);
  std::string out;
  CHECK(PgRowEncoder({{text.type, *StoreOf(text.type)}}).Encode(text.chunk, 0, 1, &out).misfit ==
        PgMisfit::kZeroByte);
}

TEST_CASE("arrays of one dimension are lists; others are refused") {
  Type list = MakeType(TypeId::kList);
  list.fields.emplace_back("", MakeType(TypeId::kInteger));
  OneColumn column(list);
  const auto array = [](int32_t dimensions, int32_t lower) {
    std::string bytes(20 + 8 + 4, '\0');
    char* at = ToWire(bytes.data(), dimensions);
    at = ToWire(ToWire(at, int32_t{1}), uint32_t{23});
    at = ToWire(ToWire(at, int32_t{2}), lower);
    at = ToWire(ToWire(at, int32_t{4}), int32_t{7});
    ToWire(at, int32_t{-1});
    return bytes;
  };
  CHECK(DecodeOne(column, array(1, 1)) == PgMisfit::kNone);
  CHECK(EncodeOne(column) == RowOfOne(array(1, 1)));
  CHECK(DecodeOne(column, array(1, 0)) == PgMisfit::kDimensions);
  CHECK(DecodeOne(column, array(2, 1)) == PgMisfit::kDimensions);
  CHECK(DecodeOne(column, array(1, 1).substr(0, 27)) == PgMisfit::kBroken);
}

TEST_CASE("a row of another form is refused") {
  OneColumn number(MakeType(TypeId::kInteger));
  const PgRowDecoder decoder({DecodedAs(number.type)});
  auto writers = number.writers();
  CHECK(decoder.Decode("", writers, 0).misfit == PgMisfit::kBroken);
  CHECK(decoder.Decode(RowOfOne("abc"), writers, 0).misfit == PgMisfit::kBroken);
  CHECK(decoder.Decode(RowOfOne("abcd") + "x", writers, 0).misfit == PgMisfit::kBroken);
  CHECK(decoder.Decode(RowOfOne("abcd").substr(0, 8), writers, 0).misfit == PgMisfit::kBroken);
  CHECK(PgRowDecoder::HeaderSize("PGCOPY") == 0);
  std::string header;
  PgRowEncoder::AppendHeader(&header);
  CHECK(PgRowDecoder::HeaderSize(header) == 19);
  header[12] = 1;  // a flag that we do not know
  CHECK(PgRowDecoder::HeaderSize(header) == 0);
}

}  // namespace aietl::connectors
