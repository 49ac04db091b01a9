#include "data/database.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/text.h"
#include "base/utf8.h"
#include "data/vector.h"

namespace aietl::data {
namespace {

// How often a wish to stop is looked at, and how often progress is told.
constexpr auto kPoll = std::chrono::milliseconds(20);
constexpr int kPollsPerProgress = 5;

struct ResultDeleter {
  void operator()(duckdb_result* result) const {
    duckdb_destroy_result(result);
    delete result;
  }
};
using QueryResult = std::unique_ptr<duckdb_result, ResultDeleter>;

struct PreparedDeleter {
  void operator()(duckdb_prepared_statement statement) const { duckdb_destroy_prepare(&statement); }
};
using Prepared = std::unique_ptr<_duckdb_prepared_statement, PreparedDeleter>;

struct PendingDeleter {
  void operator()(duckdb_pending_result pending) const { duckdb_destroy_pending(&pending); }
};
using Pending = std::unique_ptr<_duckdb_pending_result, PendingDeleter>;

std::string_view OrEmpty(const char* text) {
  return text == nullptr ? std::string_view() : text;
}

Result<void> CheckSendable(const std::string& sql) {
  if (IsSendableSql(sql)) return {};
  return Fail(Code::kInvalid, "bad_encoding",
              Tr("the SQL is not valid UTF-8 or holds a NUL character"));
}

Result<int64_t> RunNow(duckdb_connection connection, const std::string& sql) {
  const QueryResult result(new duckdb_result{});
  if (duckdb_query(connection, sql.c_str(), result.get()) != DuckDBSuccess) {
    return Fail(ClassifyEngineError(OrEmpty(duckdb_result_error(result.get()))));
  }
  return static_cast<int64_t>(duckdb_rows_changed(result.get()));
}

Result<Prepared> Prepare(duckdb_connection connection, const std::string& sql) {
  AIETL_TRY(CheckSendable(sql));
  duckdb_prepared_statement handle = nullptr;
  const duckdb_state state = duckdb_prepare(connection, sql.c_str(), &handle);
  Prepared prepared(handle);
  if (state != DuckDBSuccess)
    return Fail(ClassifyEngineError(OrEmpty(duckdb_prepare_error(handle))));
  return prepared;
}

std::string TakeName(const char* name) {
  std::string out(OrEmpty(name));
  return out;
}

Schema SchemaOf(duckdb_result* result) {
  Schema schema;
  for (idx_t i = 0; i < duckdb_column_count(result); ++i) {
    const LogicalType type(duckdb_column_logical_type(result, i));
    schema.columns.push_back({TakeName(duckdb_column_name(result, i)), TypeOf(type.get())});
  }
  return schema;
}

// Settings that hold for every database of ours (ARCHITECTURE, "Engine traps"): nothing is
// downloaded, order is given up unless a query asks for it.
constexpr std::pair<const char*, const char*> kSettings[] = {
    {"autoinstall_known_extensions", "false"},
    {"autoload_known_extensions", "false"},
    {"allow_community_extensions", "false"},
    {"preserve_insertion_order", "false"},
};

}  // namespace

bool IsSendableSql(std::string_view sql) {
  return sql.find('\0') == std::string_view::npos && IsValidUtf8(sql);
}

Result<std::unique_ptr<Database>> Database::Open(const DatabaseOptions& options) {
  duckdb_config config = nullptr;
  if (duckdb_create_config(&config) != DuckDBSuccess) {
    return Fail(Code::kExhausted, "out_of_memory", Tr("the engine could not be started"));
  }
  bool ok = true;
  const auto set = [&](const char* name, const std::string& value) {
    if (!value.empty()) ok = ok && duckdb_set_config(config, name, value.c_str()) == DuckDBSuccess;
  };
  for (const auto& [name, value] : kSettings)
    set(name, value);
  set("memory_limit", options.memory_limit);
  set("temp_directory", options.temp_directory);
  if (options.threads > 0) set("threads", std::to_string(options.threads));
  duckdb_database handle = nullptr;
  char* message = nullptr;
  ok = ok && duckdb_open_ext(nullptr, &handle, config, &message) == DuckDBSuccess;
  duckdb_destroy_config(&config);
  if (!ok) {
    Error error = ClassifyEngineError(OrEmpty(message));
    if (message != nullptr) duckdb_free(message);
    return Fail(std::move(error).Note(Tr("while starting the engine")));
  }
  std::unique_ptr<Database> database(new Database(handle));
  // Times with zone are shown and cut in UTC, wherever the machine stands. Not known to the engine
  // before it is open.
  AIETL_ASSIGN(const auto connection, database->Connect());
  AIETL_TRY(connection->Execute("SET GLOBAL TimeZone = 'UTC'"));
  return database;
}

Database::~Database() {
  duckdb_close(&handle_);
}

bool Database::FirstTime(const std::string& name) {
  const std::lock_guard lock(mutex_);
  return known_.insert(name).second;
}

Result<std::unique_ptr<Connection>> Database::Connect() {
  duckdb_connection handle = nullptr;
  if (duckdb_connect(handle_, &handle) != DuckDBSuccess) {
    return Fail(Code::kExhausted, "out_of_memory", Tr("the engine gave no connection"));
  }
  return std::unique_ptr<Connection>(new Connection(handle));
}

Chunk::~Chunk() {
  if (handle_ != nullptr) duckdb_destroy_data_chunk(&handle_);
}

Chunk& Chunk::operator=(Chunk&& other) noexcept {
  std::swap(handle_, other.handle_);
  return *this;
}

int64_t Chunk::rows() const {
  return static_cast<int64_t>(duckdb_data_chunk_get_size(handle_));
}

int Chunk::columns() const {
  return static_cast<int>(duckdb_data_chunk_get_column_count(handle_));
}

struct Stream::State {
  Prepared prepared;  // outlives what it started
  Pending pending;
  QueryResult result;
  Schema schema;
  bool ended = false;
};

Stream::Stream(std::unique_ptr<State> state) : state_(std::move(state)) {}
Stream::~Stream() = default;

const Schema& Stream::schema() const {
  return state_->schema;
}

Result<std::optional<Chunk>> Stream::Next() {
  while (!state_->ended) {
    duckdb_data_chunk chunk = duckdb_fetch_chunk(*state_->result);
    if (chunk == nullptr) {
      state_->ended = true;
      const std::string_view message = OrEmpty(duckdb_result_error(state_->result.get()));
      if (!message.empty()) return Fail(ClassifyEngineError(message));
      break;
    }
    Chunk out(chunk);
    if (out.rows() > 0) return std::optional<Chunk>(std::move(out));
  }
  return std::optional<Chunk>();
}

Connection::~Connection() {
  duckdb_disconnect(&handle_);
}

Result<int64_t> Connection::Execute(const std::string& sql) {
  AIETL_TRY(CheckSendable(sql));
  return RunNow(handle_, sql);
}

Result<int64_t> Connection::Execute(const std::string& sql, const StopToken& stop,
                                    const std::function<void(const Progress&)>& progress) {
  AIETL_TRY(CheckSendable(sql));
  AIETL_TRY(stop.Check());
  if (progress) {
    // As pragmas, which a locked configuration still takes.
    AIETL_TRY(RunNow(handle_, "PRAGMA enable_progress_bar; PRAGMA disable_print_progress_bar"));
  } else if (stop.never()) {
    return RunNow(handle_, sql);
  }
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<Result<int64_t>> outcome;
  std::jthread worker([&] {
    Result<int64_t> result = RunNow(handle_, sql);
    const std::lock_guard lock(mutex);
    outcome.emplace(std::move(result));
    changed.notify_one();
  });
  std::unique_lock lock(mutex);
  for (int polls = 1; !changed.wait_for(lock, kPoll, [&] { return outcome.has_value(); });
       ++polls) {
    if (stop.stopped())
      Interrupt();  // again and again: one that comes before the statement starts is lost
    if (!progress || polls % kPollsPerProgress != 0) continue;
    lock.unlock();
    const duckdb_query_progress_type now = duckdb_query_progress(handle_);
    progress({now.percentage});
    lock.lock();
  }
  return std::move(*outcome);
}

Result<std::unique_ptr<Stream>> Connection::Query(const std::string& sql) {
  auto state = std::make_unique<Stream::State>();
  AIETL_ASSIGN(state->prepared, Prepare(handle_, sql));
  duckdb_pending_result pending = nullptr;
  const duckdb_state started = duckdb_pending_prepared_streaming(state->prepared.get(), &pending);
  state->pending.reset(pending);
  if (started != DuckDBSuccess)
    return Fail(ClassifyEngineError(OrEmpty(duckdb_pending_error(pending))));
  state->result.reset(new duckdb_result{});
  if (duckdb_execute_pending(pending, state->result.get()) != DuckDBSuccess) {
    const std::string_view message = OrEmpty(duckdb_result_error(state->result.get()));
    return Fail(
        ClassifyEngineError(message.empty() ? OrEmpty(duckdb_pending_error(pending)) : message));
  }
  state->schema = SchemaOf(state->result.get());
  return std::unique_ptr<Stream>(new Stream(std::move(state)));
}

Result<Rows> Connection::Fetch(const std::string& sql, size_t limit) {
  AIETL_ASSIGN(const auto stream, Query(sql));
  Rows out;
  out.schema = stream->schema();
  for (;;) {
    AIETL_ASSIGN(const auto chunk, stream->Next());
    if (!chunk) return out;
    for (int64_t row = 0; row < chunk->rows(); ++row) {
      if (out.rows.size() >= limit) {
        out.truncated = true;
        return out;
      }
      auto& values = out.rows.emplace_back();
      values.reserve(out.schema.columns.size());
      for (int i = 0; i < chunk->columns(); ++i) {
        values.push_back(ValueText(
            VectorView(chunk->handle(), i, out.schema.columns[static_cast<size_t>(i)].type), row));
      }
    }
  }
}

Result<std::optional<std::string>> Connection::Scalar(const std::string& sql) {
  AIETL_ASSIGN(const Rows rows, Fetch(sql, 1));
  if (rows.rows.empty() || rows.rows[0].empty()) return std::optional<std::string>();
  return rows.rows[0][0];
}

Result<Schema> Connection::Describe(const std::string& sql) {
  AIETL_ASSIGN(const Prepared prepared, Prepare(handle_, sql));
  Schema schema;
  for (idx_t i = 0; i < duckdb_prepared_statement_column_count(prepared.get()); ++i) {
    const LogicalType type(duckdb_prepared_statement_column_logical_type(prepared.get(), i));
    const char* name = duckdb_prepared_statement_column_name(prepared.get(), i);
    schema.columns.push_back({TakeName(name), TypeOf(type.get())});
    duckdb_free(const_cast<char*>(name));
  }
  return schema;
}

void Connection::Interrupt() {
  duckdb_interrupt(handle_);
}

}  // namespace aietl::data
