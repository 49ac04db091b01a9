#include <set>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "config/internal/parse_value.h"
#include "config/options.h"

namespace aietl::config {
namespace {

// A list of known keys longer than this helps nobody.
constexpr size_t kMostKeysShown = 12;

std::string KeyHint(const std::string& key, const std::vector<Option>& declared) {
  std::vector<std::string> names;
  std::string list;
  for (const Option& option : declared) {
    names.emplace_back(option.name);
    list += (list.empty() ? "" : ", ") + names.back();
  }
  std::string hint = DidYouMean(key, names);
  if (hint.empty() && !names.empty() && names.size() <= kMostKeysShown)
    hint = Msg("known here: {}", list);
  return hint;
}

bool IsMapping(const json::Node& node, const Context& context) {
  if (node.kind == json::NodeKind::kMapping) return true;
  context.Report("wrong_type", node,
                 context.path.empty()
                     ? std::string(Tr("a mapping of keys to values is wanted here"))
                     : Msg("{} must be {}", context.path, Tr("a mapping of keys to values")));
  return false;
}

void ReportMissing(const Option& option, const json::Node& mapping, const Context& context) {
  std::string hint;
  if (option.example != nullptr)
    hint = Msg("for example: {}", std::string(option.name) + ": " + option.example);
  context.At(option.name)
      .Report("missing_key", mapping, Msg("the key {} is missing", option.name), std::move(hint));
}

}  // namespace

Options Options::Read(const std::vector<Option>& declared, const json::Node& mapping,
                      const Context& context) {
  Options out;
  out.declared_ = &declared;
  out.place_ = {context.file, mapping.line, mapping.column};
  if (mapping.kind != json::NodeKind::kNull && !IsMapping(mapping, context)) return out;
  std::set<std::string_view> met;
  for (const auto& [key, value] : mapping.members) {
    const Context at = context.At(key.text);
    if (!met.insert(key.text).second) {
      at.Report("duplicate_key", key, Msg("the key {} occurs twice", key.text));
      continue;
    }
    const Option* option = nullptr;
    for (const Option& candidate : declared) {
      if (candidate.name == key.text) option = &candidate;
    }
    if (option == nullptr) {
      at.Report("unknown_key", key, Msg("unknown key {}", key.text), KeyHint(key.text, declared));
      continue;
    }
    // A key with nothing behind it counts as absent, except where anything goes.
    if (value.kind == json::NodeKind::kNull && option->kind != Kind::kAny) {
      met.erase(key.text);
      continue;
    }
    Entry entry;
    entry.name = key.text;
    entry.option = option;
    entry.node = value;
    const size_t before = context.problems->size();
    FillEntry(*option, value, at, &entry);
    const bool nested = option->kind == Kind::kObject || option->kind == Kind::kObjectList ||
                        option->kind == Kind::kObjectMap;
    if (nested || context.problems->size() == before) out.entries_.push_back(std::move(entry));
  }
  for (const Option& option : declared) {
    if (option.required && !met.contains(option.name)) ReportMissing(option, mapping, context);
  }
  return out;
}

void Options::FillEntry(const Option& option, const json::Node& node, const Context& context,
                        Entry* entry) {
  const auto wrong = [&](const char* wanted) {
    context.Report("wrong_type", node, Msg("{} must be {}", context.path, wanted));
  };
  switch (option.kind) {
    case Kind::kObject:
      entry->children.emplace_back("", Read(option.fields, node, context));
      return;
    case Kind::kObjectList:
      if (node.kind != json::NodeKind::kSequence)
        return wrong(Tr("a list of mappings, each starting with a dash"));
      for (size_t i = 0; i < node.items.size(); ++i) {
        if (!IsMapping(node.items[i], context.AtIndex(i))) continue;
        entry->children.emplace_back("", Read(option.fields, node.items[i], context.AtIndex(i)));
      }
      return;
    case Kind::kObjectMap:
      if (node.kind != json::NodeKind::kMapping) return wrong(Tr("a mapping of names to mappings"));
      for (const auto& [key, value] : node.members) {
        if (!IsMapping(value, context.At(key.text))) continue;
        entry->children.emplace_back(key.text, Read(option.fields, value, context.At(key.text)));
      }
      return;
    default: entry->value = ParseScalars(option, node, context);
  }
}

Options ParseOptions(const std::vector<Option>& declared, const json::Node& mapping,
                     const std::string& file, Problems* problems) {
  return Options::Read(declared, mapping, {file, "", problems});
}

}  // namespace aietl::config
