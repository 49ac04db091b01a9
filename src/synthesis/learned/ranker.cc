#include "synthesis/learned/ranker.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace aietl::synthesis::learned {
namespace {

// The words of a line that are numbers; a word that is none ends them.
std::vector<double> RankerNumbers(std::string_view line) {
  std::vector<double> out;
  while (!line.empty()) {
    const size_t begin = std::min(line.find_first_not_of(' '), line.size());
    line.remove_prefix(begin);
    if (line.empty()) break;
    double value = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
    if (error != std::errc() || !std::isfinite(value)) return {};
    out.push_back(value);
    line.remove_prefix(static_cast<size_t>(end - line.data()));
  }
  return out;
}

}  // namespace

bool Ranker::ReadLine(std::string_view line) {
  const size_t blank = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, blank);
  if (word == "tree") {
    trees_.emplace_back();
    return true;
  }
  const bool named = word == "ranker" || word == "sure";
  const std::vector<double> numbers = RankerNumbers(named ? line.substr(blank) : line);
  if (word == "ranker") {
    if (numbers.size() != 3 || numbers[0] != 1 || numbers[1] < 1 || numbers[2] <= 0) return false;
    features_ = static_cast<int>(numbers[1]);
    temperature_ = numbers[2];
    return true;
  }
  if (word == "sure") {
    if (numbers.size() != 2) return false;
    points_.push_back({numbers[0], numbers[1]});
    return true;
  }
  if (trees_.empty()) return false;
  Node node;
  if (numbers.size() == 1) {
    node.value = static_cast<float>(numbers[0]);
  } else if (numbers.size() == 4) {
    node.feature = static_cast<int32_t>(numbers[0]);
    node.value = static_cast<float>(numbers[1]);
    node.left = static_cast<int32_t>(numbers[2]);
    node.right = static_cast<int32_t>(numbers[3]);
  } else {
    return false;
  }
  trees_.back().push_back(node);
  return true;
}

// Children stand behind their parents, so that every walk ends.
bool Ranker::Whole() const {
  if (features_ == 0 || trees_.empty()) return false;
  for (const std::vector<Node>& tree : trees_) {
    if (tree.empty()) return false;
    for (size_t i = 0; i < tree.size(); ++i) {
      const Node& node = tree[i];
      if (node.feature < 0) continue;
      const auto at = static_cast<int32_t>(i), size = static_cast<int32_t>(tree.size());
      if (node.feature >= features_ || std::min(node.left, node.right) <= at ||
          std::max(node.left, node.right) >= size)
        return false;
    }
  }
  for (size_t i = 1; i < points_.size(); ++i)
    if (points_[i].share <= points_[i - 1].share) return false;
  return true;
}

Result<Ranker> Ranker::Read(std::string_view text) {
  Ranker ranker;
  bool good = true;
  while (good && !text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) good = ranker.ReadLine(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (!good || !ranker.Whole())
    return Fail(Code::kDataLoss, "broken_weights",
                Tr("the learned weights are damaged or of another version"));
  return ranker;
}

double Ranker::Score(std::span<const float> features) const {
  AIETL_CHECK(features.size() == static_cast<size_t>(features_));
  double sum = 0;
  for (const std::vector<Node>& tree : trees_) {
    const Node* node = tree.data();
    while (node->feature >= 0) {
      const bool left = features[static_cast<size_t>(node->feature)] <= node->value;
      node = tree.data() + (left ? node->left : node->right);
    }
    sum += static_cast<double>(node->value);
  }
  return sum;
}

double Ranker::Confidence(std::span<const double> scores) const {
  if (scores.empty()) return 0;
  double sum = 0;
  for (const double score : scores)
    sum += std::exp((score - scores[0]) / temperature_);
  const double share = 1 / sum;
  if (points_.empty()) return share;
  const auto above = std::find_if(points_.begin(), points_.end(),
                                  [share](const Point& point) { return point.share >= share; });
  if (above == points_.begin()) return above->probability;
  if (above == points_.end()) return points_.back().probability;
  const Point &low = *(above - 1), &high = *above;
  const double part = (share - low.share) / (high.share - low.share);
  return low.probability + part * (high.probability - low.probability);
}

}  // namespace aietl::synthesis::learned
