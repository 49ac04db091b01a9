#include "engine/internal/sql_tree.h"

#include <algorithm>
#include <set>

#include <duckdb.hpp>
#include <duckdb/parser/expression/constant_expression.hpp>
#include <duckdb/parser/expression/function_expression.hpp>
#include <duckdb/parser/expression/subquery_expression.hpp>
#include <duckdb/parser/expression/window_expression.hpp>
#include <duckdb/parser/parsed_expression_iterator.hpp>
#include <duckdb/parser/parser.hpp>
#include <duckdb/parser/query_node/list.hpp>
#include <duckdb/parser/statement/select_statement.hpp>
#include <duckdb/parser/tableref/list.hpp>

namespace aietl::engine {
namespace {

using duckdb::ExpressionClass;
using duckdb::ParsedExpression;
using duckdb::QueryNode;
using duckdb::QueryNodeType;
using duckdb::StatementType;
using duckdb::TableRef;
using duckdb::TableReferenceType;

std::string Lower(const std::string& text) {
  return duckdb::StringUtil::Lower(text);
}

std::optional<size_t> Offset(const duckdb::optional_idx& location) {
  if (!location.IsValid()) return std::nullopt;
  return location.GetIndex();
}

const char* StatementName(StatementType type) {
  switch (type) {
    case StatementType::SELECT_STATEMENT: return "SELECT";
    case StatementType::INSERT_STATEMENT: return "INSERT";
    case StatementType::UPDATE_STATEMENT: return "UPDATE";
    case StatementType::DELETE_STATEMENT: return "DELETE";
    case StatementType::MERGE_INTO_STATEMENT: return "MERGE";
    case StatementType::CREATE_STATEMENT:
    case StatementType::CREATE_FUNC_STATEMENT: return "CREATE";
    case StatementType::ALTER_STATEMENT: return "ALTER";
    case StatementType::DROP_STATEMENT: return "DROP";
    case StatementType::PREPARE_STATEMENT: return "PREPARE";
    case StatementType::EXECUTE_STATEMENT: return "EXECUTE";
    case StatementType::TRANSACTION_STATEMENT: return "BEGIN/COMMIT";
    case StatementType::COPY_STATEMENT:
    case StatementType::COPY_DATABASE_STATEMENT: return "COPY";
    case StatementType::ANALYZE_STATEMENT: return "ANALYZE";
    case StatementType::VACUUM_STATEMENT: return "VACUUM";
    case StatementType::EXPLAIN_STATEMENT: return "EXPLAIN";
    case StatementType::EXPORT_STATEMENT: return "EXPORT";
    case StatementType::PRAGMA_STATEMENT: return "PRAGMA";
    case StatementType::CALL_STATEMENT: return "CALL";
    case StatementType::SET_STATEMENT:
    case StatementType::VARIABLE_SET_STATEMENT: return "SET";
    case StatementType::LOAD_STATEMENT: return "LOAD/INSTALL";
    case StatementType::UPDATE_EXTENSIONS_STATEMENT: return "UPDATE EXTENSIONS";
    case StatementType::ATTACH_STATEMENT: return "ATTACH";
    case StatementType::DETACH_STATEMENT: return "DETACH";
    case StatementType::MULTI_STATEMENT: return "PIVOT";
    default: return "OTHER";
  }
}

class Walker {
 public:
  explicit Walker(SqlText& out) : out_(out) {}

  // `scope`: names of the CTEs that can be seen here, in lower case.
  void Node(QueryNode& node, std::set<std::string> scope) {
    for (auto& entry : node.cte_map.map) {
      auto& query = *entry.second->query->node;
      // A CTE sees itself only when it is recursive; that node adds the name.
      Node(query, scope);
      for (const auto& target : entry.second->key_targets)
        Expression(*target, scope);
      scope.insert(Lower(entry.first));
      out_.ctes.push_back(entry.first);
    }
    duckdb::ParsedExpressionIterator::EnumerateQueryNodeModifiers(
        node, [&](duckdb::unique_ptr<ParsedExpression>& child) { Expression(*child, scope); });
    switch (node.type) {
      case QueryNodeType::SELECT_NODE: return Select(node.Cast<duckdb::SelectNode>(), scope);
      case QueryNodeType::SET_OPERATION_NODE:
        for (auto& child : node.Cast<duckdb::SetOperationNode>().children)
          Node(*child, scope);
        return;
      case QueryNodeType::RECURSIVE_CTE_NODE: {
        auto& recursive = node.Cast<duckdb::RecursiveCTENode>();
        scope.insert(Lower(recursive.ctename));
        Node(*recursive.left, scope);
        Node(*recursive.right, scope);
        return;
      }
      case QueryNodeType::CTE_NODE: {
        auto& cte = node.Cast<duckdb::CTENode>();
        Node(*cte.query, scope);
        scope.insert(Lower(cte.ctename));
        Node(*cte.child, scope);
        return;
      }
      case QueryNodeType::STATEMENT_NODE: return Odd(SqlOddity::kWrite, std::nullopt);
      default: return Odd(SqlOddity::kOther, std::nullopt);
    }
  }

 private:
  void Odd(SqlOddity what, std::optional<size_t> at) { out_.oddities.push_back({what, at}); }

  void Select(duckdb::SelectNode& node, const std::set<std::string>& scope) {
    for (auto& expression : node.select_list)
      Expression(*expression, scope);
    for (auto& expression : node.groups.group_expressions)
      Expression(*expression, scope);
    for (auto* expression : {node.where_clause.get(), node.having.get(), node.qualify.get()}) {
      if (expression != nullptr) Expression(*expression, scope);
    }
    if (node.from_table) Table(*node.from_table, scope);
  }

  void Expression(ParsedExpression& expression, const std::set<std::string>& scope) {
    switch (expression.GetExpressionClass()) {
      case ExpressionClass::FUNCTION: Function(expression, false); break;
      case ExpressionClass::WINDOW:
        out_.functions.push_back({Lower(expression.Cast<duckdb::WindowExpression>().function_name),
                                  false, false, Offset(expression.GetQueryLocation())});
        break;
      case ExpressionClass::PARAMETER:
        Odd(SqlOddity::kParameter, Offset(expression.GetQueryLocation()));
        break;
      case ExpressionClass::SUBQUERY:
        Node(*expression.Cast<duckdb::SubqueryExpression>().subquery->node, scope);
        break;
      default: break;
    }
    duckdb::ParsedExpressionIterator::EnumerateChildren(
        expression, [&](ParsedExpression& child) { Expression(child, scope); });
  }

  void Function(const ParsedExpression& expression, bool table) {
    const auto& function = expression.Cast<duckdb::FunctionExpression>();
    const bool constant =
        std::all_of(function.children.begin(), function.children.end(), [](const auto& argument) {
          return argument->GetExpressionClass() == ExpressionClass::CONSTANT;
        });
    out_.functions.push_back(
        {Lower(function.function_name), table, constant, Offset(expression.GetQueryLocation())});
  }

  void Table(TableRef& ref, const std::set<std::string>& scope) {
    switch (ref.type) {
      case TableReferenceType::BASE_TABLE:
        return BaseTable(ref.Cast<duckdb::BaseTableRef>(), scope);
      case TableReferenceType::SUBQUERY:
        return Node(*ref.Cast<duckdb::SubqueryRef>().subquery->node, scope);
      case TableReferenceType::JOIN: {
        auto& join = ref.Cast<duckdb::JoinRef>();
        Table(*join.left, scope);
        Table(*join.right, scope);
        if (join.condition) Expression(*join.condition, scope);
        return;
      }
      case TableReferenceType::TABLE_FUNCTION: {
        auto& call = ref.Cast<duckdb::TableFunctionRef>();
        if (call.function->GetExpressionClass() != ExpressionClass::FUNCTION) {
          return Odd(SqlOddity::kOther, Offset(ref.query_location));
        }
        Function(*call.function, true);
        duckdb::ParsedExpressionIterator::EnumerateChildren(
            *call.function, [&](ParsedExpression& child) { Expression(child, scope); });
        if (call.subquery) Node(*call.subquery->node, scope);
        return;
      }
      case TableReferenceType::EXPRESSION_LIST:
        for (auto& row : ref.Cast<duckdb::ExpressionListRef>().values) {
          for (auto& value : row)
            Expression(*value, scope);
        }
        return;
      case TableReferenceType::PIVOT: return Pivot(ref.Cast<duckdb::PivotRef>(), scope);
      case TableReferenceType::EMPTY_FROM: return;
      case TableReferenceType::SHOW_REF: return Odd(SqlOddity::kShow, Offset(ref.query_location));
      default: return Odd(SqlOddity::kOther, Offset(ref.query_location));
    }
  }

  void BaseTable(const duckdb::BaseTableRef& table, const std::set<std::string>& scope) {
    if (table.at_clause) Odd(SqlOddity::kTimeTravel, Offset(table.query_location));
    std::string qualifier = table.catalog_name;
    if (!table.schema_name.empty()) qualifier += (qualifier.empty() ? "" : ".") + table.schema_name;
    if (qualifier.empty() && scope.contains(Lower(table.table_name))) return;
    out_.tables.push_back({table.table_name, qualifier, table.alias, Offset(table.query_location)});
  }

  void Pivot(duckdb::PivotRef& pivot, const std::set<std::string>& scope) {
    Table(*pivot.source, scope);
    for (auto& aggregate : pivot.aggregates)
      Expression(*aggregate, scope);
    for (auto& column : pivot.pivots) {
      if (!column.pivot_enum.empty() || column.subquery)
        Odd(SqlOddity::kDynamicPivot, Offset(pivot.query_location));
      for (auto& expression : column.pivot_expressions)
        Expression(*expression, scope);
      for (auto& entry : column.entries) {
        if (entry.expr) Expression(*entry.expr, scope);
      }
    }
  }

  SqlText& out_;
};

bool EndsInOrder(const QueryNode& node) {
  if (node.type == QueryNodeType::CTE_NODE) return EndsInOrder(*node.Cast<duckdb::CTENode>().child);
  return std::any_of(node.modifiers.begin(), node.modifiers.end(), [](const auto& modifier) {
    return modifier->type == duckdb::ResultModifierType::ORDER_MODIFIER;
  });
}

void ReadInto(SqlText& out, const std::string& sql) {
  duckdb::Parser parser;
  parser.ParseQuery(sql);
  for (const auto& statement : parser.statements)
    out.statements.emplace_back(StatementName(statement->type));
  if (parser.statements.empty()) return;
  duckdb::SQLStatement& first = *parser.statements[0];
  if (first.type == StatementType::MULTI_STATEMENT)
    out.oddities.push_back({SqlOddity::kDynamicPivot, std::nullopt});
  if (first.type != StatementType::SELECT_STATEMENT) return;
  QueryNode& node = *first.Cast<duckdb::SelectStatement>().node;
  Walker(out).Node(node, {});
  out.ordered = EndsInOrder(node);
}

}  // namespace

SqlText ReadSql(const std::string& sql) {
  SqlText out;
  try {
    ReadInto(out, sql);
  } catch (const std::exception& exception) {
    out = SqlText();
    const duckdb::ErrorData error(exception);
    out.syntax_error = error.RawMessage();
    const auto position = error.ExtraInfo().find("position");
    if (position != error.ExtraInfo().end()) out.syntax_error_at = std::stoull(position->second);
  }
  return out;
}

}  // namespace aietl::engine
