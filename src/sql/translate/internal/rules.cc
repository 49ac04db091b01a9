#include "sql/translate/internal/rules.h"

#include <fmt/core.h>

#include <cstdio>
#include <string>

#include "base/error.h"
#include "sql/parser.h"
#include "sql/translate/internal/map_file.h"
#include "sql/translate/internal/maps.h"

namespace aietl::sql {
namespace {

std::string LowerRuleName(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

// What the roots of an expression and of a spelling that fits have in common.
std::string RootOf(const Expr& expr) {
  if (const Call* call = As<Call>(&expr))
    return call->name.empty() ? "()" : LowerRuleName(call->name.back().text) + "(";
  if (const Binary* binary = As<Binary>(&expr))
    return "b" + std::to_string(static_cast<int>(binary->op));
  if (const Unary* unary = As<Unary>(&expr))
    return "u" + std::to_string(static_cast<int>(unary->op));
  return "k" + std::to_string(static_cast<int>(expr.kind));
}

}  // namespace

const SpellingRules& SpellingRules::Get() {
  static const SpellingRules* const rules = new SpellingRules();
  return *rules;
}

SpellingRules::SpellingRules() {
  for (const MapEntry& entry : ReadMap(kFunctionsMap)) {
    if (entry.head == "same") {
      for (const MapLine& line : entry.lines) {
        std::string_view rest = line.text;
        while (!rest.empty()) {
          const size_t space = rest.find(' ');
          for (size_t d = 0; d < kDialects; ++d) {
            if (line.dialects[d]) shared_[d].insert(std::string(rest.substr(0, space)));
          }
          rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
        }
      }
      continue;
    }
    AIETL_CHECK(entry.head == "rule");
    rules_.push_back(std::make_unique<SpellingRule>());
    SpellingRule& rule = *rules_.back();
    rule.name = entry.name;
    for (const MapLine& line : entry.lines) {
      for (size_t d = 0; d < kDialects; ++d) {
        if (!line.dialects[d]) continue;
        switch (line.word) {
          case MapWord::kNone: rule.none[d] = std::string(line.text); break;
          case MapWord::kLoss: rule.loss[d] = std::string(line.text); break;
          case MapWord::kFrom: rule.from[d] = std::string(line.text); break;
          case MapWord::kSpelling:
          case MapWord::kWritten: {
            Result<Expr*> pattern =
                ParseExpression(line.text, DialectOf(static_cast<DialectId>(d)), arena_);
            if (!pattern)
              fmt::print(stderr, "functions.map: {}: {}: {}\n", entry.name, line.text,
                         pattern.error().ToString());
            AIETL_CHECK(pattern.has_value());
            const Expr* root = Unparen(*pattern);
            rule.spellings[d].push_back(root);
            if (line.word == MapWord::kSpelling)
              by_root_[d][RootOf(*root)].push_back({&rule, root});
            break;
          }
        }
      }
    }
  }
}

const SpellingRule* SpellingRules::Find(Expr& node, DialectId from,
                                        TemplateBindings& bindings) const {
  const auto& by_root = by_root_[static_cast<size_t>(from)];
  const auto found = by_root.find(RootOf(node));
  if (found == by_root.end()) return nullptr;
  for (const Spelling& spelling : found->second) {
    TemplateBindings tried;
    if (!MatchTemplate(*spelling.pattern, node, tried)) continue;
    bindings = tried;
    return spelling.rule;
  }
  return nullptr;
}

bool SpellingRules::Shared(std::string_view function, DialectId from, DialectId to) const {
  const std::string name = LowerRuleName(function);
  return shared_[static_cast<size_t>(from)].contains(name) &&
         shared_[static_cast<size_t>(to)].contains(name);
}

}  // namespace aietl::sql
