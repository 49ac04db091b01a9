#include "synthesis/measure/result_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace aietl::synthesis {
namespace {

std::vector<std::string> ColumnOf(const ResultRows& rows, size_t column, bool ordered) {
  std::vector<std::string> values;
  for (const auto& row : rows)
    values.push_back(row[column]);
  if (!ordered) std::sort(values.begin(), values.end());
  return values;
}

bool SameInThisOrder(const ResultRows& gold, const ResultRows& got,
                     const std::vector<size_t>& order, bool ordered) {
  ResultRows arranged;
  for (const auto& row : got) {
    std::vector<std::string> line;
    for (const size_t column : order)
      line.push_back(row[column]);
    arranged.push_back(std::move(line));
  }
  if (ordered) return gold == arranged;
  ResultRows wanted = gold;
  std::sort(wanted.begin(), wanted.end());
  std::sort(arranged.begin(), arranged.end());
  return wanted == arranged;
}

// Tries every assignment of columns that hold the same values.
bool AnyOrder(const ResultRows& gold, const ResultRows& got,
              const std::vector<std::vector<bool>>& fits, std::vector<size_t>& order, bool ordered,
              int& budget) {
  if (order.size() == fits.size())
    return --budget >= 0 && SameInThisOrder(gold, got, order, ordered);
  for (size_t column = 0; column < fits.size() && budget > 0; ++column) {
    if (!fits[order.size()][column] || std::find(order.begin(), order.end(), column) != order.end())
      continue;
    order.push_back(column);
    if (AnyOrder(gold, got, fits, order, ordered, budget)) return true;
    order.pop_back();
  }
  return false;
}

}  // namespace

std::string ResultNumber(double value) {
  if (value == 0) value = 0;  // -0
  return fmt::format("n{:.10g}", value);
}

bool SameRows(const ResultRows& gold, const ResultRows& got, bool ordered) {
  if (gold.size() != got.size()) return false;
  if (gold.empty()) return true;
  const size_t columns = gold[0].size();
  if (got[0].size() != columns) return false;
  std::vector<std::vector<std::string>> theirs;
  for (size_t c = 0; c < columns; ++c)
    theirs.push_back(ColumnOf(got, c, ordered));
  std::vector<std::vector<bool>> fits;
  for (size_t c = 0; c < columns; ++c) {
    const std::vector<std::string> wanted = ColumnOf(gold, c, ordered);
    fits.emplace_back();
    for (size_t other = 0; other < columns; ++other)
      fits.back().push_back(wanted == theirs[other]);
  }
  constexpr int kMostOrders = 1000;  // of columns that hold the same values
  int budget = kMostOrders;
  std::vector<size_t> order;
  return AnyOrder(gold, got, fits, order, ordered, budget);
}

}  // namespace aietl::synthesis
