#include "sql/injection/parameters.h"

#include <algorithm>
#include <vector>

#include "sql/lexer.h"
#include "sql/printer.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

std::string ParameterText(size_t number, const Dialect& dialect) {
  return dialect.id == DialectId::kPostgres ? "$" + std::to_string(number) : "?";
}

}  // namespace

std::string ParameterisedTemplate(std::string_view template_sql, const Dialect& dialect) {
  const Tokens lexed = Lex(template_sql, dialect);
  std::string out;
  size_t at = 0, number = 0;
  for (const Token& token : lexed.tokens) {
    const std::string_view text = template_sql.substr(token.begin, token.end - token.begin);
    const bool string = token.kind == Tok::kString && text.size() >= 2;
    const size_t mark = text.find('?');
    if (mark == std::string_view::npos || token.kind == Tok::kQuoted) continue;
    out += template_sql.substr(at, token.begin - at);
    at = token.end;
    if (!string) {
      out += std::string(text.substr(0, mark)) + ParameterText(++number, dialect) +
             std::string(text.substr(mark + 1));
      continue;
    }
    const std::string_view before = text.substr(1, mark - 1),
                           behind = text.substr(mark + 1, text.size() - mark - 2);
    const std::string parameter = ParameterText(++number, dialect);
    if (before.empty() && behind.empty()) {
      out += parameter;
    } else {
      std::vector<std::string> parts;
      if (!before.empty()) parts.push_back("'" + std::string(before) + "'");
      parts.push_back(parameter);
      if (!behind.empty()) parts.push_back("'" + std::string(behind) + "'");
      const bool concat = dialect.id == DialectId::kMysql;
      std::string joined;
      for (const std::string& part : parts)
        joined += (joined.empty() ? "" : concat ? ", " : " || ") + part;
      out += concat ? "CONCAT(" + joined + ")" : joined;
    }
  }
  out += template_sql.substr(at);
  return number ? out : std::string();
}

std::string ParameterisedStatement(const Script& script) {
  if (!script.ok() || script.statements.empty()) return {};
  Arena& arena = *script.arena;
  Statement* statement = CopyTree(script.statements[0], arena);
  size_t number = 0;
  // In source order, so that numbers run as people read.
  std::vector<const Node*> literals;
  Walk(*statement, [&](const Node& node) {
    const auto take = [&](const Expr* expr) {
      const Literal* literal = As<Literal>(Unparen(expr));
      if (literal &&
          (literal->type == LiteralKind::kString || literal->type == LiteralKind::kInteger ||
           literal->type == LiteralKind::kDecimal))
        literals.push_back(literal);
    };
    if (const Binary* binary = As<Binary>(&node);
        binary && binary->op >= Op::kEq && binary->op <= Op::kGreaterEq) {
      const bool left = Unparen(binary->left)->kind == NodeKind::kLiteral,
                 right = Unparen(binary->right)->kind == NodeKind::kLiteral;
      if (left != right) take(left ? binary->left : binary->right);
    } else if (const Like* like = As<Like>(&node)) {
      take(like->pattern);
    } else if (const In* in = As<In>(&node)) {
      for (const Expr* item : in->items)
        take(item);
    } else if (const Between* between = As<Between>(&node)) {
      take(between->low);
      take(between->high);
    } else if (const Assignment* assignment = As<Assignment>(&node)) {
      take(assignment->value);
    } else if (const Values* values = As<Values>(&node)) {
      for (const RowExpr* row : values->rows) {
        for (const Expr* item : row->items)
          take(item);
      }
    }
    return true;
  });
  if (literals.empty()) return {};
  std::sort(literals.begin(), literals.end(),
            [](const Node* a, const Node* b) { return a->begin < b->begin; });
  Node* root = Rewrite(statement, [&](Node* node) -> Node* {
    const auto found = std::find(literals.begin(), literals.end(), node);
    if (found == literals.end()) return node;
    number = static_cast<size_t>(found - literals.begin()) + 1;
    Parameter* parameter = arena.New<Parameter>();
    parameter->text = arena.Text(ParameterText(number, *script.dialect));
    return parameter;
  });
  PrintOptions options;
  options.comments = false;
  return Print(*static_cast<Statement*>(root), *script.dialect, options);
}

}  // namespace aietl::sql
