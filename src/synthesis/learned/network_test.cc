#include "synthesis/learned/network.h"

#include <doctest/doctest.h>

#include <cmath>
#include <thread>

#include "synthesis/learned/training/loss.h"

using namespace aietl::synthesis::learned;

namespace {

// A network of random numbers over a graph of random relations: what it computes must be the same
// in use and in training, whatever it is.
struct Fixture {
  Vocabulary vocabulary;
  NetworkSize size{32, 4, 2, 2, 48};
  QuestionGraph graph;
  std::vector<Step> steps;
  std::vector<Allowed> allowed;

  explicit Fixture(uint64_t seed) {
    for (const char* word : {"how", "mani", "singer", "name"})
      vocabulary.AddWord(word);
    vocabulary.AddCue("count");
    Random random(seed);
    AddNodes(random);
    Walk(random);
    for (const Allowed& mask : allowed)
      if (vocabulary.StateOf(mask) == 0 && random.Share() < 0.8) vocabulary.states.push_back(mask);
  }

  void AddNodes(Random& random) {
    const std::vector<NodeKind> kinds{NodeKind::kWord,   NodeKind::kWord,   NodeKind::kWord,
                                      NodeKind::kStar,   NodeKind::kColumn, NodeKind::kColumn,
                                      NodeKind::kColumn, NodeKind::kTable,  NodeKind::kTable,
                                      NodeKind::kNumber, NodeKind::kText};
    for (const NodeKind kind : kinds) {
      Node node;
      node.kind = kind;
      node.type = static_cast<uint8_t>(random.Next() % kNodeTypes);
      node.flags = static_cast<uint32_t>(random.Next() % (1U << kNodeFlags));
      node.stems = {vocabulary.words[1 + random.Next() % 4], "unheard"};
      if (random.Share() < 0.5) node.cues = {"count"};
      if (random.Share() < 0.3) node.glosses = {"singer"};
      graph.nodes.push_back(node);
    }
    graph.relations.resize(kinds.size() * kinds.size());
    for (uint8_t& relation : graph.relations)
      relation = static_cast<uint8_t>(random.Next() % kRelations);
  }

  void Walk(Random& random) {
    Decoder decoder;
    while (!decoder.finished() && decoder.steps().size() < 40) {
      const Allowed mask = decoder.Next();
      std::vector<Step> all;
      for (int a = 0; a < kGrammarActions; ++a)
        if ((mask.actions >> a & 1) != 0) all.push_back(a);
      for (size_t j = 0; j < graph.nodes.size(); ++j)
        if ((mask.kinds >> static_cast<int>(graph.nodes[j].kind) & 1) != 0)
          all.push_back(kPointer + static_cast<Step>(j));
      REQUIRE(!all.empty());
      const Step step = all[random.Next() % all.size()];
      const NodeKind kind = step < kPointer
                                ? NodeKind::kWord
                                : graph.nodes[static_cast<size_t>(step - kPointer)].kind;
      REQUIRE(decoder.Apply(step, kind));
      steps.push_back(step);
      allowed.push_back(mask);
    }
  }

  Parameters RandomParameters(uint64_t seed) const {
    Parameters out(size, vocabulary, seed);
    Random random(seed);
    for (const auto& [name, tensor] : TensorsOf(size, vocabulary)) {
      const Matrix matrix = out.At(name);
      for (size_t i = 0; i < matrix.size(); ++i)
        matrix.value[i] += static_cast<float>(0.1 * random.Normal());
    }
    return out;
  }

  Example AsExample() const {
    Example out;
    out.nodes = graph.nodes;
    for (const Node& node : graph.nodes)
      out.kinds.push_back(node.kind);
    out.relations = graph.relations;
    out.steps = steps;
    out.allowed = allowed;
    std::vector<Example> one{out};
    NumberExamples(one, vocabulary);
    return one[0];
  }
};

}  // namespace

TEST_CASE("in use and in training the network gives the same probabilities") {
  for (const uint64_t seed : {1U, 2U, 3U, 4U}) {
    const Fixture fixture(seed);
    Parameters parameters = fixture.RandomParameters(seed);
    Tape tape;
    const Example example = fixture.AsExample();
    const double trained = -LossOf(tape, parameters, fixture.size, {&example}, {}).sum;
    const Network network(parameters.Learned());
    const double used = network.LogProbability(fixture.graph, fixture.steps);
    CHECK(std::fabs(used - trained) < 1e-3);
    CHECK(trained < -1);
  }
}

TEST_CASE("weights come back from their file but for rounding to 16 bits") {
  const Fixture fixture(5);
  const Weights weights = fixture.RandomParameters(5).Learned();
  const std::string bytes = WriteWeights(weights);
  const auto network = Network::Read(bytes);
  REQUIRE(network);
  const double before = Network(weights).LogProbability(fixture.graph, fixture.steps);
  const double after = (*network)->LogProbability(fixture.graph, fixture.steps);
  CHECK(after == doctest::Approx(before).epsilon(0.02));
}

TEST_CASE("damaged weights are refused") {
  const Fixture fixture(6);
  const std::string bytes = WriteWeights(fixture.RandomParameters(6).Learned());
  for (const size_t place : {size_t{0}, size_t{5}, size_t{9}, size_t{40}, bytes.size() - 1}) {
    std::string broken = bytes;
    broken[place] = static_cast<char>(broken[place] ^ 0x10);
    CAPTURE(place);
    CHECK_FALSE(Network::Read(broken));
  }
  CHECK_FALSE(Network::Read(""));
  CHECK_FALSE(Network::Read(std::string_view(bytes).substr(0, bytes.size() - 2)));
}

TEST_CASE("halves of floats round to the nearest") {
  for (const float value : {0.0F, 1.0F, -2.5F, 65504.0F, 6.103515625e-05F, 5.9604645e-08F})
    CHECK(FloatOf(HalfOf(value)) == value);
  CHECK(FloatOf(HalfOf(1.0F + 1.0F / 2048)) == 1.0F);
  CHECK(FloatOf(HalfOf(1.0F + 3.0F / 2048)) == 1.0F + 1.0F / 512);
  CHECK(std::isinf(FloatOf(HalfOf(1e6F))));
  CHECK(std::isnan(FloatOf(HalfOf(NAN))));
}

TEST_CASE("the beam's sequences are finished, differ, and have the probabilities that it says") {
  const Fixture fixture(7);
  const Network network(fixture.RandomParameters(7).Learned());
  const std::vector<Beam> beams = network.Decode(fixture.graph, 8);
  REQUIRE(!beams.empty());
  for (size_t i = 0; i < beams.size(); ++i) {
    CHECK(network.LogProbability(fixture.graph, beams[i].steps) ==
          doctest::Approx(beams[i].log_probability).epsilon(1e-4));
    if (i > 0) CHECK(beams[i].log_probability <= beams[i - 1].log_probability);
    for (size_t j = 0; j < i; ++j)
      CHECK(beams[i].steps != beams[j].steps);
  }
}

TEST_CASE("many threads read one network") {
  const Fixture fixture(8);
  const Network network(fixture.RandomParameters(8).Learned());
  const std::vector<Beam> expected = network.Decode(fixture.graph, 4);
  std::vector<std::vector<Beam>> got(4);
  {
    std::vector<std::jthread> threads;
    for (std::vector<Beam>& mine : got)
      threads.emplace_back([&] { mine = network.Decode(fixture.graph, 4); });
  }
  for (const std::vector<Beam>& mine : got) {
    REQUIRE(mine.size() == expected.size());
    for (size_t i = 0; i < mine.size(); ++i)
      CHECK(mine[i].steps == expected[i].steps);
  }
}

TEST_CASE("a graph without nodes has no sequences") {
  const Fixture fixture(9);
  CHECK(Network(fixture.RandomParameters(9).Learned()).Decode({}, 8).empty());
}
