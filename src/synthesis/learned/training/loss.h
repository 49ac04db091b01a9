// The network as a function of its parameters: how badly it foretells the steps of some examples.
#pragma once

#include <vector>

#include "synthesis/learned/training/examples.h"
#include "synthesis/learned/training/parameters.h"
#include "synthesis/learned/training/tape.h"

namespace aietl::synthesis::learned {

struct LossOptions {
  double dropout = 0;
  double word_dropout = 0;  // share of words that are taken for unknown
  Random* random = nullptr;
};

struct BatchLoss {
  double sum = 0;  // of negative log likelihoods
  int steps = 0;
  int right = 0;  // examples whose every step is the likeliest
};

// Adds the gradients of the mean over all steps when the tape goes backward.
BatchLoss LossOf(Tape& tape, Parameters& parameters, const NetworkSize& size,
                 const std::vector<const Example*>& batch, const LossOptions& options);

}  // namespace aietl::synthesis::learned
