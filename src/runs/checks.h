// The document's checks as SQL over materialised relations.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "data/database.h"
#include "runs/run.h"
#include "spec/pipeline.h"

namespace aietl::runs {

// One question to the data: `rows` selects failing rows (with the relation's columns where
// `whole_rows`), `count` counts them.
struct CheckQuery {
  std::string on;
  std::string title;  // "not_null(email)"
  Severity severity = Severity::kError;
  std::string count;  // SELECT giving one number: how many rows (or facts) fail
  std::string rows;   // SELECT of failing rows; empty for facts about the whole (rows, freshness)
  bool whole_rows = false;
  std::string quarantine;
  Place place;
};

// `schema` is the relation's. Problems: columns that it does not have, with did-you-mean.
std::vector<CheckQuery> MakeCheckQueries(const spec::Check& check, const data::Schema& schema,
                                         Micros now, Problems* problems);

// Runs one; engine errors come back as such.
Result<CheckOutcome> RunCheck(const CheckQuery& query, data::Connection& connection);

}  // namespace aietl::runs
