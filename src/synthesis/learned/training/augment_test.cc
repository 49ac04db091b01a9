#include "synthesis/learned/training/augment.h"

#include <doctest/doctest.h>

using namespace aietl::synthesis::learned;

namespace {

uint8_t Number(NodeRelation relation, int more = 0) {
  return static_cast<uint8_t>(static_cast<int>(relation) + more);
}

// "how the name is": `how` counts, `name` is a column's; then the column.
Example FourWords() {
  Example out;
  out.inputs.resize(5);
  out.kinds.assign(4, NodeKind::kWord);
  out.kinds.push_back(NodeKind::kColumn);
  out.inputs[0].cues = {1};
  out.inputs[2].flags = kFlagInColumn;
  out.idle = {false, true, false, true, false};
  out.glosses = {{0}, {0}, {7, 8}, {0}, {}};
  for (NodeInput& input : out.inputs)
    input.words = {3};
  for (int i = 0; i < 5; ++i)
    for (int j = 0; j < 5; ++j)
      out.relations.push_back(i == 4 || j == 4 ? Number(NodeRelation::kWordColumn)
                                               : Number(NodeRelation::kWordFirst, 5 + j - i));
  out.relations[2 * 5 + 4] = Number(NodeRelation::kWordColumnExact);
  out.steps = {static_cast<Step>(Action::kAll), kPointer + 4};
  out.allowed.resize(2);
  out.states = {0, 0};
  return out;
}

}  // namespace

TEST_CASE("words that say nothing may stay away, and what is left keeps its links and distances") {
  Random random(1);
  const Example out = WithoutWords(FourWords(), 1, random);
  REQUIRE(out.kinds.size() == 3);
  CHECK(out.inputs[0].cues.size() == 1);
  CHECK(out.inputs[1].flags == kFlagInColumn);
  CHECK(out.relations[0 * 3 + 1] == Number(NodeRelation::kWordFirst, 6));
  CHECK(out.relations[1 * 3 + 0] == Number(NodeRelation::kWordFirst, 4));
  CHECK(out.relations[1 * 3 + 2] == Number(NodeRelation::kWordColumnExact));
  CHECK(out.steps == std::vector<Step>{static_cast<Step>(Action::kAll), kPointer + 2});
}

TEST_CASE("in other words a word keeps what the lexicon knows of it, and its column its name") {
  Random random(1);
  const Example out = InOtherWords(FourWords(), random);
  CHECK(out.inputs[0].words == std::vector<int>{0});
  CHECK(out.inputs[0].cues.size() == 1);
  CHECK(out.inputs[2].words == std::vector<int>{7, 8});
  CHECK(out.inputs[4].words == std::vector<int>{3});
}

TEST_CASE("without a chance to stay away every word stays") {
  Random random(1);
  const Example before = FourWords(), after = WithoutWords(before, 0, random);
  CHECK(after.relations == before.relations);
  CHECK(after.steps == before.steps);
}
