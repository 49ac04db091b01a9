// The embedded engine as every module sees it: a database, its connections and their results, over
// DuckDB's C API. The C handles stay inside; engine/ alone goes deeper.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "data/type.h"

struct _duckdb_database;
struct _duckdb_connection;
struct _duckdb_data_chunk;

namespace aietl::data {

class Connection;

struct DatabaseOptions {
  std::string memory_limit = {};    // "300MB"; empty: the engine's default
  int threads = 0;                  // 0: all cores
  std::string temp_directory = {};  // spill files; made on demand
};

// One in-memory database. Never fetches extensions; order is not preserved unless a query asks.
// Thread-safe.
class Database {
 public:
  static Result<std::unique_ptr<Database>> Open(const DatabaseOptions& options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  Result<std::unique_ptr<Connection>> Connect();
  _duckdb_database* handle() const { return handle_; }

  // True for the first caller of a name, who may then make something known to this database that
  // must not be made known twice. (Asking the engine whether it knows a function costs 4 ms where
  // it does not: it looks for similar names.)
  bool FirstTime(const std::string& name);

 private:
  explicit Database(_duckdb_database* handle) : handle_(handle) {}
  _duckdb_database* handle_;
  std::mutex mutex_;
  std::set<std::string> known_;
};

// Up to 2,048 rows of a streamed result. Valid until the next Fetch. Access to vectors:
// data/vector.h.
class Chunk {
 public:
  explicit Chunk(_duckdb_data_chunk* handle) : handle_(handle) {}
  ~Chunk();
  Chunk(Chunk&& other) noexcept : handle_(other.handle_) { other.handle_ = nullptr; }
  Chunk& operator=(Chunk&& other) noexcept;
  Chunk(const Chunk&) = delete;
  int64_t rows() const;
  int columns() const;
  _duckdb_data_chunk* handle() const { return handle_; }

 private:
  _duckdb_data_chunk* handle_;
};

// A streamed result: holds its connection busy until destroyed or drained.
class Stream {
 public:
  ~Stream();
  Stream(const Stream&) = delete;
  const Schema& schema() const;
  // The next chunk; nullopt at the true end. A stream that broke off half-way is an error, never an
  // end.
  Result<std::optional<Chunk>> Next();

 private:
  friend class Connection;
  struct State;
  explicit Stream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Values as text (NULL is nullopt), for small results: catalogs, samples, checks. At most `limit`
// rows are kept; `truncated` says whether there were more.
struct Rows {
  Schema schema;
  std::vector<std::vector<std::optional<std::string>>> rows;
  bool truncated = false;
};

struct Progress {
  double percent = -1;  // of the statement; -1: unknown
};

// One connection: one query at a time, from one thread; Interrupt and QueryProgress from any.
// Engine errors become ours through ClassifyEngineError.
class Connection {
 public:
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Runs one or more statements to the end; returns the rows changed by the last (DML, COPY), or 0.
  Result<int64_t> Execute(const std::string& sql);
  // The same, interrupted when `stop` stops (checked about every 20 ms); `progress` is called
  // meanwhile about ten times a second from the calling thread.
  Result<int64_t> Execute(const std::string& sql, const StopToken& stop,
                          const std::function<void(const Progress&)>& progress);
  // One statement as a stream of chunks.
  Result<std::unique_ptr<Stream>> Query(const std::string& sql);
  Result<Rows> Fetch(const std::string& sql, size_t limit = 100000);
  // The first value of the first row as text; nullopt for NULL or no row.
  Result<std::optional<std::string>> Scalar(const std::string& sql);
  // Binds without running: output columns of one SELECT.
  Result<Schema> Describe(const std::string& sql);
  void Interrupt();
  _duckdb_connection* handle() const { return handle_; }

 private:
  friend class Database;
  explicit Connection(_duckdb_connection* handle) : handle_(handle) {}
  _duckdb_connection* handle_;
};

// Turns the engine's message into ours: class, id (README.md lists them), file and line where it
// names them (CSV, JSON, Parquet, gzip), column and type, without row values.
Error ClassifyEngineError(std::string_view message);
// An error of ours as the text that a function of ours raises inside the engine;
// ClassifyEngineError gives it back as it was (without notes and problems).
std::string EngineErrorText(const Error& error);

// Whether the SQL is valid UTF-8 and free of NUL, which the C API needs.
bool IsSendableSql(std::string_view sql);

}  // namespace aietl::data
