#include "synthesis/learned/training/loss.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "synthesis/learned/coverage.h"
#include "synthesis/learned/kernels.h"

namespace aietl::synthesis::learned {
namespace {

using Batch = std::vector<const Example*>;

struct Layout {
  std::vector<Span> nodes, steps;
  std::vector<const uint8_t*> relations, covered;
  std::vector<std::vector<uint8_t>> coverings;  // by question: [step][node]
  int node_count = 0, step_count = 0;
};

// What each step of an example sees as covered.
std::vector<uint8_t> CoveringsOf(const Example& example) {
  const auto n = static_cast<size_t>(example.size());
  std::vector<uint8_t> out(example.steps.size() * n);
  Coverage coverage(example.relations.data(), example.size());
  for (size_t i = 0; i < example.steps.size(); ++i) {
    coverage.Write(out.data() + i * n);
    if (example.steps[i] >= kPointer) coverage.Point(example.steps[i] - kPointer);
  }
  return out;
}

Layout LayoutOf(const Batch& batch) {
  Layout out;
  for (const Example* example : batch) {
    const int steps = static_cast<int>(example->steps.size());
    out.nodes.push_back({out.node_count, out.node_count + example->size()});
    out.steps.push_back({out.step_count, out.step_count + steps});
    out.relations.push_back(example->relations.data());
    out.coverings.push_back(CoveringsOf(*example));
    out.covered.push_back(out.coverings.back().data());
    out.node_count += example->size();
    out.step_count += steps;
  }
  return out;
}

class Graph {
 public:
  Graph(Tape& tape, Parameters& parameters, const NetworkSize& size, const LossOptions& options)
      : tape_(tape), parameters_(parameters), size_(size), options_(options) {}

  Matrix Encode(const Batch& batch, const Layout& layout) {
    Matrix x = Nodes(batch, layout);
    for (int i = 0; i < size_.encoder_layers; ++i) {
      prefix_ = "encoder" + std::to_string(i) + ".";
      Attention self = SelfAttention(x, layout.nodes);
      self.relations = &layout.relations;
      self.relation = Layer("relation");
      self.relation_key = Layer("relation_key");
      self.relation_value = Layer("relation_value");
      x = Added(x, Linear(tape_, Attend(tape_, self), Layer("out")));
      x = Inner(x, "norm2");
    }
    return RmsNormed(tape_, x, All("memory_norm"));
  }

  Matrix Decode(const Batch& batch, const Layout& layout, const Matrix& memory) {
    Matrix x = Steps(batch, layout, memory);
    for (int i = 0; i < size_.decoder_layers; ++i) {
      prefix_ = "decoder" + std::to_string(i) + ".";
      Attention self = SelfAttention(x, layout.steps);
      self.causal = true;
      x = Added(x, Linear(tape_, Attend(tape_, self), Layer("out")));
      Attention cross = self;
      cross.query = Linear(tape_, RmsNormed(tape_, x, Layer("norm2")), Layer("query"));
      cross.memory = Linear(tape_, memory, Layer("memory"));
      cross.key_column = 0;
      cross.value_column = size_.width;
      cross.to = &layout.nodes;
      cross.causal = false;
      cross.relations = &layout.covered;
      cross.relation = Layer("cover");
      cross.relation_key = Layer("cover_key");
      cross.relation_value = Layer("cover_value");
      x = Added(x, Linear(tape_, Attend(tape_, cross), Layer("out2")));
      x = Inner(x, "norm3");
    }
    return RmsNormed(tape_, x, All("final_norm"));
  }

  Matrix All(const std::string& name) { return parameters_.At(name); }

 private:
  Matrix Layer(const char* name) { return parameters_.At(prefix_ + name); }
  Matrix Added(const Matrix& x, const Matrix& y) {
    return Add(tape_, x, y, {options_.dropout, options_.random});
  }
  Matrix Dropped(const Matrix& x) { return Added(tape_.New(x.rows, x.columns), x); }

  Attention SelfAttention(const Matrix& x, const std::vector<Span>& rows) {
    Attention out;
    out.query = Linear(tape_, RmsNormed(tape_, x, Layer("norm1")), Layer("qkv"));
    out.memory = out.query;
    out.key_column = size_.width;
    out.value_column = 2 * size_.width;
    out.width = size_.width;
    out.heads = size_.heads;
    out.from = out.to = &rows;
    return out;
  }

  Matrix Inner(const Matrix& x, const char* norm) {
    const Matrix up =
        Linear(tape_, RmsNormed(tape_, x, Layer(norm)), Layer("up"), Layer("up_bias"));
    return Added(x, Linear(tape_, Relu(tape_, up), Layer("down"), Layer("down_bias")));
  }

  Matrix Nodes(const Batch& batch, const Layout& layout) {
    std::vector<RowPart> words, cues, kinds, flags;
    int row = 0;
    for (const Example* example : batch)
      for (const NodeInput& input : example->inputs) {
        const float share = 1.0F / static_cast<float>(std::max<size_t>(1, input.words.size()));
        for (const int word : input.words)
          words.push_back({row, Forgotten() ? 0 : word, share});
        for (const int cue : input.cues)
          cues.push_back({row, cue, 1});
        kinds.push_back({row, input.kind, 1});
        for (int bit = 0; bit < kNodeFlags; ++bit)
          if ((input.flags >> bit & 1) != 0) flags.push_back({row, bit, 1});
        ++row;
      }
    const Matrix x = tape_.New(layout.node_count, size_.width);
    AddRows(tape_, x, All("word"), std::move(words));
    AddRows(tape_, x, All("cue"), std::move(cues));
    AddRows(tape_, x, All("kind"), std::move(kinds));
    AddRows(tape_, x, All("flag"), std::move(flags));
    return Dropped(x);
  }

  Matrix Steps(const Batch& batch, const Layout& layout, const Matrix& memory) {
    std::vector<RowPart> actions, nodes, states, places;
    int row = 0;
    for (size_t q = 0; q < batch.size(); ++q)
      for (size_t i = 0; i < batch[q]->steps.size(); ++i, ++row) {
        const Step last = i == 0 ? kGrammarActions : batch[q]->steps[i - 1];
        if (i > 0 && last >= kPointer)
          nodes.push_back({row, layout.nodes[q].begin + last - kPointer, 1});
        else
          actions.push_back({row, last, 1});
        states.push_back({row, batch[q]->states[i], 1});
        places.push_back({row, static_cast<int>(i), 1});
      }
    const Matrix x = tape_.New(layout.step_count, size_.width);
    AddRows(tape_, x, All("action"), std::move(actions));
    AddRows(tape_, x, Linear(tape_, memory, All("pointed")), std::move(nodes));
    AddRows(tape_, x, All("state"), std::move(states));
    AddRows(tape_, x, All("place"), std::move(places));
    return Dropped(x);
  }

  bool Forgotten() {
    return options_.word_dropout > 0 && options_.random->Share() < options_.word_dropout;
  }

  Tape& tape_;
  Parameters& parameters_;
  const NetworkSize& size_;
  const LossOptions& options_;
  std::string prefix_;
};

// What the choice of a step is made from.
struct StepSources {
  Matrix grammar, query, key;  // by step, by step, by node
  Matrix relation, used;
  float scale;
};

// Scores one question's steps, and leaves the gradients of its scores for the way back.
class QuestionLoss {
 public:
  QuestionLoss(Tape& tape, const StepSources& choice, const Example& example, Span nodes,
               Span steps)
      : choice_(choice), example_(example), nodes_(nodes), steps_(steps) {
    points_ = tape.Floats(static_cast<size_t>(steps.size()) * nodes.size());
    actions_ = tape.Floats(static_cast<size_t>(steps.size()) * kGrammarActions);
  }

  BatchLoss Compute() {
    const int n = nodes_.size(), width = choice_.key.columns;
    std::vector<float> keys(static_cast<size_t>(n) * width);
    Transpose(n, width, choice_.key.value + At(choice_.key, nodes_.begin), width, keys.data(), n);
    Multiply(steps_.size(), width, n, choice_.query.value + At(choice_.query, steps_.begin), width,
             keys.data(), n, points_, n, false);
    BatchLoss out;
    bool right = true;
    std::vector<int> used(static_cast<size_t>(n));
    int last = -1;
    for (int i = 0; i < steps_.size(); ++i) {
      right = One(i, last, used, out) && right;
      const Step step = example_.steps[static_cast<size_t>(i)];
      if (step < kPointer) continue;
      last = step - kPointer;
      int& times = used[static_cast<size_t>(last)];
      times = std::min(times + 1, 2);
    }
    out.steps = steps_.size();
    out.right = right ? 1 : 0;
    return out;
  }

  void Backward(float factor) {
    const int n = nodes_.size(), width = choice_.key.columns;
    const size_t count = static_cast<size_t>(steps_.size()) * n;
    std::vector<int> used(static_cast<size_t>(n));
    int last = -1;
    for (int i = 0; i < steps_.size(); ++i) {
      const float* actions = actions_ + static_cast<size_t>(i) * kGrammarActions;
      AddScaled(choice_.grammar.grad + At(choice_.grammar, steps_.begin + i), actions, factor,
                kGrammarActions);
      const float* points = points_ + static_cast<size_t>(i) * n;
      for (int j = 0; j < n; ++j) {
        if (points[j] == 0) continue;
        choice_.relation.grad[RelationAt(i, last, j)] += points[j] * factor;
        choice_.used.grad[UsedAt(i, used[static_cast<size_t>(j)])] += points[j] * factor;
      }
      const Step step = example_.steps[static_cast<size_t>(i)];
      if (step < kPointer) continue;
      last = step - kPointer;
      used[static_cast<size_t>(last)] = std::min(used[static_cast<size_t>(last)] + 1, 2);
    }
    for (size_t i = 0; i < count; ++i)
      points_[i] *= factor * choice_.scale;
    Multiply(steps_.size(), n, width, points_, n, choice_.key.value + At(choice_.key, nodes_.begin),
             width, choice_.query.grad + At(choice_.query, steps_.begin), width, true);
    std::vector<float> turned(count);
    Transpose(steps_.size(), n, points_, n, turned.data(), steps_.size());
    Multiply(n, steps_.size(), width, turned.data(), steps_.size(),
             choice_.query.value + At(choice_.query, steps_.begin), width,
             choice_.key.grad + At(choice_.key, nodes_.begin), width, true);
  }

 private:
  static size_t At(const Matrix& matrix, int row) {
    return static_cast<size_t>(row) * matrix.columns;
  }
  size_t RelationAt(int step, int last, int node) const {
    const int relation = last < 0
                             ? kRelations
                             : example_.relations[static_cast<size_t>(last) * nodes_.size() + node];
    return At(choice_.relation, example_.states[static_cast<size_t>(step)]) + relation;
  }
  size_t UsedAt(int step, int times) const {
    return At(choice_.used, example_.states[static_cast<size_t>(step)]) + times;
  }

  // Replaces the scores of step i by probabilities less the truth. Is the truth the likeliest?
  bool One(int i, int last, const std::vector<int>& used, BatchLoss& out) {
    const int n = nodes_.size();
    const Allowed& allowed = example_.allowed[static_cast<size_t>(i)];
    const float* grammar = choice_.grammar.value + At(choice_.grammar, steps_.begin + i);
    float* actions = actions_ + static_cast<size_t>(i) * kGrammarActions;
    float* points = points_ + static_cast<size_t>(i) * n;
    scores_.clear();
    places_.clear();
    const Step truth = example_.steps[static_cast<size_t>(i)];
    size_t right = 0;
    for (int a = 0; a < kGrammarActions; ++a) {
      if ((allowed.actions >> a & 1) == 0) continue;
      if (a == truth) right = scores_.size();
      scores_.push_back(grammar[a]);
      places_.push_back(actions + a);
    }
    for (int j = 0; j < n; ++j) {
      const float dot = points[j];
      points[j] = 0;
      if ((allowed.kinds >> static_cast<int>(example_.kinds[static_cast<size_t>(j)]) & 1) == 0)
        continue;
      if (j == truth - kPointer) right = scores_.size();
      scores_.push_back(dot * choice_.scale + choice_.relation.value[RelationAt(i, last, j)] +
                        choice_.used.value[UsedAt(i, used[static_cast<size_t>(j)])]);
      places_.push_back(points + j);
    }
    const float score = scores_[right];
    const bool likeliest = *std::max_element(scores_.begin(), scores_.end()) <= score;
    const float log_sum = Softmax(scores_.data(), static_cast<int>(scores_.size()));
    out.sum += static_cast<double>(log_sum - score);
    for (size_t c = 0; c < scores_.size(); ++c)
      *places_[c] = scores_[c];
    *places_[right] -= 1;
    return likeliest;
  }

  const StepSources& choice_;
  const Example& example_;
  Span nodes_, steps_;
  float* points_;
  float* actions_;
  std::vector<float> scores_;
  std::vector<float*> places_;
};

}  // namespace

BatchLoss LossOf(Tape& tape, Parameters& parameters, const NetworkSize& size, const Batch& batch,
                 const LossOptions& options) {
  const auto layout = std::make_shared<Layout>(LayoutOf(batch));
  // Operations keep pointers into the layout until the tape is cleared.
  tape.OnBackward([layout] {});
  Graph graph(tape, parameters, size, options);
  const Matrix memory = graph.Encode(batch, *layout);
  const Matrix last = graph.Decode(batch, *layout, memory);
  const auto choice = std::make_shared<StepSources>();
  choice->grammar = Linear(tape, last, graph.All("choose"));
  std::vector<RowPart> states;
  for (const Example* example : batch)
    for (const int state : example->states)
      states.push_back({static_cast<int>(states.size()), state, 1});
  AddRows(tape, choice->grammar, graph.All("choose_bias"), std::move(states));
  choice->query = Linear(tape, last, graph.All("point_query"));
  choice->key = Linear(tape, memory, graph.All("point_key"));
  choice->relation = graph.All("point_relation");
  choice->used = graph.All("point_used");
  choice->scale = 1 / std::sqrt(static_cast<float>(size.width));
  const auto losses = std::make_shared<std::vector<QuestionLoss>>();
  BatchLoss out;
  for (size_t q = 0; q < batch.size(); ++q) {
    losses->emplace_back(tape, *choice, *batch[q], layout->nodes[q], layout->steps[q]);
    const BatchLoss one = losses->back().Compute();
    out.sum += one.sum;
    out.steps += one.steps;
    out.right += one.right;
  }
  const float factor = 1.0F / static_cast<float>(std::max(1, out.steps));
  tape.OnBackward([choice, losses, factor] {
    for (QuestionLoss& loss : *losses)
      loss.Backward(factor);
  });
  return out;
}

}  // namespace aietl::synthesis::learned
