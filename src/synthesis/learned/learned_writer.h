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

// Rules that are sure answer: on small tables with plain names they err seldom, and they say what
// no form can (months, shares). Where the network is likely to be right and says something else,
// both readings become a question. What the rules refuse or ask about, the network answers if it is
// sure; if it is only likely to be right, its readings are a question, with what the rules did not
// understand. Readings come as candidates beside the question. One thread at a time; the last
// catalogue stays prepared.
std::unique_ptr<QueryWriter> MakeLearnedWriter(LearnedModels models,
                                               std::unique_ptr<QueryWriter> rules);

// The form of what the rules answered; nullopt where they ask, refuse, or say what no form can.
std::optional<QueryForm> RulesForm(const QueryAnswer& answer, const Schema& schema);

// What questions are answered by: the network and ranker that the program carries, over the rules.
std::unique_ptr<QueryWriter> MakeQuestionWriter();

}  // namespace aietl::synthesis::learned
