// CREATE TABLE and CREATE VIEW: the definitions that others look into. What a dialect adds is in
// its rules (table_option, view_option, column_option …); other definitions are rules as a whole.
#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

Statement* Parser::ParseDefinition() {
  if (!IsAny(Kw::kCreate, Kw::kReplace)) return nullptr;
  // CREATE [OR REPLACE] [words] TABLE|VIEW
  size_t at = 1;
  bool or_replace = false;
  if (Is(Kw::kCreate) && PeekIs(1, Kw::kOr) && PeekIs(2, Kw::kReplace)) {
    at = 3;
    or_replace = true;
  }
  for (size_t words = 0; words < 8; ++words, ++at) {
    if (at >= 14) break;
    if (PeekIs(at, Kw::kTable) && !PeekIs(at - 1, Kw::kVirtual))
      return ParseCreateTable(or_replace);
    if (PeekIs(at, Kw::kView))
      return IsSpelt("semantic", at - 1) ? ParseByRules() : ParseCreateView(or_replace);
    if (!PeekIs(at, Tok::kWord) && !PeekIs(at, Tok::kEq)) break;
    if (!PeekIsAny(at, Kw::kTemp, Kw::kTemporary, Kw::kLocal, Kw::kGlobal, Kw::kUnlogged,
                   Kw::kForeign, Kw::kExternal, Kw::kTransient, Kw::kVolatile, Kw::kDynamic,
                   Kw::kEvent, Kw::kImmutable, Kw::kSecure, Kw::kRecursive, Kw::kMaterialized) &&
        !IsSpelt("iceberg", at) && !IsSpelt("hybrid", at) && !IsSpelt("interactive", at) &&
        !IsSpelt("scoped", at)) {
      // MySQL's ALGORITHM = … DEFINER = … SQL SECURITY …
      if (IsDialect(DialectId::kMysql) && PeekIsAny(at, Kw::kAlgorithm, Kw::kDefiner, Kw::kSql))
        return ParseMysqlView(or_replace);
      break;
    }
  }
  return ParseByRules();
}

// MySQL's view with a prefix, or another object with a DEFINER.
Statement* Parser::ParseMysqlView(bool or_replace) {
  const Token* here = at_;
  for (const Token* token = here;
       token->kind != Tok::kEnd && token->kind != Tok::kSemicolon && token->kind != Tok::kLeftParen;
       ++token) {
    if (token->keyword == Kw::kView) return ParseCreateView(or_replace);
    if (token->keyword == Kw::kTrigger || token->keyword == Kw::kProcedure ||
        token->keyword == Kw::kFunction || token->keyword == Kw::kEvent)
      break;
  }
  return ParseByRules();
}

bool Parser::ParseIfNotExists() {
  if (!Is(Kw::kIf)) return false;
  ExpectWords({Kw::kIf, Kw::kNot, Kw::kExists});
  return true;
}

Ident Parser::ParseOnCluster() {
  if (!IsDialect(DialectId::kClickhouse) || !AcceptWords({Kw::kOn, Kw::kCluster})) return {};
  return Is(Tok::kString) ? TakeIdent() : ParseLabel();
}

Statement* Parser::ParseCreateTable(bool or_replace) {
  CreateTable* table = Make<CreateTable>();
  const bool replace_verb = Is(Kw::kReplace);
  const bool replaces = !IsDialect(DialectId::kPostgres) && !IsDialect(DialectId::kSqlite);
  if ((or_replace && !replaces) ||
      (replace_verb && !IsDialect(DialectId::kSpark) && !IsDialect(DialectId::kClickhouse))) {
    return ParseByRules();
  }
  Advance();
  if (or_replace) ExpectWords({Kw::kOr, Kw::kReplace});
  table->or_replace = or_replace;
  table->replace_verb = replace_verb;
  if (!Is(Kw::kTable)) {
    const Raw* words = AcceptPattern("temporary");
    if (words) table->words = Upper(words->text);
  }
  Expect(Kw::kTable);
  table->if_not_exists = ParseIfNotExists();
  if (table->if_not_exists && or_replace &&
      (IsDialect(DialectId::kDuckdb) || IsDialect(DialectId::kMysql) ||
       IsDialect(DialectId::kSpark))) {
    FailWith(Tr("OR REPLACE and IF NOT EXISTS exclude each other"));
  }
  if (IsDialect(DialectId::kSnowflake) && Is(Kw::kIdentifier) && PeekIs(1, Tok::kLeftParen) &&
      (IsString(Peek(2)) || PeekIs(2, Tok::kParameter)) && PeekIs(3, Tok::kRightParen)) {
    // IDENTIFIER('t'): kept as it stands.
    const Token* from = at_;
    for (int n = 0; n < 4; ++n)
      Advance();
    Ident name;
    name.begin = from->begin;
    name.end = previous_end_;
    name.text = TextBetween(from, at_);
    table->name = arena_.One(name);
  } else {
    table->name = ParseTableNameParts();
  }
  if (IsDialect(DialectId::kClickhouse) && IsSpelt("uuid") && IsString(Peek())) {
    Advance();
    table->uuid = ParseStringText();
  }
  table->on_cluster = ParseOnCluster();
  if (IsDialect(DialectId::kPostgres) && Accept(Kw::kOf)) table->of_type = ParseName(kMayBeType);
  if (IsDialect(DialectId::kPostgres) && AreWords({Kw::kPartition, Kw::kOf})) {
    ExpectWords({Kw::kPartition, Kw::kOf});
    table->partition_of = ParseTableNameParts();
  }
  ParseTableColumns(table);
  if (!table->partition_of.empty()) {
    table->bounds = AcceptPattern("bound");
    if (!table->bounds) Fail("FOR VALUES, DEFAULT");
  }
  if (IsDialect(DialectId::kPostgres) && Accept(Kw::kInherits)) {
    table->has_inherits = true;
    Expect(Tok::kLeftParen);
    List<Name> parents(*this);
    do
      parents.Add(ParseTableNameParts());
    while (Accept(Tok::kComma));
    table->inherits = parents.Take();
    Expect(Tok::kRightParen);
  }
  ParseTableOptions(table);
  ParseTableQuery(table);
  CheckTable(*table);
  return Done(table);
}

void Parser::ParseTableColumns(CreateTable* table) {
  const bool like = IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSnowflake) ||
                    IsDialect(DialectId::kSpark);
  if (like && Accept(Kw::kLike)) {
    table->like_word = "LIKE";
    table->like = ParseTableNameParts();
    return;
  }
  if (IsDialect(DialectId::kSnowflake) && Accept(Kw::kClone)) {
    table->like_word = "CLONE";
    table->like = ParseTableNameParts();
    if (IsAny(Kw::kAt, Kw::kBefore)) table->travel = ParseTimeTravel();
    return;
  }
  if (IsDialect(DialectId::kClickhouse) && IsAny(Kw::kClone, Kw::kAs) && ParseTableLike(table))
    return;
  if (!Is(Tok::kLeftParen)) return;
  if (QueryStarts(1) || (PeekIs(1, Tok::kLeftParen) && IsDialect(DialectId::kMysql)))
    return;  // MySQL's CREATE TABLE t (SELECT …)
  if (IsDialect(DialectId::kMysql) && PeekIs(1, Kw::kLike)) {
    Advance();
    Advance();
    table->like_word = "LIKE";
    table->like = ParseTableNameParts();
    Expect(Tok::kRightParen);
    return;
  }
  Advance();
  table->has_columns = true;
  List<ColumnDef*> columns(*this);
  List<Constraint*> constraints(*this);
  if (!(IsDialect(DialectId::kPostgres) && Is(Tok::kRightParen))) {
    do {
      if (!columns.empty() && Is(Tok::kRightParen) && Has(Feature::kTrailingComma)) break;
      if (Constraint* constraint = ParseTableConstraint()) {
        constraints.Add(constraint);
        // SQLite's grammar takes constraints without commas, and no column behind one.
        while (IsDialect(DialectId::kSqlite) && !failed_ && !Is(Tok::kComma) &&
               !Is(Tok::kRightParen)) {
          Constraint* next = ParseTableConstraint();
          if (!next) break;
          constraints.Add(next);
        }
      } else if (IsDialect(DialectId::kSqlite) && !constraints.empty()) {
        Fail(Tr("a constraint"));
      } else {
        columns.Add(ParseColumnDef());
      }
    } while (Accept(Tok::kComma));
  }
  Expect(Tok::kRightParen);
  if (columns.empty() && !IsDialect(DialectId::kPostgres) && !IsDialect(DialectId::kClickhouse) &&
      !failed_)
    FailWith(Tr("a table needs a column"));
  table->columns = columns.Take();
  table->constraints = constraints.Take();
}

// ClickHouse's CREATE TABLE t AS u, AS f(…), CLONE AS u; false: AS begins a query.
bool Parser::ParseTableLike(CreateTable* table) {
  if (Is(Kw::kAs) && (QueryStarts(1) || PeekIs(1, Tok::kLeftParen))) return false;
  const bool clone = Accept(Kw::kClone);
  Expect(Kw::kAs);
  const uint32_t begin = at_->begin;
  const Name name = ParseTableNameParts();
  if (Is(Tok::kLeftParen)) {
    table->as_function = ParseTableFunction(name, begin);
  } else {
    table->like_word = clone ? "CLONE AS" : "AS";
    table->like = name;
  }
  return true;
}

// Options that stand once, and ClickHouse's SETTINGS and COMMENT, behind which no other stands.
bool Parser::TableOptionIsMisplaced(const std::vector<Kw>& before) const {
  const bool spark = IsDialect(DialectId::kSpark), click = IsDialect(DialectId::kClickhouse);
  const Kw word = at_->keyword;
  if ((!spark && !click) || word == Kw::kNotKeyword) return false;
  for (const Kw other : before) {
    if (other == word && word != Kw::kStored) return true;
    if (click && (other == Kw::kSettings || other == Kw::kComment) && word != Kw::kSettings &&
        word != Kw::kComment && word != Kw::kAs)
      return true;
  }
  return false;
}

void Parser::ParseTableOptions(CreateTable* table) {
  List<Option*> options(*this);
  std::vector<Kw> before;
  const bool commas = IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSqlite) ||
                      IsDialect(DialectId::kSnowflake);
  while (!failed_ && !AtEnd()) {
    // Spark's provider stands before the other options.
    if (IsDialect(DialectId::kSpark) && Is(Kw::kUsing) && !options.empty())
      Fail(Tr("the end of the statement"));
    // ClickHouse's AS u, of which the table has the columns, ends the options.
    if (IsDialect(DialectId::kClickhouse) && Is(Kw::kAs) && !table->has_columns &&
        table->like.empty() && !table->as_function && ParseTableLike(table))
      break;
    const uint32_t begin = at_->begin;
    if (IsDialect(DialectId::kSnowflake) && Is(Kw::kAs)) break;
    if (TableOptionIsMisplaced(before)) {
      Fail(Tr("the end of the statement"));
      break;
    }
    before.push_back(at_->keyword);
    Raw* raw = AcceptPattern("table_option");
    if (!raw) break;
    Option* option = MakeAt<Option>(begin);
    option->raw = raw;
    options.Add(option);
    if (commas && Is(Tok::kComma)) Advance();
  }
  table->options = options.Take();
}

void Parser::ParseTableQuery(CreateTable* table) {
  if (IsDialect(DialectId::kMysql) && IsAny(Kw::kIgnore, Kw::kReplace))
    table->duplicates = ExpectOneOf({Kw::kIgnore, Kw::kReplace});
  if (IsDialect(DialectId::kClickhouse) && AreWords({Kw::kEmpty, Kw::kAs})) {
    Advance();
    table->empty = true;
  }
  const bool as = Accept(Kw::kAs);
  const bool bare = (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSpark)) &&
                    (QueryStarts() || (Is(Tok::kLeftParen) && QueryStartsBehindParens()));
  if (!as && !bare) return;
  table->as_word = as;
  if (IsDialect(DialectId::kPostgres) && Is(Kw::kExecute)) {
    table->execute = ParseByRules();
  } else {
    if (!QueryStarts() && !QueryStartsBehindParens()) return Fail(Tr("a query"));
    table->query = ParseQuery();
    if (IsDialect(DialectId::kClickhouse) && Is(Kw::kComment)) {
      Advance();
      table->comment = ParseLiteralString();
    }
  }
  if ((IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kDuckdb)) && Accept(Kw::kWith)) {
    table->with_data = Accept(Kw::kNo) ? "WITH NO DATA" : "WITH DATA";
    Expect(Kw::kData);
  }
}

// What SQLite looks at when it prepares a CREATE TABLE, whatever the schema.
void Parser::CheckSqliteTable(const CreateTable& table) {
  const auto option = [&](char first) {
    for (const Option* one : table.options) {
      if ((one->raw->text[0] | 0x20) == first) return true;
    }
    return false;
  };
  if (table.name.size() > 1 && (table.words == "TEMP" || table.words == "TEMPORARY") &&
      Upper(table.name[0].text) != "TEMP")
    return FailWith(Tr("the name of a temporary table has one part here"));
  bool key = false;
  for (const Constraint* constraint : table.constraints) {
    key = key || constraint->type == ConstraintKind::kPrimaryKey;
    if (constraint->type == ConstraintKind::kForeignKey && !constraint->reference_columns.empty() &&
        constraint->reference_columns.size() != constraint->columns.size())
      return FailWithAt(Tr("a foreign key has as many columns as it refers to"), constraint->begin);
  }
  for (const ColumnDef* column : table.columns) {
    const std::string_view type =
        column->type ? Upper(column->type->name[0].text) : std::string_view();
    for (const Constraint* constraint : column->constraints) {
      if (constraint->type != ConstraintKind::kPrimaryKey) continue;
      key = true;
      if (constraint->generated == "AUTOINCREMENT" && type != "INTEGER")
        return FailWithAt(Tr("AUTOINCREMENT is only for an INTEGER PRIMARY KEY"),
                          constraint->begin);
    }
    static constexpr std::string_view kStrictTypes[] = {"INT",  "INTEGER", "REAL",
                                                        "TEXT", "BLOB",    "ANY"};
    if (option('s') &&
        std::find(std::begin(kStrictTypes), std::end(kStrictTypes), type) == std::end(kStrictTypes))
      return FailWithAt(
          Msg("the column {} of a STRICT table has none of its types", column->name.text),
          column->begin);
  }
  if (option('w') && !key) FailWith(Tr("a table WITHOUT ROWID needs a primary key"));
}

// What a table needs besides what the grammar says.
void Parser::CheckTable(const CreateTable& table) {
  if (failed_) return;
  const bool defined = table.has_columns || table.query || table.execute || !table.like.empty() ||
                       table.as_function || !table.of_type.empty() || !table.partition_of.empty();
  const bool may_be_bare = IsDialect(DialectId::kSpark) || IsDialect(DialectId::kSnowflake) ||
                           IsDialect(DialectId::kClickhouse);
  if (!defined && (!may_be_bare || (IsDialect(DialectId::kSnowflake) && table.options.empty())))
    return Fail("(");
  if (IsDialect(DialectId::kSpark) && table.words.starts_with("TEMP")) {
    bool provider = false;
    for (const Option* option : table.options)
      provider = provider || (option->raw && (option->raw->text[0] | 0x20) == 'u');
    if (!provider || table.query || table.if_not_exists)
      return FailWith(
          Tr("a temporary table needs USING here, and takes neither AS nor IF NOT EXISTS"));
  }
  if (table.query && IsDialect(DialectId::kSqlite) &&
      (table.has_columns || !table.options.empty())) {
    return FailWith(Tr("CREATE TABLE … AS takes neither columns nor options here"));
  }
  if (IsDialect(DialectId::kSpark) && table.query && table.has_columns)
    return FailWith(Tr("CREATE TABLE … AS takes no columns here"));
  if (IsDialect(DialectId::kSqlite)) CheckSqliteTable(table);
  if (failed_) return;
  for (const ColumnDef* column : table.columns) {
    const bool untyped = IsDialect(DialectId::kSqlite) || !table.of_type.empty() ||
                         !table.partition_of.empty() ||
                         (table.query && !IsDialect(DialectId::kMysql) &&
                          !IsDialect(DialectId::kClickhouse) && !IsDialect(DialectId::kSpark)) ||
                         (table.execute != nullptr);
    bool computed = false;
    for (const Constraint* constraint : column->constraints) {
      computed = computed || constraint->type == ConstraintKind::kGenerated ||
                 constraint->type == ConstraintKind::kDefault ||
                 constraint->type == ConstraintKind::kMaterialized ||
                 constraint->type == ConstraintKind::kAlias ||
                 constraint->type == ConstraintKind::kEphemeral;
    }
    if (computed && (IsDialect(DialectId::kClickhouse) || IsDialect(DialectId::kDuckdb) ||
                     IsDialect(DialectId::kSnowflake)))
      continue;
    if (!column->type && !untyped)
      return FailWithAt(Msg("the column {} has no type", std::string(column->name.text)),
                        column->end);
  }
}

Statement* Parser::ParseCreateView(bool or_replace) {
  CreateView* view = Make<CreateView>();
  const Token* here = at_;
  const uint32_t previous = previous_end_;
  if (Is(Kw::kReplace) || (or_replace && IsDialect(DialectId::kSqlite))) return ParseByRules();
  Advance();
  if (or_replace) ExpectWords({Kw::kOr, Kw::kReplace});
  view->or_replace = or_replace;
  List<Option*> prefix(*this);
  while (IsDialect(DialectId::kMysql) && !Is(Kw::kView) && !failed_) {
    const uint32_t begin = at_->begin;
    Raw* raw = AcceptPattern("view_prefix");
    if (!raw) break;
    Option* option = MakeAt<Option>(begin);
    option->raw = raw;
    prefix.Add(option);
  }
  view->prefix = prefix.Take();
  view->words = ParseViewWords();
  const bool materializes = IsDialect(DialectId::kPostgres) || IsDialect(DialectId::kSnowflake) ||
                            IsDialect(DialectId::kClickhouse) || IsDialect(DialectId::kSpark);
  if (materializes) view->materialized = Accept(Kw::kMaterialized);
  if (view->materialized && or_replace && IsDialect(DialectId::kPostgres))
    FailWith(Tr("a materialized view cannot be replaced"));
  Expect(Kw::kView);
  const bool exists = !IsDialect(DialectId::kPostgres) || view->materialized;
  if (exists) view->if_not_exists = ParseIfNotExists();
  if (view->if_not_exists && or_replace &&
      (IsDialect(DialectId::kSpark) || IsDialect(DialectId::kDuckdb)))
    FailWith(Tr("OR REPLACE and IF NOT EXISTS exclude each other"));
  if (view->if_not_exists && IsDialect(DialectId::kSpark) && !view->words.empty())
    FailWith(Tr("a temporary view takes no IF NOT EXISTS here"));
  view->name = ParseTableNameParts();
  view->on_cluster = ParseOnCluster();
  List<Option*> options(*this);
  const auto take_options = [&] {
    while (!failed_ && !AtEnd() && !Is(Kw::kAs)) {
      const uint32_t begin = at_->begin;
      Raw* raw = AcceptPattern("view_option");
      if (!raw) break;
      Option* option = MakeAt<Option>(begin);
      option->raw = raw;
      options.Add(option);
    }
  };
  if (IsDialect(DialectId::kSnowflake)) take_options();
  if (IsDialect(DialectId::kClickhouse)) {
    take_options();
    if (Accept(Kw::kTo)) {
      TableName* to = Make<TableName>();
      to->name = ParseTableNameParts();
      view->to = Done(to);
    }
  }
  const bool typed = Is(Tok::kLeftParen) && PeekIs(2, Tok::kWord) && !PeekIs(2, Kw::kComment);
  if (!(typed && IsDialect(DialectId::kSpark))) ParseViewColumns(view);
  if (IsDialect(DialectId::kSpark) && (typed || Is(Kw::kUsing))) {
    at_ = here;
    previous_end_ = previous;
    return ParseByRules();
  }
  take_options();
  view->options = options.Take();
  Expect(Kw::kAs);
  if (!QueryStarts() && !QueryStartsBehindParens() && !failed_) Fail(Tr("a query"));
  view->query = ParseQuery();
  ParseViewTail(view);
  return Done(view);
}

std::string_view Parser::ParseViewWords() {
  std::string_view words;
  const DialectId id = dialect_.id;
  const bool temporary = id != DialectId::kMysql;
  for (;;) {
    const bool fits =
        (temporary && IsAny(Kw::kTemp, Kw::kTemporary) &&
         !(id == DialectId::kClickhouse && Is(Kw::kTemp))) ||
        (IsAny(Kw::kGlobal) && id == DialectId::kSpark) ||
        (IsAny(Kw::kLocal, Kw::kGlobal) &&
         (id == DialectId::kPostgres || id == DialectId::kSnowflake || id == DialectId::kDuckdb)) ||
        (Is(Kw::kRecursive) &&
         (id == DialectId::kPostgres || id == DialectId::kSnowflake || id == DialectId::kDuckdb)) ||
        (IsAny(Kw::kSecure, Kw::kVolatile) && id == DialectId::kSnowflake);
    if (!fits) return words;
    const bool global = IsAny(Kw::kGlobal, Kw::kLocal);
    words = Joined(words, KeywordUpper(at_->keyword));
    Advance();
    if (global && !IsAny(Kw::kTemp, Kw::kTemporary)) {
      Fail("TEMPORARY");
      return words;
    }
  }
}

void Parser::ParseViewColumns(CreateView* view) {
  if (!Is(Tok::kLeftParen) || QueryStarts(1)) return;
  Advance();
  view->has_columns = true;
  List<ColumnDef*> columns(*this);
  do {
    if (IsDialect(DialectId::kClickhouse)) {
      columns.Add(ParseColumnDef());
      continue;
    }
    ColumnDef* column = Make<ColumnDef>();
    column->name = ParseColumnIdent();
    List<Option*> options(*this);
    while (!failed_ && !Is(Tok::kComma) && !Is(Tok::kRightParen)) {
      const uint32_t begin = at_->begin;
      Raw* raw = (IsDialect(DialectId::kSnowflake) || IsDialect(DialectId::kSpark))
                     ? AcceptPattern("column_option")
                     : nullptr;
      if (!raw) break;
      Option* option = MakeAt<Option>(begin);
      option->raw = raw;
      options.Add(option);
    }
    column->options = options.Take();
    columns.Add(Done(column));
  } while (Accept(Tok::kComma));
  Expect(Tok::kRightParen);
  view->columns = columns.Take();
}

void Parser::ParseViewTail(CreateView* view) {
  if (!Is(Kw::kWith)) {
    if (IsDialect(DialectId::kClickhouse) && Is(Kw::kComment)) {
      Raw* raw = AcceptPattern("view_option");
      if (raw) view->with_data = raw->text;
    }
    return;
  }
  if (view->materialized && IsDialect(DialectId::kPostgres)) {
    Advance();
    view->with_data = Accept(Kw::kNo) ? "WITH NO DATA" : "WITH DATA";
    Expect(Kw::kData);
    return;
  }
  if (!IsDialect(DialectId::kPostgres) && !IsDialect(DialectId::kMysql)) return;
  Advance();
  view->with_check = "WITH CHECK OPTION";
  if (Accept(Kw::kCascaded))
    view->with_check = "WITH CASCADED CHECK OPTION";
  else if (Accept(Kw::kLocal))
    view->with_check = "WITH LOCAL CHECK OPTION";
  ExpectWords({Kw::kCheck, Kw::kOption});
}

}  // namespace aietl::sql
