// One translation under way: where nodes are made, and what was said on the way.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "sql/ast.h"
#include "sql/dialect.h"
#include "sql/script.h"

namespace aietl::sql {

struct Job {
  Arena& arena;
  const Dialect& from;
  const Dialect& to;
  const LineIndex& lines;
  std::vector<std::string> losses = {};
  Problems problems = {};

  bool From(std::initializer_list<DialectId> ids) const {
    return std::find(ids.begin(), ids.end(), from.id) != ids.end();
  }
  bool To(std::initializer_list<DialectId> ids) const {
    return std::find(ids.begin(), ids.end(), to.id) != ids.end();
  }

  // A difference that remains; each text once.
  void Lose(std::string text) {
    if (std::find(losses.begin(), losses.end(), text) == losses.end())
      losses.push_back(std::move(text));
  }
  // What the target has no equal for. `object` names it as SQL would.
  void Refuse(const Node& node, std::string_view object, std::string_view reason) {
    problems.push_back({"no_equal", Severity::kError,
                        Msg("{} has no equal of {}: {}", to.title, object, reason), lines.At(node),
                        std::string(object), ""});
  }

  // --- small pieces of trees
  ColumnRef* Column(std::string_view name) {
    auto* column = arena.New<ColumnRef>();
    Ident ident;
    ident.text = arena.Text(name);
    column->name = arena.One(ident);
    return column;
  }
  Literal* Number(std::string_view text) {
    auto* literal = arena.New<Literal>();
    literal->type =
        text.find('.') == std::string_view::npos ? LiteralKind::kInteger : LiteralKind::kDecimal;
    literal->text = arena.Text(text);
    return literal;
  }
  Literal* Text(std::string_view text) {
    auto* literal = arena.New<Literal>();
    literal->type = LiteralKind::kString;
    literal->text = arena.Text(text);
    return literal;
  }
  Call* Function(std::string_view name, std::initializer_list<Expr*> args) {
    auto* call = arena.New<Call>();
    Ident ident;
    ident.text = arena.Text(name);
    call->name = arena.One(ident);
    std::vector<Argument*> list;
    for (Expr* arg : args) {
      list.push_back(arena.New<Argument>());
      list.back()->value = arg;
    }
    call->args = arena.List(list);
    return call;
  }
  Binary* Operation(Op op, Expr* left, Expr* right) {
    auto* binary = arena.New<Binary>();
    binary->op = op;
    binary->left = left;
    binary->right = right;
    return binary;
  }
  IsTest* IsNull(Expr* expr) {
    auto* test = arena.New<IsTest>();
    test->expr = expr;
    return test;
  }
  Case* CaseWhen(Expr* when, Expr* then, Expr* otherwise) {
    auto* out = arena.New<Case>();
    auto* clause = arena.New<WhenClause>();
    clause->when = when;
    clause->then = then;
    out->whens = arena.One(clause);
    out->otherwise = otherwise;
    return out;
  }
  Cast* CastTo(Expr* expr, std::string_view type) {
    auto* name = arena.New<TypeName>();
    Ident ident;
    ident.text = arena.Text(type);
    name->name = arena.One(ident);
    auto* cast = arena.New<Cast>();
    cast->expr = expr;
    cast->type = name;
    return cast;
  }
};

// The steps, in this order. Each changes the tree below its argument in place.
void TranslateStatement(Statement& statement, Job& job);  // DML and definitions
void TranslateQueries(Node& root, Job& job);  // clauses that the target lacks or means otherwise
Expr* TranslateExpr(Expr* expr,
                    Job& job);  // functions, operators, literals; returns what stands there now
void TranslateExprsBelow(Node& root, Job& job);
void TranslateType(TypeName& type, Job& job);
// Sums and differences with spans of time; null if `expr` is none.
Expr* TranslateDateArithmetic(Expr* expr, Job& job);
// to_char, date_format, strftime …: the pattern is translated; null if `expr` is none.
Expr* TranslateTimeFormat(Call& call, Job& job);

}  // namespace aietl::sql
