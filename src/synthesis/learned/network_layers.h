// The network's numbers laid out for use, and its two halves.
#pragma once

#include <vector>

#include "synthesis/learned/kernels.h"
#include "synthesis/learned/network.h"

namespace aietl::synthesis::learned {

struct InnerLayer {
  std::vector<float> norm, up_bias, down_bias;
  Packed up, down;
};
struct EncoderLayer {
  std::vector<float> norm, relation, relation_key, relation_value;
  Packed qkv, out;
  InnerLayer inner;
};
struct DecoderLayer {
  std::vector<float> norm1, norm2, cover, cover_key, cover_value;
  Packed qkv, out, query, memory, out2;
  InnerLayer inner;
};

struct Network::Layers {
  NetworkSize size;
  Vocabulary vocabulary;
  std::vector<float> word, cue, kind, flag, action, state, place;
  std::vector<float> memory_norm, final_norm, choose_bias, point_relation, point_used;
  Packed pointed, choose, point_query, point_key;
  std::vector<EncoderLayer> encoder;
  std::vector<DecoderLayer> decoder;
};

// A graph as the decoder sees it.
struct Encoded {
  int n = 0;
  const QuestionGraph* graph = nullptr;
  std::vector<float> pointed, point_key;  // [n][width], [width][n]
  struct Memory {
    std::vector<float> key, value;  // [width][n], [n][width]
  };
  std::vector<Memory> layers;
};

// x[rows][width] += the layer's second half of x.
void AddInner(const NetworkSize& size, const InnerLayer& layer, int rows, float* x);

}  // namespace aietl::synthesis::learned
