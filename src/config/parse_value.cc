#include <cmath>
#include <limits>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "config/internal/parse_value.h"

namespace aietl::config {

Problem& Context::Report(const char* id, const json::Node& node, std::string message,
                         std::string hint) const {
  problems->push_back({id,
                       Severity::kError,
                       std::move(message),
                       {file, node.line, node.column},
                       path,
                       std::move(hint)});
  return problems->back();
}

namespace {

json::Value WrongType(const Context& context, const json::Node& node, const char* wanted,
                      std::string hint = {}) {
  context.Report("wrong_type", node, Msg("{} must be {}", context.path, wanted), std::move(hint));
  return {};
}

std::string NumberText(double number) {
  return json::Write(std::floor(number) == number && std::abs(number) < 1e15
                         ? json::Value(static_cast<int64_t>(number))
                         : json::Value(number));
}

// Bounds in the unit that the user wrote.
std::string BoundText(Kind kind, double bound) {
  if (kind == Kind::kDuration) return FormatDuration(bound / 1e6);
  if (kind == Kind::kBytes) return FormatBytes(static_cast<int64_t>(bound));
  return NumberText(bound);
}

json::Value InBounds(const Option& option, const json::Node& node, const Context& context,
                     json::Value value) {
  const double number = value.AsDouble();
  const bool low = option.min && number < *option.min;
  const bool high = option.max && number > *option.max;
  if (!low && !high) return value;
  std::string message;
  if (option.min && option.max) {
    message = Msg("{} must be from {} to {}", context.path, BoundText(option.kind, *option.min),
                  BoundText(option.kind, *option.max));
  } else if (low) {
    message = Msg("{} must be at least {}", context.path, BoundText(option.kind, *option.min));
  } else {
    message = Msg("{} must be at most {}", context.path, BoundText(option.kind, *option.max));
  }
  context.Report("out_of_range", node, std::move(message));
  return {};
}

json::Value ParseNumber(const Option& option, const json::Node& node, const Context& context) {
  const bool whole = option.kind == Kind::kInteger;
  const json::Value value = node.ToValue();
  if (whole ? value.is_int() : value.is_number() && std::isfinite(value.AsDouble())) {
    return InBounds(option, node, context, value);
  }
  json::Node unquoted;
  unquoted.kind = json::NodeKind::kScalar;
  unquoted.text = node.text;
  const bool only_quoted = node.quoted && unquoted.ToValue().is_number();
  return WrongType(context, node, whole ? Tr("a whole number") : Tr("a number"),
                   only_quoted ? Tr("remove the quotes") : std::string());
}

json::Value ParseWithUnit(const Option& option, const json::Node& node, const Context& context) {
  const Result<int64_t> parsed =
      option.kind == Kind::kDuration ? ParseDuration(node.text) : ParseBytes(node.text);
  if (!parsed) {
    context.Report(parsed.error().id.c_str(), node, parsed.error().message, parsed.error().hint);
    return {};
  }
  return InBounds(option, node, context, json::Value(*parsed));
}

json::Value ParseEnum(const Option& option, const json::Node& node, const Context& context) {
  std::vector<std::string> names;
  std::string list;
  for (const char* choice : option.choices) {
    if (node.text == choice) return json::Value(choice);
    names.emplace_back(choice);
    list += (list.empty() ? "" : ", ") + names.back();
  }
  std::string hint = DidYouMean(node.text, names);
  if (hint.empty()) hint = Msg("choose one of {}", list);
  const std::string message =
      option.secret ? Msg("{} cannot have this value", context.path)
                    : Msg("{} cannot be {}", context.path, node.text.empty() ? "\"\"" : node.text);
  context.Report("unknown_value", node, message, std::move(hint));
  return {};
}

json::Value ParseBoolean(const json::Node& node, const Context& context) {
  json::Value value = node.ToValue();
  if (value.is_bool()) return value;
  return WrongType(context, node, Tr("true or false"));
}

json::Value ParseList(const json::Node& node, const Context& context) {
  json::Array items;
  if (node.kind == json::NodeKind::kScalar) {
    items.emplace_back(node.text);
    return json::Value(std::move(items));
  }
  if (node.kind != json::NodeKind::kSequence)
    return WrongType(context, node, Tr("a list of texts"));
  for (size_t i = 0; i < node.items.size(); ++i) {
    const json::Node& item = node.items[i];
    if (item.kind == json::NodeKind::kScalar) {
      items.emplace_back(item.text);
    } else {
      WrongType(context.AtIndex(i), item, Tr("text"));
    }
  }
  return json::Value(std::move(items));
}

json::Value ParseMap(const json::Node& node, const Context& context) {
  if (node.kind != json::NodeKind::kMapping)
    return WrongType(context, node, Tr("a mapping of names to texts"));
  json::Object members;
  for (const auto& [key, value] : node.members) {
    if (value.kind == json::NodeKind::kScalar) {
      members.emplace_back(key.text, value.text);
    } else {
      WrongType(context.At(key.text), value.line > 0 ? value : key, Tr("text"));
    }
  }
  return json::Value(std::move(members));
}

}  // namespace

json::Value ParseScalars(const Option& option, const json::Node& node, const Context& context) {
  if (option.kind == Kind::kAny) return node.ToValue();
  if (option.kind == Kind::kStringList) return ParseList(node, context);
  if (option.kind == Kind::kStringMap) return ParseMap(node, context);
  const bool scalar = node.kind == json::NodeKind::kScalar;
  switch (option.kind) {
    case Kind::kInteger:
    case Kind::kNumber: return ParseNumber(option, node, context);
    case Kind::kBoolean: return ParseBoolean(node, context);
    case Kind::kDuration:
      return scalar ? ParseWithUnit(option, node, context)
                    : WrongType(context, node, Tr("a duration such as 10m"));
    case Kind::kBytes:
      return scalar ? ParseWithUnit(option, node, context)
                    : WrongType(context, node, Tr("a size such as 300MB"));
    case Kind::kEnum:
      if (scalar) return ParseEnum(option, node, context);
      break;
    default:
      if (scalar) return json::Value(node.text);
      break;
  }
  return WrongType(context, node, Tr("text"));
}

Result<json::Node> DefaultNode(const Option& option) {
  if (option.kind == Kind::kString || option.kind == Kind::kEnum) {
    json::Node node;
    node.kind = json::NodeKind::kScalar;
    node.quoted = true;
    node.text = option.default_text;
    return node;
  }
  return json::ParseYaml(option.default_text, option.name);
}

}  // namespace aietl::config
