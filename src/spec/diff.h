// What differs between two versions of a document, part by part, for `runs diff` and reviews.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/value.h"

namespace aietl::spec {

struct Change {
  std::string path;                   // "steps.revenue", "targets[mart.orders].mode"
  std::optional<json::Value> before;  // nothing: added
  std::optional<json::Value> after;   // nothing: removed
};

// Members are compared by name, targets by where they write, checks by what they check: order makes
// no difference there. Other lists are values of their own. Passwords in connections are shown as
// "***".
std::vector<Change> DiffDocuments(const json::Value& before, const json::Value& after);

// For people: a line for each change, texts of several lines as lines with - and +. Empty when
// nothing differs.
std::string DiffText(const std::vector<Change>& changes);
// [{"path", "before", "after"}], without the member that is missing.
json::Value DiffJson(const std::vector<Change>& changes);

}  // namespace aietl::spec
