#include "spec/key_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace aietl::spec {
namespace {

// Words of other tools for our keys.
constexpr std::array<std::pair<std::string_view, std::string_view>, 44> kSynonyms = {{
    {"inputs", "sources"},
    {"input", "sources"},
    {"extract", "sources"},
    {"outputs", "targets"},
    {"output", "targets"},
    {"sinks", "targets"},
    {"sink", "targets"},
    {"destination", "targets"},
    {"destinations", "targets"},
    {"load", "targets"},
    {"transforms", "steps"},
    {"transform", "steps"},
    {"models", "steps"},
    {"queries", "steps"},
    {"tests", "checks"},
    {"expectations", "checks"},
    {"assertions", "checks"},
    {"variables", "params"},
    {"vars", "params"},
    {"parameters", "params"},
    {"title", "name"},
    {"id", "name"},
    {"file", "path"},
    {"filename", "path"},
    {"files", "path"},
    {"glob", "path"},
    {"url", "connection"},
    {"uri", "connection"},
    {"dsn", "connection"},
    {"database", "connection"},
    {"db", "connection"},
    {"fields", "columns"},
    {"primary_key", "key"},
    {"keys", "key"},
    {"unique_key", "key"},
    {"merge_key", "key"},
    {"write_mode", "mode"},
    {"strategy", "mode"},
    {"write_disposition", "mode"},
    {"cursor", "watermark"},
    {"query", "sql"},
    {"model", "on"},
    {"tz", "timezone"},
    {"deduplicate", "dedup"},
}};

struct Known {
  std::string path;  // "sources.incremental"
  std::string_view key;
};

void Collect(const std::vector<config::Option>& options, const std::string& path,
             std::vector<Known>& out) {
  for (const config::Option& option : options) {
    out.push_back({path, option.name});
    const std::string inner = (path.empty() ? "" : path + ".") + option.name;
    Collect(option.fields, inner, out);
  }
}

// What a problem's object stands for among the descriptors: of "sources.orders.incremental.lagg"
// the last option known is `incremental`, and `key` is what follows it.
struct Located {
  std::string path;
  const config::Option* option = nullptr;
  std::string key;
  bool entry = false;  // an entry of a map or list: "sources.orders", "targets[0]"
};

Located Locate(const std::vector<config::Option>& declared, std::string_view object) {
  Located out;
  const std::vector<config::Option>* fields = &declared;
  bool name_next = false;
  while (!object.empty()) {
    const size_t dot = object.find('.');
    const std::string_view step = object.substr(0, dot);
    const std::string_view name = step.substr(0, step.find('['));
    object.remove_prefix(dot == std::string_view::npos ? object.size() : dot + 1);
    if (name_next) {
      name_next = false;
      out.entry = true;
      continue;
    }
    const auto found = std::find_if(fields->begin(), fields->end(),
                                    [&](const config::Option& o) { return name == o.name; });
    if (found == fields->end()) {
      out.key = step;
      break;
    }
    out.path += (out.path.empty() ? "" : ".") + std::string(name);
    out.option = &*found;
    out.entry = name.size() != step.size();
    name_next = found->kind == config::Kind::kObjectMap;
    fields = &found->fields;
  }
  return out;
}

std::string HintForKey(const std::vector<Known>& known, const Located& at) {
  const std::string_view wanted = OurWordFor(at.key);
  const std::string section = at.path.substr(0, at.path.find('.'));
  const Known* elsewhere = nullptr;
  for (const Known& k : known) {
    if (k.key != wanted) continue;
    if (k.path == at.path) return Msg("did you mean {}?", wanted);
    if (!at.path.empty() && k.path.starts_with(at.path + "."))
      return Msg("{} belongs under {}", wanted, k.path.substr(at.path.size() + 1));
    const bool nearer = elsewhere == nullptr || (!section.empty() && k.path.starts_with(section) &&
                                                 !elsewhere->path.starts_with(section));
    if (nearer) elsewhere = &k;
  }
  if (elsewhere == nullptr) return {};
  if (elsewhere->path.empty()) return Msg("{} belongs at the top of the document", wanted);
  return Msg("{} belongs under {}", wanted, elsewhere->path);
}

std::string HintForType(const Located& at, const std::string& object) {
  if (at.option == nullptr || !at.key.empty()) return {};
  if (!at.entry && at.option->example != nullptr)
    return Msg("for example: {}", std::string(at.option->name) + ": " + at.option->example);
  if (at.entry && at.path == "sources")
    return Msg("for example: {}", object.substr(object.find('.') + 1) + ": {path: orders.csv}");
  if (at.entry && at.option->kind == config::Kind::kObjectList && at.option->example != nullptr) {
    const std::string_view list = at.option->example;  // "[{…}]"
    return Msg("for example: {}", "- " + std::string(list.substr(1, list.size() - 2)));
  }
  return {};
}

}  // namespace

std::string_view OurWordFor(std::string_view word) {
  for (const auto& [other, ours] : kSynonyms) {
    if (other == word) return ours;
  }
  return word;
}

void AddKeyHints(const std::vector<config::Option>& declared, Problems& problems) {
  std::vector<Known> known;
  for (Problem& problem : problems) {
    const bool vague = problem.hint.empty() || problem.hint.starts_with(Msg("known here: {}", ""));
    if (!vague) continue;
    std::string better;
    if (problem.code == "unknown_key") {
      if (known.empty()) Collect(declared, "", known);
      better = HintForKey(known, Locate(declared, problem.object));
    } else if (problem.code == "wrong_type") {
      better = HintForType(Locate(declared, problem.object), problem.object);
    }
    if (!better.empty()) problem.hint = std::move(better);
  }
}

}  // namespace aietl::spec
