// Whole statements, and a log of them.

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "sql/lint/internal/linter.h"
#include "sql/printer.h"

namespace aietl::sql::lint {

void Linter::CheckStatement(const Statement& statement) {
  if (const auto* update = As<Update>(static_cast<const Node*>(&statement))) {
    if (update->where == nullptr && update->limit == nullptr && update->from.empty() &&
        update->tables.size() == 1 && update->tables[0]->kind == NodeKind::kTableName)
      Tell("missing_where", Severity::kWarning, statement,
           Msg("without WHERE every row is changed"));
    if (update->where != nullptr) CheckCondition(*update->where, true);
  } else if (const auto* remove = As<Delete>(static_cast<const Node*>(&statement))) {
    if (remove->where == nullptr && remove->limit == nullptr && remove->using_tables.empty() &&
        remove->from.empty())
      Tell("missing_where", Severity::kWarning, statement,
           Msg("without WHERE every row is deleted"));
    if (remove->where != nullptr) CheckCondition(*remove->where, true);
  } else if (const auto* insert = As<Insert>(static_cast<const Node*>(&statement))) {
    if (insert->has_columns || insert->query == nullptr || insert->by_name ||
        insert->table == nullptr || insert->all || insert->first)
      return;
    const BoundStatement* bound = nullptr;
    for (const BoundStatement& known : bound_.statements)
      if (known.statement == &statement) bound = &known;
    std::vector<Edit> edits;
    const auto* name = As<TableName>(static_cast<const Node*>(insert->table));
    if (bound != nullptr && bound->target != nullptr && !bound->target->open && name != nullptr &&
        name->alias == nullptr && name->has_place() && insert->partition.empty()) {
      std::string list;
      for (const Column& column : bound->target->columns)
        if (!column.met)
          list += (list.empty() ? "" : ", ") + QuoteName(column.name, *script_.dialect);
      if (!list.empty() && bound->writes.size() == bound->target->columns.size())
        edits.push_back({name->end, name->end, " (" + list + ")"});
    }
    Tell("insert_without_columns", Severity::kInfo, *insert->table,
         Msg("INSERT without a list of columns breaks when the table gets another one"),
         std::move(edits));
  }
}

// The same statement over and over with another value: one query for each row of another.
void Linter::CheckRepeats() {
  struct Group {
    const Statement* first;
    size_t count = 0;
    std::vector<std::string> values;
    bool lookup = false;
  };
  std::unordered_map<std::string, size_t> by_shape;
  std::vector<Group> groups;
  for (const Statement* statement : script_.statements) {
    if (!statement->has_place() || statement->kind != NodeKind::kSelectStatement) continue;
    std::string shape, values;
    uint32_t at = statement->begin;
    bool compared = false;
    std::vector<const Literal*> literals;
    Walk(*statement, [&](const Node& node) {
      if (const auto* literal = As<Literal>(&node); literal != nullptr && literal->has_place())
        literals.push_back(literal);
      if (const auto* binary = As<Binary>(&node); binary != nullptr && binary->op == Op::kEq)
        compared |= Unparen(binary->right)->kind == NodeKind::kLiteral ||
                    Unparen(binary->left)->kind == NodeKind::kLiteral;
      return true;
    });
    std::ranges::sort(literals, {}, [](const Literal* l) { return l->begin; });
    const auto add = [&](std::string_view text) {
      for (char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (blank && (shape.empty() || shape.back() == ' ')) continue;
        shape += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
    };
    for (const Literal* literal : literals) {
      if (literal->begin < at) continue;
      add(script_.source.substr(at, literal->begin - at));
      shape += '?';
      values +=
          std::string(script_.source.substr(literal->begin, literal->end - literal->begin)) + "\n";
      at = literal->end;
    }
    add(script_.source.substr(at, statement->end - at));
    const auto [it, fresh] = by_shape.try_emplace(shape, groups.size());
    if (fresh) groups.push_back({statement, 0, {}, compared});
    Group& group = groups[it->second];
    ++group.count;
    if (std::ranges::find(group.values, values) == group.values.end())
      group.values.push_back(values);
  }
  for (const Group& group : groups) {
    if (group.count < 3 || group.values.size() < 3 || !group.lookup) continue;
    statement_ = group.first;
    Tell(
        "n_plus_one", Severity::kWarning, *group.first,
        Msg("the same query {} times with another value: ask once with IN or a join", group.count));
  }
}

}  // namespace aietl::sql::lint
