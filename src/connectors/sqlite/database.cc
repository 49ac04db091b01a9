#include "connectors/sqlite/database.h"

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "base/clock.h"
#include "base/durable_file.h"
#include "base/text.h"

namespace aietl::connectors {
namespace {

// Virtual machine instructions between two looks at the wish to stop: some 100 µs.
constexpr int kInstructionsPerLook = 20000;
constexpr auto kBusyPause = std::chrono::milliseconds(10);

Error NoDatabase(const std::string& path) {
  Error error(Code::kDataLoss, "corrupt_file",
              Msg("{} is no SQLite database, or is damaged", path));
  error.place.file = path;
  // Nobody holds a lock through SQLite now that opening failed, so that reading the file drops
  // none.
  const auto content = ReadFile(path);
  if (content && content->size() > 12 && content->substr(8, 4) == "DUCK") {
    error.message = Msg("{} is a DuckDB file", path);
    error.hint = Tr("write duckdb:/// in front of it instead of sqlite:///");
  }
  return error;
}

Error LockedError(const std::string& path) {
  Error error(Code::kConflict, "locked",
              Msg("{} is locked by another program or connection", path));
  error.place.file = path;
  error.hint = Tr("wait until it is done, or end its transaction");
  return error;
}

}  // namespace

Error SqliteError(sqlite3* database, int code, const std::string& what) {
  const std::string message = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  const int system = database != nullptr ? sqlite3_system_errno(database) : 0;
  Error error(Code::kInternal, "sqlite_error", Msg("SQLite: {}", message));
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return LockedError(what);
    case SQLITE_INTERRUPT: return Error(Code::kCancelled, "interrupted", Tr("stopped"));
    case SQLITE_FULL: return ErrnoError(ENOSPC, what);
    case SQLITE_NOMEM: return Error(Code::kExhausted, "out_of_memory", Tr("memory is used up"));
    case SQLITE_READONLY:
      error = Error(Code::kDenied, "read_only", Msg("{} cannot be written", what));
      error.hint = Tr("check the permissions of the file and of its folder");
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      if (system != 0) return ErrnoError(system, what);
      error = Error(Code::kUnavailable, "io_error",
                    Msg("{} cannot be opened or read: {}", what, message));
      break;
    case SQLITE_CORRUPT:
      error =
          Error(Code::kDataLoss, "corrupt_file", Msg("the SQLite database {} is damaged", what));
      error.hint = Tr("`sqlite3 FILE .recover` saves what can be read");
      break;
    case SQLITE_NOTADB: return NoDatabase(what);
    // These name tables and columns, never values; a trigger's RAISE holds a constant text.
    case SQLITE_CONSTRAINT:
      error =
          Error(Code::kRange, "constraint", Msg("a rule of the database is broken: {}", message));
      break;
    case SQLITE_TOOBIG:
      error = Error(Code::kRange, "too_big", Tr("a value is larger than SQLite takes (1 GB)"));
      break;
    default: break;
  }
  error.place.file = what;
  return error;
}

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : handle_(other.handle_), connection_(other.connection_) {
  other.handle_ = nullptr;
}

SqliteStatement& SqliteStatement::operator=(SqliteStatement&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(connection_, other.connection_);
  return *this;
}

SqliteStatement::~SqliteStatement() {
  sqlite3_finalize(handle_);
}

Result<bool> SqliteStatement::Step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return Fail(connection_->ErrorNow(code));
}

Result<void> SqliteStatement::Reset() {
  const int code = sqlite3_reset(handle_);
  if (code != SQLITE_OK) return Fail(connection_->ErrorNow(code));
  return {};
}

SqliteKind SqliteStatement::KindOf(int column) const {
  switch (sqlite3_column_type(handle_, column)) {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT: return SqliteKind::kNumber;
    case SQLITE_TEXT: return SqliteKind::kText;
    case SQLITE_BLOB: return SqliteKind::kBytes;
    default: return SqliteKind::kNull;
  }
}

std::string SqliteStatement::Text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  return text == nullptr
             ? std::string()
             : std::string(text, static_cast<size_t>(sqlite3_column_bytes(handle_, column)));
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::Open(const std::string& path,
                                                                 SqliteAccess access) {
  std::unique_ptr<SqliteConnection> connection(new SqliteConnection(path));
  if (access != SqliteAccess::kCreate && !FileExists(path)) {
    return Fail(Error(Code::kNotFound, "no_such_file", Msg("there is no database file {}", path))
                    .About(path));
  }
  const int mode = access == SqliteAccess::kRead    ? SQLITE_OPEN_READONLY
                   : access == SqliteAccess::kWrite ? SQLITE_OPEN_READWRITE
                                                    : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &connection->handle_,
                                   mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr);
  if (code != SQLITE_OK) return Fail(connection->ErrorNow(code));
  sqlite3_extended_result_codes(connection->handle_, 1);
  sqlite3_busy_handler(connection->handle_, OnBusy, connection.get());
  sqlite3_progress_handler(connection->handle_, kInstructionsPerLook, OnProgress, connection.get());
  // Names in the database are never to run code of its own, and no extension is loaded.
  sqlite3_db_config(connection->handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection->handle_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  // The header is only read now.
  AIETL_TRY(connection->Number("PRAGMA schema_version"));
  return connection;
}

SqliteConnection::~SqliteConnection() {
  sqlite3_close_v2(handle_);
}

int SqliteConnection::OnBusy(void* self, int calls) {
  auto& connection = *static_cast<SqliteConnection*>(self);
  if (calls == 0) connection.waiting_since_ = MonotonicSeconds();
  if (connection.stop_.stopped()) return 0;
  if (MonotonicSeconds() - connection.waiting_since_ > connection.wait_seconds_) return 0;
  std::this_thread::sleep_for(kBusyPause);
  return 1;
}

int SqliteConnection::OnProgress(void* self) {
  return static_cast<SqliteConnection*>(self)->stop_.stopped() ? 1 : 0;
}

Error SqliteConnection::ErrorNow(int code) const {
  if (stop_.stopped() && ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_INTERRUPT))
    return stop_.Check().error();
  return SqliteError(handle_, code, path_);
}

Result<int64_t> SqliteConnection::Execute(const std::string& sql) {
  AIETL_TRY(stop_.Check());
  const int64_t before = sqlite3_total_changes64(handle_);
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return Fail(ErrorNow(code));
  return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

Result<SqliteStatement> SqliteConnection::Prepare(const std::string& sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (code != SQLITE_OK) return Fail(ErrorNow(code));
  return SqliteStatement(statement, *this);
}

bool SqliteConnection::Compiles(const std::string& sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  sqlite3_finalize(statement);
  return code == SQLITE_OK;
}

Result<std::vector<std::vector<std::optional<std::string>>>> SqliteConnection::Fetch(
    const std::string& sql) const {
  AIETL_ASSIGN(SqliteStatement statement, Prepare(sql));
  std::vector<std::vector<std::optional<std::string>>> rows;
  while (true) {
    AIETL_ASSIGN(const bool more, statement.Step());
    if (!more) return rows;
    auto& row = rows.emplace_back();
    for (int i = 0; i < statement.columns(); ++i) {
      row.push_back(statement.IsNull(i) ? std::nullopt
                                        : std::optional<std::string>(statement.Text(i)));
    }
  }
}

Result<std::optional<std::string>> SqliteConnection::Scalar(const std::string& sql) const {
  AIETL_ASSIGN(SqliteStatement statement, Prepare(sql));
  AIETL_ASSIGN(const bool more, statement.Step());
  if (!more || statement.IsNull(0)) return std::optional<std::string>();
  return std::optional<std::string>(statement.Text(0));
}

Result<int64_t> SqliteConnection::Number(const std::string& sql) const {
  AIETL_ASSIGN(SqliteStatement statement, Prepare(sql));
  AIETL_ASSIGN(const bool more, statement.Step());
  return more ? statement.Integer(0) : 0;
}

Result<std::unique_ptr<SqliteTransaction>> SqliteTransaction::Begin(SqliteConnection& connection,
                                                                    const char* how) {
  AIETL_TRY(connection.Execute(std::string("BEGIN ") + how));
  return std::unique_ptr<SqliteTransaction>(new SqliteTransaction(connection));
}

SqliteTransaction::~SqliteTransaction() {
  if (!open_ || sqlite3_get_autocommit(connection_.handle()) != 0) return;
  // The wish to stop ends statements, but not this one. Closing the connection rolls back as well.
  connection_.SetStop({});
  (void)connection_.Execute("ROLLBACK");
}

Result<void> SqliteTransaction::Commit() {
  AIETL_TRY(connection_.Execute("COMMIT"));
  open_ = false;
  return {};
}

}  // namespace aietl::connectors
