#include "connectors/files/csv_header.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/utf8.h"

namespace aietl::connectors::files {
namespace {

bool IsLetter(char32_t c) {
  return c >= 0xC0 || (LowerCodePoint(c) >= 'a' && LowerCodePoint(c) <= 'z');
}

// The readings that one value has by itself.
bool FitsColumn(const std::string& text, const ColumnProfile& column) {
  if (text.empty()) return true;
  ColumnProfile alone;
  alone.Add(text, false);
  return alone.values == 0 || (alone.shape.readings & column.shape.readings) != 0;
}

}  // namespace

bool LooksLikeName(std::string_view text) {
  const std::u32string points = DecodeUtf8(text);
  if (points.empty() || points.size() > 60) return false;
  if (!IsLetter(points[0]) && points[0] != '_' && points[0] != '#' && points[0] != 0x2116)
    return false;
  const auto odd = [](char32_t c) {
    return c == '@' || c == '\n' || c == ';' || c == '=' || c == '{' || c == '"' || c == '!' ||
           c == 0xFFFD;
  };
  return std::none_of(points.begin(), points.end(), odd) &&
         text.find("://") == std::string_view::npos;
}

bool FirstRecordIsHeader(const std::vector<std::string>& first,
                         const std::vector<ColumnProfile>& profiles, int64_t others) {
  bool typed = false;   // some column below holds no text
  bool all_fit = true;  // the first record could stand in these columns
  bool all_names = true;
  bool any_typed_value = false;
  std::set<std::string> distinct;
  for (size_t i = 0; i < first.size(); ++i) {
    ColumnProfile alone;
    alone.Add(first[i], false);
    const bool value = alone.values > 0 && alone.shape.readings != kText;
    any_typed_value = any_typed_value || value;
    if (!first[i].empty() && !LooksLikeName(first[i])) all_names = false;
    distinct.insert(LowerUtf8(first[i]));
    if (i < profiles.size() && profiles[i].values > 0 && profiles[i].shape.readings != kText) {
      typed = true;
      if (!FitsColumn(first[i], profiles[i])) all_fit = false;
    }
  }
  if (others == 0) return all_names && !any_typed_value;
  if (typed && !all_fit) return true;
  if (typed || any_typed_value) return false;
  // Text only: names are words, and different ones.
  return all_names && distinct.size() == first.size();
}

std::vector<std::string> ColumnNames(const std::vector<std::string>& header,
                                     const std::string& file, Problems* problems) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const std::string& name : header)
    taken.insert(LowerUtf8(name));
  std::set<std::string> used;
  const auto warn = [&](const char* code, const std::string& name, std::string message) {
    Problem problem{code,
                    Severity::kWarning,
                    std::move(message),
                    {},
                    name,
                    Tr("give the columns different names in the file's first line")};
    problem.place.file = file;
    if (problems != nullptr) problems->push_back(std::move(problem));
  };
  for (size_t i = 0; i < header.size(); ++i) {
    std::string name = header[i];
    while (!name.empty() && (name.back() == ' ' || name.back() == '\t'))
      name.pop_back();
    while (!name.empty() && (name.front() == ' ' || name.front() == '\t'))
      name.erase(0, 1);
    if (name.empty()) {
      name = "column" + std::to_string(i);
      while (taken.contains(name))
        name += "_";
      warn("empty_column_name", name, Msg("column {} has no name and is called {}", i + 1, name));
    }
    if (used.contains(LowerUtf8(name))) {
      const std::string base = name;
      for (int n = 1; used.contains(LowerUtf8(name)) || taken.contains(LowerUtf8(name)); ++n)
        name = base + "_" + std::to_string(n);
      warn("duplicate_column_name", name,
           Msg("the name {} occurs twice; column {} is called {}", base, i + 1, name));
    }
    used.insert(LowerUtf8(name));
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace aietl::connectors::files
