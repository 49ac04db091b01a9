#include "base/stop.h"

#include <algorithm>

#include "base/text.h"

namespace aietl {

Result<void> StopToken::Check() const {
  if (cancelled()) return Fail(Code::kCancelled, "interrupted", Tr("interrupted"));
  if (late()) return Fail(Code::kDeadline, "deadline", Tr("it took longer than it may"));
  return {};
}

StopToken StopToken::Within(double seconds) const {
  StopToken token = *this;
  const double deadline = MonotonicSeconds() + seconds;
  token.deadline_ = deadline_ == 0 ? deadline : std::min(deadline_, deadline);
  return token;
}

}  // namespace aietl
