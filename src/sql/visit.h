// Walking, comparing, copying and rewriting trees. All of it follows from the nodes' lists of
// fields, so it knows every node.
#pragma once

#include <functional>
#include <string>
#include <type_traits>

#include "sql/ast.h"

namespace aietl::sql {

// f(static_cast<T&>(node)) with the node's own type. The node may be const.
template <class F>
decltype(auto) WithNode(Node& node, F&& f) {
  switch (node.kind) {
#define AIETL_SQL_NODE(name) \
  case NodeKind::k##name: return f(static_cast<name&>(node));
#include "sql/node_kinds.inc"
#undef AIETL_SQL_NODE
  }
  __builtin_unreachable();
}
template <class F>
decltype(auto) WithNode(const Node& node, F&& f) {
  switch (node.kind) {
#define AIETL_SQL_NODE(name) \
  case NodeKind::k##name: return f(static_cast<const name&>(node));
#include "sql/node_kinds.inc"
#undef AIETL_SQL_NODE
  }
  __builtin_unreachable();
}

// A non-owning reference to a callable, so that the walks are compiled once.
template <class Signature>
class FunctionRef;
template <class R, class... Args>
class FunctionRef<R(Args...)> {
 public:
  template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, FunctionRef>)
  FunctionRef(F&& f)  // NOLINT(google-explicit-constructor)
      : object_(const_cast<void*>(static_cast<const void*>(&f))),
        call_([](void* object, Args... args) -> R {
          return (*static_cast<std::remove_reference_t<F>*>(object))(static_cast<Args>(args)...);
        }) {}
  R operator()(Args... args) const { return call_(object_, static_cast<Args>(args)...); }

 private:
  void* object_;
  R (*call_)(void*, Args...);
};

// Every child, in the fixed order of the fields; null ones are left out.
void ForEachChild(const Node& node, FunctionRef<void(const Node&)> f);
void ForEachChild(Node& node, FunctionRef<void(Node&)> f);

// The node and all below it, parents first; `f` returns whether to go below. Not recursive: deep
// trees are fine.
void Walk(const Node& node, FunctionRef<bool(const Node&)> f);
void Walk(Node& node, FunctionRef<bool(Node&)> f);

// Replaces children: `f` gets each child slot's node and returns what shall stand there (the same
// node to leave it). A node is only ever replaced by one of the same role (an Expr by an Expr);
// AIETL_CHECK says so. Null may be returned for single (not list) slots.
void RewriteChildren(Node& node, FunctionRef<Node*(Node*)> f);

// Rewrites a whole tree, children first: `f` may return another node. Returns the new root.
Node* Rewrite(Node* root, FunctionRef<Node*(Node*)> f);

// A deep copy in `arena`. Texts are copied too, so the copy outlives the original's source.
Node* CopyTree(const Node* root, Arena& arena);
template <class T>
T* CopyTree(const T* root, Arena& arena) {
  return static_cast<T*>(CopyTree(static_cast<const Node*>(root), arena));
}

// The same structure and texts, places aside.
bool SameTree(const Node* a, const Node* b);
// The same, with a say about each pair of nodes; names compare without case.
enum class TreeMatch : uint8_t { kLook, kSame, kDifferent };
bool SameTree(const Node* a, const Node* b, FunctionRef<TreeMatch(const Node&, const Node&)> say);

// One line for tests and debugging: (Binary op=1 left=(ColumnRef name=a) …); fields that hold their
// default are left out.
std::string DumpTree(const Node& root);

// True for kinds whose class is derived from Expr, Statement, …
bool IsExpr(NodeKind kind);
bool IsQueryBody(NodeKind kind);
bool IsTableRef(NodeKind kind);
bool IsStatement(NodeKind kind);

}  // namespace aietl::sql
