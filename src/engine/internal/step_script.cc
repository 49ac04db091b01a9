#include "engine/internal/step_script.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "data/database.h"
#include "sql/bind/binder.h"
#include "sql/lineage/lineage.h"
#include "sql/lint/lint.h"
#include "sql/parser.h"

namespace aietl::engine {
namespace {

// Findings that mean wrong results. What only makes queries slow where there are indexes, or is a
// matter of taste, is `aietl sql lint`'s.
constexpr const char* kStepFindings[] = {
    "null_comparison",  "not_in_null", "self_comparison",    "cartesian_product",
    "missing_join_key", "bare_column", "limit_without_order"};

struct StepScript {
  std::string text;
  std::vector<uint32_t> begins;  // of each step's own SQL in `text`
};

StepScript ScriptOf(const spec::Pipeline& pipeline, const std::vector<size_t>& steps) {
  StepScript script;
  for (const size_t index : steps) {
    const spec::Step& step = pipeline.steps[index];
    script.text += "CREATE TABLE " + data::QuoteName(step.name) + " AS\n";
    script.begins.push_back(static_cast<uint32_t>(script.text.size()));
    script.text += step.sql + "\n;\n";
  }
  return script;
}

void AddTo(sql::Schema& schema, const std::string& name, const data::Schema& columns) {
  std::vector<sql::Schema::ColumnText> texts;
  for (const data::Column& column : columns.columns)
    texts.push_back({column.name, column.type.ToSql()});
  schema.AddTable(data::QuoteName(name), texts);
}

// Whether sql/ reads this step's SELECT as one statement that makes a table.
bool Readable(const spec::Step& step) {
  const sql::Script script =
      sql::Parse("CREATE TABLE t AS\n" + step.sql + "\n", sql::DialectOf(sql::DialectId::kDuckdb));
  return script.ok() && script.statements.size() == 1 &&
         script.statements[0]->kind == sql::NodeKind::kCreateTable;
}

std::string_view TargetName(const sql::BoundStatement& statement) {
  return statement.target->path.back().text;
}

// The edges of one step's statement: what feeds each column, then what decides the rows.
std::vector<ColumnEdge> EdgesOf(const sql::Lineage& lineage, uint32_t statement,
                                const data::Schema& schema) {
  std::vector<const sql::LineageTarget*> targets;
  for (const sql::LineageTarget& target : lineage.targets)
    if (target.statement == statement) targets.push_back(&target);
  std::vector<ColumnEdge> edges;
  const auto add = [&](const std::string& target, const sql::LineageInput& input) {
    const sql::LineageSource& source = lineage.sources[input.source];
    edges.push_back({target, std::string(source.table), std::string(source.column), input.how});
  };
  for (size_t i = 0; i < targets.size(); ++i) {
    // The engine names columns that have no alias in its own way: places count, not names.
    const bool same = targets.size() == schema.columns.size();
    const std::string name = same ? schema.columns[i].name : std::string(targets[i]->column);
    for (const sql::LineageInput& input : targets[i]->inputs)
      add(name, input);
  }
  if (!targets.empty())
    for (const sql::LineageInput& input : lineage.rows[targets.front()->rows])
      add({}, input);
  return edges;
}

}  // namespace

std::map<std::string, std::vector<ColumnEdge>> TraceSteps(
    const spec::Pipeline& pipeline, const std::vector<size_t>& order,
    const std::map<std::string, data::Schema>& schemas) {
  std::map<std::string, std::vector<ColumnEdge>> edges;
  sql::Schema known(sql::DialectId::kDuckdb);
  std::vector<size_t> steps;
  std::map<std::string, const data::Schema*> of_steps;
  for (const size_t index : order) {
    const spec::Step& step = pipeline.steps[index];
    const auto schema = schemas.find(step.name);
    if (schema == schemas.end()) continue;
    of_steps[step.name] = &schema->second;
    if (Readable(step)) steps.push_back(index);
  }
  for (const auto& [name, schema] : schemas) {
    const bool made = std::any_of(steps.begin(), steps.end(),
                                  [&](size_t index) { return pipeline.steps[index].name == name; });
    if (!made) AddTo(known, name, schema);
    if (of_steps.contains(name)) continue;
    for (const data::Column& column : schema.columns)
      edges[name].push_back({column.name, name, column.name, sql::Transformation::kIdentity});
  }
  const StepScript text = ScriptOf(pipeline, steps);
  const sql::Script script = sql::Parse(text.text, sql::DialectOf(sql::DialectId::kDuckdb));
  sql::BindOptions options;
  options.schema = &known;
  options.unknown_tables_are_open = true;
  options.check_functions = false;
  const sql::Bound bound = sql::Bind(script, options);
  const sql::Lineage lineage = sql::TraceLineage(script, bound);
  for (uint32_t i = 0; i < bound.statements.size(); ++i) {
    if (bound.statements[i].target == nullptr) continue;
    const auto step = of_steps.find(std::string(TargetName(bound.statements[i])));
    if (step != of_steps.end()) edges[step->first] = EdgesOf(lineage, i, *step->second);
  }
  return edges;
}

Problems StepFindings(const spec::Pipeline& pipeline) {
  std::vector<size_t> steps(pipeline.steps.size());
  for (size_t i = 0; i < steps.size(); ++i)
    steps[i] = i;
  std::erase_if(steps, [&](size_t index) { return !Readable(pipeline.steps[index]); });
  const StepScript text = ScriptOf(pipeline, steps);
  const sql::Script script = sql::Parse(text.text, sql::DialectOf(sql::DialectId::kDuckdb));
  sql::BindOptions options;  // no schema: nothing is connected to
  options.check_functions = false;
  const sql::Bound bound = sql::Bind(script, options);
  const sql::LineIndex lines(text.text);
  Problems problems;
  for (const sql::Finding& finding : sql::Lint(script, bound)) {
    if (std::find(std::begin(kStepFindings), std::end(kStepFindings), finding.code) ==
        std::end(kStepFindings))
      continue;
    // The step whose first line is the last one that is not behind the finding's.
    size_t at = steps.size();
    int first = 0;
    for (size_t i = 0; i < steps.size(); ++i) {
      const int line = lines.At(text.begins[i]).line;
      if (line > finding.place.line) break;
      at = i;
      first = line;
    }
    if (at == steps.size()) continue;
    const spec::Step& step = pipeline.steps[steps[at]];
    problems.push_back(
        {finding.code,
         Severity::kWarning,
         Msg("step {}", step.name) + ": " + finding.message,
         spec::PlaceInSql(step.sql_place, finding.place.line - first + 1, finding.place.column),
         step.name,
         {}});
  }
  return problems;
}

}  // namespace aietl::engine
