#include "synthesis/measure/compare.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "base/durable_file.h"
#include "base/text.h"
#include "json/value.h"

namespace aietl::synthesis {
namespace {

constexpr int kResamples = 2000;
constexpr unsigned kSeed = 20'240'601;
constexpr size_t kMostDatabases = 10;

struct Verdict {
  std::string database, hardness;
  bool correct = false;
};

struct Pair {
  std::string database, hardness;
  bool first = false, second = false;
};

Result<std::map<std::string, Verdict>> ReadVerdicts(const std::string& file) {
  AIETL_ASSIGN(const std::string text, ReadFile(file));
  std::map<std::string, Verdict> out;
  std::string_view rest(text);
  for (int line = 1; !rest.empty(); ++line) {
    const size_t end = rest.find('\n');
    const std::string_view one = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (one.empty()) continue;
    const Result<json::Value> value = json::Parse(one);
    if (!value || value->Find("correct") == nullptr || value->Find("id") == nullptr) {
      return Fail(
          Error(Code::kInvalid, "bad_results", Msg("{} is no result of aietl bench nl2sql", file))
              .At({file, line, 1}));
    }
    out[(*value)["id"].AsString()] = {(*value)["database"].AsString(),
                                      (*value)["hardness"].AsString(),
                                      (*value)["correct"].AsBool()};
  }
  return out;
}

GroupDifference GroupOf(const std::string& name, const std::vector<Pair>& pairs) {
  GroupDifference group{name, static_cast<int64_t>(pairs.size()), 0, 0};
  for (const Pair& pair : pairs) {
    group.first += pair.first;
    group.second += pair.second;
  }
  group.first /= static_cast<double>(pairs.size());
  group.second /= static_cast<double>(pairs.size());
  return group;
}

// Questions of one database stand or fall together, so databases are resampled, not questions.
void Interval(const std::map<std::string, std::vector<Pair>>& by_database, RunComparison& out) {
  std::vector<const std::vector<Pair>*> databases;
  for (const auto& [name, pairs] : by_database)
    databases.push_back(&pairs);
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<size_t> pick(0, databases.size() - 1);
  std::vector<double> differences;
  for (int i = 0; i < kResamples; ++i) {
    int64_t questions = 0, gained = 0;
    for (size_t k = 0; k < databases.size(); ++k) {
      for (const Pair& pair : *databases[pick(random)]) {
        ++questions;
        gained += static_cast<int>(pair.second) - static_cast<int>(pair.first);
      }
    }
    differences.push_back(static_cast<double>(gained) / static_cast<double>(questions));
  }
  std::sort(differences.begin(), differences.end());
  out.low = differences[kResamples / 40];
  out.high = differences[kResamples - 1 - kResamples / 40];
}

}  // namespace

double McNemarExact(int64_t a, int64_t b) {
  const int64_t n = a + b, least = std::min(a, b);
  if (n == 0) return 1;
  double tail = 0;
  for (int64_t k = 0; k <= least; ++k) {
    const double log_choose = std::lgamma(static_cast<double>(n) + 1) -
                              std::lgamma(static_cast<double>(k) + 1) -
                              std::lgamma(static_cast<double>(n - k) + 1);
    tail += std::exp(log_choose - static_cast<double>(n) * std::log(2.0));
  }
  return std::min(1.0, 2 * tail);
}

Result<RunComparison> CompareRuns(const std::string& first, const std::string& second) {
  AIETL_ASSIGN(const auto ours, ReadVerdicts(first));
  AIETL_ASSIGN(const auto theirs, ReadVerdicts(second));
  std::vector<Pair> pairs;
  std::map<std::string, std::vector<Pair>> by_hardness, by_database;
  RunComparison out;
  for (const auto& [id, verdict] : ours) {
    const auto other = theirs.find(id);
    if (other == theirs.end()) continue;
    const Pair pair{verdict.database, verdict.hardness, verdict.correct, other->second.correct};
    out.only_first += pair.first && !pair.second;
    out.only_second += pair.second && !pair.first;
    pairs.push_back(pair);
    by_hardness[pair.hardness].push_back(pair);
    by_database[pair.database].push_back(pair);
  }
  if (pairs.empty())
    return Fail(Error(Code::kInvalid, "bad_results",
                      Msg("{} and {} have no question in common", first, second)));
  out.p_value = McNemarExact(out.only_first, out.only_second);
  out.difference =
      static_cast<double>(out.only_second - out.only_first) / static_cast<double>(pairs.size());
  Interval(by_database, out);
  out.groups.push_back(GroupOf(Tr("all"), pairs));
  for (const auto& [name, members] : by_hardness)
    out.groups.push_back(GroupOf(name, members));
  std::vector<GroupDifference> databases;
  for (const auto& [name, members] : by_database)
    databases.push_back(GroupOf(name, members));
  std::stable_sort(databases.begin(), databases.end(),
                   [](const GroupDifference& a, const GroupDifference& b) {
                     return std::abs(a.second - a.first) * static_cast<double>(a.questions) >
                            std::abs(b.second - b.first) * static_cast<double>(b.questions);
                   });
  if (databases.size() > kMostDatabases) databases.resize(kMostDatabases);
  out.groups.insert(out.groups.end(), databases.begin(), databases.end());
  return out;
}

}  // namespace aietl::synthesis
