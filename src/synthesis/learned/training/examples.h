// Training examples: what aietl-nl-export writes, as numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "synthesis/learned/weights.h"

namespace aietl::synthesis::learned {

struct Example {
  std::string id, database;
  std::vector<Node> nodes;  // until NumberExamples has read them
  std::vector<NodeInput> inputs;
  std::vector<NodeKind> kinds;
  std::vector<uint8_t> relations;
  std::vector<Step> steps;
  std::vector<Allowed> allowed;  // before each step
  std::vector<int> states;
  std::vector<bool> idle;  // by node: a word that is linked to nothing and says nothing
  // By node, of words: their glosses alone; empty where the lexicon does not know the word.
  std::vector<std::vector<int>> glosses;

  int size() const { return static_cast<int>(kinds.size()); }
};

// One line of the export. An example without steps teaches nothing: `steps` is empty.
Result<Example> ReadExample(std::string_view line);

// Words, cues and states that occur in at least `least` examples; states once.
Vocabulary VocabularyOf(const std::vector<Example>& examples, int least);

// Fills inputs, states, idle and glosses; frees the nodes.
void NumberExamples(std::vector<Example>& examples, const Vocabulary& vocabulary);

}  // namespace aietl::synthesis::learned
