#include "connectors/duckdb/connector.h"

#include "base/did_you_mean.h"
#include "base/durable_file.h"
#include "base/text.h"
#include "connectors/duckdb/discover.h"
#include "connectors/duckdb/file.h"
#include "connectors/duckdb/load.h"
#include "connectors/uri.h"

namespace aietl::connectors {
namespace {

using spec::Mode;

ConnectorInfo DuckdbInfo() {
  ConnectorInfo info{};
  info.type = "duckdb";
  info.title = "DuckDB file";
  info.schemes = {"duckdb"};
  info.endings = {".duckdb", ".ddb"};
  info.capabilities.read = true;
  info.capabilities.write = true;
  info.capabilities.modes = {Mode::kReplace,      Mode::kAppend, Mode::kMerge,
                             Mode::kDeleteInsert, Mode::kScd2,   Mode::kSnapshot};
  info.capabilities.tables = true;
  info.capabilities.engine_scan = true;
  info.capabilities.engine_stage = true;
  return info;
}

class DuckdbSession : public Session {
 public:
  explicit DuckdbSession(std::shared_ptr<DuckdbFile> file) : file_(std::move(file)) {}

  Result<void> Check(StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_TRY(file_->ForReading());
    AIETL_ASSIGN(const auto tables, file_->catalog().Tables());
    (void)tables;
    return {};
  }
  Result<std::vector<TableInfo>> Discover(const DiscoverRequest& request, StopToken stop) override {
    return DiscoverDuckdb(*file_, request, std::move(stop));
  }
  Result<Scan> Read(const ReadRequest& request, StopToken stop) override;
  Result<WritePlan> PlanWrite(const WriteRequest& request, StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(LoadPlan plan, PlanDuckdbLoad(*file_, request));
    return std::move(plan.write);
  }
  Result<std::unique_ptr<Load>> Write(const WriteRequest& request, StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(const LoadPlan plan, PlanDuckdbLoad(*file_, request));
    if (HasErrors(plan.write.problems)) return Fail(ErrorOf(Code::kInvalid, plan.write.problems));
    return MakeDuckdbLoad(file_, request);
  }
  Result<std::unique_ptr<Load>> Recover(const json::Value& descriptor) override {
    return RecoverDuckdbLoad(file_, descriptor);
  }
  Result<void> Rollback(const json::Value& undo, StopToken stop) override {
    AIETL_ASSIGN(const UndoState state, UndoStateFromJson(undo));
    return RollbackDuckdbLoad(*file_, state, std::move(stop));
  }
  Result<void> DropUndo(const json::Value& undo) override {
    AIETL_ASSIGN(const UndoState state, UndoStateFromJson(undo));
    return DropDuckdbUndo(*file_, state);
  }

 private:
  std::shared_ptr<DuckdbFile> file_;
};

// The projection, checked and spelt as the table spells it.
Result<data::Schema> Project(const std::vector<std::string>& wanted, const data::Schema& table,
                             const std::string& name) {
  if (wanted.empty()) return table;
  data::Schema projected;
  for (const std::string& column : wanted) {
    const int index = table.Find(column);
    if (index < 0) {
      return Fail(Error(Code::kInvalid, "unknown_column",
                        Msg("{} has no column {}", name, data::NameForPeople(column)))
                      .About(name + "." + column)
                      .Hint(DidYouMean(column, table.Names())));
    }
    projected.columns.push_back(table.columns[static_cast<size_t>(index)]);
  }
  return projected;
}

Result<Scan> DuckdbSession::Read(const ReadRequest& request, StopToken stop) {
  AIETL_TRY(stop.Check());
  AIETL_TRY(file_->ForReading());
  AIETL_ASSIGN(const TableName name, ParseTableName(request.table));
  const DuckdbCatalog catalog = file_->catalog();
  AIETL_ASSIGN(const DuckdbTable table, catalog.Get(name));
  const std::string source = catalog.Qualified(table.schema, table.name);
  AIETL_ASSIGN(const data::Schema columns, file_->connection().Describe("SELECT * FROM " + source));
  Scan scan;
  AIETL_ASSIGN(scan.schema, Project(request.columns, columns, request.table));
  std::string conditions;
  for (const Bound& bound : request.bounds) {
    AIETL_TRY(Project({bound.column}, columns, request.table));
    conditions += (conditions.empty() ? " WHERE " : " AND ") + BoundSql(bound);
  }
  std::string list;
  for (const data::Column& column : scan.schema.columns)
    list += (list.empty() ? "" : ", ") + data::QuoteName(column.name);
  const std::string limit = request.limit ? " LIMIT " + std::to_string(*request.limit) : "";
  scan.relation = "(SELECT " + list + " FROM " + source + conditions + limit + ")";
  scan.work = "read duckdb";
  if (!table.view) {
    AIETL_ASSIGN(const int64_t all, file_->Number("SELECT count(*) FROM " + source));
    int64_t rows = all;
    if (!conditions.empty()) {
      AIETL_ASSIGN(rows, file_->Number("SELECT count(*) FROM " + source + conditions));
    }
    if (request.limit) rows = std::min(rows, *request.limit);
    AIETL_ASSIGN(const int64_t bytes,
                 catalog.Bytes(table, request.columns.empty() ? std::vector<std::string>()
                                                              : scan.schema.Names()));
    scan.rows = static_cast<double>(rows);
    scan.bytes = all == 0 ? 0
                          : static_cast<double>(bytes) * static_cast<double>(rows) /
                                static_cast<double>(all);
  }
  return scan;
}

class DuckdbConnector : public Connector {
 public:
  const ConnectorInfo& info() const override { return info_; }

  Problems Validate(const std::string& uri) const override {
    if (const auto file = DatabaseFile(uri, info_.type); !file) return {file.error().ToProblem()};
    return {};
  }

  Result<std::unique_ptr<Session>> Open(const std::string& uri,
                                        const OpenContext& context) const override {
    AIETL_ASSIGN(const std::string named, DatabaseFile(uri, info_.type));
    AIETL_ASSIGN(auto file,
                 DuckdbFile::Open(context.database, AbsolutePath(named, context.folder)));
    return std::unique_ptr<Session>(std::make_unique<DuckdbSession>(std::move(file)));
  }

 private:
  ConnectorInfo info_ = DuckdbInfo();
};

}  // namespace

std::unique_ptr<Connector> MakeDuckdbConnector() {
  return std::make_unique<DuckdbConnector>();
}

}  // namespace aietl::connectors
