// The parser's common ground: tokens, names, lists, errors. The grammar itself is in the other
// files of this folder, one subject each; statements are dispatched by their first word
// (statement.cc).
//
// On the first error of a statement the token stream is replaced by an endless run of kEnd:
// everything that is being parsed ends by itself, so that no function has to check for failure;
// functions that return a node never return null.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "sql/ast.h"
#include "sql/dialect.h"
#include "sql/lexer.h"
#include "sql/script.h"

namespace aietl::sql {

struct Pattern;

class Parser {
 public:
  Parser(std::string_view source, const Dialect& dialect, Arena& arena, const ParseLimits& limits);

  // All statements; problems are collected.
  std::vector<Statement*> ParseScript();
  // An expression and nothing behind it.
  Expr* ParseWholeExpression();

  Problems& problems() { return problems_; }
  std::vector<Comment>& comments() { return lexed_.comments; }
  uint64_t steps() const { return steps_; }

 private:
  // ── tokens ──
  static constexpr size_t kMostAhead = 14;  // the list ends with more kEnd than that
  const Token& Now() const { return *at_; }
  const Token& Peek(size_t ahead = 1) const {
    return at_[ahead];
  }  // up to kPadding ahead of the last token
  bool Is(Tok kind) const { return at_->kind == kind; }
  bool Is(Kw keyword) const { return at_->keyword == keyword; }
  bool PeekIs(size_t ahead, Tok kind) const { return at_[ahead].kind == kind; }
  bool PeekIs(size_t ahead, Kw keyword) const { return at_[ahead].keyword == keyword; }
  template <class... K>
  bool IsAny(K... keywords) const {
    return ((at_->keyword == keywords) || ...);
  }
  template <class... K>
  bool PeekIsAny(size_t ahead, K... keywords) const {
    return ((at_[ahead].keyword == keywords) || ...);
  }
  // The words stand here one after another.
  bool AreWords(std::initializer_list<Kw> words) const;
  void Advance() {
    previous_end_ = at_->end;
    ++steps_;
    if (at_->kind != Tok::kEnd) ++at_;
  }
  bool Accept(Tok kind) {
    if (at_->kind != kind) return false;
    Advance();
    return true;
  }
  bool Accept(Kw keyword) {
    if (at_->keyword != keyword) return false;
    Advance();
    return true;
  }
  bool AcceptWords(std::initializer_list<Kw> words);
  bool Expect(Tok kind);
  bool Expect(Kw keyword);
  void ExpectWords(std::initializer_list<Kw> words) {
    for (const Kw word : words)
      Expect(word);
  }
  // One of the words, or an error; its upper-case text.
  std::string_view ExpectOneOf(std::initializer_list<Kw> words);
  std::string_view TextOf(const Token& token) const {
    return source_.substr(token.begin, token.end - token.begin);
  }
  std::string_view Text() const { return TextOf(*at_); }
  // The word is spelt so, keyword or not.
  bool IsSpelt(std::string_view lower, size_t ahead = 0) const;
  bool AtEnd() const { return at_->kind == Tok::kEnd || at_->kind == Tok::kSemicolon; }

  // ── errors ──
  // "syntax error near X: expected `expected`". Only the first of a statement counts.
  void Fail(std::string expected);
  // Something that parsed but means nothing, e.g. "a join needs ON or USING", at the present token.
  void FailWith(std::string message);
  void FailWithAt(std::string message, uint32_t begin, std::string code = "syntax_error");
  bool failed() const { return failed_; }

  // ── dialect ──
  bool Has(Feature feature) const { return dialect_.Has(feature); }
  KeywordRights RightsOf(const Token& token) const { return dialect_.RightsOf(token.keyword); }
  bool IsDialect(DialectId id) const { return dialect_.id == id; }

  // ── names ──
  bool IsName(const Token& token, KeywordRights right) const;
  bool IsName(KeywordRights right) const { return IsName(*at_, right); }
  Ident TakeIdent();  // the present token, whatever it is
  Ident ParseIdent(KeywordRights right, const char* what);
  Ident ParseColumnIdent() { return ParseIdent(kMayBeColumn, "a column name"); }
  Ident ParseLabel();                   // after a dot or AS: nearly every word
  Name ParseName(KeywordRights first);  // a.b.c
  Name ParseTableNameParts();
  Span<Ident> ParseIdentList(KeywordRights right);    // a, b
  Span<Ident> ParseParenIdents(KeywordRights right);  // (a, b)
  Ident Keep(Ident ident) { return ident; }
  std::string_view Unquote(std::string_view text, char quote);
  std::string_view DecodeEscapes(std::string_view body, char quote, bool c_style);
  std::string_view DecodeUnicode(std::string_view body, char quote, char escape);
  std::string_view Upper(std::string_view text);
  std::string_view Joined(std::string_view a, std::string_view b);  // "a b"

  // ── nodes and lists ──
  template <class T>
  T* Make() {
    T* node = arena_.New<T>();
    node->begin = at_->begin;
    node->end = at_->end;
    return node;
  }
  template <class T>
  T* MakeAt(uint32_t begin) {
    T* node = arena_.New<T>();
    node->begin = begin;
    node->end = previous_end_;
    return node;
  }
  template <class T>
  T* Done(T* node) {
    node->end = previous_end_ > node->begin ? previous_end_ : node->begin;
    return node;
  }
  // Collects items; several lists may be filled side by side. The first few need no memory of
  // their own; all are copied into the arena once.
  template <class T>
  class List {
   public:
    explicit List(Parser& parser) : parser_(parser) {}
    List(const List&) = delete;
    List& operator=(const List&) = delete;
    void Add(T item) {
      if (size_ < kFew)
        new (Few() + size_) T(item);
      else
        more_.push_back(item);
      ++size_;
    }
    size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T& Last() { return size_ <= kFew ? Few()[size_ - 1] : more_.back(); }
    Span<T> Take() {
      if (size_ == 0) return {};
      T* data = static_cast<T*>(parser_.arena_.Take(size_ * sizeof(T), alignof(T)));
      for (size_t i = 0; i < size_; ++i)
        new (data + i) T(i < kFew ? Few()[i] : more_[i - kFew]);
      return {data, size_};
    }

   private:
    static constexpr size_t kFew = 6;
    Parser& parser_;
    size_t size_ = 0;
    // Not made before they are there: most lists are short, and there are many.
    T* Few() { return reinterpret_cast<T*>(few_); }
    alignas(T) std::byte few_[kFew * sizeof(T)];
    std::vector<T> more_;
  };
  // Nesting is limited: at the top of everything that may contain itself.
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser) {
      if (++parser.depth_ > parser.limits_.depth) parser.FailTooDeep();
    }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    ~Nesting() { --parser_.depth_; }

   private:
    Parser& parser_;
  };
  void FailTooDeep();
  // Tokens up to the end of the statement, or to the `)` that closes what is open here.
  Raw* TakeRaw();
  Raw* TakeRawUntil(std::initializer_list<Kw> words, bool comma_ends = false);
  Raw* TakeParenthesised();  // ( … ) with the parentheses

  // ── expressions: expr.cc, infix.cc, primary.cc, call.cc, special_call.cc, literal.cc ──
  Expr* ParseExpr(int least = 0);
  Expr* ParseInfix(Expr* left, uint32_t begin, int least);
  Expr* ParsePrefix();
  Expr* ParsePrimary();
  Expr* ParsePostfix(Expr* base, uint32_t begin);
  Expr* ParseWord();
  Expr* ParseSpecialWord(bool* handled);
  Expr* ParseNameExpr();
  bool MayCall(const Token& token) const;  // a keyword that a call may begin with
  Expr* ParseParen();
  Node* ParseParenNode();  // an Expr, or a Query where one stands in the parentheses
  Expr* ParseStar(Name qualifier, uint32_t begin);
  void ParseStarTail(Star* star);
  bool StarMayStand() const;
  bool ColumnsStarStarts() const;
  bool QualifiedStarStarts() const;  // a.b.*
  Expr* ParseCase();
  Expr* ParseCast(CastStyle style);
  Expr* ParseConvert();
  Expr* ParseArray(bool word);
  Expr* ParseBraces();
  Expr* ParseMap();
  Expr* ParseLambdaBody(Span<Ident> parameters, uint32_t begin, bool parenthesised);
  bool LambdaParameters(Expr* expr, Span<Ident>* parameters);
  Expr* ParseLiteralNumber();
  Expr* ParseLiteralString();
  Expr* ParseLiteralBytes();
  Expr* ParseInterval();
  Expr* ParseTypedLiteral(TypeName* type, uint32_t begin);
  std::string_view ParseStringText();  // one string token and those it is concatenated with
  std::string_view DecodeString(const Token& token);
  bool IsString(const Token& token) const;
  bool IsIntervalUnit(const Token& token) const;
  std::string_view ParseIntervalFields();
  Expr* FinishBinary(Op op, std::string_view symbol, Expr* left, Expr* right);
  Expr* ParseLike(Expr* left, bool negated, int level);
  Name ParseCollation();
  Expr* ParseIn(Expr* left, bool negated, bool global);
  Expr* ParseBetween(Expr* left, bool negated, int level);
  Expr* ParseIs(Expr* left, int level);
  void CloseTest(Expr** left, int level);
  Expr* ParseOperatorRight(Expr* left, Op op, std::string_view symbol, int level,
                           bool right_assoc = false);
  Expr* ParseSubscript(Expr* base, uint32_t begin);
  bool QueryStarts(size_t ahead = 0) const;  // SELECT, WITH, VALUES …, not behind parentheses
  bool QueryStartsBehindParens() const;
  Span<Expr*> ParseExprList();
  Span<Expr*> ParseParenExprs();
  Expr* ParseCall(Name name, uint32_t begin);
  void CheckCall(const Call& call);
  void ParseArguments(Call* call);
  Argument* ParseArgument();
  void ParseCallTail(Call* call);
  bool ParseSpecialCall(Call* call);
  Argument* MakeArgument(std::string_view keyword, Expr* value);
  WindowSpec* ParseOver();
  WindowSpec* ParseWindowSpec();
  void ParseFrame(WindowSpec* spec);
  FrameBound* ParseFrameBound();
  Span<OrderItem*> ParseOrderBy();  // behind ORDER BY
  OrderItem* ParseOrderItem();
  Ident ParseAliasAnywhere();

  // ── types: type.cc ──
  TypeName* ParseType();
  TypeName* ParseTypeInner();
  void CheckTypeArguments(const TypeName& type);
  void ParseTypeArgs(TypeName* type, Tok close);
  TypeArg* ParseTypeArg();
  bool IsTypeWord(const Token& token) const;
  bool CloseAngle();

  // ── queries: query.cc, select.cc, from.cc ──
  Query* ParseQuery();
  Query* ParseParenQuery();  // ( query )
  StructExpr* ParseSettingMap();
  void ParseInsertData(Insert* insert);
  QueryBody* ParseSetOperations(int least);
  void CheckColumnCounts(const SetOperation& both, uint32_t begin);
  QueryBody* ParseSetOperationsFrom(QueryBody* left, uint32_t begin, int least);
  QueryBody* ParseQueryPrimary();
  QueryBody* AliasedValues(QueryBody* values, TableAlias* alias, uint32_t begin);
  void ParseOperandTail(QueryBody* operand);
  QueryBody* WithOperandTail(QueryBody* operand);
  void ParseQueryTail(Query* query);
  void ParseQueryClauses(Query* query);
  Query* FinishQuery(QueryBody* body, uint32_t begin);
  void ParseLimit(Query* query);
  void ParseFetch(Query* query);
  void ParseOffset(Query* query);
  bool ParseLock(Query* query);
  bool ParseInto(Query* query);
  With* ParseWith();
  Cte* ParseCte(bool recursive);
  bool IsSetOperator() const;
  QueryBody* ParseSelect();
  QueryBody* ParseFromFirst();
  bool FromIsName() const;
  void ParseSelectHead(Select* select);
  void ParseSelectTail(Select* select);
  void ParseSelectItems(Select* select);
  SelectItem* ParseSelectItem();
  void ParseGroupBy(Select* select);
  Expr* ParseGroupItem();
  Span<Expr*> ParseGroupItems();
  void ParseNamedWindows(Select* select);
  void ParseSelectInto(Select* select);
  QueryBody* ParseValues();
  QueryBody* ParseTableQuery();
  QueryBody* ParsePivotQuery();
  QueryBody* ParseDescribeQuery();
  LimitBy* MakeLimitBy(Expr* limit, Expr* offset);
  Span<Option*> ParseSettings();
  Span<TableRef*> ParseFromList();
  TableRef* ParseTableRef();
  TableRef* ParseJoins(TableRef* left, uint32_t begin);
  bool IsJoin() const;
  Join* ParseOneJoin(TableRef* left, uint32_t begin);
  void ParseJoinCondition(Join* join, bool needed, bool allowed);
  TableRef* ParseTablePrimary();
  TableRef* ParseTablePostfix(TableRef* table, uint32_t begin);
  TableRef* ParseParenTable();
  TableRef* ParseNamedTable();
  TableRef* ParseDmlTarget(bool alias_allowed, bool as_needed = false);
  TableRef* ParseRowsFrom();
  TableRef* ParseTableFunction(Name name, uint32_t begin);
  TableRef* ParseJsonTable(Name name, uint32_t begin);
  TableRef* ParseXmlTable(uint32_t begin);
  Span<JsonColumn*> ParseJsonColumns();
  TableRef* ParsePivot(TableRef* table, uint32_t begin);
  PivotColumn* ParsePivotColumn();
  Expr* ParseAliased();  // expr [AS] name
  TableRef* ParseMatchRecognize(TableRef* table, uint32_t begin);
  TableAlias* ParseTableAlias(bool definitions_allowed = false);
  void ParseFunctionAlias(TableFunction* function);
  TableSample* ParseTableSample();
  TableSample* ParseSampleBody(TableSample* sample);
  TimeTravel* ParseTimeTravel();
  Span<IndexHint*> ParseIndexHints();
  std::string_view ParseStagePath();
  Span<Argument*> ParseStageArguments();

  // ── statements: statement.cc, dml.cc, and one file a family ──
  Statement* ParseStatement();
  Statement* ParseWholeStatement(const Token* first);
  bool MayBeNameAfterAll(const Token* first, const Token* word) const;
  bool ReadWithNames(const Token* first, uint32_t demoted, uint32_t* tries, Statement** statement);
  Statement* ParseSelectStatement();
  Statement* ParseBehindQuery(Query* query, const Token* from);
  Statement* ParseWithStatement();
  bool DmlStarts() const;
  Statement* ParseDml(With* with);
  Statement* ParseInsert(With* with);
  void ParseInsertBody(Insert* insert);
  void ParseInsertTail(Insert* insert);
  Statement* ParseInsertAll(Insert* insert);
  OnConflict* ParseOnConflict();
  Span<IndexColumn*> ParseConflictTarget();
  Statement* ParseUpdate(With* with);
  Statement* ParseDelete(With* with);
  Statement* ParseMerge(With* with);
  MergeAction* ParseMergeAction();
  Span<Assignment*> ParseAssignments();
  Assignment* ParseAssignment();
  Expr* ParseDmlWhere();
  Returning* ParseReturning();
  Span<Name> ParseColumnNames(Span<Expr*>* steps);  // (a, b.c, d[1])
  Span<std::string_view> ParseHints();
  Option* ParseOption();
  Span<Option*> ParseParenOptions();
  // Definitions and utilities: those of a dialect that are known. Null when the first word starts
  // none.
  Statement* ParseDefinition();
  Statement* ParseUtility();

  // ── definitions: definition.cc, column.cc ──
  Statement* ParseCreateTable(bool or_replace);
  void ParseTableColumns(CreateTable* table);
  bool ParseTableLike(CreateTable* table);
  bool TableOptionIsMisplaced(const std::vector<Kw>& before) const;
  void ParseTableOptions(CreateTable* table);
  void ParseTableQuery(CreateTable* table);
  void CheckTable(const CreateTable& table);
  void CheckSqliteTable(const CreateTable& table);
  Statement* ParseCreateView(bool or_replace);
  Statement* ParseMysqlView(bool or_replace);
  std::string_view ParseViewWords();
  void ParseViewColumns(CreateView* view);
  void ParseViewTail(CreateView* view);
  bool ParseIfNotExists();
  Ident ParseOnCluster();
  ColumnDef* ParseColumnDef();
  Ident ParseNestedColumnName();
  bool ColumnTypeStands() const;
  Constraint* ParseColumnConstraint();
  bool ParseCommonConstraint(Constraint* constraint);
  bool ParseValueConstraint(Constraint* constraint);
  bool ParseDialectConstraint(Constraint* constraint);
  bool ParseCommentConstraint(Constraint* constraint);
  void ParseConstraintTail(Constraint* constraint);
  void ParseGeneratedKind(Constraint* constraint);
  void ParseCheck(Constraint* constraint);
  void ParseReferences(Constraint* constraint);
  std::string_view ParseReferenceAction();
  Expr* ParseConstraintExpr();
  Expr* ParseDefaultValue();
  Expr* ParseSqliteDefault();
  Constraint* ParseTableConstraint();
  bool ConstraintIsCheckOrForeign() const;
  void ParseKeyColumns(Constraint* constraint, ConstraintKind type);
  Span<IndexColumn*> ParseKeyList();
  IndexColumn* ParseIndexColumn();

  // ── EXPLAIN: utility.cc ──
  Statement* ParseExplain();
  bool ExplainsTable() const;
  bool ExplainedStarts(size_t ahead) const;
  bool ExplainableStarts() const;
  bool CreatesFromQuery() const;
  std::string_view ParseExplainFormat();
  void ParseExplainOptions(Explain* explain);
  void ParseClickhouseExplain(Explain* explain);

  // ── rules: match_rule.cc ──
  struct RuleMatch;
  Statement* ParseByRules();
  Raw* AcceptPattern(std::string_view name);
  bool MatchPattern(RuleMatch& match, const Pattern& pattern);
  bool MatchPart(RuleMatch& match, const Pattern& pattern);
  bool MatchRaw(RuleMatch& match, int blocks, bool own);
  bool MatchBlock(RuleMatch& match);
  bool MatchUser(RuleMatch& match);
  bool ReadWell(RuleMatch& match);
  bool Missed(RuleMatch& match, const Token* at, std::string_view expected);
  void FailRule(RuleMatch& match);
  bool StatementMayEndHere() const;
  Statement* MakeByRule(std::string_view kind, std::string_view effect, RuleMatch& match,
                        const Token* from);
  TableName* MakeTableName(Name name);
  Statement* MakeCopy(Copy* copy, bool to, const std::vector<Name>& tables,
                      const std::vector<Node*>& parts);
  Statement* MakeAlter(Alter* alter, Name name);
  AlterAction* MakeAlterAction(const Token* end);
  std::string_view TextBetween(const Token* from, const Token* to);
  static const Token* PoisonedTokens();

  std::string_view source_;
  const Dialect& dialect_;
  Arena& arena_;
  const ParseLimits& limits_;
  Tokens lexed_;
  const Token* at_ = nullptr;
  const Token* failed_at_ = nullptr;
  uint32_t previous_end_ = 0;
  uint64_t steps_ = 0;
  uint32_t depth_ = 0;
  bool failed_ = false;
  bool allow_default_ = false;  // DEFAULT may stand as a value
  bool no_in_ = false;          // IN ends the expression (position(a IN b), FOR x IN)
  bool no_alias_ = false;       // no alias inside expressions
  bool star_argument_ = false;
  bool in_struct_ = false;         // Spark's struct(a AS b)
  bool in_duplicate_key_ = false;  // MySQL's VALUES(a) may stand
  bool query_argument_ = false;    // f(SELECT …) may stand
  uint32_t angles_to_close_ = 0;   // of types: >> closes two
  // ClickHouse's clauses behind the last operand, until it is known whose they are.
  Query* operand_tail_ = nullptr;
  bool in_operand_tail_ = false;
  Problems problems_;
};

}  // namespace aietl::sql
