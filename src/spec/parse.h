// Text → Pipeline, offline. All problems at once, each with its place.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/options.h"
#include "spec/pipeline.h"

namespace aietl::spec {

// The format options that an endpoint may carry come from outside (the connectors know them; spec
// does not): source options and target options.
struct EndpointOptions {
  std::vector<config::Option> source;
  std::vector<config::Option> target;
};

struct ParseRequest {
  std::string text;
  std::string file;    // for messages and for the ending (.json/.yaml)
  std::string folder;  // absolute base of relative paths
  std::vector<std::pair<std::string, std::string>>
      params;  // --param k=v: must be declared in the document
};

// Parses, substitutes ${params} (undeclared ones are errors with suggestions; `$$` is a dollar
// sign), and validates everything that needs neither schemas nor an SQL parser: unknown keys,
// types, references (target.from, checks.on) with did-you-mean, duplicate names, keys required by
// modes, cron, time zone, durations, one of connection/path, names usable as identifiers, two
// targets writing to one place. `options` must outlive the result. Returns the pipeline when there
// is no error; `problems` also gets warnings.
Result<Pipeline> Parse(const ParseRequest& request, const EndpointOptions& options,
                       Problems* problems);

// The JSON Schema (draft 7) of the document and its reference page, both from the descriptors that
// parse it.
json::Value DocumentSchema(const EndpointOptions& options);
std::string DocumentReference(const EndpointOptions& options);

// The canonical YAML of a document value: keys in CONTRACT's order, SQL as blocks.
std::string ToYaml(const json::Value& document);

}  // namespace aietl::spec
