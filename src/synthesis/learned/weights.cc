#include "synthesis/learned/weights.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/text.h"
#include "synthesis/learned/coverage.h"

namespace aietl::synthesis::learned {
namespace {

constexpr std::string_view kMagic = "AINL";
constexpr uint32_t kVersion = 1;
constexpr size_t kFixedBytes = 16;
constexpr int kMostSize = 2048;  // of anything in a header that counts rows of a matrix
constexpr int kMostLayers = 16;
constexpr int kMostRows = 1'000'000;

uint32_t Checksum(std::string_view bytes) {
  uint32_t sum = 2166136261U;
  for (const char c : bytes)
    sum = (sum ^ static_cast<uint8_t>(c)) * 16777619U;
  return sum;
}

void AppendNumber(std::string& out, uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8)
    out += static_cast<char>(value >> shift & 0xFF);
}
uint32_t NumberAt(std::string_view bytes, size_t at) {
  uint32_t value = 0;
  for (int i = 3; i >= 0; --i)
    value = value << 8 | static_cast<uint8_t>(bytes[at + static_cast<size_t>(i)]);
  return value;
}

std::unexpected<Error> Broken() {
  return Fail(Code::kDataLoss, "broken_weights",
              Tr("the learned weights are damaged or of another version"));
}

// A header line's words.
class Line {
 public:
  explicit Line(std::string_view text) : rest_(text) {}
  std::string_view Word() {
    const size_t end = std::min(rest_.find(' '), rest_.size());
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return word;
  }
  template <class T>
  T Number() {
    const std::string_view word = Word();
    T value{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    ok_ = ok_ && error == std::errc() && end == word.data() + word.size();
    return value;
  }
  int Size(int most) {
    const int value = Number<int>();
    ok_ = ok_ && value > 0 && value <= most;
    return value;
  }
  std::string_view rest() const { return rest_; }
  bool ok() const { return ok_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

struct Header {
  Weights weights;
  std::vector<std::string> order;  // of the tensors
};

bool ReadLine(std::string_view text, Header& header) {
  Line line(text);
  Weights& weights = header.weights;
  const std::string_view what = line.Word();
  if (what == "size") {
    NetworkSize& size = weights.size;
    for (int* value : {&size.width, &size.heads, &size.inner})
      *value = line.Size(kMostSize);
    for (int* value : {&size.encoder_layers, &size.decoder_layers})
      *value = line.Size(kMostLayers);
    return line.ok() && size.width % size.heads == 0;
  }
  if (what == "word") {
    weights.vocabulary.AddWord(std::string(line.rest()));
  } else if (what == "cue") {
    weights.vocabulary.AddCue(std::string(line.rest()));
  } else if (what == "state") {
    Allowed state;
    state.actions = line.Number<uint64_t>();
    state.kinds = line.Number<uint8_t>();
    weights.vocabulary.states.push_back(state);
  } else if (what == "tensor") {
    header.order.emplace_back(line.Word());
    Tensor& tensor = weights.tensors[header.order.back()];
    tensor.rows = line.Size(kMostRows);
    tensor.columns = line.Size(kMostSize);
  } else {
    return false;
  }
  return line.ok();
}

bool SameShapes(const std::map<std::string, Tensor>& a, const std::map<std::string, Tensor>& b) {
  if (a.size() != b.size()) return false;
  for (auto left = a.begin(), right = b.begin(); left != a.end(); ++left, ++right)
    if (left->first != right->first || left->second.rows != right->second.rows ||
        left->second.columns != right->second.columns)
      return false;
  return true;
}

}  // namespace

void Vocabulary::AddWord(const std::string& word) {
  if (word_numbers.emplace(word, static_cast<int>(words.size())).second) words.push_back(word);
}

void Vocabulary::AddCue(const std::string& cue) {
  if (cue_numbers.emplace(cue, static_cast<int>(cues.size())).second) cues.push_back(cue);
}

int Vocabulary::StateOf(const Allowed& allowed) const {
  for (size_t i = 1; i < states.size(); ++i)
    if (states[i].actions == allowed.actions && states[i].kinds == allowed.kinds)
      return static_cast<int>(i);
  return 0;
}

NodeInput InputOf(const Node& node, const Vocabulary& vocabulary) {
  NodeInput input;
  input.kind = static_cast<int>(node.kind) * kNodeTypes + std::min<int>(node.type, kNodeTypes - 1);
  input.flags = node.flags;
  for (const std::vector<std::string>* words : {&node.stems, &node.glosses})
    for (const std::string& word : *words) {
      const auto at = vocabulary.word_numbers.find(word);
      if (at != vocabulary.word_numbers.end() &&
          std::find(input.words.begin(), input.words.end(), at->second) == input.words.end())
        input.words.push_back(at->second);
    }
  if (input.words.empty()) input.words.push_back(0);
  for (const std::string& cue : node.cues)
    if (const auto at = vocabulary.cue_numbers.find(cue); at != vocabulary.cue_numbers.end())
      input.cues.push_back(at->second);
  return input;
}

std::map<std::string, Tensor> TensorsOf(const NetworkSize& size, const Vocabulary& vocabulary) {
  std::map<std::string, Tensor> out;
  const int d = size.width, part = d / size.heads;
  const auto add = [&out](const std::string& name, int rows, int columns) {
    out[name] = {rows, columns,
                 std::vector<float>(static_cast<size_t>(rows) * static_cast<size_t>(columns))};
  };
  const auto inner = [&](const std::string& p, const char* norm) {
    add(p + norm, 1, d);
    add(p + "up", d, size.inner);
    add(p + "up_bias", 1, size.inner);
    add(p + "down", size.inner, d);
    add(p + "down_bias", 1, d);
  };
  add("word", static_cast<int>(vocabulary.words.size()), d);
  add("cue", static_cast<int>(vocabulary.cues.size()), d);
  add("kind", kNodeKinds * kNodeTypes, d);
  add("flag", kNodeFlags, d);
  for (int i = 0; i < size.encoder_layers; ++i) {
    const std::string p = "encoder" + std::to_string(i) + ".";
    add(p + "norm1", 1, d);
    add(p + "qkv", d, 3 * d);
    add(p + "out", d, d);
    add(p + "relation", kRelations, size.heads);
    add(p + "relation_key", kRelations, part);
    add(p + "relation_value", kRelations, part);
    inner(p, "norm2");
  }
  add("memory_norm", 1, d);
  const int states = static_cast<int>(vocabulary.states.size());
  add("action", kGrammarActions + 1, d);  // the last one begins
  add("pointed", d, d);
  add("state", states, d);
  add("place", kMostSteps, d);
  for (int i = 0; i < size.decoder_layers; ++i) {
    const std::string p = "decoder" + std::to_string(i) + ".";
    add(p + "norm1", 1, d);
    add(p + "qkv", d, 3 * d);
    add(p + "out", d, d);
    add(p + "norm2", 1, d);
    add(p + "query", d, d);
    add(p + "memory", d, 2 * d);
    add(p + "out2", d, d);
    add(p + "cover", kCoverings, size.heads);
    add(p + "cover_key", kCoverings, part);
    add(p + "cover_value", kCoverings, part);
    inner(p, "norm3");
  }
  add("final_norm", 1, d);
  add("choose", d, kGrammarActions);
  add("choose_bias", states, kGrammarActions);
  add("point_query", d, d);
  add("point_key", d, d);
  add("point_relation", states, kRelations + 1);  // the last one: nothing was pointed at yet
  add("point_used", states, 3);                   // not yet, once, more often
  return out;
}

std::string WriteWeights(const Weights& weights) {
  const NetworkSize& size = weights.size;
  std::string header = "size";
  for (const int value :
       {size.width, size.heads, size.inner, size.encoder_layers, size.decoder_layers})
    header += ' ' + std::to_string(value);
  header += '\n';
  const Vocabulary& vocabulary = weights.vocabulary;
  for (size_t i = 1; i < vocabulary.words.size(); ++i)
    header += "word " + vocabulary.words[i] + '\n';
  for (size_t i = 1; i < vocabulary.cues.size(); ++i)
    header += "cue " + vocabulary.cues[i] + '\n';
  for (size_t i = 1; i < vocabulary.states.size(); ++i)
    header += "state " + std::to_string(vocabulary.states[i].actions) + ' ' +
              std::to_string(vocabulary.states[i].kinds) + '\n';
  std::string numbers;
  for (const auto& [name, tensor] : weights.tensors) {
    header += "tensor " + name + ' ' + std::to_string(tensor.rows) + ' ' +
              std::to_string(tensor.columns) + '\n';
    for (const float value : tensor.values) {
      const uint16_t half = HalfOf(value);
      numbers += static_cast<char>(half & 0xFF);
      numbers += static_cast<char>(half >> 8);
    }
  }
  const std::string content = header + numbers;
  std::string out(kMagic);
  AppendNumber(out, kVersion);
  AppendNumber(out, static_cast<uint32_t>(header.size()));
  AppendNumber(out, Checksum(content));
  return out + content;
}

Result<Weights> ReadWeights(std::string_view bytes) {
  if (bytes.size() < kFixedBytes || !bytes.starts_with(kMagic) || NumberAt(bytes, 4) != kVersion)
    return Broken();
  const size_t header_size = NumberAt(bytes, 8);
  const uint32_t checksum = NumberAt(bytes, 12);
  std::string_view content = bytes.substr(kFixedBytes);
  if (header_size > content.size() || Checksum(content) != checksum) return Broken();
  Header header;
  for (std::string_view text = content.substr(0, header_size); !text.empty();) {
    const size_t end = std::min(text.find('\n'), text.size() - 1);
    if (!ReadLine(text.substr(0, end), header)) return Broken();
    text.remove_prefix(end + 1);
  }
  Weights& weights = header.weights;
  std::map<std::string, Tensor> wanted = TensorsOf(weights.size, weights.vocabulary);
  if (!SameShapes(wanted, weights.tensors)) return Broken();
  std::string_view numbers = content.substr(header_size);
  for (const std::string& name : header.order) {
    std::vector<float>& values = wanted[name].values;
    if (numbers.size() < values.size() * 2) return Broken();
    for (size_t i = 0; i < values.size(); ++i)
      values[i] = FloatOf(static_cast<uint16_t>(static_cast<uint8_t>(numbers[2 * i]) |
                                                static_cast<uint8_t>(numbers[2 * i + 1]) << 8));
    numbers.remove_prefix(values.size() * 2);
  }
  if (!numbers.empty()) return Broken();
  weights.tensors = std::move(wanted);
  return std::move(weights);
}

uint16_t HalfOf(float value) {
  const uint32_t bits = std::bit_cast<uint32_t>(value);
  const auto sign = static_cast<uint16_t>(bits >> 16 & 0x8000);
  const float size = std::fabs(value);
  if (!(size < 65520.0F))
    return static_cast<uint16_t>(sign | (std::isnan(value) ? 0x7E00 : 0x7C00));
  if (size < 6.103515625e-05F)  // below the normal numbers: whole multiples of 2^-24
    return static_cast<uint16_t>(sign | static_cast<uint16_t>(std::nearbyint(size * 16777216.0F)));
  const uint32_t rounded = (bits & 0x7FFFFFFF) + 0xFFF + (bits >> 13 & 1);
  return static_cast<uint16_t>(sign | ((rounded - (112U << 23)) >> 13));
}

float FloatOf(uint16_t half) {
  const uint32_t sign = static_cast<uint32_t>(half & 0x8000) << 16;
  const uint32_t rest = half & 0x7FFF;
  if (rest >= 0x7C00) return std::bit_cast<float>(sign | 0x7F800000 | (rest & 0x3FF) << 13);
  if (rest >= 0x400) return std::bit_cast<float>(sign | ((rest << 13) + (112U << 23)));
  return std::copysign(static_cast<float>(rest) * 5.9604644775390625e-08F,
                       std::bit_cast<float>(sign));
}

}  // namespace aietl::synthesis::learned
