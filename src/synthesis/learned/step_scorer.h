// The network's second half, one step at a time for several sequences at once. What a sequence's
// earlier steps gave is kept, and shared by all that begin alike.
#pragma once

#include <utility>
#include <vector>

#include "synthesis/learned/coverage.h"
#include "synthesis/learned/network_layers.h"

namespace aietl::synthesis::learned {

// A sequence so far.
struct Partial {
  explicit Partial(Coverage nothing) : coverage(std::move(nothing)) {}

  Decoder decoder;
  double log_probability = 0;
  std::vector<int> slots;     // of StepScorer, one a step
  std::vector<uint8_t> used;  // by node: how often it was pointed to, at most 2
  int last_node = -1;
  Coverage coverage;
};

struct Choice {
  Step step = 0;
  double log_probability = 0;  // of this step
};

// One thread; lives as long as the encoded graph.
class StepScorer {
 public:
  StepScorer(const Network::Layers& layers, const Encoded& encoded);

  Partial Begin() const;
  // The allowed steps after each; its own slot is added to each.
  std::vector<std::vector<Choice>> Next(std::vector<Partial>& partials);
  void Apply(Partial& partial, const Choice& choice) const;

 private:
  void Inputs(const std::vector<Partial>& partials, const std::vector<int>& states);
  void LookBack(const DecoderLayer& layer, size_t number, const std::vector<Partial>& partials);
  void LookAtMemory(const DecoderLayer& layer, const Encoded::Memory& memory, int rows);
  void LookWithCoverage(const DecoderLayer& layer, int row, int head, float* scores);
  void AddCovered(const DecoderLayer& layer, int row, int head, const float* shares);
  std::vector<Choice> ChoicesOf(const Partial& partial, const Allowed& allowed, int state,
                                const float* grammar, const float* points);

  const Network::Layers& layers_;
  const Encoded& encoded_;
  int slots_ = 0;
  std::vector<std::vector<float>> kept_;  // by layer: [slot][key and value]
  std::vector<float> x_, normed_, query_, mixed_, shares_;
  std::vector<uint8_t> covered_;  // [row][node]
};

}  // namespace aietl::synthesis::learned
