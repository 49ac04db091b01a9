#include "synthesis/learned/attention.h"

#include <algorithm>
#include <cmath>

#include "synthesis/learned/kernels.h"

namespace aietl::synthesis::learned {
namespace {

void ScoreByRelation(const HeadView& h, HeadScratch& scratch, float scale) {
  const int relations = h.tables.relations;
  float* turned = HeadScratch::Room(scratch.b, h.part, relations);
  Transpose(relations, h.part, h.tables.key, h.part, turned, relations);
  float* extra = HeadScratch::Room(scratch.c, h.from, relations);
  Multiply(h.from, h.part, relations, h.query, h.ld_query, turned, relations, extra, relations,
           false);
  // Per row: what a relation adds, before what a node adds.
  for (int i = 0; i < h.from; ++i)
    for (int r = 0; r < relations; ++r) {
      float& value = extra[static_cast<size_t>(i) * relations + r];
      value = value * scale + h.tables.bias[static_cast<size_t>(r) * h.tables.heads + h.head];
    }
  for (int i = 0; i < h.from; ++i) {
    float* row = h.shares + static_cast<size_t>(i) * h.to;
    const float* by_relation = extra + static_cast<size_t>(i) * relations;
    const uint8_t* kinds = h.relation + static_cast<size_t>(i) * h.to;
    for (int j = 0; j < h.to; ++j)
      row[j] = row[j] * scale + by_relation[kinds[j]];
  }
}

}  // namespace

void AttendHead(const HeadView& h, HeadScratch& scratch) {
  const float scale = 1 / std::sqrt(static_cast<float>(h.part));
  float* keys = HeadScratch::Room(scratch.a, h.part, h.to);
  Transpose(h.to, h.part, h.key, h.ld_memory, keys, h.to);
  Multiply(h.from, h.part, h.to, h.query, h.ld_query, keys, h.to, h.shares, h.to, false);
  if (h.relation != nullptr) {
    ScoreByRelation(h, scratch, scale);
  } else {
    for (int i = 0; i < h.from * h.to; ++i)
      h.shares[i] *= scale;
  }
  for (int i = 0; i < h.from; ++i) {
    float* row = h.shares + static_cast<size_t>(i) * h.to;
    const int seen = h.causal ? i + 1 : h.to;
    Softmax(row, seen);
    std::fill(row + seen, row + h.to, 0.0F);
  }
  Multiply(h.from, h.to, h.part, h.shares, h.to, h.value, h.ld_memory, h.out, h.ld_out, false);
  if (h.relation == nullptr) return;
  const int relations = h.tables.relations;
  for (int i = 0; i < h.from; ++i) {
    const size_t at = static_cast<size_t>(i) * h.to;
    float* mass = h.mass + static_cast<size_t>(i) * relations;
    for (int j = 0; j < h.to; ++j)
      mass[h.relation[at + j]] += h.shares[at + j];
  }
  Multiply(h.from, relations, h.part, h.mass, relations, h.tables.value, h.part, h.out, h.ld_out,
           true);
}

}  // namespace aietl::synthesis::learned
