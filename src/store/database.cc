#include "store/internal/database.h"

#include <fcntl.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "base/clock.h"
#include "base/durable_file.h"
#include "base/text.h"
#include "store/migrations.h"

namespace aietl::store {
namespace {

constexpr int kBusySeconds = 10;

// Only a folder that we make becomes private: AIETL_HOME may name one that others use.
Result<void> MakePrivateFolder(const std::string& folder) {
  if (FileExists(folder)) return {};
  const size_t slash = folder.find_last_of('/');
  if (slash != std::string::npos && slash > 0) AIETL_TRY(MakeFolder(folder.substr(0, slash)));
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return Fail(ErrnoError(errno, folder));
  return {};
}

// SQLite gives its companions (-wal, -shm) the mode of the file itself. The file is opened only if
// it is missing, because closing any descriptor of it would drop the locks that this process holds
// on it (POSIX).
Result<void> MakePrivateFile(const std::string& path) {
  if (FileExists(path)) return {};
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0 && errno != EEXIST)
    return Fail(ErrnoError(errno, path).Hint(Tr("set AIETL_HOME to a folder that you may write")));
  if (fd >= 0) ::close(fd);
  return {};
}

// SQLite's primary result codes, https://www.sqlite.org/rescode.html.
int PrimaryCode(const soci::sqlite3_soci_error& error) {
  return error.result() & 0xFF;
}

Error OfCode(int code, const std::string& path, const std::string& text) {
  switch (code) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Error(Code::kDataLoss, "store_corrupt", Msg("the store {} is damaged", path))
          .Hint(
              Msg("move {0} and {0}-wal away: history and state are lost then, data is not", path));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Error(Code::kUnavailable, "store_busy",
                   Msg("the store {} is in use by another process", path));
    case SQLITE_FULL: return ErrnoError(ENOSPC, path);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return Error(Code::kDenied, "store_denied", Msg("the store {} cannot be written", path))
          .Hint(Tr("set AIETL_HOME to a folder that you may write"));
    case SQLITE_IOERR:
      return Error(Code::kUnavailable, "store_io_error",
                   Msg("the store {} cannot be read or written: {}", path, text));
    default: return Error(Code::kInternal, "store_error", Msg("the store {}: {}", path, text));
  }
}

}  // namespace

Error Database::Explain() const {
  try {
    throw;
  } catch (Refused& refused) {
    return std::move(refused.error);
  } catch (const soci::sqlite3_soci_error& error) {
    return OfCode(PrimaryCode(error), path_, error.what());
  } catch (const std::exception& error) {
    return OfCode(SQLITE_ERROR, path_, error.what());
  }
}

void Database::RollBack() noexcept {
  try {
    sql_ << "ROLLBACK";
  } catch (const std::exception&) {
    // SQLite has ended the transaction itself; the first error is the one to tell.
  }
}

Result<void> Database::Connect() {
  if (path_.find('"') != std::string::npos) {
    return Fail(Error(Code::kUnsupported, "store_path",
                      Msg("{}: the store's folder cannot have a quote in its name", path_)));
  }
  return Catching([&] {
    // The backend is linked in: SOCI would look for a plugin by the name of "sqlite3".
    sql_.open(soci::sqlite3, "db=\"" + path_ + "\" timeout=" + std::to_string(kBusySeconds));
    sql_ << "PRAGMA synchronous=NORMAL";
    // Moving the log into the file costs two fsyncs, about 10 ms: every 200 pages is enough, at the
    // end of each process it is too much.
    sql_ << "PRAGMA wal_autocheckpoint=200";
    auto* backend = static_cast<soci::sqlite3_session_backend*>(sql_.get_backend());
    sqlite_api::sqlite3_db_config(backend->conn_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  });
}

Result<void> Database::Migrate() {
  const int newest = static_cast<int>(kMigrations.size());
  int version = 0;
  AIETL_TRY(Catching([&] { sql_ << "PRAGMA user_version", soci::into(version); }));
  if (version > newest) {
    return Fail(Error(Code::kPrecondition, "store_newer",
                      Msg("the store {} was written by a newer version of this program", path_))
                    .Hint(Tr("update the program, or set AIETL_HOME to another folder")));
  }
  if (version == newest) return {};
  return WriteDurably([&](soci::session& sql) {
    int current = 0;  // another process may have been first
    sql << "PRAGMA user_version", soci::into(current);
    for (int i = current; i < newest; ++i) {
      for (const char* statement : kMigrations[static_cast<size_t>(i)])
        sql << statement;
    }
    if (current < newest) sql << "PRAGMA user_version = " + std::to_string(newest);
  });
}

Result<std::unique_ptr<Database>> Database::Open(const std::string& folder) {
  AIETL_TRY(MakePrivateFolder(folder));
  std::unique_ptr<Database> database(new Database(folder + "/aietl.db"));
  AIETL_TRY(MakePrivateFile(database->path_));
  AIETL_TRY(database->Connect());
  // Changing the journal's mode does not wait for other processes, whatever the timeout says.
  const double give_up = MonotonicSeconds() + kBusySeconds;
  for (;;) {
    const Result<void> changed =
        database->Catching([&] { database->sql_ << "PRAGMA journal_mode=WAL"; });
    if (changed) break;
    if (changed.error().id != "store_busy" || MonotonicSeconds() > give_up)
      return Fail(changed.error());
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  AIETL_TRY(database->Migrate());
  return database;
}

}  // namespace aietl::store
