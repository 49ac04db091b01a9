#include <algorithm>
#include <set>

#include "base/text.h"
#include "spec/names.h"
#include "spec/rules.h"
#include "spec/words.h"

namespace aietl::spec {
namespace {

class ReferenceRules {
 public:
  ReferenceRules(const Reading& reading, const Pipeline& pipeline)
      : reading_(reading), pipeline_(pipeline), words_(pipeline) {
    for (const Target& target : pipeline.targets)
      used_.insert(target.from);
    for (const Check& check : pipeline.checks)
      used_.insert(check.on);
    // Also those that are wrong in themselves, which has been reported.
    for (const char* section : {"sources", "steps"}) {
      const json::Node* node = reading.document.root.Find(section);
      if (node == nullptr) continue;
      for (const auto& member : node->members)
        names_.push_back(member.key.text);
    }
  }

  void CheckReference(const std::string& name, const Part& part, const char* key) {
    if (name.empty() || names_.empty()) return;
    if (std::find(names_.begin(), names_.end(), name) != names_.end()) return;
    const json::Node* node = part.node.Find(key);
    const Place place = reading_.findings.PlaceOf(node == nullptr ? part.node : *node);
    reading_.findings
        .Error("unknown_reference", place, part.Object(key),
               Msg("there is no source or step {}", Quoted(name)))
        .hint = DidYouMeanOrList(name, names_);
  }

  // Columns that a target or check names, if the relation is a source that lists what it reads.
  void CheckColumns(const std::string& relation, const json::Node* columns,
                    const std::string& object) {
    const Source* source = pipeline_.FindSource(relation);
    if (columns == nullptr || source == nullptr || source->columns.empty()) return;
    if (columns->kind == json::NodeKind::kScalar) CheckColumn(*source, *columns, object);
    for (const json::Node& column : columns->items)
      CheckColumn(*source, column, object);
    for (const auto& [column, value] : columns->members)
      CheckColumn(*source, column, object);
  }

  void CheckUse(const std::string& name, const Place& place, const char* section,
                const Step* self) {
    if (!IsName(name)) return;
    const bool used = used_.contains(name) || words_.UsedBySql(name, self);
    if (used) return;
    const bool source = self == nullptr;
    reading_.findings
        .Warning(source ? "unused_source" : "unused_step", place, std::string(section) + "." + name,
                 source ? Msg("nothing uses the source {}", name)
                        : Msg("nothing uses the step {}", name))
        .hint = Tr("name it in a step or a target, or remove it");
  }

 private:
  void CheckColumn(const Source& source, const json::Node& column, const std::string& object) {
    if (column.text.empty()) return;
    const auto same = [&](const std::string& known) { return SameName(known, column.text); };
    if (std::any_of(source.columns.begin(), source.columns.end(), same)) return;
    reading_.findings
        .Error("unknown_column", reading_.findings.PlaceOf(column), object,
               Msg("the source {} does not read a column {}", source.name, Quoted(column.text)))
        .hint = DidYouMeanOrList(column.text, source.columns);
  }

  const Reading& reading_;
  const Pipeline& pipeline_;
  Words words_;
  std::vector<std::string> names_;
  std::set<std::string> used_;  // by targets and checks
};

}  // namespace

void CheckReferences(const Reading& reading, const Pipeline& pipeline,
                     const std::vector<Part>& checks, const std::vector<Part>& targets) {
  ReferenceRules rules(reading, pipeline);
  for (size_t i = 0; i < targets.size(); ++i) {
    const std::string& from = pipeline.targets[i].from;
    rules.CheckReference(from, targets[i], "from");
    for (const char* key : {"key", "partition"})
      rules.CheckColumns(from, targets[i].node.Find(key), targets[i].Object(key));
  }
  for (size_t i = 0; i < checks.size(); ++i) {
    const std::string& on = pipeline.checks[i].on;
    rules.CheckReference(on, checks[i], "on");
    for (const char* key : {"not_null", "unique", "accepted", "range"}) {
      rules.CheckColumns(on, checks[i].node.Find(key), checks[i].Object(key));
    }
    const json::Node* freshness = checks[i].node.Find("freshness");
    if (freshness != nullptr)
      rules.CheckColumns(on, freshness->Find("column"), checks[i].Object("freshness"));
  }
  // A misspelt reference has been told; that its true name is then unused would be noise.
  if (HasErrors(*reading.findings.problems())) return;
  for (const Source& source : pipeline.sources)
    rules.CheckUse(source.name, source.place, "sources", nullptr);
  for (const Step& step : pipeline.steps)
    rules.CheckUse(step.name, step.place, "steps", &step);
}

}  // namespace aietl::spec
