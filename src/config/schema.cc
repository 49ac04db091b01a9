// What a descriptor yields besides the parser: its JSON Schema and its page of the reference.
#include <fmt/format.h>

#include "base/text.h"
#include "config/internal/parse_value.h"
#include "config/options.h"

namespace aietl::config {
namespace {

constexpr const char* kDurationPattern =
    "^ *(0|([0-9]*\\.?[0-9]+ *(us|ms|s|sec|m|min|h|d|day|days|w|week|weeks) *)+)$";
constexpr const char* kBytesPattern = "^ *[0-9]*\\.?[0-9]+ *([kKmMgGtT][iI]?)?[bB]? *$";

json::Value TypeOf(const char* type) {
  json::Value schema;
  schema.Set("type", type);
  return schema;
}

// The parser takes the text of any scalar as a string: `table: 2024` names a table.
json::Value AnyScalar() {
  json::Value schema;
  schema.Set("type", json::Array{"string", "number", "boolean"});
  return schema;
}

json::Value EitherOf(json::Value one, json::Value other) {
  json::Value schema;
  schema.Set("anyOf", json::Array{std::move(one), std::move(other)});
  return schema;
}

json::Value ListOf(json::Value item) {
  json::Value schema = TypeOf("array");
  schema.Set("items", std::move(item));
  return schema;
}

json::Value MapOf(json::Value member) {
  json::Value schema = TypeOf("object");
  schema.Set("additionalProperties", std::move(member));
  return schema;
}

json::Value WithPattern(const char* pattern) {
  json::Value schema = TypeOf("string");
  schema.Set("pattern", pattern);
  return schema;
}

json::Value WithBounds(json::Value schema, const Option& option) {
  const auto bound = [](double number) {
    const auto whole = static_cast<int64_t>(number);
    return static_cast<double>(whole) == number ? json::Value(whole) : json::Value(number);
  };
  if (option.min) schema.Set("minimum", bound(*option.min));
  if (option.max) schema.Set("maximum", bound(*option.max));
  return schema;
}

json::Value Unadorned(const Option& option) {
  switch (option.kind) {
    case Kind::kString: return AnyScalar();
    case Kind::kInteger: return WithBounds(TypeOf("integer"), option);
    case Kind::kNumber: return WithBounds(TypeOf("number"), option);
    case Kind::kBoolean: return TypeOf("boolean");
    case Kind::kDuration: {
      json::Value zero;
      zero.Set("const", 0);
      return EitherOf(WithPattern(kDurationPattern), std::move(zero));
    }
    case Kind::kBytes: {
      json::Value bytes = TypeOf("integer");
      bytes.Set("minimum", 0);
      return EitherOf(WithPattern(kBytesPattern), std::move(bytes));
    }
    case Kind::kEnum: {
      json::Array choices;
      for (const char* choice : option.choices)
        choices.emplace_back(choice);
      json::Value schema;
      schema.Set("enum", std::move(choices));
      return schema;
    }
    case Kind::kStringList: return EitherOf(ListOf(AnyScalar()), AnyScalar());
    case Kind::kStringMap: return MapOf(AnyScalar());
    case Kind::kObject: return SchemaOf(option.fields);
    case Kind::kObjectList: return ListOf(SchemaOf(option.fields));
    case Kind::kObjectMap: return MapOf(SchemaOf(option.fields));
    case Kind::kAny: break;
  }
  return json::Value(json::Object{});
}

json::Value SchemaOfOption(const Option& option) {
  json::Value schema = Unadorned(option);
  schema.Set("description", Tr(option.text));
  if (option.default_text != nullptr) {
    if (const Result<json::Node> node = DefaultNode(option)) schema.Set("default", node->ToValue());
  }
  if (option.example != nullptr) schema.Set("examples", json::Array{option.example});
  if (option.secret) schema.Set("writeOnly", true);
  return schema;
}

std::string TypeText(const Option& option) {
  switch (option.kind) {
    case Kind::kString: return Tr("text");
    case Kind::kInteger: return Tr("whole number");
    case Kind::kNumber: return Tr("number");
    case Kind::kBoolean: return "`true`, `false`";
    case Kind::kDuration: return Tr("duration");
    case Kind::kBytes: return Tr("size");
    case Kind::kEnum: {
      std::string list;
      for (const char* choice : option.choices)
        list += fmt::format("{}`{}`", list.empty() ? "" : ", ", choice);
      return list;
    }
    case Kind::kStringList: return Tr("list of texts");
    case Kind::kStringMap: return Tr("names and texts");
    case Kind::kObject: return Tr("mapping");
    case Kind::kObjectList: return Tr("list of mappings");
    case Kind::kObjectMap: return Tr("names and mappings");
    case Kind::kAny: return Tr("any value");
  }
  return {};
}

std::string Cell(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '|' ? std::string("\\|") : c == '\n' ? std::string(" ") : std::string(1, c);
  return out;
}

void AppendTables(const std::vector<Option>& declared, int level, const std::string& path,
                  std::string& out) {
  out += fmt::format("| {} | {} | {} | {} |\n|---|---|---|---|\n", Tr("key"), Tr("what it takes"),
                     Tr("if left out"), Tr("what it does"));
  for (const Option& option : declared) {
    std::string absent = option.required                  ? std::string(Tr("must be given"))
                         : option.default_text != nullptr ? fmt::format("`{}`", option.default_text)
                                                          : std::string();
    std::string text = Tr(option.text);
    if (option.example != nullptr)
      text += " " + Msg("For example: {}", fmt::format("`{}`", option.example));
    out += fmt::format("| `{}` | {} | {} | {} |\n", option.name, Cell(TypeText(option)),
                       Cell(absent), Cell(text));
  }
  for (const Option& option : declared) {
    if (option.fields.empty()) continue;
    const std::string name = path.empty() ? option.name : path + "." + option.name;
    out += fmt::format("\n{} `{}`\n\n{}\n\n", std::string(static_cast<size_t>(level), '#'), name,
                       Tr(option.text));
    AppendTables(option.fields, level + 1, name, out);
  }
}

}  // namespace

json::Value SchemaOf(const std::vector<Option>& declared) {
  json::Value schema = TypeOf("object");
  json::Object properties;
  json::Array required;
  for (const Option& option : declared) {
    properties.emplace_back(option.name, SchemaOfOption(option));
    if (option.required) required.emplace_back(option.name);
  }
  schema.Set("properties", std::move(properties));
  if (!required.empty()) schema.Set("required", std::move(required));
  schema.Set("additionalProperties", false);
  return schema;
}

std::string ReferenceOf(const std::vector<Option>& declared, int heading_level) {
  std::string out;
  AppendTables(declared, heading_level, "", out);
  return out;
}

}  // namespace aietl::config
