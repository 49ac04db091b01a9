#include "sql/lint/lint.h"

#include <algorithm>

#include "sql/functions/catalogue.h"
#include "sql/lint/internal/linter.h"

namespace aietl::sql {

std::vector<Finding> Lint(const Script& script, const Bound& bound) {
  std::vector<Finding> findings;
  lint::Linter(script, bound, findings).Run();
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return a.place.line != b.place.line ? a.place.line < b.place.line
                                        : a.place.column < b.place.column;
  });
  return findings;
}

namespace lint {

void Linter::Run() {
  for (const Statement* statement : script_.statements) {
    statement_ = statement;
    uses_.clear();
    CountUses(*statement);
    CheckStatement(*statement);
    LookAt(*statement);
  }
  CheckRepeats();
}

void Linter::Tell(std::string_view code, Severity severity, const Node& at, std::string message,
                  std::vector<Edit> edits) {
  Finding finding;
  finding.code = std::string(code);
  finding.severity = severity;
  finding.message = std::move(message);
  finding.place = lines_.At(at);
  if (!edits.empty()) finding.rewrite = Edited(std::move(edits));
  out_.push_back(std::move(finding));
}

std::string Linter::Edited(std::vector<Edit> edits) const {
  if (!statement_->has_place()) return {};
  std::ranges::sort(edits, {}, &Edit::begin);
  std::string out;
  uint32_t at = statement_->begin;
  for (const Edit& edit : edits) {
    if (edit.begin == kNoPlace || edit.begin < at || edit.end > statement_->end ||
        edit.end < edit.begin)
      return {};
    out.append(script_.source.substr(at, edit.begin - at)).append(edit.text);
    at = edit.end;
  }
  return out.append(script_.source.substr(at, statement_->end - at));
}

Edit Linter::Remove(uint32_t begin, uint32_t end) const {
  while (begin > statement_->begin &&
         (script_.source[begin - 1] == ' ' || script_.source[begin - 1] == '\n' ||
          script_.source[begin - 1] == '\t'))
    --begin;
  return {begin, end, ""};
}

void Linter::CountUses(const Node& root) {
  const auto read = [&](const Relation* relation, const ColumnRef* ref, bool whole) {
    Uses& uses = uses_[relation];
    if (ref != nullptr) uses.refs.push_back(ref);
    uses.whole |= whole;
  };
  Walk(root, [&](const Node& node) {
    if (const auto* ref = As<ColumnRef>(&node)) {
      if (const ColumnAt at = bound_.Meaning(ref)) {
        read(at.relation, ref, at.whole_row());
        // USING: both sides are read through the merged column.
        if (at.relation->kind == RelationKind::kMerged) read(at.relation, nullptr, true);
      }
    } else if (const auto* select = As<Select>(&node)) {
      if (const Relation* relation = bound_.RelationOf(select))
        for (const Column& column : relation->columns)
          if (column.from != nullptr &&
              (column.source == ColumnSource::kCopy || column.source == ColumnSource::kMerge))
            read(column.from, nullptr, true);
    } else if (const auto* join = As<Join>(&node)) {
      if (const Relation* merged = bound_.RelationOf(join))
        for (const Column& column : merged->columns) {
          if (column.from != nullptr) read(column.from, nullptr, true);
          if (column.other != nullptr) read(column.other, nullptr, true);
        }
      if (join->natural || join->has_using)
        for (const TableRef* side : {join->left, join->right})
          if (const Relation* relation = bound_.RelationOf(side)) read(relation, nullptr, true);
    }
    return true;
  });
}

bool Linter::Volatile(const Node& root) const {
  bool found = false;
  Walk(root, [&](const Node& node) {
    if (const auto* call = As<Call>(&node); call != nullptr && !call->name.empty()) {
      const FunctionInfo* function = FindFunction(dialect_, call->name.back().text);
      if (function == nullptr || function->Has(kIsVolatile) || function->Has(kIsSet) ||
          function->effect != CallEffect::kPure)
        found = true;
    }
    return !found;
  });
  return found;
}

bool Linter::HasAggregate(const Node& root, bool windows) const {
  bool found = false;
  Walk(root, [&](const Node& node) {
    if (node.kind == NodeKind::kQuery) return false;
    if (const auto* call = As<Call>(&node); call != nullptr && !call->name.empty()) {
      const FunctionInfo* function = FindFunction(dialect_, call->name.back().text);
      if (call->over != nullptr) {
        found |= windows;
      } else if (function == nullptr || (function->Has(kIsAggregate) &&
                                         (function->AlwaysAggregate() || call->args.size() <= 1))) {
        found = true;
      }
    }
    return !found;
  });
  return found;
}

}  // namespace lint
}  // namespace aietl::sql
