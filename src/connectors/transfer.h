// Rows that go from sources into a target's staging without the engine: where all are systems of
// one kind and nobody in between needs the values, they need not be understood to arrive whole; and
// where all is in one database, it can do the steps as well.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/connector.h"

namespace aietl::connectors {

// Into one target. Takes the place of the engine between Session::Read and
// Load::Prepare; everything else of a load is as it is. One thread at a time.
class Transfer {
 public:
  virtual ~Transfer() = default;
  // Instead of Session::PlanWrite's.
  virtual const WritePlan& plan() const = 0;
  // How the rows go and why, for people.
  virtual const std::string& note() const = 0;
  virtual const std::string& work() const = 0;  // as Scan::work
  // Instead of Session::Write; `request` is the offer's, with its ids.
  virtual Result<std::unique_ptr<Load>> Write(const WriteRequest& request, StopToken stop) = 0;
  // After Write, before Load::Prepare: moves the rows and returns their number, which both systems
  // have counted. `full`: a checksum is taken of what is read, for Verify. `progress` gets rows.
  virtual Result<int64_t> Stage(bool full, const std::function<void(int64_t)>& progress,
                                StopToken stop) = 0;
  // After Stage: rows that were read, by the source's name.
  virtual std::map<std::string, int64_t> rows_read() const = 0;
  // After Prepare, where Stage was `full`: whether the staged rows have the same checksum, each
  // side's computed by its own system.
  virtual Result<bool> Verify(StopToken stop) = 0;
};

struct TransferOffer {
  std::unique_ptr<Transfer> transfer;  // null: the engine must do it
  std::string why_not;                 // for people; empty: nothing worth saying
};

struct TransferSource {
  std::string name;  // in the document
  Session* session = nullptr;
  ReadRequest read;
};

// What a Session is besides, where its system can take rows of other sessions of the same connector
// in this way.
class TransferSession {
 public:
  virtual ~TransferSession() = default;
  // A source's rows as they are.
  virtual Result<TransferOffer> OfferTransfer(const TransferSource& source,
                                              const WriteRequest& write, StopToken stop) = 0;
  // The rows of `query`: a SELECT of the engine's dialect over relations that are called as the
  // sources are. Its columns are those of write.schema. Only where the rows are the same to the
  // last digit.
  virtual Result<TransferOffer> OfferQuery(const std::vector<TransferSource>& sources,
                                           const std::string& query, const WriteRequest& write,
                                           StopToken stop) = 0;
};

}  // namespace aietl::connectors
