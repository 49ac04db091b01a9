// Interrupts a connection's statement when a stop is wished, for code that is inside the engine and
// cannot look itself.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/stop.h"
#include "data/database.h"

namespace aietl::engine {

// Watches from construction to destruction, on a thread of its own unless the token can never stop.
class InterruptWatch {
 public:
  InterruptWatch(data::Connection& connection, StopToken stop);
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  std::thread thread_;
};

}  // namespace aietl::engine
