#include "connectors/files/files.h"
#include "connectors/registry.h"

namespace aietl::connectors {

std::unique_ptr<Registry> MakeRegistry() {
  auto registry = std::make_unique<Registry>();
  registry->Add(MakeFilesConnector());
  return registry;
}

}  // namespace aietl::connectors
