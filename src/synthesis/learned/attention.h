// One head of attention: shared by use and training, so that both compute the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace aietl::synthesis::learned {

// How a head sees relations between rows: a number added to each score, and vectors added to keys
// and values. The tables have a row for each relation.
struct RelationTables {
  int relations = 0, heads = 0;
  const float* bias = nullptr;   // [relations][heads]
  const float* key = nullptr;    // [relations][part]
  const float* value = nullptr;  // [relations][part]
};

// Pointers go to the head's first column; ld* are the distances between rows.
struct HeadView {
  int head = 0, part = 0;  // part: columns of a head
  int from = 0, to = 0;    // rows that look, rows that are looked at
  bool causal = false;     // row i sees the rows up to i
  const float* query = nullptr;
  int ld_query = 0;
  const float* key = nullptr;
  const float* value = nullptr;
  int ld_memory = 0;
  const uint8_t* relation = nullptr;  // [from][to], or null
  RelationTables tables;
  float* out = nullptr;
  int ld_out = 0;
  float* shares = nullptr;  // [from][to]: written
  float* mass = nullptr;    // [from][relations]: sums of shares by relation; zeroed by the caller
};

// Room that is used again for every head.
struct HeadScratch {
  std::vector<float> a, b, c, d;
  static float* Room(std::vector<float>& v, int rows, int columns) {
    const size_t size = static_cast<size_t>(rows) * static_cast<size_t>(columns);
    if (v.size() < size) v.resize(size);
    return v.data();
  }
};

void AttendHead(const HeadView& head, HeadScratch& scratch);

}  // namespace aietl::synthesis::learned
