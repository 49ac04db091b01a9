// Named places where tests inject failures into the real program:
// AIETL_FAILPOINTS="name=kill,other=error,third=sleep:50".
#pragma once

#include "base/error.h"

namespace aietl {

// Nothing unless AIETL_FAILPOINTS names this point. `kill` raises SIGKILL, `error` returns
// kUnavailable, `full` returns the disk-full error, `sleep:MS` waits. Any thread.
Result<void> Failpoint(const char* name);

}  // namespace aietl
