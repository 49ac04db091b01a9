#include "connectors/write_plan.h"

#include "base/text.h"
#include "base/utf8.h"
#include "connectors/load_sql.h"

namespace aietl::connectors {
namespace {

Problem PlanProblem(std::string code, std::string message, const std::string& table,
                    std::string hint) {
  Problem problem;
  problem.code = std::move(code);
  problem.message = std::move(message);
  problem.object = table;
  problem.hint = std::move(hint);
  return problem;
}

std::string Listed(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items)
    list += (list.empty() ? "" : ", ") + item;
  return list;
}

// Columns that the new table will not have, or not with the same type.
void CompareForSwap(const WriteRequest& request, const TableShape& shape, WritePlan* plan) {
  for (const TargetColumn& old : shape.columns) {
    const std::string name = data::NameForPeople(old.column.name);
    const int index = request.schema.Find(old.column.name);
    if (index < 0) {
      plan->drops.push_back(Msg("column {} of {}", name, request.table));
      continue;
    }
    const data::Type& type = plan->stage_schema.columns[static_cast<size_t>(index)].type;
    if (!(type == old.column.type)) {
      plan->changes.push_back(Msg("column {} of {} becomes {} instead of {}", name, request.table,
                                  type.ToSql(), old.column.type.ToSql()));
    }
  }
  data::Schema before;
  for (const TargetColumn& old : shape.columns)
    before.columns.push_back(old.column);
  for (const data::Column& column : plan->stage_schema.columns) {
    if (before.Find(column.name) >= 0) continue;
    plan->added_columns.push_back(column);
    plan->changes.push_back(Msg("adds column {} {} to {}", data::NameForPeople(column.name),
                                column.type.ToSql(), request.table));
  }
}

void PlanRows(const WriteRequest& request, const TableShape& shape, LoadPlan* plan) {
  SchemaMatch match = MatchSchema(request.schema, shape.columns, request.table, request.evolve);
  plan->write.stage_schema = std::move(match.stage);
  plan->write.added_columns = std::move(match.added);
  plan->target_names = std::move(match.target_names);
  plan->write.changes.insert(plan->write.changes.end(), match.changes.begin(), match.changes.end());
  plan->write.problems.insert(plan->write.problems.end(), match.problems.begin(),
                              match.problems.end());
  for (Problem& problem : CheckModeColumns(request, shape.columns, request.table))
    plan->write.problems.push_back(std::move(problem));
  if (request.mode != spec::Mode::kReplace) return;
  plan->write.changes.push_back(Msg(
      "keeps of {}: {}; so its rows are deleted and inserted, which takes longer than an exchange",
      request.table, Listed(shape.dress)));
  if (!shape.blocks_replace.empty()) {
    plan->write.problems.push_back(
        PlanProblem("blocked_replace",
                    Msg("{} cannot be replaced: {}", request.table, Listed(shape.blocks_replace)),
                    request.table, Tr("drop those references first, or load with merge")));
  }
}

std::string RowsNow(const TableShape& shape) {
  const auto rows = static_cast<int64_t>(shape.rows.value_or(0));
  return Plural(rows, "{} row", "{} rows");
}

}  // namespace

LoadPlan MakeLoadPlan(const WriteRequest& request, const TableShape& shape,
                      const std::string& where, const std::string& work) {
  using spec::Mode;
  LoadPlan plan;
  WritePlan& write = plan.write;
  write.exists = shape.exists;
  write.work = work;
  write.problems = CheckRequest(request);
  write.stage_schema = request.schema;
  for (data::Column& column : write.stage_schema.columns) {
    if (column.type.id == data::TypeId::kNull) column.type = data::MakeType(data::TypeId::kVarchar);
  }
  plan.target_names = request.schema.Names();
  if (!shape.exists) {
    write.creates.push_back(Msg("table {} in {}", request.table, where));
    return plan;
  }
  if (shape.view) {
    write.problems.push_back(PlanProblem(
        "target_is_view", Msg("{} is a view; rows cannot be written into it", request.table),
        request.table, Tr("name a table")));
    return plan;
  }
  write.rows_before = shape.rows;
  write.made_by_us = shape.made_by_us;
  if (request.mode == Mode::kReplace) {
    write.destroys =
        (!shape.made_by_us || shape.maker != request.pipeline) && shape.rows.value_or(1) > 0;
    write.changes.push_back(
        Msg("replaces the content of {} ({} now)", request.table, RowsNow(shape)));
  }
  plan.way =
      request.mode == Mode::kReplace && shape.dress.empty() ? LoadWay::kSwap : LoadWay::kRows;
  if (plan.way == LoadWay::kSwap) {
    CompareForSwap(request, shape, &write);
  } else {
    PlanRows(request, shape, &plan);
  }
  return plan;
}

std::vector<data::Column> ColumnsToCreate(const WriteRequest& request, const WritePlan& plan) {
  std::vector<data::Column> columns = plan.stage_schema.columns;
  for (const data::Column& own : ModeColumns(request.mode))
    columns.push_back(own);
  return columns;
}

}  // namespace aietl::connectors
