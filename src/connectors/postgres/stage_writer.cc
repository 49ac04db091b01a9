#include "connectors/postgres/stage_writer.h"

namespace aietl::connectors {
namespace {

constexpr size_t kMostBuffers = 4;

}  // namespace

PgSender::PgSender(std::shared_ptr<PgConnection> connection)
    : connection_(std::move(connection)), thread_([this] { Run(); }) {}

PgSender::~PgSender() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    failed_ = true;  // what waits is not sent any more
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void PgSender::Run() {
  for (;;) {
    std::string buffer;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !full_.empty() || ending_; });
      if (failed_ || full_.empty()) return;
      buffer = std::move(full_.front());
      full_.pop_front();
    }
    const Result<void> sent = connection_->SendCopyData(buffer);
    buffer.clear();
    {
      const std::lock_guard lock(mutex_);
      empty_.push_back(std::move(buffer));
      if (!sent) failed_ = true;
    }
    changed_.notify_all();
    if (!sent) return;
  }
}

Result<void> PgSender::Send(std::string* buffer) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return full_.size() < kMostBuffers || failed_; });
  if (failed_) {
    lock.unlock();
    // The server's reason comes with the end of the COPY.
    const Result<int64_t> ended = Finish();
    if (!ended) return Fail(ended.error());
    return Fail(Code::kUnavailable, "connection_lost", "the server ended the COPY early");
  }
  full_.push_back(std::move(*buffer));
  buffer->clear();
  if (!empty_.empty()) {
    *buffer = std::move(empty_.back());
    empty_.pop_back();
  }
  changed_.notify_all();
  return {};
}

Result<int64_t> PgSender::Finish() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  return connection_->EndCopyIn();
}

}  // namespace aietl::connectors
