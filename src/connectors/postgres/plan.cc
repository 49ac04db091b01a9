#include <algorithm>

#include "base/text.h"
#include "connectors/ledger.h"
#include "connectors/load_sql.h"
#include "connectors/postgres/load.h"

namespace aietl::connectors {
namespace {

Problem PgPlanProblem(const char* code, std::string message, const std::string& object,
                      std::string hint) {
  Problem problem;
  problem.code = code;
  problem.message = std::move(message);
  problem.object = object;
  problem.hint = std::move(hint);
  return problem;
}

// The batch as PostgreSQL can hold it, with a sentence for each column that changes its form.
data::Schema PgStorableSchema(const WriteRequest& request, WritePlan* notes) {
  data::Schema storable = request.schema;
  for (data::Column& column : storable.columns) {
    const std::string name = data::NameForPeople(column.name);
    if (column.name.size() > kPgNameBytes) {
      notes->problems.push_back(PgPlanProblem(
          "name_too_long",
          Msg("{} is longer than the 63 bytes that PostgreSQL keeps of a name", column.name),
          column.name, Tr("give it a shorter name in the step")));
    }
    const auto type = PgStorableType(column.type);
    if (!type) {
      notes->problems.push_back(PgPlanProblem(
          "unsupported_type",
          Msg("PostgreSQL cannot hold column {} of type {}", name, column.type.ToSql()),
          column.name,
          column.type.id == data::TypeId::kTimestampNs
              ? Msg("it keeps microseconds: convert it in a step, CAST({} AS TIMESTAMP)", name)
              : Msg("convert it in a step: CAST({} AS VARCHAR)", name)));
      continue;
    }
    if (column.type.IsNested() && type->id == data::TypeId::kJson)
      notes->changes.push_back(
          Msg("column {} of type {} is written as JSON text", name, column.type.ToSql()));
    column.type = *type;
  }
  return storable;
}

// Whether a new table could stand in for this one: the same columns in the same order, of types
// that the stage can be declared with. The batch then arrives in the table's own types.
bool TakesOver(const PgTable& table, const WriteRequest& request, const TableShape& shape,
               data::Schema* stage) {
  const SchemaMatch match = MatchSchema(request.schema, shape.columns, request.table, false);
  if (HasErrors(match.problems) || match.stage.columns.size() != table.columns.size()) return false;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (match.target_names[i] != table.columns[i].name ||
        !PgSameWire(table.columns[i].type, match.stage.columns[i].type))
      return false;
    const data::Type& type = match.stage.columns[i].type;
    // Limits of a type are kept by checking each value against them.
    if (!PgMisfitCondition(table.columns[i].type, type).empty()) return false;
  }
  *stage = match.stage;
  return true;
}

// The same for columns of the server's own types: the table's own would be declared anew.
bool TakesOverAsIs(const PgTable& table, const WriteRequest& request,
                   const std::vector<PgServerColumn>& as_is) {
  if (table.columns.size() != as_is.size()) return false;
  for (size_t i = 0; i < as_is.size(); ++i) {
    const PgColumn& column = table.columns[i];
    if (column.generated || column.name != request.schema.columns[i].name ||
        column.type.shown != as_is[i].type.shown)
      return false;
  }
  return true;
}

// Values go in as they are: columns of the target count as columns of the batch's types, once it is
// sure that the server alters none.
void MatchAsIs(const PgTable& table, const WriteRequest& request,
               const std::vector<PgServerColumn>& as_is, TableShape* shape,
               std::string* conversion) {
  for (size_t i = 0; i < table.columns.size(); ++i) {
    const int index = request.schema.Find(table.columns[i].name);
    if (index < 0) continue;
    const auto at = static_cast<size_t>(index);
    if (!PgKeepsValues(as_is[at].type, table.columns[i].type)) {
      if (conversion->empty())
        *conversion =
            Msg("column {} is {} there and {} here", data::NameForPeople(table.columns[i].name),
                table.columns[i].type.shown, as_is[at].type.shown);
      continue;
    }
    shape->columns[i].column.type = request.schema.columns[at].type;
  }
}

Result<void> FindMaker(PgConnection& connection, PgCatalog& catalog, const PgLoadPlan& plan,
                       TableShape* shape) {
  AIETL_ASSIGN(const bool has_ledger, catalog.Exists(plan.schema, std::string(kLedgerTable)));
  if (!has_ledger) return {};
  AIETL_ASSIGN(const PgRows maker,
               connection.Fetch(MakerSql(PgQualified(plan.schema, std::string(kLedgerTable)),
                                         WriteTableName(plan.schema, plan.name))));
  shape->made_by_us = !maker.empty();
  if (shape->made_by_us) shape->maker = maker[0][0].value_or("");
  return {};
}

void FillStage(const std::vector<PgServerColumn>* as_is, PgLoadPlan* plan) {
  const WritePlan& write = plan->load.write;
  for (size_t i = 0; i < write.stage_schema.columns.size(); ++i) {
    PgStageColumn column;
    column.name = plan->load.target_names[i];
    column.type = write.stage_schema.columns[i].type;
    if (as_is != nullptr) {
      column.declared = (*as_is)[i].declared;
      const PgColumn* target = plan->table ? plan->table->Find(column.name) : nullptr;
      column.compare = PgComparePattern(target != nullptr ? target->type : (*as_is)[i].type);
      plan->stage.push_back(std::move(column));
      continue;
    }
    const auto store = StoreOf(column.type);
    if (!store) return;  // a problem says so
    column.declared = store->declared;
    const PgColumn* target = plan->table ? plan->table->Find(column.name) : nullptr;
    if (target != nullptr && plan->load.way == LoadWay::kSwap &&
        PgSameWire(target->type, column.type) && ReadOf(target->type).type == column.type) {
      column.declared = target->type.shown;
    }
    if (target != nullptr && plan->load.way == LoadWay::kRows) {
      column.insert = PgInsertPattern(target->type, column.type);
      column.misfit = PgMisfitCondition(target->type, column.type);
      column.compare = PgComparePattern(target->type);
    } else if (column.type.id == data::TypeId::kJson || column.type.id == data::TypeId::kInterval ||
               column.type.id == data::TypeId::kBit) {
      column.compare = "{}::text";
    } else if (column.type.id == data::TypeId::kList &&
               (column.type.fields[0].second.id == data::TypeId::kJson ||
                column.type.fields[0].second.id == data::TypeId::kInterval)) {
      column.compare = "{}::text";
    }
    plan->stage.push_back(std::move(column));
  }
}

// JSON has no equality, so it tells no rows apart.
void CheckKeyTypes(const WriteRequest& request, WritePlan* write) {
  for (const std::string& key : KeyOf(request.mode, request.key, request.partition)) {
    const int index = write->stage_schema.Find(key);
    if (index < 0) continue;
    const data::Type& type = write->stage_schema.columns[static_cast<size_t>(index)].type;
    if (type.id != data::TypeId::kJson) continue;
    write->problems.push_back(PgPlanProblem(
        "bad_key",
        Msg("column {} of type {} cannot be a key", data::NameForPeople(key), type.ToSql()),
        data::NameForPeople(key), Tr("choose another key, or convert it to VARCHAR in a step")));
  }
}

}  // namespace

Result<PgLoadPlan> PlanPgLoad(PgConnection& connection, const WriteRequest& request,
                              const std::vector<PgServerColumn>* as_is) {
  AIETL_CHECK(as_is == nullptr || as_is->size() == request.schema.columns.size());
  PgLoadPlan plan;
  AIETL_ASSIGN(const TableName name, ParsePgName(request.table));
  PgCatalog catalog(connection);
  WritePlan notes;
  WriteRequest storable = request;
  if (as_is == nullptr) storable.schema = PgStorableSchema(request, &notes);
  TableShape shape;
  AIETL_ASSIGN(auto found, catalog.Find(name));
  if (found) {
    plan.schema = found->schema;
    plan.name = found->name;
    AIETL_ASSIGN(plan.table, catalog.Describe(std::move(*found)));
    AIETL_ASSIGN(shape, catalog.Shape(*plan.table, storable.schema));
    AIETL_TRY(FindMaker(connection, catalog, plan, &shape));
    if (request.mode == spec::Mode::kReplace && shape.dress.empty() && !shape.view) {
      data::Schema stage;
      if (as_is != nullptr) {
        if (!TakesOverAsIs(*plan.table, request, *as_is) &&
            (!shape.made_by_us || shape.maker != request.pipeline))
          shape.dress.emplace_back(Tr("columns and their types"));
      } else if (TakesOver(*plan.table, storable, shape, &stage))
        for (size_t i = 0; i < stage.columns.size(); ++i)
          storable.schema.columns[i].type = stage.columns[i].type;
      else if (!shape.made_by_us || shape.maker != request.pipeline)
        shape.dress.emplace_back(Tr("columns and their types"));
    }
    const bool exchanged = request.mode == spec::Mode::kReplace && shape.dress.empty();
    if (as_is != nullptr && !exchanged)
      MatchAsIs(*plan.table, request, *as_is, &shape, &plan.conversion);
  } else {
    AIETL_ASSIGN(plan.schema, catalog.SchemaFor(name));
    plan.name = PgFold(name.parts.back());
    AIETL_ASSIGN(const bool exists, catalog.SchemaExists(plan.schema));
    plan.makes_schema = !exists;
  }
  plan.load = MakeLoadPlan(storable, shape, connection.place(), "write postgres");
  WritePlan& write = plan.load.write;
  if (plan.makes_schema)
    write.creates.insert(
        write.creates.begin(),
        Msg("schema {} in {}", data::NameForPeople(plan.schema), connection.place()));
  // Columns that an existing table gets are of types that it can hold.
  for (data::Column& column : write.added_columns)
    if (const auto type = PgStorableType(column.type)) column.type = *type;
  write.changes.insert(write.changes.end(), notes.changes.begin(), notes.changes.end());
  write.problems.insert(write.problems.end(), notes.problems.begin(), notes.problems.end());
  CheckKeyTypes(request, &write);
  FillStage(as_is, &plan);
  return plan;
}

}  // namespace aietl::connectors
