// Connection URIs of databases that are files: sqlite:///relative, sqlite:////absolute,
// duckdb:///…, or a plain path.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace aietl::connectors {

struct Uri {
  std::string scheme;     // lower case
  std::string authority;  // between "//" and the next '/', as written
  std::string path;       // percent-decoded, with its first slash
  std::vector<std::pair<std::string, std::string>> parameters;  // behind '?', decoded
};

// The scheme in front of "://" in lower case; nullopt for a plain path.
std::optional<std::string> SchemeOf(std::string_view text);

// Errors (kInvalid, "bad_uri") never repeat the authority, which may hold a password.
Result<Uri> ParseUri(std::string_view text);

// "%20" → " ". An error for a '%' without two hexadecimal digits and for %00.
Result<std::string> PercentDecode(std::string_view text);
// What needs it in the path of a URI, encoded.
std::string PercentEncodePath(std::string_view path);

// The file that `uri` names: a URI of `scheme` or a plain path, not yet made absolute. Refuses
// hosts, missing slashes, in-memory databases, folders and parameters (there are none), each with
// the spelling that works.
Result<std::string> DatabaseFile(std::string_view uri, const std::string& scheme);

}  // namespace aietl::connectors
