// PostgreSQL databases: postgresql://user@host/database.
#pragma once

#include <memory>

#include "connectors/connector.h"

namespace aietl::connectors {

std::unique_ptr<Connector> MakePostgresConnector();

}  // namespace aietl::connectors
