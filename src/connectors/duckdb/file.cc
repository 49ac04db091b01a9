#include "connectors/duckdb/file.h"

#include <cstdlib>
#include <filesystem>

#include "base/durable_file.h"
#include "base/text.h"

namespace aietl::connectors {

Result<std::shared_ptr<DuckdbFile>> DuckdbFile::Open(data::Database& database, std::string path) {
  std::shared_ptr<DuckdbFile> file(new DuckdbFile(database, std::move(path)));
  AIETL_ASSIGN(file->connection_, database.Connect());
  AIETL_TRY(file->Exists());
  return file;
}

std::string DuckdbFile::Title() const {
  return std::filesystem::path(path_).filename().string();
}

Result<bool> DuckdbFile::Exists() {
  if (attachment_) return true;
  if (!FileExists(path_)) return false;
  AIETL_ASSIGN(attachment_, Attachment::Acquire(database_, path_, false));
  return true;
}

Result<void> DuckdbFile::ForReading() {
  AIETL_ASSIGN(const bool exists, Exists());
  if (exists) return {};
  return Fail(Error(Code::kNotFound, "no_such_file", Msg("there is no database file {}", path_))
                  .About(path_));
}

Result<void> DuckdbFile::ForWriting() {
  if (writable_) return {};
  AIETL_ASSIGN(attachment_, Attachment::Acquire(database_, path_, true));
  writable_ = true;
  return {};
}

Result<int64_t> DuckdbFile::Number(const std::string& sql) const {
  AIETL_ASSIGN(const auto text, connection_->Scalar(sql));
  return text ? std::strtoll(text->c_str(), nullptr, 10) : 0;
}

Result<std::unique_ptr<DuckdbTransaction>> DuckdbTransaction::Begin(data::Connection& connection) {
  AIETL_TRY(connection.Execute("BEGIN TRANSACTION"));
  return std::unique_ptr<DuckdbTransaction>(new DuckdbTransaction(connection));
}

DuckdbTransaction::~DuckdbTransaction() {
  // An error that broke the transaction is on its way to the caller already; nothing is kept either
  // way.
  if (open_) (void)connection_.Execute("ROLLBACK");
}

Result<void> DuckdbTransaction::Commit() {
  AIETL_TRY(connection_.Execute("COMMIT"));
  open_ = false;
  return {};
}

}  // namespace aietl::connectors
