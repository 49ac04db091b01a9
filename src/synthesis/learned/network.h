// The learned network in use: the graph of a question goes in, the likeliest step sequences come
// out. A relation-aware encoder (RAT-SQL, arXiv 1911.04942) over words, columns, tables and values,
// and a decoder that attends to it and chooses among grammar actions and nodes.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "synthesis/learned/actions.h"
#include "synthesis/learned/question_graph.h"
#include "synthesis/learned/weights.h"

namespace aietl::synthesis::learned {

struct Beam {
  std::vector<Step> steps;
  double log_probability = 0;  // of the whole sequence
};

// Immutable once read; any number of threads.
class Network {
 public:
  static Result<std::shared_ptr<const Network>> Read(std::string_view bytes);
  explicit Network(Weights weights);
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;
  ~Network();

  // At most `width` finished sequences, the likeliest first.
  std::vector<Beam> Decode(const QuestionGraph& graph, int width) const;

  // Of a sequence that the state machine allows; minus infinity of any other.
  double LogProbability(const QuestionGraph& graph, const std::vector<Step>& steps) const;

  struct Layers;

 private:
  std::unique_ptr<const Layers> layers_;
};

// The network that the program carries; null where it was built without one.
const Network* BuiltinNetwork();

}  // namespace aietl::synthesis::learned
