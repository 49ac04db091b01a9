#include <algorithm>
#include <cstring>

#include "json/node.h"
#include "spec/document_options.h"
#include "spec/parse.h"

namespace aietl::spec {
namespace {

using json::Value;

// A step's SQL as a `|` block: without blanks around it and with one line end.
std::string BlockSql(const std::string& sql) {
  const size_t first = sql.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return sql;
  const size_t last = sql.find_last_not_of(" \t\r\n");
  return sql.substr(first, last - first + 1) + "\n";
}

bool IsEmptyCollection(const Value& value) {
  return (value.is_array() && value.AsArray().empty()) ||
         (value.is_object() && value.AsObject().empty());
}

Value Ordered(const Value& value, const config::Option& option);

// Members in the order of the descriptors. What they do not name (a file's format) follows `path`.
Value OrderedMembers(const Value& mapping, const std::vector<config::Option>& options) {
  json::Object out;
  const auto add_others = [&] {
    for (const auto& [name, value] : mapping.AsObject()) {
      const auto declared = [&](const config::Option& o) { return name == o.name; };
      if (std::none_of(options.begin(), options.end(), declared)) out.emplace_back(name, value);
    }
  };
  bool others_added = false;
  for (const config::Option& option : options) {
    if (const Value* value = mapping.Find(option.name))
      out.emplace_back(option.name, Ordered(*value, option));
    if (std::strcmp(option.name, "path") != 0) continue;
    add_others();
    others_added = true;
  }
  if (!others_added) add_others();
  return out;
}

Value Ordered(const Value& value, const config::Option& option) {
  if (option.kind == config::Kind::kObject && value.is_object())
    return OrderedMembers(value, option.fields);
  if (option.kind == config::Kind::kObjectList && value.is_array()) {
    json::Array out;
    for (const Value& item : value.AsArray())
      out.push_back(item.is_object() ? OrderedMembers(item, option.fields) : item);
    return out;
  }
  if (option.kind == config::Kind::kObjectMap && value.is_object()) {
    json::Object out;
    for (const auto& [name, member] : value.AsObject()) {
      out.emplace_back(name, member.is_object() ? OrderedMembers(member, option.fields) : member);
    }
    return out;
  }
  return value;
}

}  // namespace

std::string ToYaml(const Value& document) {
  if (!document.is_object()) return json::WriteYaml(document);
  Value ordered = OrderedMembers(document, DocumentOptions({}));
  json::Object out;
  for (const auto& [name, value] : ordered.AsObject()) {
    if (IsEmptyCollection(value)) continue;
    if (name != "steps") {
      out.emplace_back(name, value);
      continue;
    }
    json::Object steps;
    for (const auto& [step, sql] : value.AsObject())
      steps.emplace_back(step, sql.is_string() ? Value(BlockSql(sql.AsString())) : sql);
    out.emplace_back(name, std::move(steps));
  }
  return json::WriteYaml(out);
}

}  // namespace aietl::spec
