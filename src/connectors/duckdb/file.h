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
struct DuckdbFile {
  std::string path;  // absolute
  std::shared_ptr<Attachment>
      attachment;  // null: there is no such file, and nobody is going to write it
  std::unique_ptr<data::Connection> connection;

  DuckdbCatalog catalog() const { return DuckdbCatalog(*connection, attachment->alias()); }
  // For people: the file's name.
  std::string Title() const;
  // The error that there is no such file; success when it is attached.
  Result<void> NeedFile() const;
  Result<int64_t> Number(const std::string& sql) const;  // 0 for NULL
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
