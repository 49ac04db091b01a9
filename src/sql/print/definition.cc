// Definitions as text.
#include "sql/print/printing.h"

namespace aietl::sql {

void Printing::EmitColumnDef(const ColumnDef& column) {
  EmitCommentsBefore(column.begin);
  Name(column.name);
  if (column.colon) Text(":");
  if (column.with_options) Text(" WITH OPTIONS");
  if (column.type) Space(), Emit(*column.type);
  if (!column.collation.empty()) Text(" COLLATE "), Name(column.collation);
  // In the order in which they were written: DEFAULT 'x' COLLATE c is something else than
  // COLLATE c DEFAULT 'x'.
  uint32_t next = 0;
  for (const Constraint* constraint : column.constraints) {
    while (next < column.options.size() && column.options[next]->has_place() &&
           constraint->has_place() && column.options[next]->begin < constraint->begin)
      Space(), EmitOption(*column.options[next++]);
    Space(), EmitConstraint(*constraint);
  }
  while (next < column.options.size())
    Space(), EmitOption(*column.options[next++]);
}

void Printing::EmitConstraint(const Constraint& constraint) {
  if (constraint.constraint_word) {
    Text("CONSTRAINT ");
    if (!constraint.name.empty()) Name(constraint.name), Space();
  }
  EmitConstraintHead(constraint);
  if (!constraint.conflict.empty()) Text(" ON CONFLICT "), Text(constraint.conflict);
  if (constraint.type == ConstraintKind::kPrimaryKey && !constraint.generated.empty())
    Space(), Text(constraint.generated);
  if (constraint.not_deferrable) Text(" NOT DEFERRABLE");
  if (constraint.deferrable) Text(" DEFERRABLE");
  if (constraint.initially_deferred) Text(" INITIALLY DEFERRED");
  if (constraint.initially_immediate) Text(" INITIALLY IMMEDIATE");
  if (constraint.not_valid) Text(" NOT VALID");
  if (constraint.no_inherit) Text(" NO INHERIT");
  for (const Option* option : constraint.options)
    Space(), EmitOption(*option);
}

void Printing::EmitConstraintHead(const Constraint& constraint) {
  if (constraint.raw) return Text(constraint.raw->text);
  switch (constraint.type) {
    case ConstraintKind::kNotNull: return Text("NOT NULL");
    case ConstraintKind::kNull: return Text("NULL");
    case ConstraintKind::kPrimaryKey:
      Text("PRIMARY KEY");
      if (!constraint.words.empty()) Space(), Text(constraint.words);
      if (constraint.expr) Space(), Emit(constraint.expr);
      return EmitKeyColumns(constraint);
    case ConstraintKind::kUnique:
      Text("UNIQUE");
      if (constraint.nulls_not_distinct) Text(" NULLS NOT DISTINCT");
      if (constraint.nulls_distinct) Text(" NULLS DISTINCT");
      return EmitKeyColumns(constraint);
    case ConstraintKind::kForeignKey:
      Text("FOREIGN KEY");
      if (constraint.if_not_exists) Text(" IF NOT EXISTS");
      if (!constraint.index_name.empty()) Space(), Name(constraint.index_name);
      EmitKeyColumns(constraint);
      Space();
      return EmitReferences(constraint);
    case ConstraintKind::kReferences: return EmitReferences(constraint);
    case ConstraintKind::kCheck:
      Text(constraint.expr_parenthesised ? "CHECK (" : "CHECK ");
      Emit(constraint.expr);
      if (constraint.expr_parenthesised) Text(")");
      return;
    case ConstraintKind::kDefault: Text("DEFAULT "); return Emit(constraint.expr);
    case ConstraintKind::kOnUpdate: Text("ON UPDATE "); return Emit(constraint.expr);
    case ConstraintKind::kCollate: Text("COLLATE "); return Name(constraint.references);
    case ConstraintKind::kComment: Text("COMMENT "); return Emit(constraint.expr);
    case ConstraintKind::kGenerated:
      if (!constraint.generated.empty()) Text(constraint.generated), Space();
      Text("AS (");
      Emit(constraint.expr);
      Text(")");
      if (!constraint.words.empty()) Space(), Text(constraint.words);
      return;
    case ConstraintKind::kAutoIncrement: return Text(constraint.words);
    case ConstraintKind::kMaterialized:
    case ConstraintKind::kAlias:
    case ConstraintKind::kEphemeral:
      Text(constraint.type == ConstraintKind::kMaterialized ? "MATERIALIZED"
           : constraint.type == ConstraintKind::kAlias      ? "ALIAS"
                                                            : "EPHEMERAL");
      if (constraint.expr) Space(), Emit(constraint.expr);
      return;
    default: return;
  }
}

void Printing::EmitKeyColumns(const Constraint& constraint) {
  if (constraint.columns.empty()) return;
  Text(" (");
  List(constraint.columns, [&](const IndexColumn* column) { EmitIndexColumn(*column); });
  Text(")");
}

void Printing::EmitReferences(const Constraint& constraint) {
  Text("REFERENCES ");
  Name(constraint.references);
  if (!constraint.reference_columns.empty()) Space(), ParenNames(constraint.reference_columns);
  if (!constraint.match.empty()) Text(" MATCH "), Text(constraint.match);
  if (!constraint.on_delete.empty()) Text(" ON DELETE "), Text(constraint.on_delete);
  if (!constraint.set_columns.empty()) Space(), ParenNames(constraint.set_columns);
  if (!constraint.on_update.empty()) Text(" ON UPDATE "), Text(constraint.on_update);
}

void Printing::EmitCreateTable(const CreateTable& table) {
  Text(table.replace_verb ? "REPLACE " : table.or_replace ? "CREATE OR REPLACE " : "CREATE ");
  if (!table.words.empty()) Text(table.words), Space();
  Text("TABLE ");
  if (table.if_not_exists) Text("IF NOT EXISTS ");
  Name(table.name);
  if (!table.uuid.empty()) Text(" UUID "), String(table.uuid);
  if (!table.on_cluster.empty()) Text(" ON CLUSTER "), Name(table.on_cluster);
  if (!table.of_type.empty()) Text(" OF "), Name(table.of_type);
  if (!table.partition_of.empty()) Text(" PARTITION OF "), Name(table.partition_of);
  if (table.has_columns) EmitTableElements(table);
  const auto like = [&] {
    if (!table.like.empty()) Space(), Text(table.like_word), Space(), Name(table.like);
    if (table.as_function) Text(" AS "), Emit(*table.as_function);
    if (table.travel) Space(), EmitTravel(*table.travel);
  };
  like();
  if (table.bounds) Space(), Text(table.bounds->text);
  if (table.has_inherits) {
    Text(" INHERITS (");
    List(table.inherits, [&](const sql::Name& name) { Name(name); });
    Text(")");
  }
  bool first = true;
  for (const Option* option : table.options) {
    if (!first && dialect_.id == DialectId::kSqlite) Text(",");
    first = false;
    Line();
    EmitOption(*option);
  }
  if (!table.duplicates.empty()) Space(), Text(table.duplicates);
  if (table.empty) Text(" EMPTY");
  if (table.as_word) Text(" AS");
  if (table.query) Line(), Emit(*table.query);
  if (table.comment) Line(), Text("COMMENT "), Emit(table.comment);
  if (table.execute) Space(), Emit(*table.execute);
  if (!table.with_data.empty()) Line(), Text(table.with_data);
}

void Printing::EmitTableElements(const CreateTable& table) {
  Text(" (");
  Indent();
  Soft();
  bool first = true;
  for (const ColumnDef* column : table.columns) {
    if (!first) Text(","), Line();
    first = false;
    EmitColumnDef(*column);
  }
  for (const Constraint* constraint : table.constraints) {
    if (!first) Text(","), Line();
    first = false;
    EmitConstraint(*constraint);
  }
  Dedent();
  Soft();
  Text(")");
}

void Printing::EmitCreateView(const CreateView& view) {
  Text(view.or_replace ? "CREATE OR REPLACE " : "CREATE ");
  for (const Option* option : view.prefix)
    EmitOption(*option), Space();
  if (!view.words.empty()) Text(view.words), Space();
  Text(view.materialized ? "MATERIALIZED VIEW " : "VIEW ");
  if (view.if_not_exists) Text("IF NOT EXISTS ");
  Name(view.name);
  if (!view.on_cluster.empty()) Text(" ON CLUSTER "), Name(view.on_cluster);
  // ClickHouse: when it is refreshed stands before where it goes, all else behind.
  const auto before_target = [&](const Option* option) {
    return view.to && option->begin < view.to->begin;
  };
  for (const Option* option : view.options)
    if (before_target(option)) Line(), EmitOption(*option);
  if (view.to) Text(" TO "), Emit(*view.to);
  if (view.has_columns) {
    Text(" (");
    List(view.columns, [&](const ColumnDef* column) { EmitColumnDef(*column); });
    Text(")");
  }
  for (const Option* option : view.options)
    if (!before_target(option)) Line(), EmitOption(*option);
  Text(" AS");
  Line();
  Emit(*view.query);
  if (!view.with_check.empty()) Line(), Text(view.with_check);
  if (!view.with_data.empty()) Line(), Text(view.with_data);
}

bool Printing::EmitDefinition(const Statement& statement) {
  if (const CreateTable* table = As<CreateTable>(&statement)) return EmitCreateTable(*table), true;
  if (const CreateView* view = As<CreateView>(&statement)) return EmitCreateView(*view), true;
  return false;
}

}  // namespace aietl::sql
