// Queries and relations as text.
#include "sql/print/printing.h"

namespace aietl::sql {

void Printing::EmitWith(const With& with) {
  EmitCommentsBefore(with.begin);
  Text(with.recursive ? "WITH RECURSIVE " : "WITH ");
  Begin();
  List(with.ctes, [&](const Cte* cte) { EmitCte(*cte); });
  End();
}

void Printing::EmitCte(const Cte& cte) {
  EmitCommentsBefore(cte.begin);
  if (cte.expr) {
    Emit(cte.expr);
    if (cte.name.empty()) return;
    Text(" AS ");
    return Name(cte.name);
  }
  Name(cte.name);
  if (!cte.columns.empty()) Space(), ParenNames(cte.columns);
  if (!cte.key.empty()) Text(" USING KEY "), ParenExprs(cte.key);
  Text(" AS ");
  if (cte.materialized == Materialized::kYes) Text("MATERIALIZED ");
  if (cte.materialized == Materialized::kNo) Text("NOT MATERIALIZED ");
  if (cte.query) {
    Subquery(*cte.query);
  } else {
    Text("(");
    Begin();
    Indent();
    Soft();
    Emit(*cte.statement);
    Dedent();
    Soft();
    End();
    Text(")");
  }
  if (cte.search) {
    Text(cte.search_breadth ? " SEARCH BREADTH FIRST BY " : " SEARCH DEPTH FIRST BY ");
    Names(cte.search_by);
    Text(" SET ");
    Name(cte.search_set);
  }
  if (!cte.cycle.empty()) {
    Text(" CYCLE ");
    Names(cte.cycle);
    if (cte.restrict_cycle) return Text(" RESTRICT");
    Text(" SET ");
    Name(cte.cycle_set);
    if (cte.cycle_to) Text(" TO "), Emit(cte.cycle_to), Text(" DEFAULT "), Emit(cte.cycle_default);
    Text(" USING ");
    Name(cte.cycle_using);
  }
}

void Printing::Emit(const Query& query) {
  Begin();
  if (query.with) EmitWith(*query.with), Line();
  EmitBody(*query.body);
  EmitQueryTail(query);
  End();
}

void Printing::EmitBody(const QueryBody& body) {
  switch (body.kind) {
    case NodeKind::kQuery: EmitCommentsBefore(body.begin); return Subquery(*As<Query>(&body));
    case NodeKind::kSelect: return EmitSelect(*As<Select>(&body));
    case NodeKind::kSetOperation: return EmitSetOperation(*As<SetOperation>(&body));
    case NodeKind::kValues: return EmitValues(*As<Values>(&body));
    case NodeKind::kTableQuery:
      EmitCommentsBefore(body.begin);
      Text("TABLE ");
      return Emit(*As<TableQuery>(&body)->table);
    case NodeKind::kPivotQuery: return EmitPivotQuery(*As<PivotQuery>(&body));
    case NodeKind::kDescribeQuery: {
      const DescribeQuery* describe = As<DescribeQuery>(&body);
      EmitCommentsBefore(body.begin);
      Text(describe->word);
      if (describe->query) Space(), Emit(*describe->query);
      if (describe->table) Space(), Emit(*describe->table);
      if (describe->rest && !describe->rest->text.empty()) Space(), Text(describe->rest->text);
      return;
    }
    case NodeKind::kStatementQuery: return Emit(*As<StatementQuery>(&body)->statement);
    default: return;
  }
}

// A chain of the same level is flat text, so it is walked in a loop: its left side may be long.
void Printing::EmitSetOperation(const SetOperation& set) {
  std::vector<const SetOperation*> chain = {&set};
  const bool flat = dialect_.Has(Feature::kFlatSetOperations);
  const auto level = [&](const SetOperation& node) {
    return node.op == SetOp::kIntersect && !flat ? 2 : 1;
  };
  while (const SetOperation* left = As<SetOperation>(chain.back()->left)) {
    if (level(*left) < level(*chain.back())) break;
    chain.push_back(left);
  }
  const auto operand = [&](const QueryBody& body, bool parens) {
    if (!parens) return EmitBody(body);
    Text("(");
    EmitBody(body);
    Text(")");
  };
  operand(*chain.back()->left, chain.back()->left->kind == NodeKind::kSetOperation);
  for (size_t i = chain.size(); i-- > 0;) {
    const SetOperation& node = *chain[i];
    Line();
    Text(node.op == SetOp::kUnion       ? "UNION"
         : node.op == SetOp::kIntersect ? "INTERSECT"
         : node.minus                   ? "MINUS"
                                        : "EXCEPT");
    if (node.quantifier == Distinct::kAll) Text(" ALL");
    if (node.quantifier == Distinct::kDistinct) Text(" DISTINCT");
    if (node.by_name) Text(" BY NAME");
    Line();
    const SetOperation* right = As<SetOperation>(node.right);
    operand(*node.right, right && level(*right) <= level(node));
  }
}

void Printing::EmitValues(const Values& values) {
  EmitCommentsBefore(values.begin);
  Text(values.singular ? "VALUE " : "VALUES ");
  Begin();
  Indent();
  List(values.rows, [&](const RowExpr* row) {
    EmitCommentsBefore(row->begin);
    if (values.row_word) Text("ROW");
    if (values.bare && row->items.size() == 1) return Emit(row->items[0]);
    Text("(");
    ExprList(row->items);
    Text(")");
  });
  Dedent();
  End();
}

void Printing::EmitItem(const SelectItem& item) {
  EmitCommentsBefore(item.begin);
  if (item.prefix_alias) {
    Name(item.alias);
    Text(": ");
    return Emit(item.expr);
  }
  Emit(item.expr);
  if (!item.aliases.empty()) {
    Text(item.as ? " AS " : " ");
    return ParenNames(item.aliases);
  }
  if (item.alias.empty()) return;
  Text(item.as ? " AS " : " ");
  Name(item.alias);
}

void Printing::EmitItems(const Span<SelectItem*>& items, bool) {
  Begin();
  Indent();
  Line();
  List(items, [&](const SelectItem* item) { EmitItem(*item); });
  Dedent();
  End();
}

void Printing::EmitFrom(std::string_view word, const Span<TableRef*>& from) {
  if (from.empty()) return;
  if (const ArrayJoin* join = As<ArrayJoin>(from[0]); join && !join->table) {
    Line();
    return Emit(*from[0]);
  }
  Clause(word, from[0]);
  Space();
  List(from, [&](const TableRef* table) { Emit(*table); });
}

void Printing::EmitSelect(const Select& select) {
  EmitCommentsBefore(select.begin);
  const auto head = [&] {
    Text("SELECT");
    if (!select.hints.empty()) {
      for (const std::string_view hint : select.hints)
        Text(" /*+ "), Text(hint), Text(" */");
    }
    if (select.distinct == Distinct::kAll) Text(" ALL");
    if (select.distinct == Distinct::kDistinct)
      Text(select.distinct_row ? " DISTINCTROW" : " DISTINCT");
    if (select.distinct == Distinct::kOn) Text(" DISTINCT ON "), ParenExprs(select.distinct_on);
    for (const std::string_view modifier : select.modifiers)
      Space(), Text(modifier);
    if (select.top) {
      Text(" TOP ");
      Emit(select.top);
      if (select.top_ties) Text(" WITH TIES");
    }
    if (select.transform)
      Space(), Text(select.transform->text);
    else if (!select.items.empty())
      EmitItems(select.items, true);
  };
  if (select.from_first) {
    Text("FROM ");
    List(select.from, [&](const TableRef* table) { Emit(*table); });
    if (!select.no_select) Line(), head();
  } else {
    head();
  }
  if (select.into) {
    Line();
    Text("INTO ");
    if (!select.into_words.empty()) Text(select.into_words), Space();
    Emit(*select.into);
  }
  if (!select.into_targets.empty()) Line(), Text("INTO "), ExprList(select.into_targets);
  if (select.outfile) Line(), Text("INTO "), Text(select.outfile->text);
  if (!select.from_first) EmitFrom("FROM", select.from);
  if (select.dual) Line(), Text("FROM DUAL");
  const auto condition = [&](std::string_view word, const Expr* expr) {
    if (!expr) return;
    Clause(word, expr);
    Space();
    Emit(expr);
  };
  condition("PREWHERE", select.prewhere);
  condition("WHERE", select.where);
  condition("START WITH", select.start_with);
  condition(select.nocycle ? "CONNECT BY NOCYCLE" : "CONNECT BY", select.connect_by);
  if (select.group_by) EmitGroupBy(*select.group_by);
  condition("HAVING", select.having);
  const bool qualify_last =
      dialect_.id == DialectId::kDuckdb || dialect_.id == DialectId::kClickhouse;
  if (!qualify_last) condition("QUALIFY", select.qualify);
  if (!select.windows.empty()) {
    Clause("WINDOW", select.windows[0]);
    Space();
    List(select.windows, [&](const NamedWindow* window) {
      EmitCommentsBefore(window->begin);
      Name(window->name);
      Text(" AS ");
      EmitWindow(*window->spec);
    });
  }
  if (qualify_last) condition("QUALIFY", select.qualify);
  if (select.sample) Line(), EmitSample(select.sample);
}

void Printing::EmitGroupBy(const GroupBy& group) {
  if (!group.all && group.items.empty() && group.ordered.empty()) {
    if (group.with_totals) Line(), Text("WITH TOTALS");
    return;
  }
  const Node* first = !group.items.empty()     ? static_cast<const Node*>(group.items[0])
                      : !group.ordered.empty() ? group.ordered[0]
                                               : nullptr;
  Clause("GROUP BY", first);
  if (group.all || group.set_all) Text(" ALL");
  if (group.distinct) Text(" DISTINCT");
  if (first) Space();
  if (!group.ordered.empty())
    List(group.ordered, [&](const OrderItem* item) { EmitOrderItem(*item); });
  else
    ExprList(group.items);
  if (group.has_sets) Space(), ExprList(group.sets);
  if (group.with_rollup) Text(" WITH ROLLUP");
  if (group.with_cube) Text(" WITH CUBE");
  if (group.with_totals) Text(" WITH TOTALS");
}

void Printing::EmitLimitBy(const LimitBy& by) {
  Line();
  Text("LIMIT ");
  if (by.offset) Emit(by.offset), Text(", ");
  Emit(by.limit);
  Text(" BY ");
  if (by.all)
    Text("ALL");
  else
    ExprList(by.by);
}

void Printing::EmitLimit(const Query& query) {
  const auto offset = [&] {
    if (!query.offset || query.comma_limit) return;
    Clause("OFFSET", query.offset);
    Space();
    Emit(query.offset);
    if (query.offset_rows) Text(" ROWS");
  };
  if (query.fetch) {
    offset();
    Line();
    Text("FETCH FIRST");
    if (query.limit) Space(), Emit(query.limit);
    Text(query.with_ties ? " ROWS WITH TIES" : " ROWS ONLY");
    return;
  }
  if (query.limit_all) Line(), Text("LIMIT ALL");
  if (query.limit) {
    Clause("LIMIT", query.comma_limit ? query.offset : query.limit);
    Space();
    if (query.comma_limit) Emit(query.offset), Text(", ");
    Emit(query.limit);
    if (query.limit_percent) Text(query.limit->kind == NodeKind::kLiteral ? "%" : " PERCENT");
  }
  // ClickHouse has the offset before WITH TIES.
  offset();
  if ((query.limit || query.limit_all) && query.with_ties) Text(" WITH TIES");
  if (query.rows_examined) Text(" ROWS EXAMINED "), Emit(query.rows_examined);
}

void Printing::EmitSettings(const Span<Option*>& settings) {
  if (settings.empty()) return;
  Line();
  Text("SETTINGS ");
  List(settings, [&](const Option* option) { EmitOption(*option); });
}

void Printing::EmitOption(const Option& option) {
  Text(option.name);
  if (option.equals)
    Text(" = ");
  else if (option.value)
    Space();
  if (option.parenthesised) Text(" "), ParenExprs(option.values);
  if (option.value) Emit(option.value);
  if (option.raw && !option.raw->text.empty()) {
    if (!option.equals && !option.name.empty()) Space();
    Text(option.raw->text);
  }
}

void Printing::EmitQueryTail(const Query& query) {
  const auto order = [&](std::string_view words, const Span<OrderItem*>& items) {
    if (items.empty()) return;
    Clause(words, items[0]);
    Space();
    List(items, [&](const OrderItem* item) { EmitOrderItem(*item); });
  };
  order("ORDER BY", query.order_by);
  if (query.interpolates) {
    Line();
    Text("INTERPOLATE");
    if (!query.interpolate.empty()) {
      Text(" (");
      List(query.interpolate, [&](const AliasedExpr* item) {
        Name(item->alias);
        if (item->expr) Text(" AS "), Emit(item->expr);
      });
      Text(")");
    }
  }
  if (!query.distribute_by.empty()) Line(), Text("DISTRIBUTE BY "), ExprList(query.distribute_by);
  order("SORT BY", query.sort_by);
  if (!query.cluster_by.empty()) Line(), Text("CLUSTER BY "), ExprList(query.cluster_by);
  if (query.limit_by) EmitLimitBy(*query.limit_by);
  if (query.limit_by_2) EmitLimitBy(*query.limit_by_2);
  EmitLimit(query);
  if (!query.into_targets.empty()) Line(), Text("INTO "), ExprList(query.into_targets);
  const bool outfile_last = !query.locks.empty();
  if (query.outfile && !outfile_last) Line(), Text("INTO "), Text(query.outfile->text);
  for (const LockClause* lock : query.locks) {
    Line();
    switch (lock->strength) {
      case LockStrength::kUpdate: Text("FOR UPDATE"); break;
      case LockStrength::kNoKeyUpdate: Text("FOR NO KEY UPDATE"); break;
      case LockStrength::kShare: Text("FOR SHARE"); break;
      case LockStrength::kKeyShare: Text("FOR KEY SHARE"); break;
      case LockStrength::kShareMode: Text("LOCK IN SHARE MODE"); break;
    }
    if (!lock->of.empty()) Text(" OF "), List(lock->of, [&](const sql::Name& name) { Name(name); });
    if (lock->wait == LockWait::kNoWait) Text(" NOWAIT");
    if (lock->wait == LockWait::kSkipLocked) Text(" SKIP LOCKED");
    if (lock->wait == LockWait::kWait) Text(" WAIT "), Emit(lock->seconds);
    if (outfile_last && query.outfile && lock == query.locks.back())
      Line(), Text("INTO "), Text(query.outfile->text);
  }
  if (query.settings_first) EmitSettings(query.settings);
  if (!query.format.empty()) Line(), Text("FORMAT "), Name(query.format);
  if (!query.settings_first) EmitSettings(query.settings);
}

void Printing::EmitPivotColumn(const PivotColumn& column, bool) {
  EmitCommentsBefore(column.begin);
  if (column.parenthesised)
    ParenExprs(column.columns);
  else if (!column.columns.empty())
    Emit(column.columns[0]);
  if (!column.has_in) return;
  Text(" IN ");
  if (column.query) return Subquery(*column.query);
  if (column.in_name) return Emit(column.in_name);
  if (column.any) {
    Text("(ANY");
    EmitOrderBy(" ORDER BY ", column.any_order);
    return Text(")");
  }
  ParenExprs(column.in);
}

void Printing::EmitPivotQuery(const PivotQuery& pivot) {
  EmitCommentsBefore(pivot.begin);
  Text(pivot.word.empty() ? (pivot.unpivot ? "UNPIVOT" : "PIVOT") : pivot.word);
  Space();
  Emit(*pivot.table);
  if (pivot.include_nulls) Text(" INCLUDE NULLS");
  if (pivot.exclude_nulls) Text(" EXCLUDE NULLS");
  if (!pivot.on.empty()) {
    Line();
    Text("ON ");
    List(pivot.on, [&](const PivotColumn* column) { EmitPivotColumn(*column, false); });
  }
  if (!pivot.using_aggregates.empty()) Line(), Text("USING "), ExprList(pivot.using_aggregates);
  if (!pivot.name.empty()) {
    Line();
    Text("INTO NAME ");
    Name(pivot.name);
    Text(" VALUE ");
    Names(pivot.values);
  }
  if (!pivot.group_by.empty()) Line(), Text("GROUP BY "), ExprList(pivot.group_by);
}

// ── relations ──

void Printing::EmitAlias(const TableAlias* alias) {
  if (!alias) return;
  Text(alias->as ? " AS" : "");
  if (!alias->name.empty()) Space(), Name(alias->name);
  if (!alias->parenthesised && alias->columns.empty()) return;
  Text(" (");
  if (!alias->definitions.empty()) {
    List(alias->definitions, [&](const ColumnDef* column) {
      Name(column->name);
      Space();
      Emit(*column->type);
      if (!column->collation.empty()) Text(" COLLATE "), Name(column->collation);
    });
  } else {
    Names(alias->columns);
  }
  Text(")");
}

void Printing::EmitSample(const TableSample* sample) {
  if (!sample) return;
  Text(sample->word);
  Space();
  if (sample->method_first) Name(sample->method), Space();
  if (!sample->bare) Text("(");
  if (sample->buckets) {
    Text("BUCKET ");
    Emit(sample->buckets);
    Text(" OUT OF ");
    Emit(sample->out_of);
    if (sample->on) Text(" ON "), Emit(sample->on);
  }
  ExprList(sample->args);
  if (!sample->unit.empty()) {
    if (sample->unit != "%") Space();
    Text(sample->unit);
  }
  if (!sample->bare) Text(")");
  if (!sample->method_first && !sample->method.empty()) {
    Text(" (");
    Name(sample->method);
    if (sample->repeat_word == ",") Text(", "), Emit(sample->repeatable);
    Text(")");
  }
  if (sample->offset) Text(" OFFSET "), Emit(sample->offset);
  if (sample->repeatable && sample->repeat_word != ",") {
    Space();
    Text(sample->repeat_word);
    Text(" (");
    Emit(sample->repeatable);
    Text(")");
  }
}

void Printing::EmitTravel(const TimeTravel& travel) {
  Space();
  if (travel.words == "AS OF" || travel.words == "FOR AS OF") {
    if (travel.words == "FOR AS OF") Text("FOR ");
    Text(travel.unit);
    Text(" AS OF ");
    return Emit(travel.from);
  }
  Text(travel.words);
  if (travel.words == "AT" || travel.words == "BEFORE") {
    Text(" (");
    Text(travel.unit);
    Text(" => ");
    Emit(travel.from);
    return Text(")");
  }
  if (!travel.unit.empty()) Space(), Text(travel.unit);
  if (travel.from) Space(), Emit(travel.from);
  if (travel.to) Text(travel.words.ends_with("BETWEEN") ? " AND " : " TO "), Emit(travel.to);
}

void Printing::EmitHints(const Span<IndexHint*>& hints) {
  for (const IndexHint* hint : hints) {
    Space();
    Text(hint->words);
    if (hint->words == "NOT INDEXED") continue;
    if (hint->words == "INDEXED BY") {
      Space();
      Names(hint->names);
      continue;
    }
    if (!hint->purpose.empty()) Text(" FOR "), Text(hint->purpose);
    Space();
    ParenNames(hint->names);
  }
}

void Printing::EmitTableName(const TableName& table) {
  if (table.only) Text(table.only_parenthesised ? "ONLY (" : "ONLY ");
  if (!table.stage.empty()) {
    Text(table.stage);
    if (!table.stage_args.empty()) {
      Text(" (");
      for (uint32_t i = 0; i < table.stage_args.size(); ++i)
        EmitArgument(*table.stage_args[i], i == 0);
      Text(")");
    }
  } else if (table.name_expr) {
    if (table.identifier_call) Text("IDENTIFIER(");
    Emit(table.name_expr);
    if (table.identifier_call) Text(")");
  } else {
    Name(table.name);
  }
  if (table.only_parenthesised) Text(")");
  if (table.star) Text(" *");
  if (!table.partitions.empty()) Text(" PARTITION "), ParenNames(table.partitions);
  const bool travel_last = dialect_.id == DialectId::kDuckdb;
  if (table.travel && !travel_last) EmitTravel(*table.travel);
  if (table.sample_first) Space(), EmitSample(table.sample);
  EmitAlias(table.alias);
  if (table.travel && travel_last) EmitTravel(*table.travel);
  if (table.final) Text(" FINAL");
  if (!table.sample_first && table.sample) Space(), EmitSample(table.sample);
  EmitHints(table.hints);
}

void Printing::EmitTableFunction(const TableFunction& table) {
  if (table.lateral) Text("LATERAL ");
  if (table.rows_from) {
    Text("ROWS FROM (");
    for (uint32_t i = 0; i < table.calls.size(); ++i) {
      if (i) Text(", ");
      Emit(table.calls[i]);
      if (i < table.definitions.size()) EmitAlias(table.definitions[i]);
    }
    Text(")");
  } else {
    if (table.table_word) Text("TABLE(");
    Emit(table.calls[0]);
    if (table.table_word) Text(")");
  }
  if (table.with_ordinality) Text(" WITH ORDINALITY");
  if (table.final) Text(" FINAL");
  EmitAlias(table.alias);
  if (table.sample) Space(), EmitSample(table.sample);
}

// Joins of a chain, left to right, in a loop: the tree leans to the left.
void Printing::EmitJoin(const Join& join) {
  std::vector<const Join*> chain = {&join};
  while (const Join* left = As<Join>(chain.back()->left))
    chain.push_back(left);
  if (chain.back()->left) Emit(*chain.back()->left);
  for (size_t i = chain.size(); i-- > 0;) {
    const Join& node = *chain[i];
    Clause("", node.right);
    if (node.natural) Text("NATURAL ");
    if (node.global) Text("GLOBAL ");
    if (node.local) Text("LOCAL ");
    std::string_view strictness;
    switch (node.strictness) {
      case JoinStrictness::kNone: break;
      case JoinStrictness::kAny: strictness = "ANY "; break;
      case JoinStrictness::kAll: strictness = "ALL "; break;
      case JoinStrictness::kAsof: strictness = "ASOF "; break;
      case JoinStrictness::kSemi: strictness = "SEMI "; break;
      case JoinStrictness::kAnti: strictness = "ANTI "; break;
    }
    if (!node.strictness_last) Text(strictness);
    switch (node.type) {
      case JoinKind::kInner: Text("INNER "); break;
      case JoinKind::kLeft: Text("LEFT "); break;
      case JoinKind::kRight: Text("RIGHT "); break;
      case JoinKind::kFull: Text("FULL "); break;
      case JoinKind::kCross: Text("CROSS "); break;
      case JoinKind::kPositional: Text("POSITIONAL "); break;
      case JoinKind::kPaste: Text("PASTE "); break;
      case JoinKind::kSemi: Text("SEMI "); break;
      case JoinKind::kAnti: Text("ANTI "); break;
      default: break;
    }
    if (node.strictness_last) Text(strictness);
    if (node.outer_word) Text("OUTER ");
    Text(node.type == JoinKind::kStraight ? "STRAIGHT_JOIN " : "JOIN ");
    Emit(*node.right);
    if (node.match_condition) Text(" MATCH_CONDITION ("), Emit(node.match_condition), Text(")");
    if (node.on) Text(" ON "), Emit(node.on);
    if (node.has_using) {
      Text(" USING ");
      if (node.using_bare)
        Names(node.using_columns);
      else
        ParenNames(node.using_columns);
      if (!node.using_alias.empty()) Text(" AS "), Name(node.using_alias);
    }
  }
}

void Printing::EmitPivot(const PivotTable& pivot) {
  Emit(*pivot.table);
  Text(pivot.unpivot ? " UNPIVOT " : " PIVOT ");
  if (pivot.include_nulls) Text("INCLUDE NULLS ");
  if (pivot.exclude_nulls) Text("EXCLUDE NULLS ");
  Text("(");
  if (pivot.unpivot) {
    if (pivot.values_parenthesised)
      ParenNames(pivot.values);
    else
      Names(pivot.values);
  } else {
    ExprList(pivot.aggregates);
  }
  Text(" FOR ");
  for (uint32_t i = 0; i < pivot.columns.size(); ++i) {
    if (i) Space();
    EmitPivotColumn(*pivot.columns[i], true);
  }
  if (pivot.default_on_null) Text(" DEFAULT ON NULL "), Emit(pivot.default_on_null);
  if (!pivot.group_by.empty()) Text(" GROUP BY "), ExprList(pivot.group_by);
  Text(")");
  EmitAlias(pivot.alias);
}

void Printing::EmitJsonColumns(const Span<JsonColumn*>& columns) {
  List(columns, [&](const JsonColumn* column) {
    if (column->is_nested) {
      Text("NESTED PATH ");
      Emit(column->path);
      Text(" COLUMNS (");
      EmitJsonColumns(column->nested);
      return Text(")");
    }
    Name(column->name);
    if (column->ordinality) return Text(" FOR ORDINALITY");
    Space();
    Emit(*column->type);
    if (column->exists) Text(" EXISTS");
    if (column->path) Text(" PATH "), Emit(column->path);
    if (column->default_value) Text(" DEFAULT "), Emit(column->default_value);
    if (!column->words.empty()) Space(), Text(column->words);
    const auto on = [&](std::string_view word, const Expr* value, std::string_view when) {
      if (word.empty()) return;
      Space();
      Text(word);
      if (value) Space(), Emit(value);
      Text(when);
    };
    on(column->on_empty, column->empty_default, " ON EMPTY");
    on(column->on_error, column->error_default, " ON ERROR");
  });
}

void Printing::EmitJsonTable(const JsonTable& table) {
  if (table.lateral) Text("LATERAL ");
  if (table.xml) {
    Text("XMLTABLE(");
    if (!table.namespaces.empty()) {
      Text("XMLNAMESPACES(");
      List(table.namespaces, [&](const AliasedExpr* space) {
        if (space->alias.empty()) Text("DEFAULT ");
        Emit(space->expr);
        if (!space->alias.empty()) Text(" AS "), Name(space->alias);
      });
      Text("), ");
    }
    Emit(table.path);
    Text(" PASSING ");
    if (!table.passing_words.empty()) Text(table.passing_words), Space();
    Emit(table.document);
    Text(" COLUMNS ");
    EmitJsonColumns(table.columns);
    Text(")");
  } else {
    Text("JSON_TABLE(");
    Emit(table.document);
    Text(", ");
    Emit(table.path);
    Text(" COLUMNS (");
    EmitJsonColumns(table.columns);
    Text("))");
  }
  EmitAlias(table.alias);
}

void Printing::EmitMatchRecognize(const MatchRecognize& match) {
  Emit(*match.table);
  Text(" MATCH_RECOGNIZE (");
  Begin();
  Indent();
  Soft();
  bool first = true;
  const auto part = [&] {
    if (!first) Line();
    first = false;
  };
  if (!match.partition_by.empty()) part(), Text("PARTITION BY "), ExprList(match.partition_by);
  if (!match.order_by.empty()) part(), EmitOrderBy("ORDER BY ", match.order_by);
  if (!match.measures.empty()) {
    part();
    Text("MEASURES ");
    List(match.measures, [&](const AliasedExpr* item) { Emit(item); });
  }
  if (match.rows) part(), Text(match.rows->text);
  part();
  Text("PATTERN ");
  Text(match.pattern->text);
  if (!match.define.empty()) {
    part();
    Text("DEFINE ");
    List(match.define,
         [&](const AliasedExpr* item) { Name(item->alias), Text(" AS "), Emit(item->expr); });
  }
  Dedent();
  Soft();
  End();
  Text(")");
  EmitAlias(match.alias);
}

void Printing::Emit(const TableRef& table) {
  if (table.kind != NodeKind::kJoin) EmitCommentsBefore(table.begin);
  switch (table.kind) {
    case NodeKind::kTableName: return EmitTableName(*As<TableName>(&table));
    case NodeKind::kTableFunction: return EmitTableFunction(*As<TableFunction>(&table));
    case NodeKind::kJoin: return EmitJoin(*As<Join>(&table));
    case NodeKind::kPivotTable: return EmitPivot(*As<PivotTable>(&table));
    case NodeKind::kJsonTable: return EmitJsonTable(*As<JsonTable>(&table));
    case NodeKind::kMatchRecognize: return EmitMatchRecognize(*As<MatchRecognize>(&table));
    case NodeKind::kDerivedTable: {
      const DerivedTable* derived = As<DerivedTable>(&table);
      if (derived->lateral) Text("LATERAL ");
      if (derived->bare_values)
        Emit(*derived->query);
      else
        Subquery(*derived->query);
      if (derived->final) Text(" FINAL");
      if (derived->sample_first) Space(), EmitSample(derived->sample);
      EmitAlias(derived->alias);
      if (!derived->sample_first && derived->sample) Space(), EmitSample(derived->sample);
      return;
    }
    case NodeKind::kParenTable: {
      const ParenTable* paren = As<ParenTable>(&table);
      Text(paren->odbc ? "{OJ " : "(");
      Begin();
      Indent();
      Soft();
      List(paren->tables, [&](const TableRef* item) { Emit(*item); });
      Dedent();
      Soft();
      End();
      Text(paren->odbc ? "}" : ")");
      return EmitAlias(paren->alias);
    }
    case NodeKind::kLateralView: {
      const LateralView* view = As<LateralView>(&table);
      Emit(*view->table);
      Line();
      Text(view->outer ? "LATERAL VIEW OUTER " : "LATERAL VIEW ");
      EmitCall(*view->call);
      if (!view->name.empty()) Space(), Name(view->name);
      if (!view->columns.empty()) Text(view->as ? " AS " : " "), Names(view->columns);
      return;
    }
    case NodeKind::kArrayJoin: {
      const ArrayJoin* join = As<ArrayJoin>(&table);
      if (join->table) Emit(*join->table), Line();
      Text(join->left ? "LEFT ARRAY JOIN " : join->inner ? "INNER ARRAY JOIN " : "ARRAY JOIN ");
      return ExprList(join->items);
    }
    default: return;
  }
}

}  // namespace aietl::sql
