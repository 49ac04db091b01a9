#include "sql/injection/structure.h"

#include <algorithm>

#include "base/text.h"
#include "sql/guard/functions.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

std::string LowerText(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return lower;
}

// A constant without names in it, as far as it is certain.
bool IsConstant(const Expr* expr) {
  expr = Unparen(expr);
  if (!expr) return false;
  if (const Binary* binary = As<Binary>(expr))
    return IsConstant(binary->left) && IsConstant(binary->right);
  if (const Unary* unary = As<Unary>(expr)) return IsConstant(unary->operand);
  if (const Call* call = As<Call>(expr)) {
    // char(97), hex('61') …
    return !call->args.empty() &&
           std::all_of(call->args.begin(), call->args.end(), [](const Argument* argument) {
             return argument->value && IsConstant(argument->value);
           });
  }
  return expr->kind == NodeKind::kLiteral;
}

bool SameColumn(const Expr* a, const Expr* b) {
  a = Unparen(a);
  b = Unparen(b);
  return a && b && a->kind == NodeKind::kColumnRef && SameTree(a, b);
}

// A condition that does not depend on the rows.
bool IsFixedCondition(const Expr* expr) {
  expr = Unparen(expr);
  if (!expr) return false;
  if (const Literal* literal = As<Literal>(expr)) {
    return literal->type == LiteralKind::kTrue ||
           (literal->type == LiteralKind::kInteger && literal->text == "1") ||
           literal->type == LiteralKind::kString;
  }
  if (const Unary* unary = As<Unary>(expr))
    return unary->op == Op::kNot &&
           (IsFixedCondition(unary->operand) || IsConstant(unary->operand));
  if (const Binary* binary = As<Binary>(expr)) {
    switch (binary->op) {
      case Op::kEq:
      case Op::kNotEq:
      case Op::kLess:
      case Op::kLessEq:
      case Op::kGreater:
      case Op::kGreaterEq:
      case Op::kNullSafeEq:
      case Op::kIs:
        return (IsConstant(binary->left) && IsConstant(binary->right)) ||
               (binary->op == Op::kEq && SameColumn(binary->left, binary->right));
      default: return false;
    }
  }
  if (const Like* like = As<Like>(expr)) return IsConstant(like->expr) && IsConstant(like->pattern);
  if (const Between* between = As<Between>(expr))
    return IsConstant(between->expr) && IsConstant(between->low) && IsConstant(between->high);
  if (const struct In* in = As<struct In>(expr)) {
    return IsConstant(in->expr) && !in->items.empty() &&
           std::all_of(in->items.begin(), in->items.end(),
                       [](const Expr* item) { return IsConstant(item); });
  }
  if (const IsTest* test = As<IsTest>(expr)) return IsConstant(test->expr);
  return false;
}

bool IsComparison(const Expr* expr) {
  expr = Unparen(expr);
  switch (expr->kind) {
    case NodeKind::kBinary: {
      const Op op = As<Binary>(expr)->op;
      return op >= Op::kEq && op <= Op::kIsNotDistinct;
    }
    case NodeKind::kLike:
    case NodeKind::kBetween:
    case NodeKind::kIn:
    case NodeKind::kIsTest:
    case NodeKind::kExists:
    case NodeKind::kQuantified: return true;
    default: return false;
  }
}

bool IsCatalog(const Name& name) {
  for (const Ident& part : name) {
    const std::string lower = LowerText(part.text);
    if (lower == "information_schema" || lower == "pg_catalog" || lower == "sqlite_master" ||
        lower == "sqlite_schema" || lower == "pg_shadow" || lower == "pg_user" ||
        lower == "pg_tables" || lower == "pg_class" || lower == "duckdb_tables" ||
        lower == "sysobjects" || lower == "dual" || (lower == "mysql" && name.size() > 1) ||
        (lower == "system" && name.size() > 1)) {
      return lower != "dual";
    }
  }
  return false;
}

// Columns of a probe: nothing but NULLs or a count (1, 2, 3), or what asks for the server.
bool ProbesColumns(const Select& select) {
  if (select.items.size() < 1) return false;
  size_t nulls = 0, numbers = 0, others = 0;
  bool asks = false;
  for (const SelectItem* item : select.items) {
    const Expr* expr = Unparen(item->expr);
    const Literal* literal = As<Literal>(expr);
    if (literal && literal->type == LiteralKind::kNull)
      ++nulls;
    else if (literal && literal->type == LiteralKind::kInteger &&
             literal->text == std::to_string(numbers + 1))
      ++numbers;
    else
      ++others;
    if (const Call* call = As<Call>(expr)) {
      const std::string name =
          call->name.empty() ? std::string() : LowerText(call->name.back().text);
      asks = asks || name == "version" || name == "user" || name == "database" ||
             name == "current_user" || name == "sqlite_version" || name == "load_file" ||
             name == "current_database" || name == "session_user" || name == "schema";
    }
    if (const Parameter* parameter = As<Parameter>(expr))
      asks = asks || parameter->text.starts_with("@@");
  }
  if (!select.from.empty()) return false;
  if (asks) return true;
  return others == 0 &&
         (nulls == select.items.size() || numbers == select.items.size() ||
          nulls + numbers == select.items.size()) &&
         select.items.size() > 1;
}

class Signs {
 public:
  Signs(const Script& script, uint32_t from, uint32_t to) : script_(script), from_(from), to_(to) {}

  Structure Count() {
    out_.statements = script_.statements.size();
    for (const Statement* statement : script_.statements) {
      Walk(*statement, [&](const Node& node) {
        ++out_.nodes;
        Look(node);
        return true;
      });
    }
    return std::move(out_);
  }

 private:
  void Add(const char* code, std::string message, const Node& node, bool strong = true) {
    const uint32_t begin = node.has_place() ? node.begin : from_;
    if (begin < from_ || begin >= to_) return;
    out_.signs.push_back({code, std::move(message), begin, strong});
  }

  void Look(const Node& node) {
    switch (node.kind) {
      case NodeKind::kLogical: return LookAtLogical(*As<Logical>(&node));
      case NodeKind::kSetOperation: return LookAtUnion(*As<SetOperation>(&node));
      case NodeKind::kCall: return LookAtCall(*As<Call>(&node));
      case NodeKind::kTableName:
        if (IsCatalog(As<TableName>(&node)->name))
          Add("catalog_probe", Tr("the catalog is read"), node);
        return;
      case NodeKind::kSubqueryExpr:
      case NodeKind::kExists: return Add("subquery", Tr("a subquery was added"), node);
      case NodeKind::kSelect:
        if (As<Select>(&node)->outfile)
          Add("file_access", Tr("a file is written"), *As<Select>(&node)->outfile);
        return;
      case NodeKind::kQuery:
        if (As<Query>(&node)->outfile)
          Add("file_access", Tr("a file is written"), *As<Query>(&node)->outfile);
        return;
      default: return;
    }
  }

  void LookAtLogical(const Logical& logical) {
    for (const Expr* operand : logical.operands) {
      if (logical.op == Op::kOr && IsFixedCondition(operand)) {
        const Literal* literal = As<Literal>(Unparen(operand));
        Add("tautology", Tr("OR with a condition that holds for every row"), *operand,
            !literal || literal->type != LiteralKind::kString);
      } else if (IsFixedCondition(operand)) {
        Add("condition", Tr("a condition that does not depend on the rows"), *operand);
      } else if (IsComparison(operand)) {
        Add("condition", Tr("a condition was added"), *operand, false);
      }
    }
  }

  void LookAtUnion(const SetOperation& set) {
    const QueryBody* right = set.right;
    while (const Query* query = As<Query>(right))
      right = query->body;
    const Select* select = As<Select>(right);
    if (!select) return;
    if (ProbesColumns(*select))
      return Add("union_probe", Tr("UNION with columns that probe the query"), *select);
    bool catalog = false;
    for (const TableRef* table : select->from) {
      Walk(*table, [&](const Node& node) {
        if (const TableName* name = As<TableName>(&node))
          catalog = catalog || IsCatalog(name->name);
        return true;
      });
    }
    if (catalog) return Add("union_probe", Tr("UNION with the catalog"), *select);
    Add("union", Tr("a UNION was added"), *select);
  }

  void LookAtCall(const Call& call) {
    if (call.name.empty()) return;
    const std::string name = LowerText(call.name.back().text);
    const FunctionClass type = ClassOf(name, script_.dialect->id, false);
    if (type == FunctionClass::kSleep || name == "pg_sleep" || name == "sleep" ||
        name == "benchmark" || name == "waitfor") {
      Add("time_delay", Msg("{}() delays the answer", name), call);
    } else if (type == FunctionClass::kFile || name == "load_file" || name == "pg_read_file" ||
               name == "load_extension") {
      Add("file_access", Msg("{}() reaches files", name), call);
    } else if (name == "extractvalue" || name == "updatexml" || name == "xp_cmdshell" ||
               name == "dblink" || name == "utl_http") {
      Add("error_probe", Msg("{}() is used to draw data out", name), call);
    }
  }

  const Script& script_;
  const uint32_t from_, to_;
  Structure out_;
};

}  // namespace

Structure StructureOf(const Script& script, uint32_t from, uint32_t to) {
  return Signs(script, from, to).Count();
}

}  // namespace aietl::sql
