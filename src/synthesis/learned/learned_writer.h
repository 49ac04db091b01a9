// The learned implementation of QueryWriter: the network's candidates, ranked, with the words
// behind each part.
#pragma once

#include <memory>

#include "synthesis/ask/query_writer.h"
#include "synthesis/learned/network.h"
#include "synthesis/learned/ranker.h"

namespace aietl::synthesis::learned {

// Null network: the rules alone. `ranker` may be null. Both must outlive the writer.
struct LearnedModels {
  const Network* network = nullptr;
  const Ranker* ranker = nullptr;
};

// Asks `rules` where the network has nothing to say, and where a part of the sentence is fixed
// already. One thread at a time; the last catalogue stays prepared.
std::unique_ptr<QueryWriter> MakeLearnedWriter(LearnedModels models,
                                               std::unique_ptr<QueryWriter> rules);

// What questions are answered by: the network and ranker that the program carries, over the rules.
std::unique_ptr<QueryWriter> MakeQuestionWriter();

}  // namespace aietl::synthesis::learned
