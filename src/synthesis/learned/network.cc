#include "synthesis/learned/network.h"

#include <algorithm>
#include <limits>
#include <string>

#include "synthesis/learned/encoder.h"
#include "synthesis/learned/step_scorer.h"

namespace aietl::synthesis::learned {
namespace {

// Takes tensors out of what was read.
class Taker {
 public:
  explicit Taker(Weights& weights) : weights_(weights) {}
  std::vector<float> Table(const std::string& name) { return std::move(At(name).values); }
  Packed Factor(const std::string& name) {
    const Tensor& tensor = At(name);
    return Pack(tensor.rows, tensor.columns, tensor.values.data());
  }
  InnerLayer Inner(const std::string& prefix, const char* norm) {
    InnerLayer out;
    out.norm = Table(prefix + norm);
    out.up = Factor(prefix + "up");
    out.up_bias = Table(prefix + "up_bias");
    out.down = Factor(prefix + "down");
    out.down_bias = Table(prefix + "down_bias");
    return out;
  }

 private:
  Tensor& At(const std::string& name) { return weights_.tensors.at(name); }
  Weights& weights_;
};

EncoderLayer EncoderLayerOf(Taker& take, const std::string& prefix) {
  EncoderLayer out;
  out.norm = take.Table(prefix + "norm1");
  out.qkv = take.Factor(prefix + "qkv");
  out.out = take.Factor(prefix + "out");
  out.relation = take.Table(prefix + "relation");
  out.relation_key = take.Table(prefix + "relation_key");
  out.relation_value = take.Table(prefix + "relation_value");
  out.inner = take.Inner(prefix, "norm2");
  return out;
}

DecoderLayer DecoderLayerOf(Taker& take, const std::string& prefix) {
  DecoderLayer out;
  out.norm1 = take.Table(prefix + "norm1");
  out.qkv = take.Factor(prefix + "qkv");
  out.out = take.Factor(prefix + "out");
  out.norm2 = take.Table(prefix + "norm2");
  out.query = take.Factor(prefix + "query");
  out.memory = take.Factor(prefix + "memory");
  out.out2 = take.Factor(prefix + "out2");
  out.cover = take.Table(prefix + "cover");
  out.cover_key = take.Table(prefix + "cover_key");
  out.cover_value = take.Table(prefix + "cover_value");
  out.inner = take.Inner(prefix, "norm3");
  return out;
}

// One sequence and a step after it.
struct Growth {
  size_t partial = 0;
  Choice choice;
  double log_probability = 0;
};

bool Likelier(const Growth& a, const Growth& b) {
  return a.log_probability > b.log_probability;
}

}  // namespace

Network::Network(Weights weights) {
  auto layers = std::make_unique<Layers>();
  Taker take(weights);
  layers->size = weights.size;
  layers->word = take.Table("word");
  layers->cue = take.Table("cue");
  layers->kind = take.Table("kind");
  layers->flag = take.Table("flag");
  layers->action = take.Table("action");
  layers->state = take.Table("state");
  layers->place = take.Table("place");
  layers->memory_norm = take.Table("memory_norm");
  layers->final_norm = take.Table("final_norm");
  layers->choose_bias = take.Table("choose_bias");
  layers->point_relation = take.Table("point_relation");
  layers->point_used = take.Table("point_used");
  layers->pointed = take.Factor("pointed");
  layers->choose = take.Factor("choose");
  layers->point_query = take.Factor("point_query");
  layers->point_key = take.Factor("point_key");
  for (int i = 0; i < weights.size.encoder_layers; ++i)
    layers->encoder.push_back(EncoderLayerOf(take, "encoder" + std::to_string(i) + "."));
  for (int i = 0; i < weights.size.decoder_layers; ++i)
    layers->decoder.push_back(DecoderLayerOf(take, "decoder" + std::to_string(i) + "."));
  layers->vocabulary = std::move(weights.vocabulary);
  layers_ = std::move(layers);
}

Network::~Network() = default;

Result<std::shared_ptr<const Network>> Network::Read(std::string_view bytes) {
  AIETL_ASSIGN(Weights weights, ReadWeights(bytes));
  return std::make_shared<const Network>(std::move(weights));
}

std::vector<Beam> Network::Decode(const QuestionGraph& graph, int width) const {
  std::vector<Beam> finished;
  if (graph.nodes.empty()) return finished;
  const Encoded encoded = Encode(*layers_, graph);
  StepScorer scorer(*layers_, encoded);
  std::vector<Partial> partials{scorer.Begin()};
  const auto wanted = static_cast<size_t>(width);
  for (int step = 0; step < kMostSteps && !partials.empty(); ++step) {
    const std::vector<std::vector<Choice>> choices = scorer.Next(partials);
    std::vector<Growth> growths;
    for (size_t i = 0; i < partials.size(); ++i)
      for (const Choice& choice : choices[i])
        growths.push_back({i, choice, partials[i].log_probability + choice.log_probability});
    const size_t kept = std::min(wanted, growths.size());
    std::partial_sort(growths.begin(), growths.begin() + static_cast<ptrdiff_t>(kept),
                      growths.end(), Likelier);
    growths.resize(kept);
    std::vector<Partial> next;
    for (const Growth& growth : growths) {
      Partial grown = partials[growth.partial];
      scorer.Apply(grown, growth.choice);
      if (grown.decoder.finished())
        finished.push_back({grown.decoder.steps(), grown.log_probability});
      else
        next.push_back(std::move(grown));
    }
    partials = std::move(next);
    std::stable_sort(finished.begin(), finished.end(), [](const Beam& a, const Beam& b) {
      return a.log_probability > b.log_probability;
    });
    if (finished.size() > wanted) finished.resize(wanted);
    // Longer sequences only become less likely.
    if (finished.size() == wanted && !partials.empty() &&
        partials.front().log_probability <= finished.back().log_probability)
      break;
  }
  return finished;
}

double Network::LogProbability(const QuestionGraph& graph, const std::vector<Step>& steps) const {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  const Encoded encoded = Encode(*layers_, graph);
  StepScorer scorer(*layers_, encoded);
  std::vector<Partial> partials{scorer.Begin()};
  for (const Step step : steps) {
    const std::vector<Choice> choices = scorer.Next(partials)[0];
    const auto at = std::find_if(choices.begin(), choices.end(),
                                 [step](const Choice& choice) { return choice.step == step; });
    if (at == choices.end()) return kNever;
    scorer.Apply(partials[0], *at);
  }
  return partials[0].log_probability;
}

}  // namespace aietl::synthesis::learned
