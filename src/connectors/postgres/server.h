// One PostgreSQL database as a session sees it: a connection for questions, and connections that
// read one moment of it in parallel.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/postgres/catalog.h"
#include "connectors/postgres/wire.h"

namespace aietl::connectors {

// Connections that see the same rows: one of them holds a snapshot (READ ONLY, REPEATABLE READ)
// that the others import. Readers give theirs back for the next partition. Thread-safe; shared with
// readers, which may outlive the session.
class PgReadPool {
 public:
  // `consistent` false: each reads what is committed when it begins, for tables that nobody
  // changes.
  PgReadPool(std::string uri, PgOpenOptions options, bool consistent)
      : uri_(std::move(uri)), options_(std::move(options)), consistent_(consistent) {}

  Result<std::unique_ptr<PgConnection>> Take();
  void Give(std::unique_ptr<PgConnection> connection);
  // The connection that holds the snapshot: for questions about what the readers will see. One
  // thread.
  Result<PgConnection*> Coordinator();
  // False where the server exports no snapshot: then the coordinator itself is the only reader.
  Result<bool> CanShare();
  // Ends the transactions, so that their locks stand in nobody's way. Connections in use end when
  // they are given back.
  void End();

 private:
  Result<void> Begin();

  const std::string uri_;
  const PgOpenOptions options_;
  const bool consistent_;
  std::mutex mutex_;
  std::unique_ptr<PgConnection> coordinator_;
  std::string snapshot_;  // empty: cannot be shared
  std::vector<std::unique_ptr<PgConnection>> idle_;
  uint64_t moment_ = 0;  // counts End
  std::vector<std::pair<const PgConnection*, uint64_t>> taken_;
};

class PgServer {
 public:
  explicit PgServer(std::string uri) : uri_(std::move(uri)) {}
  // For questions and for commits; opened again after it was lost. Autocommit.
  Result<PgConnection*> Control();
  Result<std::unique_ptr<PgConnection>> Connect() const {
    return PgConnection::Open(uri_, options_);
  }
  // Made anew after EndReads.
  std::shared_ptr<PgReadPool> Reads();
  void EndReads();
  const std::string& uri() const { return uri_; }
  const PgOpenOptions& options() const { return options_; }
  // Timeouts that the document asks for; before the first connection they are open for.
  Result<void> Use(const PgOpenOptions& options);

 private:
  std::string uri_;
  PgOpenOptions options_;
  std::unique_ptr<PgConnection> control_;
  std::shared_ptr<PgReadPool> reads_;
};

}  // namespace aietl::connectors
