// The open conversations of one run: one session per system, found by what the document says.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "connectors/connector.h"
#include "runs/run.h"
#include "spec/pipeline.h"

namespace aietl::runs {

struct Connected {
  connectors::Session* session = nullptr;  // owned by the pool
  const connectors::ConnectorInfo* info = nullptr;
  std::string uri;       // with secrets resolved; empty for files
  std::string identity;  // what the target or source is, the same for every spelling: for locks and
                         // the ledger
  std::string display;   // for people, without secrets
};

// One thread. Sessions close with the pool.
class SessionPool {
 public:
  SessionPool(const RunContext& context, std::string folder)
      : context_(context), folder_(std::move(folder)) {}

  // The session for an endpoint of the document: its connection's name or URI, or files.
  Result<Connected> For(const spec::Endpoint& endpoint);

  const std::string& folder() const { return folder_; }

 private:
  Result<connectors::Session*> Open(const connectors::Connector& connector, const std::string& uri);

  const RunContext& context_;
  std::string folder_;
  std::map<std::string, std::unique_ptr<connectors::Session>> sessions_;  // by type and URI
};

}  // namespace aietl::runs
