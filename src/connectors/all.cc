#include "connectors/duckdb/connector.h"
#include "connectors/files/files.h"
#include "connectors/postgres/connector.h"
#include "connectors/registry.h"
#include "connectors/sqlite/connector.h"

namespace aietl::connectors {

std::unique_ptr<Registry> MakeRegistry() {
  auto registry = std::make_unique<Registry>();
  registry->Add(MakeFilesConnector());
  registry->Add(MakeDuckdbConnector());
  registry->Add(MakeSqliteConnector());
  registry->Add(MakePostgresConnector());
  return registry;
}

}  // namespace aietl::connectors
