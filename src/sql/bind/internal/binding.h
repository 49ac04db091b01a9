// The binder at work: one object a script.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sql/bind/binder.h"
#include "sql/bind/internal/names.h"
#include "sql/functions/catalogue.h"

namespace aietl::sql::bind {

struct Value {
  const Type* type = nullptr;
  bool nullable = true;
};

enum class Clause : uint8_t {
  kFrom,
  kOn,
  kWhere,
  kGroupBy,
  kSelect,
  kHaving,
  kQualify,
  kOrderBy,
  kWindow,
  kOther
};

// A column of a source that unqualified names and `*` see as another relation's (USING, NATURAL).
struct Covered {
  uint32_t column = 0;
  const Relation* merged = nullptr;
  uint32_t merged_column = 0;
  bool in_place = false;  // `*` puts the merged column here
};

struct Source {
  Ident alias;
  uint32_t hash = 0;
  Name path;  // a table without an alias can be named with its schema, too
  Relation* relation = nullptr;
  bool qualifies = true;  // a.x works
  bool plain = true;      // x works
  bool nullable = false;  // the outer side of a join
  bool left_out = false;  // not in `*`: semi joins, merged columns that stand in place
  std::vector<Covered> covered;
};

// An item of the select list while it is bound.
struct ItemState {
  const SelectItem* item = nullptr;
  uint32_t first = 0;  // its output columns
  uint32_t count = 0;
  enum : uint8_t { kNew, kBusy, kDone } state = kNew;
  bool aggregates = false, windows = false;
};

struct UngroupedRef {
  const Node* ref;
  ColumnAt at;
};

// What names can mean at a place: a query's sources, and around it those of the enclosing queries.
struct Scope {
  Scope* outer = nullptr;
  std::vector<Source> sources;
  size_t first_visible = 0;  // a join's condition does not see what stands before the join
  Clause clause = Clause::kOther;
  const Select* select = nullptr;
  const With* with = nullptr;  // ClickHouse's WITH expr AS name
  Relation* output = nullptr;
  std::vector<ItemState> items;
  size_t current_item = 0;  // while the select list is bound
  std::vector<const Expr*> group_exprs;
  std::vector<ColumnAt> group_columns;
  std::vector<UngroupedRef> ungrouped;
  int aggregate_depth = 0;
  int window_depth = 0;
  int grouped_depth = 0;  // inside of an expression that GROUP BY has
  bool collects = false;  // references are checked against GROUP BY
  bool saw_aggregate = false, saw_window = false;
  bool group_all = false;
};

struct CteEntry {
  Ident name;
  uint32_t hash = 0;
  Relation* relation = nullptr;
};

// A table or view that the script made, renamed or dropped.
struct LocalTable {
  std::vector<std::string> path;  // lower case
  Relation* relation = nullptr;   // null: dropped
};

class Binder {
 public:
  Binder(const Script& script, const BindOptions& options, Bound& bound);
  void Run();

 private:
  friend class StatementBinder;
  // ── problems.cc ──
  Problem& Report(std::string_view code, const Node* at, std::string message,
                  std::string object = {}, std::string hint = {});
  Problem& ReportAt(std::string_view code, uint32_t offset, std::string message, std::string object,
                    std::string hint);
  void UnknownTable(Name path, const Node* at);
  void UnknownColumn(const ColumnRef& ref, const Ident& column, const Scope* scope,
                     const Relation* relation);
  void UnknownFunction(const Call& call, std::string_view name, FunctionRole role);

  // ── query.cc ──
  Relation* BindQuery(const Query& query, Scope* outer);
  Relation* BindBody(const QueryBody& body, const Query* around, Scope* outer);
  Relation* BindSelect(const Select& select, const Query* around, Scope* outer);
  Relation* BindSetOperation(const SetOperation& set, Scope* outer);
  Relation* Combine(const SetOperation& set, Relation* left, Relation* right);
  Relation* BindValues(const Values& values, Scope* outer);
  Relation* BindPivotQuery(const PivotQuery& pivot, Scope* outer);
  void BindTail(const Query& query, Scope& scope, bool output_only);
  size_t BindWith(const With* with, Scope* outer);  // returns the number of CTEs before it
  Relation* BindRecursive(const Cte& cte, const SetOperation& set, Scope* outer);
  void BindGroupBy(const GroupBy& group, Scope& scope);
  void BindGroupItem(const Expr& item, Scope& scope);
  void CheckGrouping(Scope& scope);
  void BindOrderItem(const OrderItem& item, Scope& scope, bool output_only);

  // ── columns.cc ──
  void LayOut(const Select& select, Scope& scope);
  void ExpandStar(const Star& star, Scope& scope, std::vector<Column>& out);
  void AddStarColumns(const Star& star, Scope& scope, const Source& source,
                      std::vector<Column>& out);
  void BindItem(Scope& scope, size_t item);
  void BindEarly(Scope& scope, size_t item);
  std::string_view OutputName(const Expr& expr, bool nested = false);
  ColumnAt AliasNamed(Scope& scope, const Ident& name, size_t before);

  // ── from.cc ──
  void BindFrom(Span<TableRef*> tables, Scope& scope);
  void BindTable(const TableRef& table, Scope& scope);
  void BindTableName(const TableName& table, Scope& scope);
  void BindJoin(const Join& join, Scope& scope);
  void MergeColumns(const Join& join, Scope& scope, size_t begin, size_t middle);
  void BindTableFunction(const TableFunction& function, Scope& scope);
  void BindPivot(const PivotTable& pivot, Scope& scope);
  void BindArrayJoin(const ArrayJoin& join, Scope& scope);
  void BindLateralView(const LateralView& view, Scope& scope);
  void BindMatchRecognize(const MatchRecognize& match, Scope& scope);
  void PivotInto(Relation& relation, Relation* inner, Span<PivotColumn*> columns,
                 Span<Expr*> aggregates, Span<Expr*> group_by, Scope& inside);
  void UnpivotInto(Relation& relation, Relation* inner, Span<PivotColumn*> columns,
                   Span<Ident> values, const Ident& name);
  Relation* AsOne(Scope& scope, const Node* node);
  void FunctionColumns(const Expr& call, Scope& scope, std::vector<Column>& out, bool* open,
                       std::string_view alias);
  void BindJsonColumns(Span<JsonColumn*> columns, Scope& scope, std::vector<Column>& out);
  Relation* LookUpTable(Name path, const Node* at);  // null after a problem
  Relation* Named(Relation* relation, const TableAlias* alias, const Node* at);
  Source& AddSource(Scope& scope, Relation* relation, const TableAlias* alias, Name path);
  const LocalTable* FindLocal(Name path) const;
  Relation* OpenTable(Name path, const Node* at);

  // ── names_in_scope.cc ──
  struct Found {
    ColumnAt at;
    bool nullable = true;
    bool certain = true;  // false: it may be a column that is not known
    Scope* scope = nullptr;
    size_t parts = 1;  // of the name that were used
  };
  std::optional<Found> FindPlain(const Ident& name, Scope& scope, bool* ambiguous, bool* open);
  std::optional<uint32_t> FindInRelation(Relation& relation, const Ident& name, bool add);
  uint32_t AddMetColumn(Relation& relation, const Ident& name);
  Source* FindSource(Name qualifier, Scope& scope);
  Value BindColumnRef(const ColumnRef& ref, Scope& scope);
  Value UseColumn(const ColumnRef& ref, const Found& found);

  // ── expr.cc, calls.cc, operators.cc ──
  Value BindExpr(const Expr* expr, Scope& scope);
  Value BindInner(const Expr& expr, Scope& scope);
  void BindAll(Span<Expr*> exprs, Scope& scope);
  Value BindCall(const Call& call, Scope& scope);
  void BindWindow(const WindowSpec& window, Scope& scope);
  Value BindCase(const Case& choice, Scope& scope);
  Value BindCast(const Cast& cast, Scope& scope);
  Value BindSubquery(const Query& query, const Node& at, Scope& scope, bool scalar);
  Value BindIn(const In& in, Scope& scope);
  Value BindLambda(const std::vector<Ident>& parameters, const Expr& body, const Node* at,
                   const Type* element, Scope& scope);
  Value BindSubscript(const Subscript& subscript, Scope& scope);
  Value BindField(const FieldAccess& field, Scope& scope);
  Value FieldOf(const Value& base, const Ident& field);
  Value Operate(const Binary& binary, const Value& left, const Value& right);
  const Type* OperatorType(const Binary& binary, const Type& left, const Type& right, bool* fits);
  const Type* Arithmetic(Op op, const Type& left, const Type& right, bool* fits);
  const Type* DecimalResult(Op op, const Type& left, const Type& right);
  void CheckComparable(const Node& at, const Value& left, const Value& right);
  void Condition(const Expr* expr, Scope& scope, Clause clause);
  bool MatchesGroup(const Expr& expr, const Scope& scope) const;
  bool SameMeaning(const Expr& a, const Expr& b) const;
  bool KeepsPosition(const Expr& expr, const Scope& scope, uint32_t* position) const;

  // ── statement.cc ──
  void BindStatement(const Statement& statement, BoundStatement& out, Scope* outer);
  void BindInsert(const Insert& insert, BoundStatement& out, Scope* outer);
  void BindUpdate(const Update& update, BoundStatement& out, Scope* outer);
  void BindDelete(const Delete& statement, BoundStatement& out, Scope* outer);
  void BindMerge(const Merge& merge, BoundStatement& out, Scope* outer);
  void BindAssignments(Span<Assignment*> set, Scope& scope, Relation* target, BoundStatement& out);
  void BindReturning(const Returning* returning, Scope& scope, BoundStatement& out,
                     Expr* where = nullptr);
  void BindCreateTable(const CreateTable& create, BoundStatement& out);
  void BindCreateView(const CreateView& create, BoundStatement& out);
  void BindAlter(const Alter& alter);
  void Make(Name path, Relation* relation);
  void Drop(Name path);
  Relation* MadeTable(Name path, const Node* at, Relation* query, Span<ColumnDef*> names);
  std::optional<uint32_t> TargetColumn(Relation* target, const Name& name, const Node* at);

  // ── parts ──
  Relation* NewRelation(RelationKind kind, const Node* node);
  void SetColumns(Relation& relation, const std::vector<Column>& columns) {
    relation.columns = arena_.List(columns);
  }
  Column NewColumn(std::string_view name, const Type* type, bool nullable);
  Column CopyOf(const Relation& relation, uint32_t column);
  const Type* Unify(const Type* a, const Type* b) { return UnifyTypes(a, b, dialect_, arena_); }
  const Type* Unknown() const { return BasicType(TypeKind::kUnknown); }
  bool Same(const Ident& a, const Ident& b) const { return SameIdents(a, b, rules_.names); }
  std::string Show(const Type& type) const { return TypeText(*Settled(&type), dialect_); }

  const Script& script_;
  const BindOptions& options_;
  Bound& bound_;
  Arena& arena_;
  DialectId dialect_;
  const Rules& rules_;
  std::optional<LineIndex> lines_;
  std::vector<CteEntry> ctes_;
  std::vector<LocalTable> local_;
  std::vector<std::string> local_functions_;
  Relation* Unattributed();
  Relation* unattributed_ = nullptr;     // columns of which only the name is known
  BoundStatement* statement_ = nullptr;  // the one that is bound
  std::vector<Source> last_from_;        // of the SELECT that was bound last
  uint32_t depth_ = 0;
  bool too_deep_ = false;
};

}  // namespace aietl::sql::bind
