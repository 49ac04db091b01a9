// Compiled with AVX2 and FMA switched on (CMakeLists.txt), so nothing but the body may stand here:
// an inline function of a header could be taken from this file by the linker.
#include "synthesis/learned/kernels_table.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace aietl::synthesis::learned {
namespace avx2 {
namespace {
#include "synthesis/learned/kernels_body.inc"
}  // namespace
}  // namespace avx2

const KernelTable kAvx2Kernels = {avx2::Multiply,  avx2::MultiplyPacked, avx2::Softmax,  avx2::Dot,
                                  avx2::AddScaled, avx2::RmsNorm,        avx2::Transpose};

}  // namespace aietl::synthesis::learned
