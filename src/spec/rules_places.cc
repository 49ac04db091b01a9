#include <fnmatch.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "spec/connection.h"
#include "spec/names.h"
#include "spec/rules.h"
#include "spec/words.h"

namespace aietl::spec {
namespace {

class PlaceRules {
 public:
  PlaceRules(const Reading& reading, const Pipeline& pipeline)
      : findings_(reading.findings), pipeline_(pipeline), words_(pipeline) {
    for (const Source& source : pipeline.sources)
      sources_.emplace(LowerUtf8(source.name), &source);
    for (const Step& step : pipeline.steps)
      steps_.emplace(LowerUtf8(step.name), &step);
  }

  void CheckOnce(const Endpoint& endpoint, const std::string& name, const std::string& object) {
    std::string key;
    if (!endpoint.path.empty()) {
      key = "path " + NormalPath(endpoint.path, pipeline_.folder);
    } else if (!endpoint.connection.empty() && !endpoint.table.empty()) {
      key = "table " + NormalConnection(endpoint.connection, pipeline_.folder);
      const auto parts = TableNameParts(endpoint.table);
      if (!parts) return;
      for (const std::string& part : *parts)
        key += '\0' + part;
    } else {
      return;
    }
    const auto [first, added] = seen_.emplace(std::move(key), endpoint.place.line);
    if (added) return;
    findings_
        .Error("same_target", endpoint.place, object,
               Msg("two parts of the document write to {}", name))
        .hint =
        Msg("give each a place of its own, or join the rows in a step; the first is in line {}",
            first->second);
  }

  // A pattern that also matches what is written: the next run would read its own result.
  void CheckPattern(const Source& source, const Target& target, const std::string& object) {
    if (source.from.path.find_first_of("*?") == std::string::npos || target.to.path.empty()) return;
    const std::string pattern = NormalPath(source.from.path, pipeline_.folder);
    const std::string path = NormalPath(target.to.path, pipeline_.folder);
    const int flags = pattern.find("**") == std::string::npos ? FNM_PATHNAME : 0;
    if (fnmatch(pattern.c_str(), path.c_str(), flags) != 0) return;
    findings_
        .Warning("target_within_source", target.to.place, object,
                 Msg("the source {} would read {} in the next run", source.name, target.to.path))
        .hint = Tr("write to another folder, or narrow the source's pattern");
  }

  void CheckReplace(const Target& target, const Place& place, const std::string& object) {
    if (target.mode != Mode::kReplace) return;
    const Source* source = IncrementalBehind(target.from);
    if (source == nullptr) return;
    findings_
        .Warning("replace_of_increment", place, object,
                 Msg("after a later run {} would hold only what was new in {}", target.Name(),
                     source->name))
        .hint = Tr("use mode: merge or append, or leave incremental out of the source");
  }

 private:
  // An incremental source among all that `name` is made of, as far as the words of the SQL tell.
  const Source* IncrementalBehind(const std::string& name) {
    std::set<std::string> seen{LowerUtf8(name)};
    std::vector<std::string> open(seen.begin(), seen.end());
    while (!open.empty()) {
      const std::string next = open.back();
      open.pop_back();
      if (const auto source = sources_.find(next); source != sources_.end()) {
        if (source->second->incremental) return source->second;
        continue;
      }
      const auto step = steps_.find(next);
      if (step == steps_.end()) continue;
      for (const std::string& word : words_.Of(*step->second)) {
        const bool relation = sources_.contains(word) || steps_.contains(word);
        if (relation && seen.insert(word).second) open.push_back(word);
      }
    }
    return nullptr;
  }

  Findings& findings_;
  const Pipeline& pipeline_;
  Words words_;
  std::map<std::string, const Source*> sources_;  // by name in lower case
  std::map<std::string, const Step*> steps_;
  std::map<std::string, int> seen_;  // what is written to, and in which line
};

}  // namespace

void CheckPlaces(const Reading& reading, const Pipeline& pipeline, const std::vector<Part>& checks,
                 const std::vector<Part>& targets) {
  PlaceRules rules(reading, pipeline);
  for (size_t i = 0; i < targets.size(); ++i) {
    const Target& target = pipeline.targets[i];
    rules.CheckOnce(target.to, target.Name(), targets[i].object);
    for (const Source& source : pipeline.sources)
      rules.CheckPattern(source, target, targets[i].object);
    rules.CheckReplace(
        target, targets[i].options.Has("mode") ? targets[i].options.PlaceOf("mode") : target.place,
        targets[i].object);
  }
  for (size_t i = 0; i < checks.size(); ++i) {
    Endpoint file;
    file.path = pipeline.checks[i].quarantine;
    file.place = checks[i].options.PlaceOf("quarantine");
    rules.CheckOnce(file, file.path, checks[i].Object("quarantine"));
  }
}

}  // namespace aietl::spec
