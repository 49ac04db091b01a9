// The tensors while they are learned: gradients, AdamW's moments, the running average.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "synthesis/learned/training/tape.h"
#include "synthesis/learned/weights.h"

namespace aietl::synthesis::learned {

struct AdamOptions {
  double rate = 1e-3;
  double first = 0.9, second = 0.99;
  double decay = 0.01;  // of matrices; scales and biases keep theirs
  double clip = 2;      // the greatest norm of all gradients together
};

class Parameters {
 public:
  // Random beginnings, the same for the same seed.
  Parameters(const NetworkSize& size, const Vocabulary& vocabulary, uint64_t seed);

  Matrix At(const std::string& name);
  void ClearGradients();
  // One step along the gradients; returns their norm before clipping.
  double Step(const AdamOptions& options);
  // Takes the present values into the average.
  void Average();

  // The averaged values, or the present ones before any was taken.
  Weights Learned() const;

  // Values, moments, averages and counts as bytes, for going on later.
  std::string Save() const;
  Result<void> Restore(std::string_view bytes);

  int64_t steps() const { return steps_; }

 private:
  NetworkSize size_;
  Vocabulary vocabulary_;
  std::map<std::string, Tensor> values_;
  std::map<std::string, std::vector<float>> grads_, first_, second_, sums_;
  int64_t steps_ = 0, averaged_ = 0;
};

}  // namespace aietl::synthesis::learned
