// Sources, steps and target in one database: it runs the steps itself, and no row leaves it. Only
// for steps of which it is known that they give the same there (sql/translate/exact.h).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/connector.h"
#include "connectors/postgres/relay.h"
#include "connectors/postgres/server.h"
#include "connectors/transfer.h"

namespace aietl::connectors {

// `query`, `write`: as TransferSession::OfferQuery has them.
Result<TransferOffer> OfferPgQuery(const std::vector<PgTransferSource>& sources,
                                   const std::string& query, std::shared_ptr<PgServer> target,
                                   const WriteRequest& write, StopToken stop);

}  // namespace aietl::connectors
