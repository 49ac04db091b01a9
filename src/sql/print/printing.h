// The printer's common ground: a stream of words, possible line breaks and groups that is laid out
// at the end in linear time: a group that fits the line stays on it, else all of its own breaks
// become new lines. Compact printing never breaks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sql/ast.h"
#include "sql/dialect.h"
#include "sql/printer.h"
#include "sql/token.h"

namespace aietl::sql {

class Printing {
 public:
  Printing(const Dialect& dialect, const PrintOptions& options)
      : dialect_(dialect), options_(options) {}
  // Comments of `source` are woven in before the nodes that they precede.
  void UseComments(const std::vector<Comment>& comments, std::string_view source) {
    comments_ = &comments;
    source_ = source;
  }

  // By role; each has its file in this folder.
  void Emit(const Statement& statement);
  void Emit(const Query& query);
  void EmitBody(const QueryBody& body);
  void Emit(const TableRef& table);
  void Emit(const Expr* expr);
  void Emit(const TypeName& type);
  void EmitCommentsBefore(uint32_t offset);
  void EmitLastComments(uint32_t until);
  void EndStatement();

  std::string Finish();

  // ── the stream ──
  void Text(std::string_view text) { Put(Kind::kText, text); }
  void Space() { Put(Kind::kText, " "); }
  void Line() { Put(Kind::kLine, {}); }  // a space or a new line
  void Soft() { Put(Kind::kSoft, {}); }  // nothing or a new line
  void Hard() { Put(Kind::kHard, {}); }  // a new line, also in compact text: behind line comments
  void Blank() { Put(Kind::kBlank, {}); }
  void Begin() { Put(Kind::kBegin, {}); }  // a group
  void End() { Put(Kind::kEnd, {}); }
  void Indent() { Put(Kind::kIn, {}); }  // one step of indentation
  void Dedent() { Put(Kind::kOut, {}); }
  // A text that is made here and kept.
  void Made(std::string text);

 private:
  enum class Kind : uint8_t { kText, kLine, kSoft, kHard, kBlank, kBegin, kEnd, kIn, kOut };
  struct Item {
    Kind kind;
    uint32_t width = 0;  // of a group, flat
    uint32_t at = 0;     // in made_, where text is null
    uint32_t size = 0;
    const char* text = nullptr;
  };
  void Put(Kind kind, std::string_view text) {
    Item item{kind};
    item.text = text.data();
    item.size = static_cast<uint32_t>(text.size());
    items_.push_back(item);
  }
  std::string_view TextOf(const Item& item) const {
    return item.text ? std::string_view(item.text, item.size)
                     : std::string_view(made_).substr(item.at, item.size);
  }
  void Measure();

  // ── pieces ──
  void Name(const Ident& ident);
  void Name(const sql::Name& name);
  void FunctionName(const sql::Name& name);
  void Names(const Span<Ident>& names);
  void ParenNames(const Span<Ident>& names);
  void String(std::string_view text);
  void Keyword(std::string_view word) { Text(word); }
  void EmitLiteral(const Literal& literal);
  void EmitCall(const Call& call);
  void EmitArgument(const Argument& argument, bool first);
  void EmitWindow(const WindowSpec& spec);
  void EmitBound(const FrameBound& bound);
  void EmitOrderItem(const OrderItem& item);
  void EmitOrderBy(std::string_view words, const Span<OrderItem*>& items);
  void EmitStar(const Star& star);
  void EmitInterval(const IntervalExpr& interval);
  void EmitOperand(const Expr* expr, int least, bool right);
  void EmitBinary(const Binary& binary);
  void EmitPostfixBase(const Expr* expr);
  void EmitLike(const Like& like);
  void EmitIn(const In& in);
  void EmitCast(const Cast& cast);
  void EmitLambda(const Lambda& lambda);
  void EmitSubscript(const Subscript& subscript);
  void EmitCase(const Case& expr);
  void EmitStruct(const StructExpr& expr);
  void EmitGrouping(const GroupingSet& set);
  int LevelOf(const Expr* expr) const;
  template <class T, class F>
  void List(const Span<T>& items, F&& emit) {
    for (uint32_t i = 0; i < items.size(); ++i) {
      if (i) Text(","), Line();
      emit(items[i]);
    }
  }
  void ExprList(const Span<Expr*>& items) {
    List(items, [&](const Expr* item) { Emit(item); });
  }
  void ParenExprs(const Span<Expr*>& items);
  void Subquery(const Query& query);  // ( query )

  void EmitSelect(const Select& select);
  void EmitItems(const Span<SelectItem*>& items, bool trailing_break);
  void EmitItem(const SelectItem& item);
  void EmitWith(const With& with);
  void EmitCte(const Cte& cte);
  void EmitGroupBy(const GroupBy& group);
  void EmitSetOperation(const SetOperation& set);
  void EmitValues(const Values& values);
  void EmitPivotQuery(const PivotQuery& pivot);
  void EmitQueryTail(const Query& query);
  void EmitLimit(const Query& query);
  void EmitLimitBy(const LimitBy& by);
  void EmitFrom(std::string_view word, const Span<TableRef*>& from);
  void EmitAlias(const TableAlias* alias);
  void EmitSample(const TableSample* sample);
  void EmitTravel(const TimeTravel& travel);
  void EmitTableName(const TableName& table);
  void EmitTableFunction(const TableFunction& table);
  void EmitJoin(const Join& join);
  void EmitPivot(const PivotTable& pivot);
  void EmitPivotColumn(const PivotColumn& column, bool parens);
  void EmitJsonTable(const JsonTable& table);
  void EmitJsonColumns(const Span<JsonColumn*>& columns);
  void EmitMatchRecognize(const MatchRecognize& match);
  void EmitHints(const Span<IndexHint*>& hints);
  void EmitOption(const Option& option);
  void EmitSettings(const Span<Option*>& settings);
  void EmitColumnDef(const ColumnDef& column);
  void EmitConstraint(const Constraint& constraint);
  void EmitConstraintHead(const Constraint& constraint);
  void EmitKeyColumns(const Constraint& constraint);
  void EmitReferences(const Constraint& constraint);
  void EmitCreateTable(const CreateTable& table);
  void EmitTableElements(const CreateTable& table);
  void EmitCreateView(const CreateView& view);
  void EmitExplain(const Explain& explain);
  void EmitIndexColumn(const IndexColumn& column);

  void EmitInsert(const Insert& insert);
  void EmitInsertTarget(const Insert& insert);
  void EmitConflict(const OnConflict& conflict);
  void EmitUpdate(const Update& update);
  void EmitDelete(const Delete& statement);
  void EmitMerge(const Merge& merge);
  void EmitMergeAction(const MergeAction& action);
  void EmitAssignments(const Span<Assignment*>& assignments);
  void EmitReturning(const Returning* returning);
  void EmitNames(const Span<sql::Name>& names, const Span<Expr*>& steps = {});
  void EmitHintTexts(const Span<std::string_view>& hints);
  bool EmitDefinition(const Statement& statement);  // definition.cc; false: not one
  bool EmitUtility(const Statement& statement);     // utility.cc

  // A clause that begins on a line of its own: comments before its first word, the break, the word.
  void Clause(std::string_view word, const Node* first);

  const Dialect& dialect_;
  const PrintOptions& options_;
  const std::vector<Comment>* comments_ = nullptr;
  std::string_view source_;
  size_t next_comment_ = 0;
  std::vector<Item> items_;
  std::string made_;
};

}  // namespace aietl::sql
