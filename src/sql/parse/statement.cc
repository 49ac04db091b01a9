// Statements by their first word. Each family has a file: queries here, data in dml.cc, definitions
// in definition.cc, the rest in utility.cc.
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

bool Parser::DmlStarts() const {
  switch (Now().keyword) {
    case Kw::kInsert:
    case Kw::kUpdate:
    case Kw::kDelete: return true;
    case Kw::kReplace: return Has(Feature::kReplaceInto);
    case Kw::kMerge: return Has(Feature::kMerge);
    default: return false;
  }
}

Statement* Parser::ParseStatement() {
  const Nesting nesting(*this);
  if (QueryStarts() && !Is(Kw::kWith) && !IsAny(Kw::kDescribe, Kw::kSummarize, Kw::kShow))
    return ParseSelectStatement();
  switch (Now().keyword) {
    case Kw::kWith: return ParseWithStatement();
    case Kw::kInsert:
    case Kw::kUpdate:
    case Kw::kDelete:
    case Kw::kReplace:
    case Kw::kMerge:
      if (DmlStarts()) return ParseDml(nullptr);
      break;
    default: break;
  }
  if (Is(Tok::kLeftParen) && QueryStartsBehindParens()) return ParseSelectStatement();
  if (Statement* definition = ParseDefinition()) return definition;
  if (Statement* utility = ParseUtility()) return utility;
  Fail(Tr("a statement"));
  return Make<OtherStatement>();
}

Statement* Parser::ParseSelectStatement() {
  SelectStatement* statement = Make<SelectStatement>();
  const Token* here = at_;
  const uint32_t begin = Now().begin;
  if (Is(Tok::kLeftParen)) {
    QueryBody* body = ParseSetOperations(0);
    // (SELECT …) alone is that query; with something behind it, it is the body of another.
    statement->query = FinishQuery(body, begin);
  } else {
    statement->query = ParseQuery();
  }
  if (Statement* other = ParseBehindQuery(statement->query, here)) return other;
  return Done(statement);
}

Statement* Parser::ParseWithStatement() {
  const Token* here = at_;
  const uint32_t begin = Now().begin;
  With* with = ParseWith();
  if (DmlStarts() && !failed_) {
    if (!Has(Feature::kWithDml) || (IsDialect(DialectId::kClickhouse) && !Is(Kw::kInsert)) ||
        (IsDialect(DialectId::kMysql) && IsAny(Kw::kInsert, Kw::kReplace)))
      Fail("SELECT");
    Statement* statement = ParseDml(with);
    statement->begin = begin;
    return statement;
  }
  SelectStatement* statement = MakeAt<SelectStatement>(begin);
  Query* query = MakeAt<Query>(begin);
  query->with = with;
  query->body = ParseSetOperations(0);
  ParseQueryTail(query);
  statement->query = Done(query);
  if (Statement* other = ParseBehindQuery(statement->query, here)) return other;
  return Done(statement);
}

}  // namespace aietl::sql
