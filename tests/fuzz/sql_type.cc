// Type names on arbitrary bytes: never crashes, and what is accepted is printed and read back as
// the same type.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "data/type.h"

namespace aietl {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<data::Type> type = data::ParseType(text);
  if (!type) return 0;
  const Result<data::Type> again = data::ParseType(type->ToSql());
  if (!again || *again != *type) std::abort();
  return 0;
}

}  // namespace aietl
