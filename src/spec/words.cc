#include "spec/words.h"

#include "base/utf8.h"

namespace aietl::spec {
namespace {

bool EndsWord(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool digit = c >= '0' && c <= '9';
  return !letter && !digit && c != '_' && static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

std::set<std::string> WordsIn(std::string_view sql) {
  const std::string text = LowerUtf8(sql);
  std::set<std::string> out;
  size_t begin = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !EndsWord(text[i])) continue;
    if (i > begin) out.insert(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return out;
}

Words::Words(const Pipeline& pipeline) {
  for (const Step& step : pipeline.steps) {
    std::set<std::string>& words = steps_[&step];
    words = WordsIn(step.sql);
    for (const std::string& word : words)
      ++texts_[word];
  }
  for (const Check& check : pipeline.checks) {
    for (const std::string& word : WordsIn(check.sql))
      ++texts_[word];
  }
}

bool Words::UsedBySql(std::string_view name, const Step* except) const {
  const std::string word = LowerUtf8(name);
  const auto found = texts_.find(word);
  if (found == texts_.end()) return false;
  const bool own = except != nullptr && Of(*except).contains(word);
  return found->second > (own ? 1 : 0);
}

}  // namespace aietl::spec
