// Aligns a scalar of the document with the characters of the file that it was written with, so that
// a place in a SQL text can be told as a place in the file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/node.h"
#include "spec/pipeline.h"

namespace aietl::spec {

// A value that was put in for `${name}` (or "$" for "$$"): bytes of the text before and after.
struct Replacement {
  size_t raw_begin = 0, raw_size = 0;
  size_t begin = 0, size = 0;
};

// The file's text cut into lines once.
class FileLines {
 public:
  explicit FileLines(std::string_view text);
  size_t count() const { return lines_.size(); }
  // Without its line end; empty beyond the last. `line` counts from 1.
  std::string_view Line(int line) const;

 private:
  std::vector<std::string_view> lines_;
};

// `node` still holds the text as written (`${…}` not replaced); `replacements` say how the final
// text `sql` came out of it.
SqlPlace AlignSql(const FileLines& file, const std::string& file_name, const json::Node& node,
                  std::string_view sql, const std::vector<Replacement>& replacements);

// Where each byte of a scalar's text as written stands.
class ScalarPlaces {
 public:
  ScalarPlaces(const FileLines& file, const std::string& file_name, const json::Node& node);
  Place At(size_t byte) const;

 private:
  std::string file_name_;
  std::vector<std::pair<int, int>> places_;
};

}  // namespace aietl::spec
