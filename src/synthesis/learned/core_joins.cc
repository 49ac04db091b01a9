#include <algorithm>
#include <limits>

#include "synthesis/learned/form_sql.h"

namespace aietl::synthesis::learned {
namespace {

constexpr double kInferredWeight = 1.6;  // of an edge; a declared one weighs 1
constexpr double kViaWeight = 0.1;

int32_t TableOf(const Schema& schema, ColumnId column) {
  return schema.columns[static_cast<size_t>(column)].table;
}

class TreeGrower {
 public:
  TreeGrower(const Core& core, const Schema& schema) : schema_(schema) {
    for (const SchemaKey& key : schema.keys) {
      const bool via = std::find(core.via.begin(), core.via.end(), key.from) != core.via.end();
      weights_.push_back(via ? kViaWeight : key.inferred ? kInferredWeight : 1);
    }
  }

  // Shortest paths from what has grown to the nearest needed table, until all are in.
  std::optional<CoreJoins> Grow(int32_t root, const std::vector<int32_t>& needed) {
    CoreJoins tree;
    tree.tables = {root};
    weight_ = 0;
    while (!AllIn(tree, needed)) {
      if (!Reach(tree, needed)) return std::nullopt;
    }
    return tree;
  }
  double weight() const { return weight_; }

 private:
  static bool In(const CoreJoins& tree, int32_t table) {
    return std::find(tree.tables.begin(), tree.tables.end(), table) != tree.tables.end();
  }
  static bool AllIn(const CoreJoins& tree, const std::vector<int32_t>& needed) {
    return std::all_of(needed.begin(), needed.end(), [&](int32_t t) { return In(tree, t); });
  }

  bool Reach(CoreJoins& tree, const std::vector<int32_t>& needed) {
    constexpr double kFar = std::numeric_limits<double>::infinity();
    const size_t n = schema_.tables.size();
    std::vector<double> distance(n, kFar);
    std::vector<int32_t> edge(n, -1);
    std::vector<bool> done(n, false);
    for (const int32_t table : tree.tables)
      distance[static_cast<size_t>(table)] = 0;
    int32_t found = -1;
    for (;;) {
      int32_t at = -1;
      for (size_t t = 0; t < n; ++t) {
        if (!done[t] && distance[t] < kFar &&
            (at < 0 || distance[t] < distance[static_cast<size_t>(at)]))
          at = static_cast<int32_t>(t);
      }
      if (at < 0) return false;
      done[static_cast<size_t>(at)] = true;
      if (!In(tree, at) && std::find(needed.begin(), needed.end(), at) != needed.end()) {
        found = at;
        break;
      }
      for (size_t k = 0; k < schema_.keys.size(); ++k) {
        const int32_t from = TableOf(schema_, schema_.keys[k].from);
        const int32_t to = TableOf(schema_, schema_.keys[k].to);
        if (from == to || (from != at && to != at)) continue;
        const auto other = static_cast<size_t>(from == at ? to : from);
        const double length = distance[static_cast<size_t>(at)] + weights_[k];
        if (length >= distance[other]) continue;
        distance[other] = length;
        edge[other] = static_cast<int32_t>(k);
      }
    }
    weight_ += distance[static_cast<size_t>(found)];
    std::vector<int32_t> path;
    for (int32_t t = found; !In(tree, t);) {
      path.push_back(t);
      const SchemaKey& key = schema_.keys[static_cast<size_t>(edge[static_cast<size_t>(t)])];
      const int32_t from = TableOf(schema_, key.from);
      t = from == t ? TableOf(schema_, key.to) : from;
    }
    for (auto t = path.rbegin(); t != path.rend(); ++t) {
      tree.tables.push_back(*t);
      tree.keys.push_back(schema_.keys[static_cast<size_t>(edge[static_cast<size_t>(*t)])]);
    }
    return true;
  }

  const Schema& schema_;
  std::vector<double> weights_;  // by key
  double weight_ = 0;
};

}  // namespace

std::optional<CoreJoins> JoinsOf(const Core& core, const Schema& schema) {
  std::vector<int32_t> needed;
  const auto need = [&](int32_t table) {
    if (std::find(needed.begin(), needed.end(), table) == needed.end()) needed.push_back(table);
  };
  for (const ColumnId column : ColumnsOf(core))
    need(TableOf(schema, column));
  for (const int32_t table : core.tables)
    need(table);
  if (needed.empty()) return std::nullopt;
  TreeGrower grower(core, schema);
  std::optional<CoreJoins> best;
  double weight = 0;
  for (const int32_t root : needed) {
    std::optional<CoreJoins> tree = grower.Grow(root, needed);
    if (!tree) return std::nullopt;
    if (best && grower.weight() >= weight) continue;
    weight = grower.weight();
    best = std::move(tree);
  }
  return best;
}

}  // namespace aietl::synthesis::learned
