// Reading only what is new: watermark windows, and recognising rows that were delivered before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connectors/connector.h"
#include "data/type.h"
#include "spec/pipeline.h"

namespace aietl::runs {

// What the store keeps per pipeline and source once every target is durable.
struct DeliveredState {
  std::string watermark;  // the greatest delivered, as text; empty: nothing yet
  // Rows with watermark ≥ (greatest - lag), as "md5 count" lines: what may come again.
  std::string window;
};

struct Window {
  std::vector<connectors::Bound> bounds;  // for the read
  std::string text;                       // for people; empty: everything
};

// `type` is the watermark column's. Times lose `lag` µs, integers `lag` units.
Result<Window> ReadWindow(const spec::Incremental& incremental, const data::Type& type,
                          const DeliveredState& state);

// The backfill's half-open range of one slice.
struct Slice {
  std::string from, to;  // [from, to)
  std::string text;
};
// A..B, both inclusive, cut into days (up to 62), else months; integers into one slice.
Result<std::vector<Slice>> MakeSlices(const std::string& from, const std::string& to,
                                      const data::Type& type);

// SELECT over `raw` (a table holding what was read) without the rows delivered before.
std::string NewRowsSql(const std::string& raw, const std::vector<std::string>& columns,
                       const std::string& watermark, const DeliveredState& state);
// SELECT giving one row: the greatest watermark as text (NULL when there is no row).
std::string GreatestSql(const std::string& raw, const std::string& watermark);
// SELECT of (md5, count) of the rows of `raw` that may come again, given the new greatest
// watermark.
std::string WindowRowsSql(const std::string& raw, const std::vector<std::string>& columns,
                          const spec::Incremental& incremental, const data::Type& type,
                          const std::string& greatest);

}  // namespace aietl::runs
