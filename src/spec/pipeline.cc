#include "spec/pipeline.h"

#include <array>

#include "config/secret.h"

namespace aietl::spec {
namespace {

constexpr std::array kModeNames = {"replace", "append",   "merge", "delete_insert",
                                   "scd2",    "snapshot", "cdc"};
constexpr std::array kContractNames = {"evolve", "freeze", "discard_row", "discard_value"};

}  // namespace

const char* ModeName(Mode mode) {
  return kModeNames[static_cast<size_t>(mode)];
}

std::optional<Mode> ParseMode(std::string_view name) {
  for (size_t i = 0; i < kModeNames.size(); ++i) {
    if (name == kModeNames[i]) return static_cast<Mode>(i);
  }
  return std::nullopt;
}

const char* ContractName(Contract contract) {
  return kContractNames[static_cast<size_t>(contract)];
}

std::optional<Contract> ParseContract(std::string_view name) {
  for (size_t i = 0; i < kContractNames.size(); ++i) {
    if (name == kContractNames[i]) return static_cast<Contract>(i);
  }
  return std::nullopt;
}

std::string Target::Name() const {
  if (!to.path.empty()) return to.path;
  return config::MaskSecrets(to.connection) + " " + to.table;
}

const Source* Pipeline::FindSource(std::string_view source) const {
  for (const Source& s : sources) {
    if (s.name == source) return &s;
  }
  return nullptr;
}

const Step* Pipeline::FindStep(std::string_view step) const {
  for (const Step& s : steps) {
    if (s.name == step) return &s;
  }
  return nullptr;
}

}  // namespace aietl::spec
