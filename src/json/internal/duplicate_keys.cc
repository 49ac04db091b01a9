#include "json/internal/duplicate_keys.h"

#include <map>

#include "base/text.h"

namespace aietl::json {

Result<void> CheckKeysDiffer(const Node& mapping, const std::string& file) {
  std::map<std::string_view, const Node*> seen;
  for (const auto& [key, value] : mapping.members) {
    const auto [first, is_new] = seen.emplace(key.text, &key);
    if (is_new) continue;
    return Fail(
        Error(Code::kInvalid, "duplicate_key", Msg("the key {} occurs twice", key.text))
            .At({file, key.line, key.column})
            .About(key.text)
            .Hint(Msg("the first one stands in line {}; remove one of them", first->second->line)));
  }
  return {};
}

}  // namespace aietl::json
