// Collects the problems of one document, so that every check says its place in the same words.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "json/node.h"

namespace aietl::spec {

class Findings {
 public:
  Findings(std::string file, Problems* problems) : file_(std::move(file)), problems_(problems) {}

  Problem& Error(const char* code, const Place& place, std::string object, std::string message) {
    return Add(Severity::kError, code, place, std::move(object), std::move(message));
  }
  Problem& Warning(const char* code, const Place& place, std::string object, std::string message) {
    return Add(Severity::kWarning, code, place, std::move(object), std::move(message));
  }
  Place PlaceOf(const json::Node& node) const { return {file_, node.line, node.column}; }
  const std::string& file() const { return file_; }
  Problems* problems() { return problems_; }

 private:
  Problem& Add(Severity severity, const char* code, const Place& place, std::string object,
               std::string message) {
    return problems_->emplace_back(
        Problem{code, severity, std::move(message), place, std::move(object), {}});
  }

  std::string file_;
  Problems* problems_;
};

// "did you mean …?", or which names there are when none is near.
std::string DidYouMeanOrList(std::string_view name, const std::vector<std::string>& names);

}  // namespace aietl::spec
