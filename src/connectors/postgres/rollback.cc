// Puts back what a load replaced, from what it kept beside the target.
#include "base/text.h"
#include "connectors/ledger.h"
#include "connectors/load_sql.h"
#include "connectors/postgres/load.h"
#include "connectors/postgres/merge.h"

namespace aietl::connectors {

using data::QuoteName;
using data::QuoteText;
using spec::Mode;

Result<void> DropPgSchemaIfEmpty(PgConnection& connection, const std::string& schema) {
  AIETL_ASSIGN(const int64_t objects,
               connection.Number("SELECT (SELECT count(*) FROM pg_class c WHERE c.relnamespace = "
                                 "n.oid) + (SELECT count(*) FROM pg_proc p"
                                 " WHERE p.pronamespace = n.oid) + (SELECT count(*) FROM pg_type t "
                                 "WHERE t.typnamespace = n.oid)"
                                 " FROM pg_namespace n WHERE n.nspname = " +
                                 QuoteText(schema)));
  if (objects > 0) return {};
  AIETL_TRY(connection.Execute("DROP SCHEMA IF EXISTS " + QuoteName(schema)));
  return {};
}

namespace {

// Whether the target holds what the load left, by the numbers of the transactions that wrote its
// rows.
Result<bool> IsAsPgLoaded(PgConnection& connection, const UndoState& state,
                          const PgStageNames& names, const LoadSql& sql) {
  if (state.kind == UndoKind::kRows && state.mode != Mode::kReplace) {
    AIETL_ASSIGN(const int64_t missing, connection.Number(sql.missing));
    return missing == 0;
  }
  AIETL_ASSIGN(
      const int64_t rows,
      connection.Number("SELECT count(*) FROM " + names.target_sql +
                        (state.fingerprint.empty()
                             ? ""
                             : " WHERE xmin = " + QuoteText(state.fingerprint) + "::xid")));
  if (rows != state.rows) return false;
  AIETL_ASSIGN(const int64_t all, connection.Number("SELECT count(*) FROM " + names.target_sql));
  return all == rows;
}

Result<bool> HasPgUndo(PgCatalog& catalog, const UndoState& state, const PgStageNames& names) {
  if (state.kind == UndoKind::kCreated) return true;
  const bool only_batch =
      state.slice.empty() && (state.mode == Mode::kAppend || state.mode == Mode::kSnapshot);
  return catalog.Exists(names.schema, only_batch ? names.batch : names.undo);
}

}  // namespace

Result<void> RollbackPgLoad(PgServer& server, const UndoState& state, StopToken stop) {
  server.EndReads();
  AIETL_TRY(stop.Check());
  AIETL_ASSIGN(PgConnection * control, server.Control());
  PgConnection& connection = *control;
  PgCatalog catalog(connection);
  AIETL_ASSIGN(const auto transaction, PgTransaction::Begin(connection));
  AIETL_TRY(connection.Execute(PgLoadLockSql(state.load_id), stop));
  AIETL_ASSIGN(const TableName name, ParsePgName(state.table));
  AIETL_ASSIGN(const auto found, catalog.Find(name));
  if (!found) {
    AIETL_ASSIGN(const std::string schema, catalog.SchemaFor(name));
    AIETL_ASSIGN(const bool ledger, catalog.Exists(schema, std::string(kLedgerTable)));
    if (!ledger) return {};
    AIETL_ASSIGN(const PgRows known,
                 connection.Fetch(
                     FindLoadSql(PgQualified(schema, std::string(kLedgerTable)), state.load_id)));
    if (known.empty()) return {};  // put back before, or never committed
    return Fail(ChangedSinceError(state.table));
  }
  const PgStageNames names = PgNamesFor(found->schema, found->name, state.load_id);
  AIETL_ASSIGN(const bool has_ledger, catalog.Exists(names.schema, std::string(kLedgerTable)));
  if (!has_ledger) return {};
  AIETL_ASSIGN(const PgRows known, connection.Fetch(FindLoadSql(names.ledger_sql, state.load_id)));
  if (known.empty()) return {};
  AIETL_ASSIGN(const int64_t later,
               connection.Number(LaterLoadsSql(names.ledger_sql, state.load_id)));
  if (later > 0) return Fail(NewerLoadError(state.table));
  AIETL_ASSIGN(const bool has_undo, HasPgUndo(catalog, state, names));
  if (!has_undo) return Fail(UndoGoneError(state.table));
  AIETL_TRY(
      connection.Execute("LOCK TABLE " + names.target_sql + " IN SHARE ROW EXCLUSIVE MODE", stop));

  AIETL_ASSIGN(const PgTable table, catalog.Describe(*found));
  LoadSql sql;
  LoadSqlRequest request;
  if (state.kind == UndoKind::kRows) {
    std::vector<PgStageColumn> columns;
    std::string stage = names.batch_sql;
    if (!state.kept_stage.empty()) {
      // A crash of the server may have emptied it.
      if (!PgSealedRows(connection, names.schema, names.batch, state.table, true))
        return Fail(UndoGoneError(state.table));
      const TableName batch{{{names.schema, true}, {names.batch, true}}};
      AIETL_ASSIGN(const PgTable kept, catalog.Get(batch));
      for (const PgColumn& column : kept.columns) {
        const PgColumn* target = table.Find(column.name);
        if (target == nullptr) return Fail(ChangedSinceError(state.table));
        PgStageColumn one;
        one.name = column.name;
        one.type = ReadOf(column.type).type;
        if (target->type.shown != column.type.shown)
          one.insert = PgInsertPattern(target->type, one.type);
        one.compare = PgComparePattern(target->type);
        columns.push_back(std::move(one));
      }
      AIETL_ASSIGN(stage, PgStagedRelation(connection, names.batch_sql, columns));
    }
    request = PgSqlRequest(state, names, stage, columns, table);
    sql = MakeLoadSql(request);
  }
  AIETL_ASSIGN(const bool as_loaded, IsAsPgLoaded(connection, state, names, sql));
  if (!as_loaded) return Fail(ChangedSinceError(state.table));
  if (state.kind == UndoKind::kRows) {
    if (state.only_changes) {
      AIETL_TRY(RollbackPgMerge(connection, request, table, state.table, stop));
      sql.rollback.clear();
    }
    for (size_t i = 0; i < sql.rollback.size(); ++i) {
      AIETL_ASSIGN(const int64_t changed, connection.Execute(sql.rollback[i], stop));
      if (i > 0 || (state.mode != Mode::kAppend && state.mode != Mode::kSnapshot)) continue;
      AIETL_ASSIGN(const int64_t staged,
                   connection.Number("SELECT count(*) FROM " + names.batch_sql));
      if (changed != staged) return Fail(ChangedSinceError(state.table));
    }
    for (const std::string& column : state.added)
      AIETL_TRY(connection.Execute(
          "ALTER TABLE " + names.target_sql + " DROP COLUMN " + QuoteName(column), stop));
  } else {
    AIETL_TRY(connection.Execute("DROP TABLE " + names.target_sql, stop));
  }
  if (state.kind == UndoKind::kSwap)
    AIETL_TRY(connection.Execute(
        "ALTER TABLE " + names.undo_sql + " RENAME TO " + QuoteName(names.table), stop));
  AIETL_TRY(
      connection.Execute("DROP VIEW IF EXISTS pg_temp.\"_aietl_staged\"; DROP TABLE IF EXISTS " +
                         names.undo_sql + "; DROP TABLE IF EXISTS " + names.batch_sql));
  AIETL_TRY(connection.Execute(DeleteEntrySql(names.ledger_sql, state.load_id)));
  if (state.kind == UndoKind::kCreated && state.made_schema) {
    // The ledger alone does not keep a schema that the load made.
    AIETL_ASSIGN(const int64_t entries,
                 connection.Number("SELECT count(*) FROM " + names.ledger_sql));
    AIETL_ASSIGN(const int64_t tables,
                 connection.Number(
                     "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                     " WHERE n.nspname = " +
                     QuoteText(names.schema) + " AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')"));
    if (entries == 0 && tables == 1) {
      AIETL_TRY(connection.Execute("DROP TABLE " + names.ledger_sql));
      AIETL_TRY(DropPgSchemaIfEmpty(connection, names.schema));
    }
  }
  return transaction->Commit();
}

Result<void> DropPgUndo(PgServer& server, const UndoState& state) {
  AIETL_ASSIGN(PgConnection * control, server.Control());
  PgCatalog catalog(*control);
  AIETL_ASSIGN(const TableName name, ParsePgName(state.table));
  AIETL_ASSIGN(const auto found, catalog.Find(name));
  std::string schema;
  if (found) {
    schema = found->schema;
  } else {
    AIETL_ASSIGN(schema, catalog.SchemaFor(name));
  }
  const PgStageNames names = PgNamesFor(schema, name.table(), state.load_id);
  AIETL_TRY(control->Execute("DROP TABLE IF EXISTS " + names.undo_sql + "; DROP TABLE IF EXISTS " +
                             names.batch_sql));
  return {};
}

}  // namespace aietl::connectors
