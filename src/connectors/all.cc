#include "connectors/registry.h"

namespace aietl::connectors {

std::unique_ptr<Registry> MakeRegistry() {
  auto registry = std::make_unique<Registry>();
  return registry;
}

}  // namespace aietl::connectors
