// Reads one value against its descriptor: what ParseOptions and programmatic Set share.
#pragma once

#include <string>

#include "config/options.h"

namespace aietl::config {

// Where a value stands: in which file, under which path of keys ("checks[1].rows.min"), and where
// findings go.
struct Context {
  std::string file;
  std::string path;
  Problems* problems;

  Context At(const std::string& key) const {
    return {file, path.empty() ? key : path + "." + key, problems};
  }
  Context AtIndex(size_t i) const { return {file, path + "[" + std::to_string(i) + "]", problems}; }
  Problem& Report(const char* id, const json::Node& node, std::string message,
                  std::string hint = {}) const;
};

// Everything but nested options: the normalised value, or null after a finding.
json::Value ParseScalars(const Option& option, const json::Node& node, const Context& context);

// The declared default as a document would hold it.
Result<json::Node> DefaultNode(const Option& option);

}  // namespace aietl::config
