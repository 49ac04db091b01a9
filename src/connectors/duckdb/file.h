// An attached DuckDB file with a connection of its own: what a session and its loads share.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/duckdb/attachment.h"
#include "connectors/duckdb/catalog.h"
#include "data/database.h"

namespace aietl::connectors {

// One thread at a time.
class DuckdbFile {
 public:
  // Attaches the file for reading where there is one.
  static Result<std::shared_ptr<DuckdbFile>> Open(data::Database& database, std::string path);

  const std::string& path() const { return path_; }
  // For people: the file's name.
  std::string Title() const;
  data::Connection& connection() const { return *connection_; }

  // Whether there is a file, attached then.
  Result<bool> Exists();
  // The error that there is none.
  Result<void> ForReading();
  // Made where it is missing; attached anew, under the same name, where it was attached for
  // reading.
  Result<void> ForWriting();

  // The rest needs the file.
  const std::string& alias() const { return attachment_->alias(); }
  void WriteFailed() { attachment_->WriteFailed(); }
  DuckdbCatalog catalog() const { return DuckdbCatalog(*connection_, alias()); }
  Result<int64_t> Number(const std::string& sql) const;  // 0 for NULL

 private:
  DuckdbFile(data::Database& database, std::string path)
      : database_(database), path_(std::move(path)) {}
  data::Database& database_;
  std::string path_;
  std::shared_ptr<Attachment> attachment_;
  std::unique_ptr<data::Connection> connection_;
  bool writable_ = false;
};

// BEGIN now, ROLLBACK unless Commit was reached.
class DuckdbTransaction {
 public:
  static Result<std::unique_ptr<DuckdbTransaction>> Begin(data::Connection& connection);
  ~DuckdbTransaction();
  DuckdbTransaction(const DuckdbTransaction&) = delete;
  DuckdbTransaction& operator=(const DuckdbTransaction&) = delete;
  Result<void> Commit();

 private:
  explicit DuckdbTransaction(data::Connection& connection) : connection_(connection) {}
  data::Connection& connection_;
  bool open_ = true;
};

}  // namespace aietl::connectors
