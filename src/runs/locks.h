// Advisory locks of this machine: one run at a time per pipeline and per target.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/durable_file.h"
#include "runs/run.h"

namespace aietl::runs {

using Locks = std::vector<std::unique_ptr<FileLock>>;

// In one order for everybody (sorted by name), so that two runs never wait for each other. Tells
// the reporter when it has to wait. Released with the result and by the death of the process.
Result<Locks> AcquireLocks(const std::string& home, std::vector<std::string> names,
                           Reporter& reporter, StopToken stop);

}  // namespace aietl::runs
