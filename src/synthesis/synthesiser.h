// Sentence → pipeline document: finds sources and targets, reads mode, keys, schedule and checks,
// leaves what is asked of the data to a QueryWriter, and proves the result.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/registry.h"
#include "data/database.h"
#include "json/value.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/catalog.h"

namespace aietl::synthesis {

struct NamedConnection {
  std::string name;
  std::string uri;  // secrets resolved
};

struct SynthesisRequest {
  std::string sentence;
  std::string folder;  // working directory: paths are relative to it, its data files are candidates
  std::vector<NamedConnection> connections;    // known by `connect add`
  std::map<std::string, std::string> answers;  // --answer ID=CHOICE, ids as printed before
  std::optional<Language> language;  // of questions and explanation; default: the sentence's
  int sample_values = 200;           // distinct values of a column that words are looked for in
  int64_t sample_rows = 20'000;      // of a table that they are taken from
};

struct Synthesis {
  json::Value document;  // as CONTRACT's `spec`; null when problems or questions stand in the way
  double confidence = 0;
  std::string explanation;
  std::vector<Link> links;  // `part` points into `document`
  std::vector<Question> questions;
  Problems problems;  // errors: exit 2; warnings may stand beside a document
};

struct SynthesisContext {
  const connectors::Registry& registry;
  data::Database& database;  // for discovery
};

class Synthesiser {
 public:
  virtual ~Synthesiser() = default;
  // Touches nothing but discovery. Never invents: every content word is linked to a part of the
  // document or reported.
  virtual Result<Synthesis> Write(const SynthesisRequest& request, const SynthesisContext& context,
                                  StopToken stop) = 0;
};

std::unique_ptr<Synthesiser> MakeBuiltinSynthesiser();

// `generate --json` as in CONTRACT.
json::Value ToJson(const Synthesis& synthesis);

}  // namespace aietl::synthesis
