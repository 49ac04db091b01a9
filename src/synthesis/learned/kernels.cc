#include "synthesis/learned/kernels.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "synthesis/learned/kernels_table.h"

namespace aietl::synthesis::learned {
namespace {
namespace anywhere {
#include "synthesis/learned/kernels_body.inc"
}  // namespace anywhere

const KernelTable kAnywhere = {anywhere::Multiply, anywhere::MultiplyPacked, anywhere::Softmax,
                               anywhere::Dot,      anywhere::AddScaled,      anywhere::RmsNorm,
                               anywhere::Transpose};

const KernelTable& Kernels() {
#if defined(__x86_64__)
  static const KernelTable& best = __builtin_cpu_supports("avx512f") ? kAvx512Kernels
                                   : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")
                                       ? kAvx2Kernels
                                       : kAnywhere;
  return best;
#else
  return kAnywhere;
#endif
}

}  // namespace

void Multiply(int m, int k, int n, const float* a, int lda, const float* b, int ldb, float* c,
              int ldc, bool add) {
  Kernels().multiply(m, k, n, a, lda, b, ldb, c, ldc, add);
}

Packed Pack(int k, int n, const float* b) {
  const int panels = (n + kPanel - 1) / kPanel;
  Packed out{k, n, std::vector<float>(static_cast<size_t>(panels) * k * kPanel)};
  for (int j = 0; j < n; ++j)
    for (int p = 0; p < k; ++p)
      out.panels[(static_cast<size_t>(j / kPanel) * k + p) * kPanel + j % kPanel] =
          b[static_cast<size_t>(p) * n + j];
  return out;
}

void Multiply(int m, const float* a, int lda, const Packed& b, float* c, int ldc, bool add) {
  Kernels().multiply_packed(m, b.k, b.n, a, lda, b.panels.data(), c, ldc, add);
}

void Transpose(int rows, int columns, const float* in, int ldin, float* out, int ldout) {
  Kernels().transpose(rows, columns, in, ldin, out, ldout);
}

float Softmax(float* x, int n) {
  return Kernels().softmax(x, n);
}
float Dot(const float* a, const float* b, int n) {
  return Kernels().dot(a, b, n);
}
void AddScaled(float* y, const float* x, float s, int n) {
  Kernels().add_scaled(y, x, s, n);
}
void RmsNorm(int rows, int columns, const float* in, const float* scale, float* out,
             float* inverse) {
  Kernels().rms_norm(rows, columns, in, scale, out, inverse);
}

}  // namespace aietl::synthesis::learned
