#include "connectors/files/files.h"

#include "base/text.h"
#include "connectors/files/discover.h"
#include "connectors/files/file_load.h"
#include "connectors/files/glob.h"
#include "connectors/files/misfit.h"
#include "connectors/files/options.h"
#include "connectors/files/read.h"
#include "connectors/files/sniff_cache.h"

namespace aietl::connectors {
namespace {

using spec::Mode;

// `file:///a/b` as a path; a path is one already.
std::string PathOf(const std::string& uri) {
  if (!uri.starts_with("file:")) return uri;
  std::string path = uri.substr(5);
  if (path.starts_with("//")) path.erase(0, 2);
  return path;
}

class FilesSession : public Session {
 public:
  FilesSession(std::string base, const OpenContext& context,
               std::unique_ptr<data::Connection> connection, files::SniffCache& cache)
      : base_(std::move(base)),
        folder_(context.folder),
        connection_(std::move(connection)),
        cache_(cache) {}

  Result<void> Check(StopToken) override {
    if (base_.empty()) return {};
    const std::string path = AbsolutePath(base_, folder_);
    if (FileExists(path)) return {};
    return Fail(files::NoSuchFile(path, base_));
  }

  Result<std::vector<TableInfo>> Discover(const DiscoverRequest& request, StopToken stop) override {
    return files::DiscoverFiles(*connection_, request,
                                base_.empty() ? folder_ : AbsolutePath(base_, folder_), &cache_,
                                stop);
  }

  Result<Scan> Read(const ReadRequest& request, StopToken stop) override {
    return files::ReadFiles(*connection_, request,
                            request.folder.empty() ? folder_ : request.folder, &cache_, stop);
  }

  Result<WritePlan> PlanWrite(const WriteRequest& request, StopToken stop) override {
    return files::PlanFileWrite(*connection_, Resolved(request), stop);
  }

  Result<std::unique_ptr<Load>> Write(const WriteRequest& request, StopToken stop) override {
    return files::StartFileLoad(*connection_, Resolved(request), stop);
  }

  Result<std::unique_ptr<Load>> Recover(const json::Value& descriptor) override {
    return files::RecoverFileLoad(*connection_, descriptor);
  }
  Result<void> Rollback(const json::Value& undo, StopToken) override {
    return files::RollbackFile(undo);
  }
  Result<void> DropUndo(const json::Value& undo) override { return files::DropFileUndo(undo); }

 private:
  WriteRequest Resolved(const WriteRequest& request) const {
    WriteRequest resolved = request;
    if (resolved.folder.empty()) resolved.folder = folder_;
    return resolved;
  }

  std::string base_;
  std::string folder_;
  std::unique_ptr<data::Connection> connection_;
  files::SniffCache& cache_;
};

class FilesConnector : public Connector {
 public:
  FilesConnector() {
    info_.type = "files";
    info_.title = "Files: CSV, JSON, Parquet";
    info_.schemes = {"file"};
    info_.source_options = files::SourceOptions();
    info_.target_options = files::TargetOptions();
    info_.capabilities.read = true;
    info_.capabilities.write = true;
    info_.capabilities.modes = {Mode::kReplace,      Mode::kAppend, Mode::kMerge,
                                Mode::kDeleteInsert, Mode::kScd2,   Mode::kSnapshot};
    info_.capabilities.tables = false;
    info_.capabilities.engine_scan = true;
    info_.capabilities.engine_stage = true;
  }

  const ConnectorInfo& info() const override { return info_; }

  Problems Validate(const std::string& uri) const override {
    if (!uri.starts_with("file:")) return {};
    const std::string path = PathOf(uri);
    if (uri.starts_with("file:///") || (path.starts_with("/") && !uri.starts_with("file://")))
      return {};
    Problem problem{"bad_uri",
                    Severity::kError,
                    Msg("{}: a file URI names an absolute path", uri),
                    {},
                    uri,
                    Tr("write it with three slashes, as file:///data/orders.csv")};
    return {problem};
  }

  Result<std::unique_ptr<Session>> Open(const std::string& uri,
                                        const OpenContext& context) const override {
    Problems problems = Validate(uri);
    if (HasErrors(problems)) return Fail(ErrorOf(Code::kInvalid, std::move(problems)));
    AIETL_ASSIGN(std::unique_ptr<data::Connection> connection, context.database.Connect());
    AIETL_TRY(files::PrepareEngine(context.database, *connection));
    return std::unique_ptr<Session>(
        std::make_unique<FilesSession>(PathOf(uri), context, std::move(connection), cache_));
  }

 private:
  ConnectorInfo info_;
  mutable files::SniffCache cache_;  // guarded inside
};

}  // namespace

std::unique_ptr<Connector> MakeFilesConnector() {
  return std::make_unique<FilesConnector>();
}

}  // namespace aietl::connectors
