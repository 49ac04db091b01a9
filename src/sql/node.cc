#include "sql/node.h"

#include <array>

#include "sql/ast.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

constexpr std::string_view kNodeNames[] = {
#define AIETL_SQL_NODE(name) #name,
#include "sql/node_kinds.inc"
#undef AIETL_SQL_NODE
};

template <class Base>
constexpr auto KindsOf() {
  std::array<bool, 256> is{};
#define AIETL_SQL_NODE(name) \
  is[static_cast<size_t>(NodeKind::k##name)] = std::is_base_of_v<Base, name>;
#include "sql/node_kinds.inc"
#undef AIETL_SQL_NODE
  return is;
}

constexpr auto kIsExpr = KindsOf<Expr>();
constexpr auto kIsQueryBody = KindsOf<QueryBody>();
constexpr auto kIsTableRef = KindsOf<TableRef>();
constexpr auto kIsStatement = KindsOf<Statement>();

}  // namespace

std::string_view NodeName(NodeKind kind) {
  return kNodeNames[static_cast<size_t>(kind)];
}

bool IsExpr(NodeKind kind) {
  return kIsExpr[static_cast<size_t>(kind)];
}
bool IsQueryBody(NodeKind kind) {
  return kIsQueryBody[static_cast<size_t>(kind)];
}
bool IsTableRef(NodeKind kind) {
  return kIsTableRef[static_cast<size_t>(kind)];
}
bool IsStatement(NodeKind kind) {
  return kIsStatement[static_cast<size_t>(kind)];
}

std::string_view OpText(Op op) {
  switch (op) {
    case Op::kNone:
    case Op::kCustom: return "";
    case Op::kPlus:
    case Op::kPositive: return "+";
    case Op::kMinus:
    case Op::kNegate: return "-";
    case Op::kMultiply: return "*";
    case Op::kDivide: return "/";
    case Op::kIntDivide: return "DIV";
    case Op::kModulo: return "%";
    case Op::kPower: return "^";
    case Op::kConcat: return "||";
    case Op::kEq: return "=";
    case Op::kNotEq: return "<>";
    case Op::kNullSafeEq: return "<=>";
    case Op::kLess: return "<";
    case Op::kLessEq: return "<=";
    case Op::kGreater: return ">";
    case Op::kGreaterEq: return ">=";
    case Op::kIs: return "IS";
    case Op::kIsNot: return "IS NOT";
    case Op::kIsDistinct: return "IS DISTINCT FROM";
    case Op::kIsNotDistinct: return "IS NOT DISTINCT FROM";
    case Op::kBitAnd: return "&";
    case Op::kBitOr: return "|";
    case Op::kBitXor: return "^";
    case Op::kShiftLeft: return "<<";
    case Op::kShiftRight: return ">>";
    case Op::kShiftRightUnsigned: return ">>>";
    case Op::kAnd: return "AND";
    case Op::kOr: return "OR";
    case Op::kXor: return "XOR";
    case Op::kNot: return "NOT";
    case Op::kBitNot: return "~";
    case Op::kBinary: return "BINARY";
    case Op::kPrior: return "PRIOR";
    case Op::kNotSign:
    case Op::kFactorial: return "!";
    case Op::kSquareRoot: return "|/";
    case Op::kCubeRoot: return "||/";
    case Op::kAbsolute: return "@";
    case Op::kJsonGet: return "->";
    case Op::kJsonGetText: return "->>";
    case Op::kPathGet: return "#>";
    case Op::kPathGetText: return "#>>";
    case Op::kContains: return "@>";
    case Op::kContainedBy: return "<@";
    case Op::kOverlap: return "&&";
    case Op::kHasKey: return "?";
    case Op::kHasAnyKey: return "?|";
    case Op::kHasAllKeys: return "?&";
    case Op::kRegexMatch: return "~";
    case Op::kRegexMatchNoCase: return "~*";
    case Op::kNotRegexMatch: return "!~";
    case Op::kNotRegexMatchNoCase: return "!~*";
    case Op::kOverlaps: return "OVERLAPS";
    case Op::kAssign: return ":=";
    case Op::kMemberOf: return "MEMBER OF";
    case Op::kSoundsLike: return "SOUNDS LIKE";
  }
  return "";
}

const Expr* Unparen(const Expr* expr) {
  while (const ParenExpr* paren = As<ParenExpr>(expr))
    expr = paren->expr;
  return expr;
}
Expr* Unparen(Expr* expr) {
  while (ParenExpr* paren = As<ParenExpr>(expr))
    expr = paren->expr;
  return expr;
}

TableAlias* AliasOf(TableRef* table) {
  if (!table) return nullptr;
  return WithNode(*table, [](auto& node) -> TableAlias* {
    if constexpr (requires { node.alias->definitions; }) return node.alias;
    return nullptr;
  });
}
const TableAlias* AliasOf(const TableRef* table) {
  return AliasOf(const_cast<TableRef*>(table));
}

}  // namespace aietl::sql
