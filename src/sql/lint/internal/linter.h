// One statement under the lens; the rules are methods, grouped by file.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sql/lint/lint.h"
#include "sql/visit.h"

namespace aietl::sql::lint {

// A replacement of bytes [begin, end) of the source.
struct Edit {
  uint32_t begin;
  uint32_t end;
  std::string text;
};

class Linter {
 public:
  Linter(const Script& script, const Bound& bound, std::vector<Finding>& out)
      : script_(script),
        bound_(bound),
        out_(out),
        lines_(script.source),
        dialect_(script.dialect->id) {}
  void Run();

 private:
  void Tell(std::string_view code, Severity severity, const Node& at, std::string message,
            std::vector<Edit> edits = {});
  // The statement with the edits made; empty if one of them has no place.
  std::string Edited(std::vector<Edit> edits) const;
  std::string Text(const Node& node) const { return std::string(script_.TextOf(node)); }
  // `node` and the blanks before it, so that nothing is left standing alone.
  Edit Remove(uint32_t begin, uint32_t end) const;

  // ── queries.cc ──
  void LookAt(const Node& node);
  void CheckQuery(const Query& query, bool outermost);
  void CheckSelect(const Select& select, const Query* around);
  void CheckStar(const Select& select);
  void CheckDistinct(const Select& select);
  void CheckHaving(const Select& select);
  void CheckWith(const Query& query);
  void CheckDerived(const DerivedTable& derived);
  void CheckUnusedColumns(const DerivedTable& derived);
  void CheckSetOperation(const SetOperation& set);
  void CheckPaging(const Query& query);
  void CheckBareColumns(const Select& select);
  void CheckSubquery(const Query& query, bool counts_rows);

  // ── conditions.cc ──
  void CheckCondition(const Expr& condition, bool filter);
  void CheckConjunct(const Expr& conjunct, bool filter);
  void CheckComparison(const Binary& binary, bool filter);
  void CheckIn(const In& in);
  void CheckOr(const Logical& either);
  void CheckLike(const Like& like);
  void CheckTypes(const Binary& binary);
  void CheckDateFunction(const Binary& binary);
  void CheckCountSubquery(const Binary& binary);
  bool IsConstant(const Expr& expr) const;
  bool Nullable(const Expr& expr) const;
  const Type* TypeOf(const Expr& expr) const;  // of columns and literals; else null

  // ── joins.cc ──
  void CheckJoins(const Select& select);
  void CheckUselessJoin(const Select& select, const Join& join);

  // ── statements.cc ──
  void CheckStatement(const Statement& statement);
  void CheckRepeats();

  void CountUses(const Node& root);
  bool Volatile(const Node& node) const;
  bool HasAggregate(const Node& node, bool windows = true) const;

  const Script& script_;
  const Bound& bound_;
  std::vector<Finding>& out_;
  LineIndex lines_;
  DialectId dialect_;
  const Statement* statement_ = nullptr;
  // How often a relation's columns are read in the statement; whole relations that are read by `*`
  // or their name.
  struct Uses {
    std::vector<const ColumnRef*> refs;
    bool whole = false;
  };
  std::unordered_map<const Relation*, Uses> uses_;
};

}  // namespace aietl::sql::lint
