// Values as text by way of the engine's own values, so that they read exactly as its casts to
// VARCHAR.
#include "data/vector.h"

namespace aietl::data {
namespace {

struct ValueDeleter {
  void operator()(duckdb_value value) const { duckdb_destroy_value(&value); }
};
using Value = std::unique_ptr<_duckdb_value, ValueDeleter>;

Value ValueOf(const VectorView& vector, int64_t row);

duckdb_hugeint SplitInt(Int128 value) {
  return {static_cast<uint64_t>(value), static_cast<int64_t>(value >> 64)};
}

duckdb_uhugeint SplitUnsigned(Int128 value) {
  return {static_cast<uint64_t>(value), static_cast<uint64_t>(value >> 64)};
}

LogicalType ElementType(const Type& type) {
  auto made = MakeLogicalType(type);
  return made ? std::move(*made) : LogicalType(duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR));
}

struct Elements {
  std::vector<Value> owned;
  std::vector<duckdb_value> handles;

  Elements() { handles.reserve(8); }  // the C API takes no null pointer, even for no elements

  void Add(Value value) {
    if (!value) value = Value(duckdb_create_null_value());
    handles.push_back(value.get());
    owned.push_back(std::move(value));
  }
};

Value NestedValue(const VectorView& vector, int64_t row) {
  const Type& type = vector.type();
  Elements first;
  Elements second;
  switch (type.id) {
    case TypeId::kStruct:
      for (size_t i = 0; i < type.fields.size(); ++i)
        first.Add(ValueOf(vector.Child(i), row));
      return Value(duckdb_create_struct_value(ElementType(type).get(), first.handles.data()));
    case TypeId::kUnion: {
      const size_t tag = vector.UnionTagAt(row);
      const Value member = ValueOf(vector.Child(tag), row);
      return Value(duckdb_create_union_value(ElementType(type).get(), tag, member.get()));
    }
    default: break;
  }
  const auto range = vector.ListAt(row);
  for (int64_t i = range.offset; i < range.offset + range.length; ++i) {
    first.Add(ValueOf(vector.Child(0), i));
    if (type.id == TypeId::kMap) second.Add(ValueOf(vector.Child(1), i));
  }
  const LogicalType element = ElementType(type.fields[0].second);
  const idx_t count = first.handles.size();
  if (type.id == TypeId::kMap) {
    return Value(duckdb_create_map_value(ElementType(type).get(), first.handles.data(),
                                         second.handles.data(), count));
  }
  if (type.id == TypeId::kArray)
    return Value(duckdb_create_array_value(element.get(), first.handles.data(), count));
  return Value(duckdb_create_list_value(element.get(), first.handles.data(), count));
}

Value ValueOf(const VectorView& vector, int64_t row) {
  if (vector.IsNull(row)) return Value(duckdb_create_null_value());
  const Type& type = vector.type();
  switch (type.id) {
    case TypeId::kBoolean: return Value(duckdb_create_bool(vector.At<bool>(row)));
    case TypeId::kTinyInt: return Value(duckdb_create_int8(vector.At<int8_t>(row)));
    case TypeId::kSmallInt: return Value(duckdb_create_int16(vector.At<int16_t>(row)));
    case TypeId::kInteger: return Value(duckdb_create_int32(vector.At<int32_t>(row)));
    case TypeId::kBigInt: return Value(duckdb_create_int64(vector.At<int64_t>(row)));
    case TypeId::kUTinyInt: return Value(duckdb_create_uint8(vector.At<uint8_t>(row)));
    case TypeId::kUSmallInt: return Value(duckdb_create_uint16(vector.At<uint16_t>(row)));
    case TypeId::kUInteger: return Value(duckdb_create_uint32(vector.At<uint32_t>(row)));
    case TypeId::kUBigInt: return Value(duckdb_create_uint64(vector.At<uint64_t>(row)));
    case TypeId::kHugeInt: return Value(duckdb_create_hugeint(SplitInt(vector.IntegerAt(row))));
    case TypeId::kUHugeInt:
      return Value(duckdb_create_uhugeint(SplitUnsigned(vector.IntegerAt(row))));
    case TypeId::kFloat: return Value(duckdb_create_float(vector.At<float>(row)));
    case TypeId::kDouble: return Value(duckdb_create_double(vector.At<double>(row)));
    case TypeId::kDecimal:
      return Value(
          duckdb_create_decimal({type.width, type.scale, SplitInt(vector.IntegerAt(row))}));
    case TypeId::kVarchar:
    case TypeId::kJson: {
      const std::string_view text = vector.TextAt(row);
      return Value(duckdb_create_varchar_length(text.data(), text.size()));
    }
    case TypeId::kEnum: {
      const LogicalType labels = ElementType(type);
      return Value(
          duckdb_create_enum_value(labels.get(), static_cast<uint64_t>(vector.IntegerAt(row))));
    }
    case TypeId::kBlob: {
      const std::string_view bytes = vector.TextAt(row);
      return Value(
          duckdb_create_blob(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()));
    }
    case TypeId::kBit: {
      std::string bits(vector.TextAt(row));  // a copy: the call wants mutable bytes
      return Value(duckdb_create_bit({reinterpret_cast<uint8_t*>(bits.data()), bits.size()}));
    }
    case TypeId::kUuid: {
      const Int128 flipped = vector.At<Int128>(row) ^ (Int128{1} << 127);
      return Value(duckdb_create_uuid(SplitUnsigned(flipped)));
    }
    case TypeId::kDate: return Value(duckdb_create_date({vector.At<int32_t>(row)}));
    case TypeId::kTime: return Value(duckdb_create_time({vector.At<int64_t>(row)}));
    case TypeId::kTimeTz: return Value(duckdb_create_time_tz_value({vector.At<uint64_t>(row)}));
    case TypeId::kTimestamp: return Value(duckdb_create_timestamp({vector.At<int64_t>(row)}));
    case TypeId::kTimestampTz: return Value(duckdb_create_timestamp_tz({vector.At<int64_t>(row)}));
    case TypeId::kTimestampS: return Value(duckdb_create_timestamp_s({vector.At<int64_t>(row)}));
    case TypeId::kTimestampMs: return Value(duckdb_create_timestamp_ms({vector.At<int64_t>(row)}));
    case TypeId::kTimestampNs: return Value(duckdb_create_timestamp_ns({vector.At<int64_t>(row)}));
    case TypeId::kInterval: return Value(duckdb_create_interval(vector.At<duckdb_interval>(row)));
    case TypeId::kNull: return Value(duckdb_create_null_value());
    case TypeId::kOther: {
      const std::string name = "(" + type.other + ")";
      return Value(duckdb_create_varchar(name.c_str()));
    }
    default: return NestedValue(vector, row);
  }
}

}  // namespace

std::optional<std::string> ValueText(const VectorView& vector, int64_t row) {
  if (vector.IsNull(row) || vector.type().id == TypeId::kNull) return std::nullopt;
  switch (vector.type().id) {
    case TypeId::kVarchar:
    case TypeId::kJson: return std::string(vector.TextAt(row));
    case TypeId::kEnum: return vector.LabelAt(row);
    default: break;
  }
  const Value value = ValueOf(vector, row);
  const EngineText text(value ? duckdb_get_varchar(value.get()) : nullptr);
  return text ? std::string(text.get()) : std::string();
}

}  // namespace aietl::data
