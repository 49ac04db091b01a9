// Which words each SQL text of a pipeline holds: a relation that is no word of a text cannot be
// used by it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "spec/pipeline.h"

namespace aietl::spec {

// The words of a SQL text in lower case, those in quotes, literals and comments as well.
std::set<std::string> WordsIn(std::string_view sql);

class Words {
 public:
  explicit Words(const Pipeline& pipeline);

  const std::set<std::string>& Of(const Step& step) const { return steps_.at(&step); }
  // Whether a step other than `except`, or a check, holds the name.
  bool UsedBySql(std::string_view name, const Step* except) const;

 private:
  std::map<const Step*, std::set<std::string>> steps_;
  std::map<std::string, int, std::less<>> texts_;  // in how many texts a word stands
};

}  // namespace aietl::spec
