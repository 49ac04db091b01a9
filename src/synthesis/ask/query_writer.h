// The narrow interface of "what is asked of the data": words over a catalogue → SQL candidates. The
// builtin writer (rules over linked words) is the first implementation; a learned one and an LLM
// will stand beside it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "synthesis/catalog.h"
#include "synthesis/text/token.h"

namespace aietl::synthesis {

// One thing the user has to decide. Ids are stable for the same sentence over the same data.
struct Choice {
  std::string id;    // "a", "b", …
  std::string text;  // in the user's words
};
struct Question {
  std::string id;  // "q1", …; unique within a synthesis (the caller renumbers)
  std::string
      key;  // what it is about, e.g. "column:amount@15": stable, used to find the answer again
  std::string text;
  Span words;
  std::vector<Choice> choices;
};

// A part of the answer and the words it came from. `part` is a JSON pointer into the document; the
// writer uses pointers below "/" of its own SQL ("where/status", "group/month", "join/customers",
// "select/revenue", "order", "limit"), the caller prefixes them ("/steps/result/…").
struct Link {
  Span words;
  std::string text;
  std::string part;
};

struct QueryRequest {
  std::vector<Token> tokens;  // the whole sentence
  std::vector<bool> taken;    // tokens that the pipeline part has used (target, schedule, mode …):
                              // not to be interpreted again
  const Catalog* catalog = nullptr;
  std::vector<std::string>
      sources;  // relation names the sentence fixes; empty: choose from the catalogue
  std::map<std::string, std::string> answers;  // question key → choice id
  Language language = Language::kEnglish;
};

struct QueryCandidate {
  std::string sql;       // one SELECT over relation names, DuckDB dialect; empty when a relation is
                         // passed on as it is
  std::string relation;  // then: that relation
  std::vector<std::string> columns;  // output column names, in order
  std::vector<std::string> used;     // relations used
  double confidence = 0;             // 0..1
  std::vector<Link> links;
  std::string explanation;  // one or two sentences in the user's language
  std::string name;         // short identifier for the step ("revenue_by_country")
};

struct QueryAnswer {
  std::vector<QueryCandidate>
      candidates;  // best first; empty when problems or questions stand in the way
  std::vector<Question> questions;
  Problems problems;  // unknown names with nearest ones; `place.column` is the character offset + 1
  std::vector<Span> not_understood;  // content words linked to nothing
};

class QueryWriter {
 public:
  virtual ~QueryWriter() = default;
  virtual Result<QueryAnswer> Write(const QueryRequest& request) = 0;
};

std::unique_ptr<QueryWriter> MakeBuiltinWriter();

}  // namespace aietl::synthesis
