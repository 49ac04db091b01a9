// The JSON reader on arbitrary bytes: never crashes, and what it accepts is written and read back
// unchanged.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "json/node.h"

namespace aietl {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<json::Value> value = json::Parse(text);
  const Result<json::Node> node = json::ParseJsonNode(text, "fuzz.json");
  if (!value) {
    if (node || value.error().place.line < 1) std::abort();
    return 0;
  }
  const Result<json::Value> again = json::Parse(json::Write(*value, size % 2 == 1));
  if (!again || *again != *value) std::abort();
  // Duplicate keys are the only thing that documents refuse beyond JSON itself.
  if (!node ? node.error().id != "duplicate_key" : node->ToValue() != *value) std::abort();
  return 0;
}

}  // namespace aietl
