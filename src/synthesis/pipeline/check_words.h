// "fail if email is empty", «проверь, что id уникален» → entries of the document's checks.
#pragma once

#include <string>
#include <vector>

#include "json/value.h"
#include "synthesis/ask/linker.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

struct CheckMention {
  int relation = -1;  // whose column it is; -1: rows of the result
  json::Value check;  // without `on`
  Span words;
};

struct CheckWords {
  std::vector<CheckMention> checks;
  Problems problems;  // a check that was asked for and could not be understood
};

CheckWords FindChecks(const QueryRequest& request, const Linker& linker,
                      const std::vector<int>& sources, std::vector<bool>* taken);

}  // namespace aietl::synthesis
