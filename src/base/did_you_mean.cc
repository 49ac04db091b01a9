#include "base/did_you_mean.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace aietl {
namespace {

// Optimal string alignment distance: insert, delete, replace, swap of neighbours.
size_t Distance(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> before_previous(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j)
    previous[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before_previous[j - 2] + 1);
      }
    }
    std::swap(before_previous, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

}  // namespace

std::vector<std::string> NearestNames(std::string_view name, const std::vector<std::string>& names,
                                      size_t most) {
  const std::u32string wanted = DecodeUtf8(LowerUtf8(name));
  std::vector<std::pair<size_t, const std::string*>> near;
  for (const std::string& candidate : names) {
    const std::u32string other = DecodeUtf8(LowerUtf8(candidate));
    const size_t limit = std::max<size_t>(1, std::max(wanted.size(), other.size()) / 3);
    const size_t distance = Distance(wanted, other);
    if (distance <= limit) near.emplace_back(distance, &candidate);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (const auto& [distance, candidate] : near) {
    if (out.size() == most) break;
    out.push_back(*candidate);
  }
  return out;
}

std::string DidYouMean(std::string_view name, const std::vector<std::string>& names) {
  const std::vector<std::string> near = NearestNames(name, names);
  if (near.empty()) return {};
  std::string list;
  for (size_t i = 0; i < near.size(); ++i) {
    if (i > 0) list += i + 1 == near.size() ? std::string(" ") + Tr("or") + " " : ", ";
    list += near[i];
  }
  return Msg("did you mean {}?", list);
}

}  // namespace aietl
