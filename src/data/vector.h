// Typed access to the engine's vectors for those who read or fill chunks: no copy, no allocation
// per row.
//
// How values lie in a vector (VectorView::At<T>, VectorWriter::Set<T>):
//   BOOLEAN bool; integers intN_t / uintN_t; HUGEINT Int128; UHUGEINT duckdb_uhugeint; FLOAT float;
//   DOUBLE double DECIMAL(w,s): the unscaled number as int16_t (w <= 4), int32_t (<= 9), int64_t
//   (<= 18), Int128 (<= 38) VARCHAR, JSON, BLOB, BIT: duckdb_string_t (use TextAt, SetText,
//   SetBytes); ENUM: uint8/16/32 index (use LabelAt) DATE int32 days; TIME int64 µs of the day;
//   TIMESTAMP and TIMESTAMP WITH TIME ZONE int64 µs since 1970 UTC, _S, _MS, _NS in those units;
//   TIME WITH TIME ZONE uint64 (duckdb_from_time_tz); INTERVAL duckdb_interval UUID Int128: the
//   128-bit number with its top bit flipped
#pragma once

#include <duckdb.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "data/database.h"
#include "data/type.h"

namespace aietl::data {

__extension__ typedef __int128 Int128;

constexpr int64_t kVectorRows = 2048;  // STANDARD_VECTOR_SIZE: the most rows in a chunk

struct LogicalTypeDeleter {
  void operator()(duckdb_logical_type type) const { duckdb_destroy_logical_type(&type); }
};
using LogicalType = std::unique_ptr<_duckdb_logical_type, LogicalTypeDeleter>;

// Text that the C API allocated.
struct EngineTextDeleter {
  void operator()(char* text) const { duckdb_free(text); }
};
using EngineText = std::unique_ptr<char, EngineTextDeleter>;

Type TypeOf(duckdb_logical_type type);
// kUnsupported for types that only have a name here (TypeId::kOther).
Result<LogicalType> MakeLogicalType(const Type& type);

// An empty chunk to be filled with VectorWriter and SetRows.
Result<Chunk> MakeChunk(const std::vector<Type>& types);
inline void SetRows(duckdb_data_chunk chunk, int64_t rows) {
  duckdb_data_chunk_set_size(chunk, static_cast<idx_t>(rows));
}

// Values of one column, or of one child of a nested column. Cheap to make and copy; `type` and the
// chunk must outlive it.
class VectorView {
 public:
  VectorView(duckdb_vector vector, const Type& type)
      : vector_(vector),
        data_(duckdb_vector_get_data(vector)),
        validity_(duckdb_vector_get_validity(vector)),
        type_(&type) {}
  // The column of a chunk.
  VectorView(duckdb_data_chunk chunk, int column, const Type& type)
      : VectorView(duckdb_data_chunk_get_vector(chunk, static_cast<idx_t>(column)), type) {}

  const Type& type() const { return *type_; }
  duckdb_vector handle() const { return vector_; }

  bool IsNull(int64_t row) const {
    return validity_ != nullptr && ((validity_[row >> 6] >> (row & 63)) & 1) == 0;
  }
  template <class T>
  T At(int64_t row) const {
    T value;  // copied: the engine aligns 16-byte values to 8
    std::memcpy(&value, static_cast<const char*>(data_) + row * static_cast<int64_t>(sizeof(T)),
                sizeof(T));
    return value;
  }
  // VARCHAR, JSON, BLOB, BIT (the last in the engine's padded form).
  std::string_view TextAt(int64_t row) const {
    const auto& text = static_cast<const duckdb_string_t*>(data_)[row];
    const uint32_t size = text.value.inlined.length;
    return {size <= sizeof(text.value.inlined.inlined) ? text.value.inlined.inlined
                                                       : text.value.pointer.ptr,
            size};
  }
  // Any integer up to HUGEINT, BOOLEAN as 0 and 1, the unscaled number of a DECIMAL, an ENUM's
  // index, days or units of temporal types.
  Int128 IntegerAt(int64_t row) const;
  const std::string& LabelAt(int64_t row) const;  // ENUM

  // Nested values. LIST and MAP: entries [offset, offset + length) of the children; ARRAY: `length`
  // = its size.
  struct Range {
    int64_t offset;
    int64_t length;
  };
  Range ListAt(int64_t row) const;
  // LIST, ARRAY: child 0 holds the elements; MAP: 0 the keys, 1 the values; STRUCT: the fields;
  // UNION: the members.
  VectorView Child(size_t index) const;
  size_t UnionTagAt(int64_t row) const;

 private:
  duckdb_vector vector_;
  const void* data_;
  const uint64_t* validity_;
  const Type* type_;
};

// Fills a vector of a fresh chunk, rows in any order, each once. All values are valid until
// SetNull.
class VectorWriter {
 public:
  VectorWriter(duckdb_vector vector, const Type& type)
      : vector_(vector), data_(duckdb_vector_get_data(vector)), validity_(nullptr), type_(&type) {}
  VectorWriter(duckdb_data_chunk chunk, int column, const Type& type)
      : VectorWriter(duckdb_data_chunk_get_vector(chunk, static_cast<idx_t>(column)), type) {}

  const Type& type() const { return *type_; }

  // Also the children of a STRUCT, as the engine wants it.
  void SetNull(int64_t row);
  template <class T>
  void Set(int64_t row, const T& value) {
    std::memcpy(static_cast<char*>(data_) + row * static_cast<int64_t>(sizeof(T)), &value,
                sizeof(T));
  }
  // VARCHAR, JSON. False, and nothing set, when the bytes are not UTF-8.
  [[nodiscard]] bool SetText(int64_t row, std::string_view text);
  void SetBytes(int64_t row, std::string_view bytes);  // BLOB
  // Any integer type up to HUGEINT, or the unscaled number of a DECIMAL. The caller has checked
  // that it fits.
  void SetInteger(int64_t row, Int128 value);

  // LIST and MAP: appends `length` entries for this row and returns their offset in the children.
  // Children taken before are invalid afterwards.
  int64_t AppendList(int64_t row, int64_t length);
  VectorWriter Child(size_t index) const;  // as VectorView::Child
  void SetUnionTag(int64_t row, size_t member);

 private:
  duckdb_vector vector_;
  void* data_;
  uint64_t* validity_;
  const Type* type_;
};

// The value as the engine prints it (CAST … AS VARCHAR; times with zone in UTC); NULL is nullopt.
// Slow: for samples and messages to the user.
std::optional<std::string> ValueText(const VectorView& vector, int64_t row);

}  // namespace aietl::data
