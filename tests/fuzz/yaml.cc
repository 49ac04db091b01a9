// The YAML reader on arbitrary bytes: never crashes, names places inside the text, and what it
// accepts is written and read back unchanged.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "json/node.h"

namespace aietl {

namespace {

bool HoldsNan(const json::Value& value) {
  if (value.is_number()) return std::isnan(value.AsDouble());
  for (const json::Value& item : value.AsArray()) {
    if (HoldsNan(item)) return true;
  }
  for (const auto& [key, member] : value.AsObject()) {
    if (HoldsNan(member)) return true;
  }
  return false;
}

void CheckPlaces(const json::Node& node) {
  if (node.line < 1 || node.column < 1 || node.text_line < node.line || node.text_column < 1)
    std::abort();
  for (const json::Node& item : node.items)
    CheckPlaces(item);
  for (const auto& [key, value] : node.members) {
    CheckPlaces(key);
    CheckPlaces(value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<json::Node> node = json::ParseYaml(text, "fuzz.yaml");
  if (!node) {
    if (node.error().message.empty() || node.error().code != Code::kInvalid) std::abort();
    return 0;
  }
  if (node->kind != json::NodeKind::kNull) CheckPlaces(*node);
  const json::Value value = node->ToValue();
  if (HoldsNan(value)) return 0;
  const Result<json::Node> again = json::ParseYaml(json::WriteYaml(value), "fuzz.yaml");
  if (!again || again->ToValue() != value) std::abort();
  return 0;
}

}  // namespace aietl
