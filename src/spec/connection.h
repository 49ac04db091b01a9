// The text of a `connection`: a stored name, a URI or files; judged by its syntax alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aietl::spec {

struct ConnectionFault {
  std::string message, hint;
};
std::optional<ConnectionFault> FindConnectionFault(const std::string& connection);

// user:password@ written out, not by ${env:…} or ${file:…}.
bool HoldsPassword(std::string_view uri);
// ${env:…} or ${file:…}, so that the text is not known before the run.
bool HoldsSecret(std::string_view text);
// Has a slash, a wildcard or the ending of a data file, and no scheme.
bool LooksLikePath(std::string_view text);
// Whether the URI names a database that is a file, so that its path may be relative
// ("sqlite:///shop.db"); a server's third slash only ends the host.
bool IsFileDatabase(std::string_view uri);
// "sqlite" for sqlite:///shop.db and the like; empty for what can be a file's address.
std::string DatabaseScheme(std::string_view uri);
// "sqlite" for shop.db, "duckdb" for shop.duckdb; empty for other endings.
std::string DatabaseFileScheme(std::string_view path);

// One spelling for each place that a target can write to: the path absolute and without dots; URIs
// of files likewise.
std::string NormalPath(const std::string& path, const std::string& folder);
std::string NormalConnection(const std::string& connection, const std::string& folder);

}  // namespace aietl::spec
