// Every key of the pipeline document, declared once: parser, JSON Schema and reference page are
// made from these lists.
#pragma once

#include <vector>

#include "config/options.h"
#include "spec/parse.h"

namespace aietl::spec {

// The document's keys; those of a source and a target are followed by the connectors' own.
std::vector<config::Option> DocumentOptions(const EndpointOptions& endpoints);

// The list nested under `name` ("sources", "targets", …); empty when there is none.
const std::vector<config::Option>& FieldsOf(const std::vector<config::Option>& options,
                                            const char* name);

}  // namespace aietl::spec
