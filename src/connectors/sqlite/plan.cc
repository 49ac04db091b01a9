#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "connectors/ledger.h"
#include "connectors/load_sql.h"
#include "connectors/sqlite/column_type.h"
#include "connectors/sqlite/load.h"

namespace aietl::connectors {
namespace {

const SqliteColumn* FindByName(const SqliteTable& table, const std::string& name) {
  const auto same = [&](const SqliteColumn& column) {
    return LowerUtf8(column.name) == LowerUtf8(name);
  };
  const auto found = std::find_if(table.columns.begin(), table.columns.end(), same);
  return found == table.columns.end() ? nullptr : &*found;
}

// The batch as SQLite can hold it, with a sentence for each column that changes its form.
data::Schema StorableSchema(const WriteRequest& request, WritePlan* plan) {
  data::Schema storable = request.schema;
  for (data::Column& column : storable.columns) {
    const std::string name = data::NameForPeople(column.name);
    const auto type = StorableType(column.type);
    if (!type) {
      Problem problem;
      problem.code = "unsupported_type";
      problem.object = name;
      problem.message = Msg("SQLite cannot hold column {} of type {}", name, column.type.ToSql());
      problem.hint = Msg("convert it in a step: CAST({} AS VARCHAR)", name);
      plan->problems.push_back(std::move(problem));
      continue;
    }
    if (column.type.IsNested())
      plan->changes.push_back(
          Msg("column {} of type {} is written as JSON text", name, column.type.ToSql()));
    column.type = *type;
  }
  return storable;
}

void TellAboutText(const data::Schema& columns, WritePlan* plan) {
  for (const data::Column& column : columns.columns) {
    const std::string declared = DeclarationOf(column.type);
    if (!declared.starts_with("TEXT_") || column.type.id == data::TypeId::kJson) continue;
    plan->changes.push_back(
        Msg("column {} of type {} is kept as text: SQLite's numbers hold 15 digits",
            data::NameForPeople(column.name), column.type.ToSql()));
  }
}

// The collation of a key column's own unique or primary key, so that staged keys are compared as
// the target compares them.
Result<std::string> CollationOf(const SqliteConnection& connection, const SqliteTable& table,
                                const std::string& column) {
  AIETL_ASSIGN(const auto collation,
               connection.Scalar(
                   "SELECT x.coll FROM pragma_index_list(" + data::QuoteText(table.name) +
                   ", 'main') AS l, pragma_index_xinfo(l.name, 'main') AS x"
                   " WHERE x.key = 1 AND x.name = " +
                   data::QuoteText(column) + " AND x.coll <> 'BINARY' COLLATE NOCASE LIMIT 1"));
  return collation.value_or("");
}

Result<TableShape> ShapeOf(const SqliteConnection& connection, const SqliteTable& table,
                           const data::Schema& batch) {
  TableShape shape;
  shape.exists = true;
  shape.view = table.view;
  const SqliteCatalog catalog(connection);
  for (const SqliteColumn& column : table.columns) {
    const int index = batch.Find(column.name);
    const data::Type type =
        index >= 0 ? TargetType(column.declared, batch.columns[static_cast<size_t>(index)].type)
                   : ReadTypes(column.declared).front();
    shape.columns.push_back(
        {{column.name, type, column.nullable}, column.has_default, column.generated});
  }
  AIETL_ASSIGN(const auto rows, catalog.Rows(table));
  shape.rows = rows.rows;
  if (table.view) return shape;
  AIETL_ASSIGN(shape.dress, catalog.Dress(table));
  AIETL_ASSIGN(const bool has_ledger, catalog.Exists(std::string(kLedgerTable)));
  if (has_ledger) {
    AIETL_ASSIGN(const auto maker,
                 connection.Fetch(MakerSql(SqliteQualified(std::string(kLedgerTable)),
                                           data::NameForPeople(table.name))));
    shape.made_by_us = !maker.empty();
    if (shape.made_by_us) shape.maker = maker[0][0].value_or("");
  }
  return shape;
}

}  // namespace

Result<SqliteLoadPlan> PlanSqliteLoad(SqliteFile& file, const WriteRequest& request) {
  SqliteLoadPlan plan;
  AIETL_ASSIGN(const TableName name, ParseSqliteName(request.table));
  WritePlan notes;
  WriteRequest storable = request;
  storable.schema = StorableSchema(request, &notes);
  TableShape shape;
  const SqliteConnection* connection = nullptr;
  if (file.Exists()) {
    AIETL_ASSIGN(connection, file.Reader());
    AIETL_ASSIGN(auto found, SqliteCatalog(*connection).Find(name));
    if (found) {
      plan.table = std::move(*found);
      AIETL_ASSIGN(shape, ShapeOf(*connection, plan.table, storable.schema));
    }
  }
  plan.load = MakeLoadPlan(storable, shape, file.Title(), "write sqlite");
  WritePlan& write = plan.load.write;
  if (connection == nullptr)
    write.creates.insert(write.creates.begin(), Msg("database file {}", file.path()));
  if (plan.load.way != LoadWay::kRows) TellAboutText(write.stage_schema, &notes);
  write.changes.insert(write.changes.end(), notes.changes.begin(), notes.changes.end());
  write.problems.insert(write.problems.end(), notes.problems.begin(), notes.problems.end());

  const auto& key = KeyOf(request.mode, request.key, request.partition);
  for (size_t i = 0; i < write.stage_schema.columns.size(); ++i) {
    const data::Type& type = write.stage_schema.columns[i].type;
    StageColumn column{plan.load.target_names[i], DeclarationOf(type), "", type};
    const SqliteColumn* old =
        plan.load.way == LoadWay::kRows ? FindByName(plan.table, column.name) : nullptr;
    if (old != nullptr) {
      column.declared = old->declared;
      const bool in_key = std::any_of(key.begin(), key.end(), [&](const std::string& part) {
        return LowerUtf8(part) == LowerUtf8(column.name);
      });
      if (in_key) {
        AIETL_ASSIGN(column.collation, CollationOf(*connection, plan.table, old->name));
      }
    }
    plan.stage.push_back(std::move(column));
  }
  return plan;
}

}  // namespace aietl::connectors
