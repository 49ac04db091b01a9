// The learned implementation of QueryWriter: the network's candidates, ranked, with the words
// behind each part.
#pragma once

#include <memory>
#include <optional>

#include "synthesis/ask/query_writer.h"
#include "synthesis/learned/network.h"
#include "synthesis/learned/ranker.h"
#include "synthesis/learned/schema.h"

namespace aietl::synthesis::learned {

// Null network: the rules alone. `ranker` may be null. Both must outlive the writer.
struct LearnedModels {
  const Network* network = nullptr;
  const Ranker* ranker = nullptr;
};

// What `rules` answer is one more candidate. They answer alone where a part of the sentence is
// fixed already, where they say what no form can (months, shares, running totals), and where the
// network has nothing to go by. One thread at a time; the last catalogue stays prepared.
std::unique_ptr<QueryWriter> MakeLearnedWriter(LearnedModels models,
                                               std::unique_ptr<QueryWriter> rules);

// The form of what the rules answered; nullopt where they ask, refuse, or say what no form can.
std::optional<QueryForm> RulesForm(const QueryAnswer& answer, const Schema& schema);

// What questions are answered by: the network and ranker that the program carries, over the rules.
std::unique_ptr<QueryWriter> MakeQuestionWriter();

}  // namespace aietl::synthesis::learned
