// A SQLite database file and its connections: what a session and its loads share.
#pragma once

#include <memory>
#include <string>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/sqlite/catalog.h"
#include "connectors/sqlite/database.h"

namespace aietl::connectors {

// One thread at a time.
class SqliteFile {
 public:
  explicit SqliteFile(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }
  // For people: the file's name.
  std::string Title() const;
  bool Exists() const;

  // A connection that only reads; an error when there is no file.
  Result<SqliteConnection*> Reader();
  // One that writes, The file is made where it is missing.
  Result<SqliteConnection*> Writer(StopToken stop);
  // Closes both: before the file is removed.
  void Close();

  // Beside the database, hidden: the staged rows of a load.
  std::string StagePath(const std::string& load_id) const;

 private:
  std::string path_;
  std::unique_ptr<SqliteConnection> reader_;
  std::unique_ptr<SqliteConnection> writer_;
};

}  // namespace aietl::connectors
