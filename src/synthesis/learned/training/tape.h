// Backpropagation over a handful of operations: each computes its value at once and remembers how
// to pass gradients back. Rows of several questions stand below each other, so that the large
// products are made once a batch and nothing is padded.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace aietl::synthesis::learned {

// Not owned: a tape's, or a parameter's.
struct Matrix {
  int rows = 0, columns = 0;
  float* value = nullptr;
  float* grad = nullptr;
  size_t size() const { return static_cast<size_t>(rows) * static_cast<size_t>(columns); }
};

// One thread. Everything that it made is gone after Clear.
class Tape {
 public:
  // Zeroed, with zeroed gradient.
  Matrix New(int rows, int columns);
  float* Floats(size_t count);  // zeroed
  void OnBackward(std::function<void()> step) { steps_.push_back(std::move(step)); }
  void Backward();  // last operation first
  void Clear();

 private:
  struct Block {
    std::unique_ptr<float[]> floats;
    size_t size = 0, used = 0;
  };
  std::vector<Block> blocks_;
  size_t current_ = 0;
  std::vector<std::function<void()>> steps_;
};

// Random numbers for dropout: fast, and the same for the same seed.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 0x632BE59BD9B4E019ULL) {}
  uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    uint64_t z = state_;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
    return z ^ z >> 31;
  }
  double Share() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }
  double Normal();

 private:
  uint64_t state_;
};

struct Dropout {
  double rate = 0;
  Random* random = nullptr;
};

// Rows [begin, end) of one question.
struct Span {
  int begin = 0, end = 0;
  int size() const { return end - begin; }
};

// x * w (+ bias); `bias` may be empty.
Matrix Linear(Tape& tape, Matrix x, Matrix w, Matrix bias = {});
Matrix RmsNormed(Tape& tape, Matrix x, Matrix scale);
Matrix Relu(Tape& tape, Matrix x);
// x + dropped(y)
Matrix Add(Tape& tape, Matrix x, Matrix y, const Dropout& dropout);

// One row of `table` for every entry of `parts`, times its factor, summed per row of the result.
struct RowPart {
  int row = 0;  // of the result
  int from = 0;
  float factor = 1;
};
void AddRows(Tape& tape, Matrix out, Matrix table, std::vector<RowPart> parts);

// Attention in heads, question by question.
struct Attention {
  Matrix query;  // columns [query_column, + width)
  Matrix memory;
  int query_column = 0, key_column = 0, value_column = 0;
  int width = 0, heads = 0;
  const std::vector<Span>* from = nullptr;  // rows of query
  const std::vector<Span>* to = nullptr;    // rows of memory
  bool causal = false;                      // row i sees the rows up to i
  // Where given: relations[q] is a question's matrix of relation numbers, which choose a number for
  // each head, and a vector added to keys and to values.
  const std::vector<const uint8_t*>* relations = nullptr;
  Matrix relation, relation_key, relation_value;
};
Matrix Attend(Tape& tape, const Attention& attention);

}  // namespace aietl::synthesis::learned
