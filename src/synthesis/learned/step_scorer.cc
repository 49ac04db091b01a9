#include "synthesis/learned/step_scorer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace aietl::synthesis::learned {
namespace {

size_t Cells(int rows, int columns) {
  return static_cast<size_t>(rows) * static_cast<size_t>(columns);
}

}  // namespace

StepScorer::StepScorer(const Network::Layers& layers, const Encoded& encoded)
    : layers_(layers), encoded_(encoded), kept_(layers.decoder.size()) {}

Partial StepScorer::Begin() const {
  Partial out(Coverage(encoded_.graph->relations.data(), encoded_.n));
  out.used.resize(static_cast<size_t>(encoded_.n));
  return out;
}

void StepScorer::Apply(Partial& partial, const Choice& choice) const {
  const int node = choice.step - kPointer;
  const NodeKind kind =
      node < 0 ? NodeKind::kWord : encoded_.graph->nodes[static_cast<size_t>(node)].kind;
  AIETL_CHECK(partial.decoder.Apply(choice.step, kind));
  partial.log_probability += choice.log_probability;
  if (node < 0) return;
  partial.last_node = node;
  partial.coverage.Point(node);
  uint8_t& used = partial.used[static_cast<size_t>(node)];
  used = std::min<uint8_t>(static_cast<uint8_t>(used + 1), 2);
}

void StepScorer::Inputs(const std::vector<Partial>& partials, const std::vector<int>& states) {
  const int d = layers_.size.width;
  x_.assign(Cells(static_cast<int>(partials.size()), d), 0.0F);
  for (size_t i = 0; i < partials.size(); ++i) {
    float* row = x_.data() + i * static_cast<size_t>(d);
    const std::vector<Step>& steps = partials[i].decoder.steps();
    const Step last = steps.empty() ? kGrammarActions : steps.back();
    const bool pointed = !steps.empty() && last >= kPointer;
    AddScaled(
        row,
        pointed ? &encoded_.pointed[Cells(last - kPointer, d)] : &layers_.action[Cells(last, d)], 1,
        d);
    AddScaled(row, &layers_.state[Cells(states[i], d)], 1, d);
    AddScaled(row, &layers_.place[Cells(static_cast<int>(steps.size()), d)], 1, d);
  }
}

void StepScorer::LookBack(const DecoderLayer& layer, size_t number,
                          const std::vector<Partial>& partials) {
  const int d = layers_.size.width, part = d / layers_.size.heads;
  const float scale = 1 / std::sqrt(static_cast<float>(part));
  const int rows = static_cast<int>(partials.size());
  RmsNorm(rows, d, x_.data(), layer.norm1.data(), normed_.data());
  Multiply(rows, normed_.data(), d, layer.qkv, query_.data(), 3 * d, false);
  std::vector<float>& kept = kept_[number];
  kept.resize(Cells(slots_, 2 * d));
  for (int i = 0; i < rows; ++i)
    std::copy_n(query_.data() + Cells(i, 3 * d) + d, 2 * d,
                kept.data() + Cells(partials[static_cast<size_t>(i)].slots.back(), 2 * d));
  std::fill(mixed_.begin(), mixed_.end(), 0.0F);
  for (int i = 0; i < rows; ++i) {
    const std::vector<int>& slots = partials[static_cast<size_t>(i)].slots;
    for (int column = 0; column < d; column += part) {
      shares_.resize(slots.size());
      for (size_t s = 0; s < slots.size(); ++s)
        shares_[s] = scale * Dot(query_.data() + Cells(i, 3 * d) + column,
                                 kept.data() + Cells(slots[s], 2 * d) + column, part);
      Softmax(shares_.data(), static_cast<int>(slots.size()));
      for (size_t s = 0; s < slots.size(); ++s)
        AddScaled(mixed_.data() + Cells(i, d) + column,
                  kept.data() + Cells(slots[s], 2 * d) + d + column, shares_[s], part);
    }
  }
  Multiply(rows, mixed_.data(), d, layer.out, x_.data(), d, true);
}

// The scores of one row: scaled, with what coverage adds.
void StepScorer::LookWithCoverage(const DecoderLayer& layer, int row, int head, float* scores) {
  const int d = layers_.size.width, part = d / layers_.size.heads, n = encoded_.n;
  const float scale = 1 / std::sqrt(static_cast<float>(part));
  const float* query = query_.data() + Cells(row, d) + head * part;
  std::array<float, kCoverings> extra;
  for (int c = 0; c < kCoverings; ++c)
    extra[static_cast<size_t>(c)] =
        scale * Dot(query, layer.cover_key.data() + Cells(c, part), part) +
        layer.cover[Cells(c, layers_.size.heads) + head];
  const uint8_t* covered = covered_.data() + Cells(row, n);
  for (int j = 0; j < n; ++j)
    scores[j] = scores[j] * scale + extra[covered[j]];
}

void StepScorer::AddCovered(const DecoderLayer& layer, int row, int head, const float* shares) {
  const int d = layers_.size.width, part = d / layers_.size.heads, n = encoded_.n;
  std::array<float, kCoverings> mass{};
  const uint8_t* covered = covered_.data() + Cells(row, n);
  for (int j = 0; j < n; ++j)
    mass[covered[j]] += shares[j];
  for (int c = 0; c < kCoverings; ++c)
    AddScaled(mixed_.data() + Cells(row, d) + head * part,
              layer.cover_value.data() + Cells(c, part), mass[static_cast<size_t>(c)], part);
}

void StepScorer::LookAtMemory(const DecoderLayer& layer, const Encoded::Memory& memory, int rows) {
  const int d = layers_.size.width, part = d / layers_.size.heads, n = encoded_.n;
  RmsNorm(rows, d, x_.data(), layer.norm2.data(), normed_.data());
  Multiply(rows, normed_.data(), d, layer.query, query_.data(), d, false);
  shares_.resize(Cells(rows, n));
  for (int head = 0; head < layers_.size.heads; ++head) {
    const int column = head * part;
    Multiply(rows, part, n, query_.data() + column, d, memory.key.data() + Cells(column, n), n,
             shares_.data(), n, false);
    for (int i = 0; i < rows; ++i) {
      float* row = shares_.data() + Cells(i, n);
      LookWithCoverage(layer, i, head, row);
      Softmax(row, n);
    }
    Multiply(rows, n, part, shares_.data(), n, memory.value.data() + column, d,
             mixed_.data() + column, d, false);
    for (int i = 0; i < rows; ++i)
      AddCovered(layer, i, head, shares_.data() + Cells(i, n));
  }
  Multiply(rows, mixed_.data(), d, layer.out2, x_.data(), d, true);
}

std::vector<Choice> StepScorer::ChoicesOf(const Partial& partial, const Allowed& allowed, int state,
                                          const float* grammar, const float* points) {
  const QuestionGraph& graph = *encoded_.graph;
  const float scale = 1 / std::sqrt(static_cast<float>(layers_.size.width));
  const float* by_relation = layers_.point_relation.data() + Cells(state, kRelations + 1);
  const float* by_use = layers_.point_used.data() + Cells(state, 3);
  std::vector<Choice> out;
  shares_.clear();
  for (int a = 0; a < kGrammarActions; ++a) {
    if ((allowed.actions >> a & 1) == 0) continue;
    out.push_back({a, 0});
    shares_.push_back(grammar[a] + layers_.choose_bias[Cells(state, kGrammarActions) + a]);
  }
  for (int j = 0; j < encoded_.n; ++j) {
    const auto kind = static_cast<int>(graph.nodes[static_cast<size_t>(j)].kind);
    if ((allowed.kinds >> kind & 1) == 0) continue;
    const int relation = partial.last_node < 0
                             ? kRelations
                             : graph.relations[Cells(partial.last_node, encoded_.n) + j];
    out.push_back({kPointer + j, 0});
    shares_.push_back(points[j] * scale + by_relation[relation] +
                      by_use[partial.used[static_cast<size_t>(j)]]);
  }
  if (out.empty()) return out;
  const std::vector<float> scores = shares_;
  const float sum = Softmax(shares_.data(), static_cast<int>(shares_.size()));
  for (size_t i = 0; i < out.size(); ++i)
    out[i].log_probability = static_cast<double>(scores[i] - sum);
  return out;
}

std::vector<std::vector<Choice>> StepScorer::Next(std::vector<Partial>& partials) {
  const NetworkSize& size = layers_.size;
  const int d = size.width, n = encoded_.n, rows = static_cast<int>(partials.size());
  std::vector<Allowed> allowed;
  std::vector<int> states;
  for (Partial& partial : partials) {
    partial.slots.push_back(slots_++);
    allowed.push_back(partial.decoder.Next());
    states.push_back(layers_.vocabulary.StateOf(allowed.back()));
  }
  Inputs(partials, states);
  covered_.resize(Cells(rows, n));
  for (int i = 0; i < rows; ++i)
    partials[static_cast<size_t>(i)].coverage.Write(covered_.data() + Cells(i, n));
  normed_.resize(Cells(rows, d));
  mixed_.resize(Cells(rows, d));
  query_.resize(Cells(rows, 3 * d));
  for (size_t i = 0; i < layers_.decoder.size(); ++i) {
    const DecoderLayer& layer = layers_.decoder[i];
    LookBack(layer, i, partials);
    LookAtMemory(layer, encoded_.layers[i], rows);
    AddInner(size, layer.inner, rows, x_.data());
  }
  RmsNorm(rows, d, x_.data(), layers_.final_norm.data(), normed_.data());
  std::vector<float> grammar(Cells(rows, kGrammarActions)), points(Cells(rows, n));
  Multiply(rows, normed_.data(), d, layers_.choose, grammar.data(), kGrammarActions, false);
  Multiply(rows, normed_.data(), d, layers_.point_query, query_.data(), d, false);
  Multiply(rows, d, n, query_.data(), d, encoded_.point_key.data(), n, points.data(), n, false);
  std::vector<std::vector<Choice>> out;
  for (int i = 0; i < rows; ++i) {
    const auto at = static_cast<size_t>(i);
    out.push_back(ChoicesOf(partials[at], allowed[at], states[at],
                            grammar.data() + Cells(i, kGrammarActions),
                            points.data() + Cells(i, n)));
  }
  return out;
}

}  // namespace aietl::synthesis::learned
