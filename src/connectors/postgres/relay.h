// PostgreSQL to PostgreSQL without the engine: COPY's own bytes go from ranges of pages of one
// moment into the staging table, or, inside one database, a SELECT does. No value is decoded, so no
// type has to be known.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/connector.h"
#include "connectors/postgres/load.h"
#include "connectors/postgres/read.h"
#include "connectors/postgres/server.h"
#include "connectors/postgres/stage.h"
#include "connectors/transfer.h"

namespace aietl::connectors {

struct PgTransferSource {
  std::string name;  // in the document
  std::shared_ptr<PgServer> server;
  ReadRequest read;
};
Result<TransferOffer> OfferPgRelay(const PgTransferSource& source, std::shared_ptr<PgServer> target,
                                   const WriteRequest& write, StopToken stop);

// How values of a table's columns mean the same to another server.
struct PgRelayTypes {
  PgCopyFormat format = PgCopyFormat::kBinary;  // kText where numbers of types differ
  bool one_database = false;                    // of one running server, as the same user
  std::vector<PgServerColumn> columns;          // as asked for
  // Per column an expression of {} that differs whenever a stored value does: equality of the type
  // itself takes 1.0 for 1.00.
  std::vector<std::string> exact;
  std::string why_not;  // for people; empty: they do
};
// Whether both are connections of one user to one database of one running server.
Result<bool> SamePgDatabase(PgConnection& a, PgConnection& b);
Result<PgRelayTypes> CompareRelayTypes(PgConnection& source, PgConnection& target,
                                       const PgTable& table,
                                       const std::vector<PgReadColumn>& columns);

}  // namespace aietl::connectors
