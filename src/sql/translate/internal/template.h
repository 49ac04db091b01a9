// Expressions with holes: matched against a tree, and filled to make one.
#pragma once

#include <array>
#include <string_view>

#include "sql/ast.h"

namespace aietl::sql {

constexpr size_t kMostHoles = 10;

// What the holes stand for: _1 … _9, and __ for any number of arguments.
struct TemplateBindings {
  std::array<Expr*, kMostHoles> expr{};
  Span<Argument*> rest;
  bool has_rest = false;
};

// The number of the hole that `node` is (_3 → 3), 0 if it is none.
int HoleOf(const Node* node);
bool IsRestHole(const Argument& argument);

// Whether `node` has the shape of `pattern`; unquoted names and words compare without case,
// parentheses do not count.
bool MatchTemplate(const Expr& pattern, Expr& node, TemplateBindings& bindings);

// Deals the arguments of a match out to the holes of `pattern`, which may tell apart what the
// matched template took as the rest, and the other way round; false: there are too few or too many.
bool FitTemplate(const Expr& pattern, TemplateBindings& bindings, Arena& arena);

// `pattern` with its holes filled, in `arena`. What needs parentheses where it is put gets made
// ones (ParenExpr without a place), which DropMadeParens takes out again where they say nothing.
Expr* FillTemplate(const Expr& pattern, const TemplateBindings& bindings, Arena& arena);

// Operators and the like: what has to stand in parentheses inside another operator.
bool IsOperatorLike(const Node& node);
// `expr`, in made parentheses if it is an operator.
Expr* MadeParens(Expr* expr, Arena& arena);
void DropMadeParens(Node& root);

}  // namespace aietl::sql
