// SQLite's C API behind types of ours: connections that wait and stop, statements that clean up,
// errors with a class.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/stop.h"

namespace aietl::connectors {

// kCreate also makes a missing file, with the first write.
enum class SqliteAccess : uint8_t { kRead, kWrite, kCreate };

// The error of SQLite's result code, with its message where that holds names only; `what` is the
// file.
Error SqliteError(sqlite3* database, int code, const std::string& what);

class SqliteConnection;

enum class SqliteKind : uint8_t { kNull, kNumber, kText, kBytes };

class SqliteStatement {
 public:
  SqliteStatement(SqliteStatement&& other) noexcept;
  SqliteStatement& operator=(SqliteStatement&& other) noexcept;
  ~SqliteStatement();
  SqliteStatement(const SqliteStatement&) = delete;

  // Whether there is a row.
  Result<bool> Step();
  Result<void> Reset();
  sqlite3_stmt* handle() const { return handle_; }
  int columns() const { return sqlite3_column_count(handle_); }
  bool IsNull(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
  SqliteKind KindOf(int column) const;
  int64_t Integer(int column) const { return sqlite3_column_int64(handle_, column); }
  std::string Text(int column) const;  // "" for NULL

 private:
  friend class SqliteConnection;
  SqliteStatement(sqlite3_stmt* handle, const SqliteConnection& connection)
      : handle_(handle), connection_(&connection) {}
  sqlite3_stmt* handle_;
  const SqliteConnection* connection_;
};

// One thread at a time.
class SqliteConnection {
 public:
  // `path` is absolute. A file that is no SQLite database is noticed here.
  static Result<std::unique_ptr<SqliteConnection>> Open(const std::string& path,
                                                        SqliteAccess access);
  ~SqliteConnection();
  SqliteConnection(const SqliteConnection&) = delete;

  sqlite3* handle() const { return handle_; }
  const std::string& path() const { return path_; }

  // Statements end soon after `stop` stops. Waiting for another's lock ends then, too, or after
  // `wait_seconds`.
  void SetStop(StopToken stop) { stop_ = std::move(stop); }
  void SetWait(double seconds) { wait_seconds_ = seconds; }

  // One or more statements to their end; rows changed by the last INSERT, UPDATE or DELETE among
  // them, else 0.
  Result<int64_t> Execute(const std::string& sql);
  Result<SqliteStatement> Prepare(const std::string& sql) const;
  // Whether it compiles: says so without an error's cost.
  bool Compiles(const std::string& sql) const;
  Result<std::vector<std::vector<std::optional<std::string>>>> Fetch(const std::string& sql) const;
  Result<std::optional<std::string>> Scalar(const std::string& sql) const;
  Result<int64_t> Number(const std::string& sql) const;  // 0 for NULL or no row

  Error ErrorNow(int code) const;

 private:
  explicit SqliteConnection(std::string path) : path_(std::move(path)) {}
  static int OnBusy(void* self, int calls);
  static int OnProgress(void* self);
  sqlite3* handle_ = nullptr;
  std::string path_;
  StopToken stop_;
  double wait_seconds_ = 10;
  double waiting_since_ = 0;
};

// BEGIN (`how`: "", "IMMEDIATE"), ROLLBACK unless Commit was reached.
class SqliteTransaction {
 public:
  static Result<std::unique_ptr<SqliteTransaction>> Begin(SqliteConnection& connection,
                                                          const char* how);
  ~SqliteTransaction();
  SqliteTransaction(const SqliteTransaction&) = delete;
  Result<void> Commit();

 private:
  explicit SqliteTransaction(SqliteConnection& connection) : connection_(connection) {}
  SqliteConnection& connection_;
  bool open_ = true;
};

}  // namespace aietl::connectors
