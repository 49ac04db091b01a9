#include "synthesis/learned/coverage.h"

#include <algorithm>
#include <array>

namespace aietl::synthesis::learned {
namespace {

constexpr uint8_t kWeak = 1, kLinked = 2, kPointed = 3;

// How strongly a node that was pointed to speaks for one that stands in this relation to it.
const std::array<uint8_t, kRelations>& Strengths() {
  static const std::array<uint8_t, kRelations> strengths = [] {
    std::array<uint8_t, kRelations> out{};
    const auto set = [&out](std::initializer_list<NodeRelation> relations, uint8_t strength) {
      for (const NodeRelation relation : relations)
        out[static_cast<size_t>(relation)] = strength;
    };
    set({NodeRelation::kColumnWordExact, NodeRelation::kColumnWordWithoutTable,
         NodeRelation::kColumnWordCell, NodeRelation::kTableWordExact,
         NodeRelation::kValueWordInside, NodeRelation::kValueSameWords},
        kLinked);
    set({NodeRelation::kColumnWordPartial, NodeRelation::kColumnWordNear,
         NodeRelation::kColumnWordMeaning, NodeRelation::kColumnWordGeneric,
         NodeRelation::kTableWordPartial, NodeRelation::kTableWordNear,
         NodeRelation::kTableWordMeaning},
        kWeak);
    return out;
  }();
  return strengths;
}

}  // namespace

Coverage::Coverage(const uint8_t* relations, int nodes)
    : relations_(relations), so_far_(static_cast<size_t>(nodes)) {}

void Coverage::Point(int node) {
  last_ = node;
  const std::array<uint8_t, kRelations>& strengths = Strengths();
  const uint8_t* row = relations_ + static_cast<size_t>(node) * so_far_.size();
  for (size_t j = 0; j < so_far_.size(); ++j)
    so_far_[j] = std::max(so_far_[j], strengths[row[j]]);
  so_far_[static_cast<size_t>(node)] = kPointed;
}

void Coverage::Write(uint8_t* out) const {
  std::copy(so_far_.begin(), so_far_.end(), out);
  if (last_ < 0) return;
  const std::array<uint8_t, kRelations>& strengths = Strengths();
  const uint8_t* row = relations_ + static_cast<size_t>(last_) * so_far_.size();
  for (size_t j = 0; j < so_far_.size(); ++j)
    if (strengths[row[j]] != 0) out[j] = static_cast<uint8_t>(kPointed + strengths[row[j]]);
  out[last_] = 2 * kPointed;
}

}  // namespace aietl::synthesis::learned
