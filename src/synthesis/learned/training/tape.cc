#include "synthesis/learned/training/tape.h"

#include <cmath>
#include <cstring>
#include <numbers>

#include "synthesis/learned/kernels.h"

namespace aietl::synthesis::learned {

float* Tape::Floats(size_t count) {
  constexpr size_t kBlock = size_t{1} << 22;
  count = (count + 15) & ~size_t{15};
  while (current_ < blocks_.size() && blocks_[current_].used + count > blocks_[current_].size)
    ++current_;
  if (current_ == blocks_.size()) {
    const size_t size = std::max(kBlock, count);
    blocks_.push_back({std::make_unique_for_overwrite<float[]>(size), size, 0});
  }
  Block& block = blocks_[current_];
  float* out = block.floats.get() + block.used;
  block.used += count;
  std::memset(out, 0, count * sizeof(float));
  return out;
}

Matrix Tape::New(int rows, int columns) {
  Matrix out{rows, columns};
  out.value = Floats(out.size());
  out.grad = Floats(out.size());
  return out;
}

void Tape::Backward() {
  for (auto step = steps_.rbegin(); step != steps_.rend(); ++step)
    (*step)();
}

void Tape::Clear() {
  steps_.clear();
  for (Block& block : blocks_)
    block.used = 0;
  current_ = 0;
}

double Random::Normal() {
  const double a = 1 - Share(), b = Share();
  return std::sqrt(-2 * std::log(a)) * std::cos(2 * std::numbers::pi * b);
}

Matrix Linear(Tape& tape, Matrix x, Matrix w, Matrix bias) {
  Matrix out = tape.New(x.rows, w.columns);
  if (bias.value != nullptr)
    for (int r = 0; r < out.rows; ++r)
      std::memcpy(out.value + static_cast<size_t>(r) * out.columns, bias.value,
                  static_cast<size_t>(out.columns) * sizeof(float));
  Multiply(x.rows, x.columns, w.columns, x.value, x.columns, w.value, w.columns, out.value,
           out.columns, bias.value != nullptr);
  tape.OnBackward([&tape, x, w, bias, out] {
    float* turned = tape.Floats(std::max(w.size(), x.size()));
    Transpose(w.rows, w.columns, w.value, w.columns, turned, w.rows);
    Multiply(x.rows, w.columns, w.rows, out.grad, out.columns, turned, w.rows, x.grad, x.columns,
             true);
    Transpose(x.rows, x.columns, x.value, x.columns, turned, x.rows);
    Multiply(w.rows, x.rows, w.columns, turned, x.rows, out.grad, out.columns, w.grad, w.columns,
             true);
    if (bias.value != nullptr)
      for (int r = 0; r < out.rows; ++r)
        AddScaled(bias.grad, out.grad + static_cast<size_t>(r) * out.columns, 1, out.columns);
  });
  return out;
}

Matrix RmsNormed(Tape& tape, Matrix x, Matrix scale) {
  Matrix out = tape.New(x.rows, x.columns);
  float* inverse = tape.Floats(static_cast<size_t>(x.rows));
  RmsNorm(x.rows, x.columns, x.value, scale.value, out.value, inverse);
  tape.OnBackward([x, scale, out, inverse] {
    const int n = x.columns;
    for (int r = 0; r < x.rows; ++r) {
      const size_t at = static_cast<size_t>(r) * n;
      const float* in = x.value + at;
      const float* grad = out.grad + at;
      const float factor = inverse[r];
      float mean = 0;
      for (int i = 0; i < n; ++i) {
        mean += grad[i] * scale.value[i] * in[i];
        scale.grad[i] += grad[i] * in[i] * factor;
      }
      mean *= factor * factor * factor / static_cast<float>(n);
      for (int i = 0; i < n; ++i)
        x.grad[at + i] += grad[i] * scale.value[i] * factor - in[i] * mean;
    }
  });
  return out;
}

Matrix Relu(Tape& tape, Matrix x) {
  Matrix out = tape.New(x.rows, x.columns);
  for (size_t i = 0; i < x.size(); ++i)
    out.value[i] = x.value[i] > 0 ? x.value[i] : 0;
  tape.OnBackward([x, out] {
    for (size_t i = 0; i < x.size(); ++i)
      x.grad[i] += x.value[i] > 0 ? out.grad[i] : 0;
  });
  return out;
}

Matrix Add(Tape& tape, Matrix x, Matrix y, const Dropout& dropout) {
  Matrix out = tape.New(x.rows, x.columns);
  if (dropout.rate <= 0) {
    for (size_t i = 0; i < x.size(); ++i)
      out.value[i] = x.value[i] + y.value[i];
    tape.OnBackward([x, y, out] {
      for (size_t i = 0; i < x.size(); ++i) {
        x.grad[i] += out.grad[i];
        y.grad[i] += out.grad[i];
      }
    });
    return out;
  }
  float* kept = tape.Floats(x.size());
  const auto least = static_cast<uint64_t>(dropout.rate * 65536);
  const auto factor = static_cast<float>(1 / (1 - dropout.rate));
  for (size_t i = 0; i < x.size(); i += 4) {
    uint64_t bits = dropout.random->Next();
    for (size_t j = i; j < std::min(i + 4, x.size()); ++j, bits >>= 16)
      kept[j] = (bits & 0xFFFF) >= least ? factor : 0;
  }
  for (size_t i = 0; i < x.size(); ++i)
    out.value[i] = x.value[i] + y.value[i] * kept[i];
  tape.OnBackward([x, y, out, kept] {
    for (size_t i = 0; i < x.size(); ++i) {
      x.grad[i] += out.grad[i];
      y.grad[i] += out.grad[i] * kept[i];
    }
  });
  return out;
}

void AddRows(Tape& tape, Matrix out, Matrix table, std::vector<RowPart> parts) {
  const int n = table.columns;
  for (const RowPart& part : parts)
    AddScaled(out.value + static_cast<size_t>(part.row) * n,
              table.value + static_cast<size_t>(part.from) * n, part.factor, n);
  tape.OnBackward([out, table, parts = std::move(parts), n] {
    for (const RowPart& part : parts)
      AddScaled(table.grad + static_cast<size_t>(part.from) * n,
                out.grad + static_cast<size_t>(part.row) * n, part.factor, n);
  });
}

}  // namespace aietl::synthesis::learned
