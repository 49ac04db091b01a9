// ${params} of a document: read, overridden from the command line and put into every value below.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "json/node.h"
#include "spec/findings.h"
#include "spec/sql_place.h"

namespace aietl::spec {

// What was replaced in one scalar, for places in SQL.
struct Substituted {
  json::Node raw;  // as written
  std::vector<Replacement> replacements;
};

// A document whose values hold what their ${params} stand for.
struct SubstitutedDocument {
  json::Node root;
  std::vector<std::pair<std::string, std::string>> params;  // declared, after `--param`
  std::map<std::pair<int, int>, Substituted>
      scalars;  // by line and column; only SQL in which something was replaced
};

// `${name}` becomes the parameter's text; a value that is nothing but `${name}` also takes its
// type. `$$` is a dollar sign. Within quotes of a SQL text the same quotes in a value are doubled,
// so that a value never ends the literal it stands in.
// `${env:NAME}` and `${file:PATH}` stay for config::ResolveSecrets, in sources and targets only.
SubstitutedDocument SubstituteParams(const json::Node& root,
                                     const std::vector<std::pair<std::string, std::string>>& given,
                                     const FileLines& file, Findings& findings);

}  // namespace aietl::spec
