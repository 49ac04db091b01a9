#include "connectors/duckdb/file.h"

#include <cstdlib>
#include <filesystem>

#include "base/text.h"

namespace aietl::connectors {

std::string DuckdbFile::Title() const {
  return std::filesystem::path(path).filename().string();
}

Result<void> DuckdbFile::NeedFile() const {
  if (attachment) return {};
  return Fail(Error(Code::kNotFound, "no_such_file", Msg("there is no database file {}", path))
                  .About(path));
}

Result<int64_t> DuckdbFile::Number(const std::string& sql) const {
  AIETL_ASSIGN(const auto text, connection->Scalar(sql));
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
