#include "sql/effect.h"

#include <algorithm>

#include "sql/visit.h"

namespace aietl::sql {
namespace {

Effect EffectNamed(std::string_view name) {
  if (name == "read") return Effect::kRead;
  if (name == "write") return Effect::kWrite;
  return name == "ddl" ? Effect::kDdl : Effect::kAdmin;
}

Effect OwnEffect(const Statement& statement) {
  switch (statement.kind) {
    case NodeKind::kSelectStatement: return Effect::kRead;
    case NodeKind::kInsert:
    case NodeKind::kUpdate:
    case NodeKind::kDelete:
    case NodeKind::kMerge: return Effect::kWrite;
    case NodeKind::kCreateTable:
    case NodeKind::kCreateView:
    case NodeKind::kCreateIndex:
    case NodeKind::kCreateSequence:
    case NodeKind::kCreateFunction:
    case NodeKind::kCreateObject:
    case NodeKind::kAlter:
    case NodeKind::kDrop:
    case NodeKind::kTruncate:
    case NodeKind::kRename:
    case NodeKind::kCommentOn: return Effect::kDdl;
    case NodeKind::kCopy: {
      const Copy& copy = static_cast<const Copy&>(statement);
      return copy.to && copy.stream == "STDOUT" ? Effect::kRead : Effect::kWrite;
    }
    case NodeKind::kOtherStatement:
      return EffectNamed(static_cast<const OtherStatement&>(statement).effect);
    case NodeKind::kExplain:
    case NodeKind::kShow: return Effect::kRead;
    default: return Effect::kAdmin;
  }
}

}  // namespace

std::string_view EffectName(Effect effect) {
  switch (effect) {
    case Effect::kRead: return "read";
    case Effect::kWrite: return "write";
    case Effect::kDdl: return "ddl";
    case Effect::kAdmin: return "admin";
  }
  return "";
}

std::string_view KindName(const Statement& statement) {
  switch (statement.kind) {
    case NodeKind::kSelectStatement: return "select";
    case NodeKind::kInsert:
      return static_cast<const Insert&>(statement).verb == "REPLACE" ? "replace" : "insert";
    case NodeKind::kUpdate: return "update";
    case NodeKind::kDelete: return "delete";
    case NodeKind::kMerge: return "merge";
    case NodeKind::kCreateTable: return "create_table";
    case NodeKind::kCreateView: return "create_view";
    case NodeKind::kCreateIndex: return "create_index";
    case NodeKind::kCreateSequence: return "create_sequence";
    case NodeKind::kCreateFunction: return "create_function";
    case NodeKind::kCreateObject: return "create";
    case NodeKind::kAlter: return "alter";
    case NodeKind::kDrop: return "drop";
    case NodeKind::kTruncate: return "truncate";
    case NodeKind::kRename: return "rename";
    case NodeKind::kCommentOn: return "comment";
    case NodeKind::kCopy: return "copy";
    case NodeKind::kExplain: return "explain";
    case NodeKind::kTransaction: return "transaction";
    case NodeKind::kSet: return "set";
    case NodeKind::kShow: return "show";
    case NodeKind::kUse: return "use";
    case NodeKind::kPragma: return "pragma";
    case NodeKind::kCallStatement: return "call";
    case NodeKind::kPrepare: return "prepare";
    case NodeKind::kGrant: return "grant";
    case NodeKind::kLockTables: return "lock";
    case NodeKind::kMaintenance: return "maintenance";
    case NodeKind::kAttach: return "attach";
    case NodeKind::kBlock: return "block";
    case NodeKind::kOtherStatement: return static_cast<const OtherStatement&>(statement).verb;
    default: return "other";
  }
}

Effect EffectOf(const Statement& statement) {
  Effect effect = OwnEffect(statement);
  const bool explains =
      statement.kind == NodeKind::kExplain && !static_cast<const Explain&>(statement).analyze;
  if (explains) return effect;
  Walk(statement, [&](const Node& node) {
    if (const Select* select = As<Select>(&node); select && select->into)
      effect = std::max(effect, Effect::kDdl);
    if (const Select* select = As<Select>(&node); select && select->outfile)
      effect = std::max(effect, Effect::kWrite);
    if (const Query* query = As<Query>(&node); query && query->outfile)
      effect = std::max(effect, Effect::kWrite);
    if (&node != &statement && IsStatement(node.kind))
      effect = std::max(effect, OwnEffect(static_cast<const Statement&>(node)));
    return true;
  });
  return effect;
}

}  // namespace aietl::sql
