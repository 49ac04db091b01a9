// The learned numbers and the words that they belong to: what training writes and the network
// reads.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "synthesis/learned/actions.h"
#include "synthesis/learned/question_graph.h"

namespace aietl::synthesis::learned {

constexpr int kNodeTypes = 5;  // ColumnType's; a node's first number is kind * kNodeTypes + type

struct NetworkSize {
  int width = 128;
  int heads = 8;
  int encoder_layers = 4;
  int decoder_layers = 2;
  int inner = 256;  // between the two matrices of a layer's second half
};

struct Tensor {
  int rows = 0, columns = 0;
  std::vector<float> values;
};

// Words and states by number. Number 0 stands for what is not known.
struct Vocabulary {
  std::vector<std::string> words{""}, cues{""};
  std::vector<Allowed> states{{}};  // by what may come next
  std::unordered_map<std::string, int> word_numbers, cue_numbers;

  void AddWord(const std::string& word);
  void AddCue(const std::string& cue);
  int StateOf(const Allowed& allowed) const;
};

// What of a node goes into the network. Words: those of the stems and glosses that are known.
struct NodeInput {
  std::vector<int> words, cues;
  int kind = 0;  // and type
  uint32_t flags = 0;
};
NodeInput InputOf(const Node& node, const Vocabulary& vocabulary);

struct Weights {
  NetworkSize size;
  Vocabulary vocabulary;
  std::map<std::string, Tensor> tensors;
};

// The tensors that a network of this size has, zeroed.
std::map<std::string, Tensor> TensorsOf(const NetworkSize& size, const Vocabulary& vocabulary);

// File: "AINL", then little-endian 32-bit version, length of the header and checksum of all that
// follows (FNV-1a, 32 bits); the header as lines of text; the tensors as 16-bit floats in the
// header's order.
std::string WriteWeights(const Weights& weights);
Result<Weights> ReadWeights(std::string_view bytes);

uint16_t HalfOf(float value);  // IEEE 754 binary16, to nearest
float FloatOf(uint16_t half);

}  // namespace aietl::synthesis::learned
