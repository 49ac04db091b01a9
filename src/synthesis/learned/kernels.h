// The arithmetic of the network: row-major matrices of float. One source compiled for any
// processor, for AVX2 with FMA and for AVX-512; the best that runs here is taken at the first call.
#pragma once

#include <cstddef>
#include <vector>

#include "synthesis/learned/kernels_table.h"

namespace aietl::synthesis::learned {

// c[m][n] = a[m][k] * b[k][n], added to c where `add`. The ld* are the distances between rows.
void Multiply(int m, int k, int n, const float* a, int lda, const float* b, int ldb, float* c,
              int ldc, bool add);

// A right operand, laid out once for many multiplications.
struct Packed {
  int k = 0, n = 0;
  std::vector<float> panels;  // ceil(n / 16) panels of k rows of 16
};
Packed Pack(int k, int n, const float* b);
void Multiply(int m, const float* a, int lda, const Packed& b, float* c, int ldc, bool add);

void Transpose(int rows, int columns, const float* in, int ldin, float* out, int ldout);

// x becomes exp(x - max) / sum. Returns log(sum(exp(x))).
float Softmax(float* x, int n);

// out = in / sqrt(mean(in²) + 1e-6) * scale, row by row. `inverse`, where given, receives each
// row's 1 / sqrt(…).
void RmsNorm(int rows, int columns, const float* in, const float* scale, float* out,
             float* inverse = nullptr);

float Dot(const float* a, const float* b, int n);
// y += s * x
void AddScaled(float* y, const float* x, float s, int n);

}  // namespace aietl::synthesis::learned
