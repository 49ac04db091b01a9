#include "spec/parse.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "spec/document_options.h"
#include "spec/findings.h"
#include "spec/key_hints.h"
#include "spec/names.h"
#include "spec/reading.h"
#include "spec/rules.h"

namespace aietl::spec {
namespace {

constexpr int kVersion = 1;

// Reads the whole document, whatever is wrong with parts of it.
class DocumentReader {
 public:
  DocumentReader(const Reading& reading, const config::Options& options, Pipeline& pipeline)
      : reading_(reading), findings_(reading.findings), options_(options), out_(pipeline) {}

  void Read() {
    ReadHead();
    ReadSources();
    out_.steps = ReadSteps(reading_);
    const std::vector<Part> checks = PartsOf("checks");
    for (const Part& part : checks)
      out_.checks.push_back(ReadCheck(reading_, part));
    const std::vector<Part> targets = PartsOf("targets");
    for (const Part& part : targets)
      out_.targets.push_back(ReadTarget(reading_, part));
    out_.schedule = ReadSchedule(reading_, options_);
    ReadRetries();
    CheckNames(reading_, out_);
    CheckReferences(reading_, out_, checks, targets);
    CheckPlaces(reading_, out_, checks, targets);
  }

 private:
  void ReadHead() {
    out_.params = reading_.document.params;
    out_.name = options_.String("name");
    out_.description = options_.String("description");
    out_.owner = options_.String("owner");
    if (options_.Has("version") && options_.Integer("version") != kVersion) {
      findings_
          .Error(
              "unsupported_version", options_.PlaceOf("version"), "version",
              Msg("version {} of the document's format is not known", options_.Integer("version")))
          .hint = Msg("write version: {}", kVersion);
    }
    if (options_.Has("name")) CheckPipelineName();
    const json::Node* sources = reading_.document.root.Find("sources");
    const json::Node* steps = reading_.document.root.Find("steps");
    if (sources == nullptr && steps == nullptr) {
      findings_
          .Error("missing_key", findings_.PlaceOf(reading_.document.root), "sources",
                 Tr("the document has neither sources nor steps"))
          .hint = Tr("add sources: {NAME: {path: FILE}}");
    }
    for (const char* section : {"sources", "steps", "targets"}) {
      const json::Node* node = reading_.document.root.Find(section);
      const bool empty =
          node != nullptr &&
          (node->kind == json::NodeKind::kNull || node->kind == json::NodeKind::kMapping ||
           node->kind == json::NodeKind::kSequence) &&
          node->members.empty() && node->items.empty();
      if (!empty) continue;
      findings_
          .Error("empty_section", findings_.PlaceOf(*node), section, Msg("{} is empty", section))
          .hint = std::string_view(section) == "targets"
                      ? Tr("say where the result goes: - {from: NAME, path: FILE}")
                      : Tr("write an entry, or leave the key out");
    }
  }

  // The name goes into file names, ledgers and schedulers.
  void CheckPipelineName() {
    constexpr size_t kMost = 128;
    std::string letters = out_.name;
    std::erase_if(letters, [](char c) { return c == '-' || c == '.'; });
    if (!out_.name.empty() && out_.name.size() <= kMost && IsName("a" + letters) &&
        out_.name[0] != '.' && out_.name[0] != '-')
      return;
    if (out_.name.find("${") != std::string::npos) return;  // reported already
    findings_
        .Error("bad_name", options_.PlaceOf("name"), "name",
               Msg("{} cannot be the name of a pipeline", Quoted(out_.name)))
        .hint = Msg("use letters, digits, _, - and ., at most {} bytes", kMost);
  }

  void ReadSources() {
    const json::Node* sources = reading_.document.root.Find("sources");
    if (sources == nullptr) return;
    const auto parsed = options_.ObjectMap("sources");
    size_t next = 0;
    for (const auto& [name, node] : sources->members) {
      // Those that are no mappings have been reported.
      if (next >= parsed.size() || parsed[next].first != name.text) continue;
      out_.sources.push_back(
          ReadSource(reading_, {*parsed[next++].second, node, "sources." + name.text}, name));
    }
  }

  // The entries of a list that are mappings; others have been reported.
  std::vector<Part> PartsOf(const char* section) {
    std::vector<Part> out;
    const json::Node* list = reading_.document.root.Find(section);
    if (list == nullptr) return out;
    const std::vector<const config::Options*> parsed = options_.Objects(section);
    size_t next = 0;
    for (size_t i = 0; i < list->items.size() && next < parsed.size(); ++i) {
      if (list->items[i].kind != json::NodeKind::kMapping) continue;
      out.push_back(
          {*parsed[next++], list->items[i], std::string(section) + "[" + std::to_string(i) + "]"});
    }
    return out;
  }

  void ReadRetries() {
    const config::Options* retries = options_.Object("retries");
    if (retries == nullptr) return;
    if (retries->Has("max")) out_.retries.max = static_cast<int>(retries->Integer("max"));
    if (retries->Has("backoff")) out_.retries.backoff = retries->Integer("backoff");
  }

  const Reading& reading_;
  Findings& findings_;
  const config::Options& options_;
  Pipeline& out_;
};

// In the order in which a reader of the file meets them.
void SortByPlace(Problems& problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
}

Result<json::Node> ReadRoot(const ParseRequest& request) {
  AIETL_ASSIGN(json::Node root, json::ParseDocument(request.text, request.file));
  if (root.kind == json::NodeKind::kMapping) return root;
  const bool empty = root.kind == json::NodeKind::kNull;
  return Fail(Error(Code::kInvalid, empty ? "empty_document" : "wrong_type",
                    empty ? Tr("the document is empty")
                          : Tr("the document is not a mapping of keys to values"))
                  .At({request.file, std::max(root.line, 1), std::max(root.column, 1)})
                  .Hint(Tr("start with version: 1, name, sources and targets")));
}

// A name with nothing behind it is judged by what it lacks: `day:` is a parameter without a
// default, `revenue:` a step without SQL, `orders:` a source without a place.
void FillEmptyEntries(json::Node& root) {
  for (auto& [section, entries] : root.members) {
    const bool texts = section.text == "params" || section.text == "steps";
    if (!texts && section.text != "sources") continue;
    for (auto& [name, value] : entries.members) {
      if (value.kind != json::NodeKind::kNull) continue;
      value.kind = texts ? json::NodeKind::kScalar : json::NodeKind::kMapping;
      value.text.clear();
      value.quoted = texts;
    }
  }
}

}  // namespace

Result<Pipeline> Parse(const ParseRequest& request, const EndpointOptions& endpoints,
                       Problems* problems) {
  Result<json::Node> root = ReadRoot(request);
  if (!root) {
    problems->push_back(root.error().ToProblem());
    return Fail(std::move(root.error()));
  }
  Problems found;
  Findings findings(request.file, &found);
  const FileLines lines(request.text);
  SubstitutedDocument document = SubstituteParams(*root, request.params, lines, findings);
  FillEmptyEntries(document.root);
  const std::vector<config::Option> declared = DocumentOptions(endpoints);
  const config::Options options =
      config::ParseOptions(declared, document.root, request.file, &found);
  AddKeyHints(declared, found);

  Pipeline pipeline;
  pipeline.file = request.file;
  pipeline.folder = request.folder;
  pipeline.document = root->ToValue();
  const Reading reading{document, lines, endpoints, findings};
  DocumentReader(reading, options, pipeline).Read();

  SortByPlace(found);
  problems->insert(problems->end(), found.begin(), found.end());
  if (HasErrors(found)) return Fail(ErrorOf(Code::kInvalid, std::move(found)));
  return pipeline;
}

}  // namespace aietl::spec
