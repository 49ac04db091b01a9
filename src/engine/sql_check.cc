// What a step may say, checked on its text alone: one SELECT over sources and steps, and nothing
// that reaches beyond them.
#include <algorithm>
#include <map>
#include <utility>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "data/database.h"
#include "engine/binder.h"
#include "engine/internal/sql_place.h"
#include "engine/internal/sql_tree.h"
#include "sql/guard/functions.h"

namespace aietl::engine {
namespace {

bool LooksLikeFile(std::string_view table) {
  return table.find_first_of("./\\*?:") != std::string_view::npos;
}

// Collects the problems of one SQL text.
class Checker {
 public:
  Checker(const std::string& sql, const std::string& what, const spec::SqlPlace& sql_place,
          Problems* problems)
      : sql_(sql), what_(what), sql_place_(sql_place), problems_(*problems) {}

  SqlText Check() {
    if (!data::IsSendableSql(sql_)) {
      Add("bad_encoding", Tr("the SQL is not valid UTF-8 or holds a NUL character"), std::nullopt);
      return {};
    }
    SqlText text = ReadSql(sql_);
    if (text.syntax_error) {
      AddSyntaxError(text);
    } else if (text.statements.empty()) {
      Add("sql_empty", Tr("the SQL is empty"), std::nullopt, Tr("write a SELECT"));
    } else {
      CheckStatements(text);
    }
    return text;
  }

  void Add(std::string code, const std::string& message, std::optional<size_t> at,
           std::string hint = {}, std::string object = {}) {
    problems_.push_back({std::move(code), Severity::kError, what_ + ": " + message,
                         PlaceOf(at, false, sql_, sql_place_), std::move(object), std::move(hint)});
  }

 private:
  void AddSyntaxError(const SqlText& text) {
    const Error error = data::ClassifyEngineError("Parser Error: " + *text.syntax_error);
    std::optional<size_t> at = text.syntax_error_at;
    // "at end of input" comes without a position.
    if (!at && error.object.empty()) at = Utf8Length(sql_);
    problems_.push_back({error.id, Severity::kError, what_ + ": " + error.message,
                         PlaceOf(at, true, sql_, sql_place_), error.object, error.hint});
  }

  void CheckStatements(const SqlText& text) {
    for (const std::string& statement : text.statements) {
      if (statement != "SELECT" && statement != "PIVOT") AddStatement(statement);
    }
    if (text.statements.size() > 1) {
      Add("sql_not_one",
          Msg("one SELECT is expected here, and there are {} statements", text.statements.size()),
          std::nullopt, Tr("write each as a step of its own"));
    }
    for (const SqlText::Odd& odd : text.oddities)
      AddOddity(odd);
    for (const SqlTable& table : text.tables)
      CheckTable(table);
    for (const SqlFunction& function : text.functions)
      CheckFunction(function);
  }

  void AddStatement(const std::string& statement) {
    std::string hint;
    if (statement == "ATTACH" || statement == "DETACH") {
      hint = Tr("declare the database under `sources` with `connection`");
    } else if (statement == "COPY" || statement == "EXPORT" || statement == "INSERT" ||
               statement == "UPDATE" || statement == "DELETE" || statement == "MERGE" ||
               statement == "CREATE" || statement == "DROP" || statement == "ALTER") {
      hint = Tr("what is written is declared under `targets`");
    } else {
      hint = Tr("remove it; a step is one SELECT");
    }
    Add("sandbox", Msg("{} is not allowed here, only one SELECT", statement),
        FindName(statement, sql_), std::move(hint), statement);
  }

  void AddOddity(const SqlText::Odd& odd) {
    switch (odd.what) {
      case SqlOddity::kParameter:
        return Add("sql_parameter", Tr("a placeholder (? or $1) has no value here"), odd.at,
                   Tr("write ${name} and declare it under `params`"));
      case SqlOddity::kShow:
        return Add("sandbox",
                   Tr("DESCRIBE, SHOW and SUMMARIZE are not allowed here, only one SELECT"), odd.at,
                   Tr("remove it; a step is one SELECT"));
      case SqlOddity::kWrite:
        return Add("sandbox", Tr("a WITH may not write"), odd.at,
                   Tr("what is written is declared under `targets`"));
      case SqlOddity::kDynamicPivot:
        return Add("dynamic_pivot",
                   Tr("PIVOT must list its values: else the columns would depend on the data"),
                   odd.at, Tr("write PIVOT … ON column IN ('a', 'b')"));
      case SqlOddity::kTimeTravel:
        return Add("sandbox", Tr("AT (…) is not allowed: a source is read as it is"), odd.at,
                   Tr("remove it"));
      case SqlOddity::kOther:
        return Add("sandbox", Tr("this part of SQL is not allowed in a step"), odd.at,
                   Tr("remove it; a step is one SELECT"));
    }
  }

  void CheckTable(const SqlTable& table) {
    if (!table.qualifier.empty()) {
      const std::string full = table.qualifier + "." + table.name;
      return Add("sandbox",
                 Msg("`{}` stands in a schema, and steps see only sources and other steps", full),
                 table.at, Tr("declare the table under `sources` and use the source's name"), full);
    }
    if (LooksLikeFile(table.name)) {
      Add("sandbox", Msg("`{}` is a file, and steps see only sources and other steps", table.name),
          table.at,
          Msg("declare it under `sources` with `path: {}` and use the source's name", table.name),
          table.name);
    }
  }

  // What a function may do is sql/guard's to know. What it does not know stands for nothing: as a
  // value the binder refuses it, as a table it could be a file.
  void CheckFunction(const SqlFunction& function) {
    using sql::FunctionClass;
    const FunctionClass type = sql::ClassOf(function.name, sql::DialectId::kDuckdb, function.table);
    const bool harmless =
        type == FunctionClass::kPure || (type == FunctionClass::kUnknown && !function.table &&
                                         !function.name.starts_with("__internal"));
    if (!harmless) {
      const bool files = type == FunctionClass::kFile;
      return Add("sandbox",
                 sql::FunctionMessage(type, function.name) + "; " +
                     Tr("steps see only sources and other steps"),
                 function.at,
                 files ? Tr("declare the files under `sources` and use the source's name")
                 : function.name == "getenv" ? Tr("write ${name} and declare it under `params`")
                 : function.table            ? Tr("use sources and other steps")
                                             : Tr("remove it"),
                 function.name);
    }
    if (function.table) return;
    if (function.name == "error" && !function.constant_input) {
      Add("sandbox", Tr("error() takes a fixed text here: values of rows do not go into messages"),
          function.at, Tr("write the text without values, or use `checks`"), function.name);
    }
  }

  const std::string& sql_;
  const std::string& what_;
  const spec::SqlPlace& sql_place_;
  Problems& problems_;
};

class PipelineChecker {
 public:
  PipelineChecker(const spec::Pipeline& pipeline, Problems* problems)
      : pipeline_(pipeline), problems_(*problems) {}

  std::vector<size_t> Check() {
    CollectNames();
    for (size_t i = 0; i < pipeline_.steps.size(); ++i) {
      const spec::Step& step = pipeline_.steps[i];
      uses_.push_back(CheckText(step.sql, Msg("step {}", step.name), step.sql_place));
    }
    for (const spec::Check& check : pipeline_.checks) {
      if (!check.sql.empty()) CheckText(check.sql, Msg("check on {}", check.on), check.sql_place);
    }
    for (const spec::Target& target : pipeline_.targets)
      CheckOrder(target);
    states_.assign(pipeline_.steps.size(), State::kNew);
    for (size_t i = 0; i < pipeline_.steps.size(); ++i)
      Visit(i);
    return std::move(order_);
  }

 private:
  enum class State : uint8_t { kNew, kOpen, kDone };

  void CollectNames() {
    for (const spec::Source& source : pipeline_.sources)
      AddName(source.name, source.place, -1);
    for (size_t i = 0; i < pipeline_.steps.size(); ++i) {
      AddName(pipeline_.steps[i].name, pipeline_.steps[i].place, static_cast<int>(i));
    }
  }

  void AddName(const std::string& name, const Place& place, int step) {
    const auto [at, added] = relations_.emplace(data::FoldName(name), step);
    names_.push_back(name);
    if (added || std::count(names_.begin(), names_.end(), name) > 1)
      return;  // the same spelling twice: spec says so
    problems_.push_back(
        {"duplicate_name", Severity::kError,
         Msg("two sources or steps are called {}, but for upper and lower case", name), place, name,
         Tr("SQL does not tell them apart: rename one")});
  }

  // The steps that the text uses.
  std::vector<size_t> CheckText(const std::string& sql, const std::string& what,
                                const spec::SqlPlace& place) {
    Checker checker(sql, what, place, &problems_);
    const SqlText text = checker.Check();
    std::vector<size_t> steps;
    for (const SqlTable& table : text.tables) {
      if (!table.qualifier.empty() || LooksLikeFile(table.name)) continue;
      const auto found = relations_.find(data::FoldName(table.name));
      if (found == relations_.end()) {
        std::vector<std::string> near = names_;
        near.insert(near.end(), text.ctes.begin(), text.ctes.end());
        std::string hint = DidYouMean(table.name, near);
        if (hint.empty()) hint = Tr("declare it under `sources`");
        checker.Add("unknown_relation", Msg("there is no source or step {}", table.name), table.at,
                    std::move(hint), table.name);
      } else if (found->second >= 0) {
        steps.push_back(static_cast<size_t>(found->second));
      }
    }
    return steps;
  }

  // `dedup: {order_by: …}` becomes part of a window; alone it must be a list of expressions.
  void CheckOrder(const spec::Target& target) {
    if (!target.dedup || target.dedup->order_by.empty()) return;
    Problems found;
    const spec::SqlPlace at{target.place, {}};
    const std::string sql = "SELECT row_number() OVER (ORDER BY " + target.dedup->order_by + "\n)";
    const SqlText text = Checker(sql, Msg("target {}, `dedup`", target.Name()), at, &found).Check();
    if (found.empty() && !text.tables.empty()) {
      found.push_back(
          {"sandbox",
           Severity::kError,
           Msg("target {}, `dedup`: order_by takes columns, no other tables", target.Name()),
           target.place,
           target.dedup->order_by,
           {}});
    }
    problems_.insert(problems_.end(), found.begin(), found.end());
  }

  void Visit(size_t step) {
    if (states_[step] == State::kDone) return;
    if (states_[step] == State::kOpen) return AddCycle(step);
    states_[step] = State::kOpen;
    path_.push_back(step);
    for (const size_t used : uses_[step])
      Visit(used);
    path_.pop_back();
    states_[step] = State::kDone;
    order_.push_back(step);
  }

  void AddCycle(size_t step) {
    std::string circle;
    for (auto at = std::find(path_.begin(), path_.end(), step); at != path_.end(); ++at)
      circle += pipeline_.steps[*at].name + " → ";
    const spec::Step& first = pipeline_.steps[step];
    problems_.push_back({"cycle", Severity::kError,
                         Msg("steps use each other in a circle: {}", circle + first.name),
                         first.place, first.name,
                         Tr("a step can use only sources and steps that do not need it")});
  }

  const spec::Pipeline& pipeline_;
  Problems& problems_;
  std::map<std::string, int> relations_;  // folded name → step, or -1 for a source
  std::vector<std::string> names_;
  std::vector<std::vector<size_t>> uses_;
  std::vector<State> states_;
  std::vector<size_t> path_;
  std::vector<size_t> order_;
};

}  // namespace

References CheckSelect(std::string_view sql, const std::string& what,
                       const spec::SqlPlace& sql_place, Problems* problems) {
  const std::string text(sql);
  const SqlText read = Checker(text, what, sql_place, problems).Check();
  References out;
  for (const SqlTable& table : read.tables) {
    if (table.qualifier.empty() &&
        std::find(out.tables.begin(), out.tables.end(), table.name) == out.tables.end()) {
      out.tables.push_back(table.name);
    }
  }
  out.ordered = read.ordered;
  return out;
}

std::vector<size_t> CheckPipelineSql(const spec::Pipeline& pipeline, Problems* problems) {
  return PipelineChecker(pipeline, problems).Check();
}

}  // namespace aietl::engine
