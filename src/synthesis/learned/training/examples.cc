#include "synthesis/learned/training/examples.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "json/value.h"

namespace aietl::synthesis::learned {
namespace {

std::unexpected<Error> NoExample(const char* what) {
  return Fail(Code::kInvalid, "bad_example",
              std::string("not an example of aietl-nl-export: ") + what);
}

// Stops at what is no digit of base64.
std::vector<uint8_t> BytesOfBase64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  static const std::array<int8_t, 256> values = [&] {
    std::array<int8_t, 256> out{};
    out.fill(-1);
    for (size_t i = 0; i < kDigits.size(); ++i)
      out[static_cast<uint8_t>(kDigits[i])] = static_cast<int8_t>(i);
    return out;
  }();
  std::vector<uint8_t> out;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int8_t value = values[static_cast<uint8_t>(c)];
    if (value < 0) break;
    bits = bits << 6 | static_cast<uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<uint8_t>(bits >> count));
  }
  return out;
}

std::vector<std::string> Texts(const json::Value& value) {
  std::vector<std::string> out;
  for (const json::Value& text : value.AsArray())
    out.push_back(text.AsString());
  return out;
}

// [kind, type, flags, stems, cues, glosses, …]
bool ReadNode(const json::Value& value, Node& node) {
  const json::Array& parts = value.AsArray();
  if (parts.size() < 6 || parts[0].AsInt(-1) < 0 || parts[0].AsInt() >= kNodeKinds) return false;
  node.kind = static_cast<NodeKind>(parts[0].AsInt());
  node.type = static_cast<uint8_t>(parts[1].AsInt());
  node.flags = static_cast<uint32_t>(parts[2].AsInt());
  node.stems = Texts(parts[3]);
  node.cues = Texts(parts[4]);
  node.glosses = Texts(parts[5]);
  return true;
}

bool IsAllowed(const Example& example, size_t at) {
  const Step step = example.steps[at];
  const Allowed& allowed = example.allowed[at];
  if (step < 0) return false;
  if (step < kPointer) return step < kGrammarActions && (allowed.actions >> step & 1) != 0;
  if (step - kPointer >= example.size()) return false;
  const auto kind = static_cast<int>(example.kinds[static_cast<size_t>(step - kPointer)]);
  return (allowed.kinds >> kind & 1) != 0;
}

// Articles, auxiliaries: the lexicon calls them noise, or does not know them.
bool IsIdle(const Node& node) {
  constexpr uint32_t kSpeaks =
      kFlagInColumn | kFlagInTable | kFlagInValue | kFlagQuoted | kFlagNumberWord;
  const std::vector<std::string>& cues = node.cues;
  return node.kind == NodeKind::kWord && (node.flags & kSpeaks) == 0 && node.glosses.empty() &&
         (cues.empty() || std::find(cues.begin(), cues.end(), "noise") != cues.end());
}

}  // namespace

Result<Example> ReadExample(std::string_view line) {
  AIETL_ASSIGN(const json::Value value, json::Parse(line));
  Example example;
  example.id = value["id"].AsString();
  example.database = value["db"].AsString();
  for (const json::Value& node : value["nodes"].AsArray()) {
    if (!ReadNode(node, example.nodes.emplace_back())) return NoExample("node");
    example.kinds.push_back(example.nodes.back().kind);
  }
  example.relations = BytesOfBase64(value["rel"].AsString());
  if (example.relations.size() != example.nodes.size() * example.nodes.size())
    return NoExample("relations");
  for (const uint8_t relation : example.relations)
    if (relation >= kRelations) return NoExample("relation");
  for (const json::Value& step : value["steps"].AsArray())
    example.steps.push_back(static_cast<Step>(step.AsInt(-1)));
  for (const json::Value& masks : value["allow"].AsArray()) {
    const json::Array& parts = masks.AsArray();
    if (parts.size() != 3) return NoExample("masks");
    Allowed allowed;
    allowed.actions =
        static_cast<uint64_t>(parts[0].AsInt()) | static_cast<uint64_t>(parts[1].AsInt()) << 32;
    allowed.kinds = static_cast<uint8_t>(parts[2].AsInt());
    example.allowed.push_back(allowed);
  }
  if (example.steps.size() != example.allowed.size() || example.steps.size() > kMostSteps)
    return NoExample("steps");
  for (size_t i = 0; i < example.steps.size(); ++i)
    if (!IsAllowed(example, i)) return NoExample("a step that is not allowed");
  return example;
}

Vocabulary VocabularyOf(const std::vector<Example>& examples, int least) {
  std::map<std::string, int> words, cues;
  std::set<std::pair<uint64_t, uint8_t>> states;
  for (const Example& example : examples) {
    std::set<std::string> here, cues_here;
    for (const Node& node : example.nodes) {
      here.insert(node.stems.begin(), node.stems.end());
      here.insert(node.glosses.begin(), node.glosses.end());
      cues_here.insert(node.cues.begin(), node.cues.end());
    }
    for (const std::string& word : here)
      ++words[word];
    for (const std::string& cue : cues_here)
      ++cues[cue];
    for (const Allowed& allowed : example.allowed)
      states.emplace(allowed.actions, allowed.kinds);
  }
  Vocabulary out;
  for (const auto& [word, count] : words)
    if (count >= least && word.find('\n') == std::string::npos) out.AddWord(word);
  for (const auto& [cue, count] : cues)
    if (count >= least) out.AddCue(cue);
  for (const auto& [actions, kinds] : states)
    out.states.push_back({actions, kinds});
  return out;
}

void NumberExamples(std::vector<Example>& examples, const Vocabulary& vocabulary) {
  for (Example& example : examples) {
    for (const Node& node : example.nodes) {
      example.idle.push_back(IsIdle(node));
      Node meant = node;
      meant.stems.clear();
      example.glosses.push_back(node.kind == NodeKind::kWord ? InputOf(meant, vocabulary).words
                                                             : std::vector<int>());
      example.inputs.push_back(InputOf(node, vocabulary));
    }
    for (const Allowed& allowed : example.allowed)
      example.states.push_back(vocabulary.StateOf(allowed));
    example.nodes = {};
  }
}

}  // namespace aietl::synthesis::learned
