#include "base/text.h"
#include "spec/document_options.h"
#include "spec/parse.h"
#include "spec/pipeline.h"

namespace aietl::spec {
namespace {

const char* MeaningOf(Mode mode) {
  switch (mode) {
    case Mode::kReplace:
      return Tr("exactly the new rows; readers see the old content until one atomic swap");
    case Mode::kAppend:
      return Tr("the old rows and the new ones, each run once even after a crash");
    case Mode::kMerge: return Tr("one row per key: new and changed rows are written, others kept");
    case Mode::kDeleteInsert:
      return Tr("rows whose key or partition occurs in the batch are replaced");
    case Mode::kScd2:
      return Tr(
          "history: valid_from, valid_to and is_current per version of a key; unchanged rows make "
          "no version");
    case Mode::kSnapshot: return Tr("the old rows and all new rows with snapshot_at");
    case Mode::kCdc: return Tr("the source's changes applied in order");
  }
  return "";
}

const char* MeaningOf(Contract contract) {
  switch (contract) {
    case Contract::kEvolve: return Tr("the target follows the source");
    case Contract::kFreeze: return Tr("the run fails before anything is written");
    case Contract::kDiscardRow: return Tr("rows that use it are left out");
    case Contract::kDiscardValue: return Tr("the value is left out, the row stays");
  }
  return "";
}

// Either a path, or a table behind a connection.
json::Value WithPlace(json::Value endpoint) {
  const auto required = [](json::Array names) {
    return json::Value(json::Object{{"required", std::move(names)}});
  };
  endpoint.Set("oneOf", json::Array{required({"path"}), required({"connection", "table"})});
  return endpoint;
}

}  // namespace

json::Value DocumentSchema(const EndpointOptions& options) {
  json::Value schema = config::SchemaOf(DocumentOptions(options));
  json::Value properties = schema["properties"];
  json::Value sources = properties["sources"];
  sources.Set("additionalProperties", WithPlace(sources["additionalProperties"]));
  properties.Set("sources", std::move(sources));
  json::Value targets = properties["targets"];
  targets.Set("items", WithPlace(targets["items"]));
  properties.Set("targets", std::move(targets));
  // A parameter without a default is written as `day:`.
  json::Value params = properties["params"];
  params.Set("additionalProperties",
             json::Object{{"type", json::Array{"string", "number", "boolean", "null"}}});
  properties.Set("params", std::move(params));
  schema.Set("properties", std::move(properties));

  json::Value out;
  out.Set("$schema", "http://json-schema.org/draft-07/schema#");
  out.Set("title", "AI-ETL pipeline document");
  for (const auto& [name, value] : schema.AsObject())
    out.Set(name, value);
  return out;
}

std::string DocumentReference(const EndpointOptions& options) {
  std::string out = std::string("# ") + Tr("The pipeline document: reference") + "\n\n";
  out += std::string(Tr("Every key of the document, from the descriptors that read it.")) + "\n\n";
  out += config::ReferenceOf(DocumentOptions(options), 2);
  out += std::string("\n## ") + Tr("Modes of targets") + "\n\n";
  out += Msg("| mode | what the target holds after the run |") + "\n|---|---|\n";
  for (int i = 0; i <= static_cast<int>(Mode::kCdc); ++i) {
    const Mode mode = static_cast<Mode>(i);
    out += std::string("| `") + ModeName(mode) + "` | " + MeaningOf(mode) + " |\n";
  }
  out += std::string("\n## ") + Tr("When a source's columns change") + "\n\n";
  out += Msg("| value | what happens to a new column, or a changed type |") + "\n|---|---|\n";
  for (int i = 0; i <= static_cast<int>(Contract::kDiscardValue); ++i) {
    const Contract contract = static_cast<Contract>(i);
    out += std::string("| `") + ContractName(contract) + "` | " + MeaningOf(contract) + " |\n";
  }
  return out;
}

}  // namespace aietl::spec
