#include "engine/binder.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "engine/internal/plan_binder.h"
#include "engine/internal/sql_place.h"
#include "engine/internal/sql_tree.h"
#include "engine/internal/step_script.h"

namespace aietl::engine {
namespace {

class PipelineBinder {
 public:
  PipelineBinder(const spec::Pipeline& pipeline, PlanBinder& binder, Problems* problems)
      : pipeline_(pipeline), binder_(binder), problems_(*problems) {}

  Result<Bound> Bind(const std::vector<size_t>& order,
                     const std::map<std::string, data::Schema>& sources) {
    for (const auto& [name, schema] : sources) {
      AIETL_TRY(binder_.AddRelation(name, schema));
      out_.schemas.emplace(name, schema);
    }
    for (const size_t index : order)
      AIETL_TRY(BindStep(pipeline_.steps[index]));
    for (const spec::Check& check : pipeline_.checks) {
      if (!check.sql.empty()) BindText(check.sql, Msg("check on {}", check.on), check.sql_place);
    }
    for (const spec::Target& target : pipeline_.targets)
      BindOrder(target);
    out_.lineage = TraceSteps(pipeline_, order, out_.schemas);
    return std::move(out_);
  }

 private:
  Result<void> BindStep(const spec::Step& step) {
    const std::string what = Msg("step {}", step.name);
    const auto bound = BindText(step.sql, what, step.sql_place);
    if (!bound) return {};
    if (!CheckNames(*bound, what, step)) return {};
    AIETL_TRY(binder_.AddRelation(step.name, *bound));
    out_.schemas[step.name] = *bound;
    return {};
  }

  // Two columns of one name cannot become a table; an empty result cannot become anything.
  bool CheckNames(const data::Schema& schema, const std::string& what, const spec::Step& step) {
    std::set<std::string> seen;
    bool good = true;
    for (const data::Column& column : schema.columns) {
      if (seen.insert(data::FoldName(column.name)).second) continue;
      problems_.push_back({"duplicate_column", Severity::kError,
                           what + ": " + Msg("two columns are called {}", column.name),
                           spec::PlaceInSql(step.sql_place, 1, 1), column.name,
                           Tr("name one of them otherwise with AS, or leave it out")});
      good = false;
    }
    return good;
  }

  // Nothing when it cannot be bound: then there is a problem, or what it uses has one.
  std::optional<data::Schema> BindText(const std::string& sql, const std::string& what,
                                       const spec::SqlPlace& place) {
    const SqlText text = ReadSql(sql);
    if (text.syntax_error || text.statements.size() != 1 || text.statements[0] != "SELECT") {
      CheckSelect(sql, what, place, &problems_);  // says what is wrong
      return std::nullopt;
    }
    for (const SqlTable& table : text.tables) {
      if (IsBroken(table.name)) return std::nullopt;
    }
    auto bound = binder_.Bind(sql);
    if (bound) return std::move(*bound);
    AddProblem(std::move(bound.error()), sql, text, what, place);
    return std::nullopt;
  }

  // A step that could not be bound itself.
  bool IsBroken(const std::string& name) const {
    return FindSchema(name) == nullptr &&
           std::any_of(pipeline_.steps.begin(), pipeline_.steps.end(), [&](const spec::Step& step) {
             return data::FoldName(step.name) == data::FoldName(name);
           });
  }

  const std::pair<const std::string, data::Schema>* FindSchema(const std::string& name) const {
    for (const auto& entry : out_.schemas) {
      if (data::FoldName(entry.first) == data::FoldName(name)) return &entry;
    }
    return nullptr;
  }

  void AddProblem(BindFailure failure, const std::string& sql, const SqlText& text,
                  const std::string& what, const spec::SqlPlace& place) {
    Error& error = failure.error;
    if (!failure.at) failure.at = FindName(error.object, sql);
    const Place at = PlaceOf(failure.at, false, sql, place);
    if (error.id == "unknown_column") {
      Describe(error, failure.qualifier, text);
    } else if (error.id == "unknown_table") {
      std::vector<std::string> names;
      for (const auto& [name, schema] : out_.schemas)
        names.push_back(name);
      for (const SqlTable& table : text.tables) {
        if (!table.alias.empty()) names.push_back(table.alias);
      }
      error.hint = DidYouMean(error.object, names);
    }
    problems_.push_back(
        {error.id, Severity::kError, what + ": " + error.message, at, error.object, error.hint});
  }

  // Names the relation that lacks the column, and the nearest columns or the relation that has it.
  void Describe(Error& error, const std::string& qualifier, const SqlText& text) const {
    const std::string column = error.object;
    std::vector<std::string> near;
    const std::string* relation = nullptr;
    int relations = 0;
    for (const SqlTable& table : text.tables) {
      const auto* found = FindSchema(table.name);
      if (found == nullptr) continue;
      const std::string& called = table.alias.empty() ? table.name : table.alias;
      if (!qualifier.empty() && data::FoldName(called) != data::FoldName(qualifier)) continue;
      if (relation != &found->first) ++relations;
      relation = &found->first;
      for (const std::string& name : found->second.Names())
        near.push_back(name);
    }
    if (relations == 1) error.object = *relation + "." + column;
    std::string hint = DidYouMean(column, near);
    if (hint.empty()) hint = error.hint;
    if (hint.empty()) {
      for (const auto& [name, schema] : out_.schemas) {
        if (schema.Find(column) < 0 || Uses(text, name)) continue;
        hint = Msg("{} has such a column: bring it in with JOIN", name);
        break;
      }
    }
    error.hint = std::move(hint);
  }

  static bool Uses(const SqlText& text, const std::string& relation) {
    return std::any_of(text.tables.begin(), text.tables.end(), [&](const SqlTable& table) {
      return data::FoldName(table.name) == data::FoldName(relation);
    });
  }

  void BindOrder(const spec::Target& target) {
    if (!target.dedup || target.dedup->order_by.empty()) return;
    const auto* from = FindSchema(target.from);
    if (from == nullptr) return;
    BindText("SELECT row_number() OVER (ORDER BY " + target.dedup->order_by + "\n) FROM " +
                 data::QuoteName(from->first),
             Msg("target {}, `dedup`", target.Name()), {target.place, {}});
  }

  const spec::Pipeline& pipeline_;
  PlanBinder& binder_;
  Problems& problems_;
  Bound out_;
};

}  // namespace

Result<Bound> BindPipeline(const spec::Pipeline& pipeline, const std::vector<size_t>& order,
                           const std::map<std::string, data::Schema>& sources, Problems* problems,
                           data::Database* database) {
  AIETL_ASSIGN(const auto binder, PlanBinder::Open(database));
  return PipelineBinder(pipeline, *binder, problems).Bind(order, sources);
}

}  // namespace aietl::engine
