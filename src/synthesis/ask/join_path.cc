#include "synthesis/ask/join_path.h"

#include <algorithm>
#include <deque>

namespace aietl::synthesis {
namespace {

int IndexOf(const Catalog& catalog, const std::string& name) {
  for (size_t i = 0; i < catalog.relations.size(); ++i) {
    if (catalog.relations[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

// Every key in both directions.
std::vector<JoinEdge> AllEdges(const Catalog& catalog, bool inferred) {
  std::vector<JoinEdge> edges;
  for (const auto& [from, key] : catalog.keys) {
    if (key.inferred != inferred) continue;
    const int left = IndexOf(catalog, from), right = IndexOf(catalog, key.table);
    if (left < 0 || right < 0 || left == right) continue;
    edges.push_back({left, right, key.columns, key.references, true});
    edges.push_back({right, left, key.references, key.columns, false});
  }
  return edges;
}

}  // namespace

std::vector<std::string> RowKey(const Relation& relation) {
  if (!relation.info.primary_key.empty()) return relation.info.primary_key;
  const std::vector<std::string>* best = nullptr;
  for (const std::vector<std::string>& key : relation.info.unique_keys) {
    if (best == nullptr || key.size() < best->size()) best = &key;
  }
  return best == nullptr ? std::vector<std::string>() : *best;
}

JoinTree FindJoins(const Catalog& catalog, int root, const std::vector<int>& needed,
                   const std::vector<JoinOn>& named) {
  std::vector<JoinEdge> edges;
  const auto said = [&](const JoinEdge& edge) {
    return std::any_of(named.begin(), named.end(), [&](const JoinOn& on) {
      return (on.left.relation == edge.left && on.right.relation == edge.right) ||
             (on.left.relation == edge.right && on.right.relation == edge.left);
    });
  };
  for (const JoinOn& on : named) {
    const auto name = [&](const Column& column) {
      return catalog.relations[static_cast<size_t>(column.relation)]
          .info.columns[static_cast<size_t>(column.column)]
          .name;
    };
    const auto unique = [&](const Column& column) {
      const Relation& relation = catalog.relations[static_cast<size_t>(column.relation)];
      const std::vector<std::string> key = RowKey(relation);
      if (key.size() == 1 && key.front() == name(column)) return true;
      const connectors::ColumnInfo& info =
          relation.info.columns[static_cast<size_t>(column.column)];
      return info.distinct && relation.info.rows &&
             static_cast<double>(*info.distinct) >= *relation.info.rows;
    };
    const bool right = unique(on.right), left = unique(on.left);
    edges.push_back(
        {on.left.relation, on.right.relation, {name(on.left)}, {name(on.right)}, right || !left});
    edges.push_back({on.right.relation, on.left.relation, {name(on.right)}, {name(on.left)}, left});
  }
  const size_t own = edges.size();
  for (JoinEdge& edge : AllEdges(catalog, false))
    edges.push_back(std::move(edge));
  const std::vector<JoinEdge> inferred = AllEdges(catalog, true);
  edges.insert(edges.end(), inferred.begin(), inferred.end());
  edges.erase(std::remove_if(edges.begin() + static_cast<std::ptrdiff_t>(own), edges.end(), said),
              edges.end());
  JoinTree tree;
  tree.relations.push_back(root);
  const auto has = [&](int relation) {
    return std::find(tree.relations.begin(), tree.relations.end(), relation) !=
           tree.relations.end();
  };
  for (const int target : needed) {
    if (has(target)) continue;
    // Breadth first from all that is there.
    std::vector<int> came_by(catalog.relations.size(), -1);
    std::vector<bool> seen(catalog.relations.size(), false);
    std::deque<int> queue(tree.relations.begin(), tree.relations.end());
    for (const int relation : tree.relations)
      seen[static_cast<size_t>(relation)] = true;
    while (!queue.empty() && !seen[static_cast<size_t>(target)]) {
      const int at = queue.front();
      queue.pop_front();
      for (size_t e = 0; e < edges.size(); ++e) {
        if (edges[e].left != at || seen[static_cast<size_t>(edges[e].right)]) continue;
        seen[static_cast<size_t>(edges[e].right)] = true;
        came_by[static_cast<size_t>(edges[e].right)] = static_cast<int>(e);
        queue.push_back(edges[e].right);
      }
    }
    if (!seen[static_cast<size_t>(target)]) {
      tree.complete = false;
      tree.unreachable = target;
      return tree;
    }
    std::vector<int> path;
    for (int at = target; came_by[static_cast<size_t>(at)] >= 0;
         at = edges[static_cast<size_t>(came_by[static_cast<size_t>(at)])].left) {
      path.push_back(came_by[static_cast<size_t>(at)]);
    }
    std::reverse(path.begin(), path.end());
    for (const int e : path) {
      const JoinEdge& edge = edges[static_cast<size_t>(e)];
      tree.edges.push_back(edge);
      tree.relations.push_back(edge.right);
      for (const JoinEdge& other : edges) {
        if (other.left == edge.left && other.right == edge.right &&
            other.left_columns != edge.left_columns)
          tree.rivals.push_back(other);
      }
    }
  }
  return tree;
}

}  // namespace aietl::synthesis
