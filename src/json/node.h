// A document tree that remembers where each part stands, read from YAML or JSON, so that problems
// can name line and column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "json/value.h"

namespace aietl::json {

enum class NodeKind : unsigned char { kNull, kScalar, kSequence, kMapping };

struct Node {
  struct Member;

  NodeKind kind = NodeKind::kNull;
  std::string text;     // scalar text as written, without quotes
  bool quoted = false;  // a quoted or block scalar is a string and never a number, boolean or null
  int line = 0;         // from 1
  int column = 0;       // from 1, in characters
  // Where the text itself starts: for block scalars (`|`) the line below the indicator and the
  // column behind the indentation, for quoted ones behind the quote, else line and column.
  int text_line = 0;
  int text_column = 0;
  std::vector<Node> items;      // sequence
  std::vector<Member> members;  // mapping, in order

  const Node* Find(std::string_view key) const;  // value of a member or nullptr
  // YAML 1.2 core schema for unquoted scalars: null, booleans (true/false), integers, floats, else
  // string.
  Value ToValue() const;
};

struct Node::Member {
  Node key;  // a scalar
  Node value;
};

// Reads one document. `file` only goes into messages. Errors: bad syntax with place, duplicate keys
// with place, aliases/tags that are not supported, nesting beyond 100, more than one document.
// Bounded memory for hostile input (no alias bombs).
Result<Node> ParseYaml(std::string_view text, const std::string& file);
Result<Node> ParseJsonNode(std::string_view text, const std::string& file);
// By the file's ending (.json is JSON, else YAML).
Result<Node> ParseDocument(std::string_view text, const std::string& file);

// Writes YAML a person would write: strings of several lines (a SQL step that ends in a newline) as
// `|` blocks, lists and maps in one line where they fit below the top level, strings quoted only
// where needed. ParseYaml(WriteYaml(v)).ToValue() == v, unless v holds invalid UTF-8 or NaN.
std::string WriteYaml(const Value& value);

// Checks a value against a JSON Schema (draft 7). Each finding's `object` is the JSON pointer.
Result<Problems> CheckSchema(const Value& schema, const Value& value);

}  // namespace aietl::json
