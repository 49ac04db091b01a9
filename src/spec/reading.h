// Reads the parts of a parsed document into the model. Each function reports what is wrong with its
// own part; what concerns several parts together is in rules.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/options.h"
#include "json/node.h"
#include "spec/findings.h"
#include "spec/params.h"
#include "spec/parse.h"
#include "spec/pipeline.h"
#include "spec/sql_place.h"

namespace aietl::spec {

struct Reading {
  const SubstitutedDocument& document;
  const FileLines& lines;
  const EndpointOptions& endpoints;
  Findings& findings;
};

// One mapping of the document: its keys as options, as nodes, and what messages call it
// ("sources.orders").
struct Part {
  const config::Options& options;
  const json::Node& node;
  std::string object;

  // Has a value, even if it is wrong: then a problem has been reported already. A key with nothing
  // behind it counts as absent.
  bool Given(const char* key) const {
    const json::Node* value = node.Find(key);
    return value != nullptr && value->kind != json::NodeKind::kNull;
  }
  std::string Object(const char* key) const { return object + "." + key; }
};

Endpoint ReadEndpoint(const Reading& reading, const Part& part,
                      const std::vector<config::Option>& formats);
Source ReadSource(const Reading& reading, const Part& part, const json::Node& name);
std::vector<Step> ReadSteps(const Reading& reading);
Check ReadCheck(const Reading& reading, const Part& part);
Target ReadTarget(const Reading& reading, const Part& part);
std::optional<Schedule> ReadSchedule(const Reading& reading, const config::Options& document);

// A list of columns: reports an empty list, empty names and repetitions.
std::vector<std::string> ReadColumns(const Reading& reading, const Part& part, const char* key);
// The text of a key that must not be blank where it is given.
std::string ReadText(const Reading& reading, const Part& part, const char* key);

SqlPlace PlaceOfSql(const Reading& reading, const json::Node& node);

}  // namespace aietl::spec
