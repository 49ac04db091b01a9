#include "connectors/sqlite/load.h"

#include <algorithm>
#include <filesystem>

#include "base/clock.h"
#include "base/durable_file.h"
#include "base/failpoint.h"
#include "base/text.h"
#include "connectors/ledger.h"
#include "connectors/sqlite/column_type.h"
#include "connectors/sqlite/fingerprint.h"
#include "connectors/sqlite/reader_pool.h"
#include "connectors/uri.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;
using data::QuoteText;
using spec::Mode;

constexpr const char* kStageSchema = "aietl_stage";

std::string LedgerName() {
  return SqliteQualified(std::string(kLedgerTable));
}
std::string StagedRows() {
  return QuoteName(kStageSchema) + "." + QuoteName(kStageTable);
}
std::string UndoName(const std::string& load_id) {
  return "_aietl_undo_" + SafeName(load_id);
}

bool IsAppend(Mode mode) {
  return mode == Mode::kAppend || mode == Mode::kSnapshot;
}

// The staged rows of a load, attached while this lives.
class AttachedStage {
 public:
  static Result<std::unique_ptr<AttachedStage>> Attach(SqliteConnection& connection,
                                                       const std::string& path) {
    AIETL_TRY(connection.Execute("ATTACH " +
                                 QuoteText("file:" + PercentEncodePath(path) + "?mode=ro") +
                                 " AS " + QuoteName(kStageSchema)));
    return std::unique_ptr<AttachedStage>(new AttachedStage(connection));
  }
  ~AttachedStage() {
    connection_.SetStop({});
    // It fails only within a transaction, and none is open any more.
    (void)connection_.Execute("DETACH " + QuoteName(kStageSchema));
  }
  AttachedStage(const AttachedStage&) = delete;

 private:
  explicit AttachedStage(SqliteConnection& connection) : connection_(connection) {}
  SqliteConnection& connection_;
};

std::string QuotedNames(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : ", ") + QuoteName(name);
  return list;
}

Result<std::string> BagOf(const SqliteConnection& connection, const std::string& table,
                          const std::vector<std::string>& columns) {
  if (columns.size() > kMostBagColumns) return std::string();
  AIETL_ASSIGN(const auto text,
               connection.Scalar("SELECT aietl_bag(" + QuotedNames(columns) + ") FROM " + table));
  return text.value_or("");
}

LoadSqlRequest SqlRequestOf(const UndoState& state, const SqliteTable& table) {
  LoadSqlRequest request;
  request.mode = state.mode;
  request.names = {SqliteQualified(table.name), StagedRows(),
                   SqliteQualified(UndoName(state.load_id))};
  request.columns = state.columns;
  request.target_columns = state.target_columns;
  request.key = state.key;
  request.partition = state.partition;
  request.at = state.at;
  request.slice = state.slice;
  request.is_distinct = "IS NOT";
  request.is_not_distinct = "IS";
  request.row_id = table.rowid;
  if (IsAppend(state.mode) && table.rowid.empty()) request.key = table.primary_key;
  if (state.columns.size() <= kMostBagColumns) request.fingerprint = kBagPattern;
  return request;
}

// What tells the rows that an append inserts from the others: their numbers, or, where the batch
// brings the numbers itself, those.
Result<std::string> NewRowsCondition(const SqliteConnection& connection, const SqliteTable& table,
                                     const UndoState& state) {
  if (table.rowid.empty()) return std::string();
  const bool brings_key = std::find(state.columns.begin(), state.columns.end(),
                                    table.integer_key) != state.columns.end();
  if (brings_key)
    return "t." + QuoteName(table.integer_key) + " IN (SELECT " + QuoteName(table.integer_key) +
           " FROM " + StagedRows() + ")";
  const std::string kept = state.slice.empty() ? "" : " WHERE (" + state.slice + ") IS NOT TRUE";
  AIETL_ASSIGN(const int64_t last, connection.Number("SELECT coalesce(max(" + table.rowid + "), " +
                                                     std::to_string(INT64_MIN) + ") FROM " +
                                                     SqliteQualified(table.name) + kept));
  return "t." + table.rowid + " > " + std::to_string(last);
}

// Rows that break a declared foreign key from or to the table; SQLite itself checks only where a
// connection asks it to.
Result<int64_t> BrokenReferences(const SqliteConnection& connection, const SqliteTable& table) {
  const SqliteCatalog catalog(connection);
  AIETL_ASSIGN(std::vector<std::string> children, catalog.Referrers(table));
  AIETL_ASSIGN(const auto own, catalog.ForeignKeys(table));
  if (!own.empty()) children.push_back(table.name);
  int64_t broken = 0;
  for (const std::string& child : children) {
    AIETL_ASSIGN(const int64_t count,
                 connection.Number("SELECT count(*) FROM pragma_foreign_key_check(" +
                                   QuoteText(child) + ")"));
    broken += count;
  }
  return broken;
}

Result<std::vector<std::string>> WorkingViews(const SqliteConnection& connection) {
  AIETL_ASSIGN(const auto rows,
               connection.Fetch("SELECT name FROM main.sqlite_schema WHERE type = 'view'"));
  std::vector<std::string> views;
  for (const auto& row : rows) {
    if (connection.Compiles("SELECT * FROM " + SqliteQualified(row[0].value_or(""))))
      views.push_back(row[0].value_or(""));
  }
  return views;
}

class SqliteLoad : public Load {
 public:
  SqliteLoad(std::shared_ptr<SqliteFile> file, WriteRequest request, std::vector<StageColumn> stage)
      : file_(std::move(file)),
        request_(std::move(request)),
        stage_(std::move(stage)),
        stage_path_(file_->StagePath(request_.load_id)) {}

  Result<std::vector<std::string>> StageStatements(const std::string&, Observer&) override {
    return Fail(Code::kInternal, "batch_writer", "SQLite databases are staged by a writer");
  }
  Result<std::unique_ptr<data::BatchWriter>> OpenWriter() override {
    return OpenStageWriter(stage_path_, stage_, request_.table);
  }
  Result<void> Prepare(StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_TRY(SealStage(stage_path_, request_));
    return Failpoint("sqlite.after_stage");
  }
  Result<Scan> ReadStaged() override { return ReadStage(stage_path_, stage_); }
  Result<Committed> Commit(bool verify, StopToken stop) override;
  Result<void> Abort() override;
  json::Value descriptor() const override {
    json::Value value = ToJson(request_);
    value.Set("stage", ToJson(stage_));
    return value;
  }
  json::Value undo() const override { return undo_; }

 private:
  struct Work {  // of one Commit
    SqliteConnection* connection = nullptr;
    SqliteLoadPlan plan;
    SqliteTable table;  // the target, once it is there
    UndoState undo;
    Committed committed;
    bool verify = false;
  };

  Result<std::optional<Committed>> FindCommitted(const SqliteConnection& connection);
  Result<void> CommitInside(Work* work);
  Result<void> CheckStage(const Work& work) const;
  Result<void> CreateTarget(Work* work);
  Result<void> FillNewTable(Work* work);
  Result<void> ApplyRows(Work* work);
  Result<void> AddColumns(Work* work);
  Result<void> IndexKey(const Work& work);
  Result<void> WriteLedger(const Work& work);
  Result<void> KeepOrRemoveStage(const UndoState& undo);

  std::shared_ptr<SqliteFile> file_;
  WriteRequest request_;
  std::vector<StageColumn> stage_;
  std::string stage_path_;
  json::Value undo_;
};

Result<std::optional<Committed>> SqliteLoad::FindCommitted(const SqliteConnection& connection) {
  AIETL_ASSIGN(const bool has_ledger, SqliteCatalog(connection).Exists(std::string(kLedgerTable)));
  if (!has_ledger) return std::optional<Committed>();
  AIETL_ASSIGN(SqliteStatement found,
               connection.Prepare(FindLoadSql(LedgerName(), request_.load_id)));
  AIETL_ASSIGN(const bool there, found.Step());
  if (!there) return std::optional<Committed>();
  Committed committed;
  committed.rows_written = found.Integer(0);
  committed.rows_deleted = found.Integer(1);
  committed.rows_unchanged = found.Integer(2);
  committed.repeated = true;
  AIETL_ASSIGN(undo_, json::Parse(found.Text(3)));
  return std::optional<Committed>(committed);
}

Result<Committed> SqliteLoad::Commit(bool verify, StopToken stop) {
  SqliteReaderPool::EndAll(file_->path());
  const bool sealed = IsSealedStage(stage_path_);
  if (!sealed && !file_->Exists()) return Fail(StageLostError(request_.table));
  Work work;
  work.verify = verify;
  AIETL_ASSIGN(work.connection, file_->Writer(stop));
  if (!sealed) {
    AIETL_ASSIGN(const auto before, FindCommitted(*work.connection));
    if (!before) return Fail(StageLostError(request_.table));
    return *before;
  }
  {
    AIETL_ASSIGN(const auto attached, AttachedStage::Attach(*work.connection, stage_path_));
    AIETL_ASSIGN(const auto transaction, SqliteTransaction::Begin(*work.connection, "IMMEDIATE"));
    AIETL_ASSIGN(const auto before, FindCommitted(*work.connection));
    if (!before) {
      AIETL_TRY(CommitInside(&work));
      AIETL_TRY(Failpoint("sqlite.in_commit"));
      AIETL_TRY(transaction->Commit());
      AIETL_TRY(Failpoint("sqlite.after_commit"));
      undo_ = ToJson(work.undo);
    } else {
      work.committed = *before;
    }
  }
  AIETL_ASSIGN(const UndoState undo, UndoStateFromJson(undo_));
  AIETL_TRY(KeepOrRemoveStage(undo));
  // A reader may hold it up; the next commit, or the last connection to close, does it then.
  (void)work.connection->Execute("PRAGMA wal_checkpoint(PASSIVE)");
  return work.committed;
}

Result<void> SqliteLoad::CommitInside(Work* work) {
  AIETL_ASSIGN(work->plan, PlanSqliteLoad(*file_, request_));
  const LoadPlan& plan = work->plan.load;
  if (HasErrors(plan.write.problems)) return Fail(ErrorOf(Code::kConflict, plan.write.problems));
  AIETL_TRY(CheckStage(*work));
  UndoState& undo = work->undo;
  undo.load_id = request_.load_id;
  undo.table = request_.table;
  undo.mode = request_.mode;
  undo.key = request_.key;
  undo.partition = request_.partition;
  undo.columns = plan.target_names;
  undo.at = request_.snapshot_at;
  undo.kind = plan.way == LoadWay::kCreate ? UndoKind::kCreated
              : plan.way == LoadWay::kSwap ? UndoKind::kSwap
                                           : UndoKind::kRows;
  if (request_.slice && request_.mode == Mode::kAppend) undo.slice = SliceSql(*request_.slice);
  work->table = work->plan.table;

  AIETL_ASSIGN(const auto views, WorkingViews(*work->connection));
  int64_t broken = 0;
  if (plan.way == LoadWay::kRows) {
    AIETL_ASSIGN(broken, BrokenReferences(*work->connection, work->table));
  } else {
    AIETL_TRY(CreateTarget(work));
  }
  if (plan.way == LoadWay::kRows || !ModeColumns(request_.mode).empty()) {
    AIETL_TRY(ApplyRows(work));
  } else {
    AIETL_TRY(FillNewTable(work));
  }
  if (plan.way == LoadWay::kCreate) AIETL_TRY(IndexKey(*work));
  if (plan.way == LoadWay::kRows) {
    AIETL_ASSIGN(const int64_t now, BrokenReferences(*work->connection, work->table));
    if (now > broken) {
      return Fail(
          Error(Code::kRange, "broken_reference",
                Msg("{} of {} or of tables that refer to it would break a foreign key; nothing was "
                    "changed",
                    Plural(now - broken, "{} row", "{} rows"), request_.table))
              .About(request_.table)
              .Hint(Tr("load the referenced table first, or leave those rows out in a step")));
    }
  }
  for (const std::string& view : views) {
    if (work->connection->Compiles("SELECT * FROM " + SqliteQualified(view))) continue;
    return Fail(Error(Code::kPrecondition, "view_would_break",
                      Msg("the view {} would no longer work with the new columns of {}", view,
                          request_.table))
                    .About(view)
                    .Hint(Tr("keep the columns that it uses, or drop it first")));
  }
  return WriteLedger(*work);
}

// The target may have been altered between staging and now.
Result<void> SqliteLoad::CheckStage(const Work& work) const {
  const auto& now = work.plan.stage;
  const bool same =
      std::equal(now.begin(), now.end(), stage_.begin(), stage_.end(),
                 [](const StageColumn& a, const StageColumn& b) {
                   return a.name == b.name && a.declared == b.declared && a.type == b.type;
                 });
  if (same) return {};
  return Fail(Error(Code::kConflict, "target_changed",
                    Msg("the columns of {} changed while it was loaded; nothing was written",
                        request_.table))
                  .About(request_.table)
                  .Hint(Tr("run it again")));
}

// The new table; an old one steps aside. Without constraints, as what is loaded promises none.
Result<void> SqliteLoad::CreateTarget(Work* work) {
  SqliteConnection& connection = *work->connection;
  AIETL_ASSIGN(const TableName name, ParseSqliteName(request_.table));
  const std::string& table = name.table();
  if (work->plan.load.way == LoadWay::kSwap) {
    const std::string old = SqliteQualified(work->plan.table.name);
    AIETL_ASSIGN(work->committed.rows_deleted, connection.Number("SELECT count(*) FROM " + old));
    AIETL_TRY(connection.Execute("ALTER TABLE " + old + " RENAME TO " +
                                 QuoteName(UndoName(request_.load_id))));
  }
  std::string columns;
  for (const data::Column& column : ColumnsToCreate(request_, work->plan.load.write)) {
    columns +=
        (columns.empty() ? "" : ", ") + QuoteName(column.name) + " " + DeclarationOf(column.type);
  }
  AIETL_TRY(connection.Execute("CREATE TABLE " + SqliteQualified(table) + " (" + columns + ")"));
  AIETL_ASSIGN(work->table, SqliteCatalog(connection).Get(name));
  return {};
}

// The same columns on both sides: SQLite copies whole records.
Result<void> SqliteLoad::FillNewTable(Work* work) {
  SqliteConnection& connection = *work->connection;
  const std::string target = SqliteQualified(work->table.name);
  AIETL_ASSIGN(work->committed.rows_written,
               connection.Execute("INSERT INTO " + target + " SELECT * FROM " + StagedRows()));
  work->undo.rows = work->committed.rows_written;
  AIETL_ASSIGN(const int64_t staged, connection.Number("SELECT count(*) FROM " + StagedRows()));
  if (staged != work->committed.rows_written)
    return Fail(VerificationError(std::abs(staged - work->committed.rows_written), request_.table));
  if (work->verify) {
    AIETL_ASSIGN(work->undo.fingerprint, BagOf(connection, target, work->undo.columns));
    AIETL_ASSIGN(const std::string expected, BagOf(connection, StagedRows(), work->undo.columns));
    if (expected != work->undo.fingerprint) return Fail(VerificationError(staged, request_.table));
  }
  std::error_code error;
  work->committed.bytes = static_cast<int64_t>(std::filesystem::file_size(stage_path_, error));
  return {};
}

Result<void> SqliteLoad::AddColumns(Work* work) {
  for (const data::Column& column : work->plan.load.write.added_columns) {
    AIETL_TRY(work->connection->Execute("ALTER TABLE " + SqliteQualified(work->table.name) +
                                        " ADD COLUMN " + QuoteName(column.name) + " " +
                                        DeclarationOf(column.type)));
    work->undo.added.push_back(column.name);
  }
  return {};
}

Result<void> SqliteLoad::ApplyRows(Work* work) {
  SqliteConnection& connection = *work->connection;
  UndoState& undo = work->undo;
  const bool create = work->plan.load.way == LoadWay::kCreate;
  for (const SqliteColumn& column : work->table.columns) {
    if (!column.generated) undo.target_columns.push_back(column.name);
  }
  if (!create) AIETL_TRY(AddColumns(work));
  LoadSqlRequest request = SqlRequestOf(undo, work->table);
  AIETL_ASSIGN(request.new_rows, NewRowsCondition(connection, work->table, undo));
  const SqlRunner runner = {
      [&](const std::string& statement) { return connection.Execute(statement); },
      [&](const std::string& select) { return connection.Number(select); }};
  AIETL_ASSIGN(const LoadCounts counts,
               RunLoadSql(MakeLoadSql(request), runner, !create, work->verify, request_.table));
  work->committed.rows_written = counts.written;
  work->committed.rows_deleted = counts.deleted;
  work->committed.rows_unchanged = counts.unchanged;
  if (create || request_.mode == Mode::kReplace) {
    undo.rows = counts.written;
    if (work->verify) {
      AIETL_ASSIGN(undo.fingerprint,
                   BagOf(connection, SqliteQualified(work->table.name), undo.columns));
    }
  } else {
    const std::string folder = request_.undo_folder;
    undo.kept_stage =
        folder.empty() ? stage_path_ : folder + "/" + SafeName(request_.load_id) + ".sqlite";
  }
  return {};
}

// Without an index each later merge would read the whole table.
Result<void> SqliteLoad::IndexKey(const Work& work) {
  const auto& key = KeyOf(request_.mode, request_.key, request_.partition);
  if (key.empty()) return {};
  const std::string index = work.table.name + "_aietl_key";
  AIETL_ASSIGN(const int64_t taken,
               work.connection->Number("SELECT count(*) FROM main.sqlite_schema WHERE name = " +
                                       QuoteText(index) + " COLLATE NOCASE"));
  if (taken > 0) return {};
  AIETL_TRY(work.connection->Execute(std::string("CREATE ") +
                                     (request_.mode == Mode::kMerge ? "UNIQUE " : "") + "INDEX " +
                                     SqliteQualified(index) + " ON " + QuoteName(work.table.name) +
                                     " (" + QuotedNames(key) + ")"));
  return {};
}

Result<void> SqliteLoad::WriteLedger(const Work& work) {
  LedgerEntry entry;
  entry.load_id = request_.load_id;
  entry.run_id = request_.run_id;
  entry.pipeline = request_.pipeline;
  entry.target = data::NameForPeople(work.table.name);
  entry.mode = spec::ModeName(request_.mode);
  entry.whole = work.plan.load.way == LoadWay::kCreate || request_.mode == Mode::kReplace;
  entry.committed = work.committed;
  entry.undo = json::Write(ToJson(work.undo));
  entry.at = FormatTimestamp(SystemClock().Now());
  AIETL_TRY(work.connection->Execute(CreateLedgerSql(LedgerName())));
  AIETL_TRY(work.connection->Execute(InsertEntrySql(LedgerName(), entry)));
  return {};
}

// What a rollback needs goes where the undo is kept; on another file system it stays.
Result<void> SqliteLoad::KeepOrRemoveStage(const UndoState& undo) {
  if (undo.kept_stage.empty()) return RemoveStage(stage_path_);
  if (undo.kept_stage == stage_path_ || !FileExists(stage_path_)) return {};
  AIETL_TRY(MakeFolder(std::filesystem::path(undo.kept_stage).parent_path().string()));
  (void)RenameDurably(stage_path_, undo.kept_stage);
  return {};
}

Result<void> SqliteLoad::Abort() {
  // After Commit the file is gone or is what a rollback needs.
  if (file_->Exists()) {
    AIETL_ASSIGN(const SqliteConnection* reader, file_->Reader());
    AIETL_ASSIGN(const auto committed, FindCommitted(*reader));
    if (committed) return {};
  }
  return RemoveStage(stage_path_);
}

// Where the staged rows of a committed load are kept, or "".
std::string KeptStage(const SqliteFile& file, const UndoState& state) {
  for (const std::string& path : {state.kept_stage, file.StagePath(state.load_id)}) {
    if (!path.empty() && IsSealedStage(path)) return path;
  }
  return "";
}

bool IsWhole(const UndoState& state) {
  return state.kind != UndoKind::kRows || state.mode == Mode::kReplace;
}

Result<bool> HasUndoRows(const SqliteConnection& connection, const UndoState& state,
                         const std::string& kept) {
  if (state.kind == UndoKind::kCreated) return true;
  if (!IsWhole(state) && kept.empty()) return false;
  if (IsAppend(state.mode) && state.slice.empty()) return true;
  return SqliteCatalog(connection).Exists(UndoName(state.load_id));
}

// Whether the target is as the load left it.
Result<bool> HoldsWhatWasLoaded(const SqliteConnection& connection, const UndoState& state,
                                const SqliteTable& table) {
  if (!IsWhole(state)) {
    AIETL_ASSIGN(const int64_t missing,
                 connection.Number(MakeLoadSql(SqlRequestOf(state, table)).missing));
    return missing == 0;
  }
  const std::string target = SqliteQualified(table.name);
  AIETL_ASSIGN(const int64_t rows, connection.Number("SELECT count(*) FROM " + target));
  if (rows != state.rows) return false;
  if (state.fingerprint.empty()) return true;
  const auto fingerprint = BagOf(connection, target, state.columns);
  return fingerprint &&
         *fingerprint == state.fingerprint;  // columns that are gone are a change, too
}

Result<void> PutRowsBack(SqliteConnection& connection, const UndoState& state,
                         const SqliteTable& table) {
  const LoadSql sql = MakeLoadSql(SqlRequestOf(state, table));
  for (size_t i = 0; i < sql.rollback.size(); ++i) {
    AIETL_ASSIGN(const int64_t changed, connection.Execute(sql.rollback[i]));
    if (i > 0 || !IsAppend(state.mode)) continue;
    AIETL_ASSIGN(const int64_t staged, connection.Number("SELECT count(*) FROM " + StagedRows()));
    if (changed != staged) return Fail(ChangedSinceError(state.table));
  }
  for (const std::string& column : state.added) {
    AIETL_TRY(connection.Execute("ALTER TABLE " + SqliteQualified(table.name) + " DROP COLUMN " +
                                 QuoteName(column)));
  }
  return {};
}

// Within the transaction; false: there is nothing to put back any more.
Result<bool> RestoreInside(SqliteConnection& connection, const UndoState& state,
                           const std::string& kept) {
  const SqliteCatalog catalog(connection);
  AIETL_ASSIGN(const bool has_ledger, catalog.Exists(std::string(kLedgerTable)));
  if (!has_ledger) return false;
  AIETL_ASSIGN(const auto known, connection.Fetch(FindLoadSql(LedgerName(), state.load_id)));
  if (known.empty()) return false;
  AIETL_ASSIGN(const int64_t later, connection.Number(LaterLoadsSql(LedgerName(), state.load_id)));
  if (later > 0) return Fail(NewerLoadError(state.table));
  AIETL_ASSIGN(const TableName name, ParseSqliteName(state.table));
  AIETL_ASSIGN(const auto table, catalog.Find(name));
  if (!table) return Fail(ChangedSinceError(state.table));
  AIETL_ASSIGN(const bool has_undo, HasUndoRows(connection, state, kept));
  if (!has_undo) return Fail(UndoGoneError(state.table));
  AIETL_ASSIGN(const bool as_loaded, HoldsWhatWasLoaded(connection, state, *table));
  if (!as_loaded) return Fail(ChangedSinceError(state.table));

  const std::string undo = SqliteQualified(UndoName(state.load_id));
  if (state.kind == UndoKind::kRows) {
    AIETL_TRY(PutRowsBack(connection, state, *table));
  } else {
    AIETL_TRY(connection.Execute("DROP TABLE " + SqliteQualified(table->name)));
  }
  if (state.kind == UndoKind::kSwap) {
    AIETL_TRY(connection.Execute("ALTER TABLE " + undo + " RENAME TO " + QuoteName(table->name)));
  }
  AIETL_TRY(connection.Execute("DROP TABLE IF EXISTS " + undo));
  AIETL_TRY(connection.Execute(DeleteEntrySql(LedgerName(), state.load_id)));
  return true;
}

}  // namespace

Result<std::unique_ptr<Load>> MakeSqliteLoad(std::shared_ptr<SqliteFile> file, WriteRequest request,
                                             std::vector<StageColumn> stage) {
  if (file->Exists()) {
    AIETL_TRY(
        file->Writer({}));  // a database that cannot be written is known before anything is read
  } else {
    AIETL_TRY(MakeFolder(std::filesystem::path(file->path()).parent_path().string()));
  }
  return std::unique_ptr<Load>(
      std::make_unique<SqliteLoad>(std::move(file), std::move(request), std::move(stage)));
}

Result<std::unique_ptr<Load>> RecoverSqliteLoad(std::shared_ptr<SqliteFile> file,
                                                const json::Value& descriptor) {
  AIETL_ASSIGN(WriteRequest request, WriteRequestFromJson(descriptor));
  AIETL_ASSIGN(std::vector<StageColumn> stage, StageColumnsFromJson(descriptor["stage"]));
  return std::unique_ptr<Load>(
      std::make_unique<SqliteLoad>(std::move(file), std::move(request), std::move(stage)));
}

Result<void> RollbackSqliteLoad(SqliteFile& file, const UndoState& state, StopToken stop) {
  if (!file.Exists()) AIETL_TRY(file.Reader());  // the error that says so
  SqliteReaderPool::EndAll(file.path());
  AIETL_ASSIGN(SqliteConnection * connection, file.Writer(std::move(stop)));
  const std::string kept = IsWhole(state) ? "" : KeptStage(file, state);
  {
    std::unique_ptr<AttachedStage> attached;
    if (!kept.empty()) {
      AIETL_ASSIGN(attached, AttachedStage::Attach(*connection, kept));
    }
    AIETL_ASSIGN(const auto transaction, SqliteTransaction::Begin(*connection, "IMMEDIATE"));
    AIETL_ASSIGN(const bool restored, RestoreInside(*connection, state, kept));
    if (!restored) return {};
    AIETL_TRY(transaction->Commit());
  }
  return kept.empty() ? Result<void>() : RemoveStage(kept);
}

Result<void> DropSqliteUndo(SqliteFile& file, const UndoState& state) {
  if (!state.kept_stage.empty()) {
    AIETL_TRY(RemoveStage(state.kept_stage));
    AIETL_TRY(RemoveStage(file.StagePath(state.load_id)));
  }
  if (!file.Exists()) return {};
  AIETL_ASSIGN(const SqliteConnection* reader, file.Reader());
  AIETL_ASSIGN(const bool there, SqliteCatalog(*reader).Exists(UndoName(state.load_id)));
  if (!there) return {};
  AIETL_ASSIGN(SqliteConnection * connection, file.Writer({}));
  AIETL_TRY(
      connection->Execute("DROP TABLE IF EXISTS " + SqliteQualified(UndoName(state.load_id))));
  return {};
}

}  // namespace aietl::connectors
