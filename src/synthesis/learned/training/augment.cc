#include "synthesis/learned/training/augment.h"

#include <algorithm>

namespace aietl::synthesis::learned {
namespace {

uint8_t ByDistance(int distance) {
  constexpr int kFirst = static_cast<int>(NodeRelation::kWordFirst),
                kLast = static_cast<int>(NodeRelation::kWordLast);
  constexpr int kFar = (kLast - kFirst) / 2;
  return static_cast<uint8_t>(kFirst + kFar + std::clamp(distance, -kFar, kFar));
}

}  // namespace

Example WithoutWords(const Example& example, double share, Random& random) {
  std::vector<size_t> kept;
  std::vector<Step> places(example.kinds.size(), -1);
  for (size_t i = 0; i < example.kinds.size(); ++i) {
    if (example.idle[i] && random.Share() < share) continue;
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
    out.idle.push_back(example.idle[i]);
    out.glosses.push_back(example.glosses[i]);
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

Example InOtherWords(Example example, Random& random) {
  constexpr double kKnownStem = 0.3;  // names and loans are alike in both languages
  for (size_t i = 0; i < example.kinds.size(); ++i) {
    if (example.kinds[i] != NodeKind::kWord) continue;
    NodeInput& input = example.inputs[i];
    const bool meant = example.glosses[i] != std::vector<int>{0} || !input.cues.empty();
    if (meant || random.Share() >= kKnownStem) input.words = example.glosses[i];
  }
  return example;
}

}  // namespace aietl::synthesis::learned
