#include "connectors/sqlite/connector.h"

#include "base/durable_file.h"
#include "base/text.h"
#include "connectors/sqlite/discover.h"
#include "connectors/sqlite/file.h"
#include "connectors/sqlite/load.h"
#include "connectors/sqlite/read.h"
#include "connectors/sqlite/survey.h"
#include "connectors/uri.h"

namespace aietl::connectors {
namespace {

using spec::Mode;

ConnectorInfo SqliteInfo() {
  ConnectorInfo info{};
  info.type = "sqlite";
  info.title = "SQLite database";
  info.schemes = {"sqlite"};
  info.endings = {".db", ".sqlite", ".sqlite3", ".db3"};
  config::Option types{};
  types.name = "types";
  types.kind = config::Kind::kStringMap;
  types.text =
      "Types of columns whose values are not what the table or the file suggests, e.g. {code: "
      "VARCHAR}.";
  types.example = "{code: VARCHAR}";
  info.source_options = {types};
  info.capabilities.read = true;
  info.capabilities.write = true;
  info.capabilities.modes = {Mode::kReplace,      Mode::kAppend, Mode::kMerge,
                             Mode::kDeleteInsert, Mode::kScd2,   Mode::kSnapshot};
  info.capabilities.tables = true;
  return info;
}

class SqliteSession : public Session {
 public:
  explicit SqliteSession(std::shared_ptr<SqliteFile> file) : file_(std::move(file)) {}

  Result<void> Check(StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(const SqliteConnection* reader, file_->Reader());
    AIETL_ASSIGN(const auto tables, SqliteCatalog(*reader).Tables());
    (void)tables;
    return {};
  }
  Result<std::vector<TableInfo>> Discover(const DiscoverRequest& request, StopToken stop) override {
    return DiscoverSqlite(*file_, request, std::move(stop));
  }
  Result<Scan> Read(const ReadRequest& request, StopToken stop) override;
  Result<WritePlan> PlanWrite(const WriteRequest& request, StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(SqliteLoadPlan plan, PlanSqliteLoad(*file_, request));
    return std::move(plan.load.write);
  }
  Result<std::unique_ptr<Load>> Write(const WriteRequest& request, StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(SqliteLoadPlan plan, PlanSqliteLoad(*file_, request));
    if (HasErrors(plan.load.write.problems))
      return Fail(ErrorOf(Code::kInvalid, plan.load.write.problems));
    return MakeSqliteLoad(file_, request, std::move(plan.stage));
  }
  Result<std::unique_ptr<Load>> Recover(const json::Value& descriptor) override {
    return RecoverSqliteLoad(file_, descriptor);
  }
  Result<void> Rollback(const json::Value& undo, StopToken stop) override {
    AIETL_ASSIGN(const UndoState state, UndoStateFromJson(undo));
    return RollbackSqliteLoad(*file_, state, std::move(stop));
  }
  Result<void> DropUndo(const json::Value& undo) override {
    AIETL_ASSIGN(const UndoState state, UndoStateFromJson(undo));
    return DropSqliteUndo(*file_, state);
  }

 private:
  std::shared_ptr<SqliteFile> file_;
};

Result<std::vector<std::pair<std::string, data::Type>>> TypesFrom(const config::Options* options) {
  std::vector<std::pair<std::string, data::Type>> types;
  if (options == nullptr) return types;
  for (const auto& [column, text] : options->Map("types")) {
    auto type = data::ParseType(text);
    if (!type) {
      return Fail(Error(Code::kInvalid, "bad_option", Msg("types: {} is no type", text))
                      .At(options->PlaceOf("types"))
                      .About("types")
                      .Hint(Tr("for example VARCHAR, BIGINT, DECIMAL(18,2), DATE, TIMESTAMP")));
    }
    types.emplace_back(column, std::move(*type));
  }
  return types;
}

// Rows within the bounds, where counting them is quick; nullopt: unknown.
Result<std::optional<double>> CountRows(const SqliteConnection& connection,
                                        const SqliteReadRequest& request,
                                        const SqliteCatalog::RowCount& all) {
  AIETL_ASSIGN(const std::string conditions, SqliteConditions(request));
  if (conditions.empty()) return all.rows;
  if (!all.exact) return std::optional<double>();
  AIETL_ASSIGN(const int64_t rows,
               connection.Number("SELECT count(*) FROM " + SqliteQualified(request.table.name) +
                                 " WHERE " + conditions));
  return std::optional<double>(static_cast<double>(rows));
}

Result<Scan> SqliteSession::Read(const ReadRequest& request, StopToken stop) {
  AIETL_ASSIGN(SqliteConnection * reader, file_->Reader());
  reader->SetStop(stop);
  AIETL_ASSIGN(const TableName name, ParseSqliteName(request.table));
  const SqliteCatalog catalog(*reader);
  SqliteReadRequest read;
  read.path = file_->path();
  AIETL_ASSIGN(read.table, catalog.Get(name));
  SurveyRequest wanted;
  wanted.columns = request.columns;
  AIETL_ASSIGN(wanted.overrides, TypesFrom(request.options));
  AIETL_ASSIGN(Survey survey, SurveyTable(*reader, read.table, wanted));
  read.columns = std::move(survey.columns);
  read.bounds = request.bounds;
  read.limit = request.limit;
  if (!request.bounds.empty()) {
    wanted.columns.clear();
    for (const Bound& bound : request.bounds)
      wanted.columns.push_back(bound.column);
    AIETL_ASSIGN(Survey bounded, SurveyTable(*reader, read.table, wanted));
    read.bounded = std::move(bounded.columns);
  }
  AIETL_ASSIGN(const auto all, catalog.Rows(read.table));
  Scan scan;
  AIETL_ASSIGN(scan.rows, CountRows(*reader, read, all));
  if (request.limit)
    scan.rows = std::min(scan.rows.value_or(static_cast<double>(*request.limit)),
                         static_cast<double>(*request.limit));
  read.rows = all.rows.value_or(0);
  scan.bytes = survey.row_bytes * scan.rows.value_or(read.rows);
  scan.sampled = !survey.all;
  scan.work = "read sqlite";
  for (const SurveyedColumn& column : read.columns) {
    scan.schema.columns.push_back({column.name, column.type, column.nullable});
    if (column.as_declared || column.overridden) continue;
    scan.note +=
        (scan.note.empty() ? "" : "; ") + MixedTypesProblem(read.table.name, column).message;
  }
  AIETL_ASSIGN(scan.partitions, MakeSqliteRead(*reader, std::move(read)));
  reader->SetStop({});
  return scan;
}

class SqliteConnector : public Connector {
 public:
  const ConnectorInfo& info() const override { return info_; }

  Problems Validate(const std::string& uri) const override {
    if (const auto file = DatabaseFile(uri, info_.type); !file) return {file.error().ToProblem()};
    return {};
  }

  Result<std::unique_ptr<Session>> Open(const std::string& uri,
                                        const OpenContext& context) const override {
    AIETL_ASSIGN(const std::string named, DatabaseFile(uri, info_.type));
    auto file = std::make_shared<SqliteFile>(AbsolutePath(named, context.folder));
    if (file->Exists()) AIETL_TRY(file->Reader());  // what is no database says so now
    return std::unique_ptr<Session>(std::make_unique<SqliteSession>(std::move(file)));
  }

 private:
  ConnectorInfo info_ = SqliteInfo();
};

}  // namespace

std::unique_ptr<Connector> MakeSqliteConnector() {
  return std::make_unique<SqliteConnector>();
}

}  // namespace aietl::connectors
