#include "sql/visit.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"

namespace aietl::sql {
namespace {

template <class T>
struct SpanItem {
  using type = void;
};
template <class T>
struct SpanItem<Span<T>> {
  using type = T;
};

template <class T>
constexpr bool kIsNodePointer =
    std::is_pointer_v<T> && std::is_base_of_v<Node, std::remove_pointer_t<T>>;
template <class T>
constexpr bool kIsNodeList = kIsNodePointer<typename SpanItem<T>::type>;

// f(slot) for each child slot of the node, typed (Expr*&, Query*&, …).
template <class NodeType, class F>
void EachSlot(NodeType& node, F&& f) {
  WithNode(node, [&](auto& typed) {
    using Typed = std::remove_cvref_t<decltype(typed)>;
    Typed::Fields(typed, [&](const char*, auto& field) {
      using Field = std::remove_cvref_t<decltype(field)>;
      if constexpr (kIsNodePointer<Field>) {
        if (field) f(field);
      } else if constexpr (kIsNodeList<Field>) {
        for (auto& item : field) {
          if (item) f(item);
        }
      }
    });
  });
}

template <class N>
void WalkFrom(N& root, FunctionRef<bool(N&)> f) {
  std::vector<N*> stack = {&root};
  std::vector<N*> children;
  while (!stack.empty()) {
    N* node = stack.back();
    stack.pop_back();
    if (!f(*node)) continue;
    children.clear();
    EachSlot(*node, [&](auto& slot) { children.push_back(slot); });
    stack.insert(stack.end(), children.rbegin(), children.rend());
  }
}

template <class T>
bool FitsSlot(const Node* node) {
  if (!node) return true;
  if constexpr (std::is_same_v<T, Expr>)
    return IsExpr(node->kind);
  else if constexpr (std::is_same_v<T, Statement>)
    return IsStatement(node->kind);
  else if constexpr (std::is_same_v<T, TableRef>)
    return IsTableRef(node->kind);
  else if constexpr (std::is_same_v<T, QueryBody>)
    return IsQueryBody(node->kind);
  else if constexpr (std::is_same_v<T, Node>)
    return true;
  else
    return node->kind == T::kKind;
}

bool SameTreeWord(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [&](char x, char y) { return lower(x) == lower(y); });
}

bool SameTexts(const Ident& a, const Ident& b, bool ignore_case) {
  return (ignore_case ? SameTreeWord(a.text, b.text) : a.text == b.text) &&
         (a.quote == '\'') == (b.quote == '\'');
}
bool SameTexts(std::string_view a, std::string_view b, bool) {
  return a == b;
}
template <class T>
bool SameTexts(const Span<T>& a, const Span<T>& b, bool ignore_case) {
  if (a.size() != b.size()) return false;
  for (uint32_t i = 0; i < a.size(); ++i) {
    if (!SameTexts(a[i], b[i], ignore_case)) return false;
  }
  return true;
}

Ident CopyTexts(const Ident& from, Arena& arena) {
  Ident ident = from;
  ident.text = arena.Text(from.text);
  return ident;
}
std::string_view CopyTexts(std::string_view from, Arena& arena) {
  return arena.Text(from);
}
template <class T>
Span<T> CopyTexts(const Span<T>& from, Arena& arena) {
  Span<T> list = arena.List(std::span<const T>(from.data(), from.size()));
  for (T& item : list)
    item = CopyTexts(item, arena);
  return list;
}

void DumpValue(std::string& out, const Ident& ident) {
  if (ident.quoted()) out += ident.quote;
  out += ident.text;
}
void DumpValue(std::string& out, std::string_view text) {
  out.append("'").append(text).append("'");
}
template <class T>
void DumpValue(std::string& out, const Span<T>& list) {
  out += '[';
  bool first = true;
  for (const T& item : list) {
    if (!first) out += ' ';
    first = false;
    DumpValue(out, item);
  }
  out += ']';
}

void DumpNode(std::string& out, const Node* node) {
  if (!node) {
    out += "null";
    return;
  }
  out.append("(").append(NodeName(node->kind));
  WithNode(*node, [&](const auto& typed) {
    using Typed = std::remove_cvref_t<decltype(typed)>;
    Typed::Fields(typed, [&](const char* name, const auto& field) {
      using Field = std::remove_cvref_t<decltype(field)>;
      if constexpr (kIsNodePointer<Field>) {
        if (!field) return;
        out.append(" ").append(name).append("=");
        DumpNode(out, field);
      } else if constexpr (kIsNodeList<Field>) {
        if (field.empty()) return;
        out.append(" ").append(name).append("=[");
        for (uint32_t i = 0; i < field.size(); ++i) {
          if (i) out += ' ';
          DumpNode(out, field[i]);
        }
        out += ']';
      } else if constexpr (std::is_same_v<Field, bool>) {
        if (field) out.append(" ").append(name);
      } else if constexpr (std::is_enum_v<Field>) {
        if (static_cast<int>(field))
          out.append(fmt::format(" {}={}", name, static_cast<int>(field)));
      } else {
        if (field.empty()) return;
        out.append(" ").append(name).append("=");
        DumpValue(out, field);
      }
    });
  });
  out += ')';
}

bool SameNodes(const Node* a, const Node* b, bool ignore_case,
               FunctionRef<TreeMatch(const Node&, const Node&)> say) {
  std::vector<std::pair<const Node*, const Node*>> open = {{a, b}};
  while (!open.empty()) {
    const auto [left, right] = open.back();
    open.pop_back();
    if (left == right) continue;
    if (!left || !right || left->kind != right->kind) return false;
    const TreeMatch match = say(*left, *right);
    if (match == TreeMatch::kDifferent) return false;
    if (match == TreeMatch::kSame) continue;
    const bool same = WithNode(*left, [&](const auto& typed) {
      using Typed = std::remove_cvref_t<decltype(typed)>;
      const Typed& other = static_cast<const Typed&>(*right);
      bool equal = true;
      // The fields of both, side by side: those of the other are found by their offset.
      Typed::Fields(typed, [&](const char*, const auto& field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if (!equal) return;
        const auto offset =
            reinterpret_cast<const char*>(&field) - reinterpret_cast<const char*>(&typed);
        const Field& theirs =
            *reinterpret_cast<const Field*>(reinterpret_cast<const char*>(&other) + offset);
        if constexpr (kIsNodePointer<Field>) {
          open.emplace_back(field, theirs);
        } else if constexpr (kIsNodeList<Field>) {
          equal = field.size() == theirs.size();
          for (uint32_t i = 0; equal && i < field.size(); ++i)
            open.emplace_back(field[i], theirs[i]);
        } else if constexpr (std::is_same_v<Field, bool> || std::is_enum_v<Field>) {
          equal = field == theirs;
        } else {
          equal = SameTexts(field, theirs, ignore_case);
        }
      });
      return equal;
    });
    if (!same) return false;
  }
  return true;
}

}  // namespace

void ForEachChild(const Node& node, FunctionRef<void(const Node&)> f) {
  EachSlot(node, [&](const auto& slot) { f(*slot); });
}
void ForEachChild(Node& node, FunctionRef<void(Node&)> f) {
  EachSlot(node, [&](auto& slot) { f(*slot); });
}

void Walk(const Node& node, FunctionRef<bool(const Node&)> f) {
  WalkFrom<const Node>(node, f);
}
void Walk(Node& node, FunctionRef<bool(Node&)> f) {
  WalkFrom<Node>(node, f);
}

void RewriteChildren(Node& node, FunctionRef<Node*(Node*)> f) {
  EachSlot(node, [&](auto& slot) {
    using Target = std::remove_pointer_t<std::remove_reference_t<decltype(slot)>>;
    Node* changed = f(slot);
    AIETL_CHECK(FitsSlot<Target>(changed));
    slot = static_cast<Target*>(changed);
  });
}

Node* Rewrite(Node* root, FunctionRef<Node*(Node*)> f) {
  // Parents stand before their children in `order`, so going backwards meets children first.
  std::vector<Node*> order;
  Walk(*root, [&](Node& node) {
    order.push_back(&node);
    return true;
  });
  for (size_t i = order.size(); i-- > 0;)
    RewriteChildren(*order[i], f);
  return f(root);
}

Node* CopyTree(const Node* root, Arena& arena) {
  if (!root) return nullptr;
  const auto shallow = [&](const Node* node) -> Node* {
    return WithNode(*node, [&](const auto& typed) -> Node* {
      using Typed = std::remove_cvref_t<decltype(typed)>;
      Typed* copy = arena.New<Typed>(typed);
      Typed::Fields(*copy, [&](const char*, auto& field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (kIsNodeList<Field>) {
          field = arena.List(
              std::span<const typename SpanItem<Field>::type>(field.data(), field.size()));
        } else if constexpr (!kIsNodePointer<Field> && !std::is_same_v<Field, bool> &&
                             !std::is_enum_v<Field>) {
          field = CopyTexts(field, arena);
        }
      });
      return copy;
    });
  };
  Node* copy = shallow(root);
  std::vector<Node*> open = {copy};
  while (!open.empty()) {
    Node* node = open.back();
    open.pop_back();
    EachSlot(*node, [&](auto& slot) {
      slot = static_cast<std::remove_reference_t<decltype(slot)>>(shallow(slot));
      open.push_back(slot);
    });
  }
  return copy;
}

bool SameTree(const Node* a, const Node* b) {
  return SameNodes(a, b, false, [](const Node&, const Node&) { return TreeMatch::kLook; });
}
bool SameTree(const Node* a, const Node* b, FunctionRef<TreeMatch(const Node&, const Node&)> say) {
  return SameNodes(a, b, true, say);
}
std::string DumpTree(const Node& root) {
  std::string out;
  DumpNode(out, &root);
  return out;
}

}  // namespace aietl::sql
