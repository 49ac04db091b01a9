#include "connectors/registry.h"

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "connectors/uri.h"

namespace aietl::connectors {
namespace {

// Options of one name are one option: connectors that share a name must mean the same by it.
void Unite(const std::vector<config::Option>& from, std::vector<config::Option>* into) {
  for (const config::Option& option : from) {
    const auto same = std::find_if(into->begin(), into->end(), [&](const config::Option& other) {
      return std::string_view(other.name) == option.name;
    });
    if (same == into->end()) {
      into->push_back(option);
    } else {
      AIETL_CHECK(same->kind == option.kind);
    }
  }
}

}  // namespace

void Registry::Add(std::unique_ptr<Connector> connector) {
  Unite(connector->info().source_options, &endpoint_options_.source);
  Unite(connector->info().target_options, &endpoint_options_.target);
  connectors_.push_back(std::move(connector));
}

Result<const Connector*> Registry::ForUri(std::string_view uri) const {
  const auto scheme = SchemeOf(uri);
  std::vector<std::string> known;
  const std::string lower = scheme ? std::string() : LowerUtf8(uri);
  const Connector* plain = nullptr;
  for (const auto& connector : connectors_) {
    const ConnectorInfo& info = connector->info();
    for (const char* own : info.schemes) {
      known.emplace_back(own);
      if (scheme == own) return connector.get();
      // "sqlite:shop.db": the connector itself says which slashes are missing.
      if (!scheme && info.capabilities.tables && lower.starts_with(std::string(own) + ":"))
        return connector.get();
    }
    for (const char* ending : info.endings) {
      if (!scheme && lower.ends_with(ending)) return connector.get();
    }
    if (!info.capabilities.tables && plain == nullptr) plain = connector.get();
  }
  if (!scheme && plain != nullptr) return plain;
  std::string list;
  for (const std::string& name : known)
    list += (list.empty() ? "" : ", ") + name;
  Error error(Code::kInvalid, "unknown_scheme",
              scheme ? Msg("there is no connector for {}://; there are: {}", *scheme, list)
                     : Msg("there is no connector for plain paths; there are: {}", list));
  error.hint = scheme ? DidYouMean(*scheme, known) : std::string();
  return Fail(std::move(error));
}

const Connector* Registry::ForType(std::string_view type) const {
  for (const auto& connector : connectors_) {
    if (connector->info().type == type) return connector.get();
  }
  return nullptr;
}

}  // namespace aietl::connectors
