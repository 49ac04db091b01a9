#include "connectors/postgres/load.h"

#include <algorithm>

#include "base/clock.h"
#include "base/failpoint.h"
#include "base/text.h"
#include "connectors/ledger.h"
#include "connectors/load_sql.h"
#include "connectors/postgres/merge.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;
using data::QuoteText;
using spec::Mode;

// How long a commit waits for readers and writers of the target, unless the document says
// otherwise.
constexpr const char* kCommitLockTimeout = "5min";

class PgLoad : public Load {
 public:
  PgLoad(std::shared_ptr<PgServer> server, WriteRequest request, std::vector<PgStageColumn> stage,
         std::string schema, std::string name, bool makes_schema, bool durable, bool as_is)
      : server_(std::move(server)),
        request_(std::move(request)),
        columns_(std::move(stage)),
        names_(PgNamesFor(schema, name, request_.load_id)),
        makes_schema_(makes_schema),
        durable_(durable),
        as_is_(as_is),
        stage_(std::make_shared<PgStage>(server_, names_, columns_, request_.table)) {}

  PgStaging Staging() const { return {stage_, durable_, makes_schema_, names_, columns_}; }

  Result<std::vector<std::string>> StageStatements(const std::string&, Observer&) override {
    return Fail(Code::kInternal, "batch_writer", "PostgreSQL is staged by a writer");
  }
  Result<std::unique_ptr<data::BatchWriter>> OpenWriter() override {
    return stage_->Open(durable_, makes_schema_, request_.load_id);
  }
  Result<void> Prepare(StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_TRY(stage_->Seal(request_, stop));
    return Failpoint("postgres.after_stage");
  }
  Result<Scan> ReadStaged() override {
    AIETL_ASSIGN(PgConnection * control, server_->Control());
    AIETL_ASSIGN(const int64_t rows,
                 PgSealedRows(*control, names_.schema, names_.stage, request_.table, false));
    return ReadPgStage(*server_, names_, columns_, rows, as_is_);
  }
  Result<std::optional<int64_t>> CountStaged(StopToken stop) override {
    AIETL_ASSIGN(PgConnection * control, server_->Control());
    AIETL_ASSIGN(const int64_t rows,
                 control->Number("SELECT count(*) FROM " + names_.stage_sql, stop));
    return std::optional<int64_t>(rows);
  }
  Result<Committed> Commit(bool verify, StopToken stop) override;
  Result<void> Abort() override;
  json::Value descriptor() const override {
    json::Value value = ToJson(request_);
    value.Set("stage", ToJson(columns_));
    value.Set("schema", names_.schema);
    value.Set("name", names_.table);
    value.Set("makes_schema", makes_schema_);
    value.Set("durable", durable_);
    value.Set("as_is", as_is_);
    return value;
  }
  json::Value undo() const override { return undo_; }

 private:
  struct Work {  // of one Commit
    PgConnection* connection = nullptr;
    PgLoadPlan plan;
    UndoState undo;
    Committed committed;
    int64_t staged = 0;
    bool verify = false;
    StopToken stop;
  };

  Result<std::optional<Committed>> FindCommitted(PgConnection& connection);
  Result<void> CommitInside(Work* work);
  Result<PgLoadPlan> PlanAgain(PgConnection& connection) const;
  Result<void> CheckStage(const Work& work) const;
  Result<void> Exchange(Work* work);
  Result<void> CreateTarget(Work* work);
  Result<void> ApplyRows(Work* work);
  Result<void> AddColumns(Work* work);
  Result<void> MoveSequences(const Work& work);
  std::vector<std::string> KeyNames(const Work& work) const;
  Result<void> IndexKey(const Work& work);
  Result<void> WriteLedger(const Work& work);
  bool LedgerWhole(const Work& work) const {
    return work.plan.load.way == LoadWay::kCreate || request_.mode == Mode::kReplace;
  }

  std::shared_ptr<PgServer> server_;
  WriteRequest request_;
  std::vector<PgStageColumn> columns_;
  PgStageNames names_;
  bool makes_schema_;
  bool durable_;
  bool as_is_;
  std::shared_ptr<PgStage> stage_;  // shared with who fills it in the engine's place
  json::Value undo_;
};

Result<std::optional<Committed>> PgLoad::FindCommitted(PgConnection& connection) {
  AIETL_ASSIGN(const bool has_ledger,
               PgCatalog(connection).Exists(names_.schema, std::string(kLedgerTable)));
  if (!has_ledger) return std::optional<Committed>();
  AIETL_ASSIGN(const PgRows rows,
               connection.Fetch(FindLoadSql(names_.ledger_sql, request_.load_id)));
  if (rows.empty()) return std::optional<Committed>();
  const auto number = [&](size_t i) {
    return std::strtoll(rows[0][i].value_or("0").c_str(), nullptr, 10);
  };
  Committed committed;
  committed.rows_written = number(0);
  committed.rows_deleted = number(1);
  committed.rows_unchanged = number(2);
  committed.repeated = true;
  AIETL_ASSIGN(undo_, json::Parse(rows[0][3].value_or("null")));
  return std::optional<Committed>(committed);
}

Result<Committed> PgLoad::Commit(bool verify, StopToken stop) {
  server_->EndReads();  // their locks would stand in our own way
  Work work;
  work.verify = verify;
  work.stop = stop;
  AIETL_ASSIGN(work.connection, server_->Control());
  AIETL_ASSIGN(const auto transaction, PgTransaction::Begin(*work.connection));
  AIETL_TRY(work.connection->Execute(PgLoadLockSql(request_.load_id), stop));
  AIETL_ASSIGN(const auto before, FindCommitted(*work.connection));
  if (before) return *before;
  if (server_->options().lock_timeout.empty())
    AIETL_TRY(
        work.connection->Execute("SET LOCAL lock_timeout = " + QuoteText(kCommitLockTimeout)));
  AIETL_TRY(CommitInside(&work));
  AIETL_TRY(Failpoint("postgres.in_commit"));
  AIETL_TRY(transaction->Commit());
  AIETL_TRY(Failpoint("postgres.after_commit"));
  undo_ = ToJson(work.undo);
  // From here on the load is durable: what fails only leaves the server's planner or the report
  // without numbers.
  if (LedgerWhole(work)) (void)work.connection->Execute("ANALYZE " + names_.target_sql, stop);
  if (const auto bytes = work.connection->Number("SELECT pg_total_relation_size(" +
                                                 QuoteText(names_.target_sql) + "::regclass)"))
    work.committed.bytes = *bytes;
  return work.committed;
}

Result<void> PgLoad::CommitInside(Work* work) {
  PgConnection& connection = *work->connection;
  AIETL_ASSIGN(work->staged, PgSealedRows(connection, names_.schema, names_.stage, request_.table,
                                          !durable_ || work->verify));
  AIETL_ASSIGN(const bool exists, PgCatalog(connection).Exists(names_.schema, names_.table));
  // Writers wait until the end, readers do not. What only adds needs nobody to wait, and may lack
  // the right.
  const bool only_adds =
      (request_.mode == Mode::kAppend && !request_.slice) || request_.mode == Mode::kSnapshot;
  if (exists && !only_adds)
    AIETL_TRY(connection.Execute("LOCK TABLE " + names_.target_sql + " IN SHARE ROW EXCLUSIVE MODE",
                                 work->stop));
  AIETL_ASSIGN(work->plan, PlanAgain(connection));
  if (HasErrors(work->plan.load.write.problems))
    return Fail(ErrorOf(Code::kConflict, work->plan.load.write.problems));
  AIETL_TRY(CheckStage(*work));
  UndoState& undo = work->undo;
  undo.load_id = request_.load_id;
  undo.made_schema = makes_schema_;
  undo.table = request_.table;
  undo.mode = request_.mode;
  undo.columns = work->plan.load.target_names;
  undo.key = PgTargetNames(request_, columns_, request_.key);
  undo.partition = PgTargetNames(request_, columns_, request_.partition);
  undo.at = request_.snapshot_at;
  if (request_.slice && request_.mode == Mode::kAppend) {
    auto [from, to] = *request_.slice;
    from.column = PgTargetNames(request_, columns_, {from.column}).front();
    to.column = PgTargetNames(request_, columns_, {to.column}).front();
    undo.slice = SliceSql({std::move(from), std::move(to)});
  }

  const LoadWay way = work->plan.load.way;
  const bool own_columns = !ModeColumns(request_.mode).empty();
  if (way == LoadWay::kSwap || (way == LoadWay::kCreate && !own_columns)) {
    AIETL_TRY(Exchange(work));
  } else {
    AIETL_TRY(ApplyRows(work));
  }
  if (way == LoadWay::kCreate) AIETL_TRY(IndexKey(*work));
  return WriteLedger(*work);
}

Result<PgLoadPlan> PgLoad::PlanAgain(PgConnection& connection) const {
  if (!as_is_) return PlanPgLoad(connection, request_);
  PgCatalog catalog(connection);
  const TableName name{{{names_.schema, true}, {names_.stage, true}}};
  AIETL_ASSIGN(const PgTable stage, catalog.Get(name));
  std::vector<PgServerColumn> columns;
  for (size_t i = 0; i < stage.columns.size() && i < columns_.size(); ++i)
    columns.push_back({stage.columns[i].type, columns_[i].declared});
  return PlanPgLoad(connection, request_, &columns);
}

// The target may have been altered between staging and now.
Result<void> PgLoad::CheckStage(const Work& work) const {
  const auto& now = work.plan.stage;
  const bool way_fits = durable_ || work.plan.load.way == LoadWay::kRows;
  const bool same = way_fits && work.plan.conversion.empty() && work.plan.schema == names_.schema &&
                    work.plan.name == names_.table &&
                    std::equal(now.begin(), now.end(), columns_.begin(), columns_.end(),
                               [](const PgStageColumn& a, const PgStageColumn& b) {
                                 return a.name == b.name && a.type == b.type &&
                                        a.insert == b.insert && a.misfit == b.misfit &&
                                        a.declared == b.declared;
                               });
  if (same) return {};
  return Fail(Error(Code::kConflict, "target_changed",
                    Msg("the columns of {} changed while it was loaded; nothing was written",
                        request_.table))
                  .About(request_.table)
                  .Hint(Tr("run it again")));
}

// The staged table becomes the target; an old one steps aside.
Result<void> PgLoad::Exchange(Work* work) {
  PgConnection& connection = *work->connection;
  const bool swap = work->plan.load.way == LoadWay::kSwap;
  // The rows carry the number of the transaction that staged them: whoever changes them later
  // leaves another.
  AIETL_ASSIGN(const auto xid,
               connection.Scalar("SELECT xmin FROM " + names_.stage_sql + " LIMIT 1"));
  work->undo.fingerprint = xid.value_or("");
  if (swap) {
    AIETL_TRY(connection.Execute("LOCK TABLE " + names_.target_sql + " IN ACCESS EXCLUSIVE MODE",
                                 work->stop));
    AIETL_ASSIGN(work->committed.rows_deleted,
                 connection.Number("SELECT count(*) FROM " + names_.target_sql, work->stop));
    AIETL_TRY(connection.Execute(
        "ALTER TABLE " + names_.target_sql + " RENAME TO " + QuoteName(names_.undo), work->stop));
  }
  AIETL_TRY(connection.Execute("COMMENT ON TABLE " + names_.stage_sql + " IS NULL"));
  AIETL_TRY(connection.Execute(
      "ALTER TABLE " + names_.stage_sql + " RENAME TO " + QuoteName(names_.table), work->stop));
  work->committed.rows_written = work->staged;
  work->undo.kind = swap ? UndoKind::kSwap : UndoKind::kCreated;
  work->undo.rows = work->staged;
  return {};
}

Result<void> PgLoad::CreateTarget(Work* work) {
  std::string columns;
  for (size_t i = 0; i < columns_.size(); ++i)
    columns += (i > 0 ? ", " : "") + QuoteName(columns_[i].name) + " " + columns_[i].declared;
  for (const data::Column& own : ModeColumns(request_.mode))
    columns += ", " + QuoteName(own.name) + " " + StoreOf(own.type)->declared;
  AIETL_TRY(work->connection->Execute("CREATE TABLE " + names_.target_sql + " (" + columns + ")",
                                      work->stop));
  AIETL_ASSIGN(const TableName name, ParseTableName(names_.target_sql));
  AIETL_ASSIGN(work->plan.table, PgCatalog(*work->connection).Get(name));
  return {};
}

Result<void> PgLoad::AddColumns(Work* work) {
  for (const data::Column& column : work->plan.load.write.added_columns) {
    const auto staged =
        std::find_if(columns_.begin(), columns_.end(),
                     [&](const PgStageColumn& one) { return one.name == column.name; });
    AIETL_CHECK(staged != columns_.end());
    AIETL_TRY(work->connection->Execute("ALTER TABLE " + names_.target_sql + " ADD COLUMN " +
                                            QuoteName(column.name) + " " + staged->declared,
                                        work->stop));
    work->undo.added.push_back(column.name);
  }
  return {};
}

Result<void> PgLoad::ApplyRows(Work* work) {
  PgConnection& connection = *work->connection;
  UndoState& undo = work->undo;
  const bool create = work->plan.load.way == LoadWay::kCreate;
  if (create) AIETL_TRY(CreateTarget(work));
  for (const PgColumn& column : work->plan.table->columns) {
    if (!column.generated) undo.target_columns.push_back(column.name);
  }
  if (!create) AIETL_TRY(AddColumns(work));
  undo.kind = create ? UndoKind::kCreated : UndoKind::kRows;
  AIETL_ASSIGN(const std::string stage, PgStagedRelation(connection, names_.stage_sql, columns_));
  const LoadSqlRequest request = PgSqlRequest(undo, names_, stage, columns_, *work->plan.table);
  PgApply apply;
  apply.save_undo = !create;
  apply.verify = work->verify;
  apply.values = request_.fingerprint;
  apply.staged = work->staged;
  apply.stage_table = names_.stage_sql;
  apply.unique_key = create;
  LoadCounts counts;
  if (request_.mode == Mode::kMerge) {
    undo.only_changes = true;
    AIETL_TRY(connection.Execute(kPgLoadMemorySql));
    AIETL_ASSIGN(apply.unique_key,
                 PgCatalog(connection).HasUniqueIndex(work->plan.table->relation, KeyNames(*work)));
    AIETL_ASSIGN(counts, RunPgMerge(connection, request, columns_, *work->plan.table, apply,
                                    request_.table, work->stop));
  } else {
    AIETL_ASSIGN(counts, RunPgLoadSql(connection, MakeLoadSql(request), request, apply,
                                      request_.table, work->stop));
  }
  work->committed.rows_written = counts.written;
  work->committed.rows_deleted = counts.deleted;
  work->committed.rows_unchanged = counts.unchanged;
  AIETL_TRY(MoveSequences(*work));
  if (stage != names_.stage_sql) AIETL_TRY(connection.Execute("DROP VIEW " + stage));
  if (LedgerWhole(*work)) {
    undo.rows = counts.written;
    AIETL_ASSIGN(const auto xid, connection.Scalar("SELECT pg_current_xact_id()::xid"));
    undo.fingerprint = xid.value_or("");
    AIETL_TRY(connection.Execute("DROP TABLE " + names_.stage_sql, work->stop));
  } else {
    AIETL_TRY(connection.Execute(
        "ALTER TABLE " + names_.stage_sql + " RENAME TO " + QuoteName(names_.batch), work->stop));
    undo.kept_stage = names_.batch;
  }
  return {};
}

// Sequences of columns that were loaded go on behind the greatest value.
Result<void> PgLoad::MoveSequences(const Work& work) {
  PgConnection& connection = *work.connection;
  for (const std::string& column : work.undo.columns) {
    if (std::find(work.undo.target_columns.begin(), work.undo.target_columns.end(), column) ==
        work.undo.target_columns.end())
      continue;
    AIETL_ASSIGN(const auto sequence,
                 connection.Scalar("SELECT pg_get_serial_sequence(" + QuoteText(names_.target_sql) +
                                   ", " + QuoteText(column) + ")"));
    if (!sequence) continue;
    AIETL_TRY(connection.Execute(
        "SELECT setval(" + QuoteText(*sequence) + "::regclass, m) FROM (SELECT max(" +
        QuoteName(column) + ") AS m FROM " + names_.stage_sql +
        ") s WHERE m > (SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM " +
        *sequence + ")"));
  }
  return {};
}

// The key as the target spells it.
std::vector<std::string> PgLoad::KeyNames(const Work& work) const {
  return KeyOf(request_.mode, work.undo.key, work.undo.partition);
}

// Without an index each later merge would read the whole table.
Result<void> PgLoad::IndexKey(const Work& work) {
  std::string columns;
  for (const std::string& name : KeyNames(work))
    columns += (columns.empty() ? "" : ", ") + QuoteName(name);
  if (columns.empty()) return {};
  AIETL_TRY(work.connection->Execute(std::string("CREATE ") +
                                         (request_.mode == Mode::kMerge ? "UNIQUE " : "") +
                                         "INDEX ON " + names_.target_sql + " (" + columns + ")",
                                     work.stop));
  return {};
}

Result<void> PgLoad::WriteLedger(const Work& work) {
  PgConnection& connection = *work.connection;
  LedgerEntry entry;
  entry.load_id = request_.load_id;
  entry.run_id = request_.run_id;
  entry.pipeline = request_.pipeline;
  entry.target = WriteTableName(names_.schema, names_.table);
  entry.mode = spec::ModeName(request_.mode);
  entry.whole = LedgerWhole(work);
  entry.committed = work.committed;
  entry.undo = json::Write(ToJson(work.undo));
  entry.at = FormatTimestamp(SystemClock().Now());
  // Two loads that make the ledger, or take its next number, come one after the other.
  AIETL_TRY(connection.Execute(PgLoadLockSql("ledger of " + names_.schema), work.stop));
  AIETL_TRY(connection.Execute(CreateLedgerSql(names_.ledger_sql), work.stop));
  AIETL_TRY(connection.Execute(InsertEntrySql(names_.ledger_sql, entry), work.stop));
  return {};
}

Result<void> PgLoad::Abort() {
  stage_->Discard();
  AIETL_ASSIGN(PgConnection * control, server_->Control());
  AIETL_ASSIGN(const auto transaction, PgTransaction::Begin(*control));
  AIETL_TRY(control->Execute(PgLoadLockSql(request_.load_id)));
  // After Commit it has another name.
  AIETL_TRY(control->Execute("DROP TABLE IF EXISTS " + names_.stage_sql));
  if (makes_schema_) AIETL_TRY(DropPgSchemaIfEmpty(*control, names_.schema));
  return transaction->Commit();
}

}  // namespace

Result<std::unique_ptr<Load>> MakePgLoad(std::shared_ptr<PgServer> server, WriteRequest request,
                                         PgLoadPlan plan, bool as_is, PgStaging* staging) {
  auto load = std::make_unique<PgLoad>(std::move(server), std::move(request), std::move(plan.stage),
                                       plan.schema, plan.name, plan.makes_schema,
                                       plan.load.way != LoadWay::kRows, as_is);
  if (staging != nullptr) *staging = load->Staging();
  return std::unique_ptr<Load>(std::move(load));
}

Result<std::unique_ptr<Load>> RecoverPgLoad(std::shared_ptr<PgServer> server,
                                            const json::Value& descriptor) {
  AIETL_ASSIGN(WriteRequest request, WriteRequestFromJson(descriptor));
  AIETL_ASSIGN(std::vector<PgStageColumn> stage, PgStageColumnsFromJson(descriptor["stage"]));
  return std::unique_ptr<Load>(std::make_unique<PgLoad>(
      std::move(server), std::move(request), std::move(stage), descriptor["schema"].AsString(),
      descriptor["name"].AsString(), descriptor["makes_schema"].AsBool(),
      descriptor["durable"].AsBool(), descriptor["as_is"].AsBool()));
}

}  // namespace aietl::connectors
