// The one rule both readers of documents share: a mapping names each key once.
#pragma once

#include <string>

#include "base/error.h"
#include "json/node.h"

namespace aietl::json {

// The error "duplicate_key" at the second of two equal keys, naming the line of the first.
Result<void> CheckKeysDiffer(const Node& mapping, const std::string& file);

}  // namespace aietl::json
