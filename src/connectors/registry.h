// All connectors of the program, found by URI scheme.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/connector.h"
#include "spec/parse.h"

namespace aietl::connectors {

class Registry {
 public:
  void Add(std::unique_ptr<Connector> connector);
  // For a URI ("sqlite:///x.db") or, without a scheme, for files. nullptr-free: an unknown scheme
  // is an error with suggestions.
  Result<const Connector*> ForUri(std::string_view uri) const;
  const Connector* ForType(std::string_view type) const;
  const std::vector<std::unique_ptr<Connector>>& all() const { return connectors_; }
  // What the document parser needs: the union of the connectors' endpoint options.
  const spec::EndpointOptions& endpoint_options() const { return endpoint_options_; }

 private:
  std::vector<std::unique_ptr<Connector>> connectors_;
  spec::EndpointOptions endpoint_options_;
};

// The explicit list (all.cc).
std::unique_ptr<Registry> MakeRegistry();

}  // namespace aietl::connectors
