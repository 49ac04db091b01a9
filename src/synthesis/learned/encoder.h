// The network's first half.
#pragma once

#include "synthesis/learned/network_layers.h"

namespace aietl::synthesis::learned {

Encoded Encode(const Network::Layers& layers, const QuestionGraph& graph);

}  // namespace aietl::synthesis::learned
