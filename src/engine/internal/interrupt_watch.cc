#include "engine/internal/interrupt_watch.h"

#include <chrono>
#include <utility>

namespace aietl::engine {

InterruptWatch::InterruptWatch(data::Connection& connection, StopToken stop) {
  if (stop.never()) return;
  thread_ = std::thread([this, &connection, stop = std::move(stop)] {
    std::unique_lock lock(mutex_);
    // Again and again: an interrupt that comes between two statements is lost.
    while (!changed_.wait_for(lock, std::chrono::milliseconds(20), [this] { return done_; })) {
      if (stop.stopped()) connection.Interrupt();
    }
  });
}

InterruptWatch::~InterruptWatch() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

}  // namespace aietl::engine
