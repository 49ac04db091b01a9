#include "connectors/duckdb/load.h"

#include "base/clock.h"
#include "base/failpoint.h"
#include "base/text.h"
#include "connectors/ledger.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;
using spec::Mode;

constexpr const char* kFingerprint = "sum(CAST(hash({}) AS HUGEINT))";

// The target and the tables beside it, as SQL.
struct DuckdbNames {
  std::string schema, table;               // as the catalogue spells them, or as they will be
  std::string target, stage, undo, batch;  // qualified; batch: the staged rows kept for a rollback
  std::string stage_name, undo_name, batch_name;
};

Result<DuckdbNames> NamesOf(DuckdbFile& file, const std::string& table,
                            const std::string& load_id) {
  AIETL_ASSIGN(const TableName name, ParseTableName(table));
  const DuckdbCatalog catalog = file.catalog();
  AIETL_ASSIGN(const auto found, catalog.Find(name));
  DuckdbNames names;
  names.schema = found ? found->schema : SchemaOf(name);
  names.table = found ? found->name : name.table();
  const std::string safe = SafeName(load_id);
  names.stage_name = "_aietl_stage_" + safe;
  names.undo_name = "_aietl_undo_" + safe;
  names.batch_name = names.undo_name + "_batch";
  names.target = catalog.Qualified(names.schema, names.table);
  names.stage = catalog.Qualified(names.schema, names.stage_name);
  names.undo = catalog.Qualified(names.schema, names.undo_name);
  names.batch = catalog.Qualified(names.schema, names.batch_name);
  return names;
}

std::string LedgerTarget(const DuckdbNames& names) {
  return WriteTableName(names.schema == "main" ? "" : names.schema, names.table);
}

std::string ColumnList(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : ", ") + QuoteName(name);
  return list;
}

LoadSqlRequest SqlRequest(const UndoState& state, const DuckdbNames& names,
                          const std::string& stage) {
  LoadSqlRequest request;
  request.mode = state.mode;
  request.names = {names.target, stage, names.undo};
  request.columns = state.columns;
  request.target_columns = state.target_columns;
  request.key = state.key;
  request.partition = state.partition;
  request.at = state.at;
  request.slice = state.slice;
  request.fingerprint = kFingerprint;
  return request;
}

// "rows fingerprint" of a table's columns.
Result<std::string> FingerprintOf(DuckdbFile& file, const std::string& table,
                                  const std::vector<std::string>& columns) {
  std::string expression = kFingerprint;
  expression.replace(expression.find("{}"), 2, ColumnList(columns));
  AIETL_ASSIGN(const auto text, file.connection().Scalar("SELECT coalesce(CAST(" + expression +
                                                         " AS VARCHAR), '0') FROM " + table));
  return text.value_or("0");
}

Result<void> DropEmptySchema(DuckdbFile& file, const std::string& schema) {
  const std::string mine = " WHERE database_name = " + data::QuoteText(file.alias()) +
                           " AND schema_name = " + data::QuoteText(schema);
  AIETL_ASSIGN(const int64_t objects,
               file.Number("SELECT (SELECT count(*) FROM duckdb_tables()" + mine +
                           ") + (SELECT count(*) FROM duckdb_views()" + mine +
                           ") + (SELECT count(*) FROM duckdb_types()" + mine +
                           ") + (SELECT count(*) FROM duckdb_sequences()" + mine + ")"));
  if (objects > 0) return {};
  AIETL_TRY(file.connection().Execute("DROP SCHEMA IF EXISTS " + QuoteName(file.alias()) + "." +
                                      QuoteName(schema)));
  return {};
}

class DuckdbLoad : public Load {
 public:
  DuckdbLoad(std::shared_ptr<DuckdbFile> file, WriteRequest request, bool makes_schema)
      : file_(std::move(file)), request_(std::move(request)), makes_schema_(makes_schema) {}

  Result<std::vector<std::string>> StageStatements(const std::string& batch_select,
                                                   Observer& observer) override;
  Result<std::unique_ptr<data::BatchWriter>> OpenWriter() override {
    return Fail(Code::kInternal, "engine_stage", "DuckDB files are staged by statements");
  }
  Result<void> Prepare(StopToken stop) override;
  Result<Scan> ReadStaged() override;
  Result<Committed> Commit(bool verify, StopToken stop) override;
  Result<void> Abort() override;
  json::Value descriptor() const override {
    json::Value value = ToJson(request_);
    value.Set("makes_schema", makes_schema_);
    return value;
  }
  json::Value undo() const override { return undo_; }

 private:
  struct Work {  // of one Commit
    DuckdbNames names;
    LoadPlan plan;
    UndoState undo;
    Committed committed;
    std::vector<std::string> views;  // that work before
    bool verify = false;
    StopToken stop;
  };

  Result<std::optional<Committed>> FindCommitted();
  Result<void> CheckStage(const Work& work) const;
  Result<void> CommitInside(Work* work);
  Result<void> Exchange(Work* work);
  Result<void> CreateTarget(const Work& work);
  Result<void> ApplyRows(Work* work);
  Result<void> CheckViews(const std::vector<std::string>& working) const;
  Result<std::vector<std::string>> WorkingViews() const;
  Result<void> WriteLedger(const Work& work);
  Result<int64_t> Execute(const std::string& sql, const StopToken& stop) {
    return file_->connection().Execute(sql, stop, {});
  }

  std::shared_ptr<DuckdbFile> file_;
  WriteRequest request_;
  bool makes_schema_;  // the target's schema does not exist before the load
  bool staged_ = false;
  json::Value undo_;
};

Result<std::vector<std::string>> DuckdbLoad::StageStatements(const std::string& batch_select,
                                                             Observer& observer) {
  AIETL_ASSIGN(const DuckdbNames names, NamesOf(*file_, request_.table, request_.load_id));
  staged_ = true;
  std::vector<std::string> statements;
  statements.push_back("CREATE SCHEMA IF NOT EXISTS " + QuoteName(file_->alias()) + "." +
                       QuoteName(names.schema));
  statements.push_back("CREATE OR REPLACE TABLE " + names.stage + " AS " +
                       observer.Observe(batch_select, Slot::kBatch));
  return statements;
}

Result<void> DuckdbLoad::Prepare(StopToken stop) {
  AIETL_TRY(stop.Check());
  AIETL_ASSIGN(const DuckdbNames names, NamesOf(*file_, request_.table, request_.load_id));
  const auto& key = KeyOf(request_.mode, request_.key, request_.partition);
  if (!key.empty()) {
    AIETL_ASSIGN(const data::Rows counts, file_->connection().Fetch(KeyCheckSql(names.stage, key)));
    const auto number = [&](size_t i) {
      return std::strtoll(counts.rows.at(0).at(i).value_or("0").c_str(), nullptr, 10);
    };
    AIETL_TRY(JudgeKeys(request_.mode, key, number(0), number(1), request_.table));
  }
  // The statement that staged them committed them as well: they are in the file or its log.
  return Failpoint("duckdb.after_stage");
}

Result<Scan> DuckdbLoad::ReadStaged() {
  AIETL_ASSIGN(const DuckdbNames names, NamesOf(*file_, request_.table, request_.load_id));
  Scan scan;
  AIETL_ASSIGN(scan.schema, file_->connection().Describe("SELECT * FROM " + names.stage));
  scan.relation = names.stage;
  scan.work = "read duckdb";
  AIETL_ASSIGN(const int64_t rows, file_->Number("SELECT count(*) FROM " + names.stage));
  scan.rows = static_cast<double>(rows);
  return scan;
}

Result<std::optional<Committed>> DuckdbLoad::FindCommitted() {
  AIETL_ASSIGN(const bool has_ledger, file_->catalog().Exists("main", std::string(kLedgerTable)));
  if (!has_ledger) return std::optional<Committed>();
  AIETL_ASSIGN(const data::Rows rows,
               file_->connection().Fetch(FindLoadSql(file_->catalog().Ledger(), request_.load_id)));
  if (rows.rows.empty()) return std::optional<Committed>();
  const auto number = [&](size_t i) {
    return std::strtoll(rows.rows[0][i].value_or("0").c_str(), nullptr, 10);
  };
  Committed committed;
  committed.rows_written = number(0);
  committed.rows_deleted = number(1);
  committed.rows_unchanged = number(2);
  committed.repeated = true;
  AIETL_ASSIGN(undo_, json::Parse(rows.rows[0][3].value_or("null")));
  return std::optional<Committed>(committed);
}

// The target may have been altered between staging and now.
Result<void> DuckdbLoad::CheckStage(const Work& work) const {
  const DuckdbCatalog catalog = file_->catalog();
  AIETL_ASSIGN(const bool there, catalog.Exists(work.names.schema, work.names.stage_name));
  if (!there) return Fail(StageLostError(request_.table));
  AIETL_ASSIGN(const data::Schema staged,
               file_->connection().Describe("SELECT * FROM " + work.names.stage));
  const auto& expected = work.plan.write.stage_schema.columns;
  bool same = staged.columns.size() == expected.size();
  for (size_t i = 0; same && i < expected.size(); ++i)
    same = staged.columns[i].type == expected[i].type;
  if (same) return {};
  return Fail(Error(Code::kConflict, "target_changed",
                    Msg("the columns of {} changed while it was loaded; nothing was written",
                        request_.table))
                  .About(request_.table)
                  .Hint(Tr("run it again")));
}

Result<Committed> DuckdbLoad::Commit(bool verify, StopToken stop) {
  AIETL_ASSIGN(const bool exists, file_->Exists());
  if (!exists) return Fail(StageLostError(request_.table));
  AIETL_TRY(file_->ForWriting());
  Work work;
  work.verify = verify;
  work.stop = stop;
  // A statement that fails breaks a transaction, so what works now is found out before.
  if (request_.mode == Mode::kReplace) {
    AIETL_ASSIGN(work.views, WorkingViews());
  }
  AIETL_ASSIGN(const auto transaction, DuckdbTransaction::Begin(file_->connection()));
  AIETL_ASSIGN(const auto before, FindCommitted());
  if (before) return *before;
  AIETL_TRY(CommitInside(&work));
  AIETL_TRY(Failpoint("duckdb.in_commit"));
  AIETL_TRY(transaction->Commit());
  AIETL_TRY(Failpoint("duckdb.after_commit"));
  undo_ = ToJson(work.undo);
  if (const auto bytes = file_->catalog().Bytes({work.names.schema, work.names.table}, {}))
    work.committed.bytes = *bytes;
  return work.committed;
}

Result<void> DuckdbLoad::CommitInside(Work* work) {
  AIETL_ASSIGN(work->plan, PlanDuckdbLoad(*file_, request_));
  if (HasErrors(work->plan.write.problems))
    return Fail(ErrorOf(Code::kConflict, work->plan.write.problems));
  AIETL_ASSIGN(work->names, NamesOf(*file_, request_.table, request_.load_id));
  AIETL_TRY(CheckStage(*work));
  UndoState& undo = work->undo;
  undo.load_id = request_.load_id;
  undo.made_schema = makes_schema_;
  undo.table = request_.table;
  undo.mode = request_.mode;
  undo.key = request_.key;
  undo.partition = request_.partition;
  undo.columns = work->plan.target_names;
  undo.at = request_.snapshot_at;
  if (request_.slice && request_.mode == Mode::kAppend) undo.slice = SliceSql(*request_.slice);

  const bool own_columns = !ModeColumns(request_.mode).empty();
  if (work->plan.way == LoadWay::kSwap || (work->plan.way == LoadWay::kCreate && !own_columns)) {
    AIETL_TRY(Exchange(work));
  } else {
    AIETL_TRY(ApplyRows(work));
  }
  return WriteLedger(*work);
}

// The staged table becomes the target; an old one steps aside.
Result<void> DuckdbLoad::Exchange(Work* work) {
  const DuckdbNames& names = work->names;
  const bool swap = work->plan.way == LoadWay::kSwap;
  if (swap) {
    AIETL_ASSIGN(work->committed.rows_deleted,
                 file_->Number("SELECT count(*) FROM " + names.target));
    AIETL_TRY(Execute("ALTER TABLE " + names.target + " RENAME TO " + QuoteName(names.undo_name),
                      work->stop));
  }
  AIETL_TRY(
      Execute("ALTER TABLE " + names.stage + " RENAME TO " + QuoteName(names.table), work->stop));
  AIETL_ASSIGN(work->committed.rows_written, file_->Number("SELECT count(*) FROM " + names.target));
  AIETL_TRY(CheckViews(work->views));
  work->undo.kind = swap ? UndoKind::kSwap : UndoKind::kCreated;
  work->undo.rows = work->committed.rows_written;
  if (work->verify && request_.fingerprint) {
    AIETL_ASSIGN(work->undo.fingerprint, FingerprintOf(*file_, names.target, work->undo.columns));
  }
  return {};
}

// Views know their tables by name; a new table may lack what they use.
Result<std::vector<std::string>> DuckdbLoad::WorkingViews() const {
  const std::string alias = file_->alias();
  AIETL_ASSIGN(const data::Rows rows,
               file_->connection().Fetch("SELECT schema_name, view_name FROM duckdb_views() WHERE "
                                         "NOT internal AND database_name = " +
                                         data::QuoteText(alias)));
  std::vector<std::string> views;
  for (const auto& row : rows.rows) {
    const std::string view = file_->catalog().Qualified(row[0].value_or(""), row[1].value_or(""));
    if (file_->connection().Describe("SELECT * FROM " + view)) views.push_back(view);
  }
  return views;
}

Result<void> DuckdbLoad::CheckViews(const std::vector<std::string>& working) const {
  for (const std::string& view : working) {
    if (file_->connection().Describe("SELECT * FROM " + view)) continue;
    return Fail(Error(Code::kPrecondition, "view_would_break",
                      Msg("the view {} would no longer work with the new columns of {}", view,
                          request_.table))
                    .About(view)
                    .Hint(Tr("keep the columns that it uses, or drop it first")));
  }
  return {};
}

Result<void> DuckdbLoad::CreateTarget(const Work& work) {
  std::string columns;
  for (const data::Column& column : ColumnsToCreate(request_, work.plan.write)) {
    columns += (columns.empty() ? "" : ", ") + QuoteName(column.name) + " " + column.type.ToSql();
  }
  AIETL_TRY(Execute("CREATE TABLE " + work.names.target + " (" + columns + ")", work.stop));
  return {};
}

Result<void> DuckdbLoad::ApplyRows(Work* work) {
  const DuckdbNames& names = work->names;
  UndoState& undo = work->undo;
  const bool create = work->plan.way == LoadWay::kCreate;
  if (create) AIETL_TRY(CreateTarget(*work));
  const DuckdbTable table{names.schema, names.table, false, {}};
  AIETL_ASSIGN(const auto columns, file_->catalog().Columns(table));
  for (const TargetColumn& column : columns) {
    if (!column.generated) undo.target_columns.push_back(column.column.name);
  }
  for (const data::Column& column : work->plan.write.added_columns) {
    AIETL_TRY(Execute("ALTER TABLE " + names.target + " ADD COLUMN " + QuoteName(column.name) +
                          " " + column.type.ToSql(),
                      work->stop));
    undo.added.push_back(column.name);
  }
  undo.kind = create ? UndoKind::kCreated : UndoKind::kRows;

  LoadSqlRequest request = SqlRequest(undo, names, names.stage);
  AIETL_ASSIGN(const int64_t last,
               file_->Number("SELECT coalesce(max(rowid), -1) FROM " + names.target));
  request.new_rows = "t.rowid > " + std::to_string(last);
  const LoadSql sql = MakeLoadSql(request);
  const SqlRunner runner = {
      [&](const std::string& statement) { return Execute(statement, work->stop); },
      [&](const std::string& select) { return file_->Number(select); }};
  AIETL_ASSIGN(const LoadCounts counts,
               RunLoadSql(sql, runner, !create, work->verify, request_.table));
  work->committed.rows_written = counts.written;
  work->committed.rows_deleted = counts.deleted;
  work->committed.rows_unchanged = counts.unchanged;
  const bool whole = create || request_.mode == Mode::kReplace;
  if (whole) {
    undo.rows = work->committed.rows_written;
    if (work->verify && request_.fingerprint) {
      AIETL_ASSIGN(undo.fingerprint, FingerprintOf(*file_, names.target, undo.columns));
    }
    AIETL_TRY(Execute("DROP TABLE " + names.stage, work->stop));
  } else {
    AIETL_TRY(Execute("ALTER TABLE " + names.stage + " RENAME TO " + QuoteName(names.batch_name),
                      work->stop));
    undo.kept_stage = names.batch_name;
  }
  return {};
}

Result<void> DuckdbLoad::WriteLedger(const Work& work) {
  const std::string ledger = file_->catalog().Ledger();
  LedgerEntry entry;
  entry.load_id = request_.load_id;
  entry.run_id = request_.run_id;
  entry.pipeline = request_.pipeline;
  entry.target = LedgerTarget(work.names);
  entry.mode = spec::ModeName(request_.mode);
  entry.whole = work.plan.way == LoadWay::kCreate || request_.mode == Mode::kReplace;
  entry.committed = work.committed;
  entry.undo = json::Write(ToJson(work.undo));
  entry.at = FormatTimestamp(SystemClock().Now());
  AIETL_TRY(Execute(CreateLedgerSql(ledger), work.stop));
  AIETL_TRY(Execute(InsertEntrySql(ledger, entry), work.stop));
  return {};
}

Result<void> DuckdbLoad::Abort() {
  AIETL_ASSIGN(const bool exists, file_->Exists());
  if (!exists) return {};
  AIETL_TRY(file_->ForWriting());
  AIETL_ASSIGN(const DuckdbNames names, NamesOf(*file_, request_.table, request_.load_id));
  // After Commit it has another name.
  AIETL_TRY(file_->connection().Execute("DROP TABLE IF EXISTS " + names.stage));
  if (staged_) file_->WriteFailed();
  if (makes_schema_) AIETL_TRY(DropEmptySchema(*file_, names.schema));
  return {};
}

// Whether the target is as the load left it.
Result<bool> IsAsLoaded(DuckdbFile& file, const UndoState& state, const DuckdbNames& names) {
  if (state.kind == UndoKind::kRows && state.mode != Mode::kReplace) {
    const LoadSql sql = MakeLoadSql(SqlRequest(state, names, names.batch));
    AIETL_ASSIGN(const int64_t missing, file.Number(sql.missing));
    return missing == 0;
  }
  AIETL_ASSIGN(const int64_t rows, file.Number("SELECT count(*) FROM " + names.target));
  if (rows != state.rows) return false;
  if (state.fingerprint.empty()) return true;
  const auto fingerprint = FingerprintOf(file, names.target, state.columns);
  return fingerprint &&
         *fingerprint == state.fingerprint;  // columns that are gone are a change, too
}

// What the undo needs is given up by DropUndo.
Result<bool> HasUndo(DuckdbFile& file, const UndoState& state, const DuckdbNames& names) {
  if (state.kind == UndoKind::kCreated) return true;
  const bool only_batch =
      state.slice.empty() && (state.mode == Mode::kAppend || state.mode == Mode::kSnapshot);
  return file.catalog().Exists(names.schema, only_batch ? names.batch_name : names.undo_name);
}

// The engine alters no table whose rows the same transaction has changed, so the columns go first;
// without them the staged rows are still told from the others by what is left.
Result<void> RestoreRows(DuckdbFile& file, const UndoState& state, const DuckdbNames& names,
                         const StopToken& stop) {
  data::Connection& connection = file.connection();
  UndoState old = state;
  for (const std::string& column : state.added) {
    AIETL_TRY(
        connection.Execute("ALTER TABLE " + names.target + " DROP COLUMN " + QuoteName(column)));
    std::erase(old.columns, column);
  }
  const LoadSql sql = MakeLoadSql(SqlRequest(old, names, names.batch));
  for (size_t i = 0; i < sql.rollback.size(); ++i) {
    AIETL_ASSIGN(const int64_t changed, connection.Execute(sql.rollback[i], stop, {}));
    if (i > 0 || (state.mode != Mode::kAppend && state.mode != Mode::kSnapshot)) continue;
    AIETL_ASSIGN(const int64_t staged, file.Number("SELECT count(*) FROM " + names.batch));
    if (changed != staged) return Fail(ChangedSinceError(state.table));
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Load>> MakeDuckdbLoad(std::shared_ptr<DuckdbFile> file,
                                             WriteRequest request) {
  AIETL_ASSIGN(const TableName name, ParseTableName(request.table));
  AIETL_TRY(file->ForWriting());
  AIETL_ASSIGN(const bool has_schema, file->catalog().SchemaExists(SchemaOf(name)));
  return std::unique_ptr<Load>(
      std::make_unique<DuckdbLoad>(std::move(file), std::move(request), !has_schema));
}

Result<std::unique_ptr<Load>> RecoverDuckdbLoad(std::shared_ptr<DuckdbFile> file,
                                                const json::Value& descriptor) {
  AIETL_ASSIGN(WriteRequest request, WriteRequestFromJson(descriptor));
  return std::unique_ptr<Load>(std::make_unique<DuckdbLoad>(std::move(file), std::move(request),
                                                            descriptor["makes_schema"].AsBool()));
}

Result<LoadPlan> PlanDuckdbLoad(DuckdbFile& file, const WriteRequest& request) {
  AIETL_ASSIGN(const TableName name, ParseTableName(request.table));
  TableShape shape;
  AIETL_ASSIGN(const bool exists, file.Exists());
  if (!exists) {
    LoadPlan plan = MakeLoadPlan(request, shape, file.Title(), "write duckdb");
    plan.write.creates.insert(plan.write.creates.begin(), Msg("database file {}", file.path()));
    return plan;
  }
  const DuckdbCatalog catalog = file.catalog();
  AIETL_ASSIGN(shape, catalog.Shape(name));
  AIETL_ASSIGN(const bool has_ledger, catalog.Exists("main", std::string(kLedgerTable)));
  if (has_ledger && shape.exists) {
    AIETL_ASSIGN(const DuckdbNames names, NamesOf(file, request.table, request.load_id));
    AIETL_ASSIGN(const data::Rows maker,
                 file.connection().Fetch(MakerSql(catalog.Ledger(), LedgerTarget(names))));
    shape.made_by_us = !maker.rows.empty();
    if (shape.made_by_us) shape.maker = maker.rows[0][0].value_or("");
  }
  LoadPlan plan = MakeLoadPlan(request, shape, file.Title(), "write duckdb");
  AIETL_ASSIGN(const bool has_schema, catalog.SchemaExists(SchemaOf(name)));
  if (!has_schema)
    plan.write.creates.insert(
        plan.write.creates.begin(),
        Msg("schema {} in {}", data::NameForPeople(SchemaOf(name)), file.Title()));
  return plan;
}

Result<void> RollbackDuckdbLoad(DuckdbFile& file, const UndoState& state, StopToken stop) {
  AIETL_TRY(file.ForReading());
  AIETL_TRY(file.ForWriting());
  AIETL_TRY(stop.Check());
  data::Connection& connection = file.connection();
  const DuckdbCatalog catalog = file.catalog();
  AIETL_ASSIGN(const auto transaction, DuckdbTransaction::Begin(connection));
  AIETL_ASSIGN(const bool has_ledger, catalog.Exists("main", std::string(kLedgerTable)));
  if (!has_ledger) return {};  // put back before, or never committed
  AIETL_ASSIGN(const data::Rows known,
               connection.Fetch(FindLoadSql(catalog.Ledger(), state.load_id)));
  if (known.rows.empty()) return {};
  AIETL_ASSIGN(const int64_t later, file.Number(LaterLoadsSql(catalog.Ledger(), state.load_id)));
  if (later > 0) return Fail(NewerLoadError(state.table));

  AIETL_ASSIGN(const DuckdbNames names, NamesOf(file, state.table, state.load_id));
  AIETL_ASSIGN(const bool target_there, catalog.Exists(names.schema, names.table));
  if (!target_there) return Fail(ChangedSinceError(state.table));
  AIETL_ASSIGN(const bool has_undo, HasUndo(file, state, names));
  if (!has_undo) return Fail(UndoGoneError(state.table));
  AIETL_ASSIGN(const bool as_loaded, IsAsLoaded(file, state, names));
  if (!as_loaded) return Fail(ChangedSinceError(state.table));
  if (state.kind == UndoKind::kRows) {
    AIETL_TRY(RestoreRows(file, state, names, stop));
  } else {
    AIETL_TRY(connection.Execute("DROP TABLE " + names.target));
  }
  if (state.kind == UndoKind::kSwap) {
    AIETL_TRY(
        connection.Execute("ALTER TABLE " + names.undo + " RENAME TO " + QuoteName(names.table)));
  }
  AIETL_TRY(connection.Execute("DROP TABLE IF EXISTS " + names.undo + "; DROP TABLE IF EXISTS " +
                               names.batch));
  if (state.kind == UndoKind::kCreated && state.made_schema)
    AIETL_TRY(DropEmptySchema(file, names.schema));
  AIETL_TRY(connection.Execute(DeleteEntrySql(catalog.Ledger(), state.load_id)));
  return transaction->Commit();
}

Result<void> DropDuckdbUndo(DuckdbFile& file, const UndoState& state) {
  AIETL_ASSIGN(const bool exists, file.Exists());
  if (!exists) return {};
  AIETL_TRY(file.ForWriting());
  AIETL_ASSIGN(const DuckdbNames names, NamesOf(file, state.table, state.load_id));
  AIETL_TRY(file.connection().Execute("DROP TABLE IF EXISTS " + names.undo +
                                      "; DROP TABLE IF EXISTS " + names.batch));
  return {};
}

}  // namespace aietl::connectors
