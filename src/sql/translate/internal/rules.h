// functions.map at work: which rule reads an expression of one dialect, and how another dialect
// spells it.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sql/dialect.h"
#include "sql/translate/internal/template.h"

namespace aietl::sql {

struct SpellingRule {
  std::string_view name;
  std::array<std::vector<const Expr*>, kDialects> spellings;  // the first is printed
  std::array<std::string, kDialects> none, loss, from;        // texts, empty where there are none
};

class SpellingRules {
 public:
  // Read once; lives for ever. Thread-safe.
  static const SpellingRules& Get();

  // The first rule with a spelling of `from` that `node` has; null if there is none.
  const SpellingRule* Find(Expr& node, DialectId from, TemplateBindings& bindings) const;
  // Whether a function of this (lower-case) name is the same in both dialects.
  bool Shared(std::string_view function, DialectId from, DialectId to) const;
  size_t size() const { return rules_.size(); }

 private:
  SpellingRules();
  struct Spelling {
    const SpellingRule* rule;
    const Expr* pattern;
  };
  Arena arena_;
  std::vector<std::unique_ptr<SpellingRule>> rules_;
  std::array<std::unordered_map<std::string, std::vector<Spelling>>, kDialects> by_root_;
  std::array<std::unordered_set<std::string>, kDialects> shared_;
};

}  // namespace aietl::sql
