#include "store/store.h"

#include <cstdlib>

#include "base/durable_file.h"
#include "store/internal/parts.h"

namespace aietl::store {

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::Open(const std::string& home) {
  AIETL_ASSIGN(std::unique_ptr<Database> database, Database::Open(home));
  return std::unique_ptr<Store>(
      new Store(std::make_unique<State>(State{std::move(database), Keyring(home)})));
}

// NOLINTBEGIN(concurrency-mt-unsafe): nothing in this program changes the environment
std::string DefaultHome() {
  if (const char* home = std::getenv("AIETL_HOME"); home != nullptr && home[0] != '\0')
    return AbsolutePath(home, ".");
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && data[0] == '/')
    return std::string(data) + "/aietl";
  const char* user = std::getenv("HOME");
  return std::string(user == nullptr ? "/tmp" : user) + "/.local/share/aietl";
}
// NOLINTEND(concurrency-mt-unsafe)

}  // namespace aietl::store
