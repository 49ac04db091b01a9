#include "sql/translate/translate.h"

#include <memory>

#include "base/text.h"
#include "sql/parser.h"
#include "sql/printer.h"
#include "sql/translate/internal/job.h"
#include "sql/translate/internal/template.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

// Translation goes down the tree by recursion, so the tree must not be too high.
constexpr ParseLimits kTranslateLimits{.depth = 400, .chain = 3000};

bool IsTranslatable(const Statement& statement) {
  switch (statement.kind) {
    case NodeKind::kSelectStatement:
    case NodeKind::kInsert:
    case NodeKind::kUpdate:
    case NodeKind::kDelete:
    case NodeKind::kMerge:
    case NodeKind::kCreateTable:
    case NodeKind::kCreateView:
    case NodeKind::kDrop:
    case NodeKind::kTruncate: return true;
    default: return false;
  }
}

// What comes out must be SQL of the target: what its own parser refuses has no equal there.
void CheckTarget(Translation& out, const Dialect& to) {
  const Script parsed = Parse(out.sql, to, kTranslateLimits);
  if (parsed.ok()) return;
  for (const Problem& problem : parsed.problems) {
    out.problems.push_back({"no_equal",
                            Severity::kError,
                            Msg("{} has no such syntax: {}", to.title, problem.message),
                            {},
                            problem.object,
                            ""});
  }
}

}  // namespace

Translation Translate(std::string_view sql, const Dialect& from, const Dialect& to) {
  Translation out;
  Script script = Parse(sql, from, kTranslateLimits);
  if (!script.ok()) {
    out.problems = std::move(script.problems);
    return out;
  }
  const LineIndex lines(script.source);
  Job job{*script.arena, from, to, lines};
  for (Statement* statement : script.statements) {
    if (from.id == to.id) break;
    if (!IsTranslatable(*statement)) {
      job.Refuse(
          *statement,
          script.TextOf(*statement).substr(0, script.TextOf(*statement).find_first_of(" \t\n;")),
          Tr("statements of this kind are not translated"));
      continue;
    }
    TranslateStatement(*statement, job);
    TranslateQueries(*statement, job);
    TranslateExprsBelow(*statement, job);
    DropMadeParens(*statement);
  }
  out.losses = std::move(job.losses);
  out.problems = std::move(job.problems);
  if (!out.problems.empty()) return out;
  script.dialect = &to;
  PrintOptions options;
  options.comments = from.id == to.id;
  out.sql = Print(script, options);
  CheckTarget(out, to);
  if (!out.problems.empty()) out.sql.clear();
  return out;
}

}  // namespace aietl::sql
