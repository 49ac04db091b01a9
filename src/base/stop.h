// A wish to stop, by a person or by a deadline, passed down to whatever may take long.
#pragma once

#include <atomic>
#include <memory>

#include "base/clock.h"
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
  // The same token, which also stops so many seconds from now.
  StopToken Within(double seconds) const;
  // Whether nothing can ever stop it.
  bool never() const { return !state_ && deadline_ == 0; }
  bool stopped() const { return cancelled() || late(); }
  // The error of class kCancelled once stopped, of class kDeadline once late.
  Result<void> Check() const;

 private:
  friend class StopSource;
  explicit StopToken(std::shared_ptr<StopSource::State> state) : state_(std::move(state)) {}
  bool cancelled() const { return state_ && state_->stopped.load(std::memory_order_relaxed); }
  bool late() const { return deadline_ != 0 && MonotonicSeconds() >= deadline_; }
  std::shared_ptr<StopSource::State> state_;
  double deadline_ = 0;  // monotonic seconds; 0: none
};

inline StopToken StopSource::token() const {
  return StopToken(state_);
}

}  // namespace aietl
