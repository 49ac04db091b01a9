#include "base/failpoint.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>

namespace aietl {
namespace {

// The action for `name` in "a=kill,b=sleep:50", or empty.
std::string_view ActionFor(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    const size_t comma = list.find(',');
    const std::string_view item = list.substr(0, comma);
    const size_t equals = item.find('=');
    if (equals != std::string_view::npos && item.substr(0, equals) == name)
      return item.substr(equals + 1);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  }
  return {};
}

}  // namespace

Result<void> Failpoint(const char* name) {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing in this program changes the environment
  static const char* const list = std::getenv("AIETL_FAILPOINTS");
  if (list == nullptr) return {};
  const std::string_view action = ActionFor(list, name);
  if (action.empty()) return {};
  if (action == "kill") std::raise(SIGKILL);
  if (action == "full") return Fail(ErrnoError(ENOSPC, name));
  if (action == "error")
    return Fail(Code::kUnavailable, "failpoint", std::string("failpoint ") + name);
  if (action.starts_with("sleep:")) {
    std::this_thread::sleep_for(
        std::chrono::milliseconds(std::atoi(std::string(action.substr(6)).c_str())));
  }
  return {};
}

}  // namespace aietl
