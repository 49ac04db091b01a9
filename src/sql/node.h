// What all nodes of the syntax tree share. A node is plain data in an arena: it owns nothing, and
// names and texts in it are views of the source or of the arena. Every node lists its fields once,
// in `Fields`; walking, comparing, copying and dumping follow from that list (visit.h), so a new
// node or field is one place to edit.
#pragma once

#include <cstdint>
#include <string_view>

#include "sql/arena.h"

namespace aietl::sql {

enum class NodeKind : uint8_t {
#define AIETL_SQL_NODE(name) k##name,
#include "sql/node_kinds.inc"
#undef AIETL_SQL_NODE
};

// "Select", "ColumnRef", …
std::string_view NodeName(NodeKind kind);

constexpr uint32_t kNoPlace = 0xffffffff;

// Bytes [begin, end) of the source. Nodes that a rewrite made have no place.
struct Node {
  NodeKind kind;
  uint32_t begin = kNoPlace;
  uint32_t end = kNoPlace;

  explicit constexpr Node(NodeKind k) : kind(k) {}
  bool has_place() const { return begin != kNoPlace; }
};

// A name as it was meant: unquoted and unescaped, in the case it was written.
struct Ident {
  std::string_view text;
  char quote = 0;  // the opening quote (" ` [ or '), 0: none
  uint32_t begin = kNoPlace;
  uint32_t end = kNoPlace;

  bool empty() const { return text.empty() && quote == 0; }
  bool quoted() const { return quote != 0; }
};

// a.b.c; empty where a name is left out.
using Name = Span<Ident>;

// T* if the node is a T, else null.
template <class T>
T* As(Node* node) {
  return node && node->kind == T::kKind ? static_cast<T*>(node) : nullptr;
}
template <class T>
const T* As(const Node* node) {
  return node && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr;
}

// Base classes by role; which kinds they have says node_kinds.inc.
struct Expr : Node {
  using Node::Node;
};
struct QueryBody : Node {
  using Node::Node;
};
struct TableRef : Node {
  using Node::Node;
};
struct Statement : Node {
  using Node::Node;
};

// The first line of a node: its kind, known from its type.
#define AIETL_SQL_KIND(name, base)                     \
  static constexpr NodeKind kKind = NodeKind::k##name; \
  name() : base(kKind) {}
// Its fields, in the order in which they are walked (source order as far as it is fixed).
#define AIETL_SQL_FIELDS(...)                                               \
  template <class Self, class F>                                            \
  static void Fields([[maybe_unused]] Self& self, [[maybe_unused]] F&& f) { \
    __VA_ARGS__                                                             \
  }
#define AIETL_SQL_F(field) f(#field, self.field);

}  // namespace aietl::sql
