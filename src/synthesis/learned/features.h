// What speaks for a candidate and against it beyond the network's own score: what the ranker reads.
#pragma once

#include <string>
#include <vector>

#include "synthesis/learned/query_form.h"
#include "synthesis/learned/question_graph.h"

namespace aietl::synthesis::learned {

// One candidate among those for a question.
struct CandidatePlace {
  double log_probability = 0;
  double best = 0;  // the best candidate's
  int rank = 0;     // from 0
  int steps = 0;
  int candidates = 1;        // of the question
  bool by_rules = false;     // the rules say the same
  bool rules_speak = false;  // the rules have an answer that a form can say
};

// In the order of FeatureNames(). The form must have joins (JoinsOf).
std::vector<float> CandidateFeatures(const QuestionGraph& graph, const QueryForm& form,
                                     const CandidatePlace& place);
const std::vector<std::string>& FeatureNames();

}  // namespace aietl::synthesis::learned
