#include "spec/findings.h"

#include "base/did_you_mean.h"
#include "base/text.h"

namespace aietl::spec {

std::string DidYouMeanOrList(std::string_view name, const std::vector<std::string>& names) {
  std::string hint = DidYouMean(name, names);
  if (!hint.empty() || names.empty()) return hint;
  constexpr size_t kMost = 12;
  std::string list;
  for (size_t i = 0; i < names.size() && i < kMost; ++i)
    list += (i > 0 ? ", " : "") + names[i];
  if (names.size() > kMost) list += ", …";
  return Msg("there are: {}", list);
}

}  // namespace aietl::spec
