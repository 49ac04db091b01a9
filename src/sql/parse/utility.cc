// EXPLAIN, because what it explains is looked into; all other utilities are rules (rules/*.inc).
#include "base/text.h"
#include "sql/parse/parser.h"

namespace aietl::sql {

Statement* Parser::ParseUtility() {
  const bool explains =
      Is(Kw::kExplain) ||
      (IsDialect(DialectId::kMysql) && IsAny(Kw::kDescribe, Kw::kDesc, Kw::kAnalyze) &&
       ExplainedStarts(1) && !PeekIs(1, Kw::kTable)) ||
      (IsDialect(DialectId::kMysql) && Is(Kw::kAnalyze) && PeekIs(1, Kw::kFormat));
  if (explains && !(IsDialect(DialectId::kMysql) && !Is(Kw::kAnalyze) && ExplainsTable()))
    return ParseExplain();
  return ParseByRules();
}

// MySQL's EXPLAIN t and DESCRIBE t c.
bool Parser::ExplainsTable() const {
  return (IsName(at_[1], kMayBeTable)) && !ExplainedStarts(1) &&
         !PeekIsAny(1, Kw::kExtended, Kw::kPartitions, Kw::kFormat, Kw::kAnalyze, Kw::kFor);
}

bool Parser::ExplainedStarts(size_t ahead) const {
  return QueryStarts(ahead) || PeekIs(ahead, Tok::kLeftParen) ||
         PeekIsAny(ahead, Kw::kInsert, Kw::kUpdate, Kw::kDelete, Kw::kReplace, Kw::kMerge,
                   Kw::kWith);
}

Statement* Parser::ParseExplain() {
  Explain* explain = Make<Explain>();
  const Nesting nesting(*this);
  explain->word = KeywordUpper(at_->keyword);
  explain->analyze = Is(Kw::kAnalyze);
  Advance();
  switch (dialect_.id) {
    case DialectId::kPostgres:
    case DialectId::kDuckdb: ParseExplainOptions(explain); break;
    case DialectId::kSqlite:
      if (AcceptWords({Kw::kQuery, Kw::kPlan})) explain->words = "QUERY PLAN";
      break;
    case DialectId::kMysql:
      if (explain->word != "ANALYZE" && Accept(Kw::kAnalyze)) explain->analyze = true;
      if (IsAny(Kw::kExtended, Kw::kPartitions))
        explain->words = ExpectOneOf({Kw::kExtended, Kw::kPartitions});
      else if (Is(Kw::kFormat))
        explain->words = ParseExplainFormat();
      if (Is(Kw::kFor) && PeekIs(1, Kw::kConnection)) {
        explain->raw = TakeRaw();
        return Done(explain);
      }
      break;
    case DialectId::kSnowflake:
      if (Accept(Kw::kUsing)) {
        explain->words = Joined("USING", Upper(Text()));
        if (!IsAny(Kw::kText, Kw::kJson) && !IsSpelt("tabular")) Fail("TEXT, JSON, TABULAR");
        Advance();
      }
      break;
    case DialectId::kSpark:
      if (IsAny(Kw::kExtended, Kw::kFormatted, Kw::kLogical) || IsSpelt("codegen") ||
          IsSpelt("cost")) {
        explain->words = Upper(Text());
        Advance();
      }
      break;
    case DialectId::kClickhouse: ParseClickhouseExplain(explain); break;
  }
  if (failed_ || AtEnd()) {
    if (!failed_) Fail(Tr("a statement"));
    return Done(explain);
  }
  if ((Is(Kw::kExplain) && !IsDialect(DialectId::kSpark)) || !ExplainableStarts()) {
    Fail(Tr("a statement that can be explained"));
    return Done(explain);
  }
  explain->statement = ParseStatement();
  return Done(explain);
}

bool Parser::ExplainableStarts() const {
  if (ExplainedStarts(0)) return true;
  switch (dialect_.id) {
    case DialectId::kPostgres:
      // CREATE TABLE AS, CREATE MATERIALIZED VIEW, DECLARE, EXECUTE, REFRESH; of CREATE the query
      // is looked for afterwards.
      return IsAny(Kw::kCreate, Kw::kDeclare, Kw::kExecute, Kw::kRefresh) && CreatesFromQuery();
    case DialectId::kMysql: return false;
    default: return true;
  }
}

// EXPLAIN CREATE TABLE t (a int) is refused, EXPLAIN CREATE TABLE t AS SELECT 1 is not.
bool Parser::CreatesFromQuery() const {
  if (!Is(Kw::kCreate)) return true;
  bool table = false;
  for (const Token* token = at_; token->kind != Tok::kEnd && token->kind != Tok::kSemicolon;
       ++token) {
    if (token->keyword == Kw::kTable || token->keyword == Kw::kMaterialized) table = true;
    if (table && token->keyword == Kw::kAs) return true;
  }
  return false;
}

std::string_view Parser::ParseExplainFormat() {
  const Token* here = at_;
  Advance();
  Expect(Tok::kEq);
  if (Is(Tok::kString))
    Advance();
  else
    ParseLabel();
  return failed_ ? std::string_view() : Upper(TextBetween(here, at_));
}

void Parser::ParseExplainOptions(Explain* explain) {
  if (Is(Tok::kLeftParen) && !QueryStarts(1) && !PeekIs(1, Tok::kLeftParen)) {
    explain->parenthesised = true;
    Advance();
    List<Option*> options(*this);
    do {
      Option* option = Make<Option>();
      const bool analyze = IsAny(Kw::kAnalyze, Kw::kAnalyse);
      option->name = Upper(Text());
      if (IsDialect(DialectId::kDuckdb) && !analyze && !Is(Kw::kFormat)) Fail("ANALYZE, FORMAT");
      if (!analyze && !IsName(kMayBeColumn | kMayBeFunction | kMayBeType)) Fail(Tr("a name"));
      ParseLabel();
      bool off = false;
      if (!Is(Tok::kComma) && !Is(Tok::kRightParen)) {
        Raw* raw = Make<Raw>();
        raw->text = Text();
        off = IsAny(Kw::kFalse, Kw::kOff) || raw->text == "0";
        const bool value = IsName(kMayBeColumn | kMayBeFunction | kMayBeType) ||
                           IsAny(Kw::kTrue, Kw::kFalse, Kw::kOn, Kw::kDefault);
        if (!value && !Is(Tok::kString) && !Is(Tok::kInteger)) Fail(Tr("a value"));
        Advance();
        option->raw = Done(raw);
      }
      if (analyze && !off) explain->analyze = true;
      options.Add(Done(option));
    } while (Accept(Tok::kComma));
    Expect(Tok::kRightParen);
    explain->options = options.Take();
    return;
  }
  if (IsAny(Kw::kAnalyze, Kw::kAnalyse)) {
    Advance();
    explain->analyze = true;
  }
  explain->verbose = Accept(Kw::kVerbose);
  if (IsDialect(DialectId::kDuckdb) && explain->analyze && Is(Tok::kLeftParen) && !QueryStarts(1) &&
      !PeekIs(1, Tok::kLeftParen))
    ParseExplainOptions(explain);
}

void Parser::ParseClickhouseExplain(Explain* explain) {
  if (Accept(Kw::kAnalyze)) explain->analyze = true;
  for (const char* kind : {"ast", "syntax", "plan", "pipeline", "estimate", "query"}) {
    if (!IsSpelt(kind)) continue;
    const bool query = std::string_view(kind) == "query";
    explain->words = query ? "QUERY TREE" : Upper(Text());
    Advance();
    if (query && !IsSpelt("tree")) Fail("TREE");
    if (query) Advance();
    break;
  }
  if (AreWords({Kw::kTable, Kw::kOverride})) {
    explain->raw = TakeRaw();
    return;
  }
  List<Option*> options(*this);
  while (Is(Tok::kWord) && !Is(Kw::kFormat) && PeekIs(1, Tok::kEq)) {
    Option* option = Make<Option>();
    option->name = Text();
    option->equals = true;
    Advance();
    Advance();
    option->value = ParsePrimary();
    options.Add(Done(option));
    if (!Accept(Tok::kComma)) break;
  }
  explain->options = options.Take();
}

}  // namespace aietl::sql
