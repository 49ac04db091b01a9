#include "data/vector.h"

#include <doctest/doctest.h>

using namespace aietl;
using namespace aietl::data;

namespace {

Type Parsed(const char* sql) {
  auto type = ParseType(sql);
  REQUIRE(type.has_value());
  return *type;
}

}  // namespace

TEST_CASE("what is written into a chunk is read from it") {
  const std::vector<Type> types = {
      Parsed("INTEGER"), Parsed("VARCHAR"), Parsed("DECIMAL(38,2)"), Parsed("DECIMAL(4,1)"),
      Parsed("HUGEINT"), Parsed("BLOB"),    Parsed("DATE"),          Parsed("ENUM('a', 'b')")};
  auto chunk = MakeChunk(types);
  REQUIRE(chunk.has_value());
  const Int128 big = (Int128{1} << 100) + 7;
  const std::string text = "a text longer than twelve bytes, ё";
  for (int64_t row = 0; row < kVectorRows; ++row) {
    const bool null = row % 3 == 0;
    VectorWriter(chunk->handle(), 0, types[0]).SetInteger(row, row);
    VectorWriter(chunk->handle(), 2, types[2]).SetInteger(row, big + row);
    VectorWriter(chunk->handle(), 3, types[3]).SetInteger(row, -row % 1000);
    VectorWriter(chunk->handle(), 4, types[4]).SetInteger(row, -big);
    VectorWriter(chunk->handle(), 5, types[5]).SetBytes(row, std::string_view("\xff\0", 2));
    VectorWriter(chunk->handle(), 6, types[6]).Set<int32_t>(row, 19000);
    VectorWriter(chunk->handle(), 7, types[7]).Set<uint8_t>(row, 1);
    VectorWriter texts(chunk->handle(), 1, types[1]);
    if (null) {
      texts.SetNull(row);
    } else {
      REQUIRE(texts.SetText(row, text));
    }
  }
  SetRows(chunk->handle(), kVectorRows);
  CHECK(chunk->rows() == kVectorRows);
  const auto view = [&](int i) {
    return VectorView(chunk->handle(), i, types[static_cast<size_t>(i)]);
  };
  for (int64_t row = 0; row < kVectorRows; ++row) {
    REQUIRE(view(1).IsNull(row) == (row % 3 == 0));
    if (!view(1).IsNull(row)) REQUIRE(view(1).TextAt(row) == text);
    REQUIRE(view(0).IntegerAt(row) == row);
    REQUIRE((view(2).IntegerAt(row) == big + row));
    REQUIRE(view(3).IntegerAt(row) == -row % 1000);
    REQUIRE((view(4).IntegerAt(row) == -big));
    REQUIRE(view(5).TextAt(row) == std::string_view("\xff\0", 2));
  }
  CHECK(ValueText(view(2), 0) == "12676506002282294014967032053.83");
  CHECK(ValueText(view(6), 0) == "2022-01-08");
  CHECK(view(7).LabelAt(5) == "b");
}

TEST_CASE("text that is not UTF-8 is not taken") {
  const std::vector<Type> types = {MakeType(TypeId::kVarchar)};
  auto chunk = MakeChunk(types);
  REQUIRE(chunk.has_value());
  VectorWriter texts(chunk->handle(), 0, types[0]);
  CHECK(!texts.SetText(0, "\xc3("));
  CHECK(texts.SetText(0, ""));
  CHECK(VectorView(chunk->handle(), 0, types[0]).TextAt(0).empty());
}

TEST_CASE("nested values are written and read through their children") {
  const std::vector<Type> types = {Parsed("STRUCT(n INTEGER, tags VARCHAR[])"),
                                   Parsed("MAP(VARCHAR, INTEGER)"), Parsed("INTEGER[2]"),
                                   Parsed("UNION(n INTEGER, t VARCHAR)")};
  auto chunk = MakeChunk(types);
  REQUIRE(chunk.has_value());
  VectorWriter record(chunk->handle(), 0, types[0]);
  VectorWriter map(chunk->handle(), 1, types[1]);
  VectorWriter pair(chunk->handle(), 2, types[2]);
  VectorWriter either(chunk->handle(), 3, types[3]);
  for (int64_t row = 0; row < 3; ++row) {
    if (row == 1) {
      record.SetNull(row);
      map.SetNull(row);
      pair.SetNull(row);
      either.SetNull(row);
      continue;
    }
    record.Child(0).SetInteger(row, 10 + row);
    VectorWriter tags = record.Child(1);
    const int64_t at = tags.AppendList(row, row + 1);
    for (int64_t i = 0; i <= row; ++i)
      REQUIRE(tags.Child(0).SetText(at + i, std::to_string(i)));
    const int64_t entry = map.AppendList(row, 1);
    REQUIRE(map.Child(0).SetText(entry, "k"));
    map.Child(1).SetInteger(entry, row);
    pair.Child(0).SetInteger(row * 2, row);
    pair.Child(0).SetInteger(row * 2 + 1, -row);
    either.SetUnionTag(row, 1);
    REQUIRE(either.Child(1).SetText(row, "x"));
  }
  SetRows(chunk->handle(), 3);
  const auto text = [&](int column, int64_t row) {
    return ValueText(VectorView(chunk->handle(), column, types[static_cast<size_t>(column)]), row);
  };
  CHECK(text(0, 0) == "{'n': 10, 'tags': [0]}");
  CHECK(text(0, 1) == std::nullopt);
  CHECK(text(0, 2) == "{'n': 12, 'tags': [0, 1, 2]}");
  CHECK(text(1, 2) == "{k=2}");
  CHECK(text(2, 2) == "[2, -2]");
  CHECK(text(3, 2) == "x");
  CHECK(text(3, 1) == std::nullopt);
}

TEST_CASE("types go to the engine and come back unchanged") {
  for (const char* sql : {"INTEGER", "DECIMAL(18,4)", "JSON", "ENUM('a', 'b')",
                          "STRUCT(a INTEGER, b VARCHAR[])[3]", "MAP(VARCHAR, STRUCT(x DATE))",
                          "UNION(a INTEGER, b TIMESTAMP WITH TIME ZONE)", "\"NULL\""}) {
    CAPTURE(sql);
    const Type type = Parsed(sql);
    const auto logical = MakeLogicalType(type);
    REQUIRE(logical.has_value());
    CHECK(TypeOf(logical->get()) == type);
  }
  CHECK(MakeLogicalType(Parsed("BIGNUM")).error().code == Code::kUnsupported);
}
