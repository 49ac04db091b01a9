#include "config/options.h"

#include <algorithm>

#include "config/internal/parse_value.h"

namespace aietl::config {
namespace {

const json::Value kNothing;

const Option* FindOption(const std::vector<Option>* declared, std::string_view name) {
  if (declared == nullptr) return nullptr;
  const auto found = std::find_if(declared->begin(), declared->end(),
                                  [&](const Option& o) { return o.name == name; });
  return found == declared->end() ? nullptr : &*found;
}

// The declared default in the form that a given value has.
json::Value DefaultOf(const std::vector<Option>* declared, std::string_view name) {
  const Option* option = FindOption(declared, name);
  if (option == nullptr || option->default_text == nullptr) return {};
  const Result<json::Node> node = DefaultNode(*option);
  AIETL_CHECK(node.has_value());  // defaults are ours
  Problems problems;
  json::Value value = ParseScalars(*option, *node, {"", option->name, &problems});
  AIETL_CHECK(problems.empty());
  return value;
}

json::Node NodeFrom(const json::Value& value) {
  json::Node node;
  if (value.is_array()) {
    node.kind = json::NodeKind::kSequence;
    for (const json::Value& item : value.AsArray())
      node.items.push_back(NodeFrom(item));
  } else if (value.is_object()) {
    node.kind = json::NodeKind::kMapping;
    for (const auto& [key, member] : value.AsObject())
      node.members.push_back({NodeFrom(json::Value(key)), NodeFrom(member)});
  } else if (!value.is_null()) {
    node.kind = json::NodeKind::kScalar;
    node.quoted = value.is_string();
    node.text = value.is_string() ? value.AsString() : json::Write(value);
  }
  return node;
}

}  // namespace

const Options::Entry* Options::Find(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& e) { return e.name == name; });
  return found == entries_.end() ? nullptr : &*found;
}

json::Value Options::Given(std::string_view name) const {
  const Entry* entry = Find(name);
  return entry == nullptr ? DefaultOf(declared_, name) : entry->value;
}

bool Options::Has(std::string_view name) const {
  return Find(name) != nullptr;
}

std::string Options::String(std::string_view name) const {
  const json::Value value = Given(name);
  if (value.is_string() || value.is_null()) return value.AsString();
  const Entry* entry = Find(name);
  return entry != nullptr && entry->node.kind == json::NodeKind::kScalar ? entry->node.text
                                                                         : json::Write(value);
}

int64_t Options::Integer(std::string_view name) const {
  return Given(name).AsInt();
}
double Options::Number(std::string_view name) const {
  return Given(name).AsDouble();
}
bool Options::Boolean(std::string_view name) const {
  return Given(name).AsBool();
}

std::vector<std::string> Options::List(std::string_view name) const {
  const json::Value value = Given(name);
  std::vector<std::string> out;
  if (value.is_string()) out.push_back(value.AsString());
  for (const json::Value& item : value.AsArray())
    out.push_back(item.is_string() ? item.AsString() : json::Write(item));
  return out;
}

std::vector<std::pair<std::string, std::string>> Options::Map(std::string_view name) const {
  const json::Value value = Given(name);
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& [key, member] : value.AsObject()) {
    out.emplace_back(key, member.is_string() ? member.AsString() : json::Write(member));
  }
  return out;
}

const Options* Options::Object(std::string_view name) const {
  const Entry* entry = Find(name);
  if (entry == nullptr || entry->children.empty() || !entry->children.front().first.empty())
    return nullptr;
  return &entry->children.front().second;
}

std::vector<const Options*> Options::Objects(std::string_view name) const {
  std::vector<const Options*> out;
  const Entry* entry = Find(name);
  if (entry == nullptr) return out;
  out.reserve(entry->children.size());
  for (const auto& [key, child] : entry->children)
    out.push_back(&child);
  return out;
}

std::vector<std::pair<std::string, const Options*>> Options::ObjectMap(
    std::string_view name) const {
  std::vector<std::pair<std::string, const Options*>> out;
  const Entry* entry = Find(name);
  if (entry == nullptr) return out;
  out.reserve(entry->children.size());
  for (const auto& [key, child] : entry->children)
    out.emplace_back(key, &child);
  return out;
}

const json::Value& Options::Any(std::string_view name) const {
  const Entry* entry = Find(name);
  return entry == nullptr ? kNothing : entry->value;
}

Place Options::PlaceOf(std::string_view name) const {
  const Entry* entry = Find(name);
  if (entry == nullptr || entry->node.line == 0) return place_;
  return {place_.file, entry->node.line, entry->node.column};
}

const json::Node* Options::NodeOf(std::string_view name) const {
  const Entry* entry = Find(name);
  return entry == nullptr ? nullptr : &entry->node;
}

json::Value Options::ToJson() const {
  json::Object out;
  for (const Entry& entry : entries_) {
    const Kind kind = entry.option == nullptr ? Kind::kAny : entry.option->kind;
    if (entry.option != nullptr && entry.option->secret) {
      out.emplace_back(entry.name, "***");
    } else if (kind == Kind::kObject) {
      out.emplace_back(entry.name, entry.children.empty() ? json::Value(json::Object{})
                                                          : entry.children.front().second.ToJson());
    } else if (kind == Kind::kObjectList) {
      json::Array items;
      for (const auto& [key, child] : entry.children)
        items.push_back(child.ToJson());
      out.emplace_back(entry.name, std::move(items));
    } else if (kind == Kind::kObjectMap) {
      json::Object members;
      for (const auto& [key, child] : entry.children)
        members.emplace_back(key, child.ToJson());
      out.emplace_back(entry.name, std::move(members));
    } else if (kind == Kind::kDuration || kind == Kind::kBytes) {
      out.emplace_back(entry.name, entry.node.text);  // as it was written, with its unit
    } else {
      out.emplace_back(entry.name, entry.value);
    }
  }
  return json::Value(std::move(out));
}

void Options::Set(std::string_view name, const json::Value& value) {
  const Option* option = FindOption(declared_, name);
  static const Option undeclared{.name = "", .kind = Kind::kAny, .text = ""};
  const json::Node node = NodeFrom(value);
  Problems problems;
  json::Node mapping;
  Entry entry;
  entry.name = std::string(name);
  entry.node = node;
  entry.option = option;
  FillEntry(option == nullptr ? undeclared : *option, node, {place_.file, entry.name, &problems},
            &entry);
  std::erase_if(entries_, [&](const Entry& e) { return e.name == name; });
  entries_.push_back(std::move(entry));
}

}  // namespace aietl::config
