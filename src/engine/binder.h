// Proves SQL before it touches data: parses steps and checks, orders them, binds them against
// schemas and traces their columns.
//
// Works on empty tables with the sources' schemas in a database of its own, so nothing is ever
// read.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "data/database.h"
#include "data/type.h"
#include "spec/pipeline.h"

namespace aietl::sql {
enum class Transformation : uint8_t;
}

namespace aietl::engine {

// What one SELECT refers to, from its syntax alone.
struct References {
  std::vector<std::string>
      tables;  // names used behind FROM that are not its own CTEs, without schema qualification
  bool ordered =
      false;  // the outermost SELECT has an ORDER BY: a target fed by it keeps that order
};

// Checks one SELECT offline: it parses, is one statement and a query; no ATTACH, COPY, INSTALL,
// SET, PRAGMA, DDL or DML; no table function that reaches files, network, secrets or the catalogue
// (read_csv, glob, query, duckdb_secrets …: an allow list of pure ones), no getenv-like scalar
// function, no schema-qualified or quoted-path table ('x.csv'). Problems carry the place within the
// user's file (spec::PlaceInSql). `what` names the step for messages.
References CheckSelect(std::string_view sql, const std::string& what,
                       const spec::SqlPlace& sql_place, Problems* problems);

// Offline checks of all SQL of a pipeline: CheckSelect for each, unknown relations with
// did-you-mean, cycles (named step → step → step). Returns the steps' indices in an order in which
// each follows what it uses; unspecified when problems holds errors.
std::vector<size_t> CheckPipelineSql(const spec::Pipeline& pipeline, Problems* problems);

// What is likely wrong in the steps' SQL, as warnings with their place: comparisons with NULL,
// joins without a condition, LIMIT without an order. Offline, by sql/lint.
Problems StepFindings(const spec::Pipeline& pipeline);

// One column's origin. What decides which rows there are (join, group by, filter, sort) has an
// empty target.
struct ColumnEdge {
  std::string target;  // output column
  std::string source;  // relation
  std::string column;  // of the relation
  sql::Transformation kind{};
};

struct Bound {
  std::map<std::string, data::Schema> schemas;  // of every source and step
  std::map<std::string, std::vector<ColumnEdge>>
      lineage;  // of every source (itself) and step, down to source columns
};

// Binds the steps (in the given order, as CheckPipelineSql gave it), the SQL checks and `dedup`
// orders against the sources' schemas. Problems: unknown columns with did-you-mean and place, wrong
// types, unknown functions, two columns of one name. `database`: one that is open anyway (its
// connections see nothing of this); else one is opened, which costs about 15 ms.
Result<Bound> BindPipeline(const spec::Pipeline& pipeline, const std::vector<size_t>& order,
                           const std::map<std::string, data::Schema>& sources, Problems* problems,
                           data::Database* database = nullptr);

}  // namespace aietl::engine
