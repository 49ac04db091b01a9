#include "sql/translate/internal/template.h"

#include <type_traits>
#include <vector>

#include "base/error.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

bool SameWord(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

bool SameIdent(const Ident& a, const Ident& b) {
  return a.quoted() || b.quoted() ? a.text == b.text && a.quoted() == b.quoted()
                                  : SameWord(a.text, b.text);
}

bool MatchNode(const Node* pattern, Node* node, TemplateBindings& bindings);

template <class T>
struct IsSpan : std::false_type {};
template <class T>
struct IsSpan<Span<T>> : std::true_type {
  using Item = T;
};

bool MatchField(const Ident& a, const Ident& b, TemplateBindings&) {
  return SameIdent(a, b);
}
bool MatchField(std::string_view a, std::string_view b, TemplateBindings&) {
  return SameWord(a, b);
}
// How a cast is spelt does not matter.
bool MatchField(CastStyle a, CastStyle b, TemplateBindings&) {
  const auto kind = [](CastStyle style) {
    return style == CastStyle::kTryCast || style == CastStyle::kSafeCast ? 1
           : style == CastStyle::kConvertUsing                           ? 2
                                                                         : 0;
  };
  return kind(a) == kind(b);
}
template <class T>
bool MatchField(const T& a, const T& b, TemplateBindings& bindings) {
  if constexpr (IsSpan<T>::value) {
    using Item = typename IsSpan<T>::Item;
    if constexpr (std::is_same_v<Item, Argument*>) {
      if (!a.empty() && IsRestHole(*a.back())) {
        const uint32_t fixed = a.size() - 1;
        if (b.size() <= fixed) return false;
        for (uint32_t i = 0; i < fixed; ++i) {
          if (!MatchNode(a[i], b[i], bindings)) return false;
        }
        for (uint32_t i = fixed; i < b.size(); ++i) {
          if (b[i]->value == nullptr || !b[i]->keyword.empty() || !b[i]->name.empty()) return false;
        }
        bindings.rest = {b.data() + fixed, b.size() - fixed};
        bindings.has_rest = true;
        return true;
      }
    }
    if (a.size() != b.size()) return false;
    for (uint32_t i = 0; i < a.size(); ++i) {
      if (!MatchField(a[i], b[i], bindings)) return false;
    }
    return true;
  } else if constexpr (std::is_pointer_v<T>) {
    return MatchNode(a, b, bindings);
  } else {
    return a == b;
  }
}

bool MatchNode(const Node* pattern, Node* node, TemplateBindings& bindings) {
  if (pattern == nullptr || node == nullptr) return pattern == nullptr && node == nullptr;
  if (IsExpr(pattern->kind) && IsExpr(node->kind)) {
    pattern = Unparen(static_cast<const Expr*>(pattern));
    const int hole = HoleOf(pattern);
    if (hole > 0) {
      Expr*& bound = bindings.expr[static_cast<size_t>(hole)];
      if (bound != nullptr) return SameTree(Unparen(bound), Unparen(static_cast<Expr*>(node)));
      bound = static_cast<Expr*>(node);
      return true;
    }
    node = Unparen(static_cast<Expr*>(node));
  }
  if (pattern->kind != node->kind) return false;
  return WithNode(*pattern, [&](const auto& typed) {
    using T = std::remove_cvref_t<decltype(typed)>;
    auto& other = static_cast<T&>(*node);
    bool same = true;
    T::Fields(typed, [&](const char* name, const auto& field) {
      if (!same) return;
      // Fields that say how something is written and not what it is.
      if (std::string_view(name) == "symbol" || std::string_view(name) == "ternary" ||
          std::string_view(name) == "no_parentheses")
        return;
      const auto offset =
          reinterpret_cast<const char*>(&field) - reinterpret_cast<const char*>(&typed);
      const auto& theirs = *reinterpret_cast<const std::remove_cvref_t<decltype(field)>*>(
          reinterpret_cast<const char*>(&other) + offset);
      same = MatchField(field, theirs, bindings);
    });
    return same;
  });
}

}  // namespace

int HoleOf(const Node* node) {
  const ColumnRef* column = As<ColumnRef>(node);
  if (column == nullptr || column->name.size() != 1) return 0;
  const std::string_view text = column->name[0].text;
  return text.size() == 2 && text[0] == '_' && text[1] >= '1' && text[1] <= '9' ? text[1] - '0' : 0;
}

bool IsRestHole(const Argument& argument) {
  const ColumnRef* column = As<ColumnRef>(argument.value);
  return column != nullptr && column->name.size() == 1 && column->name[0].text == "__";
}

bool MatchTemplate(const Expr& pattern, Expr& node, TemplateBindings& bindings) {
  return MatchNode(&pattern, &node, bindings);
}

bool IsOperatorLike(const Node& node) {
  switch (node.kind) {
    case NodeKind::kUnary:
    case NodeKind::kBinary:
    case NodeKind::kLogical:
    case NodeKind::kIsTest:
    case NodeKind::kBetween:
    case NodeKind::kIn:
    case NodeKind::kLike:
    case NodeKind::kQuantified:
    case NodeKind::kLambda:
    case NodeKind::kAtTimeZone:
    case NodeKind::kCollate:
    case NodeKind::kIntervalExpr:
    case NodeKind::kTypedLiteral: return true;
    case NodeKind::kCase: return static_cast<const Case&>(node).ternary;
    case NodeKind::kLiteral: return static_cast<const Literal&>(node).text.starts_with('-');
    default: return false;
  }
}

Expr* MadeParens(Expr* expr, Arena& arena) {
  if (!IsOperatorLike(*expr)) return expr;
  auto* parens = arena.New<ParenExpr>();
  parens->expr = expr;
  return parens;
}

bool FitTemplate(const Expr& pattern, TemplateBindings& bindings, Arena& arena) {
  std::array<bool, kMostHoles> wanted{};
  bool takes_rest = false;
  Walk(pattern, [&](const Node& node) {
    if (const int hole = HoleOf(&node); hole > 0) wanted[static_cast<size_t>(hole)] = true;
    const Call* call = As<Call>(&node);
    if (call != nullptr && !call->args.empty() && IsRestHole(*call->args.back())) takes_rest = true;
    return true;
  });
  TemplateBindings fitted = bindings;
  std::vector<Argument*> rest;
  // Arguments that were told apart join the rest where the target does not tell them apart …
  for (size_t hole = 1; hole < kMostHoles && takes_rest; ++hole) {
    if (wanted[hole] || fitted.expr[hole] == nullptr) continue;
    rest.push_back(arena.New<Argument>());
    rest.back()->value = fitted.expr[hole];
    fitted.expr[hole] = nullptr;
  }
  rest.insert(rest.end(), bindings.rest.begin(), bindings.rest.end());
  // … and come from it where it does.
  size_t taken = 0;
  for (size_t hole = 1; hole < kMostHoles; ++hole) {
    if (!wanted[hole] || fitted.expr[hole] != nullptr) continue;
    if (taken == rest.size()) return false;
    fitted.expr[hole] = rest[taken++]->value;
  }
  rest.erase(rest.begin(), rest.begin() + static_cast<ptrdiff_t>(taken));
  if (takes_rest ? rest.empty() : !rest.empty()) return false;
  fitted.rest = arena.List(rest);
  fitted.has_rest = takes_rest;
  bindings = fitted;
  return true;
}

Expr* FillTemplate(const Expr& pattern, const TemplateBindings& bindings, Arena& arena) {
  std::array<bool, kMostHoles> used{};
  Node* copy = CopyTree(static_cast<const Node*>(&pattern), arena);
  // The template's places are those of another text.
  Walk(*copy, [](Node& node) {
    node.begin = node.end = kNoPlace;
    return true;
  });
  Node* filled = Rewrite(copy, [&](Node* node) -> Node* {
    if (const int hole = HoleOf(node); hole > 0) {
      Expr* bound = bindings.expr[static_cast<size_t>(hole)];
      AIETL_CHECK(bound != nullptr);
      if (used[static_cast<size_t>(hole)]) bound = CopyTree(bound, arena);
      used[static_cast<size_t>(hole)] = true;
      return MadeParens(bound, arena);
    }
    Call* call = As<Call>(node);
    if (call == nullptr || call->args.empty() || !IsRestHole(*call->args.back())) return node;
    std::vector<Argument*> args(call->args.begin(), call->args.end() - 1);
    args.insert(args.end(), bindings.rest.begin(), bindings.rest.end());
    call->args = arena.List(args);
    return node;
  });
  return static_cast<Expr*>(filled);
}

void DropMadeParens(Node& root) {
  Walk(root, [](Node& node) {
    const bool keeps =
        IsOperatorLike(node) || node.kind == NodeKind::kSubscript ||
        node.kind == NodeKind::kFieldAccess ||
        (node.kind == NodeKind::kCast && static_cast<Cast&>(node).style == CastStyle::kColons);
    if (keeps) return true;
    RewriteChildren(node, [](Node* child) -> Node* {
      ParenExpr* parens = As<ParenExpr>(child);
      while (parens != nullptr && !parens->has_place()) {
        child = parens->expr;
        parens = As<ParenExpr>(child);
      }
      return child;
    });
    return true;
  });
}

}  // namespace aietl::sql
