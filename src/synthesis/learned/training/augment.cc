#include "synthesis/learned/training/augment.h"

#include <algorithm>

namespace aietl::synthesis::learned {
namespace {

bool SaysNothing(const Example& example, size_t node) {
  constexpr uint32_t kSpeaks =
      kFlagInColumn | kFlagInTable | kFlagInValue | kFlagQuoted | kFlagNumberWord;
  const NodeInput& input = example.inputs[node];
  return example.kinds[node] == NodeKind::kWord && input.cues.empty() &&
         (input.flags & kSpeaks) == 0;
}

uint8_t ByDistance(int distance) {
  constexpr int kFirst = static_cast<int>(Relation::kWordFirst),
                kLast = static_cast<int>(Relation::kWordLast);
  constexpr int kFar = (kLast - kFirst) / 2;
  return static_cast<uint8_t>(kFirst + kFar + std::clamp(distance, -kFar, kFar));
}

}  // namespace

Example WithoutWords(const Example& example, double share, Random& random) {
  std::vector<size_t> kept;
  std::vector<Step> places(example.kinds.size(), -1);
  for (size_t i = 0; i < example.kinds.size(); ++i) {
    if (SaysNothing(example, i) && random.Share() < share) continue;
    places[i] = static_cast<Step>(kept.size());
    kept.push_back(i);
  }
  Example out;
  out.id = example.id;
  out.database = example.database;
  out.allowed = example.allowed;
  out.states = example.states;
  for (const size_t i : kept) {
    out.inputs.push_back(example.inputs[i]);
    out.kinds.push_back(example.kinds[i]);
    for (const size_t j : kept) {
      const bool words = example.kinds[i] == NodeKind::kWord && example.kinds[j] == NodeKind::kWord;
      out.relations.push_back(words ? ByDistance(places[j] - places[i])
                                    : example.relations[i * example.kinds.size() + j]);
    }
  }
  // Steps point to what is no word, so that their nodes are still there.
  for (const Step step : example.steps)
    out.steps.push_back(step < kPointer ? step
                                        : kPointer + places[static_cast<size_t>(step - kPointer)]);
  return out;
}

}  // namespace aietl::synthesis::learned
