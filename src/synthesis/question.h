// A question over the tables of one database (or the data files of a folder) → one SELECT, bound
// against them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/catalog.h"
#include "synthesis/synthesiser.h"

namespace aietl::synthesis {

struct QuestionRequest {
  std::string question;
  std::string database;  // a connection's name or a URI; empty: the data files of `folder`
  std::string folder;    // relative paths start here
  std::vector<NamedConnection> connections;    // known by `connect add`
  std::map<std::string, std::string> answers;  // question id → choice id, ids as printed before
  std::optional<Language> language;  // of explanation and questions back; default: the question's
};

struct QuestionAnswer {
  Catalog catalog;       // what could be spoken of; the SQL's relations are named as here
  QueryCandidate query;  // `sql` is a SELECT in DuckDB's dialect; empty while `questions` or errors
                         // stand in the way
  std::vector<Question> questions;
  Problems problems;
};

// Touches nothing but discovery.
Result<QuestionAnswer> AnswerQuestion(const QuestionRequest& request,
                                      const SynthesisContext& context, StopToken stop);

}  // namespace aietl::synthesis
