// Plays the patterns of rules/*.inc over the tokens. Every attempt that fails is taken back; the
// one that got furthest is kept, so that the error says what was expected there.
#include "base/text.h"
#include "sql/parse/parser.h"
#include "sql/parse/patterns.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

constexpr uint32_t kMostBlockTokens = 1u << 20;

}  // namespace

struct Parser::RuleMatch {
  explicit RuleMatch(const PatternSet& rules) : set(rules) {}
  const PatternSet& set;
  const Token* best = nullptr;        // where the attempt that got furthest failed
  std::vector<std::string> expected;  // there
  Problem problem;  // of a part that the parser read itself, when that got furthest
  bool has_problem = false;
  bool hopeless = false;  // nested too deeply: nothing else is tried
  std::vector<Name> tables, names;
  std::vector<Node*> parts;  // queries, statements and expressions inside
};

bool Parser::Missed(RuleMatch& match, const Token* at, std::string_view expected) {
  if (at > match.best) {
    match.best = at;
    match.expected.clear();
    match.has_problem = false;
  }
  if (at == match.best && match.expected.size() < 6) {
    bool known = false;
    for (const std::string& other : match.expected)
      known = known || other == expected;
    if (!known) match.expected.emplace_back(expected);
  }
  return false;
}

// After a part was read: takes back its failure.
bool Parser::ReadWell(RuleMatch& match) {
  if (!failed_) return true;
  if (failed_at_ >= match.best || problems_.back().code == "too_deep") {
    match.best = failed_at_;
    match.expected.clear();
    match.problem = problems_.back();
    match.has_problem = true;
    match.hopeless = match.problem.code == "too_deep";
  }
  problems_.pop_back();
  failed_ = false;
  at_ = failed_at_;
  return false;
}

bool Parser::MatchPart(RuleMatch& match, const Pattern& pattern) {
  const Token* here = at_;
  const auto read = [&](Node* node) {
    if (!ReadWell(match)) return false;
    match.parts.push_back(node);
    return true;
  };
  switch (pattern.part) {
    case PatternPart::kWord:
      if (pattern.keyword != Kw::kNotKeyword ? Accept(pattern.keyword)
                                             : IsSpelt(pattern.text) && (Advance(), true))
        return true;
      return Missed(match, here, Upper(pattern.text));
    case PatternPart::kSymbol: return Accept(pattern.symbol) || Missed(match, here, pattern.text);
    case PatternPart::kIdent:
      // A word that may only be a value (MySQL's NULL, CURRENT_USER) names nothing.
      if (!IsName(kMayBeColumn) || !IsName(kMayBeTable | kMayBeLabel))
        return Missed(match, here, Tr("a name"));
      TakeIdent();
      return ReadWell(match);
    case PatternPart::kLabel:
      if (!Is(Tok::kWord) && !IsName(kMayBeAll)) return Missed(match, here, Tr("a name"));
      TakeIdent();
      return ReadWell(match);
    case PatternPart::kUnreserved:
      if (!IsName(kMayBeColumn | kMayBeFunction | kMayBeType))
        return Missed(match, here, Tr("a name"));
      TakeIdent();
      return ReadWell(match);
    case PatternPart::kPlainWord:
      if (!Is(Tok::kWord) || IsAny(Kw::kOn, Kw::kTo, Kw::kFrom, Kw::kIn, Kw::kAs))
        return Missed(match, here, Tr("a name"));
      Advance();
      return true;
    case PatternPart::kName: {
      const Name name = ParseName(kMayBeColumn);
      if (!ReadWell(match)) return false;
      match.names.push_back(name);
      return true;
    }
    case PatternPart::kTable: {
      const Name name = ParseTableNameParts();
      if (!ReadWell(match)) return false;
      match.tables.push_back(name);
      return true;
    }
    case PatternPart::kString:
      if (!IsString(*at_)) return Missed(match, here, Tr("a string"));
      ParseStringText();
      return ReadWell(match);
    case PatternPart::kInteger: return Accept(Tok::kInteger) || Missed(match, here, Tr("a number"));
    case PatternPart::kNumber:
      if (!Accept(Tok::kMinus)) Accept(Tok::kPlus);
      return Accept(Tok::kInteger) || Accept(Tok::kDecimal) || Accept(Tok::kHex) ||
             Missed(match, at_, Tr("a number"));
    case PatternPart::kExpr: return read(ParseExpr());
    case PatternPart::kQuery:
      if (!QueryStarts() && !QueryStartsBehindParens()) return Missed(match, here, Tr("a query"));
      return read(ParseQuery());
    case PatternPart::kStatement: return read(ParseStatement());
    case PatternPart::kDml:
      if (!QueryStarts() && !QueryStartsBehindParens() && !DmlStarts() && !Is(Kw::kWith))
        return Missed(match, here, Tr("a query"));
      return read(ParseStatement());
    case PatternPart::kType: return read(ParseType());
    case PatternPart::kParens: TakeParenthesised(); return ReadWell(match);
    case PatternPart::kRaw: return MatchRaw(match, 0, false);
    case PatternPart::kBlock: return MatchBlock(match);
    case PatternPart::kBlockEnd: return MatchRaw(match, 1, true);
    case PatternPart::kAny:
      if (AtEnd() || Is(Tok::kBad) || Is(Tok::kLeftParen) || Is(Tok::kRightParen))
        return Missed(match, here, Tr("something else"));
      Advance();
      return true;
    case PatternPart::kVariable:
      if (Accept(Tok::kVariable) || Accept(Tok::kParameter)) return true;
      return Missed(match, here, Tr("a variable"));
    case PatternPart::kUser: return MatchUser(match);
    case PatternPart::kStage:
      if (!Is(Tok::kAt) && !Is(Tok::kVariable)) return Missed(match, here, Tr("a stage (@name)"));
      ParseStagePath();
      return ReadWell(match);
    case PatternPart::kCall: {
      const uint32_t begin = at_->begin;
      const Name name = ParseName(kMayBeFunction);
      if (!ReadWell(match)) return false;
      if (!Is(Tok::kLeftParen)) return Missed(match, at_, "(");
      return read(ParseCall(name, begin));
    }
    case PatternPart::kColumn: {
      ColumnDef* column = ParseColumnDef();
      if (!read(column)) return false;
      if (!column->type && column->constraints.empty() && !IsDialect(DialectId::kSqlite))
        return Missed(match, at_, Tr("a type"));
      return true;
    }
    case PatternPart::kIndexColumn: return read(ParseIndexColumn());
    case PatternPart::kOrder: return read(ParseOrderItem());
    default: return false;
  }
}

// Tokens up to the end, to a closing parenthesis, or to the END of the block that they are in:
// bodies of statements go on behind their semicolons. `blocks`: how many are open already; `own`:
// the part ends with the last of them.
bool Parser::MatchRaw(RuleMatch& match, int blocks, bool own) {
  const Token* here = at_;
  int open = 0;
  for (uint32_t count = 0; at_->kind != Tok::kEnd && count < kMostBlockTokens; ++count) {
    if (Is(Tok::kBad) || (Is(Tok::kSemicolon) && (open > 0 || blocks == 0))) break;
    if (Is(Tok::kRightParen) && open == 0) break;
    if (Is(Tok::kLeftParen)) ++open;
    if (Is(Tok::kRightParen)) --open;
    if (open == 0 && IsAny(Kw::kBegin, Kw::kCase)) ++blocks;
    const bool loop_end = PeekIs(1, Kw::kIf) || IsSpelt("while", 1) || IsSpelt("repeat", 1) ||
                          IsSpelt("for", 1) || IsSpelt("loop", 1);
    if (open == 0 && blocks > 0 && Is(Kw::kEnd) && !loop_end) {
      --blocks;
      if (PeekIs(1, Kw::kCase)) Advance();
      if (own && blocks == 0) {
        Advance();
        return true;
      }
    }
    Advance();
  }
  if (own || Is(Tok::kBad) || open > 0 || blocks > 0) {
    return Missed(match, at_, open > 0 ? ")" : own || blocks > 0 ? "END" : Tr("something else"));
  }
  return at_ != here || Missed(match, here, Tr("something more"));
}

// BEGIN … END, perhaps behind DECLARE ….
bool Parser::MatchBlock(RuleMatch& match) {
  if (Is(Kw::kDeclare)) {
    while (at_->kind != Tok::kEnd && !Is(Kw::kBegin) && !Is(Tok::kBad))
      Advance();
  }
  if (!Is(Kw::kBegin)) return Missed(match, at_, "BEGIN");
  return MatchRaw(match, 0, true);
}

// 'a'@'b', a@b, a; MySQL's lexer makes one token of @b.
bool Parser::MatchUser(RuleMatch& match) {
  if (!Is(Tok::kString) && !(IsName(kMayBeColumn) && IsName(kMayBeTable | kMayBeLabel)))
    return Missed(match, at_, Tr("a user"));
  Advance();
  if (Is(Tok::kVariable) && at_->begin == previous_end_) Advance();
  if (Is(Tok::kAt)) {
    Advance();
    if (!Is(Tok::kString) && !Is(Tok::kWord) && !Is(Tok::kQuoted))
      return Missed(match, at_, Tr("a host"));
    Advance();
  }
  return true;
}

bool Parser::MatchPattern(RuleMatch& match, const Pattern& pattern) {
  if (match.hopeless) return false;
  const Token* here = at_;
  const uint32_t previous = previous_end_;
  const size_t tables = match.tables.size(), parts = match.parts.size(), names = match.names.size();
  const auto back = [&] {
    at_ = here;
    previous_end_ = previous;
    match.tables.resize(tables);
    match.parts.resize(parts);
    match.names.resize(names);
  };
  switch (pattern.part) {
    case PatternPart::kSequence:
      for (const uint32_t child : pattern.children) {
        if (!MatchPattern(match, match.set.At(child))) return false;
      }
      return true;
    case PatternPart::kChoice:
      for (const uint32_t child : pattern.children) {
        if (MatchPattern(match, match.set.At(child))) return true;
        back();
      }
      return false;
    case PatternPart::kOptional:
      if (!MatchPattern(match, match.set.At(pattern.children[0]))) back();
      return !match.hopeless;
    case PatternPart::kRepeat:
      for (;;) {
        const Token* start = at_;
        const uint32_t before = previous_end_;
        const size_t some_tables = match.tables.size(), some_parts = match.parts.size(),
                     some_names = match.names.size();
        if (MatchPattern(match, match.set.At(pattern.children[0])) && at_ != start) continue;
        at_ = start;
        previous_end_ = before;
        match.tables.resize(some_tables);
        match.parts.resize(some_parts);
        match.names.resize(some_names);
        return !match.hopeless;
      }
    case PatternPart::kList:
      do {
        if (!MatchPattern(match, match.set.At(pattern.children[0]))) return false;
      } while (Accept(Tok::kComma));
      Missed(match, at_, ",");
      return true;
    default: return MatchPart(match, pattern);
  }
}

void Parser::FailRule(RuleMatch& match) {
  if (match.best > at_) at_ = match.best;
  if (match.has_problem) {
    failed_ = true;
    failed_at_ = at_;
    at_ = PoisonedTokens();
    problems_.push_back(match.problem);
    return;
  }
  std::string expected;
  for (const std::string& one : match.expected)
    expected += (expected.empty() ? "" : ", ") + one;
  Fail(expected.empty() ? Tr("something else") : expected);
}

// A named pattern that may stand here. Its text, or null if it does not stand here; sets the error
// if it began and went wrong.
Raw* Parser::AcceptPattern(std::string_view name) {
  const PatternSet& set = RulesOf(dialect_.id);
  const Pattern* pattern = set.Named(name);
  if (!pattern || failed_) return nullptr;
  RuleMatch match(set);
  const Token* here = at_;
  const uint32_t previous = previous_end_;
  if (MatchPattern(match, *pattern) && at_ != here) {
    Raw* raw = MakeAt<Raw>(here->begin);
    raw->text = TextBetween(here, at_);
    return raw;
  }
  at_ = here;
  previous_end_ = previous;
  // What failed behind the first word was meant to be this.
  if (match.best > here || match.hopeless) FailRule(match);
  return nullptr;
}

// The tokens as written, with one space where there was any.
std::string_view Parser::TextBetween(const Token* from, const Token* to) {
  std::string text;
  for (const Token* token = from; token < to; ++token) {
    if (token > from && token[-1].end != token->begin) text += ' ';
    text += TextOf(*token);
  }
  return arena_.Text(text);
}

Statement* Parser::ParseByRules() {
  const PatternSet& set = RulesOf(dialect_.id);
  std::string lower(Text());
  for (char& c : lower)
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (!Is(Tok::kWord)) return nullptr;
  const std::vector<uint32_t>& rules = set.RulesFor(at_->keyword, lower);
  if (rules.empty()) return nullptr;
  const Nesting nesting(*this);
  if (failed_) return nullptr;
  RuleMatch match(set);
  const Token* here = at_;
  const uint32_t previous = previous_end_;
  for (const uint32_t number : rules) {
    const PatternRule& rule = set.Rule(number);
    if (MatchPattern(match, set.At(rule.pattern))) {
      if (AtEnd() || StatementMayEndHere()) return MakeByRule(rule.kind, rule.effect, match, here);
      Missed(match, at_, Tr("the end of the statement"));
    }
    at_ = here;
    previous_end_ = previous;
    match.tables.clear();
    match.names.clear();
    match.parts.clear();
    if (match.hopeless) break;
  }
  FailRule(match);
  return MakeAt<OtherStatement>(here->begin);
}

// Spark's |> …, and FROM t with several INSERT or SELECT behind it: kept as written behind the
// query that they begin with. Null if none stands here.
Statement* Parser::ParseBehindQuery(Query* query, const Token* from) {
  if (!IsDialect(DialectId::kSpark) || failed_) return nullptr;
  const bool from_first = from->keyword == Kw::kFrom || from->keyword == Kw::kWith;
  const std::string_view name = Is(Tok::kPipeGreater)           ? "pipe"
                                : from_first && Is(Kw::kInsert) ? "insert_each"
                                : from_first && Is(Kw::kSelect) ? "select_each"
                                                                : "";
  if (name.empty()) return nullptr;
  const PatternSet& set = RulesOf(dialect_.id);
  RuleMatch match(set);
  match.parts.push_back(query);
  if (MatchPattern(match, *set.Named(name)) && (AtEnd() || StatementMayEndHere()))
    return MakeByRule(name, Is(Kw::kInsert) || name == "insert_each" ? "write" : "read", match,
                      from);
  Missed(match, at_, Tr("the end of the statement"));
  FailRule(match);
  return MakeAt<OtherStatement>(from->begin);
}

// Inside a body or parentheses a statement ends where its container goes on.
bool Parser::StatementMayEndHere() const {
  return Is(Tok::kRightParen) || Is(Kw::kEnd);
}

// Statements that others look into get fields; all keep their text, which is what is printed.
Statement* Parser::MakeByRule(std::string_view kind, std::string_view effect, RuleMatch& match,
                              const Token* from) {
  Raw* raw = MakeAt<Raw>(from->begin);
  raw->text = TextBetween(from, at_);
  const auto node = [&]<class T>(T*) {
    T* statement = MakeAt<T>(from->begin);
    statement->raw = raw;
    return statement;
  };
  const auto if_exists = [&] {
    return raw->text.find("EXISTS") != std::string_view::npos ||
           raw->text.find("exists") != std::string_view::npos;
  };
  if (kind == "drop_table" || kind == "drop_view") {
    Drop* drop = node(static_cast<Drop*>(nullptr));
    drop->type = kind == "drop_table" ? "TABLE" : "VIEW";
    drop->if_exists = if_exists();
    drop->names = arena_.List(match.tables);
    return drop;
  }
  if (kind == "truncate") {
    Truncate* truncate = node(static_cast<Truncate*>(nullptr));
    List<TableRef*> tables(*this);
    for (const Name& name : match.tables)
      tables.Add(MakeTableName(name));
    truncate->tables = tables.Take();
    return truncate;
  }
  if (kind == "rename_table") {
    Rename* rename = node(static_cast<Rename*>(nullptr));
    rename->type = "TABLE";
    List<Name> old_names(*this);
    for (size_t i = 0; i < match.tables.size(); i += 2)
      old_names.Add(match.tables[i]);
    rename->from = old_names.Take();
    List<Name> new_names(*this);
    for (size_t i = 1; i < match.tables.size(); i += 2)
      new_names.Add(match.tables[i]);
    rename->to = new_names.Take();
    return rename;
  }
  if (kind == "alter_table" && !match.tables.empty())
    return MakeAlter(node(static_cast<Alter*>(nullptr)), match.tables[0]);
  if (kind == "create_index" && !match.tables.empty()) {
    CreateIndex* index = node(static_cast<CreateIndex*>(nullptr));
    index->table = match.tables[0];
    List<IndexColumn*> columns(*this);
    for (Node* part : match.parts) {
      if (IndexColumn* column = As<IndexColumn>(part)) columns.Add(column);
    }
    index->columns = columns.Take();
    return index;
  }
  if ((kind == "create_function" || kind == "create_macro") && !match.names.empty()) {
    CreateFunction* function = node(static_cast<CreateFunction*>(nullptr));
    function->type = kind == "create_macro" ? "MACRO" : "FUNCTION";
    function->name = match.names[0];
    return function;
  }
  if (kind == "prepare" && !match.parts.empty() && IsStatement(match.parts.back()->kind)) {
    Prepare* prepare = node(static_cast<Prepare*>(nullptr));
    prepare->verb = "PREPARE";
    prepare->statement = static_cast<Statement*>(match.parts.back());
    return prepare;
  }
  if (kind == "copy_from" || kind == "copy_to" || kind == "copy_into" || kind == "copy_out") {
    return MakeCopy(node(static_cast<Copy*>(nullptr)), kind == "copy_to" || kind == "copy_out",
                    match.tables, match.parts);
  }
  OtherStatement* statement = node(static_cast<OtherStatement*>(nullptr));
  statement->verb = kind;
  statement->effect = effect;
  statement->tables = arena_.List(match.tables);
  List<Node*> parts(*this);
  for (Node* part : match.parts)
    parts.Add(part);
  statement->parts = parts.Take();
  return statement;
}

TableName* Parser::MakeTableName(Name name) {
  TableName* table = arena_.New<TableName>();
  table->name = name;
  if (!name.empty()) {
    table->begin = name.front().begin;
    table->end = name.back().end;
  }
  return table;
}

Statement* Parser::MakeCopy(Copy* copy, bool to, const std::vector<Name>& tables,
                            const std::vector<Node*>& parts) {
  copy->verb = "COPY";
  copy->to = to;
  if (!tables.empty()) copy->table = MakeTableName(tables[0]);
  for (Node* part : parts) {
    if (Query* query = As<Query>(part))
      copy->query = query;
    else if (SelectStatement* select = As<SelectStatement>(part))
      copy->query = select->query;
    else if (IsStatement(part->kind))
      copy->statement = static_cast<Statement*>(part);
  }
  const std::string_view text = copy->raw->text;
  const auto has = [&](std::string_view lower) {
    for (size_t i = 0; i + lower.size() <= text.size(); ++i) {
      size_t k = 0;
      while (k < lower.size() && (text[i + k] | 0x20) == lower[k])
        ++k;
      if (k == lower.size()) return true;
    }
    return false;
  };
  copy->program = has("program");
  if (has("stdin") || has("stdout")) copy->stream = to ? "STDOUT" : "STDIN";
  return copy;
}

// The columns that an ALTER TABLE makes, renames and drops; its text has been read already, so this
// only looks again.
Statement* Parser::MakeAlter(Alter* alter, Name name) {
  const Token* end = at_;
  const uint32_t previous = previous_end_;
  alter->type = "TABLE";
  alter->name = name;
  while (at_ > lexed_.tokens.data() && at_->begin > name.back().begin)
    --at_;
  Advance();
  List<AlterAction*> actions(*this);
  while (at_ < end) {
    actions.Add(MakeAlterAction(end));
    // Up to the comma between actions.
    for (int open = 0; at_ < end && !(open == 0 && Is(Tok::kComma)); Advance()) {
      if (Is(Tok::kLeftParen)) ++open;
      if (Is(Tok::kRightParen)) --open;
    }
    if (at_ < end) Advance();
  }
  alter->actions = actions.Take();
  at_ = end;
  previous_end_ = previous;
  return Done(alter);
}

AlterAction* Parser::MakeAlterAction(const Token* end) {
  AlterAction* action = Make<AlterAction>();
  action->verb = Upper(Text());
  const auto other = [&] {
    return IsAny(Kw::kConstraint, Kw::kPrimary, Kw::kUnique, Kw::kForeign, Kw::kCheck, Kw::kIndex,
                 Kw::kKey, Kw::kFulltext, Kw::kSpatial, Kw::kPartition, Kw::kExclude,
                 Kw::kPeriod) ||
           Is(Tok::kLeftParen) || IsSpelt("projection") || IsSpelt("columns");
  };
  const auto skip_exists = [&] {
    if (!Is(Kw::kIf)) return;
    Advance();
    Accept(Kw::kNot);
    Accept(Kw::kExists);
  };
  const auto name = [&] { return IsName(kMayBeColumn) ? arena_.One(TakeIdent()) : Name(); };
  if (Accept(Kw::kRename)) {
    const bool column = Accept(Kw::kColumn);
    if (!column && (Accept(Kw::kTo) || Accept(Kw::kAs))) {
      action->verb = "RENAME TO";
      action->new_name = ParseTableNameParts();
    } else if (!other()) {
      action->verb = "RENAME COLUMN";
      skip_exists();
      action->name = name();
      if (Accept(Kw::kTo)) action->new_name = name();
    }
  } else if (Accept(Kw::kAdd)) {
    Accept(Kw::kColumn);
    skip_exists();
    if (!other()) {
      action->verb = "ADD COLUMN";
      action->column = ParseColumnDef();
    }
  } else if (Accept(Kw::kDrop)) {
    Accept(Kw::kColumn);
    skip_exists();
    if (!other()) {
      action->verb = "DROP COLUMN";
      action->name = name();
    }
  } else if (IsAny(Kw::kAlter, Kw::kModify)) {
    Advance();
    Accept(Kw::kColumn);
    if (!other()) {
      action->verb = "ALTER COLUMN";
      action->name = name();
      AcceptWords({Kw::kSet, Kw::kData});
      if (Accept(Kw::kType)) action->type = ParseType();
    }
  }
  if (failed_) {
    // It was read once; that it is read otherwise here is no error of the text.
    problems_.pop_back();
    failed_ = false;
    at_ = end;
  }
  Raw* raw = Make<Raw>();
  action->raw = raw;
  return action;
}

}  // namespace aietl::sql
