// What each compilation of kernels_body.inc offers.
#pragma once

namespace aietl::synthesis::learned {

constexpr int kPanel = 16;  // columns that are multiplied at once

struct KernelTable {
  void (*multiply)(int m, int k, int n, const float* a, int lda, const float* b, int ldb, float* c,
                   int ldc, bool add);
  void (*multiply_packed)(int m, int k, int n, const float* a, int lda, const float* panels,
                          float* c, int ldc, bool add);
  float (*softmax)(float* x, int n);
  float (*dot)(const float* a, const float* b, int n);
  void (*add_scaled)(float* y, const float* x, float s, int n);
  void (*rms_norm)(int rows, int columns, const float* in, const float* scale, float* out,
                   float* inverse);
  void (*transpose)(int rows, int columns, const float* in, int ldin, float* out, int ldout);
};

extern const KernelTable kAvx2Kernels, kAvx512Kernels;

}  // namespace aietl::synthesis::learned
