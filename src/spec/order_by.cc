#include "spec/order_by.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "spec/names.h"

namespace aietl::spec {
namespace {

// Cut at commas outside of parentheses and quotes.
std::vector<std::string_view> ItemsOf(std::string_view list) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  int depth = 0;
  char quote = 0;
  for (size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}') {
      --depth;
    } else if (c == ',' && depth == 0) {
      out.push_back(list.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  out.push_back(list.substr(begin));
  return out;
}

bool IsDirection(std::string_view words) {
  constexpr std::array<std::string_view, 5> kWords = {"asc", "desc", "nulls", "first", "last"};
  while (true) {
    const size_t begin = words.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return true;
    const size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
    const std::string word = LowerUtf8(words.substr(begin, end - begin));
    if (std::find(kWords.begin(), kWords.end(), word) == kWords.end()) return false;
    words.remove_prefix(end);
  }
}

bool IsColumnKeyword(std::string_view word) {
  constexpr std::array<std::string_view, 4> kValues = {"all", "null", "true", "false"};
  return IsReserved(word) &&
         std::find(kValues.begin(), kValues.end(), LowerUtf8(word)) == kValues.end();
}

}  // namespace

std::string QuoteColumns(std::string_view order_by) {
  std::string out;
  for (const std::string_view item : ItemsOf(order_by)) {
    if (item.data() != order_by.data()) out += ',';
    const size_t begin = item.find_first_not_of(" \t\r\n");
    const size_t end = std::min(item.find_first_of(" \t\r\n", begin), item.size());
    const bool column = begin != std::string_view::npos &&
                        IsColumnKeyword(item.substr(begin, end - begin)) &&
                        IsDirection(item.substr(end));
    if (!column) {
      out += item;
      continue;
    }
    out += item.substr(0, begin);
    out += Quoted(item.substr(begin, end - begin));
    out += item.substr(end);
  }
  return out;
}

}  // namespace aietl::spec
