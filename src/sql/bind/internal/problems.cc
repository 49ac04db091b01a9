// What was wrong, said with a place and a suggestion.

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "sql/bind/internal/binding.h"

namespace aietl::sql::bind {

Problem& Binder::ReportAt(std::string_view code, uint32_t offset, std::string message,
                          std::string object, std::string hint) {
  static thread_local Problem dropped;
  if (bound_.problems.size() >= options_.problems) return dropped = Problem{};
  if (!lines_) lines_.emplace(script_.source);
  // An output column that WHERE uses is bound twice.
  for (Problem& told : bound_.problems)
    if (told.code == code && told.message == message && offset != kNoPlace &&
        told.place.line == lines_->At(offset).line &&
        told.place.column == lines_->At(offset).column)
      return told;
  Problem problem;
  problem.code = std::string(code);
  problem.message = std::move(message);
  if (offset != kNoPlace) problem.place = lines_->At(offset);
  problem.object = std::move(object);
  problem.hint = std::move(hint);
  return bound_.problems.emplace_back(std::move(problem));
}

Problem& Binder::Report(std::string_view code, const Node* at, std::string message,
                        std::string object, std::string hint) {
  return ReportAt(code, at == nullptr ? kNoPlace : at->begin, std::move(message), std::move(object),
                  std::move(hint));
}

void Binder::UnknownTable(Name path, const Node* at) {
  const std::string name = PathText(path);
  std::vector<std::string> names;
  for (const CteEntry& cte : ctes_)
    names.emplace_back(cte.name.text);
  for (const LocalTable& table : local_)
    if (table.relation != nullptr) names.push_back(table.path.back());
  if (options_.schema != nullptr) {
    for (const auto& table : options_.schema->tables()) {
      std::string full;
      for (const std::string& part : table->path)
        full += (full.empty() ? "" : ".") + part;
      names.push_back(path.size() > 1 ? full : table->path.back());
    }
  }
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  ReportAt("unknown_table", path.empty() ? (at == nullptr ? kNoPlace : at->begin) : path[0].begin,
           Msg("table {} does not exist", name), name,
           DidYouMean(path.size() > 1 ? name : std::string(path.back().text), names));
}

void Binder::UnknownColumn(const ColumnRef& ref, const Ident& column, const Scope* scope,
                           const Relation* relation) {
  std::vector<std::string> names;
  bool hidden_alias = false;
  const auto add = [&](const Relation& from) {
    for (const Column& c : from.columns)
      if (!c.name.empty()) names.emplace_back(c.name);
  };
  if (relation != nullptr) add(*relation);
  for (const Scope* s = scope; relation == nullptr && s != nullptr; s = s->outer) {
    for (const Source& source : s->sources)
      if (source.plain) add(*source.relation);
    for (const ItemState& item : s->items) {
      if (item.item == nullptr || item.item->alias.empty() || s->clause == Clause::kFrom) continue;
      if (ref.name.size() == 1 && Same(item.item->alias, column)) hidden_alias = true;
    }
  }
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  std::string object = PathText(ref.name);
  std::string message = relation != nullptr && ref.name.size() > 1
                            ? Msg("{} has no column {}",
                                  PathText(Name(ref.name.data(), ref.name.size() - 1)), column.text)
                            : Msg("column {} does not exist", column.text);
  std::string hint = DidYouMean(std::string(column.text), names);
  if (hidden_alias)
    hint =
        Msg("{} is an output column, which cannot be used here: write its expression", column.text);
  // PostgreSQL: "Id" written without quotes is id.
  if (rules_.names == NameRule::kLower) {
    for (const std::string& name : names) {
      if (name != column.text && NameHash(name) == NameHash(column.text)) {
        hint = Msg("write it with quotes: \"{}\"", name);
        break;
      }
    }
  }
  ReportAt("unknown_column", column.begin == kNoPlace ? ref.begin : column.begin,
           std::move(message), std::move(object), std::move(hint));
}

void Binder::UnknownFunction(const Call& call, std::string_view name, FunctionRole role) {
  const std::vector<std::string> near = SimilarFunctions(dialect_, name, role);
  Report("unknown_function", &call,
         Msg("function {} does not exist in {}", name, script_.dialect->title), std::string(name),
         DidYouMean(name, near));
}

}  // namespace aietl::sql::bind
