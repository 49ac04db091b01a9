#include "data/vector.h"

#include <limits>

#include "base/text.h"
#include "base/utf8.h"

namespace aietl::data {
namespace {

struct TypePair {
  TypeId id;
  duckdb_type engine;
};

constexpr TypePair kPlainTypes[] = {
    {TypeId::kBoolean, DUCKDB_TYPE_BOOLEAN},
    {TypeId::kTinyInt, DUCKDB_TYPE_TINYINT},
    {TypeId::kSmallInt, DUCKDB_TYPE_SMALLINT},
    {TypeId::kInteger, DUCKDB_TYPE_INTEGER},
    {TypeId::kBigInt, DUCKDB_TYPE_BIGINT},
    {TypeId::kHugeInt, DUCKDB_TYPE_HUGEINT},
    {TypeId::kUTinyInt, DUCKDB_TYPE_UTINYINT},
    {TypeId::kUSmallInt, DUCKDB_TYPE_USMALLINT},
    {TypeId::kUInteger, DUCKDB_TYPE_UINTEGER},
    {TypeId::kUBigInt, DUCKDB_TYPE_UBIGINT},
    {TypeId::kUHugeInt, DUCKDB_TYPE_UHUGEINT},
    {TypeId::kFloat, DUCKDB_TYPE_FLOAT},
    {TypeId::kDouble, DUCKDB_TYPE_DOUBLE},
    {TypeId::kVarchar, DUCKDB_TYPE_VARCHAR},
    {TypeId::kBlob, DUCKDB_TYPE_BLOB},
    {TypeId::kBit, DUCKDB_TYPE_BIT},
    {TypeId::kUuid, DUCKDB_TYPE_UUID},
    {TypeId::kDate, DUCKDB_TYPE_DATE},
    {TypeId::kTime, DUCKDB_TYPE_TIME},
    {TypeId::kTimeTz, DUCKDB_TYPE_TIME_TZ},
    {TypeId::kTimestamp, DUCKDB_TYPE_TIMESTAMP},
    {TypeId::kTimestampTz, DUCKDB_TYPE_TIMESTAMP_TZ},
    {TypeId::kTimestampS, DUCKDB_TYPE_TIMESTAMP_S},
    {TypeId::kTimestampMs, DUCKDB_TYPE_TIMESTAMP_MS},
    {TypeId::kTimestampNs, DUCKDB_TYPE_TIMESTAMP_NS},
    {TypeId::kInterval, DUCKDB_TYPE_INTERVAL},
    {TypeId::kNull, DUCKDB_TYPE_SQLNULL},
};

Type Other(const char* name) {
  Type type = MakeType(TypeId::kOther);
  type.other = name;
  return type;
}

Type OfLogical(duckdb_logical_type owned) {
  const LogicalType type(owned);
  return TypeOf(type.get());
}

std::string NameOf(char* owned) {
  const EngineText text(owned);
  return text ? std::string(text.get()) : std::string();
}

Type NestedTypeOf(duckdb_logical_type type, duckdb_type id) {
  Type out;
  switch (id) {
    case DUCKDB_TYPE_LIST:
      out = MakeType(TypeId::kList);
      out.fields.emplace_back("", OfLogical(duckdb_list_type_child_type(type)));
      return out;
    case DUCKDB_TYPE_ARRAY:
      out = MakeType(TypeId::kArray);
      out.size = duckdb_array_type_array_size(type);
      out.fields.emplace_back("", OfLogical(duckdb_array_type_child_type(type)));
      return out;
    case DUCKDB_TYPE_MAP:
      out = MakeType(TypeId::kMap);
      out.fields.emplace_back("key", OfLogical(duckdb_map_type_key_type(type)));
      out.fields.emplace_back("value", OfLogical(duckdb_map_type_value_type(type)));
      return out;
    case DUCKDB_TYPE_STRUCT:
      out = MakeType(TypeId::kStruct);
      for (idx_t i = 0; i < duckdb_struct_type_child_count(type); ++i) {
        out.fields.emplace_back(NameOf(duckdb_struct_type_child_name(type, i)),
                                OfLogical(duckdb_struct_type_child_type(type, i)));
      }
      return out;
    default:
      out = MakeType(TypeId::kUnion);
      for (idx_t i = 0; i < duckdb_union_type_member_count(type); ++i) {
        out.fields.emplace_back(NameOf(duckdb_union_type_member_name(type, i)),
                                OfLogical(duckdb_union_type_member_type(type, i)));
      }
      return out;
  }
}

// Names and logical types of fields, in the form the C API takes.
struct Fields {
  std::vector<LogicalType> owned;
  std::vector<duckdb_logical_type> types;
  std::vector<const char*> names;
};

Result<Fields> MakeFields(const Type& type) {
  Fields out;
  for (const auto& [name, field] : type.fields) {
    AIETL_ASSIGN(LogicalType logical, MakeLogicalType(field));
    out.types.push_back(logical.get());
    out.names.push_back(name.c_str());
    out.owned.push_back(std::move(logical));
  }
  return out;
}

Result<LogicalType> MakeNested(const Type& type) {
  AIETL_ASSIGN(Fields fields, MakeFields(type));
  switch (type.id) {
    case TypeId::kList: return LogicalType(duckdb_create_list_type(fields.types[0]));
    case TypeId::kArray: return LogicalType(duckdb_create_array_type(fields.types[0], type.size));
    case TypeId::kMap: return LogicalType(duckdb_create_map_type(fields.types[0], fields.types[1]));
    case TypeId::kStruct:
      return LogicalType(
          duckdb_create_struct_type(fields.types.data(), fields.names.data(), fields.types.size()));
    default:
      return LogicalType(
          duckdb_create_union_type(fields.types.data(), fields.names.data(), fields.types.size()));
  }
}

// Bytes of the integer behind an enum with that many labels.
int EnumBytes(size_t labels) {
  if (labels <= std::numeric_limits<uint8_t>::max()) return 1;
  return labels <= std::numeric_limits<uint16_t>::max() ? 2 : 4;
}

// Bytes of the signed integer behind a decimal.
int DecimalBytes(int width) {
  if (width <= 4) return 2;
  if (width <= 9) return 4;
  return width <= 18 ? 8 : 16;
}

}  // namespace

Type TypeOf(duckdb_logical_type type) {
  const duckdb_type id = duckdb_get_type_id(type);
  for (const TypePair& pair : kPlainTypes) {
    if (pair.engine != id) continue;
    if (id == DUCKDB_TYPE_VARCHAR && NameOf(duckdb_logical_type_get_alias(type)) == "JSON") {
      return MakeType(TypeId::kJson);
    }
    return MakeType(pair.id);
  }
  switch (id) {
    case DUCKDB_TYPE_DECIMAL:
      return MakeDecimal(duckdb_decimal_width(type), duckdb_decimal_scale(type));
    case DUCKDB_TYPE_ENUM: {
      Type out = MakeType(TypeId::kEnum);
      const uint32_t size = duckdb_enum_dictionary_size(type);
      out.labels.reserve(size);
      for (uint32_t i = 0; i < size; ++i)
        out.labels.push_back(NameOf(duckdb_enum_dictionary_value(type, i)));
      return out;
    }
    case DUCKDB_TYPE_LIST:
    case DUCKDB_TYPE_ARRAY:
    case DUCKDB_TYPE_MAP:
    case DUCKDB_TYPE_STRUCT:
    case DUCKDB_TYPE_UNION: return NestedTypeOf(type, id);
    case DUCKDB_TYPE_BIGNUM: return Other("BIGNUM");
    case DUCKDB_TYPE_TIME_NS: return Other("TIME_NS");
    case DUCKDB_TYPE_GEOMETRY: return Other("GEOMETRY");
    case DUCKDB_TYPE_VARIANT: return Other("VARIANT");
    default: return Other("UNKNOWN");
  }
}

Result<LogicalType> MakeLogicalType(const Type& type) {
  for (const TypePair& pair : kPlainTypes) {
    if (pair.id == type.id) return LogicalType(duckdb_create_logical_type(pair.engine));
  }
  switch (type.id) {
    case TypeId::kJson: {
      LogicalType json(duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR));
      duckdb_logical_type_set_alias(json.get(), "JSON");
      return json;
    }
    case TypeId::kDecimal: return LogicalType(duckdb_create_decimal_type(type.width, type.scale));
    case TypeId::kEnum: {
      std::vector<const char*> labels;
      labels.reserve(type.labels.size());
      for (const std::string& label : type.labels)
        labels.push_back(label.c_str());
      return LogicalType(duckdb_create_enum_type(labels.data(), labels.size()));
    }
    case TypeId::kOther:
      return Fail(Code::kUnsupported, "unsupported_type",
                  Msg("columns of type {} cannot be moved row by row", type.other));
    default: return MakeNested(type);
  }
}

Result<Chunk> MakeChunk(const std::vector<Type>& types) {
  std::vector<LogicalType> owned;
  std::vector<duckdb_logical_type> logical;
  for (const Type& type : types) {
    AIETL_ASSIGN(LogicalType one, MakeLogicalType(type));
    logical.push_back(one.get());
    owned.push_back(std::move(one));
  }
  return Chunk(duckdb_create_data_chunk(logical.data(), logical.size()));
}

Int128 VectorView::IntegerAt(int64_t row) const {
  switch (type_->id) {
    case TypeId::kBoolean: return At<bool>(row) ? 1 : 0;
    case TypeId::kTinyInt: return At<int8_t>(row);
    case TypeId::kUTinyInt: return At<uint8_t>(row);
    case TypeId::kSmallInt: return At<int16_t>(row);
    case TypeId::kUSmallInt: return At<uint16_t>(row);
    case TypeId::kInteger:
    case TypeId::kDate: return At<int32_t>(row);
    case TypeId::kUInteger: return At<uint32_t>(row);
    case TypeId::kUBigInt: return At<uint64_t>(row);
    case TypeId::kHugeInt:
    case TypeId::kUHugeInt:
    case TypeId::kUuid: return At<Int128>(row);
    case TypeId::kDecimal:
      switch (DecimalBytes(type_->width)) {
        case 2: return At<int16_t>(row);
        case 4: return At<int32_t>(row);
        case 8: return At<int64_t>(row);
        default: return At<Int128>(row);
      }
    case TypeId::kEnum:
      switch (EnumBytes(type_->labels.size())) {
        case 1: return At<uint8_t>(row);
        case 2: return At<uint16_t>(row);
        default: return At<uint32_t>(row);
      }
    default: return At<int64_t>(row);
  }
}

const std::string& VectorView::LabelAt(int64_t row) const {
  return type_->labels.at(static_cast<size_t>(IntegerAt(row)));
}

VectorView::Range VectorView::ListAt(int64_t row) const {
  if (type_->id == TypeId::kArray) {
    const auto size = static_cast<int64_t>(type_->size);
    return {row * size, size};
  }
  const auto entry = At<duckdb_list_entry>(row);
  return {static_cast<int64_t>(entry.offset), static_cast<int64_t>(entry.length)};
}

namespace {

duckdb_vector ChildVector(duckdb_vector vector, TypeId id, size_t index) {
  switch (id) {
    case TypeId::kList: return duckdb_list_vector_get_child(vector);
    case TypeId::kArray: return duckdb_array_vector_get_child(vector);
    case TypeId::kMap:
      return duckdb_struct_vector_get_child(duckdb_list_vector_get_child(vector), index);
    case TypeId::kUnion: return duckdb_struct_vector_get_child(vector, index + 1);  // 0 is the tag
    default: return duckdb_struct_vector_get_child(vector, index);
  }
}

}  // namespace

VectorView VectorView::Child(size_t index) const {
  return VectorView(ChildVector(vector_, type_->id, index), type_->fields.at(index).second);
}

size_t VectorView::UnionTagAt(int64_t row) const {
  return static_cast<const uint8_t*>(
      duckdb_vector_get_data(duckdb_struct_vector_get_child(vector_, 0)))[row];
}

void VectorWriter::SetNull(int64_t row) {
  if (validity_ == nullptr) {
    duckdb_vector_ensure_validity_writable(vector_);
    validity_ = duckdb_vector_get_validity(vector_);
  }
  validity_[row >> 6] &= ~(uint64_t{1} << (row & 63));
  if (type_->id == TypeId::kStruct || type_->id == TypeId::kUnion) {
    for (size_t i = 0; i < type_->fields.size(); ++i)
      Child(i).SetNull(row);
  }
  if (type_->id == TypeId::kList || type_->id == TypeId::kMap) Set(row, duckdb_list_entry{0, 0});
}

bool VectorWriter::SetText(int64_t row, std::string_view text) {
  if (!IsValidUtf8(text)) return false;
  duckdb_unsafe_vector_assign_string_element_len(vector_, static_cast<idx_t>(row), text.data(),
                                                 text.size());
  return true;
}

void VectorWriter::SetBytes(int64_t row, std::string_view bytes) {
  duckdb_unsafe_vector_assign_string_element_len(vector_, static_cast<idx_t>(row), bytes.data(),
                                                 bytes.size());
}

void VectorWriter::SetInteger(int64_t row, Int128 value) {
  switch (type_->id) {
    case TypeId::kTinyInt: return Set(row, static_cast<int8_t>(value));
    case TypeId::kUTinyInt: return Set(row, static_cast<uint8_t>(value));
    case TypeId::kSmallInt: return Set(row, static_cast<int16_t>(value));
    case TypeId::kUSmallInt: return Set(row, static_cast<uint16_t>(value));
    case TypeId::kInteger: return Set(row, static_cast<int32_t>(value));
    case TypeId::kUInteger: return Set(row, static_cast<uint32_t>(value));
    case TypeId::kBigInt: return Set(row, static_cast<int64_t>(value));
    case TypeId::kUBigInt: return Set(row, static_cast<uint64_t>(value));
    case TypeId::kHugeInt:
    case TypeId::kUHugeInt: return Set(row, value);
    case TypeId::kDecimal:
      switch (DecimalBytes(type_->width)) {
        case 2: return Set(row, static_cast<int16_t>(value));
        case 4: return Set(row, static_cast<int32_t>(value));
        case 8: return Set(row, static_cast<int64_t>(value));
        default: return Set(row, value);
      }
    default: AIETL_CHECK(false && "SetInteger on a column that holds no integers");
  }
}

int64_t VectorWriter::AppendList(int64_t row, int64_t length) {
  const idx_t offset = duckdb_list_vector_get_size(vector_);
  duckdb_list_vector_reserve(vector_, offset + static_cast<idx_t>(length));
  duckdb_list_vector_set_size(vector_, offset + static_cast<idx_t>(length));
  Set(row, duckdb_list_entry{offset, static_cast<idx_t>(length)});
  return static_cast<int64_t>(offset);
}

VectorWriter VectorWriter::Child(size_t index) const {
  return VectorWriter(ChildVector(vector_, type_->id, index), type_->fields.at(index).second);
}

void VectorWriter::SetUnionTag(int64_t row, size_t member) {
  static_cast<uint8_t*>(duckdb_vector_get_data(duckdb_struct_vector_get_child(vector_, 0)))[row] =
      static_cast<uint8_t>(member);
  for (size_t i = 0; i < type_->fields.size(); ++i) {
    if (i != member) Child(i).SetNull(row);
  }
}

}  // namespace aietl::data
