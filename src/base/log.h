// The structured log: one JSON object a line in a file, nothing on the terminal.
#pragma once

#include <memory>
#include <string>

#include "base/event.h"

namespace aietl {

// Appends every event as {"at":…,"type":…,fields…} to `path` (created with mode 0600). Write
// failures are dropped: a log never fails a run.
std::unique_ptr<EventSink> OpenLog(const std::string& path);

}  // namespace aietl
