#include "base/stop.h"

#include "base/text.h"

namespace aietl {

Result<void> StopToken::Check() const {
  if (!stopped()) return {};
  return Fail(Code::kCancelled, "interrupted", Tr("interrupted"));
}

}  // namespace aietl
