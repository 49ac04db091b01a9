#include "runs/checks.h"

#include <fmt/format.h>

#include <functional>

#include "base/did_you_mean.h"
#include "base/text.h"

namespace aietl::runs {
namespace {

constexpr size_t kExamples = 5;

using data::QuoteName;
using data::QuoteText;

std::string Literal(const json::Value& value) {
  if (value.is_string()) return QuoteText(value.AsString());
  return json::Write(value);
}

std::string Join(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

class Builder {
 public:
  Builder(const spec::Check& check, const data::Schema& schema, Problems* problems)
      : check_(check), schema_(schema), problems_(problems), relation_(QuoteName(check.on)) {}

  bool Has(const std::string& column) {
    if (schema_.Find(column) >= 0) return true;
    problems_->push_back({"unknown_column", Severity::kError,
                          Msg("check on {}: there is no column {}", check_.on, column),
                          check_.place, check_.on + "." + column,
                          DidYouMean(column, schema_.Names())});
    return false;
  }

  void RowsWhere(std::string title, const std::string& condition) {
    Add(std::move(title), fmt::format("SELECT count(*) FROM {} WHERE {}", relation_, condition),
        fmt::format("SELECT * FROM {} WHERE {}", relation_, condition), true);
  }

  void Add(std::string title, std::string count, std::string rows, bool whole_rows) {
    queries_.push_back({check_.on, std::move(title), check_.severity, std::move(count),
                        std::move(rows), whole_rows, check_.quarantine, check_.place});
  }

  const std::string& relation() const { return relation_; }
  std::vector<CheckQuery> Take() { return std::move(queries_); }

 private:
  const spec::Check& check_;
  const data::Schema& schema_;
  Problems* problems_;
  std::string relation_;
  std::vector<CheckQuery> queries_;
};

void AddUnique(const spec::Check& check, Builder& builder) {
  std::vector<std::string> names, present;
  for (const std::string& column : check.unique) {
    if (!builder.Has(column)) return;
    names.push_back(QuoteName(column));
    present.push_back(QuoteName(column) + " IS NOT NULL");
  }
  const std::string key = Join(names, ", "), known = Join(present, " AND ");
  const std::string& on = builder.relation();
  builder.Add(fmt::format("unique({})", Join(check.unique, ", ")),
              fmt::format("SELECT coalesce(sum(n), 0)::BIGINT FROM (SELECT count(*) AS n FROM {} "
                          "WHERE {} GROUP BY {} HAVING count(*) > 1)",
                          on, known, key),
              fmt::format("SELECT t.* FROM {0} t WHERE ({1}) IN (SELECT ({1}) FROM {0} WHERE {2} "
                          "GROUP BY {1} HAVING count(*) > 1)",
                          on, key, known),
              true);
}

void AddAccepted(const spec::Check& check, Builder& builder) {
  for (const auto& [column, values] : check.accepted) {
    if (!builder.Has(column)) continue;
    std::vector<std::string> literals;
    for (const json::Value& value : values)
      literals.push_back(Literal(value));
    builder.RowsWhere(fmt::format("accepted({})", column),
                      fmt::format("{0} IS NOT NULL AND {0} NOT IN ({1})", QuoteName(column),
                                  Join(literals, ", ")));
  }
}

void AddRange(const spec::Check& check, Builder& builder) {
  for (const auto& [column, range] : check.range) {
    if (!builder.Has(column)) continue;
    std::vector<std::string> conditions;
    if (range.min) conditions.push_back(QuoteName(column) + " < " + Literal(*range.min));
    if (range.max) conditions.push_back(QuoteName(column) + " > " + Literal(*range.max));
    if (!conditions.empty())
      builder.RowsWhere(fmt::format("range({})", column), Join(conditions, " OR "));
  }
}

void AddFreshness(const spec::Check& check, Micros now, Builder& builder) {
  if (!check.freshness || !builder.Has(check.freshness->column)) return;
  const std::string column = QuoteName(check.freshness->column);
  const std::string oldest = FormatTimestamp(now - check.freshness->max_age);
  builder.Add(
      fmt::format("freshness({})", check.freshness->column),
      fmt::format(
          "SELECT CASE WHEN max({0})::TIMESTAMP >= TIMESTAMP '{1}' THEN 0 ELSE 1 END FROM {2}",
          column, oldest.substr(0, oldest.size() - 1), builder.relation()),
      "", false);
}

void AddRowCount(const spec::Check& check, Builder& builder) {
  if (!check.min_rows && !check.max_rows) return;
  std::vector<std::string> conditions;
  if (check.min_rows) conditions.push_back(fmt::format("count(*) < {}", *check.min_rows));
  if (check.max_rows) conditions.push_back(fmt::format("count(*) > {}", *check.max_rows));
  builder.Add("rows",
              fmt::format("SELECT CASE WHEN {} THEN 1 ELSE 0 END FROM {}", Join(conditions, " OR "),
                          builder.relation()),
              "", false);
}

}  // namespace

std::vector<CheckQuery> MakeCheckQueries(const spec::Check& check, const data::Schema& schema,
                                         Micros now, Problems* problems) {
  Builder builder(check, schema, problems);
  for (const std::string& column : check.not_null) {
    if (builder.Has(column))
      builder.RowsWhere(fmt::format("not_null({})", column), QuoteName(column) + " IS NULL");
  }
  if (!check.unique.empty()) AddUnique(check, builder);
  AddAccepted(check, builder);
  AddRange(check, builder);
  AddRowCount(check, builder);
  AddFreshness(check, now, builder);
  if (!check.sql.empty()) {
    builder.Add("sql", fmt::format("SELECT count(*) FROM ({}\n)", check.sql), check.sql, false);
  }
  return builder.Take();
}

Result<CheckOutcome> RunCheck(const CheckQuery& query, data::Connection& connection) {
  CheckOutcome outcome;
  outcome.on = query.on;
  outcome.check = query.title;
  outcome.severity = query.severity;
  AIETL_ASSIGN(const std::optional<std::string> count, connection.Scalar(query.count));
  outcome.failing = count ? std::stoll(*count) : 0;
  outcome.passed = outcome.failing == 0;
  if (!outcome.passed && !query.rows.empty()) {
    AIETL_ASSIGN(outcome.examples, connection.Fetch(query.rows, kExamples));
    outcome.quarantine = query.quarantine;
  }
  return outcome;
}

}  // namespace aietl::runs
