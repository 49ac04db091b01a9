// Expressions, measures and conditions of an intent as SQL text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "synthesis/ask/intent.h"
#include "synthesis/catalog.h"

namespace aietl::synthesis {

// `ref` spells a column as the statement sees it; `rows` counts rows of a relation (count(*), or
// its key told apart where a join repeats it).
class ExpressionPrinter {
 public:
  using Ref = std::function<std::string(const Column&)>;
  using Rows = std::function<std::string(int relation)>;
  ExpressionPrinter(const Catalog& catalog, Ref ref, Rows rows)
      : catalog_(catalog), ref_(std::move(ref)), rows_(std::move(rows)) {}

  std::string Print(const Expression& expression) const;
  std::string Print(const Measure& measure) const;
  // `left` overrides what is compared (a measure's expression).
  std::string Print(const Condition& condition, const std::string& left = "") const;
  // Joined by AND; conditions of one `any_group` by OR.
  std::vector<std::string> All(const std::vector<Condition>& conditions) const;

 private:
  const connectors::ColumnInfo& Info(const Column& column) const {
    return catalog_.relations[static_cast<size_t>(column.relation)]
        .info.columns[static_cast<size_t>(column.column)];
  }
  std::string Filtered(std::string text, const std::vector<Condition>& only) const;
  std::string Bands(const Expression& expression) const;
  std::string Moment(const Expression& expression) const;
  std::string Ranges(const Expression& expression) const;

  const Catalog& catalog_;
  Ref ref_;
  Rows rows_;
};

// Every column and counted relation of it.
void Visit(const Expression& expression, const std::function<void(const Column&)>& column,
           const std::function<void(int)>& counted);

}  // namespace aietl::synthesis
