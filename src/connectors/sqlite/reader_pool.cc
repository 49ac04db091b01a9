#include "connectors/sqlite/reader_pool.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "base/text.h"

namespace aietl::connectors {
namespace {

// How long readers wait for somebody else's commit to end.
constexpr double kReaderWait = 30;
// How long a connection in use is waited for: its user may need the very thread that waits.
constexpr auto kReturnWait = std::chrono::seconds(60);
// How long a writer is waited for before a WAL database is read by one connection only.
constexpr double kWriterWait = 2;

// The pools of the process by file.
struct Pools {
  std::mutex mutex;
  std::multimap<std::string, std::weak_ptr<SqliteReaderPool>> by_path;
};

Pools& AllPools() {
  static Pools* pools = new Pools;  // never destroyed: pools may end after static objects
  return *pools;
}

Error ReadEnded() {
  return Error(Code::kInternal, "read_ended",
               Tr("the database was written while it was still being read"));
}

}  // namespace

std::shared_ptr<SqliteReaderPool> SqliteReaderPool::Make(std::string path, int readers) {
  std::shared_ptr<SqliteReaderPool> pool(new SqliteReaderPool(std::move(path), readers));
  const std::lock_guard lock(AllPools().mutex);
  auto& pools = AllPools().by_path;
  std::erase_if(pools, [](const auto& entry) { return entry.second.expired(); });
  pools.emplace(pool->path_, pool);
  return pool;
}

SqliteReaderPool::~SqliteReaderPool() = default;

void SqliteReaderPool::EndAll(const std::string& path) {
  std::vector<std::shared_ptr<SqliteReaderPool>> pools;
  {
    const std::lock_guard lock(AllPools().mutex);
    const auto [from, to] = AllPools().by_path.equal_range(path);
    for (auto it = from; it != to; ++it) {
      if (auto pool = it->second.lock()) pools.push_back(std::move(pool));
    }
  }
  for (const auto& pool : pools)
    pool->End();
}

void SqliteReaderPool::End() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  idle_.clear();
}

Result<std::unique_ptr<SqliteConnection>> SqliteReaderPool::BeginReader(double wait_seconds) const {
  AIETL_ASSIGN(auto connection, SqliteConnection::Open(path_, SqliteAccess::kRead));
  connection->SetWait(wait_seconds);
  AIETL_TRY(connection->Execute("BEGIN"));
  AIETL_TRY(connection->Number("SELECT count(*) FROM sqlite_schema LIMIT 1"));
  return connection;
}

Result<void> SqliteReaderPool::Begin() {
  std::unique_ptr<SqliteConnection> writer;
  AIETL_ASSIGN(auto first, BeginReader(kReaderWait));
  AIETL_ASSIGN(const auto mode, first->Scalar("PRAGMA journal_mode"));
  wal_ = mode == "wal";
  int readers = readers_;
  if (wal_ && readers > 1) {
    AIETL_TRY(first->Execute("ROLLBACK"));
    auto opened = SqliteConnection::Open(path_, SqliteAccess::kWrite);
    bool locked = false;
    if (opened) {
      writer = std::move(*opened);
      writer->SetWait(kWriterWait);
      locked = writer->Execute("BEGIN IMMEDIATE").has_value();
    }
    if (!locked) readers = 1;  // a file that cannot be written, or a writer that takes its time
    AIETL_TRY(first->Execute("BEGIN"));
    AIETL_TRY(first->Number("SELECT count(*) FROM sqlite_schema LIMIT 1"));
  }
  idle_.push_back(std::move(first));
  while (wal_ && static_cast<int>(idle_.size()) < readers) {
    AIETL_ASSIGN(auto reader, BeginReader(kReaderWait));
    idle_.push_back(std::move(reader));
  }
  begun_ = true;
  return {};
}

Result<std::unique_ptr<SqliteConnection>> SqliteReaderPool::Take() {
  std::unique_lock lock(mutex_);
  if (ended_) return Fail(ReadEnded());
  if (!begun_) AIETL_TRY(Begin());
  if (wal_) returned_.wait_for(lock, kReturnWait, [&] { return ended_ || !idle_.empty(); });
  if (ended_) return Fail(ReadEnded());
  if (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
  }
  if (wal_)
    return Fail(Code::kInternal, "too_few_readers",
                Tr("all connections to the database are in use"));
  return BeginReader(kReaderWait);
}

void SqliteReaderPool::Give(std::unique_ptr<SqliteConnection> connection) {
  const std::lock_guard lock(mutex_);
  if (ended_) return;
  idle_.push_back(std::move(connection));
  returned_.notify_one();
}

}  // namespace aietl::connectors
