// Statements that change data or define tables: upserts, joins in UPDATE and DELETE, generated
// keys.
#include <string>
#include <vector>

#include "sql/translate/internal/job.h"
#include "sql/translate/internal/kinds.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

using enum DialectId;

bool HasModifier(const Insert& insert, std::string_view word) {
  for (const std::string_view modifier : insert.modifiers) {
    if (SameWordOf(modifier, word)) return true;
  }
  return false;
}

// EXCLUDED.a → VALUES(a), and back.
void ExcludedToValues(Node& root, Job& job) {
  RewriteChildren(root, [&](Node* child) -> Node* {
    if (ColumnRef* column = As<ColumnRef>(child); column != nullptr && column->name.size() == 2 &&
                                                  SameWordOf(column->name[0].text, "excluded")) {
      auto* inner = job.arena.New<ColumnRef>();
      inner->name = job.arena.One(column->name[1]);
      return job.Function("VALUES", {inner});
    }
    ExcludedToValues(*child, job);
    return child;
  });
}

void ValuesToExcluded(Node& root, const Insert& insert, Job& job) {
  RewriteChildren(root, [&](Node* child) -> Node* {
    const auto excluded = [&](const Ident& column) -> Node* {
      auto* out = job.arena.New<ColumnRef>();
      Ident table;
      table.text = std::string_view("excluded");
      const std::vector<Ident> name{table, column};
      out->name = job.arena.List(name);
      return out;
    };
    const Call* call = As<Call>(child);
    if (call != nullptr && call->name.size() == 1 &&
        (SameWordOf(call->name[0].text, "values") || SameWordOf(call->name[0].text, "value")) &&
        call->args.size() == 1) {
      const ColumnRef* column = As<ColumnRef>(call->args[0]->value);
      if (column != nullptr) return excluded(column->name.back());
    }
    const ColumnRef* column = As<ColumnRef>(child);
    if (column != nullptr && column->name.size() == 2 && !insert.row_alias.empty() &&
        SameWordOf(column->name[0].text, insert.row_alias.text))
      return excluded(column->name[1]);
    ValuesToExcluded(*child, insert, job);
    return child;
  });
}

void TranslateInsert(Insert& insert, Job& job) {
  const bool conflict_clause = job.To({kPostgres, kSqlite, kDuckdb});
  if (!insert.set.empty() && job.to.id != kMysql) {
    // INSERT … SET a = 1: columns and one row.
    std::vector<Name> columns;
    auto* row = job.arena.New<RowExpr>();
    std::vector<Expr*> values;
    for (Assignment* assignment : insert.set) {
      columns.push_back(assignment->targets[0]);
      values.push_back(assignment->value);
    }
    row->items = job.arena.List(values);
    auto* rows = job.arena.New<Values>();
    rows->rows = job.arena.One(row);
    insert.query = job.arena.New<Query>();
    insert.query->body = rows;
    insert.columns = job.arena.List(columns);
    insert.has_columns = true;
    insert.set = {};
  }
  if (insert.overwrite && !job.To({kSpark, kSnowflake}))
    job.Refuse(insert, "INSERT OVERWRITE", Tr("rows are removed by a statement of their own"));
  const bool ignore = HasModifier(insert, "IGNORE") || SameWordOf(insert.conflict, "IGNORE");
  const bool replace = SameWordOf(insert.verb, "REPLACE") || SameWordOf(insert.conflict, "REPLACE");
  if (ignore && job.to.id != kMysql) {
    if (!conflict_clause) {
      job.Refuse(insert, "INSERT IGNORE", Tr("rows with a key that exists cannot be left out"));
      return;
    }
    auto* conflict = job.arena.New<OnConflict>();
    conflict->do_nothing = true;
    insert.on_conflict = job.arena.One(conflict);
    if (job.from.id == kMysql)
      job.Lose(Tr(
          "INSERT IGNORE turns other errors into warnings, too; ON CONFLICT DO NOTHING does not"));
  }
  if (replace && !job.To({kMysql, kSqlite, kDuckdb}))
    job.Refuse(insert, "REPLACE",
               Tr("a row with the same key has to be named in ON CONFLICT or MERGE"));
  if (replace && job.to.id == kMysql) {
    insert.verb = "REPLACE";
    insert.conflict = {};
    return;
  }
  if (replace && job.To({kSqlite, kDuckdb})) {
    insert.verb = "INSERT";
    insert.conflict = "REPLACE";
  }
  if (job.to.id != kMysql) insert.modifiers = {};
  if (insert.has_duplicate_key && job.to.id != kMysql) {
    if (!job.To({kSqlite, kDuckdb})) {
      job.Refuse(insert, "ON DUPLICATE KEY UPDATE",
                 job.to.id == kPostgres
                     ? Tr("ON CONFLICT DO UPDATE names the key, and the statement does not say it")
                     : Tr("use MERGE"));
      return;
    }
    auto* conflict = job.arena.New<OnConflict>();
    for (Assignment* assignment : insert.on_duplicate_key)
      ValuesToExcluded(*assignment, insert, job);
    conflict->set = insert.on_duplicate_key;
    insert.on_conflict = job.arena.One(conflict);
    insert.has_duplicate_key = false;
    insert.on_duplicate_key = {};
    insert.row_alias = {};
    insert.row_columns = {};
  }
  if (!insert.on_conflict.empty() && !conflict_clause) {
    if (job.to.id != kMysql || insert.on_conflict.size() > 1) {
      job.Refuse(insert, "ON CONFLICT", Tr("use MERGE"));
      return;
    }
    OnConflict& conflict = *insert.on_conflict[0];
    if (conflict.where != nullptr || conflict.target_where != nullptr) {
      job.Refuse(conflict, "ON CONFLICT … WHERE",
                 Tr("an update on a duplicate key has no condition"));
      return;
    }
    insert.on_conflict = {};
    if (conflict.do_nothing) {
      insert.modifiers = job.arena.One(std::string_view("IGNORE"));
      job.Lose(Tr(
          "INSERT IGNORE turns other errors into warnings, too; ON CONFLICT DO NOTHING does not"));
      return;
    }
    for (Assignment* assignment : conflict.set)
      ExcludedToValues(*assignment, job);
    insert.has_duplicate_key = true;
    insert.on_duplicate_key = conflict.set;
    if (conflict.has_target)
      job.Lose(
          Tr("MySQL updates on a duplicate of any unique key, not only of the one that ON CONFLICT "
             "names"));
  }
}

Join* CommaJoin(TableRef* left, TableRef* right, Job& job) {
  auto* join = job.arena.New<Join>();
  join->type = JoinKind::kCross;
  join->left = left;
  join->right = right;
  return join;
}

// UPDATE t SET … FROM u WHERE c → UPDATE t CROSS JOIN u SET … WHERE c, and back.
void TranslateUpdate(Update& update, Job& job) {
  if (!update.from.empty() && job.to.id == kMysql) {
    TableRef* tables = update.tables[0];
    for (TableRef* from : update.from)
      tables = CommaJoin(tables, from, job);
    update.tables = job.arena.One(tables);
    update.from = {};
    job.Lose(Tr("when several rows match, MySQL's update takes any of them, as the source's does"));
  }
  const Join* join = update.tables.empty() ? nullptr : As<Join>(update.tables[0]);
  if ((update.tables.size() > 1 || join != nullptr) && job.to.id != kMysql) {
    job.Refuse(update, "UPDATE … JOIN",
               Tr("which of the tables is changed has to be said: write UPDATE … FROM"));
  }
  if ((update.limit != nullptr || !update.order_by.empty()) && !job.To({kMysql, kSqlite}))
    job.Refuse(update, "UPDATE … LIMIT", Tr("an update changes all rows that its condition names"));
  update.modifiers = {};
}

void TranslateDelete(Delete& statement, Job& job) {
  if (!statement.using_tables.empty() && statement.table != nullptr && job.To({kMysql})) {
    // DELETE FROM t USING u WHERE c → DELETE FROM t USING t CROSS JOIN u WHERE c
    TableRef* tables = CopyTree(statement.table, job.arena);
    for (TableRef* other : statement.using_tables)
      tables = CommaJoin(tables, other, job);
    statement.targets = job.arena.One(statement.table);
    statement.targets_after = true;
    statement.from = job.arena.One(tables);
    statement.using_tables = {};
    statement.table = nullptr;
  } else if (!statement.using_tables.empty() && !job.To({kPostgres, kDuckdb, kSnowflake})) {
    job.Refuse(statement, "DELETE … USING",
               Tr("write the other tables as a condition with EXISTS"));
  }
  if (!statement.targets.empty() && job.to.id != kMysql)
    job.Refuse(statement, "DELETE … FROM several tables",
               Tr("write the other tables as a condition with EXISTS"));
  if ((statement.limit != nullptr || !statement.order_by.empty()) && !job.To({kMysql, kSqlite}))
    job.Refuse(statement, "DELETE … LIMIT",
               Tr("a delete removes all rows that its condition names"));
  statement.modifiers = {};
}

}  // namespace

void TranslateStatement(Statement& statement, Job& job) {
  const auto drop_hints = [&](auto* changing) {
    if (changing == nullptr || changing->hints.empty()) return;
    changing->hints = {};
    job.Lose(Tr("hints are left out"));
  };
  drop_hints(As<Insert>(&statement));
  drop_hints(As<Update>(&statement));
  drop_hints(As<Delete>(&statement));
  drop_hints(As<Merge>(&statement));
  if (const Insert* insert = As<Insert>(&statement); insert != nullptr && insert->data != nullptr) {
    job.Refuse(statement, "INSERT … FORMAT", Tr("its rows are data of a format, not SQL"));
    return;
  }
  if (Insert* insert = As<Insert>(&statement)) return TranslateInsert(*insert, job);
  if (Update* update = As<Update>(&statement)) return TranslateUpdate(*update, job);
  if (Delete* del = As<Delete>(&statement)) return TranslateDelete(*del, job);
}

}  // namespace aietl::sql
