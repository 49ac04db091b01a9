// Where data comes from and goes to, as the sentence says it: paths, tables of databases,
// connection names, with their roles.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "synthesis/synthesiser.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

struct PlaceMention {
  std::string path;  // file or glob, as written
  std::string
      connection;  // or a database: name or URI (a bare path of a database file becomes one)
  std::string table;
  bool target = false;
  bool exists = true;      // sources: the file or glob is there
  int begin = 0, end = 0;  // tokens that name it, cue words included
};

// Marks the tokens it uses in `taken`.
std::vector<PlaceMention> FindPlaces(const std::vector<Token>& tokens,
                                     const SynthesisRequest& request, std::vector<bool>* taken);

// "x.db" → "sqlite:///x.db"; "x.duckdb" → "duckdb:///x.duckdb"; "" for other paths.
std::string DatabaseUri(const std::string& path);
bool IsGlob(const std::string& path);

}  // namespace aietl::synthesis
