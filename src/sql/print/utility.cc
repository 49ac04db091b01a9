// Utility statements as text: EXPLAIN by its parts, what rules know as it was written.
#include "sql/print/printing.h"

namespace aietl::sql {
namespace {

// The whole text of what a rule read.
const Raw* RawOf(const Statement& statement) {
  switch (statement.kind) {
    case NodeKind::kOtherStatement: return As<OtherStatement>(&statement)->raw;
    case NodeKind::kDrop: return As<Drop>(&statement)->raw;
    case NodeKind::kTruncate: return As<Truncate>(&statement)->raw;
    case NodeKind::kRename: return As<Rename>(&statement)->raw;
    case NodeKind::kAlter: return As<Alter>(&statement)->raw;
    case NodeKind::kCreateIndex: return As<CreateIndex>(&statement)->raw;
    case NodeKind::kCreateFunction: return As<CreateFunction>(&statement)->raw;
    case NodeKind::kPrepare: return As<Prepare>(&statement)->raw;
    case NodeKind::kCopy: return As<Copy>(&statement)->raw;
    default: return nullptr;
  }
}

}  // namespace

bool PrintsAsWritten(const Statement& statement) {
  return RawOf(statement) != nullptr;
}

bool Printing::EmitUtility(const Statement& statement) {
  if (const Explain* explain = As<Explain>(&statement)) {
    EmitExplain(*explain);
    return true;
  }
  const Raw* raw = RawOf(statement);
  if (!raw) return false;
  Text(raw->text);
  return true;
}

void Printing::EmitExplain(const Explain& explain) {
  Text(explain.word);
  if (explain.analyze && !explain.parenthesised && explain.word != "ANALYZE") Text(" ANALYZE");
  if (explain.verbose) Text(" VERBOSE");
  if (!explain.words.empty()) Space(), Text(explain.words);
  if (!explain.options.empty()) {
    Text(explain.parenthesised ? " (" : " ");
    List(explain.options, [&](const Option* option) {
      Text(option->name);
      if (option->equals) Text(" = ");
      if (option->value) Emit(option->value);
      if (option->raw) Space(), Text(option->raw->text);
    });
    if (explain.parenthesised) Text(")");
  }
  if (explain.raw) Space(), Text(explain.raw->text);
  if (explain.statement) Line(), Emit(*explain.statement);
}

}  // namespace aietl::sql
