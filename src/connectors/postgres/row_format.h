// Rows of PostgreSQL's binary COPY (manual, "COPY", "Binary Format") to and from the engine's
// vectors, without an allocation a value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/postgres/types.h"
#include "data/vector.h"

namespace aietl::connectors {

inline constexpr std::string_view kPgCopySignature{"PGCOPY\n\xff\r\n\0", 11};

enum class PgMisfit : uint8_t {
  kNone,
  kBroken,  // not the format: lengths, counts, unknown forms
  kNotUtf8,
  kTooManyDigits,  // a number that the column's engine type does not hold to the digit
  kNotANumber,     // NaN or infinity in a numeric
  kOutOfRange,     // a time beyond the engine's, or beyond the server's
  kDimensions,     // an array of several dimensions, or one that does not begin at 1
  kZeroByte,       // a text with a byte 0, which the server cannot hold
};

struct PgRowStatus {
  PgMisfit misfit = PgMisfit::kNone;
  int column = -1;  // of the decoder's or encoder's columns
};

struct PgDecodedColumn {
  data::Type type;
  PgWire wire = PgWire::kText;
  PgWire element = PgWire::kText;
};

// Decodes rows whose fields are the columns in order.
class PgRowDecoder {
 public:
  explicit PgRowDecoder(std::vector<PgDecodedColumn> columns) : columns_(std::move(columns)) {}
  // The 19 bytes at the beginning. Returns their number with the extension, 0: it is none.
  static size_t HeaderSize(std::string_view data);
  static bool IsTrailer(std::string_view data);
  // One row, whole, into `row` of the chunk. `writers`: one a column.
  PgRowStatus Decode(std::string_view data, std::vector<data::VectorWriter>& writers,
                     int64_t row) const;
  const std::vector<PgDecodedColumn>& columns() const { return columns_; }

 private:
  std::vector<PgDecodedColumn> columns_;
};

struct PgEncodedColumn {
  data::Type type;
  PgStore store;
};

class PgRowEncoder {
 public:
  explicit PgRowEncoder(std::vector<PgEncodedColumn> columns) : columns_(std::move(columns)) {}
  static void AppendHeader(std::string* out);
  static void AppendTrailer(std::string* out);
  // Appends the rows [first, last) of the chunk.
  PgRowStatus Encode(const data::Chunk& chunk, int64_t first, int64_t last, std::string* out) const;

 private:
  std::vector<PgEncodedColumn> columns_;
};

}  // namespace aietl::connectors
