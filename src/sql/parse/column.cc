// Columns and constraints of definitions. What every dialect has becomes fields, because the binder
// and the translator look into it; what one dialect adds is kept as written (column_option,
// constraint_tail in rules/).
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

ColumnDef* Parser::ParseColumnDef() {
  ColumnDef* column = Make<ColumnDef>();
  if (IsDialect(DialectId::kSqlite) && Is(Tok::kString))
    column->name = TakeIdent();
  else if (IsDialect(DialectId::kClickhouse))
    column->name = ParseNestedColumnName();
  else
    column->name = ParseColumnIdent();
  if (IsDialect(DialectId::kSpark) && Accept(Tok::kColon)) column->colon = true;
  if (IsDialect(DialectId::kPostgres) && AcceptWords({Kw::kWith, Kw::kOptions}))
    column->with_options = true;
  else if (ColumnTypeStands())
    column->type = ParseType();
  List<Constraint*> constraints(*this);
  List<Option*> options(*this);
  while (!failed_ && !AtEnd() && !Is(Tok::kComma) && !Is(Tok::kRightParen)) {
    if (Constraint* constraint = ParseColumnConstraint()) {
      constraints.Add(constraint);
      continue;
    }
    if (failed_) break;
    // What follows a column in MySQL's ALTER TABLE.
    if (IsDialect(DialectId::kMysql) && IsAny(Kw::kFirst, Kw::kAfter, Kw::kRemove)) break;
    const uint32_t begin = at_->begin;
    Raw* raw = AcceptPattern("column_option");
    if (!raw) break;
    Option* option = MakeAt<Option>(begin);
    option->raw = raw;
    options.Add(option);
  }
  column->constraints = constraints.Take();
  column->options = options.Take();
  return Done(column);
}

// n.a is a column of a nested one.
Ident Parser::ParseNestedColumnName() {
  Ident name = ParseLabel();
  while (Accept(Tok::kDot)) {
    const Ident part = ParseLabel();
    name.text = arena_.Text(std::string(name.text) + "." + std::string(part.text));
    name.end = part.end;
  }
  return name;
}

bool Parser::ColumnTypeStands() const {
  if (AtEnd() || Is(Tok::kComma) || Is(Tok::kRightParen)) return false;
  if (IsDialect(DialectId::kSqlite)) {
    if (Is(Kw::kGenerated) && PeekIs(1, Kw::kAlways)) return false;
    return IsName(kMayBeColumn) || Is(Tok::kString);
  }
  // A constraint instead of a type: CREATE TABLE t (a, b NOT NULL) AS …, ClickHouse's a DEFAULT 1,
  // DuckDB's a AS (b + 1).
  return !IsAny(Kw::kDefault, Kw::kNot, Kw::kNull, Kw::kPrimary, Kw::kUnique, Kw::kCheck,
                Kw::kReferences, Kw::kConstraint, Kw::kGenerated, Kw::kAs, Kw::kMaterialized,
                Kw::kEphemeral, Kw::kCollate, Kw::kWith, Kw::kOptions) &&
         !(IsDialect(DialectId::kClickhouse) && IsSpelt("alias"));
}

// What a DEFAULT or a generated value may be: operators, but nothing that a following constraint
// could be taken for.
Expr* Parser::ParseConstraintExpr() {
  const auto& levels = dialect_.precedence;
  int least = 0;
  for (const int level : {int{levels.is}, int{levels.equality}, int{levels.comparison},
                          int{levels.like}, int{levels.between}, int{levels.in}}) {
    if (level >= least) least = level + 1;
  }
  if (IsDialect(DialectId::kClickhouse)) least = 0;
  return ParseExpr(least);
}

Constraint* Parser::ParseColumnConstraint() {
  Constraint* constraint = Make<Constraint>();
  if (Is(Kw::kConstraint)) {
    Advance();
    constraint->constraint_word = true;
    if (!(IsDialect(DialectId::kMysql) && Is(Kw::kCheck))) constraint->name = ParseColumnIdent();
  }
  const bool done = ParseCommonConstraint(constraint) || ParseValueConstraint(constraint) ||
                    ParseDialectConstraint(constraint);
  if (!done) {
    if (constraint->constraint_word && !failed_ && !IsDialect(DialectId::kSqlite))
      Fail(Tr("a constraint"));
    if (!constraint->constraint_word || failed_) return nullptr;
  }
  ParseConstraintTail(constraint);
  return Done(constraint);
}

bool Parser::ParseCommonConstraint(Constraint* constraint) {
  if (Is(Kw::kNot) && PeekIs(1, Kw::kNull)) {
    ExpectWords({Kw::kNot, Kw::kNull});
    constraint->type = ConstraintKind::kNotNull;
  } else if (Is(Kw::kNot) && !PeekIsAny(1, Kw::kDeferrable) && !IsSpelt("enforced", 1) &&
             !PeekIs(1, Kw::kValid)) {
    Advance();
    Fail("NULL");
  } else if (Is(Kw::kNull) && !IsDialect(DialectId::kSpark)) {
    Advance();
    constraint->type = ConstraintKind::kNull;
  } else if (Is(Kw::kPrimary) || (IsDialect(DialectId::kMysql) && Is(Kw::kKey))) {
    if (Accept(Kw::kPrimary))
      Expect(Kw::kKey);
    else
      Advance();
    constraint->type = ConstraintKind::kPrimaryKey;
    if (IsDialect(DialectId::kSqlite)) {
      if (IsAny(Kw::kAsc, Kw::kDesc)) constraint->words = ExpectOneOf({Kw::kAsc, Kw::kDesc});
    }
  } else if (Is(Kw::kUnique) && !IsDialect(DialectId::kClickhouse)) {
    Advance();
    if (IsDialect(DialectId::kMysql)) Accept(Kw::kKey);
    constraint->type = ConstraintKind::kUnique;
    if (IsDialect(DialectId::kPostgres) && Accept(Kw::kNulls)) {
      (Accept(Kw::kNot) ? constraint->nulls_not_distinct : constraint->nulls_distinct) = true;
      Expect(Kw::kDistinct);
    }
  } else if (Is(Kw::kCheck) && !IsDialect(DialectId::kClickhouse)) {
    ParseCheck(constraint);
  } else if (Is(Kw::kReferences) && !IsDialect(DialectId::kClickhouse)) {
    ParseReferences(constraint);
    constraint->type = ConstraintKind::kReferences;
  } else {
    return false;
  }
  return true;
}

void Parser::ParseCheck(Constraint* constraint) {
  Expect(Kw::kCheck);
  constraint->type = ConstraintKind::kCheck;
  if (IsDialect(DialectId::kClickhouse)) {
    constraint->expr = ParseExpr();
    return;
  }
  Expect(Tok::kLeftParen);
  constraint->expr = ParseExpr();
  constraint->expr_parenthesised = true;
  Expect(Tok::kRightParen);
}

void Parser::ParseReferences(Constraint* constraint) {
  Expect(Kw::kReferences);
  constraint->references = ParseTableNameParts();
  if (Is(Tok::kLeftParen)) constraint->reference_columns = ParseParenIdents(kMayBeColumn);
  for (;;) {
    if (Accept(Kw::kMatch)) {
      constraint->match = KeywordUpper(at_->keyword);
      ParseLabel();
    } else if (Is(Kw::kOn) && PeekIsAny(1, Kw::kDelete, Kw::kUpdate) &&
               !IsDialect(DialectId::kSpark)) {
      Advance();
      const bool deletes = Accept(Kw::kDelete);
      if (!deletes) Expect(Kw::kUpdate);
      std::string_view action = ParseReferenceAction();
      (deletes ? constraint->on_delete : constraint->on_update) = action;
      if (IsDialect(DialectId::kPostgres) && action.starts_with("SET") && Is(Tok::kLeftParen))
        constraint->set_columns = ParseParenIdents(kMayBeColumn);
      if (IsDialect(DialectId::kDuckdb) && (action == "CASCADE" || action.starts_with("SET")))
        FailWith(Tr("foreign keys cannot use CASCADE, SET NULL or SET DEFAULT here"));
    } else if (Is(Kw::kOn)) {
      Advance();
      Fail("DELETE, UPDATE");
    } else {
      return;
    }
    if (failed_) return;
  }
}

std::string_view Parser::ParseReferenceAction() {
  if (Accept(Kw::kNo)) {
    Expect(Kw::kAction);
    return "NO ACTION";
  }
  if (Accept(Kw::kSet)) {
    if (Accept(Kw::kNull)) return "SET NULL";
    Expect(Kw::kDefault);
    return "SET DEFAULT";
  }
  return ExpectOneOf({Kw::kCascade, Kw::kRestrict});
}

bool Parser::ParseValueConstraint(Constraint* constraint) {
  if (Is(Kw::kDefault)) {
    Advance();
    constraint->type = ConstraintKind::kDefault;
    constraint->expr = ParseDefaultValue();
    return true;
  }
  if (Is(Kw::kCollate) && !IsDialect(DialectId::kSnowflake)) {
    Advance();
    constraint->type = ConstraintKind::kCollate;
    constraint->references = ParseCollation();
    return true;
  }
  const bool generated = Is(Kw::kGenerated);
  const bool computes = Is(Kw::kAs) && !QueryStarts(1) &&
                        (IsDialect(DialectId::kMysql) || IsDialect(DialectId::kSqlite) ||
                         IsDialect(DialectId::kDuckdb) || IsDialect(DialectId::kSnowflake));
  if (!generated && !computes) return false;
  if (generated && (IsDialect(DialectId::kClickhouse) || IsDialect(DialectId::kSnowflake)))
    return false;
  constraint->type = ConstraintKind::kGenerated;
  if (generated && ((PeekIs(1, Kw::kBy) || PeekIs(3, Kw::kIdentity)) &&
                    !IsDialect(DialectId::kSqlite) && !IsDialect(DialectId::kMysql))) {
    constraint->type = ConstraintKind::kIdentity;
    constraint->raw = AcceptPattern("generated_identity");
    if (!constraint->raw && !failed_) Fail("GENERATED ALWAYS AS IDENTITY");
    return true;
  }
  if (Accept(Kw::kGenerated)) {
    constraint->generated = "GENERATED ALWAYS";
    Expect(Kw::kAlways);
  }
  Expect(Kw::kAs);
  if (IsDialect(DialectId::kDuckdb) && !generated && !Is(Tok::kLeftParen)) Fail("(");
  Expect(Tok::kLeftParen);
  constraint->expr = ParseExpr();
  constraint->expr_parenthesised = true;
  Expect(Tok::kRightParen);
  ParseGeneratedKind(constraint);
  return true;
}

void Parser::ParseGeneratedKind(Constraint* constraint) {
  const bool stored_only = IsDialect(DialectId::kPostgres);
  if (IsAny(Kw::kStored, Kw::kVirtual) || IsSpelt("persistent")) {
    const bool stored = Is(Kw::kStored);
    if ((stored && IsDialect(DialectId::kDuckdb)) || (!stored && stored_only))
      FailWith(Tr("this kind of generated column is not known here"));
    if (!failed_) constraint->words = Upper(Text());
    Advance();
  } else if (stored_only) {
    Fail("STORED");
  }
}

Expr* Parser::ParseDefaultValue() {
  if (IsDialect(DialectId::kSqlite) && !Is(Tok::kLeftParen)) return ParseSqliteDefault();
  if (IsDialect(DialectId::kMysql) && Is(Kw::kNext)) return ParseExpr();
  return ParseConstraintExpr();
}

// SQLite: a literal, a signed number, a parenthesised expression, or a bare word.
Expr* Parser::ParseSqliteDefault() {
  if (Is(Tok::kWord) && IsName(kMayBeColumn) && !PeekIs(1, Tok::kLeftParen)) {
    ColumnRef* word = Make<ColumnRef>();
    List<Ident> parts(*this);
    parts.Add(TakeIdent());
    word->name = parts.Take();
    return Done(word);
  }
  return ParsePrefix();
}

bool Parser::ParseDialectConstraint(Constraint* constraint) {
  switch (dialect_.id) {
    case DialectId::kMysql:
      if (Is(Kw::kAutoIncrement)) {
        Advance();
        constraint->type = ConstraintKind::kAutoIncrement;
        constraint->words = "AUTO_INCREMENT";
        return true;
      }
      if (Is(Kw::kOn) && PeekIs(1, Kw::kUpdate)) {
        ExpectWords({Kw::kOn, Kw::kUpdate});
        constraint->type = ConstraintKind::kOnUpdate;
        constraint->expr = ParseConstraintExpr();
        return true;
      }
      return ParseCommentConstraint(constraint);
    case DialectId::kClickhouse:
      if (Is(Kw::kMaterialized))
        constraint->type = ConstraintKind::kMaterialized;
      else if (IsSpelt("alias"))
        constraint->type = ConstraintKind::kAlias;
      else if (Is(Kw::kEphemeral))
        constraint->type = ConstraintKind::kEphemeral;
      else
        return false;
      Advance();
      if (constraint->type != ConstraintKind::kEphemeral ||
          (!AtEnd() && !Is(Tok::kComma) && !Is(Tok::kRightParen) &&
           !IsAny(Kw::kComment, Kw::kTtl) && !IsSpelt("codec"))) {
        constraint->expr = ParseExpr();
      }
      return true;
    default: return false;
  }
}

bool Parser::ParseCommentConstraint(Constraint* constraint) {
  if (!Is(Kw::kComment)) return false;
  Advance();
  Accept(Tok::kEq);
  if (!IsString(*at_)) {
    Fail(Tr("a string"));
    return true;
  }
  constraint->type = ConstraintKind::kComment;
  constraint->expr = ParseLiteralString();
  return true;
}

// SQLite's ON CONFLICT and AUTOINCREMENT, deferring, NO INHERIT, ENFORCED …
void Parser::ParseConstraintTail(Constraint* constraint) {
  if (IsDialect(DialectId::kSqlite)) {
    if (Is(Kw::kOn) && PeekIs(1, Kw::kConflict)) {
      ExpectWords({Kw::kOn, Kw::kConflict});
      constraint->conflict =
          ExpectOneOf({Kw::kRollback, Kw::kAbort, Kw::kFail, Kw::kIgnore, Kw::kReplace});
    }
    if (constraint->type == ConstraintKind::kPrimaryKey && Accept(Kw::kAutoincrement))
      constraint->generated = "AUTOINCREMENT";
  }
  if (IsDialect(DialectId::kClickhouse)) return;
  for (bool more = true; more && !failed_;) {
    more = true;
    if (Is(Kw::kNot) && PeekIs(1, Kw::kDeferrable)) {
      ExpectWords({Kw::kNot, Kw::kDeferrable});
      constraint->not_deferrable = true;
    } else if (Is(Kw::kDeferrable) && !IsDialect(DialectId::kMysql) &&
               !IsDialect(DialectId::kSpark)) {
      Advance();
      constraint->deferrable = true;
    } else if (Is(Kw::kInitially) && !IsDialect(DialectId::kMysql) &&
               !IsDialect(DialectId::kSpark)) {
      Advance();
      (ExpectOneOf({Kw::kDeferred, Kw::kImmediate}) == "DEFERRED"
           ? constraint->initially_deferred
           : constraint->initially_immediate) = true;
    } else if (IsDialect(DialectId::kPostgres) && Is(Kw::kNot) && PeekIs(1, Kw::kValid)) {
      ExpectWords({Kw::kNot, Kw::kValid});
      constraint->not_valid = true;
    } else if (IsDialect(DialectId::kPostgres) && Is(Kw::kNo) && PeekIs(1, Kw::kInherit)) {
      ExpectWords({Kw::kNo, Kw::kInherit});
      constraint->no_inherit = true;
    } else {
      more = false;
    }
  }
  if (failed_ || (Is(Kw::kNot) && PeekIs(1, Kw::kNull))) return;
  const uint32_t begin = at_->begin;
  if (Raw* raw = AcceptPattern("constraint_tail")) {
    Option* option = MakeAt<Option>(begin);
    option->raw = raw;
    constraint->options = arena_.One(option);
  }
}

// Null when no constraint begins here.
Constraint* Parser::ParseTableConstraint() {
  Constraint* constraint = Make<Constraint>();
  const Token* here = at_;
  const bool click = IsDialect(DialectId::kClickhouse), mysql = IsDialect(DialectId::kMysql);
  if (click) {
    for (const char* name : {"index_def", "projection_def", "constraint_def"}) {
      const bool stands = (Is(Kw::kIndex) && name[0] == 'i') ||
                          (IsSpelt("projection") && name[0] == 'p') ||
                          (Is(Kw::kConstraint) && name[0] == 'c');
      if (!stands || (!PeekIs(1, Tok::kWord) && !PeekIs(1, Tok::kQuoted))) continue;
      constraint->raw = AcceptPattern(name);
      return constraint->raw ? Done(constraint) : failed_ ? constraint : nullptr;
    }
    if (Is(Kw::kPrimary) && PeekIs(1, Kw::kKey)) {
      ExpectWords({Kw::kPrimary, Kw::kKey});
      constraint->type = ConstraintKind::kPrimaryKey;
      constraint->expr = ParseExpr();
      return Done(constraint);
    }
    if (Is(Kw::kForeign) && PeekIs(1, Kw::kKey) && PeekIs(2, Tok::kLeftParen)) {
      ExpectWords({Kw::kForeign, Kw::kKey});
      constraint->type = ConstraintKind::kForeignKey;
      constraint->columns = ParseKeyList();
      ParseReferences(constraint);
      return Done(constraint);
    }
    return nullptr;
  }
  if (mysql && (IsAny(Kw::kKey, Kw::kIndex, Kw::kFulltext, Kw::kSpatial) || (Is(Kw::kUnique)) ||
                (Is(Kw::kPeriod) && PeekIs(1, Kw::kFor)) || (Is(Kw::kPrimary)) ||
                (Is(Kw::kConstraint) && !ConstraintIsCheckOrForeign()))) {
    constraint->type = ConstraintKind::kIndex;
    constraint->raw = AcceptPattern(Is(Kw::kPeriod) ? "period" : "key_def");
    if (!constraint->raw && !failed_) Fail(Tr("a key"));
    return Done(constraint);
  }
  if (IsDialect(DialectId::kPostgres) && Is(Kw::kLike)) {
    constraint->type = ConstraintKind::kLike;
    constraint->raw = AcceptPattern("table_like");
    return Done(constraint);
  }
  if (IsDialect(DialectId::kSnowflake) && Is(Kw::kIndex) && PeekIs(2, Tok::kLeftParen)) {
    constraint->raw = AcceptPattern("hybrid_index");
    return constraint->raw ? Done(constraint) : nullptr;
  }
  if (Is(Kw::kConstraint)) {
    Advance();
    constraint->constraint_word = true;
    if (!(mysql && IsAny(Kw::kCheck, Kw::kForeign))) constraint->name = ParseColumnIdent();
  }
  if (Is(Kw::kPrimary) && PeekIs(1, Kw::kKey)) {
    ExpectWords({Kw::kPrimary, Kw::kKey});
    ParseKeyColumns(constraint, ConstraintKind::kPrimaryKey);
  } else if (Is(Kw::kUnique)) {
    Advance();
    ParseKeyColumns(constraint, ConstraintKind::kUnique);
  } else if (Is(Kw::kForeign) && PeekIs(1, Kw::kKey)) {
    ExpectWords({Kw::kForeign, Kw::kKey});
    constraint->type = ConstraintKind::kForeignKey;
    if (mysql && !Is(Tok::kLeftParen)) {
      constraint->if_not_exists = ParseIfNotExists();
      if (!Is(Tok::kLeftParen)) constraint->index_name = ParseColumnIdent();
    }
    constraint->columns = ParseKeyList();
    ParseReferences(constraint);
  } else if (Is(Kw::kCheck)) {
    ParseCheck(constraint);
  } else if (IsDialect(DialectId::kPostgres) && Is(Kw::kExclude)) {
    constraint->type = ConstraintKind::kExclude;
    constraint->raw = AcceptPattern("exclude");
  } else {
    if (constraint->constraint_word && !failed_) Fail(Tr("a constraint"));
    return at_ == here ? nullptr : constraint;
  }
  ParseConstraintTail(constraint);
  return Done(constraint);
}

bool Parser::ConstraintIsCheckOrForeign() const {
  return PeekIsAny(1, Kw::kCheck, Kw::kForeign) || PeekIsAny(2, Kw::kCheck, Kw::kForeign);
}

void Parser::ParseKeyColumns(Constraint* constraint, ConstraintKind type) {
  constraint->type = type;
  if (IsDialect(DialectId::kPostgres)) {
    if (type == ConstraintKind::kUnique && Accept(Kw::kNulls)) {
      (Accept(Kw::kNot) ? constraint->nulls_not_distinct : constraint->nulls_distinct) = true;
      Expect(Kw::kDistinct);
    }
    const uint32_t begin = at_->begin;
    if (Is(Kw::kUsing)) {
      Raw* raw = AcceptPattern("unique_using");
      if (!raw) return;
      Option* option = MakeAt<Option>(begin);
      option->raw = raw;
      constraint->options = arena_.One(option);
      return;
    }
  }
  constraint->columns = ParseKeyList();
  if (IsDialect(DialectId::kPostgres)) {
    const uint32_t begin = at_->begin;
    if (Raw* raw = AcceptPattern("table_constraint_tail")) {
      Option* option = MakeAt<Option>(begin);
      option->raw = raw;
      constraint->options = arena_.One(option);
    }
  }
}

// (a, b): SQLite's may have orders and collations.
Span<IndexColumn*> Parser::ParseKeyList() {
  Expect(Tok::kLeftParen);
  List<IndexColumn*> columns(*this);
  do {
    if (IsDialect(DialectId::kSqlite)) {
      columns.Add(ParseIndexColumn());
      continue;
    }
    IndexColumn* column = Make<IndexColumn>();
    column->name = ParseColumnIdent();
    columns.Add(Done(column));
  } while (Accept(Tok::kComma));
  Expect(Tok::kRightParen);
  return columns.Take();
}

IndexColumn* Parser::ParseIndexColumn() {
  IndexColumn* column = Make<IndexColumn>();
  if (Is(Tok::kLeftParen) && !IsDialect(DialectId::kSqlite)) {
    Advance();
    column->expr = ParseExpr();
    Expect(Tok::kRightParen);
  } else if (IsName(kMayBeColumn) &&
             (PeekIs(1, Tok::kComma) || PeekIs(1, Tok::kRightParen) || PeekIs(1, Tok::kWord))) {
    column->name = TakeIdent();
  } else if (IsDialect(DialectId::kSqlite)) {
    column->expr = ParseConstraintExpr();
  } else {
    const uint32_t begin = at_->begin;
    if (IsName(kMayBeFunction | kMayBeColumn)) {
      const Name name = ParseName(kMayBeFunction | kMayBeColumn);
      if (Is(Tok::kLeftParen)) {
        column->expr = ParseCall(name, begin);
      } else if (name.size() == 1) {
        column->name = name[0];
      } else if (!failed_) {
        Fail("(");
      }
    } else {
      Fail(Tr("a column name"));
    }
  }
  if (Accept(Kw::kCollate)) column->collation = ParseCollation();
  if (IsDialect(DialectId::kPostgres) && !failed_ && (Is(Tok::kWord) || Is(Tok::kQuoted)) &&
      IsName(kMayBeColumn) && !IsAny(Kw::kAsc, Kw::kDesc, Kw::kNulls, Kw::kWith)) {
    column->op_class = ParseName(kMayBeColumn);
    if (Is(Tok::kLeftParen)) {
      if (Raw* raw = AcceptPattern("reloptions")) {
        Option* option = MakeAt<Option>(raw->begin);
        option->raw = raw;
        column->op_class_options = arena_.One(option);
      }
    }
  }
  if (Accept(Kw::kAsc))
    column->direction = Direction::kAsc;
  else if (Accept(Kw::kDesc))
    column->direction = Direction::kDesc;
  if (Is(Kw::kNulls) && PeekIsAny(1, Kw::kFirst, Kw::kLast)) {
    Advance();
    column->nulls = Accept(Kw::kFirst) ? NullsOrder::kFirst : (Advance(), NullsOrder::kLast);
  }
  return Done(column);
}

}  // namespace aietl::sql
