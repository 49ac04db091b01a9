// Data statements as text, and what the printer offers outside.
#include "sql/print/printing.h"
#include "sql/printer.h"

namespace aietl::sql {

void Printing::EmitHintTexts(const Span<std::string_view>& hints) {
  for (const std::string_view hint : hints)
    Text(" /*+ "), Text(hint), Text(" */");
}

void Printing::EmitNames(const Span<sql::Name>& names, const Span<Expr*>& steps) {
  Text("(");
  Begin();
  Indent();
  Soft();
  uint32_t at = 0;
  List(names, [&](const sql::Name& name) {
    Name(name);
    if (at < steps.size() && steps[at]) Emit(steps[at]);
    ++at;
  });
  Dedent();
  Soft();
  End();
  Text(")");
}

void Printing::EmitAssignments(const Span<Assignment*>& assignments) {
  Begin();
  Indent();
  Line();
  List(assignments, [&](const Assignment* assignment) {
    EmitCommentsBefore(assignment->begin);
    if (assignment->parenthesised)
      EmitNames(assignment->targets, assignment->target_steps);
    else
      Name(assignment->targets[0]);
    for (const Expr* step : assignment->subscripts)
      Emit(step);
    Text(" = ");
    Emit(assignment->value);
  });
  Dedent();
  End();
}

void Printing::EmitReturning(const Returning* returning) {
  if (!returning) return;
  Clause("RETURNING", returning->items.empty() ? nullptr : returning->items[0]);
  EmitItems(returning->items, false);
}

void Printing::EmitIndexColumn(const IndexColumn& column) {
  if (column.expr)
    Emit(column.expr);
  else
    Name(column.name);
  if (column.length) Text("("), Emit(column.length), Text(")");
  if (!column.collation.empty()) Text(" COLLATE "), Name(column.collation);
  if (!column.op_class.empty()) Space(), Name(column.op_class);
  if (!column.op_class_options.empty()) {
    Text(" (");
    List(column.op_class_options, [&](const Option* option) { EmitOption(*option); });
    Text(")");
  }
  if (column.direction == Direction::kAsc) Text(" ASC");
  if (column.direction == Direction::kDesc) Text(" DESC");
  if (column.nulls == NullsOrder::kFirst) Text(" NULLS FIRST");
  if (column.nulls == NullsOrder::kLast) Text(" NULLS LAST");
  if (!column.with_operator.empty()) Text(" WITH "), Text(column.with_operator);
}

void Printing::EmitConflict(const OnConflict& conflict) {
  Line();
  Text("ON CONFLICT");
  if (conflict.has_target) {
    Text(" (");
    List(conflict.target, [&](const IndexColumn* column) { EmitIndexColumn(*column); });
    Text(")");
    if (conflict.target_where) Text(" WHERE "), Emit(conflict.target_where);
  }
  if (!conflict.constraint.empty()) Text(" ON CONSTRAINT "), Name(conflict.constraint);
  if (conflict.do_nothing) return Text(" DO NOTHING");
  Text(" DO UPDATE");
  if (!conflict.set_all) Text(" SET"), EmitAssignments(conflict.set);
  if (conflict.where) Line(), Text("WHERE "), Emit(conflict.where);
}

void Printing::EmitInsertTarget(const Insert& insert) {
  Emit(*insert.table);
  if (!insert.partition.empty()) {
    Text(" PARTITION (");
    List(insert.partition, [&](const Option* option) { EmitOption(*option); });
    Text(")");
    if (insert.if_not_exists) Text(" IF NOT EXISTS");
  }
  if (insert.replace_where) Text(" REPLACE WHERE "), Emit(insert.replace_where);
  if (insert.by_name) Text(" BY NAME");
  if (insert.by_position) Text(" BY POSITION");
  if (insert.has_columns) Space(), EmitNames(insert.columns, insert.column_steps);
  if (insert.columns_star) Text(" ("), Emit(insert.columns_star), Text(")");
}

void Printing::EmitInsert(const Insert& insert) {
  if (insert.with) EmitWith(*insert.with), Line();
  EmitCommentsBefore(insert.begin);
  Text(insert.verb.empty() ? "INSERT" : insert.verb);
  EmitHintTexts(insert.hints);
  if (!insert.conflict.empty()) Text(" OR "), Text(insert.conflict);
  for (const std::string_view modifier : insert.modifiers)
    Space(), Text(modifier);
  if (insert.overwrite) Text(" OVERWRITE");
  if (insert.all || insert.first) {
    Text(insert.all ? " ALL" : " FIRST");
    Indent();
    for (uint32_t i = 0; i < insert.branches.size(); ++i) {
      const Expr* condition = i < insert.conditions.size() ? insert.conditions[i] : nullptr;
      if (!insert.conditions.empty() && (i == 0 || condition != insert.conditions[i - 1])) {
        Line();
        if (condition)
          Text("WHEN "), Emit(condition), Text(" THEN");
        else
          Text("ELSE");
      }
      Line();
      Text("INTO ");
      EmitInsertTarget(*insert.branches[i]);
      if (insert.branches[i]->query) Space(), Emit(*insert.branches[i]->query);
    }
    Dedent();
    Line();
    return Emit(*insert.query);
  }
  if (insert.from_infile && !insert.table) {
    Space();
    Text(insert.from_infile->text);
    Line();
    return Emit(*insert.query);
  }
  if (insert.into) Text(" INTO");
  if (insert.table_word) Text(" TABLE");
  Text(insert.table->kind == NodeKind::kTableFunction ? " FUNCTION " : " ");
  EmitInsertTarget(insert);
  if (!insert.overriding.empty()) Text(" OVERRIDING "), Text(insert.overriding), Text(" VALUE");
  if (insert.format.empty() || insert.format.text == "VALUES") EmitSettings(insert.settings);
  if (!insert.set.empty()) Line(), Text("SET"), EmitAssignments(insert.set);
  if (insert.default_values) Text(" DEFAULT VALUES");
  if (insert.from_infile) Line(), Text(insert.from_infile->text);
  if (insert.query) Line(), Emit(*insert.query);
  if (!insert.row_alias.empty()) {
    Text(" AS ");
    Name(insert.row_alias);
    if (!insert.row_columns.empty()) Space(), ParenNames(insert.row_columns);
  }
  for (const OnConflict* conflict : insert.on_conflict)
    EmitConflict(*conflict);
  if (insert.has_duplicate_key)
    Line(), Text("ON DUPLICATE KEY UPDATE"), EmitAssignments(insert.on_duplicate_key);
  EmitReturning(insert.returning);
  if (!insert.format.empty()) {
    if (insert.format.text == "VALUES") {
      Text(" VALUES");
    } else {
      EmitSettings(insert.settings);
      Text(" FORMAT ");
      Name(insert.format);
    }
    if (insert.data) Space(), Text(insert.data->text);
  }
}

void Printing::EmitUpdate(const Update& update) {
  if (update.with) EmitWith(*update.with), Line();
  EmitCommentsBefore(update.begin);
  Text("UPDATE");
  EmitHintTexts(update.hints);
  if (!update.conflict.empty()) Text(" OR "), Text(update.conflict);
  for (const std::string_view modifier : update.modifiers)
    Space(), Text(modifier);
  Space();
  List(update.tables, [&](const TableRef* table) { Emit(*table); });
  Line();
  Text("SET");
  EmitAssignments(update.set);
  EmitFrom("FROM", update.from);
  if (update.where) Clause("WHERE", update.where), Space(), Emit(update.where);
  if (dialect_.id == DialectId::kSqlite) EmitReturning(update.returning);
  if (!update.order_by.empty()) Line(), EmitOrderBy("ORDER BY ", update.order_by);
  if (update.limit) Line(), Text("LIMIT "), Emit(update.limit);
  if (update.offset) Text(update.comma_limit ? ", " : " OFFSET "), Emit(update.offset);
  if (dialect_.id != DialectId::kSqlite) EmitReturning(update.returning);
}

void Printing::EmitDelete(const Delete& statement) {
  if (statement.with) EmitWith(*statement.with), Line();
  EmitCommentsBefore(statement.begin);
  Text("DELETE");
  EmitHintTexts(statement.hints);
  for (const std::string_view modifier : statement.modifiers)
    Space(), Text(modifier);
  const auto targets = [&] {
    Space();
    List(statement.targets, [&](const TableRef* target) {
      Emit(*target);
      if (As<TableName>(target)->star) {
        // `t.*`: the star was emitted with a blank before it.
        items_.pop_back();
        Text(".*");
      }
    });
  };
  if (!statement.targets.empty() && !statement.targets_after) targets();
  Text(" FROM");
  if (statement.targets_after) targets();
  if (statement.table) Space(), Emit(*statement.table);
  if (!statement.on_cluster.empty()) Text(" ON CLUSTER "), Name(statement.on_cluster);
  if (statement.in_partition) Text(" IN PARTITION "), Emit(statement.in_partition);
  if (statement.portion) Space(), Text(statement.portion->text);
  if (!statement.from.empty()) {
    if (statement.targets_after) Line(), Text("USING");
    Space();
    List(statement.from, [&](const TableRef* table) { Emit(*table); });
  }
  EmitFrom("USING", statement.using_tables);
  if (statement.where) Clause("WHERE", statement.where), Space(), Emit(statement.where);
  if (dialect_.id == DialectId::kSqlite) EmitReturning(statement.returning);
  if (!statement.order_by.empty()) Line(), EmitOrderBy("ORDER BY ", statement.order_by);
  if (statement.limit) Line(), Text("LIMIT "), Emit(statement.limit);
  if (statement.offset) Text(statement.comma_limit ? ", " : " OFFSET "), Emit(statement.offset);
  if (dialect_.id != DialectId::kSqlite) EmitReturning(statement.returning);
  EmitSettings(statement.settings);
}

void Printing::EmitMergeAction(const MergeAction& action) {
  Line();
  EmitCommentsBefore(action.begin);
  Text(action.when == MergeWhen::kMatched ? "WHEN MATCHED" : "WHEN NOT MATCHED");
  if (action.when == MergeWhen::kNotMatchedBySource)
    Text(" BY SOURCE");
  else if (action.by_words)
    Text(" BY TARGET");
  if (action.condition)
    Text(" AND "), EmitOperand(action.condition, dialect_.precedence.or_, false);
  Text(" THEN ");
  const auto words = [&] {
    if (action.all_by_name) Text(" ALL BY NAME");
    if (action.by_name) Text(" BY NAME");
    if (action.by_position) Text(" BY POSITION");
  };
  switch (action.action) {
    case MergeDo::kDoNothing: return Text("DO NOTHING");
    case MergeDo::kDelete: return Text("DELETE");
    case MergeDo::kError:
      Text("ERROR");
      if (action.error) Space(), Emit(action.error);
      return;
    case MergeDo::kUpdate:
      Text("UPDATE");
      words();
      if (action.by_name || action.by_position || action.bare || action.all_by_name) return;
      Text(" SET");
      if (action.star) return Text(" *");
      return EmitAssignments(action.set);
    case MergeDo::kInsert:
      Text("INSERT");
      words();
      if (action.star) return Text(" *");
      if (action.has_columns) Space(), EmitNames(action.columns);
      if (!action.overriding.empty()) Text(" OVERRIDING "), Text(action.overriding), Text(" VALUE");
      if (action.default_values) return Text(" DEFAULT VALUES");
      if (action.values.empty()) return;
      Text(" VALUES ");
      return ParenExprs(action.values);
  }
}

void Printing::EmitMerge(const Merge& merge) {
  if (merge.with) EmitWith(*merge.with), Line();
  EmitCommentsBefore(merge.begin);
  Text("MERGE");
  EmitHintTexts(merge.hints);
  Text(merge.schema_evolution ? " WITH SCHEMA EVOLUTION INTO " : " INTO ");
  Emit(*merge.target);
  Line();
  Text("USING ");
  Emit(*merge.source);
  if (merge.has_using) Text(" USING "), ParenNames(merge.using_columns);
  if (merge.on) Text(" ON "), Emit(merge.on);
  for (const MergeAction* action : merge.actions)
    EmitMergeAction(*action);
  EmitReturning(merge.returning);
}

void Printing::Emit(const Statement& statement) {
  Begin();
  switch (statement.kind) {
    case NodeKind::kSelectStatement: Emit(*As<SelectStatement>(&statement)->query); break;
    case NodeKind::kInsert: EmitInsert(*As<Insert>(&statement)); break;
    case NodeKind::kUpdate: EmitUpdate(*As<Update>(&statement)); break;
    case NodeKind::kDelete: EmitDelete(*As<Delete>(&statement)); break;
    case NodeKind::kMerge: EmitMerge(*As<Merge>(&statement)); break;
    default:
      EmitCommentsBefore(statement.begin);
      if (!EmitDefinition(statement)) EmitUtility(statement);
      break;
  }
  End();
}

std::string Print(const Statement& statement, const Dialect& dialect, const PrintOptions& options) {
  Printing printing(dialect, options);
  printing.Emit(statement);
  return printing.Finish();
}

std::string Print(const Query& query, const Dialect& dialect, const PrintOptions& options) {
  Printing printing(dialect, options);
  printing.Emit(query);
  return printing.Finish();
}

std::string Print(const Expr& expr, const Dialect& dialect) {
  const PrintOptions options;
  Printing printing(dialect, options);
  printing.Emit(&expr);
  return printing.Finish();
}

std::string Print(const TypeName& type, const Dialect& dialect) {
  const PrintOptions options;
  Printing printing(dialect, options);
  printing.Emit(type);
  return printing.Finish();
}

std::string Print(const TableRef& table, const Dialect& dialect) {
  const PrintOptions options;
  Printing printing(dialect, options);
  printing.Emit(table);
  return printing.Finish();
}

std::string Print(const Script& script, const PrintOptions& options) {
  Printing printing(*script.dialect, options);
  if (options.comments) printing.UseComments(script.comments, script.source);
  for (size_t i = 0; i < script.statements.size(); ++i) {
    if (i) options.pretty ? printing.Blank() : printing.Space();
    printing.Emit(*script.statements[i]);
    printing.EmitLastComments(script.statements[i]->end);
    if (script.statements.size() > 1) printing.Text(";");
  }
  if (!script.statements.empty())
    printing.EmitLastComments(kNoPlace - 1);
  else
    printing.EmitCommentsBefore(kNoPlace - 1);
  return printing.Finish();
}

}  // namespace aietl::sql
