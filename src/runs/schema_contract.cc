#include "runs/schema_contract.h"

#include <fmt/format.h>

#include "base/text.h"

namespace aietl::runs {
namespace {

using data::QuoteName;
using spec::Contract;

class Applier {
 public:
  Applier(const spec::Source& source, Problems* problems) : source_(source), problems_(problems) {}

  void NewColumn(const data::Column& column) {
    const std::string what =
        Msg("source {} has a new column {} ({})", source_.name, column.name, column.type.ToSql());
    switch (source_.contract.columns) {
      case Contract::kFreeze:
        Report(Severity::kError, "new_column", what, column.name,
               Tr("its columns are frozen: set schema: {{columns: evolve}} to accept it, or "
                  "discard_value to leave it out"));
        break;
      case Contract::kEvolve:
        Report(Severity::kInfo, "new_column", what, column.name, "");
        Keep(column, QuoteName(column.name));
        break;
      case Contract::kDiscardRow:
        Report(Severity::kWarning, "new_column", what, column.name,
               Tr("rows that have a value there are left out"));
        conditions_.push_back(QuoteName(column.name) + " IS NULL");
        changed_ = true;
        break;
      case Contract::kDiscardValue:
        Report(Severity::kWarning, "new_column", what, column.name, Tr("it is left out"));
        changed_ = true;
        break;
    }
  }

  void KnownColumn(const data::Column& before, const data::Column& now) {
    if (before.type == now.type || source_.contract.types == Contract::kEvolve) {
      if (!(before.type == now.type))
        Report(Severity::kInfo, "type_changed", TypeText(before, now), now.name, "");
      Keep(now, QuoteName(now.name));
      return;
    }
    const std::string cast =
        fmt::format("TRY_CAST({} AS {})", QuoteName(now.name), before.type.ToSql());
    switch (source_.contract.types) {
      case Contract::kFreeze:
        Report(Severity::kError, "type_changed", TypeText(before, now), now.name,
               Tr("its types are frozen: set schema: {{types: evolve}} to accept it, or types of "
                  "the source to read it as before"));
        return;
      case Contract::kDiscardRow:
        Report(Severity::kWarning, "type_changed", TypeText(before, now), now.name,
               Tr("rows whose value does not fit are left out"));
        conditions_.push_back(
            fmt::format("({0} IS NULL OR {1} IS NOT NULL)", QuoteName(now.name), cast));
        break;
      default:
        Report(Severity::kWarning, "type_changed", TypeText(before, now), now.name,
               Tr("values that do not fit become NULL"));
        break;
    }
    changed_ = true;
    Keep(before, fmt::format("{} AS {}", cast, QuoteName(now.name)));
  }

  void GoneColumn(const data::Column& column) {
    const bool frozen = source_.contract.columns == Contract::kFreeze;
    Report(
        frozen ? Severity::kError : Severity::kWarning, "column_gone",
        Msg("source {} no longer has the column {}", source_.name, column.name), column.name,
        frozen ? Tr("its columns are frozen: set schema: {{columns: evolve}} to accept it") : "");
  }

  ContractResult Finish(const std::string& raw) {
    if (!changed_) return {std::move(schema_), ""};
    std::string sql =
        fmt::format("SELECT {} FROM {}", fmt::join(expressions_, ", "), QuoteName(raw));
    if (!conditions_.empty()) sql += fmt::format(" WHERE {}", fmt::join(conditions_, " AND "));
    return {std::move(schema_), std::move(sql)};
  }

 private:
  std::string TypeText(const data::Column& before, const data::Column& now) const {
    return Msg("column {} of source {} was {} and is {} now", now.name, source_.name,
               before.type.ToSql(), now.type.ToSql());
  }
  void Report(Severity severity, const char* code, std::string message, const std::string& column,
              const char* hint) {
    problems_->push_back({code, severity, std::move(message), source_.place,
                          source_.name + "." + column, fmt::format(fmt::runtime(hint))});
  }
  void Keep(const data::Column& column, std::string expression) {
    schema_.columns.push_back(column);
    expressions_.push_back(std::move(expression));
  }

  const spec::Source& source_;
  Problems* problems_;
  data::Schema schema_;
  std::vector<std::string> expressions_, conditions_;
  bool changed_ = false;
};

}  // namespace

ContractResult ApplyContract(const spec::Source& source, const data::Schema& before,
                             const data::Schema& now, const std::string& raw, Problems* problems) {
  Applier applier(source, problems);
  for (const data::Column& column : now.columns) {
    const int index = before.Find(column.name);
    if (index < 0) {
      applier.NewColumn(column);
    } else {
      applier.KnownColumn(before.columns[static_cast<size_t>(index)], column);
    }
  }
  for (const data::Column& column : before.columns) {
    if (now.Find(column.name) < 0) applier.GoneColumn(column);
  }
  return applier.Finish(raw);
}

}  // namespace aietl::runs
