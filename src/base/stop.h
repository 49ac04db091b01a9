// A wish to stop, by a person or by a deadline, passed down to whatever may take long.
#pragma once

#include <atomic>
#include <memory>

#include "base/error.h"

namespace aietl {

class StopToken;

// Owner's side. Stop() is async-signal-safe and may be called from any thread.
class StopSource {
 public:
  StopSource() : state_(std::make_shared<State>()) {}
  void Stop() const { state_->stopped.store(true, std::memory_order_relaxed); }
  StopToken token() const;

 private:
  friend class StopToken;
  struct State {  // shared: tokens outlive sources
    std::atomic<bool> stopped{false};
  };
  std::shared_ptr<State> state_;
};

// Reader's side: cheap to copy, any thread. A default token never stops.
class StopToken {
 public:
  StopToken() = default;
  // Whether no source can ever stop it.
  bool never() const { return !state_; }
  bool stopped() const { return state_ && state_->stopped.load(std::memory_order_relaxed); }
  // The error of class kCancelled once stopped.
  Result<void> Check() const;

 private:
  friend class StopSource;
  explicit StopToken(std::shared_ptr<StopSource::State> state) : state_(std::move(state)) {}
  std::shared_ptr<StopSource::State> state_;
};

inline StopToken StopSource::token() const {
  return StopToken(state_);
}

}  // namespace aietl
