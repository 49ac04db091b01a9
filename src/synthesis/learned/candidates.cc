#include "synthesis/learned/candidates.h"

#include <algorithm>
#include <functional>

#include "data/type.h"
#include "sql/bind/binder.h"
#include "sql/parser.h"
#include "synthesis/learned/features.h"
#include "synthesis/learned/form_sql.h"

namespace aietl::synthesis::learned {

PreparedCatalog::PreparedCatalog(const Catalog& catalog)
    : schema_(SchemaOf(catalog)), values_(catalog, schema_), tables_(sql::DialectId::kDuckdb) {
  for (const synthesis::Relation& relation : catalog.relations) {
    std::vector<sql::Schema::ColumnText> columns;
    for (const connectors::ColumnInfo& column : relation.info.columns)
      columns.push_back({data::QuoteName(column.name), column.type.ToSql()});
    tables_.AddTable(data::QuoteName(relation.name), columns);
  }
}

bool PreparedCatalog::Binds(const std::string& sql) const {
  const Result<sql::Script> script = sql::ParseOne(sql, sql::DialectOf(sql::DialectId::kDuckdb));
  if (!script || sql::As<sql::SelectStatement>(script->statements.front()) == nullptr) return false;
  sql::BindOptions options;
  options.schema = &tables_;
  options.problems = 1;
  return !HasErrors(sql::Bind(*script, options).problems);
}

std::vector<Candidate> CandidatesOf(const Problem& problem, const PreparedCatalog& catalog,
                                    const Network& network, const Ranker* ranker, int width) {
  std::vector<Candidate> out;
  std::vector<int> steps;
  for (const Beam& beam : network.Decode(problem, width)) {
    std::optional<QueryForm> form = FormOf(beam.steps, problem);
    if (!form) continue;
    std::optional<std::string> sql = SqlOf(*form, catalog.schema());
    if (!sql || !catalog.Binds(*sql)) continue;
    const bool known = std::any_of(
        out.begin(), out.end(), [&](const Candidate& candidate) { return candidate.sql == *sql; });
    if (known) continue;
    Candidate& candidate = out.emplace_back();
    candidate.form = std::move(*form);
    candidate.sql = std::move(*sql);
    candidate.log_probability = beam.log_probability;
    candidate.score = beam.log_probability;
    steps.push_back(static_cast<int>(beam.steps.size()));
  }
  for (size_t i = 0; i < out.size(); ++i) {
    const CandidatePlace place{out[i].log_probability, out.front().log_probability,
                               static_cast<int>(i), steps[i], static_cast<int>(out.size())};
    out[i].features = CandidateFeatures(problem, out[i].form, place);
    if (ranker != nullptr) out[i].score = ranker->Score(out[i].features);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return out;
}

uint64_t FingerprintOf(const Catalog& catalog) {
  uint64_t hash = 1469598103934665603u;
  const auto add = [&](const std::string& text) {
    hash = (hash ^ std::hash<std::string>()(text)) * 1099511628211u;
  };
  for (const synthesis::Relation& relation : catalog.relations) {
    add(relation.name);
    add(relation.table);
    for (const connectors::ColumnInfo& column : relation.info.columns) {
      add(column.name);
      add(std::to_string(column.samples.size()));
      if (!column.samples.empty()) {
        add(column.samples.front());
        add(column.samples.back());
      }
    }
  }
  for (const auto& [name, key] : catalog.keys)
    add(name + " " + key.table);
  return hash;
}

}  // namespace aietl::synthesis::learned
