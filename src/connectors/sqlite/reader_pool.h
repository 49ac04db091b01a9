// Connections that all read one state of a database, for partitions read side by side.
//
// In rollback-journal mode one reader's SHARED lock keeps everybody from committing, so that each
// later reader sees the same state. In WAL mode readers do not stop writers: a write lock is held
// for the moment in which the readers begin, so that no commit comes between them.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/sqlite/database.h"

namespace aietl::connectors {

// Any thread. The state is taken at the first Take and held until the pool is destroyed or ended.
class SqliteReaderPool {
 public:
  // `readers`: as many will be wanted at once, as far as is known.
  static std::shared_ptr<SqliteReaderPool> Make(std::string path, int readers);
  ~SqliteReaderPool();
  SqliteReaderPool(const SqliteReaderPool&) = delete;

  // Waits where a WAL database was opened by fewer readers.
  Result<std::unique_ptr<SqliteConnection>> Take();
  void Give(std::unique_ptr<SqliteConnection> connection);

  // Ends the reads of one file in this process: a commit into it has to wait for its readers, and
  // by then nobody needs them.
  static void EndAll(const std::string& path);

 private:
  SqliteReaderPool(std::string path, int readers) : path_(std::move(path)), readers_(readers) {}
  Result<void> Begin();
  Result<std::unique_ptr<SqliteConnection>> BeginReader(double wait_seconds) const;
  void End();

  const std::string path_;
  const int readers_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<SqliteConnection>> idle_;
  std::condition_variable returned_;
  bool begun_ = false;
  bool ended_ = false;
  bool wal_ = false;
};

}  // namespace aietl::connectors
