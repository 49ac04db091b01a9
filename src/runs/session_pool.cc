#include "runs/session_pool.h"

#include "base/did_you_mean.h"
#include "base/durable_file.h"
#include "base/text.h"
#include "config/secret.h"

namespace aietl::runs {
namespace {

bool LooksLikeUri(const std::string& text) {
  return text.find("://") != std::string::npos || text.find('/') != std::string::npos ||
         text.find('.') != std::string::npos;
}

// A connection given as URI stays, a name becomes what `connect add` stored.
Result<std::string> UriOf(const std::string& connection, store::Store& store) {
  if (LooksLikeUri(connection)) return config::ResolveSecrets(connection);
  AIETL_ASSIGN(const std::vector<store::ConnectionInfo> known, store.ListConnections());
  std::vector<std::string> names;
  for (const store::ConnectionInfo& info : known) {
    names.push_back(info.name);
    if (info.name != connection) continue;
    AIETL_ASSIGN(const std::string uri, store.GetConnection(connection));
    return config::ResolveSecrets(uri);
  }
  std::string hint = DidYouMean(connection, names);
  if (hint.empty()) hint = Msg("add it: aietl connect add {} URI", connection);
  return Fail(Error(Code::kNotFound, "unknown_connection",
                    Msg("there is no connection named {}", connection))
                  .About(connection)
                  .Hint(std::move(hint)));
}

}  // namespace

Result<Connected> SessionPool::For(const spec::Endpoint& endpoint) {
  Connected out;
  if (!endpoint.path.empty()) {
    const connectors::Connector* files = context_.registry.ForType("files");
    AIETL_CHECK(files != nullptr);
    AIETL_ASSIGN(out.session, Open(*files, ""));
    out.info = &files->info();
    out.identity = "file:" + AbsolutePath(endpoint.path, folder_);
    out.display = endpoint.path;
    return out;
  }
  Result<std::string> uri = UriOf(endpoint.connection, context_.store);
  if (!uri) return Fail(std::move(uri.error()).At(endpoint.place));
  Result<const connectors::Connector*> connector = context_.registry.ForUri(*uri);
  if (!connector) return Fail(std::move(connector.error()).At(endpoint.place));
  Result<connectors::Session*> session = Open(**connector, *uri);
  if (!session) return Fail(std::move(session.error()).At(endpoint.place));
  out.session = *session;
  out.info = &(*connector)->info();
  out.uri = *uri;
  out.identity = config::MaskSecrets(*uri) + " " + endpoint.table;
  out.display = (endpoint.connection == *uri ? config::MaskSecrets(*uri) : endpoint.connection) +
                " " + endpoint.table;
  return out;
}

Result<connectors::Session*> SessionPool::Open(const connectors::Connector& connector,
                                               const std::string& uri) {
  const std::string key = std::string(connector.info().type) + " " + uri;
  auto found = sessions_.find(key);
  if (found == sessions_.end()) {
    AIETL_ASSIGN(std::unique_ptr<connectors::Session> session,
                 connector.Open(uri, {context_.database, folder_}));
    found = sessions_.emplace(key, std::move(session)).first;
  }
  return found->second.get();
}

}  // namespace aietl::runs
