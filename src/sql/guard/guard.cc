#include "sql/guard/guard.h"

#include <algorithm>

#include "base/text.h"
#include "sql/guard/inspection.h"
#include "sql/parser.h"
#include "sql/printer.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

constexpr std::string_view kGuarded = "guarded";

// SELECT columns FROM table WHERE rows, under the name that the table had.
TableRef* Behind(const TableName& table, const TablePolicy& policy, Expr* rows, Arena& arena) {
  TableName* inner = arena.New<TableName>(table);
  inner->alias = nullptr;
  Select* select = arena.New<Select>();
  std::vector<SelectItem*> items;
  if (policy.columns) {
    for (const std::string& column : *policy.columns) {
      ColumnRef* ref = arena.New<ColumnRef>();
      Ident ident;
      ident.text = arena.Text(column);
      ref->name = arena.One(ident);
      SelectItem* item = arena.New<SelectItem>();
      item->expr = ref;
      items.push_back(item);
    }
  } else {
    SelectItem* item = arena.New<SelectItem>();
    item->expr = arena.New<Star>();
    items.push_back(item);
  }
  select->items = arena.List(items);
  select->from = arena.One<TableRef*>(inner);
  select->where = rows;
  Query* query = arena.New<Query>();
  query->body = select;
  DerivedTable* derived = arena.New<DerivedTable>();
  derived->query = query;
  if (table.alias) {
    derived->alias = table.alias;
  } else if (!table.name.empty()) {
    TableAlias* alias = arena.New<TableAlias>();
    alias->name = table.name.back();
    alias->name.begin = alias->name.end = kNoPlace;
    alias->as = true;
    derived->alias = alias;
  }
  return derived;
}

// Keeps the result to `limit` rows. False: it was small enough already.
bool LimitQuery(Query& query, uint64_t limit, Arena& arena) {
  const auto number = [&](uint64_t value) {
    Literal* literal = arena.New<Literal>();
    literal->type = LiteralKind::kInteger;
    literal->text = arena.Text(std::to_string(value));
    return literal;
  };
  const Select* select = As<Select>(query.body);
  const bool plain = !query.with_ties && !query.limit_percent && !query.limit_by &&
                     !(select && select->top) &&
                     (select || As<SetOperation>(query.body) || As<Query>(query.body));
  if (plain && !query.limit && !query.fetch) {
    query.limit = number(limit);
    query.limit_all = false;
    return true;
  }
  const Literal* present = As<Literal>(query.limit);
  if (plain && present && present->type == LiteralKind::kInteger && present->text.size() <= 18) {
    if (std::stoull(std::string(present->text)) <= limit) return false;
    query.limit = number(limit);
    return true;
  }
  // Another form of limit: the whole query becomes a relation.
  Query* inner = arena.New<Query>(query);
  inner->parenthesised = false;
  DerivedTable* derived = arena.New<DerivedTable>();
  derived->query = inner;
  TableAlias* alias = arena.New<TableAlias>();
  alias->name.text = kGuarded;
  alias->as = true;
  derived->alias = alias;
  Select* outer = arena.New<Select>();
  SelectItem* item = arena.New<SelectItem>();
  item->expr = arena.New<Star>();
  outer->items = arena.One(item);
  outer->from = arena.One<TableRef*>(derived);
  query = Query();
  query.body = outer;
  std::swap(query.format, inner->format);
  std::swap(query.settings, inner->settings);
  query.limit = number(limit);
  return true;
}

class Guarding {
 public:
  Guarding(const Script& script, const GuardPolicy& policy, const TableColumns& schema)
      : script_(script), policy_(policy), schema_(schema), lines_(script.source) {}

  GuardVerdict Run() {
    ReadPolicy();
    if (script_.statements.empty())
      Refuse("no_statement", Tr("there is no statement"), nullptr, {});
    if (policy_.statements && script_.statements.size() > *policy_.statements) {
      Refuse("too_many_statements",
             Msg("{} statements, and the policy allows {}", script_.statements.size(),
                 *policy_.statements),
             script_.statements[*policy_.statements], {});
    }
    std::string sql;
    for (const Statement* statement : script_.statements) {
      const std::string one = One(*statement);
      sql += (sql.empty() ? "" : "; ") + one;
    }
    verdict_.allowed = verdict_.reasons.empty();
    verdict_.sql = verdict_.rewritten ? std::move(sql) : std::string(script_.source);
    return std::move(verdict_);
  }

 private:
  void Refuse(std::string code, std::string message, const Node* node, std::string object) {
    GuardReason reason;
    reason.code = std::move(code);
    reason.message = std::move(message);
    if (node) reason.place = lines_.At(*node);
    reason.object = std::move(object);
    verdict_.reasons.push_back(std::move(reason));
  }

  // Conditions of the policy are parsed once; a policy that is wrong allows nothing.
  void ReadPolicy() {
    for (const auto& [name, table] : policy_.tables) {
      if (table.rows.empty()) continue;
      Result<Expr*> rows = ParseExpression(table.rows, *script_.dialect, *script_.arena);
      if (rows)
        rows_[name] = *rows;
      else
        Refuse("bad_policy",
               Msg("the policy's condition for {} is not valid: {}", name, rows.error().message),
               nullptr, name);
    }
  }

  std::string One(const Statement& original) {
    Arena& arena = *script_.arena;
    Statement* statement = CopyTree(&original, arena);
    Inspection inspection = Inspect(*statement, *script_.dialect, schema_);
    verdict_.effect = std::max(verdict_.effect, inspection.effect);
    JudgeStatement(*statement, inspection);
    for (const GuardFinding& finding : inspection.findings)
      Judge(finding);
    bool changed = false;
    std::map<const Node*, const std::string*> behind;
    for (const Inspection::Table& table : inspection.tables)
      JudgeTable(table, &behind);
    RefuseKeptAsWritten(*statement, behind);
    if (!behind.empty()) {
      Node* root = Rewrite(statement, [&](Node* node) -> Node* {
        const auto found = behind.find(node);
        if (found == behind.end()) return node;
        const auto rows = rows_.find(*found->second);
        Expr* condition = rows == rows_.end() ? nullptr : CopyTree(rows->second, arena);
        return Behind(*As<TableName>(static_cast<const Node*>(node)),
                      policy_.tables.find(*found->second)->second, condition, arena);
      });
      statement = static_cast<Statement*>(root);
      changed = true;
    }
    if (policy_.limit) {
      if (SelectStatement* select = As<SelectStatement>(static_cast<Node*>(statement)))
        changed = LimitQuery(*select->query, *policy_.limit, arena) || changed;
    }
    verdict_.rewritten = verdict_.rewritten || changed;
    if (!changed) return std::string(script_.TextOf(original));
    PrintOptions options;
    options.comments = false;
    return Print(*statement, *script_.dialect, options);
  }

  // What is printed as it was written takes no rewriting: the policy could not be put into it.
  void RefuseKeptAsWritten(const Statement& statement,
                           const std::map<const Node*, const std::string*>& behind) {
    bool kept = false;
    Walk(statement, [&](const Node& node) {
      kept =
          kept || (IsStatement(node.kind) && PrintsAsWritten(static_cast<const Statement&>(node)));
      return !kept;
    });
    if (!kept) return;
    if (!behind.empty()) {
      const TableName* table = As<TableName>(behind.begin()->first);
      const std::string name(table->name.back().text);
      Refuse("row_policy",
             Msg("the policy shows a part of {} only, and {} cannot be rewritten", name,
                 Shown(statement)),
             table, name);
    }
    const std::string_view kind = KindName(statement);
    if (policy_.limit && (kind == "pipe" || kind == "select_each"))
      Refuse("limit_policy",
             Msg("the policy limits the rows, and {} cannot be rewritten", Shown(statement)),
             &statement, std::string(kind));
  }

  void JudgeStatement(const Statement& statement, const Inspection& inspection) {
    // MySQL's HANDLER reads rows past every policy for tables.
    const bool past_policy = KindName(statement) == "handler";
    const Effect effect = inspection.looks_only ? Effect::kRead
                          : past_policy         ? Effect::kAdmin
                                                : EffectOf(statement);
    if (inspection.needs && !policy_.functions.contains(*inspection.needs)) {
      Refuse(std::string(FunctionClassName(*inspection.needs)),
             Msg("{} is not allowed", Shown(statement)), &statement,
             std::string(KindName(statement)));
    } else if (effect != Effect::kRead && !policy_.effects.contains(effect)) {
      // What hides inside has a place of its own.
      if (statement.kind == NodeKind::kSelectStatement) return;
      Refuse(CodeOf(statement, effect), Msg("{} is not allowed", Shown(statement)), &statement,
             std::string(KindName(statement)));
    }
  }

  static std::string Shown(const Statement& statement) {
    std::string text(KindName(statement));
    for (char& c : text)
      c = c == '_' ? ' ' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return text;
  }

  static std::string CodeOf(const Statement& statement, Effect effect) {
    const std::string_view kind = KindName(statement);
    for (const std::string_view one :
         {"begin", "commit", "rollback", "savepoint", "release", "prepare_transaction", "xa"}) {
      if (kind == one) return "transaction";
    }
    if (kind == "set" || kind == "reset" || kind == "unset") return "setting";
    if (kind == "lock" || kind == "unlock") return "lock";
    return std::string(EffectName(effect));
  }

  void Judge(const GuardFinding& finding) {
    if (finding.effect && !policy_.effects.contains(*finding.effect)) {
      Refuse(finding.code, finding.message, finding.node, finding.object);
      return;
    }
    if (!finding.function) return;
    std::string name = finding.object;
    for (char& c : name)
      c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (policy_.denied_functions.contains(name)) {
      Refuse("function_denied", Msg("the policy denies {}()", finding.object), finding.node,
             finding.object);
    } else if (!policy_.functions.contains(*finding.function) &&
               !policy_.allowed_functions.contains(name)) {
      Refuse(finding.code, finding.message, finding.node, finding.object);
    }
  }

  void JudgeTable(const Inspection::Table& table,
                  std::map<const Node*, const std::string*>* behind) {
    GuardObject& object = ObjectNamed(table.name);
    object.columns.insert(table.columns.begin(), table.columns.end());
    object.all_columns = object.all_columns || table.all_columns;
    object.access = std::max(object.access, table.access);
    if (!policy_.restricts_tables) return;
    const std::string* key = PolicyOf(table.parts);
    if (!key) {
      Refuse("table_not_allowed", Msg("the policy does not list the table {}", table.name),
             table.node, table.name);
      return;
    }
    const TablePolicy& rule = policy_.tables.find(*key)->second;
    if (rule.columns) {
      for (const std::string& column : table.columns) {
        if (std::none_of(rule.columns->begin(), rule.columns->end(),
                         [&](const std::string& one) { return SameName(one, column); })) {
          Refuse("column_not_allowed",
                 Msg("the policy does not list the column {} of {}", column, table.name),
                 table.node, table.name + "." + column);
        }
      }
    }
    if (!rule.columns && rule.rows.empty()) return;
    if (table.access != Effect::kRead || table.node == nullptr ||
        table.node->kind != NodeKind::kTableName) {
      Refuse("row_policy",
             Msg("the policy shows a part of {} only, so it cannot be the target of a change",
                 table.name),
             table.node, table.name);
      return;
    }
    (*behind)[table.node] = key;
  }

  GuardObject& ObjectNamed(const std::string& name) {
    for (GuardObject& object : verdict_.objects) {
      if (object.name == name) return object;
    }
    verdict_.objects.push_back({});
    verdict_.objects.back().name = name;
    return verdict_.objects.back();
  }

  // The policy's entry for a name, compared from its end: a name without a schema means every
  // schema, unless there is a default one.
  const std::string* PolicyOf(const std::vector<std::string>& parts) const {
    for (const auto& [key, table] : policy_.tables) {
      if (key != "*" && NamesMeet(key, parts)) return &key;
    }
    const auto rest = policy_.tables.find("*");
    return rest == policy_.tables.end() ? nullptr : &rest->first;
  }

  bool NamesMeet(const std::string& key, const std::vector<std::string>& parts) const {
    std::vector<std::string> wanted = SplitName(key), given = parts;
    if (!policy_.default_schema.empty()) {
      if (given.size() == 1) given.insert(given.begin(), policy_.default_schema);
      if (wanted.size() == 1) wanted.insert(wanted.begin(), policy_.default_schema);
    }
    for (size_t i = 1; i <= std::min(wanted.size(), given.size()); ++i) {
      if (!SameName(wanted[wanted.size() - i], given[given.size() - i])) return false;
    }
    return true;
  }

  const Script& script_;
  const GuardPolicy& policy_;
  const TableColumns& schema_;
  const LineIndex lines_;
  std::map<std::string, Expr*, std::less<>> rows_;
  GuardVerdict verdict_;
};

}  // namespace

GuardVerdict Guard(const Script& script, const GuardPolicy& policy, const TableColumns& schema) {
  return Guarding(script, policy, schema).Run();
}

std::optional<FunctionClass> FunctionClassNamed(std::string_view name) {
  for (uint8_t i = 0; i <= static_cast<uint8_t>(FunctionClass::kWrite); ++i) {
    const FunctionClass type = static_cast<FunctionClass>(i);
    if (FunctionClassName(type) == name) return type;
  }
  return std::nullopt;
}

std::optional<Effect> EffectByName(std::string_view name) {
  for (const Effect effect : {Effect::kRead, Effect::kWrite, Effect::kDdl, Effect::kAdmin}) {
    if (EffectName(effect) == name) return effect;
  }
  return std::nullopt;
}

}  // namespace aietl::sql
