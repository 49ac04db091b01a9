#include "json/node.h"

#include <cctype>

#include "json/scalar.h"

namespace aietl::json {

const Node* Node::Find(std::string_view key) const {
  for (const auto& [name, value] : members) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

Value Node::ToValue() const {
  switch (kind) {
    case NodeKind::kNull: return Value();
    case NodeKind::kScalar: return quoted ? Value(text) : PlainScalar(text);
    case NodeKind::kSequence: {
      Array array;
      array.reserve(items.size());
      for (const Node& item : items)
        array.push_back(item.ToValue());
      return Value(std::move(array));
    }
    case NodeKind::kMapping: {
      Object object;
      object.reserve(members.size());
      for (const auto& [name, value] : members)
        object.emplace_back(name.text, value.ToValue());
      return Value(std::move(object));
    }
  }
  return Value();
}

Result<Node> ParseDocument(std::string_view text, const std::string& file) {
  const size_t dot = file.rfind('.');
  std::string ending = dot == std::string::npos ? std::string() : file.substr(dot);
  for (char& c : ending)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return ending == ".json" ? ParseJsonNode(text, file) : ParseYaml(text, file);
}

}  // namespace aietl::json
