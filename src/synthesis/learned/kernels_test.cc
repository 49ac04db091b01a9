#include "synthesis/learned/kernels.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>

using namespace aietl::synthesis::learned;

namespace {

std::vector<float> SomeNumbers(size_t count, uint32_t seed) {
  std::vector<float> out(count);
  for (float& value : out) {
    seed = seed * 1664525 + 1013904223;
    value = static_cast<float>(seed >> 8) / (1 << 23) - 1;
  }
  return out;
}

}  // namespace

TEST_CASE("products of matrices of any size are those of the definition") {
  for (const auto [m, k, n] :
       {std::array{1, 1, 1}, {6, 8, 16}, {7, 300, 17}, {13, 16, 50}, {8, 128, 40}, {2, 257, 33}}) {
    CAPTURE(m);
    CAPTURE(n);
    const std::vector<float> a = SomeNumbers(static_cast<size_t>(m * k), 1);
    const std::vector<float> b = SomeNumbers(static_cast<size_t>(k * n), 2);
    std::vector<float> c = SomeNumbers(static_cast<size_t>(m * n), 3), packed = c;
    const std::vector<float> before = c;
    Multiply(m, k, n, a.data(), k, b.data(), n, c.data(), n, true);
    Multiply(m, a.data(), k, Pack(k, n, b.data()), packed.data(), n, true);
    for (int i = 0; i < m; ++i)
      for (int j = 0; j < n; ++j) {
        double sum = before[static_cast<size_t>(i * n + j)];
        for (int p = 0; p < k; ++p)
          sum += static_cast<double>(a[static_cast<size_t>(i * k + p)]) *
                 static_cast<double>(b[static_cast<size_t>(p * n + j)]);
        CHECK(std::fabs(static_cast<double>(c[static_cast<size_t>(i * n + j)]) - sum) < 1e-4);
        CHECK(std::fabs(static_cast<double>(packed[static_cast<size_t>(i * n + j)]) - sum) < 1e-4);
      }
  }
}

TEST_CASE("a transposed matrix of any size has rows for columns") {
  for (const auto [rows, columns] : {std::array{1, 1}, {8, 8}, {16, 24}, {19, 13}, {3, 40}}) {
    const std::vector<float> in = SomeNumbers(static_cast<size_t>(rows * columns), 4);
    std::vector<float> out(in.size());
    Transpose(rows, columns, in.data(), columns, out.data(), rows);
    for (int r = 0; r < rows; ++r)
      for (int c = 0; c < columns; ++c)
        CHECK(out[static_cast<size_t>(c * rows + r)] == in[static_cast<size_t>(r * columns + c)]);
  }
}

TEST_CASE("shares are exponentials over their sum, however large the scores") {
  for (const float shift : {0.0F, 500.0F, -500.0F}) {
    std::vector<float> x = SomeNumbers(21, 5);
    std::vector<double> wanted;
    double sum = 0;
    for (float& value : x) {
      value *= 10;
      sum += std::exp(static_cast<double>(value));
    }
    for (float& value : x) {
      wanted.push_back(std::exp(static_cast<double>(value)) / sum);
      value += shift;
    }
    const float log_sum = Softmax(x.data(), 21);
    CHECK(static_cast<double>(log_sum - shift) == doctest::Approx(std::log(sum)).epsilon(1e-4));
    for (size_t i = 0; i < x.size(); ++i)
      CHECK(static_cast<double>(x[i]) == doctest::Approx(wanted[i]).epsilon(1e-3));
  }
}
