// Reads a table by binary COPY: ranges of its pages from a queue, by several connections that see
// one moment.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/connector.h"
#include "connectors/postgres/catalog.h"
#include "connectors/postgres/server.h"
#include "data/batch.h"

namespace aietl::connectors {

struct PgReadColumn {
  std::string name;
  PgRead read;
  bool nullable = true;
};

struct PgReadRequest {
  std::string table;  // qualified, for the whole
  std::string shown;  // for people
  std::vector<PgReadColumn> columns;
  std::string conditions;  // SQL; empty: none
  std::optional<int64_t> limit;
  std::vector<PgLeaf> leaves;  // empty: one reader, through the table itself
  int connections = 2;
  StopToken stop;
};

struct PgPartition {
  std::string from;       // behind FROM
  std::string condition;  // a range of ctid, or ""
};
std::vector<PgPartition> CutPgPartitions(const PgReadRequest& request);
// SELECT of `list` from the part of what is read.
std::string PgPartSql(const PgReadRequest& request, const PgPartition& part,
                      const std::string& list);

std::unique_ptr<data::PartitionedRead> MakePgRead(std::shared_ptr<PgReadPool> pool,
                                                  PgReadRequest request);

// AND of the bounds; the server knows the columns' types.
std::string PgConditions(const std::vector<Bound>& bounds);

// What a document may say about reading: `types`, `connections`, timeouts.
std::vector<config::Option> PgSourceOptions();
std::vector<config::Option> PgTargetOptions();
Result<PgOpenOptions> PgTimeouts(const config::Options* options);

// What is to be read, and as the server describes it.
struct PgReadPlan {
  std::shared_ptr<PgReadPool> pool;
  PgTable table;
  PgReadRequest read;
};
Result<PgReadPlan> PlanPgRead(PgServer& server, const ReadRequest& request, StopToken stop);
Result<Scan> ReadPg(PgServer& server, const ReadRequest& request, StopToken stop);

}  // namespace aietl::connectors
