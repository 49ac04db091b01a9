#include "connectors/postgres/connector.h"

#include "base/text.h"
#include "connectors/postgres/discover.h"
#include "connectors/postgres/load.h"
#include "connectors/postgres/read.h"
#include "connectors/postgres/relay.h"
#include "connectors/postgres/server.h"
#include "connectors/postgres/server_query.h"
#include "spec/connection.h"

namespace aietl::connectors {
namespace {

using spec::Mode;

ConnectorInfo PostgresInfo() {
  ConnectorInfo info{};
  info.type = "postgres";
  info.title = "PostgreSQL database";
  info.schemes = {"postgresql", "postgres"};
  info.source_options = PgSourceOptions();
  info.target_options = PgTargetOptions();
  info.capabilities.read = true;
  info.capabilities.write = true;
  info.capabilities.modes = {Mode::kReplace,      Mode::kAppend, Mode::kMerge,
                             Mode::kDeleteInsert, Mode::kScd2,   Mode::kSnapshot};
  info.capabilities.tables = true;
  return info;
}

class PostgresSession : public Session, public TransferSession {
 public:
  explicit PostgresSession(std::shared_ptr<PgServer> server) : server_(std::move(server)) {}

  Result<void> Check(StopToken stop) override {
    AIETL_ASSIGN(PgConnection * control, server_->Control());
    AIETL_TRY(control->Execute("SELECT 1", stop));
    return {};
  }
  Result<std::vector<TableInfo>> Discover(const DiscoverRequest& request, StopToken stop) override {
    return DiscoverPg(*server_, request, std::move(stop));
  }
  Result<Scan> Read(const ReadRequest& request, StopToken stop) override {
    return ReadPg(*server_, request, std::move(stop));
  }
  Result<WritePlan> PlanWrite(const WriteRequest& request, StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(PgConnection * control, ForTarget(request));
    AIETL_ASSIGN(PgLoadPlan plan, PlanPgLoad(*control, request));
    return std::move(plan.load.write);
  }
  Result<std::unique_ptr<Load>> Write(const WriteRequest& request, StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(PgConnection * control, ForTarget(request));
    AIETL_ASSIGN(PgLoadPlan plan, PlanPgLoad(*control, request));
    if (HasErrors(plan.load.write.problems))
      return Fail(ErrorOf(Code::kInvalid, plan.load.write.problems));
    return MakePgLoad(server_, request, std::move(plan));
  }
  Result<TransferOffer> OfferTransfer(const TransferSource& source, const WriteRequest& write,
                                      StopToken stop) override {
    auto* const from = dynamic_cast<PostgresSession*>(source.session);
    if (from == nullptr) return TransferOffer();
    AIETL_TRY(ForTarget(write));
    return OfferPgRelay({source.name, from->server_, source.read}, server_, write, std::move(stop));
  }
  Result<TransferOffer> OfferQuery(const std::vector<TransferSource>& sources,
                                   const std::string& query, const WriteRequest& write,
                                   StopToken stop) override {
    std::vector<PgTransferSource> from;
    for (const TransferSource& source : sources) {
      auto* const session = dynamic_cast<PostgresSession*>(source.session);
      if (session == nullptr) return TransferOffer();
      from.push_back({source.name, session->server_, source.read});
    }
    AIETL_TRY(ForTarget(write));
    return OfferPgQuery(from, query, server_, write, std::move(stop));
  }
  Result<std::unique_ptr<Load>> Recover(const json::Value& descriptor) override {
    return RecoverPgLoad(server_, descriptor);
  }
  Result<void> Rollback(const json::Value& undo, StopToken stop) override {
    AIETL_ASSIGN(const UndoState state, UndoStateFromJson(undo));
    return RollbackPgLoad(*server_, state, std::move(stop));
  }
  Result<void> DropUndo(const json::Value& undo) override {
    AIETL_ASSIGN(const UndoState state, UndoStateFromJson(undo));
    return DropPgUndo(*server_, state);
  }

 private:
  Result<PgConnection*> ForTarget(const WriteRequest& request) {
    AIETL_ASSIGN(const PgOpenOptions timeouts, PgTimeouts(request.options));
    AIETL_TRY(server_->Use(timeouts));
    return server_->Control();
  }
  std::shared_ptr<PgServer> server_;
};

class PostgresConnector : public Connector {
 public:
  const ConnectorInfo& info() const override { return info_; }
  Problems Validate(const std::string& uri) const override {
    // What stands behind a reference is not known yet.
    return spec::HoldsSecret(uri) ? Problems() : CheckPgUri(uri);
  }
  Result<std::unique_ptr<Session>> Open(const std::string& uri, const OpenContext&) const override {
    auto server = std::make_shared<PgServer>(uri);
    AIETL_TRY(server->Control());  // what cannot be reached says so now
    return std::unique_ptr<Session>(std::make_unique<PostgresSession>(std::move(server)));
  }

 private:
  ConnectorInfo info_ = PostgresInfo();
};

}  // namespace

std::unique_ptr<Connector> MakePostgresConnector() {
  return std::make_unique<PostgresConnector>();
}

}  // namespace aietl::connectors
