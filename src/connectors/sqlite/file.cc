#include "connectors/sqlite/file.h"

#include <filesystem>

#include "base/durable_file.h"
#include "base/text.h"
#include "connectors/ledger.h"
#include "connectors/sqlite/fingerprint.h"

namespace aietl::connectors {
namespace {

// How long a commit waits for the database's other users.
constexpr double kCommitWait = 60;

}  // namespace

std::string SqliteFile::Title() const {
  return std::filesystem::path(path_).filename().string();
}

bool SqliteFile::Exists() const {
  return FileExists(path_);
}

Result<SqliteConnection*> SqliteFile::Reader() {
  if (!reader_) {
    AIETL_ASSIGN(reader_, SqliteConnection::Open(path_, SqliteAccess::kRead));
  }
  return reader_.get();
}

Result<SqliteConnection*> SqliteFile::Writer(StopToken stop) {
  if (!writer_) {
    AIETL_ASSIGN(auto writer, SqliteConnection::Open(path_, SqliteAccess::kCreate));
    if (sqlite3_db_readonly(writer->handle(), "main") != 0)
      return Fail(SqliteError(nullptr, SQLITE_READONLY, path_));
    AIETL_TRY(RegisterBag(*writer));
    // Durable on COMMIT. Foreign keys stay unchecked row by row (they are checked as a whole before
    // COMMIT) and nothing cascades; a table steps aside without the views and triggers that name it
    // following it.
    AIETL_TRY(
        writer->Execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA "
                        "legacy_alter_table = ON; PRAGMA cache_size = -32000"));
    writer->SetWait(kCommitWait);
    writer_ = std::move(writer);
  }
  writer_->SetStop(std::move(stop));
  return writer_.get();
}

void SqliteFile::Close() {
  reader_.reset();
  writer_.reset();
}

std::string SqliteFile::StagePath(const std::string& load_id) const {
  const std::filesystem::path path(path_);
  return (path.parent_path() / ("." + path.filename().string() + ".aietl-" + SafeName(load_id)))
      .string();
}

}  // namespace aietl::connectors
