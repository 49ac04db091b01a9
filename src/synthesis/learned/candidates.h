// What the network offers for a question over a catalogue, as SQL that binds and only reads.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sql/bind/schema.h"
#include "synthesis/learned/network.h"
#include "synthesis/learned/ranker.h"
#include "synthesis/learned/value_index.h"

namespace aietl::synthesis::learned {

// A catalogue made ready. Immutable; any number of threads.
class PreparedCatalog {
 public:
  explicit PreparedCatalog(const Catalog& catalog);
  PreparedCatalog(const PreparedCatalog&) = delete;
  PreparedCatalog& operator=(const PreparedCatalog&) = delete;

  const Schema& schema() const { return schema_; }
  const ValueIndex& values() const { return values_; }
  // One SELECT in DuckDB's dialect of which every name is known and every type fits.
  bool Binds(const std::string& sql) const;

 private:
  Schema schema_;
  ValueIndex values_;
  sql::Schema tables_;
};

struct Candidate {
  QueryForm form;
  std::string sql;  // DuckDB's
  double log_probability = 0;
  double score = 0;       // the ranker's; without one the log probability
  bool by_rules = false;  // the rules say the same
  std::vector<float> features;
};

// Best first, no SQL twice. `ranker` may be null. `rules`: what the rules answer, as a form; it
// becomes a candidate as well, if the network can say it.
std::vector<Candidate> CandidatesOf(const QuestionGraph& graph, const PreparedCatalog& catalog,
                                    const Network& network, const Ranker* ranker, int width,
                                    const QueryForm* rules);

// Names, columns and cells of a catalogue in one number: whether it is the one prepared before.
uint64_t FingerprintOf(const Catalog& catalog);

}  // namespace aietl::synthesis::learned
