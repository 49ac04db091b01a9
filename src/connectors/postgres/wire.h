// A conversation with one PostgreSQL server: the only door to libpq. Errors become ours here,
// without values of rows.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/stop.h"

struct pg_conn;
struct pg_result;

namespace aietl::connectors {

using PgRow = std::vector<std::optional<std::string>>;
using PgRows = std::vector<PgRow>;

// What is wrong with a URI, offline: it is none, or it has parameters that libpq does not know.
// Never repeats a password.
Problems CheckPgUri(const std::string& uri);

struct PgOpenOptions {
  std::string statement_timeout = {};  // "30s"; empty: the server's
  std::string lock_timeout = {};
};

// One thread at a time, but for Cancel. PG* variables, service and password files are libpq's
// matter.
class PgConnection {
 public:
  // Says which part failed: host, port, password, database (with the nearest names), TLS.
  static Result<std::unique_ptr<PgConnection>> Open(const std::string& uri,
                                                    const PgOpenOptions& options = {});
  ~PgConnection();
  PgConnection(const PgConnection&) = delete;
  PgConnection& operator=(const PgConnection&) = delete;

  // Runs one or more statements to the end; returns the rows that the last one changed or gave.
  // Cancelled when `stop` stops.
  Result<int64_t> Execute(const std::string& sql, const StopToken& stop = {});
  // The rows of the last statement as text.
  Result<PgRows> Fetch(const std::string& sql, const StopToken& stop = {});
  // The first value of the first row; nullopt for NULL or no row.
  Result<std::optional<std::string>> Scalar(const std::string& sql, const StopToken& stop = {});
  Result<int64_t> Number(const std::string& sql, const StopToken& stop = {});

  // COPY … TO STDOUT. Every call of Next gives one message (of binary COPY: one row, the header
  // before the first); nullopt is the true end. The text is valid until the next call.
  Result<void> BeginCopyOut(const std::string& sql, const StopToken& stop = {});
  Result<std::optional<std::string_view>> NextCopyData(const StopToken& stop = {});
  // After the true end: the rows that the server says it sent.
  int64_t copied_rows() const { return copied_rows_; }

  // COPY … FROM STDIN. EndCopyIn returns the number of rows that the server took.
  Result<void> BeginCopyIn(const std::string& sql, const StopToken& stop = {});
  Result<void> SendCopyData(std::string_view data);
  Result<int64_t> EndCopyIn();

  // From any thread: what runs ends with an error.
  void Cancel() const;
  // False once the server has gone away or a COPY was left unfinished.
  bool usable() const;
  int server_version() const;  // 150004
  const std::string& database() const { return database_; }
  const std::string& user() const { return user_; }
  const std::string& place() const { return place_; }  // "shop on db.example.org", for people

 private:
  explicit PgConnection(pg_conn* handle);
  struct ResultDeleter {
    void operator()(pg_result* result) const;
  };
  using OwnedResult = std::unique_ptr<pg_result, ResultDeleter>;

  Result<void> Send(const std::string& sql);
  Result<OwnedResult> NextResult(const StopToken& stop);  // null: there are no more
  Result<OwnedResult> Run(const std::string& sql, const StopToken& stop);
  Result<void> Wait(const StopToken& stop) const;
  Error ErrorFrom(const pg_result* result) const;
  void Drain();
  void FreeCopyRow();

  pg_conn* handle_;
  std::string database_, user_, place_;
  char* row_ = nullptr;  // libpq's, of the COPY
  int64_t copied_rows_ = 0;
  bool copying_out_ = false;
  bool copying_in_ = false;
};

// A transaction that is rolled back unless Commit came.
class PgTransaction {
 public:
  // `how`: behind BEGIN, e.g. "ISOLATION LEVEL REPEATABLE READ READ ONLY".
  static Result<std::unique_ptr<PgTransaction>> Begin(PgConnection& connection,
                                                      const std::string& how = "");
  ~PgTransaction();
  PgTransaction(const PgTransaction&) = delete;
  Result<void> Commit();

 private:
  explicit PgTransaction(PgConnection& connection) : connection_(connection) {}
  PgConnection& connection_;
  bool open_ = true;
};

}  // namespace aietl::connectors
