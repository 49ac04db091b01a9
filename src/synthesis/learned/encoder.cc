#include "synthesis/learned/encoder.h"

#include <algorithm>

#include "synthesis/learned/attention.h"

namespace aietl::synthesis::learned {
namespace {

using Floats = std::vector<float>;

Floats Nodes(const Network::Layers& layers, const QuestionGraph& graph) {
  const int d = layers.size.width;
  Floats x(graph.nodes.size() * static_cast<size_t>(d));
  float* row = x.data();
  const auto add = [&](const Floats& table, int number, float share) {
    AddScaled(row, table.data() + static_cast<size_t>(number) * d, share, d);
  };
  for (const Node& node : graph.nodes) {
    const NodeInput input = InputOf(node, layers.vocabulary);
    const float share = 1.0F / static_cast<float>(std::max<size_t>(1, input.words.size()));
    for (const int word : input.words)
      add(layers.word, word, share);
    for (const int cue : input.cues)
      add(layers.cue, cue, 1);
    add(layers.kind, input.kind, 1);
    for (int bit = 0; bit < kNodeFlags; ++bit)
      if ((input.flags >> bit & 1) != 0) add(layers.flag, bit, 1);
    row += d;
  }
  return x;
}

class SelfAttention {
 public:
  SelfAttention(const NetworkSize& size, const QuestionGraph& graph)
      : size_(size),
        graph_(graph),
        n_(static_cast<int>(graph.nodes.size())),
        normed_(Cells(size.width)),
        qkv_(Cells(3 * size.width)),
        mixed_(Cells(size.width)),
        shares_(Cells(n_)),
        mass_(Cells(kRelations)) {}

  void AddTo(Floats& x, const EncoderLayer& layer) {
    const int d = size_.width, part = d / size_.heads;
    RmsNorm(n_, d, x.data(), layer.norm.data(), normed_.data());
    Multiply(n_, normed_.data(), d, layer.qkv, qkv_.data(), 3 * d, false);
    for (int head = 0; head < size_.heads; ++head) {
      HeadView view;
      view.head = head;
      view.part = part;
      view.from = view.to = n_;
      view.query = qkv_.data() + head * part;
      view.key = view.query + d;
      view.value = view.key + d;
      view.ld_query = view.ld_memory = 3 * d;
      view.relation = graph_.relations.data();
      view.tables = {kRelations, size_.heads, layer.relation.data(), layer.relation_key.data(),
                     layer.relation_value.data()};
      view.out = mixed_.data() + head * part;
      view.ld_out = d;
      view.shares = shares_.data();
      std::fill(mass_.begin(), mass_.end(), 0.0F);
      view.mass = mass_.data();
      AttendHead(view, scratch_);
    }
    Multiply(n_, mixed_.data(), d, layer.out, x.data(), d, true);
  }

 private:
  size_t Cells(int columns) const { return static_cast<size_t>(n_) * static_cast<size_t>(columns); }

  const NetworkSize& size_;
  const QuestionGraph& graph_;
  int n_;
  Floats normed_, qkv_, mixed_, shares_, mass_;
  HeadScratch scratch_;
};

}  // namespace

void AddInner(const NetworkSize& size, const InnerLayer& layer, int rows, float* x) {
  const int d = size.width;
  Floats normed(static_cast<size_t>(rows) * d);
  RmsNorm(rows, d, x, layer.norm.data(), normed.data());
  Floats up(static_cast<size_t>(rows) * size.inner);
  Multiply(rows, normed.data(), d, layer.up, up.data(), size.inner, false);
  for (int r = 0; r < rows; ++r)
    for (int i = 0; i < size.inner; ++i) {
      float& value = up[static_cast<size_t>(r) * size.inner + i];
      value = std::max(0.0F, value + layer.up_bias[static_cast<size_t>(i)]);
    }
  Multiply(rows, up.data(), size.inner, layer.down, x, d, true);
  for (int r = 0; r < rows; ++r)
    AddScaled(x + static_cast<size_t>(r) * d, layer.down_bias.data(), 1, d);
}

Encoded Encode(const Network::Layers& layers, const QuestionGraph& graph) {
  const int d = layers.size.width;
  Encoded out;
  out.graph = &graph;
  out.n = static_cast<int>(graph.nodes.size());
  Floats x = Nodes(layers, graph);
  SelfAttention attention(layers.size, graph);
  for (const EncoderLayer& layer : layers.encoder) {
    attention.AddTo(x, layer);
    AddInner(layers.size, layer.inner, out.n, x.data());
  }
  Floats memory(x.size()), turned(x.size()), both(2 * x.size());
  RmsNorm(out.n, d, x.data(), layers.memory_norm.data(), memory.data());
  out.pointed.resize(x.size());
  Multiply(out.n, memory.data(), d, layers.pointed, out.pointed.data(), d, false);
  Multiply(out.n, memory.data(), d, layers.point_key, turned.data(), d, false);
  out.point_key.resize(x.size());
  Transpose(out.n, d, turned.data(), d, out.point_key.data(), out.n);
  for (const DecoderLayer& layer : layers.decoder) {
    Multiply(out.n, memory.data(), d, layer.memory, both.data(), 2 * d, false);
    Encoded::Memory& here = out.layers.emplace_back();
    here.key.resize(x.size());
    Transpose(out.n, d, both.data(), 2 * d, here.key.data(), out.n);
    here.value.resize(x.size());
    for (int i = 0; i < out.n; ++i)
      std::copy_n(both.data() + static_cast<size_t>(i) * 2 * d + d, d,
                  here.value.data() + static_cast<size_t>(i) * d);
  }
  return out;
}

}  // namespace aietl::synthesis::learned
