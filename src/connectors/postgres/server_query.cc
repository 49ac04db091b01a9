#include "connectors/postgres/server_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sql/bind/schema.h"
#include "sql/translate/exact.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;

struct PgQuerySums {
  std::string rows, hashes;
  friend bool operator==(const PgQuerySums&, const PgQuerySums&) = default;
};

class PgServerQuery : public Transfer {
 public:
  // `select`: of the stage's columns, in their order; `sources`: by name, as FROM has them.
  PgServerQuery(std::shared_ptr<PgServer> target, PgLoadPlan plan, std::string select,
                std::map<std::string, std::string> sources)
      : target_(std::move(target)),
        plan_(std::move(plan)),
        select_(std::move(select)),
        sources_(std::move(sources)) {
    plan_.load.write.work = work_;
  }

  const WritePlan& plan() const override { return plan_.load.write; }
  const std::string& note() const override { return note_; }
  const std::string& work() const override { return work_; }
  std::map<std::string, int64_t> rows_read() const override { return rows_read_; }

  Result<std::unique_ptr<Load>> Write(const WriteRequest& request, StopToken stop) override {
    AIETL_TRY(stop.Check());
    load_id_ = request.load_id;
    shown_ = request.table;
    return MakePgLoad(target_, request, plan_, false, &staging_);
  }

  Result<int64_t> Stage(bool full, const std::function<void(int64_t)>& progress,
                        StopToken stop) override {
    AIETL_CHECK(staging_.stage != nullptr);
    AIETL_ASSIGN(
        const auto connection,
        staging_.stage->OpenAs(select_, staging_.durable, staging_.makes_schema, load_id_, stop));
    AIETL_ASSIGN(const int64_t held,
                 connection->Number("SELECT count(*) FROM " + staging_.names.stage_sql, stop));
    progress(held);
    // What follows sees the moment that the query saw.
    for (const auto& [name, from] : sources_) {
      AIETL_ASSIGN(rows_read_[name], connection->Number("SELECT count(*) FROM " + from, stop));
    }
    if (!full) return held;
    AIETL_ASSIGN(sums_, SumsOf(*connection, "(" + select_ + ") AS q", stop));
    if (sums_.rows != std::to_string(held))
      return Fail(VerificationError(std::abs(std::atoll(sums_.rows.c_str()) - held), shown_));
    return held;
  }

  Result<bool> Verify(StopToken stop) override {
    AIETL_ASSIGN(PgConnection * control, target_->Control());
    AIETL_ASSIGN(const PgQuerySums held, SumsOf(*control, staging_.names.stage_sql, stop));
    return held == sums_;
  }

 private:
  // Count and sum of hashes of the stage's columns.
  Result<PgQuerySums> SumsOf(PgConnection& connection, const std::string& from,
                             const StopToken& stop) const {
    std::string list;
    for (const PgStageColumn& column : staging_.columns)
      list += (list.empty() ? "" : ", ") + QuoteName(column.name);
    AIETL_ASSIGN(const PgRows rows,
                 connection.Fetch("SELECT count(*), sum(hash_record_extended(ROW(" + list +
                                      "), 0)::numeric) FROM " + from,
                                  stop));
    return PgQuerySums{rows.at(0).at(0).value_or(""), rows.at(0).at(1).value_or("")};
  }

  std::shared_ptr<PgServer> target_;
  PgLoadPlan plan_;
  PgStaging staging_;
  std::string select_;
  std::map<std::string, std::string> sources_;
  std::map<std::string, int64_t> rows_read_;
  std::string load_id_, shown_;
  PgQuerySums sums_;
  const std::string note_ =
      Tr("stays in the database: all ends are there, and the steps mean the same to it");
  const std::string work_ = "query postgres";
};

// As DuckDB knows a column whose values both engines treat alike; else a type that neither has, so
// that whoever uses the column is refused.
std::string EngineType(const PgReadColumn& column, const PgType& known) {
  constexpr std::array kAlike = {"bool", "int2", "int4",      "int8",        "float8",  "text",
                                 "uuid", "date", "timestamp", "timestamptz", "varchar", "numeric"};
  const bool alike = known.builtin && !known.domain && known.element == 0 &&
                     !known.loose_collation && !column.read.as_text && column.read.select == "{}" &&
                     std::ranges::find(kAlike, known.name) != kAlike.end();
  return alike ? column.read.type.ToSql() : "of_the_server_only";
}

struct PgQuerySource {
  std::string from;  // behind FROM: the table, or a SELECT of its rows that are read
  std::string cte;   // "name" AS (SELECT …)
};

// nullopt: `why_not` says what keeps it from being read there.
Result<std::optional<PgQuerySource>> PlanSource(const PgTransferSource& source,
                                                PgConnection& target, sql::Schema* schema,
                                                std::string* why_not, const StopToken& stop) {
  if (source.read.options != nullptr && !source.read.options->Map("types").empty())
    return std::optional<PgQuerySource>();
  AIETL_ASSIGN(const PgReadPlan plan, PlanPgRead(*source.server, source.read, stop));
  AIETL_ASSIGN(PgConnection * control, source.server->Control());
  AIETL_ASSIGN(const bool here, SamePgDatabase(*control, target));
  const char kind = plan.table.relation.kind;
  // What a view calls might write, so that it is read where nothing can be written.
  if (!here || (kind != 'r' && kind != 'p' && kind != 'm')) return std::optional<PgQuerySource>();
  std::vector<sql::Schema::ColumnText> columns;
  std::string list;
  for (const PgReadColumn& column : plan.read.columns) {
    const PgColumn* known = plan.table.Find(column.name);
    if (known == nullptr) {
      *why_not = Msg("the columns of {} changed just now", plan.table.relation.name);
      return std::optional<PgQuerySource>();
    }
    columns.push_back({column.name, EngineType(column, known->type)});
    list += (list.empty() ? "" : ", ") + QuoteName(column.name);
  }
  schema->AddTable(QuoteName(source.name), columns);
  const std::string select = PgPartSql(plan.read, {plan.read.table, ""}, list);
  return PgQuerySource{"(" + select + ") AS rows",
                       QuoteName(source.name) + " AS NOT MATERIALIZED (" + select + ")"};
}

// The query's columns by position, each in the type that the stage is declared with.
std::string StageSelect(const WriteRequest& write, const PgLoadPlan& plan, const std::string& ctes,
                        const std::string& query) {
  std::string list, names;
  for (size_t i = 0; i < plan.stage.size(); ++i) {
    const int at = write.schema.Find(plan.load.write.stage_schema.columns.at(i).name);
    AIETL_CHECK(at >= 0);
    list += fmt::format("{}CAST(c{} AS {}) AS {}", list.empty() ? "" : ", ", at,
                        plan.stage[i].declared, QuoteName(plan.stage[i].name));
  }
  for (size_t i = 0; i < write.schema.columns.size(); ++i)
    names += fmt::format("{}c{}", names.empty() ? "" : ", ", i);
  return fmt::format("SELECT {} FROM (WITH {} SELECT * FROM (\n{}\n) AS steps) AS query({})", list,
                     ctes, query, names);
}

}  // namespace

Result<TransferOffer> OfferPgQuery(const std::vector<PgTransferSource>& sources,
                                   const std::string& query, std::shared_ptr<PgServer> target,
                                   const WriteRequest& write, StopToken stop) {
  TransferOffer offer;
  AIETL_ASSIGN(PgConnection * control, target->Control());
  sql::Schema schema(sql::DialectId::kDuckdb);
  std::string ctes;
  std::map<std::string, std::string> read;
  for (const PgTransferSource& source : sources) {
    AIETL_ASSIGN(const auto planned, PlanSource(source, *control, &schema, &offer.why_not, stop));
    if (!planned) return offer;
    ctes += (ctes.empty() ? "" : ", ") + planned->cte;
    read[source.name] = planned->from;
  }
  const sql::ExactTranslation exact = sql::TranslateExactly(query, schema);
  offer.why_not = exact.why_not;
  if (exact.sql.empty()) return offer;
  AIETL_ASSIGN(PgLoadPlan plan, PlanPgLoad(*control, write));
  // What is wrong besides, the usual plan says.
  if (HasErrors(plan.load.write.problems)) return offer;
  std::string select = StageSelect(write, plan, ctes, exact.sql);
  // The server has the last word on names and types.
  const auto explained = control->Execute("EXPLAIN " + select, stop);
  if (!explained) {
    offer.why_not = explained.error().message;
    return offer;
  }
  offer.transfer = std::make_unique<PgServerQuery>(std::move(target), std::move(plan),
                                                   std::move(select), std::move(read));
  return offer;
}

}  // namespace aietl::connectors
