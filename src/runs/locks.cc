#include "runs/locks.h"

#include <algorithm>

#include "base/text.h"
#include "crypto/crypto.h"

namespace aietl::runs {
namespace {

struct Waiting {
  Reporter* reporter;
  const std::string* name;
};

void TellWaiting(void* argument) {
  const auto* waiting = static_cast<Waiting*>(argument);
  waiting->reporter->OnLog(Severity::kInfo,
                           Msg("waiting for another run that uses {}", *waiting->name));
}

}  // namespace

Result<Locks> AcquireLocks(const std::string& home, std::vector<std::string> names,
                           Reporter& reporter, StopToken stop) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const std::string folder = home + "/locks";
  AIETL_TRY(MakeFolder(folder));
  Locks locks;
  for (const std::string& name : names) {
    Waiting waiting{&reporter, &name};
    AIETL_ASSIGN(std::unique_ptr<FileLock> lock,
                 FileLock::Acquire(folder + "/" + crypto::Sha256Hex(name).substr(0, 32), stop,
                                   TellWaiting, &waiting));
    locks.push_back(std::move(lock));
  }
  return locks;
}

}  // namespace aietl::runs
