// Compiled with AVX-512F switched on (CMakeLists.txt), so nothing but the body may stand here:
// an inline function of a header could be taken from this file by the linker.
#include "synthesis/learned/kernels_table.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace aietl::synthesis::learned {
namespace avx512 {
namespace {
#include "synthesis/learned/kernels_body.inc"
}  // namespace
}  // namespace avx512

const KernelTable kAvx512Kernels = {avx512::Multiply, avx512::MultiplyPacked, avx512::Softmax,
                                    avx512::Dot,      avx512::AddScaled,      avx512::RmsNorm,
                                    avx512::Transpose};

}  // namespace aietl::synthesis::learned
