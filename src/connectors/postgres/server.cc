#include "connectors/postgres/server.h"

#include <algorithm>

#include "base/text.h"
#include "connectors/postgres/server_error.h"
#include "data/type.h"

namespace aietl::connectors {
namespace {

// A snapshot ends with the transaction that exported it, so one that the server no longer knows
// means that the coordinator's connection is gone.
Error SnapshotError(const Error& error, const std::string& place) {
  if (error.code != Code::kRange && error.id != "server_error") return error;
  PgErrorFields lost;
  lost.place = place;
  lost.lost = true;
  return PgServerError(lost);
}

}  // namespace

Result<void> PgReadPool::Begin() {
  if (coordinator_) return {};
  AIETL_ASSIGN(coordinator_, PgConnection::Open(uri_, options_));
  if (!consistent_) return {};
  constexpr const char* kBegin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  Result<int64_t> begun = coordinator_->Execute(kBegin);
  if (begun) {
    const auto snapshot = coordinator_->Scalar("SELECT pg_export_snapshot()");
    if (snapshot && *snapshot) {
      snapshot_ = **snapshot;
    } else {
      // A standby of an old version, or a pooler in between, refuses this: then there is one
      // reader.
      (void)coordinator_->Execute("ROLLBACK");
      begun = coordinator_->Execute(kBegin);
    }
  }
  if (begun) return {};
  coordinator_.reset();
  return Fail(begun.error());
}

Result<PgConnection*> PgReadPool::Coordinator() {
  const std::lock_guard lock(mutex_);
  AIETL_TRY(Begin());
  return coordinator_.get();
}

Result<bool> PgReadPool::CanShare() {
  const std::lock_guard lock(mutex_);
  AIETL_TRY(Begin());
  return !consistent_ || !snapshot_.empty();
}

Result<std::unique_ptr<PgConnection>> PgReadPool::Take() {
  std::string snapshot;
  uint64_t moment = 0;
  {
    const std::lock_guard lock(mutex_);
    AIETL_TRY(Begin());
    moment = moment_;
    if (consistent_ && snapshot_.empty()) {
      if (!coordinator_)
        return Fail(Code::kInternal, "one_reader",
                    "a server without shared snapshots is read by one reader");
      auto connection = std::move(coordinator_);
      taken_.emplace_back(connection.get(), moment);
      return connection;
    }
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      taken_.emplace_back(connection.get(), moment);
      return connection;
    }
    snapshot = snapshot_;
  }
  AIETL_ASSIGN(auto connection, PgConnection::Open(uri_, options_));
  if (consistent_) {
    const auto imported = connection->Execute(
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT " +
        data::QuoteText(snapshot));
    if (!imported) return Fail(SnapshotError(imported.error(), connection->place()));
  }
  const std::lock_guard lock(mutex_);
  taken_.emplace_back(connection.get(), moment);
  return connection;
}

void PgReadPool::Give(std::unique_ptr<PgConnection> connection) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(taken_.begin(), taken_.end(),
                                  [&](const auto& one) { return one.first == connection.get(); });
  AIETL_CHECK(found != taken_.end());
  const bool current = found->second == moment_;
  taken_.erase(found);
  if (!current || !connection->usable()) return;
  if (consistent_ && snapshot_.empty())
    coordinator_ = std::move(connection);
  else
    idle_.push_back(std::move(connection));
}

void PgReadPool::End() {
  const std::lock_guard lock(mutex_);
  ++moment_;
  idle_.clear();
  coordinator_.reset();
  snapshot_.clear();
}

Result<void> PgServer::Use(const PgOpenOptions& options) {
  if (options.statement_timeout == options_.statement_timeout &&
      options.lock_timeout == options_.lock_timeout)
    return {};
  if (!options.statement_timeout.empty()) options_.statement_timeout = options.statement_timeout;
  if (!options.lock_timeout.empty()) options_.lock_timeout = options.lock_timeout;
  control_.reset();
  return {};
}

Result<PgConnection*> PgServer::Control() {
  if (control_ && !control_->usable()) control_.reset();
  if (!control_) {
    AIETL_ASSIGN(control_, Connect());
  }
  return control_.get();
}

std::shared_ptr<PgReadPool> PgServer::Reads() {
  if (!reads_) reads_ = std::make_shared<PgReadPool>(uri_, options_, true);
  return reads_;
}

void PgServer::EndReads() {
  if (reads_) reads_->End();
  reads_.reset();
}

}  // namespace aietl::connectors
