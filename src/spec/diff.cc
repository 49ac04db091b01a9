#include "spec/diff.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "config/secret.h"

namespace aietl::spec {
namespace {

using json::Value;

Value Masked(const Value& value) {
  if (value.is_string()) return config::MaskSecrets(value.AsString());
  if (value.is_array()) {
    json::Array out;
    for (const Value& item : value.AsArray())
      out.push_back(Masked(item));
    return out;
  }
  if (value.is_object()) {
    json::Object out;
    for (const auto& [name, member] : value.AsObject())
      out.emplace_back(name, Masked(member));
    return out;
  }
  return value;
}

bool IsListOfObjects(const Value& value) {
  const json::Array& items = value.AsArray();
  return !items.empty() && std::all_of(items.begin(), items.end(),
                                       [](const Value& item) { return item.is_object(); });
}

// What a target or a check is known by.
std::string Identity(const Value& item) {
  if (item["from"].is_string()) {
    return item["path"].is_string() ? item["path"].AsString()
                                    : config::MaskSecrets(item["connection"].AsString()) + " " +
                                          item["table"].AsString();
  }
  std::string out = item["on"].AsString();
  for (const char* kind : {"not_null", "unique", "accepted", "range", "rows", "freshness", "sql"}) {
    if (item.Find(kind) != nullptr) out += std::string(" ") + kind;
  }
  return out;
}

// The items of a list under names of their own: equal identities are numbered.
std::vector<std::pair<std::string, const Value*>> Named(const Value& list) {
  std::map<std::string, int> seen;
  std::vector<std::pair<std::string, const Value*>> out;
  for (const Value& item : list.AsArray()) {
    std::string name = Identity(item);
    const int count = ++seen[name];
    if (count > 1) name += " #" + std::to_string(count);
    out.emplace_back(std::move(name), &item);
  }
  return out;
}

class Differ {
 public:
  std::vector<Change> Take() { return std::move(changes_); }

  void Compare(const std::string& path, const Value* before, const Value* after) {
    if (before != nullptr && after != nullptr) {
      if (*before == *after) return;
      if (before->is_object() && after->is_object()) return CompareObjects(path, *before, *after);
      if (IsListOfObjects(*before) && IsListOfObjects(*after))
        return CompareLists(path, *before, *after);
    }
    const bool secrets =
        path.starts_with("sources") || path.starts_with("targets") || path.starts_with("params");
    const auto shown = [&](const Value* value) -> std::optional<Value> {
      if (value == nullptr) return std::nullopt;
      return secrets ? Masked(*value) : *value;
    };
    changes_.push_back({path, shown(before), shown(after)});
  }

 private:
  void CompareObjects(const std::string& path, const Value& before, const Value& after) {
    const std::string prefix = path.empty() ? "" : path + ".";
    for (const auto& [name, value] : before.AsObject())
      Compare(prefix + name, &value, after.Find(name));
    for (const auto& [name, value] : after.AsObject()) {
      if (before.Find(name) == nullptr) Compare(prefix + name, nullptr, &value);
    }
  }

  void CompareLists(const std::string& path, const Value& before, const Value& after) {
    auto old_items = Named(before);
    auto new_items = Named(after);
    // Items that stayed as they were do not take part, so that an inserted twin is an addition and
    // not a change of the other.
    for (auto old_item = old_items.begin(); old_item != old_items.end();) {
      const auto same = std::find_if(new_items.begin(), new_items.end(),
                                     [&](const auto& n) { return *n.second == *old_item->second; });
      if (same == new_items.end()) {
        ++old_item;
        continue;
      }
      new_items.erase(same);
      old_item = old_items.erase(old_item);
    }
    for (const auto& [name, value] : old_items) {
      const auto same = std::find_if(new_items.begin(), new_items.end(),
                                     [&](const auto& n) { return n.first == name; });
      Compare(path + "[" + name + "]", value, same == new_items.end() ? nullptr : same->second);
      if (same != new_items.end()) new_items.erase(same);
    }
    for (const auto& [name, value] : new_items)
      Compare(path + "[" + name + "]", nullptr, value);
  }

  std::vector<Change> changes_;
};

std::vector<std::string_view> Lines(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  std::vector<std::string_view> out;
  while (true) {
    const size_t end = text.find('\n');
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

// The longest common subsequence decides which lines stayed. Very long texts are shown as replaced.
std::string LineDiff(std::string_view before, std::string_view after) {
  const auto old_lines = Lines(before);
  const auto new_lines = Lines(after);
  constexpr size_t kMostLines = 2000;
  std::string out;
  const auto put = [&](const char* sign, std::string_view line) {
    out += std::string("    ") + sign + std::string(line) + "\n";
  };
  if (old_lines.size() > kMostLines || new_lines.size() > kMostLines) {
    for (const auto line : old_lines)
      put("- ", line);
    for (const auto line : new_lines)
      put("+ ", line);
    return out;
  }
  const size_t width = new_lines.size() + 1;
  std::vector<uint32_t> common((old_lines.size() + 1) * width, 0);
  for (size_t i = old_lines.size(); i-- > 0;) {
    for (size_t j = new_lines.size(); j-- > 0;) {
      common[i * width + j] = old_lines[i] == new_lines[j] ? common[(i + 1) * width + j + 1] + 1
                                                           : std::max(common[(i + 1) * width + j],
                                                                      common[i * width + j + 1]);
    }
  }
  size_t i = 0;
  size_t j = 0;
  while (i < old_lines.size() || j < new_lines.size()) {
    if (i < old_lines.size() && j < new_lines.size() && old_lines[i] == new_lines[j]) {
      put("  ", old_lines[i]);
      ++i, ++j;
    } else if (j == new_lines.size() ||
               (i < old_lines.size() && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      put("- ", old_lines[i++]);
    } else {
      put("+ ", new_lines[j++]);
    }
  }
  return out;
}

bool IsLong(const std::optional<Value>& value) {
  return value && value->is_string() && value->AsString().find('\n') != std::string::npos;
}

std::string OneLine(const Value& value) {
  return value.is_string() ? value.AsString() : json::Write(value);
}

}  // namespace

std::vector<Change> DiffDocuments(const Value& before, const Value& after) {
  Differ differ;
  differ.Compare("", &before, &after);
  return differ.Take();
}

std::string DiffText(const std::vector<Change>& changes) {
  std::string out;
  for (const Change& change : changes) {
    const char* sign = !change.before ? "+ " : !change.after ? "- " : "~ ";
    out += sign + change.path;
    if (IsLong(change.before) || IsLong(change.after)) {
      out += "\n";
      if (!change.before || !change.after) {
        for (const auto line : Lines((change.before ? *change.before : *change.after).AsString())) {
          out += "    " + std::string(sign) + std::string(line) + "\n";
        }
      } else {
        out += LineDiff(OneLine(*change.before), OneLine(*change.after));
      }
      continue;
    }
    out += ": ";
    if (change.before) out += OneLine(*change.before);
    if (change.before && change.after) out += " → ";
    if (change.after) out += OneLine(*change.after);
    out += "\n";
  }
  return out;
}

Value DiffJson(const std::vector<Change>& changes) {
  Value out{json::Array{}};
  for (const Change& change : changes) {
    Value one;
    one.Set("path", change.path);
    if (change.before) one.Set("before", *change.before);
    if (change.after) one.Set("after", *change.after);
    out.Push(std::move(one));
  }
  return out;
}

}  // namespace aietl::spec
