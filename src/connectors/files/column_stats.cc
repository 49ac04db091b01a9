#include "connectors/files/column_stats.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "data/vector.h"

namespace aietl::connectors::files {
namespace {

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

struct Counter {
  explicit Counter(const data::Type& type) : number(type.IsNumber()) {}

  void Add(std::string_view text) {
    ++values;
    const auto found = counts.find(text);
    if (found != counts.end()) {
      ++found->second;
      return;
    }
    counts.emplace(text, 1);
    if (!least || Less(text, *least)) least = text;
    if (!most || Less(*most, text)) most = text;
  }

  bool Less(std::string_view a, std::string_view b) const {
    if (!number) return a < b;
    return std::strtod(std::string(a).c_str(), nullptr) <
           std::strtod(std::string(b).c_str(), nullptr);
  }

  bool number;
  int64_t values = 0;
  std::unordered_map<std::string, int64_t, TextHash, std::equal_to<>> counts;
  std::optional<std::string> least, most;
};

bool IsIdName(const std::string& name, size_t index) {
  const std::string lower = LowerUtf8(name);
  return index == 0 || lower == "id" || lower.ends_with("_id") || lower.ends_with("code") ||
         lower.ends_with("key") || lower.ends_with("код") || lower.ends_with("номер") ||
         name.ends_with("Id") || name.ends_with("ID");
}

bool CanBeKey(const data::Type& type) {
  return type.IsInteger() || type.IsText() || type.id == data::TypeId::kUuid;
}

}  // namespace

Result<void> AddStatistics(data::Connection& connection, const std::string& relation,
                           const DiscoverRequest& request, TableInfo* info) {
  std::string list;
  std::vector<Counter> counters;
  for (const ColumnInfo& column : info->columns) {
    const std::string name = data::QuoteName(column.name);
    list += (list.empty() ? "" : ", ") +
            (column.type.id == data::TypeId::kVarchar ? name : "CAST(" + name + " AS VARCHAR)");
    counters.emplace_back(column.type);
  }
  AIETL_ASSIGN(const auto stream, connection.Query("SELECT " + list + " FROM " + relation +
                                                   " LIMIT " + std::to_string(request.value_rows)));
  const data::Type text = data::MakeType(data::TypeId::kVarchar);
  int64_t rows = 0;
  for (;;) {
    AIETL_ASSIGN(const auto chunk, stream->Next());
    if (!chunk) break;
    for (size_t i = 0; i < counters.size(); ++i) {
      const data::VectorView view(chunk->handle(), static_cast<int>(i), text);
      for (int64_t row = 0; row < chunk->rows(); ++row) {
        if (!view.IsNull(row)) counters[i].Add(view.TextAt(row));
      }
    }
    rows += chunk->rows();
  }
  const bool all = rows < request.value_rows;
  if (all && !info->rows_exact) {
    info->rows = static_cast<double>(rows);
    info->rows_exact = true;
  }
  if (!all && info->sampled_rows == 0) info->sampled_rows = rows;
  for (size_t i = 0; i < counters.size(); ++i) {
    Counter& counter = counters[i];
    ColumnInfo& column = info->columns[i];
    column.min = counter.least;
    column.max = counter.most;
    column.distinct = static_cast<int64_t>(counter.counts.size());
    if (rows > 0)
      column.null_fraction = 1.0 - static_cast<double>(counter.values) / static_cast<double>(rows);
    if (all && rows > 0) column.nullable = counter.values < rows;
    std::vector<std::pair<int64_t, std::string_view>> frequent;
    for (const auto& [value, count] : counter.counts)
      frequent.emplace_back(-count, value);
    const size_t most =
        std::min<size_t>(frequent.size(), static_cast<size_t>(request.sample_values));
    std::partial_sort(frequent.begin(), frequent.begin() + static_cast<std::ptrdiff_t>(most),
                      frequent.end());
    for (size_t s = 0; s < most; ++s)
      column.samples.emplace_back(frequent[s].second);
    const bool unique = all && rows > 1 && counter.values == rows && *column.distinct == rows;
    if (unique && CanBeKey(column.type) && IsIdName(column.name, i))
      info->unique_keys.push_back({column.name});
  }
  return {};
}

}  // namespace aietl::connectors::files
