#include <doctest/doctest.h>

#include <cmath>

#include "synthesis/learned/training/loss.h"

using namespace aietl::synthesis::learned;

namespace {

// Random graphs and step sequences: nothing about language is needed to check arithmetic.
Example RandomExample(Random& random, int nodes, int steps, const Vocabulary& vocabulary) {
  Example out;
  const auto below = [&random](size_t n) { return static_cast<int>(random.Next() % n); };
  for (int i = 0; i < nodes; ++i) {
    NodeInput input;
    for (int w = below(3); w >= 0; --w)
      input.words.push_back(below(vocabulary.words.size()));
    if (below(2) == 1) input.cues.push_back(below(vocabulary.cues.size()));
    input.kind = below(kNodeKinds * kNodeTypes);
    input.flags = static_cast<uint32_t>(below(size_t{1} << kNodeFlags));
    out.inputs.push_back(input);
    out.kinds.push_back(i % 2 == 0 ? NodeKind::kColumn : NodeKind::kTable);
  }
  for (int i = 0; i < nodes * nodes; ++i)
    out.relations.push_back(static_cast<uint8_t>(below(kRelations)));
  for (int i = 0; i < steps; ++i) {
    const bool points = below(2) == 1;
    Allowed allowed{0xFFF, static_cast<uint8_t>(1U << static_cast<int>(NodeKind::kColumn))};
    out.steps.push_back(points ? kPointer + below(static_cast<size_t>((nodes + 1) / 2)) * 2
                               : below(12));
    out.allowed.push_back(allowed);
    out.states.push_back(below(vocabulary.states.size()));
  }
  return out;
}

struct Small {
  Vocabulary vocabulary;
  NetworkSize size{16, 2, 2, 2, 24};
  Small() {
    for (const char* word : {"a", "b", "c", "d"})
      vocabulary.AddWord(word);
    vocabulary.AddCue("count");
    vocabulary.states.push_back({0xFFF, 4});
  }
};

}  // namespace

TEST_CASE("gradients of the loss are those of finite differences") {
  Small small;
  Parameters parameters(small.size, small.vocabulary, 3);
  Random random(7);
  std::vector<Example> examples;
  for (int i = 0; i < 3; ++i)
    examples.push_back(RandomExample(random, 5 + i, 4 + i, small.vocabulary));
  std::vector<const Example*> batch;
  for (const Example& example : examples)
    batch.push_back(&example);
  Tape tape;
  const auto loss = [&] {
    tape.Clear();
    const BatchLoss out = LossOf(tape, parameters, small.size, batch, {});
    return out.sum / out.steps;
  };
  loss();
  parameters.ClearGradients();
  tape.Backward();
  std::map<std::string, std::vector<float>> gradients;
  const auto shapes = TensorsOf(small.size, small.vocabulary);
  for (const auto& [name, tensor] : shapes) {
    const Matrix matrix = parameters.At(name);
    gradients[name].assign(matrix.grad, matrix.grad + matrix.size());
  }
  for (const auto& [name, tensor] : shapes) {
    const Matrix matrix = parameters.At(name);
    CAPTURE(name);
    // Along the gradient itself the loss must rise by the gradient's square.
    double square = 0;
    for (const float g : gradients[name])
      square += static_cast<double>(g) * static_cast<double>(g);
    CHECK(square > 0);
    const double length = std::sqrt(square), step = 4e-3;
    const std::vector<float> before(matrix.value, matrix.value + matrix.size());
    const auto moved = [&](double by) {
      for (size_t i = 0; i < matrix.size(); ++i)
        matrix.value[i] =
            before[i] + static_cast<float>(by * static_cast<double>(gradients[name][i]) / length);
      return loss();
    };
    const double slope = (moved(step) - moved(-step)) / (2 * step);
    std::copy(before.begin(), before.end(), matrix.value);
    CHECK(slope == doctest::Approx(length).epsilon(0.03));
  }
}

TEST_CASE("training learns a few examples by heart, and a checkpoint goes on where it stopped") {
  Small small;
  Random random(11);
  std::vector<Example> examples;
  for (int i = 0; i < 6; ++i)
    examples.push_back(RandomExample(random, 6, 5, small.vocabulary));
  std::vector<const Example*> batch;
  for (const Example& example : examples)
    batch.push_back(&example);
  Tape tape;
  const auto train = [&](Parameters& parameters, int steps) {
    BatchLoss last;
    for (int i = 0; i < steps; ++i) {
      tape.Clear();
      parameters.ClearGradients();
      last = LossOf(tape, parameters, small.size, batch, {});
      tape.Backward();
      parameters.Step({.rate = 1e-2});
    }
    return last;
  };
  Parameters parameters(small.size, small.vocabulary, 5);
  const double first = train(parameters, 1).sum;
  const BatchLoss last = train(parameters, 150);
  CHECK(last.sum < first / 20);
  CHECK(last.right == 6);

  const std::string saved = parameters.Save();
  Parameters other(small.size, small.vocabulary, 6);
  REQUIRE(other.Restore(saved));
  CHECK(train(parameters, 3).sum == train(other, 3).sum);
  CHECK_FALSE(other.Restore("not a checkpoint"));
}
