// SQLite databases as sources and targets.
#pragma once

#include <memory>

#include "connectors/connector.h"

namespace aietl::connectors {

std::unique_ptr<Connector> MakeSqliteConnector();

}  // namespace aietl::connectors
