#include "sql/functions/catalogue.h"

#include <algorithm>
#include <string>

#include "base/did_you_mean.h"
#include "sql/functions/internal/tables.h"

namespace aietl::sql {
namespace {

using functions::kTables;

char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool SameIgnoringCase(std::string_view a, const char* b) {
  for (char c : a)
    if (*b == 0 || LowerAscii(c) != LowerAscii(*b++)) return false;
  return *b == 0;
}

FunctionRole RoleOf(const FunctionInfo& function) {
  if (function.Has(kIsPragma)) return FunctionRole::kPragma;
  return function.Has(kIsTable) ? FunctionRole::kTable : FunctionRole::kScalar;
}

const FunctionInfo* Look(DialectId dialect, std::string_view name, FunctionRole role) {
  const auto& table = kTables.dialects[static_cast<size_t>(dialect)];
  uint32_t hash = 2166136261U;
  for (char c : name)
    hash = (hash ^ static_cast<uint8_t>(LowerAscii(c))) * 16777619U;
  for (uint32_t slot = hash & table.mask; table.slots[slot] != 0xffff;
       slot = (slot + 1) & table.mask) {
    const FunctionInfo& function = kTables.functions[table.begin + table.slots[slot]];
    if (RoleOf(function) == role && SameIgnoringCase(name, function.name)) return &function;
  }
  return nullptr;
}

constexpr std::string_view kCombinators[] = {
    "SimpleState", "OrDefault", "MergeState", "Resample", "Distinct", "ForEach", "OrNull",
    "ArgMin",      "ArgMax",    "Merge",      "State",    "Array",    "Map",     "If"};

}  // namespace

std::string_view CallEffectName(CallEffect effect) {
  constexpr std::string_view kNames[] = {"pure",         "session", "files", "network",
                                         "process",      "sleeps",  "state", "sequence",
                                         "large_object", "admin",   "code"};
  return kNames[static_cast<size_t>(effect)];
}

bool FunctionInfo::AlwaysAggregate() const {
  return std::ranges::all_of(signatures(),
                             [](const Signature& s) { return (s.flags & kIsAggregate) != 0; });
}

std::span<const Signature> FunctionInfo::signatures() const {
  return {kTables.signatures + first, count};
}

std::span<const FunctionInfo> FunctionsOf(DialectId dialect) {
  const auto& table = kTables.dialects[static_cast<size_t>(dialect)];
  return {kTables.functions + table.begin, table.count};
}

const TypePattern& PatternAt(uint16_t index) {
  return kTables.patterns[index];
}

uint16_t ArgumentAt(const Signature& signature, size_t index) {
  return kTables.arguments[signature.first + std::min<size_t>(index, signature.count - 1U)];
}

const FunctionInfo* FindFunction(DialectId dialect, std::string_view name, FunctionRole role,
                                 bool* exact) {
  if (exact != nullptr) *exact = true;
  const FunctionInfo* function = Look(dialect, name, role);
  if (function == nullptr && role == FunctionRole::kScalar && dialect == DialectId::kClickhouse) {
    for (std::string_view base = name; function == nullptr;) {
      const auto* suffix = std::ranges::find_if(kCombinators, [&](std::string_view c) {
        return base.size() > c.size() && base.ends_with(c);
      });
      if (suffix == std::end(kCombinators)) return nullptr;
      base.remove_suffix(suffix->size());
      function = Look(dialect, base, role);
      if (function != nullptr && !function->Has(kIsAggregate)) return nullptr;
      name = base;
    }
  }
  if (function != nullptr && exact != nullptr && function->Has(kIsCased))
    *exact = name == function->name;
  return function;
}

std::vector<std::string> SimilarFunctions(DialectId dialect, std::string_view name,
                                          FunctionRole role) {
  std::vector<std::string> names;
  for (const FunctionInfo& function : FunctionsOf(dialect)) {
    const std::string_view known = function.name;
    const size_t longer = std::max(known.size(), name.size()),
                 shorter = std::min(known.size(), name.size());
    if (RoleOf(function) == role && longer - shorter <= longer / 3 + 1) names.emplace_back(known);
  }
  return NearestNames(name, names);
}

}  // namespace aietl::sql
