// Attention of training, with its gradients.
#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "synthesis/learned/attention.h"
#include "synthesis/learned/kernels.h"
#include "synthesis/learned/training/tape.h"

namespace aietl::synthesis::learned {
namespace {

// What one head of one question computed, and where its gradients go.
struct Head {
  HeadView view;
  size_t query_at, key_at, value_at, out_at;
};

void Backward(const Attention& all, const Matrix& out, const Head& head, HeadScratch& scratch) {
  const HeadView& h = head.view;
  const int q = h.ld_query, m = h.ld_memory, o = h.ld_out, part = h.part;
  const int relations = h.tables.relations, heads = h.tables.heads;
  const float scale = 1 / std::sqrt(static_cast<float>(part));
  const float* out_grad = out.grad + head.out_at;
  float* turned = HeadScratch::Room(scratch.a, std::max(h.to, relations), std::max(h.from, part));
  float* grads = HeadScratch::Room(scratch.b, h.from, h.to);  // of the shares, then of the scores
  Transpose(h.from, h.to, h.shares, h.to, turned, h.from);
  Multiply(h.to, h.from, part, turned, h.from, out_grad, o, all.memory.grad + head.value_at, m,
           true);
  Transpose(h.to, part, h.value, m, turned, h.to);
  Multiply(h.from, part, h.to, out_grad, o, turned, h.to, grads, h.to, false);
  float* by_relation = nullptr;
  if (h.relation != nullptr) {
    float* mass = HeadScratch::Room(scratch.d, relations, h.from);
    Transpose(h.from, relations, h.mass, relations, mass, h.from);
    Multiply(relations, h.from, part, mass, h.from, out_grad, o, all.relation_value.grad, part,
             true);
    Transpose(relations, part, h.tables.value, part, turned, relations);
    by_relation = HeadScratch::Room(scratch.c, h.from, relations);
    Multiply(h.from, part, relations, out_grad, o, turned, relations, by_relation, relations,
             false);
    for (int i = 0; i < h.from; ++i)
      for (int j = 0; j < h.to; ++j) {
        const size_t at = static_cast<size_t>(i) * h.to + j;
        grads[at] += by_relation[static_cast<size_t>(i) * relations + h.relation[at]];
      }
    std::fill_n(by_relation, static_cast<size_t>(h.from) * relations, 0.0F);
  }
  for (int i = 0; i < h.from; ++i) {
    float* grad = grads + static_cast<size_t>(i) * h.to;
    const float* share = h.shares + static_cast<size_t>(i) * h.to;
    const float mean = Dot(grad, share, h.to);
    for (int j = 0; j < h.to; ++j)
      grad[j] = share[j] * (grad[j] - mean);
    if (h.relation != nullptr) {
      const uint8_t* kinds = h.relation + static_cast<size_t>(i) * h.to;
      float* extra = by_relation + static_cast<size_t>(i) * relations;
      for (int j = 0; j < h.to; ++j) {
        all.relation.grad[static_cast<size_t>(kinds[j]) * heads + h.head] += grad[j];
        extra[kinds[j]] += grad[j] * scale;
      }
    }
    for (int j = 0; j < h.to; ++j)
      grad[j] *= scale;
  }
  float* query_grad = all.query.grad + head.query_at;
  Multiply(h.from, h.to, part, grads, h.to, h.key, m, query_grad, q, true);
  float* back = HeadScratch::Room(scratch.d, std::max(h.to, relations), h.from);
  Transpose(h.from, h.to, grads, h.to, back, h.from);
  Multiply(h.to, h.from, part, back, h.from, h.query, q, all.memory.grad + head.key_at, m, true);
  if (h.relation == nullptr) return;
  Multiply(h.from, relations, part, by_relation, relations, h.tables.key, part, query_grad, q,
           true);
  Transpose(h.from, relations, by_relation, relations, back, h.from);
  Multiply(relations, h.from, part, back, h.from, h.query, q, all.relation_key.grad, part, true);
}

}  // namespace

Matrix Attend(Tape& tape, const Attention& attention) {
  const auto all = std::make_shared<Attention>(attention);
  const Matrix out = tape.New(all->query.rows, all->width);
  const auto heads = std::make_shared<std::vector<Head>>();
  const int part = all->width / all->heads;
  HeadScratch scratch;
  for (size_t question = 0; question < all->from->size(); ++question) {
    const Span from = (*all->from)[question], to = (*all->to)[question];
    for (int number = 0; number < all->heads; ++number) {
      const auto at = [&](const Matrix& matrix, int row, int column) {
        return static_cast<size_t>(row) * matrix.columns + column + number * part;
      };
      Head head;
      head.query_at = at(all->query, from.begin, all->query_column);
      head.key_at = at(all->memory, to.begin, all->key_column);
      head.value_at = at(all->memory, to.begin, all->value_column);
      head.out_at = at(out, from.begin, 0);
      HeadView& view = head.view;
      view.head = number;
      view.part = part;
      view.from = from.size();
      view.to = to.size();
      view.causal = all->causal;
      view.query = all->query.value + head.query_at;
      view.ld_query = all->query.columns;
      view.key = all->memory.value + head.key_at;
      view.value = all->memory.value + head.value_at;
      view.ld_memory = all->memory.columns;
      view.out = out.value + head.out_at;
      view.ld_out = out.columns;
      view.shares = tape.Floats(static_cast<size_t>(view.from) * view.to);
      if (all->relations != nullptr) {
        view.relation = (*all->relations)[question];
        view.tables = {all->relation.rows, all->relation.columns, all->relation.value,
                       all->relation_key.value, all->relation_value.value};
        view.mass = tape.Floats(static_cast<size_t>(view.from) * view.tables.relations);
      }
      AttendHead(view, scratch);
      heads->push_back(head);
    }
  }
  tape.OnBackward([all, heads, out] {
    HeadScratch room;
    for (const Head& head : *heads)
      Backward(*all, out, head, room);
  });
  return out;
}

}  // namespace aietl::synthesis::learned
