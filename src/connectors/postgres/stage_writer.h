// Sends encoded rows on a thread of its own, so that the engine goes on while the network or the
// server is slow.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/error.h"
#include "connectors/postgres/row_format.h"
#include "connectors/postgres/wire.h"
#include "data/batch.h"

namespace aietl::connectors {

class PgSender {
 public:
  // The connection is in COPY … FROM STDIN, and is the sender's until Finish or the end of its
  // life.
  explicit PgSender(std::shared_ptr<PgConnection> connection);
  ~PgSender();
  PgSender(const PgSender&) = delete;
  // Takes the buffer and gives an empty one. Waits while several are under way. The sender's error,
  // once there is one.
  Result<void> Send(std::string* buffer);
  // Sends the rest and ends the COPY; the number of rows that the server took.
  Result<int64_t> Finish();

 private:
  void Run();
  std::shared_ptr<PgConnection> connection_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> full_;
  std::vector<std::string> empty_;
  bool ending_ = false;
  bool failed_ = false;  // what it was says the end of the COPY
  std::thread thread_;
};

}  // namespace aietl::connectors
