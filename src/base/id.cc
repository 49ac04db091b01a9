#include "base/id.h"

#include <fmt/format.h>

#include <random>

namespace aietl {

std::string NewRunId(const Clock& clock) {
  const std::string at = FormatTimestamp(clock.Now());
  std::random_device device;
  return fmt::format("{}{}{}-{}{}{}-{:08x}", at.substr(0, 4), at.substr(5, 2), at.substr(8, 2),
                     at.substr(11, 2), at.substr(14, 2), at.substr(17, 2), device());
}

}  // namespace aietl
