#include "synthesis/learned/training/parameters.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "synthesis/learned/kernels.h"

namespace aietl::synthesis::learned {
namespace {

bool EndsWith(const std::string& name, std::string_view end) {
  return std::string_view(name).ends_with(end);
}

bool IsScale(const std::string& name) {
  return name.find("norm") != std::string::npos;
}
// Numbers that are added to scores: they begin at zero and do not decay.
bool IsBias(const std::string& name) {
  return EndsWith(name, "bias") || EndsWith(name, ".relation") || EndsWith(name, ".cover") ||
         name == "point_relation" || name == "point_used";
}
bool IsTable(const std::string& name) {
  return name == "word" || name == "cue" || name == "kind" || name == "flag" || name == "action" ||
         name == "state" || name == "place" || EndsWith(name, "relation_key") ||
         EndsWith(name, "cover_key") || EndsWith(name, "_value");
}

double Spread(const std::string& name, const Tensor& tensor) {
  // What no example has must add nothing in use: these begin at zero, too.
  if (IsBias(name) || name == "flag") return 0;
  if (name == "word") return 0.3;
  if (IsTable(name)) return 0.1;
  const bool residual = EndsWith(name, "out") || EndsWith(name, "out2") || EndsWith(name, "down");
  return (residual ? 0.5 : 1) / std::sqrt(tensor.rows);
}

template <class Visit>
void EachVector(std::map<std::string, std::vector<float>>& map, const Visit& visit) {
  for (auto& [name, values] : map)
    visit(values);
}

}  // namespace

Parameters::Parameters(const NetworkSize& size, const Vocabulary& vocabulary, uint64_t seed)
    : size_(size), vocabulary_(vocabulary), values_(TensorsOf(size, vocabulary)) {
  Random random(seed);
  for (auto& [name, tensor] : values_) {
    const double spread = Spread(name, tensor);
    for (float& value : tensor.values)
      value = IsScale(name) ? 1.0F : static_cast<float>(random.Normal() * spread);
    for (auto* map : {&grads_, &first_, &second_, &sums_})
      (*map)[name].resize(tensor.values.size());
  }
}

Matrix Parameters::At(const std::string& name) {
  Tensor& tensor = values_.at(name);
  return {tensor.rows, tensor.columns, tensor.values.data(), grads_.at(name).data()};
}

void Parameters::ClearGradients() {
  EachVector(grads_, [](std::vector<float>& grad) { std::fill(grad.begin(), grad.end(), 0.0F); });
}

double Parameters::Step(const AdamOptions& options) {
  ++steps_;
  double square = 0;
  EachVector(grads_, [&](const std::vector<float>& grad) {
    square += static_cast<double>(Dot(grad.data(), grad.data(), static_cast<int>(grad.size())));
  });
  const double norm = std::sqrt(square);
  const auto clip = static_cast<float>(norm > options.clip ? options.clip / norm : 1);
  const auto b1 = static_cast<float>(options.first), b2 = static_cast<float>(options.second);
  const auto t = static_cast<double>(steps_);
  const auto rate = static_cast<float>(options.rate / (1 - std::pow(options.first, t)));
  const auto even = static_cast<float>(1 / (1 - std::pow(options.second, t)));
  for (auto& [name, tensor] : values_) {
    const bool decays = !IsScale(name) && !IsBias(name);
    const auto keep = static_cast<float>(1 - (decays ? options.rate * options.decay : 0));
    float* value = tensor.values.data();
    const float* grad = grads_.at(name).data();
    float* first = first_.at(name).data();
    float* second = second_.at(name).data();
    const size_t count = tensor.values.size();
    for (size_t i = 0; i < count; ++i) {
      const float g = grad[i] * clip;
      first[i] = b1 * first[i] + (1 - b1) * g;
      second[i] = b2 * second[i] + (1 - b2) * g * g;
      value[i] = value[i] * keep - rate * first[i] / (std::sqrt(second[i] * even) + 1e-8F);
    }
  }
  return norm;
}

void Parameters::Average() {
  ++averaged_;
  for (const auto& [name, tensor] : values_)
    AddScaled(sums_.at(name).data(), tensor.values.data(), 1,
              static_cast<int>(tensor.values.size()));
}

Weights Parameters::Learned() const {
  Weights out{size_, vocabulary_, values_};
  if (averaged_ == 0) return out;
  for (auto& [name, tensor] : out.tensors)
    for (size_t i = 0; i < tensor.values.size(); ++i)
      tensor.values[i] = sums_.at(name)[i] / static_cast<float>(averaged_);
  return out;
}

std::string Parameters::Save() const {
  std::string out;
  const auto add = [&out](const void* from, size_t size) {
    out.append(static_cast<const char*>(from), size);
  };
  add(&steps_, sizeof steps_);
  add(&averaged_, sizeof averaged_);
  for (const auto& [name, tensor] : values_) {
    add(tensor.values.data(), tensor.values.size() * sizeof(float));
    for (const auto* map : {&first_, &second_, &sums_})
      add(map->at(name).data(), map->at(name).size() * sizeof(float));
  }
  return out;
}

Result<void> Parameters::Restore(std::string_view bytes) {
  size_t wanted = sizeof steps_ + sizeof averaged_;
  for (const auto& [name, tensor] : values_)
    wanted += 4 * tensor.values.size() * sizeof(float);
  if (bytes.size() != wanted)
    return Fail(Code::kInvalid, "other_checkpoint", "the checkpoint is of another network or data");
  const auto take = [&bytes](void* to, size_t size) {
    std::memcpy(to, bytes.data(), size);
    bytes.remove_prefix(size);
  };
  take(&steps_, sizeof steps_);
  take(&averaged_, sizeof averaged_);
  for (auto& [name, tensor] : values_) {
    take(tensor.values.data(), tensor.values.size() * sizeof(float));
    for (auto* map : {&first_, &second_, &sums_})
      take(map->at(name).data(), map->at(name).size() * sizeof(float));
  }
  return {};
}

}  // namespace aietl::synthesis::learned
