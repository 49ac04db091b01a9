#include "connectors/sqlite/stage.h"

#include <filesystem>

#include "base/durable_file.h"
#include "base/text.h"
#include "connectors/load_sql.h"
#include "connectors/sqlite/database.h"
#include "connectors/sqlite/read.h"
#include "connectors/sqlite/value_write.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;

// PRAGMA user_version of a file whose rows are complete.
constexpr int kSealed = 71;

class StageWriter : public data::BatchWriter {
 public:
  StageWriter(std::unique_ptr<SqliteConnection> connection, SqliteStatement insert,
              const std::vector<StageColumn>& columns, std::string target)
      : connection_(std::move(connection)),
        insert_(std::move(insert)),
        columns_(columns),
        target_(std::move(target)) {
    for (const StageColumn& column : columns_)
      binders_.push_back(BinderFor(column.type, AffinityOf(column.declared)));
    buffers_.resize(columns_.size());
  }

  Result<void> Push(const data::Chunk& chunk) override {
    std::vector<data::VectorView> views;
    views.reserve(columns_.size());
    for (size_t i = 0; i < columns_.size(); ++i)
      views.emplace_back(chunk.handle(), static_cast<int>(i), columns_[i].type);
    const int64_t rows = chunk.rows();
    sqlite3_stmt* insert = insert_->handle();
    for (int64_t row = 0; row < rows; ++row) {
      for (size_t i = 0; i < views.size(); ++i) {
        const int parameter = static_cast<int>(i) + 1;
        if (views[i].IsNull(row))
          sqlite3_bind_null(insert, parameter);
        else if (!binders_[i](insert, parameter, views[i], row, &buffers_[i]))
          return Fail(WouldAlter(columns_[i]));
      }
      if (sqlite3_step(insert) != SQLITE_DONE)
        return Fail(connection_->ErrorNow(sqlite3_reset(insert)));
      sqlite3_reset(insert);
    }
    return {};
  }

  Result<void> Flush() override {
    if (!connection_) return {};
    insert_.reset();
    AIETL_TRY(connection_->Execute("COMMIT"));
    connection_.reset();
    return {};
  }

 private:
  Error WouldAlter(const StageColumn& column) const {
    const std::string name = data::NameForPeople(column.name);
    return Error(Code::kRange, "value_altered",
                 Msg("column {} of {} is declared {}; SQLite would alter a value of type {} there",
                     name, target_, column.declared, column.type.ToSql()))
        .About(name)
        .Hint(Tr("declare the column as TEXT, or round or convert the values in a step"));
  }

  std::unique_ptr<SqliteConnection> connection_;
  std::optional<SqliteStatement> insert_;
  std::vector<StageColumn> columns_;
  std::vector<ValueBinder> binders_;
  std::vector<BindBuffer> buffers_;
  std::string target_;
};

}  // namespace

json::Value ToJson(const std::vector<StageColumn>& columns) {
  json::Array array;
  for (const StageColumn& column : columns) {
    array.push_back(json::Object{{"name", column.name},
                                 {"declared", column.declared},
                                 {"collation", column.collation},
                                 {"type", column.type.ToSql()}});
  }
  return array;
}

Result<std::vector<StageColumn>> StageColumnsFromJson(const json::Value& value) {
  std::vector<StageColumn> columns;
  for (const json::Value& column : value.AsArray()) {
    AIETL_ASSIGN(data::Type type, data::ParseType(column["type"].AsString()));
    columns.push_back({column["name"].AsString(), column["declared"].AsString(),
                       column["collation"].AsString(), std::move(type)});
  }
  return columns;
}

Result<std::unique_ptr<data::BatchWriter>> OpenStageWriter(const std::string& path,
                                                           const std::vector<StageColumn>& columns,
                                                           const std::string& target) {
  AIETL_TRY(RemoveStage(path));
  AIETL_ASSIGN(auto connection, SqliteConnection::Open(path, SqliteAccess::kCreate));
  // The file is ours alone and worth nothing before it is sealed.
  sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
  AIETL_TRY(
      connection->Execute("PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous "
                          "= OFF; PRAGMA locking_mode = EXCLUSIVE;"
                          " PRAGMA cache_size = -8000"));
  std::string definitions, parameters;
  for (const StageColumn& column : columns) {
    definitions += (definitions.empty() ? "" : ", ") + QuoteName(column.name) + " " +
                   column.declared +
                   (column.collation.empty() ? "" : " COLLATE " + QuoteName(column.collation));
    parameters += parameters.empty() ? "?" : ", ?";
  }
  AIETL_TRY(connection->Execute("BEGIN; CREATE TABLE " + std::string(kStageTable) + " (" +
                                definitions + ")"));
  AIETL_ASSIGN(SqliteStatement insert,
               connection->Prepare("INSERT INTO " + std::string(kStageTable) + " VALUES (" +
                                   parameters + ")"));
  return std::unique_ptr<data::BatchWriter>(
      std::make_unique<StageWriter>(std::move(connection), std::move(insert), columns, target));
}

Result<void> SealStage(const std::string& path, const WriteRequest& request) {
  {
    AIETL_ASSIGN(auto connection, SqliteConnection::Open(path, SqliteAccess::kWrite));
    const auto& key = KeyOf(request.mode, request.key, request.partition);
    if (!key.empty()) {
      AIETL_ASSIGN(SqliteStatement counts, connection->Prepare(KeyCheckSql(kStageTable, key)));
      AIETL_TRY(counts.Step());
      AIETL_TRY(JudgeKeys(request.mode, key, counts.Integer(0), counts.Integer(1), request.table));
    }
    AIETL_TRY(connection->Execute("PRAGMA user_version = " + std::to_string(kSealed)));
  }
  AIETL_TRY(SyncFile(path));
  return SyncFile(std::filesystem::path(path).parent_path().string());
}

bool IsSealedStage(const std::string& path) {
  const auto connection = SqliteConnection::Open(path, SqliteAccess::kRead);
  if (!connection) return false;
  const auto version = (*connection)->Number("PRAGMA user_version");
  return version && *version == kSealed;
}

Result<Scan> ReadStage(const std::string& path, const std::vector<StageColumn>& columns) {
  AIETL_ASSIGN(const auto connection, SqliteConnection::Open(path, SqliteAccess::kRead));
  AIETL_ASSIGN(const TableName name, ParseTableName(kStageTable));
  SqliteReadRequest request;
  request.path = path;
  AIETL_ASSIGN(request.table, SqliteCatalog(*connection).Get(name));
  for (const StageColumn& column : columns)
    request.columns.push_back({column.name, column.declared, column.type});
  AIETL_ASSIGN(const int64_t rows,
               connection->Number("SELECT count(*) FROM " + std::string(kStageTable)));
  request.rows = static_cast<double>(rows);
  Scan scan;
  scan.rows = request.rows;
  scan.work = "read sqlite";
  for (const StageColumn& column : columns)
    scan.schema.columns.push_back({column.name, column.type});
  std::error_code error;
  scan.bytes = static_cast<double>(std::filesystem::file_size(path, error));
  AIETL_ASSIGN(scan.partitions, MakeSqliteRead(*connection, std::move(request)));
  return scan;
}

Result<void> RemoveStage(const std::string& path) {
  AIETL_TRY(RemoveFile(path + "-journal"));
  return RemoveFile(path);
}

}  // namespace aietl::connectors
