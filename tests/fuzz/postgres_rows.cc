// Rows of binary COPY as a broken or hostile server may send them: the first bytes choose the
// columns' types.
#include <cstdint>
#include <string_view>

#include "connectors/postgres/row_format.h"
#include "data/vector.h"

namespace {

using aietl::data::MakeDecimal;
using aietl::data::MakeType;
using aietl::data::Type;
using aietl::data::TypeId;

Type TypeFor(uint8_t byte) {
  constexpr TypeId kIds[] = {
      TypeId::kBoolean,   TypeId::kSmallInt,    TypeId::kInteger, TypeId::kBigInt, TypeId::kHugeInt,
      TypeId::kFloat,     TypeId::kDouble,      TypeId::kVarchar, TypeId::kJson,   TypeId::kBlob,
      TypeId::kBit,       TypeId::kUuid,        TypeId::kDate,    TypeId::kTime,   TypeId::kTimeTz,
      TypeId::kTimestamp, TypeId::kTimestampTz, TypeId::kInterval};
  const uint8_t kind = byte & 31;
  if (kind >= std::size(kIds))
    return MakeDecimal(static_cast<uint8_t>(1 + byte % 38),
                       static_cast<uint8_t>((1 + byte % 38) / 2));
  if ((byte & 32) == 0) return MakeType(kIds[kind]);
  Type list = MakeType(TypeId::kList);
  list.fields.emplace_back("", MakeType(kIds[kind]));
  return list;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace aietl;
  if (size < 2) return 0;
  const size_t count = 1 + bytes[0] % 4;
  if (size < 1 + count) return 0;
  std::vector<Type> types;
  std::vector<connectors::PgDecodedColumn> decoded;
  std::vector<connectors::PgEncodedColumn> encoded;
  for (size_t i = 0; i < count; ++i) {
    types.push_back(TypeFor(bytes[1 + i]));
    const auto store = connectors::StoreOf(types.back());
    decoded.push_back({types.back(), store->wire, store->element});
    encoded.push_back({types.back(), *store});
  }
  const std::string_view data(reinterpret_cast<const char*>(bytes) + 1 + count, size - 1 - count);
  (void)connectors::PgRowDecoder::HeaderSize(data);
  auto chunk = data::MakeChunk(types);
  if (!chunk) return 0;
  std::vector<data::VectorWriter> writers;
  for (size_t i = 0; i < count; ++i)
    writers.emplace_back(chunk->handle(), static_cast<int>(i), types[i]);
  const connectors::PgRowDecoder decoder(decoded);
  if (decoder.Decode(data, writers, 0).misfit != connectors::PgMisfit::kNone) return 0;
  data::SetRows(chunk->handle(), 1);
  // What was understood can be written, unless the text has a byte 0, and reads back as the same
  // bytes.
  std::string once, twice;
  if (connectors::PgRowEncoder(encoded).Encode(*chunk, 0, 1, &once).misfit !=
      connectors::PgMisfit::kNone)
    return 0;
  auto again = data::MakeChunk(types);
  if (!again) return 0;
  std::vector<data::VectorWriter> back;
  for (size_t i = 0; i < count; ++i)
    back.emplace_back(again->handle(), static_cast<int>(i), types[i]);
  if (decoder.Decode(once, back, 0).misfit != connectors::PgMisfit::kNone) __builtin_trap();
  data::SetRows(again->handle(), 1);
  if (connectors::PgRowEncoder(encoded).Encode(*again, 0, 1, &twice).misfit !=
      connectors::PgMisfit::kNone)
    __builtin_trap();
  if (once != twice) __builtin_trap();
  return 0;
}
